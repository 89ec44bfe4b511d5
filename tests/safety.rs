//! Faults of the machine: what cannot be read, a warehouse in use, a disk that is full.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;
use std::process::{Command, Output};

use kooste_transform::warehouse::Warehouse;

use crate::kit::{NOW, Workspace};

/// The beginning of a report of a municipality.
fn header(municipality: &str) -> String {
    format!(
        "Kunta;{municipality}\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
         Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n"
    )
}

/// A report of one activity.
fn report(municipality: &str) -> String {
    format!(
        "{}5.10.2018;II;Kokous;Perhekeskustyöryhmä;12\r\n",
        header(municipality)
    )
}

/// A shell command in which `$0` is `kooste`.
fn shell(workspace: &Path, script: &str) -> Output {
    Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_kooste")])
        .current_dir(workspace)
        .env("SOURCE_DATE_EPOCH", NOW)
        .output()
        .unwrap()
}

fn all_below(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    found.push(folder.to_owned());
    if folder.is_dir() {
        for entry in fs::read_dir(folder).unwrap() {
            all_below(&entry.unwrap().path(), found);
        }
    }
}

/// Runs as somebody whom permissions bind: the superuser, as whom tests run in containers, may read everything.
fn run_as_anybody(workspace: &Path, arguments: &str) -> Output {
    const NOBODY: u32 = 65_534;
    let probe = tempfile::NamedTempFile::new().unwrap();
    fs::set_permissions(probe.path(), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(probe.path()).is_err() {
        return shell(workspace, &format!("exec \"$0\" {arguments}"));
    }
    let mut paths = Vec::new();
    all_below(workspace, &mut paths);
    for path in paths {
        chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    }
    shell(
        workspace,
        &format!(
            "exec setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups \"$0\" {arguments}"
        ),
    )
}

#[test]
fn a_file_or_folder_without_permission_is_rejected_and_the_run_goes_on() {
    let workspace = Workspace::of_region("uusimaa");
    workspace
        .put("inbox/2018-10/hanko.csv", report("Hanko"))
        .put("inbox/2018-10/lohja.csv", report("Lohja"))
        .put("inbox/closed/vihti.csv", report("Vihti"));
    let set = |path: &str, mode: u32| {
        let path = workspace.path().join(path);
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    set("inbox/2018-10/lohja.csv", 0o000);
    set("inbox/closed", 0o000);
    let run = run_as_anybody(workspace.path(), "run --no-report --lang en");
    let words = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(0), "{words}");
    assert!(
        words.contains("lohja.csv: The file or folder cannot be read"),
        "{words}"
    );
    assert!(
        words.contains("closed: The file or folder cannot be read"),
        "{words}"
    );
    assert_eq!(
        workspace.column("SELECT DISTINCT organisation_code FROM core.activity"),
        ["hanko"]
    );
    let again = run_as_anybody(workspace.path(), "run --no-report --json");
    let told: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(told["run_id"], serde_json::Value::Null);

    set("inbox/2018-10/lohja.csv", 0o644);
    set("inbox/closed", 0o755);
    let run = run_as_anybody(workspace.path(), "run --no-report");
    assert_eq!(run.status.code(), Some(0));
    assert_eq!(
        workspace.column("SELECT DISTINCT organisation_code FROM core.activity ORDER BY 1"),
        ["hanko", "lohja", "vihti"]
    );
    assert_eq!(
        workspace
            .column("SELECT DISTINCT resolved_run FROM meta.issue WHERE code = 'format-error'"),
        ["2"]
    );
}

#[test]
fn a_warehouse_in_use_is_said_and_ends_with_exit_code_4() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.csv", report("Hanko"));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let path = workspace.path().join("warehouse.duckdb");
    let held = Warehouse::open(&path, Some(1)).unwrap();
    for (language, words) in [
        ("fi", "on toisen ohjelman käytössä"),
        ("sv", "används av ett annat program"),
        ("en", "is in use by another program"),
    ] {
        for command in [&["run"][..], &["status"]] {
            let arguments = [command, &["--lang", language]].concat();
            workspace.kooste(&arguments).ends(4).says(words);
        }
    }
    drop(held);
    workspace.kooste(&["run"]).ends(0);
}

#[test]
fn one_run_at_a_time_writes_and_others_read_meanwhile() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.csv", report("Hanko"));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    // As long as a run goes on, it has this lock.
    let running = fs::File::open(workspace.path().join(".warehouse.duckdb.lock")).unwrap();
    running.lock().unwrap();
    workspace.put("inbox/lohja.csv", report("Lohja"));
    for command in [&["run"][..], &["close", "2018-10"], &["doctor", "--repair"]] {
        let arguments = [command, &["--lang", "en"]].concat();
        let words = "is in use by another program";
        workspace.kooste(&arguments).ends(4).says(words);
    }
    workspace.kooste(&["status"]).ends(0);
    drop(running);
    workspace.kooste(&["run"]).ends(0);
    assert_eq!(workspace.column("SELECT count(*) FROM meta.run"), ["2"]);
}

#[test]
fn no_command_writes_into_the_file_of_the_last_good_warehouse() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.csv", report("Hanko"));
    workspace.kooste(&["run"]).ends(0);
    workspace.put("inbox/lohja.csv", report("Lohja"));
    let warehouse = workspace.path().join("warehouse.duckdb");
    // Another name of the same file shows what became of it.
    let before = workspace.path().join("before");
    for command in [
        &["run", "--no-report"][..],
        &["close", "2018-10"],
        &["reopen", "2018-10", "--why", "a late report"],
        &["doctor", "--repair"],
    ] {
        fs::hard_link(&warehouse, &before).unwrap();
        let bytes = fs::read(&before).unwrap();
        workspace.kooste(command).ends(0);
        assert!(fs::read(&before).unwrap() == bytes, "{command:?}");
        assert!(fs::read(&warehouse).unwrap() != bytes, "{command:?}");
        fs::remove_file(&before).unwrap();
        let left = fs::read_dir(workspace.path()).unwrap();
        let new = left.filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with("warehouse.duckdb.")
        });
        assert_eq!(new.count(), 0, "{command:?}");
    }
}

#[test]
fn a_full_disk_leaves_the_last_good_warehouse() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.csv", report("Hanko"));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    // Texts that do not compress.
    let mut state = 1_u64;
    let mut word = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        format!("{state:016x}")
    };
    let rows: String = (0..30_000)
        .map(|_| {
            let text: String = (0..12).map(|_| word()).collect();
            format!("5.10.2018;II;Kokous;{text};12\r\n")
        })
        .collect();
    workspace.put("inbox/lohja.csv", format!("{}{rows}", header("Lohja")));
    let size = fs::metadata(workspace.path().join("warehouse.duckdb"))
        .unwrap()
        .len();
    // No file may grow beyond half of the warehouse, so that it cannot be copied, or a little more than it, so that the
    // copy cannot grow: each write past it fails as on a full disk.
    for blocks in [size / 1024, size / 512 + 512] {
        let run = shell(
            workspace.path(),
            &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" run --no-report --lang en"),
        );
        let words = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{words}");
        assert!(words.contains("hint: free some space"), "{words}");
        assert_eq!(workspace.column("SELECT count(*) FROM meta.run"), ["1"]);
        assert_eq!(
            workspace.column("SELECT count(*) FROM core.activity"),
            ["1"]
        );
    }
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.activity"),
        ["30001"]
    );
}

#[test]
fn a_folder_where_nothing_may_be_written_is_said_and_nothing_is_left_behind() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.csv", report("Hanko"));
    workspace.put("archive", "a file where a folder should be");
    workspace
        .kooste(&["run", "--no-report", "--lang", "en"])
        .ends(2)
        .says("cannot be written");
    fs::remove_file(workspace.path().join("archive")).unwrap();
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.activity"),
        ["1"]
    );
}

#[test]
fn an_inbox_that_vanishes_is_said_and_the_warehouse_stays() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.csv", report("Hanko"));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    fs::remove_dir_all(workspace.path().join("inbox")).unwrap();
    for command in ["run", "plan"] {
        workspace
            .kooste(&[command, "--lang", "en"])
            .ends(2)
            .says("does not exist");
    }
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.activity"),
        ["1"]
    );
    // An empty one takes nothing away either: what came stays.
    fs::create_dir(workspace.path().join("inbox")).unwrap();
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.activity"),
        ["1"]
    );
}

#[test]
fn a_damaged_warehouse_is_said_and_left_as_it_is() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/hanko.csv", report("Hanko"));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let path = workspace.path().join("warehouse.duckdb");
    let whole = fs::read(&path).unwrap();
    let half = &whole[..whole.len() / 2];
    fs::write(&path, half).unwrap();
    workspace.put("inbox/lohja.csv", report("Lohja"));
    let said = workspace.kooste(&["run", "--no-report", "--lang", "en"]);
    said.ends(2).says("hint: restore it from a backup");
    assert!(fs::read(&path).unwrap() == half);
    fs::write(&path, &whole).unwrap();
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.activity"),
        ["2"]
    );
}
