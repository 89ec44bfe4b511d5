//! The text of an OpenDocument cell: paragraphs with their spaces, tabs and line breaks, without notes and drawings.

use quick_xml::events::{BytesStart, Event};

use crate::document::Refusal;
use crate::workbook::xml::{Xml, attribute, push_text};

/// Repeated spaces beyond this many are not written by anyone.
const MOST_SPACES: usize = 1024;

/// Appends the text of the cell just started to `into` and goes past its end. Paragraphs are separate lines.
///
/// # Errors
/// As [`Xml::next`].
pub(super) fn cell_text(xml: &mut Xml<'_>, into: &mut String) -> Result<(), Refusal> {
    let outside = xml.depth() - 1;
    let mut paragraphs = 0;
    while xml.depth() > outside {
        if let Event::Start(element) = xml.next()? {
            match element.local_name().as_ref() {
                "p" | "h" => {
                    if paragraphs > 0 {
                        into.push('\n');
                    }
                    paragraphs += 1;
                    paragraph(xml, into)?;
                }
                // Lists and the like hold paragraphs; notes, drawings and tables inside a cell are not its text.
                "annotation" | "frame" | "table" | "detective" | "custom-shape" | "g" | "line"
                | "rect" | "control" | "image" | "object" => xml.skip()?,
                _ => {}
            }
        }
    }
    Ok(())
}

fn paragraph(xml: &mut Xml<'_>, into: &mut String) -> Result<(), Refusal> {
    let outside = xml.depth() - 1;
    let from = into.len();
    while xml.depth() > outside {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "s" => push_spaces(&element, into),
                "tab" => into.push('\t'),
                "line-break" => into.push('\n'),
                "annotation" | "ruby-text" | "frame" | "note" => xml.skip()?,
                _ => {}
            },
            event => push_collapsed(&event, into, from),
        }
    }
    Ok(())
}

fn push_spaces(element: &BytesStart<'_>, into: &mut String) {
    let count = attribute(element, "c").and_then(|count| count.parse().ok());
    let spaces = count.unwrap_or(1).min(MOST_SPACES);
    into.extend(std::iter::repeat_n(' ', spaces));
}

/// Appends text with runs of white space as one space, none at the start of the paragraph: indentation is not text.
fn push_collapsed(event: &Event<'_>, into: &mut String, from: usize) {
    if !matches!(event, Event::Text(_)) {
        push_text(event, into);
        return;
    }
    let mut text = String::new();
    push_text(event, &mut text);
    for character in text.chars() {
        if !matches!(character, ' ' | '\t' | '\n' | '\r') {
            into.push(character);
        } else if into.len() > from && !into.ends_with([' ', '\n', '\t']) {
            into.push(' ');
        }
    }
}
