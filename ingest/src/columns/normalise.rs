//! Folding of labels, so that case, spacing, punctuation and units do not tell them apart.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

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
            if character.is_ascii() {
                folded.push(character.to_ascii_lowercase());
            } else {
                folded.extend(character.to_lowercase());
            }
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
    let mut parts: Vec<&str> = parts.into_iter().flat_map(alternatives).collect();
    parts.retain(|part| part.chars().any(|c| c.is_alphanumeric() || c == '€'));
    parts
}

/// `Toimenpide tai tapahtuma` names one thing twice.
fn alternatives(part: &str) -> Vec<&str> {
    const WORDS: &[&str] = &[
        " tai ", " eller ", " or ", " ja ", " sekä ", " och ", " and ", " & ", " + ",
    ];
    match WORDS.iter().find_map(|word| part.split_once(word)) {
        Some((first, rest)) => {
            let mut parts = vec![first];
            parts.extend(alternatives(rest));
            parts
        }
        None => vec![part],
    }
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
    fn labels_in_two_languages_fall_into_parts() {
        assert_eq!(parts("Päivämäärä / Datum"), ["Päivämäärä ", " Datum"]);
        assert_eq!(parts("Kunta – Kommun"), ["Kunta ", " Kommun"]);
        assert_eq!(parts("LP-koulutetut"), ["LP-koulutetut"]);
    }
}
