//! [`Test`]: one compiled predicate, asked of one bound value.

use rust_decimal::Decimal;

use super::truth::Verdict;
use crate::text::{Pattern, Phrase};
use crate::time::Timestamp;
use crate::vocabulary::bound::{Bound, CodeSet, FoldedText};
use crate::vocabulary::email_kind::EmailKind;

/// What is asked of a value. Negative operators are the positive ones, negated.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    /// Whether it is there at all.
    Known,
    True,
    Number(Range),
    OneOf(Box<[Decimal]>),
    Codes(CodeSet),
    Text(TextTest),
    EmailKind(Box<[EmailKind]>),
    EmailDomain(Box<[Box<str>]>),
    Time(TimeTest),
}

/// A range of numbers, open where a bound is absent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Range<T = Decimal> {
    pub(crate) least: Option<Bounded<T>>,
    pub(crate) most: Option<Bounded<T>>,
}

/// A bound, and whether it belongs to the range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bounded<T> {
    pub(crate) value: T,
    pub(crate) included: bool,
}

impl<T: PartialOrd + Copy> Range<T> {
    pub(crate) fn contains(&self, value: T) -> bool {
        self.least.is_none_or(|bound| value > bound.value || (bound.included && value == bound.value))
            && self.most.is_none_or(|bound| value < bound.value || (bound.included && value == bound.value))
    }

    /// What lies in both.
    pub(crate) fn and(self, other: Self) -> Self {
        let tighter =
            |one: Option<Bounded<T>>, other: Option<Bounded<T>>, beyond: fn(&T, &T) -> bool| match (one, other) {
                (Some(one), Some(other)) if beyond(&other.value, &one.value) => Some(other),
                (Some(one), Some(other)) if one.value == other.value => {
                    Some(Bounded { value: one.value, included: one.included && other.included })
                }
                (one, other) => one.or(other),
            };
        Self { least: tighter(self.least, other.least, T::gt), most: tighter(self.most, other.most, T::lt) }
    }

    /// Whether some value between the two, ends included, could be in the range. Sound: it may say
    /// yes where only a value between two neighbours would do.
    pub(crate) fn meets(&self, least: T, most: T) -> bool {
        self.least.is_none_or(|bound| most > bound.value || (bound.included && most == bound.value))
            && self.most.is_none_or(|bound| least < bound.value || (bound.included && least == bound.value))
    }
}

impl Range<i64> {
    /// Whether it has a whole number from `least` on.
    pub(crate) fn has_whole(&self, least: i64) -> bool {
        let first = self.least.map_or(least, |bound| bound.value.saturating_add(i64::from(!bound.included)));
        self.contains(first.max(least))
    }
}

/// What is asked of a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TextTest {
    Is(Box<[Box<str>]>),
    Contains(Box<[Box<str>]>),
    StartsWith(Box<[Box<str>]>),
    EndsWith(Box<[Box<str>]>),
    Word(Box<[Phrase]>),
    Matches(Box<[Pattern]>),
}

impl TextTest {
    pub(crate) fn holds(&self, text: &FoldedText) -> bool {
        let whole = &*text.text;
        match self {
            TextTest::Is(texts) => texts.iter().any(|wanted| **wanted == *whole),
            TextTest::Contains(parts) => parts.iter().any(|part| whole.contains(&**part)),
            TextTest::StartsWith(parts) => parts.iter().any(|part| whole.starts_with(&**part)),
            TextTest::EndsWith(parts) => parts.iter().any(|part| whole.ends_with(&**part)),
            TextTest::Word(phrases) => {
                let words = text.words();
                phrases.iter().any(|phrase| phrase.is_in(whole, &words))
            }
            TextTest::Matches(patterns) => patterns.iter().any(|pattern| pattern.matches(whole)),
        }
    }

    /// In a list, `contains` asks for an element.
    fn holds_of_element(&self, text: &FoldedText) -> bool {
        match self {
            TextTest::Contains(parts) => parts.iter().any(|wanted| **wanted == *text.text),
            other => other.holds(text),
        }
    }
}

/// What is asked of a date or an instant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TimeTest {
    /// From one instant, included, to another, not included.
    Between { from: Option<Timestamp>, to: Option<Timestamp> },
    /// Less long ago than so many microseconds; what lies ahead has no age.
    Within(i64),
    /// So many microseconds ago, or longer.
    OlderThan(i64),
}

impl TimeTest {
    pub(crate) fn holds(&self, at: Timestamp, as_of: Timestamp) -> bool {
        match self {
            TimeTest::Between { from, to } => from.is_none_or(|from| at >= from) && to.is_none_or(|to| at < to),
            TimeTest::Within(span) => (0..*span).contains(&at.microseconds_until(as_of)),
            TimeTest::OlderThan(span) => at.microseconds_until(as_of) >= *span,
        }
    }
}

impl Test {
    /// Asks a value. A missing one answers only [`Test::Known`]: no, as long as it is missing.
    pub(crate) fn ask(&self, value: &Bound, as_of: Timestamp) -> Verdict {
        if matches!(value, Bound::Missing) {
            return match self {
                Test::Known => Verdict { may_hold: true, ..Verdict::NO },
                _ => Verdict::UNKNOWN,
            };
        }
        if matches!(value, Bound::Withheld) {
            return match self {
                Test::Known => Verdict::NO,
                _ => Verdict { may_hold: false, may_fail: false, ..Verdict::UNKNOWN },
            };
        }
        Verdict::certain(match (self, value) {
            (Test::Known, _) => true,
            (Test::True, Bound::Boolean(truth)) => *truth,
            (Test::Number(range), Bound::Number(number)) => range.contains(*number),
            (Test::OneOf(numbers), Bound::Number(number)) => numbers.contains(number),
            (Test::Codes(codes), Bound::Code(code)) => codes.has(*code),
            (Test::Codes(codes), Bound::Codes(elements)) => elements.iter().any(|code| codes.has(*code)),
            (Test::Text(test), Bound::Text(text)) => test.holds(text),
            (Test::Text(test), Bound::Email(email)) => test.holds(&email.address),
            (Test::Text(test), Bound::Texts(texts)) => texts.iter().any(|text| test.holds_of_element(text)),
            (Test::EmailKind(kinds), Bound::Email(email)) => kinds.contains(&email.kind),
            (Test::EmailDomain(domains), Bound::Email(email)) => {
                domains.iter().any(|domain| is_domain_or_below(email.domain(), domain))
            }
            (Test::Time(test), Bound::Time(at)) => test.holds(*at, as_of),
            // Compiling a condition pairs every test with its field's type.
            _ => return Verdict::UNKNOWN,
        })
    }
}

/// Whether a host is the domain or lies below it: `mail.rival.example` is at `rival.example`.
fn is_domain_or_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::is_domain_or_below;

    #[test]
    fn a_domain_holds_what_lies_below_it() {
        assert!(is_domain_or_below("rival.example", "rival.example"));
        assert!(is_domain_or_below("mail.rival.example", "rival.example"));
        assert!(!is_domain_or_below("notrival.example", "rival.example"));
    }
}
