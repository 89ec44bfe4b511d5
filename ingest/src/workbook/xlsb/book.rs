//! What the sheets of a binary workbook share: their list, the epoch of dates, texts and formats.

use crate::document::Refusal;
use crate::format::{Package, corrupt};
use crate::workbook::cell_style::{CellStyle, CellStyles};
use crate::workbook::relations::{Relations, main_part};
use crate::workbook::shared_texts::SharedTexts;
use crate::workbook::xlsb::records::records;

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
    pub(super) texts: SharedTexts,
    /// What the style of a cell says, by its number.
    pub(super) styles: Vec<CellStyle>,
}

impl Book {
    /// Reads the parts that the sheets share. Missing texts or styles are as good as empty ones.
    ///
    /// # Errors
    /// `format-error`/`corrupt`, and whatever [`Package::part`] refuses.
    pub(super) fn open(package: &mut Package<'_>, depth: usize) -> Result<Self, Refusal> {
        let main = main_part(package, "xl/workbook.bin", depth)?;
        let list = package.part(&main)?;
        let list = list.ok_or_else(|| corrupt(format!("{main}: missing")))?;
        let relations = Relations::read(package, &main, depth)?;
        let (sheets, counts_from_1904) = read_list(&list, &relations)?;
        let texts = relations
            .part_of("/sharedStrings")
            .unwrap_or("xl/sharedStrings.bin");
        let texts = package.part(texts)?.unwrap_or_default();
        let styles = relations.part_of("/styles").unwrap_or("xl/styles.bin");
        let styles = package.part(styles)?.unwrap_or_default();
        Ok(Book {
            sheets,
            counts_from_1904,
            texts: read_texts(&texts)?,
            styles: read_styles(&styles)?,
        })
    }
}

/// The worksheets and whether dates count from 1904.
fn read_list(part: &[u8], relations: &Relations) -> Result<(Vec<Listed>, bool), Refusal> {
    const PROPERTIES: u16 = 0x99;
    const SHEET: u16 = 0x9c;
    let mut sheets = Vec::new();
    let mut counts_from_1904 = false;
    for record in records(part) {
        let record = record?;
        if record.kind == PROPERTIES {
            counts_from_1904 = record.u8(0)? & 1 != 0;
        } else if record.kind == SHEET {
            let (mut id, mut name) = (String::new(), String::new());
            let at = record.text(8, &mut id)?;
            record.text(at, &mut name)?;
            let relation = relations.get(&id)?;
            if relation.kind.ends_with("/worksheet") {
                sheets.push(Listed {
                    name,
                    hidden: record.u32(0)? != 0,
                    part: relation.part.clone(),
                });
            }
        }
    }
    Ok((sheets, counts_from_1904))
}

fn read_texts(part: &[u8]) -> Result<SharedTexts, Refusal> {
    const ITEM: u16 = 0x13;
    let mut texts = SharedTexts::default();
    for record in records(part) {
        let record = record?;
        if record.kind == ITEM {
            record.text(1, texts.open())?;
            texts.close();
        }
    }
    Ok(texts)
}

fn read_styles(part: &[u8]) -> Result<Vec<CellStyle>, Refusal> {
    const FONT: u16 = 0x2b;
    const STRUCK: u16 = 0x8;
    const FORMAT: u16 = 0x2c;
    const STYLE: u16 = 0x2f;
    const CELL_STYLES: u16 = 0x269;
    const CELL_STYLES_END: u16 = 0x26a;
    const CONDITIONAL_FORMATS: u16 = 0x1f9;
    let mut styles = CellStyles::default();
    let mut in_cell_styles = false;
    for record in records(part) {
        let record = record?;
        match record.kind {
            FORMAT => {
                let mut code = String::new();
                record.text(2, &mut code)?;
                styles.format(u32::from(record.u16(0)?), &code);
            }
            FONT => styles.font(record.u16(2)? & STRUCK != 0),
            CELL_STYLES => in_cell_styles = true,
            CELL_STYLES_END => in_cell_styles = false,
            STYLE if in_cell_styles => {
                let font = usize::from(record.u16(4)?);
                styles.style(u32::from(record.u16(2)?), font);
            }
            CONDITIONAL_FORMATS => break,
            _ => {}
        }
    }
    Ok(styles.into_styles())
}
