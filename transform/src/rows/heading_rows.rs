//! Rows of a table that may head the records below them (READING.md R13): headings, titles, texts nobody understands.

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Issue;
use kooste_ingest::table::asides::is_remark;
use kooste_ingest::table::{RowKind, TableRow};
use kooste_ingest::vocabulary::Term;

use super::record::Slot;
use super::sections::{self, Above, Open};
use super::table::TableReader;
use crate::evidence::{Month, mentions};

impl<'g> TableReader<'g, '_> {
    pub(super) fn enter(&mut self, row: &TableRow) {
        match &row.kind {
            RowKind::Section(terms) => {
                match self.unread_heading(row.number).filter(|_| terms.is_empty()) {
                    Some((column, text)) => self.enter_unknown(row.number, column, text),
                    None => self.sections.enter(terms, self.making_at(row.number)),
                }
                self.plan.reset_fill();
                if let Some(totals) = &mut self.totals {
                    totals.enter_heading();
                }
            }
            RowKind::RepeatedHeader => self.plan.reset_fill(),
            RowKind::Note => {
                if let Some((column, text)) = self.possible_heading(row.number)
                    && self.may_head(row.number)
                    && !self.enter_title(text)
                {
                    self.enter_unknown(row.number, column, text);
                }
            }
            _ => {}
        }
    }

    /// Tells whether a text alone on a row may head records: of the titles only the nearest, above records without heading.
    fn may_head(&self, row: u32) -> bool {
        let Some((header, _)) = self.place.table.header.filter(|(first, _)| row < *first) else {
            return true;
        };
        let mut between = row + 1..header;
        self.sections.lack_first() && between.all(|below| self.place.grid.row(below).is_blank())
    }

    /// What a title names as a whole, or its month: `Kustannukset syyskuu 2018`, `Syyskuu 2018 (täydennys)`.
    fn terms_of_title(&self, text: &str) -> Vec<Term> {
        let context = self.place.context;
        let lexicon = &*context.vocabulary.lexicon;
        let terms = lexicon.recognise(text);
        if !terms.is_empty() {
            return terms;
        }
        let told = mentions(text, lexicon, &context.organisations).month;
        let month = told.and_then(|told| {
            let (year, month) = (told.year, told.month?);
            Some(Term::Month { year, month })
        });
        month.into_iter().collect()
    }

    /// The month of a title that heads the rows above the first heading of a month.
    pub(super) fn month_of_title(&self) -> Option<Month> {
        let notes = self.place.table.rows.iter();
        let mut notes = notes.filter(|row| row.kind == RowKind::Note);
        notes.find_map(|row| {
            let (_, text) = self.possible_heading(row.number)?;
            let is_above = self
                .place
                .table
                .header
                .is_some_and(|(first, _)| row.number < first);
            let terms = self.terms_of_title(text);
            let heads = is_above && self.may_head(row.number);
            sections::month(&terms, None, self.settler.evidence).filter(|_| heads)
        })
    }

    /// Enters a title that says what the headings of the table say: it heads the rows above the first of them.
    fn enter_title(&mut self, text: &str) -> bool {
        let terms = self.terms_of_title(text);
        let making = self.making();
        let is_like = self.sections.expect(&terms, making);
        if is_like {
            self.sections.enter(&terms, making);
        }
        is_like
    }

    pub(super) fn enter_unknown(&mut self, row: u32, column: u32, text: &str) {
        self.plan.reset_fill();
        // Below the last record stand signatures and notes.
        let Some(above) = self.stands_above(row) else {
            return;
        };
        let Some(open) = self.sections.enter_unknown(text, above, self.form) else {
            return;
        };
        let mut issue = Issue::new(open.code())
            .reason("heading")
            .cell(row, column)
            .found(super::json::cleaned(text));
        if let Open::Field(field) = open {
            if self.plan.has_column(field) {
                return;
            }
            issue = issue.field(&self.form.fields[field].code);
        }
        let issue = self.on_sheet(issue);
        let home = self.nearby_home().map(|home| home.report);
        self.outcome.issue(home, issue);
    }

    /// What follows a text alone on a row: records or another heading; none at the end of the table.
    fn stands_above(&self, row: u32) -> Option<Above> {
        let rows = &self.place.table.rows;
        let below = rows.partition_point(|other| other.number <= row);
        let mut kinds = rows[below..].iter().map(|row| &row.kind);
        match kinds.find(|kind| !matches!(kind, RowKind::Blank | RowKind::Note))? {
            RowKind::Section(_) => Some(Above::Heading),
            _ => Some(Above::Records),
        }
    }

    /// The text of a heading of records that reading knows for one without knowing what it says.
    fn unread_heading(&self, row: u32) -> Option<(u32, &'g str)> {
        let form = &self.place.context.vocabulary.forms[self.settler.form];
        match self.place.grid.row(row).filled().next() {
            Some((column, CellValue::Text(text))) if form.key_and_value().is_none() => {
                Some((column, text))
            }
            _ => None,
        }
    }

    /// The one text of a row that could head the rows below: no key with a value, and no remark by its shape.
    fn possible_heading(&self, row: u32) -> Option<(u32, &'g str)> {
        let mut filled = self.place.grid.row(row).filled();
        match (filled.next(), filled.next()) {
            (Some((column, CellValue::Text(text))), None) => {
                let value = text.split_once(':').map(|(_, value)| value.trim());
                let is_pair = value.is_some_and(|value| !value.is_empty());
                let is_other = is_pair
                    || text.contains('*')
                    || text.trim_start().starts_with('(')
                    || is_remark(text);
                (!is_other).then_some((column, text))
            }
            _ => None,
        }
    }

    /// The text of a record that may be a heading: it stands alone, names no value of its column, and resembles none.
    pub(super) fn heading_in_record(&self, row: u32) -> Option<(u32, &'g str)> {
        if !self.sections.expect_more() {
            return None;
        }
        let (column, text) = self.possible_heading(row)?;
        if !self.sections.expect_in(column) {
            return None;
        }
        let mut readers = self.plan.readers.iter();
        let Some(reader) = readers.find(|reader| reader.column == column) else {
            return Some((column, text));
        };
        let resembles = self
            .record
            .issues
            .iter()
            .any(|issue| !issue.suggestion.is_empty());
        let is_value = match self.record.slots[reader.field] {
            Slot::Missing(_) => resembles,
            Slot::Text(_) => false,
            _ => true,
        };
        (!is_value).then_some((column, text))
    }
}
