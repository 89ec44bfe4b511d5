//! Cutting the endings of Finnish and Swedish words, so that inflected labels meet.

/// Letters that a stem keeps at least.
const SHORTEST_STEM: usize = 4;

/// Endings of cases, plurals and definite forms, longest first.
const ENDINGS: &[&str] = &[
    "uuksien", "uuksia", "uuden", "uudet", "yyden", "yydet", "itten", "erna", "orna", "issa",
    "issä", "ista", "istä", "illa", "illä", "ilta", "iltä", "ille", "iden", "ksen", "kset", "ksia",
    "ksiä", "sten", "uus", "yys", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle",
    "ksi", "ien", "ita", "itä", "sen", "set", "sia", "siä", "nen", "na", "nä", "ia", "iä", "ta",
    "tä", "en", "et", "er", "ar", "or", "n", "t", "s", "a", "ä",
];

/// The stem of one normalised word; short words stay as they are.
pub(crate) fn stem(word: &str) -> &str {
    without_final_vowels(without_ending(word))
}

/// The stems of all words of a normalised label, joined.
pub(crate) fn stems(normalised: &str) -> String {
    normalised.split(' ').map(stem).collect()
}

fn without_ending(word: &str) -> &str {
    ENDINGS
        .iter()
        .find_map(|ending| {
            let rest = word.strip_suffix(ending)?;
            (rest.chars().count() >= SHORTEST_STEM).then_some(rest)
        })
        .unwrap_or(word)
}

fn without_final_vowels(word: &str) -> &str {
    let mut rest = word;
    while rest.chars().count() > SHORTEST_STEM {
        match rest.strip_suffix(['a', 'e', 'i', 'j', 'o', 'u', 'y', 'å', 'ä', 'ö']) {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_cases_and_plurals_meet() {
        for word in [
            "osallistuja",
            "osallistujia",
            "osallistujien",
            "osallistujaa",
        ] {
            assert_eq!(stem(word), stem("osallistujat"), "{word}");
        }
        for word in ["ammattilainen", "ammattilaisia", "ammattilaisten"] {
            assert_eq!(stem(word), stem("ammattilaiset"), "{word}");
        }
        assert_eq!(stem("kustannus"), stem("kustannukset"));
        assert_eq!(stem("tilaisuuden"), stem("tilaisuus"));
    }

    #[test]
    fn swedish_definite_forms_meet() {
        for word in ["deltagare", "deltagarna", "deltagaren"] {
            assert_eq!(stem(word), stem("deltagarna"), "{word}");
        }
        assert_eq!(stem("försöket"), stem("försök"));
        assert_eq!(stem("åtgärden"), stem("åtgärder"));
    }

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(stem("muut"), "muut");
        assert_eq!(stem("tila"), "tila");
        assert_eq!(stem("h"), "h");
    }
}
