//! Figures beside those of the report that are no results: goals, budgets, forecasts, differences, the month before; and rows
//! that break down the one above them.
//!
//! Such rows stand in tables of results, told by a word in a column of their own (`Tavoite` beside `Toteuma`), behind a key
//! (`Palkat ja palkkiot, budjetti`) or in a heading (`Budjetti 2018`). Loaded, they would count as results; so they are set
//! aside, and each is said. Reasons of the issues: `row-constraint` `plan` and `breakdown`.

use super::rows::Body;
use super::{RowKind, TableRow};
use crate::columns::normalise;
use crate::grid::{CellValue, Grid, Row};
use crate::issue::{Code, Issue};
use crate::vocabulary::{FieldKind, FormWords, Term};

/// Words for figures that are no results.
const WORDS: &[&str] = &[
    "tavoite",
    "tavoitteet",
    "tavoiteltu",
    "budjetti",
    "budjetoitu",
    "talousarvio",
    "ta",
    "ennuste",
    "suunnitelma",
    "suunniteltu",
    "ero",
    "erotus",
    "poikkeama",
    "muutos",
    "muutos %",
    "toteuma %",
    "edellinen",
    "edellinen kuukausi",
    "edellinen kk",
    "ed kk",
    "edellinen vuosi",
    "edellisvuosi",
    "viime vuosi",
    "viime kuukausi",
    "mål",
    "budget",
    "budgeterat",
    "prognos",
    "plan",
    "avvikelse",
    "skillnad",
    "förändring",
    "föregående månad",
    "föregående år",
    "target",
    "forecast",
    "difference",
    "change",
    "previous month",
    "previous year",
];
/// Names of sheets that hold such figures begin with one of these.
const SHEETS: &[&str] = &[
    "budjetti",
    "talousarvio",
    "tavoite",
    "tavoitteet",
    "ennuste",
    "suunnitelma",
    "edellinen",
    "vanha",
    "budget",
    "mål",
    "prognos",
    "plan",
    "föregående",
    "gammal",
    "forecast",
    "previous",
    "old",
];
/// Words before the key of a row that is a part of the one above.
const PARTS: &[&str] = &[
    "josta", "joista", "siitä", "niistä", "varav", "därav", "of which",
];
/// Words that a heading above such rows has at most.
const MOST_WORDS: usize = 4;

/// Tells whether the name of a sheet says that it holds plans or figures of another time.
#[must_use]
pub fn is_plan_sheet(name: &str) -> bool {
    let folded = normalise(name);
    folded
        .split(' ')
        .next()
        .is_some_and(|word| SHEETS.contains(&word))
}

/// Tells whether the name of a file says that it holds plans and no results: `Lohja talousarvio 2018`.
#[must_use]
pub fn is_plan_file(name: &str) -> bool {
    const PLANS: [&str; 10] = [
        "budjetti",
        "talousarvio",
        "ennuste",
        "toimintasuunnitelma",
        "hankesuunnitelma",
        "budget",
        "prognos",
        "verksamhetsplan",
        "projektplan",
        "forecast",
    ];
    const RESULTS: [&str; 8] = [
        "toteum", "toteutu", "raport", "rapport", "report", "seuran", "utfall", "uppfölj",
    ];
    let folded = normalise(name);
    let is_result = |word: &str| RESULTS.iter().any(|begin| word.starts_with(begin));
    folded.split(' ').any(|word| PLANS.contains(&word)) && !folded.split(' ').any(is_result)
}

/// Tells whether a form is one of keys and numbers.
pub(super) fn concern(form: &FormWords) -> bool {
    let is_measured = |(_, value): (usize, usize)| form.fields[value].kind != FieldKind::Text;
    form.key_and_value().is_some_and(is_measured)
}

/// Tells whether a text of a sheet may mark such a row; nearly no sheet has one, so this is asked before any row.
pub(super) fn may_stand_on(grid: &Grid) -> bool {
    grid.texts().any(|text| {
        text.len() <= 120
            && (suffix(text).is_some()
                || without_year(text).is_some()
                || heads_plans(text)
                || part(text).is_some())
    })
}

/// Turns the rows of a table of keys and numbers that hold plans or break down another row into notes and returns an issue for
/// each; `title` is the text above the header.
pub(super) fn set_aside(body: &Body<'_>, title: Option<&str>, rows: &mut [TableRow]) -> Vec<Issue> {
    let form = body.form;
    let Some((key, _)) = form.key_and_value().filter(|_| concern(form)) else {
        return Vec::new();
    };
    let key = &form.fields[key].kind;
    let mut issues = Vec::new();
    let mut below: Option<String> = title.filter(|title| heads_plans(title)).map(str::to_owned);
    let mut whole: Option<Term> = None;
    for row in rows.iter_mut().filter(|row| row.kind != RowKind::Header) {
        let cells = body.grid.row(row.number);
        let mut filled = cells.filled().filter(|(column, _)| body.covers(*column));
        let (Some((_, value)), second) = (filled.next(), filled.next()) else {
            continue;
        };
        if second.is_none() {
            if let CellValue::Text(text) = value {
                below = heads_plans(text).then(|| text.to_owned());
                if below.is_some() {
                    row.kind = RowKind::Note;
                }
            }
            continue;
        }
        if !matches!(row.kind, RowKind::Data | RowKind::TotalCandidate) {
            continue;
        }
        let found =
            marked(body, key, cells).or_else(|| Some((cells.filled().next()?.0, below.clone()?)));
        let found = found.map(|found| ("plan", found));
        let Some((reason, (column, text))) =
            found.or_else(|| repeated(body, key, cells, &mut whole))
        else {
            continue;
        };
        row.kind = RowKind::Note;
        let issue = Issue::new(Code::RowConstraint).reason(reason);
        issues.push(issue.cell(row.number, column).found(text));
    }
    issues
}

/// The cell that says that a row holds no results: a word in a column of no field, or behind the key.
fn marked(body: &Body<'_>, key: &FieldKind, row: Row<'_>) -> Option<(u32, String)> {
    let mut filled = row.filled().filter(|(column, _)| body.covers(*column));
    filled.find_map(|(column, value)| {
        let CellValue::Text(text) = value else {
            return None;
        };
        let text = text.trim();
        let tells = match body.kind_of(column) {
            None => WORDS.contains(&&*normalise(text)),
            Some(kind) if kind == key => {
                suffix(text).is_some_and(|rest| rest.is_empty() || code(body, key, rest).is_some())
            }
            Some(_) => false,
        };
        tells.then(|| (column, text.to_owned()))
    })
}

/// The key of a row that repeats the code of the row above with a mark of a part, `- palkat` below `Palkat ja palkkiot`, or of
/// another year; with the reason.
fn repeated(
    body: &Body<'_>,
    key: &FieldKind,
    row: Row<'_>,
    whole: &mut Option<Term>,
) -> Option<(&'static str, (u32, String))> {
    let mut filled = row.filled();
    let (column, text) = filled.find_map(|(column, value)| match value {
        CellValue::Text(text) if body.kind_of(column) == Some(key) => Some((column, text.trim())),
        _ => None,
    })?;
    let of_part = part(text).map(|rest| ("breakdown", rest));
    match of_part.or_else(|| Some(("plan", without_year(text)?))) {
        Some((reason, rest)) => {
            let own = code(body, key, rest);
            (own.is_some() && own == *whole).then(|| (reason, (column, text.to_owned())))
        }
        None => {
            *whole = code(body, key, text);
            None
        }
    }
}

/// A key before a year: `Palkat ja palkkiot 2017`.
fn without_year(text: &str) -> Option<&str> {
    let (rest, year) = text.trim_end_matches(')').rsplit_once([' ', '('])?;
    let is_year =
        year.len() == 4 && year.starts_with("20") && year.bytes().all(|sign| sign.is_ascii_digit());
    is_year.then(|| rest.trim_end_matches([' ', '(', ',']))
}

fn code(body: &Body<'_>, key: &FieldKind, text: &str) -> Option<Term> {
    let FieldKind::Code(list) = key else {
        return None;
    };
    let terms = body.matcher.terms(text);
    terms
        .iter()
        .find(|term| matches!(term, Term::Code { list: own, .. } if own == list))
        .cloned()
}

/// What stands before a word for plans at the end of a text: `Palkat ja palkkiot` of `Palkat ja palkkiot (budjetti)`.
fn suffix(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches([')', ']', ':']);
    if WORDS.contains(&&*normalise(text)) {
        return Some("");
    }
    let ends = text.match_indices([',', '(', '[', ':', '-', '–', '/', ' ']);
    let mut cuts: Vec<usize> = ends.map(|(at, _)| at).collect();
    cuts.reverse();
    cuts.into_iter().find_map(|at| {
        let tail = normalise(&text[at..]);
        let is_plan = WORDS.contains(&&*tail);
        is_plan.then(|| text[..at].trim_end_matches([',', '(', '[', ':', '-', '–', '/', ' ']))
    })
}

/// What stands behind the mark of a part: `palkat` of `- palkat`, `josta palkat`.
fn part(text: &str) -> Option<&str> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix(['-', '–', '—', '•', '·']) {
        let rest = rest.trim_start();
        return rest.starts_with(char::is_alphabetic).then_some(rest);
    }
    PARTS.iter().find_map(|word| {
        let head = text.get(..word.len())?;
        let rest = &text[word.len()..];
        (head.to_lowercase() == *word && rest.starts_with([' ', ':']))
            .then(|| rest.trim_start_matches([' ', ':']))
    })
}

/// Tells whether a text alone on its row heads such figures: `Budjetti 2018`, `Edellinen kuukausi`.
fn heads_plans(text: &str) -> bool {
    let folded = normalise(text);
    let words: Vec<&str> = folded.split(' ').collect();
    if words.len() > MOST_WORDS {
        return false;
    }
    let longest = words.len().min(2);
    // `TA` alone is too short for a heading.
    let begins = |count: usize| words[..count].join(" ");
    (1..=longest).any(|count| {
        let begin = begins(count);
        begin.len() > 3 && WORDS.contains(&&*begin)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_plans_are_found_alone_behind_a_key_and_in_headings() {
        assert_eq!(
            suffix("Palkat ja palkkiot, budjetti"),
            Some("Palkat ja palkkiot")
        );
        assert_eq!(suffix("Palkat (ed. kk)"), Some("Palkat"));
        assert_eq!(suffix("Tavoite"), Some(""));
        assert_eq!(suffix("Palkat ja palkkiot"), None);
        assert!(heads_plans("Budjetti 2018") && heads_plans("Edellinen kuukausi"));
        assert!(!heads_plans("Budjetin toteuma lokakuussa 2018") && !heads_plans("TA"));
        assert!(is_plan_file("Lohja talousarvio 2018") && is_plan_file("Vihti budjetti lokakuu"));
        assert!(
            !is_plan_file("Lohja budjetin toteuma 10-2018")
                && !is_plan_file("Vihti talousarvio, toteumaraportti")
                && !is_plan_file("Lohja kustannukset")
        );
        assert!(
            is_plan_sheet("Budjetti 2018")
                && is_plan_sheet("Edellinen kk")
                && !is_plan_sheet("Kustannukset")
        );
    }

    #[test]
    fn dashes_and_of_which_mark_parts() {
        assert_eq!(part("- palkat"), Some("palkat"));
        assert_eq!(part("josta palkat"), Some("palkat"));
        assert_eq!(part("-5"), None);
        assert_eq!(part("Palkat"), None);
    }
}
