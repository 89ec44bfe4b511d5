//! What the cells of a column look like, as a tie-breaker between fields that its label may name.

use crate::grid::CellValue;
use crate::vocabulary::{FieldKind, Lexicon, Term};

/// How well the cells of a column go with a kind of field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// Most cells cannot be such values.
    Against,
    /// The cells say nothing.
    Open,
    /// Most cells are such values, and hardly any others.
    For,
}

/// Judges sample cells (not blank ones) against a kind of field.
pub(crate) fn fit(kind: &FieldKind, cells: &[CellValue<'_>], lexicon: &dyn Lexicon) -> Fit {
    if cells.is_empty() {
        return Fit::Open;
    }
    let share = |test: &dyn Fn(&CellValue<'_>) -> bool| {
        cells.iter().filter(|cell| test(cell)).count() * 10 / cells.len()
    };
    let names = |wanted: &dyn Fn(&Term) -> bool| {
        share(&|cell| lexicon.recognise(&cell.text()).iter().any(wanted))
    };
    match kind {
        FieldKind::Date => judge(share(&|cell| looks_like_date(*cell))),
        FieldKind::Month => judge(names(&|term| matches!(term, Term::Month { .. }))),
        FieldKind::Municipality | FieldKind::MunicipalityList => {
            judge(names(&|term| matches!(term, Term::Municipality(_))))
        }
        FieldKind::Organisation => judge(names(&|term| {
            matches!(term, Term::Organisation(_) | Term::Municipality(_))
        })),
        FieldKind::Code(list) | FieldKind::CodeList(list) => judge(names(
            &|term| matches!(term, Term::Code { list: found, .. } if found == list),
        )),
        FieldKind::Count | FieldKind::Decimal | FieldKind::Money => {
            // Nearly every number column holds only numbers, so they speak for none in particular.
            match share(&|cell| looks_like_number(*cell)) {
                0..=3 => Fit::Against,
                _ => Fit::Open,
            }
        }
        FieldKind::Text | FieldKind::TextList | FieldKind::OrganisationText => {
            let numbers = share(&|cell| looks_like_number(*cell) || looks_like_date(*cell));
            if numbers >= 7 {
                Fit::Against
            } else {
                Fit::Open
            }
        }
    }
}

fn judge(tenths: usize) -> Fit {
    match tenths {
        0..=2 => Fit::Against,
        3..=5 => Fit::Open,
        _ => Fit::For,
    }
}

/// Tells whether a cell is a date or text of digits with two separators, like `5.10.2018` or `3.–4.10.`.
pub(crate) fn looks_like_date(cell: CellValue<'_>) -> bool {
    match cell {
        // A time of day alone is none.
        CellValue::Date(days) => days >= 1.0,
        CellValue::Text(text) => Signs::of(text).are_date(),
        _ => false,
    }
}

/// How many signs of a kind a text has.
struct Signs {
    digits: usize,
    /// Signs between the parts of a date.
    marks: usize,
    letters: usize,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Signs {
            digits: 0,
            marks: 0,
            letters: 0,
        };
        for sign in text.chars() {
            match sign {
                '0'..='9' => signs.digits += 1,
                '.' | '/' | '-' => signs.marks += 1,
                sign => signs.letters += usize::from(sign.is_alphabetic()),
            }
        }
        signs
    }

    fn are_date(&self) -> bool {
        self.digits >= 2 && self.marks >= 2 && self.letters <= 2
    }
}

/// Tells whether a text is a number of something that is counted by a long word: `74 henkilöä`.
fn is_count(text: &str) -> bool {
    const COUNTED: [&str; 11] = [
        "henkilö",
        "osallistuja",
        "asiakas",
        "kävijä",
        "lasta",
        "perhettä",
        "tilaisuutta",
        "personer",
        "deltagare",
        "familjer",
        "besökare",
    ];
    let text = text.trim_start();
    // Most texts are none, and this is asked of many.
    if !text.starts_with(|sign: char| sign.is_ascii_digit()) {
        return false;
    }
    let word = text
        .trim_start_matches(|sign: char| !sign.is_alphabetic())
        .to_lowercase();
    COUNTED.iter().any(|counted| {
        let ending = word.strip_prefix(counted);
        ending.is_some_and(|ending| ending.chars().count() <= 2)
    })
}

/// Tells whether a cell is a number or text that begins with one, like `15 hlö` or `noin 5`.
pub(crate) fn looks_like_number(cell: CellValue<'_>) -> bool {
    match cell {
        CellValue::Number(_) | CellValue::Percent(_) => true,
        CellValue::Text(text) => {
            let signs = Signs::of(text);
            let state = || matches!(text.trim(), "-" | "–" | "—" | ".." | "..." | "…" | "?");
            let is_short = signs.letters <= 6 || is_count(text);
            (signs.digits > 0 && is_short && !signs.are_date()) || state()
        }
        _ => false,
    }
}
