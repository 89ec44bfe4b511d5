//! A row of months in short: `tam | hel | maa`, `1 | 2 | … | 12`. Alone such a text says too little; several in their order do
//! (READING.md R10 and R23).

use super::flatten::Label;
use super::matcher::Matcher;
use crate::grid::{CellValue, Row};

/// The months as they are spelt out, with their short forms of three letters.
const MONTHS: [(&str, &str); 12] = [
    ("tammikuu", "tam"),
    ("helmikuu", "hel"),
    ("maaliskuu", "maa"),
    ("huhtikuu", "huh"),
    ("toukokuu", "tou"),
    ("kesäkuu", "kes"),
    ("heinäkuu", "hei"),
    ("elokuu", "elo"),
    ("syyskuu", "syy"),
    ("lokakuu", "lok"),
    ("marraskuu", "mar"),
    ("joulukuu", "jou"),
];
/// Months in their order that make a list.
const FEWEST: usize = 3;

/// Spells the months of a row out where at least three labels are such in their order.
pub(super) fn spell_out(labels: &mut [Label]) {
    for of in [in_letters, in_digits] {
        let found: Vec<(usize, usize, usize)> = labels
            .iter()
            .enumerate()
            .filter_map(|(at, label)| {
                let part = label
                    .parts
                    .iter()
                    .position(|part| of(&part.text).is_some())?;
                Some((at, part, of(&label.parts[part].text)?))
            })
            .collect();
        let mut months: Vec<usize> = found.iter().map(|(_, _, month)| *month).collect();
        months.dedup();
        if is_list(&months) {
            for (at, part, month) in found {
                MONTHS[month].0.clone_into(&mut labels[at].parts[part].text);
            }
        }
    }
}

/// Tells whether the numbers of a row are months in their order, behind a label of a field.
pub(super) fn is_numbered(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    let mut filled = row.filled();
    let Some((_, CellValue::Text(first))) = filled.next() else {
        return false;
    };
    let mut months = Vec::new();
    for (_, value) in filled {
        match (value, in_digits(&value.text())) {
            (CellValue::Number(_) | CellValue::Text(_), Some(month)) => months.push(month),
            (CellValue::Text(text), None) if matcher.is_total(text) => {}
            _ => return false,
        }
    }
    is_list(&months) && matcher.is_label(first)
}

/// Tells whether months follow each other, the first one behind the last one.
fn is_list(months: &[usize]) -> bool {
    months.len() >= FEWEST && months.windows(2).all(|pair| (pair[0] + 1) % 12 == pair[1])
}

fn in_letters(text: &str) -> Option<usize> {
    let short = text.trim().trim_end_matches('.').to_lowercase();
    MONTHS.iter().position(|(_, own)| *own == short)
}

fn in_digits(text: &str) -> Option<usize> {
    let digits = text.trim().trim_end_matches('.');
    let month: usize = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    (1..=12).contains(&month).then(|| month - 1)
}
