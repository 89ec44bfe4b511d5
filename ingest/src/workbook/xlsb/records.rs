//! The records that the parts of a binary workbook consist of, and the fields in them.

use crate::document::Refusal;
use crate::format::corrupt;

/// A record: its type and its bytes.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    /// The type.
    pub(super) kind: u16,
    data: &'a [u8],
}

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
    fn bytes<const COUNT: usize>(&self, at: usize) -> Result<[u8; COUNT], Refusal> {
        let bytes = self.data.get(at..at + COUNT);
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.ok_or_else(|| corrupt(format!("record {} too short", self.kind)))
    }

    /// The byte at `at`.
    pub(super) fn u8(&self, at: usize) -> Result<u8, Refusal> {
        self.bytes(at).map(u8::from_le_bytes)
    }

    /// The number of two bytes at `at`.
    pub(super) fn u16(&self, at: usize) -> Result<u16, Refusal> {
        self.bytes(at).map(u16::from_le_bytes)
    }

    /// The number of four bytes at `at`.
    pub(super) fn u32(&self, at: usize) -> Result<u32, Refusal> {
        self.bytes(at).map(u32::from_le_bytes)
    }

    /// The number of eight bytes at `at`.
    pub(super) fn f64(&self, at: usize) -> Result<f64, Refusal> {
        self.bytes(at).map(f64::from_le_bytes)
    }

    /// The number packed into four bytes at `at`: an integer or the upper half of a float, maybe in hundredths.
    pub(super) fn packed(&self, at: usize) -> Result<f64, Refusal> {
        let raw = self.u32(at)?;
        let number = if raw & 2 == 0 {
            f64::from_bits(u64::from(raw & !3) << 32)
        } else {
            f64::from(raw.cast_signed() >> 2)
        };
        Ok(if raw & 1 == 0 { number } else { number / 100.0 })
    }

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

    #[test]
    fn packed_numbers_are_integers_or_floats_maybe_in_hundredths() {
        let packed = |raw: u32| {
            let data = raw.to_le_bytes();
            let record = Record {
                kind: 2,
                data: &data,
            };
            record.packed(0).unwrap()
        };
        assert!((packed((1250 << 2) | 3) - 12.5).abs() < f64::EPSILON);
        assert!((packed((7 << 2) | 2) - 7.0).abs() < f64::EPSILON);
        assert!((packed(0x3ff0_0000) - 1.0).abs() < f64::EPSILON);
    }
}
