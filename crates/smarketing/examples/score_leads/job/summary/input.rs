//! The summary's head: by which agreement, from which files, and what could not be read.

use std::collections::BTreeMap;
use std::io::Write;

use smarketing::Status;

use super::Told;
use crate::job::columns::{Columns, listed};
use crate::job::failure::Failure;
use crate::job::layout::{heading, lines, wrapped};
use crate::job::table::Table;

pub fn print(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let count = |number| told.language.count(number);
    let header = &told.agreement.document().agreement;
    let status = match header.status {
        Status::Signed => say("signed", "unterschrieben"),
        Status::Draft => say("draft", "Entwurf"),
    };
    writeln!(out, "{} · {} {} · {status}", header.name, say("version", "Version"), header.version)?;
    let mut read = format!("{} {}", count(told.outcome.leads), say("leads from", "Leads aus"));
    read = format!("{read} {}", told.file.table.name());
    if let Some(history) = told.history {
        let name = history.table.name();
        read = format!("{read} · {} {} {name}", count(history.count), say("interactions from", "Interaktionen aus"));
    }
    writeln!(out, "{read} · {} {}", say("as of", "Stand"), told.as_of)?;
    file(told, out, &told.file.table, &told.file.columns.found, &told.outcome.refused)?;
    if let Some(history) = told.history {
        file(told, out, &history.table, &history.columns, &history.refused)?;
        let (interactions, leads) = history.of_nobody();
        if interactions > 0 {
            let (one, many) = (
                say("interaction belongs to", "Interaktion gehört zu"),
                say("interactions belong to", "Interaktionen gehören zu"),
            );
            let of = told.language.several(interactions, one, many);
            let (one, many) = (
                say("id that is no lead of the file", "Id, die kein Lead der Datei hat"),
                say("ids that are no lead of the file", "Ids, die kein Lead der Datei hat"),
            );
            writeln!(out, "    {of} {}", told.language.several(leads, one, many))?;
        }
    }
    people(told, out)?;
    unfit(told, out)
}

/// How a file was read, as far as it is worth telling.
fn file(
    told: &Told<'_>,
    out: &mut dyn Write,
    table: &Table,
    columns: &Columns,
    refused: &BTreeMap<String, Vec<u64>>,
) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let mut notes: Vec<String> = Vec::new();
    if table.separator() != b',' {
        let separator =
            if table.separator() == b'\t' { "tab".to_owned() } else { char::from(table.separator()).to_string() };
        notes.push(format!("{} `{separator}`", say("the separator is", "das Trennzeichen ist")));
    }
    let renamed: Vec<String> = columns.renamed.iter().map(|(name, header)| format!("{name} ← `{header}`")).collect();
    if !renamed.is_empty() {
        notes.push(format!("{} {}", say("columns by other names:", "Spalten mit anderem Namen:"), renamed.join(", ")));
    }
    if !columns.unused.is_empty() {
        let unused = listed(columns.unused.iter().map(String::as_str));
        notes.push(format!("{} {unused}", say("columns that nothing takes:", "Spalten, die nichts aufnimmt:")));
    }
    for (header, name) in columns.unused.iter().filter_map(|header| Some((header, columns.meant(header)?))) {
        let (meant, then) = (say("did you mean", "war gemeint"), say("then say", "dann mit"));
        notes.push(format!("`{header}`: {meant} `{name}`? {then} `--column {name}=\"{header}\"`"));
    }
    let fields = &told.agreement.document().fields;
    let absent: Vec<&str> =
        columns.absent.iter().filter(|name| fields.get(name).is_some()).map(String::as_str).collect();
    if !absent.is_empty() {
        let text = say("fields without a column, so never known:", "Felder ohne Spalte, also nie bekannt:");
        notes.push(format!("{text} {}", listed(absent.into_iter())));
    }
    if let Some((line, text)) = &table.first_not_utf8 {
        let (one, many) = (say("row is", "Zeile ist"), say("rows are", "Zeilen sind"));
        let rows = told.language.several(table.not_utf8, one, many);
        let what = say(
            "not UTF-8, read as Windows-1252; is this right:",
            "nicht UTF-8, gelesen als Windows-1252; stimmt das:",
        );
        notes.push(format!("{rows} {what} `{text}` ({})", lines(told.language, &[*line])));
    }
    if table.blank_rows > 0 {
        let (one, many) =
            (say("blank row skipped", "leere Zeile übergangen"), say("blank rows skipped", "leere Zeilen übergangen"));
        notes.push(told.language.several(table.blank_rows, one, many));
    }
    for (reason, numbers) in refused {
        let (one, many) = (say("row refused", "Zeile zurückgewiesen"), say("rows refused", "Zeilen zurückgewiesen"));
        let rows = told.language.several(numbers.len(), one, many);
        notes.push(format!("{rows}, {}: {reason}", lines(told.language, numbers)));
    }
    if !notes.is_empty() {
        writeln!(out, "  {}", table.name())?;
    }
    for note in notes {
        wrapped(out, &note, 4)?;
    }
    Ok(())
}

fn people(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let outcome = told.outcome;
    if outcome.without_id > 0 {
        let (one, many) = (say("lead has no id", "Lead hat keine Id"), say("leads have no id", "Leads haben keine Id"));
        let nobody = say(", so that nobody knows what they did", ", also weiß niemand, was sie taten");
        let without = told.language.several(outcome.without_id, one, many);
        writeln!(out, "    {without}{}", if told.history.is_some() { nobody } else { "" })?;
    }
    if let Some((id, numbers)) = outcome.twice.first_key_value() {
        let (one, many) = (say("id stands", "Id steht"), say("ids stand", "Ids stehen"));
        let ids = told.language.several(outcome.twice.len(), one, many);
        let what =
            say("more than once, and each row was scored; first", "mehrfach da, und jede Zeile wurde bewertet; zuerst");
        writeln!(out, "    {ids} {what} `{id}`: {}", lines(told.language, numbers))?;
    }
    Ok(())
}

/// Facts that did not fit, the column with the most first.
fn unfit(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    if told.outcome.unfit.is_empty() {
        return Ok(());
    }
    heading(
        out,
        say("Facts that did not fit: they count as unknown", "Angaben, die nicht passen: sie gelten als unbekannt"),
    )?;
    let mut columns: Vec<_> = told.outcome.unfit.iter().collect();
    columns.sort_by_key(|(_, unfit)| std::cmp::Reverse(unfit.count));
    for (column, unfit) in columns {
        writeln!(out, "  {column}: {}", told.language.count(unfit.count))?;
        let mut messages: Vec<_> = unfit.messages.iter().collect();
        messages.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        for (message, (count, line)) in messages.iter().take(3) {
            let times = if *count > 1 {
                format!("{}×, {} ", told.language.count(*count), say("first in", "zuerst in"))
            } else {
                String::new()
            };
            wrapped(out, &format!("{message}: {times}{}", lines(told.language, &[*line])), 6)?;
        }
        if messages.len() > 3 {
            let more = say("other values", "andere Werte");
            writeln!(out, "      … {} {} {more}", say("and", "und"), told.language.count(messages.len() - 3))?;
        }
    }
    Ok(())
}
