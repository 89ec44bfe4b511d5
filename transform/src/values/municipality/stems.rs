//! Case forms of Finnish names of municipalities.
//!
//! A form is a stem and an ending. Stems are generated from the name, in strong and weak grade and with every vowel
//! that the nominative can hide; names that follow no rule stand in a table. More stems than a name really has do no
//! harm: a form that nobody writes is never looked up.

/// Names whose stems no rule gives.
const EXCEPTIONS: [(&str, &[&str]); 12] = [
    ("loppi", &["lope", "loppe"]),
    ("virrat", &["virroi", "virtoi", "virtoj", "virtai", "virta"]),
    (
        "punkalaidun",
        &["punkalaitume", "punkalaidunt", "punkalaidun"],
    ),
    ("pihtipudas", &["pihtiputaa", "pihtiputa"]),
    ("kangasala", &["kangasala", "kangasa"]),
    ("juuka", &["juua", "juuka", "juuva"]),
    ("suonenjoki", &["suonenjoe", "suonenjoke"]),
    ("ii", &["ii"]),
    ("varkaus", &["varkaude", "varkaute", "varkaut", "varkauks"]),
    ("alavus", &["alavude", "alavute", "alavut", "alavukse"]),
    ("savitaipale", &["savitaipalee", "savitaipale"]),
    ("koskitl", &["koske", "koski"]),
];

/// Last parts of names with stems of their own: ending of the nominative, its stems.
const LAST_PARTS: [(&str, &[&str]); 17] = [
    ("vesi", &["vede", "vete", "vet"]),
    ("lahti", &["lahde", "lahte", "laht", "laks"]),
    ("joki", &["joe", "joke"]),
    ("järvi", &["järve"]),
    ("niemi", &["nieme", "nien", "niem"]),
    ("salmi", &["salme"]),
    ("saari", &["saare", "saar"]),
    ("lampi", &["lamme", "lammi", "lampe", "lampi"]),
    ("koski", &["koske"]),
    ("nummi", &["numme"]),
    ("mäki", &["mäe", "mäke"]),
    ("lohi", &["lohe"]),
    ("suomi", &["suome"]),
    ("kivi", &["kive"]),
    ("kangas", &["kankaa", "kangas"]),
    ("mlk", &["mlk"]),
    ("lapsi", &["lapse"]),
];

/// Weak grades of the consonants before the last vowel.
const GRADES: [(&str, &str); 13] = [
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("mp", "mm"),
    ("nt", "nn"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("ht", "hd"),
    ("rk", "r"),
    ("t", "d"),
    ("k", ""),
    ("p", "v"),
];

/// Case endings behind a stem, longest first. The illative that doubles a vowel is handled by [`stems_of_form`].
const ENDINGS: [&str; 38] = [
    "seen", "siin", "ihin", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi",
    "tta", "ttä", "ten", "tten", "den", "han", "hän", "hen", "hin", "hon", "hön", "hun", "hyn",
    "en", "in", "na", "nä", "ta", "tä", "ia", "iä", "n", "a", "ä", "t",
];

/// The stems of a name, folded to letters in lower case without spaces.
pub(crate) fn stems(name: &str) -> Vec<String> {
    if let Some((_, stems)) = EXCEPTIONS.iter().find(|(exception, _)| *exception == name) {
        return stems.iter().map(|stem| (*stem).to_owned()).collect();
    }
    let mut stems = vec![name.to_owned()];
    if let Some(base) = name.strip_suffix("nen") {
        // Kauniainen: Kauniaisten, Kauniaisissa.
        stems.extend(["se", "s", "si"].map(|ending| format!("{base}{ending}")));
    } else if let Some((part, endings)) = LAST_PARTS.iter().find(|(part, _)| name.ends_with(part)) {
        let base = &name[..name.len() - part.len()];
        stems.extend(endings.iter().map(|ending| format!("{base}{ending}")));
    } else if name.ends_with('e') {
        // Tampere: Tampereen; but Raahe: Raahen.
        stems.push(format!("{name}e"));
    } else if let Some(base) = name.strip_suffix('s') {
        // Kannus: Kannuksen. Names from Swedish take an i: Korsnäs, Korsnäsin.
        stems.extend([format!("{base}kse"), format!("{name}i")]);
    } else if !name.ends_with(is_vowel) {
        stems.push(format!("{name}i"));
    }
    stems.extend(weak_grade(name));
    stems
}

/// The name with the consonants before its last vowel in weak grade.
fn weak_grade(name: &str) -> Option<String> {
    let last = name.chars().next_back().filter(|last| is_vowel(*last))?;
    let before = &name[..name.len() - last.len_utf8()];
    let (strong, weak) = GRADES.iter().find(|(strong, _)| before.ends_with(strong))?;
    let base = &before[..before.len() - strong.len()];
    // A single consonant changes between vowels only: Kotka and Rusko keep theirs.
    if strong.len() == 1 && !base.ends_with(is_vowel) {
        return None;
    }
    Some(format!("{base}{weak}{last}"))
}

fn is_vowel(character: char) -> bool {
    matches!(
        character,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'å'
    )
}

/// Every stem that a form (folded, without spaces) can have.
pub(crate) fn stems_of_form(form: &str) -> impl Iterator<Item = &str> {
    let plain = ENDINGS.iter().filter_map(move |ending| {
        let stem = form.strip_suffix(ending)?;
        (!breaks_harmony(stem, ending)).then_some(stem)
    });
    plain
        .chain(lengthened(form))
        .filter(|stem| !stem.is_empty())
}

/// Tells whether an ending with a back vowel stands behind a front one: `hyvinkääa` is no form but a slip.
fn breaks_harmony(stem: &str, ending: &str) -> bool {
    stem.ends_with(['ä', 'ö', 'y']) && ending.contains('a')
}

/// The stem before an illative that lengthens its vowel: `lahteen`, `loviisaan`.
fn lengthened(form: &str) -> Option<&str> {
    let long = form.strip_suffix('n')?;
    let last = long.chars().next_back().filter(|last| is_vowel(*last))?;
    let short = &long[..long.len() - last.len_utf8()];
    short.ends_with(last).then_some(short)
}

/// First parts that inflect too, with the cases of them: `Uudessakaupungissa`, `Isossakyrössä`.
const FIRST_PARTS: [(&str, &[&str]); 3] = [
    (
        "uusi",
        &[
            "uudessa", "uudesta", "uudella", "uudelta", "uudelle", "uudeksi", "uutena", "uuteen",
            "uutta", "uuden",
        ],
    ),
    (
        "iso",
        &[
            "isossa", "isosta", "isolla", "isolta", "isolle", "isoksi", "isona", "isoon", "isoa",
            "ison",
        ],
    ),
    (
        "vähä",
        &[
            "vähässä",
            "vähästä",
            "vähällä",
            "vähältä",
            "vähälle",
            "vähäksi",
            "vähänä",
            "vähään",
            "vähää",
            "vähän",
        ],
    ),
];

/// The form with its first part in the nominative, if the first part inflects: `uudenkaupungin` → `uusikaupungin`.
pub(super) fn with_plain_first_part(form: &str) -> Option<String> {
    FIRST_PARTS.iter().find_map(|(plain, cases)| {
        let rest = cases.iter().find_map(|case| form.strip_prefix(case))?;
        (!rest.is_empty()).then(|| format!("{plain}{rest}"))
    })
}
