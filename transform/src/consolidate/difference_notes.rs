//! What is known of the values that a difference of two year-to-date figures (READING.md R33) is made of.
//!
//! A difference to an approximate figure is approximate, and has not the bounds of the figure it was read as.

use super::changes::quoted;
use super::series::FormSeries;
use crate::programme::{CodeEntry, Programme};
use crate::warehouse::{Warehouse, WarehouseError};

/// Puts right the notes of the differences computed in a run, whose reports are written already. A note that comes from
/// the base keeps the content it stands in, and the row of the difference. Stocks are no differences.
pub(super) fn write(
    warehouse: &Warehouse,
    programme: &Programme,
    run: i32,
) -> Result<(), WarehouseError> {
    let made = format!("valid_from_run = {run} AND base_report_id IS NOT NULL");
    let found = format!("SELECT DISTINCT form FROM meta.report WHERE {made} ORDER BY form");
    let forms = warehouse.query(&found, &[])?;
    if forms.rows.is_empty() {
        return Ok(());
    }
    warehouse.execute(&format!(
        "UPDATE meta.value_note SET low = NULL, high = NULL WHERE (low IS NOT NULL OR high IS NOT NULL) \
           AND report_id IN (SELECT report_id FROM meta.report WHERE {made})"
    ))?;
    let named = forms.rows.iter().filter_map(|row| row[0].text());
    let forms = named.filter_map(|code| Some(&programme.forms[programme.form(code)?]));
    for series in forms.filter_map(FormSeries::of) {
        warehouse.execute(&from_bases(&series, programme, run))?;
    }
    Ok(())
}

fn from_bases(series: &FormSeries<'_>, programme: &Programme, run: i32) -> String {
    let entries = programme.lists.iter().flat_map(|list| &list.entries);
    let is_stock = |entry: &&CodeEntry| {
        entry
            .attributes
            .get("time")
            .is_some_and(|time| time == "stock")
    };
    let mut stocks: Vec<String> = entries
        .filter(is_stock)
        .map(|entry| quoted(&entry.code))
        .collect();
    stocks.push(quoted(""));
    format!(
        "INSERT INTO meta.value_note \
         SELECT DISTINCT note.table_name, report.report_id, note.submission_id, fact.sheet, fact.row_number, note.field, note.raw, \
           'approximate' AS quality, NULL AS low, NULL AS high, NULL AS missing_reason, fact.axes \
         FROM meta.report AS report JOIN meta.report AS base ON base.report_id = report.base_report_id \
         JOIN meta.value_note AS note ON note.report_id = base.report_id AND note.submission_id = base.submission_id \
           AND note.table_name = '{table}' AND note.quality <> 'vague' \
         JOIN (SELECT fact.*, {key} AS of, {axes} AS axes FROM store.\"{table}\" AS fact) AS earlier \
           ON earlier.version_key = coalesce(base.totals_key, base.version_key) \
           AND earlier.sheet IS NOT DISTINCT FROM note.sheet AND earlier.row_number = note.row_number \
           AND list_has_all(earlier.axes, note.axes) \
         JOIN (SELECT fact.*, {key} AS of, {axes} AS axes FROM store.\"{table}\" AS fact) AS fact \
           ON fact.version_key = report.version_key AND fact.of = earlier.of \
         WHERE report.valid_from_run = {run} AND fact.\"{value}\" IS NOT NULL \
           AND split_part(fact.of, '/', 1) NOT IN ({stocks}) AND NOT EXISTS ( \
             SELECT 1 FROM meta.value_note AS own WHERE own.report_id = report.report_id AND own.field = note.field \
               AND own.sheet IS NOT DISTINCT FROM fact.sheet AND own.row_number = fact.row_number AND own.quality IS NOT NULL \
               AND list_has_all(fact.axes, own.axes)) \
         ORDER BY report.report_id, fact.sheet NULLS FIRST, fact.row_number, note.field, note.raw, fact.axes",
        table = series.table,
        key = series.key,
        axes = series.axes(),
        value = series.value(),
        stocks = stocks.join(", "),
    )
}
