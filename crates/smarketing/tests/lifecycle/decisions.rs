//! What the reference machine decides: rules 15 to 19, one event at a time.

use serde_json::Value;
use smarketing::{Assessed, Event, EventBody, Truth};

use crate::model::{Model, Sales, minutes};

impl Model {
    pub fn decide(&mut self, event: &Event) -> bool {
        let with_sales = self.sales != Sales::HasItNot;
        let accepted = matches!(self.sales, Sales::Accepted | Sales::HasItInAdvance);
        match &event.body {
            EventBody::Assessed { assessment } => {
                self.assessed = Some((**assessment).clone());
                self.take_assessment(assessment);
                true
            }
            EventBody::Reviewed { reject } => {
                if !(self.stage == "review" || (self.has("review") && self.stage == "mql" && !with_sales)) {
                    return false;
                }
                match reject {
                    Some(reason) => self.reject(reason),
                    None => {
                        let may = self.open("mql", false) && self.consent_is_there();
                        if may {
                            self.hand_over();
                        }
                        may
                    }
                }
            }
            EventBody::Rejected { reason } => {
                matches!(self.sales, Sales::WasOffered | Sales::HasItInAdvance) && self.reject(reason)
            }
            EventBody::Accepted => {
                match self.sales {
                    Sales::WasOffered if self.has("sal") && !self.open("sal", true) => return false,
                    Sales::WasOffered if self.has("sal") => self.go("sal", Sales::Accepted),
                    Sales::WasOffered | Sales::HasItInAdvance => self.sales = Sales::Accepted,
                    _ => return false,
                }
                if let Some(by) = &event.by {
                    self.person = Some(by.to_string());
                }
                true
            }
            EventBody::ContactAttempted { outcome, .. } => {
                if with_sales {
                    self.attempts += 1;
                    self.reached |= outcome.is_reached();
                }
                with_sales || self.stage == "review"
            }
            EventBody::Qualified { criteria } => {
                let known = criteria.keys().all(|id| **id == *"budget");
                if !known || !accepted || !["mql", "sal", "sql"].contains(&self.stage) {
                    return false;
                }
                let enters = self.has("sql") && self.stage != "sql";
                if enters && !self.open("sql", true) {
                    return false;
                }
                if enters {
                    self.go("sql", Sales::Accepted);
                }
                self.sales = Sales::Accepted;
                true
            }
            EventBody::OpportunityOpened { amount } => {
                let from: &[&str] = if self.has("sql") { &["sql"] } else { &["mql", "sal"] };
                let right = self.has("opportunity") && accepted && from.contains(&self.stage);
                right && self.open("opportunity", true) && self.deal("opportunity", amount.as_ref())
            }
            EventBody::Won { amount } => {
                let from: &[&str] = match (self.has("opportunity"), self.has("sql")) {
                    (true, _) => &["opportunity"],
                    (false, true) => &["sql"],
                    (false, false) => &["mql", "sal"],
                };
                let right = self.has("customer") && accepted && from.contains(&self.stage);
                right && self.open("customer", true) && self.deal("customer", amount.as_ref())
            }
            EventBody::Lost { .. } => {
                let right = ["sql", "opportunity"].contains(&self.stage);
                if right {
                    self.go("lost", Sales::HasItNot);
                }
                right
            }
            EventBody::Recycled { until, .. } => {
                let until = until.map(minutes);
                if ["contact", "customer"].contains(&self.stage) || until.is_some_and(|until| until <= self.now) {
                    return false;
                }
                self.wait(until);
                true
            }
            EventBody::Woken => {
                let right = ["nurture", "disqualified", "lost"].contains(&self.stage) && event.by.is_some();
                if right {
                    self.go("lead", Sales::HasItNot);
                }
                right
            }
            EventBody::Disqualified { .. } => {
                let right = !["customer", "disqualified"].contains(&self.stage);
                if right {
                    self.go("disqualified", Sales::HasItNot);
                }
                right
            }
            EventBody::Reassigned { person } => {
                self.person = person.as_ref().map(ToString::to_string);
                true
            }
            EventBody::ConsentGiven { consent } => {
                let strong = matches!(
                    consent.word,
                    smarketing::ConsentWord::Given { basis: smarketing::ConsentBasis::OptIn, .. }
                );
                let at = minutes(consent.at);
                // A withdrawal at the same instant wins, and a weaker ground takes nothing away.
                if !self.withdrawn.contains(&at) && strong {
                    self.consents.push(true);
                }
                true
            }
            EventBody::ConsentWithdrawn { consent } => {
                self.withdrawn.push(minutes(consent.at));
                self.consents.push(false);
                true
            }
            EventBody::Enriched { .. } => true,
            _ => false,
        }
    }

    fn deal(&mut self, to: &'static str, amount: Option<&rust_decimal::Decimal>) -> bool {
        if amount.is_some_and(|amount| amount.is_zero()) {
            return false;
        }
        if let Some(amount) = amount {
            self.amount = Some(amount.to_string());
        }
        self.go(to, Sales::Accepted);
        true
    }

    fn wait(&mut self, until: Option<i64>) {
        self.go("nurture", Sales::HasItNot);
        self.hold = until;
        self.tracks_after = Some(self.now);
    }

    fn reject(&mut self, reason: &str) -> bool {
        match reason {
            "no-budget" => {
                self.wait(Some(self.now + 300));
                self.earns_after = Some(self.now);
            }
            "later" => self.wait(None),
            "student" => {
                self.go("disqualified", Sales::HasItNot);
                self.tracks_after = Some(self.now);
            }
            _ => return false,
        }
        true
    }

    /// Precedence: disqualify, a person's decision, nurture's hold, fast track, `when`, `keep_while`.
    fn take_assessment(&mut self, assessed: &Assessed) {
        if ["customer", "disqualified", "lost"].contains(&self.stage) {
            return;
        }
        if !assessed.disqualified.is_empty() {
            return self.go("disqualified", Sales::HasItNot);
        }
        let active = assessed.last_activity.map(minutes);
        let target = self.target(assessed);
        if self.stage == "nurture" {
            let newer = self.check("mql").and_then(|check| check.fast_track_at).map(minutes);
            if newer.is_some_and(|at| Some(at) > self.tracks_after) {
                self.up(target);
            }
            return;
        }
        let waits = self.returned.is_some_and(|returned| active.is_none_or(|active| active <= returned));
        if !waits && self.up(target) {
            return;
        }
        if self.stage == "contact" && active.is_some() {
            self.go("lead", Sales::HasItNot);
        }
        let before_acceptance = matches!(self.sales, Sales::HasItNot | Sales::WasOffered);
        if before_acceptance && ["mql", "review"].contains(&self.stage) {
            let mut falls = !assessed.excluded.is_empty();
            for stage in ["mql", "review"] {
                let here = stage == "mql" || self.stage == "review";
                falls |= here
                    && self
                        .check(stage)
                        .is_some_and(|check| check.keep_while == Some(Truth::No) && check.fast_track_at.is_none())
                    && !self.holds_up_to(stage, assessed, false);
            }
            if falls {
                self.go("lead", Sales::HasItNot);
            }
        }
    }

    /// Whether the criteria of a stage and of all below it hold.
    fn holds_up_to(&self, stage: &str, assessed: &Assessed, tracks: bool) -> bool {
        let order = ["mql", "review", "sal", "sql"];
        let upto = order.iter().position(|known| *known == stage).unwrap();
        assessed.excluded.is_empty()
            && order[..=upto].iter().filter(|stage| self.has(stage)).all(|stage| {
                self.check(stage).is_some_and(|check| {
                    let track = check.fast_track_at.map(minutes);
                    let fast = tracks && track.is_some_and(|at| self.tracks_after.is_none_or(|after| at > after));
                    check.missing.is_empty() && (fast || check.when == Some(Truth::Yes))
                })
            })
    }

    fn target(&self, assessed: &Assessed) -> &'static str {
        let reached = ["sql", "sal", "review", "mql"].into_iter();
        let mut reached = reached.filter(|stage| self.has(stage) && self.holds_up_to(stage, assessed, true));
        reached.next().unwrap_or("lead")
    }

    /// How far up a lead stands, or would stand.
    fn height(stage: &str, sales: Sales) -> usize {
        let order = ["contact", "lead", "mql", "review", "offered", "sal", "sql", "opportunity", "customer"];
        let word = match (stage, sales) {
            ("mql", Sales::HasItNot) => "mql",
            ("mql", _) => "offered",
            ("nurture" | "disqualified" | "lost", _) => "lead",
            (stage, _) => stage,
        };
        order.iter().position(|known| *known == word).unwrap()
    }

    fn up(&mut self, target: &'static str) -> bool {
        let desk_at_once = self.has("review") && self.rule("review")["when"] == Value::Null;
        let goes_to = match target {
            "mql" if desk_at_once => "review",
            "mql" if !self.has("review") => "offered",
            other => other,
        };
        let here = Self::height(self.stage, self.sales);
        let there = match goes_to {
            "offered" => Self::height("mql", Sales::WasOffered),
            "mql" => Self::height("mql", Sales::HasItNot),
            other => Self::height(other, Sales::HasItInAdvance),
        };
        // What makes a contact a lead is that it does something.
        if there <= here || goes_to == "lead" {
            return false;
        }
        let to_sales = ["offered", "sal", "sql"].contains(&goes_to);
        if to_sales && self.sales == Sales::HasItNot && !self.consent_is_there() {
            let desk = desk_at_once && here < Self::height("review", Sales::HasItNot);
            if desk {
                self.go("review", Sales::HasItNot);
            }
            return desk;
        }
        match goes_to {
            "offered" => self.hand_over(),
            "sal" | "sql" => self.land(goes_to),
            desk => self.go(desk, Sales::HasItNot),
        }
        true
    }
}
