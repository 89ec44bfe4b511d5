//! After a rule changed, what is affected is read again from the archive, and only that.

use super::*;

fn later() -> RunOptions {
    RunOptions {
        version: String::from("0.2.0"),
        ..options("2018-11-21")
    }
}

fn workspace() -> Workspace {
    let workspace = Workspace::new();
    workspace.put(
        "espoo.csv",
        "espoo activities 2018-10 2 warned",
        "2018-11-09",
    );
    workspace.put(
        "vantaa.csv",
        "vantaa activities 2018-10 3 blocked warned",
        "2018-11-09",
    );
    workspace.run("2018-11-20");
    // It is the archive that is read.
    fs::remove_file(workspace.folder.path().join("inbox/vantaa.csv")).unwrap();
    workspace
}

const REPORTS: &str = "SELECT split_part(report_id, '/', 1), state, rows_loaded, valid_from_run, valid_to_run \
    FROM meta.report WHERE submission_id IS NOT NULL ORDER BY 1, valid_from_run";

#[test]
fn what_reads_as_before_stays_as_it_is() {
    let workspace = workspace();
    let before = workspace.ask(REPORTS);
    let read =
        |submission: Submission, bytes: &[u8]| reading(submission, bytes, &workspace.context);
    let outcome = workspace.run_with(&read, &later()).unwrap();
    assert_eq!((outcome.files_again, outcome.files_new), (0, 0));
    assert_eq!(workspace.ask(REPORTS), before);
    assert_eq!(
        workspace.ask("SELECT count(*) FROM meta.issue WHERE first_run = 2 OR resolved_run = 2"),
        ["0"]
    );
    assert_eq!(workspace.run_with(&read, &later()).unwrap().run_id, None);
}

#[test]
fn what_a_new_rule_puts_right_is_loaded_and_its_issue_cleared() {
    let workspace = workspace();
    // By the new rule nothing is blocked, and nothing warned of in Vantaa.
    let read = |submission: Submission, bytes: &[u8]| {
        let text = std::str::from_utf8(bytes)
            .unwrap()
            .replace(" blocked warned", "");
        reading(submission, text.as_bytes(), &workspace.context)
    };
    let outcome = workspace.run_with(&read, &later()).unwrap();
    assert_eq!((outcome.files_again, outcome.files_new), (1, 0));
    assert_eq!(outcome.issues_cleared, 1);
    assert_eq!(
        workspace.ask(REPORTS),
        [
            "espoo accepted_with_issues 2 1 ",
            "vantaa rejected 3 1 2",
            "vantaa accepted 3 2 ",
        ]
    );
    assert_eq!(
        workspace
            .ask("SELECT organisation_code, count(*) FROM core.activity GROUP BY 1 ORDER BY 1"),
        ["espoo 2", "vantaa 3"]
    );
    assert_eq!(
        workspace.ask("SELECT path, first_run, resolved_run FROM meta.issue ORDER BY path"),
        ["inbox/espoo.csv 1 ", "inbox/vantaa.csv 1 2"]
    );
    assert_eq!(
        workspace.ask("SELECT path, run_id, state FROM meta.submission ORDER BY path"),
        [
            "inbox/espoo.csv 1 accepted_with_issues",
            "inbox/vantaa.csv 2 accepted"
        ]
    );
    assert_eq!(
        workspace.ask("SELECT count(*) FROM meta.submission_path"),
        ["2"]
    );
}

#[test]
fn another_reading_of_the_same_file_is_a_version_of_its_own_and_a_change_of_rule() {
    let workspace = workspace();
    let read = |submission: Submission, bytes: &[u8]| {
        let text = std::str::from_utf8(bytes)
            .unwrap()
            .replace("2018-10 2", "2018-10 5");
        reading(submission, text.as_bytes(), &workspace.context)
    };
    workspace.run_with(&read, &later()).unwrap();
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["5"]);
    assert_eq!(
        workspace.ask("SELECT count(*) FROM core.as_of_activity(1)"),
        ["2"]
    );
    let ids = workspace.ask("SELECT DISTINCT report_id FROM history.activity ORDER BY report_id");
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[1], format!("{}.2", ids[0]));
    assert_eq!(
        workspace.ask(
            "SELECT before, after, cause FROM meta.figure_change WHERE mart = 'key_figure' AND key = '2018-10-01,activities'"
        ),
        ["2.0000 5.0000 rule_change"]
    );
    assert_eq!(
        workspace.ask("SELECT count(*) FROM meta.issue WHERE code = 'report-superseded'"),
        ["0"]
    );
    // The warning that stands again keeps its first run.
    assert_eq!(
        workspace
            .ask("SELECT first_run, resolved_run FROM meta.issue WHERE path = 'inbox/espoo.csv'"),
        ["1 "]
    );
}

#[test]
fn what_had_given_way_stands_again_when_the_version_after_it_can_no_longer_be_used_r32() {
    let workspace = Workspace::new();
    workspace.put("a.csv", "espoo activities 2018-10 2 warned", "2018-11-05");
    workspace.run("2018-11-06");
    workspace.put("b.csv", "espoo activities 2018-10 3", "2018-11-07");
    workspace.run("2018-11-08");
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["3"]);
    // By the new rule the second file cannot be used.
    let stricter = |submission: Submission, bytes: &[u8]| {
        let text = std::str::from_utf8(bytes)
            .unwrap()
            .replace("10 3", "10 3 blocked");
        reading(submission, text.as_bytes(), &workspace.context)
    };
    let outcome = workspace.run_with(&stricter, &later()).unwrap();
    assert_eq!(outcome.files_again, 1);
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["2"]);
    let known: Vec<String> = (1..=3)
        .flat_map(|run| workspace.ask(&format!("SELECT count(*) FROM core.as_of_activity({run})")))
        .collect();
    assert_eq!(known, ["2", "3", "2"]);
    assert_eq!(
        workspace.ask(
            "SELECT path, state, valid_from_run, valid_to_run FROM meta.report \
             WHERE organisation_code = 'espoo' AND submission_id IS NOT NULL ORDER BY valid_from_run, path"
        ),
        [
            "inbox/a.csv accepted_with_issues 1 2",
            "inbox/b.csv accepted 2 3",
            "inbox/a.csv accepted_with_issues 3 ",
            "inbox/b.csv rejected 3 3"
        ]
    );
    // What had been noticed in it stands again as it was noticed first.
    assert_eq!(
        workspace.ask("SELECT path, first_run FROM meta.issue WHERE code = 'row-constraint' AND resolved_run IS NULL"),
        ["inbox/a.csv 1"]
    );
    assert_eq!(
        workspace.ask("SELECT before, after, cause FROM meta.figure_change WHERE run_id = 3 AND key = '2018-10-01,activities'"),
        ["3.0000 2.0000 rule_change"]
    );
    // Nothing changes while the rule does not; when it does again, the second stands as before.
    assert_eq!(
        workspace.run_with(&stricter, &later()).unwrap().run_id,
        None
    );
    let loose =
        |submission: Submission, bytes: &[u8]| reading(submission, bytes, &workspace.context);
    let options = RunOptions {
        version: String::from("0.3.0"),
        ..options("2018-11-22")
    };
    workspace.run_with(&loose, &options).unwrap();
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["3"]);
}

#[test]
fn a_version_that_had_given_way_is_read_by_the_rules_of_today_too() {
    let workspace = Workspace::new();
    workspace.put("a.csv", "espoo activities 2018-10 2", "2018-11-05");
    workspace.put("b.csv", "espoo activities 2018-10 3", "2018-11-07");
    workspace.run("2018-11-08");
    let other = |submission: Submission, bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).unwrap();
        let text = text.replace("10 3", "10 3 blocked").replace("10 2", "10 4");
        reading(submission, text.as_bytes(), &workspace.context)
    };
    workspace.run_with(&other, &later()).unwrap();
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["4"]);
}
