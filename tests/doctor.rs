//! `kooste doctor` finds what is wrong and repairs what can be derived.

use std::fs;

use serde_json::json;

use crate::kit::Workspace;

const REPORT: &str = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;12\r\n";

fn workspace() -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/askola.csv", REPORT);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    workspace
}

fn kinds(workspace: &Workspace, code: i32) -> Vec<String> {
    let found = workspace.kooste(&["doctor", "--json"]).ends(code).json();
    found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_workspace_in_order_is_well() {
    let workspace = workspace();
    assert_eq!(kinds(&workspace, 0), Vec::<String>::new());
    let told = workspace
        .kooste(&["doctor", "--lang", "sv"])
        .ends(0)
        .stdout();
    assert_eq!(told, "Allt är i sin ordning.\n");
}

#[test]
fn originals_that_changed_or_are_gone_are_found_and_brought_back_from_the_inbox() {
    let workspace = workspace();
    let original = workspace.column(
        "SELECT 'archive/' || left(submission_id, 2) || '/' || submission_id || '.csv' FROM meta.submission",
    );
    let path = workspace.path().join(&original[0]);
    fs::write(&path, REPORT.replace("12\r\n", "13\r\n")).unwrap();
    assert_eq!(kinds(&workspace, 2), ["original-damaged"]);
    let told = workspace
        .kooste(&["doctor", "--repair", "--json"])
        .ends(0)
        .json();
    assert_eq!(told["repaired"], 1);
    assert_eq!(fs::read(&path).unwrap(), REPORT.as_bytes());
    fs::remove_file(&path).unwrap();
    assert_eq!(kinds(&workspace, 2), ["original-missing"]);
    workspace.kooste(&["doctor", "--repair"]).ends(0);
    assert_eq!(kinds(&workspace, 0), Vec::<String>::new());
}

#[test]
fn what_a_crash_leaves_in_the_archive_is_found_and_removed() {
    let workspace = workspace();
    workspace.put("archive/ab/ab12.part", "half");
    assert_eq!(kinds(&workspace, 0), ["stray"]);
    workspace.kooste(&["doctor", "--repair"]).ends(0);
    assert!(!workspace.path().join("archive/ab/ab12.part").exists());
}

#[test]
fn sources_decisions_and_duties_are_checked_against_what_arrived() {
    let workspace = workspace();
    let region = fs::read_to_string(workspace.path().join("kooste.toml")).unwrap();
    workspace.put(
        "kooste.toml",
        format!(
            "{region}\n[[source]]\nmatch = \"inbox/**/nowhere*.xlsx\"\norganisation = \"askola\"\n\n\
             [[organisation]]\ncode = \"askola-2\"\nkind = \"municipality\"\nmunicipality = \"018\"\nname = {{ fi = \"Askola 2\" }}\n"
        ),
    );
    let decision = |found: &str, until: &str| {
        format!(
            "[[decision]]\nkind = \"value\"\nfield = \"development_area\"\nfound = \"{found}\"\nmeans = \"II\"\n{until}\
             by = \"agent\"\non = 2018-11-05\nwhy = \"x\"\n"
        )
    };
    workspace.put(
        "decisions.toml",
        format!(
            "{}{}",
            decision("Xyzzy", ""),
            decision("Plugh", "until = \"2018-11\"\n")
        ),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        kinds(&workspace, 0),
        [
            "duties-overlap",
            "source-unmatched",
            "decision-expired",
            "decision-unused"
        ]
    );
    let told = workspace.kooste(&["doctor", "--json"]).json();
    assert_eq!(told["findings"][0]["place"], json!("askola"));
    assert_eq!(told["findings"][0]["detail"], json!("askola-2"));
}
