//! Words for bodies other than municipalities: parishes, joint authorities, associations, foundations. With them
//! `Lohjan srk` is told from Lohja, and the many ways to write one body are known as one.

use super::fold;

/// Words for kinds of bodies that are written in several ways, by the beginning of the word, longest first, and what
/// they say.
const KINDS: [(&str, &[&str]); 18] = [
    ("tuomiokirkkoseurakun", &["cathedral", "parish"]),
    ("tuomiokirkkosrk", &["cathedral", "parish"]),
    ("domkyrkoförs", &["cathedral", "parish"]),
    ("tuomiokirko", &["cathedral"]),
    ("seurakuntayhtym", &["parish", "union"]),
    ("seurakunnat", &["parishes"]),
    ("seurakuntien", &["parishes"]),
    ("seurakun", &["parish"]),
    ("srkyhtym", &["parish", "union"]),
    ("srky", &["parish", "union"]),
    ("srk", &["parish"]),
    ("församlingar", &["parishes"]),
    ("församling", &["parish"]),
    ("samfällighet", &["union"]),
    ("hyky", &["wellbeing", "union"]),
    ("hyvinvointiyhtym", &["wellbeing", "union"]),
    ("hyvinvointikuntayhtym", &["wellbeing", "union"]),
    ("kuntayhtym", &["union"]),
];

/// Words beside these that say which of several, by the beginning of the word.
const QUALITIES: [(&str, &str); 8] = [
    ("ruots", "swedish"),
    ("svensk", "swedish"),
    ("suomal", "finnish"),
    ("suomenk", "finnish"),
    ("finsk", "finnish"),
    ("kyrklig", ""),
    ("evank", ""),
    ("luter", ""),
];

/// Words beside these that say nothing.
const FILLERS: [&str; 6] = ["ev", "lut", "evlut", "evl", "seudun", "i"];

/// Parts of words for bodies that are no municipality.
const PARTS: [&str; 30] = [
    "seurakun",
    "församling",
    "samfällighet",
    "yhtym",
    "yhdistys",
    "yhdistyks",
    "förening",
    "säätiö",
    "stiftelse",
    "lastensuojeluliit",
    "barnskyddsförbund",
    "hoitopiiri",
    "sjukvårdsdistrikt",
    "yliopisto",
    "universitet",
    "ammattikorkeakoul",
    "yrkeshögskol",
    "diakonissalaito",
    "diakonialaito",
    "keskussairaal",
    "sammanslutning",
    "osakeyhtiö",
    "nuorisoseura",
    "pelastusarmeij",
    "väestöliit",
    "sairaala",
    "sairaanhoito",
    "sjukhus",
    "turvako",
    "setlement",
];

/// Whole words for such bodies.
const WHOLE: [&str; 54] = [
    "srk",
    "srky",
    "förs",
    "hyky",
    "hykyn",
    "piiri",
    "piirin",
    "distrikt",
    "liitto",
    "liiton",
    "förbund",
    "förbundet",
    "missio",
    "mission",
    "diak",
    "diakonia",
    "diakoni",
    "spr",
    "mll",
    "nmky",
    "nnky",
    "martat",
    "martta",
    "kårkulla",
    "folkhälsan",
    "samfundet",
    "partiokunta",
    "pelastakaa",
    "rädda",
    "thl",
    "avi",
    "kela",
    "amk",
    "hamk",
    "humak",
    "jamk",
    "lamk",
    "samk",
    "tamk",
    "xamk",
    "laurea",
    "metropolia",
    "arcada",
    "icehearts",
    "klinikka",
    "luckan",
    "luksia",
    "optima",
    "novia",
    "ry",
    "rf",
    "oy",
    "ab",
    "oyj",
];

/// The last of [`WHOLE`]: forms of law, which stand behind a whole name.
const LEGAL: [&str; 5] = ["ry", "rf", "oy", "ab", "oyj"];

/// Tells whether a word (lower case) is one for a body that is no municipality.
pub(crate) fn is_other(word: &str) -> bool {
    WHOLE.contains(&word) || word.ends_with("srk") || PARTS.iter().any(|part| word.contains(part))
}

/// Tells whether this word (lower case) ends a name that begins with a word for a body: `Pelastakaa Lapset`.
pub(crate) fn ends_name(word: &str) -> bool {
    matches!(word, "lapset" | "barnen")
}

/// Tells whether a word (lower case) is the form of law behind the name of a body: `Lohjan Perhekeskus ry`.
pub(crate) fn is_legal_form(word: &str) -> bool {
    LEGAL.contains(&word)
}

/// Tells whether a word (lower case) may stand between a place and the word for a body: `Lohjan ev.lut. srk`.
pub(crate) fn is_beside(word: &str) -> bool {
    FILLERS.contains(&word)
        || QUALITIES.iter().any(|(part, _)| word.starts_with(part))
        || word == "sv"
        || word.ends_with("inen")
        || word.ends_with("isen")
}

/// What a name of a body says, whatever the case, language, order and length of its words: `Lohja srk` and `Lojo
/// församling` are one. None where a word is unknown, or not one place and a kind are named. `place` knows municipalities.
pub(crate) fn meaning(text: &str, place: impl Fn(&str) -> Option<String>) -> Option<String> {
    let words = fold::words(text);
    if !words.split(' ').any(|word| kind(word).is_some()) {
        return None;
    }
    let mut said: Vec<String> = Vec::new();
    let mut places = 0;
    for word in words.split(' ').filter(|word| !FILLERS.contains(word)) {
        if let Some(kinds) = kind(word) {
            said.extend(kinds.iter().map(|kind| (*kind).to_owned()));
        } else if word == "yhtymä" || word == "yhtymän" {
            said.push(String::from("union"));
        } else if let Some(quality) = quality(word) {
            said.push(quality.to_owned());
        } else {
            said.push(place(word)?);
            places += 1;
        }
    }
    said.sort_unstable();
    said.dedup();
    said.retain(|part| !part.is_empty());
    (places == 1).then(|| said.join(" "))
}

fn kind(word: &str) -> Option<&'static [&'static str]> {
    if word == "förs" {
        return Some(&["parish"]);
    }
    let mut kinds = KINDS.iter();
    kinds
        .find(|(part, _)| word.starts_with(part))
        .map(|(_, said)| *said)
}

fn quality(word: &str) -> Option<&'static str> {
    if word == "sv" {
        return Some("swedish");
    }
    let mut qualities = QUALITIES.iter();
    qualities
        .find(|(part, _)| word.starts_with(part))
        .map(|(_, said)| *said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<String> {
        meaning(text, |word| {
            let lohja = ["lohja", "lohjan", "lojo"].contains(&word);
            lohja.then(|| String::from("444"))
        })
    }

    #[test]
    fn a_body_is_one_however_it_is_written_r2() {
        for text in [
            "Lohjan seurakunta",
            "Lohja srk",
            "srk Lohja",
            "Lohjan ev.lut. seurakunnan",
            "Lojo församling",
            "Lojo förs",
        ] {
            assert_eq!(said(text).as_deref(), Some("444 parish"), "{text}");
        }
        assert_eq!(
            said("Lohjan srk-yhtymä").as_deref(),
            Some("444 parish union")
        );
        assert_eq!(
            said("Lojo svenska församling").as_deref(),
            Some("444 parish swedish")
        );
        for text in [
            "Lohja",
            "Lohja ja Lohjan seurakunta",
            "seurakunta",
            "Lohjan uusi seurakunta",
            "Lohjan kaupunki",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
