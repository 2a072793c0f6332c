//! Industries: how many leads they send, how large their firms are, and what such firms are called.

/// An industry.
pub struct Industry {
    /// The value in the file.
    pub name: &'static str,
    /// Its share of the leads.
    pub weight: u32,
    /// Half of its firms have fewer employees.
    pub median: u64,
    /// How well it suits the seller, from 0 to 3.
    pub suits: u32,
    /// Weights of the offerings: erp, crm, analytics.
    pub offerings: [u32; 3],
    /// What such a firm does, in German; put after a stem.
    pub german: &'static [&'static str],
    /// The same in English.
    pub english: &'static [&'static str],
}

pub const INDUSTRIES: &[Industry] = &[
    Industry {
        name: "software",
        weight: 20,
        median: 70,
        suits: 3,
        offerings: [15, 45, 40],
        german: &["Software", "Systeme", "IT-Lösungen", "Digital", "Cloud Services", "Datentechnik"],
        english: &["Software", "Systems", "Labs", "Cloud", "Digital", "Technologies"],
    },
    Industry {
        name: "manufacturing",
        weight: 22,
        median: 240,
        suits: 3,
        offerings: [65, 20, 15],
        german: &[
            "Maschinenbau",
            "Metallbau",
            "Werkzeugtechnik",
            "Kunststofftechnik",
            "Antriebstechnik",
            "Präzisionsteile",
            "Möbelwerke",
        ],
        english: &["Manufacturing", "Industries", "Tooling", "Precision Parts", "Components", "Engineering"],
    },
    Industry {
        name: "finance",
        weight: 10,
        median: 320,
        suits: 2,
        offerings: [10, 40, 50],
        german: &["Versicherungsmakler", "Vermögensverwaltung", "Finanzberatung", "Leasing", "Assekuranz"],
        english: &["Capital", "Insurance", "Asset Management", "Wealth Partners", "Leasing"],
    },
    Industry {
        name: "retail",
        weight: 12,
        median: 130,
        suits: 1,
        offerings: [35, 45, 20],
        german: &["Handel", "Versandhaus", "Modehaus", "Baumarkt", "Küchenwelt", "Feinkost"],
        english: &["Retail", "Outdoor", "Home", "Trading", "Stores"],
    },
    Industry {
        name: "logistics",
        weight: 9,
        median: 180,
        suits: 2,
        offerings: [50, 25, 25],
        german: &["Logistik", "Spedition", "Transporte", "Lagertechnik", "Kühltransporte"],
        english: &["Logistics", "Freight", "Shipping", "Forwarding"],
    },
    Industry {
        name: "healthcare",
        weight: 8,
        median: 260,
        suits: 1,
        offerings: [30, 25, 45],
        german: &["Medizintechnik", "Kliniken", "Labordiagnostik", "Pflegedienste", "Pharma"],
        english: &["Medical", "Health", "Diagnostics", "Care", "Biosciences"],
    },
    Industry {
        name: "public",
        weight: 5,
        median: 420,
        suits: 0,
        offerings: [40, 20, 40],
        german: &["Verkehrsbetriebe", "Zweckverband", "Wohnungsbau", "Bäderbetriebe"],
        english: &["Transit Authority", "Housing Association", "Council Services"],
    },
    Industry {
        name: "education",
        weight: 4,
        median: 110,
        suits: 0,
        offerings: [20, 45, 35],
        german: &["Akademie", "Fachschule", "Bildungswerk", "Lernwelten"],
        english: &["Academy", "Learning", "College", "Training"],
    },
    Industry {
        name: "energy",
        weight: 5,
        median: 350,
        suits: 2,
        offerings: [35, 25, 40],
        german: &["Energie", "Solartechnik", "Windkraft", "Netzservice"],
        english: &["Energy", "Renewables", "Power", "Solar"],
    },
    Industry {
        name: "construction",
        weight: 5,
        median: 85,
        suits: 1,
        offerings: [60, 30, 10],
        german: &["Bau", "Hochbau", "Gebäudetechnik", "Dachbau", "Ingenieurbau"],
        english: &["Construction", "Builders", "Contracting", "Building Services"],
    },
];

/// The first halves of invented stems.
pub const HEADS: &[&str] = &[
    "Al", "Bri", "Cor", "Del", "El", "Fen", "Gra", "Hal", "Iso", "Kel", "Lu", "Mer", "Nor", "Or", "Pra", "Quin", "Ra",
    "Sol", "Tor", "Ul", "Ver", "Wen", "Xan", "Zir", "Tre", "Vel", "Kro", "Sta",
];

/// The second halves.
pub const TAILS: &[&str] = &[
    "bora", "vanta", "dexo", "mira", "tessa", "lumen", "varis", "quanta", "rion", "sento", "tano", "vexa", "nova",
    "plexa", "dura", "gard", "linea", "mondo", "tavia", "zeno",
];

/// Invented places, for firms named after theirs.
pub const PLACES: &[&str] = &[
    "Rosenau",
    "Lindental",
    "Nordmark",
    "Eichgrund",
    "Falkenau",
    "Silbertal",
    "Weidenbrück",
    "Hohenfeld",
    "Möwensand",
    "Kaltenbrunn",
    "Grünwerder",
    "Altmühlen",
    "Steinfurth",
    "Birkenried",
    "Königshain",
    "Seeblick",
];
