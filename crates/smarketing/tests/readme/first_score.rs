// The first score: an agreement, a lead, and what it did.
use smarketing::{Agreement, Interaction, Interactions, Lead, Points};

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let agreement = Agreement::from_toml(&std::fs::read_to_string("agreement.toml")?)?;
    let lead = Lead::new("L-1").fact("industry", "Software").fact("job_title", "IT-Leiterin");
    let visits = Interactions::from(vec![
        Interaction::new("page_view", "2026-10-03T09:00:00Z".parse()?).property("url", "/pricing/team"),
        Interaction::new("demo_request", "2026-11-02T09:00:00Z".parse()?),
    ]);

    let assessment = agreement.assess(&lead, &visits, "2026-11-02T10:00:00Z".parse()?);
    assert_eq!(assessment.score.to_string(), "64"); // 15 + 15 + 30, and 8 points halved in 30 days
    assert_eq!(assessment.stage.to_string(), "mql");
    assert_eq!(assessment.bounds.score.most.to_string(), "74"); // nobody knows how many people work there
    let total = assessment.contributions.iter().fold(Points::ZERO, |sum, line| sum.saturating_add(line.points));
    assert_eq!(total, assessment.score); // the reasons add up to the score, exactly

    let questions = agreement.bind(&lead, &visits).questions("2026-11-02T10:00:00Z".parse()?);
    assert_eq!(questions[0].ask.in_language("en"), Some("How many people work there?"));
    Ok(())
}
