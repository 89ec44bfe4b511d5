//! What the names of the sheets of one file tell together (READING.md R1 and R2): `9` and `10` are months beside each other,
//! `Yhteensä` beside sheets of months is their sum, and a sheet without a month beside such sheets is not of the month of arrival.

use kooste_ingest::vocabulary::{Lexicon, Term};

use super::organisations::Organisations;
use super::period::{Month, PartialMonth};
use super::resolve::{FileEvidence, only_year};
use super::short_months::mentions_of_name;
use crate::values::fold;

/// What the name of one sheet tells beside those of the others.
#[derive(Debug, Clone, Default)]
pub(crate) struct SheetName {
    /// The month that a number stands for.
    pub month: Option<PartialMonth>,
    /// Whether others of its form have months of their own and this one has none.
    pub is_lone: bool,
    /// Whether it is named as the sum of others of its form, each of a month.
    pub is_sum: bool,
    /// Months of all sheets of the file, if there are several.
    pub all: Vec<PartialMonth>,
}

/// A sheet to be named: its name and the forms of its records.
pub(crate) struct Named<'a> {
    pub name: &'a str,
    pub forms: Vec<usize>,
}

/// Words that name a sum of months.
const SUMS: [&str; 24] = [
    "yhteensä",
    "yht",
    "yhteenveto",
    "koonti",
    "kooste",
    "koontitaulukko",
    "summa",
    "kokonaissumma",
    "kaikki",
    "vuosi",
    "vuodelta",
    "totalt",
    "sammandrag",
    "summering",
    "sammanställning",
    "året",
    "år",
    "alla",
    "total",
    "totals",
    "summary",
    "year",
    "all",
    "kumulatiivinen",
];

/// Words that may stand beside them.
const BESIDE_SUMS: [&str; 10] = [
    "koko",
    "hela",
    "vuoden",
    "kuukaudet",
    "månader",
    "months",
    "whole",
    "kuukausista",
    "kk",
    "kuukausittain",
];

/// Words that may stand beside the number of a month.
const BESIDE_NUMBERS: [&str; 14] = [
    "kk", "kuukausi", "kuu", "mån", "månad", "month", "m", "kust", "kulut", "menot", "toim",
    "tunn", "kostn", "kustann",
];

/// Roman numbers of months.
const ROMAN: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];

impl SheetName {
    /// Looks at the names of all sheets of a file that hold records.
    pub(crate) fn all(
        sheets: &[Named<'_>],
        path: &FileEvidence,
        lexicon: &dyn Lexicon,
        organisations: &Organisations,
    ) -> Vec<SheetName> {
        let mut months: Vec<Option<PartialMonth>> = sheets
            .iter()
            .map(|sheet| mentions_of_name(sheet.name, lexicon, organisations).month)
            .map(|month| month.filter(|month| month.month.is_some()))
            .collect();
        let is_sum: Vec<bool> = sheets
            .iter()
            .map(|sheet| names_sum(sheet.name, lexicon))
            .collect();
        let numbers = numbered(sheets, &months, &is_sum, lexicon);
        let numbers = Some(numbers).filter(|numbers| is_series(&months, numbers, path));
        let mut names: Vec<SheetName> = sheets.iter().map(|_| SheetName::default()).collect();
        for (at, month) in numbers.into_iter().flatten() {
            names[at].month = Some(month);
            months[at] = Some(month);
        }
        let mut all: Vec<PartialMonth> = months.iter().copied().flatten().collect();
        all.sort_unstable();
        all.dedup();
        for (at, name) in names.iter_mut().enumerate() {
            let is_sibling = |other: usize| {
                other != at
                    && sheets[other]
                        .forms
                        .iter()
                        .any(|form| sheets[at].forms.contains(form))
            };
            let siblings =
                (0..sheets.len()).filter(|other| is_sibling(*other) && months[*other].is_some());
            let siblings = siblings.count();
            name.is_sum = is_sum[at] && months[at].is_none() && siblings > 1;
            name.is_lone = months[at].is_none() && siblings > 0;
            if all.len() > 1 {
                name.all.clone_from(&all);
            }
        }
        names
    }
}

/// The sheets without a month whose names are the number of one, with it; none where they have no form in common, as
/// `1. Toimenpiteet` and `2. Kokeilut` only order the forms.
fn numbered(
    sheets: &[Named<'_>],
    months: &[Option<PartialMonth>],
    is_sum: &[bool],
    lexicon: &dyn Lexicon,
) -> Vec<(usize, PartialMonth)> {
    let open = (0..sheets.len()).filter(|at| months[*at].is_none() && !is_sum[*at]);
    let numbers: Vec<(usize, PartialMonth)> = open
        .filter_map(|at| Some((at, number_of(sheets[at].name, lexicon)?)))
        .collect();
    let has = |form: &usize| {
        numbers
            .iter()
            .all(|(at, _)| sheets[*at].forms.contains(form))
    };
    let first = numbers.first().map(|(at, _)| &sheets[*at].forms);
    match first.is_some_and(|forms| forms.iter().any(has)) {
        true => numbers,
        false => Vec::new(),
    }
}

/// Tells whether numbers are months: each another, beside each other or beside sheets of months, up to the month after which
/// the file is named, if it is named after one. A few from one on may count pages as well, unless the last is the month of
/// arrival or the one before.
fn is_series(
    named: &[Option<PartialMonth>],
    numbers: &[(usize, PartialMonth)],
    path: &FileEvidence,
) -> bool {
    const MOST_PAGES: usize = 3;
    let mut all: Vec<PartialMonth> = named.iter().copied().flatten().collect();
    let is_alone = all.is_empty();
    all.extend(numbers.iter().map(|(_, month)| *month));
    all.sort_unstable();
    let is_distinct = all.windows(2).all(|pair| pair[0] != pair[1]);
    let first = all.iter().filter_map(|month| month.month).min();
    let last = all.iter().filter_map(|month| month.month).max();
    let may_be_pages = is_alone
        && first == Some(1)
        && all.len() <= MOST_PAGES
        && numbers.iter().all(|(_, month)| month.year.is_none());
    let of_file = path
        .claims
        .months
        .iter()
        .find_map(|claim| claim.value.month);
    let arrivals = path.arrival.map(|arrival| [arrival, arrival.previous()]);
    let mut arrivals = arrivals.into_iter().flatten().map(Month::number);
    let ends_at_arrival = arrivals.any(|month| Some(month) == last);
    all.len() > 1
        && is_distinct
        && (of_file.is_none() || of_file == last)
        && (!may_be_pages || (of_file.is_none() && ends_at_arrival))
}

/// The month for whose number a name stands: `9`, `09`, `9.18`, `0918`, `9 kk`, `Kust 9`, `IX`.
fn number_of(name: &str, lexicon: &dyn Lexicon) -> Option<PartialMonth> {
    let name = fold::trim(name);
    if let Some(index) = ROMAN.iter().position(|roman| *roman == name) {
        // `II` is a development area before it is February.
        let terms = lexicon.recognise(name);
        if terms.iter().any(|term| matches!(term, Term::Code { .. })) {
            return None;
        }
        return partial(None, u32::try_from(index).ok()? + 1);
    }
    let split = name.split(|sign: char| !sign.is_ascii_digit());
    let digits: Vec<&str> = split.filter(|part| !part.is_empty()).collect();
    let words = name.split(|sign: char| !sign.is_alphabetic());
    let is_beside = |word: &str| {
        let word = word.to_lowercase();
        BESIDE_NUMBERS.contains(&word.as_str())
            || lexicon
                .recognise(&word)
                .iter()
                .any(|term| matches!(term, Term::Form(_)))
    };
    if !words.filter(|word| !word.is_empty()).all(is_beside) {
        return None;
    }
    let month = |digits: &str| digits.parse().ok().filter(|_| digits.len() <= 2);
    let year = |digits: &str| {
        let year: i32 = digits.parse().ok().filter(|_| digits.len() == 2)?;
        Some(2000 + year)
    };
    match digits.as_slice() {
        [one] if one.len() == 4 => partial(Some(year(&one[2..])?), month(&one[..2])?),
        [one] => partial(None, month(one)?),
        [one, two] => partial(Some(year(two)?), month(one)?),
        _ => None,
    }
}

fn partial(year: Option<i32>, month: u32) -> Option<PartialMonth> {
    let month = Some(month).filter(|month| (1..=12).contains(month))?;
    Some(PartialMonth {
        year,
        month: Some(month),
    })
}

/// Tells whether a name is one of a sum of months, or of a year: `Yhteensä`, `Koko vuosi`, `2018`, `Kustannukset yhteensä`.
fn names_sum(name: &str, lexicon: &dyn Lexicon) -> bool {
    let folded = fold::words(name);
    let is_sum = |word: &str| SUMS.contains(&word) || only_year(word).is_some();
    let is_form = |word: &str| {
        lexicon
            .recognise(word)
            .iter()
            .any(|term| matches!(term, Term::Form(_)))
    };
    folded.split(' ').any(is_sum)
        && folded
            .split(' ')
            .all(|word| is_sum(word) || BESIDE_SUMS.contains(&word) || is_form(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{WordList, region};

    fn told(names: &[&str], path: &str) -> Vec<String> {
        let forms: Vec<(&str, usize)> = names.iter().map(|name| (*name, 0)).collect();
        told_of(&forms, path)
    }

    /// What is told of sheets of these names and forms.
    fn told_of(sheets: &[(&str, usize)], path: &str) -> Vec<String> {
        let organisations = Organisations::new(&region());
        let path = FileEvidence::of_path(path, &WordList, &organisations);
        let sheets: Vec<Named<'_>> = sheets
            .iter()
            .map(|(name, form)| Named {
                name,
                forms: vec![*form],
            })
            .collect();
        let told = SheetName::all(&sheets, &path, &WordList, &organisations);
        let print = |name: &SheetName| match (name.month, name.is_sum, name.is_lone) {
            (Some(month), ..) => format!("{}", month.month.unwrap()),
            (None, true, _) => "sum".to_owned(),
            (None, false, true) => "lone".to_owned(),
            _ => "-".to_owned(),
        };
        told.iter().map(print).collect()
    }

    #[test]
    fn numbers_beside_each_other_are_months_r2() {
        let path = "inbox/2018-11/vihti_2018.xlsx";
        for names in [
            ["9", "10"],
            ["09", "10"],
            ["9.16", "10.16"],
            ["9 kk", "10 kk"],
            ["0918", "1018"],
            ["IX", "X"],
            ["Kust 9", "Kust 10"],
        ] {
            assert_eq!(told(&names, path), ["9", "10"], "{names:?}");
        }
        assert_eq!(told(&["9", "lokakuu"], path), ["9", "-"]);
        assert_eq!(told(&["1", "2"], path), ["-", "-"], "pages");
        assert_eq!(told(&["1", "2"], "inbox/2018-03/vihti.xlsx"), ["1", "2"]);
        assert_eq!(told(&["Taul1", "Taul2"], path), ["-", "-"]);
        assert_eq!(told(&["9", "10"], "inbox/espoo 2018-10.xlsx"), ["9", "10"]);
        assert_eq!(told(&["9", "10"], "inbox/espoo 2018-11.xlsx"), ["-", "-"]);
        assert_eq!(told(&["1", "2"], "inbox/espoo 2018-02.xlsx"), ["-", "-"]);
    }

    #[test]
    fn numbers_that_order_forms_are_no_months_r2() {
        let path = "inbox/2018-11/vihti_2018.xlsx";
        let forms = [("9", 0), ("10", 1)];
        assert_eq!(told_of(&forms, path), ["-", "-"]);
    }

    #[test]
    fn a_sheet_named_as_a_sum_beside_months_is_told_r2() {
        let path = "inbox/2018-11/vihti_2018.xlsx";
        for name in ["Yhteensä", "Yhteenveto", "2018", "Koko vuosi"] {
            assert_eq!(
                told(&["9", "lokakuu", name], path),
                ["9", "-", "sum"],
                "{name}"
            );
        }
        assert_eq!(told(&["9", "lokakuu", "Taul1"], path), ["9", "-", "lone"]);
        assert_eq!(told(&["Espoo", "Yhteensä"], path), ["-", "-"]);
    }
}
