//! Reading the rows of one table: every row meets its fate, and the ledger counts it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use bumpalo::Bump;
use kooste_ingest::grid::Grid;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{RowKind, Table, TableRow};

use super::append::Layout;
use super::digest::BuildQuickHasher;
use super::outcome::Outcome;
use super::plan::Plan;
use super::reader::{Ask, Making};
use super::record::Record;
use super::repeats::LoadedFact;
use super::sections::Sections;
use super::settle::{self, Home, Settler};
use super::tally::{self, Fate};
use super::ticks;
use super::total_row::WaitingTotal;
use super::totals::Totals;
use super::width::Width;
use crate::evidence::{Evidence, Month};
use crate::facts::Facts;
use crate::programme::Form;
use crate::submission::{Context, LedgerRow};

/// Where a table stands.
#[derive(Clone)]
pub(crate) struct Place<'g> {
    pub context: &'g Context,
    pub grid: &'g Grid,
    pub table: &'g Table,
    /// Index of the sheet.
    pub sheet: u16,
    /// Name of the sheet.
    pub sheet_name: Option<Arc<str>>,
    /// Whether a dash means zero.
    pub dash_is_zero: bool,
    /// Whether the source says that its figures are running totals.
    pub is_cumulative: bool,
    /// Whether the rows are added to a report, so that numbers may be negative.
    pub signed: bool,
    /// Where texts of values lie ([`Record::texts`]).
    pub texts: &'g Bump,
}

impl<'g> Place<'g> {
    /// What readers of the table's columns are made from.
    pub(super) fn making(&self, form: &'g Form, evidence: &'g Evidence) -> Making<'g> {
        Making {
            context: self.context,
            form,
            grid: self.grid,
            table: self.table,
            evidence,
            year: None,
            texts: self.texts,
        }
    }
}

/// Reads the rows of one table of a known form.
pub(crate) struct TableReader<'g, 'o> {
    pub(super) place: Place<'g>,
    pub(super) form: &'g Form,
    pub(super) plan: Plan<'g>,
    pub(super) layout: Layout,
    pub(super) settler: Settler<'g>,
    pub(super) outcome: &'o mut Outcome,
    pub(super) facts: Facts,
    pub(super) record: Record<'g>,
    pub(super) sections: Sections<'g>,
    pub(super) totals: Option<Totals>,
    pub(super) unlabelled_total: Option<u32>,
    /// Total rows that may stand above their parts.
    pub(super) waiting_totals: Vec<WaitingTotal>,
    pub(super) seen: HashMap<(u32, u64), u32, BuildQuickHasher>,
    /// Facts with a value that were loaded.
    pub(super) loaded: Vec<LoadedFact>,
    /// Months of rows without any value, in a list of months that is filled in up to now.
    silent_months: Vec<Month>,
    /// Why nothing of the table loads (READING.md R9).
    pub(super) structure: Option<Code>,
    /// Fields that a record of a text file has at most.
    pub(super) width: Width,
    pub(super) ledger: LedgerRow,
    /// What was noticed about header and columns.
    issues: Vec<Issue>,
    /// Where these stand among the issues of the file.
    table_issues: Range<usize>,
}

impl<'g, 'o> TableReader<'g, 'o> {
    pub(crate) fn new(
        place: Place<'g>,
        form: usize,
        evidence: &'g Evidence,
        outcome: &'o mut Outcome,
    ) -> Self {
        let programme_form = &place.context.programme.forms[form];
        let plan = Plan::new(place.making(programme_form, evidence));
        let mut settler = Settler::new(place.context, evidence, form);
        settler.sheet.clone_from(&place.sheet_name);
        let issues = table_issues(&place, programme_form);
        let facts = outcome.facts[form].take();
        // Room for what most tables hold; longer ones make it as they go.
        let rows = place.table.rows.len().min(4096);
        let mut reader = TableReader {
            facts: facts.unwrap_or_else(|| Facts::new(&place.context.programme, form, rows)),
            layout: Layout::of_form(programme_form),
            form: programme_form,
            plan,
            settler,
            outcome,
            record: Record::new(place.texts),
            sections: Sections::default(),
            totals: None,
            unlabelled_total: None,
            waiting_totals: Vec::new(),
            seen: HashMap::with_capacity_and_hasher(rows, BuildQuickHasher::default()),
            loaded: Vec::new(),
            silent_months: Vec::new(),
            structure: structure_error(place.table, &issues, programme_form),
            width: Width::of_table(place.grid, place.table),
            issues,
            table_issues: 0..0,
            ledger: LedgerRow {
                sheet: place.sheet,
                table_number: place.table.number,
                ..LedgerRow::default()
            },
            place,
        };
        reader.prepare();
        reader
    }

    fn prepare(&mut self) {
        self.sections = Sections::of_table(&self.place.table.rows, self.making());
        self.settler.heads_first = self.sections.lack_first_month();
        self.settler.own_months = self.own_months();
        self.settler.other_place = self.other_place();
        if self.form.stores_states {
            let (grid, table) = (self.place.grid, self.place.table);
            self.silent_months = self.plan.silent_months(self.form, grid, table);
        }
        self.unlabelled_total = self.find_unlabelled_total();
        let has_totals = |row: &TableRow| row.kind == RowKind::TotalCandidate;
        if self.place.table.rows.iter().any(has_totals) || self.unlabelled_total.is_some() {
            self.totals = Some(Totals::new(self.plan.numeric().count()));
        }
    }

    /// Reads all rows and adds facts and ledger to the outcome.
    pub(crate) fn read(mut self) {
        self.outcome.told.next_table();
        let table = self.place.table;
        for row in &table.rows {
            let fate = match Fate::of_kind(&row.kind) {
                Some(fate) => {
                    self.enter(row);
                    fate
                }
                None => self.read_row(row),
            };
            tally::count(&mut self.ledger, fate);
        }
        self.finish();
    }

    /// Hands facts and ledger over.
    pub(super) fn finish(mut self) {
        self.check_waiting_totals();
        self.note_repeats();
        debug_assert!(
            self.ledger.balances(),
            "the ledger of a table does not balance"
        );
        let layout = self.layout_text();
        for decision in self.plan.decided() {
            self.outcome.decisions_used[decision] += 1;
        }
        self.outcome.ledger.push(self.ledger);
        for report in self.settler.reports() {
            self.outcome.add_layout(report, &layout);
        }
        let report = self.settler.first_report();
        for found in &mut self.outcome.issues[self.table_issues] {
            found.report = report;
        }
        let form = self.facts.form;
        if !self.facts.is_empty() {
            self.outcome.facts[form] = Some(self.facts);
        }
    }

    /// Sheet, header row and labels in their order, as one text (READING.md R38).
    fn layout_text(&self) -> String {
        let sheet = self.place.sheet_name.as_deref().unwrap_or_default();
        let header = self.place.table.header.map_or(0, |(first, _)| first);
        let labels = self.place.table.columns.iter().map(|column| &*column.label);
        format!(
            "{sheet}!{header}: {}",
            labels.collect::<Vec<_>>().join(" | ")
        )
    }

    /// Reports what was noticed about header and columns; an error that keeps the table out may keep out its report.
    pub(crate) fn report_structure(&mut self) {
        self.table_issues.start = self.outcome.issues.len();
        for issue in &self.issues {
            self.outcome.issue(None, issue.clone());
        }
        self.suspect_running_totals();
        self.table_issues.end = self.outcome.issues.len();
        if let Some(code) = self.structure
            && let Some(home) = self.default_home()
        {
            self.outcome.flaw(home.report, code);
        }
    }

    fn read_row(&mut self, row: &TableRow) -> Fate {
        let cells = self.place.grid.row(row.number);
        let ask = self.ask();
        self.record.clear(row.number, self.form.fields.len());
        for reader in &mut self.plan.readers {
            reader.read(cells, self.place.grid, &ask, &mut self.record);
        }
        ticks::read(&self.plan.ticks, cells, self.form, &mut self.record);
        if let Some(code) = self.structure {
            let report = self.nearby_home().map(|home| home.report);
            self.record.faults.clear();
            if let Some(report) = report {
                self.outcome.count_unread(report);
            }
            return self.quarantine(report, Some(code));
        }
        if self.is_shifted(cells) {
            return self.set_shifted_aside(cells);
        }
        if self.is_total(row) {
            return self.load_total(row.number);
        }
        if let Some((column, text)) = self.heading_in_record(row.number) {
            self.enter_unknown(row.number, column, text);
            let mut readers = self.plan.readers.iter();
            if !readers.any(|reader| reader.column == column) {
                self.record.issues.clear();
                return Fate::Heading;
            }
        }
        if let Some(code) = self.sections.blocked() {
            self.record.faults.clear();
            return self.quarantine(None, Some(code));
        }
        self.add_to_totals();
        self.sections.apply(self.form, &mut self.record);
        self.read_extra();
        self.suspect_record();
        if self
            .own_month()
            .is_some_and(|month| self.silent_months.contains(&month))
        {
            self.record.issues.clear();
            return Fate::Blank;
        }
        if self.plan.is_wide() {
            self.load_wide()
        } else {
            self.load_single()
        }
    }

    /// What a heading in a row is understood with.
    pub(super) fn making_at(&self, row: u32) -> Making<'g> {
        Making {
            year: self.plan.years.at(row),
            ..self.making()
        }
    }

    /// What the columns and headings of the table are understood with.
    pub(super) fn making(&self) -> Making<'g> {
        self.place.making(self.form, self.settler.evidence)
    }

    /// What the cells of a row are understood with.
    pub(super) fn ask(&self) -> Ask {
        Ask {
            month: self.sections.month().or(self.settler.evidence.period),
            dash_is_zero: self.place.dash_is_zero,
            signed: self.place.signed,
        }
    }

    /// Cells of unmatched columns stay with the row (READING.md R9).
    fn read_extra(&mut self) {
        if self.plan.unmatched.is_empty() {
            return;
        }
        let cells = self.place.grid.row(self.record.row);
        for (column, key) in &self.plan.unmatched {
            let value = cells.get(*column);
            if !value.is_blank() {
                self.record
                    .extra
                    .entry(key, &super::json::cleaned(&value.text()));
            }
        }
    }

    /// The home of rows that say nothing themselves; none where nothing tells organisation or month.
    pub(super) fn default_home(&mut self) -> Option<Home> {
        let evidence = self.settler.evidence;
        let named = self.sections.organisation();
        let place = settle::Place {
            organisation: named.or(evidence.organisation)?,
            is_named: named.is_some(),
            is_restated: named.is_some(),
            month: self.sections.month().or(evidence.period)?,
        };
        Some(self.settler.home(self.outcome, place))
    }

    /// The text of a heading row that names a municipality like the title above the header.
    fn other_place(&self) -> Option<String> {
        let context = self.place.context;
        let lexicon = &*context.vocabulary.lexicon;
        let evidence = self.settler.evidence;
        let own = evidence.bare_title(lexicon, &context.organisations)?;
        let row = super::sections::other_place(&self.place.table.rows, own)?;
        let heading = self.place.grid.row(row).filled().next();
        heading.map(|(_, value)| value.text().into_owned())
    }

    fn own_months(&mut self) -> Vec<Month> {
        let years = &self.plan.years;
        let headings = self
            .place
            .table
            .rows
            .iter()
            .filter_map(|row| match &row.kind {
                RowKind::Section(terms) => Some((terms.as_slice(), years.at(row.number))),
                _ => None,
            });
        let mut months = super::sections::months(headings, self.settler.evidence);
        if self.settler.heads_first {
            months.extend(self.month_of_title());
            let evidence = self.settler.evidence;
            months.extend(evidence.period.filter(|_| !evidence.period_is_arrival));
        }
        months.extend(self.plan.months_across());
        months.extend(
            self.plan
                .months_in_column(self.place.grid, self.place.table),
        );
        months.sort_unstable();
        months.dedup();
        months
    }

    /// The report that a row belongs to which is none of its own: a sum, a row set aside. Where the table carries its
    /// own months or organisations, it makes no report of what only stands around it.
    pub(super) fn nearby_home(&mut self) -> Option<Home> {
        let carries_own = !self.settler.own_months.is_empty()
            || self
                .plan
                .organisation
                .is_some_and(|field| self.plan.has_column(field));
        if !carries_own {
            return self.default_home();
        }
        let evidence = self.settler.evidence;
        let organisation = self.sections.organisation().or(evidence.organisation);
        let own = self.settler.own_months.first().copied();
        let told = self.sections.month().or(evidence.period);
        let near = organisation
            .zip(told)
            .map(|(organisation, month)| settle::Place {
                organisation,
                is_named: false,
                is_restated: false,
                month,
            });
        let known = near.and_then(|place| self.settler.known(place));
        if let Some(home) = known.or_else(|| self.settler.first_home()) {
            return Some(home);
        }
        let place = settle::Place {
            organisation: organisation?,
            is_named: self.sections.organisation().is_some(),
            is_restated: self.sections.organisation().is_some(),
            month: self.sections.month().or(own).or(evidence.period)?,
        };
        Some(self.settler.home(self.outcome, place))
    }

    /// An issue of this table's sheet.
    pub(super) fn on_sheet(&self, issue: Issue) -> Issue {
        issue.sheet(self.place.sheet_name.clone())
    }
}

/// What was noticed about header and columns. A required field without a column is not missing where heading rows
/// give it (READING.md R13).
fn table_issues(place: &Place<'_>, form: &Form) -> Vec<Issue> {
    let is_given = |issue: &&Issue| {
        let field = issue.field.as_deref().and_then(|code| form.field(code));
        issue.code == Code::MissingLabel
            && field.is_some_and(|field| super::sections::give(&place.table.rows, form, field))
    };
    let issues = place.table.issues.iter().filter(|issue| !is_given(issue));
    issues
        .map(|issue| issue.clone().sheet(place.sheet_name.clone()))
        .collect()
}

/// The error of header or columns for which nothing of a table loads (READING.md R9).
fn structure_error(table: &Table, issues: &[Issue], form: &Form) -> Option<Code> {
    let of_table = |code: Code| {
        matches!(
            code,
            Code::FormNotFound | Code::HeaderNotFound | Code::HeaderError | Code::MissingLabel
        )
    };
    let by_issue = issues
        .iter()
        .map(|issue| issue.code)
        .find(|code| of_table(*code));
    let required = |field: &usize| form.fields[*field].required;
    let by_claims = table
        .ambiguous
        .iter()
        .any(required)
        .then_some(Code::LabelAmbiguous);
    by_issue.or(by_claims)
}
