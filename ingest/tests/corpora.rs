//! Every public workbook of the test corpora: none brings the program down, each refusal names its cause.
//!
//! The corpora stand beside the project in `../shared/corpora`; where they are absent the test says so and passes.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test stops at the first surprise and says what it skipped or measured"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kooste_ingest::document::Limits;
use kooste_ingest::format::read;
use kooste_ingest::issue::Code;

fn corpora() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    if !folder.is_dir() {
        eprintln!("skipped: {} is absent", folder.display());
        return None;
    }
    Some(folder)
}

/// All files below `folder` that bear the name of a workbook, in order.
fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let extension = path.extension().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                folders.push(path);
            } else if ["xlsx", "xlsm", "xlsb", "xls", "ods"]
                .contains(&extension.to_lowercase().as_str())
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn no_workbook_brings_the_program_down() {
    // Ten seconds as it ships; a build without optimisation is some fifteen times slower.
    const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 150 } else { 10 });
    let Some(folder) = corpora() else { return };
    let mut outcomes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let paths = workbooks(&folder);
    for path in &paths {
        let bytes = fs::read(path).unwrap();
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        let start = Instant::now();
        let (outcome, found) = match read(&bytes, &Limits::default()) {
            Ok(_) => ("read".to_owned(), String::new()),
            Err(refusal) => (refusal.to_string(), refusal.found),
        };
        assert!(start.elapsed() < LONGEST, "{name}: {:?}", start.elapsed());
        outcomes
            .entry(outcome)
            .or_default()
            .push(format!("{name}: {found}"));
    }
    for (outcome, files) in &outcomes {
        println!("{outcome}: {}", files.len());
        for file in files.iter().filter(|_| outcome != "read") {
            println!("    {file}");
        }
    }
    let panics = format!("{}: panic", Code::FormatError);
    assert_eq!(outcomes.get(&panics).map_or(0, Vec::len), 0);
}
