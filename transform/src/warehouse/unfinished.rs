//! A warehouse is never written where it lies: a run writes another file beside it, which takes its name when it is whole.
//!
//! The engine rewrites blocks of its own tables of contents in place when it commits. A program that is killed at that
//! moment would leave a file that nobody can open, with all that earlier runs had put there.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::beside;
use super::claim::Claim;
use super::error::WarehouseError;
use super::open::Warehouse;
use crate::flush;
use crate::programme::Programme;

/// Changes a warehouse, all or nothing.
///
/// # Errors
///
/// [`WarehouseError`] if it cannot be opened or kept, and what `change` returns; the warehouse is then as it was.
pub(crate) fn revise<T, E: From<WarehouseError>>(
    path: &Path,
    change: impl FnOnce(&Warehouse) -> Result<T, E>,
) -> Result<T, E> {
    let claim = Claim::of(path)?;
    let before = Warehouse::open_read(path)?;
    Unfinished::copy(&claim, before, None)?.finish(|unfinished| change(unfinished.warehouse()))
}

/// A warehouse on the way to its name.
#[derive(Debug)]
pub(crate) struct Unfinished<'a> {
    warehouse: Warehouse,
    /// Whether it has its tables and marts, still empty.
    has_marts: bool,
    /// Its name for now.
    here: PathBuf,
    /// The name it is to have.
    target: &'a Path,
    /// The one that has this name, open so that no other client writes into it meanwhile.
    before: Option<Warehouse>,
}

impl<'a> Unfinished<'a> {
    /// Makes a new file.
    pub(crate) fn first(
        claim: &'a Claim,
        programme: &Programme,
        threads: Option<usize>,
    ) -> Result<Self, WarehouseError> {
        let here = beside::vacant(claim.target());
        let (warehouse, has_marts) = Warehouse::start(&here, programme, threads)?;
        Ok(Unfinished {
            warehouse,
            has_marts,
            here,
            target: claim.target(),
            before: None,
        })
    }

    /// Copies the claimed warehouse, which is open as `before`, and brings the layout of the copy up to date.
    pub(crate) fn copy(
        claim: &'a Claim,
        before: Warehouse,
        threads: Option<usize>,
    ) -> Result<Self, WarehouseError> {
        let target = claim.target();
        let here = beside::vacant(target);
        let copied = copy(claim, &here).and_then(|()| Warehouse::open(&here, threads));
        match copied {
            Ok(warehouse) => Ok(Unfinished {
                warehouse,
                has_marts: false,
                here,
                target,
                before: Some(before),
            }),
            Err(error) => {
                beside::remove(&here);
                Err(error)
            }
        }
    }

    /// The warehouse.
    pub(crate) fn warehouse(&self) -> &Warehouse {
        &self.warehouse
    }

    /// Whether there is none yet that it takes the place of.
    pub(crate) fn is_first(&self) -> bool {
        self.before.is_none()
    }

    /// Whether it has its tables and marts, still empty.
    pub(crate) fn has_marts(&self) -> bool {
        self.has_marts
    }

    /// Does the work; gives it its name if that succeeds, and takes it away if not.
    pub(crate) fn finish<T, E: From<WarehouseError>>(
        self,
        work: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        match work(&self) {
            Ok(done) => {
                self.keep()?;
                Ok(done)
            }
            Err(error) => {
                self.discard();
                Err(error)
            }
        }
    }

    /// Gives it its name.
    fn keep(self) -> Result<(), WarehouseError> {
        self.warehouse.connection()?;
        drop(self.warehouse);
        drop(self.before);
        let failed = |source| WarehouseError::io(self.target, source);
        if beside::log(&self.here).exists() {
            return Err(failed(io::Error::other("not all of it could be written")));
        }
        let folder = match self.target.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        flush::files(folder, &[&self.here])
            .and_then(|()| fs::rename(&self.here, self.target))
            .and_then(|()| flush::folders(folder, &[folder]))
            .map_err(failed)
    }

    /// Takes it away.
    fn discard(self) {
        // What is still being opened would be there again afterwards.
        drop(self.warehouse.connection());
        drop(self.warehouse);
        beside::remove(&self.here);
    }
}

/// Copies a claimed warehouse with its permissions.
fn copy(claim: &Claim, here: &Path) -> Result<(), WarehouseError> {
    let Some(source) = claim.source() else {
        return Err(WarehouseError::NotFound {
            path: claim.target().to_owned(),
        });
    };
    let copy = || {
        let permissions = source.metadata()?.permissions();
        let mut copy = File::create(here)?;
        io::copy(&mut &*source, &mut copy)?;
        copy.set_permissions(permissions)
    };
    copy().map_err(|source| WarehouseError::io(here, source))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit;

    /// What is in a folder but for the lock.
    fn files(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
        let names = entries.map(|entry| entry.file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| !name.ends_with(".lock")).collect();
        names.sort();
        names
    }

    fn first(claim: &Claim) -> Unfinished<'_> {
        Unfinished::first(claim, &testkit::context().programme, Some(1)).unwrap()
    }

    /// A statement as the work of a run.
    fn statement(sql: &str) -> impl FnOnce(&Unfinished<'_>) -> Result<(), WarehouseError> {
        move |unfinished| unfinished.warehouse().execute(sql)
    }

    #[test]
    fn a_warehouse_has_its_name_only_when_it_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("warehouse.duckdb");
        // What a run that died would leave.
        fs::write(folder.path().join("warehouse.duckdb.new"), b"half").unwrap();
        fs::create_dir(folder.path().join("warehouse.duckdb.new.tmp")).unwrap();
        let claim = Claim::of(&target).unwrap();
        let work = |unfinished: &Unfinished<'_>| {
            assert!(!target.exists());
            statement("CREATE TABLE one (a INTEGER)")(unfinished)
        };
        first(&claim).finish(work).unwrap();
        assert_eq!(files(folder.path()), ["warehouse.duckdb"]);
    }

    #[test]
    fn a_run_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("warehouse.duckdb");
        let claim = Claim::of(&target).unwrap();
        let failed = first(&claim).finish(statement("no statement"));
        failed.unwrap_err();
        assert!(files(folder.path()).is_empty());
    }

    #[test]
    fn what_is_there_is_not_written_into() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("warehouse.duckdb");
        let programme = &testkit::context().programme;
        drop(Warehouse::create(&target, programme, Some(1)).unwrap());
        // Another name of the same file shows what became of it.
        let same = folder.path().join("same");
        fs::hard_link(&target, &same).unwrap();
        let before = fs::read(&same).unwrap();
        let marked = |warehouse: &Warehouse| {
            warehouse.execute("INSERT INTO meta.setting VALUES ('mark', 'here')")
        };
        let failed = revise(&target, |warehouse| {
            marked(warehouse)?;
            warehouse.execute("no statement")
        });
        failed.unwrap_err();
        assert_eq!(files(folder.path()), ["same", "warehouse.duckdb"]);
        revise(&target, marked).unwrap();
        assert_eq!(files(folder.path()), ["same", "warehouse.duckdb"]);
        assert!(fs::read(&same).unwrap() == before);
        let marks = |path: &Path| {
            let warehouse = Warehouse::open_read(path).unwrap();
            let found = warehouse.query("SELECT * FROM meta.setting WHERE name = 'mark'", &[]);
            found.unwrap().rows.len()
        };
        assert_eq!((marks(&same), marks(&target)), (0, 1));
    }

    #[test]
    fn what_another_client_left_in_its_log_is_in_the_copy() {
        let folder = tempfile::tempdir().unwrap();
        let (lively, target) = (folder.path().join("lively"), folder.path().join("died"));
        let programme = &testkit::context().programme;
        let warehouse = Warehouse::create(&lively, programme, Some(1)).unwrap();
        warehouse
            .execute(
                "CHECKPOINT; SET checkpoint_threshold = '1GB'; \
                 INSERT INTO meta.setting VALUES ('mark', 'here')",
            )
            .unwrap();
        // A client that died would leave the same.
        fs::copy(&lively, &target).unwrap();
        fs::copy(beside::log(&lively), beside::log(&target)).unwrap();
        drop(warehouse);
        revise(&target, |warehouse| {
            warehouse.execute("INSERT INTO meta.setting VALUES ('second', 'here')")
        })
        .unwrap();
        assert_eq!(files(folder.path()), ["died", "lively"]);
        let found = Warehouse::open_read(&target)
            .unwrap()
            .query("SELECT name FROM meta.setting ORDER BY name", &[])
            .unwrap();
        assert_eq!(found.rows.len(), 2);
    }
}
