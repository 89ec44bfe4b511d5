//! Whose report the names in a text say it is: those that stand as reporters are heard, the others are not.

use std::ops::Range;

use kooste_ingest::vocabulary::{Lexicon, Term};

use super::organisations::Organisations;
use super::standing::{Standing, Wording};

/// A name of an organisation, with the words that it takes.
pub(super) struct Name {
    pub(super) organisation: usize,
    pub(super) words: Range<usize>,
}

/// What the names of a text say together.
#[derive(Default)]
pub(super) struct Heard {
    /// The organisation, if there is exactly one (or one joint report).
    pub(super) organisation: Option<usize>,
    /// The organisations behind it, each for itself.
    pub(super) members: Vec<usize>,
    /// Several of equal standing.
    pub(super) several: Vec<usize>,
    /// Whether a body is named that the region does not know.
    pub(super) other: bool,
}

/// Hears the names of a text, each by how it stands there. The text `says_more` if anything but months stands beside.
pub(super) fn hear(
    mut named: Vec<Name>,
    says_more: bool,
    wording: &Wording,
    (lexicon, organisations): (&dyn Lexicon, &Organisations),
) -> Heard {
    named.retain(|name| !(says_more && is_common_word(wording.word(&name.words))));
    let places: Vec<Range<usize>> = named.iter().map(|name| name.words.clone()).collect();
    let mut heard: Vec<Name> = Vec::new();
    let mut others: Vec<Range<usize>> = Vec::new();
    for name in named {
        let is_same = |text: &str| {
            named_by(&lexicon.recognise(text), organisations) == Some(name.organisation)
        };
        let is_bare = organisations.is_municipality(name.organisation) && name.words.len() == 1;
        match wording.standing(&name.words, &places, is_bare, is_same) {
            Standing::Reporter => heard.push(name),
            Standing::Other => others.push(name.words),
            Standing::Aside => {}
        }
    }
    let is_equal = |name: &Name| {
        let joined = |other: &Range<usize>| {
            wording.are_joined(&name.words, other) || wording.are_joined(other, &name.words)
        };
        others.iter().any(joined)
    };
    let other = !others.is_empty() && heard.iter().all(is_equal);
    let is_alone = |name: &Name| {
        organisations.is_municipality(name.organisation)
            || !wording.is_joined_with_any(&name.words, &places)
    };
    if other || !heard.iter().all(is_alone) {
        return Heard {
            other,
            ..Heard::default()
        };
    }
    let joined = |one: &Name, two: &Name| wording.are_joined(&one.words, &two.words);
    let several = equals(&heard, joined, organisations);
    if several.len() > 1 {
        return Heard {
            several,
            ..Heard::default()
        };
    }
    let named: Vec<usize> = heard.iter().map(|name| name.organisation).collect();
    Heard {
        organisation: only_organisation(&named, organisations),
        members: named,
        ..Heard::default()
    }
}

/// The organisation that a text names as a whole.
pub(super) fn named_by(terms: &[Term], organisations: &Organisations) -> Option<usize> {
    terms.iter().find_map(|term| match term {
        Term::Organisation(code) => organisations.find(code),
        Term::Municipality(code) => organisations.of_municipality(code),
        _ => None,
    })
}

/// The organisations of equal standing: several that are no municipality, or one joined with municipalities. Beside it
/// without a word that joins, these tell where it works.
fn equals(
    heard: &[Name],
    joined: impl Fn(&Name, &Name) -> bool,
    organisations: &Organisations,
) -> Vec<usize> {
    let mut equal: Vec<usize> = Vec::new();
    let is_other = |name: &Name| !organisations.is_municipality(name.organisation);
    for (at, name) in heard.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &heard[before]);
        let is_joined = before.is_some_and(|other| joined(other, name) && is_other(other))
            || heard
                .get(at + 1)
                .is_some_and(|other| joined(name, other) && is_other(other));
        let leader = organisations.leader(name.organisation);
        if (is_other(name) || is_joined) && !equal.contains(&leader) {
            equal.push(leader);
        }
    }
    equal
}

/// Names of former municipalities that are common words: `Pohja v2` is a template. They speak only where nothing
/// else stands beside them but a month.
fn is_common_word(name: &str) -> bool {
    const COMMON: [&str; 8] = [
        "pohja", "pohjan", "pohjaa", "pohjaan", "pohjat", "nummi", "saari", "salmi",
    ];
    COMMON.contains(&name)
}

/// The one that is named. Where an organisation is named beside municipalities, these tell where it works.
fn only_organisation(named: &[usize], organisations: &Organisations) -> Option<usize> {
    let others: Vec<usize> = named
        .iter()
        .copied()
        .filter(|at| !organisations.is_municipality(*at))
        .collect();
    let candidates = if others.is_empty() { named } else { &others };
    let first = organisations.leader(*candidates.first()?);
    candidates
        .iter()
        .all(|at| organisations.leader(*at) == first)
        .then_some(first)
}
