//! Forms whose rows are values of something, an indicator or a cost category: each such thing is a series over the
//! months of an organisation.

use std::sync::Arc;

use kooste_ingest::issue::Code;
use kooste_ingest::vocabulary::FieldKind;
use rust_decimal::Decimal;

use super::report::Report;
use crate::decisions::{DecisionKind, Decisions};
use crate::programme::{Form, Programme};
use crate::warehouse::read::Value;

/// The columns of such a form.
pub(crate) struct FormSeries<'a> {
    /// Fact table, without schema.
    pub(crate) table: &'a str,
    /// Columns that tell what a row is of.
    pub(crate) keys: Vec<&'a str>,
    /// SQL of what a row, `fact`, is of: codes with `/` between them, the one of the first list in front.
    pub(super) key: String,
    /// Numbers of a row: index of the field and column; the form's own value first.
    pub(crate) measures: Vec<(usize, &'a str)>,
    form: &'a Form,
}

impl<'a> FormSeries<'a> {
    /// That of a form; none if its rows are no values of anything.
    pub(crate) fn of(form: &'a Form) -> Option<Self> {
        if !form.stores_states {
            return None;
        }
        let keys: Vec<&str> = form
            .stored()
            .filter(|(_, field, _)| {
                matches!(field.kind, FieldKind::Code(_) | FieldKind::Municipality)
            })
            .map(|(_, _, name)| name)
            .collect();
        let texts: Vec<String> = keys
            .iter()
            .map(|name| format!("coalesce(CAST(fact.\"{name}\" AS VARCHAR), '')"))
            .collect();
        let measures: Vec<(usize, &str)> = form
            .stored()
            .filter(|(_, field, _)| matches!(field.kind, FieldKind::Decimal | FieldKind::Money))
            .map(|(at, _, name)| (at, name))
            .collect();
        (!keys.is_empty() && !measures.is_empty()).then(|| FormSeries {
            table: &form.table,
            key: texts.join(" || '/' || "),
            keys,
            measures,
            form,
        })
    }

    /// SQL of the codes of a row, `fact`, those not there left out.
    pub(super) fn axes(&self) -> String {
        let columns: Vec<String> = self
            .keys
            .iter()
            .map(|name| format!("CAST(fact.\"{name}\" AS VARCHAR)"))
            .collect();
        format!(
            "list_filter([{}], lambda code: code IS NOT NULL)",
            columns.join(", ")
        )
    }

    /// Whether what a key, as [`FormSeries::key`] writes it, is of adds up over months: no stock and no average.
    pub(super) fn adds_up(&self, programme: &Programme, of: &str) -> bool {
        let code = of.split('/').next().unwrap_or(of);
        let lists = self
            .form
            .fields
            .iter()
            .filter_map(|field| match &field.kind {
                FieldKind::Code(list) => programme.list(list),
                _ => None,
            });
        let mut entries = lists.flat_map(|list| &list.entries);
        let time = entries
            .find(|entry| *entry.code == *code)
            .and_then(|entry| entry.attributes.get("time"));
        time.is_none_or(|time| time == "flow")
    }

    /// Column of the form's own value.
    pub(crate) fn value(&self) -> &'a str {
        self.measures[0].1
    }

    /// Code of the field of the form's own value.
    pub(super) fn field(&self) -> &'a Arc<str> {
        &self.form.fields[self.measures[0].0].code
    }
}

/// A number of the warehouse.
pub(super) fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Decimal(number) => Some(*number),
        Value::Int(number) => Some(Decimal::from(*number)),
        _ => None,
    }
}

/// Whether a decision accepts issues of a code of a report.
pub(super) fn accepts(decisions: &Decisions, report: &Report, form: &str, code: Code) -> bool {
    let month = report.key.2.format("%Y-%m").to_string();
    let fits = |scope: Option<&str>, value: &str| scope.is_none_or(|scope| scope == value);
    decisions.decisions.iter().any(|decision| {
        decision.kind == DecisionKind::Accept
            && decision.found == code.name()
            && fits(decision.organisation.as_deref(), &report.key.0)
            && fits(decision.form.as_deref(), form)
            && decision
                .from
                .as_deref()
                .is_none_or(|from| from <= month.as_str())
            && decision
                .until
                .as_deref()
                .is_none_or(|until| month.as_str() <= until)
    })
}
