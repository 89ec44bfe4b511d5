//! JSON objects label → text, written cell by cell into one text: unmatched cells of a row, and rows set aside.

use std::fmt::Write as _;

use kooste_ingest::grid::Row;

use crate::values::privacy::mask_contacts;
use crate::values::text::clean;

/// An object under construction.
#[derive(Debug, Clone, Default)]
pub(crate) struct JsonObject {
    text: String,
}

impl JsonObject {
    /// Forgets all entries but keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
    }

    /// Tells whether there is no entry.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds an entry; `key` is a JSON string with its quotes.
    pub(crate) fn entry(&mut self, key: &str, value: &str) {
        self.text.push(if self.text.is_empty() { '{' } else { ',' });
        self.text.push_str(key);
        self.text.push(':');
        write_string(&mut self.text, value);
    }

    /// The entries so far.
    pub(crate) fn entries(&self) -> &str {
        self.text.strip_suffix('}').unwrap_or(&self.text)
    }

    /// The whole object; asking again gives the same.
    pub(crate) fn finish(&mut self) -> &str {
        if self.text.is_empty() {
            self.text.push('{');
        }
        // An open object ends with the quote of its last value.
        if !self.text.ends_with('}') {
            self.text.push('}');
        }
        &self.text
    }
}

/// A text as JSON string.
pub(crate) fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    write_string(&mut json, text);
    json
}

/// A text cleaned and rid of contact data, as it may be stored anywhere.
pub(crate) fn cleaned(text: &str) -> String {
    mask_contacts(&clean(text)).into_owned()
}

/// The cells of a row as object, cleaned; `keys` are the columns with their labels.
pub(crate) fn row(cells: Row<'_>, keys: &[(u32, String)]) -> String {
    let mut object = JsonObject::default();
    for (column, key) in keys {
        let value = cells.get(*column);
        if !value.is_blank() {
            object.entry(key, &cleaned(&value.text()));
        }
    }
    object.finish().to_owned()
}

fn write_string(json: &mut String, text: &str) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            control if u32::from(control) < 0x20 => {
                let _ = write!(json, "\\u{:04x}", u32::from(control));
            }
            other => json.push(other),
        }
    }
    json.push('"');
}

/// The labels of a table as JSON keys, each only once: a repeated one is numbered, an empty one is `#` and its
/// column's letters.
pub(crate) fn keys<'a>(labels: impl Iterator<Item = (u32, &'a str)>) -> Vec<String> {
    let mut seen: std::collections::BTreeMap<String, u32> = std::collections::BTreeMap::new();
    labels
        .map(|(column, label)| {
            let label = match label.trim() {
                "" => format!("#{}", kooste_ingest::place::column_letters(column)),
                label => label.to_owned(),
            };
            let times = seen.entry(label.clone()).or_default();
            *times += 1;
            match *times {
                1 => string(&label),
                more => string(&format!("{label} ({more})")),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        let mut object = JsonObject::default();
        object.entry(&string("Huom \"x\""), "a\\b\n\u{1}");
        assert_eq!(object.finish(), r#"{"Huom \"x\"":"a\\b\n\u0001"}"#);
    }

    #[test]
    fn repeated_labels_stay_apart() {
        let labels = [(0, "Huom"), (1, ""), (2, "Huom")];
        let expected = ["\"Huom\"", "\"#B\"", "\"Huom (2)\""];
        assert_eq!(keys(labels.into_iter()), expected);
    }
}
