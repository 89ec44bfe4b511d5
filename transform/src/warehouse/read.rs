//! Reading the warehouse with SQL, without showing DuckDB's types to anybody else.

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
}

/// A result: names of the columns, and rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows of as many values.
    pub rows: Vec<Vec<Value>>,
}
