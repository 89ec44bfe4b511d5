//! Months as the differences of year-to-date figures (READING.md R33).

use super::*;

const MONTHS: &str =
    "SELECT strftime(period, '%m'), amount_eur, missing_reason FROM core.cost ORDER BY period";
const STATES: &str = "SELECT strftime(period, '%m'), state, timeliness FROM meta.report \
    WHERE organisation_code = 'espoo' AND form = 'costs' AND submission_id IS NOT NULL AND valid_to_run IS NULL \
    ORDER BY period";
const ISSUES: &str =
    "SELECT code, reason, found, expected FROM meta.issue WHERE resolved_run IS NULL ORDER BY ALL";

/// Costs of Espoo since the beginning of 2018, in cents, that came on the fifth of the month after.
fn put(workspace: &Workspace, month: u32, cents: u32) {
    put_as(workspace, &format!("{month:02}.csv"), month, cents, 5);
}

fn put_as(workspace: &Workspace, name: &str, month: u32, cents: u32, day: u32) {
    let text = format!("espoo costs 2018-{month:02} 1 value={cents} cumulative");
    workspace.put(name, &text, &format!("2018-{:02}-{day:02}", month + 1));
}

#[test]
fn a_month_is_the_difference_to_the_month_before_r33() {
    let workspace = Workspace::new();
    put(&workspace, 1, 10_000);
    put(&workspace, 2, 25_050);
    put(&workspace, 3, 25_050);
    workspace.run("2018-04-05");
    assert_eq!(
        workspace.ask(MONTHS),
        ["01 100.00 ", "02 150.50 ", "03 0.00 "]
    );
    assert_eq!(
        workspace.ask("SELECT amount_eur, amount_cumulative_eur FROM mart.cost_summary WHERE period = DATE '2018-03-01' AND category = 'salaries'"),
        ["0.00 250.50"]
    );
    assert_eq!(
        workspace.ask(STATES),
        [
            "01 accepted timely",
            "02 accepted timely",
            "03 accepted_with_issues timely"
        ]
    );
}

#[test]
fn any_order_of_files_gives_the_same_months_r33() {
    let orders = [[1, 2, 3, 4], [4, 3, 2, 1], [3, 1, 4, 2], [2, 4, 1, 3]];
    for order in orders {
        let workspace = Workspace::new();
        for month in order {
            put(&workspace, month, month * month * 1_000);
            workspace.run("2018-05-05");
        }
        assert_eq!(
            workspace.ask(MONTHS),
            ["01 10.00 ", "02 30.00 ", "03 50.00 ", "04 70.00 "],
            "{order:?}"
        );
        assert_eq!(
            workspace.ask(STATES),
            [
                "01 accepted timely",
                "02 accepted timely",
                "03 accepted timely",
                "04 accepted timely"
            ]
        );
        assert_eq!(workspace.ask(ISSUES), [""; 0]);
        // What stands is not computed again when something else comes.
        workspace.put("hus.csv", "hus activities 2018-04 1", "2018-05-05");
        workspace.run("2018-05-06");
        let last = "SELECT DISTINCT organisation_code FROM meta.report WHERE valid_from_run = 5";
        assert_eq!(workspace.ask(last), ["hus"], "{order:?}");
        assert_eq!(
            workspace.ask("SELECT DISTINCT state FROM meta.submission"),
            ["accepted"]
        );
    }
}

#[test]
fn a_report_without_the_month_before_is_held_back_until_it_comes_r33() {
    let workspace = Workspace::new();
    put(&workspace, 1, 10_000);
    put(&workspace, 3, 40_000);
    put(&workspace, 4, 70_000);
    let outcome = workspace.run("2018-05-05");
    assert_eq!(outcome.reports.get("rejected"), Some(&1));
    assert_eq!(outcome.files_rejected, 1);
    // March cannot be told, but April is the difference to it.
    assert_eq!(workspace.ask(MONTHS), ["01 100.00 ", "04 300.00 "]);
    assert_eq!(
        workspace.ask(STATES),
        [
            "01 accepted timely",
            "03 rejected missing",
            "04 accepted timely"
        ]
    );
    assert_eq!(
        workspace.ask(ISSUES),
        ["cumulative-base-missing report  2018-02"]
    );
    let id = workspace.ask("SELECT report_id FROM meta.issue");

    put_as(&workspace, "02.csv", 2, 15_000, 25);
    workspace.run("2018-05-06");
    assert_eq!(
        workspace.ask(MONTHS),
        ["01 100.00 ", "02 50.00 ", "03 250.00 ", "04 300.00 "]
    );
    assert_eq!(workspace.ask(STATES)[2], "03 accepted timely");
    assert_eq!(workspace.ask(ISSUES), [""; 0]);
    assert_eq!(
        workspace.ask("SELECT period, cause FROM meta.figure_change WHERE mart = 'funding' AND figure = 'amount_eur' \
            AND before IS DISTINCT FROM after ORDER BY period"),
        ["2018-02-01 late_report", "2018-03-01 late_report"]
    );
    assert_eq!(
        workspace.ask(&format!(
            "SELECT superseded_by = '{0}.2' FROM meta.report WHERE report_id = '{0}'",
            id[0]
        )),
        ["true"]
    );
}

#[test]
fn a_corrected_base_changes_the_month_after_it_and_the_old_stays_readable_r33() {
    let workspace = Workspace::new();
    put(&workspace, 1, 10_000);
    put(&workspace, 2, 30_000);
    put(&workspace, 3, 60_000);
    workspace.run("2018-04-05");
    put_as(&workspace, "02 v2.csv", 2, 35_000, 20);
    workspace.run("2018-04-06");
    assert_eq!(
        workspace.ask(MONTHS),
        ["01 100.00 ", "02 250.00 ", "03 250.00 "]
    );
    assert_eq!(
        workspace.ask("SELECT amount_eur FROM core.as_of_cost(1) ORDER BY period"),
        ["100.00", "200.00", "300.00"]
    );
    assert_eq!(
        workspace.ask("SELECT amount_eur, valid_from_run, valid_to_run FROM history.cost ORDER BY period, valid_from_run"),
        ["100.00 1 ", "200.00 1 2", "250.00 2 ", "300.00 1 2", "250.00 2 "]
    );
    assert_eq!(
        workspace.ask(
            "SELECT period, before, after, cause FROM meta.figure_change \
            WHERE mart = 'funding' AND figure = 'amount_eur' ORDER BY period"
        ),
        [
            "2018-02-01 200.0000 250.0000 resubmission",
            "2018-03-01 300.0000 250.0000 resubmission"
        ]
    );
    assert_eq!(workspace.run("2018-04-06").run_id, None);
}

#[test]
fn a_sum_that_became_less_is_said_r33() {
    let workspace = Workspace::new();
    put(&workspace, 1, 10_000);
    put(&workspace, 2, 9_000);
    workspace.put(
        "i1.csv",
        "espoo indicators 2018-01 1 value=80000 cumulative",
        "2018-02-05",
    );
    workspace.put(
        "i2.csv",
        "espoo indicators 2018-02 1 value=70000 cumulative",
        "2018-03-05",
    );
    workspace.run("2018-03-06");
    // Negative money is a correction, a negative count is none.
    assert_eq!(workspace.ask(MONTHS), ["01 100.00 ", "02 -10.00 "]);
    assert_eq!(
        workspace.ask("SELECT value, missing_reason FROM core.indicator_value ORDER BY period"),
        ["8.0000 ", " error"]
    );
    assert_eq!(
        workspace.ask(&ISSUES.replace("code,", "code, field, row_number,")),
        [
            "constraint-error fte_months 2 decreased 90 100",
            "constraint-error value 2 decreased 7 8",
            "row-constraint amount_eur 2 decreased 90 100",
            "row-constraint grant_eur 2 decreased 90 100",
        ]
    );
}

#[test]
fn what_the_month_before_does_not_tell_or_tells_twice_is_missing_r33() {
    let workspace = Workspace::new();
    workspace.put(
        "1.csv",
        "espoo costs 2018-01 1 value=100 cumulative",
        "2018-02-05",
    );
    workspace.put(
        "2.csv",
        "espoo costs 2018-02 2 value=300 cumulative",
        "2018-03-05",
    );
    workspace.run("2018-03-06");
    assert_eq!(
        workspace.ask("SELECT row_number, amount_eur, missing_reason FROM core.cost WHERE period = DATE '2018-02-01' ORDER BY 1"),
        ["2  unknown", "3  unknown"]
    );
    let code = workspace.ask("SELECT DISTINCT code, reason, expected FROM meta.issue");
    assert_eq!(code, ["cumulative-base-missing several 2018-01"]);
}

#[test]
fn a_nil_return_is_stepped_over_and_january_starts_anew_r33() {
    let workspace = Workspace::new();
    workspace.put(
        "12.csv",
        "espoo costs 2017-12 1 value=90000 cumulative",
        "2018-01-05",
    );
    put(&workspace, 1, 10_000);
    workspace.put(
        "02.csv",
        "espoo costs 2018-02 0 nil cumulative",
        "2018-03-05",
    );
    put(&workspace, 3, 40_000);
    workspace.run("2018-04-05");
    assert_eq!(workspace.ask(MONTHS), ["01 100.00 ", "03 300.00 "]);
}

#[test]
fn forms_whose_rows_are_no_figures_are_held_back_r33() {
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
        workspace.ask(ISSUES),
        ["cumulative-base-missing rows  2018-02"]
    );
}

#[test]
fn a_joint_report_stands_on_that_of_its_leader_r33() {
    let workspace = Workspace::new();
    workspace.put(
        "1.csv",
        "inkoo costs 2018-02 1 value=100 cumulative covered",
        "2018-03-05",
    );
    workspace.put(
        "2.csv",
        "inkoo costs 2018-03 1 value=300 cumulative covered",
        "2018-04-05",
    );
    workspace.run("2018-04-06");
    let states = "SELECT organisation_code, strftime(period, '%m'), state FROM meta.report WHERE form = 'costs' \
        AND submission_id IS NOT NULL AND valid_to_run IS NULL ORDER BY 1, 2";
    assert_eq!(
        workspace.ask(states),
        [
            "inkoo 02 rejected",
            "inkoo 03 accepted",
            "siuntio 02 rejected",
            "siuntio 03 accepted"
        ]
    );
    workspace.put(
        "0.csv",
        "inkoo costs 2018-01 1 value=40 cumulative covered",
        "2018-02-05",
    );
    workspace.run("2018-04-07");
    assert_eq!(
        workspace.ask(states)[..3],
        [
            "inkoo 01 accepted",
            "inkoo 02 accepted",
            "inkoo 03 accepted"
        ]
    );
    assert_eq!(workspace.ask(states)[4], "siuntio 02 accepted");
    assert_eq!(
        workspace.ask("SELECT organisation_code, amount_eur FROM core.cost ORDER BY period"),
        ["inkoo 0.40", "inkoo 0.60", "inkoo 2.00"]
    );
}

#[test]
fn a_source_found_to_be_cumulative_later_is_computed_anew_r33() {
    let workspace = Workspace::new();
    workspace.put("1.csv", "espoo costs 2018-01 1 value=100", "2018-02-05");
    workspace.put("2.csv", "espoo costs 2018-02 1 value=300", "2018-03-05");
    workspace.run("2018-03-06");
    assert_eq!(workspace.ask(MONTHS), ["01 1.00 ", "02 3.00 "]);
    let read = |submission: Submission, bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).unwrap();
        reading(
            submission,
            format!("{text} cumulative").as_bytes(),
            &workspace.context,
        )
    };
    let options = RunOptions {
        version: String::from("0.2.0"),
        ..options("2018-03-07")
    };
    workspace.run_with(&read, &options).unwrap();
    assert_eq!(workspace.ask(MONTHS), ["01 1.00 ", "02 2.00 "]);
    // What reads as before, differences and all, is not written again.
    let options = RunOptions {
        version: String::from("0.3.0"),
        ..options
    };
    let outcome = workspace.run_with(&read, &options).unwrap();
    assert_eq!(outcome.files_again, 0);
}

#[test]
fn a_difference_to_an_approximate_figure_is_approximate_r33() {
    const NOTES: &str = "SELECT strftime(report.period, '%m'), note.raw, note.quality, note.low, \
        note.submission_id = report.submission_id FROM meta.value_note AS note JOIN meta.report AS report \
        ON report.report_id = note.report_id AND report.valid_to_run IS NULL ORDER BY ALL";
    for order in [[1, 2, 3], [3, 2, 1]] {
        let workspace = Workspace::new();
        for month in order {
            let flag = if month == 2 { "about" } else { "" };
            let text = format!(
                "espoo costs 2018-{month:02} 1 value={} cumulative {flag}",
                month * 10_000
            );
            workspace.put(
                &format!("{month:02}.csv"),
                &text,
                &format!("2018-{:02}-05", month + 1),
            );
            workspace.run("2018-04-05");
        }
        assert_eq!(
            workspace.ask(NOTES),
            ["02 noin range  true", "03 noin approximate  false"],
            "{order:?}"
        );
        // The base comes anew and is exact.
        put_as(&workspace, "02 v2.csv", 2, 25_000, 20);
        workspace.run("2018-04-06");
        assert_eq!(workspace.ask(NOTES), [""; 0], "{order:?}");
    }
}

#[test]
fn a_month_computed_anew_is_weighed_anew_r33_r35() {
    let workspace = Workspace::new();
    for month in 1..=8 {
        put(&workspace, month, month * 10_000);
    }
    workspace.run("2018-09-05");
    assert_eq!(workspace.ask(ISSUES), [""; 0]);
    put_as(&workspace, "07 v2.csv", 7, 65_000, 20);
    let planned = changes_of_espoo(&workspace, "2018-09-06");
    assert_eq!(
        planned,
        [
            "2018-07-01 changed accepted accepted_with_issues",
            "2018-08-01 changed accepted accepted_with_issues"
        ]
    );
    workspace.run("2018-09-06");
    let deviating = "SELECT found, expected FROM meta.issue WHERE code = 'deviated-value' AND resolved_run IS NULL ORDER BY found";
    assert_eq!(workspace.ask(deviating), ["150 100", "50 100"]);
    assert_eq!(workspace.ask(STATES)[7], "08 accepted_with_issues timely");
    // And when the base is put right, nothing is left to be said.
    put_as(&workspace, "07 v3.csv", 7, 70_001, 25);
    workspace.run("2018-09-07");
    assert_eq!(workspace.ask(deviating), [""; 0]);
    assert_eq!(workspace.ask(STATES)[7], "08 accepted timely");
}

/// What a plan says of the costs of Espoo.
fn changes_of_espoo(workspace: &Workspace, day: &str) -> Vec<String> {
    let read =
        |submission: Submission, bytes: &[u8]| reading(submission, bytes, &workspace.context);
    let plan = preview_with(
        workspace.folder.path(),
        &workspace.context,
        &read,
        &CodesOnly,
        &options(day),
        &Silent,
    )
    .unwrap();
    plan.reports
        .iter()
        .filter(|report| {
            report.organisation == "espoo"
                && report.form == "costs"
                && report.change != Change::Unchanged
        })
        .map(|report| {
            let state = |version: &Option<Version>| {
                version.as_ref().map_or("", |version| version.state.name())
            };
            format!(
                "{} {} {} {}",
                report.period,
                report.change.name(),
                state(&report.before),
                state(&report.after)
            )
        })
        .collect()
}

#[test]
fn a_plan_tells_what_a_run_does_to_differences_r33() {
    let workspace = Workspace::new();
    put(&workspace, 1, 10_000);
    put(&workspace, 3, 40_000);
    workspace.run("2018-04-05");
    put(&workspace, 2, 15_000);
    assert_eq!(
        changes_of_espoo(&workspace, "2018-04-06"),
        [
            "2018-02-01 new missing accepted",
            "2018-03-01 changed rejected accepted"
        ]
    );
    workspace.run("2018-04-06");
    assert_eq!(
        workspace.ask(STATES)[1..],
        ["02 accepted timely", "03 accepted timely"]
    );
}
