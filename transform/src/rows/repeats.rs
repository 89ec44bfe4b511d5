//! Rows that stand in an earlier table of the same report as well (READING.md R15): a copy of a sheet, a sheet of sums. Both
//! load, and each such row is said.

use std::collections::HashMap;
use std::sync::Arc;

use kooste_ingest::issue::{Code, Issue};

use super::digest::BuildQuickHasher;
use super::table::TableReader;

/// Facts with a value that a table keeps to be called a repetition where it has keys and numbers: few are equal by chance.
const FEWEST: usize = 2;

/// One fact that was loaded.
#[derive(Debug, Clone, Copy)]
pub(super) struct LoadedFact {
    /// Its report, by index.
    pub report: u32,
    /// Hash of its values.
    pub digest: u64,
    /// Row of the sheet, from 1.
    pub row: u32,
}

/// Sheet, unless in a text file, and row.
type Stand = (Option<Arc<str>>, u32);

/// The facts of earlier tables of a file. They are sorted in only when another table comes: most files have one.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Where each stands, by report and hash.
    places: HashMap<(u32, u64), Stand, BuildQuickHasher>,
    /// The sheet and the facts of the table before.
    last: Option<(Option<Arc<str>>, Vec<LoadedFact>)>,
}

impl Seen {
    fn sort_in(&mut self) {
        if let Some((sheet, facts)) = self.last.take() {
            for fact in facts {
                let place = (sheet.clone(), fact.row);
                let key = (fact.report, fact.digest);
                self.places.entry(key).or_insert(place);
            }
        }
    }
}

impl TableReader<'_, '_> {
    /// Keeps that the record was loaded, whose values have this hash.
    pub(super) fn remember(&mut self, report: u32, digest: u64) {
        let row = self.record.row;
        self.loaded.push(LoadedFact {
            report,
            digest,
            row,
        });
    }

    /// Says which rows repeat those of earlier tables. Of keys and numbers only a whole table is a repetition.
    pub(super) fn note_repeats(&mut self) {
        let facts = std::mem::take(&mut self.loaded);
        let sheet = self.place.sheet_name.clone();
        self.outcome.seen.sort_in();
        let seen = &self.outcome.seen.places;
        let earlier = |fact: &LoadedFact| seen.get(&(fact.report, fact.digest));
        let is_whole = facts.len() >= FEWEST && facts.iter().all(|fact| earlier(fact).is_some());
        let mut repeats: Vec<(LoadedFact, String)> = Vec::new();
        if is_whole || !self.form.stores_states {
            for fact in &facts {
                let Some((other, row)) = earlier(fact) else {
                    continue;
                };
                // A row equal to one above it in its own table is said already.
                let own = self.seen.get(&(fact.report, fact.digest));
                if own.is_some_and(|first| *first != fact.row) {
                    continue;
                }
                if repeats.last().is_none_or(|(last, _)| last.row != fact.row) {
                    let first = match other.as_deref().filter(|_| *other != sheet) {
                        Some(other) => format!("{other}!{row}"),
                        None => row.to_string(),
                    };
                    repeats.push((*fact, first));
                }
            }
        }
        for (fact, first) in repeats {
            let issue = Issue::new(Code::DuplicateRow).row(fact.row).found(first);
            let issue = self.on_sheet(issue);
            self.outcome.issue(Some(fact.report), issue);
        }
        self.outcome.seen.last = Some((sheet, facts));
    }
}
