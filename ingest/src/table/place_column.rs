//! A column of municipalities in a form that has no field for them: it says whose the rows are, like the field of the
//! organisation (READING.md R2).

use super::How;
use super::claim::Claim;
use super::matcher::Matcher;
use crate::columns::Candidate;
use crate::vocabulary::FieldKind;

/// Gives the field of the organisation, which no label names, to the one column whose label asks for a municipality in
/// other forms: `Kunta | Kustannuslaji | Summa`.
pub(super) fn claim_organisation(matcher: &Matcher<'_>, form: usize, claims: &mut [Claim<'_>]) {
    let forms = &matcher.vocabulary.forms;
    let is_place =
        |kind: &FieldKind| matches!(kind, FieldKind::Municipality | FieldKind::MunicipalityList);
    let fields = &forms[form].fields;
    let organisation = fields
        .iter()
        .position(|field| field.kind == FieldKind::Organisation);
    let Some(organisation) = organisation else {
        return;
    };
    if fields.iter().any(|field| is_place(&field.kind)) {
        return;
    }
    let is_taken = |claim: &Claim<'_>| {
        let settled = claim.settled.and_then(|(field, _)| field);
        settled == Some(organisation) || claim.candidate(organisation).is_some()
    };
    if claims.iter().any(is_taken) {
        return;
    }
    let asks_for_place = |claim: &Claim<'_>| {
        let named = matcher.named(&claim.text);
        claim.is_open()
            && !claim.is_named()
            && named.iter().any(|candidate| {
                candidate.is_named()
                    && is_place(&forms[candidate.form].fields[candidate.field].kind)
            })
    };
    let columns: Vec<usize> = (0..claims.len())
        .filter(|at| asks_for_place(&claims[*at]))
        .collect();
    if let [column] = columns[..] {
        claims[column].candidates.push(Candidate {
            form,
            field: organisation,
            how: How::Synonym,
            score: 1.0,
            needs_content: false,
        });
    }
}
