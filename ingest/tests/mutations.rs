//! Reports whose bytes were changed at random: none brings a reader down, whatever it makes of them.
//!
//! `KOOSTE_MUTATIONS=100000` tries more than a test run does; a failure names its number, which makes it again.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use kooste_ingest::document::Limits;
use kooste_ingest::format::read;
use kooste_ingest::table::raw::raw_tables;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Numbers that look random and are the same for the same start (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap()
    }

    /// A byte, or one that files are built of.
    fn byte(&mut self) -> u8 {
        const TELLING: &[u8] = b"\0\xff\x7f\x80\"';,\t\n\r<>/&=0912-\xc2\xc3";
        match self.below(2) {
            0 => TELLING[self.below(TELLING.len())],
            _ => self.next().to_le_bytes()[0],
        }
    }

    /// Changes bytes in a few places.
    fn mutate(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(12) {
            let at = self.below(bytes.len());
            let end = (at + 1 + self.below(40)).min(bytes.len());
            match self.below(6) {
                0 | 1 if !bytes.is_empty() => bytes[at] = self.byte(),
                2 => bytes.insert(at, self.byte()),
                3 if at < end => drop(bytes.drain(at..end)),
                4 if at < end => {
                    let copy = bytes[at..end].to_vec();
                    let to = self.below(bytes.len());
                    drop(bytes.splice(to..to, copy));
                }
                _ if self.below(20) == 0 => bytes.truncate(at),
                _ => {}
            }
        }
    }
}

/// All reports of the examples, in order.
fn reports() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/reports")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.extension().and_then(|extension| extension.to_str()) {
                _ if path.is_dir() => folders.push(path),
                Some("xlsx" | "xls" | "ods" | "csv" | "txt") => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// A zipped workbook with one of its parts changed, so that the change is not stopped by a check sum.
fn with_changed_part(bytes: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let chosen = random.below(archive.len());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        if at == chosen {
            random.mutate(&mut content);
        }
        writer.start_file(name, options).ok()?;
        writer.write_all(&content).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

#[test]
fn no_change_of_bytes_brings_a_reader_down() {
    let wanted = std::env::var("KOOSTE_MUTATIONS").ok();
    let rounds: u64 = wanted.map_or(400, |text| text.parse().unwrap());
    let start = std::env::var("KOOSTE_MUTATIONS_FROM").ok();
    let start: u64 = start.map_or(0, |text| text.parse().unwrap());
    let reports = reports();
    assert!(reports.len() > 100, "{} reports", reports.len());
    let limits = Limits {
        cells: 200_000,
        ..Limits::default()
    };
    for round in start..start + rounds {
        let mut random = Random(round);
        let path = &reports[random.below(reports.len())];
        let mut bytes = fs::read(path).unwrap();
        match with_changed_part(&bytes, &mut random) {
            Some(changed) if random.below(8) > 0 => bytes = changed,
            _ => random.mutate(&mut bytes),
        }
        match read(&bytes, &limits) {
            Ok(document) => {
                for sheet in &document.sheets {
                    drop(raw_tables(&sheet.grid));
                }
            }
            Err(refusal) => assert_ne!(
                refusal.reason,
                "panic",
                "round {round}, {}: {}",
                path.display(),
                refusal.found
            ),
        }
    }
}
