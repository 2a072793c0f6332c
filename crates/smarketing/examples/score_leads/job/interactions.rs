//! [`History`]: the interactions' file, by lead.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::sync::Arc;

use smarketing::{Agreement, Interaction, Interactions, Timestamp};

use super::columns::{Columns, Wanted, check_said, customary, listed};
use super::failure::Failure;
use super::progress::Progress;
use super::table::{Rows, Table};

/// What every interaction has besides its type's properties, in this order before them.
const OWN: [&str; 5] = ["lead", "id", "type", "at", "offering"];

/// Those of them that must have a column, and that no lead has.
pub const OF_INTERACTIONS: [&str; 3] = ["lead", "type", "at"];

/// Types by name, with the property that each column is of that type.
type Kinds<'a> = HashMap<&'a str, (Arc<str>, Vec<Option<Arc<str>>>)>;

/// What happened, by lead.
pub struct History {
    pub table: Table,
    pub columns: Columns,
    pub count: usize,
    /// Refused rows by reason: how many, and the first lines.
    pub refused: BTreeMap<String, Vec<u64>>,
    leads: HashMap<String, (bool, Interactions)>,
    none: Interactions,
    latest: Option<Timestamp>,
}

impl History {
    /// Reads the whole file: a lead's interactions may stand anywhere in it.
    pub fn read(
        path: &str,
        agreement: &Agreement,
        said: &[(String, String)],
        show: bool,
        err: &mut dyn Write,
    ) -> Result<Self, Failure> {
        let types = &agreement.document().interactions;
        let mut properties: Vec<(&str, Vec<&str>)> = Vec::new();
        for (name, field) in types.iter().flat_map(|(_, kind)| kind.properties.iter()) {
            if !properties.iter().any(|(known, _)| *known == name) {
                properties.push((name, field.column.as_deref().into_iter().chain([name]).collect()));
            }
        }
        let own = OWN.iter().map(|name| Wanted {
            name,
            headers: [*name].iter().chain(customary(name)).copied().collect(),
            own: 1,
        });
        let wanted: Vec<Wanted<'_>> = own
            .chain(properties.iter().map(|(name, headers)| Wanted {
                name,
                headers: headers.clone(),
                own: headers.len(),
            }))
            .collect();
        // Of what the command line says, the rest concerns the leads.
        let names: Vec<&str> = wanted.iter().map(|wanted| wanted.name).collect();
        let said: Vec<_> = said.iter().filter(|(name, _)| OF_INTERACTIONS.contains(&name.as_str())).cloned().collect();
        let known = |header: &[String]| Columns::find(header, &wanted, &said).targets.iter().flatten().count();
        let mut table = Table::open(path, &known)?;
        check_said(&said, &names, table.header()).map_err(Failure::input)?;
        let columns = Columns::find(table.header(), &wanted, &said);
        for (at, name) in OWN.iter().enumerate().filter(|(_, name)| OF_INTERACTIONS.contains(name)) {
            if columns.of(at).is_none() {
                return Err(Failure::input(format!(
                    "{}: no column is `{name}`; it needs `lead` (the lead's id), `type` and `at`\n  the file has {}",
                    table.name(),
                    listed(table.header().iter().map(String::as_str)),
                )));
            }
        }
        // Which columns are properties of which type: a campaign on a type that has none is no fault.
        let kinds: Kinds<'_> = types
            .iter()
            .map(|(name, kind)| {
                let has = |target: &Option<usize>| {
                    let (property, _) = properties.get(target.and_then(|at| at.checked_sub(OWN.len()))?)?;
                    kind.properties.get(property).map(|_| Arc::from(*property))
                };
                (name, (Arc::from(name), columns.targets.iter().map(has).collect()))
            })
            .collect();
        let mut lists: HashMap<String, Vec<Interaction>> = HashMap::new();
        let mut refused: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        let (mut count, mut latest) = (0, None);
        let mut progress = Progress::new(show, &table);
        while let Some(row) = table.next_row()? {
            progress.at(table.bytes_read(), err)?;
            let (line, read) = match row {
                Rows::Refused { line, reason } => (line, Err(reason)),
                Rows::Read { line, cells } => (line, interaction(&columns, &kinds, &cells)),
            };
            match read {
                Ok((lead, interaction)) => {
                    count += 1;
                    latest = latest.max(Some(interaction.at));
                    lists.entry(lead).or_default().push(interaction);
                }
                Err(reason) => {
                    writeln!(err, "{}:{line}: row refused: {reason}", table.name())?;
                    refused.entry(reason).or_default().push(line);
                }
            }
        }
        progress.finish(err)?;
        let leads = lists.into_iter().map(|(lead, list)| (lead, (false, Interactions::from(list)))).collect();
        Ok(Self { table, columns, count, refused, leads, none: Interactions::none(), latest })
    }

    /// What happened with a lead; of a lead that the file does not name, nothing did.
    pub fn of(&mut self, lead: &str) -> &Interactions {
        match self.leads.get_mut(lead) {
            Some((asked, interactions)) => {
                *asked = true;
                interactions
            }
            None => &self.none,
        }
    }

    /// The latest interaction.
    pub const fn latest(&self) -> Option<Timestamp> {
        self.latest
    }

    /// How many interactions are of leads that the leads' file does not have, and of how many.
    pub fn of_nobody(&self) -> (usize, usize) {
        let unasked = self.leads.values().filter(|(asked, _)| !asked);
        unasked.fold((0, 0), |(count, leads), (_, list)| (count + list.list().map_or(0, <[_]>::len), leads + 1))
    }
}

/// A row as an interaction of a lead.
fn interaction(columns: &Columns, kinds: &Kinds<'_>, cells: &[String]) -> Result<(String, Interaction), String> {
    let cell = |at: usize| {
        let text = columns.of(at).and_then(|column| cells.get(column)).map(|cell| cell.trim());
        text.filter(|text| !text.is_empty())
    };
    let lead = cell(0).ok_or("no lead is named")?;
    let kind = cell(2).ok_or("no type is named")?;
    let at = cell(3).ok_or("no instant is named")?;
    let at = at.parse().map_err(|error| format!("{error} (write it as `2026-11-02T10:00:00+01:00`)"))?;
    // A type that the agreement does not know stays: the assessment reports it.
    let (name, properties) = kinds.get(kind).map_or((Arc::from(kind), &[][..]), |(name, list)| (name.clone(), list));
    let mut interaction = Interaction::new(name, at);
    if let Some(id) = cell(1) {
        interaction = interaction.id(id);
    }
    if let Some(offering) = cell(4) {
        interaction = interaction.offering(offering);
    }
    for (property, cell) in properties.iter().zip(cells) {
        if let Some(property) = property.as_ref().filter(|_| !cell.trim().is_empty()) {
            interaction = interaction.property(property.clone(), cell.trim());
        }
    }
    Ok((lead.to_owned(), interaction))
}
