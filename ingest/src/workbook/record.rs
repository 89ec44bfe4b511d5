//! A record of a binary workbook and the fields in it.

use crate::document::Refusal;
use crate::format::corrupt;

/// A record: its type and its bytes.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    /// The type.
    pub(super) kind: u16,
    /// The bytes.
    pub(super) data: &'a [u8],
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
}

/// An error value, by its number in the file, as Excel writes it.
pub(super) fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#GETTING_DATA",
        _ => "#VALUE!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
