//! TOML text → the spanned tree. Numbers keep their source text's value exactly.

use std::borrow::Cow;

use rust_decimal::Decimal;
use toml::de::{DeTable, DeValue};

use super::decimal::decimal;
use super::tree::{DEEPEST, Entry, Kind, LONGEST, Node, Source, Span, position};
use crate::finding::{Code, Finding, Path};

/// Reads a TOML text. Syntax errors are findings; what could be read besides them is in the tree.
pub(crate) fn parse(text: &str) -> Source<'_> {
    if let Some(refused) = Source::too_long(text, LONGEST) {
        return refused;
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let findings = syntax_findings(text, &errors);
    let span = Span::new(table.span());
    let mut lowering = Lowering { text, findings };
    let kind = lowering.table(table.into_inner(), 0);
    Source::new(text, Node { kind, span }, lowering.findings)
}

/// What the parser could not read, in the order of the text.
#[inline(never)]
fn syntax_findings(text: &str, errors: &[toml::de::Error]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = errors
        .iter()
        .map(|error| {
            let (line, column) = position(text, error.span().map_or(0, |span| span.start));
            let mut finding = Finding::new(Code::Syntax, Path::root(), one_line(error.message()));
            finding.line = Some(line);
            finding.column = Some(column);
            finding
        })
        .collect();
    crate::sorting::by_key(&mut findings, |finding| (finding.line, finding.column));
    findings.dedup();
    // A header that cannot be read leaves its keys to the table before it, where they are duplicates.
    let first = findings.iter().filter(|finding| finding.message != DUPLICATE).map(|finding| finding.line).min();
    findings.retain(|finding| finding.message != DUPLICATE || first.is_none_or(|first| finding.line < first));
    findings
}

/// What the parser says of a key that stands twice.
const DUPLICATE: &str = "duplicate key";

fn one_line(message: &str) -> String {
    message.lines().map(str::trim).collect::<Vec<_>>().join("; ")
}

struct Lowering<'t> {
    text: &'t str,
    findings: Vec<Finding>,
}

impl<'t> Lowering<'t> {
    #[inline(never)]
    fn table(&mut self, table: DeTable<'t>, depth: usize) -> Kind<'t> {
        let mut entries: Vec<Entry<'t>> = table
            .into_iter()
            .map(|(key, value)| {
                let key_span = Span::new(key.span());
                let span = Span::new(value.span());
                let value = Node { kind: self.value(value.into_inner(), span, depth.saturating_add(1)), span };
                Entry { key: key.into_inner(), key_span, value }
            })
            .collect();
        // The parser sorts by name; the document's own order is that of the keys' places.
        crate::sorting::by_key(&mut entries, |entry| entry.key_span.start);
        Kind::Table(entries)
    }

    fn value(&mut self, value: DeValue<'t>, span: Span, depth: usize) -> Kind<'t> {
        if depth > DEEPEST {
            return self.poison(Code::TooLarge, span, format!("tables and lists are nested more than {DEEPEST} deep"));
        }
        match value {
            DeValue::String(text) => Kind::Text(text),
            DeValue::Integer(integer) => {
                let number = match integer.radix() {
                    10 => decimal(integer.as_str()),
                    radix => i64::from_str_radix(integer.as_str(), radix).ok().map(Decimal::from),
                };
                self.number(number, span)
            }
            DeValue::Float(float) => self.number(decimal(float.as_str()), span),
            DeValue::Boolean(truth) => Kind::Boolean(truth),
            DeValue::Datetime(datetime) => Kind::Text(Cow::Owned(datetime.to_string())),
            DeValue::Array(items) => Kind::List(
                items
                    .into_iter()
                    .map(|item| {
                        let span = Span::new(item.span());
                        Node { kind: self.value(item.into_inner(), span, depth.saturating_add(1)), span }
                    })
                    .collect(),
            ),
            DeValue::Table(table) => self.table(table, depth),
        }
    }

    #[inline(never)]
    fn number(&mut self, number: Option<Decimal>, span: Span) -> Kind<'t> {
        let Some(number) = number else {
            let written = self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
            return self.poison(
                Code::InvalidValue,
                span,
                format!("`{written}` is not a number that can be kept exactly"),
            );
        };
        Kind::Number(number)
    }

    #[inline(never)]
    fn poison(&mut self, code: Code, span: Span, message: String) -> Kind<'t> {
        let (line, column) = position(self.text, span.start as usize);
        let mut finding = Finding::new(code, Path::root(), message);
        finding.line = Some(line);
        finding.column = Some(column);
        self.findings.push(finding);
        Kind::Poisoned
    }
}
