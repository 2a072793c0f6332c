//! Companies: where they are, what they do, how large they are, and what they are called.

use std::collections::BTreeSet;

use super::chance::Chance;
use super::lists::places::{COUNTRIES, Country};
use super::lists::trades::{HEADS, INDUSTRIES, Industry, PLACES, TAILS};

/// A company that leads come from.
pub struct Company {
    /// Its name with the legal form.
    pub name: String,
    /// Its e-mail domain, below `.example`, so that it is nobody's.
    pub domain: String,
    pub industry: &'static Industry,
    pub country: &'static Country,
    pub city: &'static str,
    pub employees: i64,
    /// How its addresses are built; the same for all its people.
    pub address_style: usize,
}

/// A log-normal distribution with a sigma of 1.45 by its quantiles: what to multiply the median by, in
/// thousandths. As a table, since the platforms' `exp` differ in the last digit.
const SIZES: &[(i64, i64)] = &[
    (0, 10),
    (100, 34),
    (500, 92),
    (1_000, 156),
    (2_000, 295),
    (3_000, 467),
    (4_000, 693),
    (5_000, 1_000),
    (6_000, 1_444),
    (7_000, 2_139),
    (8_000, 3_388),
    (9_000, 6_411),
    (9_500, 10_861),
    (9_900, 29_170),
    (9_970, 54_000),
    (9_990, 88_000),
    (10_000, 120_000),
];

/// Companies so far, with the domains they took.
#[derive(Default)]
pub struct Companies {
    all: Vec<Company>,
    domains: BTreeSet<String>,
}

impl Companies {
    /// The company at a place.
    pub fn get(&self, place: usize) -> &Company {
        &self.all[place]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Founds a company. Of two drafts a lead of high quality comes from the one that suits the seller
    /// better, and a lead of low quality from the other.
    pub fn found(&mut self, quality: i64, chance: &mut Chance) -> usize {
        let (first, second) = (draft(chance), draft(chance));
        let first_suits = suits(&first) >= suits(&second);
        let wants_suiting = chance.per_mille(quality);
        let mut company = if first_suits == wants_suiting { first } else { second };
        while !self.domains.insert(company.domain.clone()) {
            let name = name(company.industry, company.country, company.employees, chance);
            (company.name, company.domain) = name;
        }
        self.all.push(company);
        self.all.len() - 1
    }
}

/// How well a company suits the seller, from 0 to 6.
pub fn suits(company: &Company) -> u32 {
    let size = match company.employees {
        50..=2_000 => 3,
        20..=49 | 2_001..=10_000 => 1,
        _ => 0,
    };
    company.industry.suits + size
}

fn draft(chance: &mut Chance) -> Company {
    let industry = &INDUSTRIES[chance.weighted(INDUSTRIES.iter().map(|industry| industry.weight))];
    let country = chance.choose(COUNTRIES);
    let city = chance.choose(country.cities);
    let median = i64::try_from(industry.median).unwrap_or(100);
    let employees = (median * chance.quantile(SIZES) / 1_000).max(1);
    let (name, domain) = name(industry, country, employees, chance);
    Company { name, domain, industry, country, city, employees, address_style: chance.index(4) }
}

/// A name and the domain that belongs to it.
fn name(industry: &Industry, country: &Country, employees: i64, chance: &mut Chance) -> (String, String) {
    let trade = *chance.pick(if country.german { industry.german } else { industry.english });
    let family = |chance: &mut Chance| (*chance.pick(country.names_of_people.families)).to_owned();
    let coined = |chance: &mut Chance| format!("{}{}", chance.pick(HEADS), chance.pick(TAILS));
    let core = match chance.below(20) {
        0..=6 => format!("{} {trade}", coined(chance)),
        7 if country.german => format!("{} \"{}\"", trade, coined(chance)),
        7..=9 => coined(chance),
        10..=13 => format!("{} {trade}", family(chance)),
        14 if country.german => format!("{} & Söhne {trade}", family(chance)),
        15 => format!("{}, {} & Partner", family(chance), family(chance)),
        16..=17 if country.german => format!("{trade} {}", chance.pick(PLACES)),
        18 => format!("{} + {} {trade}", family(chance), family(chance)),
        _ => format!("{} {trade} {}", coined(chance), if country.german { "Gruppe" } else { "Group" }),
    };
    let domain = format!("{}.example", slug(&core));
    let form = chance.choose(if employees < 250 { country.small_forms } else { country.large_forms });
    let comma = if form.starts_with(',') { "" } else { " " };
    (format!("{core}{comma}{form}"), domain)
}

/// Letters as they stand in an address: small, plain, words joined by a hyphen.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars() {
        match plain(letter) {
            Some(letters) => slug.push_str(&letters),
            None if slug.ends_with('-') || slug.is_empty() || letter == '\'' => {}
            None => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn plain(letter: char) -> Option<String> {
    let letter = letter.to_lowercase().next().unwrap_or(letter);
    let plain = match letter {
        'a'..='z' | '0'..='9' => return Some(letter.to_string()),
        'ä' => "ae",
        'ö' | 'ø' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'å' | 'á' | 'à' | 'â' | 'ã' | 'ą' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'ę' => "e",
        'í' | 'ï' | 'î' | 'ı' => "i",
        'ó' | 'ô' => "o",
        'ú' | 'û' => "u",
        'ç' | 'ć' => "c",
        'ğ' => "g",
        'ł' => "l",
        'ñ' | 'ń' => "n",
        'ś' | 'ş' => "s",
        'ź' | 'ż' => "z",
        _ => return None,
    };
    Some(plain.to_owned())
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn addresses_are_plain() {
        for (text, expected) in [
            ("Müller & Söhne Maschinenbau", "mueller-soehne-maschinenbau"),
            ("Handel \"Kelvanta\"", "handel-kelvanta"),
            ("O'Brien, Łukasz + Åke", "obrien-lukasz-ake"),
            ("Größe", "groesse"),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
