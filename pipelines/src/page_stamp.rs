//! Which run the pages of a month show: the file `.run` beside them, written after them.
//!
//! A run that dies between storing and telling leaves an older number, so that the next one writes the pages.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

const NAME: &str = ".run";

/// The run that the pages in a folder show; none if they were never finished.
pub(crate) fn read(folder: &Path) -> Option<i64> {
    fs::read_to_string(folder.join(NAME))
        .ok()?
        .trim()
        .parse()
        .ok()
}

/// Notes that the pages in a folder show this run.
pub(crate) fn write(folder: &Path, run: i64) -> io::Result<()> {
    let unfinished = folder.join(".run.part");
    let mut file = fs::File::create(&unfinished)?;
    writeln!(file, "{run}")?;
    file.sync_all()?;
    fs::rename(unfinished, folder.join(NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_stamp_shows_no_run() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path()), None);
        write(folder.path(), 7).unwrap();
        assert_eq!(read(folder.path()), Some(7));
        assert!(read(folder.path()) < Some(8));
    }
}
