//! Single days in a row of tokens, each as complete as it is written: `3.`, `28.12.`, `5.10.2018`.

use super::tokens::Token;

/// A day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) day: u32,
    pub(super) month: Option<u32>,
    pub(super) year: Option<i32>,
    /// Whether day and month could stand the other way round (`5/10/2018`).
    pub(super) order_open: bool,
    /// Whether the day stands first, where the numbers show it (`13/10`).
    pub(super) day_first: Option<bool>,
    /// Whether it is written like a decimal number (`16.12`).
    pub(super) like_number: bool,
    /// Whether a dash follows, so that it begins a range.
    pub(super) to_next: bool,
}

/// Years of two digits that may stand behind a dash; other numbers there are days.
const YEARS: std::ops::RangeInclusive<u32> = 10..=29;

/// Reads all items; none if the tokens are anything but dates.
pub(super) fn items(mut tokens: &[Token]) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    loop {
        while let [Token::And, rest @ ..] = tokens {
            tokens = rest;
        }
        if items.is_empty() {
            // What is left of `pe–la 5.–6.10.` when the weekdays are gone.
            while let [Token::Dash | Token::Point, rest @ ..] = tokens {
                tokens = rest;
            }
        }
        if tokens.is_empty() {
            return (!items.is_empty() && !items.last()?.to_next).then_some(items);
        }
        let (mut item, rest) = item(tokens)?;
        tokens = rest;
        // `4-6 15.10.` are hours or days, which nothing tells.
        let ends_range = items.last().is_some_and(|last| last.to_next);
        if ends_range && item.month.is_none() && matches!(tokens, [Token::Number { .. }, ..]) {
            return None;
        }
        // `9.10.2018.`
        if let ([Token::Point, rest @ ..], Some(_)) = (tokens, item.year) {
            tokens = rest;
        }
        if let [Token::Dash, rest @ ..] = tokens {
            item.to_next = true;
            tokens = rest;
        }
        items.push(item);
    }
}

fn item(tokens: &[Token]) -> Option<(Item, &[Token])> {
    year_first(tokens)
        .or_else(|| slashed(tokens))
        .or_else(|| named(tokens))
        .or_else(|| pointed(tokens))
}

fn plain(day: u32, month: Option<u32>, year: Option<i32>) -> Item {
    Item {
        day,
        month,
        year,
        order_open: false,
        day_first: None,
        like_number: false,
        to_next: false,
    }
}

/// `2018-10-05`, `2018/10/05`, `2018.10.05`, `20181005`.
fn year_first(tokens: &[Token]) -> Option<(Item, &[Token])> {
    use Token::{Dash, Number, Point, Slash};
    match tokens {
        [
            Number {
                value: year,
                digits: 4,
                ..
            },
            first @ (Dash | Slash | Point),
            Number { value: month, .. },
            second,
            Number { value: day, .. },
            rest @ ..,
        ] if first == second => Some((plain(*day, Some(*month), Some(year.cast_signed())), rest)),
        [
            Number {
                value, digits: 8, ..
            },
            rest @ ..,
        ] => {
            let year = (value / 10_000).cast_signed();
            Some((
                plain(value % 100, Some(value / 100 % 100), Some(year)),
                rest,
            ))
        }
        _ => None,
    }
}

/// `13/10/2018` and `13-10-2018`; also `13/10` without a year.
fn slashed(tokens: &[Token]) -> Option<(Item, &[Token])> {
    use Token::{Dash, Number, Slash};
    let (first, second, year, rest) = match tokens {
        [
            Number { value: first, .. },
            a @ (Slash | Dash),
            Number { value: second, .. },
            b,
            Number {
                value: year,
                digits,
                ..
            },
            rest @ ..,
        ] if a == b && (*digits == 4 || (*digits == 2 && *a == Slash)) => {
            (*first, *second, Some(full_year(*year, *digits)), rest)
        }
        [
            Number { value: first, .. },
            Slash,
            Number {
                value: second,
                digits: 1..=2,
                ..
            },
            rest @ ..,
        ] => {
            let (year, rest) = year_beside(rest);
            (*first, *second, year, rest)
        }
        _ => return None,
    };
    let item = if second > 12 && first <= 12 && year.is_some() {
        Item {
            day_first: Some(false),
            ..plain(second, Some(first), year)
        }
    } else if second > 12 && first <= 12 {
        // `10/18` is the 18th to some and October 2018 to others.
        Item {
            order_open: true,
            ..plain(first, Some(second), None)
        }
    } else {
        Item {
            order_open: first <= 12 && second <= 12 && first != second,
            day_first: (first > 12 && second <= 12).then_some(true),
            ..plain(first, Some(second), year)
        }
    };
    Some((item, rest))
}

/// The year behind day and month, if it is told: `3/10 2018`, `3/10-18`, `3.10 -18`.
fn year_beside(tokens: &[Token]) -> (Option<i32>, &[Token]) {
    use Token::{Dash, Month, Number, Point, Slash};
    match tokens {
        [
            Number {
                value,
                digits: 4,
                spaced: true,
            },
            rest @ ..,
        ] => (Some(value.cast_signed()), rest),
        // `3/10-18/10` are days.
        [
            Dash,
            Number {
                value,
                digits: 2,
                spaced: false,
            },
            rest @ ..,
        ] if YEARS.contains(value) && !matches!(rest, [Point | Slash | Dash | Month(_), ..]) => {
            (Some(full_year(*value, 2)), rest)
        }
        _ => (None, tokens),
    }
}

/// `5. lokakuuta 2018`, `5 oktober`, `lokakuun 5. 2018`.
fn named(tokens: &[Token]) -> Option<(Item, &[Token])> {
    use Token::{Month, Number, Point};
    let (day, month, rest) = match tokens {
        [
            Number {
                value,
                digits: 1..=2,
                ..
            },
            Point,
            Month(month),
            rest @ ..,
        ]
        | [
            Number {
                value,
                digits: 1..=2,
                ..
            },
            Month(month),
            rest @ ..,
        ]
        | [
            Month(month),
            Number {
                value,
                digits: 1..=2,
                ..
            },
            Point,
            rest @ ..,
        ]
        | [
            Month(month),
            Number {
                value,
                digits: 1..=2,
                ..
            },
            rest @ ..,
        ] => (*value, *month, rest),
        _ => return None,
    };
    let (year, rest) = year_behind(rest);
    Some((plain(day, Some(month), year), rest))
}

/// The year behind a day with the name of its month, if it is told: `5. lokakuuta 2018`, `Oct 5, 2018`.
fn year_behind(tokens: &[Token]) -> (Option<i32>, &[Token]) {
    use Token::{And, Number};
    match tokens {
        [
            And,
            Number {
                value: year,
                digits: 4,
                ..
            },
            rest @ ..,
        ]
        | [
            Number {
                value: year,
                digits: 4,
                ..
            },
            rest @ ..,
        ] => (Some(year.cast_signed()), rest),
        _ => (None, tokens),
    }
}

/// `5.10.2018`, `5.10.18`, `5.10.`, `5.10`, `5.`, `5`.
fn pointed(tokens: &[Token]) -> Option<(Item, &[Token])> {
    use Token::{Number, Point};
    match tokens {
        [
            Number {
                value: day,
                digits: 1..=2,
                ..
            },
            Point,
            Number {
                value: month,
                digits: 1..=2,
                spaced,
            },
            after @ ..,
        ] => with_month(*day, *month, after).or_else(|| {
            let item = Item {
                like_number: !spaced,
                ..plain(*day, (!spaced).then_some(*month), None)
            };
            // `3. 4` is a day, and then another one.
            Some((item, if *spaced { &tokens[2..] } else { after }))
        }),
        [
            Number {
                value: day,
                digits: 1..=2,
                ..
            },
            Point,
            rest @ ..,
        ]
        | [
            Number {
                value: day,
                digits: 1..=2,
                ..
            },
            rest @ ..,
        ] => Some((plain(*day, None, None), rest)),
        _ => None,
    }
}

/// A day whose month ends in a point or is followed by a year.
fn with_month(day: u32, month: u32, after: &[Token]) -> Option<(Item, &[Token])> {
    use Token::{Number, Point};
    let (year, rest) = match after {
        [Point, Number { value: year, digits: 4, .. }, rest @ ..]
        // `5.10 2018`
        | [Number { value: year, digits: 4, .. }, rest @ ..] => (Some(year.cast_signed()), rest),
        [Point, Number { value: year, digits: 2, spaced: false }, rest @ ..]
            if !matches!(rest, [Point, _, ..]) =>
        {
            (Some(full_year(*year, 2)), rest)
        }
        [Point, rest @ ..] => year_beside(rest),
        // `3.10 -18`
        _ => match year_beside(after) {
            (None, _) => return None,
            found => found,
        },
    };
    Some((plain(day, Some(month), year), rest))
}

/// The year of two digits (20yy) or four.
fn full_year(year: u32, digits: usize) -> i32 {
    let year = year.cast_signed();
    if digits == 2 { 2000 + year } else { year }
}
