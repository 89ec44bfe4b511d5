//! Measures how the workbooks below a folder are read, each in a process of its own: outcome, time and peak memory.
//!
//! `cargo run --release -p kooste-ingest --example corpora -- FOLDER`

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Write as _, stdout};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use kooste_ingest::document::Limits;
use kooste_ingest::format::read;

/// Longest time (seconds) and most memory (MiB) that a file may take.
const BARS: (f64, u64) = (10.0, 512);
/// Parts of names of files that were made to be refused.
const BROKEN: [&str; 9] = [
    "clusterfuzz",
    "crash-",
    "corrupt",
    "invalid",
    "password",
    "encrypt",
    "protected",
    "truncated",
    "broken",
];

/// What one file came to.
struct Outcome {
    name: String,
    /// `read`, or code and reason of the refusal.
    outcome: String,
    seconds: f64,
    peak_mib: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    if folder.is_file() {
        return measure(&folder);
    }
    let mut outcomes = Vec::new();
    for path in workbooks(&folder)? {
        let child = Command::new(env::current_exe()?).arg(&path).output()?;
        let printed = String::from_utf8_lossy(&child.stdout).into_owned();
        let mut parts = printed.trim().splitn(3, ' ');
        let (seconds, peak) = (parts.next(), parts.next());
        outcomes.push(Outcome {
            name: path.strip_prefix(&folder)?.display().to_string(),
            outcome: parts.next().unwrap_or("died").to_owned(),
            seconds: seconds.and_then(|text| text.parse().ok()).unwrap_or(0.0),
            peak_mib: peak.and_then(|text| text.parse().ok()).unwrap_or(0),
        });
    }
    print(&outcomes)
}

/// Reads one file and prints seconds, peak memory in MiB and outcome.
fn measure(path: &Path) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let outcome = match read(&fs::read(path)?, &Limits::default()) {
        Ok(document) => {
            let tables: usize = document
                .sheets
                .iter()
                .map(|sheet| sheet.grid.rows().len())
                .sum();
            drop(document);
            format!("read ({tables} rows)")
        }
        Err(refusal) => format!("{refusal} {}", refusal.found),
    };
    let seconds = start.elapsed().as_secs_f64();
    writeln!(stdout(), "{seconds:.3} {} {outcome}", peak_mib())?;
    Ok(())
}

/// Most memory that this process had, where the system tells.
fn peak_mib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib: Option<u64> = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kib.unwrap_or(0) / 1024
}

fn workbooks(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let extension = path
                .extension()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            match extension.as_str() {
                _ if path.is_dir() => folders.push(path),
                "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    Ok(found)
}

fn print(outcomes: &[Outcome]) -> Result<(), Box<dyn Error>> {
    let mut out = stdout().lock();
    let is_read = |outcome: &&Outcome| outcome.outcome.starts_with("read ");
    let mut refused: BTreeMap<&str, Vec<&Outcome>> = BTreeMap::new();
    for outcome in outcomes.iter().filter(|outcome| !is_read(outcome)) {
        let cause = outcome.outcome.split_whitespace().take(2);
        let cause = &outcome.outcome[..cause
            .map(|word| word.len() + 1)
            .sum::<usize>()
            .min(outcome.outcome.len())];
        refused.entry(cause.trim()).or_default().push(outcome);
    }
    for (cause, files) in &refused {
        writeln!(out, "{cause}: {}", files.len())?;
        for file in files {
            writeln!(out, "    {}: {}", file.name, file.outcome)?;
        }
    }
    let of_names = |outcome: &&Outcome| {
        let name = outcome.name.to_lowercase();
        !BROKEN.iter().any(|part| name.contains(part))
            && !outcome.outcome.starts_with("file-encrypted")
    };
    let sound: Vec<&Outcome> = outcomes.iter().filter(of_names).collect();
    let read = sound.iter().filter(|outcome| is_read(outcome)).count();
    let all_read = outcomes.iter().filter(is_read).count();
    writeln!(
        out,
        "{all_read} of {} files read; {read} of {} that are neither encrypted nor broken by name",
        outcomes.len(),
        sound.len()
    )?;
    let slowest = outcomes
        .iter()
        .max_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let largest = outcomes.iter().max_by_key(|outcome| outcome.peak_mib);
    if let (Some(slowest), Some(largest)) = (slowest, largest) {
        writeln!(out, "longest: {:.2} s, {}", slowest.seconds, slowest.name)?;
        writeln!(
            out,
            "most memory: {} MiB, {}",
            largest.peak_mib, largest.name
        )?;
    }
    let over = outcomes
        .iter()
        .filter(|outcome| outcome.seconds > BARS.0 || outcome.peak_mib > BARS.1);
    for outcome in over {
        writeln!(
            out,
            "over the bar: {} ({:.2} s, {} MiB)",
            outcome.name, outcome.seconds, outcome.peak_mib
        )?;
    }
    Ok(())
}
