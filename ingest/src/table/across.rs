//! Columns of wide tables: what stands across, the field of the values below, and the sums at the end; and columns whose
//! cells say more than their labels (READING.md R10).

use super::How;
use super::claim::Claim;
use super::matcher::Matcher;
use super::month_row::settle_months;
use super::resolve::Place;
use super::wide::{Axes, axes};
use crate::columns::{
    Candidate, Fit, fit, is_measure, is_share, is_unit, looks_like_number, normalise,
};
use crate::grid::CellValue;
use crate::vocabulary::{FieldKind, FormWords, Term};

/// Marks the columns of a wide table and the sums that stand at its end.
pub(super) fn mark_axes(matcher: &Matcher<'_>, place: &Place<'_>, claims: &mut [Claim<'_>]) {
    let form_index = place.form;
    let form = &matcher.vocabulary.forms[form_index];
    let Some((_, value)) = form.key_and_value() else {
        return;
    };
    let owned: Vec<usize> = claims
        .iter()
        .filter(|claim| claim.label.parts.len() < 2)
        .filter_map(|claim| claim.candidates.iter().find(|c| c.is_named()))
        .map(|candidate| candidate.field)
        .filter(|field| *field != value)
        .collect();
    for claim in claims.iter_mut().filter(|claim| claim.settled.is_none()) {
        if claim.label.parts.len() > 1 || !claim.is_named() {
            claim.axes = axes(matcher, form, claim.label, &|field| owned.contains(&field));
        }
    }
    leave_corner(form, place, claims);
    leave_shares(claims);
    settle_months(claims);
    let is_wide = |claim: &Claim<'_>| !claim.axes.terms.is_empty();
    let Some(common) = claims
        .iter()
        .find(|claim| is_wide(claim))
        .map(|claim| claim.axes.rest.clone())
    else {
        return;
    };
    let wide = claims.iter().filter(|claim| is_wide(claim));
    let shared = wide.clone().count() > 1 && wide.clone().all(|claim| claim.axes.rest == common);
    for claim in claims.iter_mut() {
        if is_wide(claim) {
            settle_value(matcher, form_index, value, shared, claim);
        } else if claim.settled.is_none() {
            claim.control = is_sum(matcher, value, claim);
        }
    }
    if claims.iter().filter(|claim| is_wide(claim)).count() > 1 {
        leave_plain_numbers(form, claims);
    }
}

/// A place or month in the corner above texts names the whole table: below it stand keys, no values.
fn leave_corner(form: &FormWords, place: &Place<'_>, claims: &mut [Claim<'_>]) {
    let is_measured = form
        .key_and_value()
        .is_some_and(|(_, value)| form.fields[value].kind != FieldKind::Text);
    let Some(corner) = claims
        .first_mut()
        .filter(|claim| is_measured && !claim.axes.terms.is_empty())
    else {
        return;
    };
    let cells = corner.sample(place);
    if !cells.is_empty() && !cells.iter().any(|cell| looks_like_number(*cell)) {
        corner.candidates.clear();
        corner.axes = Axes::default();
    }
}

/// A share beside another column of the same month or place is none of its values: `% | Toteuma` below a month.
fn leave_shares(claims: &mut [Claim<'_>]) {
    let is_share_of =
        |claim: &Claim<'_>| is_share(claim.label.parts.last().map_or("", |part| &part.text));
    let whole: Vec<Vec<Term>> = claims
        .iter()
        .filter(|claim| !is_share_of(claim))
        .map(|claim| claim.axes.terms.clone())
        .collect();
    for claim in claims
        .iter_mut()
        .filter(|claim| !claim.axes.terms.is_empty() && is_share_of(claim))
    {
        if whole.contains(&claim.axes.terms) {
            claim.candidates.clear();
            claim.axes = Axes::default();
        }
    }
}

/// Tells whether a column of a wide table is the sum of the others: its group says so, or it does itself and
/// names no other field.
fn is_sum(matcher: &Matcher<'_>, value: usize, claim: &Claim<'_>) -> bool {
    let Some((last, groups)) = claim.label.parts.split_last() else {
        return false;
    };
    let other = claim
        .candidates
        .iter()
        .any(|c| c.is_named() && c.field != value);
    groups.iter().any(|part| matcher.is_total(&part.text))
        || (!other && (matcher.is_total(&claim.text) || matcher.is_total(&last.text)))
}

/// A number beside the columns of a wide table belongs to none of them: given to each, it would count many times.
fn leave_plain_numbers(form: &FormWords, claims: &mut [Claim<'_>]) {
    for claim in claims.iter_mut().filter(|claim| claim.is_open()) {
        claim.candidates.retain(|candidate| {
            !matches!(
                form.fields[candidate.field].kind,
                FieldKind::Count | FieldKind::Decimal | FieldKind::Money
            )
        });
    }
}

/// Finds the field of the values below axes: what is left of the label names it, or nothing but a unit is left,
/// or what is left says the same over all columns. A column of which more is said (`Tavoite`) is none, and a
/// sum over one of the axes is a control column.
fn settle_value(
    matcher: &Matcher<'_>,
    form: usize,
    value: usize,
    shared: bool,
    claim: &mut Claim<'_>,
) {
    let rest = std::mem::take(&mut claim.axes.rest);
    let found = matcher.candidates(form, &rest);
    let named = found.iter().find(|candidate| candidate.is_named());
    if claim.axes.is_sum || named.is_none() && matcher.is_total(&rest) {
        claim.control = true;
        claim.axes = Axes::default();
    } else if let Some(named) = named {
        claim.value = Some(named.clone());
    } else if shared || rest.is_empty() || is_unit(&normalise(&rest)) || is_measure(&rest) {
        claim.value = Some(Candidate {
            form,
            field: value,
            how: How::Label,
            score: 1.0,
            needs_content: false,
        });
    } else {
        claim.candidates.clear();
        claim.axes = Axes::default();
    }
}

/// The fields of columns whose labels say too little: their cells say that they are the keys, months or places
/// (READING.md R10). A column that another field names outright is none of them.
pub(super) fn find_by_content(matcher: &Matcher<'_>, place: &Place<'_>, claims: &mut [Claim<'_>]) {
    let form = &matcher.vocabulary.forms[place.form];
    let Some((key, value)) = form.key_and_value() else {
        return;
    };
    let is_measured = form.fields[value].kind != FieldKind::Text;
    let told = |kind: &FieldKind| match kind {
        FieldKind::Month | FieldKind::Municipality | FieldKind::MunicipalityList => is_measured,
        FieldKind::Organisation => is_measured && !form.asks_place(),
        _ => false,
    };
    let others = (0..form.fields.len()).filter(|field| told(&form.fields[*field].kind));
    for field in std::iter::once(key).chain(others) {
        let kind = &form.fields[field].kind;
        let is_given = claims.iter().any(|claim| {
            claim.axes.fields.contains(&field)
                || claim
                    .settled
                    .is_some_and(|(settled, _)| settled == Some(field))
                || claim.best().is_some_and(|best| best.field == field)
        });
        if is_given {
            continue;
        }
        let holds = |claim: &Claim<'_>| {
            if field == key {
                claim.candidates.is_empty() && fits(matcher, kind, &claim.sample(place)) == Fit::For
            } else {
                says_too_little(matcher, form, place, claim)
                    && holds_all(matcher, kind, place, claim)
            }
        };
        let found = claims
            .iter_mut()
            .filter(|claim| claim.is_open())
            .find(|claim| holds(claim));
        if let Some(claim) = found {
            claim.candidates = vec![Candidate {
                form: place.form,
                field,
                how: How::Fuzzy,
                score: 0.75,
                needs_content: false,
            }];
        }
    }
}

fn fits(matcher: &Matcher<'_>, kind: &FieldKind, cells: &[CellValue<'_>]) -> Fit {
    fit(kind, cells, &*matcher.vocabulary.lexicon)
}

/// Tells whether a label names no field, or only resembles such as its cells speak against.
fn says_too_little(
    matcher: &Matcher<'_>,
    form: &FormWords,
    place: &Place<'_>,
    claim: &Claim<'_>,
) -> bool {
    let cells = claim.sample(place);
    let is_against = |candidate: &Candidate| {
        !candidate.is_named()
            && fits(matcher, &form.fields[candidate.field].kind, &cells) == Fit::Against
    };
    claim.candidates.iter().all(is_against)
}

/// Tells whether a column begins in the first record and holds nothing but values of a kind, but for words for sums: a
/// remark in some rows gives no field.
fn holds_all(
    matcher: &Matcher<'_>,
    kind: &FieldKind,
    place: &Place<'_>,
    claim: &Claim<'_>,
) -> bool {
    let mut cells = claim.sample(place);
    let is_sum =
        |cell: &CellValue<'_>| matches!(cell, CellValue::Text(text) if matcher.is_total(text));
    cells.retain(|cell| !is_sum(cell));
    let rows = || {
        let rows = place.grid.rows_from(place.header.1 + 1);
        rows.take_while(|row| row.number() <= place.last)
    };
    let first = rows().find(|row| row.filled().nth(1).is_some());
    let column = claim.label.index;
    let is_one = |cell: &CellValue<'_>| fits(matcher, kind, &[*cell]) == Fit::For;
    first.is_some_and(|row| !row.get(column).is_blank())
        && !cells.is_empty()
        && cells.iter().filter(|cell| is_one(cell)).count() * 5 >= cells.len() * 4
}
