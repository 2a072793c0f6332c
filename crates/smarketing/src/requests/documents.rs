//! Requests about the agreement as a document.

use super::asked::Reply;
use super::function::{Function, On, optional};
use crate::document::{Glossary, GlossaryEntry};
use crate::schema::schema;

pub(super) const FUNCTIONS: &[Function] = &[
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
        name: "diff",
        about: "What changes from the agreement to another one, in the words of the field.",
        on: On::AgreementAndOther,
        arguments: &[optional("language", "Text", "the language of the words: `de`, or English")],
        result: "[Difference]",
        rust: "Agreement::diff",
        call: |asked| {
            let language = asked.optional("language", |place| place.string())?;
            let mut differences = asked.agreement()?.diff(asked.other()?);
            for difference in &mut differences {
                difference.words = difference.in_language(language.as_deref().unwrap_or("en"));
            }
            Reply::of(&differences)
        },
    },
];
