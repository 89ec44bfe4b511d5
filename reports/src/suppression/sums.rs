//! What months of a flow and their running sums tell of each other.
//!
//! From one shown sum to the next, the closed months in between add up to a known number. Each of them is what the others leave of
//! it, and a closed sum lies between what the months before it and those after it allow. All bounds are whole, so the intervals
//! are those that linear programming over all months would give.

use rust_decimal::prelude::ToPrimitive as _;

use crate::summary::page::Cell;

/// Least and highest count; no highest where nothing bounds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    pub(super) low: u64,
    pub(super) high: Option<u64>,
}

impl Room {
    const NONE: Room = Room {
        low: 0,
        high: Some(0),
    };

    /// What a cell tells by itself: nobody's count adds nothing.
    pub(super) fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Small(highest) => Room {
                low: 1,
                high: Some(*highest),
            },
            Cell::Hidden => Room { low: 0, high: None },
            cell => {
                let count = cell.shown().and_then(|count| count.to_u64()).unwrap_or(0);
                Room {
                    low: count,
                    high: Some(count),
                }
            }
        }
    }

    fn and(self, other: Room) -> Room {
        Room {
            low: self.low + other.low,
            high: self.high.zip(other.high).map(|(left, right)| left + right),
        }
    }

    /// The room of a count that is within this and, together with others, makes up a whole.
    fn within(self, whole: u64, others: Room) -> Room {
        let most = whole.saturating_sub(others.low);
        let least = others.high.map_or(0, |high| whole.saturating_sub(high));
        Room {
            low: self.low.max(least),
            high: Some(self.high.map_or(most, |high| high.min(most))),
        }
    }
}

fn sum<'a>(rooms: impl IntoIterator<Item = &'a Room>) -> Room {
    rooms
        .into_iter()
        .fold(Room::NONE, |sum, room| sum.and(*room))
}

/// What somebody can tell of each month and of each sum since the first month, from all that is shown of them.
pub(super) fn rooms(months: &[Cell], sums: &[Cell]) -> Vec<(Room, Room)> {
    let own: Vec<Room> = months.iter().map(Room::of).collect();
    let mut rooms = Vec::with_capacity(own.len());
    let (mut start, mut base) = (0, 0);
    while start < own.len() {
        let shown = |at: &usize| match &sums[*at] {
            Cell::Number(sum, _) => sum.to_u64(),
            _ => None,
        };
        let end = (start..own.len()).find(|at| shown(at).is_some());
        let window = &own[start..end.map_or(own.len(), |end| end + 1)];
        let whole = end
            .and_then(|end| shown(&end))
            .map(|sum| sum.saturating_sub(base));
        for (at, room) in window.iter().enumerate() {
            let (before, after) = (&window[..at], &window[at + 1..]);
            let so_far = sum(before).and(*room);
            let (month, so_far) = match whole {
                Some(whole) => (
                    room.within(whole, sum(before.iter().chain(after))),
                    so_far.within(whole, sum(after)),
                ),
                None => (*room, so_far),
            };
            let total = Room {
                low: base + so_far.low,
                high: so_far.high.map(|high| base + high),
            };
            rooms.push((month, total));
        }
        start += window.len();
        base += whole.unwrap_or_default();
    }
    rooms
}
