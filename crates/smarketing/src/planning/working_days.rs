//! The working days of a month: how many it has, and how many have elapsed.

use super::month::Month;
use crate::handover::BusinessDays;
use crate::time::Date;

/// The working days of a month.
pub(super) fn in_month(days: &BusinessDays, month: Month) -> u32 {
    between(days, month.first_day(), month.plus(1).first_day())
}

/// The working days of a month before a date: today remains.
pub(super) fn elapsed(days: &BusinessDays, month: Month, date: Date) -> u32 {
    let next = month.plus(1).first_day();
    between(days, month.first_day(), date.clamp(month.first_day(), next))
}

fn between(days: &BusinessDays, from: Date, to: Date) -> u32 {
    u32::try_from(days.count(from, to)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{elapsed, in_month};
    use crate::handover::{BusinessDays, Weekday};

    #[test]
    fn today_remains() {
        let office = BusinessDays::new(&Weekday::ALL[..5], &[]).unwrap();
        let november = "2026-11".parse().unwrap();
        let elapsed = |date: &str| elapsed(&office, november, date.parse().unwrap());
        // The first of November 2026 is a Sunday.
        let days = ["2026-10-15", "2026-11-02", "2026-11-03", "2026-11-30", "2027-01-01"].map(elapsed);
        assert_eq!(days, [0, 0, 1, 20, 21]);
        assert_eq!(in_month(&office, november), 21);
    }
}
