//! A lead's year, from download to customer, with a rejection, a nurture, a breach and a comeback,
//! printed as a timeline. Whoever adds the library to a CRM writes code like this.

use std::collections::BTreeMap;
use std::sync::Arc;

use smarketing::{
    Agreement, AttemptOutcome, Channel, ContactFacts, ContactRequest, Event, EventBody, Interaction, Interactions,
    Lead, LeadState, Origin, SourcedBy, Step, Team, Timestamp, Truth, feedback, handovers, replay, scorecard,
};

const AGREEMENT: &str = r#"
smarketing = 1

[agreement]
name = "Demand generation and inside sales"
version = "2026.1"
time_zone = "Europe/Berlin"
parties = { marketing = "Demand Generation", sales = "Inside Sales" }

[fields]
employees = { type = "number", ask = { en = "How many people work there?" } }
job_title = { type = "text" }
budget = { type = "money", owner = "sales", ask = { en = "Which budget is set aside?" } }

[interactions]
whitepaper = {}
webinar = {}
demo_request = {}
newsletter = { activity = false }

[[personas]]
id = "it-lead"
name = "Ines, head of IT"
pain_points = ["shadow IT", "audits"]
objections = ["we build that ourselves"]
when = { job_title = { word = ["cio", "head of it"] } }

[[scoring.rules]]
id = "size"
scores = "fit"
when = { employees = { at_least = 50 } }
points = 20

[[scoring.rules]]
id = "whitepaper"
scores = "engagement"
on = "whitepaper"
points = 12

[[scoring.rules]]
id = "webinar"
scores = "engagement"
on = "webinar"
points = 15

[qualification]
framework = "bant"
criteria = [{ id = "budget", when = { budget = { at_least = 10000 } } }]

[lifecycle]
stages = ["lead", "mql", "sal", "sql", "opportunity", "customer"]

[lifecycle.stage.mql]
when = { score = { at_least = 30 } }
requires = ["employees"]

[lifecycle.stage.sql]
when = { bant_met = { at_least = 1 } }

[[lifecycle.fast_track]]
on = "demo_request"
within = "7d"
to = "mql"

[[lifecycle.reject_reasons]]
id = "no-budget"
label = { en = "No budget this year" }
then = "nurture"
for = "90d"
reset = "engagement"

[handover]
calendars = { office = { days = "mon-fri", open = "09:00", close = "17:00" } }
clocks = [
  { id = "accept", from = "handover", until = ["accepted", "rejected"], within = "4h", calendar = "office", on_breach = ["notify", "return"], escalation = { before = "1h", then = "notify" } },
  { id = "first-contact", from = "accepted", until = "contact_attempted", within = "8h", calendar = "office", on_breach = ["notify"] },
]

[consent]
quiet_after_purchase = "30d"
"#;

/// What a CRM does: it keeps the events and the state, and carries out the effects.
struct Crm {
    agreement: Agreement,
    lead: Lead,
    interactions: Vec<Interaction>,
    events: Vec<Event>,
    state: Option<LeadState>,
}

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

impl Crm {
    /// Something happened at an instant.
    fn event(&mut self, at: &str, by: Option<&str>, body: EventBody) -> Outcome {
        let mut event = Event::new(format!("e-{}", self.events.len() + 1), at.parse()?, body);
        if let Some(person) = by {
            event = event.by(person);
        }
        self.apply(event)
    }

    /// The lead did something: it is assessed, as its history lets it.
    fn interaction(&mut self, at: &str, kind: &str) -> Outcome {
        self.interactions.push(Interaction::new(kind, at.parse()?));
        println!("{at}  the lead: {kind}");
        self.assess(at)
    }

    fn assess(&mut self, at: &str) -> Outcome {
        let at: Timestamp = at.parse()?;
        let interactions = Interactions::from(self.interactions.clone());
        let assessment = match &self.state {
            Some(state) => self.agreement.assess_for(state, &self.lead, &interactions, at),
            None => self.agreement.assess(&self.lead, &interactions, at),
        };
        let id = format!("e-{}", self.events.len() + 1);
        self.apply(Event::assessed(id, &assessment))
    }

    fn apply(&mut self, event: Event) -> Outcome {
        let step = match &self.state {
            None => self.agreement.start(&event, event.at)?,
            Some(state) => self.agreement.apply(state, &event, event.at)?,
        };
        println!(
            "{}  {}{}",
            event.at,
            event.kind(),
            event.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default()
        );
        self.events.push(event);
        self.take(step);
        Ok(())
    }

    fn time_passes(&mut self, until: &str) -> Outcome {
        if let Some(state) = &self.state {
            let step = self.agreement.advance(state, until.parse()?);
            self.take(step);
        }
        Ok(())
    }

    fn take(&mut self, step: Step) {
        for transition in &step.transitions {
            let from = transition.from.map(|stage| format!("{} → ", stage.title())).unwrap_or_default();
            let (to, owner, why) = (transition.to.title(), transition.owner, &transition.reason);
            println!("    {}  {from}{to}, {owner} has it: {why}", transition.at);
        }
        for effect in &step.effects {
            println!("      to do: {}", effect.what);
        }
        self.state = Some(step.state);
    }
}

fn main() -> Outcome {
    let agreement = Agreement::from_toml(AGREEMENT)?;
    let lead = Lead::new("L-1").fact("employees", 400).fact("job_title", "Head of IT");
    let mut crm = Crm { agreement, lead, interactions: Vec::new(), events: Vec::new(), state: None };

    println!("A download in January, and a rejection\n");
    let origin = Origin::new("L-1", SourcedBy::Marketing).source("whitepaper").offering("crm").contact("C-1");
    crm.event("2026-01-12T09:00:00Z", None, EventBody::Started(Arc::new(origin)))?;
    crm.interaction("2026-01-12T09:05:00Z", "whitepaper")?;
    crm.event("2026-01-12T10:30:00Z", Some("rep-1"), EventBody::Rejected { reason: "no-budget".into() })?;

    println!("\nThree months of nurture: earlier interactions earn nothing any more\n");
    crm.time_passes("2026-05-01T00:00:00Z")?;
    crm.assess("2026-05-01T08:00:00Z")?;

    println!("\nA webinar in June: handed over on Friday afternoon, and nobody acts\n");
    crm.interaction("2026-06-05T13:00:00Z", "webinar")?;
    crm.time_passes("2026-06-08T12:00:00Z")?;

    println!("\nA comeback in September\n");
    crm.interaction("2026-09-14T08:00:00Z", "demo_request")?;
    if let Some(state) = &crm.state {
        let at = "2026-09-14T08:01:00Z".parse()?;
        let brief = crm.agreement.brief(state, &crm.lead, &Interactions::from(crm.interactions.clone()), at);
        let pains = brief.persona.map(|persona| persona.pain_points.join(", ")).unwrap_or_default();
        println!(
            "    the brief: {} points; pains: {pains}; ask for: {:?}",
            brief.score,
            brief.questions.iter().map(|ask| &*ask.field).collect::<Vec<_>>()
        );
        for item in crm.agreement.work_list(std::slice::from_ref(state), Team::Sales, |_| None, at) {
            let due = item.clock.map(|line| line.forecast.to_string()).unwrap_or_default();
            println!("    the work list of sales: {} ({due})", item.lead);
        }
    }
    crm.event("2026-09-14T09:00:00Z", Some("rep-2"), EventBody::Accepted)?;
    let attempt = |outcome| EventBody::ContactAttempted { channel: Channel::Phone, outcome };
    crm.event("2026-09-14T09:30:00Z", Some("rep-2"), attempt(AttemptOutcome::NoAnswer))?;
    crm.event("2026-09-15T08:00:00Z", Some("rep-2"), attempt(AttemptOutcome::Reached))?;

    println!("\nQualified, and won in November\n");
    let criteria = BTreeMap::from([("budget".into(), Truth::Yes)]);
    let too_early =
        crm.event("2026-09-15T08:20:00Z", Some("rep-2"), EventBody::Qualified { criteria: criteria.clone() });
    println!(
        "2026-09-15T08:20:00Z  qualified is refused: {}",
        too_early.err().map(|why| why.to_string()).unwrap_or_default()
    );
    crm.lead = crm.lead.clone().fact("budget", 20_000);
    crm.event(
        "2026-09-15T08:30:00Z",
        Some("rep-2"),
        EventBody::Enriched { fields: vec!["budget".into()], team: Some(Team::Sales) },
    )?;
    crm.assess("2026-09-15T08:31:00Z")?;
    crm.event("2026-09-15T08:32:00Z", Some("rep-2"), EventBody::Qualified { criteria })?;
    crm.event("2026-10-01T10:00:00Z", Some("rep-2"), EventBody::OpportunityOpened { amount: Some(18_000.into()) })?;
    crm.event("2026-11-20T10:00:00Z", Some("rep-2"), EventBody::Won { amount: Some(16_500.into()) })?;

    println!("\nWhat the year says\n");
    let history = replay(std::slice::from_ref(&crm.agreement), &crm.events, "2026-12-31T00:00:00Z".parse()?);
    assert_eq!(history.state, crm.state, "the state is the replay of its history");
    let handovers = handovers(std::slice::from_ref(&crm.agreement), &crm.events, "2026-12-31T00:00:00Z".parse()?);
    for line in feedback(&handovers).by_source {
        println!("{line}");
    }
    let card = scorecard(&handovers, "2026-01-01T00:00:00Z".parse()?, "2027-01-01T00:00:00Z".parse()?);
    println!(
        "handed over {}, accepted {}, rejected {}, sent back {}; answered in time: {} of {}",
        card.sales.handed_over,
        card.sales.accepted,
        card.sales.rejected,
        card.sales.returned,
        card.sales.answered_in_time.count,
        card.sales.answered_in_time.of
    );
    if let Some(state) = &crm.state {
        let request = ContactRequest::new(Channel::Email, "ines@firm.example", "marketing").offering("crm");
        let answer = crm.agreement.may_contact(state, &ContactFacts::new(), &request, "2026-11-23T10:00:00Z".parse()?);
        for hindrance in answer.hindrances {
            println!("no mailing three days after the purchase: {}", hindrance.message);
        }
    }
    Ok(())
}
