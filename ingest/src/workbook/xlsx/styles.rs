//! How the number of a cell is shown, by the cell's style.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::document::Refusal;
use crate::workbook::number_format::{Shown, shown_by_code, shown_by_number};
use crate::workbook::xml::{Xml, attribute};

/// Reads the part of styles; the result is indexed by the `s` of a cell.
///
/// # Errors
/// As [`Xml::next`].
pub(super) fn read_styles(text: &str, depth: usize) -> Result<Vec<Shown>, Refusal> {
    let mut formats: HashMap<u32, Shown> = HashMap::new();
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
                            formats.insert(id, shown_by_code(&code));
                        }
                    }
                    "xf" if in_cell_formats => {
                        let id = number("numFmtId").unwrap_or(0);
                        let shown = formats.get(&id).copied();
                        styles.push(shown.unwrap_or_else(|| shown_by_number(id)));
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
        assert_eq!(
            styles,
            [Shown::Number, Shown::Number, Shown::Date, Shown::Percent]
        );
    }
}
