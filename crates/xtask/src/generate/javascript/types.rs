//! The core's small language of types, in TypeScript.

use std::collections::BTreeSet;

/// Types, and the names of the data types that they mention.
pub struct Types<'k> {
    /// The data types that there are: some have a wider form in which they may be given.
    known: &'k BTreeSet<String>,
    /// What must be imported from the data types.
    pub data: BTreeSet<String>,
    /// What must be imported from the hand-written types.
    pub written: BTreeSet<&'static str>,
}

impl<'k> Types<'k> {
    /// Without any type yet.
    pub const fn new(known: &'k BTreeSet<String>) -> Self {
        Self { known, data: BTreeSet::new(), written: BTreeSet::new() }
    }

    /// The type of an argument.
    pub fn argument(&mut self, kind: &str) -> String {
        if let Some(of) = list(kind) {
            let of = self.argument(of);
            return if of.contains(" | ") { format!("readonly ({of})[]") } else { format!("readonly {of}[]") };
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
                let wider = format!("{name}Input");
                let name = if self.known.contains(&wider) { wider } else { name.to_owned() };
                let written = self.input(&name);
                self.data.insert(name);
                written
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
            "Object" => "{ [key: string]: unknown }".to_owned(),
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
        let known = ["Goal", "GoalInput", "LeadState"].map(str::to_owned).into();
        let mut types = Types::new(&known);
        assert_eq!(types.argument("Goal"), "Input<GoalInput>");
        assert_eq!(types.argument("[LeadState]"), "readonly Input<LeadState>[]");
        assert_eq!(types.argument("{Money}"), "{ readonly [id: string]: Amount }");
        assert_eq!(types.argument("Instant"), "Instant");
        assert_eq!(types.answer("[Finding]"), "Finding[]");
        assert_eq!(types.answer("Decline?"), "Decline | null");
        assert_eq!(types.answer("Instant"), "string");
        assert_eq!(types.data.into_iter().collect::<Vec<_>>(), ["Decline", "Finding", "GoalInput", "LeadState"]);
    }
}
