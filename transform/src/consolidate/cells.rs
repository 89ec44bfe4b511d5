//! The cells of values about which something is noticed only beside other reports: outliers (READING.md R35) and
//! differences of year-to-date figures (R33).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kooste_ingest::issue::Issue;
use kooste_ingest::place::column_index;

use super::changes::{of_contents, quoted};
use super::outliers::Deviation;
use super::report::Report;
use crate::calendar::Month;
use crate::warehouse::{Warehouse, WarehouseError};

/// Content, sheet and field.
type Place = (String, Option<String>, String);

/// What the columns of contents were taken for: column, and the codes that its header tells.
pub(super) struct Columns(HashMap<Place, Vec<(u32, Vec<String>)>>);

impl Columns {
    /// Those in which the values of these deviations can stand, asked for at once.
    pub(super) fn of(
        warehouse: &Warehouse,
        reports: &BTreeMap<&str, &Report>,
        deviations: &[Deviation],
    ) -> Result<Self, WarehouseError> {
        let arrivals = deviations.iter().filter_map(|deviation| {
            let report = reports.get(&*deviation.report)?;
            report.arrival.as_ref()
        });
        let contents: BTreeSet<&str> = arrivals.map(|arrival| &*arrival.submission_id).collect();
        let fields = deviations
            .iter()
            .filter_map(|deviation| deviation.issue.field.as_deref());
        let fields: BTreeSet<&str> = fields.collect();
        let mut columns = Columns(HashMap::new());
        if contents.is_empty() || fields.is_empty() {
            return Ok(columns);
        }
        let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        let found = warehouse.query(
            &format!(
                "SELECT DISTINCT submission_id, sheet, field, column_letter, axes FROM meta.column_decision \
                 WHERE field IN ({}) AND {}",
                fields.join(", "),
                of_contents(&contents)
            ),
            &[],
        )?;
        for row in &found.rows {
            let text = |at: usize| row[at].text().map(str::to_owned);
            let (Some(content), Some(field), Some(column)) =
                (text(0), text(2), row[3].text().and_then(column_index))
            else {
                continue;
            };
            let place = (content, text(1), field);
            let columns = columns.0.entry(place).or_default();
            columns.push((column, row[4].texts()));
        }
        Ok(columns)
    }

    /// The issue of a deviation with its column, where what the headers tell leaves only one.
    pub(super) fn located(&self, report: &Report, deviation: &Deviation) -> Issue {
        let mut issue = deviation.issue.clone();
        let (Some(arrival), Some(field)) = (&report.arrival, &issue.field) else {
            return issue;
        };
        let month = Month::of(report.key.2);
        let told = [
            report.key.0.clone(),
            month.to_string(),
            format!("{:02}", month.number()),
        ];
        let is_told = |code: &String| {
            told.contains(code) || deviation.of.split('/').any(|of| of == code.as_str())
        };
        let place = (
            arrival.submission_id.clone(),
            issue.sheet.as_deref().map(str::to_owned),
            field.to_string(),
        );
        let columns = self.0.get(&place).into_iter().flatten();
        let fitting: BTreeSet<u32> = columns
            .filter(|(_, axes)| axes.iter().all(is_told))
            .map(|(column, _)| *column)
            .collect();
        if fitting.len() == 1 {
            issue.column = fitting.first().copied();
        }
        issue
    }
}
