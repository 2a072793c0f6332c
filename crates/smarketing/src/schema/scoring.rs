//! Decay and points by value: one shape for each kind.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::points::Points;
use crate::scoring::{Decay, PointsBy};
use crate::time::Duration;

/// A closed table of these keys; those after `required` may be left out.
fn table(about: &str, required: &[(&str, &Value, &str)], optional: &[(&str, &Value, &str)]) -> Value {
    let mut schema = json!({ "type": "object", "description": about, "properties": {} });
    let keys: Vec<&str> = required.iter().map(|(key, ..)| *key).collect();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for (key, value, about) in required.iter().chain(optional) {
            let mut value = (*value).clone();
            if let Some(schema) = value.as_object_mut() {
                schema.insert("description".to_owned(), (*about).into());
            }
            properties.insert((*key).to_owned(), value);
        }
    }
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("required".to_owned(), keys.into());
        let order: Vec<&str> = required.iter().chain(optional).map(|(key, ..)| *key).collect();
        schema.insert("x-order".to_owned(), order.into());
    }
    schema
}

impl JsonSchema for Decay {
    fn schema_name() -> Cow<'static, str> {
        "Decay".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let span = generator.subschema_for::<Duration>().to_value();
        let points = generator.subschema_for::<Points>().to_value();
        let every = ("every", &span, "The period, in whole days.");
        json_schema!({
            "description": "How the points of an interaction fade with its age. They move towards zero and never past it.",
            "anyOf": [
                { "type": "string", "const": "none", "description": "They stay." },
                table("They halve in so many days.", &[("half_life", &span, "In whole days, such as `30d`.")], &[]),
                table("They fade evenly and are gone after so many days.", &[("linear", &span, "In whole days, such as `60d`.")], &[]),
                table("They lose so many points after every full period.", &[("minus", &points, "How many points are lost after each period; more than 0."), every], &[]),
                table("They are multiplied after every full period.", &[("times", &points, "The factor after each period, from 0 and below 1."), every], &[]),
            ],
        })
    }
}

impl JsonSchema for PointsBy {
    fn schema_name() -> Cow<'static, str> {
        "PointsBy".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let points = generator.subschema_for::<Points>().to_value();
        let text = json!({ "type": "string" });
        let by_key = json!({ "type": "object", "additionalProperties": points, "minProperties": 1 });
        let field = ("field", &text, "Which field or result.");
        json_schema!({
            "description": "Points by the value of a field or of a result.",
            "anyOf": [
                table(
                    "So many points for each of these values.",
                    &[field, ("values", &by_key, "How many points each value gives.")],
                    &[],
                ),
                table(
                    "So many points from each of these bounds on.",
                    &[field, ("steps", &by_key, "Points by the bound from which they count.")],
                    &[],
                ),
                table(
                    "The number times a factor, within bounds.",
                    &[field, ("times", &points, "How many points each unit of the number gives.")],
                    &[("min", &points, "The least it can come to."), ("max", &points, "The most it can come to.")],
                ),
            ],
        })
    }
}
