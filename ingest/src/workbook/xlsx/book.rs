//! What the sheets of a workbook share: their list, the epoch of dates, texts and formats.

use quick_xml::events::Event;

use crate::document::Refusal;
use crate::format::{Package, corrupt};
use crate::workbook::cell_style::CellStyle;
use crate::workbook::relations::{Relations, main_part};
use crate::workbook::shared_texts::SharedTexts;
use crate::workbook::xlsx::strings::read_strings;
use crate::workbook::xlsx::styles::read_styles;
use crate::workbook::xml::{Xml, attribute, is_true};

/// A worksheet as the workbook lists it.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) part: String,
}

/// What all sheets need.
pub(super) struct Book {
    /// The worksheets in the order of the tabs.
    pub(super) sheets: Vec<Listed>,
    /// Whether dates count from 1904.
    pub(super) counts_from_1904: bool,
    /// The shared texts.
    pub(super) strings: SharedTexts,
    /// How the number of a cell is shown, by the cell's style.
    pub(super) styles: Vec<CellStyle>,
}

impl Book {
    /// Reads the parts that the sheets share. Missing texts or styles are as good as empty ones.
    ///
    /// # Errors
    /// `format-error`/`corrupt`, and whatever [`Package::text`] refuses.
    pub(super) fn open(package: &mut Package<'_>, depth: usize) -> Result<Self, Refusal> {
        let main = main_part(package, "xl/workbook.xml", depth)?;
        let text = package.text(&main)?;
        let text = text.ok_or_else(|| corrupt(format!("{main}: missing")))?;
        let relations = Relations::read(package, &main, depth)?;
        let (sheets, counts_from_1904) = read_list(&text, &relations, depth)?;
        let strings = package.text(
            relations
                .part_of("/sharedStrings")
                .unwrap_or("xl/sharedStrings.xml"),
        )?;
        let styles = package.text(relations.part_of("/styles").unwrap_or("xl/styles.xml"))?;
        Ok(Book {
            sheets,
            counts_from_1904,
            strings: read_strings(strings.as_deref().unwrap_or_default(), depth)?,
            styles: read_styles(styles.as_deref().unwrap_or_default(), depth)?,
        })
    }
}

/// The parts of the worksheets in the order of the tabs; none of a book that cannot be read.
pub(in crate::workbook) fn sheet_parts(package: &mut Package<'_>, depth: usize) -> Vec<String> {
    let mut read = || {
        let main = main_part(package, "xl/workbook.xml", depth).ok()?;
        let text = package.text(&main).ok()??;
        let relations = Relations::read(package, &main, depth).ok()?;
        let (sheets, _) = read_list(&text, &relations, depth).ok()?;
        Some(sheets.into_iter().map(|sheet| sheet.part).collect())
    };
    read().unwrap_or_default()
}

/// The worksheets and whether dates count from 1904.
fn read_list(
    text: &str,
    relations: &Relations,
    depth: usize,
) -> Result<(Vec<Listed>, bool), Refusal> {
    let mut sheets = Vec::new();
    let mut counts_from_1904 = false;
    let mut xml = Xml::new(text, depth);
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "workbookPr" => {
                    counts_from_1904 = attribute(&element, "date1904").is_some_and(|v| is_true(&v));
                }
                "sheet" => {
                    let id = attribute(&element, "id").unwrap_or_default();
                    let name = attribute(&element, "name").unwrap_or_default().into_owned();
                    let relation = relations.get(&id)?;
                    if relation.kind.ends_with("/worksheet") {
                        let state = attribute(&element, "state").unwrap_or_default();
                        sheets.push(Listed {
                            name,
                            hidden: state.to_ascii_lowercase().ends_with("hidden"),
                            part: relation.part.clone(),
                        });
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok((sheets, counts_from_1904)),
            _ => {}
        }
    }
}
