//! A difference as a sentence.

use serde_json::Value;

use super::conditions::{self, value};
use super::subject::Subject;
use super::summary::summary;
use super::walk::keys;
use super::{Difference, DifferenceKind};
use super::{goals, labels};
use crate::language::Language;
use crate::lifecycle::Stage;

/// The whole difference as a sentence.
pub(super) fn sentence(difference: &Difference, language: Language) -> String {
    let keys = keys(&difference.path);
    let (subject, id, length) = Subject::split(&keys);
    let rest = keys.get(length..).unwrap_or_default();
    let wording = Wording { difference, subject, rest, head: head(subject, id, &keys, language), language };
    wording.order().or_else(|| wording.special()).or_else(|| wording.condition()).unwrap_or_else(|| wording.plain())
}

/// What the sentence begins with.
fn head(subject: Subject, id: Option<&str>, keys: &[&str], language: Language) -> String {
    let word = language.pick(subject.word());
    match (subject, id) {
        (Subject::Stage, Some(id)) => title(id).to_owned(),
        (Subject::Tier | Subject::Band, Some(id)) => format!("{word} {id}"),
        (Subject::Grade, Some(id)) => format!("{word} {id} ({})", keys.get(1).copied().unwrap_or_default()),
        (Subject::Dimension, Some(id)) => id.to_owned(),
        (_, Some(id)) => format!("{word} `{id}`"),
        (_, None) => word.to_owned(),
    }
}

/// A stage's name for people.
fn title(stage: &str) -> &str {
    Stage::ALL.iter().find(|(word, _)| *word == stage).map_or(stage, |(_, stage)| stage.title())
}

/// So many points.
pub(super) fn points(number: &Value, language: Language) -> String {
    let one = number.as_i64() == Some(1);
    let word = language.pick(if one { ("point", "Punkt") } else { ("points", "Punkte") });
    format!("{} {word}", value(number, language))
}

struct Wording<'d> {
    difference: &'d Difference,
    subject: Subject,
    /// The keys below the subject.
    rest: &'d [&'d str],
    head: String,
    language: Language,
}

impl Wording<'_> {
    fn say(&self, value: Option<&Value>) -> String {
        value.map(|json| conditions::value(json, self.language)).unwrap_or_default()
    }

    fn before(&self) -> String {
        self.say(self.difference.before.as_ref())
    }

    fn after(&self) -> String {
        self.say(self.difference.after.as_ref())
    }

    /// What is there, whichever side has it.
    fn present(&self) -> Option<&Value> {
        self.difference.after.as_ref().or(self.difference.before.as_ref())
    }

    fn is_gone(&self) -> bool {
        self.difference.kind == DifferenceKind::Removed
    }

    fn added_or_removed(&self) -> &'static str {
        self.language.pick(if self.is_gone() { ("removed", "entfernt") } else { ("added", "hinzugefügt") })
    }

    fn order(&self) -> Option<String> {
        (self.difference.kind == DifferenceKind::Moved).then(|| {
            let order = self.language.pick(("order", "Reihenfolge"));
            format!("{}: {order} {} → {}", self.head, self.before(), self.after())
        })
    }

    /// Sentences that the field has a way of saying.
    fn special(&self) -> Option<String> {
        let (before, after) = (self.before(), self.after());
        let changed = self.difference.kind == DifferenceKind::Changed;
        let head = &self.head;
        match (self.subject, self.rest) {
            (Subject::Rule, ["points"]) if changed => {
                let after = points(self.difference.after.as_ref()?, self.language);
                Some(format!("{head} {before} → {after}"))
            }
            (Subject::Calendar, ["hours"]) => {
                let label = self.language.pick(("open", "geöffnet"));
                let side = |json: Option<&Value>| json.map_or_else(|| "–".to_owned(), |json| self.hours(json));
                let (before, after) = (side(self.difference.before.as_ref()), side(self.difference.after.as_ref()));
                Some(format!("{head}: {label} {before} → {after}"))
            }
            (Subject::Consent, ["frequency_caps", cap, "times"]) if changed => {
                let (label, times) =
                    (self.language.pick(("frequency cap", "Häufigkeitsgrenze")), self.language.pick(("times", "Mal")));
                Some(format!("{head}: {label} {cap} {before} → {after} {times}"))
            }
            (Subject::Clock, ["within"]) if changed => Some(format!("{head} {before} → {after}")),
            (Subject::Tier | Subject::Grade | Subject::Band, []) if changed => {
                let from = self.language.pick(("from", "ab"));
                // What lies below all bounds has none.
                let from = if head.contains(" else") { "" } else { from };
                Some(format!("{head} {from} {before} → {after}").replace("  ", " "))
            }
            (Subject::Stage, ["when", "score", "at_least"]) if changed => {
                let threshold = self.language.pick((" threshold", "-Schwelle"));
                Some(format!("{head}{threshold} {before} → {after}"))
            }
            (Subject::Stage, ["requires", field]) => Some(match (self.language, self.is_gone()) {
                (Language::English, false) => format!("{head} now also requires `{field}`"),
                (Language::English, true) => format!("{head} no longer requires `{field}`"),
                (Language::German, false) => format!("{head} verlangt jetzt auch `{field}`"),
                (Language::German, true) => format!("{head} verlangt nicht mehr `{field}`"),
            }),
            (Subject::Scoring, ["decay"]) => Some(self.decay()),
            (_, ["decay"]) => Some(format!("{head}: {}", self.decay())),
            (Subject::Goal, keys) => {
                let label = goals::label(keys, self.language)?;
                let side = |json: Option<&Value>| json.map(|json| goals::figure(json, self.language));
                let figures = (side(self.difference.before.as_ref()), side(self.difference.after.as_ref()));
                Some(match figures {
                    (Some(before), Some(after)) => format!("{head}: {label} {before} → {after}"),
                    (before, after) => {
                        let figure = before.or(after).unwrap_or_default();
                        format!("{head}: {label} {figure} {}", self.added_or_removed())
                    }
                })
            }
            (Subject::Dimension, []) if changed => {
                let weight = self.language.pick(("weight of", "Gewicht von"));
                Some(format!("{weight} {head} {before} → {after}"))
            }
            (_, ["limit"]) => {
                let label = self.language.pick(("limit", "Begrenzung"));
                let side = |json: Option<&Value>| json.map_or_else(|| self.none(), |json| self.limits(json));
                let (before, after) = (side(self.difference.before.as_ref()), side(self.difference.after.as_ref()));
                Some(format!("{head}: {label} {before} → {after}"))
            }
            _ => None,
        }
    }

    fn none(&self) -> String {
        self.language.pick(("none", "keine")).to_owned()
    }

    /// Half-lives of the same kind are compared by their span.
    fn decay(&self) -> String {
        let (before, after) = (self.difference.before.as_ref(), self.difference.after.as_ref());
        let half_life = |json: Option<&Value>| json?.get("half_life")?.as_str().map(str::to_owned);
        if let (Some(before), Some(after)) = (half_life(before), half_life(after)) {
            return format!("{} {before} → {after}", self.language.pick(("half-life", "Halbwertszeit")));
        }
        let side = |json: Option<&Value>| json.map_or_else(|| "–".to_owned(), |json| self.decay_kind(json));
        format!("{} {} → {}", self.language.pick(("decay", "Verfall")), side(before), side(after))
    }

    fn decay_kind(&self, json: &Value) -> String {
        let text = |key: &str| json.get(key).map(|json| self.say(Some(json)));
        let every = || format!("{} {}", self.language.pick(("every", "alle")), text("every").unwrap_or_default());
        if let Some(days) = text("half_life") {
            return format!("{} {days}", self.language.pick(("half-life", "Halbwertszeit")));
        }
        if let Some(days) = text("linear") {
            return format!("linear {days}");
        }
        if let Some(lost) = text("minus") {
            return format!("−{lost} {}", every());
        }
        text("times").map_or_else(|| self.none(), |factor| format!("× {factor} {}", every()))
    }

    /// Opening hours; days with the same hours share them.
    fn hours(&self, json: &Value) -> String {
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
        for day in DAYS {
            let Some(hours) = json.get(day) else { continue };
            let hours = match hours {
                Value::Array(spans) => spans.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
                other => self.say(Some(other)),
            };
            match groups.iter_mut().find(|(known, _)| *known == hours) {
                Some((_, days)) => days.push(day),
                None => groups.push((hours, vec![day])),
            }
        }
        groups.iter().map(|(hours, days)| format!("{} {hours}", days.join(" "))).collect::<Vec<_>>().join("; ")
    }

    fn limits(&self, json: &Value) -> String {
        let limits = json.as_array().map(Vec::as_slice).unwrap_or_default();
        let limit = |limit: &Value| {
            let times = self.say(limit.get("times"));
            let period = match limit.get("per").and_then(Value::as_str) {
                Some("day") => self.language.pick(("per day", "pro Tag")),
                Some("week") => self.language.pick(("per week", "pro Woche")),
                Some("month") => self.language.pick(("per month", "pro Monat")),
                _ => self.language.pick(("in all", "insgesamt")),
            };
            format!("{times} {period}")
        };
        limits.iter().map(limit).collect::<Vec<_>>().join(", ")
    }

    /// What changed in a condition.
    fn condition(&self) -> Option<String> {
        let (key, rest) = self.rest.split_first()?;
        if !matches!(*key, "when" | "where" | "keep_while") {
            return None;
        }
        let language = self.language;
        let head = match *key {
            "keep_while" => format!("{} {}", self.head, language.pick(("stays while", "bleibt, solange"))),
            _ => format!("{}:", self.head),
        };
        let side = |json: Option<&Value>, name: &str| json.map(|json| conditions::clause(name, json, language));
        match rest {
            [] => {
                let words = conditions::condition(self.present()?, language);
                let only = match (self.is_gone(), *key) {
                    (_, "keep_while") => return Some(format!("{head} {words}: {}", self.added_or_removed())),
                    (false, _) => language.pick(("now only when", "jetzt nur, wenn")),
                    (true, _) => language.pick(("no longer only when", "nicht mehr nur, wenn")),
                };
                Some(format!("{head} {only} {words}"))
            }
            [name] => {
                let (before, after) = (self.difference.before.as_ref(), self.difference.after.as_ref());
                match (side(before, name), side(after, name)) {
                    (Some(before), Some(after)) => Some(format!("{head} {before} → {after}")),
                    (before, after) => Some(self.clause(&before.or(after)?, key)),
                }
            }
            [name, deeper @ ..] => {
                let element = self.is_element();
                let operator = deeper.first().filter(|_| !(element && deeper.len() == 1));
                let operator = operator.map(|key| conditions::operator(key, language));
                let what = operator.map_or_else(|| (*name).to_owned(), |operator| format!("{name} {operator}"));
                let shown = self.say(self.present());
                match self.difference.kind {
                    DifferenceKind::Changed => Some(format!("{head} {what} {} → {}", self.before(), self.after())),
                    _ if element => Some(format!("{head} {what}: {shown} {}", self.added_or_removed())),
                    _ => Some(self.clause(&format!("{what} {shown}"), key)),
                }
            }
        }
    }

    /// A clause that came or went.
    fn clause(&self, words: &str, key: &str) -> String {
        let gone = self.is_gone();
        let head = &self.head;
        let (en, de) = match (self.subject, key) {
            (Subject::Persona, _) => ("asks", "fragt"),
            (_, "where") => ("counts only with", "zählt nur mit"),
            (_, "keep_while") => ("stays only while", "bleibt nur, solange"),
            _ => ("needs", "braucht"),
        };
        match (self.language, gone) {
            (Language::English, false) => format!("{head} now also {en} {words}"),
            (Language::English, true) => format!("{head} no longer {en} {words}"),
            (Language::German, false) => format!("{head} {de} jetzt auch {words}"),
            (Language::German, true) => format!("{head} {de} nicht mehr {words}"),
        }
    }

    /// Whether the last key is the element itself.
    fn is_element(&self) -> bool {
        let last = self.rest.last().copied();
        match self.present() {
            Some(Value::String(text)) => Some(text.as_str()) == last && self.difference.kind != DifferenceKind::Changed,
            Some(other @ (Value::Number(_) | Value::Bool(_))) => Some(other.to_string().as_str()) == last,
            _ => false,
        }
    }

    fn plain(&self) -> String {
        let whole = self.rest.is_empty();
        let shown = if self.is_element() { self.rest.len().saturating_sub(1) } else { self.rest.len() };
        let keys = self.rest.iter().take(shown).enumerate();
        let keys = keys.filter(|(at, key)| !(*at == 1 && **key == "values" && self.rest.first() == Some(&"points_by")));
        let labels = keys.map(|(_, key)| match labels::of(key) {
            Some(words) => self.language.pick(words).to_owned(),
            None => (*key).to_owned(),
        });
        let labels = labels.collect::<Vec<_>>().join(" ");
        let head = if whole { self.head.clone() } else { format!("{}: {labels}", self.head) };
        match self.difference.kind {
            DifferenceKind::Changed | DifferenceKind::Moved => format!("{head} {} → {}", self.before(), self.after()),
            DifferenceKind::Added | DifferenceKind::Removed if whole => {
                let words = self.present().and_then(|thing| summary(self.subject, thing, self.language));
                let words = words.map(|words| format!(" ({words})")).unwrap_or_default();
                format!("{head} {}{words}", self.added_or_removed())
            }
            DifferenceKind::Added | DifferenceKind::Removed => {
                format!("{head} {} {}", self.say(self.present()), self.added_or_removed())
            }
        }
    }
}
