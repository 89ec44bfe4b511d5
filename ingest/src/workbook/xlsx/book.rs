//! What the sheets of a workbook share: their list, the epoch of dates, texts and formats.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::document::Refusal;
use crate::format::{Package, corrupt};
use crate::workbook::number_format::Shown;
use crate::workbook::xlsx::strings::{Strings, read_strings};
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
    pub(super) strings: Strings,
    /// How the number of a cell is shown, by the cell's style.
    pub(super) styles: Vec<Shown>,
}

/// A relationship: its type and the part it leads to.
struct Relation {
    kind: String,
    part: String,
}

impl Book {
    /// Reads the parts that the sheets share. Missing texts or styles are as good as empty ones.
    ///
    /// # Errors
    /// `format-error`/`corrupt`, and whatever [`Package::text`] refuses.
    pub(super) fn open(package: &mut Package<'_>, depth: usize) -> Result<Self, Refusal> {
        let main = main_part(package, depth)?;
        let text = package.text(&main)?;
        let text = text.ok_or_else(|| corrupt(format!("{main}: missing")))?;
        let relations = read_relations(package, &main, depth)?;
        let (sheets, counts_from_1904) = read_list(&text, &relations, depth)?;
        let part_of = |suffix: &str, usual: &str| {
            let mut parts: Vec<&str> = relations
                .values()
                .filter(|relation| relation.kind.ends_with(suffix))
                .map(|relation| relation.part.as_str())
                .collect();
            parts.sort_unstable();
            (*parts.first().unwrap_or(&usual)).to_owned()
        };
        let strings = package.text(&part_of("/sharedStrings", "xl/sharedStrings.xml"))?;
        let styles = package.text(&part_of("/styles", "xl/styles.xml"))?;
        Ok(Book {
            sheets,
            counts_from_1904,
            strings: read_strings(strings.as_deref().unwrap_or_default(), depth)?,
            styles: read_styles(styles.as_deref().unwrap_or_default(), depth)?,
        })
    }
}

/// The part that lists the sheets.
fn main_part(package: &mut Package<'_>, depth: usize) -> Result<String, Refusal> {
    let relations = read_relations(package, "", depth)?;
    let mut parts: Vec<String> = relations
        .into_values()
        .filter(|relation| relation.kind.ends_with("/officeDocument"))
        .map(|relation| relation.part)
        .filter(|part| package.contains(part))
        .collect();
    parts.sort_unstable();
    Ok(parts.pop().unwrap_or_else(|| "xl/workbook.xml".to_owned()))
}

/// The relationships of a part by their ids. Those that lead out of the file are left out and never followed.
fn read_relations(
    package: &mut Package<'_>,
    part: &str,
    depth: usize,
) -> Result<HashMap<String, Relation>, Refusal> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let text = package.text(&format!("{folder}/_rels/{name}.rels"))?;
    let mut relations = HashMap::new();
    let mut xml = Xml::new(text.as_deref().unwrap_or_default(), depth);
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let value = |name| attribute(&element, name).unwrap_or_default().into_owned();
                if value("TargetMode") != "External" {
                    relations.insert(
                        value("Id"),
                        Relation {
                            kind: value("Type"),
                            part: resolve(folder, &value("Target")),
                        },
                    );
                }
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// The part that `target` names as seen from `folder`.
fn resolve(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with(['/', '\\']) {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// The worksheets and whether dates count from 1904.
fn read_list(
    text: &str,
    relations: &HashMap<String, Relation>,
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
                    let relation = relations
                        .get(id.as_ref())
                        .ok_or_else(|| corrupt(format!("sheet `{id}` leads nowhere")))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_resolve_from_their_folder_or_from_the_root() {
        assert_eq!(
            resolve("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(
            resolve("xl", "/xl/worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(resolve("xl/sub", "../styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("", "xl/workbook.xml"), "xl/workbook.xml");
    }
}
