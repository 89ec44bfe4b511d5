//! A text of dates cut into numbers, signs and names of months; weekdays and times of day fall away.

use crate::values::month_names::month_named;
use crate::values::state::is_dash;

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A number, the count of its digits, and whether white space stands before it.
    Number {
        value: u32,
        digits: usize,
        spaced: bool,
    },
    Point,
    Dash,
    Slash,
    /// A comma, semicolon, plus or a word for "and".
    And,
    /// The name of a month.
    Month(u32),
}

const WEEKDAYS: &str = "ma ti ke to pe la su maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai \
    maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina mån tis ons tor tors fre lör sön \
    må on fr lö sö måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen \
    lördagen söndagen mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday";

/// Words that may stand beside a date and change nothing.
const NOISE: &str = "den pvm pv päivä päivänä alkaen lähtien från of the th";

/// Parts of the day, which fall away like times.
const DAYTIME: &str = "aamu aamulla aamuisin aamupäivä aamupäivällä aamupv ap päivällä iltapäivä iltapäivällä iltapv ip ilta illalla \
    iltaisin morgon morgonen förmiddag förmiddagen fm eftermiddag eftermiddagen em kväll kvällen morning afternoon evening";

/// Words that stand before the number of a week, which falls away beside its day.
const WEEK: &str = "vko viikko vk v vecka week";

/// First and last hour of what is taken for a span of times without a word or minutes.
const OPEN: std::ops::RangeInclusive<u32> = 7..=22;

/// Words for "and" between dates.
const AND: &str = "ja och and sekä samt";

/// Words that stand before a time of day.
const CLOCK: &str = "klo kello kl klockan at";

/// Cuts a text; none if it holds anything that does not belong to dates.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let lower = text.to_lowercase();
    let mut rest = lower.as_str();
    let mut tokens = Vec::new();
    let mut spaced = false;
    let mut worded = false;
    while let Some(first) = rest.chars().next() {
        let after_space = std::mem::take(&mut spaced);
        if first.is_ascii_digit() {
            let time = bare_time(rest, after_space && !tokens.is_empty())
                .or_else(|| hours(rest, &tokens, after_space));
            if let Some(after) = time {
                rest = after;
                continue;
            }
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let value = rest[..digits].parse().ok()?;
            tokens.push(Token::Number {
                value,
                digits,
                spaced: after_space,
            });
            rest = &rest[digits..];
        } else if first.is_alphabetic() {
            let letters = rest.find(|character: char| !character.is_alphabetic());
            let (word, after) = rest.split_at(letters.unwrap_or(rest.len()));
            rest = self::word(word, after, &mut tokens)?;
            spaced = true;
            worded = true;
        } else {
            match first {
                '.' => tokens.push(Token::Point),
                '/' => tokens.push(Token::Slash),
                ',' | ';' | '+' | '&' | '\n' => tokens.push(Token::And),
                // `-5.10.2018` is the end of a range without its start.
                _ if is_dash(first) && tokens.is_empty() && !worded => return None,
                _ if is_dash(first) => tokens.push(Token::Dash),
                // `5:e oktober`
                ':' if rest.starts_with(":e ") || rest.starts_with(":a ") => {
                    rest = &rest[1..];
                }
                '(' | ')' | '\'' => {}
                _ if first.is_whitespace() => spaced = true,
                _ => return None,
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    Some(tokens)
}

/// Takes a word; the text behind it, or none if the word has no place in a date.
fn word<'a>(word: &str, after: &'a str, tokens: &mut Vec<Token>) -> Option<&'a str> {
    let among = |words: &str| words.split_whitespace().any(|known| known == word);
    if let Some(month) = month_named(word) {
        tokens.push(Token::Month(month));
    } else if among(AND) {
        tokens.push(Token::And);
    } else if among(CLOCK) {
        let start = after.trim_start_matches(['.', ' ', '\u{a0}', ':']);
        return time_range(start);
    } else if among(WEEK) {
        let number = after.trim_start_matches(['.', ' ', '\u{a0}', ':']);
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        return matches!(digits, 1 | 2).then(|| &number[digits..]);
    } else if word == "t" || word == "z" {
        // ISO 8601 with a time of day: `2018-10-05T13:30:00Z`.
        return if word == "z" {
            Some(after)
        } else {
            time_range(after)
        };
    } else if !among(WEEKDAYS) && !among(NOISE) && !among(DAYTIME) {
        return None;
    }
    // Abbreviations end in a point.
    Some(after.strip_prefix('.').unwrap_or(after))
}

/// The text behind a time of day or a span of times; none if there is no time.
fn time_range(text: &str) -> Option<&str> {
    let after = time(text)?;
    let dash = after.trim_start();
    let second = dash
        .strip_prefix(is_dash)
        .and_then(|rest| time(rest.trim_start()));
    Some(second.unwrap_or(after))
}

/// The text behind `13`, `13.30`, `13:30` or `13:30:00`.
fn time(text: &str) -> Option<&str> {
    let hour = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&hour) || text[..hour].parse::<u32>().ok()? > 24 {
        return None;
    }
    let mut rest = &text[hour..];
    for _ in 0..2 {
        let part = rest
            .strip_prefix(['.', ':'])
            .filter(|part| part.bytes().take_while(u8::is_ascii_digit).count() == 2);
        if let Some(part) = part {
            rest = &part[2..];
        }
    }
    Some(rest)
}

/// The text behind a time of day without a word before it: with a colon, or with a point where no month can
/// stand (`9.00–11.30` behind a date).
fn bare_time(text: &str, behind_date: bool) -> Option<&str> {
    let hour = text.bytes().take_while(u8::is_ascii_digit).count();
    let minutes = text[hour..].strip_prefix([':', '.'])?;
    let digits = minutes.bytes().take_while(u8::is_ascii_digit).count();
    let no_month = digits == 2
        && minutes[..2]
            .parse::<u32>()
            .is_ok_and(|value| value == 0 || value > 12)
        && !minutes[2..].starts_with('.');
    let colon = text[hour..].starts_with(':') && digits >= 2;
    if colon || (behind_date && no_month) {
        time_range(text)
    } else {
        None
    }
}

/// The text behind a span of full hours, `17-19`, that stands before a whole day (`17-19 3.10.2018`) or behind one
/// (`3.10. 9-11`). As days its numbers would have no month.
fn hours<'a>(text: &'a str, before: &[Token], after_space: bool) -> Option<&'a str> {
    let hour = |text: &'a str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let hour: u32 = text[..digits].parse().ok().filter(|_| digits <= 2)?;
        OPEN.contains(&hour).then(|| (hour, &text[digits..]))
    };
    let (first, rest) = hour(text)?;
    let (last, rest) = hour(rest.trim_start().strip_prefix(is_dash)?.trim_start())?;
    if first >= last {
        return None;
    }
    let behind = rest.trim_start();
    let is_spaced = behind.len() < rest.len();
    let stands_before =
        matches!(before, [] | [.., Token::And]) && is_spaced && begins_with_day(behind);
    let is_day = matches!(
        before,
        [.., Token::Number { .. }, Token::Point] | [.., Token::Number { digits: 4, .. }]
    );
    let follows = match before {
        [.., Token::And] => behind.is_empty(),
        _ => after_space && is_day && !rest.starts_with(['.', '/', ':']),
    };
    (stands_before || follows).then_some(rest)
}

/// Tells whether a text begins with a day and its month: `3.10.`, `3.10.2018`, `3/10`.
fn begins_with_day(text: &str) -> bool {
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        matches!(digits, 1 | 2).then_some(digits)
    };
    let Some(day) = number(text) else {
        return false;
    };
    let Some(month) = text[day..].strip_prefix(['.', '/']) else {
        return false;
    };
    let ends = |digits: usize| text.contains('/') || month[digits..].starts_with('.');
    number(month).is_some_and(ends)
}
