//! What somebody who sees a table can compute about a closed cell: its least and highest possible count, exactly.
//!
//! The attacker knows the rule: a small count is from 1 to `min_count` − 1, a hidden one may be anything but zero, because
//! small sums are hidden as well. Where parts add up to their sum the attacker knows it; where they do not (a group was not
//! told, an activity counts in two municipalities), only which of the two is larger.
//!
//! A table with sums is a network: each cell is an edge from its row to its column, a sum an edge back. The counts are a
//! flow in it; how far one of them can go up or down with all others within their bounds is a greatest flow around it.
//! All numbers are whole, so the answer is the one that linear programming over whole numbers gives.

use std::collections::VecDeque;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::Standing;

/// Higher than any count.
const BEYOND: i64 = 1_000_000_000;

/// Row and column of a cell.
pub(super) type Place = (usize, usize);

/// A table as it is published, with the counts behind it; the last row and column are sums.
pub(super) struct Published<'a> {
    pub(super) counts: &'a [Vec<Option<Decimal>>],
    pub(super) standing: &'a [Vec<Standing>],
    pub(super) min_count: u64,
}

/// The counts that a closed cell may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) low: i64,
    pub(super) high: i64,
}

impl Interval {
    /// The highest count; none where nothing bounds it.
    pub(super) fn highest(self) -> Option<u64> {
        u64::try_from(self.high)
            .ok()
            .filter(|_| self.high < BEYOND / 2)
    }
}

/// An edge with its flow and the bounds of it.
struct Edge {
    from: usize,
    to: usize,
    flow: i64,
    low: i64,
    high: i64,
}

/// The network of a table: nodes for its rows and columns, and one in which what does not add up goes.
struct Network {
    nodes: usize,
    edges: Vec<Edge>,
}

impl Published<'_> {
    /// The counts that the cell may have.
    pub(super) fn interval(&self, at: Place) -> Option<Interval> {
        let network = self.network();
        // Cells are the first edges, row by row.
        let before: usize = self.counts[..at.0].iter().map(Vec::len).sum();
        let edge = network.edges.get(before + at.1)?;
        let up = network.around(before + at.1, edge.to, edge.from);
        let down = network.around(before + at.1, edge.from, edge.to);
        Some(Interval {
            low: edge.flow - down.min(edge.flow - edge.low),
            high: edge.flow + up.min(edge.high - edge.flow),
        })
    }

    fn network(&self) -> Network {
        let rows = self.counts.len();
        let columns = self.counts.iter().map(Vec::len).max().unwrap_or(0);
        let rest = rows + columns;
        // A single line has no sums down: its cells lead to the rest and back.
        let row = |row: usize| row;
        let column = |column: usize| if rows > 1 { rows + column } else { rest };
        let mut network = Network {
            nodes: rest + 1,
            edges: Vec::new(),
        };
        let mut balance = vec![0; rest + 1];
        for (at, line) in self.counts.iter().enumerate() {
            for place in 0..line.len() {
                let last = (rows > 1 && at + 1 == rows, place + 1 == columns);
                // The last row is the node in which sums of columns meet, the last column that of sums of rows.
                let (from, to) = match last {
                    (false, false) => (row(at), column(place)),
                    (false, true) => (column(place), row(at)),
                    (true, false) => (column(place), row(at)),
                    (true, true) => (row(at), column(place)),
                };
                let (flow, low, high) = self.bounds((at, place));
                balance[from] -= flow;
                balance[to] += flow;
                network.edges.push(Edge {
                    from,
                    to,
                    flow,
                    low,
                    high,
                });
            }
        }
        for (node, surplus) in balance.iter().enumerate().take(rest) {
            let (out, into) = if self.sum_is_known(node) {
                (*surplus > 0, *surplus < 0)
            } else {
                (true, true)
            };
            if out {
                let flow = (*surplus).max(0);
                network.edges.push(Edge {
                    from: node,
                    to: rest,
                    flow,
                    low: 0,
                    high: BEYOND,
                });
            }
            if into {
                let flow = (-*surplus).max(0);
                network.edges.push(Edge {
                    from: rest,
                    to: node,
                    flow,
                    low: 0,
                    high: BEYOND,
                });
            }
        }
        network
    }

    /// Whether the sum of the row or column of a node is known, so that its parts can be compared with it.
    fn sum_is_known(&self, node: usize) -> bool {
        let rows = self.counts.len();
        if node < rows {
            self.counts[node].last().is_some_and(Option::is_some)
        } else {
            let last = &self.counts[rows - 1];
            last.get(node - rows).is_some_and(Option::is_some)
        }
    }

    /// The count of a cell and what is known of it by itself.
    fn bounds(&self, (row, column): Place) -> (i64, i64, i64) {
        let count = self.counts[row][column].and_then(|count| count.to_i64());
        let highest = i64::try_from(self.min_count).unwrap_or(BEYOND) - 1;
        match (self.standing[row][column], count) {
            (_, None) => (0, 0, BEYOND),
            (Standing::Open, Some(count)) => (count, count, count),
            (Standing::Small, Some(count)) => (count, 1, highest),
            (Standing::Hidden, Some(count)) => (count, count.min(1), BEYOND),
        }
    }
}

impl Network {
    /// The greatest flow from one node to another besides what flows, without an edge.
    fn around(&self, without: usize, from: usize, to: usize) -> i64 {
        let mut flows: Vec<i64> = self.edges.iter().map(|edge| edge.flow).collect();
        let mut total = 0;
        while let Some(path) = self.path(&flows, without, from, to) {
            let room = path
                .iter()
                .map(|(edge, forward)| self.room(&flows, *edge, *forward))
                .min();
            let Some(room) = room.filter(|_| total < BEYOND) else {
                break;
            };
            for (edge, forward) in path {
                flows[edge] += if forward { room } else { -room };
            }
            total += room;
        }
        total
    }

    fn room(&self, flows: &[i64], edge: usize, forward: bool) -> i64 {
        if forward {
            self.edges[edge].high - flows[edge]
        } else {
            flows[edge] - self.edges[edge].low
        }
    }

    /// The shortest way with room: edges, each with whether it is gone forward.
    fn path(
        &self,
        flows: &[i64],
        without: usize,
        from: usize,
        to: usize,
    ) -> Option<Vec<(usize, bool)>> {
        let mut reached: Vec<Option<(usize, bool)>> = vec![None; self.nodes];
        let mut next = VecDeque::from([from]);
        while let Some(node) = next.pop_front() {
            for (at, edge) in self
                .edges
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != without)
            {
                let step = match (edge.from == node, edge.to == node) {
                    (true, _) if self.room(flows, at, true) > 0 => Some((edge.to, true)),
                    (_, true) if self.room(flows, at, false) > 0 => Some((edge.from, false)),
                    _ => None,
                };
                if let Some((other, forward)) =
                    step.filter(|(other, _)| *other != from && reached[*other].is_none())
                {
                    reached[other] = Some((at, forward));
                    next.push_back(other);
                }
            }
        }
        let mut path = Vec::new();
        let mut node = to;
        while node != from {
            let (edge, forward) = reached[node]?;
            path.push((edge, forward));
            node = if forward {
                self.edges[edge].from
            } else {
                self.edges[edge].to
            };
        }
        Some(path)
    }
}
