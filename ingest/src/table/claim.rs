//! One label of a header on its way to a field.

use super::How;
use super::flatten::Label;
use super::matcher::Matcher;
use super::resolve::Place;
use super::wide::Axes;
use crate::columns::{Candidate, flat_label, normalise};
use crate::grid::CellValue;
use crate::vocabulary::Hints;

/// Cells of a column that are looked at, where labels say too little.
const SAMPLE: usize = 12;

/// What a label may stand for, as far as it is known.
pub(super) struct Claim<'a> {
    pub(super) label: &'a Label,
    /// What is shown as the label.
    pub(super) text: String,
    /// The fields that it may stand for.
    pub(super) candidates: Vec<Candidate>,
    /// What the header says about all values of the column.
    pub(super) axes: Axes,
    /// The field of the values of a column with axes.
    pub(super) value: Option<Candidate>,
    /// The field that a source or decision says, if it is one of this form.
    pub(super) settled: Option<(Option<usize>, How)>,
    /// Whether it is the sum of a wide table's columns.
    pub(super) control: bool,
}

impl<'a> Claim<'a> {
    /// Looks a label up.
    pub(super) fn new(matcher: &Matcher<'_>, hints: &Hints, form: usize, label: &'a Label) -> Self {
        let readings = label.readings();
        let (text, candidates) = look_up(matcher, form, label, &readings);
        let fields = &matcher.vocabulary.forms[form].fields;
        let settled = hints.columns.iter().find_map(|hint| {
            let wanted = normalise(&hint.label);
            let meant = readings.iter().any(|reading| normalise(reading) == wanted);
            let field = || fields.iter().position(|field| *field.code == *hint.field);
            meant.then(|| (field(), hint.how))
        });
        Claim {
            label,
            text,
            candidates,
            axes: Axes::default(),
            value: None,
            settled,
            control: false,
        }
    }

    /// Tells whether the column still looks for a field.
    pub(super) fn is_open(&self) -> bool {
        self.settled.is_none() && !self.control && self.axes.terms.is_empty()
    }

    /// Tells whether the label names a field outright.
    pub(super) fn is_named(&self) -> bool {
        self.candidates.iter().any(Candidate::is_named)
    }

    /// The candidate for a field.
    pub(super) fn candidate(&self, field: usize) -> Option<&Candidate> {
        self.candidates
            .iter()
            .find(|candidate| candidate.field == field)
    }

    /// The candidate with the highest score.
    pub(super) fn best(&self) -> Option<&Candidate> {
        self.candidates
            .iter()
            .max_by(|a, b| a.score.total_cmp(&b.score).then(b.field.cmp(&a.field)))
    }

    /// Some cells of the column that hold something.
    pub(super) fn sample<'g>(&self, place: &Place<'g>) -> Vec<CellValue<'g>> {
        let index = self.label.index;
        place
            .grid
            .rows_from(place.header.1 + 1)
            .take_while(|row| row.number() <= place.last)
            .map(|row| row.get(index))
            .filter(|value| !value.is_blank())
            .take(SAMPLE)
            .collect()
    }
}

/// The first reading of a label that names a field, most specific first; else whatever all readings are like.
fn look_up(
    matcher: &Matcher<'_>,
    form: usize,
    label: &Label,
    readings: &[String],
) -> (String, Vec<Candidate>) {
    let mut similar: Vec<Candidate> = Vec::new();
    for reading in readings {
        let found = matcher.candidates(form, reading);
        if found.iter().any(Candidate::is_named) {
            return (flat_label(reading).into_owned(), found.to_vec());
        }
        for candidate in found.iter() {
            if !similar.iter().any(|other| other.field == candidate.field) {
                similar.push(candidate.clone());
            }
        }
    }
    (label.flat(), similar)
}

/// Where the same sub-label stands below several groups, the group tells them apart.
pub(super) fn prefer_whole_labels(matcher: &Matcher<'_>, form: usize, claims: &mut [Claim<'_>]) {
    let texts: Vec<String> = claims.iter().map(|claim| normalise(&claim.text)).collect();
    for (at, claim) in claims.iter_mut().enumerate() {
        let repeated = texts.iter().filter(|text| **text == texts[at]).count() > 1;
        let mut readings = claim.label.readings();
        let Some(whole) = readings.pop().filter(|_| repeated && !readings.is_empty()) else {
            continue;
        };
        claim.text = claim.label.flat();
        let mut found = matcher.candidates(form, &whole).to_vec();
        if !found.iter().any(Candidate::is_named) {
            for candidate in &mut claim.candidates {
                candidate.how = How::Fuzzy;
                candidate.score -= 0.3;
            }
            found.append(&mut claim.candidates);
        }
        claim.candidates = found;
    }
}
