//! Columns of counts, decimals and money (READING.md R17–R19, R28).

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;
use kooste_ingest::vocabulary::FieldKind;
use rust_decimal::Decimal;

use super::settle::settle;
use super::unit_column::UnitColumn;
use super::{Ask, At, ColumnCells, Making};
use crate::evidence::Month;
use crate::facts::{HOURS_DECIMAL, MONEY_DECIMAL, MissingReason, VALUE_DECIMAL};
use crate::programme::{Field, Form};
use crate::rows::record::{Record, Slot};
use crate::submission::Context;
use crate::values::number::{
    NumberRule, NumberStyle, Stated, Unit, count, number, stated, stated_by_title,
};
use crate::values::{Finding, Parsed};

/// Reads one column of numbers.
pub(crate) struct NumberReader<'g> {
    is_count: bool,
    rule: NumberRule,
    by_code: Option<RulesByCode>,
    decimals: u32,
    /// The column that says in what each value is given.
    unit_column: Option<UnitColumn<'g>>,
    cells: ColumnCells<'g>,
    /// What the other values of the column show, looked at when a value is ambiguous.
    style: Option<NumberStyle>,
    /// Whether numbers may be negative.
    signed: bool,
}

/// Rules of a value whose meaning another field's code gives: an indicator's unit and bounds.
struct RulesByCode {
    field: usize,
    rules: BTreeMap<Arc<str>, NumberRule>,
}

impl<'g> NumberReader<'g> {
    pub(super) fn new(
        making: Making<'g>,
        field: usize,
        cells: ColumnCells<'g>,
        is_measure: bool,
    ) -> Self {
        let words = &making.form.fields[field];
        let needs_code = is_measure && words.kind == FieldKind::Decimal && words.unit.is_none();
        let mut rule = NumberRule::for_field(words);
        rule.stated = stated_above(making, rule.unit, cells.column());
        NumberReader {
            is_count: words.kind == FieldKind::Count,
            rule,
            by_code: needs_code
                .then(|| RulesByCode::new(making.context, making.form))
                .flatten(),
            decimals: decimals(words),
            unit_column: is_measure.then(|| UnitColumn::of_table(making)).flatten(),
            cells,
            style: None,
            signed: false,
        }
    }

    pub(super) fn decimals(&self) -> u32 {
        self.decimals
    }

    /// Reads a cell; tells whether the result is plain and depends on nothing but its text.
    pub(super) fn read(
        &mut self,
        value: CellValue<'g>,
        ask: &Ask,
        at: At<'_>,
        record: &mut Record<'g>,
    ) -> bool {
        self.rule.dash_is_zero = ask.dash_is_zero;
        if ask.signed {
            self.rule.min = self.rule.max.map(|most| -most);
        }
        self.signed = ask.signed;
        if self.is_count {
            let mut parsed = self.decided(|rule| count(value, rule), None);
            if let Some(day) = parsed.value.and_then(|count| day_of(count, ask.month)) {
                let finding = Finding::new(Code::TypeError, "date-for-number");
                parsed = Parsed::unreadable(finding.expected(day.to_string()));
            }
            return settle(parsed, value, at, record, Slot::Count);
        }
        let code = self
            .by_code
            .as_ref()
            .and_then(|by_code| by_code.rule(record))
            .cloned();
        let decimals = self.decimals;
        let of_table = self.rule.stated;
        if let Some(column) = &self.unit_column {
            let unit = code.as_ref().map_or(self.rule.unit, |rule| rule.unit);
            let stated = column.stated(record.row, unit);
            if stated != Stated::AsField {
                self.rule.stated = stated;
            }
        }
        let parsed = self.decided(|rule| number(value, rule), code);
        self.rule.stated = of_table;
        let is_plain = settle(parsed, value, at, record, |number| {
            let units = units(number, decimals).and_then(|units| i64::try_from(units).ok());
            debug_assert!(units.is_some(), "a number beyond the bounds of its rule");
            units.map_or(Slot::Missing(MissingReason::Error), Slot::Decimal)
        });
        is_plain && self.by_code.is_none() && self.unit_column.is_none()
    }

    /// Reads with the rule of the column, or of the code; an ambiguous value again with the column's style.
    fn decided<T>(
        &mut self,
        read: impl Fn(&NumberRule) -> Parsed<T>,
        code: Option<NumberRule>,
    ) -> Parsed<T> {
        let code = code.map(|rule| NumberRule {
            dash_is_zero: self.rule.dash_is_zero,
            min: if self.signed {
                rule.max.map(|most| -most)
            } else {
                rule.min
            },
            stated: self.rule.stated,
            ..rule
        });
        let rule = code.as_ref().unwrap_or(&self.rule);
        let parsed = read(rule);
        let is_ambiguous = |parsed: &Parsed<T>| {
            parsed
                .findings
                .iter()
                .any(|finding| finding.code == Code::NumberAmbiguous)
        };
        if parsed.findings.is_empty() || !is_ambiguous(&parsed) {
            return parsed;
        }
        let cells = self.cells;
        let style = *self
            .style
            .get_or_insert_with(|| NumberStyle::of_column(cells.iter()));
        read(&rule.clone().with_style(style))
    }

    /// The number of a cell for sums; what it says otherwise was noticed when its row was read.
    pub(super) fn units(&self, value: CellValue<'_>, ask: &Ask) -> Option<i128> {
        if matches!(value, CellValue::Blank) {
            return None;
        }
        units(number(value, &self.of_sums(ask)).value?, self.decimals)
    }

    /// Tells whether a cell holds a number that cannot be read, so that it is missing from sums.
    pub(super) fn is_unreadable(&self, value: CellValue<'_>, ask: &Ask) -> bool {
        let parsed = || number(value, &self.of_sums(ask));
        !matches!(value, CellValue::Blank) && parsed().missing == Some(MissingReason::Error)
    }

    /// The rule for sums, which have no bounds.
    fn of_sums(&self, ask: &Ask) -> NumberRule {
        NumberRule {
            dash_is_zero: ask.dash_is_zero,
            whole: false,
            min: None,
            max: None,
            style: self.style.unwrap_or(self.rule.style),
            ..self.rule.clone()
        }
    }
}

impl RulesByCode {
    /// The rules of the form's required code list whose entries say what unit a value has.
    fn new(context: &Context, form: &Form) -> Option<Self> {
        form.fields.iter().enumerate().find_map(|(field, words)| {
            let FieldKind::Code(list) = &words.kind else {
                return None;
            };
            let entries = &context.programme.list(list)?.entries;
            let rules: BTreeMap<Arc<str>, NumberRule> = entries
                .iter()
                .filter(|entry| entry.attributes.contains_key("unit"))
                .map(|entry| (Arc::clone(&entry.code), NumberRule::for_code(entry)))
                .collect();
            (!rules.is_empty()).then_some(RulesByCode { field, rules })
        })
    }

    fn rule(&self, record: &Record<'_>) -> Option<&NumberRule> {
        match &record.slots[self.field] {
            Slot::Code(code) => self.rules.get(*code),
            _ => None,
        }
    }
}

/// The day of which a count is the number in a spreadsheet, if it lies within a year of the month: no event has
/// just that many participants.
fn day_of(count: i32, month: Option<Month>) -> Option<NaiveDate> {
    const FIRST_DAY_OF_2000: i32 = 36_526;
    if count < FIRST_DAY_OF_2000 {
        return None;
    }
    let days = Days::new(u64::try_from(count).ok()?);
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(days)?;
    let distance = day.signed_duration_since(month?.first_day()).num_days();
    (-366..=396).contains(&distance).then_some(day)
}

/// What the label of a column, or for money a title above the table, says about the unit of its numbers.
fn stated_above(making: Making<'_>, unit: Unit, column: u32) -> Stated {
    let columns = making.table.columns.iter();
    let label = columns
        .filter(|other| other.index == column)
        .map(|other| stated(&other.label, unit))
        .find(|stated| *stated != Stated::AsField);
    // `Kustannuslaji (1000 €)`: the corner speaks of all numbers of the table.
    let corner = || {
        let first = making.table.columns.first()?;
        Some(stated_by_title(&first.label)).filter(|stated| *stated != Stated::AsField)
    };
    label
        .or_else(|| {
            (unit == Unit::Euro)
                .then(|| corner().or_else(|| stated_around(making)))
                .flatten()
        })
        .unwrap_or_default()
}

/// What the label of the codes, `Kustannuslaji (1000 €)`, the nearest title above a table, or a note below it, says about its
/// amounts.
fn stated_around(making: Making<'_>) -> Option<Stated> {
    let is_of_codes = |field: usize| matches!(making.form.fields[field].kind, FieldKind::Code(_));
    let columns = making.table.columns.iter();
    let of_codes = columns.filter(|column| column.field.is_some_and(is_of_codes));
    let corner = of_codes.map(|column| stated_by_title(&column.label));
    let titles = making.table.titles.iter().rev();
    let above = corner.chain(titles.map(|(_, _, title)| stated_by_title(title)));
    let (_, header) = making.table.header?;
    let below = making.table.rows.iter().filter(|row| row.number > header);
    let below = below.filter_map(|row| {
        let mut filled = making.grid.row(row.number).filled();
        match (filled.next(), filled.next()) {
            (Some((_, CellValue::Text(note))), None) => Some(stated_by_title(note)),
            _ => None,
        }
    });
    above.chain(below).find(|stated| *stated != Stated::AsField)
}

/// Decimals of the column that stores a field.
fn decimals(field: &Field) -> u32 {
    let (_, decimals) = match field.kind {
        FieldKind::Count => (0, 0),
        FieldKind::Money => MONEY_DECIMAL,
        _ if field.unit.is_none() => VALUE_DECIMAL,
        _ => HOURS_DECIMAL,
    };
    decimals.unsigned_abs().into()
}

/// A number in units of the last of `decimals` decimals.
fn units(mut number: Decimal, decimals: u32) -> Option<i128> {
    if number.scale() > decimals {
        number = number.round_dp(decimals);
    }
    let missing = decimals.checked_sub(number.scale())?;
    number.mantissa().checked_mul(10_i128.checked_pow(missing)?)
}
