//! Reading one sheet: its tables, what stands around them, and what is wrong with it as a whole.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::choices::{holds_only_choices, is_choices};
use super::find::{Band, bands};
use super::flatten::Label;
use super::form::Leaning;
use super::header::Header;
use super::leading::take_records;
use super::matcher::Matcher;
use super::nil::{nil_cells, take_nil_rows};
use super::offset::{add_offset, leave_to_others};
use super::pairs::{is_settled, pairs};
use super::resolve::{Place, on_sheet, resolve};
use super::rows::Body;
use super::share::own_rows;
use super::stacked::is_key_row;
use super::title_key::head_by_title;
use super::unread::{ghost_records, unread_blocks, unread_table};
use super::{
    KeyValue, RowKind, Shape, SheetReading, Table, TableRow, examples, headings, narrative, plans,
    struck,
};
use crate::columns::looks_like_number;
use crate::document::Sheet;
use crate::grid::{CellValue, Grid, Row};
use crate::issue::{Code, Issue};
use crate::vocabulary::{Hints, Term, Vocabulary};

/// Finds the tables of a sheet and says what every row of it is.
///
/// A hidden sheet is not read; if it holds data, that is an issue (READING.md R5). The same input always gives
/// the same reading.
#[must_use]
pub fn read_sheet(sheet: &Sheet, vocabulary: &Vocabulary, hints: &Hints) -> SheetReading {
    let matcher = Matcher::new(vocabulary);
    let name = sheet.name.as_deref().unwrap_or_default();
    if left_out(name, sheet, hints) {
        return unread(sheet);
    }
    let leaning = leaning(&matcher, name, hints);
    let reader = Reader {
        matcher: &matcher,
        grid: &sheet.grid,
        hints,
        has_examples: examples::may_stand_on(&sheet.grid),
        has_plans: OnceCell::new(),
    };
    let mut reading = reader.read(&leaning);
    if sheet.hidden {
        reading = hidden(&matcher, &reading, &sheet.grid);
    }
    let name: Option<Arc<str>> = sheet.name.as_deref().map(Arc::from);
    on_sheet(&mut reading.issues, name.as_ref());
    for table in &mut reading.tables {
        on_sheet(&mut table.issues, name.as_ref());
    }
    reading
}

/// A sheet of which nothing is read: all its rows are notes and blanks.
#[must_use]
pub fn unread(sheet: &Sheet) -> SheetReading {
    SheetReading {
        notes: plain_rows(&sheet.grid, 1, sheet.grid.last_row()),
        ..SheetReading::default()
    }
}

/// Tells whether a source reads another sheet only, or a decision leaves this one out.
fn left_out(name: &str, sheet: &Sheet, hints: &Hints) -> bool {
    let same = |other: &str| other.trim().eq_ignore_ascii_case(name.trim());
    let other = hints.sheet.as_deref().is_some_and(|wanted| !same(wanted));
    let ignored = hints
        .sheets
        .iter()
        .any(|(sheet, form)| same(sheet) && form == "ignore");
    sheet.name.is_some() && (other || ignored)
}

/// The form that hints fix or the sheet's name speaks for.
fn leaning(matcher: &Matcher<'_>, name: &str, hints: &Hints) -> Leaning {
    let same = |other: &str| other.trim().eq_ignore_ascii_case(name.trim());
    let decided = hints
        .sheets
        .iter()
        .find(|(sheet, _)| same(sheet))
        .map(|(_, form)| form);
    let fixed = decided.or(hints.form.as_ref()).and_then(|code| {
        let forms = &matcher.vocabulary.forms;
        forms.iter().position(|form| *form.code == **code)
    });
    let form = |term: &Term| match term {
        Term::Form(form) => Some(*form),
        _ => None,
    };
    let words = std::iter::once(name).chain(name.split_whitespace());
    let named = words
        .flat_map(|word| {
            matcher
                .terms(word)
                .iter()
                .filter_map(form)
                .collect::<Vec<_>>()
        })
        .collect();
    Leaning {
        fixed,
        named,
        ..Leaning::default()
    }
}

/// Of a hidden sheet only whether it holds data: records, numbers, or anything beside lists of choices.
fn hidden(matcher: &Matcher<'_>, reading: &SheetReading, grid: &Grid) -> SheetReading {
    let records = reading
        .tables
        .iter()
        .filter(|table| table.form.is_some())
        .flat_map(|table| &table.rows)
        .any(|row| row.kind == RowKind::Data);
    let holds_data = records || grid.rows().any(|row| !holds_only_choices(matcher, row));
    let mut issues = Vec::new();
    if holds_data {
        issues.push(Issue::new(Code::SheetHiddenWithData));
    }
    SheetReading {
        issues,
        ..SheetReading::default()
    }
}

/// Rows outside tables, as notes and blanks.
fn plain_rows(grid: &Grid, first: u32, last: u32) -> Vec<TableRow> {
    (first..=last)
        .map(|number| TableRow {
            number,
            kind: if grid.row(number).is_blank() {
                RowKind::Blank
            } else {
                RowKind::Note
            },
        })
        .collect()
}

/// The rows of tables that were set aside and said: they are no blocks that nobody read.
fn set_aside_rows(tables: &[Table]) -> Vec<u32> {
    let issues = tables.iter().flat_map(|table| &table.issues);
    let said = issues.filter(|issue| issue.code == Code::RowConstraint);
    let mut rows: Vec<u32> = said.filter_map(|issue| issue.row).collect();
    rows.sort_unstable();
    rows
}

struct Reader<'a> {
    matcher: &'a Matcher<'a>,
    grid: &'a Grid,
    hints: &'a Hints,
    /// Whether a row may be an example.
    has_examples: bool,
    /// Whether a row may hold plans, or a part of another one; asked for at the first table of keys and numbers.
    has_plans: OnceCell<bool>,
}

impl Reader<'_> {
    fn read(&self, leaning: &Leaning) -> SheetReading {
        let mut reading = SheetReading::default();
        let mut bands = bands(self.matcher, self.grid, self.hints, leaning);
        if self.hints.header_row.is_none() {
            bands.retain(|band| !is_choices(self.matcher, self.grid, band));
            add_offset(self.matcher, self.grid, leaning, &mut bands);
        }
        if bands.is_empty() {
            self.read_without_header(&leaning.named, &mut reading);
        } else {
            self.read_bands(&bands, &mut reading);
        }
        self.read_notes(&mut reading);
        reading
    }

    fn read_without_header(&self, named: &[usize], reading: &mut SheetReading) {
        let table = headings::read(self.matcher, self.grid, (1, self.grid.last_row()), named)
            .or_else(|| unread_table(self.matcher, self.grid));
        let Some(mut table) = table else {
            reading.notes = plain_rows(self.grid, 1, self.grid.last_row());
            return;
        };
        let around = |row: &&TableRow| !matches!(row.kind, RowKind::Note | RowKind::Blank);
        let first = table.rows.iter().find(around).map_or(1, |row| row.number);
        table.titles = self.titles(1, first);
        reading.tables.push(table);
    }

    fn read_bands(&self, bands: &[Band], reading: &mut SheetReading) {
        let mut start = 1;
        if let Some(first) = bands.first()
            && let Some((end, told)) = narrative::above(self.matcher, self.grid, first.first())
        {
            self.push_narrative(told, 1, reading);
            start = end + 1;
        }
        for (at, band) in bands.iter().enumerate() {
            let follows = at + 1 < bands.len();
            let mut end = bands
                .get(at + 1)
                .map_or(self.grid.last_row(), |next| next.first() - 1);
            let told = (!follows)
                .then(|| narrative::below(self.matcher, self.grid, band, end))
                .flatten();
            if let Some((first, _)) = &told {
                end = first - 1;
            }
            let mut next_start = end + 1;
            for header in &band.headers {
                let number = u32::try_from(reading.tables.len() + 1).unwrap_or(u32::MAX);
                let (mut table, nil) = self.table(band, header, (start, end), follows);
                table.number = number;
                next_start = table.rows.last().map_or(next_start, |row| row.number + 1);
                reading.tables.push(table);
                reading.nil.extend(nil);
            }
            if let Some((first, told)) = told {
                self.push_narrative(told, first, reading);
            }
            start = next_start;
        }
    }

    /// Adds a narrative that stands beside other tables.
    fn push_narrative(&self, mut table: Table, first: u32, reading: &mut SheetReading) {
        let around = |row: &&TableRow| !matches!(row.kind, RowKind::Note | RowKind::Blank);
        let begins = table.rows.iter().find(around);
        let begins = begins.map_or(first, |row| row.number);
        table.titles = self.titles(first, begins);
        table.number = u32::try_from(reading.tables.len() + 1).unwrap_or(u32::MAX);
        reading.tables.push(table);
    }

    /// Reads one table; `share` are the rows from the end of the table above to the next header.
    fn table(
        &self,
        band: &Band,
        header: &Header,
        share: (u32, u32),
        follows: bool,
    ) -> (Table, Vec<(u32, u32, String)>) {
        let labels = self.with_unlabelled(header, share.1);
        let place = Place {
            grid: self.grid,
            header: (header.first, header.last),
            last: share.1,
            form: header.form,
        };
        let mut resolved = resolve(self.matcher, self.hints, &place, &labels);
        let body = Body {
            matcher: self.matcher,
            grid: self.grid,
            form: &self.matcher.vocabulary.forms[header.form],
            columns: &resolved.columns,
            labels: &labels,
            beside: band.headers.len() > 1,
        };
        let mut kinds = body.kinds(header.last + 1, share.1, &band.repeated);
        if follows {
            self.note_keys_of_next(header.last, &mut kinds);
            kinds.truncate(own_rows(&kinds));
        }
        let (mut rows, top) = self.rows_above(&body, (band.first(), header.first), share.0);
        head_by_title(self.matcher, self.grid, body.form, &resolved, &mut rows);
        let row = |(number, kind): (u32, RowKind)| TableRow { number, kind };
        let of_header = (header.first..=header.last).map(|at| (at, RowKind::Header));
        rows.extend(of_header.chain((header.last + 1..).zip(kinds)).map(row));
        let nil = take_nil_rows(&body, &mut rows);
        let titles = self.titles(share.0, top);
        // Above the only table of a sheet such a title says little: who fills in the example does not rename it.
        let title = titles.last().filter(|_| share.0 > 1 || follows);
        let title = title.map(|(_, _, text)| text.as_str());
        resolved
            .issues
            .extend(self.set_aside(&body, title, &mut rows));
        let table = Table {
            number: 0,
            form: Some(header.form),
            shape: Shape::Records,
            header: Some((header.first, header.last)),
            titles,
            columns: resolved.columns,
            rows,
            ambiguous: resolved.ambiguous,
            answered: Vec::new(),
            issues: resolved.issues,
        };
        (table, nil)
    }

    /// Turns the rows of a table that are no records of the report into notes: struck through, examples, plans. `title` is the
    /// text above the header.
    fn set_aside(&self, body: &Body<'_>, title: Option<&str>, rows: &mut [TableRow]) -> Vec<Issue> {
        let mut issues = struck::set_aside(body, rows);
        issues.extend(ghost_records(body, rows));
        let own = rows.iter().position(|row| row.kind == RowKind::Header);
        let own = &mut rows[own.unwrap_or_default()..];
        if self.has_examples {
            issues.extend(examples::set_aside(body, title, own));
        }
        let may_have_plans = || {
            *self
                .has_plans
                .get_or_init(|| plans::may_stand_on(self.grid))
        };
        if plans::concern(body.form) && may_have_plans() {
            issues.extend(plans::set_aside(body, title, own));
        }
        issues
    }

    /// The rows above a header, from `first` on, and the one at which its own titles end; a band of headers begins at the
    /// first of `header`.
    fn rows_above(&self, body: &Body<'_>, header: (u32, u32), first: u32) -> (Vec<TableRow>, u32) {
        let (band, header) = header;
        let mut rows = plain_rows(self.grid, first, header - 1);
        if header > band {
            // What stands above, but beside another table, is none of its titles.
            leave_to_others(body, (band, header), &mut rows);
            return (rows, band);
        }
        let top = take_records(body, header, &mut rows);
        (rows, top)
    }

    /// Labels with values directly above the next header belong to it: `Kunta: | Porvoo`.
    fn note_keys_of_next(&self, header: u32, kinds: &mut [RowKind]) {
        for (number, kind) in (header + 1..)
            .zip(kinds.iter_mut())
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
        {
            match kind {
                RowKind::Blank | RowKind::Note => {}
                RowKind::Data | RowKind::Section(_)
                    if is_key_row(self.matcher, self.grid, self.grid.row(number)) =>
                {
                    *kind = RowKind::Note;
                }
                _ => break,
            }
        }
    }

    /// The labels with columns that have values but no label, beside or between them.
    fn with_unlabelled(&self, header: &Header, last: u32) -> Vec<Label> {
        let mut labels = header.labels.clone();
        let (Some(left), Some(right)) = (
            labels.first().map(|label| label.index),
            labels.last().map(|label| label.index),
        ) else {
            return labels;
        };
        let candidates = (left.saturating_sub(1)..=right + 1)
            .filter(|index| !header.labels.iter().any(|label| label.index == *index))
            .filter(|index| *index < self.grid.width());
        // A value that slipped one column to the right stands beside its keys, not beside another value.
        let is_beside = |row: Row<'_>| {
            looks_like_number(row.get(right + 1))
                && row
                    .filled()
                    .any(|(column, _)| (left..=right).contains(&column))
        };
        for index in candidates {
            let neighbour = if index < left {
                index + 1
            } else {
                index.max(1) - 1
            };
            let within = (left..=right).contains(&index);
            let held = self
                .grid
                .rows_from(header.last + 1)
                .take_while(|row| row.number() <= last)
                .filter(|row| {
                    within || !row.get(neighbour).is_blank() || index > right && is_beside(*row)
                })
                .any(|row| !row.get(index).is_blank());
            let labelled =
                (header.first..=header.last).any(|row| !self.grid.get(row, index).is_blank());
            if held && !labelled {
                labels.push(Label {
                    index,
                    parts: Vec::new(),
                });
            }
        }
        labels.sort_by_key(|label| label.index);
        labels
    }

    /// The texts above a header, nearest last.
    fn titles(&self, first: u32, header: u32) -> Vec<(u32, u32, String)> {
        let mut titles = Vec::new();
        for row in self
            .grid
            .rows_from(first)
            .take_while(|row| row.number() < header)
        {
            let known = pairs(self.matcher, self.grid, row);
            let says = |column: u32| {
                let value = (row.number(), column);
                known
                    .iter()
                    .any(|pair| pair.cell == value && is_settled(pair))
                    || known
                        .iter()
                        .any(|pair| pair.cell != value && pair.cell.1 > column && is_settled(pair))
            };
            for (column, value) in row.filled() {
                if let CellValue::Text(text) = value
                    && !says(column)
                {
                    titles.push((row.number(), column, text.trim().to_owned()));
                }
            }
        }
        titles
    }

    /// Pairs and nil texts in the rows outside tables.
    fn read_notes(&self, reading: &mut SheetReading) {
        let mut numbers: Vec<u32> = reading
            .tables
            .iter()
            .flat_map(|table| &table.rows)
            .chain(&reading.notes)
            .filter(|row| row.kind == RowKind::Note)
            .map(|row| row.number)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        if reading.tables.len() > 1 {
            // A note beside one table may be a record of another.
            let rows = reading.tables.iter().flat_map(|table| &table.rows);
            let held = rows.filter(|row| !matches!(row.kind, RowKind::Note | RowKind::Blank));
            let held: BTreeSet<u32> = held.map(|row| row.number).collect();
            numbers.retain(|number| !held.contains(number));
        }
        if reading.tables.iter().any(|table| table.form.is_some()) {
            let set_aside = set_aside_rows(&reading.tables);
            let others: Vec<u32> = numbers
                .iter()
                .copied()
                .filter(|number| set_aside.binary_search(number).is_err())
                .collect();
            let blocks = unread_blocks(self.matcher, self.grid, &others);
            reading.issues.extend(blocks);
        }
        let mut found: Vec<KeyValue> = Vec::new();
        for number in numbers {
            let row = self.grid.row(number);
            found.extend(pairs(self.matcher, self.grid, row));
            for cell in nil_cells(self.matcher, row) {
                if !reading.nil.contains(&cell) {
                    reading.nil.push(cell);
                }
            }
        }
        reading.pairs = found;
    }
}
