//! Which form a header belongs to: tried quickly with the labels that name fields outright.

use std::fmt::Write as _;

use super::flatten::{Label, Part};
use super::matcher::Matcher;
use super::wide::{Axes, axes};
use crate::columns::{Candidate, is_measure};
use crate::vocabulary::{FieldKind, FormWords};

/// Worth of a required field in the comparison of forms; any other field or axis counts one.
const REQUIRED_WORTH: f64 = 2.0;
/// Loss for a label that names nothing in the form.
const STRANGE_LOSS: f64 = 0.25;

/// How well a header goes with a form.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trial {
    /// Index of the form.
    pub(super) form: usize,
    /// Worth of all that matched, less what did not.
    pub(super) score: f64,
    /// Columns that match a field or an axis.
    pub(super) matched: usize,
    /// Columns with a label.
    pub(super) labelled: usize,
    /// Whether every required field has a column or an axis.
    pub(super) complete: bool,
    /// Required fields that have a column or an axis.
    pub(super) required: usize,
    /// Columns that match an axis.
    pub(super) across: usize,
}

impl Trial {
    /// Tells whether so much matches that this is a header: all that the form requires, or most labels.
    pub(super) fn is_header(&self) -> bool {
        let enough = self.matched >= 2 && self.matched * 3 >= self.labelled;
        let most = self.matched >= 3 && self.matched * 2 > self.labelled;
        let all = self.required >= 2 && self.matched >= 2 && self.matched == self.labelled;
        (self.complete && enough) || most || all
    }

    /// Tells whether the form knows every label, and they are many or the sheet names the form: what it requires besides may
    /// stand in headings below.
    fn knows_all(&self, named: bool) -> bool {
        const MANY: usize = 6;
        self.matched == self.labelled && (named && self.matched >= 3 || self.matched >= MANY)
    }
}

/// What besides the header speaks for a form.
#[derive(Debug, Clone, Default)]
pub(super) struct Leaning {
    /// The form that a source or decision fixes.
    pub(super) fixed: Option<usize>,
    /// Forms that the sheet's name or a title names.
    pub(super) named: Vec<usize>,
    /// Whether labels that are only similar count, too.
    pub(super) similar: bool,
    /// Whether the cells below are numbers, so that no form of keys and texts comes into question.
    pub(super) measured: bool,
}

/// The form that goes best with the labels; complete ones first, then by score, what `leaning` names, and the
/// order of the programme. Months of reports have the same headers again and again: what was found is remembered.
pub(super) fn best_form(
    matcher: &Matcher<'_>,
    labels: &[Label],
    leaning: &Leaning,
) -> Option<Trial> {
    let tried = || try_forms(matcher, labels, leaning);
    let headers = &matcher.vocabulary.headers;
    headers.recall(&question(labels, leaning), tried)
}

/// All that the best form depends on, as a text of its own for every other question.
fn question(labels: &[Label], leaning: &Leaning) -> String {
    let mut named = leaning.named.clone();
    named.sort_unstable();
    named.dedup();
    let (similar, measured) = (leaning.similar, leaning.measured);
    let mut question = format!("{:?} {named:?} {similar} {measured}", leaning.fixed);
    for label in labels {
        question.push('\n');
        for Part { text, group } in &label.parts {
            let kind = if *group { '+' } else { '=' };
            // With its length no text can be taken for a part of another.
            let _ = write!(question, "{}{kind}{text}", text.len());
        }
    }
    question
}

fn try_forms(matcher: &Matcher<'_>, labels: &[Label], leaning: &Leaning) -> Option<Trial> {
    let forms = &matcher.vocabulary.forms;
    let mut best: Option<(Trial, f64)> = None;
    for (at, form) in forms.iter().enumerate() {
        let is_answered = || {
            let value = form
                .key_and_value()
                .map(|(_, value)| &form.fields[value].kind);
            value == Some(&FieldKind::Text)
        };
        if leaning.fixed.is_some_and(|fixed| fixed != at) || leaning.measured && is_answered() {
            continue;
        }
        let trial = trial(matcher, at, labels, leaning.similar);
        let lean = if leaning.named.contains(&at) {
            0.6
        } else {
            0.0
        };
        let rank = trial.score + lean;
        // Two labels that are all another form asks for do not outweigh a whole header that lacks one.
        let is_whole = |trial: &Trial| {
            let named = leaning.named.contains(&trial.form);
            trial.is_header() && (trial.complete || trial.knows_all(named))
        };
        let better = best
            .as_ref()
            .is_none_or(|(other, top)| (is_whole(&trial), rank) > (is_whole(other), *top));
        if better && trial.matched > 0 {
            best = Some((trial, rank));
        }
    }
    best.map(|(trial, _)| trial)
}

/// Tries one form.
fn trial(matcher: &Matcher<'_>, at: usize, labels: &[Label], similar: bool) -> Trial {
    let form = &matcher.vocabulary.forms[at];
    let mut taken = vec![false; form.fields.len()];
    let mut matched = 0;
    let mut strangers: Vec<&Label> = Vec::new();
    let mut score = 0.0;
    for label in labels {
        match named_field(matcher, at, label, &taken, similar) {
            Some((field, worth)) => {
                taken[field] = true;
                matched += 1;
                score += worth * worth_of(form, field);
            }
            None => strangers.push(label),
        }
    }
    let mut across = 0;
    if let Some((_, value)) = form.key_and_value() {
        for Axes { fields, .. } in axes_across(matcher, form, &strangers, &taken) {
            across += 1;
            score += 1.0;
            for field in fields.iter().chain([&value]) {
                if !taken[*field] {
                    taken[*field] = true;
                    score += worth_of(form, *field);
                }
            }
        }
    }
    let lacks_value = sole_measure(form, &taken).filter(|_| across == 0);
    if let Some((value, at)) = lacks_value.zip(measure_among(matcher, &strangers)) {
        // `Tunnusluku | Yhteensä`, `Kustannuslaji | Menot €`: the sum, or a word for what is counted, is the value.
        taken[value] = true;
        score += worth_of(form, value);
        matched += 1;
        strangers.remove(at);
    }
    let needed = || (0..form.fields.len()).filter(|field| form.fields[*field].required);
    #[expect(clippy::cast_precision_loss, reason = "a count of columns")]
    let strange = (strangers.len() - across) as f64;
    Trial {
        form: at,
        score: score - STRANGE_LOSS * strange,
        matched: matched + across,
        labelled: labels.len(),
        complete: needed().all(|field| taken[field]),
        required: needed().filter(|field| taken[*field]).count(),
        across,
    }
}

/// The one label among others that names a sum, else the one that is a word for what is counted or spent.
fn measure_among(matcher: &Matcher<'_>, strangers: &[&Label]) -> Option<usize> {
    let only = |test: &dyn Fn(&str) -> bool| {
        let mut found = (0..strangers.len()).filter(|at| test(&strangers[*at].flat()));
        found.next().filter(|_| found.next().is_none())
    };
    only(&|label| matcher.is_total(label)).or_else(|| only(&is_measure))
}

/// The axes of labels that no field owns, as far as they are of the kind that most have. A title merged over some columns
/// says the same of each: it counts once.
fn axes_across(
    matcher: &Matcher<'_>,
    form: &FormWords,
    strangers: &[&Label],
    taken: &[bool],
) -> Vec<Axes> {
    let wide: Vec<Axes> = strangers
        .iter()
        .map(|label| axes(matcher, form, label, &|field| taken[field]))
        .collect();
    let Some(kind) = most_common(&wide) else {
        return Vec::new();
    };
    let mut counted: Vec<Axes> = Vec::new();
    for axes in wide {
        if axes.fields.first() == Some(&kind) && !counted.contains(&axes) {
            counted.push(axes);
        }
    }
    // One question beside a label of answers is a question with its answer.
    let answers = form
        .key_and_value()
        .is_some_and(|(_, value)| taken[value] && form.fields[value].kind == FieldKind::Text);
    if answers && counted.len() == 1 {
        counted.clear();
    }
    counted
}

/// The number that a form of keys and numbers still lacks, where the key is there.
fn sole_measure(form: &FormWords, taken: &[bool]) -> Option<usize> {
    let (key, value) = form.key_and_value()?;
    let is_text = form.fields[value].kind == FieldKind::Text;
    (taken[key] && !taken[value] && !is_text).then_some(value)
}

/// The first axis that most columns have.
fn most_common(wide: &[Axes]) -> Option<usize> {
    let firsts: Vec<usize> = wide
        .iter()
        .filter_map(|axes| axes.fields.first().copied())
        .collect();
    let count = |field: usize| firsts.iter().filter(|other| **other == field).count();
    firsts
        .iter()
        .copied()
        .max_by_key(|field| (count(*field), std::cmp::Reverse(*field)))
}

/// The field that a label names in the form, with the score; a free one before one that is taken.
fn named_field(
    matcher: &Matcher<'_>,
    form: usize,
    label: &Label,
    taken: &[bool],
    similar: bool,
) -> Option<(usize, f64)> {
    label.readings().iter().find_map(|reading| {
        let found = if similar {
            matcher.candidates(form, reading)
        } else {
            matcher.named(reading)
        };
        found
            .iter()
            .filter(|candidate| candidate.form == form && !candidate.needs_content)
            .filter(|candidate| similar || candidate.is_named())
            .filter(|candidate| !taken[candidate.field])
            .max_by(|a: &&Candidate, b| a.score.total_cmp(&b.score).then(b.field.cmp(&a.field)))
            .map(|candidate| (candidate.field, candidate.score))
    })
}

fn worth_of(form: &FormWords, field: usize) -> f64 {
    if form.fields[field].required {
        REQUIRED_WORTH
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(parts: &[(&str, bool)]) -> Label {
        let part = |(text, group): &(&str, bool)| Part {
            text: (*text).to_owned(),
            group: *group,
        };
        Label {
            index: 0,
            parts: parts.iter().map(part).collect(),
        }
    }

    #[test]
    fn different_headers_are_different_questions() {
        let headers = [
            vec![label(&[("Kunta", false)]), label(&[("Määrä", false)])],
            vec![label(&[("Kunta", false), ("Määrä", false)])],
            vec![label(&[("Kunta", true), ("Määrä", false)])],
            vec![label(&[("Kunta\n6=Määrä", false)])],
            vec![label(&[("Kunta6=Määrä", false)])],
        ];
        let mut asked: Vec<String> = headers
            .iter()
            .map(|labels| question(labels, &Leaning::default()))
            .collect();
        for fixed in [Some(1), Some(11)] {
            let leaning = Leaning {
                fixed,
                named: vec![2],
                ..Leaning::default()
            };
            asked.push(question(&headers[0], &leaning));
        }
        let count = asked.len();
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), count);
        let twice = |named: &[usize]| Leaning {
            named: named.to_vec(),
            ..Leaning::default()
        };
        let asked = |named| question(&headers[0], &twice(named));
        assert_eq!(asked(&[3, 1, 3]), asked(&[1, 3]));
    }
}
