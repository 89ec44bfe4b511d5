//! A text file as a document with one sheet without a name.

use crate::document::{Document, Format, Limits, Refusal, Remark, Sheet};
use crate::format::format_error;
use crate::grid::{CellValue, Grid};
use crate::text::encoding::{LineRemark, decode};
use crate::text::wrapped::unwrapped;
use crate::text::{dialect, records};

/// Reads a text file.
///
/// # Errors
/// `format-error` with reason `empty` or `binary`, `encoding-error`, `file-too-large`.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let mut decoded = decode(bytes)?;
    if decoded.text.chars().all(char::is_whitespace) {
        return Err(format_error("empty", bytes.len().to_string()));
    }
    if let Some(first) = unwrapped(&decoded.text) {
        decoded.text = first;
    }
    let dialect = dialect::detect(&decoded.text);
    let grid = records::split(decoded.text, &dialect, limits)?;
    let remarks = decoded.remarks.iter().map(|remark| place(remark, &grid));
    Ok(Document {
        format: Format::Text,
        encoding: Some(decoded.encoding),
        dialect: Some(dialect),
        remarks: remarks.collect(),
        asides: Vec::new(),
        sheets: vec![Sheet {
            name: None,
            hidden: false,
            grid,
        }],
    })
}

/// A remark about a line, at the cell of the record there that holds its text.
fn place(remark: &LineRemark, grid: &Grid) -> Remark {
    let row = (1..=remark.line)
        .rev()
        .map(|number| grid.row(number))
        .find(|row| row.cells().len() > 0);
    let cell = row.and_then(|row| {
        let holds = |value: CellValue<'_>| value.text().contains(&remark.repaired);
        let (column, _) = row
            .cells()
            .find(|(_, value)| holds(*value))
            .or_else(|| row.cells().next())?;
        Some((row.number(), column))
    });
    Remark {
        code: remark.code,
        sheet: 0,
        cell,
        found: remark.found.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_stands_at_its_cell() {
        let text = "Kunta;Nimi\nEspoo;PÃ¤ivÃ¤kahvila\n";
        let document = read(text.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(document.remarks[0].cell, Some((2, 1)));
        assert_eq!(document.remarks[0].found, "PÃ¤ivÃ¤kahvila");
        let cell = document.sheets[0].grid.get(2, 1);
        assert_eq!(cell, CellValue::Text("Päiväkahvila"));
    }
}
