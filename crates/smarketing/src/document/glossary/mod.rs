//! The glossary: what the words of the field mean, in German and English.

mod abbreviation;
mod entry;
mod terms;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::fold;

pub(crate) use abbreviation::abbreviations_in;
pub use entry::{DefinedBy, Definition, GlossaryEntry};

type Key = Cow<'static, str>;

/// The built-in entries by folded term: built when somebody first asks for a meaning.
static BUILT_IN: LazyLock<BTreeMap<&str, GlossaryEntry>> = LazyLock::new(|| entry::built_in().collect());

/// The words of the field and their meaning: the library's, and an agreement's own, which win.
///
/// ```
/// use smarketing::{Definition, Glossary};
/// let mut glossary = Glossary::built_in();
/// let entry = glossary.get("marketing-qualified lead");
/// assert_eq!(entry.map(|entry| &*entry.term), Some("MQL"));
///
/// glossary.define("ASP", Definition::new("Durchschnittlicher Auftragswert", "Average sale price"));
/// let asp = glossary.get("asp").and_then(|entry| entry.definition.text("en"));
/// assert_eq!(asp, Some("Average sale price"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glossary {
    own: BTreeMap<Key, GlossaryEntry>,
}

impl Glossary {
    /// The library's glossary, without an agreement's own entries.
    ///
    /// ```
    /// let glossary = smarketing::Glossary::built_in();
    /// assert!(glossary.iter().count() > 100);
    /// ```
    #[must_use]
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Defines a term, or defines it anew: the agreement's meaning takes the place of the library's
    /// whole entry, whose aliases then lead to it. A blank term changes nothing.
    pub fn define(&mut self, term: &str, definition: Definition) {
        let key = fold(term).into_owned();
        if key.is_empty() {
            return;
        }
        let mut entry = GlossaryEntry::of_agreement(term, definition);
        entry.aliases.extend(terms::aliases(&key).map(Cow::Borrowed));
        self.own.insert(Cow::Owned(key), entry);
    }

    /// The entry of a term or of one of its aliases, in any case.
    ///
    /// ```
    /// use smarketing::Glossary;
    /// let glossary = Glossary::built_in();
    /// assert_eq!(glossary.get("dsgvo"), glossary.get("GDPR"));
    /// assert_eq!(glossary.get("gobbledygook"), None);
    /// ```
    #[must_use]
    pub fn get(&self, term: &str) -> Option<&GlossaryEntry> {
        let key = fold(term);
        self.own.get(&*key).or_else(|| {
            let canonical = terms::canonical(&key)?;
            self.own.get(canonical).or_else(|| BUILT_IN.get(canonical))
        })
    }

    /// Every entry, sorted by its folded term.
    pub fn iter(&self) -> impl Iterator<Item = &GlossaryEntry> {
        let mut entries: BTreeMap<&str, &GlossaryEntry> = BUILT_IN.iter().map(|(key, entry)| (*key, entry)).collect();
        entries.extend(self.own.iter().map(|(key, entry)| (&**key, entry)));
        entries.into_values()
    }

    /// Whether a reader can know what an abbreviation means, in the singular or with a plural's
    /// `s`: it is defined here, it is an everyday one (`IT`, `PDF`, `GmbH`), or the code of a
    /// country or a currency.
    ///
    /// ```
    /// use smarketing::Glossary;
    /// let glossary = Glossary::built_in();
    /// assert!(glossary.is_defined("MQLs") && glossary.is_defined("EUR"));
    /// assert!(!glossary.is_defined("XQZ"));
    /// ```
    #[must_use]
    pub fn is_defined(&self, abbreviation: &str) -> bool {
        let singular = abbreviation::singular(abbreviation);
        self.knows(abbreviation) || (singular != abbreviation && self.knows(singular))
    }

    /// Whether a word is defined or an everyday abbreviation, as it stands.
    fn knows(&self, word: &str) -> bool {
        let key = fold(word);
        self.own.contains_key(&*key) || terms::canonical(&key).is_some() || abbreviation::is_everyday(&key)
    }
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, DefinedBy, Definition, Glossary, abbreviations_in, terms};

    #[test]
    fn no_term_or_alias_stands_twice() {
        let mut names: Vec<&str> = terms::all().flat_map(|(term, aliases)| aliases.chain([term])).collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
        assert_eq!(super::entry::built_in().count(), BUILT_IN.len());
    }

    #[test]
    fn the_words_of_the_design_are_defined() {
        let words = "agreement,contact,account,lead,fact,interaction,ICP,persona,fit,engagement,grade,MQL,SAL,SQL,\
            opportunity,customer,review,nurture,disqualified,lost,handover,clock,breach,started,assessed,reviewed,\
            accepted,rejected,contact_attempted,qualified,opportunity_opened,won,recycled,woken,reassigned,\
            consent_given,consent_withdrawn,enriched,merged,unmerged,BANT,budget,authority,need,timeline,TOFU,MOFU,\
            BOFU,lead value,as_of,finding,buying centre,band,tier,decay,half-life,hysteresis,fast track,disqualifier,\
            recycling,speed to lead,acceptance rate,ASP,SDR,BDR,AE,RFP,RFI,ROI,ROAS,KPI,CRM,CLV,LTV,CAC,CPL,CPA,CTR,\
            CPC,SLA,SEO,SEA,B2B,B2C,ARR,MRR,NPS,GDPR,DSGVO,UTM,USP,ABM,PQL,TAM,SAM,SOM,MEDDIC,CHAMP,SPIN,\
            discovery call,sales pitch,opt-in,double opt-in,opt-out,closed loop,lead nurturing,cold call,\
            elevator pitch,upselling,cross-selling,churn,pipeline,forecast,win rate,CEO,CIO,CTO,CFO,CMO,COO";
        let glossary = Glossary::built_in();
        for word in words.split(',') {
            assert!(glossary.get(word).is_some(), "{word}");
        }
        assert!(glossary.iter().count() >= 130);
    }

    #[test]
    fn the_definitions_define_their_own_abbreviations() {
        let glossary = Glossary::built_in();
        for entry in glossary.iter() {
            for text in [&entry.definition, entry.spelled_out.as_ref().unwrap_or(&entry.definition)] {
                for word in [&text.de, &text.en].into_iter().flatten().flat_map(|text| abbreviations_in(text)) {
                    assert!(glossary.is_defined(word), "{word} in {}", entry.term);
                }
            }
        }
    }

    #[test]
    fn the_agreements_meaning_wins() {
        let mut glossary = Glossary::built_in();
        let before = glossary.iter().count();
        glossary.define("Mql", Definition::new("unser MQL", "our MQL"));
        glossary.define(" XQZ ", Definition { de: Some("nur deutsch".into()), en: None });
        glossary.define("  ", Definition::default());
        assert_eq!(glossary.iter().count(), before + 1);
        let entry = glossary.get("marketing-qualified lead");
        assert_eq!(entry.map(|entry| (&*entry.term, entry.defined_by)), Some(("Mql", DefinedBy::Agreement)));
        assert!(entry.is_some_and(|entry| entry.aliases.contains(&"marketing-qualified lead".into())));
        assert!(glossary.is_defined("XQZ") && !Glossary::built_in().is_defined("XQZ"));
        let terms: Vec<String> = glossary.iter().map(|entry| crate::text::fold(&entry.term).into_owned()).collect();
        assert!(terms.is_sorted());
    }

    #[test]
    fn entries_in_json() -> Result<(), serde_json::Error> {
        let mut glossary = Glossary::built_in();
        glossary.define("XQZ", Definition::new("d", "e"));
        let json = serde_json::to_value(glossary.get("xqz"))?;
        let expected = r#"{"term":"XQZ","definition":{"de":"d","en":"e"},"defined_by":"agreement"}"#;
        assert_eq!(json, serde_json::from_str::<serde_json::Value>(expected)?);
        Ok(())
    }
}
