//! Tables of data files: CSV with a header, read by column name, with faults that name file and line.

use std::collections::HashMap;

use super::Files;

/// A fault in a data file. Its text tells place, fault and what was wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct DataError {
    /// Path of the file below its root.
    pub file: String,
    /// Line, from 1.
    pub line: u64,
    /// What is wrong.
    pub what: String,
}

impl DataError {
    /// A fault at a line of a file.
    #[must_use]
    pub fn new(file: &str, line: u64, what: impl Into<String>) -> Self {
        DataError {
            file: file.to_owned(),
            line,
            what: what.into(),
        }
    }
}

/// The text of a file that must be there.
pub(crate) fn required_text(files: &dyn Files, file: &str) -> Result<String, DataError> {
    match files.text(file) {
        Ok(Some(text)) => Ok(text.into_owned()),
        Ok(None) => Err(DataError::new(file, 1, "the file is missing")),
        Err(error) => Err(DataError::new(file, 1, error.to_string())),
    }
}

/// One row of a table.
#[derive(Debug, Clone)]
pub struct Record {
    file: String,
    columns: std::sync::Arc<HashMap<String, usize>>,
    fields: csv::StringRecord,
    /// Line where it starts, from 1.
    pub line: u64,
}

impl Record {
    /// The text in a column; empty where the table has no such column.
    #[must_use]
    pub fn text(&self, column: &str) -> &str {
        let at = self.columns.get(column);
        at.and_then(|at| self.fields.get(*at)).unwrap_or("")
    }

    /// The text in a column that must not be empty.
    ///
    /// # Errors
    /// When it is empty.
    pub fn required(&self, column: &str) -> Result<&str, DataError> {
        match self.text(column) {
            "" => Err(self.fault(format!("`{column}` is empty"))),
            text => Ok(text),
        }
    }

    /// The parts of a text that are separated by `|`, without empty ones.
    #[must_use]
    pub fn list(&self, column: &str) -> Vec<String> {
        let parts = self.text(column).split('|').map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(String::from)
            .collect()
    }

    /// A whole number.
    ///
    /// # Errors
    /// When it is none.
    pub fn number<T: std::str::FromStr>(&self, column: &str) -> Result<T, DataError> {
        let text = self.text(column);
        text.parse()
            .map_err(|_| self.fault(format!("`{column}` is `{text}`, wanted a number")))
    }

    /// `yes` or `no`; empty is no.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn yes(&self, column: &str) -> Result<bool, DataError> {
        match self.text(column) {
            "yes" => Ok(true),
            "no" | "" => Ok(false),
            other => Err(self.fault(format!("`{column}` is `{other}`, wanted `yes` or `no`"))),
        }
    }

    /// A fault in this row.
    #[must_use]
    pub fn fault(&self, what: impl Into<String>) -> DataError {
        DataError::new(&self.file, self.line, what)
    }
}

/// The rows of a table.
#[derive(Debug)]
pub struct Records;

impl Records {
    /// Reads the table in `file`; it must have the columns named.
    ///
    /// # Errors
    /// When the file is missing, is no CSV, or lacks a column.
    pub fn read(files: &dyn Files, file: &str, columns: &[&str]) -> Result<Vec<Record>, DataError> {
        let text = required_text(files, file)?;
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let header = reader.headers().map_err(|error| csv_fault(file, &error))?;
        let positions: HashMap<String, usize> = header
            .iter()
            .enumerate()
            .map(|(at, name)| (name.to_owned(), at))
            .collect();
        if let Some(missing) = columns.iter().find(|name| !positions.contains_key(**name)) {
            return Err(DataError::new(
                file,
                1,
                format!("column `{missing}` is missing"),
            ));
        }
        let positions = std::sync::Arc::new(positions);
        let mut records = Vec::new();
        for record in reader.records() {
            let fields = record.map_err(|error| csv_fault(file, &error))?;
            records.push(Record {
                file: file.to_owned(),
                columns: std::sync::Arc::clone(&positions),
                line: fields.position().map_or(1, csv::Position::line),
                fields,
            });
        }
        Ok(records)
    }
}

fn csv_fault(file: &str, error: &csv::Error) -> DataError {
    let line = error.position().map_or(1, csv::Position::line);
    DataError::new(file, line, error.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::InMemory;
    use super::*;

    #[test]
    fn a_fault_names_file_and_line() {
        let files = InMemory::default().with("a.csv", "code,first\nx,1\n\"y\nz\",no\n");
        let records = Records::read(&files, "a.csv", &["code", "first"]).unwrap();
        assert_eq!(records[0].number::<i32>("first"), Ok(1));
        let error = records[1].number::<i32>("first").unwrap_err();
        assert_eq!(
            error.to_string(),
            "a.csv:3: `first` is `no`, wanted a number"
        );
    }

    #[test]
    fn a_missing_column_is_named() {
        let files = InMemory::default().with("a.csv", "code\nx\n");
        let error = Records::read(&files, "a.csv", &["code", "first"]).unwrap_err();
        assert_eq!(error.to_string(), "a.csv:1: column `first` is missing");
    }
}
