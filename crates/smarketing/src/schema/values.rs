//! What is written as one text or one number: its JSON Schema, with the wider form that documents
//! may have under the keyword [`IN_DOCUMENTS`](super::tidy::IN_DOCUMENTS).

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::handover::{ClockStart, EventKind, Holiday, HolidayRegion, OpeningHours, Weekday, Within};
use crate::{
    Country, Currency, Date, Duration, Money, Month, Path, Points, Quantity, Rate, StageStep, TimeSpan, Timestamp,
};

/// Types without a definition of their own: they stand where they are used.
macro_rules! written_as {
    ($($type:ty, $name:literal, $schema:tt;)+) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })+
    };
}

/// A [`Rate`] that is computed, and so has no counts.
pub(crate) struct ExactRate;

written_as! {
    ExactRate, "ExactRate", { "type": "string", "format": "decimal" };
    Points, "Points", { "type": "number", "x-document": { "type": ["number", "string"], "format": "decimal" } };
    Quantity, "Quantity", { "type": ["number", "string"], "format": "decimal" };
    Money, "Money", {
        "type": "string",
        "format": "decimal",
        "x-document": { "type": ["number", "string"], "format": "decimal" },
    };
    Timestamp, "Timestamp", { "type": "string", "format": "date-time" };
    Date, "Date", { "type": "string", "format": "date" };
    Month, "Month", { "type": "string", "format": "month", "pattern": "^[0-9]{4}-[0-9]{2}$" };
    TimeSpan, "TimeSpan", { "type": "string", "format": "duration" };
    Duration, "Duration", { "type": "string", "pattern": "^[0-9]+[smhdw]$" };
    Within, "Within", { "type": "string", "pattern": "^([0-9]+[smhdw]|[0-9]+ business days?)$" };
    Currency, "Currency", { "type": "string", "pattern": "^[A-Z]{3}$" };
    Country, "Country", { "type": "string", "pattern": "^[A-Z]{2}$" };
    Path, "Path", { "type": "string" };
    StageStep, "StageStep", { "type": "string", "pattern": "^.+_to_.+$" };
    OpeningHours, "OpeningHours", { "type": "string", "pattern": "^[0-9]{2}:[0-9]{2} *[-–] *[0-9]{2}:[0-9]{2}$" };
    Holiday, "Holiday", { "type": "string", "pattern": "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$" };
}

/// Words of a closed list.
macro_rules! one_of {
    ($($type:ty, $name:literal, $about:literal, $words:expr;)+) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let words: Vec<&str> = $words;
                json_schema!({ "type": "string", "enum": words, "description": $about })
            }
        })+
    };
}

one_of! {
    Weekday, "Weekday", "A day of the week.", Weekday::ALL.iter().map(|day| day.name()).collect();
    HolidayRegion, "HolidayRegion", "A country, or a part of one, with public holidays of its own.",
        HolidayRegion::all().map(HolidayRegion::code).collect();
    ClockStart, "ClockStart", "What starts a clock: the handover, or an event.",
        std::iter::once("handover").chain(EventKind::ALL.iter().map(|kind| kind.name())).collect();
}

impl JsonSchema for Rate {
    fn schema_name() -> Cow<'static, str> {
        "Rate".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                {
                    "type": "string",
                    "format": "decimal",
                    "x-document": { "type": ["number", "string"] },
                },
                { "$ref": "#/$defs/RateCounts" },
            ],
        })
    }
}

/// The definition of the counts that a rate comes from.
pub(super) fn rate_counts() -> Value {
    json!({
        "description": "The counts that a rate comes from.",
        "type": "object",
        "properties": {
            "of": { "type": "integer", "minimum": 1, "description": "How many there were in all." },
            "won": { "type": "integer", "minimum": 0, "description": "How many of them came on." },
        },
        "required": ["of", "won"],
        "x-order": ["of", "won"],
    })
}
