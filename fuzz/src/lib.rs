//! Mutates workbooks in their parts: a change of a zip's own bytes is stopped by its check sum. Tells whose panics are findings.

use std::io::{Cursor, Read as _, Write as _};
use std::panic::{self, Location};

use libfuzzer_sys::fuzzer_mutate;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Most bytes of a part that are changed; a larger one only takes time.
const MOST_BYTES: u64 = 1 << 20;

/// Lets `format::read` catch the panics of the library that reads xls, which refuse a file; any other panic stays a finding.
pub fn allow_library_panics() {
    let stop = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(Location::file);
        if !place.is_some_and(|file| file.contains("/calamine-")) {
            stop(panic);
        }
    }));
}

/// Changes the bytes of one part of a zip, or the bytes of anything else; returns the new size.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    if seed % 8 > 0
        && let Some(changed) = with_changed_part(&data[..size], seed)
        && changed.len() <= max_size
    {
        data[..changed.len()].copy_from_slice(&changed);
        return changed.len();
    }
    fuzzer_mutate(data, size, max_size)
}

fn with_changed_part(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let chosen = (seed / 8) as usize % archive.len().max(1);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..archive.len() {
        let part = archive.by_index(at).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut content = Vec::new();
        part.take(MOST_BYTES).read_to_end(&mut content).ok()?;
        if at == chosen {
            let size = content.len();
            content.resize(size + size / 8 + 64, 0);
            let changed = fuzzer_mutate(&mut content, size, size + size / 8 + 64);
            content.truncate(changed);
        }
        writer.start_file(name, options).ok()?;
        writer.write_all(&content).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}
