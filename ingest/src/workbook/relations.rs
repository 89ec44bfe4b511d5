//! Which part of a package leads to which: the relationships of xlsx and xlsb. None that leads out of the file is followed.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::document::Refusal;
use crate::format::{Package, corrupt};
use crate::workbook::xml::{Xml, attribute};

/// A relationship: its type and the part it leads to.
pub(super) struct Relation {
    /// A URL whose last step names the type.
    pub(super) kind: String,
    /// Name of the part.
    pub(super) part: String,
}

/// The relationships of one part by their ids.
pub(super) struct Relations(HashMap<String, Relation>);

impl Relations {
    /// Reads the relationships of a part; of the package itself where `part` is empty.
    ///
    /// # Errors
    /// As [`Package::text`] and [`Xml::next`].
    pub(super) fn read(
        package: &mut Package<'_>,
        part: &str,
        depth: usize,
    ) -> Result<Self, Refusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let text = package.text(&format!("{folder}/_rels/{name}.rels"))?;
        let mut relations = HashMap::new();
        let mut xml = Xml::new(text.as_deref().unwrap_or_default(), depth);
        loop {
            match xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                    let value = |name| attribute(&element, name).unwrap_or_default().into_owned();
                    if value("TargetMode") != "External" {
                        let relation = Relation {
                            kind: value("Type"),
                            part: resolve(folder, &value("Target")),
                        };
                        relations.insert(value("Id"), relation);
                    }
                }
                Event::Eof => return Ok(Relations(relations)),
                _ => {}
            }
        }
    }

    /// The relationship of that id.
    ///
    /// # Errors
    /// `format-error`/`corrupt` if there is none.
    pub(super) fn get(&self, id: &str) -> Result<&Relation, Refusal> {
        let found = self.0.get(id);
        found.ok_or_else(|| corrupt(format!("relationship `{id}`: missing")))
    }

    /// The parts that relationships lead to whose type ends so, by name.
    pub(super) fn parts_of(&self, suffix: &str) -> Vec<&str> {
        let relations = self.0.values();
        let of_kind = relations.filter(|relation| relation.kind.ends_with(suffix));
        let mut parts: Vec<&str> = of_kind.map(|relation| relation.part.as_str()).collect();
        parts.sort_unstable();
        parts
    }

    /// The part that a relationship leads to whose type ends so; the first by name if there are several.
    pub(super) fn part_of(&self, suffix: &str) -> Option<&str> {
        let ends_so = |relation: &&Relation| relation.kind.ends_with(suffix);
        let parts = self.0.values().filter(ends_so);
        parts.map(|relation| relation.part.as_str()).min()
    }
}

/// The part that lists the sheets, `usual` if the package does not tell.
///
/// # Errors
/// As [`Relations::read`].
pub(super) fn main_part(
    package: &mut Package<'_>,
    usual: &str,
    depth: usize,
) -> Result<String, Refusal> {
    let relations = Relations::read(package, "", depth)?;
    let part = relations.part_of("/officeDocument");
    let part = part.filter(|part| package.contains(part));
    Ok(part.unwrap_or(usual).to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_resolve_from_their_folder_or_from_the_root() {
        let sheet = "xl/worksheets/sheet1.xml";
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), sheet);
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), sheet);
        assert_eq!(resolve("xl/sub", "../styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("", "xl/workbook.xml"), "xl/workbook.xml");
    }
}
