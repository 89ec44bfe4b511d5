//! A decision made later is applied to what came before: the affected file is read again from the archive.

use serde_json::json;

use crate::kit::Workspace;

const REPORT: &str = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;12\r\n\
    8.10.2018;II;Kokous;Perhekeskustyöryhmä;14\r\n\
    12.10.2018;Xyzzy;Koulutus;Lapset puheeksi -koulutus;24\r\n";

const DECISION: &str = "[[decision]]\nkind = \"value\"\nfield = \"development_area\"\nfound = \"Xyzzy\"\nmeans = \"III\"\n\
    organisation = \"askola\"\nby = \"agent\"\non = 2018-11-05\nwhy = \"their own word\"\n";

#[test]
fn a_decision_clears_what_it_settles_and_reads_nothing_else_again() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/askola.csv", REPORT);
    workspace.put("inbox/hanko.csv", REPORT.replace("Askola", "Hanko"));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let loaded = "SELECT concat_ws(' ', organisation_code, count(*)) FROM core.activity GROUP BY organisation_code ORDER BY 1";
    assert_eq!(workspace.column(loaded), ["askola 2", "hanko 2"]);

    workspace.put("decisions.toml", DECISION);
    let plan = workspace.kooste(&["plan", "--json"]).ends(0).json();
    assert_eq!(plan["files"]["read_again"], 1);
    let run = workspace
        .kooste(&["run", "--no-report", "--json"])
        .ends(0)
        .json();
    assert_eq!(run["files"]["again"], 1);
    assert_eq!(run["issues_cleared"], 1);
    assert_eq!(run["files"]["new"], 0);
    assert_eq!(workspace.column(loaded), ["askola 3", "hanko 2"]);
    assert_eq!(
        workspace.column(
            "SELECT concat_ws(' ', path, first_run, resolved_run) FROM meta.issue WHERE code = 'code-unknown' ORDER BY path"
        ),
        ["inbox/askola.csv 1 2", "inbox/hanko.csv 1"]
    );
    let words = workspace.kooste(&["run", "--no-report", "--lang", "en"]);
    words.ends(0).says("Nothing has changed");

    // Taken back, it no longer holds.
    workspace.put("decisions.toml", "");
    let run = workspace
        .kooste(&["run", "--no-report", "--json"])
        .ends(0)
        .json();
    assert_eq!(run["files"]["again"], json!(1));
    assert_eq!(workspace.column(loaded), ["askola 2", "hanko 2"]);
}
