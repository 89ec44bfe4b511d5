//! A programme of one's own, and what becomes of the facts when it changes.

use std::fs;

use crate::kit::{Workspace, root};

const REPORT: &str = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat;Tunnelma\r\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;12;hyvä\r\n";
const VISITS: &str = "Käyntipäivä;Kävijämäärä\r\n1.10.2018;5\r\n2.10.2018;7\r\n";

/// A workspace whose programme is a copy of the built-in one, in the folder `oma`.
fn workspace() -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    for entry in fs::read_dir(root().join("pipelines/programmes/lape")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        workspace.put(&format!("oma/{name}"), fs::read(entry.path()).unwrap());
    }
    change(&workspace, "kooste.toml", "\"lape\"", "\"oma\"");
    workspace
}

fn change(workspace: &Workspace, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(workspace.path().join(file)).unwrap();
    assert!(text.contains(from), "{file}: {from}");
    workspace.put(file, text.replacen(from, to, 1));
}

fn add_line(workspace: &Workspace, file: &str, line: &str) {
    let text = fs::read_to_string(workspace.path().join(file)).unwrap();
    workspace.put(file, format!("{}\n{line}\n", text.trim_end()));
}

const MOOD: &str = "activities,mood,text,no,,Tunnelma,Stämning,Mood,,,,";

#[test]
fn a_field_that_comes_is_read_from_the_archive_and_one_that_goes_stays_in_extra() {
    let workspace = workspace();
    workspace.put("inbox/2018-11/askola lokakuu 2018.csv", REPORT);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let extra = "SELECT extra FROM core.activity";
    assert_eq!(workspace.column(extra), ["{\"Tunnelma\":\"hyvä\"}"]);

    add_line(&workspace, "oma/fields.csv", MOOD);
    workspace.kooste(&["plan"]).ends(0);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(workspace.column("SELECT mood FROM core.activity"), ["hyvä"]);
    assert_eq!(
        workspace.column("SELECT count(*) FROM history.activity"),
        ["2"]
    );
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.as_of_activity(1)"),
        ["1"]
    );

    change(&workspace, "oma/fields.csv", MOOD, "");
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT DISTINCT extra FROM history.activity ORDER BY 1"),
        ["{\"Tunnelma\":\"hyvä\"}", "{\"mood\":\"hyvä\"}"]
    );
    workspace.kooste(&["doctor"]).ends(0);
}

#[test]
fn a_form_that_comes_gets_its_tables_and_its_reports_are_read() {
    let workspace = workspace();
    workspace.put("inbox/2018-11/askola lokakuu 2018.csv", REPORT);
    workspace.put("inbox/2018-11/askola käynnit lokakuu 2018.csv", VISITS);
    workspace.kooste(&["run", "--no-report"]).ends(0);

    add_line(
        &workspace,
        "oma/forms.csv",
        "visits,Käyntiraportti,Besöksrapport,Visits,käynnit",
    );
    add_line(
        &workspace,
        "oma/fields.csv",
        "visits,visit_date,date,yes,,Käyntipäivä,Besöksdag,Visit date,,,,\n\
         visits,visitors,count,yes,persons,Kävijämäärä,Antal besökare,Visitors,,,,",
    );
    change(
        &workspace,
        "oma/programme.toml",
        "[[list]]",
        "[[form]]\ncode = \"visits\"\ntable = \"visit\"\n\n[[list]]",
    );
    change(
        &workspace,
        "kooste.toml",
        "\"narrative\"]",
        "\"narrative\", \"visits\"]",
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT visitors FROM core.visit ORDER BY row_number"),
        ["5", "7"]
    );
    workspace.kooste(&["doctor"]).ends(0);
}
