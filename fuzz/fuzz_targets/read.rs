//! Bytes to tables: no file brings a reader down, takes over ten seconds or over 512 MiB.

#![no_main]

use kooste_fuzz::{allow_library_panics, mutate};
use kooste_ingest::document::Limits;
use kooste_ingest::format::read;
use kooste_ingest::table::raw::raw_tables;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(init: allow_library_panics(), |data: &[u8]| {
    if let Ok(document) = read(data, &Limits::default()) {
        for sheet in &document.sheets {
            drop(raw_tables(&sheet.grid));
        }
    }
});
