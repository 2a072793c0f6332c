//! From the operators of a predicate to compiled tests, checked against the field's type.

use rust_decimal::Decimal;

use super::syntax::{Operand, Operator};
use super::test::{Bounded, Range, Test, TextTest, TimeTest};
use crate::finding::{Code, either};
use crate::text::{Pattern, Phrase, fold, nearest};
use crate::time::{Date, Duration, Timestamp};
use crate::vocabulary::bound::{Bound, CodeSet};
use crate::vocabulary::compiled::{CompiledField, Misfit};
use crate::vocabulary::email_kind::EmailKind;
use crate::vocabulary::value_reader::ValueReader;
use crate::vocabulary::{FieldType, Value};

/// A test, and whether it is negated.
pub(crate) type Lowered = (Test, bool);

fn misfit(code: Code, message: impl Into<String>, help: Option<String>) -> Misfit {
    Misfit { help, ..Misfit::new(code, message) }
}

/// The operators that a type has.
pub(crate) fn operators_of(kind: FieldType) -> Vec<Operator> {
    use Operator::{
        After, AtLeast, AtMost, Before, Contains, Domain, EndsWith, In, Is, IsNot, Kind, Known, LessThan, Matches,
        MoreThan, NotIn, OlderThan, StartsWith, Within, Word,
    };
    let mut list = vec![Is, In, IsNot, NotIn, Known];
    list.extend(match kind {
        FieldType::Text | FieldType::Url | FieldType::Phone => {
            vec![Contains, StartsWith, EndsWith, Word, Matches]
        }
        FieldType::Email => vec![Contains, StartsWith, EndsWith, Matches, Kind, Domain],
        FieldType::Category => vec![AtLeast, AtMost, MoreThan, LessThan],
        FieldType::Number | FieldType::Money => vec![AtLeast, AtMost, MoreThan, LessThan],
        FieldType::Date | FieldType::Instant => vec![Before, After, Within, OlderThan],
        FieldType::List => vec![Contains, Word, Matches],
        FieldType::Boolean | FieldType::Country => vec![],
    });
    list
}

/// Lowers one operator of a field; the errors name the operand.
pub(crate) fn lower(
    reader: &ValueReader,
    field: &CompiledField,
    operator: Operator,
    operand: &Operand,
) -> Result<Lowered, Misfit> {
    let mut applicable = operators_of(field.kind);
    if field.kind == FieldType::List && !field.values.is_empty() {
        // Its elements are values, not texts.
        applicable.retain(|operator| !matches!(operator, Operator::Word | Operator::Matches));
    }
    if !applicable.contains(&operator) {
        return Err(not_applicable(
            &field.name,
            &format!("a field of type `{}`", field.kind.as_str()),
            operator,
            &applicable,
        ));
    }
    if operator == Operator::Known {
        return known(operand);
    }
    let negated = matches!(operator, Operator::IsNot | Operator::NotIn);
    let test = match field.kind {
        FieldType::Text | FieldType::Url | FieldType::Phone | FieldType::List if field.values.is_empty() => {
            text_test(field, operator, operand).map(Test::Text)
        }
        FieldType::Email => email_test(field, operator, operand),
        FieldType::Number | FieldType::Money => number_test(reader, field, operator, operand),
        FieldType::Date | FieldType::Instant => time_test(reader, field, operator, operand),
        FieldType::Boolean => {
            return match single(operand)? {
                Value::Boolean(truth) => Ok((Test::True, *truth == negated)),
                other => Err(misfit(
                    Code::WrongType,
                    format!("expected `true` or `false`, found {}", other.described()),
                    None,
                )),
            };
        }
        FieldType::Category
        | FieldType::Country
        | FieldType::List
        | FieldType::Text
        | FieldType::Url
        | FieldType::Phone => codes_test(reader, field, operator, operand),
    }?;
    Ok((test, negated))
}

pub(crate) fn not_applicable(name: &str, what: &str, operator: Operator, applicable: &[Operator]) -> Misfit {
    let message = format!("`{}` does not apply to `{name}`, {what}", operator.as_str());
    let list: Vec<String> = applicable
        .iter()
        .filter(|operator| !matches!(operator, Operator::Is | Operator::In))
        .map(|operator| format!("`{}`", operator.as_str()))
        .collect();
    let help = format!("it takes a bare value, a list, {}", either(&list));
    misfit(Code::OperatorNotApplicable, message, Some(help))
}

pub(crate) fn known(operand: &Operand) -> Result<Lowered, Misfit> {
    match single(operand)? {
        Value::Boolean(truth) => Ok((Test::Known, !truth)),
        other => Err(misfit(Code::WrongType, format!("expected `true` or `false`, found {}", other.described()), None)),
    }
}

pub(crate) fn single(operand: &Operand) -> Result<&Value, Misfit> {
    match operand {
        Operand::One(value) => Ok(value),
        Operand::Many(_) => Err(misfit(Code::WrongType, "expected one value, found a list", None)),
    }
}

pub(crate) fn text_of(value: &Value) -> Result<String, Misfit> {
    match value {
        Value::Text(_) | Value::Number(_) => Ok(fold(&value.to_string()).into_owned()),
        other => Err(misfit(Code::WrongType, format!("expected a text, found {}", other.described()), None)),
    }
}

pub(crate) fn texts_of(operand: &Operand) -> Result<Vec<Box<str>>, Misfit> {
    operand.values().iter().map(|value| text_of(value).map(Into::into)).collect()
}

fn text_test(field: &CompiledField, operator: Operator, operand: &Operand) -> Result<TextTest, Misfit> {
    let mut texts = texts_of(operand)?;
    if field.kind == FieldType::Phone {
        // Numbers are compared by their digits.
        for text in &mut texts {
            *text =
                text.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '+' | '*' | '?')).collect();
            if text.is_empty() {
                return Err(misfit(Code::InvalidValue, "a telephone number has digits, and there are none", None));
            }
        }
    }
    Ok(match operator {
        Operator::Contains => TextTest::Contains(texts.into()),
        Operator::StartsWith => TextTest::StartsWith(texts.into()),
        Operator::EndsWith => TextTest::EndsWith(texts.into()),
        Operator::Matches => TextTest::Matches(texts.iter().map(|text| Pattern::new(text)).collect()),
        Operator::Word => {
            let phrases: Option<Box<[Phrase]>> = texts.iter().map(|text| Phrase::new(text)).collect();
            TextTest::Word(phrases.ok_or_else(|| {
                let help = "write `head of it`, or `it-leiter*` for every word that begins so".to_owned();
                misfit(Code::InvalidValue, "a phrase is words, and `*` stands only at the end of one", Some(help))
            })?)
        }
        _ => TextTest::Is(texts.into()),
    })
}

fn email_test(field: &CompiledField, operator: Operator, operand: &Operand) -> Result<Test, Misfit> {
    match operator {
        Operator::Kind => {
            let texts = texts_of(operand)?;
            let kinds = texts.iter().map(|text| {
                let kind = EmailKind::ALL.into_iter().find(|kind| kind.name() == &**text);
                kind.ok_or_else(|| {
                    let names = EmailKind::ALL.map(EmailKind::name);
                    let misfit = Misfit::new(Code::UnknownValue, format!("`{text}` is not a kind of e-mail address"));
                    match nearest(text, names) {
                        Some(name) => misfit.meant(name),
                        None => misfit.help("expected `business`, `free` or `disposable`"),
                    }
                })
            });
            kinds.collect::<Result<Box<[_]>, _>>().map(Test::EmailKind)
        }
        Operator::Domain => {
            let texts = texts_of(operand)?;
            let domains = texts.iter().map(|text| {
                let domain = text.trim_start_matches(['@', '.']);
                let right = domain.contains('.') && !domain.contains(['@', ' ', '*']);
                right.then(|| domain.into()).ok_or_else(|| {
                    let help = "write it as `firm.example`; what lies below it counts too".to_owned();
                    misfit(Code::InvalidValue, format!("`{text}` is not a domain"), Some(help))
                })
            });
            domains.collect::<Result<Box<[_]>, _>>().map(Test::EmailDomain)
        }
        _ => text_test(field, operator, operand).map(Test::Text),
    }
}

/// The range that an ordering operator says.
pub(crate) fn range<T>(operator: Operator, value: T) -> Option<Range<T>> {
    let (at_least, included) = match operator {
        Operator::AtLeast => (true, true),
        Operator::MoreThan => (true, false),
        Operator::AtMost => (false, true),
        Operator::LessThan => (false, false),
        _ => return None,
    };
    let bound = Some(Bounded { value, included });
    Some(if at_least { Range { least: bound, most: None } } else { Range { least: None, most: bound } })
}

fn number_test(
    reader: &ValueReader,
    field: &CompiledField,
    operator: Operator,
    operand: &Operand,
) -> Result<Test, Misfit> {
    let number = |value: &Value| match reader.bind(field, value)? {
        Bound::Number(number) => Ok(number),
        _ => Err(misfit(Code::WrongType, format!("expected a number, found {}", value.described()), None)),
    };
    if matches!(operator, Operator::Is | Operator::In | Operator::IsNot | Operator::NotIn) {
        return operand.values().iter().map(number).collect::<Result<Box<[Decimal]>, _>>().map(Test::OneOf);
    }
    let bound = number(single(operand)?)?;
    range(operator, bound).map(Test::Number).ok_or_else(|| misfit(Code::OperatorNotApplicable, "not an order", None))
}

fn codes_test(
    reader: &ValueReader,
    field: &CompiledField,
    operator: Operator,
    operand: &Operand,
) -> Result<Test, Misfit> {
    let code = |value: &Value| -> Result<u16, Misfit> {
        match value {
            Value::Text(_) | Value::Number(_) if field.kind == FieldType::List => field.value_code(&value.to_string()),
            Value::Text(_) | Value::Number(_) => match reader.bind(field, value)? {
                Bound::Code(code) => Ok(code),
                _ => Err(misfit(Code::InvalidValue, format!("`{value}` stands for a missing value"), None)),
            },
            other => Err(misfit(Code::WrongType, format!("expected a text, found {}", other.described()), None)),
        }
    };
    if matches!(operator, Operator::Is | Operator::In | Operator::IsNot | Operator::NotIn | Operator::Contains) {
        let codes: Vec<u16> = operand.values().iter().map(code).collect::<Result<_, _>>()?;
        return Ok(Test::Codes(CodeSet::new(codes)));
    }
    if !field.ordered {
        let help = "say `ordered = true` where the order of its `values` means something".to_owned();
        let message = format!("`{}` needs an order, and the values of `{}` have none", operator.as_str(), field.name);
        return Err(misfit(Code::OperatorNotApplicable, message, Some(help)));
    }
    let Some(range) = range(operator, code(single(operand)?)?) else {
        return Err(misfit(Code::OperatorNotApplicable, format!("`{}` does not apply here", operator.as_str()), None));
    };
    let count = u16::try_from(field.values.len()).unwrap_or(u16::MAX);
    Ok(Test::Codes(CodeSet::new((0..count).filter(|code| range.contains(*code)))))
}

fn time_test(
    reader: &ValueReader,
    field: &CompiledField,
    operator: Operator,
    operand: &Operand,
) -> Result<Test, Misfit> {
    let value = single(operand);
    if matches!(operator, Operator::Within | Operator::OlderThan) {
        let value = value?;
        let span: Duration = match value {
            Value::Text(text) => text.parse().ok(),
            _ => None,
        }
        .ok_or_else(|| {
            let help = "write a whole number and a unit: `4h`, `30d` or `12w`".to_owned();
            misfit(Code::InvalidValue, format!("expected a duration, found {}", value.described()), Some(help))
        })?;
        let span = span.microseconds();
        let test = if operator == Operator::Within { TimeTest::Within(span) } else { TimeTest::OlderThan(span) };
        return Ok(Test::Time(test));
    }
    // A date as a bound is the whole day.
    let (start, end) = moment(reader, field, value?)?;
    Ok(Test::Time(match operator {
        Operator::Before => TimeTest::Between { from: None, to: Some(start) },
        Operator::After => TimeTest::Between { from: Some(end), to: None },
        _ => TimeTest::Between { from: Some(start), to: Some(end) },
    }))
}

/// The first instant of a bound, and the first after it.
fn moment(reader: &ValueReader, field: &CompiledField, value: &Value) -> Result<(Timestamp, Timestamp), Misfit> {
    let text = value.to_string();
    if let Ok(date) = text.parse::<Date>() {
        let next = date.to_jiff().tomorrow().map_or(date, Date::from_jiff);
        return Ok((reader.zone.start_of(date), reader.zone.start_of(next)));
    }
    let instant = text.parse::<Timestamp>().ok().filter(|_| field.kind == FieldType::Instant);
    instant.map(|instant| (instant, instant.saturating_add(1))).ok_or_else(|| {
        let (what, help) = match field.kind {
            FieldType::Instant => ("a date or an instant", "write it as `2026-11-02` or `2026-11-02T10:00:00Z`"),
            _ => ("a date", "write it as `2026-11-02`"),
        };
        misfit(Code::InvalidValue, format!("expected {what}, found {}", value.described()), Some(help.to_owned()))
    })
}
