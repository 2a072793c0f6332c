//! Countries: every one of ISO 3166-1, found by code, German or English name, or alias.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Serialize, Serializer};

use crate::text::fold;

/// A country of ISO 3166-1, or Kosovo under its customary code `XK`.
///
/// It is found by what people write into forms: a code, a name in German or English, or a common
/// alias. In results it is its alpha-2 code, and countries are ordered by that code.
///
/// ```
/// use smarketing::Country;
/// let country: Country = "Großbritannien".parse()?;
/// assert_eq!(country.code(), "GB");
/// assert_eq!(country.english(), "United Kingdom");
/// assert_eq!(Country::named("UK"), Some(country));
/// assert_eq!(serde_json::to_string(&country)?, r#""GB""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Country(&'static Row);

/// Why a text is no [`Country`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountryError {
    /// Neither a code nor a name that is known.
    #[error("`{0}` is not a country: expected an ISO 3166 code or a country's name in German or English")]
    Unknown(String),
}

/// A line of the table.
#[derive(Debug)]
struct Row {
    code: &'static str,
    alpha3: &'static str,
    english: &'static str,
    german: &'static str,
    aliases: &'static str,
}

impl Row {
    /// Reads a line: `code alpha-3; English; German; alias | alias`.
    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split(';').map(str::trim_ascii);
        let (code, alpha3) = columns.next()?.split_once(' ')?;
        let (english, german) = (columns.next()?, columns.next()?);
        Some(Self { code, alpha3, english, german, aliases: columns.next().unwrap_or("") })
    }

    fn aliases(&self) -> impl Iterator<Item = &'static str> {
        self.aliases.split('|').map(str::trim_ascii).filter(|alias| !alias.is_empty())
    }

    /// Everything this country is found by, folded; some names come twice.
    fn names(&self) -> Vec<Cow<'static, str>> {
        let mut names: Vec<Cow<'static, str>> =
            [self.code, self.alpha3, self.english, self.german].into_iter().map(fold).collect();
        names.extend(self.aliases().map(Cow::Borrowed));
        let respelled: Vec<Cow<'static, str>> = names.iter().flat_map(|name| respellings(name)).collect();
        names.extend(respelled);
        names
    }
}

/// A folded name as it is typed where there are no umlauts, and with the sign for "and".
fn respellings(name: &str) -> impl Iterator<Item = Cow<'static, str>> + use<> {
    let umlauts = !name.is_ascii() && name.contains(['ä', 'ö', 'ü']);
    let plain = umlauts.then(|| name.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue"));
    let and = name.contains(' ') && (name.contains(" and ") || name.contains(" und "));
    let sign = and.then(|| name.replace(" and ", " & ").replace(" und ", " & "));
    plain.into_iter().chain(sign).map(Cow::Owned)
}

static ROWS: LazyLock<Box<[Row]>> = LazyLock::new(|| {
    let lines = include_str!("country_table.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(Row::read).collect()
});

/// A folded name and the country it stands for.
type Named = (Cow<'static, str>, Country);

/// Every folded name with its country, sorted; made once, when first a name is looked for.
static NAMES: LazyLock<Box<[Named]>> = LazyLock::new(|| {
    let mut names: Vec<Named> =
        Country::all().flat_map(|country| country.0.names().into_iter().map(move |name| (name, country))).collect();
    names.sort_unstable();
    // English and German often say the same.
    names.dedup();
    names.into_boxed_slice()
});

impl Country {
    /// Every country, in the order of the codes.
    pub fn all() -> impl ExactSizeIterator<Item = Country> {
        let rows: &'static [Row] = &ROWS;
        rows.iter().map(Country)
    }

    /// The country with this alpha-2 code; case and blanks around it do not matter.
    ///
    /// Aliases that look like a code are not taken: `UK` is [`Country::named`]'s affair.
    ///
    /// ```
    /// use smarketing::Country;
    /// assert_eq!(Country::from_code("at").map(Country::german), Some("Österreich"));
    /// assert_eq!(Country::from_code("UK"), None);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        let rows: &'static [Row] = &ROWS;
        rows.binary_search_by(|row| row.code.cmp(&code)).ok().and_then(|at| rows.get(at)).map(Country)
    }

    /// The country that a text names: an alpha-2 or alpha-3 code, a German or English name, or a
    /// common alias such as `Holland`, `USA` or `Tschechische Republik`; compared folded.
    ///
    /// `Congo` and `Korea` alone are read as the Republic of the Congo, as in ISO, and as South
    /// Korea, as in trade. Parts of the United Kingdom stand for the whole.
    ///
    /// ```
    /// use smarketing::Country;
    /// let names = ["DE", "deu", "GERMANY", " Deutschland ", "BRD"];
    /// assert!(names.iter().all(|name| Country::named(name).is_some_and(|country| country.code() == "DE")));
    /// assert_eq!(Country::named("Atlantis"), None);
    /// ```
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let wanted = fold(text);
        // A code is found without the table of names, and is the name of no other country.
        if wanted.len() == 2
            && let Some(country) = Self::from_code(&wanted)
        {
            return Some(country);
        }
        let at = NAMES.binary_search_by(|(name, _)| (**name).cmp(&*wanted)).ok()?;
        NAMES.get(at).map(|(_, country)| *country)
    }

    /// The alpha-2 code: `DE`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The alpha-3 code: `DEU`. Kosovo, which has none, is `XKX`.
    #[must_use]
    pub fn alpha3(self) -> &'static str {
        self.0.alpha3
    }

    /// The English short name: `Germany`.
    #[must_use]
    pub fn english(self) -> &'static str {
        self.0.english
    }

    /// The German name: `Deutschland`.
    #[must_use]
    pub fn german(self) -> &'static str {
        self.0.german
    }
}

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Eq for Country {}

impl PartialOrd for Country {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Country {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.code.cmp(other.0.code)
    }
}

impl Hash for Country {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.code.hash(state);
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Country").field(&self.0.code).finish()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.code)
    }
}

impl FromStr for Country {
    type Err = CountryError;

    fn from_str(text: &str) -> Result<Self, CountryError> {
        Self::named(text).ok_or_else(|| CountryError::Unknown(text.to_owned()))
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code)
    }
}

#[cfg(test)]
mod tests {
    use super::{Country, NAMES, ROWS};
    use crate::text::fold;

    #[test]
    fn all_of_iso_3166_and_kosovo() {
        let lines = include_str!("country_table.txt").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), ROWS.len());
        assert_eq!(Country::all().filter(|country| country.code() != "XK").count(), 249);
        assert_eq!(Country::from_code("XK").map(Country::english), Some("Kosovo"));
    }

    #[test]
    fn the_tables_are_sorted_folded_and_without_duplicates() {
        assert!(ROWS.is_sorted_by(|before, after| before.code < after.code));
        for pair in NAMES.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{:?} and {:?}", pair[0], pair[1]);
        }
        for row in &*ROWS {
            let upper = |code: &str, length| code.len() == length && code.bytes().all(|byte| byte.is_ascii_uppercase());
            assert!(upper(row.code, 2) && upper(row.alpha3, 3), "{}", row.code);
            assert!(!row.english.is_empty() && !row.german.is_empty(), "{}", row.code);
            let mut others = [row.code, row.alpha3, row.english, row.german].map(fold).to_vec();
            for alias in row.aliases() {
                assert_eq!(alias, fold(alias), "not folded");
                assert!(!others.contains(&alias.into()), "`{alias}` stands twice");
                others.push(alias.into());
            }
        }
    }

    #[test]
    fn what_people_write_is_found() {
        for (code, names) in [
            ("US", "US USA U.S.A. america"),
            ("GB", "UK England Großbritannien GROSSBRITANNIEN"),
            ("CH", "Suisse Schweiz CHE svizzera"),
            ("AT", "Österreich OESTERREICH Austria"),
            ("TR", "Türkei Turkey Türkiye TÜRKİYE tuerkei"),
            ("CZ", "Tschechien Česko CZECHIA"),
            ("RU", "Russia Russland Rußland Россия"),
            ("KR", "Südkorea Korea 대한민국"),
            ("NL", "Holland Nederland"),
        ] {
            for name in names.split(' ') {
                assert_eq!(Country::named(name).map(Country::code), Some(code), "{name}");
            }
        }
        assert_eq!(Country::named("Trinidad & Tobago").map(Country::code), Some("TT"));
        assert_eq!(Country::named("Czech Republic").map(Country::code), Some("CZ"));
        assert_eq!(Country::named(""), None);
    }

    #[test]
    fn every_code_and_name_leads_back() {
        for country in Country::all() {
            for text in [country.code(), country.alpha3(), country.english(), country.german()] {
                assert_eq!(Country::named(text), Some(country), "{text}");
            }
            assert_eq!(country.to_string().parse(), Ok(country));
        }
    }
}
