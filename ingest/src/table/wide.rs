//! Columns whose header says what every value below belongs to: months, municipalities, indicators, cost
//! categories or questions across (READING.md R10 and R11).

use super::flatten::Label;
use super::matcher::Matcher;
use super::month_text::{month_of_days, without_bracket, without_footnote};
use crate::columns::{Candidate, flat_label, is_measure, is_unit, normalise, without_unit};
use crate::vocabulary::{FieldKind, FormWords, Term};

/// What the header of one column says about the values below it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Axes {
    /// The terms, from the topmost header row down.
    pub(super) terms: Vec<Term>,
    /// Fields of the form that the terms give, in the same order.
    pub(super) fields: Vec<usize>,
    /// What is left of the label: the sub-label `Summa` below a month; empty where nothing is.
    pub(super) rest: String,
    /// Whether a part of the label is a word for a sum: the values below are sums over another axis (READING.md R12).
    pub(super) is_sum: bool,
}

/// The axes of a label in a form of keys and values; `taken` are the fields that have columns of their own.
pub(super) fn axes(
    matcher: &Matcher<'_>,
    form: &FormWords,
    label: &Label,
    taken: &dyn Fn(usize) -> bool,
) -> Axes {
    let mut axes = Axes::default();
    let mut rest: Vec<&str> = Vec::new();
    let year = label.parts.iter().find_map(|part| year(&part.text));
    let whole = label.flat();
    axes.is_sum = label.parts.iter().any(|part| {
        is_sum(matcher, form, &part.text)
            && axis_term(matcher, form, &part.text, year, taken).is_none()
    });
    if label.parts.len() > 1
        && !axes.is_sum
        && let Some((field, term)) = axis_term(matcher, form, &whole, year, taken)
    {
        axes.fields.push(field);
        axes.terms.push(term);
        return axes;
    }
    for part in &label.parts {
        match axis_term(matcher, form, &part.text, year, taken) {
            Some((field, term)) if !axes.fields.contains(&field) => {
                axes.fields.push(field);
                axes.terms.push(term);
            }
            _ if self::year(&part.text).is_some() || is_quarter(&part.text) => {}
            _ => match value_and_axis(matcher, form, &part.text, year, taken) {
                Some((value, field, term)) if !axes.fields.contains(&field) => {
                    axes.fields.push(field);
                    axes.terms.push(term);
                    rest.push(value);
                }
                _ => rest.push(&part.text),
            },
        }
    }
    axes.rest = rest.join("\n");
    axes
}

/// Tells whether a part of a label is nothing but a word for a sum, and does not name the value: `Summa` may be an amount.
fn is_sum(matcher: &Matcher<'_>, form: &FormWords, text: &str) -> bool {
    let value = form.key_and_value().map(|(_, value)| value);
    let names_value = |candidate: &Candidate| {
        matcher.vocabulary.forms[candidate.form].code == form.code && Some(candidate.field) == value
    };
    matcher.terms(text)[..] == [Term::Total] && !matcher.named(text).iter().any(names_value)
}

/// `Summa lokakuu 2018`, `lokakuu: summa`: a field and what it stands for in one cell. Returns the text of the
/// field, and the field and term of the axis.
fn value_and_axis<'t>(
    matcher: &Matcher<'_>,
    form: &FormWords,
    text: &'t str,
    year: Option<i32>,
    taken: &dyn Fn(usize) -> bool,
) -> Option<(&'t str, usize, Term)> {
    let spaces = text.match_indices([' ', '\n', ':', ',']).map(|(at, _)| at);
    let splits: Vec<(&str, &str)> = spaces.map(|at| (&text[..at], &text[at + 1..])).collect();
    splits.into_iter().find_map(|(head, tail)| {
        [(head, tail), (tail, head)]
            .into_iter()
            .find_map(|(value, axis)| {
                let (field, term) = axis_term(matcher, form, axis, year, taken)?;
                let is_value = matcher.is_label(value) || is_measure(value);
                is_value.then_some((value, field, term))
            })
    })
}

/// The term that a text of a header names and the free field of the form that it gives.
fn axis_term(
    matcher: &Matcher<'_>,
    form: &FormWords,
    text: &str,
    year: Option<i32>,
    taken: &dyn Fn(usize) -> bool,
) -> Option<(usize, Term)> {
    let found = |text: &str| {
        matcher.terms(text).iter().find_map(|term| {
            let free = |given: &dyn Fn(&FieldKind) -> bool| {
                (0..form.fields.len()).find(|at| given(&form.fields[*at].kind) && !taken(*at))
            };
            let field = free(&|kind| gives(kind, term)).or_else(|| {
                let is_whose = names_organisation(form, term);
                is_whose
                    .then(|| free(&|kind| *kind == FieldKind::Organisation))
                    .flatten()
            })?;
            Some((field, with_year(term, year)))
        })
    };
    found(text)
        .or_else(|| found_as_written(text, &found))
        .or_else(|| {
            if !Matcher::may_name(text) {
                return None;
            }
            let normalised = normalise(text);
            let rest = without_unit(&normalised)?;
            // `1-10/2018` are ten months, not the first of them numbered.
            let is_span = rest.starts_with(|first: char| first.is_ascii_digit())
                && normalised.starts_with(|first: char| first.is_ascii_digit());
            found(rest).filter(|_| !is_span && !names_other(matcher, form, &normalised, rest))
        })
}

/// What a text names without what stands around a month in a header: the break of a line, the mark of a footnote, a unit in
/// brackets; and a month written as days.
fn found_as_written<T>(text: &str, found: &dyn Fn(&str) -> Option<T>) -> Option<T> {
    if !Matcher::may_name(text) {
        return None;
    }
    let flat = flat_label(text);
    let bare = without_footnote(&flat);
    let bare = without_bracket(bare, |unit| is_unit(&normalise(unit))).unwrap_or(bare);
    let days = month_of_days(bare);
    let bare = days.as_deref().unwrap_or(bare);
    (bare != text).then(|| found(bare)).flatten()
}

/// Tells whether the word that a text has more than `rest` names another field than the value: `lokakuu htkk` are no euros.
fn names_other(matcher: &Matcher<'_>, form: &FormWords, text: &str, rest: &str) -> bool {
    let word = text.strip_prefix(rest).or_else(|| text.strip_suffix(rest));
    let value = form.key_and_value().map(|(_, value)| value);
    let named = matcher.named(word.unwrap_or_default().trim());
    named.iter().any(|candidate| {
        matcher.vocabulary.forms[candidate.form].code == form.code && Some(candidate.field) != value
    })
}

fn with_year(term: &Term, year: Option<i32>) -> Term {
    match term {
        Term::Month { year: None, month } => Term::Month {
            year,
            month: *month,
        },
        other => other.clone(),
    }
}

/// Tells whether a term is a value of such a field.
pub(super) fn gives(kind: &FieldKind, term: &Term) -> bool {
    match (kind, term) {
        (FieldKind::Month, Term::Month { .. }) => true,
        (FieldKind::Municipality | FieldKind::MunicipalityList, Term::Municipality(_)) => true,
        (FieldKind::Code(wanted), Term::Code { list, .. }) => wanted == list,
        _ => false,
    }
}

/// Tells whether a term says whose the values are, in a form that does not ask where the work took place.
fn names_organisation(form: &FormWords, term: &Term) -> bool {
    matches!(term, Term::Municipality(_) | Term::Organisation(_)) && !form.asks_place()
}

/// Tells whether a part of a label is a quarter, above the months of it: `Q1`, `1. neljännes`.
fn is_quarter(text: &str) -> bool {
    let folded = normalise(text);
    let numbered = folded
        .strip_prefix('q')
        .is_some_and(|digit| matches!(digit, "1" | "2" | "3" | "4"));
    let words = [
        "kvartaali",
        "neljännes",
        "vuosineljännes",
        "kvartal",
        "quarter",
    ];
    let is_one = |(number, word): (&str, &str)| {
        matches!(number, "1" | "2" | "3" | "4" | "i" | "ii" | "iii" | "iv") && words.contains(&word)
    };
    numbered || folded.split_once(' ').is_some_and(is_one)
}

/// A year that stands alone.
fn year(text: &str) -> Option<i32> {
    let text = text.trim();
    if text.len() != 4 {
        return None;
    }
    text.parse().ok().filter(|year| (2000..2100).contains(year))
}
