//! The rows of both files, with the blots of real ones: gaps, marks of absence, stray spaces, mixed case.

use std::fmt::Write as _;

use super::calendar;
use super::chance::Chance;
use super::journey::Interaction;
use super::lead::{Lead, World};
use super::lists::content::OFFERINGS;
use super::lists::titles::RANKS;

const LEADS: &str = "id,created,source,sourced_by,offering,company,industry,employees,country,city,job_title,seniority,\
                     email,phone,budget,timeline,opt_in";
const INTERACTIONS: &str = "lead,id,type,at,url,asset,campaign";

/// How often a field is spoilt, in thousandths of the rows.
#[derive(Clone, Copy, Default)]
struct Blots {
    empty: i64,
    /// `n/a`, as people type it.
    not_available: i64,
    /// `Select`, as a form sends it when nobody chose.
    select: i64,
    spaces: i64,
    lower: i64,
    upper: i64,
}

const COMPANY: Blots = Blots { empty: 15, spaces: 12, lower: 15, upper: 12, ..NONE };
const INDUSTRY: Blots = Blots { empty: 30, select: 25, spaces: 8, upper: 6, ..NONE };
const EMPLOYEES: Blots = Blots { empty: 60, not_available: 14, spaces: 4, ..NONE };
const COUNTRY: Blots = Blots { empty: 14, lower: 9, spaces: 5, ..NONE };
const CITY: Blots = Blots { empty: 80, upper: 10, lower: 10, spaces: 10, ..NONE };
const JOB_TITLE: Blots = Blots { empty: 55, not_available: 10, lower: 35, upper: 10, spaces: 12, ..NONE };
const SENIORITY: Blots = Blots { empty: 60, select: 90, not_available: 4, ..NONE };
const EMAIL: Blots = Blots { empty: 25, not_available: 3, upper: 6, spaces: 9, ..NONE };
const PHONE: Blots = Blots { not_available: 8, spaces: 5, ..NONE };
const BUDGET: Blots = Blots { not_available: 6, ..NONE };
const NONE: Blots = Blots { empty: 0, not_available: 0, select: 0, spaces: 0, lower: 0, upper: 0 };

/// The file of leads.
pub fn leads(world: &World, chance: &mut Chance) -> String {
    let mut text = format!("{LEADS}\n");
    for (place, lead) in world.leads.iter().enumerate() {
        let fields = fields(world, place, lead, chance);
        let quoted: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        let _ = writeln!(text, "{}", quoted.join(","));
    }
    text
}

/// The file of interactions.
pub fn interactions(interactions: &[Interaction]) -> String {
    let mut text = format!("{INTERACTIONS}\n");
    for (number, interaction) in (1..).zip(interactions) {
        let Interaction { at, lead, kind, url, asset, campaign } = interaction;
        let at = calendar::in_utc(*at);
        let (id, asset) = (id(*lead), quoted(asset));
        let _ = writeln!(text, "{id},i{number},{kind},{at},{url},{asset},{campaign}");
    }
    text
}

fn id(place: usize) -> String {
    format!("L-{:06}", place + 1)
}

fn fields(world: &World, place: usize, lead: &Lead, chance: &mut Chance) -> [String; 17] {
    let company = world.companies.get(lead.company);
    let person = &world.people[lead.person];
    let number = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    let country = if chance.per_mille(30) { *chance.pick(&company.country.names) } else { company.country.code };
    let mut email = person.email.clone();
    if chance.per_mille(30) {
        email = capitals(&email);
    }
    [
        id(place),
        calendar::in_berlin(lead.created),
        lead.source.to_owned(),
        lead.sourced_by.to_owned(),
        OFFERINGS[lead.offering].to_owned(),
        blot(&company.name, COMPANY, chance),
        blot(company.industry.name, INDUSTRY, chance),
        blot(&company.employees.to_string(), EMPLOYEES, chance),
        blot(country, COUNTRY, chance),
        blot(company.city, CITY, chance),
        blot(person.job_title, JOB_TITLE, chance),
        blot(RANKS[person.title.rank], SENIORITY, chance),
        blot(&email, EMAIL, chance),
        blot(&person.phone, PHONE, chance),
        blot(&number(lead.budget), BUDGET, chance),
        number(lead.timeline),
        lead.opt_in.map(|yes| yes.to_string()).unwrap_or_default(),
    ]
}

/// The value as it arrives: mostly as it is.
fn blot(value: &str, blots: Blots, chance: &mut Chance) -> String {
    let mut draw = chance.between(0, 999);
    let mut falls = |share: i64| {
        draw -= share;
        (-share..0).contains(&draw)
    };
    if falls(blots.empty) {
        String::new()
    } else if falls(blots.not_available) {
        "n/a".to_owned()
    } else if falls(blots.select) {
        "Select".to_owned()
    } else if value.is_empty() {
        String::new()
    } else if falls(blots.spaces) {
        format!(" {value} ")
    } else if falls(blots.lower) {
        value.to_lowercase()
    } else if falls(blots.upper) {
        value.to_uppercase()
    } else {
        value.to_owned()
    }
}

/// An address as a telephone writes it: each part of the name with a capital.
fn capitals(email: &str) -> String {
    let mut at_start = true;
    let mut in_name = true;
    let mut text = String::new();
    for letter in email.chars() {
        in_name &= letter != '@';
        if at_start && in_name {
            text.extend(letter.to_uppercase())
        } else {
            text.push(letter)
        }
        at_start = letter == '.' || letter == '-';
    }
    text
}

/// A field in quotes where RFC 4180 asks for them.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n']) || field.trim() != field {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{capitals, quoted};

    #[test]
    fn commas_and_quotes_are_quoted() {
        assert_eq!(quoted("Handel \"Kelvanta\" GmbH"), "\"Handel \"\"Kelvanta\"\" GmbH\"");
        assert_eq!(quoted("Kelvanta, Inc."), "\"Kelvanta, Inc.\"");
        assert_eq!(quoted("Kelvanta"), "Kelvanta");
    }

    #[test]
    fn telephones_write_capitals() {
        assert_eq!(capitals("karl-heinz.weber@firm.example"), "Karl-Heinz.Weber@firm.example");
    }
}
