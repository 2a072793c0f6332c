//! Law 8, money is exact: what is split adds up to the cent, and what is solved gives the goal back.
//!
//! | law | in a line |
//! | --- | --- |
//! | `sides_add_up_to_the_goal` | marketing and sales together owe each month's target, exactly |
//! | `segments_and_months_add_up_to_totals` | every total is the sum of the cells shown, along every axis |
//! | `lags_move_leads_and_lose_none` | the leads due are those needed, in other months |
//! | `rounding_only_adds` | exact ≤ up ≤ up at each step, and up is less than one above exact |
//! | `a_split_adds_up` | parts add up to the whole, each less than one coin from its share |
//! | `solving_gives_the_goal_back` | planning with a solved unknown needs the leads or money given |
//! | `moved_targets_add_up` | achieved and moved targets make the goal; so do rolled ones |
//! | `a_chance_is_reached_by_no_fewer_leads` | the leads for a chance are the fewest that have it |
//! | `no_goal_panics` | any figures give a plan, and impossible ones a finding |
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;
use smarketing::{
    Actual, Currency, Equation, Given, Goal, Goals, Money, Month, MovingOptions, PlanFigures, PlanOptions, Rate,
    Rounding, Sides, SourcedBy, StageStep, Unknown, chance_of_at_least, leads_for_chance, moving_targets, plan, solve,
};

const STAGES: [&str; 5] = ["lead", "mql", "sal", "sql", "customer"];

fn month(number: i32) -> Month {
    "2026-09".parse::<Month>().unwrap().plus(number)
}

fn currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(vec!["EUR", "JPY", "KWD"]).prop_map(|code| code.parse().unwrap())
}

fn rate() -> impl Strategy<Value = Rate> {
    let share = (1_i64..=10_000).prop_map(|share| Rate::new(Decimal::new(share, 4)).unwrap());
    let counts = (1_u64..5_000, 0_u64..20_000).prop_map(|(won, lost)| Rate::of_counts(won, won + lost).unwrap());
    prop_oneof![share, counts]
}

/// An amount in whole coins of the currency.
fn amount(currency: Currency, most: i64) -> impl Strategy<Value = Money> {
    (0..=most).prop_map(move |coins| Money::new(Decimal::new(coins, currency.minor_unit())))
}

fn goal(segment: usize, currency: Currency) -> impl Strategy<Value = Goal> {
    let figures = (
        prop::collection::btree_map(0_i32..16, amount(currency, 500_000_000), 1..6),
        1_i64..50_000_000,
        (0_i64..=1_000).prop_map(|share| Rate::new(Decimal::new(share, 3)).unwrap()),
        prop::collection::vec(rate(), 4),
        prop::collection::vec(0_u32..4, 4),
        prop::collection::vec(amount(currency, 20_000), 4),
    );
    figures.prop_map(move |(revenue, deal, share, rates, lags, costs)| {
        let deal = Money::new(Decimal::new(deal, currency.minor_unit()));
        let mut goal = Goal::new(format!("s{segment}")).average_deal(deal).marketing_share(share);
        for (number, target) in revenue {
            goal = goal.revenue(month(number), target);
        }
        for (at, pair) in STAGES.windows(2).enumerate() {
            goal = goal.rate(pair[0], pair[1], rates[at]).lag(pair[0], pair[1], lags[at]);
            goal = goal.cost(SourcedBy::Marketing, pair[0], costs[at]).cost(SourcedBy::Sales, pair[1], costs[at]);
        }
        goal
    })
}

fn goals() -> impl Strategy<Value = Goals> {
    currency().prop_flat_map(|currency| {
        (1_usize..4).prop_flat_map(move |count| {
            let segments: Vec<_> = (0..count).map(|segment| goal(segment, currency)).collect();
            segments.prop_map(move |segments| segments.into_iter().fold(Goals::new(currency), Goals::goal))
        })
    })
}

fn rounding() -> impl Strategy<Value = Rounding> {
    prop::sample::select(Rounding::ALL.map(|(_, rounding)| rounding).to_vec())
}

/// The numbers of figures, so that they can be added without the library's own sums.
fn numbers(figures: &PlanFigures) -> Vec<Decimal> {
    let stages =
        STAGES[..4].iter().map(|stage| figures.stages.get(stage).map_or(Decimal::ZERO, |leads| leads.number()));
    let own =
        [figures.revenue.amount(), figures.deals.number(), figures.cost.amount(), figures.expected_return.amount()];
    own.into_iter().chain(stages).collect()
}

fn sum<'f>(figures: impl Iterator<Item = &'f PlanFigures>) -> Vec<Decimal> {
    figures.fold(vec![Decimal::ZERO; 8], |sum, figures| {
        sum.iter().zip(numbers(figures)).map(|(sum, number)| sum + number).collect()
    })
}

fn sides(sides: &Sides) -> [&PlanFigures; 3] {
    [&sides.marketing, &sides.sales, &sides.total]
}

/// What came of an equation that was solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Came {
    /// Planning with the solution needs what was given.
    Back,
    /// The solution is a rate above one, which cannot be planned with.
    AboveOne,
    /// Whole coins of a tiny revenue are no measure.
    TooSmall,
    /// There is no solution, and the figures say why.
    Refused,
}

/// Solves one goal for each unknown and plans with the solution: what came of each.
fn solved_and_planned(goals: &Goals, leads: u64, step: usize, by_money: bool) -> Result<[Came; 4], TestCaseError> {
    let goals = Goals::new(goals.currency).goal(goals.goals[0].clone());
    let goal = &goals.goals[0];
    let step = StageStep::new(STAGES[step], STAGES[step + 1]);
    let asked = Decimal::from(leads);
    let given = if by_money { Given::Budget(Money::new(asked)) } else { Given::Leads(asked) };
    let figures = |goals: &Goals| plan(goals, &PlanOptions::new()).total.marketing;
    let months = Decimal::from(goal.months().len());
    let coin = Decimal::new(1, goals.currency.minor_unit());
    let equation = |unknown| Equation::new("s0", unknown);
    let own = figures(&goals);
    let needed = solve(&goals, &equation(Unknown::Leads)).unwrap().value;
    let lead = own.stages.get("lead").map_or(Decimal::ZERO, |leads| leads.number());
    // Each side's revenue is in whole coins: up to half a coin a month more than the share.
    if own.revenue.amount() > Decimal::ZERO {
        let shift = coin * (lead + Decimal::ONE) / own.revenue.amount();
        prop_assert!((lead - needed).abs() <= months * (Decimal::new(1, 6) + shift));
    }

    let mut came = [Came::Back; 4];
    let unknowns = [Unknown::AverageDeal, Unknown::StepRate(step.clone()), Unknown::CloseRate, Unknown::Share];
    for (came, unknown) in came.iter_mut().zip(unknowns) {
        let solution = match solve(&goals, &equation(unknown.clone()).given(given)) {
            Ok(solution) => solution,
            Err(findings) => {
                prop_assert!(!findings.is_empty());
                // Where nothing is asked for nothing helps, and a share of nothing is nothing.
                let nothing = if unknown == Unknown::Share {
                    goal.months().iter().all(|(_, target)| *target == Money::ZERO)
                } else {
                    needed.is_zero()
                };
                // Money also has to pay for what stays as it is, and for something at all.
                let money =
                    by_money && (free(&unknown, goal) || own.cost.amount().is_zero() || !pays(&goals, &unknown, asked));
                prop_assert!(nothing || money, "{:?} of {:?}: {:?}", unknown, given, findings);
                *came = Came::Refused;
                continue;
            }
        };
        let is_rate = unknown != Unknown::AverageDeal;
        prop_assert_eq!(is_rate && solution.value > Decimal::ONE, !solution.findings.is_empty());
        if is_rate && solution.value > Decimal::ONE {
            *came = Came::AboveOne;
            continue;
        }
        let found = figures(&Goals::new(goals.currency).goal(with(goal, &unknown, solution.value)));
        if found.revenue.amount() < Decimal::from(1_000) || found.stages.is_empty() {
            *came = Came::TooSmall;
            continue;
        }
        let number = if by_money { found.cost.amount() } else { found.stages.get("lead").unwrap().number() };
        // A coin more or less of revenue is as much more or less of leads and money.
        let finest = Decimal::new(1, if by_money { goals.currency.minor_unit() } else { 6 });
        let shift = coin * (asked + Decimal::ONE) / found.revenue.amount();
        prop_assert!(
            (number - asked).abs() <= months * finest.max(shift),
            "{:?}: {} is not {}",
            unknown,
            number,
            asked
        );
    }
    Ok(came)
}

/// The goal with a solved unknown.
fn with(goal: &Goal, unknown: &Unknown, value: Decimal) -> Goal {
    let rate = || Rate::new(value).unwrap();
    let mut goal = goal.clone();
    match unknown {
        Unknown::AverageDeal => goal.average_deal(Money::new(value)),
        Unknown::Share => goal.marketing_share(rate()),
        Unknown::StepRate(step) => goal.rate(&step.from, &step.to, rate()),
        Unknown::CloseRate => {
            goal.rates = smarketing::Entries::default();
            goal.lags = smarketing::Entries::default();
            goal.close_rate = Some(rate().into());
            goal
        }
        other => panic!("{other:?} is not planned with"),
    }
}

/// Whether money cannot say which close rate it takes: the stages in between cost something.
fn free(unknown: &Unknown, goal: &Goal) -> bool {
    let between = goal.costs.marketing.iter().any(|(stage, _)| stage != "lead");
    *unknown == Unknown::CloseRate && between
}

/// Whether an amount is more than what the goal costs with the best rate there is.
fn pays(goals: &Goals, unknown: &Unknown, money: Decimal) -> bool {
    let Unknown::StepRate(step) = unknown else { return true };
    let at = STAGES.iter().position(|stage| *stage == step.from).unwrap();
    let goal = &goals.goals[0];
    let own = plan(goals, &PlanOptions::new()).total.marketing;
    let costs = |stage: &str| goal.costs.marketing.get(stage).and_then(|unit| unit.at(month(0)).copied());
    let of = |stage: &str| costs(stage).unwrap_or(Money::ZERO).amount() * own.at(stage).unwrap().number();
    let fixed: Decimal = STAGES[at + 1..].iter().map(|stage| of(stage)).sum();
    let moving: Decimal = STAGES[..=at].iter().map(|stage| of(stage)).sum();
    money > fixed + Decimal::ONE && !moving.is_zero()
}

/// The law of solving would be empty for an unknown that is always refused, or never planned with.
#[test]
fn solving_comes_back_often_enough() {
    let mut runner = TestRunner::deterministic();
    let mut counts =
        [[BTreeMap::<Came, u32>::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new()], Default::default()];
    for number in 0..400 {
        let (goals, leads, step) = (goals(), 1_u64..100_000, 0_usize..4).new_tree(&mut runner).unwrap().current();
        let by_money = number % 2 == 1;
        let came = solved_and_planned(&goals, leads, step, by_money).unwrap();
        for (counts, came) in counts[usize::from(by_money)].iter_mut().zip(came) {
            *counts.entry(came).or_default() += 1;
        }
    }
    let back = |way: usize, unknown: usize| counts[way][unknown].get(&Came::Back).copied().unwrap_or(0);
    for (way, floors) in [[100, 40, 40, 40], [100, 40, 0, 40]].into_iter().enumerate() {
        for (unknown, floor) in floors.into_iter().enumerate() {
            assert!(back(way, unknown) >= floor, "{way} {unknown}: {counts:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sides_add_up_to_the_goal(goals in goals(), rounding in rounding()) {
        let plan = plan(&goals, &PlanOptions::new().rounding(rounding));
        for (goal, segment) in goals.goals.iter().zip(&plan.segments) {
            for ((_, target), month) in goal.months().into_iter().zip(&segment.months) {
                let figures = &month.figures;
                prop_assert_eq!(figures.marketing.revenue.plus(figures.sales.revenue), target);
                let coin = Decimal::new(1, goals.currency.minor_unit());
                let exact = target.amount() * goal.marketing_share.at(month.month).unwrap().value();
                prop_assert!((figures.marketing.revenue.amount() - exact).abs() < coin);
            }
        }
    }

    #[test]
    fn segments_and_months_add_up_to_totals(goals in goals(), rounding in rounding()) {
        let plan = plan(&goals, &PlanOptions::new().rounding(rounding));
        for side in 0..3 {
            let cells = plan.segments.iter().flat_map(|segment| &segment.months);
            let whole = sum(cells.clone().map(|month| sides(&month.figures)[side]));
            prop_assert_eq!(&numbers(sides(&plan.total)[side]), &whole);
            prop_assert_eq!(&sum(plan.segments.iter().map(|segment| sides(&segment.total)[side])), &whole);
            prop_assert_eq!(&sum(plan.months.iter().map(|month| sides(&month.figures)[side])), &whole);
            prop_assert_eq!(&sum(plan.years.iter().map(|year| sides(&year.figures)[side])), &whole);
            for total in &plan.months {
                let of_month = cells.clone().filter(|month| month.month == total.month);
                prop_assert_eq!(numbers(sides(&total.figures)[side]), sum(of_month.map(|month| sides(&month.figures)[side])));
            }
        }
        for cell in plan.segments.iter().flat_map(|segment| &segment.months) {
            let both = sum([&cell.figures.marketing, &cell.figures.sales].into_iter());
            prop_assert_eq!(numbers(&cell.figures.total), both);
        }
    }

    #[test]
    fn lags_move_leads_and_lose_none(goals in goals(), rounding in rounding()) {
        let plan = plan(&goals, &PlanOptions::new().rounding(rounding));
        for segment in &plan.segments {
            for stage in STAGES {
                let due = plan.due.iter().filter(|due| due.segment == segment.segment && due.stage == stage);
                let leads: Decimal = due.map(|due| due.total.number()).sum();
                prop_assert_eq!(Some(leads), segment.total.total.at(stage).map(|leads| leads.number()));
            }
        }
        let start = plan.months[0].month;
        prop_assert!(plan.due.iter().all(|due| due.late == (due.month < start)));
    }

    #[test]
    fn rounding_only_adds(goals in goals()) {
        let [exact, up, each_step] = Rounding::ALL.map(|(_, rounding)| plan(&goals, &PlanOptions::new().rounding(rounding)));
        let cells = |plan: &smarketing::Plan| -> Vec<PlanFigures> {
            plan.segments.iter().flat_map(|segment| &segment.months).map(|month| month.figures.marketing.clone()).collect()
        };
        for ((exact, up), each_step) in cells(&exact).iter().zip(&cells(&up)).zip(&cells(&each_step)) {
            for stage in exact.stages.names().chain(["customer"]) {
                let [exact, up, each_step] = [exact, up, each_step].map(|figures| figures.at(stage).unwrap().number());
                // What is shown of the exact need has six decimals.
                prop_assert!(exact <= up + Decimal::new(1, 6) && up < exact + Decimal::ONE + Decimal::new(1, 6));
                prop_assert!(up <= each_step && each_step.is_integer());
            }
        }
    }

    #[test]
    fn a_split_adds_up(coins in 0_i64..1_000_000_000, unit in 0_u32..4, weights in prop::collection::vec(0_u32..1_000, 1..12)) {
        let whole = Decimal::new(coins, unit);
        let weights: Vec<Decimal> = weights.into_iter().map(Decimal::from).collect();
        let all: Decimal = weights.iter().sum();
        match Money::new(whole).split(&weights, unit) {
            None => prop_assert!(all.is_zero()),
            Some(parts) => {
                prop_assert_eq!(parts.iter().map(|part| part.amount()).sum::<Decimal>(), whole);
                for (part, weight) in parts.iter().zip(&weights) {
                    let share = whole * weight / all;
                    prop_assert!((part.amount() - share).abs() < Decimal::new(1, unit));
                }
            }
        }
    }

    #[test]
    fn solving_gives_the_goal_back(goals in goals(), leads in 1_u64..100_000, step in 0_usize..4, by_money in any::<bool>()) {
        solved_and_planned(&goals, leads, step, by_money)?;
    }

    #[test]
    fn moved_targets_add_up(goals in goals(), won in prop::collection::vec((0_i32..16, 1_i8..28, 0_i64..400_000_000), 0..8), now in 0_i32..16) {
        let as_of = month(now).first_day();
        let actuals: Vec<Actual> = won
            .iter()
            .map(|(number, day, coins)| {
                let first = month(*number).first_day();
                let date = smarketing::Date::new(first.year(), first.month(), *day).unwrap();
                let revenue = Money::new(Decimal::new(*coins, goals.currency.minor_unit()));
                Actual::new(date, "s0", SourcedBy::Marketing, "customer", 1).revenue(revenue)
            })
            .collect();
        let moving = moving_targets(&goals, &actuals, as_of, &MovingOptions::new());
        for goal in &goals.goals {
            let own: Vec<_> = moving.months.iter().filter(|month| month.segment == goal.segment).collect();
            let whole: Money = goal.months().iter().map(|(_, target)| *target).sum();
            let closed = actuals.iter().filter(|actual| actual.date < as_of && *actual.segment == *goal.segment);
            let left = whole.minus(closed.map(|actual| actual.revenue).sum()).max(Money::ZERO);
            let weights: Money = own.iter().map(|month| month.target).sum();
            if !own.is_empty() {
                prop_assert_eq!(own.iter().map(|month| month.rolled).sum::<Money>(), left);
            }
            if weights > Money::ZERO {
                prop_assert_eq!(own.iter().map(|month| month.moved).sum::<Money>(), left);
            }
        }
        let planned: Money = moving.plan.months.iter().map(|month| month.figures.total.revenue).sum();
        prop_assert_eq!(planned, moving.months.iter().map(|month| month.moved).sum::<Money>());
    }

    #[test]
    fn a_chance_is_reached_by_no_fewer_leads(deals in 1_u64..400, share in 1_i64..=1_000, chance in 1_i64..1_000) {
        let rate = Rate::new(Decimal::new(share, 3)).unwrap();
        let wanted = Rate::new(Decimal::new(chance, 3)).unwrap();
        let leads = leads_for_chance(deals, rate, wanted).unwrap();
        let share = f64::from(i32::try_from(share).unwrap()) / 1000.0;
        let wanted = f64::from(i32::try_from(chance).unwrap()) / 1000.0;
        prop_assert!(chance_of_at_least(deals, leads, share) >= wanted - 1e-12);
        prop_assert!(leads == deals || chance_of_at_least(deals, leads - 1, share) < wanted + 1e-12);
    }

    #[test]
    fn no_goal_panics(deal in 0_i64..3, rates in prop::collection::vec(0_u64..3, 4), share in 0_i64..=10, target in 0_i64..3, skip in 0_usize..6) {
        let mut goal = Goal::new("s0").marketing_share(Rate::new(Decimal::new(share, 1)).unwrap());
        goal = goal.revenue(month(0), Money::from(target * 1_000_000_000_000));
        if skip != 5 {
            goal = goal.average_deal(Money::new(Decimal::new(deal, 6)));
        }
        for (at, pair) in STAGES.windows(2).enumerate().filter(|(at, _)| *at != skip) {
            goal = goal.rate(pair[0], pair[1], Rate::of_counts(rates[at], 1_000_000).unwrap());
        }
        let goals = Goals::new(Currency::EUR).goal(goal);
        // Without its first step the chain is shorter, and whole; without another it is broken.
        let nothing = rates.iter().enumerate().any(|(at, won)| at != skip && *won == 0);
        let impossible = (1..4).contains(&skip) || skip == 5 || nothing || deal == 0 && target > 0;
        for (_, rounding) in Rounding::ALL {
            let plan = plan(&goals, &PlanOptions::new().rounding(rounding).confidence("0.9".parse().unwrap()).chance("0.9".parse().unwrap()));
            prop_assert!(!impossible || plan.findings.iter().any(smarketing::Finding::is_error));
            prop_assert_eq!(plan.total.total.revenue, Money::from(target * 1_000_000_000_000));
        }
        for unknown in [Unknown::Leads, Unknown::Budget, Unknown::Revenue, Unknown::AverageDeal, Unknown::Share, Unknown::CloseRate] {
            for given in [Given::Nothing, Given::Leads(Decimal::ZERO), Given::Leads(Decimal::NEGATIVE_ONE), Given::Budget(Money::from(1))] {
                if let Err(findings) = solve(&goals, &Equation::new("s0", unknown.clone()).given(given)) {
                    prop_assert!(!findings.is_empty());
                }
            }
        }
    }
}
