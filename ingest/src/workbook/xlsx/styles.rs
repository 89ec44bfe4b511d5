//! How the number of a cell is shown and whether it is struck through, by the cell's style.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::document::Refusal;
use crate::workbook::number_format::{Shown, multiple_of_euros, shown_by_code, shown_by_number};
use crate::workbook::xml::{Xml, attribute, is_true};

/// What the style of a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellStyle {
    /// How a number is shown.
    pub(super) shown: Shown,
    /// The multiple of euros shown behind a number: `t€`.
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
}

/// Reads the part of styles; the result is indexed by the `s` of a cell.
///
/// # Errors
/// As [`Xml::next`].
pub(super) fn read_styles(text: &str, depth: usize) -> Result<Vec<CellStyle>, Refusal> {
    let mut formats: HashMap<u32, (Shown, Option<&'static str>)> = HashMap::new();
    let mut struck_fonts: Vec<bool> = Vec::new();
    let mut styles = Vec::new();
    let mut in_cell_formats = false;
    let mut xml = Xml::new(text, depth);
    loop {
        match xml.next()? {
            Event::Start(element) => {
                let number = |name| attribute(&element, name).and_then(|v| v.trim().parse().ok());
                match element.local_name().as_ref() {
                    // Formats inside `dxfs` belong to conditional formatting and have numbers of their own.
                    "dxfs" => xml.skip()?,
                    "cellXfs" => in_cell_formats = true,
                    "numFmt" => {
                        let code = attribute(&element, "formatCode").unwrap_or_default();
                        if let Some(id) = number("numFmtId") {
                            formats.insert(id, (shown_by_code(&code), multiple_of_euros(&code)));
                        }
                    }
                    "font" => struck_fonts.push(false),
                    "strike" => {
                        let said = attribute(&element, "val");
                        let is_on = said.is_none_or(|value| is_true(&value));
                        if let Some(font) = struck_fonts.last_mut() {
                            *font = is_on;
                        }
                    }
                    "xf" if in_cell_formats => {
                        let id = number("numFmtId").unwrap_or(0);
                        let (shown, unit) = formats
                            .get(&id)
                            .copied()
                            .unwrap_or_else(|| (shown_by_number(id), None));
                        let font = number("fontId").unwrap_or(0) as usize;
                        styles.push(CellStyle {
                            shown,
                            unit,
                            is_struck: struck_fonts.get(font) == Some(&true),
                        });
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => {
                in_cell_formats = false;
            }
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_name_built_in_and_own_formats() {
        let styles = read_styles(
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot; %&quot;\"/>\
             <numFmt numFmtId=\"165\" formatCode=\"d.m.yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
             <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>",
            16,
        )
        .unwrap();
        let shown: Vec<Shown> = styles.iter().map(|style| style.shown).collect();
        assert_eq!(
            shown,
            [Shown::Number, Shown::Number, Shown::Date, Shown::Percent]
        );
    }

    #[test]
    fn fonts_tell_what_is_struck_through() {
        let styles = read_styles(
            "<styleSheet><fonts><font/><font><b/><strike/></font><font><strike val=\"0\"/></font></fonts>\
             <cellXfs><xf/><xf fontId=\"1\"/><xf fontId=\"2\"/><xf fontId=\"9\"/></cellXfs>\
             <dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>",
            16,
        )
        .unwrap();
        let struck: Vec<bool> = styles.iter().map(|style| style.is_struck).collect();
        assert_eq!(struck, [false, true, false, false]);
    }
}
