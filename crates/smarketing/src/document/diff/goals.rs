//! The figures of a goal in words, in English and in German: `rate from lead to MQL 0.3 → 41 of 120`.

use serde_json::Value;

use super::conditions::value;
use crate::language::Language;
use crate::lifecycle::Stage;

/// What a key of a goal says, with the months, steps, sides and stages below it: `rate from lead to MQL`.
///
/// Nothing for the keys that are read as they stand, such as the condition.
pub(super) fn label(keys: &[&str], language: Language) -> Option<String> {
    let pick = |en, de| language.pick((en, de));
    let of_step = |words: &str, name| format!("{words} {}", step(name, language));
    let of_stage = |words: &str, name| format!("{words} {}", stage(name));
    let plain = |en, de| pick(en, de).to_owned();
    let (words, months) = match keys {
        ["revenue", months @ ..] => (plain("revenue", "Umsatz"), months),
        ["average_deal", months @ ..] => (plain("average deal", "Durchschnittsauftrag"), months),
        ["marketing_share", months @ ..] => (plain("share of marketing", "Anteil des Marketings"), months),
        ["close_rate", months @ ..] => (plain("close rate", "Abschlussquote"), months),
        ["budget", months @ ..] => (plain("budget", "Budget"), months),
        ["margin", months @ ..] => (plain("margin", "Marge"), months),
        ["customer_value", months @ ..] => (plain("customer lifetime value", "Kundenwert"), months),
        ["rates", name, months @ ..] => (of_step(pick("rate", "Quote"), name), months),
        ["sales_rates", name, months @ ..] => {
            (of_step(pick("rate of sales' leads", "Quote der Leads des Vertriebs"), name), months)
        }
        ["lags", name, months @ ..] => (of_step(pick("months", "Monate"), name), months),
        ["costs", "marketing", name, months @ ..] => {
            (of_stage(pick("cost to marketing per", "Kosten des Marketings je"), name), months)
        }
        ["costs", "sales", name, months @ ..] => {
            (of_stage(pick("cost to sales per", "Kosten des Vertriebs je"), name), months)
        }
        ["capacity", name, months @ ..] => (of_stage(pick("capacity per", "Kapazität je"), name), months),
        _ => return None,
    };
    Some(months.iter().fold(words, |words, key| format!("{words} {}", month(key, language))))
}

/// The month of a figure, or what holds otherwise.
fn month(key: &str, language: Language) -> String {
    match key {
        "else" => language.pick(("otherwise", "sonst")).to_owned(),
        month => format!("{} {month}", language.pick(("in", "für"))),
    }
}

/// A step: `lead_to_mql`.
fn step(step: &str, language: Language) -> String {
    step.split_once("_to_").map_or_else(
        || step.to_owned(),
        |(one, other)| match language {
            Language::English => format!("from {} to {}", stage(one), stage(other)),
            Language::German => format!("von {} zu {}", stage(one), stage(other)),
        },
    )
}

/// A stage as people write it; what lies above the lead keeps its word.
fn stage(word: &str) -> &str {
    Stage::ALL.iter().find(|(known, _)| *known == word).map_or(word, |(_, stage)| stage.title())
}

/// A figure: a number, counts, or numbers by month.
pub(super) fn figure(json: &Value, language: Language) -> String {
    let Value::Object(table) = json else { return value(json, language) };
    if let (Some(won), Some(of)) = (table.get("won"), table.get("of")) {
        return format!("{} {} {}", value(won, language), language.pick(("of", "von")), value(of, language));
    }
    let parts = table.iter().map(|(key, one)| {
        let month = if key == "else" { language.pick(("otherwise", "sonst")) } else { key };
        format!("{month} {}", figure(one, language))
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::tests::{base, read, with};

    #[test]
    fn goals_and_kpis_speak_of_their_figures() {
        for (pointer, value, english, german) in [
            (
                "/goals/0/revenue/2026-12",
                json!(320_000),
                "goal `dach`: revenue in 2026-12 300000 → 320000",
                "Ziel `dach`: Umsatz für 2026-12 300000 → 320000",
            ),
            (
                "/goals/0/average_deal/else",
                json!(12_500),
                "goal `dach`: average deal otherwise 12000 → 12500",
                "Ziel `dach`: Durchschnittsauftrag sonst 12000 → 12500",
            ),
            (
                "/goals/1/average_deal",
                json!({ "2026-11": 8000, "else": 9500 }),
                "goal `uk`: average deal 9000 → 2026-11 8000, otherwise 9500",
                "Ziel `uk`: Durchschnittsauftrag 9000 → 2026-11 8000, sonst 9500",
            ),
            (
                "/goals/0/rates/lead_to_mql",
                json!("45 of 200"),
                "goal `dach`: rate from lead to MQL 41 of 190 → 45 of 200",
                "Ziel `dach`: Quote von lead zu MQL 41 von 190 → 45 von 200",
            ),
            (
                "/goals/0/rates/lead_to_mql",
                json!(0.25),
                "goal `dach`: rate from lead to MQL 41 of 190 → 0.25",
                "Ziel `dach`: Quote von lead zu MQL 41 von 190 → 0.25",
            ),
            (
                "/goals/0/sales_rates",
                Value::Null,
                "goal `dach`: rate of sales' leads from MQL to customer 0.2 removed",
                "Ziel `dach`: Quote der Leads des Vertriebs von MQL zu customer 0.2 entfernt",
            ),
            (
                "/goals/0/lags/mql_to_customer",
                json!(3),
                "goal `dach`: months from MQL to customer 2 → 3",
                "Ziel `dach`: Monate von MQL zu customer 2 → 3",
            ),
            (
                "/goals/0/costs/marketing/mql",
                json!(90),
                "goal `dach`: cost to marketing per MQL 90 added",
                "Ziel `dach`: Kosten des Marketings je MQL 90 hinzugefügt",
            ),
            (
                "/goals/0/capacity",
                Value::Null,
                "goal `dach`: capacity per MQL 80 removed",
                "Ziel `dach`: Kapazität je MQL 80 entfernt",
            ),
            (
                "/goals/0/marketing_share",
                json!(0.7),
                "goal `dach`: share of marketing 0.6 → 0.7",
                "Ziel `dach`: Anteil des Marketings 0.6 → 0.7",
            ),
            ("/goals/0/budget", json!(5000), "goal `dach`: budget 5000 added", "Ziel `dach`: Budget 5000 hinzugefügt"),
            (
                "/goals/0/when/industry",
                json!("finance"),
                "goal `dach`: industry is software → industry is finance",
                "Ziel `dach`: industry ist software → industry ist finance",
            ),
            (
                "/kpis/0/target",
                json!(0.6),
                "KPI `acceptance_rate`: target 0.5 → 0.6",
                "KPI `acceptance_rate`: Ziel 0.5 → 0.6",
            ),
            (
                "/kpis/0/decision",
                json!("call by phone"),
                "KPI `acceptance_rate`: decision `the MQL threshold` → `call by phone`",
                "KPI `acceptance_rate`: Entscheidung `the MQL threshold` → `call by phone`",
            ),
            (
                "/kpis/0/owner",
                json!("sales"),
                "KPI `acceptance_rate`: owner `both` → `sales`",
                "KPI `acceptance_rate`: zuständig `both` → `sales`",
            ),
        ] {
            let differences = read(&base()).diff(&read(&with(pointer, value)));
            let said: Vec<_> = differences.iter().map(|one| (one.words.as_str(), one.in_language("de"))).collect();
            assert_eq!(said, [(english, german.to_owned())], "{pointer}");
        }
    }
}
