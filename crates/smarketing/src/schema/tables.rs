//! Tables and lists whose keys and elements are the author's own.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use crate::consent::{Channel, ConsentLedger, ConsentRecord};
use crate::handover::{OpeningHours, Weekday};
use crate::lifecycle::{EventIds, Stage};
use crate::planning::Figure;
use crate::scoring::Ladder;
use crate::vocabulary::{Entries, Texts};

/// A table by stage.
pub(crate) struct ByStage<T>(PhantomData<T>);

/// A table by channel.
pub(crate) struct ByChannel<T>(PhantomData<T>);

/// The hours of each day of the week.
pub(crate) struct ByWeekday;

/// The words of an enumeration and what they mean.
pub(super) fn words_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Vec<(String, Value)> {
    let schema = T::json_schema(generator);
    let variants = schema.get("oneOf").and_then(Value::as_array).cloned().unwrap_or_default();
    let word = |variant: &Value| {
        let about = variant.get("description").cloned().unwrap_or_default();
        variant.get("const")?.as_str().map(|word| (word.to_owned(), about))
    };
    variants.iter().filter_map(word).collect()
}

/// A table with one key for each word of an enumeration.
fn by_word<K: JsonSchema, T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let value = generator.subschema_for::<T>().to_value();
    let entry = |(word, about): (String, Value)| {
        let mut value = value.clone();
        if let Some(schema) = value.as_object_mut() {
            schema.insert("description".to_owned(), about);
        }
        (word, value)
    };
    let words = words_of::<K>(generator);
    let order: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
    let properties: Map<String, Value> = words.iter().cloned().map(entry).collect();
    json_schema!({ "type": "object", "properties": properties, "x-order": order })
}

macro_rules! inline {
    ($([$($parameter:ident)?] $type:ty, $name:literal, $generator:ident => $schema:expr;)+) => {
        $(impl $(<$parameter: JsonSchema>)? JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                let name = Cow::from($name);
                $(let name = Cow::from(format!("{name}Of{}", $parameter::schema_name()));)?
                name
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })+
    };
}

inline! {
    [T] ByStage<T>, "ByStage", generator => by_word::<Stage, T>(generator);
    [T] ByChannel<T>, "ByChannel", generator => by_word::<Channel, T>(generator);
    [T] Entries<T>, "Entries", generator => {
        let value = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": value })
    };
    [T] Figure<T>, "Figure", generator => {
        let value = generator.subschema_for::<T>();
        json_schema!({
            "anyOf": [
                value,
                {
                    "type": "object",
                    "description": "By month, such as `2026-11`, and `else` for all other months.",
                    "propertyNames": { "pattern": "^([0-9]{4}-[0-9]{2}|else)$" },
                    "additionalProperties": value,
                },
            ],
        })
    };
    [] ByWeekday, "ByWeekday", generator => {
        let hours = generator.subschema_for::<Vec<OpeningHours>>();
        let days: Map<String, Value> =
            Weekday::ALL.iter().map(|day| (day.name().to_owned(), hours.clone().to_value())).collect();
        let order = Weekday::ALL.map(Weekday::name);
        json_schema!({ "type": "object", "properties": days, "x-order": order })
    };
    [] EventIds, "EventIds", generator => generator.subschema_for::<Vec<String>>();
    [] ConsentLedger, "ConsentLedger", generator => generator.subschema_for::<Vec<ConsentRecord>>();
}

impl JsonSchema for Ladder {
    fn schema_name() -> Cow<'static, str> {
        "Ladder".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let bound = generator.subschema_for::<crate::Points>();
        json_schema!({
            "description": "Labels by the bound that opens each; `else` is the label of what lies below them all.",
            "type": "object",
            "properties": { "else": { "type": "string", "description": "The label of what lies below all bounds." } },
            "additionalProperties": bound,
        })
    }
}

impl JsonSchema for Texts {
    fn schema_name() -> Cow<'static, str> {
        "Texts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text for people: plain, in the agreement's language, or by language code (`de`, `en`).",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "propertyNames": { "pattern": "^[a-z]{2}$" },
                    "additionalProperties": { "type": "string" },
                },
            ],
        })
    }
}
