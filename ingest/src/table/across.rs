//! Columns of wide tables: what stands across, the field of the values below, and the sums at the end
//! (READING.md R10).

use super::How;
use super::claim::Claim;
use super::matcher::Matcher;
use super::resolve::Place;
use super::wide::{Axes, axes};
use crate::columns::{Candidate, Fit, fit, is_unit, normalise};
use crate::vocabulary::{FieldKind, FormWords};

/// Marks the columns of a wide table and the sums that stand at its end.
pub(super) fn mark_axes(matcher: &Matcher<'_>, form_index: usize, claims: &mut [Claim<'_>]) {
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
    if let Some(named) = named {
        claim.value = Some(named.clone());
    } else if matcher.is_total(&rest) {
        claim.control = true;
        claim.axes = Axes::default();
    } else if shared || rest.is_empty() || is_unit(&normalise(&rest)) {
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

/// A table whose first column has no telling label: its cells say that they are the keys.
pub(super) fn find_key_by_content(
    matcher: &Matcher<'_>,
    place: &Place<'_>,
    claims: &mut [Claim<'_>],
) {
    let form = &matcher.vocabulary.forms[place.form];
    let Some((key, _)) = form.key_and_value() else {
        return;
    };
    let given = claims.iter().any(|claim| {
        claim.axes.fields.contains(&key) || claim.best().is_some_and(|best| best.field == key)
    });
    if given {
        return;
    }
    let unmatched = claims
        .iter_mut()
        .find(|claim| claim.is_open() && claim.candidates.is_empty());
    if let Some(claim) = unmatched {
        let cells = claim.sample(place);
        let lexicon = &*matcher.vocabulary.lexicon;
        if fit(&form.fields[key].kind, &cells, lexicon) == Fit::For {
            claim.candidates.push(Candidate {
                form: place.form,
                field: key,
                how: How::Fuzzy,
                score: 0.75,
                needs_content: false,
            });
        }
    }
}
