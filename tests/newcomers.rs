//! What somebody does who sees the program for the first time: wrong, broken and odd input. The run goes on, and
//! nothing else is lost.

use std::fs;

use crate::kit::{Workspace, kooste};

/// A small report of Askola that is in order.
const GOOD: &str = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;12\r\n\
    12.10.2018;III;Koulutus;Lapset puheeksi -koulutus;24\r\n";

fn with_good_report() -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/2018-10/askola_toimenpiteet.csv", GOOD);
    workspace
}

/// Expects that the good report is loaded and the other file is a rejected submission with this code.
#[track_caller]
fn is_rejected_alone(workspace: &Workspace, file: &str, code: &str) {
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.activity"),
        ["2"]
    );
    let sql = format!(
        "SELECT issue.code FROM meta.issue AS issue JOIN meta.submission AS submission USING (submission_id) \
         WHERE submission.path LIKE '%{file}' AND submission.state = 'rejected' ORDER BY issue.code"
    );
    assert_eq!(workspace.column(&sql), [code], "{file}");
}

#[test]
fn an_empty_file_is_a_rejected_submission() {
    let workspace = with_good_report();
    workspace.put("inbox/2018-10/hanko.xlsx", "");
    is_rejected_alone(&workspace, "hanko.xlsx", "format-error");
}

#[test]
fn a_corrupt_workbook_is_a_rejected_submission() {
    let workspace = with_good_report();
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.extend((0..4000_u32).map(|number| (number * 7 % 251) as u8));
    workspace.put("inbox/2018-10/hanko.xlsx", bytes);
    is_rejected_alone(&workspace, "hanko.xlsx", "format-error");
}

#[test]
fn a_picture_with_the_name_of_a_workbook_is_named_as_what_it_is() {
    let workspace = with_good_report();
    workspace.put(
        "inbox/2018-10/hanko.xlsx",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01",
    );
    is_rejected_alone(&workspace, "hanko.xlsx", "format-error");
    let message = workspace.column(
        "SELECT message_fi FROM meta.issue WHERE path LIKE '%hanko.xlsx' AND code = 'format-error'",
    );
    assert_eq!(
        message,
        ["hanko.xlsx: Tiedosto on kuva, ei taulukko. Lähetä taulukko, josta kuva otettiin."]
    );
}

#[test]
fn an_enormous_file_is_a_rejected_submission() {
    let workspace = with_good_report();
    let path = workspace.path().join("kooste.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\n[limits]\nfile_bytes = 5000\n")).unwrap();
    workspace.put("inbox/2018-10/hanko.csv", "a;b\r\n".repeat(2000));
    is_rejected_alone(&workspace, "hanko.csv", "file-too-large");
    let archived =
        workspace.column("SELECT archived FROM meta.submission WHERE file_name = 'hanko.csv'");
    assert_eq!(archived, ["false"]);
}

#[test]
fn nothing_usable_ends_with_exit_code_1() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.xlsx", "");
    let run = workspace.kooste(&["run", "--lang", "en"]).ends(1);
    assert!(
        run.stderr().contains("hanko.xlsx: The file is empty."),
        "{}",
        run.stderr()
    );
    // The same file again is nothing new.
    workspace.kooste(&["run"]).ends(0);
}

#[test]
fn strict_ends_with_exit_code_3_when_something_was_rejected() {
    let workspace = with_good_report();
    workspace.put("inbox/2018-10/hanko.xlsx", "");
    workspace
        .kooste(&["run", "--strict", "--no-report"])
        .ends(3);
}

#[test]
fn a_missing_inbox_is_said_and_nothing_is_made() {
    let workspace = Workspace::of_region("uusimaa");
    fs::remove_dir(workspace.path().join("inbox")).unwrap();
    workspace
        .kooste(&["run", "--lang", "en"])
        .ends(2)
        .says("does not exist");
    assert!(!workspace.path().join("warehouse.duckdb").exists());
}

#[test]
fn a_file_that_is_not_there_is_named() {
    kooste(&["check", "no-such-file.xlsx", "--lang", "en"])
        .ends(2)
        .says("the file `no-such-file.xlsx` cannot be read");
}

#[test]
fn the_same_bytes_again_are_no_new_run() {
    let workspace = with_good_report();
    workspace.kooste(&["run", "--no-report"]).ends(0);
    workspace
        .kooste(&["run", "--no-report"])
        .ends(0)
        .says("Mikään ei ole muuttunut");
    assert_eq!(workspace.column("SELECT count(*) FROM meta.run"), ["1"]);
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.activity"),
        ["2"]
    );
}

#[test]
fn a_personal_identity_code_reaches_nothing() {
    let workspace = Workspace::of_region("uusimaa");
    // 131052-308T is the example of the authority that gives the codes.
    workspace.put(
        "inbox/2018-10/askola_toimenpiteet.csv",
        GOOD.replace("Perhekeskustyöryhmä", "Perheen tapaaminen 131052-308T"),
    );
    let run = workspace.kooste(&["run", "-v"]);
    assert!(!run.stderr().contains("308T"));
    assert_eq!(
        workspace
            .column("SELECT code FROM meta.issue WHERE code = 'personal-data'")
            .len(),
        1
    );
    for entry in walk(workspace.path()) {
        let bytes = fs::read(&entry).unwrap();
        let inbox = entry.starts_with(workspace.path().join("inbox"));
        let holds = bytes.windows(11).any(|window| window == b"131052-308T");
        assert!(inbox || !holds, "{}", entry.display());
    }
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(walk(&path))
        } else {
            found.push(path)
        }
    }
    found
}
