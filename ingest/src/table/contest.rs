//! Several columns for one field, or several fields for one column: the cells below and the best assignment
//! decide, and where they do not, nobody guesses (READING.md R8).

use super::claim::Claim;
use super::matcher::Matcher;
use super::resolve::Place;
use crate::columns::{Candidate, Fit, best_assignment, fit, is_share, looks_like_date};
use crate::grid::CellValue;
use crate::vocabulary::{FieldKind, FormWords, Term};

/// Scores closer than this are no clear winner.
const CLOSE: f64 = 0.02;
/// Labels below this are inflected or only similar; cells that speak against them are believed.
const EXACT: f64 = 0.925;
/// What a required field weighs more in the assignment.
const REQUIRED_FIRST: f64 = 0.2;

/// A field and the columns (by index in the claims) that none of which gets it.
pub(super) type Conflict = (usize, Vec<usize>);

/// Of several columns that name one number, a share (`Toteuma-%`) is no claimant beside the number itself, and so is a sum of
/// it (`Kpl yht.`) beside it.
pub(super) fn leave_derived(matcher: &Matcher<'_>, form: &FormWords, claims: &mut [Claim<'_>]) {
    let value = form.key_and_value().map(|(_, value)| value);
    let Some(value) = value.filter(|value| form.fields[*value].kind != FieldKind::Text) else {
        return;
    };
    let names_value = |claim: &Claim<'_>| {
        claim.is_open() && claim.candidate(value).is_some_and(Candidate::is_named)
    };
    let is_sum = |claim: &Claim<'_>| {
        let last = claim
            .text
            .trim_end_matches(['€', '(', ')', ' '])
            .split_whitespace()
            .next_back();
        claim.text.split_whitespace().count() > 1
            && last.is_some_and(|word| matcher.is_total(word) && !matcher.is_label(word))
    };
    let tests: [&dyn Fn(&Claim<'_>) -> bool; 2] = [&|claim| is_share(&claim.text), &is_sum];
    for is_derived in tests {
        if claims
            .iter()
            .any(|claim| names_value(claim) && !is_derived(claim))
        {
            for claim in claims
                .iter_mut()
                .filter(|claim| names_value(claim) && is_derived(claim))
            {
                claim
                    .candidates
                    .retain(|candidate| candidate.field != value);
            }
        }
    }
}

/// Lets the cells below speak where a label may stand for several fields, shares one, or says too little.
pub(super) fn weigh_content(matcher: &Matcher<'_>, place: &Place<'_>, claims: &mut [Claim<'_>]) {
    let form = &matcher.vocabulary.forms[place.form];
    let lexicon = &*matcher.vocabulary.lexicon;
    let rivals = rivals(claims, form.fields.len());
    let mut content_for = vec![false; form.fields.len()];
    let mut judged: Vec<Vec<Fit>> = Vec::with_capacity(claims.len());
    let mut dated: Vec<usize> = Vec::new();
    for claim in claims.iter() {
        let candidates = &claim.candidates;
        let contested = candidates
            .iter()
            .any(|candidate| rivals[candidate.field] > 1);
        let open = candidates.len() > 1 || candidates.iter().any(|c| c.score < EXACT);
        if !claim.is_open() || !(contested || open) {
            judged.push(vec![Fit::Open; candidates.len()]);
            continue;
        }
        let cells = claim.sample(place);
        if !cells.is_empty() && cells.iter().all(|cell| looks_like_date(*cell)) {
            dated.push(judged.len());
        }
        let fits: Vec<Fit> = candidates
            .iter()
            .map(|candidate| fit(&form.fields[candidate.field].kind, &cells, lexicon))
            .collect();
        for (candidate, fit) in candidates.iter().zip(&fits) {
            content_for[candidate.field] |= *fit != Fit::Against && !cells.is_empty();
        }
        judged.push(fits);
    }
    for (at, (claim, fits)) in claims.iter_mut().zip(judged).enumerate() {
        let mut fits = fits.into_iter();
        claim.candidates.retain_mut(|candidate| {
            let fit = fits.next().unwrap_or(Fit::Open);
            candidate.score += match fit {
                Fit::For => 0.05,
                Fit::Open => 0.0,
                Fit::Against => -0.3,
            };
            let beaten =
                fit == Fit::Against && rivals[candidate.field] > 1 && content_for[candidate.field];
            let measured = is_measured(&form.fields[candidate.field].kind);
            // Dates below a label that is only similar are none of places, codes or names.
            let is_date = !candidate.is_named() && dated.contains(&at);
            let unlikely =
                fit == Fit::Against && (measured && candidate.score < EXACT - 0.3 || is_date);
            !beaten && !unlikely && (!candidate.needs_content || fit == Fit::For)
        });
    }
}

/// Dates and numbers are told from texts whatever the words.
fn is_measured(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Date | FieldKind::Count | FieldKind::Decimal | FieldKind::Money
    )
}

/// How many columns may stand for each field.
fn rivals(claims: &[Claim<'_>], fields: usize) -> Vec<usize> {
    let mut rivals = vec![0; fields];
    for candidate in claims
        .iter()
        .filter(|claim| claim.is_open())
        .flat_map(|c| &c.candidates)
    {
        rivals[candidate.field] += 1;
    }
    rivals
}

/// The fields of the columns by the best assignment, required fields first; settled columns have theirs already.
pub(super) fn assign(form: &FormWords, claims: &[Claim<'_>]) -> Vec<Option<usize>> {
    if let Some(fields) = undisputed(claims) {
        return fields;
    }
    let fixed: Vec<usize> = claims
        .iter()
        .filter_map(|claim| claim.settled.and_then(|(field, _)| field))
        .collect();
    let weights: Vec<Vec<f64>> = claims
        .iter()
        .map(|claim| {
            let mut row = vec![0.0_f64; form.fields.len()];
            let free = claim
                .candidates
                .iter()
                .filter(|c| !fixed.contains(&c.field));
            for candidate in free.filter(|_| claim.is_open()) {
                let required = form.fields[candidate.field].required;
                let first = if required { REQUIRED_FIRST } else { 0.0 };
                row[candidate.field] = row[candidate.field].max(candidate.score + first);
            }
            row
        })
        .collect();
    best_assignment(&weights, form.fields.len())
}

/// The fields of the columns, where nothing is settled from outside and no field has two candidates: the usual case.
fn undisputed(claims: &[Claim<'_>]) -> Option<Vec<Option<usize>>> {
    let mut fields: Vec<Option<usize>> = Vec::with_capacity(claims.len());
    for claim in claims {
        let field = match claim.candidates.as_slice() {
            _ if claim.settled.is_some() => return None,
            _ if !claim.is_open() => None,
            [] => None,
            [only] if !fields.contains(&Some(only.field)) => Some(only.field),
            _ => return None,
        };
        fields.push(field);
    }
    Some(fields)
}

/// Fields that several columns claim, with the columns: none of them gets it. A claimant without any value
/// gives way, and so does one that is only similar to one that names the field.
pub(super) fn conflicts(
    matcher: &Matcher<'_>,
    place: &Place<'_>,
    claims: &[Claim<'_>],
    fields: &mut [Option<usize>],
) -> Vec<Conflict> {
    let form = &matcher.vocabulary.forms[place.form];
    let mut conflicts: Vec<Conflict> = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let Some(best) = claim.best().filter(|_| claim.is_open()) else {
            continue;
        };
        if let Some(own) = fields[at] {
            if let Some(other) = tied_field(claim, fields, own) {
                conflicts.push((own, vec![at]));
                conflicts.push((other, vec![at]));
            }
            continue;
        }
        let holder = fields.iter().position(|field| *field == Some(best.field));
        let Some(holder) = holder else { continue };
        let held = claims[holder].candidate(best.field);
        let weaker = held.is_none_or(|held| held.is_named() && !best.is_named());
        if weaker
            || claim.sample(place).is_empty()
            || say_the_same(matcher, place, [&claims[holder], claim])
        {
            continue;
        }
        if claims[holder].sample(place).is_empty() {
            fields[holder] = None;
            fields[at] = Some(best.field);
            continue;
        }
        if complement(form, place, claims, fields, (best.field, at)) {
            fields[at] = Some(best.field);
            continue;
        }
        match conflicts.iter_mut().find(|(field, _)| *field == best.field) {
            Some((_, columns)) => columns.push(at),
            None => conflicts.push((best.field, vec![holder, at])),
        }
    }
    conflicts
}

/// Tells whether two columns name the same municipality in every row, as its number and its name.
fn say_the_same(matcher: &Matcher<'_>, place: &Place<'_>, claims: [&Claim<'_>; 2]) -> bool {
    let is_place = |term: &Term| matches!(term, Term::Municipality(_));
    let places = |value: CellValue<'_>| -> Vec<Term> {
        let terms = matcher.terms(&value.text());
        terms
            .iter()
            .filter(|term| is_place(term))
            .cloned()
            .collect()
    };
    let [first, second] = claims.map(|claim| claim.label.index);
    let mut named = false;
    place
        .grid
        .rows_from(place.header.1 + 1)
        .take_while(|row| row.number() <= place.last)
        .all(|row| match [row.get(first), row.get(second)] {
            [a, b] if a.is_blank() && b.is_blank() => true,
            [a, b] => {
                named = true;
                let (a, b) = (places(a), places(b));
                !a.is_empty() && a == b
            }
        })
        && named
}

/// Tells whether a column of answers (`Svar` beside `Vastaus`) is filled only where those that have its field are blank: every
/// row has one answer, and nobody has to guess which.
fn complement(
    form: &FormWords,
    place: &Place<'_>,
    claims: &[Claim<'_>],
    fields: &[Option<usize>],
    (field, at): (usize, usize),
) -> bool {
    let is_answer = form
        .key_and_value()
        .is_some_and(|(_, value)| value == field)
        && form.fields[field].kind == FieldKind::Text;
    let own = claims[at].label.index;
    let holders = || {
        let held = fields.iter().zip(claims);
        held.filter(|(other, _)| **other == Some(field))
            .map(|(_, claim)| claim.label.index)
    };
    is_answer
        && place
            .grid
            .rows_from(place.header.1 + 1)
            .take_while(|row| row.number() <= place.last)
            .filter(|row| !row.get(own).is_blank())
            .all(|row| holders().all(|column| row.get(column).is_blank()))
}

/// Columns of a wide table that say the same of their values: which of them is meant, nobody knows.
pub(super) fn same_axes(place: &Place<'_>, claims: &[Claim<'_>]) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut said: Vec<Option<(usize, &Vec<Term>)>> = Vec::with_capacity(claims.len());
    for claim in claims {
        let field = claim.value.as_ref().map(|value| value.field);
        let is_wide = !claim.axes.terms.is_empty() && !claim.sample(place).is_empty();
        said.push(
            field
                .filter(|_| is_wide)
                .map(|field| (field, &claim.axes.terms)),
        );
    }
    for (at, own) in said.iter().enumerate() {
        let Some(own) = own else { continue };
        let is_known = |(_, columns): &Conflict| columns.contains(&at);
        let alike: Vec<usize> = (at..claims.len())
            .filter(|other| said[*other].as_ref() == Some(own))
            .collect();
        if alike.len() > 1 && !conflicts.iter().any(is_known) {
            conflicts.push((own.0, alike));
        }
    }
    conflicts
}

/// Another field that a label may stand for just as well, and that no other column has.
fn tied_field(claim: &Claim<'_>, fields: &[Option<usize>], own: usize) -> Option<usize> {
    let score = claim.candidate(own)?.score;
    claim
        .candidates
        .iter()
        .filter(|other| other.field != own && !fields.contains(&Some(other.field)))
        .find(|other| other.score > score - CLOSE)
        .map(|other| other.field)
}
