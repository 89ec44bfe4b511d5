//! Texts of a workbook outside its cells: comments, text boxes, the properties of the file. No table holds them, but what may not be
//! kept may stand in them (READING.md R30). A part that cannot be read says nothing; the cells do not depend on it.

use quick_xml::events::Event;

use crate::document::{Aside, Format, Limits, Refusal};
use crate::format::Package;
use crate::workbook::relations::Relations;
use crate::workbook::xlsx::{address, sheet_parts};
use crate::workbook::xml::{Xml, attribute, push_text};

/// Reads the properties of the file, and of xlsx comments and text boxes.
pub(crate) fn read_asides(
    package: &mut Package<'_>,
    format: Format,
    limits: &Limits,
) -> Vec<Aside> {
    let mut asides = Vec::new();
    let is_of_file = |name: &&str| {
        *name == "meta.xml" || (name.starts_with("docprops/") && name.ends_with(".xml"))
    };
    let mut names: Vec<String> = package
        .names()
        .filter(is_of_file)
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    for name in names {
        read_part(package, &name, None, limits.depth, &mut asides);
    }
    if format == Format::Xlsx {
        read_of_sheets(package, limits.depth, &mut asides);
    }
    asides
}

/// Comments and drawings of the worksheets.
fn read_of_sheets(package: &mut Package<'_>, depth: usize, asides: &mut Vec<Aside>) {
    const KINDS: [&str; 3] = ["/comments", "/threadedComment", "/drawing"];
    let is_aside = |name: &str| name.contains("comment") || name.contains("drawing");
    if !package.names().any(is_aside) {
        return;
    }
    for (sheet, part) in sheet_parts(package, depth).into_iter().enumerate() {
        let Ok(relations) = Relations::read(package, &part, depth) else {
            continue;
        };
        for kind in KINDS {
            for part in relations.parts_of(kind) {
                read_part(package, part, Some(sheet), depth, asides);
            }
        }
    }
}

/// Comments in the content of an OpenDocument file.
pub(super) fn annotations(text: &str, depth: usize) -> Vec<Aside> {
    let mut asides = Vec::new();
    if memchr::memmem::find(text.as_bytes(), b":annotation").is_none() {
        return asides;
    }
    let mut xml = Xml::new(text, depth);
    while let Ok(event) = xml.next() {
        match event {
            Event::Start(element) if element.local_name().as_ref() == "annotation" => {
                let mut text = String::new();
                if xml.text(&mut text).is_err() {
                    break;
                }
                asides.push(Aside {
                    sheet: None,
                    cell: None,
                    text,
                });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    asides
}

fn read_part(
    package: &mut Package<'_>,
    name: &str,
    sheet: Option<usize>,
    depth: usize,
    asides: &mut Vec<Aside>,
) {
    if let Ok(Some(text)) = package.text(name) {
        // What was read before a fault counts.
        let _ = read_texts(&text, sheet, depth, asides);
    }
}

/// The texts of a part: one for each comment, one for all else. Runs are joined, other elements stand on lines of their own.
fn read_texts(
    text: &str,
    sheet: Option<usize>,
    depth: usize,
    asides: &mut Vec<Aside>,
) -> Result<(), Refusal> {
    let is_comment = |name: &str| matches!(name, "comment" | "threadedComment");
    let aside = |cell| Aside {
        sheet,
        cell,
        text: String::new(),
    };
    let mut open = aside(None);
    let mut xml = Xml::new(text, depth);
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(element) if is_comment(element.local_name().as_ref()) => {
                let cell = attribute(element, "ref").and_then(|text| address(&text));
                let before = std::mem::replace(&mut open, aside(cell));
                asides.extend(Some(before).filter(|before| !before.text.trim().is_empty()));
            }
            Event::End(element) => match element.local_name().as_ref() {
                "t" | "r" => {}
                _ => open.text.push('\n'),
            },
            Event::Eof => {
                asides.extend(Some(open).filter(|open| !open.text.trim().is_empty()));
                return Ok(());
            }
            other => push_text(other, &mut open.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_comment_is_a_text_with_its_cell_and_runs_are_joined() {
        let mut asides = Vec::new();
        read_texts(
            "<comments><authors><author>x</author></authors><commentList><comment ref=\"D2\"><text><r><t>131052</t></r>\
             <r><t>-308T</t></r></text></comment><comment ref=\"A1\"><text><t>toinen</t></text></comment></commentList></comments>",
            Some(0),
            16,
            &mut asides,
        )
        .unwrap();
        let found: Vec<_> = asides
            .iter()
            .map(|aside| (aside.cell, aside.text.trim()))
            .collect();
        assert_eq!(
            found,
            [
                (None, "x"),
                (Some((2, 3)), "131052-308T"),
                (Some((1, 0)), "toinen")
            ]
        );
    }
}
