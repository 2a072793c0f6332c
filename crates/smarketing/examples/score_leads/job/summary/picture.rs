//! The picture: stages, grades, scores, bands, tiers and personas.

use std::io::Write;

use smarketing::{Ladder, Points, Stage};

use super::Told;
use crate::job::failure::Failure;
use crate::job::layout::{bar, bars, heading, padded};

/// How many leads stand in each stage, and why some are none.
pub fn stages(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let outcome = told.outcome;
    heading(out, say("Stages that the leads qualify for", "Stufen, für die sich die Leads qualifizieren"))?;
    let listed = told.agreement.document().lifecycle.stages.iter().copied().filter(|stage| *stage <= Stage::Sql);
    let stages = listed
        .chain([Stage::Disqualified])
        .map(|stage| (stage.title().to_owned(), outcome.stages.get(&stage).copied().unwrap_or(0)));
    let stages: Vec<(String, usize)> = stages.collect();
    bars(out, told.language, &stages, outcome.leads)?;
    let count = |number| told.language.count(number);
    if outcome.fast_tracks > 0 {
        let how = say("came by a fast track", "kamen über einen Fast Track");
        writeln!(out, "  {} {how}", count(outcome.fast_tracks))?;
    }
    if outcome.open_for_sql > 0 {
        let how = say(
            "MQLs already meet the criteria of an SQL: sales has only to accept them",
            "MQL erfüllen schon die Kriterien eines SQL: der Vertrieb muss sie nur annehmen",
        );
        writeln!(out, "  {} {how}", count(outcome.open_for_sql))?;
    }
    let document = told.agreement.document();
    let reasons = document.lifecycle.disqualify.iter().map(|one| (&one.id, &one.reason, &outcome.disqualified));
    let exclusions =
        document.icp.iter().flat_map(|icp| &icp.exclude).map(|one| (&one.id, &one.reason, &outcome.excluded));
    for (what, list) in [
        (say("disqualified", "disqualifiziert"), reasons.collect::<Vec<_>>()),
        (say("outside the ICP", "außerhalb des ICP"), exclusions.collect()),
    ] {
        let hits = list.iter().filter_map(|(id, reason, counts)| {
            let number = counts.get(id.as_str())?;
            Some(format!("{} {}", count(*number), told.language.text(reason, id)))
        });
        let hits: Vec<String> = hits.collect();
        if !hits.is_empty() {
            writeln!(out, "  {what}: {}", hits.join(", "))?;
        }
    }
    Ok(())
}

/// Which sources bring leads, and which bring leads that qualify.
pub fn sources(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    const SHOWN: usize = 12;
    // Of fewer leads a share says nothing, and its bar would dwarf the others.
    const ENOUGH: usize = 20;
    let say = |english, german| told.language.say(english, german);
    let sources = &told.outcome.sources;
    if sources.keys().all(Option::is_none) {
        return Ok(());
    }
    heading(out, say("Where the leads come from", "Woher die Leads kommen"))?;
    let mut rows: Vec<(&str, usize, usize, i64)> = sources
        .iter()
        .map(|(name, source)| {
            let name = name.as_deref().unwrap_or(say("not said", "nicht gesagt"));
            (name, source.leads, source.qualified, source.scores.millionths())
        })
        .collect();
    rows.sort_by_key(|(_, leads, ..)| std::cmp::Reverse(*leads));
    let rest = rows.split_off(rows.len().min(SHOWN));
    if !rest.is_empty() {
        let sum = rest.iter().fold((0, 0, 0), |sum, row| (sum.0 + row.1, sum.1 + row.2, sum.2 + row.3));
        rows.push((say("all others", "alle anderen"), sum.0, sum.1, sum.2));
    }
    let width = rows.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
    let (leads, better, mean) = ("Leads", say("MQL or more", "MQL und mehr"), say("mean score", "im Mittel"));
    writeln!(out, "  {}  {leads:>7}  {better:>12}  {:>5}  {mean:>10}", " ".repeat(width), "")?;
    let shares = rows.iter().filter(|row| row.1 >= ENOUGH).map(|(_, leads, qualified, _)| qualified * 1000 / leads);
    let most = shares.max().unwrap_or(0);
    for (name, leads, qualified, scores) in rows {
        let mean = i64::try_from(leads).ok().and_then(|leads| scores.checked_div(leads)).unwrap_or(0);
        writeln!(
            out,
            "  {}  {:>7}  {:>12}  {:>5}  {:>10}  {}",
            padded(name, width),
            told.language.count(leads),
            told.language.count(qualified),
            told.language.percent(qualified, leads),
            told.language.points(Points::from_millionths(mean)),
            if leads < ENOUGH { String::new() } else { bar(qualified * 1000 / leads, most) },
        )?;
    }
    Ok(())
}

/// Fit against engagement.
pub fn grades(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let scoring = &told.agreement.document().scoring;
    let (letters, digits) = (&scoring.fit.grades, &scoring.engagement.grades);
    if letters.is_empty() && digits.is_empty() {
        return Ok(());
    }
    heading(
        out,
        say("Grades: fit (rows) against engagement (columns)", "Noten: Passung (Zeilen) gegen Engagement (Spalten)"),
    )?;
    let labels = |ladder: &Ladder| -> Vec<(String, String)> {
        let bounds: Vec<Points> = ladder.steps().map(|(_, bound)| bound).collect();
        let least = bounds.last().map(|bound| format!("< {}", told.language.points(*bound)));
        let steps = ladder.labels().enumerate().map(|(at, label)| {
            let from = bounds.get(at).map(|bound| format!("≥ {}", told.language.points(*bound)));
            (label.to_owned(), from.or_else(|| least.clone()).unwrap_or_default())
        });
        let list: Vec<_> = steps.collect();
        if list.is_empty() { vec![("–".to_owned(), String::new())] } else { list }
    };
    let (rows, columns) = (labels(letters), labels(digits));
    let head = |text: &str| format!("{text:>9}");
    let first: String = columns.iter().map(|(label, _)| head(label)).collect();
    let second: String = columns.iter().map(|(_, bound)| head(bound)).collect();
    writeln!(out, "  {}{first}{}", " ".repeat(10), head(say("all", "alle")))?;
    writeln!(out, "  {}{second}", " ".repeat(10))?;
    for (letter, bound) in &rows {
        let cells: Vec<usize> = columns
            .iter()
            .map(|(digit, _)| told.outcome.grades.get(&(letter.clone(), digit.clone())).copied().unwrap_or(0))
            .collect();
        let numbers: String = cells.iter().map(|count| head(&told.language.count(*count))).collect();
        let all = cells.iter().sum();
        let share = told.language.percent(all, told.outcome.leads);
        writeln!(
            out,
            "  {}{numbers}{}  {share:>5}",
            padded(&format!("{letter}  {bound}"), 10),
            head(&told.language.count(all))
        )?;
    }
    Ok(())
}

/// How the scores lie, in steps of a round number.
pub fn distribution(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let mut scores = told.outcome.scores.clone();
    scores.sort();
    let at = |percent: usize| scores[(scores.len() - 1) * percent / 100];
    let points = |number| told.language.points(number);
    heading(out, say("Scores", "Punkte"))?;
    let median = say("median", "Median");
    let middle = say("the middle half", "mittlere Hälfte");
    let (to, best) = (say("to", "bis"), say("best tenth from", "bestes Zehntel ab"));
    writeln!(
        out,
        "  {} {to} {} · {median} {} · {middle} {} {to} {} · {best} {}",
        points(at(0)),
        points(at(100)),
        points(at(50)),
        points(at(25)),
        points(at(75)),
        points(at(90)),
    )?;
    let (least, most) = (at(0).millionths(), at(100).millionths());
    let width = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000]
        .into_iter()
        .map(|width| width * 1_000_000);
    let Some(width) = width.into_iter().find(|width| (most.div_euclid(*width) - least.div_euclid(*width)) < 14) else {
        return Ok(());
    };
    let bins: Vec<usize> = (least.div_euclid(width)..=most.div_euclid(width))
        .map(|bin| {
            scores.partition_point(|score| score.millionths() < (bin + 1) * width)
                - scores.partition_point(|score| score.millionths() < bin * width)
        })
        .collect();
    let highest = bins.iter().copied().max().unwrap_or(0);
    for (bin, count) in (least.div_euclid(width)..).zip(bins) {
        let (from, below) = (Points::from_millionths(bin * width), Points::from_millionths((bin + 1) * width));
        let middle = Points::from_millionths(below.millionths() - 1);
        let band = told.agreement.document().scoring.bands.label(middle).unwrap_or_default();
        let line = format!(
            "  {:>5} – {:<5} {:>6}  {}",
            points(from),
            format!("<{}", points(below)),
            told.language.count(count),
            padded(&bar(count, highest), 34)
        );
        writeln!(out, "{}", format!("{line}{band}").trim_end())?;
    }
    Ok(())
}

/// Bands, tiers of the ideal customer profile, personas.
pub fn profile(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let (document, outcome) = (told.agreement.document(), told.outcome);
    let of = |map: &std::collections::BTreeMap<String, usize>, label: &str| map.get(label).copied().unwrap_or(0);
    if !document.scoring.bands.is_empty() {
        heading(out, say("Bands", "Bänder"))?;
        let bands = &document.scoring.bands;
        let bounds: Vec<String> =
            bands.steps().map(|(_, bound)| format!("≥ {}", told.language.points(bound))).collect();
        let rows = bands.labels().enumerate().map(|(at, label)| {
            (format!("{label} {}", bounds.get(at).map_or("", String::as_str)), of(&outcome.bands, label))
        });
        bars(out, told.language, &rows.collect::<Vec<_>>(), outcome.leads)?;
    }
    if let Some(icp) = &document.icp {
        heading(out, say("Ideal customer profile", "Idealkundenprofil"))?;
        let tier = |label: &str| format!("{} {label}", say("tier", "Stufe"));
        let mut rows: Vec<(String, usize)> =
            icp.tiers.labels().map(|label| (tier(label), of(&outcome.tiers, label))).collect();
        let none = of(&outcome.tiers, "–");
        if none > 0 {
            rows.push((say("no tier", "keine Stufe").to_owned(), none));
        }
        let excluded = outcome.leads - outcome.tiers.values().sum::<usize>();
        rows.push((say("excluded", "ausgeschlossen").to_owned(), excluded));
        bars(out, told.language, &rows, outcome.leads)?;
    }
    if !document.personas.is_empty() {
        heading(out, say("Personas", "Personas"))?;
        let rows = document.personas.iter().map(|persona| {
            let role = persona.role.map(|role| format!(" ({})", role.as_str().replace('_', " "))).unwrap_or_default();
            (format!("{}{role}", told.language.text(&persona.name, &persona.id)), of(&outcome.personas, &persona.id))
        });
        let none = (say("not recognised", "nicht erkannt").to_owned(), of(&outcome.personas, "–"));
        bars(out, told.language, &rows.chain([none]).collect::<Vec<_>>(), outcome.leads)?;
    }
    Ok(())
}
