//! Reading the agreement: all findings, each with its line and a caret below it.

use std::fmt::Write as _;
use std::io::Write;

use smarketing::{Agreement, Finding, check_json, check_toml};

use super::failure::Failure;

/// Reads an agreement, by the ending of its name from JSON or from TOML.
pub fn read(path: &str, err: &mut dyn Write) -> Result<Agreement, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, "read the agreement", &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line =
            error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|byte| **byte == b'\n').count();
        Failure::input(format!("{path}:{}: the agreement is not UTF-8: save it as UTF-8", line + 1))
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let json = path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("json"));
    let (read, findings) = if json {
        (Agreement::from_json(text), check_json(text, None))
    } else {
        (Agreement::from_toml(text), check_toml(text, None))
    };
    let agreement = read.map_err(|_| Failure { code: 2, message: report(path, text, &findings) })?;
    if !findings.is_empty() {
        // Doubts do not stop the work.
        writeln!(err, "{}", report(path, text, &findings))?;
    }
    Ok(agreement)
}

/// All findings as a compiler shows them.
fn report(path: &str, text: &str, findings: &[Finding]) -> String {
    let mut report = String::new();
    for finding in findings {
        let severity = if finding.is_error() { "error" } else { "warning" };
        let _ = writeln!(report, "{severity}[{}]: {}", finding.code, finding.message);
        if let (Some(line), Some(column)) = (finding.line, finding.column) {
            let _ = writeln!(report, "  --> {path}:{line}:{column}");
            excerpt(&mut report, text, line, column);
        } else {
            let _ = writeln!(report, "  --> {path}, {}", finding.path);
        }
        if let Some(help) = &finding.help {
            let _ = writeln!(report, "  help: {help}");
        }
        report.push('\n');
    }
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let counted = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    };
    let counts = [counted(errors, "error"), counted(findings.len() - errors, "warning")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let nothing = if errors > 0 { ": nothing was scored" } else { "" };
    let _ = write!(report, "{path}: {}{nothing}", counts.join(" and "));
    report
}

/// A line of the source with a caret below the column; of a long line, the part around it.
fn excerpt(report: &mut String, text: &str, line: u32, column: u32) {
    let (line_at, column_at) = (line.saturating_sub(1) as usize, column.saturating_sub(1) as usize);
    let Some(source) = text.lines().nth(line_at) else { return };
    let from = column_at.saturating_sub(60);
    let shown: String =
        source.chars().skip(from).take(100).map(|letter| if letter == '\t' { ' ' } else { letter }).collect();
    let gutter = line.to_string();
    let dots = if from > 0 { "…" } else { "" };
    let _ = writeln!(report, "{gutter} | {dots}{shown}");
    let blank = " ".repeat(gutter.len());
    let _ = writeln!(report, "{blank} | {}^", " ".repeat(column_at - from + dots.chars().count()));
}
