//! What was measured, read back from JSON.

use super::measure_options::MeasureWindow;
use super::measured::{Measured, MeasuredDeal, MeasuredLag, MeasuredRate};
use super::money::Money;
use super::options_read::{read_count, read_step};
use super::quantity::Quantity;
use super::rate::Rate;
use crate::document::reader::Place;
use crate::lifecycle::assessed::read_shared;

impl Measured {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (group, window) = (table.read_optional("group", read_shared), table.read("window", MeasureWindow::read));
        let rates = table.read_or("rates", Vec::new(), |place| place.list(MeasuredRate::read));
        let average_deal = table.read_optional("average_deal", MeasuredDeal::read);
        let lags = table.read_or("lags", Vec::new(), |place| place.list(MeasuredLag::read));
        table.finish().then_some(())?;
        Some(Self { group: group?, window: window?, rates, average_deal: average_deal?, lags })
    }
}

impl MeasuredRate {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (step, won) = (table.read("step", read_step), table.read("won", read_count));
        let (lost, open) = (table.read("lost", read_count), table.read_or("open", 0, read_count));
        let rate = |key| table.read_optional(key, Rate::read);
        let (own, at_least, at_most) = (rate("rate"), rate("at_least"), rate("at_most"));
        table.finish().then_some(())?;
        Some(Self { step: step?, won: won?, lost: lost?, open, rate: own?, at_least: at_least?, at_most: at_most? })
    }
}

impl MeasuredDeal {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let amount = |key| table.read(key, |place| place.text()?.parse::<Money>().ok().or_else(|| Money::read(place)));
        let (average, sum, deals) = (amount("average"), amount("sum"), table.read("deals", read_count));
        table.finish().then_some(())?;
        Some(Self { average: average?, sum: sum?, deals: deals? })
    }
}

impl MeasuredLag {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (step, leads) = (table.read("step", read_step), table.read("leads", read_count));
        let median_days = table.read("median_days", |place| place.decimal().map(Quantity::new));
        let months = table.read("months", |place| place.whole(0, u32::MAX));
        table.finish().then_some(())?;
        Some(Self { step: step?, median_days: median_days?, months: months?, leads: leads? })
    }
}
