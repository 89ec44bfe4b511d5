//! Months across as a sequence: a year that stands in the first of them counts for those that follow, and an abbreviation
//! that two languages have is the one that its neighbours allow (READING.md R10 and R23).

use super::claim::Claim;
use crate::vocabulary::Term;

/// The abbreviation of `marraskuu` that is March in other languages.
const MAR: &str = "mar";

/// Gives the months of a wide table their years and corrects `mar` among Finnish abbreviations.
pub(super) fn settle_months(claims: &mut [Claim<'_>]) {
    settle_mar(claims);
    carry_years(claims);
}

/// A month across, and where it stands.
#[derive(Clone, Copy)]
struct Across {
    claim: usize,
    term: usize,
    year: Option<i32>,
    month: u32,
}

fn months(claims: &[Claim<'_>]) -> Vec<Across> {
    let months = claims.iter().enumerate().flat_map(|(claim, own)| {
        own.axes
            .terms
            .iter()
            .enumerate()
            .filter_map(move |(term, said)| match said {
                Term::Month { year, month } => Some(Across {
                    claim,
                    term,
                    year: *year,
                    month: *month,
                }),
                _ => None,
            })
    });
    months.collect()
}

/// `mar` behind October or before December is November.
fn settle_mar(claims: &mut [Claim<'_>]) {
    let months = months(claims);
    let is_mar = |at: usize| {
        let own = &claims[months[at].claim];
        own.label.parts.iter().any(|part| {
            let word = part.text.split(|sign: char| !sign.is_alphabetic()).next();
            word.is_some_and(|word| word.eq_ignore_ascii_case(MAR))
        })
    };
    let mut found = Vec::new();
    for at in (0..months.len()).filter(|at| is_mar(*at)) {
        let before = months[..at].iter().rev().find(|other| other.month != 3);
        let after = months[at + 1..].iter().find(|other| other.month != 3);
        let is_march = before.is_some_and(|other| other.month == 2)
            || after.is_some_and(|other| other.month == 4);
        let is_november = before.is_some_and(|other| other.month == 10)
            || after.is_some_and(|other| other.month == 12);
        if is_november && !is_march {
            found.push(months[at]);
        }
    }
    for Across {
        claim, term, year, ..
    } in found
    {
        claims[claim].axes.terms[term] = Term::Month { year, month: 11 };
    }
}

/// A month without a year has that of the one before it of which a year is known, or the next one where the months begin anew;
/// those before the first year count back from it. What stands below different places or codes are sequences of their own.
fn carry_years(claims: &mut [Claim<'_>]) {
    let mut months = months(claims);
    if months.iter().all(|own| own.year.is_none()) {
        let corner = claims.first().filter(|claim| claim.axes.terms.is_empty());
        let year = corner.and_then(|corner| year_behind(&corner.label.flat()));
        if let (Some(year), Some(first)) = (year, months.first_mut()) {
            first.year = Some(year);
        }
    }
    if months.iter().all(|own| own.year.is_some()) || months.iter().all(|own| own.year.is_none()) {
        return;
    }
    let others = |own: &Across| -> Vec<Term> {
        let terms = claims[own.claim].axes.terms.iter().enumerate();
        terms
            .filter(|(at, _)| *at != own.term)
            .map(|(_, term)| term.clone())
            .collect()
    };
    let mut sequences: Vec<(Vec<Term>, Vec<Across>)> = Vec::new();
    for own in months {
        let key = others(&own);
        match sequences.iter_mut().find(|(other, _)| *other == key) {
            Some((_, sequence)) => sequence.push(own),
            None => sequences.push((key, vec![own])),
        }
    }
    for (_, sequence) in &mut sequences {
        count_years(sequence);
    }
    for own in sequences.into_iter().flat_map(|(_, sequence)| sequence) {
        claims[own.claim].axes.terms[own.term] = Term::Month {
            year: own.year,
            month: own.month,
        };
    }
}

/// The year at the end of a label: `Kustannuslaji 2017`, `2017`.
pub(super) fn year_behind(label: &str) -> Option<i32> {
    let word = label
        .split_whitespace()
        .next_back()?
        .trim_matches(['(', ')', ':']);
    let year = word.parse().ok().filter(|_| word.len() == 4);
    year.filter(|year: &i32| (2000..2100).contains(year))
}

/// Counts the years of one sequence on and back from those that it says.
fn count_years(sequence: &mut [Across]) {
    for at in 1..sequence.len() {
        let before = sequence[at - 1];
        let own = &mut sequence[at];
        let next = || Some(before.year? + turn(before.month, own.month)?);
        own.year = own.year.or_else(next);
    }
    for at in (1..sequence.len()).rev() {
        let after = sequence[at];
        let own = &mut sequence[at - 1];
        let previous = || Some(after.year? - turn(own.month, after.month)?);
        own.year = own.year.or_else(previous);
    }
}

/// By how many years a month lies after the one before it, in rising or falling order; none if that is open: the same month
/// twice, or a leap back.
fn turn(before: u32, own: u32) -> Option<i32> {
    const LEAP: u32 = 6;
    match (before, own) {
        (1, 12) => Some(-1),
        _ if own > before || own + 1 == before => Some(0),
        _ if own + LEAP <= before => Some(1),
        _ => None,
    }
}
