//! Requests about the agreement as a document.

use super::asked::Reply;
use super::function::{Function, On, needed, optional};
use crate::check::check_json;
#[cfg(feature = "toml")]
use crate::check::check_toml;
use crate::document::{Glossary, GlossaryEntry};
use crate::finding::finding_codes;
use crate::language::Language;
use crate::schema::schema;

/// What depends on time is checked only with an instant.
const WHEN: super::Argument =
    optional("as_of", "Instant", "the instant for what depends on time; not checked, if absent");

pub(super) const FUNCTIONS: &[Function] = &[
    #[cfg(feature = "toml")]
    Function {
        name: "check_toml",
        about: "Everything that is wrong or doubtful in an agreement in TOML text, each at its line and column.",
        on: On::Library,
        arguments: &[needed("text", "Text", "the whole document, as it stands in its file"), WHEN],
        result: "[Finding]",
        rust: "check_toml",
        call: |asked| {
            let (text, as_of) =
                (asked.read("text", |place| place.string()), asked.optional("as_of", |at| at.timestamp()));
            Reply::of(&check_toml(&text?, as_of?))
        },
    },
    Function {
        name: "check_json",
        about: "Everything that is wrong or doubtful in an agreement in JSON text, each at its line and column.",
        on: On::Library,
        arguments: &[needed("text", "Text", "the whole document, as it stands in its file"), WHEN],
        result: "[Finding]",
        rust: "check_json",
        call: |asked| {
            let (text, as_of) =
                (asked.read("text", |place| place.string()), asked.optional("as_of", |at| at.timestamp()));
            Reply::of(&check_json(&text?, as_of?))
        },
    },
    Function {
        name: "schema",
        about: "The JSON Schema of agreements, for editors.",
        on: On::Library,
        arguments: &[],
        result: "Object",
        rust: "schema",
        call: |_| Some(Reply::Text(schema().to_owned())),
    },
    Function {
        name: "schema",
        about: "The JSON Schema of agreements, narrowed to this one's fields, values and ids.",
        on: On::Agreement,
        arguments: &[],
        result: "Object",
        rust: "Agreement::schema",
        call: |asked| Some(Reply::Text(asked.agreement()?.schema())),
    },
    Function {
        name: "finding_codes",
        about: "Every code that a finding can have, with its meaning and its severities.",
        on: On::Library,
        arguments: &[],
        result: "[FindingCode]",
        rust: "finding_codes",
        call: |_| Reply::of(&finding_codes()),
    },
    Function {
        name: "built_in_glossary",
        about: "The words of the field and their meaning in German and English, without an agreement's own.",
        on: On::Library,
        arguments: &[],
        result: "[GlossaryEntry]",
        rust: "Glossary::built_in",
        call: |_| Reply::of(&Glossary::built_in().iter().collect::<Vec<&GlossaryEntry>>()),
    },
    Function {
        name: "document",
        about: "The document that the agreement was made from.",
        on: On::Agreement,
        arguments: &[],
        result: "AgreementDocument",
        rust: "Agreement::document",
        call: |asked| Reply::of(asked.agreement()?.document()),
    },
    Function {
        name: "glossary",
        about: "The words of the field with the agreement's own definitions.",
        on: On::Agreement,
        arguments: &[],
        result: "[GlossaryEntry]",
        rust: "Agreement::glossary",
        call: |asked| Reply::of(&asked.agreement()?.glossary().iter().collect::<Vec<&GlossaryEntry>>()),
    },
    Function {
        name: "check",
        about: "What is doubtful in the agreement: unreachable thresholds, shadowed rules, examples that fail.",
        on: On::Agreement,
        arguments: &[WHEN],
        result: "[Finding]",
        rust: "Agreement::check",
        call: |asked| {
            let as_of = asked.optional("as_of", |place| place.timestamp())?;
            Reply::of(&asked.agreement()?.check(as_of))
        },
    },
    Function {
        name: "diff",
        about: "What changes from the agreement to another one, in the words of the field.",
        on: On::AgreementAndOther,
        arguments: &[optional("language", "Text", "the language of the words, `de` or `en`; English, if absent")],
        result: "[Difference]",
        rust: "Agreement::diff",
        call: |asked| {
            let language = asked.or("language", Language::English, Language::read)?;
            let mut differences = asked.agreement()?.diff(asked.other()?);
            for difference in &mut differences {
                difference.words = difference.in_language(language.code());
            }
            Reply::of(&differences)
        },
    },
];
