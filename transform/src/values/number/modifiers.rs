//! Words and signs around a number that say how exact it is (READING.md R19), in Finnish, Swedish and English.

use crate::facts::Quality;
use crate::values::state::is_dash;

const APPROXIMATE: [&str; 26] = [
    "noin",
    "n.",
    "n",
    "~",
    "≈",
    "±",
    "ca.",
    "ca",
    "c.",
    "cirka",
    "circa",
    "ungefär",
    "omkring",
    "runt",
    "suunnilleen",
    "arviolta",
    "arvio",
    "arvioitu",
    "likimain",
    "about",
    "around",
    "approx.",
    "approx",
    "approximately",
    "uppskattningsvis",
    "uppskattat",
];

const LOWER_BOUND: [&str; 35] = [
    "yli",
    ">=",
    ">",
    "≥",
    "vähintään",
    "vähint.",
    "väh.",
    "ainakin",
    "enemmän kuin",
    "reilu",
    "reilut",
    "reilun",
    "reilusti yli",
    "runsas",
    "runsaat",
    "runsaan",
    "över",
    "mer än",
    "mera än",
    "fler än",
    "flera än",
    "minst",
    "åtminstone",
    "drygt",
    "over",
    "more than",
    "at least",
    "min.",
    "min",
    "minimissään",
    "hieman yli",
    "vähän yli",
    "hiukan yli",
    "lite över",
    "from",
];

const UPPER_BOUND: [&str; 35] = [
    "alle",
    "<=",
    "<",
    "≤",
    "enintään",
    "enint.",
    "korkeintaan",
    "maks.",
    "maks",
    "max.",
    "max",
    "maksimissaan",
    "vähemmän kuin",
    "vajaa",
    "vajaat",
    "vajaan",
    "vajaata",
    "lähes",
    "melkein",
    "liki",
    "under",
    "mindre än",
    "färre än",
    "högst",
    "maximalt",
    "upp till",
    "nästan",
    "knappt",
    "less than",
    "fewer than",
    "at most",
    "up to",
    "almost",
    "nearly",
    "hieman alle",
];

/// What may stand behind a number.
const TRAILING: [(&str, Quality); 24] = [
    ("+", Quality::LowerBound),
    ("tai enemmän", Quality::LowerBound),
    ("tai yli", Quality::LowerBound),
    ("eller fler", Quality::LowerBound),
    ("eller mer", Quality::LowerBound),
    ("or more", Quality::LowerBound),
    ("tai alle", Quality::UpperBound),
    ("tai vähemmän", Quality::UpperBound),
    ("eller färre", Quality::UpperBound),
    ("eller mindre", Quality::UpperBound),
    ("or less", Quality::UpperBound),
    ("(arvio)", Quality::Approximate),
    ("(noin)", Quality::Approximate),
    ("(n.)", Quality::Approximate),
    ("(ca)", Quality::Approximate),
    ("(uppskattning)", Quality::Approximate),
    ("(estimate)", Quality::Approximate),
    ("arvio", Quality::Approximate),
    ("arviolta", Quality::Approximate),
    ("noin", Quality::Approximate),
    ("suunnilleen", Quality::Approximate),
    ("ungefär", Quality::Approximate),
    ("uppskattning", Quality::Approximate),
    ("ca", Quality::Approximate),
];

/// First words that say "some" without a number; `paljon` says nothing of a number and is a fault.
const VAGUE: &str = "muutama muutaman muutamaa muutamia muutamat muutamien muutamassa useita usea useat useaa usean \
    useiden useampi useamman useammat useampia useampaa monta monia moni monen joitakin joitain jokunen \
    jokusia jonkun lukuisia lukuisa kymmeniä satoja tuhansia yksittäisiä yksittäinen några någon något \
    flera fler flertal flertalet många få fåtal tiotals hundratals tusentals enstaka several few some \
    many dozens";

/// Phrases of the same meaning that begin with an ordinary word.
const VAGUE_PHRASES: [&str; 6] = [
    "ett antal",
    "ett flertal",
    "ett fåtal",
    "en del",
    "a few",
    "jonkin verran",
];

const ZERO: [&str; 12] = [
    "nolla",
    "noll",
    "zero",
    "ei yhtään",
    "ei yhtäkään",
    "ei ketään",
    "ei osallistujia",
    "inga",
    "ingen",
    "inga alls",
    "inga deltagare",
    "none",
];

/// How exact the modifiers at the beginning of a text (lower case) say the number is, and the text behind them.
pub(super) fn leading(text: &str) -> (Option<Quality>, &str) {
    let mut quality = None;
    let mut rest = text.trim();
    loop {
        let found = [
            (&APPROXIMATE[..], Quality::Approximate),
            (&LOWER_BOUND[..], Quality::LowerBound),
            (&UPPER_BOUND[..], Quality::UpperBound),
        ]
        .into_iter()
        .filter_map(|(words, quality)| Some((longest(rest, words)?, quality)))
        .min_by_key(|(after, _)| after.len());
        let Some((after, said)) = found else {
            return (quality, rest);
        };
        rest = after;
        // A bound says more than "about".
        if quality.is_none() || quality == Some(Quality::Approximate) {
            quality = Some(said);
        }
    }
}

/// The text behind the longest of `words` that stands at the beginning of `text` as a word of its own.
fn longest<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words
        .iter()
        .filter_map(|word| {
            let after = text.strip_prefix(word)?;
            let next = after.chars().next()?;
            let free = !next.is_alphabetic() || !word.ends_with(char::is_alphabetic);
            free.then(|| after.trim_start_matches([' ', ':']))
        })
        .min_by_key(|after| after.len())
        .filter(|after| !after.is_empty())
}

/// How exact the words behind a number say it is, and the text without them.
pub(super) fn trailing(text: &str) -> (Option<Quality>, &str) {
    let text = text.trim();
    for (words, quality) in TRAILING {
        let bare = words.trim_matches(['(', ')']);
        if let Some(rest) = text.strip_prefix(words)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return (Some(quality), rest);
        }
        if let Some(rest) = text.strip_suffix(words)
            && (rest.ends_with(' ') || bare.len() < words.len() || words == "+")
        {
            return (Some(quality), rest);
        }
    }
    (None, text)
}

/// The text of the second number, if what stands behind the first one makes it a range: `–10`, `...10`, ` tai 6`.
pub(super) fn range_end(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let words = ["tai ", "eller ", "till ", "to ", "or ", "...", "…", ".."];
    let rest = match text.strip_prefix(is_dash) {
        Some(rest) => rest,
        None => words.iter().find_map(|word| text.strip_prefix(word))?,
    };
    let rest = rest.trim_start();
    rest.starts_with(|first: char| first.is_ascii_digit())
        .then_some(rest)
}

/// Tells whether a text says "some" without a number: `useita`, `muutama kymmenen`, `några`.
pub(super) fn is_vague(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or("");
    VAGUE.split_whitespace().any(|word| word == first)
        || VAGUE_PHRASES.iter().any(|phrase| text.starts_with(phrase))
}

/// Tells whether a text says "none" in words.
pub(super) fn is_zero(text: &str) -> bool {
    ZERO.contains(&text.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modifiers_before_a_number_tell_its_quality() {
        for (text, quality, rest) in [
            ("noin 5", Some(Quality::Approximate), "5"),
            ("n. 5", Some(Quality::Approximate), "5"),
            ("n.5", Some(Quality::Approximate), "5"),
            ("n 5", Some(Quality::Approximate), "5"),
            ("~5", Some(Quality::Approximate), "5"),
            ("ca 5", Some(Quality::Approximate), "5"),
            ("ca. 5", Some(Quality::Approximate), "5"),
            ("noin yli 5", Some(Quality::LowerBound), "5"),
            ("yli 20", Some(Quality::LowerBound), "20"),
            (">20", Some(Quality::LowerBound), "20"),
            ("över 20", Some(Quality::LowerBound), "20"),
            ("alle 10", Some(Quality::UpperBound), "10"),
            ("≤ 10", Some(Quality::UpperBound), "10"),
            ("högst 10", Some(Quality::UpperBound), "10"),
            ("nelisen", None, "nelisen"),
            ("5", None, "5"),
        ] {
            assert_eq!(leading(text), (quality, rest), "{text}");
        }
    }

    #[test]
    fn words_behind_a_number_tell_its_quality() {
        assert_eq!(trailing("+"), (Some(Quality::LowerBound), ""));
        assert_eq!(trailing(" hlö (arvio)").0, Some(Quality::Approximate));
        assert_eq!(trailing(" hlö"), (None, "hlö"));
        assert_eq!(range_end("-10"), Some("10"));
        assert_eq!(range_end(" – 10 hlö"), Some("10 hlö"));
        assert_eq!(range_end(" hlö"), None);
    }
}
