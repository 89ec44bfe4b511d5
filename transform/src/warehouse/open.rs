//! Opening the warehouse file: for a run, and for reading.

use std::cell::{OnceCell, RefCell};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use duckdb::{AccessMode, Config, Connection};

use super::error::WarehouseError;
use super::schema;
use crate::programme::Programme;

/// Storage version of the file: DuckDB 1.4, 1.5 and 2.0 read it.
const STORAGE_VERSION: &str = "v1.4.0";

/// An open warehouse. DuckDB locks the file: many read it, or one has it open for writing.
#[derive(Debug)]
pub struct Warehouse {
    connection: OnceCell<Connection>,
    /// What opens it meanwhile, if it is not open yet.
    opening: RefCell<Option<Opening>>,
    pub(super) path: PathBuf,
}

type Opening = JoinHandle<Result<Connection, WarehouseError>>;

impl Warehouse {
    /// Makes a new warehouse with the fact tables of a programme.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::InUse`] and [`WarehouseError::Damaged`] if a file is there already and cannot be used.
    pub fn create(
        path: &Path,
        programme: &Programme,
        threads: Option<usize>,
    ) -> Result<Self, WarehouseError> {
        let warehouse = Self::connect(path, settings(threads)?)?;
        warehouse.lay_out(programme)?;
        Ok(warehouse)
    }

    /// Makes a new file, with its tables if the programme brings a template; tells whether it has them. The engine
    /// starts while the caller goes on; if the file cannot be made, whatever needs it first says so.
    pub(crate) fn start(
        path: &Path,
        programme: &Programme,
        threads: Option<usize>,
    ) -> Result<(Self, bool), WarehouseError> {
        let template = programme
            .template
            .filter(|template| template.fits(programme));
        let file = path.to_owned();
        let opening = thread::spawn(move || {
            if let Some(template) = template {
                template.unpack(&file)?;
            }
            connect(&file, settings(threads)?)
        });
        let warehouse = Warehouse {
            connection: OnceCell::new(),
            opening: RefCell::new(Some(opening)),
            path: path.to_owned(),
        };
        Ok((warehouse, template.is_some()))
    }

    /// Makes a new file without tables, or opens whatever is there.
    pub(crate) fn empty(path: &Path, threads: Option<usize>) -> Result<Self, WarehouseError> {
        Self::connect(path, settings(threads)?)
    }

    /// Makes the tables of a new file.
    pub(crate) fn lay_out(&self, programme: &Programme) -> Result<(), WarehouseError> {
        schema::create(self.connection()?, programme)
    }

    /// Opens a warehouse for writing where it lies, as any client may, and brings its layout up to date. What Kooste
    /// writes goes into a copy that takes its place.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::NotFound`], [`WarehouseError::InUse`], [`WarehouseError::Damaged`], [`WarehouseError::Newer`].
    pub fn open(path: &Path, threads: Option<usize>) -> Result<Self, WarehouseError> {
        existing(path)?;
        let warehouse = Self::connect(path, settings(threads)?)?;
        let found = warehouse.layout()?;
        schema::migrate(warehouse.connection()?, found)?;
        Ok(warehouse)
    }

    /// Opens a warehouse for reading only; statements cannot reach other files, extensions or settings.
    ///
    /// # Errors
    ///
    /// As [`Warehouse::open`]; a layout older than this program's is read as it is.
    pub fn open_read(path: &Path) -> Result<Self, WarehouseError> {
        existing(path)?;
        let settings = settings(None)?
            .access_mode(AccessMode::ReadOnly)?
            .enable_external_access(false)?;
        let warehouse = Self::connect(path, settings)?;
        warehouse.layout()?;
        warehouse.execute("SET lock_configuration = true")?;
        Ok(warehouse)
    }

    /// Opens a warehouse for reading, where statements may write the one file `target` and nothing else.
    pub(super) fn open_export(path: &Path, target: &Path) -> Result<Self, WarehouseError> {
        existing(path)?;
        let warehouse = Self::connect(path, settings(None)?.access_mode(AccessMode::ReadOnly)?)?;
        warehouse.layout()?;
        let allowed = target.to_string_lossy().replace('\'', "''");
        warehouse.execute(&format!(
            "SET allowed_paths = ['{allowed}']; SET enable_external_access = false; SET lock_configuration = true"
        ))?;
        Ok(warehouse)
    }

    /// Opens a warehouse for reading, where statements may write files into `folder` and nothing else.
    pub(crate) fn open_export_folder(path: &Path, folder: &Path) -> Result<Self, WarehouseError> {
        existing(path)?;
        let warehouse = Self::connect(path, settings(None)?.access_mode(AccessMode::ReadOnly)?)?;
        warehouse.layout()?;
        let allowed = folder.to_string_lossy().replace('\'', "''");
        warehouse.execute(&format!(
            "SET allowed_directories = ['{allowed}']; SET enable_external_access = false; SET lock_configuration = true"
        ))?;
        Ok(warehouse)
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The engine; waits until it has opened the file.
    ///
    /// # Errors
    ///
    /// [`WarehouseError`] if the file cannot be opened: its cause the first time, afterwards only that.
    pub(crate) fn connection(&self) -> Result<&Connection, WarehouseError> {
        if let Some(opening) = self.opening.take() {
            let opened = opening.join();
            let opened = opened.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            // There is none yet: a warehouse is either open or opening.
            drop(self.connection.set(opened?));
        }
        self.connection.get().ok_or_else(|| WarehouseError::Fault {
            place: self.path.display().to_string(),
            detail: String::from("it could not be opened"),
        })
    }

    /// Another connection to the same file, in the same process.
    pub(super) fn second(&self) -> Result<Self, WarehouseError> {
        Ok(Self::opened(
            self.connection()?.try_clone()?,
            self.path.clone(),
        ))
    }

    pub(crate) fn execute(&self, sql: &str) -> Result<(), WarehouseError> {
        Ok(self.connection()?.execute_batch(sql)?)
    }

    fn connect(path: &Path, settings: Config) -> Result<Self, WarehouseError> {
        Ok(Self::opened(connect(path, settings)?, path.to_owned()))
    }

    fn opened(connection: Connection, path: PathBuf) -> Self {
        Warehouse {
            connection: OnceCell::from(connection),
            opening: RefCell::new(None),
            path,
        }
    }

    /// Whether an earlier version laid the file out, so that some tables are not there until the next run.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::Damaged`], [`WarehouseError::Newer`].
    pub fn is_older(&self) -> Result<bool, WarehouseError> {
        Ok(self.layout()? < schema::VERSION)
    }

    /// Layout of the file.
    pub(crate) fn layout(&self) -> Result<i32, WarehouseError> {
        let found =
            schema::version(self.connection()?).map_err(|error| WarehouseError::Damaged {
                path: self.path.clone(),
                detail: error.to_string(),
            })?;
        if found > schema::VERSION {
            return Err(WarehouseError::Newer {
                path: self.path.clone(),
                found,
                known: schema::VERSION,
            });
        }
        Ok(found)
    }
}

fn connect(path: &Path, settings: Config) -> Result<Connection, WarehouseError> {
    Connection::open_with_flags(path, settings)
        .map_err(|error| WarehouseError::of_opening(path, &error))
}

fn existing(path: &Path) -> Result<(), WarehouseError> {
    match path.try_exists() {
        Ok(true) => Ok(()),
        Ok(false) => Err(WarehouseError::NotFound {
            path: path.to_owned(),
        }),
        Err(source) => Err(WarehouseError::io(path, source)),
    }
}

/// Settings of every connection: nothing is fetched from anywhere, the file stays readable for older clients.
fn settings(threads: Option<usize>) -> Result<Config, WarehouseError> {
    let mut settings = Config::default()
        .enable_autoload_extension(false)?
        .with("autoinstall_known_extensions", "false")?
        .with("storage_compatibility_version", STORAGE_VERSION)?
        // A run is one transaction: written into the file at its end, not into a log first and the file afterwards.
        .with("checkpoint_threshold", "1KB")?
        // Rows are compressed as they come, not many at once: readers never wait long, and little is left for the end.
        .with("write_buffer_row_group_count", "1")?;
    if let Some(threads) = threads {
        settings = settings.threads(i64::try_from(threads).unwrap_or(1).max(1))?;
    }
    Ok(settings)
}
