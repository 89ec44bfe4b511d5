//! The parts of a zipped workbook, unpacked one at a time under the limits of READING.md R37.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::document::{Limits, Refusal};
use crate::format::{corrupt, encrypted, too_large};

/// A zip file whose parts are found regardless of case and of the slash they are written with.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    parts: HashMap<String, usize>,
    unpacked_left: u64,
    unpacked_limit: u64,
}

impl<'a> Package<'a> {
    /// Opens the directory of the file without unpacking anything.
    ///
    /// # Errors
    /// `format-error`/`corrupt` without a readable directory; `file-too-large`/`unpacked` if the sizes it states pass
    /// the limit.
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(corrupt)?;
        let mut parts = HashMap::with_capacity(archive.len());
        let mut stated: u64 = 0;
        for index in 0..archive.len() {
            let entry = archive.by_index_data(index).map_err(corrupt)?;
            stated = stated.saturating_add(entry.size());
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            parts.entry(key(&name)).or_insert(index);
        }
        if stated > limits.unpacked_bytes {
            return Err(too_large("unpacked", stated));
        }
        Ok(Package {
            archive,
            parts,
            unpacked_left: limits.unpacked_bytes,
            unpacked_limit: limits.unpacked_bytes,
        })
    }

    /// Tells whether there is a part of that name.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// The names of all parts in lower case, in no particular order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Unpacks a part; none if there is no such part.
    ///
    /// # Errors
    /// `file-too-large`/`unpacked` as soon as more comes out than the limit allows, whatever the directory said;
    /// `file-encrypted` for a part under a password; `format-error`/`corrupt`.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(&index) = self.parts.get(&key(name)) else {
            return Ok(None);
        };
        if self
            .archive
            .by_index_data(index)
            .map_err(corrupt)?
            .encrypted()
        {
            return Err(encrypted("zip"));
        }
        let stated = self.archive.by_index_data(index).map_err(corrupt)?.size();
        let expected = usize::try_from(stated.min(self.unpacked_left)).unwrap_or(0);
        let entry = self.archive.by_index(index).map_err(corrupt)?;
        let mut bytes = Vec::with_capacity(expected.min(FIRST_BUFFER_BYTES));
        entry
            .take(self.unpacked_left.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| corrupt(format!("{name}: {error}")))?;
        let unpacked = bytes.len() as u64;
        if unpacked > self.unpacked_left {
            return Err(too_large("unpacked", self.unpacked_limit));
        }
        self.unpacked_left -= unpacked;
        Ok(Some(bytes))
    }

    /// Unpacks a part that holds XML, in UTF-8 or UTF-16.
    ///
    /// # Errors
    /// As [`Package::part`]; `format-error`/`corrupt` for text that is not what it claims to be.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.part(name)? else {
            return Ok(None);
        };
        let text = match bytes.get(..2) {
            Some([0xff, 0xfe] | [0xfe, 0xff]) => utf16(&bytes),
            _ => String::from_utf8(bytes).ok(),
        };
        text.map(Some)
            .ok_or_else(|| corrupt(format!("{name}: not text")))
    }
}

/// A stated size is believed this far before the first byte is unpacked.
const FIRST_BUFFER_BYTES: usize = 16 << 20;

fn utf16(bytes: &[u8]) -> Option<String> {
    let (encoding, skip) = encoding_rs::Encoding::for_bom(bytes)?;
    let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[skip..])?;
    Some(text.into_owned())
}

fn key(name: &str) -> String {
    name.trim_start_matches(['/', '\\'])
        .replace('\\', "/")
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::issue::Code;

    fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer
                .start_file(*name, zip::write::SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_part_is_found_whatever_its_case_and_slash() {
        let bytes = zipped(&[("xl\\Workbook.xml", b"<workbook/>")]);
        let mut package = Package::open(&bytes, &Limits::default()).unwrap();
        let text = package.text("/xl/workbook.xml").unwrap();
        assert_eq!(text.as_deref(), Some("<workbook/>"));
    }

    #[test]
    fn a_file_that_unpacks_beyond_the_limit_is_refused_before_it_is_unpacked() {
        let bytes = zipped(&[("xl/workbook.xml", &[b' '; 5000])]);
        let limits = Limits {
            unpacked_bytes: 1000,
            ..Limits::default()
        };
        let refusal = Package::open(&bytes, &limits).err().unwrap();
        assert_eq!(
            (refusal.code, refusal.reason, refusal.found.as_str()),
            (Code::FileTooLarge, "unpacked", "5000")
        );
    }
}
