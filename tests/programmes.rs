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
fn a_code_that_comes_is_read_and_one_that_goes_stays_with_the_earlier_version() {
    let workspace = workspace();
    let report = REPORT
        .replace("Tunnelma", "Kohderyhmä")
        .replace("hyvä", "lapset");
    workspace.put("inbox/2018-11/askola lokakuu 2018.csv", report);
    workspace.kooste(&["run"]).ends(0);
    workspace.kooste(&["close", "2018-10"]).ends(0);
    change(
        &workspace,
        "oma/codelists.csv",
        "activity_type,meeting,",
        "activity_type,gathering,",
    );
    change(
        &workspace,
        "oma/codelists.csv",
        "target_group,children,",
        "target_group,kids,",
    );
    workspace.kooste(&["plan"]).ends(0);
    workspace.kooste(&["run"]).ends(0);
    let kinds = |from: &str| {
        workspace.column(&format!(
            "SELECT DISTINCT concat_ws(' ', activity_type, target_group[1]) FROM {from} ORDER BY 1"
        ))
    };
    assert_eq!(kinds("core.activity"), ["gathering kids"]);
    assert_eq!(
        kinds("history.activity"),
        ["gathering kids", "meeting children"]
    );
    assert_eq!(kinds("core.as_of_activity(1)"), ["meeting children"]);
    workspace.kooste(&["report", "--as-of-close"]).ends(0);
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

const MEETINGS: &str = "-- table: Meetings per month.\n\
    -- inputs: core.activity\n\
    -- column period: First day of the month.\n\
    -- column meetings: Meetings held.\n\
    SELECT period, CAST(COUNT(*) AS INTEGER) AS meetings FROM core.activity\n\
    WHERE activity_type = 'meeting' GROUP BY period\n";

#[test]
fn a_model_of_ones_own_becomes_a_mart_that_only_the_inner_export_holds() {
    let workspace = workspace();
    workspace.put("inbox/2018-11/askola lokakuu 2018.csv", REPORT);
    workspace.put("oma/models/meetings.sql", MEETINGS);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let meetings = "SELECT period || ' ' || meetings FROM mart.meetings";
    assert_eq!(workspace.column(meetings), ["2018-10-01 1"]);
    assert_eq!(
        workspace.column("SELECT comment FROM duckdb_tables() WHERE table_name = 'meetings'"),
        ["Meetings per month."]
    );

    // A later run fills it anew; a changed model is made anew without reading a report again.
    let more = format!("{REPORT}6.10.2018;II;Kokous;Työryhmä;3;\r\n");
    workspace.put("inbox/2018-11/askola lokakuu 2018.csv", more);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(workspace.column(meetings), ["2018-10-01 2"]);
    change(
        &workspace,
        "oma/models/meetings.sql",
        "COUNT(*)",
        "10 * COUNT(*)",
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(workspace.column(meetings), ["2018-10-01 20"]);
    assert_eq!(
        workspace.column("SELECT count(*) FROM meta.report WHERE valid_from_run = 3"),
        ["0"]
    );

    workspace
        .kooste(&["export", "ulos", "--format", "csv"])
        .ends(0);
    assert!(!workspace.path().join("ulos/mart_meetings.csv").exists());
    workspace
        .kooste(&["export", "sisainen", "--internal", "--format", "csv"])
        .ends(0);
    assert!(workspace.path().join("sisainen/mart_meetings.csv").exists());
    workspace.kooste(&["doctor", "--repair"]).ends(0);

    fs::remove_file(workspace.path().join("oma/models/meetings.sql")).unwrap();
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'meetings'"),
        ["0"]
    );
}

#[test]
fn a_model_that_cannot_be_used_is_said_and_the_warehouse_stays() {
    let workspace = workspace();
    workspace.put("inbox/2018-11/askola lokakuu 2018.csv", REPORT);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let before = fs::read(workspace.path().join("warehouse.duckdb")).unwrap();
    for (name, sql, said) in [
        (
            "meetings",
            MEETINGS.replace("activity_type", "kind"),
            "kind",
        ),
        (
            "meetings",
            MEETINGS.replace("-- table: Meetings per month.\n", ""),
            "-- table:",
        ),
        (
            "meetings",
            MEETINGS.replace("-- column meetings:", "-- meetings:"),
            "-- column meetings:",
        ),
        (
            "meetings",
            MEETINGS.replace("core.activity\n--", "core.visit\n--"),
            "core.visit",
        ),
        (
            "meetings",
            MEETINGS.replace("GROUP BY period\n", "GROUP BY period; DROP TABLE meta.run"),
            "syntax",
        ),
        ("board", MEETINGS.to_owned(), "`board`"),
        ("Kokoukset 1", MEETINGS.to_owned(), "a to z"),
    ] {
        let file = format!("oma/models/{name}.sql");
        workspace.put(&file, sql);
        let run = workspace
            .kooste(&["run", "--no-report", "--lang", "en"])
            .ends(2);
        assert!(
            run.stderr().contains(&format!("models/{name}.sql")),
            "{}",
            run.stderr()
        );
        assert!(run.stderr().contains(said), "{said}: {}", run.stderr());
        fs::remove_file(workspace.path().join(&file)).unwrap();
    }
    assert_eq!(
        fs::read(workspace.path().join("warehouse.duckdb")).unwrap(),
        before
    );
}

#[test]
fn a_programme_without_a_form_that_the_figures_read_is_said() {
    let workspace = workspace();
    let fields = fs::read_to_string(workspace.path().join("oma/fields.csv")).unwrap();
    let without = |text: &str| {
        let kept: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("pilots,"))
            .collect();
        kept.join("\n")
    };
    workspace.put("oma/fields.csv", without(&fields));
    let forms = fs::read_to_string(workspace.path().join("oma/forms.csv")).unwrap();
    workspace.put("oma/forms.csv", without(&forms));
    let settings = fs::read_to_string(workspace.path().join("oma/programme.toml")).unwrap();
    let parts: Vec<&str> = settings
        .split("[[form]]")
        .filter(|part| !part.contains("\"pilots\""))
        .collect();
    workspace.put("oma/programme.toml", parts.join("[[form]]"));
    let region = fs::read_to_string(workspace.path().join("kooste.toml")).unwrap();
    workspace.put(
        "kooste.toml",
        region
            .replace(", \"pilots\"", "")
            .replace("pilots = \"quarter\", ", ""),
    );
    workspace.put("inbox/2018-11/askola lokakuu 2018.csv", REPORT);
    let run = workspace
        .kooste(&["run", "--no-report", "--lang", "en"])
        .ends(2);
    assert!(run.stderr().contains("core.pilot"), "{}", run.stderr());
}
