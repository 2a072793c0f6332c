//! Facts, leads and effects: what is written by hand where the type's own fields are not its keys.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value as Json, json};

use crate::lifecycle::{Cause, Deed, Effect};
use crate::time::Timestamp;
use crate::vocabulary::{Fact, FactStatus, Lead, SourcedBy, Value};

/// A text, or a list of them.
pub(super) fn one_or_many(about: &str) -> Json {
    let text = json!({ "type": "string" });
    json!({ "description": about, "anyOf": [text, { "type": "array", "items": text, "minItems": 1 }] })
}

/// A schema with a description.
fn about(mut schema: Schema, about: &str) -> Schema {
    schema.insert("description".to_owned(), about.into());
    schema
}

impl JsonSchema for Value {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<Value>();
        json_schema!({
            "description": "What a fact or a property says: a truth value, a number, a text (dates and instants too), \
                            an amount of money, or a list.",
            "anyOf": [
                { "type": ["boolean", "number", "string"] },
                { "$ref": "#/$defs/Amount" },
                { "type": "array", "items": value },
            ],
        })
    }
}

/// The definition of an amount of money with its currency.
pub(super) fn amount() -> Json {
    json!({
        "description": "An amount of money in a currency.",
        "type": "object",
        "properties": {
            "amount": {
                "type": ["string", "number"],
                "format": "decimal",
                "description": "How much; it is written as a text.",
            },
            "currency": { "type": "string", "description": "The currency's code of three letters." },
        },
        "required": ["amount", "currency"],
        "x-order": ["amount", "currency"],
    })
}

impl JsonSchema for Fact {
    fn schema_name() -> Cow<'static, str> {
        "Fact".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<Value>();
        let instant = generator.subschema_for::<Timestamp>();
        let status = generator.subschema_for::<FactStatus>();
        json_schema!({
            "description": "A field's value; where more is known of it, a table.",
            "anyOf": [
                value,
                {
                    "type": "object",
                    "properties": {
                        "value": about(value.clone(), "What is known to be true, of the field's type."),
                        "known_since": about(instant, "Since when it is known; before, it is not there."),
                        "source": { "type": "string", "description": "Where it comes from." },
                        "status": about(status, "Whether it is only claimed, or confirmed."),
                    },
                    "required": ["value"],
                },
            ],
        })
    }
}

impl JsonSchema for Lead {
    fn schema_name() -> Cow<'static, str> {
        "Lead".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let fact = generator.subschema_for::<Fact>();
        let side = generator.subschema_for::<SourcedBy>();
        let instant = generator.subschema_for::<Timestamp>();
        let id = |about: &str| json!({ "type": ["string", "integer"], "description": about });
        json_schema!({
            "description": "One contact's expressed interest in an offering: its envelope, and its facts by field.",
            "type": "object",
            "properties": {
                "id": id("By which name the caller knows it."),
                "contact": id("The id of the person who is interested."),
                "account": id("The company that the person works for."),
                "offering": id("What the interest is in."),
                "source": id("Where it comes from."),
                "sourced_by": about(side, "Which team brought it."),
                "created": about(instant, "When it came into being."),
            },
            "additionalProperties": fact,
        })
    }
}

impl JsonSchema for Effect {
    fn schema_name() -> Cow<'static, str> {
        "Effect".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let instant = generator.subschema_for::<Timestamp>();
        let cause = generator.subschema_for::<Cause>();
        let deed = generator.subschema_for::<Deed>();
        json_schema!({
            "description": "What the caller is to do. The key says whether it was done already.",
            "type": "object",
            "properties": {
                "key": { "type": "string", "description": "The same for the same effect, however often it is computed: `lead/cause/deed`, of kinds, ids and instants." },
                "lead": { "type": "string", "description": "The id of the lead that it is about." },
                "at": about(instant, "When it became due."),
                "cause": about(cause, "What caused it: an event, a clock, or the end of a hold."),
                "what": about(deed, "What is to be done."),
            },
            "required": ["key", "lead", "at", "cause", "what"],
            "x-order": ["key", "lead", "at", "cause", "what"],
        })
    }
}
