//! Reading the rows of one table: every row meets its fate, and the ledger counts it.

use std::collections::HashMap;
use std::sync::Arc;

use kooste_ingest::grid::Grid;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{RowKind, Table, TableRow};

use super::append::Layout;
use super::outcome::Outcome;
use super::plan::Plan;
use super::reader::Ask;
use super::record::Record;
use super::sections::Sections;
use super::settle::{Home, Settler};
use super::tally::{self, Fate};
use super::totals::Totals;
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
    pub(super) sections: Sections,
    pub(super) totals: Option<Totals>,
    pub(super) unlabelled_total: Option<u32>,
    pub(super) seen: HashMap<(u32, u64), u32>,
    /// Why nothing of the table loads (READING.md R9).
    pub(super) structure: Option<Code>,
}

impl<'g, 'o> TableReader<'g, 'o> {
    pub(crate) fn new(
        place: Place<'g>,
        form: usize,
        evidence: &'g Evidence,
        outcome: &'o mut Outcome,
    ) -> Self {
        let programme_form = &place.context.programme.forms[form];
        let plan = Plan::new(place.context, (form, programme_form), place.grid, place.table, evidence);
        let mut settler = Settler::new(place.context, evidence, form);
        settler.sheet.clone_from(&place.sheet_name);
        let facts = outcome.facts[form].take();
        let mut reader = TableReader {
            facts: facts.unwrap_or_else(|| Facts::new(programme_form, form)),
            layout: Layout::of_form(programme_form),
            form: programme_form,
            plan,
            settler,
            outcome,
            record: Record::default(),
            sections: Sections::default(),
            totals: None,
            unlabelled_total: None,
            seen: HashMap::new(),
            structure: None,
            place,
        };
        reader.prepare();
        reader
    }

    fn prepare(&mut self) {
        self.settler.own_months = self.own_months();
        self.unlabelled_total = self.find_unlabelled_total();
        let has_totals = |row: &TableRow| row.kind == RowKind::TotalCandidate;
        if self.place.table.rows.iter().any(has_totals) || self.unlabelled_total.is_some() {
            self.totals = Some(Totals::new(self.plan.numeric().count()));
        }
    }

    /// Reads all rows and adds facts and ledger to the outcome.
    pub(crate) fn read(mut self) {
        let table = self.place.table;
        let mut ledger = LedgerRow {
            sheet: self.place.sheet,
            table_number: table.number,
            ..LedgerRow::default()
        };
        for row in &table.rows {
            let fate = match Fate::of_kind(&row.kind) {
                Some(fate) => {
                    self.enter(&row.kind);
                    fate
                }
                None => self.read_row(row),
            };
            tally::count(&mut ledger, fate);
        }
        debug_assert!(ledger.balances(), "the ledger of a table does not balance");
        self.outcome.ledger.push(ledger);
        let form = self.facts.form;
        if !self.facts.is_empty() || self.outcome.facts[form].is_some() {
            self.outcome.facts[form] = Some(self.facts);
        }
    }

    fn enter(&mut self, kind: &RowKind) {
        match kind {
            RowKind::Section(terms) => {
                let organisations = &self.place.context.organisations;
                let evidence = self.settler.evidence;
                self.sections.enter(terms, self.form, evidence, organisations);
                self.plan.reset_fill();
                if let Some(totals) = &mut self.totals {
                    totals.enter_heading();
                }
            }
            RowKind::RepeatedHeader => self.plan.reset_fill(),
            _ => {}
        }
    }

    fn read_row(&mut self, row: &TableRow) -> Fate {
        let cells = self.place.grid.row(row.number);
        self.record.clear(row.number, self.form.fields.len());
        let ask = self.ask();
        for reader in &mut self.plan.readers {
            reader.read(cells, self.place.grid, &ask, &mut self.record);
        }
        if self.is_total(row) {
            return self.load_total(row.number);
        }
        self.add_to_totals();
        self.sections.apply(&mut self.record);
        self.read_extra();
        if self.plan.is_wide() { self.load_wide() } else { self.load_single() }
    }

    /// What the cells of a row are understood with.
    pub(super) fn ask(&self) -> Ask {
        Ask {
            month: self.sections.month().or(self.settler.evidence.period),
            dash_is_zero: self.place.dash_is_zero,
        }
    }

    /// Cells of unmatched columns stay with the row (READING.md R9).
    fn read_extra(&mut self) {
        let cells = self.place.grid.row(self.record.row);
        for (column, key) in &self.plan.unmatched {
            let value = cells.get(*column);
            if !value.is_blank() {
                self.record.extra.entry(key, &self.place.context.cleaned(&value.text()));
            }
        }
    }

    /// The home of rows that say nothing themselves; none where nothing tells organisation or month.
    pub(super) fn default_home(&mut self) -> Option<Home> {
        let evidence = self.settler.evidence;
        let organisation = self.sections.organisation().or(evidence.organisation)?;
        let month = self.sections.month().or(evidence.period)?;
        Some(self.settler.home(self.outcome, organisation, month))
    }

    fn own_months(&self) -> Vec<Month> {
        let headings = self.place.table.rows.iter().filter_map(|row| match &row.kind {
            RowKind::Section(terms) => Some(terms.as_slice()),
            _ => None,
        });
        let mut months = super::sections::months(headings, self.settler.evidence);
        months.extend(self.plan.months_across());
        months.extend(self.plan.months_in_column(&self.place));
        months.sort_unstable();
        months.dedup();
        months
    }

    /// An issue of this table's sheet.
    pub(super) fn on_sheet(&self, issue: Issue) -> Issue {
        issue.sheet(self.place.sheet_name.clone())
    }
}
