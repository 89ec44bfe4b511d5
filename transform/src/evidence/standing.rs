//! How a name stands in a text: as the one that reports, as one that a report is sent to or made with, or as a part of
//! the name of another body. `Vihti hanketoimistolle`, `Palautetaan hanketoimistoon` and `MLL mukana` say nothing of who
//! reports; `Lohja srk` is not Lohja (READING.md R2).

use std::ops::Range;

use crate::values::body;

/// How a name stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// As the one whose report it may be.
    Reporter,
    /// As an addressee, a helper, a place: it says nothing of whose report it is.
    Aside,
    /// As a part of the name of a body that the region does not know.
    Other,
}

/// Beginnings of words after which those are named who get a report, or were there, not who sends it.
const BEFORE: [&str; 22] = [
    "palauta",
    "palautetaan",
    "palautettava",
    "lähetä",
    "lähetetään",
    "toimita",
    "vastaanottaja",
    "saaja",
    "mottagare",
    "tiedoksi",
    "jakelu",
    "yhteistyössä",
    "yhteistyökumppan",
    "yhteistyötah",
    "samarbet",
    "tillsammans",
    "mukana",
    "hallinnoi",
    "hankehallinnoi",
    "hyväksyjä",
    "inlämnas",
    "returneras",
];

/// Words behind a name that make it a helper: `MLL:n kanssa`, `Vihti mukana`.
const BEHIND: [&str; 4] = ["mukana", "kanssa", "täyttää", "fyller"];

/// Words before a name that make it an addressee.
const TOWARDS: [&str; 1] = ["till"];

/// Words that join names of equal standing.
const JOINING: [&str; 5] = ["ja", "och", "and", "sekä", "samt"];

/// Words for a municipality without its name.
const MUNICIPAL: [&str; 8] = [
    "kunta",
    "kunnat",
    "kaupunki",
    "kaupungit",
    "kommun",
    "kommunen",
    "stad",
    "staden",
];

/// Words between the name of a place and the form of law at the end of a body's name.
const LONGEST_NAME: usize = 5;

/// The words of a text, in lower case, with what stands before each.
pub(super) struct Wording {
    words: Vec<String>,
    gaps: Vec<String>,
}

impl Wording {
    /// Takes a text apart at these places.
    pub(super) fn new(text: &str, places: impl Iterator<Item = Range<usize>>) -> Self {
        let mut wording = Wording {
            words: Vec::new(),
            gaps: Vec::new(),
        };
        let mut end = 0;
        for place in places {
            wording.gaps.push(text[end..place.start].to_owned());
            wording.words.push(text[place.clone()].to_lowercase());
            end = place.end;
        }
        wording
    }

    /// The first of these words.
    pub(super) fn word(&self, name: &Range<usize>) -> &str {
        &self.words[name.start]
    }

    /// How the name that takes these words stands. `names` are the words of all names; `is_same` tells whether a text
    /// (of the last word put another way) still names the same, `is_bare` whether a municipality is named without
    /// `kunta` or `stad`.
    pub(super) fn standing(
        &self,
        name: &Range<usize>,
        names: &[Range<usize>],
        is_bare: bool,
        is_same: impl Fn(&str) -> bool,
    ) -> Standing {
        if self.is_aside(name, names) || self.is_towards(name, is_same) {
            return Standing::Aside;
        }
        if !is_bare {
            return Standing::Reporter;
        }
        let is_free = |at: usize| !names.iter().any(|other| other.contains(&at));
        if self.is_of_other_body(name, is_free) {
            return Standing::Other;
        }
        let next = self.words.get(name.end).map_or("", String::as_str);
        if next.starts_with("seutu") || next.starts_with("seudu") {
            return Standing::Aside;
        }
        Standing::Reporter
    }

    fn is_aside(&self, name: &Range<usize>, names: &[Range<usize>]) -> bool {
        let before = &self.words[..name.start];
        let is_told = |word: &String| BEFORE.iter().any(|told| word.starts_with(told));
        if before.iter().any(is_told) || self.is_postal(name) {
            return true;
        }
        // `MLL:n kanssa`, `Lohjan seurakunta mukana`: behind the name, and before any other.
        let behind = self.words.iter().enumerate().skip(name.end).take(3);
        let mut behind = behind.filter(|(_, word)| BEHIND.contains(&word.as_str()));
        behind.any(|(at, word)| {
            let is_nearest = names
                .iter()
                .all(|other| other.start < name.end || other.start > at);
            let is_last = names.iter().all(|other| other.start < at);
            is_nearest && (word != "mukana" || is_last)
        })
    }

    /// `06100 Porvoo` is a place of an address.
    fn is_postal(&self, name: &Range<usize>) -> bool {
        let Some(at) = name.start.checked_sub(1) else {
            return false;
        };
        let code = &self.words[at];
        let is_code = code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
        is_code && (at > 0 || name.end == self.words.len())
    }

    /// `hanketoimistolle`, `hanketoimistoon`, `till projektkontoret`.
    fn is_towards(&self, name: &Range<usize>, is_same: impl Fn(&str) -> bool) -> bool {
        let first = self.words[name.start].as_str();
        let before = name.start.checked_sub(1).map(|at| self.words[at].as_str());
        if TOWARDS.contains(&first) || before.is_some_and(|word| TOWARDS.contains(&word)) {
            return true;
        }
        let last = self.words[name.end - 1].as_str();
        if last.ends_with("lle") {
            return true;
        }
        let mut whole = self.words[name.start..name.end - 1].join(" ");
        whole.push(' ');
        let is_name = |last: String| is_same(format!("{whole}{last}").trim_start());
        illative_stems(last).any(|stem| match stem.strip_suffix('e') {
            // `Tampereen` is of Tampere; `Lapinjärveen` is to Lapinjärvi.
            Some(_) => !is_name(stem.to_owned()) && is_name(format!("{stem}n")),
            None => is_name(stem.to_owned()),
        })
    }

    /// Tells whether a place is a part of the name of another body: `Lohjan ev.lut. srk`, `SPR Lohja`, `Lohjan
    /// Perhekeskus ry`. Words that are a name themselves are none of it.
    fn is_of_other_body(&self, name: &Range<usize>, is_free: impl Fn(usize) -> bool) -> bool {
        let is_near = |at: usize| !self.gaps[at].contains([',', ';', ':', '\n']);
        let behind = (name.end..self.words.len()).take_while(|at| is_near(*at) && is_free(*at));
        let behind: Vec<&str> = behind.map(|at| self.words[at].as_str()).collect();
        // `Hämeenlinna-Vanajan seurakunta` is of both.
        let is_hyphened = |at: &usize| self.gaps[*at] == "-" && !body::is_other(&self.words[*at]);
        let hyphened = (name.end..self.words.len()).take_while(is_hyphened).count();
        let beyond = behind.iter().skip(hyphened);
        let mut qualified = beyond.skip_while(|word| body::is_beside(word));
        // `Lohjan ensi- ja turvakoti`.
        let is_shelter = behind.starts_with(&["ensi", "ja"]);
        if is_shelter || qualified.next().is_some_and(|word| body::is_other(word)) {
            return true;
        }
        let is_word = |word: &&&str| {
            !JOINING.contains(word) && !word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut long = behind.iter().take(LONGEST_NAME).take_while(is_word);
        if long.any(|word| body::is_legal_form(word)) {
            return true;
        }
        let is_body = |before: usize| {
            let at = name.start.checked_sub(before);
            at.is_some_and(|at| is_free(at) && body::is_other(&self.words[at]))
        };
        let is_end = |at: usize| body::ends_name(&self.words[at]);
        // In Swedish a house, so only where the text begins with it.
        let is_hus = name.start == 1 && self.words[0] == "hus" && is_free(0);
        is_hus || is_body(1) || name.start.checked_sub(1).is_some_and(is_end) && is_body(2)
    }

    /// Tells whether two names, one right behind the other, are joined as equals: `Hangon kaupunki ja MLL`.
    pub(super) fn are_joined(&self, one: &Range<usize>, two: &Range<usize>) -> bool {
        let between = one.end..two.start;
        let is_sign = || self.gaps[two.start].contains(['&', '+']);
        match between.len() {
            0 => is_sign(),
            1 => JOINING.contains(&self.words[one.end].as_str()),
            _ => false,
        }
    }

    /// Tells whether a name is joined with a municipality that is not named: `MLL ja kunta`.
    pub(super) fn is_joined_with_any(&self, name: &Range<usize>, names: &[Range<usize>]) -> bool {
        let is = |at: Option<usize>, known: &[&str]| {
            let word = at.and_then(|at| self.words.get(at));
            word.is_some_and(|word| known.contains(&word.as_str()))
        };
        let is_municipal = |at: Option<usize>| {
            is(at, &MUNICIPAL) && !at.is_some_and(|at| names.iter().any(|name| name.contains(&at)))
        };
        let behind = is(Some(name.end), &JOINING) && is_municipal(Some(name.end + 1));
        let before = name.start.checked_sub(1);
        behind || is(before, &JOINING) && is_municipal(name.start.checked_sub(2))
    }
}

/// What stands before an ending of the illative: `lohja|an`, `porvoo|seen`, `hyvinkää|hän`, `piiri|in`.
fn illative_stems(word: &str) -> impl Iterator<Item = &str> {
    const ENDINGS: [&str; 8] = ["seen", "han", "hän", "hon", "hön", "hun", "hyn", "hin"];
    let plain = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    plain.chain(lengthened(word))
}

/// The stem before a vowel that is long only because of the ending.
fn lengthened(word: &str) -> Option<&str> {
    let long = word.strip_suffix('n')?;
    let last = long.chars().next_back()?;
    let short = &long[..long.len() - last.len_utf8()];
    (short.ends_with(last) && !last.is_numeric()).then_some(short)
}

#[cfg(test)]
mod tests {
    use crate::evidence::mentions;
    use crate::region::RegionFile;
    use crate::testkit::{REGION, context_with};

    /// The region of the tests with a parish, an association and a coordinator.
    const OTHERS: &str = r#"
[[organisation]]
code = "espoon-seurakunta"
kind = "parish"
name = { fi = "Espoon seurakunta" }
[[organisation]]
code = "mll"
kind = "ngo"
name = { fi = "Mannerheimin Lastensuojeluliiton Koemaan piiri ry" }
aliases = ["MLL"]
[[organisation]]
code = "raasepori"
kind = "municipality"
municipality = "710"
name = { fi = "Raaseporin kaupunki" }
[[organisation]]
code = "hanketoimisto"
kind = "coordinator"
name = { fi = "Koemaan hanketoimisto", sv = "Projektkontoret för Koemaa" }
aliases = ["Hanketoimisto", "Projektkontoret"]
"#;

    fn said(texts: &[&str]) -> Vec<String> {
        let region: RegionFile = toml::from_str(&format!("{REGION}{OTHERS}")).unwrap();
        let context = context_with(region, "");
        let code = |at: &usize| context.organisations.code(*at).to_string();
        let say = |text: &&str| {
            let found = mentions(text, &*context.vocabulary.lexicon, &context.organisations);
            let mut said: Vec<String> = found.organisation.iter().map(code).collect();
            said.extend(found.several.iter().map(|at| format!("+{}", code(at))));
            said.extend(found.other.then(|| String::from("other")));
            format!("{text}: {}", said.join(" ")).trim_end().to_owned()
        };
        texts.iter().map(say).collect()
    }

    fn assert_said(expected: &[&str]) {
        let texts: Vec<&str> = expected
            .iter()
            .filter_map(|line| Some(line.split_once(':')?.0))
            .collect();
        assert_eq!(said(&texts), expected);
    }

    #[test]
    fn a_municipality_in_the_name_of_another_body_is_not_meant_r2() {
        assert_said(&[
            "Vantaa srk lokakuu 2018: other",
            "Vantaan seurakunnan raportti 10-2018: other",
            "Vanda svenska församling: other",
            "Vantaan Perhekeskus ry lokakuu: other",
            "SPR Vantaa: other",
            "Pelastakaa lapset Vantaa lokakuu 2018: other",
            "Vantaan Pelastakaa Lapset: other",
            "Rädda barnen Vanda: other",
            "HAMK Vantaa 10/2018: other",
            "Vantaan sairaanhoitoalue: other",
            "Peijaksen sairaala Vantaa: other",
            "Vantaan ortodoksinen seurakunta: other",
            "Vantaa-Korson seurakunta: other",
            "Vantaan ensi- ja turvakoti: other",
            "Vantaan lapset lokakuu 2018: vantaa",
            "Vantaa lokakuu 2018 srk: vantaa",
            "Vantaan kaupunki srk: vantaa",
            "Vantaan perhekeskus: vantaa",
            "Vantaan seutu:",
            "MLL Vantaa: mll",
        ]);
    }

    #[test]
    fn a_body_is_known_in_any_case_and_by_its_usual_abbreviations_r2() {
        assert_said(&[
            "Espoon seurakunnan raportti: espoon-seurakunta",
            "Espoo srk lokakuu 2018: espoon-seurakunta",
            "Esbo församlings rapport: espoon-seurakunta",
            "Espoon ev.lut. seurakunta: espoon-seurakunta",
            "Esbo svenska församling: other",
        ]);
    }

    #[test]
    fn addressees_and_helpers_do_not_report_r2() {
        assert_said(&[
            "Vantaa toimenpiteet hanketoimistolle lokakuu 2018: vantaa",
            "Vantaa (palauta hanketoimistoon): vantaa",
            "Till projektkontoret Esbo: espoo",
            "Palautetaan hanketoimistoon 10. päivään mennessä:",
            "Hanketoimisto täyttää:",
            "Yhteistyössä MLL ja HUS:",
            "Espoo mukana:",
            "Espoo, mukana MLL: espoo",
            "Espoo, MLL mukana: espoo",
            "Espoo MLL n kanssa: espoo",
            "Espoo yhteistyössä MLL n kanssa: espoo",
            "maija@espoo.fi:",
            "Puistokatu 3, 02770 Espoo:",
            "Espoon raportti: espoo",
            "Espooseen:",
        ]);
    }

    #[test]
    fn two_joined_as_equals_contradict_each_other_r2() {
        assert_said(&[
            "Espoon kaupunki ja MLL lokakuu 2018: +espoo +mll",
            "HUS & Espoo: +hus +espoo",
            "MLL ja HUS: +mll +hus",
            "MLL ja kunta:",
            "HUS Espoo ja Vantaa: hus",
            "Inkoo ja Siuntio: inkoo",
            "Vantaa ja Vantaan srk: other",
        ]);
    }

    #[test]
    fn a_template_is_not_the_former_municipality_pohja_r2() {
        assert_said(&[
            "Pohja päivitetty 3/2018:",
            "Pohja v2:",
            "kustannukset pohja 2018:",
            "Pohja lokakuu 2018: raasepori",
        ]);
    }
}
