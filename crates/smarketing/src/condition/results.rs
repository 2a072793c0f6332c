//! Results that conditions can ask about, each with the step of the computation that yields it.

use std::sync::Arc;

use super::test::Range;
use super::truth::{Truth, Verdict};

/// The steps of an assessment, in order: a condition refers only to earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Icp,
    Persona,
    Qualification,
    Rules,
    Score,
    Stage,
}

impl Level {
    /// What is computed in this step, for messages.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Level::Icp => "the ICP",
            Level::Persona => "the persona",
            Level::Qualification => "the qualification",
            Level::Rules => "fit and engagement",
            Level::Score => "the score",
            Level::Stage => "the stage",
        }
    }
}

/// A result by which conditions ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ResultName {
    Icp,
    IcpMatched,
    IcpTier,
    Persona,
    PersonaRole,
    CriteriaMet,
    Criterion(u16),
    Fit,
    Engagement,
    Score,
    Grade,
    Band,
}

impl ResultName {
    /// The results with fixed names; those of the qualification follow its framework.
    pub(crate) const FIXED: [(&'static str, ResultName); 10] = [
        ("icp", ResultName::Icp),
        ("icp_matched", ResultName::IcpMatched),
        ("icp_tier", ResultName::IcpTier),
        ("persona", ResultName::Persona),
        ("persona_role", ResultName::PersonaRole),
        ("fit", ResultName::Fit),
        ("engagement", ResultName::Engagement),
        ("score", ResultName::Score),
        ("grade", ResultName::Grade),
        ("band", ResultName::Band),
    ];

    /// The step that yields it: only later ones may ask.
    pub(crate) const fn level(self) -> Level {
        match self {
            ResultName::Icp | ResultName::IcpMatched | ResultName::IcpTier => Level::Icp,
            ResultName::Persona | ResultName::PersonaRole => Level::Persona,
            ResultName::CriteriaMet | ResultName::Criterion(_) => Level::Qualification,
            ResultName::Fit | ResultName::Engagement => Level::Rules,
            ResultName::Score | ResultName::Grade | ResultName::Band => Level::Score,
        }
    }

    pub(crate) const fn is_number(self) -> bool {
        matches!(
            self,
            ResultName::IcpMatched
                | ResultName::CriteriaMet
                | ResultName::Fit
                | ResultName::Engagement
                | ResultName::Score
        )
    }
}

/// A number in millionths: what it is now, and between which ends it could still come to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Reach {
    pub(crate) now: i64,
    pub(crate) least: i64,
    pub(crate) most: i64,
}

impl Reach {
    pub(crate) const fn plus(self, other: Self) -> Self {
        Self {
            now: self.now.saturating_add(other.now),
            least: self.least.saturating_add(other.least),
            most: self.most.saturating_add(other.most),
        }
    }

    /// Applies a function that keeps order.
    pub(crate) fn map(self, keeps_order: impl Fn(i64) -> i64) -> Self {
        Self { now: keeps_order(self.now), least: keeps_order(self.least), most: keeps_order(self.most) }
    }
}

/// A label such as a tier or a persona, by its number: what it is now, of which others it is unknown
/// whether the lead has them (never of grades and bands, which are read off numbers), and which could
/// still come out whatever becomes known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Label {
    pub(crate) now: Option<u8>,
    /// Bits of the labels on which a missing fact decides.
    pub(crate) unknown: u64,
    /// Bits of the labels on which a fact decides that may never be found out.
    pub(crate) may_stay_open: u64,
    /// Bits of the labels that could still come out, the present one among them.
    pub(crate) possible: u64,
    /// Whether there could still be none.
    pub(crate) maybe_none: bool,
}

impl Label {
    pub(crate) fn in_set(&self, set: u64) -> Verdict {
        let bit = self.now.map_or(0, |now| 1_u64.checked_shl(u32::from(now)).unwrap_or(0));
        let inside = set & bit != 0;
        let truth = match (inside, self.unknown & set != 0) {
            (true, _) => Truth::Yes,
            (false, true) => Truth::Unknown,
            (false, false) => Truth::No,
        };
        let may_fail = !inside || self.possible & !set != 0 || self.maybe_none;
        Verdict {
            truth,
            may_hold: inside || self.possible & set != 0,
            may_fail,
            may_stay_open: may_fail && self.may_stay_open & set != 0,
        }
    }
}

/// What an assessment has found so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Results {
    pub(crate) icp: Option<Verdict>,
    pub(crate) icp_matched: Reach,
    pub(crate) icp_tier: Label,
    pub(crate) persona: Label,
    pub(crate) criteria: Vec<Verdict>,
    pub(crate) criteria_met: Reach,
    pub(crate) fit: Reach,
    pub(crate) engagement: Reach,
    pub(crate) score: Reach,
    pub(crate) grade: Label,
    pub(crate) band: Label,
}

impl Results {
    pub(crate) const fn number(&self, name: ResultName) -> Reach {
        match name {
            ResultName::IcpMatched => self.icp_matched,
            ResultName::CriteriaMet => self.criteria_met,
            ResultName::Fit => self.fit,
            ResultName::Engagement => self.engagement,
            _ => self.score,
        }
    }

    pub(crate) const fn label(&self, name: ResultName) -> Label {
        match name {
            ResultName::IcpTier => self.icp_tier,
            ResultName::Grade => self.grade,
            ResultName::Band => self.band,
            _ => self.persona,
        }
    }

    fn flag(&self, name: ResultName) -> Verdict {
        match name {
            ResultName::Criterion(at) => self.criteria.get(usize::from(at)).copied().unwrap_or(Verdict::UNKNOWN),
            _ => self.icp.unwrap_or(Verdict::UNKNOWN),
        }
    }
}

/// What is asked of a result.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ResultTest {
    /// A number within a range, in millionths.
    Number(Range<i64>),
    /// A number among these.
    OneOf(Box<[i64]>),
    /// A label among these.
    Labels(u64),
    /// Whether there is a label.
    Known,
    /// Whether it holds.
    Flag,
    /// Whether it is decided.
    Decided,
}

impl ResultTest {
    pub(crate) fn ask(&self, name: ResultName, results: &Results) -> Verdict {
        match self {
            ResultTest::Number(range) => {
                let reach = results.number(name);
                Verdict {
                    truth: range.contains(reach.now).into(),
                    may_hold: range.meets(reach.least, reach.most),
                    may_fail: !(range.contains(reach.least) && range.contains(reach.most)),
                    may_stay_open: false,
                }
            }
            ResultTest::OneOf(numbers) => {
                let reach = results.number(name);
                let single = reach.least == reach.most;
                let inside = numbers.contains(&reach.now);
                Verdict {
                    truth: inside.into(),
                    may_hold: numbers.iter().any(|number| (reach.least..=reach.most).contains(number)),
                    may_fail: !(single && inside),
                    may_stay_open: false,
                }
            }
            ResultTest::Labels(set) => results.label(name).in_set(*set),
            ResultTest::Known => {
                let label = results.label(name);
                Verdict {
                    truth: label.now.is_some().into(),
                    may_hold: label.now.is_some() || label.possible != 0,
                    may_fail: label.now.is_none() || label.maybe_none,
                    may_stay_open: false,
                }
            }
            ResultTest::Flag => results.flag(name),
            ResultTest::Decided => {
                let flag = results.flag(name);
                let decided = flag.truth != Truth::Unknown;
                let may_fail = !decided || flag.may_stay_open;
                Verdict { truth: decided.into(), may_hold: true, may_fail, may_stay_open: false }
            }
        }
    }
}

/// The names under which results stand, and the labels they can have, while conditions are compiled.
#[derive(Debug, Clone, Default)]
pub(crate) struct ResultNames {
    /// The framework's name and its criteria.
    pub(crate) framework: String,
    pub(crate) criteria: Vec<String>,
    /// Folded tiers, best first.
    pub(crate) tiers: Vec<Arc<str>>,
    pub(crate) personas: Vec<Arc<str>>,
    /// The role of each persona, if it has one.
    pub(crate) roles: Vec<Option<Arc<str>>>,
    pub(crate) grades: Vec<Arc<str>>,
    /// Bands, highest first.
    pub(crate) bands: Vec<Arc<str>>,
}

impl ResultNames {
    /// The result of a name.
    pub(crate) fn find(&self, name: &str) -> Option<ResultName> {
        let fixed = ResultName::FIXED.iter().find(|(known, _)| *known == name).map(|(_, result)| *result);
        fixed.or_else(|| {
            let rest = name.strip_prefix(self.framework.as_str())?.strip_prefix('_')?;
            if self.framework.is_empty() {
                return None;
            }
            if rest == "met" {
                return Some(ResultName::CriteriaMet);
            }
            let at = self.criteria.iter().position(|criterion| criterion == rest)?;
            u16::try_from(at).ok().map(ResultName::Criterion)
        })
    }

    /// Every name there is, for suggestions.
    pub(crate) fn all(&self) -> Vec<String> {
        let fixed = ResultName::FIXED.iter().map(|(name, _)| (*name).to_owned());
        let met = (!self.framework.is_empty()).then(|| format!("{}_met", self.framework));
        let criteria = self.criteria.iter().map(|criterion| format!("{}_{criterion}", self.framework));
        fixed.chain(met).chain(criteria).collect()
    }

    /// The name of a result.
    pub(crate) fn name(&self, result: ResultName) -> String {
        match result {
            ResultName::CriteriaMet => format!("{}_met", self.framework),
            ResultName::Criterion(at) => {
                let criterion = self.criteria.get(usize::from(at)).map_or("", String::as_str);
                format!("{}_{criterion}", self.framework)
            }
            other => {
                ResultName::FIXED.iter().find(|(_, result)| *result == other).map_or("", |(name, _)| name).to_owned()
            }
        }
    }

    /// The labels that a result can have, by number.
    pub(crate) fn labels(&self, result: ResultName) -> Vec<Option<Arc<str>>> {
        let some = |labels: &[Arc<str>]| labels.iter().cloned().map(Some).collect();
        match result {
            ResultName::IcpTier => some(&self.tiers),
            ResultName::Persona => some(&self.personas),
            ResultName::PersonaRole => self.roles.clone(),
            ResultName::Grade => some(&self.grades),
            ResultName::Band => some(&self.bands),
            _ => Vec::new(),
        }
    }
}
