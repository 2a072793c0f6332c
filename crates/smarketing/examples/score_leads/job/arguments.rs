//! [`Arguments`]: what the command line asks for; without any, the sample that the project ships.

use smarketing::Timestamp;

use super::failure::Failure;
use super::language::Language;

pub const HELP: &str = "\
Scores leads by an agreement between marketing and sales.

  --agreement FILE     the agreement, TOML or JSON (by its ending)
  --leads FILE         the leads: CSV with a header, one lead a row
  --interactions FILE  what happened: CSV with `lead`, `type`, `at` and the properties
  --as-of INSTANT      the instant of the question, as 2026-11-01T00:00:00+01:00;
                       without it the latest instant in the data,
                       or now, where the data has none
  --out FILE           where the scored CSV goes; `-` is standard output
  --column NAME=HEADER reads a field, or `id`, `created` and so on, from this column
  --language de|en     the language of the summary; without it the agreement's
  --progress           shows progress even where nobody watches a terminal

Without arguments it scores the sample that the project ships.
";

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");

/// What the command line asks for.
pub struct Arguments {
    pub agreement: String,
    pub leads: String,
    pub interactions: Option<String>,
    pub as_of: Option<Timestamp>,
    /// The scored file; absent: a file of the customary name, where it is in nobody's way.
    pub out: Option<String>,
    /// Names and the headers of the columns they are read from.
    pub columns: Vec<(String, String)>,
    pub language: Option<Language>,
    pub progress: bool,
}

impl Arguments {
    /// Reads the command line; `None` where it asks for help.
    pub fn parse(arguments: &[String]) -> Result<Option<Self>, Failure> {
        let (mut agreement, mut leads, mut interactions, mut as_of, mut out) = (None, None, None, None, None);
        let (mut columns, mut language, mut progress) = (Vec::new(), None, false);
        let mut list = arguments.iter();
        while let Some(argument) = list.next() {
            let (name, inline) = match argument.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
                _ => (argument.as_str(), None),
            };
            let mut value = || {
                let next = inline.clone().or_else(|| list.next().cloned());
                next.ok_or_else(|| Failure::input(format!("`{name}` needs a value; `--help` lists the arguments")))
            };
            match name {
                "--help" | "-h" => return Ok(None),
                "--agreement" => agreement = Some(value()?),
                "--leads" => leads = Some(value()?),
                "--interactions" => interactions = Some(value()?),
                "--as-of" => as_of = Some(instant(&value()?)?),
                "--out" => out = Some(value()?),
                "--column" => columns.push(column(&value()?)?),
                "--language" => language = Some(Language::named(&value()?)?),
                "--progress" => progress = true,
                _ => return Err(Failure::input(format!("`{argument}` is no argument; `--help` lists them"))),
            }
        }
        // Of the sample, the interactions and the instant belong to its leads alone.
        let sample = leads.is_none();
        if sample && interactions.is_some() {
            return Err(Failure::input("`--interactions` needs `--leads`: whose interactions are they?"));
        }
        if sample {
            interactions = Some(format!("{EXAMPLES}/data/interactions.csv"));
            as_of = as_of.or("2026-11-01T00:00:00+01:00".parse().ok());
        }
        Ok(Some(Self {
            agreement: agreement.unwrap_or_else(|| format!("{EXAMPLES}/agreements/b2b-software.toml")),
            leads: leads.unwrap_or_else(|| format!("{EXAMPLES}/data/leads.csv")),
            interactions,
            as_of,
            out,
            columns,
            language,
            progress,
        }))
    }
}

fn instant(text: &str) -> Result<Timestamp, Failure> {
    let help = "write it as `2026-11-01T00:00:00+01:00`, or in UTC as `2026-10-31T23:00:00Z`";
    text.parse().map_err(|error| Failure::input(format!("--as-of: {error} ({help})")))
}

fn column(text: &str) -> Result<(String, String), Failure> {
    let pair = text.split_once('=').filter(|(name, header)| !name.is_empty() && !header.is_empty());
    pair.map(|(name, header)| (name.to_owned(), header.to_owned()))
        .ok_or_else(|| Failure::input(format!("`--column {text}`: write it as `--column id=\"Lead number\"`")))
}
