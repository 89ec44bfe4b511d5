//! `manifest.json`: what was written for a month, of which run, and the proof of what is hidden in it.
//!
//! The proof lists each closed count of people of all sections, and every number that it may be for somebody who knows all
//! that is published, this month and before.

use kooste_transform::hex::sha256;
use serde::Serialize;

use crate::error::ReportError;
use crate::figures::Figures;
use crate::suppression::{Closed, People};

#[derive(Serialize)]
struct Manifest<'a> {
    region: &'a str,
    month: String,
    run: Option<u64>,
    version: Option<&'a str>,
    config_hash: Option<&'a str>,
    programme_hash: Option<&'a str>,
    files: Vec<File>,
    suppression: Proof<'a>,
}

#[derive(Serialize)]
struct File {
    name: String,
    size_bytes: usize,
    sha256: String,
}

#[derive(Serialize)]
struct Proof<'a> {
    min_count: u64,
    cells: Vec<Entry<'a>>,
}

/// A closed count with the least and highest number that it may be; no highest where nothing bounds it.
#[derive(Serialize)]
struct Entry<'a> {
    section: &'static str,
    row: &'a str,
    column: &'a str,
    shown: &'static str,
    low: u64,
    high: Option<u64>,
}

/// The manifest of these files: name and content, with what is shown of counts of people.
///
/// # Errors
///
/// [`ReportError::Manifest`] if it cannot be written as JSON.
pub fn manifest(
    figures: &Figures,
    people: &People,
    files: &[(String, Vec<u8>)],
) -> Result<Vec<u8>, ReportError> {
    let run = figures.run.as_ref();
    let manifest = Manifest {
        region: &figures.names.region.code,
        month: figures.month.format("%Y-%m").to_string(),
        run: run.map(|run| run.run),
        version: run.map(|run| run.version.as_str()),
        config_hash: run.map(|run| run.config_hash.as_str()),
        programme_hash: run.map(|run| run.programme_hash.as_str()),
        files: files
            .iter()
            .map(|(name, bytes)| File {
                name: name.clone(),
                size_bytes: bytes.len(),
                sha256: sha256(bytes),
            })
            .collect(),
        suppression: Proof {
            min_count: figures.names.region.min_count,
            cells: people.closed.iter().map(Entry::of).collect(),
        },
    };
    let mut text = serde_json::to_vec_pretty(&manifest).map_err(ReportError::Manifest)?;
    text.push(b'\n');
    Ok(text)
}

impl<'a> Entry<'a> {
    fn of(closed: &'a Closed) -> Self {
        Entry {
            section: closed.section,
            row: &closed.row,
            column: &closed.column,
            shown: if closed.is_small { "range" } else { "hidden" },
            low: closed.low,
            high: closed.high,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::manifest;
    use crate::suppression::People;
    use crate::testkit::october;

    #[test]
    fn each_closed_cell_has_an_interval_as_wide_as_the_rule_demands() {
        let files = [("summary.fi.html".to_owned(), b"page".to_vec())];
        let figures = october();
        let bytes = manifest(&figures, &People::of(&figures), &files).unwrap();
        let found: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(found["month"], "2018-10");
        assert_eq!(found["files"][0]["size_bytes"], 4);
        let cells = found["suppression"]["cells"].as_array().unwrap();
        let children = cells
            .iter()
            .find(|cell| cell["row"] == "I" && cell["column"] == "children")
            .unwrap();
        assert_eq!(
            (&children["shown"], &children["low"], &children["high"]),
            (&"range".into(), &1.into(), &4.into())
        );
        for cell in cells {
            let low = cell["low"].as_u64().unwrap();
            assert!(
                cell["high"].as_u64().is_none_or(|high| high >= low + 3),
                "{cell}"
            );
        }
    }
}
