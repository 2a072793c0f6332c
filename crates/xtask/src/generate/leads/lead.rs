//! Leads: who asks, when, through which channel, and what they say of their plans.

use super::calendar::{self, DAYS, END, Instant};
use super::chance::Chance;
use super::company::Companies;
use super::lists::content::{FAIRS, WEBINARS};
use super::person::Person;

/// Channels with their weights, and what each says of a lead's quality.
const SOURCES: &[(&str, u32, i64)] = &[
    ("webinar", 17, 20),
    ("whitepaper", 20, -40),
    ("trade_fair", 9, 0),
    ("paid_search", 14, -30),
    ("organic_search", 15, 10),
    ("referral", 6, 150),
    ("partner", 5, 90),
    ("linkedin", 8, -20),
    ("cold_call", 6, -60),
];

/// A lead before anybody blots its fields.
pub struct Lead {
    pub created: Instant,
    pub source: &'static str,
    pub sourced_by: &'static str,
    /// The place in the list of offerings.
    pub offering: usize,
    pub company: usize,
    pub person: usize,
    /// What nobody sees: from 0 to 999, how likely this lead is to buy. Fit and behaviour follow it.
    pub quality: i64,
    /// The webinar or fair that it came through.
    pub event: Option<usize>,
    pub budget: Option<i64>,
    pub timeline: Option<i64>,
    pub opt_in: Option<bool>,
}

/// All leads with their people and companies.
pub struct World {
    pub leads: Vec<Lead>,
    pub people: Vec<Person>,
    pub companies: Companies,
}

impl World {
    /// So many leads in order of their creation.
    pub fn create(count: usize, chance: &mut Chance) -> Self {
        let mut starts: Vec<Start> = (0..count).map(|_| Start::draw(chance)).collect();
        starts.sort_by_key(|start| (start.created, start.source));
        let mut world = Self { leads: Vec::new(), people: Vec::new(), companies: Companies::default() };
        for start in starts {
            let lead = world.lead(start, chance);
            world.leads.push(lead);
        }
        world
    }

    fn lead(&mut self, start: Start, chance: &mut Chance) -> Lead {
        let (source, _, tendency) = SOURCES[start.source];
        // A known contact asks again, a colleague follows, or somebody is new.
        let known = !self.leads.is_empty() && chance.per_mille(35);
        let follows = !self.leads.is_empty() && chance.per_mille(200);
        let (company, person, quality) = if known {
            let before = &self.leads[chance.index(self.leads.len())];
            (before.company, before.person, before.quality)
        } else {
            // The sum of three even draws lies like a bell.
            let bell: i64 = (0..3).map(|_| chance.between(0, 333)).sum();
            let quality = (bell + tendency).clamp(0, 999);
            let company = if follows {
                // Buying centres meet within weeks: the latest companies are the likelier ones.
                let latest = self.companies.len().min(400);
                self.companies.len() - 1 - chance.index(latest)
            } else {
                self.companies.found(quality, chance)
            };
            self.people.push(Person::hire(self.companies.get(company), quality, chance));
            (company, self.people.len() - 1, quality)
        };
        let industry = self.companies.get(company).industry;
        let offering = match start.event {
            Some(event) if source == "webinar" && chance.per_mille(850) => WEBINARS[event].offering,
            _ => chance.weighted(industry.offerings.into_iter()),
        };
        let employees = self.companies.get(company).employees;
        let student = self.people[person].title.student;
        Lead {
            created: start.created,
            source,
            sourced_by: sourced_by(source, chance),
            offering,
            company,
            person,
            quality,
            event: start.event,
            budget: chance
                .per_mille(if student { 40 } else { 160 + quality / 2 })
                .then(|| budget(offering, employees, chance)),
            timeline: chance.per_mille(if student { 30 } else { 80 + quality / 4 }).then(|| timeline(quality, chance)),
            opt_in: opt_in(source, chance),
        }
    }
}

/// When and how a lead begins.
struct Start {
    created: Instant,
    /// The place in [`SOURCES`].
    source: usize,
    event: Option<usize>,
}

impl Start {
    fn draw(chance: &mut Chance) -> Self {
        let source = chance.weighted(SOURCES.iter().map(|(_, weight, _)| *weight));
        let (day, second, event) = match SOURCES[source].0 {
            "webinar" => registration(chance),
            "trade_fair" => {
                let event = chance.index(FAIRS.len());
                let fair = &FAIRS[event];
                let day = calendar::day(fair.from.0, fair.from.1) + chance.between(0, fair.days - 1);
                (day, chance.between(9 * 3_600, 17 * 3_600), Some(event))
            }
            // The last day of the sample is a Saturday.
            "cold_call" => {
                (calendar::working_day(any_day(chance).min(DAYS - 2)), chance.between(8 * 3_600, 17 * 3_600), None)
            }
            _ => (any_day(chance), calendar::moment(chance), None),
        };
        let created = calendar::instant(day, second).min(END);
        Self { created, source, event }
    }
}

/// Registrations for a webinar come in the fortnight before it, most of them late.
fn registration(chance: &mut Chance) -> (i64, i64, Option<usize>) {
    let event = chance.index(WEBINARS.len());
    let (month, day) = WEBINARS[event].on;
    let before = chance.quantile(&[(0, 0), (2_000, 1), (5_000, 3), (8_000, 8), (10_000, 15)]);
    let day = (calendar::day(month, day) - before).max(0);
    // On the day itself before it begins.
    let second = if before == 0 { chance.between(6 * 3_600, 10 * 3_600 - 60) } else { calendar::moment(chance) };
    (day, second, Some(event))
}

fn any_day(chance: &mut Chance) -> i64 {
    i64::try_from(chance.weighted((0..DAYS).map(calendar::busy))).unwrap_or(0)
}

fn sourced_by(source: &str, chance: &mut Chance) -> &'static str {
    let by_sales = match source {
        "cold_call" => 1_000,
        "partner" => 600,
        "referral" => 500,
        "trade_fair" => 250,
        _ => 0,
    };
    if chance.per_mille(by_sales) { "sales" } else { "marketing" }
}

/// In euros, rounded as people round: grows with the firm, more slowly than it.
fn budget(offering: usize, employees: i64, chance: &mut Chance) -> i64 {
    let by_size = match employees {
        ..=19 => 6_000,
        20..=49 => 12_000,
        50..=199 => 30_000,
        200..=999 => 70_000,
        1_000..=4_999 => 180_000,
        _ => 420_000,
    };
    let by_offering = [100, 55, 45][offering];
    let euros = by_size * by_offering / 100 * chance.between(35, 190) / 100;
    let step = if euros < 20_000 { 500 } else { 5_000 };
    (euros / step).max(1) * step
}

/// In months; who is serious has a date in mind.
fn timeline(quality: i64, chance: &mut Chance) -> i64 {
    let soon: &[(i64, u32)] = &[(1, 15), (2, 15), (3, 35), (6, 25), (9, 3), (12, 7)];
    let late: &[(i64, u32)] = &[(3, 10), (6, 30), (9, 10), (12, 35), (18, 5), (24, 10)];
    let serious = chance.per_mille(quality);
    chance.choose(if serious { soon } else { late })
}

/// Who signs up for something ticks the box; who is called or met was not asked.
fn opt_in(source: &str, chance: &mut Chance) -> Option<bool> {
    let (yes, no) = match source {
        "webinar" | "whitepaper" => (820, 60),
        "trade_fair" => (420, 120),
        "cold_call" => (90, 260),
        "referral" | "partner" => (300, 80),
        _ => (560, 160),
    };
    let draw = chance.between(0, 999);
    if draw < yes {
        Some(true)
    } else if draw < yes + no {
        Some(false)
    } else {
        None
    }
}
