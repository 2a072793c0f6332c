//! What to do: the best leads, what keeps the others back, what to ask them, which rules to look at.

use std::collections::BTreeMap;
use std::io::Write;

use super::Told;
use crate::job::failure::Failure;
use crate::job::layout::{heading, padded, wrapped};

/// The best leads with their strongest reasons.
pub fn best(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    heading(out, say("The best leads", "Die besten Leads"))?;
    let ids = told.outcome.best.iter().map(|best| best.id.chars().count()).max().unwrap_or(0);
    for (place, best) in told.outcome.best.iter().enumerate() {
        let score = told.language.points(best.score);
        writeln!(
            out,
            "{:>3}. {}  {score:>6}  {:<3} {:<5} {}",
            place + 1,
            padded(&best.id, ids),
            best.grade,
            best.stage.title(),
            best.who,
        )?;
        wrapped(out, &best.reasons.join(" · "), 5)?;
        if !best.kept_back.is_empty() {
            let kept = say("kept from MQL by:", "bleibt unter MQL:");
            wrapped(out, &format!("{kept} {}", best.kept_back.join("; ")), 5)?;
        }
    }
    Ok(())
}

/// What keeps leads from their next stage, the commonest first.
pub fn blockers(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let count = |number| told.language.count(number);
    heading(out, say("What keeps leads from the next stage", "Was Leads von der nächsten Stufe abhält"))?;
    let none = BTreeMap::new();
    for (stage, (leads, counts)) in &told.outcome.blockers {
        let before = told.language.several(*leads, say("lead before", "Lead vor"), say("leads before", "Leads vor"));
        writeln!(out, "  {before} {}", stage.title())?;
        let last = told.outcome.last_blockers.get(stage).unwrap_or(&none);
        let mut rows: Vec<_> = counts.iter().collect();
        rows.sort_by_key(|(_, number)| std::cmp::Reverse(**number));
        let width = rows.iter().take(6).map(|(text, _)| text.chars().count()).max().unwrap_or(0);
        for (text, number) in rows.iter().take(6) {
            let share = told.language.percent(**number, *leads);
            let alone = last
                .get(*text)
                .map(|alone| format!("  {} {}", say("nothing else for", "nichts sonst bei"), count(*alone)));
            writeln!(
                out,
                "    {}  {:>6}  {share:>6}{}",
                padded(text, width),
                count(**number),
                alone.unwrap_or_default(),
            )?;
        }
    }
    Ok(())
}

/// What is not known of the leads just below MQL, and the question to ask.
pub fn questions(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let outcome = told.outcome;
    let mut below: Vec<_> = outcome.below.iter().collect();
    if below.is_empty() || outcome.asked.is_empty() {
        return Ok(());
    }
    // The best tenth, with all that are as good as the last of them.
    below.sort_by_key(|lead| std::cmp::Reverse(lead.score));
    let bound = below[below.len() / 10].score;
    below.truncate(below.partition_point(|lead| lead.score >= bound));
    // How often each is missing, and how often the right answer alone makes an MQL.
    let mut counts = vec![(0_usize, 0_usize); outcome.asked.len()];
    for lead in &below {
        for at in &lead.missing {
            counts[usize::from(*at)].1 += 1;
        }
        for at in &lead.opened_by {
            counts[usize::from(*at)].0 += 1;
        }
    }
    let title = say("What to ask the leads just below MQL", "Was die Leads knapp unter MQL zu fragen ist");
    heading(out, title)?;
    let best = say("leads of at least", "Leads ab");
    let points = say("points: the best tenth below MQL", "Punkten: das beste Zehntel unter MQL");
    writeln!(out, "  {} {best} {} {points}", told.language.count(below.len()), told.language.points(bound))?;
    let mut rows: Vec<_> = outcome.asked.iter().zip(&counts).filter(|(_, (_, missing))| *missing > 0).collect();
    rows.sort_by_key(|(_, (opens, missing))| std::cmp::Reverse((*opens, *missing)));
    rows.truncate(7);
    let fields = &told.agreement.document().fields;
    let label = |name: &str| outcome.words.field(name).to_owned();
    let width = rows.iter().map(|(name, _)| label(name).chars().count()).max().unwrap_or(0);
    let (missing, opens) = (say("not known of", "unbekannt bei"), say("can make MQL", "kann MQL machen"));
    writeln!(out, "    {}  {missing:>19}  {opens:>15}", " ".repeat(width))?;
    for (name, (opens, missing)) in rows {
        let question = fields.get(name).map_or("", |field| told.language.text(&field.ask, ""));
        let share = told.language.percent(*missing, below.len());
        let (opens, missing) = (told.language.count(*opens), told.language.count(*missing));
        writeln!(out, "    {}  {missing:>12} {share:>6}  {opens:>15}  {question}", padded(&label(name), width))?;
    }
    Ok(())
}

/// Rules that never fired, and rules that fire for everybody: both tell leads apart from nobody.
pub fn rules(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let say = |english, german| told.language.say(english, german);
    let (fired, leads) = (&told.outcome.fired, told.outcome.leads);
    let list = |wanted: &dyn Fn(usize) -> bool| {
        let ids = told.agreement.document().scoring.rules.iter().map(|rule| rule.id.as_str());
        let hits = ids.filter(|id| fired.get(*id).is_some_and(|count| wanted(*count)));
        hits.map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
    };
    heading(out, say("Rules to look at", "Regeln zum Nachsehen"))?;
    let nothing = say("none", "keine");
    let or_nothing = |text: String| if text.is_empty() { nothing.to_owned() } else { text };
    wrapped(out, &format!("{}: {}", say("never fired", "nie angewandt"), or_nothing(list(&|count| count == 0))), 2)?;
    let everybody = or_nothing(list(&|count| count == leads));
    wrapped(out, &format!("{}: {everybody}", say("fire for everybody", "gelten für alle")), 2)?;
    let rare = or_nothing(list(&|count| count > 0 && count * 200 < leads));
    wrapped(
        out,
        &format!("{}: {rare}", say("fire for less than one lead in 200", "gelten für weniger als einen von 200 Leads")),
        2,
    )?;
    Ok(())
}
