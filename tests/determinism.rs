//! Same bytes and settings, same result, for any number of threads and any order of files (READING.md R39).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kooste_transform::warehouse::Warehouse;

use crate::kit::{NOW, demo};

/// Everything but times and the moment of the run.
const TABLES: &[&str] = &[
    "core.activity",
    "core.activity_municipality",
    "core.indicator_value",
    "core.cost",
    "core.pilot",
    "core.pilot_municipality",
    "core.working_group",
    "core.working_group_municipality",
    "core.narrative",
    "meta.report",
    "meta.submission",
    "meta.ledger",
    "meta.column_decision",
    "meta.issue",
    "meta.quarantine",
    "meta.value_note",
    "mart.key_figure",
    "mart.indicator_month",
    "mart.cost_summary",
    "mart.monthly_summary",
];

/// All rows of a workspace's tables as text, in the order of their own values.
pub(crate) fn dump(workspace: &Path) -> String {
    let warehouse = Warehouse::open_read(&workspace.join("warehouse.duckdb")).unwrap();
    let mut text = String::new();
    for table in TABLES {
        let found = warehouse
            .query(&format!("SELECT * FROM {table} ORDER BY ALL"), &[])
            .unwrap();
        text.push_str(&format!("{table}: {}\n", found.columns.join(" ")));
        for row in &found.rows {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            text.push_str(&cells.join("\u{1f}"));
            text.push('\n');
        }
    }
    text
}

/// The inbox of the demo, copied in this order with its times, and run with this many threads.
fn run_again(region: &'static str, threads: &str, backwards: bool) -> tempfile::TempDir {
    let original = demo(region);
    let copy = tempfile::tempdir().unwrap();
    let mut files = files(&original.join("inbox"));
    if backwards {
        files.reverse();
    }
    for file in files {
        let target = copy.path().join(file.strip_prefix(&original).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, &target).unwrap();
        let modified = fs::metadata(&file).unwrap().modified().unwrap();
        fs::File::options()
            .write(true)
            .open(&target)
            .unwrap()
            .set_modified(modified)
            .unwrap();
    }
    for settings in ["kooste.toml", "decisions.toml"] {
        fs::copy(original.join(settings), copy.path().join(settings)).unwrap();
    }
    let status = Command::new(env!("CARGO_BIN_EXE_kooste"))
        .args(["run", "-q", "--workspace"])
        .arg(copy.path())
        .env("RAYON_NUM_THREADS", threads)
        .env("SOURCE_DATE_EPOCH", NOW)
        .status()
        .unwrap();
    assert!(status.success());
    copy
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found.sort();
    found
}

#[test]
fn threads_and_order_change_nothing() {
    let expected = dump(&demo("uusimaa"));
    assert!(expected.len() > 10_000);
    for (threads, backwards) in [("1", true), ("7", false)] {
        let again = run_again("uusimaa", threads, backwards);
        let same = dump(again.path()) == expected;
        assert!(same, "{threads} threads, backwards: {backwards}");
    }
}

#[test]
fn pages_are_the_same_byte_for_byte() {
    let again = run_again("uusimaa", "3", true);
    let original = demo("uusimaa");
    for page in files(&original.join("reports")) {
        let other = again.path().join(page.strip_prefix(&original).unwrap());
        let (there, here) = (fs::read(&page).unwrap(), fs::read(other).unwrap());
        assert!(there == here, "{}", page.display());
    }
}
