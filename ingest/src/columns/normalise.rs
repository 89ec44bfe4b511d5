//! Folding of labels, so that case, spacing, punctuation and units do not tell them apart.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Words that say how a column counts, not what; a label may end in them (`Kesto, h`, `Osallistujien lkm`).
const UNITS: &[&str] = &[
    "€",
    "%",
    "h",
    "t",
    "min",
    "tuntia",
    "tunteina",
    "timmar",
    "hours",
    "hlö",
    "hlöä",
    "henk",
    "henkilöä",
    "pers",
    "persons",
    "kpl",
    "lkm",
    "lukumäärä",
    "määrä",
    "krt",
    "kertaa",
    "ggr",
    "gånger",
    "times",
    "st",
    "stycken",
    "antal",
    "number",
    "count",
    "no",
    "eur",
    "euro",
    "euroa",
    "euros",
    "htkk",
    "pm",
    "pvm",
    "pv",
];

/// Folds a label for comparison: NFC, lower case, letters, digits, `€` and `%` kept, a hyphen at the end of a
/// line joined, everything else one space.
#[must_use]
pub fn normalise(label: &str) -> String {
    let joined = flat_label(label);
    let mut folded = String::with_capacity(joined.len());
    let mut gap = false;
    let mut take = |character: char| match character {
        '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
        _ if character.is_alphanumeric() || matches!(character, '€' | '%') => {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.extend(character.to_lowercase());
        }
        _ => gap = true,
    };
    if joined.is_ascii() {
        joined.chars().for_each(&mut take);
    } else {
        joined.nfc().for_each(&mut take);
    }
    folded
}

/// Joins the lines of a label to one: words split by a hyphen at a line's end become whole, other breaks and
/// runs of white space one space.
pub(crate) fn flat_label(label: &str) -> Cow<'_, str> {
    let label = label.trim();
    let plain = |text: &str| !text.contains(['\n', '\r', '\t', '\u{a0}']) && !text.contains("  ");
    if plain(label) {
        return Cow::Borrowed(label);
    }
    let mut flat = String::with_capacity(label.len());
    for line in label.lines().map(str::trim).filter(|line| !line.is_empty()) {
        push_line(&mut flat, line);
    }
    Cow::Owned(flat.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Adds a line or the next row of a header to a label; a hyphen before a small letter was only a line break.
pub(crate) fn push_line(label: &mut String, line: &str) {
    let small = line.chars().next().is_some_and(char::is_lowercase);
    let split = label.ends_with(['-', '\u{ad}']) && small;
    if split && !label.ends_with(" -") {
        label.pop();
    } else if !label.is_empty() && !split {
        label.push(' ');
    }
    label.push_str(line);
}

/// The normalised label without spaces, so that `alku pvm` and `alkupvm` are one.
pub(crate) fn squeeze(normalised: &str) -> String {
    normalised.chars().filter(|c| *c != ' ').collect()
}

/// The normalised label without the units and ordinals at its ends; `None` if there are none or nothing else.
pub(crate) fn without_units(normalised: &str) -> Option<&str> {
    let mut rest = normalised;
    while let Some((head, last)) = rest.rsplit_once(' ') {
        if !is_unit(last) && !is_ordinal(last) {
            break;
        }
        rest = head;
    }
    while let Some((first, tail)) = rest.split_once(' ') {
        if !is_unit(first) && !is_ordinal(first) {
            break;
        }
        rest = tail;
    }
    (rest.len() < normalised.len() && !is_unit(rest)).then_some(rest)
}

/// Tells whether a normalised text is only units or a pattern of dates (`pp kk vvvv`).
pub(crate) fn is_unit(normalised: &str) -> bool {
    let unit = |word: &str| UNITS.contains(&word) || is_pattern(word);
    !normalised.is_empty() && normalised.split(' ').all(unit)
}

/// Letters that stand for the digits of a date: `pp`, `kk`, `vvvv`, `åååå`.
fn is_pattern(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().filter(|letter| "pkvdmyå".contains(*letter));
    first.is_some_and(|first| word.chars().count() > 1 && letters.all(|letter| letter == first))
}

/// The number of a label or of its footnote: `1. Kunta`, `Osallistujat 2)`.
fn is_ordinal(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Folds å, ä and ö to a and o, for keyboards and programs that lost them.
pub(crate) fn without_diacritics(normalised: &str) -> String {
    normalised
        .chars()
        .map(|character| match character {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' | 'ó' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            other => other,
        })
        .collect()
}

/// Joins words split by a hyphen at a line's end, and keeps the other line breaks.
pub(crate) fn without_line_hyphens(label: &str) -> Cow<'_, str> {
    if !label.contains(['\n', '\r']) || !label.contains(['-', '\u{ad}']) {
        return Cow::Borrowed(label);
    }
    let mut mended = String::with_capacity(label.len());
    for line in label.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let small = line.chars().next().is_some_and(char::is_lowercase);
        if mended.ends_with(['-', '\u{ad}']) && small {
            mended.pop();
        } else if !mended.is_empty() {
            mended.push('\n');
        }
        mended.push_str(line);
    }
    Cow::Owned(mended)
}

/// The parts of a label that stand for one thing in several languages or with an addition:
/// `Päivämäärä / Datum`, `Kunta – Kommun`, `Kesto (h)`, two lines in a cell. One part where nothing divides.
pub(crate) fn parts(label: &str) -> Vec<&str> {
    let spaced_dash = |text: &str, at: usize| {
        text[..at].ends_with(char::is_whitespace)
            && text[at..].chars().nth(1).is_some_and(char::is_whitespace)
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, character) in label.char_indices() {
        let divides = match character {
            '/' | '|' | '\n' | '\r' | '(' | ')' | '[' | ']' | ';' | ',' | '•' | '·' => true,
            '-' | '–' | '—' => spaced_dash(label, at),
            _ => false,
        };
        if divides {
            parts.push(&label[start..at]);
            start = at + character.len_utf8();
        }
    }
    parts.push(&label[start..]);
    parts.retain(|part| part.chars().any(|c| c.is_alphanumeric() || c == '€'));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spacing_and_punctuation_are_folded() {
        assert_eq!(
            normalise("  Osallistujat\u{a0}YHTEENSÄ: "),
            "osallistujat yhteensä"
        );
        assert_eq!(normalise("Kesto (h)"), "kesto h");
        assert_eq!(normalise("Summa (€)"), "summa €");
        assert_eq!(
            normalise("Lapset puheeksi -koulutetut"),
            "lapset puheeksi koulutetut"
        );
        assert_eq!(normalise("Pa\u{308}iva\u{308}"), "päivä");
    }

    #[test]
    fn words_split_over_lines_are_joined() {
        assert_eq!(
            flat_label("Kehittämis-\nkokonaisuus"),
            "Kehittämiskokonaisuus"
        );
        assert_eq!(
            flat_label("Lapset puheeksi -\nkoulutetut"),
            "Lapset puheeksi -koulutetut"
        );
        assert_eq!(flat_label("Kunta\r\nKommun"), "Kunta Kommun");
        assert_eq!(
            normalise("Kehittämis-\nkokonaisuus"),
            "kehittämiskokonaisuus"
        );
    }

    #[test]
    fn units_are_cut_from_both_ends_but_never_the_whole_label() {
        assert_eq!(without_units("kesto h"), Some("kesto"));
        assert_eq!(without_units("antal deltagare"), Some("deltagare"));
        assert_eq!(without_units("antal"), None);
        assert_eq!(without_units("antal st"), None);
    }

    #[test]
    fn labels_in_two_languages_fall_into_parts() {
        assert_eq!(parts("Päivämäärä / Datum"), ["Päivämäärä ", " Datum"]);
        assert_eq!(parts("Kunta – Kommun"), ["Kunta ", " Kommun"]);
        assert_eq!(parts("LP-koulutetut"), ["LP-koulutetut"]);
    }
}
