//! Raw tables of the polluted text files of `../shared/corpora`, on one core: files a second. Nothing where they are absent.

use std::fs;
use std::path::{Path, PathBuf};

use kooste_ingest::document::Limits;
use kooste_ingest::format::read;
use kooste_ingest::table::raw::raw_table;

fn main() {
    divan::main();
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora/pollock/csv");
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.flatten().map(|entry| entry.path()).collect()
}

#[divan::bench(sample_count = 10)]
fn polluted_files(bencher: divan::Bencher<'_, '_>) {
    let files = files();
    let count = divan::counter::ItemsCount::new(files.len());
    bencher.counter(count).bench(|| {
        let cells = |path: &PathBuf| -> usize {
            let document = fs::read(path).ok();
            let document = document.and_then(|bytes| read(&bytes, &Limits::default()).ok());
            document.map_or(0, |document| {
                raw_table(&document.sheets[0].grid)
                    .iter()
                    .map(Vec::len)
                    .sum()
            })
        };
        files.iter().map(cells).sum::<usize>()
    });
}
