//! Bytes to [`Document`]: the format is told, its reader called, its panics caught.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::document::{Document, Format, Limits, Refusal, Sheet};
use crate::format::format_error;
use crate::format::signature::{Signature, identify};
use crate::{text, workbook};

/// Reads a file of any known format; the same bytes and limits always give the same document (READING.md R39).
///
/// # Errors
/// A [`Refusal`] that names the cause: what the file is instead of a table, a password, a limit passed, an encoding
/// that cannot be told, a file that contradicts itself. A fault of a decoder is one too (reason `panic`).
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    limits.admit(bytes.len() as u64)?;
    match catch_unwind(AssertUnwindSafe(|| read_identified(bytes, limits))) {
        Ok(result) => result,
        Err(_) => Err(format_error("panic", "")),
    }
}

fn read_identified(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    match identify(bytes, limits)? {
        Signature::Text => text::read(bytes, limits),
        Signature::Xls(stream) => workbook::read_xls(bytes, &stream, limits)
            .map(|sheets| workbook_document(Format::Xls, sheets)),
        Signature::OldXls => workbook::read_old_xls(bytes, limits)
            .map(|sheets| workbook_document(Format::Xls, sheets)),
        Signature::Package(format, mut package) => {
            let (sheets, mut asides) = match format {
                Format::Ods => workbook::read_ods(&mut package, limits)?,
                Format::Xlsb => (workbook::read_xlsb(&mut package, limits)?, Vec::new()),
                _ => (workbook::read_xlsx(&mut package, limits)?, Vec::new()),
            };
            asides.extend(workbook::read_asides(&mut package, format, limits));
            Ok(Document {
                asides,
                ..workbook_document(format, sheets)
            })
        }
    }
}

fn workbook_document(format: Format, sheets: Vec<Sheet>) -> Document {
    Document {
        format,
        encoding: None,
        dialect: None,
        sheets,
        remarks: Vec::new(),
        asides: Vec::new(),
    }
}
