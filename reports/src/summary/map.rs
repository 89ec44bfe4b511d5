//! A map of municipalities as it is before any format: each with the cell that the table shows for it.

use rust_decimal::{Decimal, RoundingStrategy};

use super::page::Cell;
use crate::figures::{Outlines, Ring};

/// Shades of a map at most.
const SHADES: usize = 4;

/// A map; its data stand in a table of the same section.
#[derive(Debug, Clone)]
pub struct Map {
    /// Name within the page.
    pub id: &'static str,
    /// Title.
    pub title: String,
    /// What it shows, in words, for those who do not see it.
    pub description: String,
    /// What the fills mean, in the order of the legend.
    pub legend: Vec<(Fill, Meaning)>,
    /// The municipalities that have an outline.
    pub places: Vec<Place>,
    /// Notes below it.
    pub notes: Vec<String>,
}

/// A municipality on a map.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// What the table shows for it.
    pub cell: Cell,
    /// How it is filled.
    pub fill: Fill,
    /// Its outline.
    pub rings: Vec<Ring>,
}

/// How a municipality is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// A shade from 1, the lowest, to 4.
    Shade(usize),
    /// Nothing was done.
    Zero,
    /// Hidden, or too small to show.
    Hidden,
    /// Not known, or not counted.
    Missing,
}

impl Fill {
    /// Name of the fill, as in styles.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Fill::Shade(1) => "shade1",
            Fill::Shade(2) => "shade2",
            Fill::Shade(3) => "shade3",
            Fill::Shade(_) => "shade4",
            Fill::Zero => "zero",
            Fill::Hidden => "hidden",
            Fill::Missing => "nodata",
        }
    }
}

/// What a fill means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Values from the lowest to the highest of the shade, as they stand in the table.
    Range(Cell, Cell),
    /// The fill says it itself.
    Itself,
}

/// Shades the cells of a table and gives places and legend.
///
/// Shades hold about as many municipalities each; equal values stand in the same. A cell that is not shown gets no
/// shade, so the map tells nothing that the table hides.
pub(super) fn shade(cells: &[(String, String, Cell)], outlines: &Outlines) -> Map {
    let mut values: Vec<Decimal> = cells
        .iter()
        .filter_map(|(_, _, cell)| shown(cell))
        .collect();
    values.retain(|value| !value.is_zero());
    values.sort_unstable();
    values.dedup();
    let shades = values.len().min(SHADES);
    let of_value = |value: Decimal| {
        let rank = values.iter().filter(|other| **other < value).count();
        rank * shades / values.len().max(1) + 1
    };
    let places: Vec<Place> = cells
        .iter()
        .filter_map(|(code, name, cell)| {
            let fill = match (cell, shown(cell)) {
                (_, Some(value)) if value.is_zero() => Fill::Zero,
                (_, Some(value)) => Fill::Shade(of_value(value)),
                (Cell::Small(_) | Cell::Hidden, None) => Fill::Hidden,
                _ => Fill::Missing,
            };
            Some(Place {
                name: name.clone(),
                cell: cell.clone(),
                fill,
                rings: outlines.rings.get(code)?.clone(),
            })
        })
        .collect();
    let mut legend = Vec::new();
    for step in (1..=shades).rev() {
        let within = values.iter().filter(|value| of_value(**value) == step);
        if let (Some(low), Some(high)) = (within.clone().min(), within.max()) {
            let cell = |value: &Decimal| Cell::Number(*value, value.scale());
            legend.push((Fill::Shade(step), Meaning::Range(cell(low), cell(high))));
        }
    }
    for fill in [Fill::Zero, Fill::Hidden, Fill::Missing] {
        if places.iter().any(|place| place.fill == fill) {
            legend.push((fill, Meaning::Itself));
        }
    }
    Map {
        id: "map",
        title: String::new(),
        description: String::new(),
        legend,
        places,
        notes: Vec::new(),
    }
}

/// The number as the table writes it.
fn shown(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Number(value, decimals) => {
            let mut rounded =
                value.round_dp_with_strategy(*decimals, RoundingStrategy::MidpointAwayFromZero);
            rounded.rescale(*decimals);
            Some(rounded)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Fill, Meaning, shade};
    use crate::figures::Outlines;
    use crate::summary::page::Cell;

    fn outlines(codes: &[&str]) -> Outlines {
        let square = vec![(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)];
        Outlines {
            first_year: 2017,
            last_year: 2019,
            attribution: String::new(),
            rings: (codes.iter())
                .map(|code| ((*code).to_owned(), vec![square.clone()]))
                .collect(),
        }
    }

    fn cells(cells: &[(&str, Cell)]) -> Vec<(String, String, Cell)> {
        let named =
            |(code, cell): &(&str, Cell)| ((*code).to_owned(), (*code).to_owned(), cell.clone());
        cells.iter().map(named).collect()
    }

    fn tenths(value: i64) -> Cell {
        Cell::Number(Decimal::new(value, 1), 1)
    }

    #[test]
    fn zero_hidden_and_missing_have_fills_of_their_own() {
        let cells = cells(&[
            ("a", tenths(0)),
            ("b", Cell::Hidden),
            ("c", Cell::Small(4)),
            ("d", Cell::Missing),
            ("e", tenths(12)),
        ]);
        let map = shade(&cells, &outlines(&["a", "b", "c", "d", "e"]));
        let fills: Vec<Fill> = map.places.iter().map(|place| place.fill).collect();
        assert_eq!(
            fills,
            [
                Fill::Zero,
                Fill::Hidden,
                Fill::Hidden,
                Fill::Missing,
                Fill::Shade(1)
            ]
        );
        assert_eq!(map.legend.len(), 4);
    }

    #[test]
    fn equal_values_stand_in_one_shade_and_the_legend_holds_the_values_of_the_table() {
        let cells = cells(&[
            ("a", tenths(10)),
            ("b", tenths(10)),
            ("c", tenths(20)),
            ("d", Cell::Number(Decimal::new(2004, 3), 1)),
            ("e", tenths(50)),
            ("f", tenths(60)),
            ("g", tenths(90)),
        ]);
        let map = shade(&cells, &outlines(&["a", "b", "c", "d", "e", "f", "g"]));
        assert_eq!(map.places[0].fill, map.places[1].fill);
        assert_eq!(map.places[2].fill, map.places[3].fill, "both read 2.0");
        let range = |low, high| Meaning::Range(tenths(low), tenths(high));
        assert_eq!(
            map.legend,
            [
                (Fill::Shade(4), range(90, 90)),
                (Fill::Shade(3), range(60, 60)),
                (Fill::Shade(2), range(50, 50)),
                (Fill::Shade(1), range(10, 20)),
            ]
        );
    }

    #[test]
    fn a_municipality_without_an_outline_is_not_on_the_map() {
        let map = shade(
            &cells(&[("a", tenths(1)), ("z", tenths(2))]),
            &outlines(&["a"]),
        );
        assert_eq!(map.places.len(), 1);
    }
}
