//! Months that the steering group approved (`kooste close`): their report is kept as it was, byte for byte, and what
//! comes later is told as a revision in the next report.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use crate::consolidate::archive;
use crate::flush;
use crate::hex::sha256;
use crate::programme::Programme;
use crate::snapshot;
use crate::warehouse::read::Value;
use crate::warehouse::unfinished::revise;
use crate::warehouse::{Warehouse, WarehouseError};

/// Why a month could not be closed, opened or written again.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClosingError {
    /// Nobody reported on it.
    #[error("{0}: nobody reported on it")]
    NothingReported(NaiveDate),
    /// It is closed already.
    #[error("{0}: closed already")]
    Closed(NaiveDate),
    /// It is not closed.
    #[error("{0}: not closed")]
    NotClosed(NaiveDate),
    /// It was closed by a version that kept its report and nothing else.
    #[error("{0}: closed by a version that kept no snapshot")]
    NoSnapshot(NaiveDate),
    /// A page of it is not in the archive as it was.
    #[error("{}: not in the archive as it was", .0.display())]
    Lost(PathBuf),
    /// A file could not be read or written.
    #[error("{}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The warehouse cannot be used.
    #[error(transparent)]
    Warehouse(#[from] WarehouseError),
}

/// The months that are closed; none in a warehouse of a layout that did not know of it.
///
/// # Errors
///
/// [`WarehouseError`] if the warehouse cannot be asked.
pub fn closed_months(warehouse: &Warehouse) -> Result<BTreeSet<NaiveDate>, WarehouseError> {
    if warehouse.layout()? < 2 {
        return Ok(BTreeSet::new());
    }
    let found = warehouse.query(
        "SELECT DISTINCT period FROM meta.closing WHERE reopened_at IS NULL ORDER BY period",
        &[],
    )?;
    Ok(found.rows.iter().filter_map(|row| row[0].date()).collect())
}

/// Folder of a workspace, and start of the names of its files in the archive, with what gives a report its look.
pub const LOOK: &str = "branding";

/// Closes a month: keeps the files below `folder`, its report, in the archive of `workspace`, and what gave it its look.
///
/// # Errors
///
/// [`ClosingError`]; nothing is closed then.
pub fn close(
    workspace: &Path,
    month: NaiveDate,
    folder: &Path,
    now: NaiveDateTime,
) -> Result<(), ClosingError> {
    revise(&workspace.join("warehouse.duckdb"), |warehouse| {
        if closed_months(warehouse)?.contains(&month) {
            return Err(ClosingError::Closed(month));
        }
        let reported = warehouse.query(
            "SELECT 1 FROM meta.report WHERE valid_to_run IS NULL AND period = CAST(? AS DATE) AND state <> 'missing' LIMIT 1",
            &[Value::Date(month)],
        )?;
        if reported.rows.is_empty() {
            return Err(ClosingError::NothingReported(month));
        }
        let mut pages = keep(workspace, folder)?;
        let look = workspace.join(LOOK);
        if look.is_dir() {
            let files = keep(workspace, &look)?.into_iter();
            pages.extend(files.map(|(name, file)| (format!("{LOOK}/{name}"), file)));
        }
        let snapshot = keep_snapshot(workspace, warehouse)?;
        let rows: Vec<String> = pages
            .iter()
            .map(|(name, (id, size))| {
                let name = name.replace('\'', "''");
                format!(
                    "INSERT INTO meta.closed_page SELECT DATE '{month}', max(run_id), '{name}', '{id}', {size} FROM meta.run;"
                )
            })
            .collect();
        transaction(
            warehouse,
            &format!(
                "INSERT INTO meta.closing SELECT DATE '{month}', TIMESTAMP '{}', max(run_id), NULL, NULL, '{snapshot}' \
                 FROM meta.run;\n{}\n\
                 UPDATE meta.report SET closed = true WHERE period = DATE '{month}' AND valid_to_run IS NULL;",
                stamp(now),
                rows.join("\n")
            ),
        )?;
        Ok(())
    })
}

/// Opens a month again.
///
/// # Errors
///
/// [`ClosingError::NotClosed`], or a warehouse that cannot be used.
pub fn reopen(
    workspace: &Path,
    month: NaiveDate,
    why: &str,
    now: NaiveDateTime,
) -> Result<(), ClosingError> {
    revise(&workspace.join("warehouse.duckdb"), |warehouse| {
        if !closed_months(warehouse)?.contains(&month) {
            return Err(ClosingError::NotClosed(month));
        }
        let why = why.replace('\'', "''");
        transaction(
            warehouse,
            &format!(
                "UPDATE meta.closing SET reopened_at = TIMESTAMP '{}', why = '{why}' \
                 WHERE period = DATE '{month}' AND reopened_at IS NULL;\n\
                 UPDATE meta.report SET closed = false WHERE period = DATE '{month}' AND valid_to_run IS NULL;",
                stamp(now)
            ),
        )?;
        Ok(())
    })
}

/// A closed month as it was when it was closed.
#[derive(Debug)]
pub struct AsOfClose {
    /// The warehouse of then, with its marts computed anew.
    pub warehouse: Warehouse,
    /// The files of the approved report, each with the SHA-256 of its content, by name.
    pub approved: BTreeMap<String, String>,
}

/// Makes the warehouse in which a month was closed in `folder`, which has to be there and empty; what gave the report its
/// look comes to lie there in [`LOOK`].
///
/// # Errors
///
/// [`ClosingError`] if the month is not closed, was closed by a version that kept no snapshot, or that is not in the
/// archive as it was.
pub fn as_of_close(
    workspace: &Path,
    programme: &Programme,
    month: NaiveDate,
    folder: &Path,
) -> Result<AsOfClose, ClosingError> {
    let path = workspace.join("warehouse.duckdb");
    let (approved, snapshot) = {
        let today = Warehouse::open_read(&path)?;
        (approved(&today, month)?, snapshot_of(&today, month)?)
    };
    let (look, approved): (BTreeMap<_, _>, BTreeMap<_, _>) =
        approved.into_iter().partition(|(name, _)| is_look(name));
    for (name, id) in &look {
        replace(&below(folder, name), &kept(workspace, id, name)?)?;
    }
    let id = snapshot.ok_or(ClosingError::NoSnapshot(month))?;
    let bytes = kept(workspace, &id, snapshot::FILE_NAME)?;
    Ok(AsOfClose {
        warehouse: snapshot::restore(&bytes, &path, programme, folder)?,
        approved,
    })
}

/// Whether a file has the content with this hash.
#[must_use]
pub fn is_content(path: &Path, id: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| sha256(&bytes) == id)
}

fn snapshot_of(warehouse: &Warehouse, month: NaiveDate) -> Result<Option<String>, ClosingError> {
    if warehouse.is_older()? {
        return Ok(None);
    }
    let found = warehouse.query(
        "SELECT snapshot_id FROM meta.closing WHERE period = CAST(? AS DATE) AND reopened_at IS NULL",
        &[Value::Date(month)],
    )?;
    Ok(found
        .rows
        .first()
        .and_then(|row| row[0].text().map(str::to_owned)))
}

/// The files of the approved report of a closed month: name and hash.
fn approved(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<BTreeMap<String, String>, ClosingError> {
    let found = warehouse.query(
        "SELECT page.file_name, page.content_id FROM meta.closed_page AS page \
         JOIN meta.closing AS closing ON closing.period = page.period AND closing.run_id = page.run_id \
         WHERE page.period = CAST(? AS DATE) AND closing.reopened_at IS NULL ORDER BY page.file_name",
        &[Value::Date(month)],
    )?;
    if found.rows.is_empty() {
        return Err(ClosingError::NotClosed(month));
    }
    let page = |row: &Vec<Value>| (row[0].to_string(), row[1].to_string());
    Ok(found.rows.iter().map(page).collect())
}

/// A file of the archive, if it is as it was.
fn kept(workspace: &Path, id: &str, name: &str) -> Result<Vec<u8>, ClosingError> {
    let kept = archive::location(workspace, id, name);
    let bytes = fs::read(&kept).map_err(|source| io(&kept, source))?;
    if sha256(&bytes) == id {
        Ok(bytes)
    } else {
        Err(ClosingError::Lost(kept))
    }
}

/// Writes the report of a closed month again as it was approved, byte for byte; returns its files in order.
///
/// # Errors
///
/// [`ClosingError`] if it is not closed or not in the archive as it was.
pub fn write_again(
    workspace: &Path,
    warehouse: &Warehouse,
    month: NaiveDate,
    folder: &Path,
) -> Result<Vec<PathBuf>, ClosingError> {
    let mut written = Vec::new();
    for (name, id) in approved(warehouse, month)? {
        if is_look(&name) {
            continue;
        }
        let bytes = kept(workspace, &id, &name)?;
        let target = below(folder, &name);
        if !fs::read(&target).is_ok_and(|there| there == bytes) {
            replace(&target, &bytes)?;
        }
        written.push(target);
    }
    Ok(written)
}

/// Whether a file of the archive gave a report its look.
fn is_look(name: &str) -> bool {
    name.strip_prefix(LOOK)
        .is_some_and(|rest| rest.starts_with('/'))
}

/// The place of a file, named with `/`, below a folder.
fn below(folder: &Path, name: &str) -> PathBuf {
    name.split('/')
        .fold(folder.to_path_buf(), |path, part| path.join(part))
}

/// The files below a folder into the archive; for each its id and size.
fn keep(
    workspace: &Path,
    folder: &Path,
) -> Result<BTreeMap<String, (String, usize)>, ClosingError> {
    let mut pages = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| io(folder, error.into()))?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !entry.file_type().is_file() || hidden {
            continue;
        }
        let path = entry.path();
        let bytes = fs::read(path).map_err(|source| io(path, source))?;
        let below = path.strip_prefix(folder).unwrap_or(path);
        let name: Vec<_> = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        let name = name.join("/");
        let id = put(workspace, &bytes, &name)?;
        pages.insert(name, (id, bytes.len()));
    }
    Ok(pages)
}

/// The tables that the report was computed from into the archive; returns their id.
fn keep_snapshot(workspace: &Path, warehouse: &Warehouse) -> Result<String, ClosingError> {
    let bytes = snapshot::take(warehouse, &workspace.join("archive").join("snapshot.part"))?;
    put(workspace, &bytes, snapshot::FILE_NAME)
}

/// Puts a content into the archive, where it is not there yet; returns its id.
fn put(workspace: &Path, bytes: &[u8], name: &str) -> Result<String, ClosingError> {
    let id = sha256(bytes);
    let target = archive::location(workspace, &id, name);
    if !target.exists() {
        replace(&target, bytes)?;
    }
    Ok(id)
}

/// Writes a file under another name, flushes it and moves it into place.
fn replace(target: &Path, bytes: &[u8]) -> Result<(), ClosingError> {
    let write = || {
        let folder = target.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let unfinished = target.with_extension("part");
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&unfinished, target)?;
        flush::folders(folder, &[folder])
    };
    write().map_err(|source| io(target, source))
}

fn transaction(warehouse: &Warehouse, statements: &str) -> Result<(), WarehouseError> {
    let done = warehouse.execute(&format!("BEGIN;\n{statements}\nCOMMIT;"));
    if done.is_err() {
        drop(warehouse.execute("ROLLBACK"));
    }
    done
}

fn stamp(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%d %H:%M:%S%.6f").to_string()
}

fn io(path: &Path, source: std::io::Error) -> ClosingError {
    ClosingError::Io {
        path: path.to_owned(),
        source,
    }
}
