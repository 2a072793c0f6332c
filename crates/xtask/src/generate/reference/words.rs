//! The built-in glossary and the catalogue of measures, as pages to read.

use std::fmt::Write as _;

use smarketing::{Definition, Formula, Glossary, GlossaryEntry, KpiUnit, kpi_definitions};

use super::anchor;

/// Every entry under a heading of its own.
pub fn entries() -> String {
    let glossary = Glossary::built_in();
    let mut text = String::new();
    for entry in glossary.iter() {
        let _ = writeln!(text, "### {}\n", entry.term);
        if let Some(long) = &entry.spelled_out {
            let _ = writeln!(text, "*{}* ({})\n", words(long, "en"), words(long, "de"));
        }
        let _ = writeln!(text, "{}\n", words(&entry.definition, "en"));
        let _ = writeln!(text, "*Deutsch:* {}\n", words(&entry.definition, "de"));
        if !entry.aliases.is_empty() {
            let _ = writeln!(text, "Also: {}.\n", entry.aliases.join(", "));
        }
    }
    text
}

/// The abbreviations among the entries, with what they stand for.
pub fn abbreviations() -> String {
    let glossary = Glossary::built_in();
    let row = |entry: &GlossaryEntry| {
        let long = entry.spelled_out.as_ref()?;
        Some(format!(
            "| [{}](#{}) | {} | {} |\n",
            entry.term,
            anchor(&entry.term),
            words(long, "en"),
            words(long, "de")
        ))
    };
    let rows: String = glossary.iter().filter_map(row).collect();
    format!("| abbreviation | English | Deutsch |\n| --- | --- | --- |\n{rows}")
}

fn words<'d>(definition: &'d Definition, language: &str) -> &'d str {
    definition.text(language).unwrap_or_default()
}

/// The measures that a KPI can be, with their formulas.
pub fn measures() -> String {
    let mut text = "| id | name | told in | formula |\n| --- | --- | --- | --- |\n".to_owned();
    for kpi in kpi_definitions() {
        let name = kpi.label.in_language("en").unwrap_or_default();
        let _ = writeln!(text, "| `{}` | {name} | {} | {} |", kpi.id, unit(kpi.unit), formula(&kpi.formula));
    }
    text
}

fn unit(unit: KpiUnit) -> &'static str {
    match unit {
        KpiUnit::Count => "a number",
        KpiUnit::Ratio => "a share or ratio",
        KpiUnit::Money => "money",
        KpiUnit::MoneyPerDay => "money each day",
        KpiUnit::Hours => "hours",
        _ => "days",
    }
}

fn formula(formula: &Formula) -> String {
    let joined = |parts: &[String], sign: &str| {
        parts.iter().map(|part| format!("`{part}`")).collect::<Vec<_>>().join(&format!(" {sign} "))
    };
    match formula {
        Formula::Sum(parts) => joined(parts, "+"),
        Formula::Product(parts) => joined(parts, "×"),
        Formula::Difference(left, right) => format!("`{left}` − `{right}`"),
        Formula::Quotient(left, right) => format!("`{left}` ÷ `{right}`"),
        _ => "counted or booked".to_owned(),
    }
}
