//! The directory and streams of an OLE2 compound file, the container of xls, of encrypted xlsx and of old Word files.

use crate::document::Refusal;
use crate::format::corrupt;

/// First bytes of every compound file.
pub(super) const SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const HEADER_BYTES: usize = 512;
const ENTRY_BYTES: usize = 128;
const MINI_SECTOR_BYTES: usize = 64;
/// Streams below this size stand in the mini stream.
const MINI_STREAM_LIMIT: usize = 4096;
/// Sector numbers from here on mark ends and free sectors.
const LAST_SECTOR: u32 = 0xffff_fffa;

/// A stream or storage of the directory.
struct Entry {
    name: String,
    start: u32,
    size: usize,
}

/// A compound file, opened without copying it.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector_bytes: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

impl<'a> Compound<'a> {
    /// Reads allocation tables and directory.
    ///
    /// # Errors
    /// `format-error`/`corrupt` if a table points outside the file or in a circle.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if bytes.len() < HEADER_BYTES {
            return Err(corrupt("compound file without header"));
        }
        let sector_bytes = match u16_at(bytes, 30) {
            12 => 4096,
            _ => 512,
        };
        let mut compound = Compound {
            bytes,
            sector_bytes,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        compound.table = compound.allocation_table()?;
        let directory = compound.chain(u32_at(bytes, 48), usize::MAX)?;
        compound.entries = directory
            .chunks_exact(ENTRY_BYTES)
            .filter_map(entry)
            .collect();
        let mini_table = compound.chain(u32_at(bytes, 60), usize::MAX)?;
        compound.mini_table = numbers(&mini_table);
        if let Some((start, size)) = compound.entries.first().map(|root| (root.start, root.size)) {
            compound.mini_stream = compound.chain(start, size)?;
        }
        Ok(compound)
    }

    /// Tells whether there is a stream of that name, whatever its case.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream; none if there is none.
    ///
    /// # Errors
    /// `format-error`/`corrupt` if the stream leaves the file or goes in a circle.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(entry) = self.entry(name) else {
            return Ok(None);
        };
        let (start, size) = (entry.start, entry.size);
        if size >= MINI_STREAM_LIMIT {
            return self.chain(start, size).map(Some);
        }
        let sector = |number: u32| {
            let at = number as usize * MINI_SECTOR_BYTES;
            self.mini_stream
                .get(at..(at + MINI_SECTOR_BYTES).min(self.mini_stream.len()))
        };
        follow(&self.mini_table, start, size, sector).map(Some)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let at = (number as usize + 1).checked_mul(self.sector_bytes)?;
        // The last sector of a file may be cut short.
        self.bytes
            .get(at..(at + self.sector_bytes).min(self.bytes.len()))
    }

    fn chain(&self, start: u32, size: usize) -> Result<Vec<u8>, Refusal> {
        follow(&self.table, start, size, |number| self.sector(number))
    }

    /// The sector numbers that follow each sector, gathered from the header and the sectors it leads to.
    fn allocation_table(&self) -> Result<Vec<u32>, Refusal> {
        let mut holders = numbers(&self.bytes[76..HEADER_BYTES]);
        let mut next = u32_at(self.bytes, 68);
        let most = self.bytes.len() / self.sector_bytes + 1;
        let mut steps = 0;
        while next < LAST_SECTOR {
            steps += 1;
            let sector = self.sector(next).filter(|_| steps <= most);
            let mut list = numbers(sector.ok_or_else(|| corrupt("sector table out of range"))?);
            next = list.pop().unwrap_or(LAST_SECTOR);
            holders.extend(list);
        }
        holders.retain(|holder| *holder < LAST_SECTOR);
        if holders.len() > most {
            return Err(corrupt("more sector tables than sectors"));
        }
        let mut table = Vec::new();
        for holder in holders {
            let sector = self.sector(holder);
            table.extend(numbers(
                sector.ok_or_else(|| corrupt("sector table out of range"))?,
            ));
        }
        Ok(table)
    }
}

/// Joins the sectors of a chain, at most `size` bytes; a chain that ends early gives what there is.
fn follow<'s>(
    table: &[u32],
    start: u32,
    size: usize,
    sector: impl Fn(u32) -> Option<&'s [u8]>,
) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let mut number = start;
    let mut steps = 0;
    while number < LAST_SECTOR && bytes.len() < size {
        steps += 1;
        let part = sector(number).filter(|_| steps <= table.len());
        bytes.extend_from_slice(part.ok_or_else(|| corrupt("sector chain out of range"))?);
        number = table.get(number as usize).copied().unwrap_or(LAST_SECTOR);
    }
    bytes.truncate(size);
    Ok(bytes)
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let units = usize::from(u16_at(bytes, 64)).checked_sub(2)? / 2;
    let name: Vec<u16> = (0..units.min(31))
        .map(|unit| u16_at(bytes, unit * 2))
        .collect();
    Some(Entry {
        name: String::from_utf16_lossy(&name),
        start: u32_at(bytes, 116),
        size: u32_at(bytes, 120) as usize,
    })
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let (chunks, _) = bytes.as_chunks::<4>();
    chunks
        .iter()
        .map(|chunk| u32::from_le_bytes(*chunk))
        .collect()
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
