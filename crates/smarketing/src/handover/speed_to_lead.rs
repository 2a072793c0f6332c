//! [`speed_to_lead`]: how long a lead waited for its first touch, and for whom: the systems or the
//! people.

use serde::Serialize;

use super::business_time::BusinessCalendar;
use crate::time::{TimeSpan, Timestamp};

/// How long a lead waited: for the systems, from its interaction to the assignment, and for the
/// person, from the assignment to the first touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SpeedToLead {
    /// From the interaction to the assignment.
    pub system: Delay,
    /// From the assignment to the first touch; absent where nobody had the lead yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub human: Option<Delay>,
}

/// One part of the way, ended or still going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Delay {
    /// The instant at which the wait began.
    pub from: Timestamp,
    /// When it ended; absent while it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Its length by the clock, so far.
    pub plain: TimeSpan,
    /// Its length in business time, where a calendar was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business: Option<TimeSpan>,
}

/// Splits the time to the first touch into the systems' delay and the people's. What happened after
/// `as_of` is not known; `None` if the interest itself, expressed at `interested_at`, is not.
///
/// A touch without an assignment, or before it, shows that the lead had arrived: it ends both.
///
/// ```
/// use smarketing::speed_to_lead;
/// let speed = speed_to_lead(
///     "2026-11-02T09:00:00Z".parse()?,
///     Some("2026-11-02T09:05:00Z".parse()?),
///     Some("2026-11-02T09:45:00Z".parse()?),
///     None,
///     "2026-11-03T00:00:00Z".parse()?,
/// )
/// .unwrap();
/// assert_eq!(speed.system.plain.to_string(), "5m");
/// assert_eq!(speed.human.unwrap().plain.to_string(), "40m");
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
#[must_use]
pub fn speed_to_lead(
    interested_at: Timestamp,
    assigned: Option<Timestamp>,
    first_touch: Option<Timestamp>,
    calendar: Option<&BusinessCalendar>,
    as_of: Timestamp,
) -> Option<SpeedToLead> {
    if interested_at > as_of {
        return None;
    }
    let known = |at: Option<Timestamp>| at.filter(|at| (interested_at..=as_of).contains(at));
    let touched = known(first_touch);
    let arrived = [known(assigned), touched].into_iter().flatten().min();
    let delay = |from: Timestamp, until: Option<Timestamp>| {
        let end = until.unwrap_or(as_of);
        let plain = TimeSpan::from_microseconds(from.microseconds_until(end));
        Delay { from, until, plain, business: calendar.map(|calendar| calendar.elapsed(from, end)) }
    };
    let system = delay(interested_at, arrived);
    let human = arrived.map(|arrived| delay(arrived, touched));
    Some(SpeedToLead { system, human })
}

#[cfg(test)]
mod tests {
    use super::speed_to_lead;
    use crate::time::Timestamp;

    fn at(text: &str) -> Option<Timestamp> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn what_has_not_happened_yet_goes_on() {
        let (start, assigned, touched) = ("2026-11-02T09:00:00Z", "2026-11-02T09:05:00Z", "2026-11-02T09:45:00Z");
        let split = |as_of: &str| {
            speed_to_lead(at(start).unwrap(), at(assigned), at(touched), None, at(as_of).unwrap()).map(|speed| {
                let human = speed.human.map(|human| (human.until, human.plain.whole_minutes()));
                (speed.system.until, speed.system.plain.whole_minutes(), human)
            })
        };
        assert_eq!(split("2026-11-02T08:59:00Z"), None);
        assert_eq!(split("2026-11-02T09:02:00Z"), Some((None, 2, None)));
        assert_eq!(split("2026-11-02T09:25:00Z"), Some((at(assigned), 5, Some((None, 20)))));
        assert_eq!(split("2026-11-02T10:00:00Z"), Some((at(assigned), 5, Some((at(touched), 40)))));
    }

    #[test]
    fn a_touch_before_the_assignment_ends_both_waits() {
        let speed = speed_to_lead(
            at("2026-11-02T09:00:00Z").unwrap(),
            at("2026-11-02T10:00:00Z"),
            at("2026-11-02T09:30:00Z"),
            None,
            at("2026-11-02T11:00:00Z").unwrap(),
        )
        .unwrap();
        assert_eq!(speed.system.plain.whole_minutes(), 30);
        assert_eq!(speed.human.map(|human| human.plain.whole_minutes()), Some(0));
    }
}
