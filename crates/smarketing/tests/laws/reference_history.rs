//! The naive reference, second third: what conditions say of what happened.

use smarketing::{Clause, Condition, Duration, Field, FieldType, Interaction, Operator, Predicate, Question, Truth};

use crate::leads::AS_OF;
use crate::reference_truth::{Case, Known};

impl Case<'_> {
    pub fn question(&self, question: &Question) -> Truth {
        let Some(meant) = self.meant(&question.types, question.filter.as_ref()) else { return Truth::Unknown };
        let (mut sure, mut open) = (Vec::new(), Vec::new());
        let mut unknown = 0;
        for (interaction, truth) in meant {
            let age = AS_OF - interaction.at.microseconds();
            let young = question.within.is_none_or(|span| age < span.microseconds());
            if truth == Truth::No || !young || question.older_than.is_some_and(|span| age < span.microseconds()) {
                continue;
            }
            // What has no such property has no unknown one either.
            if question.distinct.as_ref().is_some_and(|name| !self.has_property(interaction, name)) {
                continue;
            }
            let counted = match &question.distinct {
                None => format!("{} {}", sure.len(), open.len()),
                Some(property) => match self.property(interaction, property) {
                    Some(value) => format!("{value:?}"),
                    None => {
                        unknown += 1;
                        continue;
                    }
                },
            };
            for (list, counts) in [(&mut sure, truth.is_yes()), (&mut open, true)] {
                if counts && !(question.distinct.is_some() && list.contains(&counted)) {
                    list.push(counted.clone());
                }
            }
        }
        let Some(predicate) = &question.count else {
            return if !sure.is_empty() {
                Truth::Yes
            } else if open.is_empty() && unknown == 0 {
                Truth::No
            } else {
                Truth::Unknown
            };
        };
        let field = Field::new(FieldType::Number);
        let holds = |count: usize| self.predicate(&field, Some(&Known::Number(count.into())), predicate).is_yes();
        let counts: Vec<bool> = (sure.len()..=open.len() + unknown).map(holds).collect();
        match (counts.contains(&true), counts.contains(&false)) {
            (true, false) => Truth::Yes,
            (false, true) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    fn has_property(&self, interaction: &Interaction, name: &str) -> bool {
        let kind = self.document.interactions.get(&interaction.kind);
        kind.is_some_and(|kind| kind.properties.get(name).is_some())
    }

    fn property(&self, interaction: &Interaction, name: &str) -> Option<Known> {
        let field = self.document.interactions.get(&interaction.kind)?.properties.get(name)?;
        self.read(field, interaction.properties.get(name)?)
    }

    /// The interactions of these types (none: all activity) and whether `where` holds of each.
    pub fn meant(&self, types: &[String], filter: Option<&Condition>) -> Option<Vec<(&Interaction, Truth)>> {
        let history = self.history.as_ref()?;
        let (mut count, mut previous, mut doubtful) = (0_usize, None::<i64>, false);
        let mut meant = Vec::new();
        for interaction in history {
            let kind = self.document.interactions.get(&interaction.kind)?;
            let taken =
                if types.is_empty() { kind.activity } else { types.iter().any(|name| **name == *interaction.kind) };
            let clauses = filter.map(|filter| filter.clauses.as_slice()).unwrap_or_default();
            let (numbering, rest): (Vec<&Clause>, Vec<&Clause>) = clauses.iter().partition(
                |clause| matches!(clause, Clause::Field { name, .. } if name == "nth" || name == "since_previous"),
            );
            let truth = rest.iter().map(|clause| self.about(interaction, clause)).fold(Truth::Yes, Truth::and);
            if !taken || truth == Truth::No {
                continue;
            }
            // If it counts at all, its own place is as certain as those before it are.
            let place_is_open = doubtful;
            doubtful |= truth == Truth::Unknown;
            count += 1;
            let at = interaction.at.microseconds();
            let gap = previous.map(|previous| at - previous);
            previous = Some(at);
            let numbered = numbering.iter().all(|clause| match clause {
                Clause::Field { name, predicate } if name == "nth" => {
                    let field = Field::new(FieldType::Number);
                    self.predicate(&field, Some(&Known::Number(count.into())), predicate).is_yes()
                }
                Clause::Field { predicate, .. } => gap.is_some_and(|gap| in_spans(gap, predicate)),
                _ => false,
            });
            let place = if place_is_open { Truth::Unknown } else { numbered.into() };
            meant.push((*interaction, if numbering.is_empty() { truth } else { truth.and(place) }));
        }
        Some(meant)
    }

    /// Whether a clause of `where` holds of an interaction.
    fn about(&self, interaction: &Interaction, clause: &Clause) -> Truth {
        match clause {
            Clause::Field { name, predicate } => {
                let kind = self.document.interactions.get(&interaction.kind);
                match kind.and_then(|kind| kind.properties.get(name)) {
                    // A type without the property is never meant.
                    None => Truth::No,
                    Some(field) => self.predicate(field, self.property(interaction, name).as_ref(), predicate),
                }
            }
            Clause::Not(part) => {
                !part.clauses.iter().map(|clause| self.about(interaction, clause)).fold(Truth::Yes, Truth::and)
            }
            other => panic!("the reference does not know {other:?} in `where`"),
        }
    }
}

fn in_spans(gap: i64, predicate: &Predicate) -> bool {
    predicate.tests.iter().all(|(operator, operand)| {
        let span = operand.values()[0].to_string().parse::<Duration>().expect("a span").microseconds();
        match operator {
            Operator::AtLeast => gap >= span,
            Operator::AtMost => gap <= span,
            Operator::MoreThan => gap > span,
            Operator::LessThan => gap < span,
            _ => gap == span,
        }
    })
}
