//! What is built into the command: regions.

use include_dir::{Dir, include_dir};

use crate::failure::{Failure, Phrase};

static REGIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/regions");

/// Names of the built-in regions, sorted.
#[must_use]
pub fn region_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = REGIONS
        .files()
        .filter_map(|file| file.path().to_str()?.strip_suffix(".toml"))
        .collect();
    names.sort_unstable();
    names
}

/// The region file of a built-in region.
///
/// # Errors
/// A name that is none, with the nearest one as hint.
pub fn region(name: &str) -> Result<&'static str, Failure> {
    REGIONS
        .get_file(format!("{name}.toml"))
        .and_then(include_dir::File::contents_utf8)
        .ok_or_else(|| {
            let hint: Phrase = crate::settings::toml_fault::nearest_hint(name, &region_names());
            Failure::usage("failure-unknown-region")
                .with("name", name)
                .hint(hint)
        })
}
