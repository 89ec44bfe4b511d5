//! Columns of ticks: the codes of a list across, below the label of their field, with a mark where one holds (READING.md R7).

use super::How;
use super::claim::Claim;
use super::flatten::{Label, Part};
use super::matcher::Matcher;
use super::resolve::Place;
use super::wide::Axes;
use crate::columns::Candidate;
use crate::grid::CellValue;
use crate::vocabulary::{FieldKind, Term};

/// Tells whether a cell is ticked: `x`, `1`, `kyllä`; none where it holds something else.
#[must_use]
pub fn ticked(value: CellValue<'_>) -> Option<bool> {
    const TICKS: [&str; 12] = [
        "x", "xx", "1", "v", "✓", "✔", "☑", "☒", "√", "kyllä", "ja", "yes",
    ];
    const NONE: [&str; 7] = ["", "0", "-", "–", "ei", "nej", "no"];
    match value {
        CellValue::Bool(is_ticked) => Some(is_ticked),
        CellValue::Blank => Some(false),
        CellValue::Number(number) => [0.0, 1.0].contains(&number).then_some(number > 0.5),
        CellValue::Text(text) => {
            let text = text.trim().to_lowercase();
            let is_ticked = TICKS.contains(&text.as_str());
            (is_ticked || NONE.contains(&text.as_str())).then_some(is_ticked)
        }
        _ => None,
    }
}

/// Takes columns of ticks for what they are: each says the codes of its label where it is ticked, and never counts anybody.
pub(super) fn mark_ticks(matcher: &Matcher<'_>, place: &Place<'_>, claims: &mut [Claim<'_>]) {
    if matcher.vocabulary.forms[place.form]
        .key_and_value()
        .is_some()
    {
        return;
    }
    let groups: Vec<Option<(usize, &Part)>> = claims
        .iter()
        .map(|claim| group_of(matcher, place.form, claim))
        .collect();
    let samples: Vec<Vec<CellValue<'_>>> = claims
        .iter()
        .zip(&groups)
        .map(|(claim, group)| match group {
            Some(_) => claim.sample(place),
            None => Vec::new(),
        })
        .collect();
    let are_ticks = |group: &Option<(usize, &Part)>| {
        let own = groups
            .iter()
            .zip(&samples)
            .filter(|(other, _)| *other == group);
        let mut cells = own.flat_map(|(_, cells)| cells).map(|cell| ticked(*cell));
        let mut any = false;
        cells.all(|is_ticked| {
            any |= is_ticked == Some(true);
            is_ticked.is_some()
        }) && any
    };
    let fields: Vec<Option<usize>> = groups
        .iter()
        .map(|group| group.filter(|_| are_ticks(group)).map(|(field, _)| field))
        .collect();
    for (claim, field) in claims.iter_mut().zip(fields) {
        if let Some(field) = field {
            mark(matcher, (place.form, field), claim);
        }
    }
}

/// The field of codes that the group of a column names, with the group.
fn group_of<'a>(
    matcher: &Matcher<'_>,
    form: usize,
    claim: &Claim<'a>,
) -> Option<(usize, &'a Part)> {
    let label: &'a Label = claim.label;
    let group = label.parts.first().filter(|part| part.group)?;
    let fields = &matcher.vocabulary.forms[form].fields;
    let named = matcher.named(&group.text);
    let of_codes = named.iter().find(|candidate| {
        candidate.form == form
            && candidate.is_named()
            && matches!(
                fields[candidate.field].kind,
                FieldKind::Code(_) | FieldKind::CodeList(_)
            )
    });
    let is_open = claim.settled.is_none() && label.parts.len() > 1;
    of_codes
        .filter(|_| is_open)
        .map(|candidate| (candidate.field, group))
}

/// Gives a column of ticks its codes; one whose label names none keeps its values beside the record.
fn mark(matcher: &Matcher<'_>, (form, field): (usize, usize), claim: &mut Claim<'_>) {
    claim.candidates.clear();
    let kind = &matcher.vocabulary.forms[form].fields[field].kind;
    let (FieldKind::Code(list) | FieldKind::CodeList(list)) = kind else {
        return;
    };
    let Some(own) = claim.label.parts.last() else {
        return;
    };
    let terms = codes(matcher, list, &own.text);
    if !terms.is_empty() {
        claim.axes = Axes {
            fields: vec![field; terms.len()],
            is_sum: false,
            terms,
            rest: String::new(),
        };
        claim.value = Some(Candidate {
            form,
            field,
            how: How::Label,
            score: 1.0,
            needs_content: false,
        });
    }
}

/// The codes of a list that a label names, one or several: `Lapset ja nuoret`.
fn codes(matcher: &Matcher<'_>, list: &str, text: &str) -> Vec<Term> {
    let code = |text: &str| {
        let terms = matcher.terms(text);
        let of_list = |term: &&Term| matches!(term, Term::Code { list: own, .. } if own == list);
        terms.iter().find(of_list).cloned()
    };
    if let Some(term) = code(text) {
        return vec![term];
    }
    let mut parts = vec![text];
    for joint in [" ja ", " och ", " and ", " & ", "/", ","] {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(joint))
            .collect();
    }
    let found: Option<Vec<Term>> = parts.into_iter().map(code).collect();
    found.unwrap_or_default()
}
