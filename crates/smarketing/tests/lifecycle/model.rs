//! The reference machine: slow and obvious, from the document and the rules alone. It lives minute
//! by minute, and knows nothing of how the library does it.

use serde_json::Value;
use smarketing::{AttemptOutcome, Event, EventBody, Stage, StageCheck, Truth};

use crate::generated::minute;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sales {
    HasItNot,
    WasOffered,
    HasItInAdvance,
    Accepted,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelClock {
    pub id: String,
    /// The minute at which it is due; while it pauses, the minutes that are left.
    pub due: Result<i64, i64>,
    pub attempts: u64,
    breached: bool,
}

#[derive(Debug, Clone)]
pub struct Model {
    document: Value,
    pub stage: &'static str,
    pub sales: Sales,
    pub person: Option<String>,
    pub hold: Option<i64>,
    pub tracks_after: Option<i64>,
    pub earns_after: Option<i64>,
    pub returned: Option<i64>,
    pub attempts: u32,
    pub reached: bool,
    pub amount: Option<String>,
    pub clocks: Vec<ModelClock>,
    pub(crate) consents: Vec<bool>,
    pub(crate) withdrawn: Vec<i64>,
    pub(crate) assessed: Option<smarketing::Assessed>,
    paused_at: Option<i64>,
    pub now: i64,
}

const ENDS: [&str; 3] = ["nurture", "disqualified", "lost"];

fn word(stage: Stage) -> &'static str {
    stage.as_str()
}

/// The minute of an instant.
pub fn minutes(at: smarketing::Timestamp) -> i64 {
    (at.microseconds() - minute(0).microseconds()) / 60_000_000
}

impl Model {
    pub fn start(document: &Value, at: i64, offering: bool) -> Self {
        let stages = document["lifecycle"]["stages"].as_array().unwrap();
        let stage = if stages.contains(&Value::from("contact")) && !offering { "contact" } else { "lead" };
        let mut model = Self {
            document: document.clone(),
            stage,
            sales: Sales::HasItNot,
            person: None,
            hold: None,
            tracks_after: None,
            earns_after: None,
            returned: None,
            attempts: 0,
            reached: false,
            amount: None,
            clocks: Vec::new(),
            consents: Vec::new(),
            withdrawn: Vec::new(),
            assessed: None,
            paused_at: None,
            now: at,
        };
        model.start_clocks("started", &[]);
        model
    }

    pub(crate) fn has(&self, stage: &str) -> bool {
        self.document["lifecycle"]["stages"].as_array().unwrap().iter().any(|known| known == stage)
    }

    pub(crate) fn rule(&self, stage: &str) -> &Value {
        &self.document["lifecycle"]["stage"][stage]
    }

    /// Exactly one team, by rule 19.
    pub fn owner(&self) -> &'static str {
        match (self.stage, self.sales) {
            ("review", _) => "review",
            ("mql", Sales::HasItNot) => "marketing",
            ("mql" | "sal" | "sql" | "opportunity" | "customer", _) => "sales",
            _ => "marketing",
        }
    }

    fn clock_rules(&self) -> Vec<Value> {
        self.document["handover"]["clocks"].as_array().cloned().unwrap_or_default()
    }

    fn clock_rule(&self, id: &str) -> Value {
        self.clock_rules().into_iter().find(|rule| rule["id"] == id).unwrap()
    }

    fn until(rule: &Value) -> Vec<String> {
        let list = rule["until"].as_array().cloned().unwrap_or_default();
        list.iter().map(|kind| kind.as_str().unwrap().to_owned()).collect()
    }

    fn within(rule: &Value) -> i64 {
        60 * rule["within"].as_str().unwrap().trim_end_matches('h').parse::<i64>().unwrap()
    }

    fn start_clocks(&mut self, from: &str, passed: &[&str]) {
        for rule in self.clock_rules() {
            let id = rule["id"].as_str().unwrap().to_owned();
            let over = Self::until(&rule).iter().any(|kind| passed.contains(&kind.as_str()));
            if rule["from"] == from && !over && !self.clocks.iter().any(|clock| clock.id == id) {
                self.clocks.push(ModelClock {
                    id,
                    due: Ok(self.now + Self::within(&rule)),
                    attempts: 0,
                    breached: false,
                });
            }
        }
    }

    /// The stages that make a clock idle: those its own events would lead to, or past.
    fn idle_in(rule: &Value) -> &'static [&'static str] {
        let until = Self::until(rule);
        let from = rule["from"].as_str().unwrap();
        let says = |kind: &str| until.iter().any(|known| known == kind);
        if from == "handover" && says("accepted") {
            return &["sal", "sql", "opportunity", "customer"];
        }
        if says("qualified") || says("contact_attempted") || rule["attempts"].is_number() {
            return &["sql", "opportunity", "customer"];
        }
        &[]
    }

    /// Any move: what a stage leaves behind goes.
    pub(crate) fn go(&mut self, to: &'static str, sales: Sales) {
        let before = (self.owner(), self.sales);
        let falls = ENDS.contains(&to) || (to == "lead" && ["mql", "review"].contains(&self.stage));
        self.stage = to;
        self.sales = sales;
        self.hold = None;
        if falls || (before.1 != Sales::HasItNot && sales == Sales::HasItNot) {
            self.clocks.clear();
        } else {
            let rules: Vec<Value> = self.clocks.iter().map(|clock| self.clock_rule(&clock.id)).collect();
            let mut rules = rules.iter();
            self.clocks.retain(|_| !Self::idle_in(rules.next().unwrap()).contains(&to));
        }
        if self.owner() != before.0 {
            self.person = None;
        }
    }

    pub(crate) fn hand_over(&mut self) {
        self.attempts = 0;
        self.reached = false;
        self.returned = None;
        self.tracks_after = Some(self.now);
        self.go("mql", Sales::WasOffered);
        self.start_clocks("handover", &[]);
    }

    pub(crate) fn land(&mut self, to: &'static str) {
        let before = self.sales;
        if before == Sales::HasItNot {
            self.attempts = 0;
            self.reached = false;
            self.returned = None;
        }
        self.tracks_after = Some(self.now);
        let after = if before == Sales::Accepted { Sales::Accepted } else { Sales::HasItInAdvance };
        self.go(to, after);
        let mut passed = Vec::new();
        if to == "sql" {
            self.start_clocks("qualified", &[]);
            passed.push("qualified");
        }
        if !matches!(before, Sales::Accepted | Sales::HasItInAdvance) {
            self.start_clocks("accepted", &passed);
            passed.push("accepted");
        }
        if before == Sales::HasItNot {
            self.start_clocks("handover", &passed);
        }
    }

    /// Minute by minute up to an instant.
    pub fn live_until(&mut self, until: i64) {
        loop {
            self.minute();
            if self.now >= until {
                return;
            }
            self.now += 1;
        }
    }

    fn minute(&mut self) {
        for id in self.clocks.iter().map(|clock| clock.id.clone()).collect::<Vec<_>>() {
            let now = self.now;
            let Some(clock) = self.clocks.iter_mut().find(|clock| clock.id == id) else { continue };
            if clock.breached || clock.due.is_err() || clock.due > Ok(now) {
                continue;
            }
            clock.breached = true;
            let returns =
                self.clock_rule(&id)["on_breach"].as_array().is_some_and(|list| list.contains(&"return".into()));
            if returns && self.sales != Sales::HasItNot && self.stage != "customer" {
                let to = if self.has("review") { "review" } else { "lead" };
                self.go(to, Sales::HasItNot);
                self.returned = Some(self.now);
                self.tracks_after = Some(self.now);
            }
        }
        if self.hold.is_some_and(|hold| hold <= self.now) {
            self.go("lead", Sales::HasItNot);
        }
    }

    pub(crate) fn consent_is_there(&self) -> bool {
        let needed = !self.document["consent"]["handover_needs"].is_null();
        !needed || self.consents.last() == Some(&true)
    }

    pub(crate) fn check(&self, stage: &str) -> Option<&StageCheck> {
        self.assessed.as_ref()?.stages.iter().find(|check| word(check.stage) == stage)
    }

    /// Whether an event may enter a stage.
    pub(crate) fn open(&self, stage: &str, with_when: bool) -> bool {
        let rule = self.rule(stage);
        let asks = with_when && !rule["when"].is_null();
        let requires = !rule["requires"].is_null();
        if !self.has(stage) || (!asks && !requires) {
            return true;
        }
        self.check(stage).is_some_and(|check| (!asks || check.when == Some(Truth::Yes)) && check.missing.is_empty())
    }

    /// The event, if it is allowed; otherwise nothing changes.
    pub fn apply(&mut self, event: &Event) -> bool {
        self.live_until(minutes(event.at));
        let kind = event.kind().name();
        let before = self.clone();
        self.clocks_before(event, kind);
        let again = match kind {
            "accepted" => self.sales == Sales::HasItInAdvance,
            "qualified" => self.stage == "sql",
            _ => false,
        };
        if !self.decide(event) {
            *self = before;
            return false;
        }
        if !again {
            self.start_clocks(kind, &[]);
        }
        if matches!(event.body, EventBody::ContactAttempted { outcome: AttemptOutcome::Waiting, .. }) {
            for number in 0..self.clocks.len() {
                let may = self.clock_rule(&self.clocks[number].id)["may_pause"] == true;
                if let (true, Ok(due)) = (may, self.clocks[number].due)
                    && due > self.now
                {
                    self.clocks[number].due = Err(due - self.now);
                    self.paused_at = Some(self.now);
                }
            }
        }
        true
    }

    fn clocks_before(&mut self, event: &Event, kind: &str) {
        let now = self.now;
        let mut goes_on =
            !matches!(kind, "assessed" | "enriched" | "reassigned" | "consent_given" | "consent_withdrawn");
        if let EventBody::Assessed { assessment } = &event.body {
            // Paused since the minute of the attempt: no event but an assessment lies between.
            goes_on =
                assessment.last_activity.is_some_and(|at| self.paused_at.is_some_and(|paused| minutes(at) > paused));
        }
        if goes_on {
            self.paused_at = None;
            for clock in &mut self.clocks {
                if let Err(left) = clock.due {
                    clock.due = Ok(now + left);
                }
            }
        }
        let mut kept = Vec::new();
        for mut clock in std::mem::take(&mut self.clocks) {
            let rule = self.clock_rule(&clock.id);
            if kind == "contact_attempted" && rule["attempts"].is_number() {
                clock.attempts += 1;
            }
            let done = rule["attempts"].as_u64().is_some_and(|needed| clock.attempts >= needed);
            let ends = Self::until(&rule).iter().any(|known| known == kind) || (kind == "contact_attempted" && done);
            // From handover to acceptance a clock runs.
            let answer = ["accepted", "rejected"].contains(&kind);
            let guard = rule["from"] == "handover" && self.sales == Sales::WasOffered && !answer;
            if !ends || guard {
                kept.push(clock);
            }
        }
        self.clocks = kept;
        for number in 0..self.clocks.len() {
            let rule = self.clock_rule(&self.clocks[number].id);
            if rule["restart_on"].as_array().is_some_and(|list| list.contains(&kind.into())) {
                self.clocks[number].due = Ok(now + Self::within(&rule));
                self.clocks[number].breached = false;
                self.clocks[number].attempts = 0;
            }
        }
    }
}
