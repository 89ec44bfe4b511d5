//! Bytes to facts with the built-in programme: no report brings the reading down, and every ledger balances.

#![no_main]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use kooste_fuzz::{allow_library_panics, mutate};
use kooste_ingest::document::Limits;
use kooste_transform::data::Folder;
use kooste_transform::decisions::Decisions;
use kooste_transform::programme::Programme;
use kooste_transform::reference::Reference;
use kooste_transform::submission::{Context, Submission, inspect};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pipelines");
    let region = std::fs::read_to_string(root.join("regions/uusimaa.toml"));
    let programme = Folder::new(root.join("programmes/lape"));
    let reference = Folder::new(root.join("reference"));
    Context::new(
        Programme::load(&programme).expect("the built-in programme loads"),
        toml::from_str(&region.expect("the region file is there"))
            .expect("the region file is valid"),
        Arc::new(Reference::parse(&reference).expect("the built-in reference data is valid")),
        Decisions::default(),
        Limits::default(),
    )
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(init: allow_library_panics(), |data: &[u8]| {
    let submission = Submission {
        id: "0".repeat(64),
        path: "inbox/2018-11/Lohja lokakuu 2018.xlsx".to_owned(),
        size_bytes: data.len() as u64,
        received_at: chrono::NaiveDate::from_ymd_opt(2018, 11, 5)
            .and_then(|day| day.and_hms_opt(12, 0, 0))
            .expect("a day of the calendar"),
    };
    let reading = inspect(submission, data, &CONTEXT).reading;
    assert!(reading.ledger.iter().all(|row| row.balances()), "a ledger does not balance");
});
