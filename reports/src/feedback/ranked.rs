//! What a reporter is told, in which order and how much of it.

use std::collections::BTreeMap;

use super::letter::{place, told};
use crate::figures::Remark;
use crate::language::Language;

/// Entries told at most.
const MOST: usize = 2_000;
/// Entries of one kind on one sheet that stand before those of other kinds.
const MOST_OF_KIND: usize = 20;
/// Cells of an entry that are named; the others are counted.
const MOST_CELLS: usize = 6;

/// Remarks that say the same of several cells of a sheet, told once.
pub(crate) struct Entry<'a> {
    remarks: Vec<&'a Remark>,
}

impl<'a> Entry<'a> {
    /// The remark that stands for all of them.
    pub(crate) fn first(&self) -> &'a Remark {
        self.remarks[0]
    }

    /// All of them.
    pub(crate) fn remarks(&self) -> &[&'a Remark] {
        &self.remarks
    }

    /// Where they are, as cells: `espoo.xlsx › Talkoot!C5, C7, C9`, and how many are not named.
    pub(crate) fn places(&self) -> (String, usize) {
        let others = self.remarks[1..].iter().filter_map(|remark| {
            let row = || remark.row.map(|row| row.to_string());
            remark.cell.clone().or_else(row)
        });
        let named: Vec<String> = (std::iter::once(place(self.first())))
            .chain(others.take(MOST_CELLS - 1))
            .collect();
        let unnamed = self.remarks.len() - named.len();
        (named.join(", "), unnamed)
    }
}

/// Remarks in the order in which they are to be corrected.
pub(crate) struct Ranked<'a> {
    /// Those told.
    pub(crate) told: Vec<Entry<'a>>,
    /// How many are left out.
    pub(crate) left_out: usize,
    /// Whether faults of structure stand alone, because what lies behind them can be judged only afterwards.
    pub(crate) structure_alone: bool,
    counts: BTreeMap<&'a str, usize>,
}

impl<'a> Ranked<'a> {
    /// Ranks remarks: faults of structure first and alone, then errors, warnings and notices, as they come. Those that
    /// say the same of cells of one sheet are one entry, and no kind stands before the others with all it has.
    pub(crate) fn of(remarks: &[&'a Remark]) -> Self {
        let structural: Vec<&Remark> = remarks
            .iter()
            .filter(|remark| remark.is_of_structure())
            .copied()
            .collect();
        let structure_alone = !structural.is_empty();
        let candidates = if structure_alone {
            structural
        } else {
            remarks.to_vec()
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for remark in &candidates {
            *counts.entry(remark.severity.as_str()).or_default() += 1;
        }
        let mut told = in_turn(entries(candidates));
        told.truncate(MOST);
        let is_told: usize = told.iter().map(|entry| entry.remarks.len()).sum();
        Ranked {
            left_out: remarks.len() - is_told,
            told,
            structure_alone,
            counts,
        }
    }

    /// How many remarks of those that are not left out for faults of structure have this severity.
    pub(crate) fn count(&self, severity: &str) -> usize {
        self.counts.get(severity).copied().unwrap_or_default()
    }

    /// How many remarks are told.
    pub(crate) fn remarks(&self) -> impl Iterator<Item = &'a Remark> + '_ {
        self.told
            .iter()
            .flat_map(|entry| entry.remarks.iter().copied())
    }
}

/// Remarks of one sheet that say the same, together, in the order of the first.
fn entries(remarks: Vec<&Remark>) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut known = BTreeMap::new();
    for remark in remarks {
        let message = told(remark, Language::Finnish);
        let alike = (&remark.code, &remark.path, &remark.sheet, message);
        let at = *known.entry(alike).or_insert(entries.len());
        match entries.get_mut(at) {
            Some(entry) => entry.remarks.push(remark),
            None => entries.push(Entry {
                remarks: vec![remark],
            }),
        }
    }
    entries
}

/// The same entries with those of a kind behind the other kinds of their severity, where there are very many.
fn in_turn(entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    let mut of_kind = BTreeMap::new();
    let mut ranks: Vec<((u8, bool), Entry)> = Vec::with_capacity(entries.len());
    for entry in entries {
        let remark = entry.first();
        let count = of_kind
            .entry((&remark.code, &remark.path, &remark.sheet))
            .or_insert(0);
        *count += 1;
        let severity = match remark.severity.as_str() {
            "error" => 0,
            "warning" => 1,
            _ => 2,
        };
        ranks.push(((severity, *count > MOST_OF_KIND), entry));
    }
    ranks.sort_by_key(|(rank, _)| *rank);
    ranks.into_iter().map(|(_, entry)| entry).collect()
}
