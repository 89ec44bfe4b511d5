//! Flattening a header of one to six rows to one label per column (READING.md R7).

use std::borrow::Cow;

use super::matcher::Matcher;
use super::month_list::spell_out;
use crate::columns::{Candidate, flat_label, push_line};
use crate::grid::{CellValue, Grid, Region, moment};

/// One cell of a header, as far as it concerns one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its text, line breaks kept.
    pub(super) text: String,
    /// Whether it stands over several columns.
    pub(super) group: bool,
}

/// The label of one column: the cells of the header from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// Column of the sheet, from 0.
    pub(super) index: u32,
    /// Its cells that hold something.
    pub(super) parts: Vec<Part>,
}

impl Label {
    /// Readings of the label, most specific first: what stands below the groups, then with one group more
    /// each time, at last all of it. Line breaks are kept.
    pub(super) fn readings(&self) -> Vec<String> {
        let mut readings = Vec::with_capacity(1);
        for start in (0..self.parts.len()).rev() {
            if start == 0 || self.parts[start - 1].group {
                let texts: Vec<&str> = self.parts[start..]
                    .iter()
                    .map(|p| p.text.as_str())
                    .collect();
                readings.push(texts.join("\n"));
            }
        }
        readings
    }

    /// The whole label on one line.
    pub(super) fn flat(&self) -> String {
        let mut flat = String::new();
        for part in &self.parts {
            push_line(&mut flat, &flat_label(&part.text));
        }
        flat
    }
}

/// The text of a header cell; a date of a workbook stands for its month.
pub(super) fn header_text(value: CellValue<'_>) -> Cow<'_, str> {
    match value {
        CellValue::Text(text) => Cow::Borrowed(text.trim()),
        CellValue::Date(days) => match moment(days) {
            Some(moment) => Cow::Owned(moment.format("%Y-%m").to_string()),
            None => value.text(),
        },
        other => other.text(),
    }
}

/// The labels of the header in rows `first` to `last`, in the order of the columns.
pub(super) fn labels(matcher: &Matcher<'_>, grid: &Grid, first: u32, last: u32) -> Vec<Label> {
    let mut indices: Vec<u32> = (first..=last)
        .flat_map(|row| grid.row(row).filled())
        .map(|(column, _)| column)
        .collect();
    indices.sort_unstable();
    indices.dedup();
    let label = |index| Label {
        index,
        parts: Vec::new(),
    };
    let mut labels: Vec<Label> = indices.into_iter().map(label).collect();
    let merged: Vec<Region> = regions(grid, first, last);
    for region in &merged {
        add_covered(&mut labels, grid, region, last);
    }
    labels.sort_by_key(|label| label.index);
    for row in first..=last {
        spread_row(matcher, &mut labels, grid, (&merged, row, last));
    }
    spell_out(&mut labels);
    labels
}

/// The merged regions that begin in the header and lie over several columns.
fn regions(grid: &Grid, first: u32, last: u32) -> Vec<Region> {
    grid.merged()
        .iter()
        .filter(|region| (first..=last).contains(&region.first_row))
        .copied()
        .collect()
}

/// Columns under the last row's merged cells have a label, too: `Kunta` over code and name.
fn add_covered(labels: &mut Vec<Label>, grid: &Grid, region: &Region, last: u32) {
    const WIDEST: u32 = 64;
    if region.last_row < last || grid.get(region.first_row, region.first_column).is_blank() {
        return;
    }
    let end = region.last_column.min(region.first_column + WIDEST);
    for column in region.first_column..=end {
        let held = grid
            .rows()
            .any(|row| row.number() > last && !row.get(column).is_blank());
        if held && !labels.iter().any(|label| label.index == column) {
            labels.push(Label {
                index: column,
                parts: Vec::new(),
            });
        }
    }
}

/// Gives the texts of one row of the header to the columns that they stand over.
fn spread_row(
    matcher: &Matcher<'_>,
    labels: &mut [Label],
    grid: &Grid,
    (merged, row, last): (&[Region], u32, u32),
) {
    let cells = grid.row(row);
    for (column, value) in cells.filled() {
        let region = merged
            .iter()
            .find(|region| region.first_row == row && region.first_column == column);
        let end = match region {
            Some(region) => region.last_column,
            None => match text_below(grid, row, last, column) {
                Some(below) if !goes_on(matcher, value, below) => {
                    end_of_group(labels, grid, row, last, column)
                }
                _ => column,
            },
        };
        let covered: Vec<usize> = (0..labels.len())
            .filter(|at| (column..=end).contains(&labels[*at].index))
            .collect();
        let text = header_text(value);
        for at in &covered {
            labels[*at].parts.push(Part {
                text: text.clone().into_owned(),
                group: covered.len() > 1,
            });
        }
    }
}

/// The last column under a group label that is not merged: up to the next text of its row or a column without
/// a label below.
fn end_of_group(labels: &[Label], grid: &Grid, row: u32, last: u32, column: u32) -> u32 {
    let mut end = column;
    for label in labels.iter().filter(|label| label.index > column) {
        let adjacent = label.index == end + 1;
        let free = grid.get(row, label.index).is_blank();
        if !adjacent || !free || text_below(grid, row, last, label.index).is_none() {
            break;
        }
        end = label.index;
    }
    end
}

/// The first cell of the header that holds something below a row, in a column.
fn text_below(grid: &Grid, row: u32, last: u32, column: u32) -> Option<CellValue<'_>> {
    let mut below = (row + 1..=last).map(|row| grid.get(row, column));
    below.find(|value| !value.is_blank())
}

/// Tells whether the cell below a text goes on with it, so that both label their own column and no group: `Muut` over
/// `osallistujat`, `Lapset ja` over `nuoret`, `Ammattilaiset` over `(hlö)`.
fn goes_on(matcher: &Matcher<'_>, text: CellValue<'_>, below: CellValue<'_>) -> bool {
    const JOINING: [&str; 7] = ["ja", "sekä", "tai", "och", "eller", "and", "or"];
    let (CellValue::Text(text), CellValue::Text(below)) = (text, below) else {
        return false;
    };
    let (text, below) = (text.trim(), below.trim());
    let last = text.split_whitespace().next_back().unwrap_or_default();
    if text.ends_with(['-', '/', '&', '+', ',']) || JOINING.contains(&last) {
        return true;
    }
    let goes_on = below.starts_with(|sign: char| sign.is_lowercase() || sign == '(');
    let is_named = || {
        let named = matcher.named(&format!("{text}\n{below}"));
        named.iter().any(Candidate::is_named)
    };
    goes_on && !matcher.is_total(below) && is_named()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::test_grid::{grid, vocabulary};

    fn all_labels(grid: &Grid) -> Vec<Label> {
        labels(&Matcher::new(&vocabulary()), grid, 1, grid.last_row())
    }

    fn flat(rows: &[&[&str]]) -> Vec<String> {
        all_labels(&grid(rows)).iter().map(Label::flat).collect()
    }

    #[test]
    fn a_word_that_goes_on_below_labels_no_group_r7() {
        for (above, below) in [
            ("Muut", "osallistujat"),
            ("Lapset ja", "nuoret"),
            ("Ammattilaiset", "(hlö)"),
            ("Osallistuja-", "määrä"),
        ] {
            let labels = flat(&[&["Kesto", above, ""], &["", below, "Yhteensä"]]);
            assert_eq!(labels[2], "Yhteensä", "{above} {below}");
        }
        let groups = flat(&[&["osallistujat", ""], &["yhteensä", "lapset"]]);
        assert_eq!(groups, ["osallistujat yhteensä", "osallistujat lapset"]);
    }

    #[test]
    fn a_group_label_stands_before_its_sub_columns_only() {
        assert_eq!(
            flat(&[
                &["Päivämäärä", "Osallistujat", "", "Kesto"],
                &["", "Lapset", "Yhteensä", ""],
            ]),
            [
                "Päivämäärä",
                "Osallistujat Lapset",
                "Osallistujat Yhteensä",
                "Kesto"
            ]
        );
    }

    #[test]
    fn words_split_over_rows_are_joined() {
        assert_eq!(
            flat(&[&["Kehittämis-", "Toimenpiteen"], &["kokonaisuus", "tyyppi"]]),
            ["Kehittämiskokonaisuus", "Toimenpiteen tyyppi"]
        );
    }

    #[test]
    fn merged_cells_reach_as_far_as_they_are_merged() {
        let mut grid = grid(&[
            &["Kunta", "Osallistujat", "", ""],
            &["", "Lapset", "Muut", "Kieli"],
        ]);
        grid.merge(Region {
            first_row: 1,
            last_row: 1,
            first_column: 1,
            last_column: 2,
        });
        let flat: Vec<String> = all_labels(&grid).iter().map(Label::flat).collect();
        assert_eq!(
            flat,
            ["Kunta", "Osallistujat Lapset", "Osallistujat Muut", "Kieli"]
        );
    }

    #[test]
    fn a_sub_label_is_read_alone_before_it_is_read_with_its_group() {
        let grid = grid(&[&["Osallistujat", ""], &["Lapset", "Yhteensä"]]);
        assert_eq!(
            all_labels(&grid)[1].readings(),
            ["Yhteensä", "Osallistujat\nYhteensä"]
        );
    }
}
