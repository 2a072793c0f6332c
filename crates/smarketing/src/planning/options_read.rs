//! What questions about the plan say besides the agreement, read from JSON.

use rust_decimal::prelude::ToPrimitive;

use super::actual::Actual;
use super::conflicts::{ClockLoad, ConflictInput, ContactMix, LeadScore, ScoreSample};
use super::equation::{Equation, Given, Unknown};
use super::figure::Figure;
use super::history_entry::StageEntry;
use super::kpi_catalogue::kpi_ids;
use super::kpi_tree::KpiTree;
use super::measure_options::{Grouping, MeasureOptions, MeasureWindow};
use super::measured::Measured;
use super::money::Money;
use super::month::Month;
use super::moving::{Hold, MovingOptions};
use super::performance::PerformanceOptions;
use super::plan::PlanOptions;
use super::quantity::Quantity;
use super::rate::Rate;
use super::rounding::Rounding;
use super::step::StageStep;
use crate::document::decimal::to_double;
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::{Code, Finding};
use crate::handover::Calendar;
use crate::lifecycle::assessed::read_shared;
use crate::vocabulary::lead::{SOURCED_BY, read_filled_id};
use crate::vocabulary::{Entries, SourcedBy};

/// A whole number that counts something.
pub(crate) fn read_count(place: &Place<'_, '_>) -> Option<u64> {
    let number = place.decimal()?;
    let count = number.is_integer().then(|| number.to_u64()).flatten();
    if count.is_none() {
        place.report(Code::OutOfRange, format!("expected a whole number from 0, found `{number}`"));
    }
    count
}

/// A number with which is reckoned in doubles.
pub(crate) fn read_double(place: &Place<'_, '_>) -> Option<f64> {
    place.decimal().map(to_double)
}

/// Counts and amounts by id: of the catalogue, or of what the measures that are asked for follow from. Where
/// none is asked for, or it is not known which, every id is taken.
pub(crate) fn read_given(place: &Place<'_, '_>, trees: &[&KpiTree]) -> Option<Entries<Quantity>> {
    let mut known: Vec<&str> = kpi_ids().collect();
    trees.iter().for_each(|tree| ids(tree, &mut known));
    let read = |id: &str, place: &Place<'_, '_>| {
        if !trees.is_empty() && !known.contains(&id) {
            let finding = Finding::new(Code::UnknownKpi, place.path(), format!("`{id}` is nothing that a KPI takes"));
            place.sink.report_key(finding.suggest(id, known.iter().copied()));
        }
        Some((id.to_owned(), Quantity::new(place.decimal()?)))
    };
    place.entries(read).map(Entries)
}

/// The ids of a tree.
fn ids<'k>(tree: &'k KpiTree, found: &mut Vec<&'k str>) {
    found.push(&tree.kpi.id);
    tree.parts.iter().for_each(|part| ids(part, found));
}

pub(super) fn read_month(place: &Place<'_, '_>) -> Option<Month> {
    Month::read_key(place.text()?, place)
}

pub(super) fn read_step(place: &Place<'_, '_>) -> Option<StageStep> {
    let step = place.text()?.parse::<StageStep>();
    if let Err(error) = &step {
        place.report_with_help(Code::InvalidValue, error.to_string(), "write it as `lead_to_mql`");
    }
    step.ok()
}

impl PlanOptions {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let rounding = table.read_or("rounding", Rounding::None, |place| place.choice(&Rounding::ALL));
        let start = table.read_optional("start", read_month);
        let (confidence, chance) =
            (table.read_optional("confidence", Rate::read), table.read_optional("chance", Rate::read));
        table.finish().then_some(())?;
        Some(Self { rounding, start: start?, confidence: confidence?, chance: chance? })
    }
}

impl PerformanceOptions {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (month, absent) = (table.read_optional("month", read_month), Self::new());
        let confidence = table.read_or("confidence", absent.confidence, Rate::read);
        table.finish().then_some(())?;
        Some(Self { month: month?, confidence })
    }
}

impl MovingOptions {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let (table, absent) = (place.table()?, Self::new());
        let index = table.read_or("index", absent.index, |place| Figure::read(place, |place| place.decimal()));
        let index_source = table.read_optional("index_source", |place| place.filled_text());
        let hold = table.read_or("hold", absent.hold, |place| place.choice(&Hold::ALL));
        let measured = table.read_or("measured", Vec::new(), |place| place.list(Measured::read));
        let fewest = table.read_or("fewest", absent.fewest, read_count);
        let plan_options = table.read_or("plan_options", absent.plan_options, PlanOptions::read);
        table.finish().then_some(())?;
        Some(Self { index, index_source: index_source?, hold, measured, fewest, plan_options })
    }
}

impl Actual {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (date, segment) = (table.read("date", |place| place.date()), table.read("segment", read_shared));
        let side = table.read("side", |place| place.choice(&SOURCED_BY));
        let (stage, count) = (table.read("stage", read_shared), table.read("count", read_count));
        let revenue = table.read_or("revenue", Money::ZERO, Money::read);
        table.finish().then_some(())?;
        Some(Self { date: date?, segment: segment?, side: side?, stage: stage?, count: count?, revenue })
    }
}

impl Equation {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (segment, unknown) =
            (table.read("segment", |place| place.filled_text()), table.read("unknown", Unknown::read));
        let side = table.read_or("side", SourcedBy::Marketing, |place| place.choice(&SOURCED_BY));
        let month = table.read_optional("month", read_month);
        let given = table.read_or("given", Given::Nothing, Given::read);
        table.finish().then_some(())?;
        Some(Self { segment: segment?, side, month: month?, unknown: unknown?, given })
    }
}

impl Unknown {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        if matches!(place.node.kind, Kind::Table(_)) {
            let table = place.table()?;
            let step = table.read("step_rate", read_step);
            table.finish();
            return step.map(Self::StepRate);
        }
        let text = place.text()?;
        let known = Self::NAMED.iter().find(|(name, _)| *name == text).map(|(_, unknown)| unknown.clone());
        if known.is_none() {
            let names = Self::NAMED.iter().map(|(name, _)| *name);
            let finding = Finding::new(Code::InvalidValue, place.path(), format!("`{text}` is not known here"));
            place.sink.report(finding.suggest(text, names));
        }
        known
    }
}

impl Given {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        if matches!(place.node.kind, Kind::Text(_)) {
            return place.choice(&[("nothing", Self::Nothing)]);
        }
        let table = place.table()?;
        let leads = table.read_optional("leads", |place| place.decimal());
        let budget = table.read_optional("budget", Money::read);
        let right = table.exclusive(&["leads", "budget"]) & table.finish();
        let given = leads?.map(Self::Leads).or(budget?.map(Self::Budget));
        given.or(Some(Self::Nothing)).filter(|_| right)
    }
}

impl StageEntry {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (lead, stage) = (table.read("lead", read_filled_id), table.read("stage", read_shared));
        let at = table.read("at", |place| place.timestamp());
        let (segment, channel) =
            (table.read_optional("segment", read_shared), table.read_optional("channel", read_shared));
        let amount = table.read_optional("amount", Money::read);
        table.finish().then_some(())?;
        Some(Self { lead: lead?, segment: segment?, channel: channel?, stage: stage?, at: at?, amount: amount? })
    }
}

impl MeasureWindow {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let instant = |key| table.read(key, |place| place.timestamp());
        let (from, until) = (instant("from"), instant("until"));
        table.finish().then_some(())?;
        let (from, until) = (from?, until?);
        if until < from {
            place.report(Code::WrongOrder, "a window ends after it begins");
            return None;
        }
        Some(Self { from, until })
    }
}

impl MeasureOptions {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let texts = |place: &Place<'_, '_>| place.list(|place| place.filled_text());
        let stages = table.read("stages", texts);
        let absent = Self::new(Vec::<String>::new());
        let ends = table.read_or("ends", absent.ends, texts);
        let grouping = table.read_or("grouping", Grouping::All, |place| place.choice(&Grouping::CHOICES));
        let stale_after = table.read_optional("stale_after", |place| place.duration());
        table.finish().then_some(())?;
        Some(Self { stages: stages?, ends, grouping, stale_after: stale_after? })
    }
}

impl ConflictInput {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let scores = table.read_optional("scores", ScoreSample::read);
        let contacts = table.read_optional("contacts", ContactMix::read);
        let clocks = table.read_or("clocks", Vec::new(), |place| place.list(ClockLoad::read));
        let calendar = table.read_optional("calendar", Calendar::read);
        table.finish().then_some(())?;
        Some(Self { scores: scores?, contacts: contacts?, clocks, calendar: calendar? })
    }
}

impl ScoreSample {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let stage = table.read_or("stage", "mql".to_owned(), |place| place.filled_text());
        let scores = table.read("scores", |place| place.list(LeadScore::read));
        let leads_per_month = table.read_optional("leads_per_month", read_count);
        table.finish().then_some(())?;
        Some(Self { stage, scores: scores?, leads_per_month: leads_per_month? })
    }
}

impl LeadScore {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let score = table.read("score", |place| place.points());
        let optional = |key| table.read_optional(key, |place| place.points());
        let (fit, engagement) = (optional("fit"), optional("engagement"));
        table.finish().then_some(())?;
        Some(Self { score: score?, fit: fit?, engagement: engagement? })
    }
}

impl ContactMix {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (contacts, without) = (table.read("contacts", read_count), table.read("without_opt_in", read_count));
        table.finish().then_some(())?;
        Some(Self { contacts: contacts?, without_opt_in: without? })
    }
}

impl ClockLoad {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", |place| place.filled_text());
        let stage = table.read_optional("stage", |place| place.filled_text());
        let handling = table.read_optional("handling", |place| place.duration());
        table.finish().then_some(())?;
        Some(Self { id: id?, stage: stage?, handling: handling? })
    }
}
