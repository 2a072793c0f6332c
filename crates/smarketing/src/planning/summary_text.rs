//! The words and numbers of the daily summary, in German and in English.

use super::chain::CUSTOMER;
use super::kpi_catalogue::definition;
use super::money::Money;
use super::progress::{Progress, ProgressStatus};
use super::quantity::Quantity;
use super::summary::DailySummary;
use crate::language::Language;
use crate::time::Date;
use crate::vocabulary::SourcedBy;

/// Writes a summary in a language.
pub(super) struct Writer<'s> {
    pub(super) summary: &'s DailySummary,
    pub(super) language: Language,
}

impl Writer<'_> {
    const fn either(&self, german: &'static str, english: &'static str) -> &'static str {
        self.language.pick((english, german))
    }

    pub(super) fn text(&self) -> String {
        let mut lines = vec![self.heading()];
        lines.extend(self.summary.revenue.iter().map(|row| self.revenue(row, self.side(row.side))));
        lines.extend(self.summary.leads.iter().map(|row| self.leads(row)));
        if !self.summary.attention.is_empty() {
            lines.push(self.either("Aufmerksamkeit brauchen:", "In need of attention:").to_owned());
            let segment = |row: &Progress<Money>| row.segment.clone().unwrap_or_default();
            lines.extend(self.summary.attention.iter().map(|row| self.revenue(row, &segment(row))));
        }
        lines.join("\n")
    }

    fn heading(&self) -> String {
        let (days, month) = (self.summary.days, self.summary.month);
        let date = self.date(self.summary.as_of);
        let month = format!("{:02}/{}", month.month(), month.year());
        match self.language {
            Language::German => format!(
                "{date}, {month}: {} von {} Arbeitstagen vorbei, {} bleiben.",
                days.elapsed, days.total, days.left
            ),
            Language::English => {
                format!("{date}, {month}: {} of {} working days gone, {} left.", days.elapsed, days.total, days.left)
            }
        }
    }

    fn revenue(&self, row: &Progress<Money>, whose: &str) -> String {
        let currency = self.summary.currency;
        let unit = usize::try_from(currency.minor_unit()).unwrap_or(2);
        let amount = |amount: Money| self.grouped(&format!("{:.unit$}", amount.amount()));
        let mut line = format!(
            "{} {whose}: {} {} {} {currency}{}",
            self.either("Umsatz", "Revenue"),
            amount(row.achieved),
            self.either("von", "of"),
            amount(row.target),
            self.percent(row.share)
        );
        if row.gap > Money::ZERO {
            line.push_str(&format!(", {} {}", self.either("es fehlen", "to go"), amount(row.gap)));
            if let Some(pace) = row.pace {
                let day = self.either("je Arbeitstag", "each working day");
                line.push_str(&format!(" ({} {day})", amount(pace)));
            }
        }
        if let Some(projection) = row.projection.filter(|_| row.gap > Money::ZERO) {
            let (low, high) = (amount(projection.low), amount(projection.high));
            let likely = amount(projection.likely);
            line.push_str(&match self.language {
                Language::German => format!(", zu erwarten {likely} ({low} bis {high})"),
                Language::English => format!(", expected {likely} ({low} to {high})"),
            });
        }
        format!("{line}: {}.", self.status(row.status))
    }

    fn leads(&self, row: &Progress<Quantity>) -> String {
        let number = |number: Quantity| self.grouped(&number.number().round_dp(1).normalize().to_string());
        let code = self.either("de", "en");
        let known = definition(&row.stage).and_then(|kpi| kpi.label.in_language(code).map(str::to_owned));
        let stage = match known {
            _ if row.stage == CUSTOMER => self.either("Abschlüsse", "deals").to_owned(),
            known => known.unwrap_or_else(|| row.stage.clone()),
        };
        let mut line = format!(
            "{} {stage}: {} {} {}{}",
            self.side(row.side),
            number(row.achieved),
            self.either("von", "of"),
            number(row.target),
            self.percent(row.share)
        );
        if let Some(pace) = row.pace.filter(|_| row.gap > Quantity::ZERO) {
            let day = self.either("je Arbeitstag nötig", "needed each working day");
            line.push_str(&format!(", {} {day}", number(pace)));
        }
        format!("{line}: {}.", self.status(row.status))
    }

    const fn side(&self, side: Option<SourcedBy>) -> &'static str {
        match side {
            Some(SourcedBy::Marketing) => "Marketing",
            Some(SourcedBy::Sales) => self.either("Vertrieb", "Sales"),
            None => self.either("gesamt", "in total"),
        }
    }

    const fn status(&self, status: ProgressStatus) -> &'static str {
        match status {
            ProgressStatus::NoTarget => self.either("ohne Ziel", "no target"),
            ProgressStatus::NotStarted => self.either("noch nicht begonnen", "not started"),
            ProgressStatus::Achieved => self.either("erreicht", "achieved"),
            ProgressStatus::OnTrack => self.either("im Plan", "on track"),
            ProgressStatus::AtRisk => self.either("gefährdet", "at risk"),
            ProgressStatus::Behind => self.either("im Rückstand", "behind"),
            ProgressStatus::Missed => self.either("verfehlt", "missed"),
        }
    }

    fn date(&self, date: Date) -> String {
        match self.language {
            Language::German => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
            Language::English => date.to_string(),
        }
    }

    fn percent(&self, share: Option<Quantity>) -> String {
        let hundredfold = share.and_then(|share| share.number().checked_mul(100.into()));
        hundredfold.map_or_else(String::new, |percent| format!(" ({} %)", percent.round_dp(0).normalize()))
    }

    /// A number with its thousands apart, as the language writes it.
    fn grouped(&self, number: &str) -> String {
        let (separator, point) = match self.language {
            Language::German => ('.', ","),
            Language::English => (',', "."),
        };
        let (sign, number) = number.strip_prefix('-').map_or(("", number), |number| ("-", number));
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let mut grouped = String::from(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && whole.len().saturating_sub(at) % 3 == 0 {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        if !decimals.is_empty() {
            grouped.push_str(point);
            grouped.push_str(decimals);
        }
        grouped
    }
}
