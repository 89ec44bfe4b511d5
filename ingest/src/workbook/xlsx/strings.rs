//! The texts that cells share, and the text of rich runs.

use quick_xml::events::Event;

use crate::document::Refusal;
use crate::workbook::shared_texts::SharedTexts;
use crate::workbook::xlsx::escape::unescape;
use crate::workbook::xml::Xml;

/// Reads the part of shared texts.
///
/// # Errors
/// As [`Xml::next`].
pub(super) fn read_strings(text: &str, depth: usize) -> Result<SharedTexts, Refusal> {
    let mut texts = SharedTexts::default();
    let mut xml = Xml::new(text, depth);
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                rich_text(&mut xml, texts.open())?;
                texts.close();
            }
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// Appends the text of the element just started (`si` or `is`): its runs without reading aids.
///
/// # Errors
/// As [`Xml::next`].
pub(super) fn rich_text(xml: &mut Xml<'_>, into: &mut String) -> Result<(), Refusal> {
    let outside = xml.depth() - 1;
    let from = into.len();
    while xml.depth() > outside {
        if let Event::Start(element) = xml.next()? {
            match element.local_name().as_ref() {
                "t" => xml.text(into)?,
                "rPh" => xml.skip()?,
                _ => {}
            }
        }
    }
    unescape(into, from);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_joined_and_reading_aids_left_out() {
        let strings = read_strings(
            "<sst><si><t>Espoo</t></si><si><r><t xml:space=\"preserve\">Perhe </t></r><r><t>&amp; koti</t></r>\
             <rPh><t>x</t></rPh></si><si/></sst>",
            16,
        )
        .unwrap();
        assert_eq!(strings.len(), 3);
        assert_eq!(strings.get(0), Some("Espoo"));
        assert_eq!(strings.get(1), Some("Perhe & koti"));
        assert_eq!(strings.get(2), Some(""));
        assert_eq!(strings.get(3), None);
    }
}
