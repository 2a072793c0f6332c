//! Reading values: each finds the type of its field here, or why it does not fit.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::bound::{Bound, BoundEmail, FoldedText, country_code};
use super::compiled::{CompiledField, Misfit};
use super::country::Country;
use super::email_kind::EmailDomains;
use super::field::FieldType;
use super::value::Value;
use crate::document::decimal::decimal;
use crate::finding::Code;
use crate::text::{fold, nearest, shorten};
use crate::time::{Date, Timestamp, Zone};

/// What it takes to read a value, besides its field.
#[derive(Debug, Clone)]
pub(crate) struct ValueReader {
    pub(crate) zone: Zone,
    pub(crate) currency: Arc<str>,
    /// How much of the agreement's currency one unit of another is worth.
    pub(crate) exchange: Box<[(String, Decimal)]>,
    pub(crate) emails: EmailDomains,
}

impl ValueReader {
    /// Gives a value its field's type, or says why it does not fit.
    pub(crate) fn bind(&self, field: &CompiledField, value: &Value) -> Result<Bound, Misfit> {
        match value {
            Value::Text(text) => self.bind_text(field, text),
            other => self.bind_value(field, other),
        }
    }

    /// The same for a text, which need not be a value yet.
    pub(crate) fn bind_text(&self, field: &CompiledField, text: &str) -> Result<Bound, Misfit> {
        if field.is_missing(text) {
            return Ok(Bound::Missing);
        }
        match field.kind {
            FieldType::Text | FieldType::Url => Ok(Bound::Text(field.folded(text))),
            FieldType::Category => field.value_code(text).map(Bound::Code),
            _ => self.bind_value(field, &Value::from(text)),
        }
    }

    fn bind_value(&self, field: &CompiledField, value: &Value) -> Result<Bound, Misfit> {
        match field.kind {
            FieldType::Text | FieldType::Url => self.text(field, value).map(Bound::Text),
            FieldType::Phone => phone(field, value),
            FieldType::Category => match value {
                Value::Text(text) => field.value_code(text).map(Bound::Code),
                Value::Number(number) => field.value_code(&number.to_string()).map(Bound::Code),
                _ => Err(field.misfit(value, "one of its values")),
            },
            FieldType::Number => number(field, value).map(Bound::Number),
            FieldType::Money => self.money(field, value).map(Bound::Number),
            FieldType::Boolean => boolean(field, value),
            FieldType::Date => self.date(field, value).map(Bound::Time),
            FieldType::Instant => instant(field, value).map(Bound::Time),
            FieldType::Email => self.email(field, value),
            FieldType::Country => match value {
                Value::Text(text) => {
                    Country::named(text).map(|country| Bound::Code(country_code(country))).ok_or_else(|| {
                        let misfit = Misfit::new(Code::UnknownValue, format!("`{}` is not a country", shorten(text)));
                        match nearest(text, Country::all().flat_map(|country| [country.english(), country.german()])) {
                            Some(name) => misfit.meant(name),
                            None => misfit.help("write an ISO 3166 code, or a German or English name"),
                        }
                    })
                }
                _ => Err(field.misfit(value, "a country")),
            },
            FieldType::List => self.list(field, value),
        }
    }

    fn text(&self, field: &CompiledField, value: &Value) -> Result<FoldedText, Misfit> {
        match value {
            Value::Text(text) => Ok(field.folded(text)),
            Value::Number(number) => Ok(field.folded(&number.normalize().to_string())),
            _ => Err(field.misfit(value, "a text")),
        }
    }

    fn list(&self, field: &CompiledField, value: &Value) -> Result<Bound, Misfit> {
        let split: Vec<Value>;
        let values = match value {
            Value::List(values) => values.as_slice(),
            Value::Text(text) => {
                split = text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(Value::from).collect();
                split.as_slice()
            }
            _ => return Err(field.misfit(value, "a list")),
        };
        let texts = values.iter().map(|value| self.text(field, value));
        if field.values.is_empty() {
            return texts.collect::<Result<Box<[_]>, _>>().map(Bound::Texts);
        }
        texts
            .map(|text| text.and_then(|text| field.value_code(&text.text)))
            .collect::<Result<Box<[_]>, _>>()
            .map(Bound::Codes)
    }

    fn money(&self, field: &CompiledField, value: &Value) -> Result<Decimal, Misfit> {
        match value {
            Value::Number(amount) => Ok(*amount),
            Value::Money { amount, currency } => self.exchanged(*amount, currency),
            Value::Text(text) => {
                let text = text.trim();
                if let Some(amount) = decimal(text) {
                    return Ok(amount);
                }
                let amount =
                    text.rsplit_once(' ').and_then(|(amount, currency)| Some((decimal(amount.trim())?, currency)));
                // `1 200` is no amount of `200`.
                let amount = amount.filter(|(_, currency)| !currency.contains(|one: char| one.is_ascii_digit()));
                let Some((amount, currency)) = amount else {
                    return Err(field
                        .misfit(value, "an amount")
                        .help("write `1200.50` without separators, or with its currency `1200.50 EUR`"));
                };
                self.exchanged(amount, currency)
            }
            _ => Err(field.misfit(value, "an amount")),
        }
    }

    fn exchanged(&self, amount: Decimal, currency: &str) -> Result<Decimal, Misfit> {
        if currency.eq_ignore_ascii_case(&self.currency) {
            return Ok(amount);
        }
        let known = self.exchange.iter().find(|(known, _)| known.eq_ignore_ascii_case(currency));
        let rate = known.map(|(_, rate)| *rate);
        rate.and_then(|rate| amount.checked_mul(rate)).ok_or_else(|| {
            let message = format!("the agreement has no exchange rate from `{currency}` to `{}`", self.currency);
            Misfit::new(Code::ForeignMoney, message)
                .help("add it under `agreement.exchange`; until then the amount is unknown")
        })
    }

    fn date(&self, field: &CompiledField, value: &Value) -> Result<Timestamp, Misfit> {
        let Value::Text(text) = value else { return Err(field.misfit(value, "a date")) };
        let text = text.trim();
        let date = text.parse::<Date>().ok();
        // An instant is on the date that the agreement's zone has then.
        let date = date.or_else(|| text.parse::<Timestamp>().ok().map(|instant| self.zone.date_at(instant)));
        date.map(|date| self.zone.start_of(date))
            .ok_or_else(|| field.misfit(value, "a date").help("write it as `2026-11-02`"))
    }

    fn email(&self, field: &CompiledField, value: &Value) -> Result<Bound, Misfit> {
        let Value::Text(text) = value else { return Err(field.misfit(value, "an e-mail address")) };
        // No operator asks for words in it.
        let address = FoldedText::plain(text);
        let parts = address.text.split_once('@').filter(|(local, domain)| {
            let right = |text: &str| !text.is_empty() && !text.contains(['@', ' ', ',', ';', '<', '>']);
            right(local) && right(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
        });
        let Some((local, domain)) = parts else {
            return Err(Misfit::new(Code::InvalidValue, format!("`{}` is not an e-mail address", shorten(text))));
        };
        let kind = self.emails.kind_of(domain);
        let domain_at = local.len().saturating_add(1);
        Ok(Bound::Email(BoundEmail { address, domain_at, kind }))
    }
}

fn number(field: &CompiledField, value: &Value) -> Result<Decimal, Misfit> {
    let text = match value {
        Value::Number(number) => return Ok(*number),
        Value::Text(text) => text.trim(),
        _ => return Err(field.misfit(value, "a number")),
    };
    decimal(text).ok_or_else(|| {
        let misfit = field.misfit(value, "a number");
        let is_number = text.contains(|one: char| one.is_ascii_digit())
            && text.chars().all(|one| one.is_ascii_digit() || matches!(one, '+' | '-' | '.' | 'e' | 'E'))
            // Thousands in groups, an address of a network, a day.
            && text.matches('.').count() < 2
            && text.matches('-').count() < 2;
        if is_number {
            return misfit.help("a number has at most 28 digits, and is smaller than 7.9e28");
        }
        misfit.help("write it with a point and without separators: `1200.5`")
    })
}

fn boolean(field: &CompiledField, value: &Value) -> Result<Bound, Misfit> {
    let truth = match value {
        Value::Boolean(truth) => Some(*truth),
        Value::Number(number) if number.is_zero() => Some(false),
        Value::Number(number) if *number == Decimal::ONE => Some(true),
        Value::Text(text) => match fold(text).as_ref() {
            "true" | "yes" | "ja" | "1" => Some(true),
            "false" | "no" | "nein" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    };
    truth.map(Bound::Boolean).ok_or_else(|| field.misfit(value, "`true` or `false`"))
}

fn instant(field: &CompiledField, value: &Value) -> Result<Timestamp, Misfit> {
    let Value::Text(text) = value else { return Err(field.misfit(value, "an instant")) };
    text.trim().parse().map_err(|error: crate::TimestampError| {
        Misfit::new(Code::InvalidValue, error.to_string())
            .help("write it as `2026-11-02T10:00:00Z`, or with an offset such as `+01:00`")
    })
}

fn phone(field: &CompiledField, value: &Value) -> Result<Bound, Misfit> {
    let text = match value {
        Value::Text(text) => text.to_string(),
        Value::Number(number) => number.normalize().to_string(),
        _ => return Err(field.misfit(value, "a telephone number")),
    };
    // Spelling differs, digits do not.
    let digits: String = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    if digits.len() < 3 {
        return Err(Misfit::new(Code::InvalidValue, format!("`{text}` is not a telephone number")));
    }
    Ok(Bound::Text(FoldedText::new(&digits)))
}
