//! Every code that a finding can have, with its meaning.

use std::fmt::Write as _;

use smarketing::{Code, Severity};

/// A table of errors and one of warnings; what can be both stands in both.
pub fn tables() -> String {
    let mut text = String::new();
    for (title, severity) in [("Errors", Severity::Error), ("Warnings", Severity::Warning)] {
        let _ = writeln!(text, "## {title}\n\n| code | meaning | also |\n| --- | --- | --- |");
        for code in Code::ALL.iter().filter(|code| code.severities().contains(&severity)) {
            let also: Vec<String> = code.severities().iter().filter(|one| **one != severity).map(name).collect();
            let _ = writeln!(text, "| `{code}` | {} | {} |", code.meaning(), also.join(", "));
        }
        text.push('\n');
    }
    text
}

fn name(severity: &Severity) -> String {
    match severity {
        Severity::Error => "error".to_owned(),
        _ => "warning".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use smarketing::Code;

    use super::tables;

    #[test]
    fn every_code_is_told() {
        let text = tables();
        assert!(Code::ALL.iter().all(|code| text.contains(&format!("| `{code}` | "))));
    }
}
