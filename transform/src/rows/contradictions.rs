//! Values that a file tells twice and differently: a plan beside what was done, two versions on two sheets, a sheet of sums.
//! All load, since nobody can tell which holds, and each is said. Reasons of the issues: `duplicate-row` `other_value` and
//! `other_values`.

use std::collections::HashMap;
use std::sync::Arc;

use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::vocabulary::FieldKind;

use super::digest::BuildQuickHasher;
use super::table::TableReader;

/// Report and what a value is of, hashed ([`Record::subject`](super::record::Record::subject)).
type Subject = (u32, u64);

/// A value that was told first.
#[derive(Debug)]
struct Told {
    /// Its hash.
    value: u64,
    /// Table, counted over the file.
    table: u32,
    sheet: Option<Arc<str>>,
    row: u32,
    /// Whether words beside it say more.
    has_words: bool,
}

/// What the tables of a file told so far.
#[derive(Debug, Default)]
pub(crate) struct ToldValues {
    first: HashMap<Subject, Told, BuildQuickHasher>,
    tables: u32,
    /// Report of the last contradiction to an earlier table, which each table says once.
    said: Option<(u32, u32)>,
}

impl ToldValues {
    /// Another table begins.
    pub(super) fn next_table(&mut self) {
        self.tables += 1;
    }
}

impl TableReader<'_, '_> {
    /// Says of the record whether the same was told with another value. Amounts of money in one table add up, and so does
    /// what words tell apart.
    pub(super) fn note_contradiction(&mut self, report: u32) {
        let Some(measure) = self.plan.measure.filter(|_| self.form.stores_states) else {
            return;
        };
        let value = self.record.value(measure);
        let has_words = self.record.has_words();
        let told = &mut self.outcome.told;
        let subject = (report, self.record.subject());
        let Some(first) = told.first.get(&subject) else {
            let told_now = Told {
                value,
                table: told.tables,
                sheet: self.place.sheet_name.clone(),
                row: self.record.row,
                has_words,
            };
            told.first.insert(subject, told_now);
            return;
        };
        if first.value == value {
            return;
        }
        let is_own = first.table == told.tables;
        let adds_up = self.form.fields[measure].kind == FieldKind::Money;
        let said = told.said == Some((report, told.tables));
        let is_expected = match is_own {
            true => adds_up || has_words || first.has_words,
            false => said,
        };
        if is_expected {
            return;
        }
        let place = match first
            .sheet
            .as_deref()
            .filter(|_| first.sheet != self.place.sheet_name)
        {
            Some(sheet) => format!("{sheet}!{}", first.row),
            None => first.row.to_string(),
        };
        let reason = if is_own {
            "other_value"
        } else {
            "other_values"
        };
        if !is_own {
            told.said = Some((report, told.tables));
        }
        let issue = Issue::new(Code::DuplicateRow).reason(reason);
        let issue = self.on_sheet(issue.row(self.record.row).found(place));
        self.outcome.issue(Some(report), issue);
    }
}
