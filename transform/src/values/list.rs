//! Lists in one cell (READING.md R25): closed lists separate by many signs and words, free ones by few.

use super::fold;

/// Words that separate the parts of a closed list.
const AND: [&str; 6] = ["ja", "och", "and", "sekä", "samt", "&"];

/// Bytes of the longest part that may be known as a whole.
const LONGEST: usize = 160;

/// Splits a closed list by `,` `;` `/` `&` `+`, a line break, and the words for "and". A part that is known as a whole
/// is not split at words: `Järjestöt ja seurakunnat`.
#[must_use]
pub fn split(text: &str, known: impl Fn(&str) -> bool) -> Vec<&str> {
    let known = |part: &str| part.len() <= LONGEST && known(part);
    let mut parts = Vec::new();
    for chunk in text.split([',', ';', '/', '&', '+', '\n', '\r', '|']) {
        let chunk = fold::trim(chunk);
        if chunk.is_empty() {
            continue;
        }
        if known(chunk) {
            parts.push(chunk);
        } else {
            parts.extend(split_words(chunk, &known));
        }
    }
    parts
}

/// Splits at words for "and", the longest known part first.
fn split_words<'a>(chunk: &'a str, known: &impl Fn(&str) -> bool) -> Vec<&'a str> {
    let cuts: Vec<(usize, usize)> = cuts(chunk);
    let mut parts = Vec::new();
    let mut start = 0;
    let mut next = 0;
    while next <= cuts.len() {
        // The part ends at the farthest cut before which it is known, else at the next cut. No part is known that is too
        // long, spaces around it set aside.
        let near = cuts.partition_point(|(at, _)| at - start.min(*at) <= 2 * LONGEST);
        let ends = (next..=cuts.len().min(near)).rev();
        let end_of = |cut: usize| cuts.get(cut).map_or(chunk.len(), |(at, _)| *at);
        let farthest = ends
            .into_iter()
            .find(|cut| known(fold::trim(&chunk[start..end_of(*cut)])));
        let cut = farthest.unwrap_or(next);
        let part = fold::trim(&chunk[start..end_of(cut)]);
        if !part.is_empty() {
            parts.push(part);
        }
        start = cuts.get(cut).map_or(chunk.len(), |(_, after)| *after);
        next = cut + 1;
    }
    parts
}

/// Where words for "and" stand: their start and end.
fn cuts(text: &str) -> Vec<(usize, usize)> {
    let mut cuts = Vec::new();
    let mut at = 0;
    for word in text.split(char::is_whitespace) {
        let end = at + word.len();
        if AND.iter().any(|and| and.eq_ignore_ascii_case(word)) && at > 0 && end < text.len() {
            cuts.push((at, end));
        }
        // The white space behind the word.
        at = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    cuts
}

/// The parts of a list of free texts, cleaned: `,` `;` and line breaks separate them.
pub fn split_free(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', ';', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_lists_split_at_signs_and_words() {
        let split = |text| split(text, |_| false);
        assert_eq!(split("Inkoo ja Siuntio"), ["Inkoo", "Siuntio"]);
        assert_eq!(split("Inkoo & Siuntio"), ["Inkoo", "Siuntio"]);
        assert_eq!(split("Ingå, Sjundeå och Lojo"), ["Ingå", "Sjundeå", "Lojo"]);
        assert_eq!(split("a/b;c\nd"), ["a", "b", "c", "d"]);
        assert_eq!(split("Janakkala"), ["Janakkala"]);
        assert_eq!(split("ja"), ["ja"]);
    }

    #[test]
    fn a_known_part_is_not_split_at_words() {
        let known = |part: &str| matches!(part, "järjestöt ja seurakunnat" | "lapset");
        assert_eq!(
            split("lapset ja järjestöt ja seurakunnat", known),
            ["lapset", "järjestöt ja seurakunnat"]
        );
    }

    #[test]
    fn free_lists_keep_their_words() {
        let parts: Vec<&str> = split_free("MLL ja Pela, seurakunta;; \nHUS").collect();
        assert_eq!(parts, ["MLL ja Pela", "seurakunta", "HUS"]);
    }

    #[test]
    fn a_long_list_asks_only_for_parts_that_may_be_known() {
        let text = "lapset ja ".repeat(20_000);
        let asked = std::cell::Cell::new(0);
        let parts = split(&text, |part| {
            asked.set(asked.get() + part.len());
            part == "lapset"
        });
        assert_eq!(parts.len(), 20_000);
        assert!(asked.get() < 1000 * text.len(), "{}", asked.get());
    }
}
