//! A light stemmer for Finnish and Swedish: two forms of one word get the same stem (READING.md R8 and R26).
//!
//! It is only used to compare words of a programme with words of a report; the stem itself means nothing.

/// Endings of cases and plurals, longest first.
const ENDINGS: [&str; 68] = [
    "oissa", "oiden", "oihin", "oista", "oille", "iden", "issa", "issä", "ista", "istä", "illa",
    "illä", "ilta", "iltä", "ille", "iksi", "ihin", "oita", "ojen", "arna", "erna", "orna", "iin",
    "ien", "jen", "ten", "den", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle",
    "ksi", "oja", "eja", "ejä", "ita", "itä", "na", "nä", "ia", "iä", "ta", "tä", "en", "in", "an",
    "än", "on", "ön", "un", "yn", "ar", "er", "or", "et", "na", "n", "t", "a", "ä", "s", "r", "e",
];

/// Weak and strong grade at the end of a stem, and doubled consonants: one form for all.
const GRADES: [(&str, &str); 10] = [
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("ng", "nk"),
    ("mm", "mp"),
    ("nn", "nt"),
    ("ll", "lt"),
    ("rr", "rt"),
    ("ks", ""),
    ("d", "t"),
];

/// The stem of a folded word; short words are their own stem.
#[must_use]
pub fn stem(word: &str) -> String {
    const SHORTEST: usize = 4;
    // `Muutos` is no form of `muut`.
    if word.starts_with("muuto") {
        return "muutos".to_owned();
    }
    // What is going to be done is no form of what was: `toteutetaan`, `pidetään`, `genomförs`.
    const TO_COME: [&str; 5] = ["genomförs", "avslutas", "hålls", "påbörjas", "startas"];
    let is_to_come = ["etaan", "etään", "hdään", "hdaan"]
        .iter()
        .any(|end| word.ends_with(end));
    if is_to_come || TO_COME.contains(&word) {
        return word.to_owned();
    }
    let letters = word.chars().count();
    if letters < SHORTEST + 1 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let base = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|base| base.chars().count() >= SHORTEST)
        .unwrap_or(word);
    let bare = without_vowels(base);
    for (ending, plain) in GRADES {
        if let Some(start) = bare.strip_suffix(ending) {
            return without_vowels(&format!("{start}{plain}")).to_owned();
        }
    }
    bare.to_owned()
}

/// A stem without the vowels at its end, if enough of it is left.
fn without_vowels(base: &str) -> &str {
    let bare = base.trim_end_matches(['a', 'ä', 'e', 'i', 'o', 'ö', 'u', 'y']);
    if bare.chars().count() < 3 { base } else { bare }
}

/// The stems of all words of a folded text.
#[must_use]
pub fn stems(words: &str) -> String {
    let stems: Vec<_> = words.split(' ').map(stem).collect();
    stems.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for forms in [
            &[
                "koulutus",
                "koulutuksen",
                "koulutusta",
                "koulutuksia",
                "koulutukset",
                "koulutuksessa",
            ][..],
            &["kokous", "kokouksen", "kokousta", "kokoukset"],
            &["työpaja", "työpajan", "työpajat", "työpajassa", "työpajoja"],
            &["ryhmä", "ryhmän", "ryhmät", "ryhmiä"],
            &["kysely", "kyselyn", "kyselyt"],
            &["luento", "luennon", "luennot", "luentoja"],
            &["seminaari", "seminaarin", "seminaarit", "seminaareja"],
            &["tapahtuma", "tapahtuman", "tapahtumat"],
            &["utbildning", "utbildningen", "utbildningar"],
        ] {
            let first = stem(forms[0]);
            for form in forms {
                assert_eq!(stem(form), first, "{form}");
            }
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        let words = [
            "kokous",
            "kokeilu",
            "koulutus",
            "koulu",
            "kysely",
            "kyselyvastaaja",
            "luento",
            "ryhmä",
            "työryhmä",
            "toteutettu",
            "toteutetaan",
            "genomförd",
            "genomförs",
        ];
        for (at, one) in words.iter().enumerate() {
            for other in &words[at + 1..] {
                assert_ne!(stem(one), stem(other), "{one} {other}");
            }
        }
    }
}
