//! Digits and separators: the part of a number that is written in figures.

use rust_decimal::Decimal;

use crate::values::state::is_dash;

/// Which of the two characters that can mean thousands or decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Point,
    Comma,
}

/// What stands between two groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    Mark(Mark),
    /// A space of any width.
    Space,
    Apostrophe,
}

/// A number written in figures at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figures {
    /// The number; for an ambiguous one as if the mark stood before decimals.
    pub(super) value: Decimal,
    /// Set for `1.234` and `1,234`: the mark that decides, and the value if it separates thousands.
    pub(super) ambiguous: Option<(Mark, Decimal)>,
    /// The marks that show their meaning here, for the style of the column.
    pub(super) decimal_mark: Option<Mark>,
    pub(super) thousands_mark: Option<Mark>,
    /// Bytes read.
    pub(super) length: usize,
}

impl Figures {
    /// The two decimals, if there are exactly two.
    pub(super) fn hundredths(&self) -> Option<i64> {
        let fraction = (self.value.scale() == 2).then(|| self.value.fract().mantissa().abs())?;
        i64::try_from(fraction).ok()
    }
}

/// Longest count of digits that an exact decimal holds.
const MOST_DIGITS: usize = 28;

/// Groups of digits and what separates them.
#[derive(Default)]
struct Groups {
    digits: i128,
    count: usize,
    lengths: [usize; 12],
    separators: [Option<Separator>; 12],
    groups: usize,
    first_is_zero: bool,
    length: usize,
}

/// Reads the figures at the beginning of `text`; none if there are none or they are not one number.
pub(super) fn figures(text: &str) -> Option<Figures> {
    let (negative, sign_length) = sign(text);
    let groups = groups(&text[sign_length..])?;
    let mut figures = evaluate(&groups)?;
    figures.length += sign_length;
    if negative {
        figures.value.set_sign_negative(true);
        if let Some((_, whole)) = &mut figures.ambiguous {
            whole.set_sign_negative(true);
        }
    }
    Some(figures)
}

/// A leading sign and its length in bytes, with spaces after it.
fn sign(text: &str) -> (bool, usize) {
    let Some(first) = text.chars().next() else {
        return (false, 0);
    };
    if first != '+' && !is_dash(first) {
        return (false, 0);
    }
    let after = &text[first.len_utf8()..];
    let spaces = after.len() - after.trim_start().len();
    (first != '+', first.len_utf8() + spaces)
}

fn groups(text: &str) -> Option<Groups> {
    let mut groups = Groups::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let start = at;
        while let Some(digit) = bytes.get(at).filter(|byte| byte.is_ascii_digit()) {
            groups.count += 1;
            if groups.count > MOST_DIGITS {
                return None;
            }
            groups.digits = groups.digits * 10 + i128::from(digit - b'0');
            at += 1;
        }
        *groups.lengths.get_mut(groups.groups)? = at - start;
        if groups.groups == 0 {
            groups.first_is_zero = bytes.get(start) == Some(&b'0');
        }
        groups.groups += 1;
        groups.length = at;
        match separator(&text[at..]) {
            Some((separator, length)) if continues(separator, &bytes[at + length..]) => {
                *groups.separators.get_mut(groups.groups - 1)? = Some(separator);
                at += length;
            }
            _ => break,
        }
    }
    (groups.count > 0).then_some(groups)
}

/// Tells whether the digits after a separator belong to the number: a space or an apostrophe only separates
/// groups of exactly three.
fn continues(separator: Separator, after: &[u8]) -> bool {
    let digits = after
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    match separator {
        Separator::Mark(_) => digits > 0,
        Separator::Space | Separator::Apostrophe => digits == 3,
    }
}

fn separator(text: &str) -> Option<(Separator, usize)> {
    let first = text.chars().next()?;
    let separator = match first {
        '.' => Separator::Mark(Mark::Point),
        ',' => Separator::Mark(Mark::Comma),
        '\'' | '\u{2019}' | '\u{02bc}' | '´' => Separator::Apostrophe,
        _ if first.is_whitespace() && !is_break(first) => Separator::Space,
        _ => return None,
    };
    Some((separator, first.len_utf8()))
}

/// Tells whether a white space ends a line or a column: two numbers stand around it, never the thousands of one.
pub(super) fn is_break(space: char) -> bool {
    space.is_control() || matches!(space, '\u{2028}' | '\u{2029}')
}

fn evaluate(groups: &Groups) -> Option<Figures> {
    let plain = |scale: usize| -> Option<Figures> {
        let scale = u32::try_from(scale).ok()?;
        Some(Figures {
            value: Decimal::try_from_i128_with_scale(groups.digits, scale).ok()?,
            ambiguous: None,
            decimal_mark: None,
            thousands_mark: None,
            length: groups.length,
        })
    };
    let separators = &groups.separators[..groups.groups - 1];
    let Some(last) = separators.last().copied().flatten() else {
        return plain(0);
    };
    let decimals = groups.lengths[groups.groups - 1];
    match (separators, last) {
        ([_], Separator::Mark(mark)) => {
            let mut figures = plain(decimals)?;
            let first = groups.lengths[0];
            if (1..=3).contains(&first) && decimals == 3 && !groups.first_is_zero {
                figures.ambiguous = Some((mark, plain(0)?.value));
            } else {
                figures.decimal_mark = Some(mark);
            }
            Some(figures)
        }
        ([thousands @ .., _], Separator::Mark(mark)) if !thousands.contains(&Some(last)) => {
            let mark_before = grouped(groups, thousands)?;
            let mut figures = plain(decimals)?;
            figures.decimal_mark = Some(mark);
            figures.thousands_mark = mark_before;
            Some(figures)
        }
        _ => {
            let mark = grouped(groups, separators)?;
            let mut figures = plain(0)?;
            figures.thousands_mark = mark;
            Some(figures)
        }
    }
}

/// Checks that the groups around `separators` are groups of thousands, all separated alike; the mark they use.
#[expect(
    clippy::option_option,
    reason = "outer: well formed or not; inner: by a mark or by a space"
)]
fn grouped(groups: &Groups, separators: &[Option<Separator>]) -> Option<Option<Mark>> {
    let first = separators.first().copied().flatten()?;
    let alike = separators.iter().all(|separator| *separator == Some(first));
    let threes = groups.lengths[1..=separators.len()]
        .iter()
        .all(|length| *length == 3);
    if !alike || !threes || !(1..=3).contains(&groups.lengths[0]) || groups.first_is_zero {
        return None;
    }
    Some(match first {
        Separator::Mark(mark) => Some(mark),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, bool, usize)> {
        figures(text).map(|figures| {
            let ambiguous = figures.ambiguous.is_some();
            (figures.value.to_string(), ambiguous, figures.length)
        })
    }

    fn whole(text: &str) -> Option<String> {
        let figures = figures(text)?;
        (figures.length == text.len() && figures.ambiguous.is_none())
            .then(|| figures.value.to_string())
    }

    #[test]
    fn decimals_and_thousands_are_told_apart() {
        for (text, value) in [
            ("15", "15"),
            ("0", "0"),
            ("12,5", "12.5"),
            ("12.50", "12.50"),
            ("1 234", "1234"),
            ("1\u{a0}234\u{a0}567,89", "1234567.89"),
            ("1\u{202f}234", "1234"),
            ("1\u{2009}234", "1234"),
            ("1'234.5", "1234.5"),
            ("1’234", "1234"),
            ("1.234.567", "1234567"),
            ("1.234,50", "1234.50"),
            ("1,234.50", "1234.50"),
            ("1234,567", "1234.567"),
            ("0,125", "0.125"),
            (",5", "0.5"),
            ("\u{2212}12,5", "-12.5"),
            ("- 3", "-3"),
            ("+4", "4"),
        ] {
            assert_eq!(whole(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn one_mark_before_three_digits_is_ambiguous() {
        assert_eq!(read("1.234"), Some(("1.234".into(), true, 5)));
        assert_eq!(read("-12,345"), Some(("-12.345".into(), true, 7)));
        assert_eq!(
            figures("-12,345").unwrap().ambiguous,
            Some((Mark::Comma, Decimal::from(-12_345)))
        );
    }

    #[test]
    fn figures_that_are_no_number_are_refused() {
        for text in [
            "5.10.2018",
            "1.23,4.5",
            "1 2345,6.7",
            "",
            "x",
            "-",
            "1.234.56",
            "12345678901234567890123456789",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
        assert_eq!(read("15 20").unwrap().2, 2);
        assert_eq!(read("2018 123").map(|found| found.2), None);
    }
}
