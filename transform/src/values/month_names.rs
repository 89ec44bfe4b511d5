//! Names of months in Finnish, Swedish and English, with cases and abbreviations (READING.md R23).

/// Finnish stems, January first; `loka` stands for `lokakuu`.
const FINNISH: [&str; 12] = [
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras",
    "joulu",
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
    let finnish = FINNISH.iter().position(|stem| {
        let ending = word.strip_prefix(stem);
        ending.is_some_and(|ending| FINNISH_ENDINGS.contains(&ending))
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
        assert_eq!(month_named("maj"), Some(5));
        assert_eq!(month_named("maalis"), Some(3));
        assert_eq!(month_named("mars"), Some(3));
        for word in ["kuu", "lokakuinen", "lo", "marraskuuhunkin", "maja"] {
            assert_eq!(month_named(word), None, "{word}");
        }
    }
}
