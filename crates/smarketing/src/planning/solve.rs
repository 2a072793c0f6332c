//! [`solve`]: which close rate, deal size, share, budget or number of leads makes the goal, the
//! rest given.

use rust_decimal::Decimal;

use super::chain::{CUSTOMER, Chain};
use super::equation::{Equation, Given, Solution, Unknown};
use super::exact::Exact;
use super::goal::Goal;
use super::goals::Goals;
use super::money::Money;
use super::month::Month;
use super::rate::Rate;
use crate::finding::{Code, Finding, Path};
use crate::vocabulary::SourcedBy;

/// Which value of the unknown makes the goal, the rest given. It is solved exactly: planning with
/// it, without rounding, gives the goal back.
///
/// Where all months are meant, the unknown has one value in all of them. Rates and deal follow from
/// leads or a budget that are given, leads and budget from the goal alone.
///
/// # Errors
/// Findings, when nothing solves it: no such segment or month, a figure missing, nothing given, or a
/// goal for which no value is enough.
///
/// ```
/// use smarketing::{Currency, Equation, Given, Goal, Goals, Money, Rate, Unknown, solve};
/// let goal = Goal::new("all")
///     .revenue("2026-11".parse().unwrap(), Money::from(120_000))
///     .average_deal(Money::from(12_000))
///     .rate("lead", "customer", "0.02".parse::<Rate>().unwrap());
/// let goals = Goals::new(Currency::EUR).goal(goal);
/// let equation = Equation::new("all", Unknown::CloseRate).given(Given::Leads(400.into()));
/// assert_eq!(solve(&goals, &equation).unwrap().value.to_string(), "0.025");
/// ```
pub fn solve(goals: &Goals, equation: &Equation) -> Result<Solution, Vec<Finding>> {
    let unsolved = |message: String| vec![Finding::new(Code::NoSolution, Path::root().key("goals"), message)];
    let found = goals.goals.iter().enumerate().find(|(_, goal)| goal.segment == equation.segment);
    let Some((at, goal)) = found else {
        let known = goals.goals.iter().map(|goal| goal.segment.as_str());
        let message = format!("there is no segment `{}`", equation.segment);
        let finding = Finding::new(Code::NoSolution, Path::root().key("goals"), message);
        return Err(vec![finding.suggest(&equation.segment, known)]);
    };
    let path = Path::root().key("goals").index(at);
    let mut findings = Vec::new();
    let months = goal.months().into_iter().filter(|(month, _)| equation.month.is_none_or(|asked| asked == *month));
    let months: Vec<Option<Terms>> =
        months.map(|(month, target)| Terms::of(goal, equation, month, target, &path, &mut findings)).collect();
    if months.is_empty() {
        return Err(unsolved(format!("segment `{}` has no target for that time", goal.segment)));
    }
    let Some(months) = months.into_iter().collect::<Option<Vec<Terms>>>() else { return Err(findings) };
    let sums = Sums::of(&months);
    let value = sums.solve(equation).ok_or_else(|| {
        let unknown = equation.unknown.words();
        let needs = match equation.given {
            Given::Nothing => "say how many leads or how much money there are",
            Given::Leads(_) => "the leads given are none, or the goal is nothing",
            Given::Budget(_) => "the money given does not pay for what the goal needs whatever it is",
        };
        let message = format!("no {unknown} makes the goal of segment `{}`", goal.segment);
        vec![Finding::new(Code::NoSolution, path.clone(), message).help(needs)]
    })?;
    let Some(value) = value.finest() else {
        return Err(unsolved("the answer has more digits than can be kept".to_owned()));
    };
    let is_rate = matches!(equation.unknown, Unknown::Share | Unknown::CloseRate | Unknown::StepRate(_));
    if is_rate && value > Decimal::ONE {
        let message = format!("it takes a {} of {}, which cannot be had", equation.unknown.words(), value.round_dp(4));
        findings.push(Finding::new(Code::ImpossibleGoal, path, message));
    }
    Ok(Solution { value, findings })
}

/// What a month contributes, with the unknown set to one.
struct Terms {
    revenue: Exact,
    leads: Exact,
    /// The cost of the stages whose need changes with the unknown.
    moving: Exact,
    /// The cost of the others.
    fixed: Exact,
}

impl Terms {
    fn of(
        goal: &Goal,
        equation: &Equation,
        month: Month,
        target: Money,
        path: &Path,
        out: &mut Vec<Finding>,
    ) -> Option<Self> {
        let one = || Exact::whole(1);
        let mut missing = |name: &str| {
            let message = format!("segment `{}` has no `{name}` for {month}", goal.segment);
            out.push(Finding::new(Code::MissingFigure, path.key(name), message));
        };
        let unknown = &equation.unknown;
        let share = if *unknown == Unknown::Share { Some(Rate::ONE) } else { goal.marketing_share.at(month).copied() };
        let deal = match unknown {
            Unknown::AverageDeal => Some(one()),
            _ => goal.average_deal.at(month).map(|deal| deal.exact()),
        };
        if share.is_none() {
            missing("marketing_share");
        }
        if deal.is_none() {
            missing("average_deal");
        }
        let marketing = share?.exact();
        let share = match equation.side {
            _ if *unknown == Unknown::Share => one(),
            SourcedBy::Marketing => marketing,
            SourcedBy::Sales => one().minus(&marketing)?,
        };
        let chain = known_rates(goal, unknown, month, equation.side);
        let chain = Chain::of(chain.as_ref().unwrap_or(goal), equation.side, month, path, out)?;
        let revenue = target.exact().times(&share);
        let Some(deals) = revenue.over(&deal?) else {
            let message = format!("a deal brings nothing in {month}");
            out.push(Finding::new(Code::ImpossibleGoal, path.key("average_deal"), message));
            return None;
        };
        let (mut moving, mut fixed) = (Exact::zero(), Exact::zero());
        let ends = chain.links.iter().skip(1).map(|link| link.from.as_str()).chain([CUSTOMER]);
        let solved = chain.links.iter().zip(ends).position(|(link, end)| match unknown {
            Unknown::StepRate(step) => step.from == link.from && step.to == end,
            _ => false,
        });
        if matches!(unknown, Unknown::StepRate(_)) && solved.is_none() {
            let message = format!("the chain of segment `{}` has no such step", goal.segment);
            out.push(Finding::new(Code::NoSolution, path.key("rates"), message));
            return None;
        }
        let stages = chain.links.iter().map(|link| link.from.as_str()).chain([CUSTOMER]);
        for (at, stage) in stages.enumerate() {
            let unit = goal.costs.of(equation.side).get(stage).and_then(|figure| figure.at(month));
            let Some(unit) = unit else { continue };
            let cost = deals.over(&chain.close_rate(at))?.times(&unit.exact());
            // What lies after the step that is asked for does not change with its rate.
            let stays = match unknown {
                Unknown::StepRate(_) => solved.is_some_and(|solved| at > solved),
                Unknown::CloseRate => at > 0,
                _ => false,
            };
            if stays { fixed = fixed.plus(&cost) } else { moving = moving.plus(&cost) }
        }
        Some(Self { leads: deals.over(&chain.close_rate(0))?, revenue, moving, fixed })
    }
}

/// The goal with the unknown rate set to one.
fn known_rates(goal: &Goal, unknown: &Unknown, month: Month, side: SourcedBy) -> Option<Goal> {
    let mut goal = goal.clone();
    match unknown {
        Unknown::StepRate(step) => {
            if let Some(figure) = &mut goal.close_rate {
                *figure = figure.clone().month(month, Rate::ONE);
                return Some(goal);
            }
            let name = step.to_string();
            let own = side == SourcedBy::Sales && goal.sales_rates.get(&name).is_some();
            let rates = if own { &mut goal.sales_rates } else { &mut goal.rates };
            let (_, figure) = rates.0.iter_mut().find(|(known, _)| *known == name)?;
            *figure = figure.clone().month(month, Rate::ONE);
        }
        // All steps together have one rate: each is set to one.
        Unknown::CloseRate => {
            if let Some(figure) = &mut goal.close_rate {
                *figure = Rate::ONE.into();
            }
            for (_, figure) in goal.rates.0.iter_mut().chain(&mut goal.sales_rates.0) {
                *figure = Rate::ONE.into();
            }
        }
        _ => return None,
    }
    Some(goal)
}

/// The terms of all months.
struct Sums {
    revenue: Exact,
    leads: Exact,
    moving: Exact,
    fixed: Exact,
}

impl Sums {
    fn of(months: &[Terms]) -> Self {
        let sum = |term: fn(&Terms) -> &Exact| months.iter().fold(Exact::zero(), |sum, month| sum.plus(term(month)));
        Self {
            revenue: sum(|month| &month.revenue),
            leads: sum(|month| &month.leads),
            moving: sum(|month| &month.moving),
            fixed: sum(|month| &month.fixed),
        }
    }

    /// Leads and moving costs grow with a share or a revenue, and shrink with a rate or a deal.
    fn solve(&self, equation: &Equation) -> Option<Exact> {
        let (need, given) = match equation.given {
            Given::Leads(leads) => (self.leads.clone(), Exact::from_decimal(leads)?),
            Given::Budget(money) => (self.moving.clone(), Exact::from_decimal(money.amount())?.minus(&self.fixed)?),
            Given::Nothing => {
                return match equation.unknown {
                    Unknown::Leads => Some(self.leads.clone()),
                    Unknown::Budget => Some(self.moving.plus(&self.fixed)),
                    _ => None,
                };
            }
        };
        let by_leads = matches!(equation.given, Given::Leads(_));
        match equation.unknown {
            // Money buys leads, and leads cost money, at the ratio of the goal.
            Unknown::Leads => self.leads.times(&given.over(&need)?).into(),
            Unknown::Budget => self.moving.times(&given.over(&need)?).into(),
            Unknown::Revenue => self.revenue.times(&given.over(&need)?).into(),
            Unknown::Share => given.over(&need),
            Unknown::CloseRate if !by_leads && !self.fixed.is_zero() => None,
            Unknown::AverageDeal | Unknown::CloseRate | Unknown::StepRate(_) => {
                need.over(&given).filter(|value| !value.is_zero())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Equation, Given, Unknown, solve};
    use crate::finding::Code;
    use crate::planning::{Currency, Goal, Goals, Money, Rate, StageStep};
    use crate::vocabulary::SourcedBy;

    fn rate(text: &str) -> Rate {
        text.parse().unwrap()
    }

    /// In each of two months: 60,000 of marketing, 5 deals, 50 MQL, 200 leads, at 2,000 + 500 of cost.
    fn goals() -> Goals {
        let goal = Goal::new("dach")
            .revenue("2026-11".parse().unwrap(), Money::from(100_000))
            .revenue("2026-12".parse().unwrap(), Money::from(100_000))
            .average_deal(Money::from(12_000))
            .marketing_share(rate("0.6"))
            .rate("lead", "mql", rate("0.25"))
            .rate("mql", "customer", rate("0.1"))
            .cost(SourcedBy::Marketing, "lead", Money::from(10))
            .cost(SourcedBy::Marketing, "mql", Money::from(10));
        Goals::new(Currency::EUR).goal(goal)
    }

    fn answer(equation: &Equation) -> String {
        solve(&goals(), equation).map_or_else(|findings| findings[0].code.to_string(), |found| found.value.to_string())
    }

    fn of(unknown: Unknown, given: Given) -> String {
        answer(&Equation::new("dach", unknown).month("2026-11".parse().unwrap()).given(given))
    }

    #[test]
    fn every_unknown_by_hand() {
        let leads = Given::Leads(Decimal::from(400));
        assert_eq!(of(Unknown::Leads, Given::Nothing), "200");
        assert_eq!(of(Unknown::Budget, Given::Nothing), "2500");
        // Twice the leads: half the rate, half the deal, twice the share and the revenue.
        assert_eq!(of(Unknown::CloseRate, leads), "0.0125");
        assert_eq!(of(Unknown::StepRate(StageStep::new("lead", "mql")), leads), "0.125");
        assert_eq!(of(Unknown::AverageDeal, leads), "6000");
        assert_eq!(of(Unknown::Share, leads), "1.2");
        assert_eq!(of(Unknown::Revenue, leads), "120000");
        assert_eq!(of(Unknown::Budget, leads), "5000");
        let money = Given::Budget(Money::from(5_000));
        assert_eq!(of(Unknown::Leads, money), "400");
        assert_eq!(of(Unknown::AverageDeal, money), "6000");
        // 500 go to the 50 MQL, whatever their rate; 4,500 buy 450 leads.
        assert_eq!(of(Unknown::StepRate(StageStep::new("lead", "mql")), money), "0.111111111111111111111111");
        // Both months together.
        assert_eq!(answer(&Equation::new("dach", Unknown::Leads)), "400");
        assert_eq!(
            answer(&Equation::new("dach", Unknown::Leads).side(SourcedBy::Sales)),
            "266.666666666666666666666667"
        );
    }

    #[test]
    fn what_has_no_answer_is_a_finding() {
        let none = Code::NoSolution.to_string();
        assert_eq!(of(Unknown::CloseRate, Given::Nothing), none);
        assert_eq!(of(Unknown::CloseRate, Given::Leads(Decimal::ZERO)), none);
        assert_eq!(of(Unknown::Share, Given::Leads(Decimal::NEGATIVE_ONE)), none);
        // The MQL alone cost 500.
        assert_eq!(of(Unknown::StepRate(StageStep::new("lead", "mql")), Given::Budget(Money::from(499))), none);
        assert_eq!(of(Unknown::StepRate(StageStep::new("lead", "sql")), Given::Leads(Decimal::ONE)), none);
        // Where only the close rate is known, it is the one step there is.
        let mut single = goals();
        single.goals[0].close_rate = Some(rate("0.025").into());
        single.goals[0].rates = crate::vocabulary::Entries::default();
        let step = |to: &str| {
            Equation::new("dach", Unknown::StepRate(StageStep::new("lead", to))).given(Given::Leads(Decimal::from(800)))
        };
        assert_eq!(solve(&single, &step("customer")).unwrap().value.to_string(), "0.0125");
        assert!(solve(&single, &step("mql")).is_err());
        // What MQL cost depends on which of the two rates is better.
        assert_eq!(of(Unknown::CloseRate, Given::Budget(Money::from(5_000))), none);
        assert_eq!(answer(&Equation::new("dahc", Unknown::Leads)), none);
        assert_eq!(answer(&Equation::new("dach", Unknown::Leads).month("2027-01".parse().unwrap())), none);
    }

    #[test]
    fn a_rate_above_one_is_said() {
        let equation = Equation::new("dach", Unknown::Share).given(Given::Leads(Decimal::from(4_000)));
        let solution = solve(&goals(), &equation).unwrap();
        assert_eq!(solution.value, Decimal::from(6));
        assert_eq!(solution.findings[0].code, Code::ImpossibleGoal);
    }
}
