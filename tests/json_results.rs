//! `--json` results keep their shape (`docs/json.md`).

use serde_json::{Value, json};

use crate::kit::{Workspace, demo, kooste, kooste_in};

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn a_run_tells_files_rows_reports_issues_months_and_pages() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.xlsx", "");
    let result = workspace
        .kooste(&["run", "--json", "--lang", "en"])
        .ends(1)
        .json();
    assert_eq!(
        keys(&result),
        [
            "exit_code",
            "run_id",
            "files",
            "rows",
            "reports",
            "current_reports",
            "issues",
            "issues_cleared",
            "changed_months",
            "rejected",
            "pages"
        ]
    );
    assert_eq!(result["exit_code"], 1);
    assert_eq!(
        result["files"],
        json!({ "found": 1, "new": 1, "unchanged": 0, "rejected": 1, "again": 0 })
    );
    assert_eq!(result["rejected"][0]["path"], "inbox/hanko.xlsx");
}

#[test]
fn a_status_tells_rates_and_every_report_of_the_board() {
    let result = kooste_in(&demo("uusimaa"), &["status", "--json"])
        .ends(0)
        .json();
    assert_eq!(
        keys(&result),
        [
            "exit_code",
            "month",
            "expected_reports",
            "actual_reports",
            "actual_reports_on_time",
            "reporting_rate",
            "reporting_rate_on_time",
            "reports"
        ]
    );
    let report = &result["reports"][0];
    assert_eq!(
        keys(report),
        ["organisation", "form", "state", "timeliness", "expected"]
    );
}

#[test]
fn a_failure_is_told_on_stdout_and_in_words_on_stderr() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let run = kooste(&["run", "--json", "--workspace", path]).ends(2);
    let result = run.json();
    assert_eq!(keys(&result), ["exit_code", "error", "hint", "causes"]);
    assert_eq!(result["exit_code"], 2);
    assert!(run.stderr().starts_with("virhe: "));
}
