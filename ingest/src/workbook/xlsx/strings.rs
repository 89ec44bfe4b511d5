//! The texts that cells share, and the text of rich runs.

use std::ops::Range;

use quick_xml::events::Event;

use crate::document::Refusal;
use crate::workbook::shared_texts::SharedTexts;
use crate::workbook::xlsx::escape::unescape;
use crate::workbook::xml::{Xml, attribute, is_true};

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

/// Appends the text of the element just started (`si` or `is`): its runs without reading aids, raised marks of footnotes behind
/// a number, and runs struck through beside others.
///
/// # Errors
/// As [`Xml::next`].
pub(super) fn rich_text(xml: &mut Xml<'_>, into: &mut String) -> Result<(), Refusal> {
    let outside = xml.depth() - 1;
    let from = into.len();
    let mut look = Look::default();
    let mut struck: Vec<Range<usize>> = Vec::new();
    while xml.depth() > outside {
        if let Event::Start(element) = xml.next()? {
            match element.local_name().as_ref() {
                "r" => look = Look::default(),
                "vertAlign" => {
                    let value = attribute(&element, "val");
                    look.is_raised = value.is_some_and(|value| value == "superscript");
                }
                "strike" => {
                    look.is_struck = attribute(&element, "val").is_none_or(|value| is_true(&value));
                }
                "t" => {
                    let start = into.len();
                    xml.text(into)?;
                    if look.is_raised && is_mark(&into[from..start], &into[start..]) {
                        into.truncate(start);
                    } else if look.is_struck {
                        struck.push(start..into.len());
                    }
                }
                "rPh" => xml.skip()?,
                _ => {}
            }
        }
    }
    remove(&struck, into, from);
    unescape(into, from);
    Ok(())
}

/// How the text of a run looks.
#[derive(Default)]
struct Look {
    is_raised: bool,
    is_struck: bool,
}

/// Tells whether a raised run is the mark of a footnote: `1`, `1)` behind a digit.
fn is_mark(before: &str, run: &str) -> bool {
    let run = run.trim();
    let behind_number = before
        .trim_end()
        .ends_with(|last: char| last.is_ascii_digit());
    let is_number =
        |run: &str| matches!(run.len(), 1 | 2) && run.bytes().all(|byte| byte.is_ascii_digit());
    behind_number && is_number(run.strip_suffix(')').unwrap_or(run))
}

/// Takes what is struck through out of the text from `from` on, if anything else is there.
fn remove(struck: &[Range<usize>], text: &mut String, from: usize) {
    let mut kept = String::new();
    let mut at = from;
    for range in struck {
        kept.push_str(&text[at..range.start]);
        at = range.end;
    }
    kept.push_str(&text[at..]);
    if !struck.is_empty() && !kept.trim().is_empty() {
        text.truncate(from);
        text.push_str(&kept);
    }
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

    #[test]
    fn raised_marks_behind_numbers_and_struck_runs_beside_others_are_left_out() {
        let run = |look: &str, text: &str| format!("<r><rPr>{look}</rPr><t>{text}</t></r>");
        let raised = "<vertAlign val=\"superscript\"/>";
        let strings = [
            run("", "12") + &run(raised, "1"),
            run("", "5") + &run(raised, "1)"),
            run("", "m") + &run(raised, "2"),
            run("<strike/>", "400") + &run("", "412"),
            run("<strike/>", "400"),
            run("<strike val=\"0\"/>", "40") + &run("", "0"),
        ];
        let items: String = strings
            .iter()
            .map(|runs| format!("<si>{runs}</si>"))
            .collect();
        let strings = read_strings(&format!("<sst>{items}</sst>"), 16).unwrap();
        let texts: Vec<&str> = (0..6).filter_map(|at| strings.get(at)).collect();
        assert_eq!(texts, ["12", "5", "m2", "412", "400", "400"]);
    }
}
