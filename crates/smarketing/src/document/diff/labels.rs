//! What people call the keys of the format, in English and in German.

/// Keys with their words; a key that is not here speaks for itself.
const LABELS: [(&str, &str, &str); 68] = [
    ("activity", "the lead's own doing", "eigenes Tun"),
    ("all", "all of", "alle von"),
    ("any", "any of", "eines von"),
    ("as_of", "instant", "Zeitpunkt"),
    ("ask", "question", "Frage"),
    ("behaviours", "behaviour", "Verhalten"),
    ("biography", "biography", "Biografie"),
    ("changeable", "changeable", "änderbar"),
    ("changes", "change", "Änderung"),
    ("channels", "channel", "Kanal"),
    ("column", "column", "Spalte"),
    ("criteria", "criterion", "Kriterium"),
    ("currency", "currency", "Währung"),
    ("de", "German", "deutsch"),
    ("decay", "decay", "Verfall"),
    ("demographics", "demographics", "Demografie"),
    ("disposable", "disposable provider", "Wegwerf-Anbieter"),
    ("effective", "in force from", "gültig ab"),
    ("en", "English", "englisch"),
    ("exchange", "exchange rate", "Wechselkurs"),
    ("expect", "expectation", "Erwartung"),
    ("field", "field", "Feld"),
    ("framework", "framework", "Rahmen"),
    ("free", "free provider", "Freemail-Anbieter"),
    ("goals", "goal", "Ziel"),
    ("grades", "grades", "Noten"),
    ("group", "group", "Gruppe"),
    ("idle", "idle period", "Ruhezeit"),
    ("interactions", "interaction", "Interaktion"),
    ("interests", "interest", "Interesse"),
    ("keep_while", "stays while", "bleibt, solange"),
    ("label", "label", "Bezeichnung"),
    ("language", "language", "Sprache"),
    ("lead", "lead", "Lead"),
    ("limit", "limit", "Begrenzung"),
    ("max", "maximum", "Maximum"),
    ("min", "minimum", "Minimum"),
    ("missing", "mark of absence", "Zeichen für fehlend"),
    ("multiply", "factor", "Faktor"),
    ("name", "name", "Name"),
    ("needs", "need", "Bedürfnis"),
    ("not", "not", "nicht"),
    ("objections", "objection", "Einwand"),
    ("on", "interaction", "Interaktion"),
    ("ordered", "ordered", "geordnet"),
    ("owner", "owner", "zuständig"),
    ("pain_points", "pain point", "Schmerzpunkt"),
    ("parties", "party", "Partei"),
    ("pick", "pick", "Auswahl"),
    ("points", "points", "Punkte"),
    ("points_by", "points by value", "Punkte nach Wert"),
    ("properties", "property", "Eigenschaft"),
    ("reason", "reason", "Grund"),
    ("review_by", "review by", "Überprüfung bis"),
    ("role", "role", "Rolle"),
    ("scores", "scores", "zählt für"),
    ("signed", "signature", "Unterschrift"),
    ("smarketing", "format", "Format"),
    ("status", "status", "Status"),
    ("steps", "from", "ab"),
    ("time_zone", "time zone", "Zeitzone"),
    ("times", "factor", "Faktor"),
    ("to", "leads to", "führt zu"),
    ("type", "type", "Typ"),
    ("values", "value", "Wert"),
    ("version", "version", "Version"),
    ("weight", "weight", "Gewicht"),
    ("within", "window", "Zeitfenster"),
];

/// The words of a key in English and in German.
pub(super) fn of(key: &str) -> Option<(&'static str, &'static str)> {
    let at = LABELS.binary_search_by(|(known, ..)| known.cmp(&key)).ok()?;
    LABELS.get(at).map(|(_, en, de)| (*en, *de))
}

#[cfg(test)]
mod tests {
    #[test]
    fn keys_stand_in_order() {
        assert!(super::LABELS.is_sorted_by(|(one, ..), (other, ..)| one < other));
        assert_eq!(super::of("within"), Some(("window", "Zeitfenster")));
    }
}
