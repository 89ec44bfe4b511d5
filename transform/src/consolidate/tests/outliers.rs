//! Values that deviate from an organisation's own history (READING.md R35), and corrections (R33).

use super::*;

/// Seven months of an indicator: 40 to 45 and then another value.
fn months(last: i64) -> Workspace {
    let workspace = Workspace::new();
    for month in 1..=7_i64 {
        let value = if month == 7 { last } else { 39 + month };
        workspace.put(
            &format!("2018-0{month}.csv"),
            &format!("espoo indicators 2018-0{month} 1 value={value}0000"),
            "2018-08-05",
        );
    }
    workspace
}

const ISSUES: &str = "SELECT report_id, code, row_number, field, found, expected FROM meta.issue \
    WHERE code = 'deviated-value' ORDER BY issue_id";

#[test]
fn a_value_far_from_the_months_before_is_warned_of_in_one_run_or_in_two_r35() {
    let together = months(400);
    together.run("2018-08-06");
    let expected = together.ask(ISSUES);
    assert_eq!(expected.len(), 1);
    assert!(
        expected[0].starts_with("espoo/indicators/2018-07/")
            && expected[0].ends_with(" deviated-value 2 value 400 42.5"),
        "{expected:?}"
    );
    let state = "SELECT state FROM meta.report WHERE period = DATE '2018-07-01' AND form = 'indicators' \
        AND organisation_code = 'espoo' AND valid_to_run IS NULL";
    assert_eq!(together.ask(state), ["accepted_with_issues"]);

    let apart = months(400);
    let last = apart.folder.path().join("inbox/2018-07.csv");
    let bytes = fs::read(&last).unwrap();
    fs::remove_file(&last).unwrap();
    apart.run("2018-08-06");
    assert_eq!(apart.ask(ISSUES), Vec::<String>::new());
    apart.put(
        "2018-07.csv",
        std::str::from_utf8(&bytes).unwrap(),
        "2018-08-05",
    );
    apart.run("2018-08-06");
    assert_eq!(apart.ask(ISSUES), expected);
    assert_eq!(apart.ask(state), ["accepted_with_issues"]);
}

#[test]
fn a_month_that_comes_late_makes_a_history_for_those_after_it_r35() {
    let workspace = months(400);
    let late = workspace.folder.path().join("inbox/2018-03.csv");
    let text = fs::read_to_string(&late).unwrap();
    fs::remove_file(&late).unwrap();
    workspace.run("2018-08-06");
    assert_eq!(workspace.ask(ISSUES), [""; 0]);
    workspace.put("2018-03.csv", &text, "2018-08-07");
    for _ in 0..2 {
        workspace.run("2018-08-08");
        let told = workspace.ask(ISSUES);
        assert_eq!(told.len(), 1);
        assert!(
            told[0].ends_with(" deviated-value 2 value 400 42.5"),
            "{told:?}"
        );
        let state = "SELECT state FROM meta.report WHERE period = DATE '2018-07-01' AND form = 'indicators' \
            AND organisation_code = 'espoo' AND valid_to_run IS NULL";
        assert_eq!(workspace.ask(state), ["accepted_with_issues"]);
        // The month is weighed once more, and not told again.
        workspace.put(
            "2018-04 v2.csv",
            "espoo indicators 2018-04 1 value=440000",
            "2018-08-09",
        );
    }
}

#[test]
fn a_value_like_those_before_is_not_warned_of_r35() {
    let workspace = months(46);
    workspace.run("2018-08-06");
    assert_eq!(workspace.ask(ISSUES), Vec::<String>::new());
}

#[test]
fn an_accepted_deviation_stays_visible_and_leaves_the_state_r35() {
    let mut workspace = months(400);
    workspace.context.decisions = toml::from_str(
        "[[decision]]\nkind = \"accept\"\nfound = \"deviated-value\"\norganisation = \"espoo\"\n\
         by = \"agent\"\non = 2018-08-05\nwhy = \"a new service\"\n",
    )
    .unwrap();
    workspace.run("2018-08-06");
    assert_eq!(
        workspace.ask("SELECT accepted FROM meta.issue WHERE code = 'deviated-value'"),
        ["true"]
    );
    assert_eq!(
        workspace.ask(
            "SELECT state FROM meta.report WHERE period = DATE '2018-07-01' AND form = 'indicators' \
             AND organisation_code = 'espoo' AND valid_to_run IS NULL"
        ),
        ["accepted"]
    );
}

#[test]
fn a_correction_stands_beside_the_report_and_the_sum_is_right_r33() {
    let workspace = Workspace::new();
    workspace.put("a.csv", "espoo costs 2018-10 1 value=100000", "2018-11-05");
    workspace.run("2018-11-06");
    workspace.put(
        "b.csv",
        "espoo costs 2018-10 1 value=-2500 correction",
        "2018-11-07",
    );
    workspace.run("2018-11-08");
    assert_eq!(
        workspace.ask("SELECT sum(amount_eur), count(*) FROM core.cost"),
        ["975.00 2"]
    );
    assert_eq!(
        workspace.ask("SELECT sum(amount_eur) FROM core.as_of_cost(1)"),
        ["1000.00"]
    );
    assert_eq!(
        workspace.ask(
            "SELECT mode, valid_to_run FROM meta.report WHERE form = 'costs' AND submission_id IS NOT NULL ORDER BY mode"
        ),
        ["correction ", "replace "]
    );
    assert_eq!(
        workspace.ask(
            "SELECT before, after, cause FROM meta.figure_change WHERE mart = 'key_figure' AND key = '2018-10-01,costs_eur'"
        ),
        ["1000.0000 975.0000 correction"]
    );
    // A new version of the report leaves its correction.
    workspace.put("c.csv", "espoo costs 2018-10 1 value=200000", "2018-11-09");
    workspace.run("2018-11-10");
    assert_eq!(
        workspace.ask("SELECT sum(amount_eur) FROM core.cost"),
        ["1975.00"]
    );
}
