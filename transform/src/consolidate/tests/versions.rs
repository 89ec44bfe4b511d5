//! Which version of a report stands, and what is said about the others.

use super::*;

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
fn a_joint_report_sent_apart_is_no_silent_loss_r25() {
    let workspace = Workspace::new();
    workspace.put(
        "2018-10/Inkoo.csv",
        "inkoo costs 2018-10 2 covered",
        "2018-11-08",
    );
    workspace.put(
        "2018-10/Siuntio.csv",
        "inkoo costs 2018-10 3 covered",
        "2018-11-09",
    );
    workspace.run("2018-11-20");
    assert_eq!(
        workspace.ask(
            "SELECT code, severity, path FROM meta.issue WHERE code = 'organisation-conflict'"
        ),
        ["organisation-conflict error inbox/2018-10/Siuntio.csv"]
    );
    let workspace = Workspace::new();
    workspace.put(
        "2018-10/Inkoo.csv",
        "inkoo costs 2018-10 2 covered",
        "2018-11-08",
    );
    workspace.put(
        "2018-10/Inkoo ja Siuntio.csv",
        "inkoo costs 2018-10 3 covered",
        "2018-11-09",
    );
    workspace.run("2018-11-20");
    assert_eq!(
        workspace.ask("SELECT code FROM meta.issue WHERE code = 'organisation-conflict'"),
        [] as [&str; 0]
    );
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

const STANDING: &str = "SELECT path FROM meta.issue WHERE code = 'row-constraint' AND resolved_run IS NULL ORDER BY path";

#[test]
fn what_is_wrong_with_a_later_version_stands_until_one_answers_it_r38() {
    let (usable, refused) = (
        "espoo activities 2018-10 2",
        "espoo activities 2018-10 3 refused warned",
    );
    let workspace = Workspace::new();
    workspace.put("a.csv", usable, "2018-11-09");
    workspace.put("b.csv", refused, "2018-11-12");
    workspace.run("2018-11-20");
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["2"]);
    assert_eq!(workspace.ask(STANDING), ["inbox/b.csv"]);
    workspace.put("c.csv", "espoo activities 2018-10 4", "2018-11-10");
    workspace.run("2018-11-20");
    assert_eq!(workspace.ask(STANDING), ["inbox/b.csv"]);
    workspace.put("d.csv", "espoo activities 2018-10 5 refused", "2018-11-13");
    workspace.run("2018-11-20");
    assert_eq!(workspace.ask(STANDING), Vec::<String>::new());

    let earlier = Workspace::new();
    earlier.put("a.csv", refused, "2018-11-05");
    earlier.put("b.csv", usable, "2018-11-09");
    earlier.run("2018-11-20");
    assert_eq!(earlier.ask(STANDING), Vec::<String>::new());
}

#[test]
fn what_contradicts_itself_is_answered_by_no_other_file_r2() {
    let workspace = Workspace::new();
    let blocked = "espoo activities 2018-10 3 blocked warned";
    workspace.put("a.csv", blocked, "2018-11-05");
    workspace.put("b.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.put(
        "c.csv",
        "espoo activities 2018-10 4 blocked warned",
        "2018-11-09",
    );
    workspace.run("2018-11-20");
    assert_eq!(workspace.ask(STANDING), ["inbox/a.csv", "inbox/c.csv"]);
    workspace.put("d.csv", "espoo activities 2018-10 5", "2018-11-10");
    workspace.put("c.csv", "espoo activities 2018-10 6", "2018-11-10");
    workspace.run("2018-11-20");
    assert_eq!(workspace.ask(STANDING), ["inbox/a.csv"]);
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
    assert_eq!(
        workspace.ask("SELECT path, found, expected FROM meta.issue"),
        ["inbox/vantaa.csv inbox/vantaa.csv inbox/espoo.csv"]
    );
}

#[test]
fn copies_of_copies_are_no_further_versions_r31() {
    let workspace = Workspace::new();
    let copy = "from-path activities 2018-10 2";
    for path in ["a/espoo.csv", "b/espoo.csv", "vantaa.csv"] {
        workspace.put(path, copy, "2018-11-09");
    }
    workspace.run("2018-11-20");
    let reports = "SELECT organisation_code, state FROM meta.report \
        WHERE submission_id IS NOT NULL AND valid_to_run IS NULL ORDER BY organisation_code";
    assert_eq!(
        workspace.ask(reports),
        ["espoo rejected", "vantaa rejected"]
    );
    assert_eq!(
        workspace.ask("SELECT count(*) FROM meta.issue WHERE code = 'report-identical'"),
        ["3"]
    );
    workspace.put("c/vantaa.csv", copy, "2018-11-21");
    workspace.run("2018-11-21");
    workspace.put("d/vantaa.csv", copy, "2018-11-22");
    workspace.run("2018-11-22");
    assert_eq!(workspace.ask(reports).len(), 2);
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

#[test]
fn a_decision_added_later_is_said_to_match_nothing_until_it_is_gone() {
    let mut workspace = Workspace::new();
    workspace.put("a.txt", "espoo activities 2018-09 3", "2018-10-05");
    workspace.run("2018-10-06");
    let text = "[[decision]]\nkind = \"value\"\nfield = \"development_area\"\nfound = \"Perhek.\"\nmeans = \"II\"\n\
        by = \"agent\"\non = 2018-11-05\nwhy = \"short\"\n";
    workspace.context.decisions = toml::from_str(text).unwrap();
    workspace.run("2018-10-07");
    let said = "SELECT found, first_run, resolved_run FROM meta.issue WHERE code = 'decision-unused' ORDER BY 1";
    let found = workspace.ask(said);
    assert!(found[0].starts_with("Perhek. 2"), "{found:?}");
    let open =
        "SELECT found FROM meta.issue WHERE code = 'decision-unused' AND resolved_run IS NULL";
    assert_eq!(workspace.ask(open).len(), 1);
    workspace.context.decisions = toml::from_str("").unwrap();
    workspace.run("2018-10-08");
    assert_eq!(workspace.ask(open).len(), 0);
}
