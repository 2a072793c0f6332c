//! The core's small language of types, in TypeScript.

use std::collections::BTreeSet;

use crate::generate::types::given_name;

/// Types, and the names of the data types that they mention.
pub struct Types<'k> {
    /// The data types that have another one for what is given.
    wider: &'k BTreeSet<String>,
    /// What must be imported from the data types.
    pub data: BTreeSet<String>,
    /// What must be imported from the hand-written types.
    pub written: BTreeSet<&'static str>,
}

impl<'k> Types<'k> {
    /// Without any type yet.
    pub const fn new(wider: &'k BTreeSet<String>) -> Self {
        Self { wider, data: BTreeSet::new(), written: BTreeSet::new() }
    }

    /// The type of an argument.
    pub fn argument(&mut self, kind: &str) -> String {
        if let Some(of) = list(kind) {
            let of = self.argument(of);
            return if of.contains(" | ") { format!("readonly ({of})[]") } else { format!("readonly {of}[]") };
        }
        if let Some(of) = table(kind) {
            return format!("{{ readonly [id: string]: {} | undefined }}", self.argument(of));
        }
        match kind {
            "Text" => "string".to_owned(),
            "Duration" => self.data("Span"),
            "Number" | "Whole" | "Rate" | "Money" => self.data("Numeric"),
            "Boolean" => "boolean".to_owned(),
            "Instant" => self.data("Instant"),
            "Date" => self.data("CalendarDate"),
            "Month" => self.data("CalendarMonth"),
            "Assessment" => format!("{} | {}", self.class(), self.data("AssessmentInput")),
            name if self.wider.contains(name) => self.data(&given_name(name)),
            name => self.data(name),
        }
    }

    /// The type of an answer.
    pub fn answer(&mut self, kind: &str) -> String {
        if let Some(of) = kind.strip_suffix('?') {
            return format!("{} | null", self.answer(of));
        }
        if let Some(of) = list(kind) {
            return format!("{}[]", self.answer(of));
        }
        if let Some(of) = table(kind) {
            return format!("{{ [id: string]: {} }}", self.answer(of));
        }
        match kind {
            "Text" | "Duration" | "TimeSpan" | "Money" | "Instant" | "Date" | "Month" => "string".to_owned(),
            "Number" | "Whole" => "number".to_owned(),
            "Boolean" => "boolean".to_owned(),
            "Object" => "{ [key: string]: unknown }".to_owned(),
            "Assessment" => self.class(),
            name => self.data(name),
        }
    }

    fn class(&mut self) -> String {
        self.written.insert("Assessment");
        "Assessment".to_owned()
    }

    fn data(&mut self, name: &str) -> String {
        self.data.insert(name.to_owned());
        name.to_owned()
    }
}

fn list(kind: &str) -> Option<&str> {
    kind.strip_prefix('[')?.strip_suffix(']')
}

fn table(kind: &str) -> Option<&str> {
    kind.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use super::Types;

    #[test]
    fn kinds_become_types() {
        let wider = ["Goal", "LeadState"].map(str::to_owned).into();
        let mut types = Types::new(&wider);
        assert_eq!(types.argument("Goal"), "GoalInput");
        assert_eq!(types.argument("[LeadState]"), "readonly LeadStateInput[]");
        assert_eq!(types.argument("{Money}"), "{ readonly [id: string]: Numeric | undefined }");
        assert_eq!(types.argument("Instant"), "Instant");
        assert_eq!(types.argument("Stage"), "Stage");
        assert_eq!(types.answer("[Finding]"), "Finding[]");
        assert_eq!(types.answer("Decline?"), "Decline | null");
        assert_eq!(types.answer("Instant"), "string");
        let data = ["Decline", "Finding", "GoalInput", "Instant", "LeadStateInput", "Numeric", "Stage"];
        assert_eq!(types.data.into_iter().collect::<Vec<_>>(), data);
    }
}
