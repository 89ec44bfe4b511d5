//! Cutting the endings of Finnish and Swedish words, so that inflected labels meet.

/// Letters that a stem keeps at least.
const SHORTEST_STEM: usize = 4;

/// Endings of cases, plurals and definite forms, longest first.
const ENDINGS: &[&str] = &[
    "uuksien", "uuksia", "uuden", "uudet", "yyden", "yydet", "itten", "erna", "orna", "issa",
    "issä", "ista", "istä", "illa", "illä", "ilta", "iltä", "ille", "iden", "sten", "uus", "yys",
    "ens", "ets", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "ien",
    "ita", "itä", "sen", "set", "sia", "siä", "nen", "ten", "na", "nä", "ia", "iä", "ta", "tä",
    "en", "et", "er", "ar", "or", "n", "t", "s", "a", "ä",
];

/// Endings before which a Finnish word in `-s` shows another stem: `tuloksen` of `tulos`, which `tulot` are none of.
const ENDINGS_OF_S: &[&str] = &[
    "ksessa", "ksista", "ksien", "ksen", "kset", "ksia", "ksiä", "ksi",
];

/// Letters that a stem may lose before its grade is taken for weak; what lost more is another word: `muuttujat` and `muut`.
const MOST_LOST: usize = 3;

/// Weak ends of Finnish stems and their strong ones: `kunnan` and `kunta`, `toimenpide` and `toimenpiteen`.
const GRADES: &[(&str, &str)] = &[
    ("nn", "nt"),
    ("mm", "mp"),
    ("ll", "lt"),
    ("rr", "rt"),
    ("tt", "t"),
    ("pp", "p"),
    ("kk", "k"),
    ("uv", "uk"),
    ("d", "t"),
];

/// The stem of one normalised word; short words stay as they are.
fn stem(word: &str) -> &str {
    without_final_vowels(without_ending(word))
}

/// What is left of an inflected word in `-us`, `-ys`, `-os` or `-ös` before its `-s`: `tulo` of `tulokset`.
fn stem_of_s(word: &str) -> Option<&str> {
    let rests = ENDINGS_OF_S
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    let mut stems =
        rests.filter(|rest| is_before_s(rest) && rest.chars().count() >= SHORTEST_STEM - 1);
    stems.next()
}

/// Tells whether an `-s` behind this is part of a Finnish word, and no ending.
fn is_before_s(rest: &str) -> bool {
    rest.ends_with(['u', 'y', 'o', 'ö'])
}

/// The stems of all words of a normalised label in their strong grade, joined.
pub(crate) fn stems(normalised: &str) -> String {
    let mut stems = String::with_capacity(normalised.len());
    for word in normalised.split(' ') {
        if let Some(stem) = stem_of_s(word) {
            stems.push_str(stem);
            stems.push('s');
            continue;
        }
        let stem = stem(word);
        let lost = word.chars().count() - stem.chars().count();
        let grade = GRADES
            .iter()
            .filter(|_| stem.len() < word.len() || word.chars().count() > SHORTEST_STEM)
            .filter(|_| lost <= MOST_LOST)
            .find_map(|(weak, strong)| Some((stem.strip_suffix(weak)?, strong)));
        match grade {
            Some((head, strong)) => {
                stems.push_str(head);
                stems.push_str(strong);
            }
            None => stems.push_str(stem),
        }
    }
    stems
}

fn without_ending(word: &str) -> &str {
    ENDINGS
        .iter()
        .find_map(|ending| {
            let rest = word.strip_suffix(ending)?;
            if matches!(*ending, "s" | "sten") && is_before_s(rest) {
                return None;
            }
            (rest.chars().count() >= SHORTEST_STEM).then_some(rest)
        })
        .unwrap_or(word)
}

fn without_final_vowels(word: &str) -> &str {
    let mut rest = word;
    while rest.chars().count() > SHORTEST_STEM {
        match rest.strip_suffix(['a', 'e', 'i', 'j', 'u', 'y', 'å', 'ä']) {
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
            assert_eq!(stems(word), stems("osallistujat"), "{word}");
        }
        for word in ["ammattilainen", "ammattilaisia", "ammattilaisten"] {
            assert_eq!(stems(word), stems("ammattilaiset"), "{word}");
        }
        assert_eq!(stems("kustannus"), stems("kustannukset"));
        assert_eq!(stems("tilaisuuden"), stems("tilaisuus"));
        assert_eq!(stems("jäsenten"), stems("jäseniä"));
    }

    #[test]
    fn weak_and_strong_grades_meet() {
        assert_eq!(stems("kunnan"), stems("kunta"));
        assert_eq!(stems("vanhemmat"), stems("vanhempia"));
        assert_eq!(stems("toimenpiteen"), stems("toimenpide"));
        assert_eq!(stems("tunnusluvut"), stems("tunnusluku"));
    }

    #[test]
    fn swedish_definite_forms_meet() {
        for word in ["deltagare", "deltagarna", "deltagaren"] {
            assert_eq!(stems(word), stems("deltagarna"), "{word}");
        }
        assert_eq!(stems("försöket"), stems("försök"));
        assert_eq!(stems("åtgärdens"), stems("åtgärder"));
    }

    #[test]
    fn words_that_only_begin_alike_do_not_meet_r8() {
        for (one, other) in [
            ("tunnus", "tunnit"),
            ("tulot", "tulokset"),
            ("tulot", "tulos"),
            ("päätös", "päättyi"),
            ("aloitteen", "aloitus"),
            ("kuva", "kuvaus"),
            ("kunto", "kunta"),
            ("muutokset", "muut"),
            ("muuttujat", "muut"),
        ] {
            assert_ne!(stems(one), stems(other), "{one} {other}");
        }
        assert_eq!(stems("tulos"), stems("tulokset"));
        assert_eq!(stems("kokousten"), stems("kokoukset"));
        assert_eq!(stems("keston"), stems("kesto"));
    }

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(stems("muut"), "muut");
        assert_eq!(stems("tila"), "tila");
        assert_eq!(stems("h"), "h");
    }
}
