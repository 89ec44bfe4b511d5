//! A column labelled as a sum beside the columns of its parts: `Lapset | Vanhemmat | Yhteensä` (READING.md R8 and R27).

use super::How;
use super::claim::Claim;
use super::matcher::Matcher;
use super::resolve::Place;
use crate::columns::{Candidate, is_measure, looks_like_number};
use crate::grid::{CellValue, Row};
use crate::vocabulary::{FieldKind, FormWords};

/// Less sure than any label that names the field.
const SCORE: f64 = 0.8;

/// Gives a sum that no label names to the one column that is labelled as a sum and stands beside one of its parts.
pub(super) fn claim_sums(
    matcher: &Matcher<'_>,
    form: &FormWords,
    form_index: usize,
    claims: &mut [Claim<'_>],
) {
    for (field, words) in form.fields.iter().enumerate() {
        let is_claimed = |claim: &Claim<'_>| {
            let settled = claim.settled.and_then(|(field, _)| field);
            settled == Some(field) || claim.is_open() && claim.candidate(field).is_some()
        };
        if words.sum_of.is_empty() || claims.iter().any(is_claimed) {
            continue;
        }
        let is_part = |claim: &Claim<'_>| {
            let best = claim.best().filter(|_| claim.is_open());
            best.is_some_and(|best| words.sum_of.contains(&best.field))
        };
        let is_sum = |at: usize| {
            let claim = &claims[at];
            let beside = [at.checked_sub(1), Some(at + 1)];
            let mut beside = beside.into_iter().flatten().filter_map(|at| claims.get(at));
            claim.is_open()
                && claim.candidates.is_empty()
                && matcher.is_total(&claim.text)
                && beside.any(is_part)
        };
        let sums: Vec<usize> = (0..claims.len()).filter(|at| is_sum(*at)).collect();
        if let [sum] = sums[..] {
            claims[sum].candidates.push(Candidate {
                form: form_index,
                field,
                how: How::Fuzzy,
                score: SCORE,
                needs_content: false,
            });
        }
    }
}

/// Gives the value of a form of keys and numbers, which no label names, to the one column labelled as a sum, if it is the only
/// one with numbers or adds up the others in every row: `Tunnusluku | Naiset | Miehet | Yhteensä`.
pub(super) fn claim_measure(matcher: &Matcher<'_>, place: &Place<'_>, claims: &mut [Claim<'_>]) {
    let form = &matcher.vocabulary.forms[place.form];
    let Some((_, value)) = form.key_and_value() else {
        return;
    };
    let is_taken = |claim: &Claim<'_>| {
        let settled = claim.settled.and_then(|(field, _)| field);
        settled == Some(value) || !claim.axes.terms.is_empty() || claim.candidate(value).is_some()
    };
    if form.fields[value].kind == FieldKind::Text || claims.iter().any(is_taken) {
        return;
    }
    if let Some(claim) = only_measure(place, claims) {
        claim.candidates = vec![candidate(place.form, value)];
        return;
    }
    let is_total = |claim: &Claim<'_>| matcher.is_total(&claim.text);
    let unnamed = |claim: &&Claim<'_>| claim.settled.is_none() && claim.candidates.is_empty();
    let of_kind = |sum: bool| -> Vec<u32> {
        let own = claims
            .iter()
            .filter(unnamed)
            .filter(|claim| is_total(claim) == sum);
        own.map(|claim| claim.label.index).collect()
    };
    let (sums, parts) = (of_kind(true), of_kind(false));
    let [sum] = sums[..] else { return };
    let rows = || {
        let rows = place.grid.rows_from(place.header.1 + 1);
        rows.take_while(|row| row.number() <= place.last)
            .filter(move |row| !row.get(sum).is_blank())
    };
    let has_numbers = |column: &u32| rows().any(|row| looks_like_number(row.get(*column)));
    let parts: Vec<u32> = parts.into_iter().filter(has_numbers).collect();
    if !parts.is_empty() && !rows().all(|row| adds_up(row, sum, &parts)) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| claim.label.index == sum) {
        claim.control = false;
        claim.candidates.push(candidate(place.form, value));
    }
}

fn candidate(form: usize, field: usize) -> Candidate {
    Candidate {
        form,
        field,
        how: How::Fuzzy,
        score: SCORE,
        needs_content: false,
    }
}

/// The one column of numbers that no field claims and whose label is a word for what was counted or spent.
fn only_measure<'a, 'b>(
    place: &Place<'_>,
    claims: &'a mut [Claim<'b>],
) -> Option<&'a mut Claim<'b>> {
    let is_one = |claim: &&mut Claim<'_>| {
        let holds_numbers = || {
            let cells = claim.sample(place);
            cells.iter().any(|cell| looks_like_number(*cell))
        };
        claim.is_open() && claim.candidates.is_empty() && is_measure(&claim.text) && holds_numbers()
    };
    let mut measures = claims.iter_mut().filter(is_one);
    let only = measures.next()?;
    measures.next().is_none().then_some(only)
}

/// Tells whether the number in a column of a row is the sum of those in others, of which there is one at least.
fn adds_up(row: Row<'_>, sum: u32, parts: &[u32]) -> bool {
    const CLOSE: f64 = 0.005;
    let of_parts: Vec<f64> = parts
        .iter()
        .filter_map(|part| number(row.get(*part)))
        .collect();
    let total: f64 = of_parts.iter().sum();
    !of_parts.is_empty() && number(row.get(sum)).is_some_and(|told| (told - total).abs() < CLOSE)
}

/// A number as far as a sum can be checked with it; what it is worth is read elsewhere.
fn number(value: CellValue<'_>) -> Option<f64> {
    match value {
        CellValue::Number(number) => Some(number),
        CellValue::Text(text) => {
            let digits: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
            digits.replace(',', ".").parse().ok()
        }
        _ => None,
    }
}
