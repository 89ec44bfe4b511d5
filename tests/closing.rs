//! Closed months stay as they were approved; what comes later is a revision in the next report.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::kit::Workspace;

fn report(month: &str, rows: &[&str]) -> String {
    let number = if month.starts_with("loka") {
        "10"
    } else {
        "11"
    };
    let rows: String = rows
        .iter()
        .map(|row| format!("5.{number}.2018;{row}\r\n"))
        .collect();
    format!(
        "Kunta;Askola\r\nRaportointikausi;{month} 2018\r\n\r\n\
         Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n{rows}"
    )
}

const FIRST: &str = "II;Kokous;Perhekeskustyöryhmä;12";
const SECOND: &str = "II;Koulutus;Lapset puheeksi -koulutus;24";

fn workspace() -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/askola lokakuu.csv", report("lokakuu", &[FIRST]));
    workspace.kooste(&["run"]).ends(0);
    workspace
}

fn pages(workspace: &Workspace, month: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = workspace.path().join("reports").join(month);
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    found.sort();
    found
}

const ADDRESS: &str = "monthly_summary.participants_total:uusimaa,2018-10-01,II";

#[test]
#[expect(clippy::too_many_lines, reason = "one story from closing to reopening")]
fn a_closed_month_keeps_its_report_and_later_data_become_revisions_of_the_next() {
    let workspace = workspace();
    workspace.put("branding/branding.toml", "accent = \"#7a1f4b\"\n");
    workspace
        .kooste(&["close", "2018-10", "--lang", "en"])
        .ends(0)
        .says("The month 2018-10 is closed");
    let approved = pages(&workspace, "2018-10");
    assert!(!approved.is_empty());

    workspace.put(
        "inbox/askola lokakuu korjattu.csv",
        report("lokakuu", &[FIRST, SECOND]),
    );
    workspace.kooste(&["run"]).ends(0);
    assert_eq!(pages(&workspace, "2018-10"), approved);
    assert_eq!(
        workspace.column("SELECT sum(participants_total) FROM core.activity"),
        ["36"]
    );
    let revision = "SELECT concat_ws(' ', before, after, cause, since_run, reported_in, after_close) \
        FROM mart.revision WHERE mart = 'monthly_summary' AND figure = 'participants_total'";
    assert_eq!(
        workspace.column(revision),
        ["12.0000 36.0000 resubmission 2 2018-11-01 1"]
    );
    let told = workspace.column("SELECT message_en FROM meta.issue WHERE code = 'period-closed'");
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("askola lokakuu korjattu.csv: The month “2018-10” is closed"),
        "{told:?}"
    );

    // The approved report comes back byte for byte, whatever was done to the files.
    for (path, _) in &approved {
        fs::write(path, "something else").unwrap();
    }
    workspace.kooste(&["report", "--month", "2018-10"]).ends(0);
    assert_eq!(pages(&workspace, "2018-10"), approved);

    // It is made anew from the facts that stood then, whatever came since.
    let made = workspace
        .kooste(&["report", "--as-of-close", "--json"])
        .ends(0)
        .json();
    let files: Vec<String> = made["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| format!("{} {}", file["file"], file["same"]))
        .collect();
    assert_eq!(files.len(), approved.len());
    assert!(files.iter().all(|file| file.ends_with("true")), "{files:?}");
    assert!(
        files.contains(&String::from(r#""2018-10/summary.fi.html" true"#)),
        "{files:?}"
    );
    assert_eq!(pages(&workspace, "2018-10"), approved);
    // The region's settings and look of then are kept too, and `doctor` knows what the archive holds.
    let settings = fs::read_to_string(workspace.path().join("kooste.toml")).unwrap();
    workspace.put(
        "kooste.toml",
        settings
            .replace("min_count = 5", "min_count = 3")
            .replace("due_day = 10", "due_day = 15"),
    );
    workspace.put("branding/branding.toml", "accent = \"#1f4b7a\"\n");
    workspace.kooste(&["run"]).ends(0);
    workspace
        .kooste(&["report", "--as-of-close", "--lang", "en"])
        .ends(0);
    workspace.kooste(&["doctor", "--repair"]).ends(0);
    workspace.kooste(&["report", "--as-of-close"]).ends(0);

    workspace
        .kooste(&["reopen", "2018-10", "--why", "a wrong figure"])
        .ends(0);
    workspace.kooste(&["run"]).ends(0);
    assert_ne!(pages(&workspace, "2018-10"), approved);
    assert_eq!(
        workspace.column("SELECT why FROM meta.closing WHERE reopened_at IS NOT NULL"),
        ["a wrong figure"]
    );
}

#[test]
fn closing_is_refused_where_it_makes_no_sense() {
    let workspace = workspace();
    let english = |arguments: &[&str]| workspace.kooste(&[arguments, &["--lang", "en"]].concat());
    english(&["close", "2018-11"]).ends(2);
    english(&["reopen", "2018-10", "--why", "x"])
        .ends(2)
        .says("the month 2018-10 is not closed");
    english(&["close", "2018-10"]).ends(0);
    english(&["close", "2018-10"])
        .ends(2)
        .says("the month 2018-10 is closed already");
}

#[test]
fn a_difference_tells_figures_causes_and_reports() {
    let workspace = workspace();
    workspace.put(
        "inbox/askola lokakuu korjattu.csv",
        report("lokakuu", &[FIRST, SECOND]),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    workspace.put("inbox/askola marraskuu.csv", report("marraskuu", &[FIRST]));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let change = |arguments: &[&str]| {
        let arguments = [&["diff", "--json"], arguments].concat();
        let found = workspace.kooste(&arguments).ends(0).json();
        let changes = found["changes"].as_array().unwrap().clone();
        changes
            .into_iter()
            .find(|change| change["address"] == ADDRESS)
    };
    let changed = change(&["--from", "1", "--to", "2"]).unwrap();
    assert_eq!(
        (&changed["before"], &changed["after"]),
        (&json!(12.0), &json!(36.0))
    );
    assert_eq!(changed["cause"], "resubmission");
    assert_eq!(change(&["--from", "1"]).unwrap(), changed);
    assert_eq!(change(&[]), None);
    let told = workspace
        .kooste(&["diff", "--from", "1", "--lang", "en"])
        .ends(0)
        .stdout();
    assert!(
        told.contains(&format!(
            "{ADDRESS}: 12 → 36 (new version, 2: askola/activities/2018-10/"
        )),
        "{told}"
    );
    workspace
        .kooste(&["diff", "--from", "7", "--lang", "en"])
        .ends(2)
        .says("there are no runs 7 and 3");
}

#[test]
fn a_late_report_is_the_cause_of_what_it_changes() {
    let workspace = workspace();
    workspace.put("inbox/askola marraskuu.csv", report("marraskuu", &[FIRST]));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let hanko = report("lokakuu", &[SECOND]).replace("Askola", "Hanko");
    workspace.put("inbox/hanko lokakuu.csv", hanko);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let revision = "SELECT concat_ws(' ', before, after, cause, reported_in) FROM mart.revision \
        WHERE mart = 'key_figure' AND key = '2018-10-01,participants'";
    assert_eq!(
        workspace.column(revision),
        ["12.0000 36.0000 late_report 2018-11-01"]
    );
}

#[test]
fn pages_that_a_run_could_not_write_any_more_are_written_by_the_next() {
    let workspace = workspace();
    fs::remove_dir_all(workspace.path().join("reports")).unwrap();
    workspace.kooste(&["run"]).ends(0);
    assert!(!pages(&workspace, "2018-10").is_empty());
    let run = workspace.kooste(&["run", "--json"]).ends(0).json();
    assert_eq!(run["pages"], json!([]));
}

#[test]
fn a_closed_report_that_cannot_be_made_anew_is_said() {
    let workspace = workspace();
    let english = |arguments: &[&str]| workspace.kooste(&[arguments, &["--lang", "en"]].concat());
    english(&["report", "--as-of-close", "--month", "2018-10"])
        .ends(2)
        .says("the month 2018-10 is not closed");
    english(&["close", "2018-10"]).ends(0);
    let id = &workspace.column("SELECT snapshot_id FROM meta.closing")[0];
    let kept = workspace
        .path()
        .join(format!("archive/{}/{id}.gz", &id[..2]));
    let whole = fs::read(&kept).unwrap();
    fs::write(&kept, &whole[..whole.len() / 2]).unwrap();
    english(&["report", "--as-of-close"])
        .ends(2)
        .says("is not in the archive as it was");
    english(&["doctor"]).ends(2);
    fs::write(&kept, whole).unwrap();
    english(&["report", "--as-of-close"]).ends(0);
}
