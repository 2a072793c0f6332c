//! [`Field`]: a word of the lead's vocabulary, with its type and what people call it.

use serde::Serialize;

use super::texts::Texts;
use crate::document::reader::{Place, Table};
use crate::document::tree::Kind;
use crate::finding::{Code, Finding};
use crate::text::fold;

/// What the values of a field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// Free text.
    Text,
    /// One of the field's `values`.
    Category,
    /// A decimal number.
    Number,
    /// An amount in the agreement's currency.
    Money,
    /// True or false.
    Boolean,
    /// A civil date.
    Date,
    /// A point in time, with its offset.
    Instant,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// The address of a page.
    Url,
    /// A country: an ISO 3166 code, or a German or English name.
    Country,
    /// Several texts, or several of the field's `values`.
    List,
}

impl FieldType {
    pub(crate) const ALL: [(&'static str, FieldType); 12] = [
        ("text", FieldType::Text),
        ("category", FieldType::Category),
        ("number", FieldType::Number),
        ("money", FieldType::Money),
        ("boolean", FieldType::Boolean),
        ("date", FieldType::Date),
        ("instant", FieldType::Instant),
        ("email", FieldType::Email),
        ("phone", FieldType::Phone),
        ("url", FieldType::Url),
        ("country", FieldType::Country),
        ("list", FieldType::List),
    ];

    /// The type's word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, known)| *known == self).map_or("text", |(name, _)| name)
    }

    pub(crate) const fn is_number(self) -> bool {
        matches!(self, FieldType::Number | FieldType::Money)
    }
}

/// A field of the lead's vocabulary, or a property of an interaction type.
///
/// ```
/// use smarketing::{Field, FieldType};
/// let seniority = Field::category(["staff", "manager", "director"]).ordered();
/// assert_eq!(seniority.kind, FieldType::Category);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Field {
    /// What its values are.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// The values it allows, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// Whether the order of the values means something.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// What people call it.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub label: Texts,
    /// The question that finds it out.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub ask: Texts,
    /// The header of its column in files, where it differs from the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Texts that mean that the value is missing, besides the empty one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// Which team may write it, or who else may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Whether advice may ask to change it.
    #[serde(skip_serializing_if = "is_true")]
    pub changeable: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_true(truth: &bool) -> bool {
    *truth
}

impl Field {
    /// A field of a type.
    #[must_use]
    pub fn new(kind: FieldType) -> Self {
        Self {
            kind,
            values: Vec::new(),
            ordered: false,
            label: Texts::default(),
            ask: Texts::default(),
            column: None,
            missing: Vec::new(),
            owner: None,
            changeable: true,
        }
    }

    /// A category with its values.
    #[must_use]
    pub fn category<V: Into<String>>(values: impl IntoIterator<Item = V>) -> Self {
        Self { values: values.into_iter().map(Into::into).collect(), ..Self::new(FieldType::Category) }
    }

    /// Says that the order of the values means something.
    #[must_use]
    pub const fn ordered(mut self) -> Self {
        self.ordered = true;
        self
    }

    /// Says by which question the value is found out.
    #[must_use]
    pub fn ask(mut self, question: impl Into<Texts>) -> Self {
        self.ask = question.into();
        self
    }

    /// Reads a field: a table, or the name of its type alone.
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        if matches!(place.node.kind, Kind::Text(_)) {
            return place.choice(&FieldType::ALL).map(Self::new);
        }
        let table = place.table()?;
        let kind = table.read("type", |place| place.choice(&FieldType::ALL));
        let values = table.read_or("values", Vec::new(), |place| place.list(|place| place.filled_text()));
        let field = Self {
            kind: kind.unwrap_or(FieldType::Text),
            ordered: table.read_or("ordered", false, |place| place.boolean()),
            label: table.read_or("label", Texts::default(), Texts::read),
            ask: table.read_or("ask", Texts::default(), Texts::read),
            column: table.optional("column").and_then(|place| place.filled_text()),
            missing: table.read_or("missing", Vec::new(), |place| place.one_or_many(|place| place.filled_text())),
            owner: table.optional("owner").and_then(|place| place.filled_text()),
            changeable: table.read_or("changeable", true, |place| place.boolean()),
            values,
        };
        table.finish();
        field.check(&table, kind?);
        Some(field)
    }

    fn check(&self, table: &Table<'_, '_>, kind: FieldType) {
        let takes_values = matches!(kind, FieldType::Category | FieldType::List);
        match table.optional("values") {
            None if kind == FieldType::Category => {
                let finding = Finding::new(Code::MissingKey, table.place().path(), "a category needs its `values`");
                table.place().sink.report(finding);
            }
            Some(values) if !takes_values => {
                values.report(Code::ConflictingKeys, format!("a field of type `{}` has no `values`", kind.as_str()));
            }
            Some(values) if self.values.is_empty() => values.report(Code::Empty, "expected at least one value"),
            Some(values) => {
                for (at, value) in self.values.iter().enumerate() {
                    if self.values.iter().take(at).any(|earlier| fold(earlier) == fold(value)) {
                        let finding = Finding::new(Code::DuplicateId, values.path(), format!("`{value}` stands twice"));
                        values.sink.report(finding);
                    }
                }
            }
            None => {}
        }
        if self.ordered
            && kind != FieldType::Category
            && let Some(ordered) = table.optional("ordered")
        {
            ordered.report(Code::ConflictingKeys, "only the values of a category have an order");
        }
    }
}
