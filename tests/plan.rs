//! `kooste plan` tells what `kooste run` then does, and writes nothing.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::kit::{Workspace, demo};

const REPORT: &str = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;12\r\n";

/// Reports that change, `organisation/form/month` → change.
fn changes(plan: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    plan["reports"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|report| !["unchanged", "missing"].contains(&report["change"].as_str().unwrap()))
        .map(|report| {
            let place = ["organisation", "form", "month"].map(|part| text(&report[part]));
            (place.join("/"), text(&report["change"]))
        })
        .collect()
}

#[test]
fn a_plan_of_a_new_workspace_writes_nothing() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/askola.csv", REPORT);
    let plan = workspace.kooste(&["plan", "--json"]).ends(0).json();
    assert_eq!(
        changes(&plan),
        BTreeMap::from([("askola/activities/2018-10".to_owned(), "new".to_owned())])
    );
    assert_eq!(plan["files"]["new"], 1);
    let there: Vec<_> = fs::read_dir(workspace.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("warehouse") || name == "archive")
        .collect();
    assert_eq!(there, Vec::<String>::new());
    // A region that begins lacks the reports of years, which are not listed one by one.
    let words = workspace.kooste(&["plan", "--lang", "en"]).ends(0).stdout();
    assert!(
        words.contains(" now missing:\n  for the months 2017-"),
        "{words}"
    );
    assert!(words.lines().count() < 10, "{words}");
}

#[test]
fn a_plan_shows_before_and_after_and_leaves_the_warehouse_byte_for_byte() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/askola.csv", REPORT);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    workspace.put(
        "inbox/askola korjattu.csv",
        format!("{REPORT}12.10.2018;III;Koulutus;Lapset puheeksi;24\r\n"),
    );
    workspace.put("inbox/hanko.xlsx", "");
    let path = workspace.path().join("warehouse.duckdb");
    let bytes = fs::read(&path).unwrap();
    let plan = workspace.kooste(&["plan", "--json"]).ends(0).json();
    assert!(fs::read(&path).unwrap() == bytes);
    assert!(!workspace.path().join("warehouse.duckdb.wal").exists());
    let report = plan["reports"]
        .as_array()
        .unwrap()
        .iter()
        .find(|report| report["organisation"] == "askola" && report["change"] == "changed")
        .unwrap();
    assert_eq!(
        (
            &report["before"]["rows_loaded"],
            &report["after"]["rows_loaded"]
        ),
        (&json!(1), &json!(2))
    );
    assert_eq!(plan["rejected"][0]["path"], "inbox/hanko.xlsx");
    assert_eq!(plan["changed_months"], json!(["2018-10"]));
    let words = workspace.kooste(&["plan", "--lang", "sv"]).ends(0).stdout();
    for told in [
        "En ändrad rapport:\n  Askola kommun, Åtgärder, 2018-10: godkänd, rader 1 (",
        "inbox/askola korjattu.csv)",
    ] {
        assert!(words.contains(told), "{words}");
    }
}

#[test]
fn a_run_does_what_was_planned() {
    let original = demo("uusimaa");
    let workspace = Workspace::of_region("uusimaa");
    let copy = |months: &[&str]| {
        for month in months {
            for entry in fs::read_dir(original.join("inbox").join(month)).unwrap() {
                let from = entry.unwrap().path();
                let target = workspace.path().join(from.strip_prefix(&original).unwrap());
                if from.is_file() {
                    fs::create_dir_all(target.parent().unwrap()).unwrap();
                    fs::copy(&from, &target).unwrap();
                }
            }
        }
    };
    copy(&["2018-07", "2018-08"]);
    for months in [&["2018-09", "2018-10"][..], &["2018-11", "2018-12"], &[]] {
        copy(months);
        let plan = workspace.kooste(&["plan", "--json"]).ends(0).json();
        let run = workspace.kooste(&["run", "--no-report", "--json"]).json();
        assert_eq!(plan["files"]["new"], run["files"]["new"]);
        assert_eq!(plan["files"]["unchanged"], run["files"]["unchanged"]);
        assert_eq!(plan["changed_months"], run["changed_months"]);
        assert_eq!(plan["rejected"], run["rejected"]);
        let mut states: BTreeMap<String, u64> = BTreeMap::new();
        for report in plan["reports"].as_array().unwrap() {
            let name = report["after"]["state"].as_str().unwrap().to_owned();
            let is_current = !["outranked"].contains(&report["change"].as_str().unwrap());
            *states.entry(name).or_default() += u64::from(is_current);
        }
        if run["run_id"] != Value::Null {
            for state in ["accepted", "accepted_with_issues", "nil", "missing"] {
                let now = run["current_reports"][state].as_u64().unwrap_or(0);
                assert_eq!(states.get(state).copied().unwrap_or(0), now, "{state}");
            }
        }
    }
}
