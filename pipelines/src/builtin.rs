//! What is built into the command: regions, the programme `lape`, reference data and the example reports.

use include_dir::{Dir, include_dir};
use kooste_transform::data::InMemory;
use kooste_transform::programme::Programme;
use kooste_transform::reference::Reference;
use kooste_transform::region::RegionFile;
use kooste_transform::warehouse::Template;

use crate::failure::Failure;
use crate::settings::toml_fault::nearest_hint;

static REGIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/regions");
static PROGRAMMES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/programmes");
static REFERENCE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/reference");

/// Reports made for tests and the demo, with the times at which they arrived.
pub static REPORTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../fixtures/reports");

/// The empty warehouse of the programme `lape`; `KOOSTE_UPDATE=1` makes it anew (`tests/empty_warehouse.rs`).
pub const EMPTY_WAREHOUSE: Template = Template {
    layout: include_str!("../warehouse/layout.sha256"),
    file: include_bytes!("../warehouse/empty.duckdb.gz"),
};

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

/// The region file of a built-in region, as text.
///
/// # Errors
/// A name that is none, with the nearest one as hint.
pub fn region(name: &str) -> Result<&'static str, Failure> {
    REGIONS
        .get_file(format!("{name}.toml"))
        .and_then(include_dir::File::contents_utf8)
        .ok_or_else(|| {
            Failure::usage("failure-unknown-region")
                .with("name", name)
                .hint(nearest_hint(name, &region_names()))
        })
}

/// All built-in regions, as read.
///
/// # Errors
/// A fault of ours: a test reads them all.
pub fn regions() -> Result<Vec<RegionFile>, Failure> {
    region_names()
        .into_iter()
        .map(|name| toml::from_str(region(name)?).map_err(Failure::fault))
        .collect()
}

/// The built-in programme of this name; none if there is no such one.
#[must_use]
pub fn programme(name: &str) -> Option<Result<Programme, Failure>> {
    let folder = PROGRAMMES.get_dir(name)?;
    let loaded = Programme::load(&files(folder)).map(|programme| Programme {
        template: Some(EMPTY_WAREHOUSE),
        ..programme
    });
    Some(loaded.map_err(Failure::fault))
}

/// The built-in reference data.
///
/// # Errors
/// A fault of ours: a test reads it.
pub fn reference() -> Result<Reference, Failure> {
    Reference::parse(&files(&REFERENCE)).map_err(Failure::fault)
}

/// The texts below a built-in folder, named relative to it.
fn files(folder: &'static Dir<'static>) -> InMemory<'static> {
    let mut found = InMemory::default();
    let mut rest = vec![folder];
    while let Some(next) = rest.pop() {
        rest.extend(next.dirs());
        for file in next.files() {
            let path = file
                .path()
                .strip_prefix(folder.path())
                .unwrap_or(file.path());
            if let (Some(path), Some(text)) = (path.to_str(), file.contents_utf8()) {
                found = found.with(path.replace('\\', "/"), text);
            }
        }
    }
    found
}
