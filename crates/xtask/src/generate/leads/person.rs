//! People: name, job, address and telephone.

use super::chance::Chance;
use super::company::{Company, slug};
use super::lists::content::{DISPOSABLE_MAIL, FREE_MAIL};
use super::lists::titles::{TITLES, Title};

/// Somebody who works for a company.
pub struct Person {
    pub title: &'static Title,
    /// The job title as the person writes it.
    pub job_title: &'static str,
    /// As the person writes it; may be empty.
    pub email: String,
    /// May be empty.
    pub phone: String,
}

/// Weights of the ranks for low, middling and high quality.
const RANKS: [[u32; 4]; 3] = [[76, 16, 4, 4], [50, 30, 9, 11], [24, 41, 15, 20]];

impl Person {
    /// Somebody new at the company.
    pub fn hire(company: &Company, quality: i64, chance: &mut Chance) -> Self {
        let country = company.country;
        let woman = chance.per_mille(420);
        let names = country.names_of_people;
        let first = *chance.pick(if woman { names.women } else { names.men });
        let family = *chance.pick(names.families);
        let title = title(company, quality, chance);
        let job_title = if country.german { title.german[usize::from(!woman)] } else { title.english };
        let email = email(company, (first, family), title.student, quality, chance);
        let phone = if chance.per_mille(420 + quality / 5) { phone(company, chance) } else { String::new() };
        Self { title, job_title, email, phone }
    }
}

fn title(company: &Company, quality: i64, chance: &mut Chance) -> &'static Title {
    let [low, middling, high] = RANKS;
    let mut ranks = match quality {
        ..=349 => low,
        350..=649 => middling,
        _ => high,
    };
    // In a small firm the owner asks, in a large one hardly ever.
    match company.employees {
        ..=49 => ranks[3] *= 3,
        5_000.. => ranks[3] /= 3,
        _ => {}
    }
    let rank = chance.weighted(ranks.into_iter());
    let learns = if company.industry.name == "education" { 4 } else { 1 };
    let weight = move |title: &Title| match (title.rank == rank, title.student) {
        (false, _) => 0,
        (true, true) => title.weight * learns,
        (true, false) => title.weight,
    };
    &TITLES[chance.weighted(TITLES.iter().map(weight))]
}

fn email(company: &Company, name: (&str, &str), student: bool, quality: i64, chance: &mut Chance) -> String {
    let (first, family) = (slug(name.0), slug(name.1));
    let initial: String = first.chars().take(1).collect();
    let free = if company.employees < 20 || student { 330 } else { 135 - quality / 9 };
    if chance.per_mille(if quality < 450 { 22 } else { 3 }) {
        let junk = chance.between(100, 99_999);
        return format!("{initial}{junk}@{}", chance.choose(DISPOSABLE_MAIL));
    }
    if chance.per_mille(free) {
        let host = chance.choose(FREE_MAIL);
        return match chance.below(3) {
            0 => format!("{first}.{family}@{host}"),
            1 => format!("{first}{}@{host}", chance.between(60, 99)),
            _ => format!("{initial}.{family}{}@{host}", chance.between(1, 90)),
        };
    }
    let host = &company.domain;
    if chance.per_mille(25) {
        let desk = ["info", "einkauf", "office", "it"][chance.index(4)];
        return format!("{desk}@{host}");
    }
    match company.address_style {
        0 | 1 => format!("{first}.{family}@{host}"),
        2 => format!("{initial}.{family}@{host}"),
        _ => format!("{family}@{host}"),
    }
}

fn phone(company: &Company, chance: &mut Chance) -> String {
    let start = *chance.pick(company.country.phones);
    // The free ranges differ in length: British ones end in three digits, American ones in two.
    match company.country.code {
        "US" => format!("{start}{:02}", chance.below(100)),
        "GB" | "DE" => format!("{start}{:03}", chance.below(1_000)),
        "FR" | "DK" => format!("{start}{:02} {:02}", chance.below(100), chance.below(100)),
        _ => format!("{start}{:04}", chance.below(10_000)),
    }
}
