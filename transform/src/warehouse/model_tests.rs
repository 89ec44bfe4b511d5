//! The models over a warehouse small enough to count by hand (`model_tests.sql`).

use std::path::Path;

use super::models;
use super::open::Warehouse;
use super::sql_files::AUDITS;
use crate::data::Folder;
use crate::programme::Programme;

struct Counted {
    _folder: tempfile::TempDir,
    warehouse: Warehouse,
}

impl Counted {
    fn new() -> Self {
        let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pipelines/programmes/lape");
        let programme = Programme::load(&Folder::new(files)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("warehouse.duckdb");
        let warehouse = Warehouse::create(&path, &programme, Some(1)).unwrap();
        warehouse.execute(include_str!("model_tests.sql")).unwrap();
        models::create(&warehouse, &programme).unwrap();
        Counted {
            _folder: folder,
            warehouse,
        }
    }

    /// The result of a query, a line a row, values separated by a blank and NULL as `-`.
    fn ask(&self, sql: &str) -> Vec<String> {
        let rows = self.warehouse.query(sql, &[]).unwrap().rows;
        rows.iter()
            .map(|row| {
                let words: Vec<String> = row
                    .iter()
                    .map(|value| value.to_string())
                    .map(|text| if text.is_empty() { "-".into() } else { text })
                    .collect();
                words.join(" ")
            })
            .collect()
    }
}

#[test]
fn the_board_takes_the_current_version_and_tells_owed_from_unexpected() {
    let found = Counted::new().ask(
        "SELECT organisation_code, state, timeliness, expected, received, on_time FROM mart.board
         WHERE form = 'activities' AND period = DATE '2018-10-01' ORDER BY organisation_code",
    );
    assert_eq!(
        found,
        [
            "espoo accepted_with_issues timely 1 1 1",
            "hus nil timely 1 1 1",
            "socca accepted timely 0 1 1",
            "vantaa missing missing 1 0 0",
        ]
    );
}

#[test]
fn rates_leave_out_what_is_not_owed_and_are_unknown_where_nothing_is() {
    let counted = Counted::new();
    let sql = "SELECT expected_reports, actual_reports, actual_reports_on_time, reporting_rate, reporting_rate_on_time,
            nil_reports, rejected_reports, unexpected_reports
         FROM mart.reporting_rate WHERE ";
    let ask = |condition: &str| counted.ask(&format!("{sql} {condition}"));
    assert_eq!(
        ask("level = 'form' AND form = 'activities' AND period = DATE '2018-09-01'"),
        ["3 2 1 66.7 33.3 0 0 0"]
    );
    assert_eq!(
        ask("level = 'region' AND period = DATE '2018-10-01'"),
        ["7 5 5 71.4 71.4 1 1 1"]
    );
    assert_eq!(
        ask("level = 'organisation' AND organisation_code = 'socca'"),
        ["0 0 0 - - 0 0 1"]
    );
}

#[test]
fn areas_count_what_was_done_and_show_plans_and_cancellations_beside() {
    let found = Counted::new().ask(
        "SELECT development_area, activities, activities_planned, activities_cancelled, sessions, participants_total,
            participants_children, hours, activities_with_participants, approximate_values, reports_expected,
            reports_received, reports_nil
         FROM mart.monthly_summary WHERE period = DATE '2018-10-01' ORDER BY development_area",
    );
    assert_eq!(
        found,
        [
            "I 1 0 0 1 5 - 1.00 1 0 3 2 1",
            "II 1 1 0 2 12 2 0.25 1 1 3 2 1",
            "III 0 0 1 0 0 0 0.00 0 0 3 2 1",
            "IV 1 0 0 - 7 7 - 1 0 3 2 1",
        ]
    );
}

#[test]
fn a_month_nobody_told_of_has_no_row_and_later_months_are_not_guessed() {
    let found = Counted::new().ask("SELECT MAX(period) FROM mart.monthly_summary");
    assert_eq!(found, ["2018-10-01"]);
}

#[test]
fn like_for_like_compares_only_those_who_reported_in_both_months() {
    let found = Counted::new().ask(
        "SELECT figure, value, previous, comparable_value, comparable_previous, reporters_comparable, approximate_values
         FROM mart.key_figure WHERE period = DATE '2018-10-01' ORDER BY figure",
    );
    assert_eq!(
        found,
        [
            "activities 3.00 3.00 2.00 2.00 1 0",
            "costs_eur 1990.15 1050.15 1990.15 1050.15 1 0",
            "fte_months 0.50 1.00 0.50 1.00 1 0",
            "hours 1.25 3.50 1.25 1.50 1 0",
            "participants 24.00 40.00 17.00 10.00 1 1",
            "sessions 3.00 4.00 3.00 1.00 1 0",
        ]
    );
}

#[test]
fn an_activity_of_two_municipalities_counts_in_both_and_once_in_the_region() {
    let counted = Counted::new();
    let found = counted.ask(
        "SELECT municipality_code, activities, activities_shared, participants_total, children,
            activities_per_1000_children, reports_expected, reports_received, approximate_values
         FROM mart.municipality_summary WHERE period = DATE '2018-10-01' ORDER BY municipality_code",
    );
    assert_eq!(
        found,
        ["049 2 1 17 2000 1.00 1 1 1", "092 1 1 12 - - 1 0 1"]
    );
    let region = counted
        .ask("SELECT SUM(activities) FROM mart.monthly_summary WHERE period = DATE '2018-10-01'");
    assert_eq!(region, ["3"]);
}

#[test]
fn stocks_are_never_summed_over_months_and_averages_are_means() {
    let found = Counted::new().ask(
        "SELECT period, indicator, value, previous, like_for_like_change, cumulative, reporters_comparable,
            reporters_with_value, values_missing, reports_expected, reports_received
         FROM mart.indicator_month ORDER BY period, indicator",
    );
    assert_eq!(
        found,
        [
            "2018-09-01 FAMILY_CENTRES_OPERATING 7.0000 - - - 0 2 0 2 2",
            "2018-09-01 SATISFACTION 4.0000 - - - 0 2 0 2 2",
            "2018-09-01 TRAINED_LP 8.0000 - - 8.0000 0 1 0 2 2",
            "2018-10-01 FAMILY_CENTRES_OPERATING 5.0000 7.0000 2.0000 - 1 1 0 2 1",
            "2018-10-01 SATISFACTION 4.0000 4.0000 -0.5000 - 1 1 0 2 1",
            "2018-10-01 TRAINED_LP - 8.0000 - 8.0000 0 0 1 2 1",
        ]
    );
}

#[test]
fn money_is_exact_and_shared_between_grant_and_own_share() {
    let counted = Counted::new();
    let costs = counted.ask(
        "SELECT category, amount_eur, grant_calculated_eur, own_eur, amount_cumulative_eur, own_cumulative_eur,
            fte_months_cumulative
         FROM mart.cost_summary WHERE period = DATE '2018-10-01' ORDER BY category",
    );
    assert_eq!(
        costs,
        [
            "salaries 2000.20 1600.16 400.04 3000.30 600.06 1.50",
            "travel -10.05 -8.04 -2.01 40.00 8.00 -",
        ]
    );
    let funding = counted.ask(
        "SELECT amount_eur, amount_cumulative_eur, budget_eur, grant_used_eur, months_left, pace_eur, forecast_eur
         FROM mart.funding WHERE period = DATE '2018-10-01'",
    );
    assert_eq!(
        funding,
        ["1990.15 3040.30 10000.00 2432.24 2 1520.15 6080.60"]
    );
}

#[test]
fn a_pilot_is_told_by_its_name_and_enters_a_stage_once() {
    let found = Counted::new().ask(
        "SELECT stage, pilots, pilots_entered FROM mart.pilot_stage
         WHERE period = DATE '2018-10-01' ORDER BY stage",
    );
    assert_eq!(found, ["ended 1 1", "running 1 0"]);
}

/// Claims about the marts; the others are about how facts got there.
const CLAIMS: [&str; 6] = [
    "areas_add_up_to_region",
    "comparable_within_value",
    "costs_add_up",
    "key_figures_match_areas",
    "received_within_expected",
    "stocks_have_no_sum_over_months",
];

#[test]
fn every_claim_about_the_marts_holds() {
    let counted = Counted::new();
    for claim in CLAIMS {
        let audit = AUDITS.iter().find(|audit| audit.name == claim).unwrap();
        assert_eq!(counted.ask(audit.sql), [""; 0], "{claim}");
    }
}

#[test]
fn a_broken_claim_shows_its_rows() {
    let counted = Counted::new();
    let broken = "UPDATE mart.monthly_summary SET activities = activities + 1 WHERE development_area = 'I';
        UPDATE mart.reporting_rate SET actual_reports = expected_reports + 1 WHERE level = 'region';
        UPDATE mart.cost_summary SET amount_eur = amount_eur + 0.01 WHERE category = 'travel';
        UPDATE mart.indicator_month SET cumulative = 1, reporters_comparable = 9 WHERE indicator = 'FAMILY_CENTRES_OPERATING'";
    counted.warehouse.execute(broken).unwrap();
    for claim in CLAIMS {
        let audit = AUDITS.iter().find(|audit| audit.name == claim).unwrap();
        assert_eq!(counted.ask(audit.sql).len(), 2, "{claim}: one row a month");
    }
}

#[test]
fn no_mart_holds_a_float() {
    let floats = Counted::new().ask(
        "SELECT table_name, column_name FROM information_schema.columns
         WHERE table_schema = 'mart' AND data_type IN ('DOUBLE', 'FLOAT')",
    );
    assert_eq!(floats, [""; 0]);
}

#[test]
fn every_column_of_every_mart_has_a_comment() {
    let bare = Counted::new().ask(
        "SELECT table_name, column_name FROM duckdb_columns()
         WHERE schema_name = 'mart' AND (comment IS NULL OR comment = '')",
    );
    assert_eq!(bare, [""; 0]);
}
