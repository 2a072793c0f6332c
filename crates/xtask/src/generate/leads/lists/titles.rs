//! Job titles with their rank.

/// How high somebody stands, in the file's words.
pub const RANKS: [&str; 4] = ["staff", "manager", "director", "c_level"];

/// A job.
pub struct Title {
    /// In German, of a woman and of a man.
    pub german: [&'static str; 2],
    /// In English.
    pub english: &'static str,
    /// The place in [`RANKS`].
    pub rank: usize,
    /// Its share within the rank.
    pub weight: u32,
    /// Learns rather than buys.
    pub student: bool,
}

const fn title(women: &'static str, men: &'static str, english: &'static str, rank: usize, weight: u32) -> Title {
    Title { german: [women, men], english, rank, weight, student: false }
}

const fn student(women: &'static str, men: &'static str, english: &'static str, weight: u32) -> Title {
    Title { german: [women, men], english, rank: 0, weight, student: true }
}

pub const TITLES: &[Title] = &[
    title("Sachbearbeiterin Einkauf", "Sachbearbeiter Einkauf", "Purchasing Clerk", 0, 8),
    title("Einkäuferin", "Einkäufer", "Buyer", 0, 10),
    title("Controllerin", "Controller", "Financial Controller", 0, 12),
    title("Projektmitarbeiterin IT", "Projektmitarbeiter IT", "IT Specialist", 0, 9),
    title("Systemadministratorin", "Systemadministrator", "System Administrator", 0, 9),
    title("Marketing-Referentin", "Marketing-Referent", "Marketing Specialist", 0, 9),
    title("Vertriebsmitarbeiterin Innendienst", "Vertriebsmitarbeiter Innendienst", "Sales Representative", 0, 8),
    title("Business-Analystin", "Business-Analyst", "Business Analyst", 0, 7),
    title("Data Scientist", "Data Scientist", "Data Scientist", 0, 5),
    title("Assistentin der Geschäftsführung", "Assistent der Geschäftsführung", "Assistant to the Director", 0, 6),
    student("Werkstudentin", "Werkstudent", "Working Student", 7),
    student("Praktikantin Marketing", "Praktikant Marketing", "Marketing Intern", 4),
    student("Studentin", "Student", "Student", 4),
    title("IT-Leiterin", "IT-Leiter", "Head of IT", 1, 16),
    title("Leiterin Controlling", "Leiter Controlling", "Controlling Manager", 1, 8),
    title("Marketingleiterin", "Marketingleiter", "Head of Marketing", 1, 12),
    title("Vertriebsleiterin", "Vertriebsleiter", "Sales Manager", 1, 13),
    title("Leiterin Einkauf, Logistik", "Leiter Einkauf, Logistik", "Purchasing Manager, Logistics", 1, 6),
    title("Projektleiterin ERP-Einführung", "Projektleiter ERP-Einführung", "ERP Project Manager", 1, 8),
    title("CRM-Managerin", "CRM-Manager", "CRM Manager", 1, 8),
    title("Produktionsleiterin", "Produktionsleiter", "Production Manager", 1, 6),
    title("Teamleiterin Kundenservice", "Teamleiter Kundenservice", "Customer Service Manager", 1, 6),
    title("Head of Marketing", "Head of Marketing", "Head of Demand Generation", 1, 5),
    title("Bereichsleiterin Finanzen", "Bereichsleiter Finanzen", "Finance Director", 2, 10),
    title("Bereichsleiterin Operations", "Bereichsleiter Operations", "Director of Operations", 2, 8),
    title("Director Sales DACH", "Director Sales DACH", "Director of Sales", 2, 8),
    title("Kaufmännische Leiterin", "Kaufmännischer Leiter", "Director of Administration", 2, 10),
    title(
        "Hauptabteilungsleiterin IT & Organisation",
        "Hauptabteilungsleiter IT & Organisation",
        "Director of IT",
        2,
        7,
    ),
    title("VP Marketing", "VP Marketing", "VP Marketing", 2, 5),
    title("Prokuristin", "Prokurist", "Deputy Director", 2, 6),
    title("Geschäftsführerin", "Geschäftsführer", "Managing Director", 3, 26),
    title("CIO", "CIO", "CIO", 3, 10),
    title("CTO", "CTO", "CTO", 3, 8),
    title("CFO", "CFO", "CFO", 3, 8),
    title("Kaufmännische Geschäftsführerin", "Kaufmännischer Geschäftsführer", "Chief Financial Officer", 3, 5),
    title("Vorständin", "Vorstand", "CEO", 3, 6),
    title("Inhaberin", "Inhaber", "Owner", 3, 7),
    title("Chief Digital Officer", "Chief Digital Officer", "Chief Digital Officer", 3, 3),
];
