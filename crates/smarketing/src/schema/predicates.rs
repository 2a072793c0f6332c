//! What can be true of a field of a type, or of a result: the predicates of the narrowed schema.

use serde_json::{Map, Value, json};

use crate::condition::Operator;
use crate::condition::literal::operators_of;
use crate::condition::results::{ResultName, ResultNames};
use crate::vocabulary::FieldType;
use crate::vocabulary::compiled::CompiledField;
use crate::vocabulary::email_kind::EmailKind;

/// A closed list of words; where there are none, any text.
pub(super) fn words<'w>(words: impl IntoIterator<Item = &'w str>) -> Value {
    let words: Vec<&str> = words.into_iter().collect();
    if words.is_empty() { json!({ "type": "string" }) } else { json!({ "enum": words }) }
}

/// One value, or a list of them.
pub(super) fn one_or_many(one: &Value) -> Value {
    json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
}

/// What must be true of a field.
pub(super) fn of_field(field: &CompiledField) -> Value {
    let mut operators = operators_of(field.kind);
    if field.kind == FieldType::Category && !field.ordered {
        operators.retain(|operator| !is_order(*operator));
    }
    predicate(&literal(field), &operators)
}

/// What a field's values are compared with.
pub(super) fn literal(field: &CompiledField) -> Value {
    match field.kind {
        _ if !field.values.is_empty() => {
            // A number is compared as the text that it is written as.
            let values = field.values.iter().map(|(_, value)| Value::from(&**value));
            let numbers = field.values.iter().filter_map(|(_, value)| serde_json::from_str(value).ok());
            json!({ "enum": values.chain(numbers.filter(Value::is_number)).collect::<Vec<_>>() })
        }
        FieldType::Boolean => json!({ "type": "boolean" }),
        FieldType::Number | FieldType::Money => json!({ "type": ["number", "string"], "format": "decimal" }),
        FieldType::Date | FieldType::Instant => json!({ "type": "string" }),
        FieldType::Country => json!({ "$ref": "#/$defs/Country" }),
        _ => json!({ "type": ["string", "number"] }),
    }
}

/// What must be true of a result.
pub(super) fn of_result(names: &ResultNames, result: ResultName) -> Value {
    use Operator::{AtLeast, AtMost, EndsWith, IsNot, Known, LessThan, Matches, MoreThan, NotIn, StartsWith};
    let number = json!({ "type": ["number", "string"], "format": "decimal" });
    match result {
        _ if result.is_number() => predicate(&number, &[IsNot, NotIn, AtLeast, AtMost, MoreThan, LessThan]),
        ResultName::Icp | ResultName::Criterion(_) => {
            json!({ "anyOf": [{ "type": "boolean" }, table(&[Known], &Value::Null)] })
        }
        _ => {
            let labels = names.labels(result);
            let label = words(labels.iter().flatten().map(|label| &**label).collect::<std::collections::BTreeSet<_>>());
            let ordered = matches!(result, ResultName::IcpTier | ResultName::Band);
            let others: &[Operator] =
                if ordered { &[AtLeast, AtMost, MoreThan, LessThan] } else { &[StartsWith, EndsWith, Matches] };
            predicate(&label, &[&[IsNot, NotIn, Known], others].concat())
        }
    }
}

/// A bare value, a list, or a table of operators.
fn predicate(literal: &Value, operators: &[Operator]) -> Value {
    json!({ "anyOf": [
        literal,
        { "type": "array", "items": literal, "minItems": 1 },
        table(operators, literal),
    ] })
}

const fn is_order(operator: Operator) -> bool {
    matches!(operator, Operator::AtLeast | Operator::AtMost | Operator::MoreThan | Operator::LessThan)
}

fn table(operators: &[Operator], literal: &Value) -> Value {
    let operand = |operator: Operator| match operator {
        Operator::Known => json!({ "type": "boolean" }),
        Operator::Within | Operator::OlderThan => json!({ "type": "string", "pattern": "^[0-9]+[smhdw]$" }),
        Operator::Kind => one_or_many(&words(EmailKind::ALL.map(EmailKind::name))),
        Operator::Before | Operator::After => literal.clone(),
        other if is_order(other) => literal.clone(),
        Operator::IsNot | Operator::NotIn => one_or_many(literal),
        Operator::Contains if literal.get("enum").is_some() => one_or_many(literal),
        _ => one_or_many(&json!({ "type": ["string", "number"] })),
    };
    let operators = operators.iter().filter(|operator| !matches!(operator, Operator::Is | Operator::In));
    let properties: Map<String, Value> =
        operators.map(|operator| (operator.as_str().to_owned(), operand(*operator))).collect();
    json!({ "type": "object", "properties": properties, "minProperties": 1, "additionalProperties": false })
}
