//! Words of a label that say how its column counts, not what: they may stand at its ends or be left out.

/// Units and words of quantity: `Kesto, h`, `Osallistujien lkm`, `Työryhmän nimi`.
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
    "nimi",
    "namn",
    "name",
];

/// Words that only say how a column adds up: `Kustannukset yhteensä`, `joista lapsia`.
const SUMS: &[&str] = &[
    "yhteensä",
    "yht",
    "joista",
    "totalt",
    "sammanlagt",
    "varav",
    "total",
];

/// Ends of compounds that say that a thing is counted: `osallistujamäärä`, `deltagarantal`.
const COUNTED: &[&str] = &["lukumäärä", "määrä", "antal"];

/// The normalised label with one unit, sum word or ordinal less, from the end first; none if there is none or
/// nothing else is left.
pub(crate) fn without_unit(normalised: &str) -> Option<&str> {
    let idle = |word: &str| is_unit(word) || is_ordinal(word) || SUMS.contains(&word);
    if let Some((head, last)) = normalised.rsplit_once(' ')
        && idle(last)
    {
        return Some(head);
    }
    if let Some((first, tail)) = normalised.split_once(' ')
        && idle(first)
    {
        return Some(tail);
    }
    COUNTED
        .iter()
        .find_map(|ending| normalised.strip_suffix(ending))
        .filter(|head| head.chars().count() >= 4 && !head.ends_with(' '))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_cut_one_by_one_and_never_the_whole_label() {
        assert_eq!(without_unit("kesto h"), Some("kesto"));
        assert_eq!(without_unit("antal deltagare"), Some("deltagare"));
        assert_eq!(without_unit("määrä €"), Some("määrä"));
        assert_eq!(without_unit("antal"), None);
        assert_eq!(without_unit("1 kunta"), Some("kunta"));
        assert_eq!(without_unit("osallistujamäärä"), Some("osallistuja"));
        assert_eq!(without_unit("kunta"), None);
    }

    #[test]
    fn patterns_of_dates_are_units() {
        assert!(is_unit("pp kk vvvv"));
        assert!(is_unit("dd mm åååå"));
        assert!(!is_unit("kunta"));
    }
}
