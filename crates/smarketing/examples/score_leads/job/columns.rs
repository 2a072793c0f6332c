//! [`Columns`]: which column of a file is which name of the agreement.

/// A name that columns are looked for, with the headers that mean it, the surest first.
pub struct Wanted<'a> {
    pub name: &'a str,
    pub headers: Vec<&'a str>,
    /// How many of the headers are the name itself, or are named by the agreement.
    pub own: usize,
}

/// Which column is which.
#[derive(Debug)]
pub struct Columns {
    /// For each column the number of what it is, among the wanted.
    pub targets: Vec<Option<usize>>,
    /// Names and headers that were matched by custom or by label: worth telling.
    pub renamed: Vec<(String, String)>,
    /// Headers that nothing takes.
    pub unused: Vec<String>,
    /// Wanted names without a column.
    pub absent: Vec<String>,
}

/// The customary headers of what every lead and interaction has, besides its name.
pub fn customary(name: &str) -> &'static [&'static str] {
    match name {
        "id" => &["lead id", "lead number", "prospect id", "record id"],
        "lead" => &["lead id", "lead number", "prospect id"],
        "created" => &["created at", "created on", "create date", "created date"],
        "source" => &["lead source"],
        "account" => &["account id", "company id"],
        "contact" => &["contact id"],
        "type" => &["interaction", "interaction type", "activity type", "event"],
        "at" => &["timestamp", "occurred at", "time"],
        _ => &[],
    }
}

impl Columns {
    /// Finds the columns. Where several headers mean one name, the surest is taken; where one header
    /// stands twice, its first column.
    pub fn find(header: &[String], wanted: &[Wanted<'_>], said: &[(String, String)]) -> Self {
        let folded: Vec<String> = header.iter().map(|header| fold(header)).collect();
        let mut targets: Vec<Option<usize>> = vec![None; header.len()];
        let mut found = vec![false; wanted.len()];
        let mut take = |column: Option<usize>, at: usize, targets: &mut Vec<Option<usize>>| {
            if let Some(column) = column.filter(|column| !found[at] && targets[*column].is_none()) {
                targets[column] = Some(at);
                found[at] = true;
            }
        };
        let column = |text: &str| folded.iter().position(|header| !header.is_empty() && *header == fold(text));
        for (name, header) in said {
            if let Some(at) = wanted.iter().position(|wanted| wanted.name == name) {
                take(column(header), at, &mut targets);
            }
        }
        // What is sure for one name goes before what is likely for another.
        let most = wanted.iter().map(|wanted| wanted.headers.len()).max().unwrap_or(0);
        for rank in 0..most {
            for (at, wanted) in wanted.iter().enumerate() {
                if let Some(text) = wanted.headers.get(rank) {
                    take(column(text), at, &mut targets);
                }
            }
        }
        let pairs = || targets.iter().zip(header);
        let renamed = pairs().filter_map(|(target, header)| {
            let wanted = &wanted[(*target)?];
            let own = wanted.headers.iter().take(wanted.own).any(|own| fold(own) == fold(header));
            (!own).then(|| (wanted.name.to_owned(), header.clone()))
        });
        let unused = pairs().filter(|(target, header)| target.is_none() && !header.is_empty());
        Self {
            renamed: renamed.collect(),
            unused: unused.map(|(_, header)| header.clone()).collect(),
            absent: wanted
                .iter()
                .zip(&found)
                .filter(|(_, found)| !**found)
                .map(|(wanted, _)| wanted.name.to_owned())
                .collect(),
            targets,
        }
    }

    /// The name without a column that a header which nothing takes probably means.
    pub fn meant(&self, header: &str) -> Option<&str> {
        let near = self.absent.iter().map(|name| (letters_apart(&fold(header), &fold(name)), name));
        let near = near.filter(|(apart, name)| *apart <= (name.len() / 4).max(1) && *apart < name.len());
        near.min_by_key(|(apart, _)| *apart).map(|(_, name)| name.as_str())
    }

    /// The column of a wanted name.
    pub fn of(&self, at: usize) -> Option<usize> {
        self.targets.iter().position(|target| *target == Some(at))
    }
}

/// Small and capital letters, spaces and signs make no difference in a header: `E-Mail` is `email`.
pub fn fold(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many letters are to be put in, left out or changed to make one text of the other.
fn letters_apart(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (place, own) in other.iter().enumerate() {
            let changed = before + usize::from(letter != *own);
            before = row[place + 1];
            row[place + 1] = changed.min(before + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

/// Joins headers for a message.
pub fn listed<'h>(headers: impl Iterator<Item = &'h str>) -> String {
    headers.map(|header| format!("`{header}`")).collect::<Vec<_>>().join(", ")
}

/// The arguments that name neither a field nor a column are slips; which ones?
pub fn check_said(said: &[(String, String)], names: &[&str], header: &[String]) -> Result<(), String> {
    for (name, column) in said {
        if !names.contains(&name.as_str()) {
            return Err(format!(
                "--column: the agreement has no field `{name}`; it has {}",
                listed(names.iter().copied())
            ));
        }
        if !header.iter().any(|header| fold(header) == fold(column)) {
            return Err(format!(
                "--column: the file has no column `{column}`; it has {}",
                listed(header.iter().map(String::as_str))
            ));
        }
    }
    Ok(())
}
