//! The state of the month: progress, projection, summary, moving targets, by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use rust_decimal::Decimal;
use smarketing::{
    Actual, BusinessDays, Code, Currency, Date, Figure, Goal, Goals, Hold, MeasureOptions, MeasureWindow, Money, Month,
    MovingOptions, Performance, PerformanceOptions, PlanOptions, ProgressStatus, Quantity, Rate, SourcedBy, StageEntry,
    Weekday, daily_summary, measure, moving_targets, performance, plan, year_table,
};

fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// Monday to Friday.
fn office() -> BusinessDays {
    BusinessDays::new(&Weekday::ALL[..5], &[]).unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Two segments: 210,000 and 42,000 in November 2026, which has 21 working days.
fn goals() -> Goals {
    let dach = Goal::new("dach")
        .revenue(month("2026-10"), Money::from(200_000))
        .revenue(month("2026-11"), Money::from(210_000))
        .revenue(month("2026-12"), Money::from(100_000))
        .average_deal(Money::from(10_000))
        .marketing_share(rate("0.6"))
        .rate("lead", "mql", rate("0.2"))
        .rate("mql", "customer", rate("0.1"))
        .lag("mql", "customer", 1);
    let france = Goal::new("france")
        .revenue(month("2026-11"), Money::from(42_000))
        .average_deal(Money::from(6_000))
        .rate("lead", "customer", rate("0.05"));
    Goals::new(Currency::EUR).goal(dach).goal(france)
}

fn won(day: &str, segment: &str, side: SourcedBy, count: u64, revenue: i64) -> Actual {
    Actual::new(date(day), segment, side, "customer", count).revenue(Money::from(revenue))
}

fn actuals() -> Vec<Actual> {
    vec![
        won("2026-10-12", "dach", SourcedBy::Marketing, 15, 170_000),
        won("2026-11-03", "dach", SourcedBy::Marketing, 3, 33_000),
        won("2026-11-05", "dach", SourcedBy::Sales, 2, 17_000),
        won("2026-11-06", "france", SourcedBy::Marketing, 7, 42_000),
        Actual::new(date("2026-11-04"), "dach", SourcedBy::Marketing, "mql", 30),
        // On the day itself, and after it.
        won("2026-11-09", "dach", SourcedBy::Marketing, 1, 12_000),
        won("2026-11-10", "dach", SourcedBy::Marketing, 99, 990_000),
    ]
}

fn state(as_of: &str, actuals: &[Actual]) -> Performance {
    let plan = plan(&goals(), &PlanOptions::new());
    performance(&plan, actuals, date(as_of), &office(), &PerformanceOptions::new())
}

#[test]
fn progress_in_working_days() {
    let state = state("2026-11-09", &actuals());
    assert_eq!((state.days.total, state.days.elapsed, state.days.left), (21, 5, 16));
    let dach = state.revenue_of(Some("dach"), None).unwrap();
    assert_eq!((dach.target, dach.achieved), (Money::from(210_000), Money::from(62_000)));
    assert_eq!((dach.expected, dach.gap), (Money::from(50_000), Money::from(148_000)));
    assert_eq!(dach.share.unwrap().to_string(), "0.2952");
    // 148,000 in the 16 working days from this one on.
    assert_eq!(dach.pace, Some(Money::from(9_250)));
    assert_eq!(dach.status, ProgressStatus::OnTrack);
    // 50,000 came in five days before this one: 16 more days at 10,000.
    assert_eq!(dach.projection.unwrap().likely, Money::from(210_000));
    let projection = dach.projection.unwrap();
    assert!(projection.low < projection.likely && projection.likely < projection.high);
    let france = state.revenue_of(Some("france"), Some(SourcedBy::Marketing)).unwrap();
    assert_eq!((france.status, france.gap, france.pace), (ProgressStatus::Achieved, Money::ZERO, Some(Money::ZERO)));
    assert_eq!(state.revenue_of(Some("france"), Some(SourcedBy::Sales)).unwrap().status, ProgressStatus::NoTarget);
    let total = state.revenue_of(None, None).unwrap();
    assert_eq!((total.target, total.achieved), (Money::from(252_000), Money::from(104_000)));
}

/// Revenue without a deal that was counted: the interval by deals is that of none, and the pace lies in it all the same.
#[test]
fn a_projection_has_its_pace_within() {
    for (deals, revenue) in [(0, 36_000), (0, 1_000), (1, 36_000)] {
        let state = state("2026-11-16", &[won("2026-11-03", "dach", SourcedBy::Marketing, deals, revenue)]);
        let projection = state.revenue_of(Some("dach"), None).unwrap().projection.unwrap();
        assert!(projection.low <= projection.likely && projection.likely <= projection.high, "{projection:?}");
    }
}

#[test]
fn leads_count_in_the_month_in_which_they_are_due() {
    let state = state("2026-11-09", &actuals());
    // Leads and MQL of November are those of December's revenue: 60,000 of marketing are 6 deals.
    let mql = state.leads_of(Some("dach"), Some(SourcedBy::Marketing), "mql").unwrap();
    assert_eq!((mql.target.to_string().as_str(), mql.achieved.to_string().as_str()), ("60", "30"));
    assert_eq!(mql.pace.unwrap().to_string(), "1.88");
    assert_eq!(mql.status, ProgressStatus::OnTrack);
    let deals = state.leads_of(None, None, "customer").unwrap();
    assert_eq!((deals.target.to_string().as_str(), deals.achieved.to_string().as_str()), ("28", "13"));
    let lead = state.leads_of(None, None, "lead").unwrap();
    // 10 deals of dach in December at 2 %, 7 of France in November at 5 %.
    assert_eq!(lead.target.to_string(), "640");
    assert_eq!((lead.status, lead.achieved), (ProgressStatus::Behind, Quantity::ZERO));
}

#[test]
fn before_the_month_and_after_its_last_day() {
    let early = state("2026-11-01", &actuals()[..1]);
    let row = early.revenue_of(None, None).unwrap();
    assert_eq!((early.days.elapsed, row.status, row.projection), (0, ProgressStatus::NotStarted, None));
    // The last working day of November 2026 is Monday the 30th: on Sunday, one is left.
    assert_eq!(state("2026-11-29", &actuals()).days.left, 1);
    let plan = plan(&goals(), &PlanOptions::new());
    let options = PerformanceOptions::new().month(month("2026-10"));
    let late = performance(&plan, &actuals(), date("2026-11-09"), &office(), &options);
    let row = late.revenue_of(None, None).unwrap();
    assert_eq!((late.days.left, row.pace, row.status), (0, None, ProgressStatus::Missed));
    assert_eq!((row.gap, row.projection.unwrap().high), (Money::from(30_000), Money::from(170_000)));
    let november: Vec<Date> = (1..=30).map(|day| date(&format!("2026-11-{day:02}"))).collect();
    let closed = BusinessDays::new(&Weekday::ALL, &november).unwrap();
    let idle = performance(&plan, &[], date("2026-11-09"), &closed, &PerformanceOptions::new());
    assert_eq!(idle.findings[0].code, Code::NoWorkingDay);
    assert_eq!(idle.revenue_of(None, None).unwrap().pace, None);
}

#[test]
fn a_stage_that_there_is_not_is_found() {
    let actual = smarketing::Actual::new("2026-11-03".parse().unwrap(), "dach", SourcedBy::Sales, "custmer", 1); // spellchecker:disable-line
    let findings = state("2026-11-09", &[actual.revenue(Money::from(99))]).findings;
    let said: Vec<_> = findings.iter().map(|finding| (finding.code, finding.suggestion.as_deref())).collect();
    assert_eq!(said, [(Code::UnknownStage, Some("customer"))]);
}

#[test]
fn strange_segments_are_found_and_others_have_a_row() {
    let strange =
        [won("2026-11-03", "dahc", SourcedBy::Sales, 1, 1_000), won("2026-11-03", "other", SourcedBy::Sales, 1, 500)];
    let state = state("2026-11-09", &strange);
    assert_eq!(state.findings.len(), 1);
    assert_eq!(
        (state.findings[0].code, state.findings[0].help.as_deref()),
        (Code::UnknownSegment, Some("did you mean `dach`?"))
    );
    let other = state.revenue_of(Some("other"), None).unwrap();
    assert_eq!((other.achieved, other.status), (Money::from(500), ProgressStatus::NoTarget));
    assert_eq!(state.revenue_of(None, None).unwrap().achieved, Money::from(1_500));
}

#[test]
fn the_summary_in_two_languages() {
    let summary = daily_summary(&state("2026-11-09", &actuals()));
    let german = summary.text("de");
    let lines: Vec<&str> = german.lines().collect();
    assert_eq!(lines[0], "09.11.2026, 11/2026: 5 von 21 Arbeitstagen vorbei, 16 bleiben.");
    assert!(lines[1].starts_with("Umsatz Marketing: 87.000,00 von 168.000,00 EUR (52 %), es fehlen 81.000,00 (5.062,50 je Arbeitstag), zu erwarten "), "{german}");
    assert!(lines[2].starts_with("Umsatz Vertrieb: 17.000,00 von 84.000,00 EUR (20 %)"), "{german}");
    assert!(german.contains("\nMarketing MQL: 30 von 60 (50 %), 1,9 je Arbeitstag nötig: im Plan."), "{german}");
    let english = summary.text("en");
    assert!(english.starts_with("2026-11-09, 11/2026: 5 of 21 working days gone, 16 left.\nRevenue Marketing: 87,000.00 of 168,000.00 EUR (52 %), to go 81,000.00 (5,062.50 each working day), expected "), "{english}");
    assert!(english.contains("\nSales Leads: 0 of 200 (0 %), 12.5 needed each working day: behind."), "{english}");
    assert_eq!(english.lines().count(), german.lines().count());
    // The one that is behind is named.
    let bad = daily_summary(&state("2026-11-25", &actuals()[..4]));
    assert_eq!(bad.attention.iter().map(|row| row.segment.as_deref()).collect::<Vec<_>>(), [Some("dach")]);
    assert!(bad.text("de").contains("Aufmerksamkeit brauchen:\nUmsatz dach: 50.000,00 von 210.000,00 EUR (24 %)"));
}

#[test]
fn the_table_of_the_year() {
    let plan = plan(&goals(), &PlanOptions::new());
    let table = year_table(&plan, &actuals(), date("2026-11-09"), Some("dach"));
    let rows: Vec<_> =
        table.iter().map(|row| (row.month.to_string(), row.closed, row.difference, row.difference_to_date)).collect();
    let euros = Money::from;
    assert_eq!(
        rows,
        [
            ("2026-10".into(), true, euros(-30_000), euros(-30_000)),
            ("2026-11".into(), false, euros(-148_000), euros(-178_000)),
            ("2026-12".into(), false, euros(-100_000), euros(-278_000)),
        ]
    );
}

#[test]
fn targets_move_with_market_and_rates() {
    let index = Figure::always(Decimal::ONE).month(month("2026-12"), decimal("0.5"));
    let options = MovingOptions::new().index(index, "industry survey of October");
    let moving = |options: &MovingOptions| moving_targets(&goals(), &actuals(), date("2026-11-02"), options);
    let found = moving(&options);
    let of = |found: &smarketing::MovingTargets| -> Vec<(Money, Money)> {
        found.months.iter().filter(|month| month.segment == "dach").map(|month| (month.rolled, month.moved)).collect()
    };
    // 30,000 are missing. Rolled, they fall upon November; moved, 340,000 are split 210 to 50.
    let euros = Money::from;
    let cents = |text: &str| text.parse::<Money>().unwrap();
    assert_eq!(of(&found), [(euros(240_000), cents("274615.38")), (euros(100_000), cents("65384.62"))]);
    let market = moving(&options.clone().hold(Hold::Market));
    assert_eq!(of(&market), [(euros(240_000), euros(210_000)), (euros(100_000), euros(50_000))]);
    // Measured anew, half of the MQL become customers: a fifth of the MQL is needed.
    let at = |day: u8| format!("2026-10-{day:02}T09:00:00Z").parse().unwrap();
    let entries: Vec<StageEntry> = (0..40)
        .flat_map(|number| {
            let end = if number % 2 == 0 { "customer" } else { "lost" };
            [StageEntry::new(format!("{number}"), "mql", at(1)), StageEntry::new(format!("{number}"), end, at(2))]
        })
        .collect();
    let stages = MeasureOptions::new(["lead", "mql", "customer"]);
    let measured = measure(&entries, MeasureWindow { from: at(1), until: at(31) }, &stages);
    let anew = moving(&options.hold(Hold::Market).measured(measured));
    let mql =
        |found: &smarketing::MovingTargets| found.plan.segment("dach").unwrap().total.total.at("mql").unwrap().number();
    assert_eq!(mql(&market), mql(&anew) * Decimal::from(5));
    assert_eq!(anew.refreshed.get("dach").unwrap().changes.len(), 2);
    assert!(
        anew.findings
            .iter()
            .all(|finding| finding.code == Code::ThinEvidence && finding.path.to_string().starts_with("goals["))
    );
}

#[test]
fn results_are_data() {
    let plan = plan(&goals(), &PlanOptions::new().confidence(rate("0.9")).chance(rate("0.9")));
    let json: serde_json::Value = serde_json::from_str(&plan.to_json()).unwrap();
    // Money is text, leads are numbers.
    let november = &json["segments"][0]["months"][1];
    assert_eq!(november["figures"]["marketing"]["revenue"], "126000.00");
    assert_eq!(november["figures"]["marketing"]["deals"], 12.6);
    assert_eq!(november["marketing"]["due"]["mql"], "2026-10");
    // 13 deals at 10 % of the MQL; scipy says the same.
    assert_eq!(november["marketing"]["chances"][1]["leads_for_chance"], 175);
    let state = state("2026-11-09", &actuals());
    let json: serde_json::Value = serde_json::from_str(&state.to_json()).unwrap();
    assert_eq!(json["revenue"][2]["status"], "on_track");
    let summary: serde_json::Value = serde_json::from_str(&daily_summary(&state).to_json()).unwrap();
    assert_eq!(summary["days"]["left"], 16);
}
