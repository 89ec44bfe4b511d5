//! `check`, `inspect`, `table`, `status` and `query` on what the demo read.

use std::fs;

use crate::kit::{Workspace, demo, kooste, kooste_in};

const REPORT: &str = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä;Sää\r\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;noin 12;pilvistä\r\n\
    12.10.2018;III;Koulutus;\"Lapset puheeksi; osa 2\";24;\r\n";

fn workspace() -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("askola.csv", REPORT);
    workspace
}

#[test]
fn a_table_comes_out_as_rfc_4180() {
    let table = workspace()
        .kooste(&["table", "askola.csv"])
        .ends(0)
        .stdout();
    assert_eq!(
        table,
        "Päivämäärä,Kehittämiskokonaisuus,Toimenpiteen tyyppi,Toimenpide,Osallistujat yhteensä,Sää\r\n\
         5.10.2018,II,Kokous,Perhekeskustyöryhmä,noin 12,pilvistä\r\n\
         12.10.2018,III,Koulutus,Lapset puheeksi; osa 2,24,\r\n"
    );
}

#[test]
fn a_sheet_that_is_not_there_is_named() {
    workspace()
        .kooste(&[
            "table",
            "askola.csv",
            "--sheet",
            "Taulukko9",
            "--lang",
            "en",
        ])
        .ends(2)
        .says("has no sheet `Taulukko9`");
}

#[test]
fn an_inspection_tells_why_each_column_was_taken_for_what() {
    let result = workspace()
        .kooste(&["inspect", "askola.csv", "--json"])
        .ends(0)
        .json();
    assert_eq!(result["format"], "csv");
    assert_eq!(result["encoding"], "utf-8");
    assert_eq!(result["dialect"]["delimiter"], ";");
    let table = &result["sheets"][0]["tables"][0];
    assert_eq!(table["form"], "activities");
    assert_eq!(table["header_rows"], serde_json::json!([4, 4]));
    let fields: Vec<&str> = table["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| column["field"].as_str().unwrap_or("-"))
        .collect();
    assert_eq!(
        fields,
        [
            "start_date",
            "development_area",
            "activity_type",
            "title",
            "participants_total",
            "-"
        ]
    );
    assert_eq!(table["columns"][0]["how"], "label");
    assert_eq!(result["reports"][0]["organisation"], "askola");
    assert_eq!(result["reports"][0]["month"], "2018-10");
}

#[test]
fn an_inspection_in_words_names_encoding_and_columns() {
    let words = workspace()
        .kooste(&["inspect", "askola.csv", "--lang", "en"])
        .ends(0)
        .stdout();
    for part in [
        "Encoding utf-8, delimiter ;",
        "Table 1: Activities, header rows 4",
        "participants_total",
    ] {
        assert!(words.contains(part), "{part}\n{words}");
    }
}

#[test]
fn a_check_gives_a_verdict_without_a_warehouse() {
    let workspace = workspace();
    let run = workspace
        .kooste(&["check", "askola.csv", "--lang", "en"])
        .ends(0);
    assert!(
        run.stdout().starts_with("✓ askola.csv: in order"),
        "{}",
        run.stdout()
    );
    assert!(
        run.stdout()
            .contains("askola.csv › F4: The column “Sää” matches no field"),
        "{}",
        run.stdout()
    );
    assert!(!workspace.path().join("warehouse.duckdb").exists());
}

#[test]
fn a_check_outside_a_workspace_finds_the_region_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("askola.csv");
    fs::write(&path, REPORT).unwrap();
    let result = kooste_in(folder.path(), &["check", "askola.csv", "--json"])
        .ends(0)
        .json();
    assert_eq!(result["files"][0]["verdict"], "good");
    assert_eq!(result["files"][0]["reports"][0]["organisation"], "askola");
}

#[test]
fn a_check_of_rubbish_ends_with_exit_code_1() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rubbish.xlsx"), b"%PDF-1.4\n").unwrap();
    let run = kooste_in(folder.path(), &["check", "rubbish.xlsx", "--lang", "sv"]).ends(1);
    assert!(
        run.stdout().contains("Filen är en PDF, ingen tabell."),
        "{}",
        run.stdout()
    );
}

#[test]
fn the_board_shows_every_organisation() {
    let folder = demo("uusimaa");
    let board = kooste_in(&folder, &["status", "--lang", "sv"])
        .ends(0)
        .stdout();
    assert!(board.contains("Ingå kommun"), "{board}");
    assert!(board.contains("Inkommit "), "{board}");
}

#[test]
fn a_query_answers_in_three_formats() {
    let folder = demo("uusimaa");
    let sql =
        "SELECT organisation_code AS code FROM ref.organisation WHERE organisation_code = 'inkoo'";
    let answer = |format| {
        kooste_in(&folder, &["query", sql, "--format", format])
            .ends(0)
            .stdout()
    };
    assert_eq!(answer("csv"), "code\r\ninkoo\r\n");
    assert_eq!(answer("json"), "[\n{\"code\":\"inkoo\"}\n]\n");
    assert!(answer("table").contains("inkoo"));
}

#[test]
fn a_query_can_change_nothing_and_reach_no_file() {
    let folder = demo("uusimaa");
    for sql in [
        "DELETE FROM meta.run",
        "CREATE TABLE x (y INTEGER)",
        "SELECT * FROM read_csv('kooste.toml')",
        "COPY (SELECT 1) TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "SELEC 1",
    ] {
        kooste(&[
            "query",
            sql,
            "--workspace",
            folder.to_str().unwrap(),
            "--lang",
            "en",
        ])
        .ends(2)
        .says("the query cannot be carried out");
    }
    assert!(!folder.join("out.csv").exists() && !folder.join("other.duckdb").exists());
}
