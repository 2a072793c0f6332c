//! Law 9: nothing panics; what is wrong is found, and has a place.

use proptest::prelude::*;
use smarketing::{Agreement, AgreementDocument, Code, Finding, Interactions, Lead};

use crate::agreements::{Style, agreement};
use crate::cases;
use crate::choices::{Choices, choices};
use crate::leads::{as_of, interactions, lead};

const DESIGN: &str = include_str!("../cases/design.toml");

proptest! {
    #![proptest_config(cases(320))]

    #[test]
    fn a_mutilated_toml_document_is_read(mut hurt in choices(40)) {
        let text = mutilate(&mut hurt, DESIGN);
        let (_, findings) = AgreementDocument::from_toml(&text);
        check_places(&findings, &text)?;
        let agreement = Agreement::from_toml(&text);
        if let Err(error) = &agreement {
            prop_assert!(error.findings.iter().any(Finding::is_error));
            check_places(&error.findings, &text)?;
        }
        if let Ok(agreement) = agreement {
            for example in &agreement.document().examples {
                let text = agreement.assess(&example.lead, &example.interactions, example.as_of).to_json();
                prop_assert!(text.contains("score"));
            }
        }
    }

    #[test]
    fn a_mutilated_json_document_is_read(mut choices in choices(400), mut hurt in choices(40), mut facts in choices(120)) {
        let text = mutilate(&mut hurt, &agreement(&mut choices, Style::Whole).to_string());
        let (_, findings) = AgreementDocument::from_json(&text);
        check_places(&findings, &text)?;
        match Agreement::from_json(&text) {
            Err(error) => check_places(&error.findings, &text)?,
            Ok(agreement) => {
                let lead = Lead::from_json(&lead(&mut facts).to_string());
                let interactions = Interactions::from_json(&interactions(&mut facts).to_string());
                prop_assert!(agreement.assess(&lead, &interactions, as_of()).to_json().contains("score"));
            }
        }
    }

    #[test]
    fn mutilated_facts_are_read(mut choices in choices(300), mut facts in choices(120), mut hurt in choices(40)) {
        let agreement = crate::compile(&agreement(&mut choices, Style::Whole));
        let lead = Lead::from_json(&mutilate(&mut hurt, &lead(&mut facts).to_string()));
        let interactions = Interactions::from_json(&mutilate(&mut hurt, &interactions(&mut facts).to_string()));
        let assessment = agreement.assess(&lead, &interactions, as_of());
        for finding in &assessment.findings {
            prop_assert!(!finding.path.is_empty() && !finding.message.is_empty(), "{finding}");
        }
        prop_assert!(assessment.to_json().contains("score"));
    }
}

/// Every finding names a place that the text has.
fn check_places(findings: &[Finding], text: &str) -> Result<(), TestCaseError> {
    let lines = u32::try_from(text.split('\n').count()).unwrap_or(u32::MAX);
    for finding in findings {
        prop_assert!(!finding.message.is_empty());
        let placed = finding.line.is_some_and(|line| (1..=lines).contains(&line)) && finding.column >= Some(1);
        prop_assert!(placed || text.is_empty(), "{finding:?} has no place among {lines} lines");
    }
    Ok(())
}

/// What is put into texts: signs of both languages, odd letters, numbers of every size.
const ODDITIES: [&str; 34] = [
    "\0",
    "\u{feff}",
    "\u{202e}",
    "e\u{301}",
    "\u{1f469}\u{200d}\u{1f4bb}",
    "\u{10ffff}",
    "ß",
    "İ",
    "\"",
    "'",
    "\"\"\"",
    "\\u0000",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    "=",
    ":",
    "#",
    "\n",
    "\r\n",
    "null",
    "true",
    "1e999999999",
    "-0",
    "99999999999999999999999999999999",
    "0.0000000000000000000000000000001",
    "9223372036854775807",
    "1048577",
    "2026-13-41T99:99:99Z",
    "[[scoring.rules]]",
    "-",
];

/// Hurts a text in one to four ways.
pub fn mutilate(hurt: &mut Choices, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..hurt.between(1, 4) {
        let place = |hurt: &mut Choices, letters: &[char]| {
            (hurt.below(usize::from(u16::MAX)) * 37 + hurt.below(37)) % letters.len().max(1)
        };
        let at = place(hurt, &letters);
        let end = (at + hurt.of(&[1, 2, 5, 30, 200])).min(letters.len());
        match hurt.below(8) {
            0 => letters.drain(at.min(end)..end).for_each(drop),
            1 => {
                let odd: Vec<char> = hurt.of(&ODDITIES).chars().collect();
                letters.splice(at..at, odd);
            }
            2 => {
                let odd: Vec<char> = hurt.of(&ODDITIES).chars().collect();
                letters.splice(at.min(end)..end, odd);
            }
            3 => {
                if let Some(letter) = letters.get_mut(at) {
                    *letter = char::from_u32(u32::from(*letter) ^ (1 << hurt.below(7))).unwrap_or('?');
                }
            }
            4 => letters.truncate(at),
            5 => {
                let whole: String = letters.iter().collect();
                let mut lines: Vec<&str> = whole.split_inclusive([',', '\n']).chain(["\n"]).collect();
                let (one, other) = (hurt.below(lines.len()), hurt.below(lines.len()));
                match hurt.below(5) {
                    0 => lines.insert(other, lines[one]),
                    // Its own neighbour: a key that stands twice.
                    1 | 2 => lines.insert(one, lines[one]),
                    3 => lines.swap(one, other),
                    _ => lines.rotate_left(one),
                }
                letters = lines.concat().chars().collect();
            }
            6 => letters = swap_tokens(hurt, &letters.iter().collect::<String>()).chars().collect(),
            _ => {
                let part: Vec<char> = letters[at.min(end)..end].to_vec();
                let other = place(hurt, &letters);
                letters.splice(other..other, part);
            }
        }
    }
    letters.into_iter().collect()
}

/// Puts one word of a text in the place of another.
fn swap_tokens(hurt: &mut Choices, text: &str) -> String {
    let tokens: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty()).collect();
    if tokens.is_empty() {
        return text.to_owned();
    }
    let (one, other) = (hurt.of(&tokens), hurt.of(&tokens));
    text.replacen(one, other, 1 + hurt.below(3))
}

#[test]
fn deep_and_long_texts_are_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"all\":[", "]}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for text in [&deep, &open.repeat(200_000)] {
            assert!(Agreement::from_json(text).is_err());
            let lead = Lead::from_json(text);
            let interactions = Interactions::from_json(text);
            assert!(lead.facts.is_empty() && interactions.list().is_none_or(<[_]>::is_empty));
        }
    }
    for open in ["a = [", "[a.", "a.", "a = {b = "] {
        assert!(Agreement::from_toml(&open.repeat(100_000)).is_err());
    }
    let error = Agreement::from_json(&" ".repeat((1 << 20) + 1)).expect_err("too long");
    assert_eq!(error.findings[0].code, Code::TooLarge);
}

#[test]
fn a_key_that_stands_twice_is_found() {
    let (_, findings) = AgreementDocument::from_json(
        r#"{"smarketing": 1, "smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#,
    );
    assert_eq!(
        findings.iter().map(|finding| (finding.code, finding.column)).collect::<Vec<_>>(),
        [(Code::DuplicateKey, Some(20))]
    );
}
