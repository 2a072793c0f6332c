//! The naive reference, last third: a slow and obvious scoring, with decimals, from the document's
//! own words. It shares no code with the library but the types of the document.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};
use smarketing::{
    AgreementDocument, Decay, Dimension, Interaction, Interactions, Lead, Period, Pick, Points, PointsBy, Rule, Scale,
    Truth, Value,
};

use crate::agreements::{Style, agreement};
use crate::calendar::{month_of, week_of};
use crate::choices::choices;
use crate::leads::{AS_OF, DAY, as_of, interactions, lead};
use crate::reference_truth::{Case, Known, Results, age_in_days, fold};
use crate::{cases, compile};

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn the_engine_agrees_with_a_naive_one(mut choices in choices(400), mut facts in choices(120)) {
        let agreement = compile(&agreement(&mut choices, Style::Plain));
        for _ in 0..3 {
            let lead = Lead::from_json(&lead(&mut facts).to_string());
            let interactions = Interactions::from_json(&interactions(&mut facts).to_string());
            let assessment = agreement.assess(&lead, &interactions, as_of());
            let [fit, engagement, score] = score(agreement.document(), &lead, &interactions);
            let engine = [assessment.fit, assessment.engagement, assessment.score].map(Points::to_decimal);
            prop_assert_eq!(engine, [fit, engagement, score], "{:#?}", assessment.contributions);
        }
    }
}

fn round(number: Decimal, decimals: u32) -> Decimal {
    number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointNearestEven).normalize()
}

/// Fit, engagement and score.
fn score(document: &AgreementDocument, lead: &Lead, interactions: &Interactions) -> [Decimal; 3] {
    let history = interactions.list().map(|list| in_order(document, list));
    let mut case = Case { document, lead, history, results: Results::default() };
    profile(&mut case);
    let weights = &document.scoring.weights;
    let fit = dimension(&case, Dimension::Fit, Decimal::ZERO);
    let engagement = dimension(&case, Dimension::Engagement, Decimal::ZERO);
    (case.results.fit, case.results.engagement) = (fit, engagement);
    let base = round(fit * weights.fit.to_decimal(), 6) + round(engagement * weights.engagement.to_decimal(), 6);
    [fit, engagement, dimension(&case, Dimension::Score, base)].map(|number| number.normalize())
}

/// By instant, then id, then content; the same id once; up to the instant of the question.
fn in_order<'i>(document: &AgreementDocument, list: &'i [Interaction]) -> Vec<&'i Interaction> {
    let mut list: Vec<&Interaction> = list.iter().collect();
    // What an interaction says is ordered by its JSON text.
    let said = |one: &Interaction| serde_json::to_string(&one.properties).expect("JSON");
    list.sort_by_cached_key(|one| (one.at, one.id.clone(), one.kind.clone(), one.offering.clone(), said(one)));
    let mut seen: Vec<&str> = Vec::new();
    list.retain(|one| {
        let again = one.id.as_deref().is_some_and(|id| seen.contains(&id));
        seen.extend(one.id.as_deref());
        !again && one.at <= as_of() && document.interactions.get(&one.kind).is_some()
    });
    list
}

/// ICP, persona and qualification.
fn profile(case: &mut Case<'_>) {
    let mut results = Results::default();
    if let Some(icp) = &case.document.icp {
        let all: Decimal = icp.criteria.iter().map(|criterion| criterion.weight.to_decimal()).sum();
        let share = |counts: &dyn Fn(Truth) -> bool| {
            let met = icp.criteria.iter().filter(|criterion| counts(case.asks(&criterion.when)));
            let weight: Decimal = met.map(|criterion| criterion.weight.to_decimal()).sum();
            if all.is_zero() { all } else { round(weight / all, 6) }
        };
        let tier = |share: Decimal| {
            let label = icp.tiers.label(Points::try_from(share).expect("a share"))?;
            icp.tiers.labels().position(|known| known == label)
        };
        results.icp_matched = share(&Truth::is_yes);
        let excluded = icp.exclude.iter().map(|one| case.asks(&one.when)).fold(Truth::No, Truth::or);
        if excluded != Truth::Yes {
            let count = icp.tiers.labels().count();
            let (best, now) = (tier(share(&|truth| truth != Truth::No)), tier(results.icp_matched));
            results.tier = now;
            results.tiers_open = (best.unwrap_or(count)..now.map_or(count, |now| now + 1)).collect();
        }
        results.icp = Some(match (results.tier, results.tiers_open.is_empty()) {
            (Some(_), _) => Truth::Yes,
            (None, false) => Truth::Unknown,
            (None, true) => Truth::No,
        });
    }
    for (at, persona) in case.document.personas.iter().enumerate() {
        let truth = persona.when.as_ref().map_or(Truth::No, |when| case.asks(when));
        if truth != Truth::No {
            results.personas_open.push(at);
        }
        if truth == Truth::Yes {
            results.persona = Some(at);
            break;
        }
    }
    for criterion in case.document.qualification.iter().flat_map(|list| &list.criteria) {
        results.criteria.push((criterion.id.clone(), case.asks(&criterion.when)));
    }
    case.results = results;
}

fn dimension(case: &Case<'_>, dimension: Dimension, base: Decimal) -> Decimal {
    let scoring = &case.document.scoring;
    let rules = scoring.rules.iter().filter(|rule| rule.scores == dimension);
    let fired: Vec<(&Rule, Decimal)> =
        rules.filter_map(|rule| rule_points(case, rule).map(|points| (rule, points))).collect();
    let mut total =
        base + fired.iter().filter(|(rule, _)| rule.group.is_none()).map(|(_, points)| points).sum::<Decimal>();
    for (name, group) in scoring.groups.iter() {
        if !scoring.rules.iter().any(|rule| rule.scores == dimension && rule.group.as_deref() == Some(name)) {
            continue;
        }
        let members: Vec<Decimal> =
            fired.iter().filter(|(rule, _)| rule.group.as_deref() == Some(name)).map(|(_, points)| *points).collect();
        let picked = match group.pick {
            Pick::Sum => members.iter().sum(),
            Pick::First => members.first().copied().unwrap_or_default(),
            Pick::Highest => members.iter().max().copied().unwrap_or_default(),
        };
        total += held(picked, group.min, group.max);
    }
    let settings = match dimension {
        Dimension::Fit => &scoring.fit,
        Dimension::Engagement => &scoring.engagement,
        Dimension::Score => &scoring.score,
    };
    held(adjusted(case, dimension, total), settings.min, settings.max)
}

fn held(points: Decimal, min: Option<Points>, max: Option<Points>) -> Decimal {
    let raised = min.map_or(points, |min| points.max(min.to_decimal()));
    max.map_or(raised, |max| raised.min(max.to_decimal()))
}

/// The product of all factors that hold, rounded once.
fn adjusted(case: &Case<'_>, dimension: Dimension, total: Decimal) -> Decimal {
    if total <= Decimal::ZERO {
        return total;
    }
    let own = case.document.scoring.adjustments.iter().filter(|adjustment| adjustment.scores == dimension);
    let mut product = Decimal::ONE;
    for adjustment in own {
        if adjustment.when.as_ref().is_some_and(|when| case.asks(when) != Truth::Yes) {
            continue;
        }
        let times = match adjustment.idle {
            None => 1,
            Some(every) => idle_periods(case, &adjustment.on, every.microseconds()).unwrap_or(0),
        };
        for _ in 0..times {
            product *= adjustment.multiply.to_decimal();
        }
    }
    round(total * round(product, 15), 6)
}

fn idle_periods(case: &Case<'_>, on: &[String], every: i64) -> Option<i64> {
    let last = case.meant(on, None)?.last().map(|(interaction, _)| interaction.at.microseconds());
    let created = case.lead.created.map(|created| created.microseconds()).filter(|created| *created <= AS_OF);
    last.or(created).map(|since| (AS_OF - since) / every)
}

/// The points of a rule, if it fires.
fn rule_points(case: &Case<'_>, rule: &Rule) -> Option<Decimal> {
    if rule.when.as_ref().is_some_and(|when| case.asks(when) != Truth::Yes) {
        return None;
    }
    let points = rule.points.map(Points::to_decimal);
    if let Some(points_by) = &rule.points_by {
        return scaled(case, points_by);
    }
    if let Some(every) = rule.idle {
        let periods = idle_periods(case, &rule.on, every.microseconds()).unwrap_or(0);
        return (periods > 0).then(|| points.unwrap_or_default() * Decimal::from(periods));
    }
    if rule.on.is_empty() {
        return points;
    }
    let mut kept: Vec<i64> = Vec::new();
    for (interaction, truth) in case.meant(&rule.on, rule.filter.as_ref())?.iter().rev() {
        let at = interaction.at.microseconds();
        let young = rule.within.is_none_or(|within| AS_OF - at < within.microseconds());
        let room = rule.limit.iter().all(|limit| {
            let period = |at: i64| match limit.per {
                None => 0,
                Some(Period::Day) => case.day(at),
                Some(Period::Week) => week_of(case.day(at)),
                Some(Period::Month) => month_of(case.day(at)),
            };
            kept.iter().filter(|other| period(**other) == period(at)).count() < limit.times as usize
        });
        if truth.is_yes() && young && room {
            kept.push(at);
        }
    }
    let decay = rule.decay.or(case.document.scoring.decay).unwrap_or(Decay::None);
    let cells = kept.iter().map(|at| decayed(points.unwrap_or_default(), decay, age_in_days(*at)));
    (!kept.is_empty()).then(|| cells.sum())
}

fn decayed(points: Decimal, decay: Decay, age: i64) -> Decimal {
    let factor = match decay {
        Decay::None => Decimal::ONE,
        Decay::HalfLife(days) => FACTORS.get(&(days, age)).copied().expect("a factor of the fixture"),
        Decay::Linear(days) => (Decimal::from(i64::from(days) - age) / Decimal::from(days)).max(Decimal::ZERO),
        Decay::Times { factor, every } => {
            (0..age / i64::from(every)).fold(Decimal::ONE, |product, _| product * factor.to_decimal())
        }
        Decay::Minus { points: loss, every } => {
            let lost = loss.to_decimal() * Decimal::from(age / i64::from(every));
            let left = (points.abs() - lost).max(Decimal::ZERO);
            return if points.is_sign_negative() { -left } else { left };
        }
        other => panic!("the reference does not know {other:?}"),
    };
    round(points * round(factor, 15), 6)
}

/// Factors by half-life and age, made by a script with 60 digits.
static FACTORS: LazyLock<BTreeMap<(u32, i64), Decimal>> = LazyLock::new(|| {
    let lines = include_str!("../fixtures/decay/factors.csv").lines().skip(1);
    lines
        .map(|line| {
            let mut cells = line.split(',');
            let mut cell = || cells.next().expect("three cells");
            let key = (cell().parse().expect("days"), cell().parse().expect("days"));
            (key, cell().parse().expect("a factor"))
        })
        .collect()
});

fn scaled(case: &Case<'_>, points_by: &PointsBy) -> Option<Decimal> {
    let results = &case.results;
    let tiers: Vec<&str> = case.document.icp.iter().flat_map(|icp| icp.tiers.labels()).collect();
    let value = match points_by.field.as_str() {
        "persona" => Known::Text(fold(&case.document.personas[results.persona?].id)),
        "icp_tier" => Known::Text(fold(tiers[results.tier?])),
        "icp_matched" => Known::Number(results.icp_matched),
        "fit" => Known::Number(results.fit),
        name => case.known_value(name)?,
    };
    match (&points_by.scale, value) {
        (Scale::Values(values), value) => {
            let field = case.document.fields.get(&points_by.field);
            let same = |name: &str| match (field, &value) {
                (Some(field), value) => case.read(field, &Value::from(name)).as_ref() == Some(value),
                (None, Known::Text(text)) => fold(name) == *text,
                _ => false,
            };
            values.iter().find(|(name, _)| same(name)).map(|(_, points)| points.to_decimal())
        }
        (Scale::Steps(steps), Known::Number(number)) => {
            let reached = steps.iter().filter(|(bound, _)| *bound <= number);
            reached.max_by_key(|(bound, _)| *bound).map(|(_, points)| points.to_decimal())
        }
        (Scale::Times { factor, min, max }, Known::Number(number)) => {
            Some(held(round(number * factor.to_decimal(), 6), Some(*min), Some(*max)))
        }
        other => panic!("the reference does not know {other:?}"),
    }
}

#[test]
fn a_day_is_a_day() {
    assert_eq!(age_in_days(AS_OF - DAY), 1);
    assert_eq!(age_in_days(AS_OF - DAY + 1), 0);
}
