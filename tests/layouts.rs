//! Warehouses of earlier layouts are brought up to date by the next run.
//!
//! `layouts/N.duckdb.gz` was made by version 0.1.0 in its layout N: a run over [`REPORT`].

use std::fs;
use std::process::Command;

use crate::kit::{Workspace, root};

const REPORT: &str = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;noin 12\r\n\
    12.10.2018;II;Koulutus;Lapset puheeksi -koulutus;24\r\n";

/// A workspace with a warehouse of an earlier layout.
fn workspace(layout: &str) -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    let packed = root().join(format!("tests/layouts/{layout}.duckdb.gz"));
    let unpacked = Command::new("gzip")
        .arg("-dc")
        .arg(packed)
        .output()
        .unwrap();
    assert!(unpacked.status.success());
    workspace.put("warehouse.duckdb", unpacked.stdout);
    workspace.put("inbox/2018-10/askola.csv", REPORT);
    assert_eq!(workspace.column(LAYOUT), [layout]);
    for command in [
        &["status"][..],
        &["plan"],
        &["trace", "key_figure.value:2018-10,participants"],
    ] {
        workspace.kooste(command).ends(0);
    }
    workspace
}

/// A correction comes, and the warehouse is of the layout of today.
fn corrected(workspace: &Workspace) {
    workspace.put(
        "inbox/2018-10/askola korjattu.csv",
        format!("{REPORT}19.10.2018;III;Koulutus;Ihmeelliset vuodet;7\r\n"),
    );
    workspace.kooste(&["run"]).ends(0);
    assert_eq!(workspace.column(LAYOUT), ["5"]);
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.activity"),
        ["3"]
    );
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.as_of_activity(1)"),
        ["2"]
    );
    assert_eq!(
        workspace.column(
            "SELECT concat_ws(' ', before, after, cause) FROM meta.figure_change \
             WHERE mart = 'key_figure' AND key = '2018-10-01,participants'"
        ),
        ["36.0000 43.0000 resubmission"]
    );
}

const LAYOUT: &str = "SELECT version FROM meta.schema_version";

#[test]
fn a_warehouse_of_the_fourth_layout_goes_on_with_codes_as_texts() {
    let workspace = workspace("4");
    let types = "SELECT data_type FROM duckdb_columns() WHERE schema_name = 'store' AND column_name = 'activity_type'";
    assert_eq!(workspace.column(types), ["VARCHAR"]);
    corrected(&workspace);
    assert_eq!(workspace.column(types), ["VARCHAR"]);
    assert_eq!(
        workspace.column("SELECT DISTINCT activity_type FROM history.activity ORDER BY 1"),
        ["meeting", "training"]
    );
    workspace.kooste(&["close", "2018-10"]).ends(0);
    workspace.kooste(&["report", "--as-of-close"]).ends(0);
}

#[test]
fn a_warehouse_of_the_third_layout_is_read_planned_with_and_brought_up_to_date() {
    let workspace = workspace("3");
    let address = "key_figure.approximate_values:2018-10,participants";
    let traced = |workspace: &Workspace| {
        let found = workspace
            .kooste(&["trace", address, "--json"])
            .ends(0)
            .json();
        (found["value"].clone(), found["sum"].clone())
    };
    assert_eq!(traced(&workspace), (1.into(), 1.into()));
    corrected(&workspace);
    assert_eq!(traced(&workspace), (1.into(), 1.into()));
}

#[test]
fn a_warehouse_of_the_second_layout_is_read_planned_with_and_brought_up_to_date() {
    let workspace = workspace("2");
    corrected(&workspace);
    workspace.kooste(&["close", "2018-10"]).ends(0);
    workspace.kooste(&["report", "--as-of-close"]).ends(0);
}

#[test]
fn a_warehouse_of_the_first_layout_is_read_planned_with_and_brought_up_to_date() {
    let workspace = workspace("1");
    workspace
        .kooste(&["diff", "--lang", "en"])
        .ends(2)
        .says("was laid out by an earlier version");
    assert_eq!(workspace.column(LAYOUT), ["1"]);
    corrected(&workspace);
    // Its archive is not here, but the file still lies in the inbox.
    workspace.kooste(&["doctor", "--repair"]).ends(0);
    assert!(
        fs::read_dir(workspace.path().join("reports/2018-10"))
            .unwrap()
            .count()
            > 1
    );
}
