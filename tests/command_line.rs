//! What is typed wrongly is answered with place, cause and what to do, in the language asked for.

use std::fs;

use crate::kit::{Workspace, kooste};

#[test]
fn help_comes_in_three_languages_on_stdout() {
    let finnish = kooste(&["run", "--help"]).ends(0).stdout();
    assert!(finnish.starts_with("Kuukauden kooste"), "{finnish}");
    let swedish = kooste(&["run", "--help", "--lang", "sv"]).ends(0).stdout();
    assert!(
        swedish.contains("Användning: kooste run [FLAGGOR]"),
        "{swedish}"
    );
    let english = kooste(&["--lang=en", "--help"]).ends(0).stdout();
    assert!(english.contains("Exit codes: 0 done"), "{english}");
}

#[test]
fn version_is_printed_on_stdout() {
    let version = kooste(&["--version"]).ends(0).stdout();
    assert_eq!(version, format!("kooste {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_unknown_flag_is_answered_with_the_nearest_one() {
    kooste(&["run", "--strikt", "--lang", "en"])
        .ends(2)
        .says("error: unknown option `--strikt`")
        .says("hint: did you mean `--strict`?");
}

#[test]
fn an_unknown_command_is_answered_with_the_nearest_one() {
    kooste(&["statsu"])
        .ends(2)
        .says("tuntematon komento `statsu`")
        .says("`status`");
}

#[test]
fn a_month_must_be_written_as_one() {
    kooste(&["run", "--month", "10/2018", "--lang", "en"])
        .ends(2)
        .says("`10/2018` does not do as `--month <YYYY-MM>`")
        .says("hint: write year and month like this: 2018-10");
}

#[test]
fn what_lacks_or_is_too_much_is_said() {
    kooste(&["run", "--month", "--lang", "en"])
        .ends(2)
        .says("`--month <YYYY-MM>` has no value");
    kooste(&["init", "a", "b", "--blank", "--lang", "en"])
        .ends(2)
        .says("superfluous: `b`");
    kooste(&["rnu", "--lang", "en"])
        .ends(2)
        .says("did you mean `run`?");
}

#[test]
fn a_command_line_that_is_not_understood_is_answered_in_json_where_json_is_asked_for() {
    let run = kooste(&["run", "--month", "lokakuu", "--json"]).ends(2);
    assert!(
        run.stdout().contains("\"exit_code\": 2"),
        "{}",
        run.stdout()
    );
}

#[test]
fn an_empty_workspace_is_said_to_be_empty() {
    let workspace = Workspace::of_region("uusimaa");
    workspace
        .kooste(&["reopen", "2018-10", "--why", " ", "--lang", "en"])
        .ends(2)
        .says("tell with --why why the month is opened");
    workspace
        .kooste(&["query", " ", "--lang", "en"])
        .ends(2)
        .says("give a valid SQL statement");
}

#[test]
fn a_month_outside_the_project_is_refused() {
    let workspace = Workspace::of_region("uusimaa");
    workspace
        .kooste(&["run", "--month", "2025-01", "--lang", "en"])
        .ends(2)
        .says("the month 2025-01 is outside the project, 2017-02–2018-12");
}

#[test]
fn a_folder_without_a_region_file_is_no_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    for command in [
        &["run"][..],
        &["status"],
        &["report"],
        &["query", "SELECT 1"],
    ] {
        let arguments = [command, &["--workspace", path, "--lang", "en"]].concat();
        kooste(&arguments)
            .ends(2)
            .says("is no workspace: it has no file kooste.toml")
            .says("hint: make a workspace: kooste init DIR --region NAME");
    }
}

#[test]
fn a_workspace_that_never_ran_has_no_warehouse() {
    let workspace = Workspace::of_region("uusimaa");
    workspace
        .kooste(&["status", "--lang", "en"])
        .ends(2)
        .says("does not exist yet")
        .says("hint: run first: kooste run");
}

#[test]
fn init_refuses_a_folder_with_something_in_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    kooste(&[
        "init",
        folder.path().to_str().unwrap(),
        "--blank",
        "--lang",
        "en",
    ])
    .ends(2)
    .says("already holds something else");
    let notes = std::fs::read_to_string(folder.path().join("notes.txt")).unwrap();
    assert_eq!(notes, "mine");
}

#[test]
fn a_blank_region_file_can_be_run_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    kooste(&["init", path, "--blank"]).ends(0);
    kooste(&["run", "--workspace", path]).ends(0);
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new");
    let run = kooste(&["init", path.to_str().unwrap(), "--blank", "-q"]).ends(0);
    assert_eq!((run.stdout(), run.stderr()), (String::new(), String::new()));
}

#[test]
fn a_run_lists_its_errors_and_under_verbose_everything() {
    let workspace = Workspace::of_region("uusimaa");
    let report = "Kunta;Ekenäs\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
        Päivämäärä;Kunta;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
        5.10.2018;Tammisaari;II;Kokous;Perhekeskustyöryhmä;12\r\n\
        6.10.2018;Raasepori;II;;Ilman tyyppiä;7\r\n";
    workspace.put("inbox/raasepori.csv", report);
    let run = |arguments: &[&str]| {
        let all = [&["run", "--no-report"], arguments].concat();
        workspace.kooste(&all).ends(0).stderr()
    };
    let told = run(&["--lang", "sv"]);
    let error = "fel: raasepori.csv › D6:";
    assert!(told.contains(error), "{told}");
    assert!(
        !told.contains("varning:") && !told.contains("anmärkning:"),
        "{told}"
    );
    // A file that only has another name is no new one.
    fs::rename(
        workspace.path().join("inbox/raasepori.csv"),
        workspace.path().join("inbox/raaseporin raportti.csv"),
    )
    .unwrap();
    let told = run(&["--lang", "en"]);
    assert!(
        told.contains("The content of one file is already read under another name."),
        "{told}"
    );
    let corrected = report.replace(";II;;", ";II;Kokous;");
    workspace.put("inbox/raasepori korjattu.csv", corrected);
    let told = run(&["--lang", "sv", "-v"]);
    // Places are called in the language of the message.
    assert!(
        told.contains("anmärkning:") && told.contains("Raseborg (710)"),
        "{told}"
    );
}
