//! Names of months in Finnish, Swedish and English, with cases and abbreviations (READING.md R23).

/// Finnish stems, January first; `loka` stands for `lokakuu`.
const FINNISH: [&str; 12] = [
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras",
    "joulu",
];

/// The stems that names of files write without their dots, with their months.
const PLAIN: [(&str, usize); 2] = [("kesa", 5), ("heina", 6)];

/// Abbreviations that are words of their own or stand for another month elsewhere, so that they count only beside a year.
const SHORT: [(&str, u32); 10] = [
    ("tam", 1),
    ("hel", 2),
    ("maa", 3),
    ("huh", 4),
    ("tou", 5),
    ("kes", 6),
    ("hei", 7),
    ("syy", 9),
    ("lok", 10),
    ("jou", 12),
];

/// What may follow a Finnish stem.
const FINNISH_ENDINGS: [&str; 16] = [
    "", "k", "kk", "kuu", "kuun", "kuussa", "kuusta", "kuuta", "kuuhun", "kuulle", "kuulta",
    "kuulla", "kuuksi", "kuuna", "kuut", "kuiden",
];

/// Swedish and English names and abbreviations, January first.
const OTHERS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb", "febr"],
    &["mars", "march", "mar"],
    &["april", "apr"],
    &["maj", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augusti", "august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The month (1 to 12) that a word (lower case, no punctuation) names, in any case form.
#[must_use]
pub fn month_named(word: &str) -> Option<u32> {
    // The shortest name is `elo`, the longest forms have twelve letters.
    if !(3..=16).contains(&word.len()) {
        return None;
    }
    let has_ending = |stem: &str| {
        let ending = word.strip_prefix(stem);
        ending.is_some_and(|ending| FINNISH_ENDINGS.contains(&ending))
    };
    let finnish = FINNISH.iter().position(|stem| has_ending(stem));
    let finnish = finnish.or_else(|| {
        let plain = PLAIN.iter().find(|(stem, _)| has_ending(stem));
        plain.map(|(_, index)| *index)
    });
    let plain = word.strip_suffix('s').filter(|plain| plain.len() > 6);
    let other = || {
        OTHERS.iter().position(|names| {
            names.contains(&word) || plain.is_some_and(|plain| names.contains(&plain))
        })
    };
    let index = finnish.or_else(other)?;
    u32::try_from(index).ok().map(|index| index + 1)
}

/// Tells whether a name of a month stands so behind its day: `10 november`, `5. lokakuuta`; `10 lokakuu` is no day.
#[must_use]
pub fn follows_day(word: &str) -> bool {
    let is_other = || OTHERS.iter().any(|names| names.contains(&word));
    word.ends_with("kuuta") || is_other()
}

/// The month that an abbreviation of three letters names beside a year: `lok. 2018`.
#[must_use]
pub fn short_month_named(word: &str) -> Option<u32> {
    let found = SHORT.iter().find(|(short, _)| *short == word);
    found.map(|(_, month)| *month)
}

/// The only month whose name is one edit away from a word (lower case): `lokakkuu`. Short names are too like each other.
#[must_use]
pub fn misspelt_month(word: &str) -> Option<u32> {
    const SHORTEST: usize = 6;
    const ENDINGS: [&str; 3] = ["kuu", "kuun", "kuussa"];
    if !(SHORTEST..=16).contains(&word.chars().count()) {
        return None;
    }
    let is_near =
        |name: &str| name.chars().count() >= SHORTEST && strsim::osa_distance(name, word) == 1;
    let mut near = (0..12_usize).filter(|index| {
        let finnish = FINNISH[*index];
        ENDINGS
            .iter()
            .any(|ending| is_near(&format!("{finnish}{ending}")))
            || OTHERS[*index].iter().any(|name| is_near(name))
    });
    let only = near.next().filter(|_| near.next().is_none())?;
    u32::try_from(only).ok().map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_three_languages_and_in_their_cases() {
        for word in [
            "lokakuu",
            "lokakuun",
            "lokakuussa",
            "lokakuuta",
            "loka",
            "lokak",
            "oktober",
            "okt",
            "october",
            "oktobers",
        ] {
            assert_eq!(month_named(word), Some(10), "{word}");
        }
        assert_eq!(month_named("kesäkuu"), Some(6));
        assert_eq!(month_named("heinakuun"), Some(7));
        assert_eq!(month_named("maj"), Some(5));
        assert_eq!(month_named("maalis"), Some(3));
        assert_eq!(month_named("mars"), Some(3));
        for word in ["kuu", "lokakuinen", "lo", "marraskuuhunkin", "maja"] {
            assert_eq!(month_named(word), None, "{word}");
        }
    }
}
