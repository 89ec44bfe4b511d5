//! Rows that hold sums (READING.md R12): not loaded, but compared with the rows above.

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{RowKind, TableRow};
use kooste_ingest::vocabulary::FieldKind;

use super::record::Slot;
use super::table::TableReader;
use super::tally::Fate;
use super::totals::{self, Mismatch};
use crate::values::{fold, words};

/// A total row that may stand above its parts: what follows it is added up until it agrees.
pub(super) struct WaitingTotal {
    row: u32,
    found: Vec<Option<i128>>,
    /// Sums of the rows below it.
    sums: Vec<i128>,
    is_met: bool,
    /// What disagrees with the rows above; none if there are none.
    mismatches: Option<Vec<Mismatch>>,
}

impl WaitingTotal {
    fn new(row: u32, found: Vec<Option<i128>>, mismatches: Option<Vec<Mismatch>>) -> Self {
        WaitingTotal {
            row,
            sums: vec![0; found.len()],
            found,
            is_met: false,
            mismatches,
        }
    }

    /// Adds the numbers of an ordinary row.
    fn add(&mut self, numbers: &[Option<i128>]) {
        if self.is_met {
            return;
        }
        for (sum, number) in self.sums.iter_mut().zip(numbers) {
            *sum = sum.saturating_add(number.unwrap_or(0));
        }
        let agrees = |(found, sum): (&Option<i128>, &i128)| found.is_none_or(|found| found == *sum);
        self.is_met = self.found.iter().flatten().any(|found| *found != 0)
            && self.found.iter().zip(&self.sums).all(agrees);
    }
}

impl TableReader<'_, '_> {
    /// Tells whether the row just read is a total.
    pub(super) fn is_total(&self, row: &TableRow) -> bool {
        match row.kind {
            RowKind::TotalCandidate => {
                !self.is_record_with_such_a_word(row.number)
                    && !self.is_name_with_such_a_word(row.number)
            }
            _ if self.unlabelled_total == Some(row.number) => {
                let found = self.numbers(row.number);
                self.totals
                    .as_ref()
                    .is_some_and(|totals| totals.is_sum_of_all(&found))
            }
            _ => false,
        }
    }

    /// A record whose title happens to be such a word: the word stands in a column of free text and all else that
    /// is required is there.
    fn is_record_with_such_a_word(&self, row: u32) -> bool {
        let cells = self.place.grid.row(row);
        let is_text = |value: &CellValue<'_>| matches!(value, CellValue::Text(_));
        let Some((label, _)) = cells.filled().find(|(_, value)| is_text(value)) else {
            return false;
        };
        let labels_text = self.plan.readers.iter().any(|reader| {
            reader.column == label && self.form.fields[reader.field].kind == FieldKind::Text
        });
        let others = || {
            self.plan.required.iter().filter(|field| {
                self.plan
                    .column_of(**field)
                    .is_some_and(|column| column != label)
            })
        };
        labels_text
            && others().count() > 0
            && others().all(|field| {
                // What fills down is said of the rows above.
                let column = self.plan.column_of(*field);
                let is_own = column.is_some_and(|column| !cells.get(column).is_blank());
                is_own && !self.record.slots[*field].is_missing()
            })
    }

    /// A record between others whose name only begins with such a word, and whose numbers are no sums: `Yht. työryhmä`.
    fn is_name_with_such_a_word(&self, row: u32) -> bool {
        let rows = &self.place.table.rows;
        let is_between = || {
            let below = rows.partition_point(|other| other.number <= row);
            rows[below..].iter().any(|row| row.kind == RowKind::Data)
        };
        let begins_so = |text: &str| {
            let folded = fold::words(text);
            let last = folded.rsplit_once(' ').map(|(_, last)| last);
            words::beside_total(&folded).is_some_and(|rest| !rest.is_empty())
                && last.is_some_and(|last| words::beside_total(last).is_none())
        };
        let named = self.plan.readers.iter().any(|reader| {
            let field = &self.form.fields[reader.field];
            let text = self.place.grid.get(row, reader.column);
            let is_name = field.required && field.kind == FieldKind::Text;
            is_name && matches!(text, CellValue::Text(text) if begins_so(text))
        });
        let totals = self.totals.as_ref().filter(|_| named && is_between());
        totals.is_some_and(|totals| totals.disagree(&self.numbers(row)))
    }

    /// Compares a total row with the rows above it; one above all rows waits until they are read.
    pub(super) fn load_total(&mut self, row: u32) -> Fate {
        let found = self.numbers(row);
        self.plan.reset_fill();
        let Some(totals) = &mut self.totals else {
            return Fate::Total;
        };
        let is_first = !totals.has_rows() && self.waiting_totals.is_empty();
        let mismatches = (!is_first).then(|| totals.check(&found));
        match mismatches {
            Some(mismatches) if mismatches.is_empty() => self.report_total(row, &found, mismatches),
            mismatches => self
                .waiting_totals
                .push(WaitingTotal::new(row, found, mismatches)),
        }
        Fate::Total
    }

    /// Reports the total rows that agree with no rows above them: with those that follow, if these add up to it, else as they are.
    pub(super) fn check_waiting_totals(&mut self) {
        for waiting in std::mem::take(&mut self.waiting_totals) {
            let mismatches = match (waiting.mismatches, &self.totals) {
                _ if waiting.is_met => Vec::new(),
                (Some(mismatches), _) => mismatches,
                (None, Some(totals)) => totals.check_all(&waiting.found),
                (None, None) => continue,
            };
            self.report_total(waiting.row, &waiting.found, mismatches);
        }
    }

    fn report_total(&mut self, row: u32, found: &[Option<i128>], mismatches: Vec<Mismatch>) {
        let home = self.nearby_home().map(|home| home.report);
        if self.structure.is_some() {
            return;
        }
        let mismatches: Vec<Mismatch> = mismatches
            .into_iter()
            .filter(|mismatch| !self.is_stock_over_months(mismatch.column))
            .collect();
        if mismatches.is_empty() {
            let label = self.label(row);
            let issue = self.on_sheet(Issue::new(Code::TotalRow).row(row).found(label));
            self.outcome.issue(home, issue);
        }
        for mismatch in mismatches {
            let Some(reader) = self.plan.numeric().nth(mismatch.column) else {
                continue;
            };
            let decimals = reader.decimals();
            let units = found[mismatch.column].unwrap_or(0);
            let issue = Issue::new(Code::TotalRowMismatch)
                .cell(row, reader.column)
                .field(&self.form.fields[reader.field].code)
                .found(totals::print(units, decimals))
                .expected(totals::print(mismatch.expected, decimals));
            let issue = self.on_sheet(issue);
            self.outcome.issue(home, issue);
        }
    }

    /// Adds the numbers of an ordinary row to the running sums.
    pub(super) fn add_to_totals(&mut self) {
        if self.totals.is_none() {
            return;
        }
        let numbers = self.numbers(self.record.row);
        let cells = self.place.grid.row(self.record.row);
        let ask = self.ask();
        let readers = self.plan.numeric();
        let unreadable = readers.map(|reader| reader.is_unreadable(cells, &ask));
        for waiting in &mut self.waiting_totals {
            waiting.add(&numbers);
        }
        if let Some(totals) = &mut self.totals {
            for (column, (units, is_unreadable)) in numbers.into_iter().zip(unreadable).enumerate()
            {
                totals.add(column, units.unwrap_or(0));
                if is_unreadable {
                    totals.doubt(column);
                }
            }
            totals.row_done();
        }
    }

    /// The numbers of a row in all numeric columns, in units of their last decimal.
    fn numbers(&self, row: u32) -> Vec<Option<i128>> {
        let cells = self.place.grid.row(row);
        let ask = self.ask();
        self.plan
            .numeric()
            .map(|reader| reader.units(cells, &ask))
            .collect()
    }

    /// The last row of values, if it holds numbers but no text other than one that may call them sums: perhaps a sum
    /// without a label.
    pub(super) fn find_unlabelled_total(&self) -> Option<u32> {
        let rows = &self.place.table.rows;
        let last = rows.iter().rev().find(|row| row.kind == RowKind::Data)?;
        let cells = self.place.grid.row(last.number);
        let is_numeric = |column: u32| self.plan.numeric().any(|reader| reader.column == column);
        let mut texts = cells.filled().filter(|(column, _)| !is_numeric(*column));
        let may_be_sum = match (texts.next(), texts.next()) {
            (None, _) => cells.filled().next().is_some(),
            (Some((_, CellValue::Text(text))), None) => may_call_sums(text),
            _ => false,
        };
        may_be_sum.then_some(last.number)
    }

    /// Compares the sum at the end of a wide row with the values across. A stock or an average has no sum.
    pub(super) fn check_sum_across(&mut self, report: u32) {
        let is_measure = |field: usize| Some(field) == self.plan.measure;
        let readers = |total: bool| {
            let groups = self.plan.groups.iter();
            groups
                .filter(move |group| group.axes.total == total && group.has_values)
                .flat_map(|group| &group.readers)
                .filter(move |reader| is_measure(reader.field))
        };
        let mut totals = readers(true);
        let (Some(total), None) = (totals.next(), totals.next()) else {
            return;
        };
        let cells = self.place.grid.row(self.record.row);
        let ask = self.ask();
        let Some(found) = total.units(cells, &ask).filter(|_| self.can_be_summed()) else {
            return;
        };
        // Beside a single column a sum is one over other months or places, which the table does not hold.
        if readers(false).nth(1).is_none() {
            return;
        }
        let mut expected: i128 = 0;
        for reader in readers(false).filter(|reader| !cells.get(reader.column).is_blank()) {
            // A value that cannot be read has its own issue; without it nothing can be compared.
            let Some(units) = reader.units(cells, &ask) else {
                return;
            };
            expected = expected.saturating_add(units);
        }
        if found == expected {
            return;
        }
        let decimals = total.decimals();
        let issue = Issue::new(Code::TotalRowMismatch)
            .cell(self.record.row, total.column)
            .field(&self.form.fields[total.field].code)
            .found(totals::print(found, decimals))
            .expected(totals::print(expected, decimals));
        let issue = self.on_sheet(issue);
        self.outcome.issue(Some(report), issue);
    }

    /// Tells whether the values of the record's code add up over months and places.
    fn can_be_summed(&self) -> bool {
        let mut codes = self.record.slots.iter().enumerate();
        codes.all(|(field, slot)| match slot {
            Slot::Code(code) => self.adds_up(field, code),
            _ => true,
        })
    }

    /// Tells whether the values of a code add up: those of a stock or an average do not.
    fn adds_up(&self, field: usize, code: &str) -> bool {
        let FieldKind::Code(list) = &self.form.fields[field].kind else {
            return true;
        };
        let list = self.place.context.programme.list(list);
        let entry = list.and_then(|list| list.entries.iter().find(|entry| *entry.code == *code));
        let time = entry.and_then(|entry| entry.attributes.get("time"));
        time.is_none_or(|time| time == "flow")
    }

    /// Tells whether a numeric column holds a stock of several months below each other: the total row may say the last of them.
    fn is_stock_over_months(&self, column: usize) -> bool {
        let has_months = self
            .plan
            .period
            .is_some_and(|field| self.plan.has_column(field))
            || self.settler.own_months.len() > 1;
        let Some(reader) = self.plan.numeric().nth(column).filter(|_| has_months) else {
            return false;
        };
        let mut groups = self.plan.groups.iter();
        let own = groups.find(|group| group.readers.iter().any(|own| own.column == reader.column));
        own.is_some_and(|group| {
            let mut codes = group.axes.codes.iter();
            group.axes.month.is_none() && codes.any(|(field, code)| !self.adds_up(*field, code))
        })
    }

    fn label(&self, row: u32) -> String {
        let cells = self.place.grid.row(row);
        let is_numeric = |column: u32| self.plan.numeric().any(|reader| reader.column == column);
        let columns = &self.place.table.columns;
        let first = columns.first().map_or(0, |column| column.index);
        let mut own = cells.filled().filter(|(column, _)| *column >= first);
        let text = own.find_map(|(column, value)| match value {
            CellValue::Text(text) if !is_numeric(column) => Some(text.trim().to_owned()),
            _ => None,
        });
        text.unwrap_or_default()
    }
}

/// Tells whether a text may call the numbers of its row sums, if they are: `Kaikki`, `Ryhmiä yht. 4`.
fn may_call_sums(text: &str) -> bool {
    const LONGEST: usize = 60;
    const ALL: [&str; 7] = [
        "kaikki",
        "yhteismäärä",
        "kokonaismäärä",
        "totalantal",
        "alla",
        "samtliga",
        "all",
    ];
    let is_sum = |word: &str| ALL.contains(&word) || words::beside_total(word).is_some();
    text.len() <= LONGEST && fold::words(text).split(' ').any(is_sum)
}
