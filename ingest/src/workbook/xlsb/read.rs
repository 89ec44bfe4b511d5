//! The sheets of a binary workbook.

use crate::document::{Limits, Refusal, Sheet};
use crate::format::{Package, corrupt, format_error};
use crate::workbook::budget::Budget;
use crate::workbook::xlsb::book::Book;
use crate::workbook::xlsb::sheet::read_sheet;

/// Reads every worksheet of the workbook, hidden ones too; chart and macro sheets hold no table.
///
/// # Errors
/// `format-error` with reason `corrupt` or `no-sheets`, `file-too-large` when a limit is passed.
pub(crate) fn read_xlsb(package: &mut Package<'_>, limits: &Limits) -> Result<Vec<Sheet>, Refusal> {
    let mut budget = Budget::new(limits);
    let book = Book::open(package, limits.depth)?;
    let mut sheets = Vec::with_capacity(book.sheets.len());
    for listed in &book.sheets {
        let part = package.part(&listed.part)?;
        let bytes = part.ok_or_else(|| corrupt(format!("{}: missing", listed.part)))?;
        sheets.push(Sheet {
            name: Some(listed.name.clone()),
            hidden: listed.hidden,
            grid: read_sheet(&bytes, &book, &mut budget)?,
        });
    }
    if sheets.is_empty() {
        return Err(format_error("no-sheets", ""));
    }
    Ok(sheets)
}
