//! Interactions: what a lead does, and what is done with it, from its creation to the end of October.

use super::calendar::{self, DAY, END, Instant};
use super::chance::Chance;
use super::lead::{Lead, World};
use super::lists::content::{CAREERS, FAIRS, OFFERINGS, PAPERS, POSTS, REFERENCES, WEBINARS};

/// One interaction.
pub struct Interaction {
    pub at: Instant,
    /// The place of the lead.
    pub lead: usize,
    pub kind: &'static str,
    pub url: String,
    pub asset: &'static str,
    pub campaign: String,
}

/// Hours after which a visitor comes back, by quantile: most within days, a few after months.
const RETURNS: &[(i64, i64)] = &[(0, 2), (3_000, 26), (6_000, 110), (8_000, 340), (9_500, 1_080), (10_000, 2_900)];

/// Days after creation on which the four mails of the nurture programme go out.
const NURTURE: [i64; 4] = [3, 10, 24, 52];

/// How many of a thousand leads of middling quality never do anything, by channel.
fn silence(source: &str) -> i64 {
    match source {
        "cold_call" => 500,
        "trade_fair" => 350,
        "partner" => 320,
        "referral" | "linkedin" => 240,
        _ => 185,
    }
}

/// All interactions, in order of time.
pub fn interactions(world: &World, chance: &mut Chance) -> Vec<Interaction> {
    let mut all = Vec::new();
    for (place, lead) in world.leads.iter().enumerate() {
        if !chance.per_mille(silence(lead.source) * (1_500 - lead.quality) / 1_000) {
            Journey::new(world, place, lead).walk(chance, &mut all);
        }
    }
    // Stable, so that what one lead does within the same second keeps its order.
    all.sort_by_key(|interaction| (interaction.at, interaction.lead));
    all
}

struct Journey<'w> {
    place: usize,
    lead: &'w Lead,
    /// 0 reads German pages, 1 English ones.
    language: usize,
    student: bool,
    reachable: bool,
    done: Vec<Interaction>,
}

impl<'w> Journey<'w> {
    fn new(world: &'w World, place: usize, lead: &'w Lead) -> Self {
        let person = &world.people[lead.person];
        let language = usize::from(!world.companies.get(lead.company).country.german);
        let reachable = lead.opt_in != Some(false) && !person.email.is_empty();
        Self { place, lead, language, student: person.title.student, reachable, done: Vec::new() }
    }

    fn walk(mut self, chance: &mut Chance, all: &mut Vec<Interaction>) {
        self.arrive(chance);
        self.nurture(chance);
        let quality = self.lead.quality;
        let mean = 700 + quality * quality / 300;
        for _ in 0..draws(mean, chance) {
            let at = self.later(RETURNS, chance);
            self.visit(at, "", chance);
        }
        // Some wake up shortly before the end, whenever they came.
        if chance.per_mille(quality / 7) {
            let from = END - 21 * DAY;
            for _ in 0..chance.between(1, 3) {
                let at = from + chance.between(0, 20 * DAY);
                self.visit(at.max(self.lead.created), "", chance);
            }
        }
        if chance.per_mille((quality - 400) * 4 / 5) || (self.student && chance.per_mille(12)) {
            self.ask_for_a_demo(chance);
        }
        // A crawler in somebody's name, or a very diligent reader: many pages in one sitting.
        if chance.per_mille(4) {
            let at = self.later(RETURNS, chance);
            for page in 0..chance.between(18, 30) {
                let url = self.page(chance);
                self.add(at + page * chance.between(2, 9), "page_view", url, "", "");
            }
        }
        // What would happen after the end has not happened.
        let created = self.lead.created;
        all.extend(self.done.into_iter().filter(|interaction| (created..=END).contains(&interaction.at)));
    }

    /// The way in, by channel.
    fn arrive(&mut self, chance: &mut Chance) {
        let (created, offering) = (self.lead.created, OFFERINGS[self.lead.offering]);
        match (self.lead.source, self.lead.event) {
            ("webinar", Some(event)) => self.register(event, chance),
            ("trade_fair", Some(event)) => {
                self.add(created, "trade_fair_visit", String::new(), "", FAIRS[event].slug);
                if chance.per_mille(300 + self.lead.quality / 2) {
                    self.call(created + 4 * DAY, "", chance);
                }
            }
            ("whitepaper", _) => {
                let url = self.path("/whitepaper/", "/en/whitepapers/") + offering;
                self.add(created, "page_view", url, "", "");
                self.download(created + chance.between(30, 400), "", chance);
            }
            ("cold_call" | "partner", _) => {
                self.add(created, "call", String::new(), "", "");
                if chance.per_mille(self.lead.quality) {
                    self.call(created + 5 * DAY, "", chance);
                }
            }
            ("paid_search", _) => {
                let campaign = format!("sea-{offering}-{}", if self.language == 0 { "dach" } else { "intl" });
                let url = self.product();
                self.add(created, "page_view", url, "", &campaign);
                self.visit(created + chance.between(20, 90), "", chance);
            }
            ("linkedin", _) => self.visit(created, &format!("li-{offering}-q{}", quarter(created)), chance),
            _ => self.visit(created, "", chance),
        }
    }

    fn register(&mut self, event: usize, chance: &mut Chance) {
        let webinar = &WEBINARS[event];
        let created = self.lead.created;
        let folder = if webinar.german { "/webinare/" } else { "/en/webinars/" };
        self.add(created, "page_view", format!("{folder}{}", webinar.slug), "", "");
        self.attend(event, 430 + self.lead.quality / 3, chance);
    }

    /// Takes part in the webinar in so many of a thousand cases, and may come by on the website afterwards.
    fn attend(&mut self, event: usize, share: i64, chance: &mut Chance) {
        let webinar = &WEBINARS[event];
        let hour = if webinar.german { 10 } else { 15 };
        let begins = calendar::instant(calendar::day(webinar.on.0, webinar.on.1), hour * 3_600);
        if begins < self.lead.created || !chance.per_mille(share) {
            return;
        }
        let at = begins + chance.between(0, 420);
        self.add(at, "webinar", String::new(), webinar.title, &format!("webinar-{}", webinar.slug));
        if chance.per_mille(self.lead.quality) {
            self.visit(begins + chance.between(3_700, 26 * 3_600), "", chance);
        }
    }

    /// Mails, what becomes of them, and the end of them.
    fn nurture(&mut self, chance: &mut Chance) {
        if !self.reachable {
            return;
        }
        let quality = self.lead.quality;
        let first_day = calendar::day_of(self.lead.created);
        for (number, after) in (1..).zip(NURTURE) {
            // Who does not react gets fewer.
            if number > 2 && !chance.per_mille(250 + quality / 2) {
                continue;
            }
            let day = calendar::working_day(first_day + after);
            let sent = calendar::instant(day, 9 * 3_600 + 1_800 + chance.between(0, 240));
            let campaign = format!("nurture-{}-{number}", OFFERINGS[self.lead.offering]);
            self.add(sent, "email_sent", String::new(), "", &campaign);
            if !chance.per_mille(180 + quality / 3) {
                continue;
            }
            let opened = sent + chance.quantile(&[(0, 30), (4_000, 3_000), (8_000, 40_000), (10_000, 190_000)]);
            self.add(opened, "email_open", String::new(), "", &campaign);
            if chance.per_mille(if quality < 350 { 45 } else { 12 }) {
                self.add(opened + chance.between(5, 60), "unsubscribed", String::new(), "", &campaign);
                return;
            }
            if chance.per_mille(80 + quality * 2 / 5) {
                let clicked = opened + chance.between(4, 180);
                self.add(clicked, "email_click", String::new(), "", &campaign);
                self.visit(clicked + 2, &campaign, chance);
            }
        }
        if chance.per_mille(quality / 9) {
            let event = chance.index(WEBINARS.len());
            if usize::from(!WEBINARS[event].german) == self.language {
                self.attend(event, 800, chance);
            }
        }
    }

    /// A visit of the website: a few pages within minutes, and perhaps a paper at the end.
    fn visit(&mut self, at: Instant, campaign: &str, chance: &mut Chance) {
        let mut at = at;
        for number in 0..chance.choose(&[(1_i64, 46), (2, 26), (3, 14), (4, 9), (5, 5)]) {
            let url = self.page(chance);
            self.add(at, "page_view", url, "", if number == 0 { campaign } else { "" });
            at += chance.quantile(&[(0, 6), (5_000, 45), (9_000, 200), (10_000, 900)]);
        }
        if chance.per_mille(if self.student { 160 } else { 55 }) {
            self.download(at, campaign, chance);
        }
    }

    fn page(&self, chance: &mut Chance) -> String {
        let (quality, offering) = (self.lead.quality, self.lead.offering);
        if chance.per_mille(if self.student { 450 } else { 45 }) {
            return chance.pick(CAREERS)[self.language].to_owned();
        }
        if chance.per_mille(30 + quality / 5) {
            return self.path("/pricing", "/en/pricing");
        }
        match chance.below(10) {
            0 => self.path("/", "/en/"),
            1..=3 => self.product(),
            4 => chance.pick(REFERENCES)[self.language].to_owned(),
            5 if quality > 500 => self.path("/kontakt", "/en/contact"),
            _ => self.path("/blog/", "/en/blog/") + chance.pick(POSTS[offering])[self.language],
        }
    }

    fn product(&self) -> String {
        self.path("/produkte/", "/en/products/") + OFFERINGS[self.lead.offering]
    }

    fn path(&self, german: &str, english: &str) -> String {
        [german, english][self.language].to_owned()
    }

    fn download(&mut self, at: Instant, campaign: &str, chance: &mut Chance) {
        let asset = chance.pick(PAPERS[self.lead.offering])[self.language];
        self.add(at, "whitepaper", String::new(), asset, campaign);
    }

    /// Looks at prices, asks, and is called within two working days, mostly.
    fn ask_for_a_demo(&mut self, chance: &mut Chance) {
        let at = self.later(RETURNS, chance);
        let prices = self.path("/pricing", "/en/pricing");
        self.add(at, "page_view", prices, "", "");
        let form = self.path("/demo", "/en/demo");
        self.add(at + 95, "page_view", form.clone(), "", "");
        self.add(at + chance.between(130, 600), "demo_request", form, "", "");
        if chance.per_mille(780) {
            self.call(at + chance.between(0, 2) * DAY, "", chance);
        }
    }

    /// A call in office hours, on the first working day from then on, and after it.
    fn call(&mut self, after: Instant, campaign: &str, chance: &mut Chance) {
        let day = calendar::working_day(calendar::day_of(after));
        let at = calendar::instant(day, chance.between(9 * 3_600, 17 * 3_600));
        let at = if at > after { at } else { at + DAY };
        self.add(at, "call", String::new(), "", campaign);
    }

    /// A busy moment some hours after the creation.
    fn later(&self, hours: &[(i64, i64)], chance: &mut Chance) -> Instant {
        let created = self.lead.created;
        let after = created + chance.quantile(hours) * 3_600;
        let at = calendar::instant(calendar::day_of(after), calendar::moment(chance));
        if at > created { at } else { after }
    }

    fn add(&mut self, at: Instant, kind: &'static str, url: String, asset: &'static str, campaign: &str) {
        self.done.push(Interaction { at, lead: self.place, kind, url, asset, campaign: campaign.to_owned() });
    }
}

/// A count with this mean in thousandths, spread like those of rare events.
fn draws(mean: i64, chance: &mut Chance) -> i64 {
    // Ten chances, each a tenth of the mean: close enough to a Poisson draw, without its exponential.
    let share = mean / 10;
    (0..10).map(|_| chance.between(0, 999)).map(|draw| i64::from(draw < share)).sum()
}

fn quarter(at: Instant) -> i64 {
    (calendar::month(calendar::day_of(at)) + 2) / 3
}
