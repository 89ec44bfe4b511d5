//! What a number format of a workbook shows a number as: a plain number, a percentage, or a date.

use crate::grid::CellValue;

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    Number,
    /// As a percentage.
    Percent,
    /// As a date, a time of day or a duration.
    Date,
}

/// Days between the two epochs that workbooks count dates from.
const DAYS_TO_1904: f64 = 1462.0;

impl Shown {
    /// The value of a cell that holds `number` and is shown so.
    pub(super) fn value(self, number: f64, counts_from_1904: bool) -> CellValue<'static> {
        match self {
            Shown::Number => CellValue::Number(number),
            Shown::Percent => CellValue::Percent(number),
            // A time of day has no epoch.
            Shown::Date if counts_from_1904 && number >= 1.0 => {
                CellValue::Date(number + DAYS_TO_1904)
            }
            Shown::Date => CellValue::Date(number),
        }
    }
}

/// How a built-in format shows a number, by its number in the file.
pub(super) fn shown_by_number(number: u32) -> Shown {
    match number {
        9 | 10 => Shown::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Date,
        _ => Shown::Number,
    }
}

/// How a format code shows a number; of several sections the first counts, that of positive numbers.
pub(super) fn shown_by_code(code: &str) -> Shown {
    let mut characters = code.chars();
    let mut digits = false;
    while let Some(character) = characters.next() {
        match character {
            '"' => while characters.next().is_some_and(|inner| inner != '"') {},
            '\\' | '_' | '*' => drop(characters.next()),
            '[' => {
                let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                if is_duration(&inner) {
                    return Shown::Date;
                }
            }
            ';' => break,
            '%' => return Shown::Percent,
            '0' | '#' | '?' => digits = true,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' if !digits => {
                return Shown::Date;
            }
            'G' | 'g' if characters.as_str().get(..6).is_some_and(is_general_rest) => {
                return Shown::Number;
            }
            _ => {}
        }
    }
    Shown::Number
}

/// Letters of which every unit that is told has one.
const LETTERS: [char; 4] = ['€', 'e', 'E', 'n'];

/// The unit other than the usual one that a format shows behind the numbers of a cell: a multiple of euros, `0.0 "t€"`, or
/// minutes, `0 "min"`; none where a comma behind the digits divides by a thousand, so that the cell holds euros.
pub(super) fn unit_of_format(code: &str) -> Option<&'static str> {
    if !code.contains(LETTERS) {
        return None;
    }
    let mut words = String::new();
    let mut last = ' ';
    let mut is_divided = false;
    let mut characters = code.split(';').next()?.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => words.extend(characters.by_ref().take_while(|inner| *inner != '"')),
            '\\' => words.extend(characters.next()),
            '_' | '*' => drop(characters.next()),
            '[' => {
                let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                let currency = inner.strip_prefix('$').unwrap_or_default();
                words.push_str(currency.split('-').next().unwrap_or_default());
            }
            ',' if matches!(last, '0' | '#') => {
                is_divided |= !characters
                    .peek()
                    .is_some_and(|next| matches!(next, '0' | '#'));
            }
            _ if character.is_alphabetic() || character == '€' => words.push(character),
            _ => {}
        }
        last = character;
    }
    unit_of(&words).filter(|_| !is_divided)
}

/// The same of the text that a cell shows, `1,5 t€`; none where it shows the thousandth of the number.
pub(super) fn unit_shown(text: &str, number: f64) -> Option<&'static str> {
    if !text.contains(LETTERS) {
        return None;
    }
    let (digits, words): (String, String) = text
        .chars()
        .filter(|character| !character.is_whitespace())
        .partition(|character| character.is_ascii_digit() || matches!(character, ',' | '.'));
    let unit = unit_of(&words)?;
    let shown: f64 = digits.replace(',', ".").parse().ok()?;
    (number.abs() < 10.0 * shown + 1.0).then_some(unit)
}

/// The unit that a word behind a number says.
fn unit_of(words: &str) -> Option<&'static str> {
    let is_letter = |character: &char| !character.is_whitespace() && *character != '.';
    let word: String = words.chars().filter(is_letter).collect();
    match word.trim_start_matches(['-', '−']).to_lowercase().as_str() {
        "t€" | "k€" | "te" | "teur" | "keur" | "tuhatta€" | "tuhattaeuroa" | "tuhateuroa"
        | "1000€" | "tusen€" | "tuseneuro" => Some("t€"),
        "min" | "minuuttia" | "minuter" => Some("min"),
        "m€" | "meur" | "milj€" | "miljoonaa€" | "miljoonaaeuroa" | "mn€" => Some("M€"),
        _ => None,
    }
}

/// `[h]`, `[mm]`, `[ss]`: elapsed time.
fn is_duration(inner: &str) -> bool {
    let first = inner.chars().next().map(|c| c.to_ascii_lowercase());
    matches!(first, Some('h' | 'm' | 's'))
        && inner.chars().all(|c| Some(c.to_ascii_lowercase()) == first)
}

fn is_general_rest(rest: &str) -> bool {
    rest.eq_ignore_ascii_case("eneral")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_count_only_outside_quotes() {
        assert_eq!(shown_by_code("0.0 %"), Shown::Percent);
        assert_eq!(shown_by_code("0\" %\""), Shown::Number);
        assert_eq!(shown_by_code("0\\%"), Shown::Number);
    }

    #[test]
    fn a_unit_in_a_format_is_told() {
        for (code, unit) in [
            ("0.0 \"t€\"", Some("t€")),
            ("#,##0.0 \"tuhatta €\"", Some("t€")),
            ("#,##0.0\\ [$k€-40B]", Some("t€")),
            ("0.00\\ \"M€\"", Some("M€")),
            ("0\" min\"", Some("min")),
            ("[mm]", None),
            ("0.0,\" t€\"", None),
            ("#,##0.00 \"€\"", None),
            ("#,##0\\ [$€-40B]", None),
            ("General", None),
            ("0.00E+00", None),
        ] {
            assert_eq!(unit_of_format(code), unit, "{code}");
        }
    }

    #[test]
    fn a_unit_shown_is_told_unless_the_number_was_divided() {
        for (text, number, unit) in [
            ("1,5 t€", 1.5, Some("t€")),
            ("-1,5 t€", -1.5, Some("t€")),
            ("1,5 t€", 1500.0, None),
            ("0,0 t€", 0.0, Some("t€")),
            ("2 M€", 2.0, Some("M€")),
            ("12,00 €", 12.0, None),
            ("12", 12.0, None),
        ] {
            assert_eq!(unit_shown(text, number), unit, "{text}");
        }
    }

    #[test]
    fn dates_times_and_durations_are_dates() {
        for code in [
            "dd.mm.yyyy",
            "[$-40B]d. mmmm yyyy",
            "[h]:mm:ss",
            "h:mm",
            "yyyy\\-mm\\-dd",
        ] {
            assert_eq!(shown_by_code(code), Shown::Date, "{code}");
        }
    }

    #[test]
    fn numbers_with_units_and_colours_are_numbers() {
        for code in [
            "General",
            "#,##0.00 \"mk\"",
            "[Red]0",
            "_-* #,##0 _€_-;-* #,##0 _€_-",
            "@",
            "0.00E+00",
            "GENERAL",
            "#,##0\\ [$€-40B]",
        ] {
            assert_eq!(shown_by_code(code), Shown::Number, "{code}");
        }
    }
}
