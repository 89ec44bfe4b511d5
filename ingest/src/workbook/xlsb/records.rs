//! The records that the parts of a binary workbook of Excel 2007 consist of, and the texts in them.

use crate::document::Refusal;
use crate::format::corrupt;
use crate::workbook::record::Record;

/// The records of a part; ends where the part does.
pub(super) fn records(part: &[u8]) -> impl Iterator<Item = Result<Record<'_>, Refusal>> {
    let mut rest = part;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let record = next(&mut rest);
        if record.is_none() {
            rest = &[];
        }
        Some(record.ok_or_else(|| corrupt("part ends inside a record")))
    })
}

fn next<'a>(rest: &mut &'a [u8]) -> Option<Record<'a>> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    let mut kind = u16::from(*first);
    if kind & 0x80 != 0 {
        let (second, after) = rest.split_first()?;
        *rest = after;
        kind = (kind & 0x7f) | (u16::from(second & 0x7f) << 7);
    }
    let mut length = 0;
    for shift in [0, 7, 14, 21] {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        length |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    let data = rest.get(..length)?;
    *rest = &rest[length..];
    Some(Record { kind, data })
}

impl Record<'_> {
    /// Appends the text at `at` (its length in four bytes, then UTF-16) to `into`; returns where it ends.
    ///
    /// # Errors
    /// `format-error`/`corrupt` for a text longer than the record or with half a character.
    pub(super) fn text(&self, at: usize, into: &mut String) -> Result<usize, Refusal> {
        /// An absent text has this length.
        const NONE: u32 = u32::MAX;
        let length = self.u32(at)?;
        if length == NONE {
            return Ok(at + 4);
        }
        let end = (at + 4).saturating_add(length as usize * 2);
        let bytes = self.data.get(at + 4..end);
        let (units, _) = bytes
            .ok_or_else(|| corrupt("text longer than its record"))?
            .as_chunks::<2>();
        for unit in char::decode_utf16(units.iter().map(|unit| u16::from_le_bytes(*unit))) {
            into.push(unit.map_err(corrupt)?);
        }
        Ok(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_have_types_and_lengths_of_one_byte_or_more() {
        let mut part = vec![0x05, 0x01, 0xaa, 0x9c, 0x01, 0x80, 0x01];
        part.extend([0; 128]);
        let found: Vec<_> = records(&part)
            .map(|record| record.map(|record| (record.kind, record.data.len())))
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(found, [(5, 1), (156, 128)]);
        assert!(records(&[0x05, 0x09]).next().unwrap().is_err());
    }
}
