//! What must be true of the sample, whatever the seed: an example that reads it relies on this.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Options;
use super::chance::Chance;
use super::company::suits;
use super::lead::World;
use super::{LEADS, SEED, calendar, journey, make};

fn seeds() -> [u64; 3] {
    [SEED, 1, 42]
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let text = |seed| make(&Options { seed }).unwrap().into_iter().map(|file| file.text).collect::<Vec<_>>();
    assert_eq!(text(None), text(Some(SEED)));
    assert_ne!(text(None), text(Some(SEED + 1)));
}

#[test]
fn rows_have_all_columns_and_the_files_stay_small() {
    for seed in seeds() {
        for file in make(&Options { seed: Some(seed) }).unwrap() {
            let columns = file.text.lines().next().unwrap().split(',').count();
            for line in file.text.lines() {
                let in_quotes = line.split('"').enumerate().filter(|(place, _)| place % 2 == 1);
                let hidden: usize = in_quotes.map(|(_, text)| text.matches(',').count()).sum();
                assert_eq!(line.matches(',').count() - hidden + 1, columns, "{line}");
            }
            assert!(file.text.len() < 1_650_000, "{} has {} bytes", file.path, file.text.len());
        }
    }
}

#[test]
fn the_shares_are_those_of_the_documentation() {
    for seed in seeds() {
        let world = World::create(LEADS, &mut Chance::new(seed));
        let near = |what: &str, share: &dyn Fn(usize) -> bool, expected: usize| {
            let count = (0..LEADS).filter(|place| share(*place)).count() * 1_000 / LEADS;
            assert!(count.abs_diff(expected) <= 8 + expected / 8, "{what}: {count} instead of {expected}, seed {seed}");
        };
        let company = |place: usize| world.companies.get(world.leads[place].company);
        let email = |place: usize| world.people[world.leads[place].person].email.as_str();
        near("Germany", &|place| company(place).country.code == "DE", 550);
        near("Austria", &|place| company(place).country.code == "AT", 90);
        near("no budget", &|place| world.leads[place].budget.is_none(), 600);
        near("free or disposable mail", &|place| !email(place).ends_with(".example"), 130);
        near("large", &|place| company(place).employees > 10_000, 6);
        assert!(world.leads.windows(2).all(|pair| pair[0].created <= pair[1].created));
    }
}

#[test]
fn interactions_lie_between_creation_and_the_end() {
    for seed in seeds() {
        let world = World::create(LEADS, &mut Chance::new(seed));
        let interactions = journey::interactions(&world, &mut Chance::new(seed + 1));
        for interaction in &interactions {
            assert!(interaction.at >= world.leads[interaction.lead].created);
            assert!(interaction.at <= calendar::END);
        }
        let active: BTreeSet<usize> = interactions.iter().map(|interaction| interaction.lead).collect();
        let silent = LEADS - active.len();
        assert!((650..850).contains(&silent), "{silent} silent leads, seed {seed}");
        assert!((21_000..25_000).contains(&interactions.len()), "{} interactions", interactions.len());
    }
}

#[test]
fn fit_and_engagement_follow_the_hidden_quality() {
    let world = World::create(LEADS, &mut Chance::new(SEED));
    let interactions = journey::interactions(&world, &mut Chance::new(SEED + 1));
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for interaction in &interactions {
        let count = counts.entry(interaction.lead).or_default();
        count.0 += 1;
        count.1 += usize::from(interaction.kind == "demo_request");
    }
    let of = |from: i64, to: i64| {
        let places: Vec<usize> = (0..LEADS).filter(|place| (from..to).contains(&world.leads[*place].quality)).collect();
        let sum = |value: &dyn Fn(usize) -> usize| places.iter().map(|place| value(*place)).sum::<usize>();
        let size = places.len();
        let done = sum(&|place| counts.get(&place).map_or(0, |count| count.0));
        let demos = sum(&|place| counts.get(&place).map_or(0, |count| count.1));
        let fit = sum(&|place| suits(world.companies.get(world.leads[place].company)) as usize);
        (done * 100 / size, demos * 1_000 / size, fit * 100 / size)
    };
    let (low, middling, high) = (of(0, 350), of(350, 650), of(650, 1_000));
    assert!(low.0 < middling.0 && middling.0 < high.0, "interactions: {low:?} {middling:?} {high:?}");
    assert!(low.1 < middling.1 && middling.1 < high.1, "demos: {low:?} {middling:?} {high:?}");
    assert!(low.2 < middling.2 && middling.2 < high.2, "fit: {low:?} {middling:?} {high:?}");
}

#[test]
fn nobody_real_is_hit() {
    let world = World::create(LEADS, &mut Chance::new(SEED));
    let mut domains = BTreeSet::new();
    for place in 0..world.companies.len() {
        let company = world.companies.get(place);
        assert!(company.domain.ends_with(".example"), "{}", company.domain);
        assert!(domains.insert(&company.domain), "two companies at {}", company.domain);
    }
}

#[test]
fn the_documentation_counts_right() {
    let files = make(&Options::default()).unwrap();
    let rows = files[1].text.lines().count() - 1;
    let said = format!("{LEADS} leads and {rows} interactions");
    let page = include_str!("../../../../../docs/data.md");
    let page: String = page.replace(" of an invented seller of business software (`erp`, `crm`, `analytics`)", "");
    assert!(page.replace(',', "").contains(&said), "docs/data.md does not say: {said}");
}
