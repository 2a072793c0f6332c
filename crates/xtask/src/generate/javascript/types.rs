//! The core's small language of types, in TypeScript.

use std::collections::BTreeSet;

/// Types, and the names of the data types that they mention.
#[derive(Default)]
pub struct Types {
    /// What must be imported from the data types.
    pub data: BTreeSet<String>,
    /// What must be imported from the hand-written types.
    pub written: BTreeSet<&'static str>,
}

impl Types {
    /// The type of an argument.
    pub fn argument(&mut self, kind: &str) -> String {
        if let Some(of) = list(kind) {
            return format!("readonly {}[]", self.argument(of));
        }
        if let Some(of) = table(kind) {
            return format!("{{ readonly [id: string]: {} }}", self.argument(of));
        }
        match kind {
            "Text" | "Duration" => "string".to_owned(),
            "Number" | "Whole" | "Rate" => "number".to_owned(),
            "Boolean" => "boolean".to_owned(),
            "Money" => self.written("Amount"),
            "Instant" => self.written("Instant"),
            "Date" => self.written("CalendarDate"),
            "Month" => self.written("CalendarMonth"),
            "Assessment" => format!("{} | {}", self.class(), self.input("AssessmentData")),
            name => {
                self.data.insert(name.to_owned());
                self.input(name)
            }
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
            "Assessment" => self.class(),
            name => {
                self.data.insert(name.to_owned());
                name.to_owned()
            }
        }
    }

    fn class(&mut self) -> String {
        self.written("Assessment")
    }

    fn input(&mut self, name: &str) -> String {
        self.written.insert("Input");
        if name == "AssessmentData" {
            self.written.insert("AssessmentData");
        }
        format!("Input<{name}>")
    }

    fn written(&mut self, name: &'static str) -> String {
        self.written.insert(name);
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
        let mut types = Types::default();
        assert_eq!(types.argument("[LeadState]"), "readonly Input<LeadState>[]");
        assert_eq!(types.argument("{Money}"), "{ readonly [id: string]: Amount }");
        assert_eq!(types.argument("Instant"), "Instant");
        assert_eq!(types.answer("[Finding]"), "Finding[]");
        assert_eq!(types.answer("Decline?"), "Decline | null");
        assert_eq!(types.answer("Instant"), "string");
        assert_eq!(types.data.into_iter().collect::<Vec<_>>(), ["Decline", "Finding", "LeadState"]);
    }
}
