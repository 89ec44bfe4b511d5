//! The raw table of public text files against what a good loader should get from them, by the measures of the corpora.
//!
//! The corpora stand beside the project in `../shared/corpora`; where they are absent the tests say so and pass.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test stops at the first surprise and says what it skipped or measured"
)]

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use kooste_ingest::document::Limits;
use kooste_ingest::format::read;
use kooste_ingest::table::raw::raw_table;

type Records = Vec<Vec<String>>;

fn corpus(name: &str) -> Option<PathBuf> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    let folder = corpora.join(name);
    if !folder.is_dir() {
        eprintln!("skipped: {} is absent", folder.display());
        return None;
    }
    Some(folder)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn found(path: &Path) -> Option<Records> {
    let document = read(&fs::read(path).unwrap(), &Limits::default()).ok()?;
    Some(raw_table(&document.sheets[0].grid))
}

fn expected(path: &Path) -> Records {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true);
    let records = reader.from_path(path).unwrap().into_byte_records();
    let text = |field: &[u8]| String::from_utf8_lossy(field).into_owned();
    records
        .map(|record| record.unwrap().iter().map(text).collect())
        .collect()
}

/// Precision, recall and their harmonic mean of two multisets, summed.
fn agreement<T: std::hash::Hash + Eq>(found: &[T], expected: &[T]) -> f64 {
    if found.is_empty() && expected.is_empty() {
        return 3.0;
    }
    let mut counts: HashMap<&T, usize> = HashMap::new();
    for item in expected {
        *counts.entry(item).or_default() += 1;
    }
    let mut common = 0;
    for item in found {
        if let Some(left) = counts.get_mut(item).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    if common == 0 {
        return 0.0;
    }
    let precision = common as f64 / found.len() as f64;
    let recall = common as f64 / expected.len() as f64;
    precision + recall + 2.0 * precision * recall / (precision + recall)
}

/// The ten measures, summed.
fn score(found: Option<&Records>, expected: &Records) -> f64 {
    let Some(found) = found else { return 0.0 };
    let header = |records: &Records| records.first().cloned().unwrap_or_default();
    let rows = |records: &Records| -> Vec<String> {
        records
            .iter()
            .skip(1)
            .map(|record| record.concat())
            .collect()
    };
    let cells = |records: &Records| -> Vec<String> { records.concat() };
    1.0 + agreement(&header(found), &header(expected))
        + agreement(&rows(found), &rows(expected))
        + agreement(&cells(found), &cells(expected))
}

/// Scores by file name.
fn scores(folder: &Path) -> BTreeMap<String, f64> {
    let score_of = |name: &String| {
        let found = found(&folder.join("csv").join(name));
        score(found.as_ref(), &expected(&folder.join("clean").join(name)))
    };
    let names = names(&folder.join("csv"));
    names
        .into_iter()
        .map(|name| (name.clone(), score_of(&name)))
        .collect()
}

fn mean(scores: &BTreeMap<String, f64>) -> f64 {
    for (name, score) in scores.iter().filter(|(_, score)| **score < 9.9) {
        println!("{score:.3} {name}");
    }
    scores.values().sum::<f64>() / scores.len() as f64
}

#[test]
fn polluted_files_are_read_as_the_table_they_were() {
    let Some(folder) = corpus("pollock") else {
        return;
    };
    let scores = scores(&folder);
    let weights = fs::read_to_string(folder.join("weights.json")).unwrap();
    let weights: HashMap<String, f64> = serde_json::from_str(&weights).unwrap();
    let weight = |name: &String| weights.get(name).copied().unwrap_or(0.0);
    let total: f64 = scores.keys().map(weight).sum();
    let weighted: f64 = scores
        .iter()
        .map(|(name, score)| score * weight(name))
        .sum();
    let (simple, weighted) = (mean(&scores), weighted / total);
    println!("simple {simple:.4}, weighted {weighted:.4}");
    assert!(simple >= 9.97, "simple {simple:.4}");
    assert!(weighted >= 9.95, "weighted {weighted:.4}");
}

#[test]
fn real_open_data_are_read() {
    let Some(folder) = corpus("survey") else {
        return;
    };
    let simple = mean(&scores(&folder));
    println!("survey {simple:.4}");
    assert!(simple >= 9.0, "{simple:.4}");
}

/// Expected records of a JSON file: arrays, or objects that hold the fields by their header.
fn json_records(value: &serde_json::Value) -> Records {
    let text = |value: &serde_json::Value| match value.as_str() {
        Some(text) => text.to_owned(),
        None => value.to_string(),
    };
    let mut records = Vec::new();
    for record in value.as_array().unwrap() {
        if let Some(object) = record.as_object() {
            if records.is_empty() {
                records.push(object.keys().cloned().collect());
            }
            records.push(object.values().map(text).collect());
        } else {
            records.push(record.as_array().unwrap().iter().map(text).collect());
        }
    }
    records
}

/// Its answer belongs to another file: the telephone number of the one is not that of the other.
const CONTRADICTORY: &str = "location_coordinates.json";
/// The file has lost the carriage returns that its answer holds.
const WITHOUT_RETURNS: &str = "newlines_crlf.json";
/// The answer counts blank lines as records; a file of nothing else is refused as empty.
const BLANK: &str = "all-empty.json";

#[test]
fn edge_cases_of_the_format_are_exact() {
    let mut faults = Vec::new();
    for (corpus_name, texts) in [("csv-spectrum", "csvs"), ("csv-test-data", "csv")] {
        let Some(folder) = corpus(corpus_name) else {
            return;
        };
        for name in names(&folder.join("json")) {
            let text = folder.join(texts).join(name.replace(".json", ".csv"));
            let json = fs::read_to_string(folder.join("json").join(&name)).unwrap();
            match name.as_str() {
                CONTRADICTORY => {
                    assert!(json.contains("1234567890"));
                    assert!(found(&text).unwrap()[1].contains(&"2095257564".to_owned()));
                    continue;
                }
                BLANK => {
                    assert_eq!(found(&text), None);
                    continue;
                }
                _ => {}
            }
            let json = match name.as_str() {
                WITHOUT_RETURNS => json.replace("\\r", ""),
                _ => json,
            };
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            let expected = json_records(&json);
            let mut found = found(&text).unwrap_or_default();
            // A list of no objects says nothing about the header.
            if expected.is_empty() {
                found.drain(..1.min(found.len()));
            }
            if found != expected {
                faults.push(format!("{name}: {found:?} instead of {expected:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
