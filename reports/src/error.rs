//! What can go wrong when a page is written.

use std::path::PathBuf;

use kooste_transform::warehouse::WarehouseError;

/// A page that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The warehouse did not answer a question.
    #[error("cannot read `{mart}` from the warehouse")]
    Warehouse {
        /// Table that was asked.
        mart: &'static str,
        /// Why.
        #[source]
        source: WarehouseError,
    },
    /// A column of the answer is not what the reports expect, for instance in a warehouse of another version.
    #[error("`{mart}.{column}` should hold {expected}")]
    Column {
        /// Table that was asked.
        mart: &'static str,
        /// Its column.
        column: &'static str,
        /// What it should hold.
        expected: &'static str,
    },
    /// A language without texts.
    #[error("there are no texts in the language `{0}`")]
    Language(String),
    /// A text or template of ours is at fault.
    #[error("cannot render the page: {0}")]
    Template(#[from] minijinja::Error),
    /// A region's own template is at fault.
    #[error("`{name}`, line {line}: {cause}")]
    OwnTemplate {
        /// Name of the file.
        name: &'static str,
        /// Line, from 1; 0 where none is known.
        line: usize,
        /// What its engine says.
        cause: String,
    },
    /// A page that cannot be set as PDF, or is not as accessible as PDF/UA-1 asks.
    #[cfg(feature = "pdf")]
    #[error("cannot set the page as PDF: {0}")]
    Pdf(String),
    /// Boundaries of the reference data that are not what the map needs.
    #[error("cannot read the boundaries of municipalities")]
    Boundaries(#[source] serde_json::Error),
    /// A manifest that cannot be written as JSON.
    #[error("cannot write the manifest")]
    Manifest(#[source] serde_json::Error),
    /// A workbook that cannot be made.
    #[error("cannot make the workbook")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A file could not be written.
    #[error("cannot write `{path}`")]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}
