//! Reading the warehouse with SQL, without showing DuckDB's types to anybody else.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// One value of a result.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// NULL.
    Null,
    /// BOOLEAN.
    Bool(bool),
    /// Whole numbers of any width.
    Int(i64),
    /// DECIMAL, exact.
    Decimal(Decimal),
    /// DOUBLE; never a fact.
    Float(f64),
    /// VARCHAR and everything that has no type of its own here.
    Text(String),
    /// DATE.
    Date(NaiveDate),
    /// A list.
    List(Vec<Value>),
    /// A struct or a map: its fields by name, in their order.
    Object(Vec<(String, Value)>),
}

/// A result: names of the columns, and rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows of as many values.
    pub rows: Vec<Vec<Value>>,
}

impl Value {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number, if it is one.
    #[must_use]
    pub fn int(&self) -> Option<i64> {
        match self {
            Value::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The texts of a list, those not there left out; none if it is no list.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        match self {
            Value::List(items) => items
                .iter()
                .filter_map(Value::text)
                .map(str::to_owned)
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The day, if it is one.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Value::Date(day) => Some(*day),
            _ => None,
        }
    }

    /// The value as JSON: a decimal as a number with its own digits where JSON numbers can hold them, else as text.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match self {
            Value::Null => Json::Null,
            Value::Bool(truth) => Json::Bool(*truth),
            Value::Int(number) => Json::from(*number),
            Value::Float(number) => Json::from(*number),
            Value::Decimal(number) => number
                .to_string()
                .parse::<serde_json::Number>()
                .ok()
                .filter(|parsed| parsed.to_string().parse() == Ok(*number))
                .map_or_else(|| Json::String(number.to_string()), Json::Number),
            Value::Text(text) => Json::String(text.clone()),
            Value::Date(day) => Json::String(day.to_string()),
            Value::List(items) => Json::Array(items.iter().map(Value::json).collect()),
            Value::Object(fields) => Json::Object(
                fields
                    .iter()
                    .map(|(name, value)| (name.clone(), value.json()))
                    .collect(),
            ),
        }
    }
}

impl fmt::Display for Value {
    /// As in a CSV file: NULL is empty, a list or an object is JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => Ok(()),
            Value::Bool(truth) => truth.fmt(f),
            Value::Int(number) => number.fmt(f),
            Value::Decimal(number) => number.fmt(f),
            Value::Float(number) => number.fmt(f),
            Value::Text(text) => f.write_str(text),
            Value::Date(day) => day.fmt(f),
            Value::List(_) | Value::Object(_) => self.json().fmt(f),
        }
    }
}
