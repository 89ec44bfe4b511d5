//! Maps as SVG: outlines in whole numbers, a pattern beside each shade, labels where they fit.
//!
//! The outlines are projected already; here they are only scaled and turned upside down. Neighbours share their
//! corners, so they still do after rounding, and no seam opens between them.

mod label;

use std::fmt::Write as _;

use super::cell::cell_text;
use super::chart::{Size, escape};
use crate::figures::Ring;
use crate::summary::map::{Map, Place};
use crate::words::Words;
use label::Label;

/// Steps in one unit of the drawing: outlines are drawn in half units.
const FINENESS: i64 = 2;
/// Empty ground around the outlines, in units.
const MARGIN: i64 = 3;

/// How wide and at most how high a map is drawn, in units.
fn limits(size: Size) -> (i64, i64) {
    match size {
        Size::Wide | Size::Half => (540, 470),
        Size::Narrow => (350, 420),
        // A unit is somewhat more than half a point there.
        Size::Paper => (240, 330),
    }
}

/// A map as it is drawn.
#[derive(Default)]
pub(super) struct Drawing {
    /// An SVG element; empty where nothing has an outline.
    pub(super) svg: String,
    /// Name and value of the places that bear a number, by that number from 1, because their name finds no room.
    pub(super) key: Vec<(String, String)>,
}

/// The map as an SVG element.
pub(super) fn draw(map: &Map, size: Size, words: &Words) -> Drawing {
    let Some(frame) = Frame::around(&map.places, limits(size)) else {
        return Drawing::default();
    };
    let (name, width, height) = (size.name(), frame.width, frame.height);
    let id = format!("{}-{name}", map.id);
    let (title, description) = (escape(&map.title), escape(&map.description));
    let mut svg = format!(
        "<svg class=\"map-drawing {name}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {width} {height}\">\
         <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc><g transform=\"scale(.5)\">"
    );
    let (mut labels, mut key) = (String::new(), Vec::new());
    for place in &map.places {
        let rings: Vec<Ring> = frame.rings(place);
        let value = cell_text(&place.cell, words);
        let told = escape(&format!("{}: {value}", place.name));
        let fill = place.fill.name();
        let _ = write!(
            svg,
            "<path class=\"place {fill}\" fill=\"url(#m-{fill})\" d=\""
        );
        for ring in &rings {
            outline(&mut svg, ring);
        }
        let _ = write!(svg, "\"><title>{told}</title></path>");
        let label = Label::within(&rings, &place.name, &value, FINENESS);
        let label = label.or_else(|| {
            key.push((place.name.clone(), value));
            Label::numbered(&rings, key.len(), FINENESS)
        });
        if let Some(label) = label {
            label.write(&mut labels);
        }
    }
    let _ = write!(svg, "</g>{labels}</svg>");
    Drawing { svg, key }
}

/// The part of the country that a map shows.
struct Frame {
    west: i64,
    north: i64,
    /// Metres across the longer limit.
    metres: i64,
    /// Steps for as many metres.
    steps: i64,
    width: i64,
    height: i64,
}

impl Frame {
    /// The smallest frame around the places within the limits; none where nothing has an outline.
    fn around(places: &[Place], limits: (i64, i64)) -> Option<Self> {
        let corners = || places.iter().flat_map(|place| &place.rings).flatten();
        let west = corners().map(|corner| corner.0).min()?;
        let east = corners().map(|corner| corner.0).max()?;
        let south = corners().map(|corner| corner.1).min()?;
        let north = corners().map(|corner| corner.1).max()?;
        let (across, down) = ((east - west).max(1), (north - south).max(1));
        let inner = (limits.0 - 2 * MARGIN, limits.1 - 2 * MARGIN);
        let (metres, units) = if across * inner.1 >= down * inner.0 {
            (across, inner.0)
        } else {
            (down, inner.1)
        };
        let unit = |length: i64| (length * units + metres - 1) / metres + 2 * MARGIN;
        Some(Frame {
            west,
            north,
            metres,
            steps: units * FINENESS,
            width: unit(across),
            height: unit(down),
        })
    }

    /// The rings of a place in steps, without those that are too small to be seen.
    fn rings(&self, place: &Place) -> Vec<Ring> {
        let step = |metres: i64| {
            MARGIN * FINENESS + (2 * metres * self.steps + self.metres) / (2 * self.metres)
        };
        let mut rings: Vec<Ring> = place
            .rings
            .iter()
            .map(|ring| {
                let mut ring: Ring = ring
                    .iter()
                    .map(|(east, north)| (step(east - self.west), step(self.north - north)))
                    .collect();
                ring.dedup();
                ring
            })
            .collect();
        rings.sort_by_key(|ring| std::cmp::Reverse(doubled_area(ring).abs()));
        let seen = |ring: &Ring| doubled_area(ring).abs() > 12 * FINENESS * FINENESS;
        let kept = rings.iter().filter(|ring| seen(ring)).count().max(1);
        rings.truncate(kept);
        rings
    }
}

/// Twice the area of a ring, signed by its direction.
fn doubled_area(ring: &[(i64, i64)]) -> i64 {
    ring.windows(2)
        .map(|pair| pair[0].0 * pair[1].1 - pair[1].0 * pair[0].1)
        .sum()
}

/// A ring as steps from corner to corner.
fn outline(path: &mut String, ring: &[(i64, i64)]) {
    let Some((first, rest)) = ring.split_first() else {
        return;
    };
    let _ = write!(path, "M{} {}l", first.0, first.1);
    let mut before = *first;
    // The last corner is the first again; `z` draws that line.
    let corners = rest.strip_suffix(&[*first]).unwrap_or(rest);
    for (at, corner) in corners.iter().enumerate() {
        let (right, down) = (corner.0 - before.0, corner.1 - before.1);
        let gap = if at > 0 && right >= 0 { " " } else { "" };
        let between = if down >= 0 { " " } else { "" };
        let _ = write!(path, "{gap}{right}{between}{down}");
        before = *corner;
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use super::{Frame, draw};
    use crate::language::Language;
    use crate::render::chart::Size;
    use crate::summary::map::{Fill, Map, Place};
    use crate::summary::page::Cell;
    use crate::words::Words;

    fn square(west: i64, south: i64, side: i64) -> Vec<(i64, i64)> {
        let (east, north) = (west + side, south + side);
        vec![
            (west, south),
            (west, north),
            (east, north),
            (east, south),
            (west, south),
        ]
    }

    fn place(name: &str, rings: Vec<Vec<(i64, i64)>>) -> Place {
        Place {
            name: name.to_owned(),
            cell: Cell::Number(12.into(), 0),
            fill: Fill::Shade(1),
            rings,
        }
    }

    fn map(places: Vec<Place>) -> Map {
        Map {
            id: "map",
            title: "Kartta <1>".to_owned(),
            description: "Kaksi & kolme".to_owned(),
            legend: Vec::new(),
            places,
            notes: Vec::new(),
        }
    }

    #[test]
    fn north_is_up_and_neighbours_share_their_corners() {
        let west = place("Länsi", vec![square(300_000, 6_700_000, 1001)]);
        let east = place("Itä", vec![square(301_001, 6_700_000, 1001)]);
        let frame = Frame::around(&[west.clone(), east.clone()], (560, 470)).unwrap();
        let (west, east) = (frame.rings(&west), frame.rings(&east));
        assert_eq!(west[0][2], east[0][1], "the corner in the north");
        assert_eq!(west[0][3], east[0][0], "the corner in the south");
        assert!(west[0][1].1 < west[0][0].1, "north is above south");
        assert_eq!((frame.width, frame.height), (560, 283));
    }

    #[test]
    fn an_island_too_small_to_see_is_left_out_but_never_a_whole_municipality() {
        let big = square(0, 0, 100_000);
        let with_island = place("Saaristo", vec![square(90_000, 0, 300), big]);
        let tiny = place("Pieni", vec![square(50_000, 50_000, 300)]);
        let frame = Frame::around(&[with_island.clone(), tiny.clone()], (560, 470)).unwrap();
        assert_eq!(frame.rings(&with_island).len(), 1);
        assert_eq!(frame.rings(&tiny).len(), 1);
    }

    #[test]
    fn a_map_is_an_image_with_words_and_its_texts_stay_text() {
        let map = map(vec![place("<b>Espoo", vec![square(0, 0, 9000)])]);
        let svg = draw(&map, Size::Wide, &Words::of(Language::Finnish)).svg;
        assert!(svg.contains("role=\"img\""));
        assert!(svg.contains(">Kartta &lt;1&gt;</title>"));
        assert!(svg.contains(">Kaksi &amp; kolme</desc>"));
        assert!(svg.contains("<title>&lt;b&gt;Espoo: 12</title>"));
        assert!(!svg.contains("<b>"));
    }

    #[test]
    fn nothing_with_an_outline_draws_nothing() {
        let drawing = draw(&map(Vec::new()), Size::Wide, &Words::of(Language::Finnish));
        assert_eq!(drawing.svg, "");
    }

    #[test]
    fn a_place_without_room_for_its_name_bears_a_number_that_the_key_explains() {
        let wide = place("Espoo", vec![square(0, 0, 40_000)]);
        let tiny = place("Kauniainen", vec![square(41_000, 0, 900)]);
        let map = map(vec![wide, tiny]);
        for size in [Size::Wide, Size::Narrow, Size::Paper] {
            let drawing = draw(&map, size, &Words::of(Language::Finnish));
            assert_eq!(drawing.key, [("Kauniainen".to_owned(), "12".to_owned())]);
            assert!(drawing.svg.contains("\">1</text>"), "{size:?}");
            assert!(drawing.svg.contains("\">Espoo</text>"), "{size:?}");
        }
    }
}
