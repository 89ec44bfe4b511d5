//! Whole runs over made-up readings: each file of the inbox says in a small language of its own what it is.
//!
//! A line `organisation form month rows [nil] [blocked]` is a report; its facts are as many rows. `vN` in the file name
//! is its stated version.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use kooste_ingest::document::Limits;
use kooste_ingest::issue::{Code, Issue};

use super::*;
use crate::data::Folder;
use crate::decisions::Decisions;
use crate::facts::{FactColumn, Facts};
use crate::programme::Programme;
use crate::progress::Silent;
use crate::region::Mode;
use crate::submission::{Context, FileReading, FoundIssue, LedgerRow, ReportReading, Submission};
use crate::testkit::{reference, region};
use crate::warehouse::{Warehouse, WarehouseError};
use crate::wording::CodesOnly;

struct Workspace {
    folder: tempfile::TempDir,
    context: Context,
}

impl Workspace {
    fn new() -> Self {
        let programmes = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pipelines/programmes/lape");
        let programme = Programme::load(&Folder::new(programmes)).unwrap();
        let (decisions, limits) = (Decisions::default(), Limits::default());
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("inbox")).unwrap();
        Workspace {
            folder,
            context: Context::new(
                programme,
                region(),
                Arc::new(reference()),
                decisions,
                limits,
            ),
        }
    }

    /// Puts a file into the inbox as if it had come at noon of a day.
    fn put(&self, path: &str, text: &str, day: &str) {
        let file = self.folder.path().join("inbox").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        let moment = noon(day).and_utc();
        let file = fs::File::options().write(true).open(file).unwrap();
        file.set_modified(moment.into()).unwrap();
    }

    fn try_run(&self, day: &str) -> Result<RunOutcome, ConsolidateError> {
        let options = RunOptions {
            now: noon(day),
            version: String::from("0.1.0"),
            config_hash: String::from("c"),
            threads: Some(2),
        };
        let read = |submission: Submission, bytes: &[u8]| reading(submission, bytes, &self.context);
        consolidate_with(
            self.folder.path(),
            &self.context,
            &read,
            &CodesOnly,
            &options,
            &Silent,
        )
    }

    fn run(&self, day: &str) -> RunOutcome {
        self.try_run(day).unwrap()
    }

    /// The result of a query, a line a row, values separated by a blank.
    fn ask(&self, sql: &str) -> Vec<String> {
        let warehouse = Warehouse::open_read(&self.folder.path().join("warehouse.duckdb")).unwrap();
        let found = warehouse.query(sql, &[]).unwrap();
        found
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }
}

fn noon(day: &str) -> NaiveDateTime {
    day.parse::<NaiveDate>()
        .unwrap()
        .and_hms_opt(12, 0, 0)
        .unwrap()
}

/// Reads the language of these tests.
fn reading(submission: Submission, bytes: &[u8], context: &Context) -> FileReading {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let mut reading = FileReading {
        format: Some("csv"),
        encoding: Some("utf-8"),
        sheets: vec![None],
        personal_data: text.contains("secret"),
        reports: Vec::new(),
        facts: Vec::new(),
        ledger: Vec::new(),
        columns: Vec::new(),
        issues: Vec::new(),
        quarantine: Vec::new(),
        notes: Vec::new(),
        decisions_used: Vec::new(),
        submission,
    };
    for line in text.lines() {
        add_report(&mut reading, line, context);
    }
    if reading.reports.is_empty() {
        reading.format = None;
        reading.issues.push(FoundIssue {
            issue: Issue::new(Code::FormatError).reason("corrupt"),
            report: None,
            accepted: false,
        });
    }
    reading
}

fn add_report(reading: &mut FileReading, line: &str, context: &Context) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [organisation, form, month, rows, flags @ ..] = &words[..] else {
        return;
    };
    let path = &reading.submission.path;
    let organisation = match *organisation {
        "from-path" => path.rsplit('/').next().unwrap().split('.').next().unwrap(),
        named => named,
    };
    let stated = path
        .split_once(" v")
        .and_then(|(_, rest)| rest.get(..1)?.parse().ok());
    let form = context.programme.form(form).unwrap();
    let rows: u32 = rows.parse().unwrap();
    let at = u32::try_from(reading.reports.len()).unwrap();
    let blocked = flags.contains(&"blocked").then_some(Code::PeriodConflict);
    reading.reports.push(ReportReading {
        organisation: Arc::from(organisation),
        form,
        period: format!("{month}-01").parse().unwrap(),
        rows_loaded: rows,
        rows_quarantined: 0,
        nil: flags.contains(&"nil"),
        blocked,
        version: stated.unwrap_or(0),
        values_hash: u64::from(rows) | 1 << 63,
        layout: match flags.iter().find_map(|flag| flag.strip_prefix("layout=")) {
            Some(label) => format!("Taul1!1: Pvm | {label}"),
            None => String::new(),
        },
        mode: if flags.contains(&"cumulative") {
            Mode::Cumulative
        } else {
            Mode::Replace
        },
        covered_by: None,
    });
    if flags.contains(&"covered") {
        reading.reports.push(ReportReading {
            organisation: Arc::from("siuntio"),
            covered_by: Some(at),
            ..reading.reports[at as usize].clone()
        });
    }
    if flags.contains(&"warned") {
        reading.issues.push(FoundIssue {
            issue: Issue::new(Code::RowConstraint).cell(2, 3).found("7"),
            report: Some(at),
            accepted: false,
        });
    }
    reading.ledger.push(LedgerRow {
        table_number: at + 1,
        rows_read: rows + 1,
        rows_loaded: rows,
        rows_heading: 1,
        ..LedgerRow::default()
    });
    add_facts(reading, form, at, rows, context);
}

fn add_facts(reading: &mut FileReading, form: usize, at: u32, rows: u32, context: &Context) {
    let programme_form = &context.programme.forms[form];
    if reading.facts.iter().all(|facts| facts.form != form) {
        reading.facts.push(Facts::new(programme_form, form));
    }
    let facts = reading
        .facts
        .iter_mut()
        .find(|facts| facts.form == form)
        .unwrap();
    for row in 0..rows {
        facts.report.push(at);
        facts.sheet.push(0);
        facts.row_number.push(row + 2);
        for column in &mut facts.columns {
            match column {
                FactColumn::Text(builder) => builder.append_value("II"),
                FactColumn::List(builder) => {
                    builder.values().append_value("children");
                    builder.append(true);
                }
                FactColumn::Count(builder) => builder.append_value(7),
                FactColumn::Date(builder) => builder.append_value(17_805),
                FactColumn::Decimal(builder) => builder.append_value(12_345),
            }
        }
        if programme_form.stores_states {
            facts.missing_reason.push(None);
        }
        facts.extra.append_value("{\"Muu\":\"x\"}");
        if programme_form.link_table.is_some() {
            let fact = u32::try_from(facts.report.len() - 1).unwrap();
            facts.links.push((fact, Arc::from("049")));
        }
    }
}

const REPORTS: &str = "SELECT report_id, state, timeliness, valid_from_run, valid_to_run \
    FROM meta.report WHERE organisation_code = 'espoo' AND form = 'activities' AND period = DATE '2018-10-01' \
    ORDER BY valid_from_run, report_id";

#[test]
fn a_report_becomes_facts_with_links_ledger_and_lineage() {
    let workspace = Workspace::new();
    workspace.put(
        "2018-10/espoo.csv",
        "espoo activities 2018-10 2",
        "2018-11-09",
    );
    let outcome = workspace.run("2018-11-20");
    assert_eq!(outcome.run_id, Some(1));
    assert_eq!((outcome.files_new, outcome.rows_loaded), (1, 2));
    assert_eq!(outcome.reports.get("accepted"), Some(&1));
    assert_eq!(
        workspace.ask(
            "SELECT report_id, organisation_code, period, sheet, row_number, start_date, participants_total, hours, \
             target_group, extra FROM core.activity ORDER BY row_number"
        ),
        [
            "espoo/activities/2018-10/92eefbc5 espoo 2018-10-01  2 2018-10-01 7 123.45 [\"children\"] {\"Muu\":\"x\"}",
            "espoo/activities/2018-10/92eefbc5 espoo 2018-10-01  3 2018-10-01 7 123.45 [\"children\"] {\"Muu\":\"x\"}",
        ]
    );
    assert_eq!(
        workspace.ask(
            "SELECT count(*), count(DISTINCT l.activity_id) FROM core.activity_municipality AS l \
             JOIN core.activity AS a ON a.activity_id = l.activity_id"
        ),
        ["2 2"]
    );
    assert_eq!(
        workspace.ask("SELECT rows_read, rows_loaded, rows_heading FROM meta.ledger"),
        ["3 2 1"]
    );
}

#[test]
fn the_same_bytes_again_change_nothing() {
    let workspace = Workspace::new();
    workspace.put(
        "2018-10/espoo.csv",
        "espoo activities 2018-10 2",
        "2018-11-09",
    );
    workspace.run("2018-11-20");
    let outcome = workspace.run("2018-11-20");
    assert_eq!(outcome.run_id, None);
    assert_eq!((outcome.files, outcome.files_unchanged), (1, 1));
    assert_eq!(workspace.ask("SELECT count(*) FROM meta.run"), ["1"]);
}

#[test]
fn a_later_version_supersedes_as_a_whole_and_the_older_stays_readable_r32() {
    let workspace = Workspace::new();
    workspace.put(
        "2018-10/espoo.csv",
        "espoo activities 2018-10 2 warned",
        "2018-11-09",
    );
    workspace.run("2018-11-09");
    workspace.put(
        "2018-10/espoo korjattu.csv",
        "espoo activities 2018-10 3",
        "2018-11-25",
    );
    workspace.run("2018-11-26");
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["3"]);
    assert_eq!(
        workspace.ask("SELECT count(*) FROM core.as_of_activity(1)"),
        ["2"]
    );
    assert_eq!(
        workspace.ask("SELECT count(*) FROM core.as_of_activity(2)"),
        ["3"]
    );
    assert_eq!(
        workspace.ask("SELECT count(*) FROM history.activity"),
        ["5"]
    );
    assert_eq!(
        workspace.ask(REPORTS),
        [
            "espoo/activities/2018-10/e544ba98 accepted_with_issues timely 1 2",
            "espoo/activities/2018-10/d5b43c70 accepted timely 2 ",
        ]
    );
    assert_eq!(
        workspace
            .ask("SELECT code, found, first_run, resolved_run FROM meta.issue ORDER BY issue_id"),
        [
            "row-constraint 7 1 2",
            "report-superseded inbox/2018-10/espoo korjattu.csv 2 ",
        ]
    );
}

#[test]
fn a_stated_version_stands_over_a_file_that_came_later_r32() {
    let workspace = Workspace::new();
    workspace.put("espoo v2.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.put("espoo.csv", "espoo activities 2018-10 3", "2018-11-12");
    workspace.run("2018-11-20");
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["2"]);
    assert_eq!(
        workspace.ask("SELECT count(*) FROM history.activity"),
        ["5"]
    );
}

#[test]
fn versions_settle_alike_in_one_run_or_in_two() {
    let first = Workspace::new();
    first.put("b.csv", "espoo activities 2018-10 3", "2018-11-12");
    first.run("2018-11-20");
    first.put("a.csv", "espoo activities 2018-10 2", "2018-11-09");
    first.run("2018-11-20");
    assert_eq!(first.ask("SELECT count(*) FROM core.activity"), ["3"]);
    let current = "SELECT report_id, state, timeliness FROM meta.report WHERE valid_to_run IS NULL ORDER BY report_id";
    let second = Workspace::new();
    second.put("b.csv", "espoo activities 2018-10 3", "2018-11-12");
    second.put("a.csv", "espoo activities 2018-10 2", "2018-11-09");
    second.run("2018-11-20");
    assert_eq!(first.ask(current), second.ask(current));
    assert!(first.ask(REPORTS)[1].contains("timely"));
}

#[test]
fn a_rejected_version_leaves_the_one_that_can_be_used() {
    let workspace = Workspace::new();
    workspace.put("a.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    workspace.put("b.csv", "espoo activities 2018-10 3 blocked", "2018-11-12");
    let outcome = workspace.run("2018-11-20");
    assert!(outcome.nothing_usable());
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["2"]);
    assert_eq!(
        workspace.ask("SELECT count(*) FROM history.activity"),
        ["2"]
    );
    assert_eq!(
        workspace.ask("SELECT outcome FROM meta.run ORDER BY run_id"),
        ["done", "none"]
    );
}

#[test]
fn what_is_owed_and_did_not_come_is_missing_once_it_is_due() {
    let workspace = Workspace::new();
    let missing = "SELECT form, count(*), min(period), max(period) FROM meta.report \
        WHERE organisation_code = 'hus' AND state = 'missing' AND valid_to_run IS NULL GROUP BY form ORDER BY form";
    workspace.run("2017-05-20");
    assert_eq!(
        workspace.ask(missing),
        [
            "activities 3 2017-02-01 2017-04-01",
            "indicators 3 2017-02-01 2017-04-01",
            "narrative 1 2017-03-01 2017-03-01",
        ]
    );
    assert_eq!(workspace.run("2017-06-09").run_id, None);
    assert_eq!(workspace.run("2017-06-13").run_id, Some(2));
    assert_eq!(
        workspace.ask(missing)[0],
        "activities 4 2017-02-01 2017-05-01"
    );
}

#[test]
fn a_report_takes_the_place_of_the_missing_one_and_is_late_after_the_due_day() {
    let workspace = Workspace::new();
    workspace.run("2018-11-20");
    workspace.put("espoo.csv", "espoo activities 2018-10 0 nil", "2018-11-21");
    let outcome = workspace.run("2018-11-22");
    assert_eq!(
        workspace.ask(REPORTS),
        [
            "espoo/activities/2018-10 missing missing 1 2",
            "espoo/activities/2018-10/c5c375a2 nil late 2 ",
        ]
    );
    let months: Vec<String> = outcome
        .changed_months
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(months, ["2018-10-01"]);
}

#[test]
fn a_joint_report_counts_for_both_and_its_facts_once_r25() {
    let workspace = Workspace::new();
    workspace.put(
        "inkoo.csv",
        "inkoo activities 2018-10 2 covered",
        "2018-11-09",
    );
    workspace.run("2018-11-09");
    assert_eq!(
        workspace.ask(
            "SELECT organisation_code, state, stored_under FROM meta.report \
             WHERE form = 'activities' AND submission_id IS NOT NULL ORDER BY organisation_code"
        ),
        ["inkoo accepted ", "siuntio accepted inkoo"]
    );
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["2"]);
}

#[test]
fn a_file_that_cannot_be_read_is_a_rejected_submission_and_the_run_goes_on_r38() {
    let workspace = Workspace::new();
    workspace.put("broken.xlsx", "?", "2018-11-09");
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    let outcome = workspace.run("2018-11-20");
    assert_eq!((outcome.files_new, outcome.files_rejected), (2, 1));
    assert_eq!(outcome.rejected[0].1[0], "broken.xlsx: format-error");
    assert_eq!(
        workspace.ask("SELECT file_name, state FROM meta.submission ORDER BY path"),
        ["broken.xlsx rejected", "espoo.csv accepted"]
    );
    assert_eq!(workspace.ask("SELECT outcome FROM meta.run"), ["partial"]);
}

#[test]
fn copies_that_say_nothing_load_for_neither_r31() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "from-path activities 2018-10 2", "2018-11-09");
    workspace.put("vantaa.csv", "from-path activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    assert_eq!(
        workspace.ask("SELECT count(*) FROM history.activity"),
        ["0"]
    );
    assert_eq!(
        workspace.ask("SELECT report_id, code FROM meta.issue ORDER BY report_id"),
        [
            "espoo/activities/2018-10/1b1bb72b report-identical",
            "vantaa/activities/2018-10/1b1bb72b report-identical",
        ]
    );
}

#[test]
fn a_copy_that_comes_later_loads_nowhere_r31() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "from-path activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    workspace.put("vantaa.csv", "from-path activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    assert_eq!(
        workspace.ask("SELECT DISTINCT organisation_code FROM core.activity"),
        ["espoo"]
    );
    assert_eq!(
        workspace.ask(
            "SELECT organisation_code, state, blocked_by FROM meta.report \
             WHERE submission_id IS NOT NULL ORDER BY organisation_code"
        ),
        ["espoo accepted ", "vantaa rejected report-identical"]
    );
}

#[test]
fn a_further_path_of_a_known_content_is_noted_and_no_more() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    workspace.put(
        "copy of espoo.csv",
        "espoo activities 2018-10 2",
        "2018-11-09",
    );
    workspace.run("2018-11-20");
    assert_eq!(
        workspace.ask("SELECT count(*) FROM history.activity"),
        ["2"]
    );
    assert_eq!(
        workspace.ask("SELECT path, first_run FROM meta.submission_path ORDER BY path"),
        ["inbox/copy of espoo.csv 2", "inbox/espoo.csv 1"]
    );
    assert_eq!(workspace.run("2018-11-20").run_id, None);
}

#[test]
fn a_month_that_repeats_the_one_before_is_warned_of_whichever_comes_first_r34() {
    let issues = "SELECT report_id, code, found FROM meta.issue ORDER BY issue_id";
    let states = "SELECT period, state FROM meta.report \
        WHERE submission_id IS NOT NULL AND valid_to_run IS NULL ORDER BY period";
    let workspace = Workspace::new();
    workspace.put("november.csv", "espoo activities 2018-11 2", "2018-12-05");
    workspace.run("2018-12-05");
    assert_eq!(workspace.ask(states), ["2018-11-01 accepted"]);
    workspace.put("october.csv", "espoo activities 2018-10 2", "2018-12-06");
    workspace.run("2018-12-06");
    assert_eq!(
        workspace.ask(states),
        ["2018-10-01 accepted", "2018-11-01 accepted_with_issues"]
    );
    assert_eq!(
        workspace.ask(issues),
        ["espoo/activities/2018-11/a29726b8 report-identical-to-previous 2018-10"]
    );
}

#[test]
fn year_to_date_figures_are_not_taken_for_those_of_a_month_r33() {
    let workspace = Workspace::new();
    workspace.put(
        "a.csv",
        "espoo activities 2018-01 2 cumulative",
        "2018-02-05",
    );
    workspace.put(
        "b.csv",
        "espoo activities 2018-02 3 cumulative",
        "2018-03-05",
    );
    workspace.run("2018-03-05");
    assert_eq!(
        workspace.ask("SELECT period, count(*) FROM core.activity GROUP BY period"),
        ["2018-01-01 2"]
    );
    assert_eq!(
        workspace.ask("SELECT code FROM meta.issue"),
        ["cumulative-base-missing"]
    );
}

#[test]
fn a_run_that_dies_halfway_leaves_the_last_good_warehouse() {
    let workspace = Workspace::new();
    workspace.put("a.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    workspace.put("b.csv", "vantaa activities 2018-10 2", "2018-11-09");
    let path = workspace.folder.path().join("warehouse.duckdb");
    let warehouse = Warehouse::open(&path, Some(1)).unwrap();
    warehouse
        .execute("BEGIN; DELETE FROM store.activity; DELETE FROM meta.run")
        .unwrap();
    drop(warehouse);
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["2"]);
    assert_eq!(workspace.run("2018-11-20").run_id, Some(2));
}

#[test]
fn originals_are_archived_unless_they_hold_personal_data_r30() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.put(
        "vantaa.csv",
        "vantaa activities 2018-10 2 secret",
        "2018-11-09",
    );
    workspace.run("2018-11-20");
    assert_eq!(
        workspace.ask("SELECT file_name, archived FROM meta.submission ORDER BY path"),
        ["espoo.csv true", "vantaa.csv false"]
    );
    let folders = fs::read_dir(workspace.folder.path().join("archive")).unwrap();
    assert_eq!(folders.count(), 1);
}

#[test]
fn a_run_that_fails_leaves_the_last_good_warehouse() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    workspace.put("vantaa.csv", "vantaa activities 2018-10 2", "2018-11-09");
    let options = RunOptions {
        now: noon("2018-11-20"),
        version: String::from("0.1.0"),
        config_hash: String::from("c"),
        threads: Some(1),
    };
    // A ledger that does not balance breaks an audit after everything was appended.
    let read = |submission: Submission, bytes: &[u8]| {
        let mut reading = reading(submission, bytes, &workspace.context);
        reading.ledger[0].rows_read += 1;
        reading
    };
    let error = consolidate_with(
        workspace.folder.path(),
        &workspace.context,
        &read,
        &CodesOnly,
        &options,
        &Silent,
    )
    .unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("audit `ledger_balance` failed"),
        "{error}"
    );
    assert_eq!(
        workspace.ask("SELECT count(*) FROM history.activity"),
        ["2"]
    );
    assert_eq!(workspace.run("2018-11-20").run_id, Some(2));
}

#[test]
fn results_do_not_depend_on_the_number_of_threads_r39() {
    let mut found = Vec::new();
    for threads in [1, 3] {
        let workspace = Workspace::new();
        for organisation in ["espoo", "vantaa", "hus"] {
            for month in 1..=9 {
                let path = format!("2018-0{month}/{organisation}.csv");
                let text = format!("{organisation} activities 2018-0{month} {month} warned");
                workspace.put(&path, &text, "2018-11-09");
            }
        }
        let options = RunOptions {
            now: noon("2018-11-20"),
            version: String::from("0.1.0"),
            config_hash: String::from("c"),
            threads: Some(threads),
        };
        let read =
            |submission: Submission, bytes: &[u8]| reading(submission, bytes, &workspace.context);
        consolidate_with(
            workspace.folder.path(),
            &workspace.context,
            &read,
            &CodesOnly,
            &options,
            &Silent,
        )
        .unwrap();
        found.push((
            workspace.ask("SELECT * FROM store.activity"),
            workspace.ask("SELECT * FROM meta.report"),
            workspace.ask("SELECT * FROM meta.issue"),
        ));
    }
    assert_eq!(found[0], found[1]);
}

#[test]
fn every_table_view_and_column_has_a_comment() {
    let workspace = Workspace::new();
    workspace.run("2018-11-20");
    let without: [&str; 3] = [
        "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE coalesce(comment, '') = ''",
        "SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = ''",
        "SELECT schema_name || '.' || table_name || '.' || column_name FROM duckdb_columns() \
         WHERE NOT internal AND coalesce(comment, '') = ''",
    ];
    for sql in without {
        assert_eq!(workspace.ask(sql), Vec::<String>::new());
    }
}

#[test]
fn the_file_is_readable_for_older_clients() {
    let workspace = Workspace::new();
    workspace.run("2018-11-20");
    let version = workspace.ask(
        "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'warehouse'",
    );
    assert_eq!(version, ["v1.4.0+"]);
}

#[test]
fn a_reader_reaches_no_other_file_and_changes_no_setting() {
    let workspace = Workspace::new();
    workspace.run("2018-11-20");
    let warehouse =
        Warehouse::open_read(&workspace.folder.path().join("warehouse.duckdb")).unwrap();
    for sql in [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY meta.run TO '/tmp/kooste-run.csv'",
        "ATTACH '/tmp/kooste-other.duckdb'",
        "SET enable_external_access = true",
        "DELETE FROM meta.run",
        "INSTALL httpfs",
    ] {
        assert!(warehouse.query(sql, &[]).is_err(), "{sql}");
    }
}

#[test]
fn a_file_that_is_no_warehouse_is_named_as_damaged() {
    let workspace = Workspace::new();
    fs::write(
        workspace.folder.path().join("warehouse.duckdb"),
        b"not a database at all",
    )
    .unwrap();
    let error = workspace.try_run("2018-11-20").unwrap_err();
    let is_damaged = matches!(
        error,
        ConsolidateError::Warehouse(WarehouseError::Damaged { .. })
    );
    assert!(is_damaged, "{error:?}");
}

#[test]
fn a_report_laid_out_otherwise_than_the_one_before_is_noticed_r38() {
    let workspace = Workspace::new();
    workspace.put(
        "a.txt",
        "espoo activities 2018-08 3 layout=Hlö",
        "2018-09-05",
    );
    workspace.run("2018-09-06");
    workspace.put(
        "b.txt",
        "espoo activities 2018-09 4 layout=Hlö",
        "2018-10-05",
    );
    workspace.put(
        "c.txt",
        "espoo activities 2018-10 5 layout=Kävijät",
        "2018-11-05",
    );
    workspace.run("2018-11-06");
    let found = workspace.ask(
        "SELECT report.period, issue.reason, found, issue.expected, suggestion FROM meta.issue AS issue \
         JOIN meta.report AS report USING (report_id) WHERE code = 'layout-changed' ORDER BY 1, 2",
    );
    assert_eq!(found, ["2018-10-01 labels Kävijät Hlö 2018-09"]);
}

#[test]
fn a_decision_in_force_that_never_matched_is_said_once() {
    let mut workspace = Workspace::new();
    let decision = |found: &str, until: &str| {
        format!(
            "[[decision]]\nkind = \"value\"\nfield = \"development_area\"\nfound = \"{found}\"\nmeans = \"II\"\n\
             until = \"{until}\"\nby = \"agent\"\non = 2018-11-05\nwhy = \"short\"\n"
        )
    };
    let text = decision("Perhek.", "2018-12") + &decision("Vanha", "2017-12");
    workspace.context.decisions = toml::from_str(&text).unwrap();
    workspace.put("a.txt", "espoo activities 2018-09 3", "2018-10-05");
    workspace.run("2018-10-06");
    workspace.put("b.txt", "espoo activities 2018-10 4", "2018-11-05");
    workspace.run("2018-11-06");
    let found = workspace.ask(
        "SELECT found, expected, path, first_run FROM meta.issue WHERE code = 'decision-unused' ORDER BY 1",
    );
    assert_eq!(found, ["Perhek. II decisions.toml 1"]);
}
