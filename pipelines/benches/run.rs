//! How long whole runs take: the built program reads the tidy inboxes of `kooste-fixtures` into a fresh warehouse.
//!
//! `cargo bench -p kooste --bench run` measures all inboxes, `… -- a b` some of them; each `RUNS` times. Printed are the
//! medians of wall clock, processor time (user and system) and peak memory. Results of a day are kept in `results/`.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use kooste_fixtures::bench;

/// Runs of each measurement.
const RUNS: usize = 5;
/// How often the memory of a run is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(2);
/// Length of a tick of `/proc/<process>/stat`.
const TICK: Duration = Duration::from_millis(10);

/// What the bars are, per inbox (seconds), for two cores.
const BARS: [(&str, f64); 3] = [("a", 0.25), ("b", 1.2), ("c", 6.0)];

fn main() -> ExitCode {
    match measure_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "a benchmark tells its result")]
fn print(line: &str) {
    println!("{line}");
}

fn measure_all() -> anyhow::Result<()> {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    print("| inbox | run | wall s | bar s | cpu s | peak MiB |");
    print("|---|---|---|---|---|---|");
    for (name, bar) in BARS {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            measure(name, bar)?;
        }
    }
    Ok(())
}

/// Measures the runs of one inbox: into a fresh warehouse, again without news, and for `a` with its pages.
fn measure(name: &str, bar: f64) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let workspace = &folder.path().join("workspace");
    fs::create_dir(workspace)?;
    let inbox = bench::inbox(name).context("no such inbox")?;
    bench::write(&inbox, workspace)?;
    let fresh = repeated(workspace, true, &["run", "--no-report"])?;
    tell(name, "fresh", bar, &fresh);
    let unchanged = repeated(workspace, false, &["run", "--no-report"])?;
    tell(name, "unchanged", 0.15, &unchanged);
    if name == "a" {
        let pages = repeated(workspace, true, &["run"])?;
        tell(name, "with pages", 1.0, &pages);
    }
    Ok(())
}

/// One measurement.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    wall: Duration,
    processor: Duration,
    peak_bytes: u64,
}

fn repeated(workspace: &Path, fresh: bool, arguments: &[&str]) -> anyhow::Result<Vec<Cost>> {
    (0..RUNS)
        .map(|_| {
            if let (true, Some(aside)) = (fresh, workspace.parent()) {
                forget(workspace, aside)?;
            }
            once(workspace, arguments)
        })
        .collect()
}

/// Puts what earlier runs made aside, into a folder of `aside`. It is not deleted yet: a file system may take long to
/// use the places of files again that were deleted just before.
fn forget(workspace: &Path, aside: &Path) -> anyhow::Result<()> {
    let aside = tempfile::tempdir_in(aside)?.keep();
    for made in ["archive", "reports", "warehouse.duckdb"] {
        let there = workspace.join(made);
        if there.exists() {
            fs::rename(there, aside.join(made))?;
        }
    }
    Ok(())
}

fn once(workspace: &Path, arguments: &[&str]) -> anyhow::Result<Cost> {
    let processor_before = processor_of_children();
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kooste"))
        .args(arguments)
        .current_dir(workspace)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut peak_bytes = 0;
    let status = loop {
        peak_bytes = peak_bytes.max(peak_of(child.id()));
        match child.try_wait()? {
            Some(status) => break status,
            None => std::thread::sleep(LOOK_EVERY),
        }
    };
    if !status.success() {
        bail!("kooste {} ends with {status}", arguments.join(" "));
    }
    Ok(Cost {
        wall: begun.elapsed(),
        processor: processor_of_children().saturating_sub(processor_before),
        peak_bytes,
    })
}

/// Processor time of all children that have ended, user and system; nothing where there is no `/proc`.
fn processor_of_children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field, the name, stands in brackets; of the others the 16th and 17th are wanted.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = after_name
        .split_whitespace()
        .skip(13)
        .take(2)
        .filter_map(|field| field.parse::<u32>().ok());
    TICK * ticks.sum::<u32>()
}

/// The most memory a process has held; nothing where there is no `/proc`.
fn peak_of(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kibibytes.unwrap_or(0) * 1024
}

fn tell(inbox: &str, run: &str, bar: f64, costs: &[Cost]) {
    let wall = median(costs.iter().map(|cost| cost.wall).collect());
    let processor = median(costs.iter().map(|cost| cost.processor).collect());
    let peak = median(costs.iter().map(|cost| cost.peak_bytes).collect());
    print(&format!(
        "| {inbox} | {run} | {:.3} | {bar} | {:.2} | {} |",
        wall.as_secs_f64(),
        processor.as_secs_f64(),
        peak >> 20,
    ));
}

fn median<T: Ord + Copy>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values[values.len() / 2]
}
