//! Countries with their cities, legal forms, names of people and numbers that ring nowhere.

use super::people::{DUTCH, ENGLISH, FRENCH, GERMAN, NORDIC, Names, POLISH, SOUTHERN};

/// A country that leads come from.
pub struct Country {
    /// The ISO code.
    pub code: &'static str,
    /// Its name in German and in English.
    pub names: [&'static str; 2],
    /// Cities with their weights.
    pub cities: &'static [(&'static str, u32)],
    /// Legal forms with their weights, for firms below 250 employees.
    pub small_forms: &'static [(&'static str, u32)],
    /// The same from there on.
    pub large_forms: &'static [(&'static str, u32)],
    /// What people are called.
    pub names_of_people: &'static Names,
    /// The beginning of a telephone number; digits follow. The regulators keep the German, British, French and
    /// American ones free for fiction; the others have a zero where no subscriber's number has one.
    pub phones: &'static [&'static str],
    /// Whether people there are written to in German.
    pub german: bool,
}

const DE_SMALL: &[(&str, u32)] =
    &[("GmbH", 60), ("GmbH & Co. KG", 18), ("UG (haftungsbeschränkt)", 6), ("e. K.", 5), ("OHG", 2), ("AG", 4)];
const DE_LARGE: &[(&str, u32)] =
    &[("GmbH", 40), ("AG", 28), ("SE", 12), ("GmbH & Co. KG", 14), ("KGaA", 3), ("SE & Co. KG", 3)];

/// The countries, each with its weight among the leads.
pub const COUNTRIES: &[(&Country, u32)] = &[
    (&GERMANY, 55),
    (&AUSTRIA, 9),
    (&SWITZERLAND, 9),
    (&BRITAIN, 5),
    (&FRANCE, 4),
    (&NETHERLANDS, 4),
    (&AMERICA, 4),
    (&ITALY, 2),
    (&SPAIN, 2),
    (&POLAND, 3),
    (&SWEDEN, 2),
    (&DENMARK, 1),
];

const GERMANY: Country = Country {
    code: "DE",
    names: ["Deutschland", "Germany"],
    cities: &[
        ("Berlin", 12),
        ("Hamburg", 10),
        ("München", 11),
        ("Köln", 7),
        ("Frankfurt am Main", 7),
        ("Stuttgart", 6),
        ("Düsseldorf", 5),
        ("Leipzig", 4),
        ("Dortmund", 3),
        ("Essen", 3),
        ("Bremen", 3),
        ("Dresden", 3),
        ("Hannover", 4),
        ("Nürnberg", 4),
        ("Mannheim", 3),
        ("Karlsruhe", 3),
        ("Münster", 2),
        ("Augsburg", 2),
        ("Ulm", 2),
        ("Bielefeld", 2),
        ("Göttingen", 1),
        ("Saarbrücken", 1),
        ("Würzburg", 1),
        ("Osnabrück", 1),
        ("Mülheim an der Ruhr", 1),
        ("Villingen-Schwenningen", 1),
        ("Frankfurt (Oder)", 1),
        ("Lübeck", 1),
    ],
    small_forms: DE_SMALL,
    large_forms: DE_LARGE,
    names_of_people: &GERMAN,
    phones: &["+49 30 23125", "+49 40 66969", "+49 69 90009", "+49 221 4710", "+49 89 99998", "030 23125", "040/66969"],
    german: true,
};

const AUSTRIA: Country = Country {
    code: "AT",
    names: ["Österreich", "Austria"],
    cities: &[
        ("Wien", 45),
        ("Graz", 14),
        ("Linz", 14),
        ("Salzburg", 9),
        ("Innsbruck", 6),
        ("Klagenfurt", 4),
        ("St. Pölten", 4),
    ],
    small_forms: &[("GmbH", 70), ("KG", 12), ("e.U.", 8), ("OG", 5)],
    large_forms: &[("GmbH", 50), ("AG", 40), ("SE", 5)],
    names_of_people: &GERMAN,
    phones: &["+43 1 0", "+43 316 0", "+43 732 0"],
    german: true,
};

const SWITZERLAND: Country = Country {
    code: "CH",
    names: ["Schweiz", "Switzerland"],
    cities: &[
        ("Zürich", 40),
        ("Basel", 15),
        ("Bern", 13),
        ("Genf", 8),
        ("Lausanne", 5),
        ("Winterthur", 6),
        ("St. Gallen", 6),
        ("Zug", 7),
    ],
    small_forms: &[("AG", 50), ("GmbH", 45), ("& Co.", 5)],
    large_forms: &[("AG", 90), ("SA", 10)],
    names_of_people: &GERMAN,
    phones: &["+41 44 0", "+41 61 0", "+41 31 0"],
    german: true,
};

const BRITAIN: Country = Country {
    code: "GB",
    names: ["Vereinigtes Königreich", "United Kingdom"],
    cities: &[
        ("London", 45),
        ("Manchester", 14),
        ("Birmingham", 10),
        ("Edinburgh", 9),
        ("Leeds", 8),
        ("Bristol", 8),
        ("Stoke-on-Trent", 2),
    ],
    small_forms: &[("Ltd", 75), ("Limited", 10), ("LLP", 10)],
    large_forms: &[("Ltd", 50), ("plc", 40), ("Group plc", 8)],
    names_of_people: &ENGLISH,
    phones: &["+44 20 7946 0", "+44 161 496 0", "+44 113 496 0"],
    german: false,
};

const FRANCE: Country = Country {
    code: "FR",
    names: ["Frankreich", "France"],
    cities: &[
        ("Paris", 50),
        ("Lyon", 15),
        ("Toulouse", 9),
        ("Lille", 8),
        ("Nantes", 7),
        ("Saint-Étienne", 3),
        ("Strasbourg", 8),
    ],
    small_forms: &[("SAS", 55), ("SARL", 40)],
    large_forms: &[("SA", 45), ("SAS", 50)],
    names_of_people: &FRENCH,
    phones: &["+33 1 99 00 ", "+33 3 53 01 "],
    german: false,
};

const NETHERLANDS: Country = Country {
    code: "NL",
    names: ["Niederlande", "Netherlands"],
    cities: &[
        ("Amsterdam", 35),
        ("Rotterdam", 20),
        ("Utrecht", 14),
        ("Eindhoven", 14),
        ("'s-Hertogenbosch", 4),
        ("Groningen", 6),
    ],
    small_forms: &[("B.V.", 90), ("V.O.F.", 5)],
    large_forms: &[("B.V.", 60), ("N.V.", 40)],
    names_of_people: &DUTCH,
    phones: &["+31 20 0", "+31 10 0"],
    german: false,
};

const AMERICA: Country = Country {
    code: "US",
    names: ["Vereinigte Staaten", "United States"],
    cities: &[
        ("New York, NY", 18),
        ("Boston, MA", 14),
        ("Chicago, IL", 14),
        ("San Francisco, CA", 14),
        ("Austin, TX", 10),
        ("Denver", 8),
    ],
    small_forms: &[(", Inc.", 50), ("LLC", 40), ("Inc.", 20)],
    large_forms: &[(", Inc.", 50), ("Corp.", 35), ("Holdings, Inc.", 10)],
    names_of_people: &ENGLISH,
    phones: &["+1 212-555-01", "+1 617-555-01", "(312) 555-01"],
    german: false,
};

const ITALY: Country = Country {
    code: "IT",
    names: ["Italien", "Italy"],
    cities: &[("Milano", 40), ("Roma", 20), ("Torino", 14), ("Bologna", 12), ("Bozen", 6)],
    small_forms: &[("S.r.l.", 90)],
    large_forms: &[("S.p.A.", 80), ("S.r.l.", 20)],
    names_of_people: &SOUTHERN,
    phones: &["+39 02 000", "+39 06 000"],
    german: false,
};

const SPAIN: Country = Country {
    code: "ES",
    names: ["Spanien", "Spain"],
    cities: &[("Madrid", 40), ("Barcelona", 35), ("Valencia", 12), ("A Coruña", 4), ("Bilbao", 8)],
    small_forms: &[("S.L.", 90)],
    large_forms: &[("S.A.", 80), ("S.L.U.", 20)],
    names_of_people: &SOUTHERN,
    phones: &["+34 91 000", "+34 93 000"],
    german: false,
};

const POLAND: Country = Country {
    code: "PL",
    names: ["Polen", "Poland"],
    cities: &[("Warszawa", 35), ("Kraków", 20), ("Wrocław", 16), ("Poznań", 12), ("Gdańsk", 10), ("Łódź", 7)],
    small_forms: &[("sp. z o.o.", 90)],
    large_forms: &[("S.A.", 70), ("sp. z o.o.", 30)],
    names_of_people: &POLISH,
    phones: &["+48 22 000", "+48 12 000"],
    german: false,
};

const SWEDEN: Country = Country {
    code: "SE",
    names: ["Schweden", "Sweden"],
    cities: &[("Stockholm", 50), ("Göteborg", 25), ("Malmö", 15), ("Västerås", 5)],
    small_forms: &[("AB", 95)],
    large_forms: &[("AB", 80), ("AB (publ)", 20)],
    names_of_people: &NORDIC,
    phones: &["+46 8 000", "+46 31 000"],
    german: false,
};

const DENMARK: Country = Country {
    code: "DK",
    names: ["Dänemark", "Denmark"],
    cities: &[("København", 60), ("Aarhus", 25), ("Odense", 15)],
    small_forms: &[("ApS", 80)],
    large_forms: &[("A/S", 90)],
    names_of_people: &NORDIC,
    phones: &["+45 00 00 "],
    german: false,
};
