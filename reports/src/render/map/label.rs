//! Where a municipality's label goes: wholly inside its outline and as near its middle as can be, or nowhere.

use std::fmt::Write as _;

use crate::figures::Ring;
use crate::render::chart::escape;

/// Widths of a letter in tenths of a unit: of a name, of a small name, and of a value, which is bold.
const NAME: Style = Style {
    class: "place-name",
    letter: 66,
    line: 13,
};
const SMALL_NAME: Style = Style {
    class: "place-name small-name",
    letter: 54,
    line: 11,
};
const VALUE: Style = Style {
    class: "place-value",
    letter: 72,
    line: 13,
};

/// How a line of a label looks.
#[derive(Clone, Copy)]
struct Style {
    class: &'static str,
    /// Width of a letter, tenths of a unit.
    letter: i64,
    /// Height of the line, units.
    line: i64,
}

/// A label with the place of its middle, in steps.
pub(super) struct Label {
    lines: Vec<(Style, String)>,
    middle: (i64, i64),
    fineness: i64,
}

impl Label {
    /// The fullest label that fits: name and value, or both smaller.
    pub(super) fn within(rings: &[Ring], name: &str, value: &str, fineness: i64) -> Option<Self> {
        let wordings = [
            vec![(NAME, name), (VALUE, value)],
            vec![(SMALL_NAME, name), (VALUE, value)],
        ];
        wordings.into_iter().find_map(|lines| {
            let width = lines.iter().map(|(style, text)| style.width(text)).max()?;
            let height: i64 = lines.iter().map(|(style, _)| style.line).sum();
            let middle = room(rings, (width * fineness, height * fineness))?;
            let lines = lines
                .into_iter()
                .map(|(style, text)| (style, text.to_owned()));
            Some(Label {
                lines: lines.collect(),
                middle,
                fineness,
            })
        })
    }

    /// The number of a place that the key explains: inside its outline, or over its middle where that is too small.
    pub(super) fn numbered(rings: &[Ring], number: usize, fineness: i64) -> Option<Self> {
        let text = number.to_string();
        let (width, height) = (VALUE.width(&text) * fineness, VALUE.line * fineness);
        let middle = room(rings, (width, height)).or_else(|| middle_of(rings.first()?))?;
        Some(Label {
            lines: vec![(VALUE, text)],
            middle,
            fineness,
        })
    }

    /// Writes the label as text elements.
    pub(super) fn write(&self, svg: &mut String) {
        let height: i64 = self.lines.iter().map(|(style, _)| style.line).sum();
        let x = self.middle.0 / self.fineness;
        let mut y = self.middle.1 / self.fineness - height / 2;
        for (style, text) in &self.lines {
            y += style.line;
            let (class, text) = (style.class, escape(text));
            let _ = write!(
                svg,
                "<text class=\"{class}\" x=\"{x}\" y=\"{}\">{text}</text>",
                y - 3
            );
        }
    }
}

impl Style {
    fn width(self, text: &str) -> i64 {
        let letters = i64::try_from(text.chars().count()).unwrap_or(i64::from(u16::MAX));
        letters * self.letter / 10
    }
}

/// The middle of a box of this size that lies inside the rings, nearest to the middle of the largest.
fn room(rings: &[Ring], size: (i64, i64)) -> Option<(i64, i64)> {
    const CELLS: i64 = 40;
    let ring = rings.first()?;
    let (west, east) = span(ring.iter().map(|corner| corner.0))?;
    let (top, bottom) = span(ring.iter().map(|corner| corner.1))?;
    let centre = ((west + east) / 2, (top + bottom) / 2);
    let half = (size.0 / 2, size.1 / 2);
    let across = |at: i64| west + (east - west) * at / CELLS;
    let down = |at: i64| top + (bottom - top) * at / CELLS;
    let mut middles: Vec<(i64, i64)> = (0..=CELLS)
        .flat_map(|row| (0..=CELLS).map(move |column| (across(column), down(row))))
        .filter(|(x, y)| {
            x - half.0 >= west && x + half.0 <= east && y - half.1 >= top && y + half.1 <= bottom
        })
        .collect();
    middles.sort_by_key(|(x, y)| ((x - centre.0).pow(2) + (y - centre.1).pow(2), *y, *x));
    middles.into_iter().find(|middle| {
        let corners = [
            middle.0 - half.0,
            middle.1 - half.1,
            middle.0 + half.0,
            middle.1 + half.1,
        ];
        inside(rings, *middle) && !rings.iter().any(|ring| crosses(ring, corners))
    })
}

/// The middle of the box around a ring.
fn middle_of(ring: &[(i64, i64)]) -> Option<(i64, i64)> {
    let (west, east) = span(ring.iter().map(|corner| corner.0))?;
    let (top, bottom) = span(ring.iter().map(|corner| corner.1))?;
    Some(((west + east) / 2, (top + bottom) / 2))
}

fn span(values: impl Iterator<Item = i64> + Clone) -> Option<(i64, i64)> {
    Some((values.clone().min()?, values.max()?))
}

/// Tells whether a point lies inside the rings, holes counted out.
fn inside(rings: &[Ring], (x, y): (i64, i64)) -> bool {
    let crossed = rings
        .iter()
        .flat_map(|ring| ring.windows(2))
        .filter(|pair| {
            let (from, to) = (pair[0], pair[1]);
            if (from.1 > y) == (to.1 > y) {
                return false;
            }
            let side = (to.0 - from.0) * (y - from.1) - (x - from.0) * (to.1 - from.1);
            (side > 0) == (to.1 > from.1)
        });
    crossed.count() % 2 == 1
}

/// Tells whether a line of the ring touches the box: west, top, east, bottom.
fn crosses(ring: &[(i64, i64)], [west, top, east, bottom]: [i64; 4]) -> bool {
    ring.windows(2).any(|pair| {
        let (from, to) = (pair[0], pair[1]);
        if from.0.max(to.0) < west
            || from.0.min(to.0) > east
            || from.1.max(to.1) < top
            || from.1.min(to.1) > bottom
        {
            return false;
        }
        let side = |(x, y): (i64, i64)| {
            ((to.0 - from.0) * (y - from.1) - (to.1 - from.1) * (x - from.0)).signum()
        };
        let sides = [(west, top), (east, top), (east, bottom), (west, bottom)].map(side);
        sides.iter().any(|other| *other != sides[0]) || sides[0] == 0
    })
}

#[cfg(test)]
mod tests {
    use super::{Label, inside, room};

    fn square(side: i64) -> Vec<(i64, i64)> {
        vec![(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
    }

    #[test]
    fn a_hole_is_not_inside() {
        let hole = vec![(40, 40), (60, 40), (60, 60), (40, 60), (40, 40)];
        assert!(inside(&[square(100), hole.clone()], (20, 50)));
        assert!(!inside(&[square(100), hole], (50, 50)));
        assert!(!inside(&[square(100)], (150, 50)));
    }

    #[test]
    fn a_label_that_touches_the_outline_has_no_room() {
        assert_eq!(room(&[square(100)], (60, 20)), Some((50, 50)));
        assert_eq!(room(&[square(100)], (101, 20)), None);
        let bent = vec![
            (0, 0),
            (100, 0),
            (100, 30),
            (30, 30),
            (30, 100),
            (0, 100),
            (0, 0),
        ];
        let (x, y) = room(&[bent], (60, 20)).unwrap();
        assert!(
            y < 20 && x < 70,
            "in the upper arm, not in the empty middle: {x} {y}"
        );
    }

    #[test]
    fn a_number_stands_where_the_name_finds_no_room() {
        let lines = |side| {
            Label::within(&[square(side)], "Kauniainen", "1,2", 2).map(|label| label.lines.len())
        };
        assert_eq!(lines(400), Some(2));
        assert_eq!(lines(80), None);
        for side in [80, 4] {
            let numbered = Label::numbered(&[square(side)], 3, 2).unwrap();
            assert_eq!(numbered.middle, (side / 2, side / 2));
        }
    }
}
