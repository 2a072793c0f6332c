//! [`LeadFile`]: the leads' file, and how a row becomes a lead.

use std::sync::Arc;

use smarketing::{Agreement, Lead, SourcedBy, Timestamp};

use super::columns::{Columns, Wanted, check_said, customary, listed};
use super::failure::Failure;
use super::interactions::OF_INTERACTIONS;
use super::table::Table;

/// What every lead has besides the agreement's fields, in this order before them.
const ENVELOPE: [&str; 7] = ["id", "created", "source", "sourced_by", "offering", "contact", "account"];
const CREATED: usize = 1;

/// The leads' file with its columns.
pub struct LeadFile {
    pub table: Table,
    pub columns: LeadColumns,
}

/// Which column is which, and the marks of absence of each field.
pub struct LeadColumns {
    pub found: Columns,
    fields: Vec<(Arc<str>, Vec<String>)>,
}

/// A cell of the lead's own columns that could not be read: its column and why.
pub type Misfit = (&'static str, String);

impl LeadFile {
    /// Opens the file and finds its columns.
    pub fn open(path: &str, agreement: &Agreement, said: &[(String, String)]) -> Result<Self, Failure> {
        let fields = &agreement.document().fields;
        let own = ENVELOPE.iter().map(|name| Wanted {
            name,
            headers: [*name].iter().chain(customary(name)).copied().collect(),
            own: 1,
        });
        let wanted: Vec<Wanted<'_>> = own
            .chain(fields.iter().map(|(name, field)| {
                // The column that the agreement names goes before a column of the field's name, and that
                // before one by what people call it.
                let labels = ["en", "de"].into_iter().filter_map(|code| field.label.in_language(code));
                let headers: Vec<&str> = field.column.as_deref().into_iter().chain([name]).chain(labels).collect();
                Wanted { name, headers, own: 1 + usize::from(field.column.is_some()) }
            }))
            .collect();
        let known = |header: &[String]| Columns::find(header, &wanted, said).targets.iter().flatten().count();
        let table = Table::open(path, &known)?;
        // What the interactions' file alone has was said for that.
        let said: Vec<_> = said.iter().filter(|(name, _)| !OF_INTERACTIONS.contains(&name.as_str())).cloned().collect();
        let names: Vec<&str> = wanted.iter().map(|wanted| wanted.name).collect();
        check_said(&said, &names, table.header()).map_err(Failure::input)?;
        let found = Columns::find(table.header(), &wanted, &said);
        if found.targets.iter().all(Option::is_none) {
            let expected = wanted.iter().filter_map(|wanted| wanted.headers.first().copied());
            return Err(Failure::input(format!(
                "{}: no column is one of the agreement's\n  the file has {}\n  the agreement reads {}\n  name a field's header as `column` in the agreement, or say `--column FIELD=HEADER`",
                table.name(),
                listed(table.header().iter().map(String::as_str)),
                listed(expected),
            )));
        }
        let marks = |marks: &[String]| marks.iter().map(|mark| mark.trim().to_lowercase()).collect();
        let fields = fields.iter().map(|(name, field)| (Arc::from(name), marks(&field.missing))).collect();
        Ok(Self { table, columns: LeadColumns { found, fields } })
    }
}

impl LeadColumns {
    /// Whether a column says when leads were created.
    pub fn has_created(&self) -> bool {
        self.found.of(CREATED).is_some()
    }

    /// When a row's lead was created.
    pub fn created(&self, cells: &[String]) -> Option<Timestamp> {
        cells.get(self.found.of(CREATED)?)?.trim().parse().ok()
    }

    /// A row as a lead. Blank cells and marks of absence are left out; what the vocabulary does not
    /// take, the assessment reports.
    pub fn lead(&self, cells: &[String]) -> (Lead, Vec<Misfit>) {
        let mut lead = Lead::default();
        let mut misfits = Vec::new();
        for (target, cell) in self.found.targets.iter().zip(cells) {
            let text = cell.trim();
            let Some(target) = target.filter(|_| !text.is_empty()) else { continue };
            match ENVELOPE.get(target) {
                Some(name) => {
                    if let Err(message) = set_own(&mut lead, name, text) {
                        misfits.push((*name, message));
                    }
                }
                None => {
                    let field = self.fields.get(target - ENVELOPE.len());
                    if let Some((field, _)) = field.filter(|(_, marks)| !marks.contains(&text.to_lowercase())) {
                        lead.facts.insert(field.clone(), text.into());
                    }
                }
            }
        }
        (lead, misfits)
    }
}

fn set_own(lead: &mut Lead, name: &str, text: &str) -> Result<(), String> {
    match name {
        "id" => lead.id = Some(text.into()),
        "source" => lead.source = Some(text.into()),
        "offering" => lead.offering = Some(text.into()),
        "contact" => lead.contact = Some(text.into()),
        "account" => lead.account = Some(text.into()),
        "created" => {
            let instant = text.parse().map_err(|error| format!("{error} (write it as `2026-11-02T10:00:00+01:00`)"))?;
            lead.created = Some(instant);
        }
        "sourced_by" => {
            lead.sourced_by = Some(match text.to_lowercase().as_str() {
                "marketing" => SourcedBy::Marketing,
                "sales" => SourcedBy::Sales,
                _ => return Err(format!("`{text}` is neither `marketing` nor `sales`")),
            });
        }
        _ => {}
    }
    Ok(())
}
