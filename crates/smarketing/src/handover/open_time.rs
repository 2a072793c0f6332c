//! [`OpenTime`]: how much of civil time is open, as a function and its inverse, without stepping.
//!
//! Open time is periodic by week but for the holidays. So the open time up to a moment is that of
//! the whole weeks before it, plus that of the week begun, minus what the holidays before it took;
//! all three are looked up. The same structure counts microseconds for clocks and days for
//! business-day arithmetic: only the unit differs.

/// An interval of the week, and the open time of the week before it.
#[derive(Debug, Clone, Copy)]
struct Interval {
    start: i64,
    end: i64,
    before: i64,
}

/// A holiday that took something.
#[derive(Debug, Clone, Copy)]
struct Closed {
    start: i64,
    end: i64,
    /// What it and the holidays before it took.
    through: i64,
    /// The open time up to its start.
    open_before: i64,
}

/// The open part of civil time, in a unit of which a day has `day`.
///
/// Civil time is counted from 1970-01-01, a Thursday; all arithmetic saturates.
#[derive(Debug, Clone)]
pub(crate) struct OpenTime {
    day: i64,
    week: i64,
    per_week: i64,
    intervals: Box<[Interval]>,
    closed: Box<[Closed]>,
}

impl OpenTime {
    /// From the intervals of the week (from Monday's midnight, in order, disjoint) and the numbers
    /// of the days that are holidays (in order, each once). `None` where nothing is ever open.
    pub(crate) fn new(day: i64, intervals: impl IntoIterator<Item = (i64, i64)>, holidays: &[i64]) -> Option<Self> {
        let mut per_week = 0_i64;
        let intervals: Box<[Interval]> = intervals
            .into_iter()
            .map(|(start, end)| {
                let before = per_week;
                per_week = per_week.saturating_add(end.saturating_sub(start));
                Interval { start, end, before }
            })
            .collect();
        if per_week <= 0 {
            return None;
        }
        let week = day.saturating_mul(7);
        let mut time = Self { day, week, per_week, intervals, closed: Box::default() };
        let mut taken = 0_i64;
        let closed = holidays.iter().filter_map(|number| {
            let start = number.saturating_mul(day);
            let end = start.saturating_add(day);
            let length = time.regular(end).saturating_sub(time.regular(start));
            let before = taken;
            taken = taken.saturating_add(length);
            let open_before = time.regular(start).saturating_sub(before);
            (length > 0).then_some(Closed { start, end, through: taken, open_before })
        });
        let closed = closed.collect();
        time.closed = closed;
        Some(time)
    }

    /// The days from Monday to Friday, without holidays.
    pub(crate) fn monday_to_friday() -> Self {
        let intervals = Box::new([Interval { start: 0, end: 5, before: 0 }]);
        Self { day: 1, week: 7, per_week: 5, intervals, closed: Box::default() }
    }

    /// The open time up to a moment if there were no holidays.
    fn regular(&self, moment: i64) -> i64 {
        let since_monday = moment.saturating_add(self.day.saturating_mul(3));
        let weeks = since_monday.checked_div_euclid(self.week).unwrap_or(0);
        let rest = since_monday.checked_rem_euclid(self.week).unwrap_or(0);
        let begun = self.intervals.partition_point(|interval| interval.start <= rest);
        let last = begun.checked_sub(1).and_then(|at| self.intervals.get(at));
        let inside = last.map_or(0, |interval| {
            interval.before.saturating_add(rest.min(interval.end).saturating_sub(interval.start))
        });
        weeks.saturating_mul(self.per_week).saturating_add(inside)
    }

    /// The open time from 1970's first Monday to a moment, less before it.
    pub(crate) fn up_to(&self, moment: i64) -> i64 {
        let regular = self.regular(moment);
        let begun = self.closed.partition_point(|closed| closed.start <= moment);
        match begun.checked_sub(1).and_then(|at| self.closed.get(at)) {
            None => regular,
            Some(closed) if moment >= closed.end => regular.saturating_sub(closed.through),
            // Within a holiday nothing is added.
            Some(closed) => closed.open_before,
        }
    }

    /// The first moment up to which there is that much open time.
    pub(crate) fn first_with(&self, open: i64) -> i64 {
        let begun = self.closed.partition_point(|closed| closed.open_before < open);
        let taken = begun.checked_sub(1).and_then(|at| self.closed.get(at)).map_or(0, |closed| closed.through);
        let regular = open.saturating_add(taken);
        // Counted from the end of the open time, so that a whole week ends at its last closing.
        let weeks = regular.saturating_sub(1).checked_div_euclid(self.per_week).unwrap_or(0);
        let rest = regular.saturating_sub(weeks.saturating_mul(self.per_week));
        let at = self.intervals.partition_point(|interval| interval.before < rest);
        let inside = at
            .checked_sub(1)
            .and_then(|at| self.intervals.get(at))
            .map_or(0, |interval| interval.start.saturating_add(rest.saturating_sub(interval.before)));
        weeks.saturating_mul(self.week).saturating_add(inside).saturating_sub(self.day.saturating_mul(3))
    }

    /// Whether a moment is open.
    pub(crate) fn is_open(&self, moment: i64) -> bool {
        self.up_to(moment.saturating_add(1)) > self.up_to(moment)
    }
}

#[cfg(test)]
mod tests {
    use super::OpenTime;

    /// Days as units: Monday to Friday, the second Thursday and Friday of 1970 off.
    fn days() -> OpenTime {
        OpenTime::new(1, (0..5).map(|day| (day, day + 1)), &[7, 8]).unwrap()
    }

    #[test]
    fn the_inverse_is_the_first_moment() {
        let time = days();
        for moment in -30..60 {
            let open = time.up_to(moment);
            let first = time.first_with(open);
            assert!(first <= moment && time.up_to(first) == open, "{moment}");
            assert!(time.up_to(first - 1) < open, "{moment}");
        }
    }

    #[test]
    fn it_counts_as_fingers_do() {
        let time = days();
        let open = |day: i64| (day + 3).rem_euclid(7) < 5 && ![7, 8].contains(&day);
        for from in -30..60_i64 {
            assert_eq!(time.is_open(from), open(from), "{from}");
            for until in from..60 {
                let fingers = (from..until).filter(|day| open(*day)).count();
                assert_eq!(usize::try_from(time.up_to(until) - time.up_to(from)), Ok(fingers));
            }
        }
    }

    #[test]
    fn nothing_open_is_no_time() {
        assert!(OpenTime::new(24, [], &[]).is_none());
    }
}
