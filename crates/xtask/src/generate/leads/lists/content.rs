//! What the seller offers on its pages: texts, webinars, fairs; in German and in English.

/// The offerings.
pub const OFFERINGS: [&str; 3] = ["erp", "crm", "analytics"];

/// White papers by offering, each in German and in English.
pub const PAPERS: [&[[&str; 2]]; 3] = [
    &[
        ["ERP-Auswahl in 10 Schritten", "Choosing an ERP in 10 Steps"],
        ["Lastenheft ERP: Vorlage", "ERP Requirements Template"],
        ["ERP-Kosten im Mittelstand", "What an ERP Really Costs"],
    ],
    &[
        ["CRM-Einführung ohne Frust", "CRM Without Tears"],
        ["Leads richtig bewerten", "A Guide to Lead Scoring"],
        ["CRM und DSGVO: Checkliste", "CRM and GDPR: a Checklist"],
    ],
    &[
        ["Kennzahlen, die steuern", "Metrics That Matter"],
        ["Vom Excel-Bericht zum Dashboard", "From Spreadsheet to Dashboard"],
        ["Datenqualität messen", "Measuring Data Quality"],
    ],
];

/// Pages of the blog by offering, each in German and in English.
pub const POSTS: [&[[&str; 2]]; 3] = [
    &[
        ["erp-einfuehrung-fehler", "erp-rollout-mistakes"],
        ["e-rechnung-2027", "e-invoicing-2027"],
        ["cloud-erp-oder-on-premises", "cloud-or-on-premises"],
        ["stammdaten-aufraeumen", "tidy-master-data"],
    ],
    &[
        ["leads-qualifizieren", "qualify-leads"],
        ["vertrieb-und-marketing-sla", "sales-marketing-sla"],
        ["crm-im-maschinenbau", "crm-in-engineering"],
    ],
    &[
        ["dashboard-beispiele", "dashboard-examples"],
        ["forecast-im-vertrieb", "sales-forecast"],
        ["ki-im-controlling", "ai-in-controlling"],
        ["self-service-bi", "self-service-bi"],
    ],
];

/// Other pages of an interested visitor, in German and in English.
pub const REFERENCES: &[[&str; 2]] = &[
    ["/referenzen/", "/en/customers/"],
    ["/referenzen/maschinenbau", "/en/customers/manufacturing"],
    ["/referenzen/grosshandel", "/en/customers/wholesale"],
    ["/integrationen/", "/en/integrations/"],
    ["/sicherheit", "/en/security"],
];

/// Pages of somebody who looks for work.
pub const CAREERS: &[[&str; 2]] = &[
    ["/karriere/", "/en/careers/"],
    ["/karriere/werkstudent-marketing", "/en/careers/working-student"],
    ["/karriere/junior-consultant", "/en/careers/junior-consultant"],
    ["/karriere/software-engineer", "/en/careers/software-engineer"],
];

/// A webinar.
pub struct Webinar {
    /// Its title, which is the asset's name.
    pub title: &'static str,
    /// Its page and campaign.
    pub slug: &'static str,
    /// The place in [`OFFERINGS`].
    pub offering: usize,
    /// Held in German.
    pub german: bool,
    /// Month and day in 2026; it begins at 10:00 if German, else at 15:00.
    pub on: (u32, u32),
}

const fn webinar(title: &'static str, slug: &'static str, offering: usize, german: bool, on: (u32, u32)) -> Webinar {
    Webinar { title, slug, offering, german, on }
}

pub const WEBINARS: &[Webinar] = &[
    webinar("ERP-Einführung: was wirklich zählt", "erp-einfuehrung", 0, true, (5, 12)),
    webinar("Pipeline Reviews That Work", "pipeline-reviews", 1, false, (5, 21)),
    webinar("CRM im Mittelstand", "crm-mittelstand", 1, true, (6, 9)),
    webinar("Dashboards in 30 Minuten", "dashboards-30", 2, true, (6, 25)),
    webinar("Planning an ERP Rollout", "erp-rollout", 0, false, (7, 2)),
    webinar("E-Rechnung: Pflichten ab 2027", "e-rechnung", 0, true, (7, 14)),
    webinar("Forecasting for Sales Teams", "sales-forecast", 2, false, (8, 27)),
    webinar("Lead Scoring, praktisch", "lead-scoring", 1, true, (9, 8)),
    webinar("Stammdaten im Griff", "stammdaten", 0, true, (9, 17)),
    webinar("Controlling mit KI", "controlling-ki", 2, true, (10, 6)),
    webinar("CRM Data You Can Trust", "crm-data", 1, false, (10, 15)),
    webinar("Jahresplanung im Vertrieb", "jahresplanung", 1, true, (10, 22)),
];

/// A trade fair: its campaign, and the month, first day and number of days in 2026.
pub struct Fair {
    /// The campaign.
    pub slug: &'static str,
    /// When it opens.
    pub from: (u32, u32),
    /// How many days it lasts.
    pub days: i64,
}

pub const FAIRS: &[Fair] = &[
    Fair { slug: "messe-digitaltage-nord", from: (6, 16), days: 3 },
    Fair { slug: "messe-mittelstandsforum", from: (9, 22), days: 3 },
    Fair { slug: "messe-fabrik-der-zukunft", from: (10, 13), days: 4 },
];

/// Providers of free mail addresses with their weights.
pub const FREE_MAIL: &[(&str, u32)] = &[
    ("gmail.com", 34),
    ("gmx.de", 22),
    ("web.de", 18),
    ("t-online.de", 8),
    ("outlook.com", 6),
    ("icloud.com", 4),
    ("gmx.at", 3),
    ("bluewin.ch", 3),
    ("yahoo.com", 3),
    ("hotmail.de", 2),
];

/// Providers of addresses to throw away.
pub const DISPOSABLE_MAIL: &[(&str, u32)] = &[
    ("mailinator.com", 5),
    ("trashmail.com", 3),
    ("10minutemail.com", 2),
    ("guerrillamail.com", 2),
    ("wegwerfmail.de", 2),
];
