//! Values of the engine as ours, and ours as parameters of a statement.

use chrono::{DateTime, NaiveDate};
use duckdb::ToSql;
use duckdb::types::{TimeUnit, Value as Engine, ValueRef};
use rust_decimal::Decimal;

use super::read::Value;

/// A value of a result. Types without one of our own come as the text that the engine writes for them.
pub(super) fn value(found: ValueRef<'_>) -> Value {
    match found {
        ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
        other => owned(other.to_owned()),
    }
}

fn owned(found: Engine) -> Value {
    match found {
        Engine::Null => Value::Null,
        Engine::Boolean(truth) => Value::Bool(truth),
        Engine::TinyInt(number) => Value::Int(number.into()),
        Engine::SmallInt(number) => Value::Int(number.into()),
        Engine::Int(number) => Value::Int(number.into()),
        Engine::BigInt(number) => Value::Int(number),
        Engine::UTinyInt(number) => Value::Int(number.into()),
        Engine::USmallInt(number) => Value::Int(number.into()),
        Engine::UInt(number) => Value::Int(number.into()),
        Engine::UBigInt(number) => whole(i128::from(number)),
        Engine::HugeInt(number) => whole(number),
        Engine::UHugeInt(number) => {
            i128::try_from(number).map_or_else(|_| Value::Text(number.to_string()), whole)
        }
        Engine::Float(number) => Value::Float(number.into()),
        Engine::Double(number) => Value::Float(number),
        Engine::Decimal(number) => decimal(number.value(), number.scale().into()),
        Engine::Text(text) | Engine::Enum(text) => Value::Text(text),
        Engine::Date32(days) => date(days).map_or(Value::Null, Value::Date),
        Engine::Timestamp(unit, count) => Value::Text(timestamp(unit, count)),
        Engine::Time64(unit, count) => Value::Text(time(unit.to_micros(count))),
        Engine::Interval {
            months,
            days,
            nanos,
        } => Value::Text(interval(months, days, nanos / 1000)),
        Engine::Blob(bytes) | Engine::Geometry(bytes) => Value::Text(escaped(&bytes)),
        Engine::List(items) | Engine::Array(items) => {
            Value::List(items.into_iter().map(owned).collect())
        }
        Engine::Struct(fields) => Value::Object(
            fields
                .iter()
                .map(|(name, value)| (name.clone(), owned(value.clone())))
                .collect(),
        ),
        Engine::Map(entries) => Value::Object(
            entries
                .iter()
                .map(|(key, value)| (owned(key.clone()).to_string(), owned(value.clone())))
                .collect(),
        ),
        Engine::Union(value) => owned(*value),
        // A type of a later version of the engine.
        other => Value::Text(format!("{other:?}")),
    }
}

/// A whole number that may be wider than 64 bits, e.g. the sum of a column.
fn whole(number: i128) -> Value {
    i64::try_from(number).map_or_else(|_| decimal(number, 0), Value::Int)
}

/// A decimal; one of more than 28 digits, which no figure here has, is kept as its digits.
fn decimal(units: i128, decimals: u32) -> Value {
    Decimal::try_from_i128_with_scale(units, decimals).map_or_else(
        |_| Value::Text(format!("{units}e-{decimals}")),
        Value::Decimal,
    )
}

fn date(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(chrono::Duration::days(days.into()))
}

fn timestamp(unit: TimeUnit, count: i64) -> String {
    DateTime::from_timestamp_micros(unit.to_micros(count)).map_or_else(String::new, |moment| {
        moment
            .naive_utc()
            .format("%Y-%m-%d %H:%M:%S%.f")
            .to_string()
    })
}

/// A time of the day, or a span of hours: `04:05:06`, with as many digits of a second as it has.
fn time(micros: i64) -> String {
    let (seconds, rest) = (micros / 1_000_000, micros % 1_000_000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let whole = format!("{hours:02}:{minutes:02}:{seconds:02}");
    match rest {
        0 => whole,
        _ => format!("{whole}.{}", format!("{rest:06}").trim_end_matches('0')),
    }
}

/// A span of time: `1 year 2 months 3 days 04:05:06`.
fn interval(months: i32, days: i32, micros: i64) -> String {
    let named = |count: i32, unit: &str| match count {
        0 => None,
        1 | -1 => Some(format!("{count} {unit}")),
        _ => Some(format!("{count} {unit}s")),
    };
    let mut parts: Vec<String> = [
        named(months / 12, "year"),
        named(months % 12, "month"),
        named(days, "day"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if micros != 0 || parts.is_empty() {
        let sign = if micros < 0 { "-" } else { "" };
        parts.push(format!("{sign}{}", time(micros.abs())));
    }
    parts.join(" ")
}

/// Bytes: printable letters as they are, others as `\xC4`.
fn escaped(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            b' '..=b'~' if !matches!(byte, b'\\' | b'\'' | b'"') => char::from(*byte).to_string(),
            _ => format!("\\x{byte:02X}"),
        })
        .collect()
}

/// A parameter on its way into a statement.
pub(super) struct Parameter<'a>(pub(super) &'a Value);

impl ToSql for Parameter<'_> {
    fn to_sql(&self) -> duckdb::Result<duckdb::types::ToSqlOutput<'_>> {
        use duckdb::types::ToSqlOutput;
        Ok(match self.0 {
            Value::Null => ToSqlOutput::Owned(Engine::Null),
            Value::Bool(truth) => ToSqlOutput::Owned(Engine::Boolean(*truth)),
            Value::Int(number) => ToSqlOutput::Owned(Engine::BigInt(*number)),
            Value::Float(number) => ToSqlOutput::Owned(Engine::Double(*number)),
            Value::Decimal(number) => ToSqlOutput::Owned(Engine::Text(number.to_string())),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Date(day) => ToSqlOutput::Owned(Engine::Text(day.to_string())),
            Value::List(_) | Value::Object(_) => {
                return Err(duckdb::Error::ToSqlConversionFailure(
                    "a list or an object cannot be a parameter".into(),
                ));
            }
        })
    }
}
