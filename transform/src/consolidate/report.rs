//! One row of `meta.report`.

use chrono::{NaiveDate, NaiveDateTime};
use kooste_ingest::issue::Code;

use super::state::State;
use crate::region::Mode;
use crate::warehouse::batch::{Batch, Cell};
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// Organisation, form (index) and first day of the month.
pub(super) type Key = (String, usize, NaiveDate);

/// Codes that keep a report out because nobody knows whose it is or for which month.
pub(super) const CONTRADICTIONS: [Code; 2] = [Code::OrganisationConflict, Code::PeriodConflict];

/// When a report came, measured by its due day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timeliness {
    /// On the due day at the latest.
    Timely,
    /// Later.
    Late,
    /// No acceptable version came.
    Missing,
}

impl Timeliness {
    fn name(self) -> &'static str {
        match self {
            Timeliness::Timely => "timely",
            Timeliness::Late => "late",
            Timeliness::Missing => "missing",
        }
    }

    fn named(name: &str) -> Self {
        match name {
            "timely" => Timeliness::Timely,
            "late" => Timeliness::Late,
            _ => Timeliness::Missing,
        }
    }
}

/// What came: the part of a report's row that a missing one has not.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Arrival {
    /// Content it came in.
    pub(super) submission_id: String,
    /// Path of the file, masked.
    pub(super) path: String,
    /// Time of last change of the file, UTC.
    pub(super) received_at: NaiveDateTime,
    /// Version said by the name of the file.
    pub(super) stated_version: u32,
    /// Relation to earlier reports.
    pub(super) mode: Mode,
    /// Code that keeps it out.
    pub(super) blocked_by: Option<String>,
    /// Organisation under which the facts of a joint report are stored, if another.
    pub(super) stored_under: Option<String>,
    /// Rows that became facts.
    pub(super) rows_loaded: u32,
    /// Rows set aside.
    pub(super) rows_quarantined: u32,
    /// Hash of all values.
    pub(super) values_hash: u64,
    /// Labels, order, sheet, header row.
    pub(super) layout: String,
}

/// Year-to-date figures of a report (READING.md R33).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Totals {
    /// Key in the store of the figures as they were read.
    pub(super) key: i32,
    /// State by its reading alone.
    pub(super) state: State,
    /// Report whose figures are subtracted; none where they are the month's own.
    pub(super) base: Option<String>,
}

/// One version of a report, or a missing one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Report {
    /// Its id.
    pub(super) id: String,
    /// Whose, which form, which month.
    pub(super) key: Key,
    /// State.
    pub(super) state: State,
    /// What came; none for a missing report.
    pub(super) arrival: Option<Arrival>,
    /// Day on which it was due.
    pub(super) due_on: NaiveDate,
    /// Timely, late, missing.
    pub(super) timeliness: Timeliness,
    /// Whether the month is closed.
    pub(super) closed: bool,
    /// Whether it is owed.
    pub(super) expected: bool,
    /// Version that took its place.
    pub(super) superseded_by: Option<String>,
    /// Key of its facts.
    pub(super) version_key: Option<i32>,
    /// What its facts are the differences of; none unless it is cumulative.
    pub(super) totals: Option<Totals>,
    /// Run since which it is current.
    pub(super) valid_from_run: i32,
    /// Run since which it is not.
    pub(super) valid_to_run: Option<i32>,
}

impl Report {
    /// A report that is owed and did not come.
    pub(super) fn missing(key: Key, form: &str, due_on: NaiveDate, run: i32) -> Self {
        Report {
            id: report_id(&key.0, form, key.2, None),
            key,
            state: State::Missing,
            arrival: None,
            due_on,
            timeliness: Timeliness::Missing,
            closed: false,
            expected: true,
            superseded_by: None,
            version_key: None,
            totals: None,
            valid_from_run: run,
            valid_to_run: None,
        }
    }

    /// Whether it adds to another report instead of taking its place (READING.md R33).
    pub(super) fn is_correction(&self) -> bool {
        self.arrival
            .as_ref()
            .is_some_and(|arrival| arrival.mode == Mode::Correction)
    }

    /// Whether it is usable but for the report of the month before (READING.md R33).
    pub(super) fn lacks_base(&self) -> bool {
        let arrival = self.arrival.as_ref();
        let blocked_by = arrival.and_then(|arrival| arrival.blocked_by.as_deref());
        self.totals.is_some() && blocked_by == Some(Code::CumulativeBaseMissing.name())
    }

    /// Whether it can be used, if need be once the report of the month before is there.
    pub(super) fn is_usable(&self) -> bool {
        self.state.is_acceptable() || self.lacks_base()
    }

    /// Whether what tells its organisation or month contradicts itself (READING.md R2).
    pub(super) fn contradicts_itself(&self) -> bool {
        let arrival = self.arrival.as_ref();
        let blocked_by = arrival.and_then(|arrival| arrival.blocked_by.as_deref());
        CONTRADICTIONS
            .iter()
            .any(|code| blocked_by == Some(code.name()))
    }

    /// Another version of the same content, made in `run`.
    pub(super) fn again(&self, run: i32) -> Self {
        let (start, content) = self.id.rsplit_once('/').unwrap_or(("", &self.id));
        let content = content.split('.').next().unwrap_or(content);
        Report {
            id: format!("{start}/{content}.{run}"),
            superseded_by: None,
            valid_from_run: run,
            valid_to_run: None,
            ..self.clone()
        }
    }

    /// Appends the row.
    pub(super) fn write(&self, batch: &mut Batch<'_>, form: &str) -> Result<(), WarehouseError> {
        let arrival = self.arrival.as_ref();
        let text = |value: Option<&'_ String>| value.cloned();
        let blocked_by = text(arrival.and_then(|arrival| arrival.blocked_by.as_ref()));
        let stored_under = text(arrival.and_then(|arrival| arrival.stored_under.as_ref()));
        batch.push(&[
            self.id.as_str().into(),
            self.key.0.as_str().into(),
            form.into(),
            self.key.2.into(),
            arrival.map(|arrival| arrival.submission_id.as_str()).into(),
            self.state.name().into(),
            self.due_on.into(),
            Cell::Date(arrival.map(|arrival| arrival.received_at.date())),
            self.timeliness.name().into(),
            self.closed.into(),
            self.superseded_by.as_deref().into(),
            self.expected.into(),
            Cell::Int(self.version_key),
            self.valid_from_run.into(),
            Cell::Int(self.valid_to_run),
            stored_under.as_deref().into(),
            arrival.map_or(0, |arrival| arrival.stated_version).into(),
            mode_name(arrival.map_or(Mode::Replace, |arrival| arrival.mode)).into(),
            blocked_by.as_deref().into(),
            arrival.map_or(0, |arrival| arrival.rows_loaded).into(),
            arrival.map_or(0, |arrival| arrival.rows_quarantined).into(),
            Cell::Time(arrival.map(|arrival| arrival.received_at)),
            arrival.map(|arrival| arrival.path.as_str()).into(),
            Cell::Hash(arrival.map(|arrival| arrival.values_hash)),
            arrival.map(|arrival| arrival.layout.as_str()).into(),
            Cell::Int(self.totals.as_ref().map(|totals| totals.key)),
            self.totals
                .as_ref()
                .map(|totals| totals.state.name())
                .into(),
            self.totals
                .as_ref()
                .and_then(|totals| totals.base.as_deref())
                .into(),
        ])
    }

    /// All current reports; `form` gives the index of a form.
    pub(super) fn current(
        warehouse: &Warehouse,
        form: &dyn Fn(&str) -> Option<usize>,
    ) -> Result<Vec<Self>, WarehouseError> {
        Self::which(warehouse, "valid_to_run IS NULL", form)
    }

    /// The reports that fulfil a condition, by organisation, form and month, earlier versions first.
    pub(super) fn which(
        warehouse: &Warehouse,
        condition: &str,
        form: &dyn Fn(&str) -> Option<usize>,
    ) -> Result<Vec<Self>, WarehouseError> {
        // Earlier layouts did not know of year-to-date figures.
        let totals = if warehouse.layout()? < 3 {
            "NULL, NULL, NULL"
        } else {
            "totals_key, totals_state, base_report_id"
        };
        let found = warehouse.query(
            &format!(
                "SELECT report_id, organisation_code, form, period, submission_id, state, due_on, timeliness, closed, \
                 expected, version_key, valid_from_run, stored_under, stated_version, mode, blocked_by, rows_loaded, \
                 rows_quarantined, received_at, path, values_hash, layout, valid_to_run, superseded_by, {totals} \
                 FROM meta.report WHERE {condition} \
                 ORDER BY organisation_code, form, period, valid_from_run, report_id"
            ),
            &[],
        )?;
        Ok(found
            .rows
            .iter()
            .filter_map(|row| Self::of_row(row, form(row[2].text()?)?))
            .collect())
    }

    /// The row of a report; none if it does not hold what every report has, which no program of ours writes.
    fn of_row(row: &[Value], form: usize) -> Option<Self> {
        let text = |at: usize| row[at].text().map(str::to_owned);
        let count = |at: usize| row[at].int().and_then(|number| u32::try_from(number).ok());
        let number = |at: usize| row[at].int().and_then(|number| i32::try_from(number).ok());
        let arrival = match text(4) {
            Some(submission_id) => Some(Arrival {
                submission_id,
                stored_under: text(12),
                stated_version: count(13)?,
                mode: mode_named(row[14].text()?),
                blocked_by: text(15),
                rows_loaded: count(16)?,
                rows_quarantined: count(17)?,
                received_at: moment(row[18].text()?)?,
                path: text(19)?,
                values_hash: hash(&row[20])?,
                layout: text(21)?,
            }),
            None => None,
        };
        Some(Report {
            id: text(0)?,
            key: (text(1)?, form, row[3].date()?),
            state: State::named(row[5].text()?)?,
            arrival,
            due_on: row[6].date()?,
            timeliness: Timeliness::named(row[7].text()?),
            closed: row[8] == Value::Bool(true),
            expected: row[9] == Value::Bool(true),
            superseded_by: text(23),
            version_key: number(10),
            totals: number(24)
                .zip(text(25))
                .and_then(|(key, state)| Some((key, State::named(&state)?)))
                .map(|(key, state)| Totals {
                    key,
                    state,
                    base: text(26),
                }),
            valid_from_run: number(11)?,
            valid_to_run: number(22),
        })
    }

    /// Name of the timeliness, for updates.
    pub(super) fn timeliness_name(&self) -> &'static str {
        self.timeliness.name()
    }
}

/// Id of a report; `submission_id` is none for a missing one.
pub(super) fn report_id(
    organisation: &str,
    form: &str,
    period: NaiveDate,
    submission_id: Option<&str>,
) -> String {
    let month = period.format("%Y-%m");
    match submission_id {
        Some(id) => format!(
            "{organisation}/{form}/{month}/{}",
            id.get(..8).unwrap_or(id)
        ),
        None => format!("{organisation}/{form}/{month}"),
    }
}

/// The name of a mode in the warehouse.
pub(super) fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Replace => "replace",
        Mode::Cumulative => "cumulative",
        Mode::Correction => "correction",
    }
}

fn mode_named(name: &str) -> Mode {
    match name {
        "cumulative" => Mode::Cumulative,
        "correction" => Mode::Correction,
        _ => Mode::Replace,
    }
}

/// A moment as [`Warehouse::query`] writes it.
pub(super) fn moment(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok()
}

/// An unsigned number of 64 bits, which comes as a decimal where it does not fit a signed one.
pub(super) fn hash(value: &Value) -> Option<u64> {
    match value {
        Value::Int(number) => u64::try_from(*number).ok(),
        Value::Decimal(number) => u64::try_from(*number).ok(),
        _ => None,
    }
}
