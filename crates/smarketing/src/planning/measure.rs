//! [`measure`]: rates, average deal and lags from histories over a window.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::chain::CUSTOMER;
use super::exact::Exact;
use super::history_entry::StageEntry;
use super::measure_options::{Grouping, MeasureOptions, MeasureWindow};
use super::measured::{Measured, MeasuredDeal, MeasuredLag, MeasuredRate};
use super::money::Money;
use super::quantity::Quantity;
use super::rate::Rate;
use super::step::StageStep;
use crate::time::Timestamp;

/// A lead's way: when it first stood at or beyond each stage, and whether it has ended.
struct Way {
    group: Option<Arc<str>>,
    /// At the stage or beyond it, from the first one it entered: who jumps over a stage has passed it
    /// at that instant.
    reached: Vec<Option<Timestamp>>,
    /// At the stage itself.
    entered: Vec<Option<Timestamp>>,
    ended: bool,
    last: Timestamp,
    amount: Option<Money>,
}

/// Measures rates, average deal and lags from histories: for each group that occurs, in the order
/// of names, those without a name first.
///
/// A rate is that of the leads that entered a stage in the window: those that came on, of those that
/// are decided by its end. Open leads stay open, and what they could still change is told. Entries
/// at or after the window's end are not seen. Nothing depends on the order of the entries.
///
/// ```
/// use smarketing::{MeasureOptions, StageEntry, MeasureWindow, measure};
/// let at = |day: u8| format!("2026-10-{day:02}T09:00:00Z").parse().unwrap();
/// let entries = [
///     StageEntry::new("a", "lead", at(1)),
///     StageEntry::new("a", "customer", at(9)),
///     StageEntry::new("b", "lead", at(2)),
///     StageEntry::new("b", "lost", at(5)),
///     StageEntry::new("c", "lead", at(3)),
/// ];
/// let window = MeasureWindow { from: at(1), until: at(31) };
/// let rate = measure(&entries, window, &MeasureOptions::new(["lead", "customer"]))[0].rates[0].clone();
/// assert_eq!((rate.won, rate.lost, rate.open), (1, 1, 1));
/// assert_eq!(rate.rate.unwrap().to_string(), "1 of 2");
/// ```
#[must_use]
pub fn measure(entries: &[StageEntry], window: MeasureWindow, options: &MeasureOptions) -> Vec<Measured> {
    let mut leads: BTreeMap<&str, Vec<&StageEntry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.at < window.until) {
        leads.entry(&entry.lead).or_default().push(entry);
    }
    let mut groups: BTreeMap<Option<Arc<str>>, Vec<Way>> = BTreeMap::new();
    for history in leads.into_values() {
        if let Some(way) = way_of(history, options) {
            groups.entry(way.group.clone()).or_default().push(way);
        }
    }
    groups.into_iter().map(|(group, ways)| measured(group, &ways, window, options)).collect()
}

fn way_of(mut history: Vec<&StageEntry>, options: &MeasureOptions) -> Option<Way> {
    // Of entries at one instant, the end stands last, and the further stage after the nearer.
    let rank = |stage: &str| options.stages.iter().position(|known| known == stage).unwrap_or(usize::MAX);
    crate::sorting::by_key(&mut history, |entry| (entry.at, rank(&entry.stage), entry.stage.clone(), entry.amount));
    let group = |entry: &&StageEntry| match options.grouping {
        Grouping::All => None,
        Grouping::Segment => entry.segment.clone(),
        Grouping::Channel => entry.channel.clone(),
    };
    let mut way = Way {
        group: history.iter().find_map(group),
        reached: vec![None; options.stages.len()],
        entered: vec![None; options.stages.len()],
        ended: false,
        last: history.first()?.at,
        amount: None,
    };
    let mut first = None;
    for entry in history {
        if options.ends.iter().any(|end| **end == *entry.stage) {
            way.ended = true;
            continue;
        }
        let Some(at) = options.stages.iter().position(|stage| **stage == *entry.stage) else { continue };
        way.ended = false;
        way.last = entry.at;
        // A lead that began further on never was where others begin.
        let first = *first.get_or_insert(at);
        for reached in way.reached.iter_mut().take(at.saturating_add(1)).skip(first) {
            reached.get_or_insert(entry.at);
        }
        if let Some(entered) = way.entered.get_mut(at) {
            entered.get_or_insert(entry.at);
        }
        if *entry.stage == *CUSTOMER {
            way.amount = entry.amount.or(way.amount);
        }
    }
    Some(way)
}

fn measured(group: Option<Arc<str>>, ways: &[Way], window: MeasureWindow, options: &MeasureOptions) -> Measured {
    let steps = options.stages.iter().zip(options.stages.iter().skip(1)).enumerate();
    let steps: Vec<(usize, StageStep)> =
        steps.map(|(at, (from, to))| (at, StageStep::new(from.as_str(), to.as_str()))).collect();
    Measured {
        group,
        window,
        rates: steps.iter().map(|(at, step)| rate_of(ways, *at, step.clone(), window, options)).collect(),
        average_deal: deal_of(ways, window, options),
        lags: steps.iter().filter_map(|(at, step)| lag_of(ways, *at, step.clone(), window)).collect(),
    }
}

fn rate_of(ways: &[Way], at: usize, step: StageStep, window: MeasureWindow, options: &MeasureOptions) -> MeasuredRate {
    let (mut won, mut lost, mut open) = (0_u64, 0_u64, 0_u64);
    let stage = |way: &Way, at: usize| way.reached.get(at).copied().flatten();
    for way in ways.iter().filter(|way| stage(way, at).is_some_and(|at| window.contains(at))) {
        let stale =
            options.stale_after.is_some_and(|span| way.last.microseconds_until(window.until) >= span.microseconds());
        let count = match stage(way, at.saturating_add(1)) {
            Some(_) => &mut won,
            None if way.ended || stale => &mut lost,
            None => &mut open,
        };
        *count = count.saturating_add(1);
    }
    let decided = won.saturating_add(lost);
    let all = decided.saturating_add(open);
    MeasuredRate {
        step,
        won,
        lost,
        open,
        rate: Rate::of_counts(won, decided).ok(),
        at_least: Rate::of_counts(won, all).ok(),
        at_most: Rate::of_counts(won.saturating_add(open), all).ok(),
    }
}

fn deal_of(ways: &[Way], window: MeasureWindow, options: &MeasureOptions) -> Option<MeasuredDeal> {
    let customer = options.stages.iter().position(|stage| stage == CUSTOMER)?;
    let won = |way: &&Way| way.reached.get(customer).copied().flatten().is_some_and(|at| window.contains(at));
    let amounts: Vec<Money> = ways.iter().filter(won).filter_map(|way| way.amount).collect();
    let deals = u64::try_from(amounts.len()).ok()?;
    let sum: Money = amounts.into_iter().sum();
    let average = Exact::from_decimal(sum.amount())?.over(&Exact::whole(deals))?;
    let average = Money::new(Quantity::rounded(&average, 6)?.number());
    Some(MeasuredDeal { average, sum, deals })
}

/// Half a month of 365.2425 / 12 days, in microseconds.
const HALF_MONTH: i64 = 1_314_873_000_000;

fn lag_of(ways: &[Way], at: usize, step: StageStep, window: MeasureWindow) -> Option<MeasuredLag> {
    let spans = ways.iter().filter_map(|way| {
        let from = way.entered.get(at).copied().flatten()?;
        let to = way.entered.get(at.saturating_add(1)).copied().flatten()?;
        (window.contains(to) && from <= to).then(|| from.microseconds_until(to))
    });
    let mut spans: Vec<i64> = spans.collect();
    spans.sort_unstable();
    let upper = spans.get(spans.len() / 2).copied()?;
    let lower = spans.get(spans.len().saturating_sub(1) / 2).copied()?;
    let median = lower.midpoint(upper);
    let half_months = median.checked_div(HALF_MONTH)?;
    let days = Exact::fraction(u64::try_from(median).ok()?, u64::try_from(crate::time::DAY).ok()?)?;
    Some(MeasuredLag {
        step,
        median_days: Quantity::rounded(&days, 2)?,
        months: u32::try_from(half_months.saturating_add(1) / 2).ok()?,
        leads: u64::try_from(spans.len()).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::{Grouping, MeasureOptions, MeasureWindow, measure};
    use crate::planning::{Money, StageEntry};
    use crate::time::Timestamp;

    fn at(text: &str) -> Timestamp {
        format!("{text}T09:00:00Z").parse().unwrap()
    }

    fn entry(lead: &str, stage: &str, day: &str) -> StageEntry {
        StageEntry::new(lead, stage, at(day)).segment(if lead < "m" { "dach" } else { "france" })
    }

    fn options() -> MeasureOptions {
        MeasureOptions::new(["lead", "mql", "customer"])
    }

    fn window() -> MeasureWindow {
        MeasureWindow { from: at("2026-05-01"), until: at("2026-11-01") }
    }

    fn counts(entries: &[StageEntry], options: &MeasureOptions) -> Vec<(u64, u64, u64)> {
        measure(entries, window(), options)[0].rates.iter().map(|rate| (rate.won, rate.lost, rate.open)).collect()
    }

    #[test]
    fn open_leads_are_open_and_jumped_stages_passed() {
        let entries = [
            entry("a", "lead", "2026-05-02"),
            entry("a", "customer", "2026-09-02").amount(Money::from(900)),
            entry("b", "lead", "2026-06-02"),
            entry("b", "mql", "2026-06-12"),
            entry("c", "lead", "2026-06-02"),
            entry("c", "nurture", "2026-06-20"),
            // Ended, but back.
            entry("d", "lead", "2026-06-02"),
            entry("d", "lost", "2026-06-20"),
            entry("d", "lead", "2026-07-20"),
            // Before and after the window.
            entry("e", "lead", "2026-04-30"),
            entry("e", "mql", "2026-11-01"),
        ];
        assert_eq!(counts(&entries, &options()), [(2, 1, 1), (1, 0, 1)]);
        let mut reversed = entries.to_vec();
        reversed.reverse();
        assert_eq!(measure(&entries, window(), &options()), measure(&reversed, window(), &options()));
    }

    #[test]
    fn stale_leads_are_lost_where_that_is_asked_for() {
        let entries = [entry("a", "lead", "2026-05-02"), entry("b", "lead", "2026-10-25")];
        assert_eq!(counts(&entries, &options())[0], (0, 0, 2));
        assert_eq!(counts(&entries, &options().stale_after("30d".parse().unwrap()))[0], (0, 1, 1));
    }

    #[test]
    fn deals_and_lags_of_each_segment() {
        let entries = [
            entry("a", "mql", "2026-05-02"),
            entry("a", "customer", "2026-06-16").amount(Money::from(100)),
            entry("b", "mql", "2026-05-02"),
            entry("b", "customer", "2026-06-18").amount(Money::from(201)),
            entry("z", "mql", "2026-05-02"),
        ];
        let measured = measure(&entries, window(), &options().grouping(Grouping::Segment));
        let names: Vec<_> = measured.iter().map(|group| group.group.as_deref()).collect();
        assert_eq!(names, [Some("dach"), Some("france")]);
        let deal = measured[0].average_deal.clone().unwrap();
        assert_eq!((deal.average.to_string().as_str(), deal.deals), ("150.5", 2));
        // 45 and 47 days: the median is 46 days, which are one and a half months and so two.
        let lag = measured[0].lags[0].clone();
        assert_eq!((lag.step.to_string().as_str(), lag.months, lag.leads), ("mql_to_customer", 2, 2));
        assert_eq!(lag.median_days.to_string(), "46");
        assert_eq!(measured[1].average_deal, None);
        assert_eq!(measured[1].lags, []);
    }
}
