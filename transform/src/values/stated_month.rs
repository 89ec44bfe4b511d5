//! The month that is stated in the place asked for it, however it is written (READING.md R23): `10-18`, a serial, first and
//! last day, `lokakkuu 2018`. What cannot be one month is told apart from what nobody can read.

use chrono::NaiveDate;
use kooste_ingest::grid::CellValue;

use super::date::{DateBounds, DateRule, DateStyle, date};
use super::fold;
use super::month::{SaidMonth, names_quarter, said};
use super::month_names::{misspelt_month, month_named, short_month_named};
use super::month_numbers::{in_numbers, is_range_of_numbers, month_of_digits, said_whole};
use super::state::state;
use crate::calendar::Month;

/// What such a place states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    /// One month, with or without its year.
    Month(SaidMonth),
    /// One month, misspelt within one edit, beside its year.
    Misspelt(SaidMonth),
    /// More than one month: a quarter, a range, a list.
    Several,
    /// Words or numbers that are no month.
    Unreadable,
    /// Nothing: a blank, a dash, `ei tietoa`.
    Nothing,
}

/// Words that may stand around days that are a month: `Ajalta 1.10.–31.10.2018`.
const AROUND_DAYS: [&str; 12] = [
    "ajalta",
    "aika",
    "ajalla",
    "ajanjakso",
    "kausi",
    "tiden",
    "tid",
    "perioden",
    "period",
    "för",
    "välillä",
    "mellan",
];

/// Words that make a number a month: `10. kuukausi 2018`, `kk 10`.
const COUNTED: [&str; 9] = [
    "kk",
    "kuukausi",
    "kuukauden",
    "kuu",
    "kuun",
    "månad",
    "månaden",
    "mån",
    "month",
];

/// Words that make a number a week, which tells no month.
const WEEKS: [&str; 9] = [
    "vk", "vko", "vkot", "viikko", "viikot", "viikon", "vecka", "veckor", "week",
];

/// Reads what a place asked for the month states; `is_open` tells whether reports of a month are expected at all, which decides
/// what numbers without words mean.
#[must_use]
pub fn stated(text: &str, is_open: impl Fn(Month) -> bool) -> Stated {
    let text = fold::trim(text);
    let is_blank = !text.contains(char::is_alphanumeric);
    if is_blank || state(CellValue::Text(text)).is_some() {
        return Stated::Nothing;
    }
    if let Some(said) = said(text).or_else(|| in_numbers(text, is_open)) {
        return Stated::Month(said);
    }
    if is_range_of_numbers(text) {
        return Stated::Several;
    }
    of_days(text).unwrap_or_else(|| in_words(text))
}

/// Tells whether a name or title speaks of more than one month: `Q3 2018`, `7-9 2018`, `heinä-syyskuu`.
#[must_use]
pub fn names_several(text: &str) -> bool {
    is_range_of_numbers(text) || names_quarter(text) || joins_months(text) || {
        let groups = text.split(|sign: char| !sign.is_ascii_digit());
        let is_long = groups.filter(|group| !group.is_empty()).count() > 3;
        is_long && matches!(of_days_within(text), Some(Stated::Several))
    }
}

/// Tells whether the words of a name or title that tells no month speak of a longer time: `vuosiraportti 2018`, `syksy 2018`,
/// `viikot 40-43`.
#[must_use]
pub fn names_longer_time(text: &str) -> bool {
    const BEGINNINGS: [&str; 13] = [
        "vuosiraport",
        "vuosikertomu",
        "vuosiyhteenve",
        "årsrapport",
        "årsberättel",
        "puolivuo",
        "halvår",
        "kevätkau",
        "syyskau",
        "vårtermin",
        "hösttermin",
        "viikot",
        "veckor",
    ];
    const SEASONS: [&str; 5] = ["kevät", "syksy", "talvi", "höst", "hösten"];
    let folded = fold::words(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_year =
        |word: Option<&&str>| word.is_some_and(|word| word.len() == 4 && year_of(word).is_some());
    words.iter().enumerate().any(|(at, word)| {
        BEGINNINGS.iter().any(|begin| word.starts_with(begin))
            || SEASONS.contains(word) && is_year(words.get(at + 1))
    })
}

/// Days, or first and last day; words may stand around them that say no more than that. None where there are no days.
fn of_days(text: &str) -> Option<Stated> {
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    let end = text.rfind(|sign: char| sign.is_ascii_digit())?;
    let around = format!("{} {}", &text[..start], &text[end + 1..]);
    let is_plain = fold::words(&around)
        .split(' ')
        .all(|word| word.is_empty() || AROUND_DAYS.contains(&word));
    if is_plain { of_days_within(text) } else { None }
}

fn of_days_within(text: &str) -> Option<Stated> {
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    let end = text.rfind(|sign: char| sign.is_ascii_digit())?;
    let point = usize::from(text[end + 1..].starts_with('.'));
    let days = &text[start..=end + point];
    if let Some(said) = iso_days(days) {
        return Some(said);
    }
    let rule = |month| DateRule {
        month,
        bounds: DateBounds::Century,
        style: DateStyle::default(),
    };
    // Any year does for days that name none: only their month is taken.
    let told = date(CellValue::Text(days), &rule(None)).value;
    // Day and month are in no doubt where the last is a day above twelve: `1/10/2018-31/10/2018`.
    let by_points = || {
        let days = days.contains('/').then(|| days.replace('/', "."))?;
        let span = date(CellValue::Text(&days), &rule(None)).value?;
        let last = span.end.unwrap_or(span.start);
        (chrono::Datelike::day(&last) > 12).then_some(span)
    };
    let told = told.or_else(by_points);
    let has_year = told.is_some();
    let span = told.or_else(|| date(CellValue::Text(days), &rule(Month::new(2016, 6))).value)?;
    let stated = of_span(span.start, span.end.unwrap_or(span.start));
    Some(match stated {
        Stated::Month(said) if !has_year => Stated::Month(SaidMonth { year: None, ..said }),
        stated => stated,
    })
}

/// `2018-10-15 12:00:00`, `2018-10-01 – 2018-10-31`, as cells that hold dates are written.
fn iso_days(text: &str) -> Option<Stated> {
    let day = |text: &str| NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok();
    let first = day(text)?;
    let last = text.len().checked_sub(10).filter(|at| *at >= 10);
    let last = last.and_then(|at| day(text.get(at..)?)).unwrap_or(first);
    Some(of_span(first, last))
}

fn of_span(first: NaiveDate, last: NaiveDate) -> Stated {
    match (Month::of(first), Month::of(last)) {
        (first, last) if first == last => Stated::Month(said_whole(first)),
        (first, last) if first.year() == last.year() => Stated::Several,
        // Years are those of the project.
        _ => Stated::Unreadable,
    }
}

/// What the words of a text name.
#[derive(Default)]
struct Named {
    months: Vec<u32>,
    years: Vec<i32>,
    /// Numbers of one or two digits that are no part of a month written in numbers.
    numbers: Vec<u32>,
    /// Words that name no month by themselves.
    others: Vec<String>,
    /// Whether a number is there that can be neither month nor year.
    odd: bool,
}

/// A month in words, or in numbers among words: `lokakuu (10/2018)`, `10.kk 2018`, `lok. 2018`, `lokakkuu 2018`.
fn in_words(text: &str) -> Stated {
    let folded = fold::words(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let mut named = Named::of(&words);
    if words.iter().any(|word| WEEKS.contains(word)) {
        return Stated::Unreadable;
    }
    // Several years are those of the project: they leave open which month is meant.
    if named.years.len() > 1 {
        return Stated::Unreadable;
    }
    if names_quarter(text) || named.months.len() > 1 {
        return Stated::Several;
    }
    let year = named.years.first().copied();
    if named.odd {
        return Stated::Unreadable;
    }
    let is_counted = named
        .others
        .iter()
        .any(|word| COUNTED.contains(&word.as_str()));
    if let (true, [], [number @ 1..=12]) = (is_counted, &named.months[..], &named.numbers[..]) {
        named.months.push(*number);
    }
    if let Some(month) = named.months.first().copied() {
        return Stated::Month(SaidMonth { year, month });
    }
    let Some(year) = year else {
        return Stated::Unreadable;
    };
    let year = Some(year);
    let short = named.others.iter().find_map(|word| short_month_named(word));
    let near = || named.others.iter().find_map(|word| misspelt_month(word));
    match (short, near()) {
        (Some(month), _) => Stated::Month(SaidMonth { year, month }),
        (None, Some(month)) => Stated::Misspelt(SaidMonth { year, month }),
        (None, None) => Stated::Unreadable,
    }
}

impl Named {
    fn of(words: &[&str]) -> Self {
        let mut named = Named::default();
        let mut at = 0;
        while at < words.len() {
            at += named.take(&words[at..], at.checked_sub(1).map(|before| words[before]));
        }
        named.months.sort_unstable();
        named.months.dedup();
        named.years.sort_unstable();
        named.years.dedup();
        named
    }

    /// Takes the first of `words`, with the next one where both are one month; returns how many it took.
    fn take(&mut self, words: &[&str], before: Option<&str>) -> usize {
        let word = words[0];
        if !word.starts_with(|sign: char| sign.is_ascii_digit()) {
            let digits = word.find(|sign: char| sign.is_ascii_digit());
            let (name, attached) = digits.map_or((word, ""), |at| word.split_at(at));
            match month_named(name) {
                Some(month) => {
                    self.months.push(month);
                    self.years.extend(year_of(attached));
                }
                None => self.others.push(word.to_owned()),
            }
            return 1;
        }
        let next = words.get(1).copied().unwrap_or_default();
        let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let month = is_digits(word)
            .then(|| month_of_digits(next, word).filter(|_| next.len() == 4 && is_digits(next)));
        if let Some(month) = month.flatten() {
            // `15.10.2018 alkaen` is a day.
            let is_day = |before: &str| before.len() <= 2 && is_digits(before);
            self.odd |= before.is_some_and(is_day);
            self.months.push(month.number());
            self.years.push(month.year());
            return 2;
        }
        let follows_month = before.is_some_and(|before| month_named(before).is_some());
        match (year_of(word), word.parse()) {
            (Some(year), _) if word.len() == 4 || (follows_month && self.years.is_empty()) => {
                self.years.push(year);
            }
            (_, Ok(number)) if word.len() <= 2 => self.numbers.push(number),
            _ => match word.split_at(word.find(char::is_alphabetic).unwrap_or(word.len())) {
                (number, "kk" | "kuu") => {
                    self.numbers.extend(number.parse::<u32>());
                    self.others.push("kk".to_owned());
                }
                _ => self.odd |= is_digits(word),
            },
        }
        1
    }
}

/// A year of four digits, or of two.
fn year_of(word: &str) -> Option<i32> {
    let number: i32 = word.parse().ok()?;
    match word.len() {
        4 => Some(number).filter(|year| (2000..2100).contains(year)),
        2 => Some(2000 + number),
        _ => None,
    }
}

/// Tells whether different months stand joined by a dash: `heinä-syyskuu`, `tammi–loka 2018`.
fn joins_months(text: &str) -> bool {
    let is_dash = |sign: char| matches!(sign, '-' | '–' | '—');
    let mut parts = text.split(is_dash).map(|part| {
        let folded = fold::words(part);
        let name = |word: Option<&str>| word.and_then(month_named);
        (
            name(
                folded
                    .split(' ')
                    .find(|word| !matches!(*word, "ja" | "och" | "and")),
            ),
            name(folded.rsplit(' ').find(|word| year_of(word).is_none())),
        )
    });
    let Some((_, mut before)) = parts.next() else {
        return false;
    };
    parts.any(|(first, last)| {
        let differ = before.zip(first).is_some_and(|(one, two)| one != two);
        before = last;
        differ
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let window = [Month::new(2017, 2), Month::new(2018, 12)].map(Option::unwrap);
        let said = |said: SaidMonth| match said.year {
            Some(year) => format!("{year}-{:02}", said.month),
            None => format!("{:02}", said.month),
        };
        match stated(text, |month| (window[0]..=window[1]).contains(&month)) {
            Stated::Month(month) => said(month),
            Stated::Misspelt(month) => format!("~{}", said(month)),
            Stated::Several => "several".to_owned(),
            Stated::Unreadable => "unreadable".to_owned(),
            Stated::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn a_stated_month_is_read_however_it_is_written_r23() {
        for text in [
            "10-18",
            "10.18",
            "10_18",
            "18-10",
            "1018",
            "1810",
            "102018",
            "43374",
            "31.10.2018",
            "1.10.2018 – 31.10.2018",
            "2018-10-01 – 2018-10-31",
            "2018-10-15 12:00:00",
            "lokakuu (10/2018)",
            "lokakuu 2018 (10)",
            "10.kk 2018",
            "10. kuukausi 2018",
            "lok. 2018",
            "10,2018",
            "loka18",
            "Raportti 10/2018",
            "lokakuun raportti 2018",
            "1/10/2018-31/10/2018",
            "ajalta 1.10.-31.10.2018",
            "lokakuu 2018, versio 2",
            "1.10.2018-15.10.2018",
            "lokak. 2018",
            "lokakuu '18",
            "15.10.2018",
        ] {
            assert_eq!(read(text), "2018-10", "{text}");
        }
        for text in ["10", "lokakuu", "1.–31.10.", "31.10.", "10 kk", "kk 10"] {
            assert_eq!(read(text), "10", "{text}");
        }
    }

    #[test]
    fn a_misspelt_month_beside_its_year_is_read_and_said_r23() {
        for text in ["lokakkuu 2018", "lokauu 2018", "oktobr 2018"] {
            assert_eq!(read(text), "~2018-10", "{text}");
        }
        assert_eq!(read("lokakkuu"), "unreadable");
    }

    #[test]
    fn more_than_a_month_is_told_apart_from_what_nobody_can_read_r23() {
        for text in [
            "Q3/2018",
            "1-10/2018",
            "heinä-syyskuu 2018",
            "heina-syys 2018",
            "1.7.-30.9.2018",
            "10/2018 ja 11/2018",
            "2018-07-01 – 2018-09-30",
            "Lokakuu 2018 - marraskuu 2018",
            "1-10",
            "4. neljännes 2018",
        ] {
            assert_eq!(read(text), "several", "{text}");
        }
        for text in [
            "X/2018",
            "viikot 40-44/2018",
            "2018",
            "lokakuu 208",
            "kts. tiedoston nimi",
            "15.10.2018 alkaen",
            "2017-2018",
            "1.2.2017-31.12.2018",
        ] {
            assert_eq!(read(text), "unreadable", "{text}");
        }
        for text in ["", "-", "__", "?"] {
            assert_eq!(read(text), "nothing", "{text}");
        }
    }

    #[test]
    fn names_of_several_months_are_known_r23() {
        for text in [
            "kustannukset Q3 2018",
            "7-9 2018",
            "7-9_2018",
            "heina-syys 2018",
            "Tammi–lokakuun 2018 kustannukset",
            "Toteuma 1.1.-31.10.2018",
            "1.7.-30.9.2018",
            "syys- ja lokakuu 2018",
        ] {
            assert!(names_several(text), "{text}");
        }
        for text in [
            "Vihti vuosiraportti 2018",
            "syksy 2018",
            "Viikot 40-43/2018",
            "årsrapport",
        ] {
            assert!(names_longer_time(text), "{text}");
        }
        for text in ["Syksyn seminaari", "syysretki 2018", "viikko 40"] {
            assert!(!names_longer_time(text), "{text}");
        }
        for text in [
            "lohja 10-18",
            "5-10-2018",
            "2018-10-05",
            "lokakuu - oktober 2018",
            "1.10.-31.10.2018",
            "espoo 2018-10",
        ] {
            assert!(!names_several(text), "{text}");
        }
    }
}
