//! A run that is killed at any moment leaves the last good state, and the next run ends as an undisturbed one would.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::park_timeout;
use std::time::{Duration, Instant};

use kooste_transform::warehouse::{Warehouse, WarehouseError};
use tempfile::TempDir;

use crate::determinism::dump;
use crate::kit::{NOW, demo};

/// Kills, over both situations.
const KILLS: u32 = 200;

/// Copies files with their times.
fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
        return;
    }
    fs::copy(from, to).unwrap();
    let modified = fs::metadata(from).unwrap().modified().unwrap();
    let file = fs::File::options().write(true).open(to).unwrap();
    file.set_modified(modified).unwrap();
}

/// Starts a run; `pages` is a flag of it.
fn start(workspace: &Path, pages: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_kooste"))
        .args(["run", "--workspace"])
        .arg(workspace)
        .arg(pages)
        .env("SOURCE_DATE_EPOCH", NOW)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Files of a month that are enough: a run over all of them takes longer and is no other.
const FILES: usize = 3;

/// Comparisons with an undisturbed run that are enough; the last state is compared whatever came before.
const COMPARED: u32 = 6;

/// A workspace with some files of these months of the demo's inbox, added to what is there.
fn add_months(workspace: &Path, months: &[&str]) {
    let original = demo("paakaupunkiseutu");
    for settings in ["kooste.toml", "decisions.toml"] {
        copy(&original.join(settings), &workspace.join(settings));
    }
    fs::create_dir_all(workspace.join("inbox")).unwrap();
    for month in months {
        let target = workspace.join("inbox").join(month);
        fs::create_dir_all(&target).unwrap();
        let entries = fs::read_dir(original.join("inbox").join(month)).unwrap();
        let mut files: Vec<PathBuf> = entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .collect();
        files.sort();
        for file in files.iter().take(FILES) {
            copy(file, &target.join(file.file_name().unwrap()));
        }
    }
}

/// All tables and pages.
fn state(workspace: &Path) -> (String, Vec<(PathBuf, Vec<u8>)>) {
    let mut pages = Vec::new();
    let mut rest = vec![workspace.join("reports")];
    while let Some(next) = rest.pop() {
        // Without pages there may be no such folder.
        for entry in fs::read_dir(next).into_iter().flatten().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                rest.push(path);
            } else if !path.to_string_lossy().ends_with(".part")
                && !path.to_string_lossy().ends_with(".tmp")
            {
                let below = path.strip_prefix(workspace).unwrap().to_owned();
                pages.push((below, fs::read(&path).unwrap()));
            }
        }
    }
    pages.sort();
    (dump(workspace), pages)
}

/// The last run that the warehouse knows; none if there is no warehouse. Anything else is a fault.
fn last_run(workspace: &Path) -> Option<String> {
    match Warehouse::open_read(&workspace.join("warehouse.duckdb")) {
        Err(WarehouseError::NotFound { .. }) => None,
        opened => {
            let found = opened
                .unwrap()
                .query(
                    "SELECT max(run_id) || ' ' || count(*) || ' ' || (SELECT count(*) FROM history.activity) FROM meta.run",
                    &[],
                )
                .unwrap();
            Some(found.rows[0][0].to_string())
        }
    }
}

/// Kills runs at moments spread over the time that a run takes; each time the state must be the one before or the one
/// after the run. When a run comes through, all is as after an undisturbed one, and it begins again.
fn kill(kills: u32, pages: &str, before: &dyn Fn() -> TempDir) {
    let run = |workspace: &Path| start(workspace, pages);
    let undisturbed = before();
    let at_first = last_run(undisturbed.path());
    let begun = Instant::now();
    assert!(run(undisturbed.path()).wait().unwrap().success());
    let mut time = begun.elapsed();
    let at_last = last_run(undisturbed.path());
    let expected = state(undisturbed.path());
    let mut workspace = before();
    let (mut killed, mut through) = (0, 0);
    let mut number = 12_345_u64;
    while killed < kills {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let share = u32::try_from(number >> 40).unwrap() % 1100;
        let delay = time * share / 1000;
        let mut child = run(workspace.path());
        let begun = Instant::now();
        while begun.elapsed() < delay && child.try_wait().unwrap().is_none() {
            park_timeout(Duration::from_millis(2).min(delay));
        }
        let was_alive = child.try_wait().unwrap().is_none();
        child.kill().unwrap();
        child.wait().unwrap();
        killed += u32::from(was_alive);
        // The machine is busier than when the time was taken.
        if through == 0 && was_alive && killed.is_multiple_of(20) {
            time *= 2;
        }
        let now = last_run(workspace.path());
        assert!(now == at_first || now == at_last, "{now:?} after {delay:?}");
        if now == at_last {
            through += 1;
            if through <= COMPARED {
                assert!(run(workspace.path()).wait().unwrap().success());
                assert!(state(workspace.path()) == expected, "after {delay:?}");
            }
            workspace = before();
        }
    }
    assert!(run(workspace.path()).wait().unwrap().success());
    assert!(state(workspace.path()) == expected);
    assert!(through > 0 || kills < 20, "no run came through");
}

#[test]
fn a_first_run_that_is_killed_leaves_no_warehouse_and_the_next_one_is_as_if_nothing_had_been() {
    kill(KILLS / 2, "--no-report", &|| {
        let workspace = tempfile::tempdir().unwrap();
        add_months(workspace.path(), &["2018-10"]);
        workspace
    });
}

#[test]
fn a_run_that_is_killed_leaves_the_last_good_warehouse() {
    let base = tempfile::tempdir().unwrap();
    add_months(base.path(), &["2018-10"]);
    assert!(start(base.path(), "-q").wait().unwrap().success());
    kill(KILLS / 2, "-q", &|| {
        let workspace = tempfile::tempdir().unwrap();
        copy(base.path(), workspace.path());
        add_months(workspace.path(), &["2018-11"]);
        workspace
    });
}
