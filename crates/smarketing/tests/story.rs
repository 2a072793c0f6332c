//! The main job as a user runs it: on the shipped sample, on files that are broken, and, where the
//! shared data lie beside the repository, on a real file of 9,240 leads.

#[path = "../examples/score_leads/job/mod.rs"]
mod job;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use smarketing::Agreement;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// What a run printed, and the rows it scored.
struct Run {
    summary: String,
    told: String,
    scored: Vec<BTreeMap<String, String>>,
}

/// A file of a test's own in the build folder.
fn scratch(name: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("story");
    std::fs::create_dir_all(&folder).expect("the build folder can be written");
    folder.join(name).display().to_string()
}

fn run(name: &str, arguments: &[&str]) -> Result<Run, job::Failure> {
    let out = scratch(&format!("{name}.scored.csv"));
    let arguments = [arguments, &["--out", &out]].concat();
    let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
    let (mut summary, mut told) = (Vec::new(), Vec::new());
    job::run(&arguments, false, &mut summary, &mut told)?;
    let text = |bytes| String::from_utf8(bytes).expect("the summary is UTF-8");
    Ok(Run { summary: text(summary), told: text(told), scored: rows(&out) })
}

fn rows(path: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).expect("the file is there");
    let header = reader.headers().expect("the file has a header").clone();
    let row =
        |record: csv::StringRecord| header.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect();
    reader.records().map(|record| row(record.expect("the row is whole"))).collect()
}

fn sample(file: &str) -> String {
    format!("{HERE}/examples/{file}")
}

/// Counts rows by a column.
fn count(rows: &[BTreeMap<String, String>], column: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row[column].clone()).or_insert(0) += 1;
    }
    counts
}

/// The numbers of the summary's lines that begin with a label, thousands joined.
fn number_of(summary: &str, heading: &str, label: &str) -> usize {
    let section = summary.split(heading).nth(1).unwrap_or_else(|| panic!("no `{heading}` in\n{summary}"));
    let line = section.lines().find(|line| line.trim_start().starts_with(label));
    let rest = line
        .unwrap_or_else(|| panic!("no `{label}` in `{heading}`"))
        .trim_start()
        .trim_start_matches(label)
        .trim_start();
    // A bound such as `≥ 40` belongs to the label.
    let rest = rest.strip_prefix("≥ ").map_or(rest, |bound| bound.trim_start_matches(|letter: char| letter != ' '));
    rest.split_whitespace().find_map(|word| word.replace(',', "").parse().ok()).expect("a number after the label")
}

#[test]
fn the_sample_is_scored_and_its_summary_agrees_with_its_rows() {
    let run = run("sample", &[]).expect("the sample is sound");
    let leads = rows(&sample("data/leads.csv"));
    assert_eq!(run.scored.len(), leads.len(), "each lead is scored once");
    let ids = |rows: &[BTreeMap<String, String>]| rows.iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&run.scored), ids(&leads), "in the order of the input");
    assert!(run.summary.contains(&format!("{},{:03} leads from leads.csv", leads.len() / 1000, leads.len() % 1000)));
    let stages = count(&run.scored, "stage");
    for (word, label) in
        [("lead", "lead"), ("mql", "MQL"), ("sal", "SAL"), ("sql", "SQL"), ("disqualified", "disqualified")]
    {
        let told = number_of(&run.summary, "Stages that", label);
        assert_eq!(told, stages.get(word).copied().unwrap_or(0), "{label}");
    }
    let qualified: usize = ["mql", "sal", "sql"].iter().filter_map(|stage| stages.get(*stage)).sum();
    assert!((leads.len() / 20..=leads.len() * 3 / 20).contains(&qualified), "5 to 15 % qualify, not {qualified}");
    let grades = count(&run.scored, "grade");
    for letter in ["A", "B", "C", "D"] {
        for digit in ["1", "2", "3", "4"] {
            assert!(grades.contains_key(&format!("{letter}{digit}")), "somebody has the grade {letter}{digit}");
        }
    }
    for (band, count) in count(&run.scored, "band") {
        assert_eq!(number_of(&run.summary, "Bands", &band), count, "{band}");
    }
    assert!(!run.summary.contains("did not fit"), "the shipped agreement reads the shipped data\n{}", run.summary);
    assert_eq!(run.told, "", "nothing to tell on standard error");
}

#[test]
fn scores_lie_within_their_bounds_and_are_counted_independently() {
    let run = run("bounds", &[]).expect("the sample is sound");
    let number = |row: &BTreeMap<String, String>, column: &str| row[column].parse::<f64>().expect("a number");
    for row in &run.scored {
        let score = number(row, "score");
        assert!(number(row, "score_least") <= score && score <= number(row, "score_most"), "{row:?}");
    }
    // Who has no tier is excluded by a disposable address or a firm of fewer than five, or matches too little.
    let leads = rows(&sample("data/leads.csv"));
    let small =
        leads.iter().filter(|lead| lead["employees"].trim().parse::<u32>().is_ok_and(|count| count < 5)).count();
    assert!(run.summary.contains(&format!("{small} fewer than 5 employees")), "{}", run.summary);
}

#[test]
fn the_order_of_rows_changes_nothing_but_the_order_of_rows() {
    let text = std::fs::read_to_string(sample("data/leads.csv")).expect("the sample is there");
    let (header, body) = text.split_once('\n').expect("a header");
    let mut lines: Vec<&str> = body.lines().collect();
    lines.reverse();
    let leads = scratch("reversed.csv");
    std::fs::write(&leads, format!("{header}\n{}\n", lines.join("\n"))).expect("the build folder can be written");
    let interactions = sample("data/interactions.csv");
    let arguments = ["--interactions", &interactions, "--as-of", "2026-11-01T00:00:00+01:00", "--leads"];
    let forward = run("order", &[&arguments[..], &[&sample("data/leads.csv")]].concat()).expect("sound");
    let backward = run("order-back", &[&arguments[..], &[&leads]].concat()).expect("sound");
    let body = |run: &Run| {
        let lines = run.summary.lines().skip(2).filter(|line| !line.starts_with("Scored leads"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(body(&forward), body(&backward));
    let rows = |run: &Run| {
        let rows = run.scored.iter().cloned().map(|mut row| {
            row.remove("line");
            row
        });
        rows.map(|row| (row["id"].clone(), row)).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(rows(&forward), rows(&backward));
}

#[test]
fn a_broken_row_names_its_line_and_sinks_no_other() {
    let file = scratch("broken.csv");
    let rows = [
        "\u{feff}id;industry;employees;company\r\n",
        "L-1;software;200;\"two\r\nlines\"\r\n",
        "\r\n",
        "L-2;software;200\r\n",
        "L-3;\"software;200;Unclosed\r\n",
        "L-4;Softwear;1.234,50;Firm\r\n",
        "\"L-5;software;200;Firm\"\r\n",
        "L-6;software;200;Firm;;\r\n",
        "L-7;finance;60;Last",
    ];
    std::fs::write(&file, rows.concat()).expect("the build folder can be written");
    let run = run("broken", &["--leads", &file]).expect("the rest is scored");
    let ids: Vec<&str> = run.scored.iter().map(|row| row["id"].as_str()).collect();
    let lines: Vec<&str> = run.scored.iter().map(|row| row["line"].as_str()).collect();
    assert_eq!((ids, lines), (vec!["L-1", "L-4", "L-6", "L-7"], vec!["2", "7", "9", "10"]), "{}", run.told);
    let told: Vec<&str> = run.told.lines().map(|line| line.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(told, ["broken.csv:5", "broken.csv:6", "broken.csv:8"], "{}", run.told);
    assert!(run.told.contains("a quotation mark is opened and not closed"), "{}", run.told);
    assert!(run.summary.contains("did you mean `software`?"), "{}", run.summary);
    assert!(run.summary.contains("not the text `1.234,50`"), "{}", run.summary);
    assert!(run.summary.contains("the separator is `;`"), "{}", run.summary);
}

#[test]
fn a_column_with_a_slip_is_meant() {
    let file = scratch("slip.csv");
    std::fs::write(&file, "id,industri,colour\n1,software,red\n").expect("the build folder can be written");
    let run = run("slip", &["--leads", &file]).expect("the file is sound");
    let summary = run.summary.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(summary.contains("columns that nothing takes: `industri`, `colour`"), "{summary}");
    let advice = "`industri`: did you mean `industry`? then say `--column industry=\"industri\"`";
    assert!(summary.contains(advice), "{summary}");
    assert!(!summary.contains("`colour`: did"), "{summary}");
    // What keeps the lead back is said by the stage: sales decides no MQL.
    assert!(!summary.contains("decision by sales"), "{summary}");
}

#[test]
fn what_keeps_a_lead_back_is_said_by_its_stage() {
    let agreement = scratch("tracks.toml");
    let text = r#"
smarketing = 1
agreement = { name = "Tracks", version = "1", language = "en" }
fields.industry = "text"
interactions.demo = {}
lifecycle.fast_track = [{ on = "demo", to = "mql" }]
handover.clocks = [{ id = "accept", from = "handover", until = ["accepted", "rejected"], within = "4h" }]
"#;
    std::fs::write(&agreement, text).expect("the build folder can be written");
    let file = scratch("tracks.csv");
    std::fs::write(&file, "id,industry\n1,software\n").expect("the build folder can be written");
    let run = run("tracks", &["--agreement", &agreement, "--leads", &file]).expect("the file is sound");
    assert!(run.summary.contains("only a fast track leads there"), "{}", run.summary);
}

#[test]
fn what_is_no_input_is_refused_with_a_reason() {
    let refused = |name: &str, bytes: &[u8]| {
        let file = scratch(name);
        std::fs::write(&file, bytes).expect("the build folder can be written");
        let failure = run("refused", &["--leads", &file]).err().expect("nothing can be scored");
        assert_eq!(failure.code, 2);
        failure.message
    };
    assert!(refused("empty.csv", b"").contains("is empty"));
    assert!(refused("other.csv", b"foo,bar\n1,2\n").contains("the file has `foo`, `bar`"));
    assert!(refused("wide.csv", b"\xff\xfei\0d\0").contains("UTF-16"));
    let latin = scratch("latin.csv");
    std::fs::write(&latin, b"id,company\n1,M\xfcller\n").expect("the build folder can be written");
    let run = run("latin", &["--leads", &latin]).expect("older office programs write it");
    assert!(run.summary.contains("`Müller` (line 2)"), "{}", run.summary);
}

#[test]
fn a_broken_agreement_is_refused_with_all_its_findings() {
    let text = std::fs::read_to_string(sample("agreements/b2b-software.toml")).expect("the agreement is there");
    let text =
        text.replacen("points = 15", "points = \"many\"", 1).replacen("on = \"whitepaper\"", "on = \"whitpaper\"", 1);
    let file = scratch("broken.toml");
    std::fs::write(&file, &text).expect("the build folder can be written");
    let failure = run("agreement", &["--agreement", &file]).err().expect("it is broken");
    assert_eq!(failure.code, 2);
    // The rule that cannot be read does not move the place of what follows it.
    for slip in ["points = \"many\"", "on = \"whitpaper\""] {
        let line = text.lines().position(|line| line == slip).expect("the slip is there") + 1;
        assert!(failure.message.contains(&format!("broken.toml:{line}:")), "{slip} in\n{}", failure.message);
        assert!(failure.message.contains(&format!("{line} | {slip}\n")), "{}", failure.message);
    }
    assert!(failure.message.contains("did you mean `whitepaper`?"));
    assert!(failure.message.ends_with("2 errors: nothing was scored"), "{}", failure.message);
}

#[test]
fn the_examples_of_the_agreements_hold() {
    for name in ["b2b-software", "x-education"] {
        let text = std::fs::read_to_string(sample(&format!("agreements/{name}.toml"))).expect("the agreement is there");
        let agreement = Agreement::from_toml(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        for example in &agreement.document().examples {
            let found = agreement.assess(&example.lead, &example.interactions, example.as_of);
            let expect = &example.expect;
            let same = |what: &str, wanted: Option<String>, found: Option<String>| {
                assert!(
                    wanted.is_none() || wanted == found,
                    "{name}: {}: {what} {wanted:?}, found {found:?}",
                    example.name
                );
            };
            same("score", expect.score.map(|points| points.to_string()), Some(found.score.to_string()));
            same("fit", expect.fit.map(|points| points.to_string()), Some(found.fit.to_string()));
            same("engagement", expect.engagement.map(|points| points.to_string()), Some(found.engagement.to_string()));
            same("grade", expect.grade.clone(), found.grade.as_deref().map(str::to_owned));
            same("band", expect.band.clone(), found.band.as_deref().map(str::to_owned));
            same("stage", expect.stage.map(|stage| stage.to_string()), Some(found.stage.to_string()));
            same("persona", expect.persona.clone(), found.persona.as_deref().map(str::to_owned));
            let tier = found.icp.as_ref().and_then(|icp| icp.tier.as_deref().map(str::to_owned));
            same("tier", expect.icp_tier.clone(), tier);
            assert!(found.findings.is_empty(), "{name}: {}: {:?}", example.name, found.findings);
        }
    }
}

/// A file of the shared data beside the repository. The tests that need them are ignored, so that nobody takes
/// them for passed; `cargo xtask test --only shared-data` runs them where the data are, and says so where not.
fn shared(file: &str) -> String {
    let said = std::env::var_os("SMARKETING_SHARED").map(PathBuf::from);
    let beside = Path::new(HERE).ancestors().map(|folder| folder.join("shared"));
    let found = said
        .into_iter()
        .chain(beside)
        .map(|folder| folder.join("data/xeducation").join(file))
        .find(|path| path.is_file());
    let found = found.unwrap_or_else(|| {
        panic!("shared/data/xeducation/{file} lies neither beside the repository nor in SMARKETING_SHARED")
    });
    found.display().to_string()
}

#[test]
#[ignore = "needs shared/data/xeducation/Leads.csv beside the repository or in SMARKETING_SHARED"]
fn x_education_is_scored_whole_and_the_score_tells_who_converts() {
    let leads = shared("Leads.csv");
    let agreement = sample("agreements/x-education.toml");
    let run = run("x-education", &["--agreement", &agreement, "--leads", &leads]).expect("the file is sound");
    assert_eq!(run.scored.len(), 9240);
    assert!(run.summary.contains("9,240 leads from Leads.csv"), "{}", run.summary);
    assert_eq!(run.told, "", "no row is refused");
    let converted: BTreeMap<String, bool> =
        rows(&leads).into_iter().map(|row| (row["Lead Number"].clone(), row["Converted"] == "1")).collect();
    assert_eq!(converted.values().filter(|converted| **converted).count(), 3561);
    let rate = |band: &str| {
        let of_band: Vec<bool> =
            run.scored.iter().filter(|row| row["band"] == band).map(|row| converted[&row["id"]]).collect();
        of_band.iter().filter(|converted| **converted).count() * 100 / of_band.len().max(1)
    };
    let rates = ["cold", "cool", "warm", "hot"].map(rate);
    println!("converted by band, in percent: {rates:?}");
    assert!(rates.is_sorted() && rates[0] < 15 && rates[3] > 80, "{rates:?}");
}

#[test]
#[ignore = "needs shared/data/xeducation beside the repository or in SMARKETING_SHARED"]
fn exactly_the_338_malformed_rows_are_reported_with_their_lines() {
    let leads = shared("malformed_338_rows_double_quoted_ttng51.csv");
    let agreement = sample("agreements/x-education.toml");
    let run = run("malformed", &["--agreement", &agreement, "--leads", &leads]).expect("the rest is sound");
    assert_eq!(run.scored.len(), 9240 - 338);
    // By another way: the rows that begin with a quotation mark, in a file without line breaks in fields.
    let text = std::fs::read_to_string(&leads).expect("the file is there");
    let broken = text.lines().zip(1..).filter(|(line, _)| line.starts_with('"')).map(|(_, number)| number);
    let told = run.told.lines().map(|line| line.split(':').nth(1).expect("a line").parse().expect("a number"));
    assert_eq!(told.collect::<Vec<usize>>(), broken.collect::<Vec<usize>>());
    assert_eq!(run.told.lines().count(), 338);
    assert!(run.summary.contains("338 rows refused"), "{}", run.summary);
}
