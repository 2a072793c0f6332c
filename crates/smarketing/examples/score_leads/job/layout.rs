//! Headings, bars and tables of the summary.

use std::io::Write;

use super::failure::Failure;
use super::language::Language;

const BAR: usize = 32;

/// The most characters of a line.
pub const WIDTH: usize = 110;

pub fn heading(out: &mut dyn Write, text: &str) -> Result<(), Failure> {
    writeln!(out, "\n{text}\n{}", "─".repeat(text.chars().count()))?;
    Ok(())
}

/// A line of label, number, share and bar for each.
pub fn bars(out: &mut dyn Write, language: Language, rows: &[(String, usize)], whole: usize) -> Result<(), Failure> {
    let labels = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let digits = language.count(most).len();
    for (label, count) in rows {
        let number = language.count(*count);
        let share = language.percent(*count, whole);
        let line = format!("  {}  {number:>digits$}  {share:>6}  {}", padded(label, labels), bar(*count, most));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A bar as long as its share of the longest; what is there at all is seen.
pub fn bar(count: usize, most: usize) -> String {
    let eighths = if most == 0 { 0 } else { (count * BAR * 8).div_ceil(most) };
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    format!("{}{rest}", "█".repeat(eighths / 8))
}

/// A text filled up with spaces.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.chars().count())))
}

/// A text in lines of words, indented.
pub fn wrapped(out: &mut dyn Write, text: &str, indent: usize) -> Result<(), Failure> {
    let margin = " ".repeat(indent);
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && indent + line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(out, "{margin}{line}")?;
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(out, "{margin}{line}")?;
    Ok(())
}

/// The first lines of a list of line numbers.
pub fn lines(language: Language, numbers: &[u64]) -> String {
    const SHOWN: usize = 8;
    let first: Vec<String> = numbers.iter().take(SHOWN).map(ToString::to_string).collect();
    let word = if numbers.len() == 1 { language.say("line", "Zeile") } else { language.say("lines", "Zeilen") };
    let rest = numbers.len().saturating_sub(SHOWN);
    let more =
        if rest == 0 { String::new() } else { format!(" {} {}", language.say("and", "und"), language.count(rest)) };
    let more = if rest == 0 { more } else { format!("{more} {}", language.say("more", "weitere")) };
    format!("{word} {}{more}", first.join(", "))
}
