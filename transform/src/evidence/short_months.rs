//! Months that the name of a file or sheet gives in few signs: `kustannukset_10_18`, `kk10` (READING.md R2 and R23). In titles
//! such numbers may be ages or times of day.

use super::names::{Mentions, Word, mentions, words};
use super::organisations::Organisations;
use super::period::{Month, PartialMonth, all_days};
use kooste_ingest::vocabulary::Lexicon;

/// Words that make the number behind them a month.
const COUNTED: [&str; 6] = ["kk", "kuukausi", "mån", "månad", "month", "m"];

/// Finds what the name of a file or sheet mentions, its month however short.
pub(super) fn mentions_of_name(
    name: &str,
    lexicon: &dyn Lexicon,
    organisations: &Organisations,
) -> Mentions {
    let mut found = mentions(name, lexicon, organisations);
    if found.month.is_none() && !found.several_months {
        let only_year = match found.years.as_slice() {
            [year] => Some(*year),
            _ => None,
        };
        found.month = all_days(name)
            .or_else(|| short_month(name, organisations))
            .map(|month| PartialMonth {
                year: month.year.or(only_year),
                ..month
            });
    }
    found
}

/// The only month that numbers of a name stand for: month and year of two digits in the window of the region, or a number
/// behind a word for months.
fn short_month(name: &str, organisations: &Organisations) -> Option<PartialMonth> {
    let words = words(name);
    let mut found = (0..words.len()).filter_map(|at| {
        let whole = pair(name, &words, at).filter(|month| organisations.report_for(*month));
        whole
            .map(PartialMonth::from)
            .or_else(|| counted(name, &words[at..]))
    });
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// `10_18`, with no further number beside it and no word for ages behind it.
fn pair(name: &str, words: &[Word], at: usize) -> Option<Month> {
    let (one, two) = (words.get(at)?, words.get(at + 1)?);
    let between = |one: &Word, two: &Word| &name[one.end..two.start];
    let is_joined = |one: &Word, two: &Word| {
        one.digits && two.digits && matches!(between(one, two), "-" | "_" | "." | "–")
    };
    let before = at.checked_sub(1).map(|before| &words[before]);
    let behind = words.get(at + 2);
    let is_longer = before.is_some_and(|before| is_joined(before, one))
        || behind.is_some_and(|behind| is_joined(two, behind));
    let is_age = behind.is_some_and(|word| {
        let word = name[word.start..word.end].to_lowercase();
        word == "v" || word == "år" || word.starts_with("vuot") || word.starts_with("åring")
    });
    if !is_joined(one, two) || is_longer || is_age || two.end - two.start != 2 {
        return None;
    }
    let number = |word: &Word| name[word.start..word.end].parse::<u32>().ok();
    let month = number(one).filter(|_| one.end - one.start <= 2)?;
    Month::new(2000 + i32::try_from(number(two)?).ok()?, month)
}

/// `kk10`, `kuukausi 10`.
fn counted(name: &str, words: &[Word]) -> Option<PartialMonth> {
    let [word, number, ..] = words else {
        return None;
    };
    let text = name[word.start..word.end].to_lowercase();
    let is_counted = COUNTED.contains(&text.as_str()) && (text != "m" || word.end == number.start);
    let month = name[number.start..number.end].parse().ok();
    let month = month.filter(|month| is_counted && number.digits && (1..=12).contains(month))?;
    Some(PartialMonth {
        year: None,
        month: Some(month),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{WordList, region};

    #[test]
    fn short_months_of_names_lie_in_the_window_r2() {
        let organisations = Organisations::new(&region());
        let month = |name: &str| {
            let found = mentions_of_name(name, &WordList, &organisations).month?;
            Some((found.year, found.month.unwrap()))
        };
        for name in [
            "espoo 10-18",
            "espoo_10_18",
            "10.18",
            "kk10 2018",
            "espoo 1.10.-31.10.2018",
        ] {
            assert_eq!(month(name), Some((Some(2018), 10)), "{name}");
        }
        assert_eq!(month("espoo M10"), Some((None, 10)));
        for name in [
            "espoo 10-12",
            "nuoret 10-18 v",
            "5.11.18",
            "espoo Q3 2018",
            "10-18 ja 11-18",
        ] {
            assert_eq!(month(name), None, "{name}");
        }
    }
}
