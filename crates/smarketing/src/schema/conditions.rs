//! Conditions: fields beside reserved words, and what can be true of a field.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::tables::words_of;
use crate::condition::{Condition, Operand, Operator, Predicate, Question};
use crate::time::Duration;

/// A bare value of a condition.
fn literal() -> Value {
    json!({ "type": ["boolean", "number", "string"] })
}

impl JsonSchema for Operand {
    fn schema_name() -> Cow<'static, str> {
        "Operand".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "One value, or several: a positive operator needs one of them, a negative one none.",
            "anyOf": [literal(), { "type": "array", "items": literal(), "minItems": 1 }],
        })
    }
}

impl JsonSchema for Predicate {
    fn schema_name() -> Cow<'static, str> {
        "Predicate".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let operand = generator.subschema_for::<Operand>().to_value();
        let (mut operators, mut order) = (Map::new(), Vec::new());
        for (operator, about) in words_of::<Operator>(generator) {
            let mut value = match operator.as_str() {
                // A bare value and a list say them.
                "is" | "in" => continue,
                "known" => json!({ "type": "boolean" }),
                "within" | "older_than" => generator.subschema_for::<Duration>().to_value(),
                _ => operand.clone(),
            };
            if let Some(schema) = value.as_object_mut() {
                schema.insert("description".to_owned(), about);
            }
            order.push(operator.clone());
            operators.insert(operator, value);
        }
        json_schema!({
            "description": "What must be true of a field: a bare value is equality, a list is membership, a table \
                            holds operators, all of which must hold.",
            "anyOf": [
                literal(),
                { "type": "array", "items": literal(), "minItems": 1 },
                { "type": "object", "properties": operators, "minProperties": 1, "x-order": order },
            ],
        })
    }
}

impl JsonSchema for Condition {
    fn schema_name() -> Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<Condition>().to_value();
        let predicate = generator.subschema_for::<Predicate>().to_value();
        let mut question = generator.subschema_for::<Question>().to_value();
        let mut negated = one.clone();
        for (schema, about) in
            [(&mut question, "A question about what happened."), (&mut negated, "The condition within does not hold.")]
        {
            if let Some(schema) = schema.as_object_mut() {
                schema.insert("description".to_owned(), about.into());
            }
        }
        let list = |about: &str| json!({ "type": "array", "items": one, "minItems": 1, "description": about });
        json_schema!({
            "description": "A condition: fields and what must be true of each; all of it must hold.",
            "type": "object",
            "properties": {
                "all": list("Each of these conditions holds."),
                "any": list("At least one of these holds."),
                "not": negated,
                "interactions": question,
            },
            "additionalProperties": predicate,
            "minProperties": 1,
            "x-order": ["all", "any", "not", "interactions"],
        })
    }
}

impl JsonSchema for Question {
    fn schema_name() -> Cow<'static, str> {
        "Question".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let about = |mut schema: Schema, about: &str| {
            schema.insert("description".to_owned(), about.into());
            schema
        };
        let filter = generator.subschema_for::<Condition>();
        let span = generator.subschema_for::<Duration>();
        let count = generator.subschema_for::<Predicate>();
        json_schema!({
            "description": "A question about what happened: how many interactions there were, or how many different \
                            values one of their properties had.",
            "type": "object",
            "properties": {
                "type": super::facts::one_or_many("Of which types; absent: of every type that is the lead's own doing."),
                "where": about(filter, "What must hold of each."),
                "within": about(span.clone(), "Only those less long ago than this."),
                "older_than": about(span, "Only those this long ago, or longer."),
                "distinct": { "type": "string", "description": "Count the different values of this property instead." },
                "count": about(count, "What must be true of the count; absent: at least one."),
            },
            "x-order": ["type", "where", "within", "older_than", "distinct", "count"],
        })
    }
}
