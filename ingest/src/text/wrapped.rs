//! Files saved twice: every record of the first file has become one quoted field (READING.md R4).

use std::borrow::Cow;

use super::dialect::{self, Widths};

/// The text of the first file, if every record is one quoted field that holds several fields, nearly always as many. Lines
/// keep their numbers.
pub(super) fn unwrapped(text: &str) -> Option<String> {
    if !text.starts_with('"') {
        return None;
    }
    let mut inner = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['\n', '\r']) {
            inner.push_str(&rest[..1]);
            rest = after;
            continue;
        }
        let (record, after) = quoted_record(rest)?;
        inner.push_str(&record);
        rest = after;
    }
    holds_records(&inner).then_some(inner)
}

/// The content of the one quoted field of the record at the beginning of `text`, and the line end behind it.
fn quoted_record(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let field = text.strip_prefix('"')?;
    let mut from = 0;
    let end = loop {
        let quote = from + field[from..].find('"')?;
        if !field[quote + 1..].starts_with('"') {
            break quote;
        }
        from = quote + 2;
    };
    let after = field[end + 1..].trim_start_matches([';', ',', '\t', ' ']);
    let is_ended = after.is_empty() || after.starts_with(['\n', '\r']);
    let content = &field[..end];
    let content = if content.contains('"') {
        Cow::Owned(content.replace("\"\"", "\""))
    } else {
        Cow::Borrowed(content)
    };
    is_ended.then_some((content, after))
}

/// Tells whether at least two records and nine tenths of all have the same number of fields, three or more.
fn holds_records(text: &str) -> bool {
    let dialect = dialect::detect(text);
    let quote = dialect.quote.unwrap_or(b'"');
    let fields: Vec<usize> = Widths::new(text.as_bytes(), dialect.delimiter, quote)
        .map(|record| record.fields)
        .collect();
    let Some(most) = fields.iter().max().filter(|most| **most >= 3) else {
        return false;
    };
    let alike = fields.iter().filter(|count| *count == most).count();
    alike >= 2 && alike * 10 >= fields.len() * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_saved_twice_is_what_it_was_at_first_r4() {
        let twice = "\"a;b;c\",,\n\"1;\"\"x;y\"\";3\",,\n";
        assert_eq!(unwrapped(twice).as_deref(), Some("a;b;c\n1;\"x;y\";3\n"));
    }

    #[test]
    fn quoted_texts_of_one_column_stay_whole_r4() {
        for text in [
            "\"Tulokset\"\n\"Hyvää, paljon, kaikkea\"\n\"Haasteet\"\n\"Aika\"\n",
            "\"a\";\"b\"\n\"1\";\"2\"\n",
            "\"a;b;c\"\n1;2;3\n",
        ] {
            assert_eq!(unwrapped(text), None, "{text}");
        }
    }
}
