//! A column labelled as a sum beside the columns of its parts: `Lapset | Vanhemmat | Yhteensä` (READING.md R8 and R27).

use super::How;
use super::claim::Claim;
use super::matcher::Matcher;
use crate::columns::Candidate;
use crate::vocabulary::FormWords;

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
