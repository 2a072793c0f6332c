//! Abbreviations in a text: which tokens look like one, and which everybody knows.

use crate::text::{WordSpan, fold, words};
use crate::vocabulary::Country;

/// Abbreviations of everyday business that need no definition in an agreement: law and form of
/// companies, technology, files, time, places, standards, Roman numerals.
const EVERYDAY: &str = "
    2FA AG AI AM API APAC APP ASAP BENELUX CC BCC CET CEST CH CSS CSV CV DACH DIN DIY DNS DVD EDV EEA EG EMEA EN EST EU
    EWR FTP GB GBR GMBH GPS GPT HR HTML HTTP HTTPS IBAN ID IDS IHK IMAP INC IOT IP ISBN ISO IT JSON KB KG KI LAN LATAM
    LLC LLM LLP LTD MB MEZ MESZ MEA ML MP3 MWST NATO NGO NV OHG OK OS PC PDF PHP PIN PLC PLZ PM PNG POP QR RAM SA SAP SE
    SMS SMTP SQLITE SRL SSL SSO ST SUV SVG TB TLS TOML TV TÜV UG UI UK UN UNO URI URL USB UST UTC VAT VIP VPN WLAN WWW
    XLS XLSX XML YAML ZIP ZB II III IV VI VII VIII IX XI XII XX
";

/// The currency codes of ISO 4217 that occur most in trade.
const CURRENCIES: &str = "
    AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KZT MAD MXN MYR NGN
    NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR
";

/// Whether everybody knows an abbreviation: an everyday one, a country's code or a currency's.
pub(super) fn is_everyday(abbreviation: &str) -> bool {
    let wanted = fold(abbreviation);
    let same = |known: &str| if known.is_ascii() { known.eq_ignore_ascii_case(&wanted) } else { fold(known) == wanted };
    let listed = |list: &str| list.split_ascii_whitespace().any(same);
    listed(EVERYDAY) || listed(CURRENCIES) || Country::named(&wanted).is_some()
}

/// The abbreviation without the plural's `s`: `MQL` for `MQLs`.
pub(super) fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|rest| looks_like_one(rest)).unwrap_or(word)
}

/// Capitals of German and English; the compiler's Unicode tables decide nothing.
fn is_capital(character: char) -> bool {
    character.is_ascii_uppercase() || "ÄÖÜẞ".contains(character)
}

/// Two to six characters, all of them capital letters but for at most one digit, with at least two
/// capitals: `MQL`, `B2B`, `DSGVO`, not `A1`, `SaaS`, `GmbH` or `PO4711`.
fn looks_like_one(word: &str) -> bool {
    let capitals = word.chars().filter(|character| is_capital(*character)).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let length = word.chars().count();
    (2..=6).contains(&length) && capitals >= 2 && digits <= 1 && capitals.saturating_add(digits) == length
}

/// The abbreviations in a text, each once and without the plural's `s`, in the order in which they
/// first occur. A token of mixed case is taken for a word or a name (`SaaS`, `GmbH`, `iPhone`), and
/// so is everything in a text of three or more words all in capitals, which only shouts.
pub(crate) fn abbreviations_in(text: &str) -> Vec<&str> {
    let word_at = |span: &WordSpan| text.get(span.start as usize..span.end as usize).unwrap_or("");
    let spans = words(text);
    let shouted = |word: &str| word.chars().all(|character| is_capital(character) || character.is_ascii_digit());
    if spans.len() >= 3 && spans.iter().all(|span| shouted(word_at(span))) {
        return Vec::new();
    }
    let mut found: Vec<&str> = Vec::new();
    for span in &spans {
        let word = singular(word_at(span));
        if looks_like_one(word) && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{abbreviations_in, is_everyday};

    #[test]
    fn abbreviations_are_found_once_and_in_the_singular() {
        let text =
            "MQLs nach DSGVO: ein MQL im B2B-Geschäft (TAM/SAM/SOM), Note A1, SaaS der Muster GmbH, PO4711, ÖPNV";
        assert_eq!(abbreviations_in(text), ["MQL", "DSGVO", "B2B", "TAM", "SAM", "SOM", "ÖPNV"]);
        assert_eq!(abbreviations_in("MQL"), ["MQL"]);
        assert!(abbreviations_in("Is as this").is_empty());
    }

    #[test]
    fn shouting_is_no_abbreviation() {
        assert!(abbreviations_in("BITTE NICHT ANRUFEN").is_empty());
    }

    #[test]
    fn the_everyday_ones_raise_no_alarm() {
        for known in
            ["IT", "HR", "USA", "EU", "UTC", "URL", "CSV", "GmbH", "AG", "DE", "CH", "EUR", "DACH", "UK", "TÜV"]
        {
            assert!(is_everyday(known), "{known}");
        }
        assert!(!is_everyday("MQL") && !is_everyday("XQZ"));
    }
}
