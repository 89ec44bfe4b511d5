//! How the records of a text are written: the delimiter under which its lines agree best, and the quote it uses.

use crate::document::Dialect;

/// Bytes of the beginning that are looked at.
const LOOKED_AT: usize = 16 * 1024;
/// Delimiters, the likelier first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Finds the dialect of a text; one without any delimiter gets a semicolon, which it does not hold.
pub(super) fn detect(text: &str) -> Dialect {
    let sample = sample(text.as_bytes());
    let mut best = Dialect {
        delimiter: b';',
        quote: Some(b'"'),
        escape: None,
    };
    let mut best_score = 0.0;
    for delimiter in DELIMITERS {
        if memchr::memchr(delimiter, sample).is_none() || is_punctuation(sample, delimiter) {
            continue;
        }
        for quote in [b'"', b'\''] {
            if quote == b'\'' && !quotes_fields(sample, delimiter, quote) {
                continue;
            }
            let score = score(sample, delimiter, quote);
            if score > best_score {
                best_score = score;
                best.delimiter = delimiter;
                best.quote = Some(quote);
            }
        }
    }
    if best
        .quote
        .is_some_and(|quote| escapes_by_backslash(sample, quote))
    {
        best.escape = Some(b'\\');
    }
    best
}

/// Tells whether commas only stand in sentences and decimal numbers: each has a space behind it, or digits on both sides,
/// and the lines have unlike numbers of them.
fn is_punctuation(sample: &[u8], delimiter: u8) -> bool {
    if delimiter != b',' {
        return false;
    }
    let digit = |at: Option<usize>| {
        at.and_then(|at| sample.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let all = memchr::memchr_iter(delimiter, sample).all(|at| {
        let next = sample.get(at + 1);
        next.is_none_or(u8::is_ascii_whitespace)
            || (digit(at.checked_sub(1)) && digit(Some(at + 1)))
    });
    all && {
        let mut widths = Widths::new(sample, delimiter, b'"').map(|record| record.fields);
        let first = widths.next();
        widths.any(|width| Some(width) != first)
    }
}

/// The beginning of a text, to the end of a line.
fn sample(bytes: &[u8]) -> &[u8] {
    if bytes.len() <= LOOKED_AT {
        return bytes;
    }
    let head = &bytes[..LOOKED_AT];
    let end = memchr::memrchr2(b'\n', b'\r', head).map_or(LOOKED_AT, |end| end + 1);
    &head[..end]
}

/// A quote stands at the start or end of some field.
fn quotes_fields(sample: &[u8], delimiter: u8, quote: u8) -> bool {
    let after = memchr::memmem::find(sample, &[delimiter, quote]).is_some();
    let before = memchr::memmem::find(sample, &[quote, delimiter]).is_some();
    after && before
}

/// Quotes stand behind backslashes, and nowhere inside a field behind another quote.
fn escapes_by_backslash(sample: &[u8], quote: u8) -> bool {
    let escaped = memchr::memmem::find(sample, &[b'\\', quote]).is_some();
    let doubled = memchr::memmem::find_iter(sample, &[quote, quote])
        .filter_map(|at| sample.get(at.checked_sub(1)?))
        .any(|before| before.is_ascii_alphanumeric() || *before == b' ');
    escaped && !doubled
}

/// How well the records agree: many rows of few different widths, wide ones, whose fields hold no other delimiter.
fn score(sample: &[u8], delimiter: u8, quote: u8) -> f64 {
    let mut widths: Vec<(usize, usize)> = Vec::new();
    let mut fields = 0_usize;
    let mut odd = 0_usize;
    for record in Widths::new(sample, delimiter, quote) {
        fields += record.fields;
        odd += record.odd;
        match widths.iter_mut().find(|(width, _)| *width == record.fields) {
            Some((_, count)) => *count += 1,
            None => widths.push((record.fields, 1)),
        }
    }
    let kinds = widths.len().max(1) as f64;
    let agreement: f64 = widths
        .iter()
        .map(|(width, count)| *count as f64 * (*width as f64 - 1.0) / *width as f64)
        .sum();
    let clean = 1.0 - odd as f64 / fields.max(1) as f64;
    agreement / kinds * clean
}

/// A record: its fields, and how many of them hold another delimiter or a stray quote.
pub(super) struct Width {
    pub(super) fields: usize,
    odd: usize,
}

/// The records of a text, counted and not taken apart.
pub(super) struct Widths<'s> {
    rest: &'s [u8],
    delimiter: u8,
    quote: u8,
}

impl<'s> Widths<'s> {
    pub(super) fn new(sample: &'s [u8], delimiter: u8, quote: u8) -> Self {
        Widths {
            rest: sample,
            delimiter,
            quote,
        }
    }
}

impl Iterator for Widths<'_> {
    type Item = Width;

    fn next(&mut self) -> Option<Width> {
        let start = self
            .rest
            .iter()
            .position(|byte| !matches!(byte, b'\n' | b'\r'))?;
        self.rest = &self.rest[start..];
        let mut record = Width { fields: 1, odd: 0 };
        let mut quoted = false;
        let mut at_start = true;
        let mut is_odd = false;
        let mut end = self.rest.len();
        for (at, &byte) in self.rest.iter().enumerate() {
            if quoted {
                quoted = byte != self.quote;
                continue;
            }
            if byte == self.quote && (at_start || self.rest[at - 1] == self.quote) {
                quoted = true;
            } else if byte == self.delimiter {
                record.fields += 1;
                record.odd += usize::from(is_odd);
                is_odd = false;
                at_start = true;
                continue;
            } else if matches!(byte, b'\n' | b'\r') {
                end = at;
                break;
            } else if matches!(byte, b';' | b'\t' | b'|' | b'"') || (at_start && byte == b'\'') {
                is_odd = true;
            }
            at_start = false;
        }
        record.odd += usize::from(is_odd);
        self.rest = &self.rest[end..];
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_commas_do_not_make_a_comma_the_delimiter() {
        let dialect =
            detect("Kunta;Tunnit;Kulut\nEspoo;1,5;12,00\nVantaa;2,0;3,50\nKerava;0,5;1,00\n");
        assert_eq!((dialect.delimiter, dialect.quote), (b';', Some(b'"')));
    }

    #[test]
    fn a_preamble_and_notes_do_not_hide_the_delimiter() {
        let dialect = detect(
            "Raportti: lokakuu 2018, Espoo\n\nKunta,Nimi,Määrä\nEspoo,\"Kahvila, ulkona\",12\nEspoo,Kerho,5\nEspoo,Kerho,5\n",
        );
        assert_eq!(dialect.delimiter, b',');
    }

    #[test]
    fn commas_and_colons_of_sentences_are_no_delimiters_r4() {
        let prose = "Tulokset\nTeimme paljon, kuten sovittiin: 1,5 tuntia, kahdesti.\nHaasteet\nAikaa oli vähän.\n";
        assert_eq!(detect(prose).delimiter, b';');
        assert_eq!(
            detect("Kunta: Espoo\nKausi: lokakuu 2018\n").delimiter,
            b';'
        );
        assert_eq!(detect("a, b, c\n1, 2, 3\n").delimiter, b',');
    }

    #[test]
    fn tabs_bars_and_single_quotes_are_found() {
        assert_eq!(detect("a\tb\tc\n1\t2\t3\n").delimiter, b'\t');
        assert_eq!(detect("a|b|c\n1|2|3\n").delimiter, b'|');
        let dialect = detect("'a','b, c','d'\n'1','2, 3','4'\n");
        assert_eq!((dialect.delimiter, dialect.quote), (b',', Some(b'\'')));
    }

    #[test]
    fn a_backslash_before_quotes_is_the_escape() {
        let dialect = detect("a,b\n\"sanoi \\\"hei\\\"\",1\n");
        assert_eq!(dialect.escape, Some(b'\\'));
    }
}
