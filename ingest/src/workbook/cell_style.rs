//! What the style of a cell says of its value: how a number is shown, in which unit, and whether it is struck
//! through.

use std::collections::HashMap;

use crate::grid::{CellValue, Grid};
use crate::workbook::number_format::{Shown, shown_by_code, shown_by_number, unit_of_format};

/// What the style of a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellStyle {
    /// How a number is shown.
    pub(super) shown: Shown,
    /// The unit shown behind a number, other than the usual one: `t€`, `min`.
    pub(super) unit: Option<&'static str>,
    /// Whether its font is struck through.
    pub(super) is_struck: bool,
}

impl CellStyle {
    /// A cell without a style.
    pub(super) const PLAIN: CellStyle = CellStyle {
        shown: Shown::Number,
        unit: None,
        is_struck: false,
    };

    /// Appends a number to the row; one in another unit as the text that is shown.
    pub(super) fn push(self, grid: &mut Grid, column: u32, number: f64, counts_from_1904: bool) {
        match self.unit {
            Some(unit) => grid.push(column, CellValue::Text(&format!("{number} {unit}"))),
            None => grid.push(column, self.shown.value(number, counts_from_1904)),
        }
    }
}

/// The styles of a workbook while its formats, fonts and styles are read, in this order.
#[derive(Default)]
pub(super) struct CellStyles {
    formats: HashMap<u32, (Shown, Option<&'static str>)>,
    struck_fonts: Vec<bool>,
    styles: Vec<CellStyle>,
}

impl CellStyles {
    /// A format of the workbook's own.
    pub(super) fn format(&mut self, number: u32, code: &str) {
        let format = (shown_by_code(code), unit_of_format(code));
        self.formats.insert(number, format);
    }

    /// The next font.
    pub(super) fn font(&mut self, is_struck: bool) {
        self.struck_fonts.push(is_struck);
    }

    /// The font that came last, if it is told only now.
    pub(super) fn strike_last_font(&mut self, is_struck: bool) {
        if let Some(font) = self.struck_fonts.last_mut() {
            *font = is_struck;
        }
    }

    /// The next style, by the numbers of its format and its font.
    pub(super) fn style(&mut self, format: u32, font: usize) {
        let known = self.formats.get(&format).copied();
        let (shown, unit) = known.unwrap_or_else(|| (shown_by_number(format), None));
        self.styles.push(CellStyle {
            shown,
            unit,
            is_struck: self.struck_fonts.get(font) == Some(&true),
        });
    }

    /// The styles, in the order in which cells number them.
    pub(super) fn into_styles(self) -> Vec<CellStyle> {
        self.styles
    }
}
