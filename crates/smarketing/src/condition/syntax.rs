//! The shape of a condition, as the document has it.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::time::Duration;
use crate::vocabulary::Value;

/// A condition: all of its clauses must hold.
///
/// ```
/// use smarketing::{Condition, Operator, Predicate};
/// let condition = Condition::field("employees", Predicate::of(Operator::AtLeast, 50));
/// assert_eq!(condition.to_string(), "employees at least 50");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition {
    /// What must hold, in document order.
    pub clauses: Vec<Clause>,
}

/// One clause of a [`Condition`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// A field, a result or a property, and what must be true of it.
    Field {
        /// Its name.
        name: String,
        /// What must be true of it.
        predicate: Predicate,
    },
    /// All of these hold.
    All(Vec<Condition>),
    /// At least one of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Condition),
    /// A question about what happened.
    Interactions(Question),
}

/// What must be true of a field: all of its tests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Predicate {
    /// Operators and what they compare with, in document order.
    pub tests: Vec<(Operator, Operand)>,
}

/// What an [`Operator`] compares with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// One value.
    One(Value),
    /// Several values: a positive operator needs one of them, a negative one none.
    Many(Vec<Value>),
}

macro_rules! operators {
    ($($(#[doc = $meaning:literal])+ $name:ident $key:literal $words:literal;)+) => {
        /// How a field is compared.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Operator {
            $($(#[doc = $meaning])+ #[cfg_attr(feature = "schema", schemars(rename = $key))] $name,)+
        }

        impl Operator {
            /// Every operator there is.
            pub const ALL: &'static [Operator] = &[$(Operator::$name),+];

            /// The key of the document.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Operator::$name => $key),+ }
            }

            /// The words of a sentence.
            pub(crate) const fn words(self) -> &'static str {
                match self { $(Operator::$name => $words),+ }
            }
        }
    };
}

operators! {
    /// Equal: a bare value in the document.
    Is "is" "is";
    /// Equal to one of them: a list in the document.
    In "in" "is one of";
    /// Known, and not equal.
    IsNot "is_not" "is not";
    /// Known, and equal to none of them.
    NotIn "not_in" "is none of";
    /// It is the bound, or more than that.
    AtLeast "at_least" "at least";
    /// It is the bound, or less than that.
    AtMost "at_most" "at most";
    /// It is more than the bound.
    MoreThan "more_than" "more than";
    /// It is less than the bound.
    LessThan "less_than" "less than";
    /// Has this text in it; of a list: has this element.
    Contains "contains" "contains";
    /// Begins with this text.
    StartsWith "starts_with" "starts with";
    /// Ends with this text.
    EndsWith "ends_with" "ends with";
    /// Has this word or phrase in it; a trailing `*` takes the rest of the word.
    Word "word" "has the word";
    /// Matches this pattern as a whole: `*` for any run of characters, `?` for one.
    Matches "matches" "matches";
    /// Less long ago than this.
    Within "within" "within";
    /// This long ago, or longer.
    OlderThan "older_than" "older than";
    /// Before this date or instant.
    Before "before" "before";
    /// After this date or instant.
    After "after" "after";
    /// Whether a value is there at all.
    Known "known" "known";
    /// The kind of an e-mail address: business, free or disposable.
    Kind "kind" "is of the kind";
    /// The domain of an e-mail address, or one above it.
    Domain "domain" "is at the domain";
}

impl Operator {
    /// The operator of a document's key; `is` and `in` have none, a bare value and a list say them.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::keys().find(|operator| operator.as_str() == key)
    }

    /// The operators that stand as keys in a document.
    pub(crate) fn keys() -> impl Iterator<Item = Operator> {
        Self::ALL.iter().copied().filter(|operator| !matches!(operator, Operator::Is | Operator::In))
    }
}

/// A question about what happened: how many interactions there were, or how many different values
/// one of their properties had.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Question {
    /// Of which types; none: of every type that is the lead's own doing.
    pub types: Vec<String>,
    /// What must hold of each.
    pub filter: Option<Condition>,
    /// Only those less long ago than this.
    pub within: Option<Duration>,
    /// Only those this long ago, or longer.
    pub older_than: Option<Duration>,
    /// Count the different values of this property instead.
    pub distinct: Option<String>,
    /// What must be true of the count; absent: at least one.
    pub count: Option<Predicate>,
}

impl Condition {
    /// A condition on one field.
    #[must_use]
    pub fn field(name: impl Into<String>, predicate: impl Into<Predicate>) -> Self {
        Self { clauses: vec![Clause::Field { name: name.into(), predicate: predicate.into() }] }
    }

    /// Adds a field that must hold too.
    #[must_use]
    pub fn and(mut self, name: impl Into<String>, predicate: impl Into<Predicate>) -> Self {
        self.clauses.push(Clause::Field { name: name.into(), predicate: predicate.into() });
        self
    }
}

impl Predicate {
    /// A predicate of one operator.
    #[must_use]
    pub fn of(operator: Operator, value: impl Into<Value>) -> Self {
        let operand = match value.into() {
            Value::List(values) => Operand::Many(values),
            value => Operand::One(value),
        };
        Self { tests: vec![(operator, operand)] }
    }
}

impl<V: Into<Value>> From<V> for Predicate {
    fn from(value: V) -> Self {
        match value.into() {
            Value::List(values) => Self { tests: vec![(Operator::In, Operand::Many(values))] },
            value => Self { tests: vec![(Operator::Is, Operand::One(value))] },
        }
    }
}

impl Operand {
    /// The values, one or many.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        match self {
            Operand::One(value) => std::slice::from_ref(value),
            Operand::Many(values) => values,
        }
    }
}

impl Serialize for Operand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Operand::One(value) => value.serialize(serializer),
            Operand::Many(values) => values.serialize(serializer),
        }
    }
}

impl Serialize for Predicate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [(Operator::Is | Operator::In, operand)] = self.tests.as_slice() {
            return operand.serialize(serializer);
        }
        serializer.collect_map(self.tests.iter().map(|(operator, operand)| (operator.as_str(), operand)))
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.clauses.len()))?;
        for clause in &self.clauses {
            match clause {
                Clause::Field { name, predicate } => map.serialize_entry(name, predicate)?,
                Clause::All(conditions) => map.serialize_entry("all", conditions)?,
                Clause::Any(conditions) => map.serialize_entry("any", conditions)?,
                Clause::Not(condition) => map.serialize_entry("not", condition)?,
                Clause::Interactions(question) => map.serialize_entry("interactions", question)?,
            }
        }
        map.end()
    }
}

impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.types.as_slice() {
            [] => {}
            [one] => map.serialize_entry("type", one)?,
            types => map.serialize_entry("type", types)?,
        }
        if let Some(filter) = &self.filter {
            map.serialize_entry("where", filter)?;
        }
        if let Some(within) = &self.within {
            map.serialize_entry("within", within)?;
        }
        if let Some(older_than) = &self.older_than {
            map.serialize_entry("older_than", older_than)?;
        }
        if let Some(distinct) = &self.distinct {
            map.serialize_entry("distinct", distinct)?;
        }
        if let Some(count) = &self.count {
            map.serialize_entry("count", count)?;
        }
        map.end()
    }
}
