//! The styles of cells, as the part of styles tells them.

use quick_xml::events::Event;

use crate::document::Refusal;
use crate::workbook::cell_style::{CellStyle, CellStyles};
use crate::workbook::xml::{Xml, attribute, is_true};

/// Reads the part of styles; the result is indexed by the `s` of a cell.
///
/// # Errors
/// As [`Xml::next`].
pub(super) fn read_styles(text: &str, depth: usize) -> Result<Vec<CellStyle>, Refusal> {
    let mut styles = CellStyles::default();
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
                            styles.format(id, &code);
                        }
                    }
                    "font" => styles.font(false),
                    "strike" => {
                        let said = attribute(&element, "val");
                        styles.strike_last_font(said.is_none_or(|value| is_true(&value)));
                    }
                    "xf" if in_cell_formats => {
                        let font = number("fontId").unwrap_or(0) as usize;
                        styles.style(number("numFmtId").unwrap_or(0), font);
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => {
                in_cell_formats = false;
            }
            Event::Eof => return Ok(styles.into_styles()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::number_format::Shown;

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
