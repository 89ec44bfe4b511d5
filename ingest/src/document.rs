//! A file as read: its format, how its text was decoded, and its sheets.

use crate::format::too_large;
use crate::grid::Grid;
use crate::issue::Code;

/// What a file is, told by its content (READING.md R3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Office Open XML workbook, with or without macros.
    Xlsx,
    /// Binary workbook of Excel 2007.
    Xlsb,
    /// Excel 2 to 2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Text with separated values.
    Text,
}

impl Format {
    /// The name printed and stored: `xlsx`, `xlsb`, `xls`, `ods` or `csv`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xlsb => "xlsb",
            Format::Xls => "xls",
            Format::Ods => "ods",
            Format::Text => "csv",
        }
    }
}

/// How the records of a text file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// Byte between two fields.
    pub delimiter: u8,
    /// Byte around fields that hold a delimiter, if one is used.
    pub quote: Option<u8>,
    /// Byte that takes a quote literally, if not by doubling.
    pub escape: Option<u8>,
}

/// One sheet of a file; a text file has one without a name.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Name as shown on the tab; none in text files.
    pub name: Option<String>,
    /// Whether the sheet is hidden from the person who looks at the file (READING.md R5).
    pub hidden: bool,
    /// The cells.
    pub grid: Grid,
}

/// A file that could be read.
#[derive(Debug, Clone)]
pub struct Document {
    /// The format found.
    pub format: Format,
    /// Name of the text encoding, e.g. `windows-1252`; none for workbooks.
    pub encoding: Option<&'static str>,
    /// The dialect of a text file.
    pub dialect: Option<Dialect>,
    /// The sheets in the order of the file.
    pub sheets: Vec<Sheet>,
    /// What was noticed while decoding: codes with what was found (e.g. repaired mojibake).
    pub remarks: Vec<Remark>,
    /// Texts of a workbook outside its cells, which belong to no table.
    pub asides: Vec<Aside>,
}

/// A text of a workbook outside its cells: a comment, a text box, the properties of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Index of the sheet, where known.
    pub sheet: Option<usize>,
    /// Row (from 1) and column (from 0) of the cell that a comment belongs to.
    pub cell: Option<(u32, u32)>,
    /// The text.
    pub text: String,
}

/// Something noticed while decoding that does not stop the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The issue code it becomes.
    pub code: Code,
    /// Index of the sheet.
    pub sheet: usize,
    /// Row (from 1) and column (from 0), where known.
    pub cell: Option<(u32, u32)>,
    /// What was found.
    pub found: String,
}

/// A file that cannot be read, with its cause; the run goes on without it (READING.md R38).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {reason}")]
pub struct Refusal {
    /// `format-error`, `file-encrypted`, `file-too-large` or `encoding-error`.
    pub code: Code,
    /// A finer cause, one of the reasons of the message texts: `empty`, `html`, `pdf`, `zip`, `image`, `docx`,
    /// `corrupt`, `binary`, `panic`, `size`, `cells`, …
    pub reason: &'static str,
    /// What was found, e.g. the library's own words or a size; never personal data.
    pub found: String,
}

/// Limits beyond which a file is refused with `file-too-large` (READING.md R37).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file_bytes: u64,
    /// Bytes of all parts of a workbook once unpacked; of the texts of one sheet's cells, too.
    pub unpacked_bytes: u64,
    /// Cells with a value in a file.
    pub cells: usize,
    /// Columns of a sheet.
    pub columns: u32,
    /// Depth of nested XML elements.
    pub depth: usize,
}

impl Limits {
    /// Lets a file of this size in, so that a larger one need not even be read into memory.
    ///
    /// # Errors
    /// A [`Refusal`] with `file-too-large` for a file above [`Limits::file_bytes`].
    pub fn admit(&self, size_bytes: u64) -> Result<(), Refusal> {
        if size_bytes > self.file_bytes {
            return Err(too_large("size", size_bytes));
        }
        Ok(())
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_bytes: 256 << 20,
            unpacked_bytes: 512 << 20,
            cells: 5_000_000,
            columns: 16_384,
            depth: 256,
        }
    }
}
