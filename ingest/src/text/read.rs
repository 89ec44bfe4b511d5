//! A text file as a document with one sheet without a name.

use crate::document::{Document, Format, Limits, Refusal, Remark, Sheet};
use crate::format::format_error;
use crate::grid::Grid;
use crate::text::encoding::{LineRemark, decode};
use crate::text::{dialect, records};

/// Reads a text file.
///
/// # Errors
/// `format-error` with reason `empty` or `binary`, `encoding-error`, `file-too-large`.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let decoded = decode(bytes)?;
    if decoded.text.chars().all(char::is_whitespace) {
        return Err(format_error("empty", bytes.len().to_string()));
    }
    let dialect = dialect::detect(&decoded.text);
    let grid = records::split(decoded.text, &dialect, limits)?;
    let remarks = decoded.remarks.iter().map(|remark| place(remark, &grid));
    Ok(Document {
        format: Format::Text,
        encoding: Some(decoded.encoding),
        dialect: Some(dialect),
        remarks: remarks.collect(),
        sheets: vec![Sheet {
            name: None,
            hidden: false,
            grid,
        }],
    })
}

/// A remark about a line, at the record that the line is part of.
fn place(remark: &LineRemark, grid: &Grid) -> Remark {
    let row = (1..=remark.line)
        .rev()
        .map(|number| grid.row(number))
        .find(|row| row.cells().len() > 0);
    Remark {
        code: remark.code,
        sheet: 0,
        cell: row.and_then(|row| {
            let (column, _) = row.cells().next()?;
            Some((row.number(), column))
        }),
        found: remark.found.clone(),
    }
}
