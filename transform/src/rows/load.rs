//! What becomes of a record: a fact, several facts of a wide row, or the quarantine.

use kooste_ingest::issue::{Code, Issue};

use super::append;
use super::derive;
use super::digest::Digest;
use super::outcome::Outcome;
use super::record::{Record, Slot};
use super::settle::{Home, Place};
use super::table::TableReader;
use super::tally::Fate;
use crate::evidence::Month;
use crate::facts::MissingReason;
use crate::submission::{Quarantined, ValueNote};
use crate::values::number::{NumberRule, Unit, count};
use crate::values::{fold, words};

impl TableReader<'_, '_> {
    /// Loads a row that is one record.
    pub(super) fn load_single(&mut self) -> Fate {
        let told = self.told_sum();
        derive::sums(self.form, &mut self.record, told, |field| {
            self.plan.column_of(field)
        });
        let home = self.own_home();
        self.check_required(true);
        if self.record.faults.is_empty() {
            // A row that is not loaded counts in no month.
            let counted = home.filter(|home| home.blocked.is_none());
            self.check_start(counted.map(|home| self.outcome.key(home.report).period));
        }
        self.finish_single(home)
    }

    /// What the row says in a column that is labelled as a sum and is no field's.
    fn told_sum(&self) -> Option<i32> {
        let is_sum = |label: &str| {
            words::beside_total(&fold::words(label)).is_some_and(|rest| rest.is_empty())
        };
        let mut columns = self
            .plan
            .unmatched
            .iter()
            .filter(|(_, label)| is_sum(label));
        let (column, _) = columns.next()?;
        let value = self.place.grid.get(self.record.row, *column);
        count(value, &NumberRule::count(Unit::Persons)).value
    }

    fn finish_single(&mut self, home: Option<Home>) -> Fate {
        if !self.record.faults.is_empty() && self.is_prefilled() {
            return Fate::Blank;
        }
        let report = home.map(|home| home.report);
        let blocked = home.and_then(|home| home.blocked);
        let loads = self.record.faults.is_empty() && blocked.is_none();
        self.flush(report, loads);
        match home {
            Some(home) if loads => {
                self.add_own_municipality(home.report);
                let digest = self.record.digest();
                self.note_duplicate(home.report, digest);
                self.append(home.report, digest);
                self.outcome.reports[home.report as usize].rows_loaded += 1;
                Fate::Loaded
            }
            _ => self.quarantine(report, blocked),
        }
    }

    /// Loads a row that carries several values across; it counts once.
    pub(super) fn load_wide(&mut self) -> Fate {
        self.check_home();
        self.check_required(false);
        if !self.record.faults.is_empty() {
            if self.is_prefilled() {
                return Fate::Blank;
            }
            let home = self.nearby_home();
            let report = home.map(|home| home.report);
            self.flush(report, false);
            return self.quarantine(report, home.and_then(|home| home.blocked));
        }
        let mut loaded: Vec<u32> = Vec::new();
        let mut values = Digest::default();
        let mut kept_out: Option<(Option<u32>, Code)> = None;
        for at in 0..self.plan.groups.len() {
            let fate = self.load_group(at);
            if let GroupFate::Loaded(_) = fate {
                values.number(self.record.digest());
            }
            match fate {
                GroupFate::Loaded(report) if !loaded.contains(&report) => loaded.push(report),
                GroupFate::KeptOut(report, code) => {
                    kept_out = kept_out.or(Some((report, code)));
                }
                GroupFate::Loaded(_) | GroupFate::Nothing => {}
            }
        }
        for report in &loaded {
            self.outcome.reports[*report as usize].rows_loaded += 1;
        }
        if let Some(report) = loaded.first() {
            self.note_duplicate(*report, values.finish());
            self.check_sum_across(*report);
        }
        match (loaded.is_empty(), kept_out) {
            (false, _) => Fate::Loaded,
            (true, Some((report, code))) => self.quarantine(report, Some(code)),
            (true, None) => Fate::Blank,
        }
    }

    /// Loads the values of one group of columns.
    fn load_group(&mut self, at: usize) -> GroupFate {
        let group = &self.plan.groups[at];
        let axes = &group.axes;
        let has_home =
            axes.month.is_some() || axes.month_without_year || axes.organisation.is_some();
        if group.axes.total || (has_home && !group.has_values) {
            return GroupFate::Nothing;
        }
        if group.axes.organisation_unknown {
            return self.keep_out_header(at, Code::OrganisationUnknown);
        }
        if group.axes.month_without_year {
            return self.keep_out_header(at, Code::PeriodNotFound);
        }
        let month = group.axes.month;
        self.read_group(at);
        let Some(measure) = self.plan.measure else {
            return GroupFate::Nothing;
        };
        let is_blank = self.record.slots[measure] == Slot::BLANK;
        if is_blank && !self.form.stores_states && self.record.issues.is_empty() {
            return GroupFate::Nothing;
        }
        let month = month.or(self.own_month());
        let home = self.home_across(self.plan.groups[at].axes.organisation, month);
        let report = home.map(|home| home.report);
        let lacks_value = !self.form.stores_states && self.record.slots[measure].is_missing();
        let blocked = home.and_then(|home| home.blocked);
        self.flush(report, blocked.is_none() && !lacks_value);
        let Some(home) = home else {
            let code = self.missing_evidence(month).unwrap_or(Code::PeriodNotFound);
            return GroupFate::KeptOut(None, code);
        };
        if let Some(code) = home.blocked {
            return GroupFate::KeptOut(report, code);
        }
        if lacks_value {
            return GroupFate::KeptOut(report, Code::RequiredValue);
        }
        self.add_own_municipality(home.report);
        self.append(home.report, self.record.digest());
        GroupFate::Loaded(home.report)
    }

    /// Reads the cells of a group into the record, over those of the group before.
    fn read_group(&mut self, at: usize) {
        let cells = self.place.grid.row(self.record.row);
        let ask = self.ask();
        let group = &mut self.plan.groups[at];
        if let Some(code) = group.axes.municipality {
            super::sections::set_municipality(self.form, &mut self.record, code);
        }
        for (field, code) in &group.axes.codes {
            self.record.slots[*field] = Slot::Code(code);
        }
        let of_row = self.record.remarks.len();
        for reader in &mut group.readers {
            self.record.slots[reader.field] = Slot::BLANK;
            reader.read(cells, self.place.grid, &ask, &mut self.record);
        }
        for remark in &mut self.record.remarks[of_row..] {
            remark.axes = group.axes.told();
        }
    }

    /// The home of the record by what it says itself.
    fn own_home(&mut self) -> Option<Home> {
        self.check_home();
        let month = self.own_month();
        let home = self.home_of(month);
        if home.is_none()
            && let Some(code) = self.missing_evidence(month)
        {
            self.record.fault(code);
        }
        home
    }

    /// The month that the record itself tells.
    pub(super) fn own_month(&self) -> Option<Month> {
        let field = self.plan.period?;
        match self.record.slots[field] {
            Slot::Month(month) => Some(month),
            _ => None,
        }
    }

    /// A cell for organisation or month that cannot be read leaves the row without a home: what stands around the
    /// table must not take its place.
    fn check_home(&mut self) {
        for field in [self.plan.organisation, self.plan.period]
            .into_iter()
            .flatten()
        {
            if self.record.slots[field] == Slot::Missing(MissingReason::Error) {
                self.lacks(field, MissingReason::Error);
            }
        }
    }

    /// Values below a header that names an organisation that does not report to the region, or a month of which nothing tells
    /// the year.
    fn keep_out_header(&mut self, at: usize, code: Code) -> GroupFate {
        let group = &self.plan.groups[at];
        if group.has_values
            && let Some(reader) = group.readers.first()
        {
            let header = self.place.table.header.map_or(1, |(_, last)| last);
            let label = self.place.table.columns.iter();
            let label = label.filter(|column| column.index == reader.column);
            let found = label.map(|column| column.label.clone()).next();
            let issue = Issue::new(code)
                .cell(header, reader.column)
                .found(found.unwrap_or_default());
            let issue = self.on_sheet(issue);
            self.outcome.issue_once(None, issue);
            return GroupFate::KeptOut(None, code);
        }
        GroupFate::Nothing
    }

    fn home_of(&mut self, month: Option<Month>) -> Option<Home> {
        self.home_across(None, month)
    }

    /// The home of values that the header gives to `across`.
    fn home_across(&mut self, across: Option<usize>, month: Option<Month>) -> Option<Home> {
        let evidence = self.settler.evidence;
        let own = self
            .plan
            .organisation
            .and_then(|field| match self.record.slots[field] {
                Slot::Organisation(organisation) => Some(organisation),
                _ => None,
            });
        let cell = across.or(own);
        let named = cell.or(self.sections.organisation());
        let place = Place {
            organisation: named.or(evidence.organisation)?,
            is_named: named.is_some(),
            is_restated: cell.is_none() && named.is_some(),
            month: month.or(self.sections.month()).or(evidence.period)?,
        };
        Some(self.settler.home(self.outcome, place))
    }

    /// What is not told of a record without a home; the table has the issue.
    fn missing_evidence(&mut self, month: Option<Month>) -> Option<Code> {
        let evidence = self.settler.evidence;
        let is_told = month
            .or(self.sections.month())
            .or(evidence.period)
            .is_some();
        let fault = if evidence.organisation.is_none() && self.sections.organisation().is_none() {
            let not_found = || Issue::new(Code::OrganisationNotFound);
            evidence.organisation_unknown().unwrap_or_else(not_found)
        } else if is_told {
            return None;
        } else {
            evidence.period_not_found()
        };
        let code = fault.code;
        self.outcome
            .issue_once(None, fault.sheet(self.place.sheet_name.clone()));
        Some(code)
    }

    /// Stores the record, whose values have this hash, as a fact.
    fn append(&mut self, report: u32, digest: u64) {
        let home = append::Home {
            report,
            sheet: self.place.sheet,
        };
        let mut state = None;
        if let Some(measure) = self.plan.measure {
            match &self.record.slots[measure] {
                Slot::Missing(reason) => state = Some(*reason),
                _ => self.outcome.has_value(report),
            }
            if state.is_some_and(|state| state != MissingReason::NotReported) {
                self.outcome.has_value(report);
            }
        }
        self.outcome.digest(report, digest);
        if state.is_none() {
            self.remember(report, digest);
            self.note_contradiction(report);
        }
        self.layout
            .append(&mut self.facts, &mut self.record, home, state);
    }

    /// Hands over what was noticed of the record; notes on values only if it `loads`.
    pub(super) fn flush(&mut self, report: Option<u32>, loads: bool) {
        let record = &mut self.record;
        for issue in record.issues.drain(..) {
            let issue = issue.sheet(self.place.sheet_name.clone());
            // One decision settles a name in every row in which it stands.
            match issue.code {
                Code::OrganisationUnknown => drop(self.outcome.issue_once(report, issue)),
                _ => self.outcome.issue(report, issue),
            }
        }
        let Some(report) = report.filter(|_| loads) else {
            record.remarks.clear();
            return;
        };
        for remark in record.remarks.drain(..) {
            self.outcome.notes.push(ValueNote {
                report,
                sheet: self.place.sheet,
                row: record.row,
                field: self.form.fields[remark.field].code.clone(),
                raw: remark.raw,
                quality: remark.quality,
                low: remark.low,
                high: remark.high,
                missing_reason: remark.missing_reason,
                axes: remark.axes,
            });
        }
    }

    /// Sets the row aside, with its cells and the reasons.
    pub(super) fn quarantine(&mut self, report: Option<u32>, blocked: Option<Code>) -> Fate {
        let mut codes = std::mem::take(&mut self.record.faults);
        if let Some(report) = report {
            self.outcome.row_set_aside(report, !codes.is_empty());
        }
        if let Some(code) = blocked
            && !codes.contains(&code)
        {
            codes.push(code);
        }
        codes.sort_by_key(|code| code.name());
        self.keep_aside(self.record.row, codes);
        Fate::Quarantined
    }

    /// Sets aside another row of the record that was set aside last.
    pub(super) fn set_aside_with_last(&mut self, row: u32) {
        if let Some(last) = self.outcome.quarantine.last() {
            self.keep_aside(row, last.codes.clone());
        }
    }

    fn keep_aside(&mut self, row: u32, codes: Vec<Code>) {
        let raw = super::json::row(self.place.grid.row(row), &self.plan.keys);
        self.outcome.quarantine.push(Quarantined {
            sheet: self.place.sheet,
            row,
            raw,
            codes,
        });
    }

    /// Rows equal in every field both load (READING.md R15).
    fn note_duplicate(&mut self, report: u32, digest: u64) {
        let row = self.record.row;
        let first = *self.seen.entry((report, digest)).or_insert(row);
        if first != row {
            let issue = Issue::new(Code::DuplicateRow)
                .row(row)
                .found(first.to_string());
            let issue = self.on_sheet(issue);
            self.outcome.issue(Some(report), issue);
        }
    }
}

/// What became of one group of columns in one row.
enum GroupFate {
    /// A fact of this report.
    Loaded(u32),
    /// Not loaded, for this reason.
    KeptOut(Option<u32>, Code),
    /// There is nothing to load.
    Nothing,
}

impl Outcome {
    /// Counts a row set aside; `faulty` if the row itself is at fault.
    fn row_set_aside(&mut self, report: u32, faulty: bool) {
        self.reports[report as usize].rows_quarantined += 1;
        if faulty {
            self.count_faulty(report);
        }
    }
}

impl Record<'_> {
    /// Tells whether all faults of the row are required values that are blank.
    pub(super) fn lacks_only_values(&self) -> bool {
        self.faults.iter().all(|code| *code == Code::RequiredValue)
    }
}
