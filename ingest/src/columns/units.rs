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
    "tim",
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
    "t€",
    "k€",
    "m€",
    "teur",
    "keur",
    "meur",
    "tuhatta",
    "tuhansina",
    "tuhansissa",
    "tusental",
    "thousands",
    "euroja",
    "euroina",
    "euron",
    "htkk",
    "pm",
    "pvm",
    "pv",
    "nimi",
    "namn",
    "name",
];

/// Words beside the name of a number that leave it what it is: `Osallistujat (arvio)`, `Summa (sis. alv)`.
const EXPLAINING: &[&str] = &[
    "arvio",
    "noin",
    "n",
    "ca",
    "uppskattning",
    "estimate",
    "kaikki",
    "alla",
    "all",
    "toteuma",
    "toteutunut",
    "toteutuneet",
    "utfall",
    "actual",
    "sis",
    "alv",
    "alvn",
    "inkl",
    "moms",
    "incl",
    "vat",
    "numerona",
    "lukuna",
    "siffra",
    "siffror",
    "kokonaislukuna",
    "kokonaismäärä",
    "yhteismäärä",
    "henkilömäärä",
    "henkilöitä",
    "ihmistä",
    "kertoja",
    "pakollinen",
    "obligatorisk",
    "required",
    "täytä",
    "ks",
    "kts",
    "katso",
    "ohje",
    "ohjeet",
    "ohjeen",
    "mukaan",
    "se",
    "enligt",
    "anvisning",
    "anvisningen",
    "anvisningar",
    "see",
    "instructions",
    "kuussa",
    "kk",
    "kuukaudessa",
    "kuukauden",
    "aikana",
    "i",
    "månaden",
    "under",
    "per",
    "month",
];

/// Words for figures since the start of the year: the same quantity, suspected where its values are read.
const RUNNING: &[&str] = &[
    "vuoden",
    "alusta",
    "kumulatiivinen",
    "kumulatiivisesti",
    "kumulatiiviset",
    "kumul",
    "kertymä",
    "alkuvuosi",
    "ackumulerat",
    "ackumulerad",
    "kumulativt",
    "från",
    "årets",
    "början",
    "cumulative",
    "ytd",
    "year",
    "to",
    "date",
];

/// Words that only say how a column adds up: `Kustannukset yhteensä`, `joista lapsia`.
const SUMS: &[&str] = &[
    "yhteensä",
    "yht",
    "joista",
    "josta",
    "niistä",
    "totalt",
    "sammanlagt",
    "varav",
    "därav",
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

/// Tells whether the unit cut off a label says that something is counted: `määrä`, `lkm`, `antal`.
pub(crate) fn counts(normalised: &str, shorter: &str) -> bool {
    const COUNTING: [&str; 9] = [
        "määrä",
        "lukumäärä",
        "lkm",
        "kpl",
        "antal",
        "number",
        "count",
        "stycken",
        "st",
    ];
    let cut = match normalised.strip_prefix(shorter) {
        Some(cut) => cut,
        None => normalised.strip_suffix(shorter).unwrap_or_default(),
    };
    COUNTING.contains(&cut.trim())
}

/// Words that make of a number another one: a goal, an average, a part, the one before.
const QUALIFYING: &[&str] = &[
    "ka",
    "keskimäärin",
    "keskiarvo",
    "genomsnitt",
    "medeltal",
    "medelvärde",
    "average",
    "mean",
    "tavoite",
    "tavoiteltu",
    "suunniteltu",
    "suunnitellut",
    "mål",
    "planerad",
    "planerade",
    "planerat",
    "target",
    "planned",
    "budjetti",
    "budjetoitu",
    "budget",
    "budgeterad",
    "edellinen",
    "edellisen",
    "edellisessä",
    "viime",
    "föregående",
    "previous",
    "uudet",
    "uusia",
    "uusien",
    "nya",
    "new",
    "naiset",
    "naisia",
    "miehet",
    "miehiä",
    "tytöt",
    "tyttöjä",
    "pojat",
    "poikia",
    "kvinnor",
    "män",
    "flickor",
    "pojkar",
    "women",
    "men",
    "girls",
    "boys",
    "muutos",
    "förändring",
    "change",
    "ilmoittautuneet",
    "ilmoittautuneita",
    "kutsutut",
    "anmälda",
    "registered",
    "invited",
    "jäljellä",
    "kvar",
    "left",
    "ero",
    "erotus",
];

/// Ends of compounds that make another quantity of what they follow: `osallistujamaksu`, `deltagaravgift`.
const OTHERWISE: &[&str] = &[
    "maksu", "maksut", "hinta", "palkkio", "palaute", "tavoite", "ikä", "avgift", "avgifter",
    "pris", "arvode", "nöjdhet", "fee",
];

/// Tells whether a normalised label says that its number is another than its name alone would mean.
pub(crate) fn is_qualified(normalised: &str) -> bool {
    let is_other = |word: &str| {
        let ends = |end: &&str| word.strip_suffix(*end).is_some_and(|rest| !rest.is_empty());
        QUALIFYING.contains(&word) || OTHERWISE.iter().any(ends)
    };
    normalised.split(' ').any(is_other) || names_ages(normalised)
}

/// Tells whether a word says that the number before it is an age: `v`, `vuotiaat`, `år`.
pub(crate) fn is_years_of_age(word: &str) -> bool {
    const YEARS: [&str; 7] = [
        "v",
        "vuotiaat",
        "vuotiaita",
        "år",
        "åringar",
        "years",
        "yrs",
    ];
    YEARS.contains(&word)
}

/// `Osallistujat 0-6 v`, `yli 12-vuotiaat`: only some of the people.
fn names_ages(normalised: &str) -> bool {
    let mut before = "";
    normalised.split(' ').any(|word| {
        let number = std::mem::replace(&mut before, word);
        is_years_of_age(word) && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Things among which a number is shared: `Hlö/krt`, `Osallistujia/päivä`.
const SHARED: &[&str] = &[
    "krt",
    "kerta",
    "kerran",
    "kertaa",
    "ggr",
    "gång",
    "tillfälle",
    "times",
    "time",
    "session",
    "pv",
    "päivä",
    "dag",
    "day",
];

/// Tells whether a normalised text behind a slash makes a number a share.
pub(crate) fn is_shared_by(normalised: &str) -> bool {
    SHARED.contains(&normalised)
}

/// Tells whether a normalised text is only units (also `1000 €`) or a pattern of dates or times (`pp kk vvvv`, `tt mm`).
pub(crate) fn is_unit(normalised: &str) -> bool {
    let unit = |word: &str| UNITS.contains(&word) || is_pattern(word);
    normalised.split(' ').any(unit)
        && normalised
            .split(' ')
            .all(|word| unit(word) || word == "1000")
}

/// Tells whether a normalised addition to a label only explains it, so that the label stands for the same quantity.
#[must_use]
pub fn explains(normalised: &str) -> bool {
    let explains = |word: &str| {
        is_unit(word)
            || is_ordinal(word)
            || SUMS.contains(&word)
            || EXPLAINING.contains(&word)
            || RUNNING.contains(&word)
            || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    normalised.split(' ').all(explains)
}

/// Tells whether a normalised word belongs to figures since the start of the year.
pub(crate) fn is_running(word: &str) -> bool {
    RUNNING.contains(&word)
}

/// Letters that stand for the digits of a date or time: `pp`, `kk`, `vvvv`, `åååå`, `tt`.
fn is_pattern(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters
        .next()
        .filter(|letter| "pkvdmyåth".contains(*letter));
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
    fn ages_qualify_a_number() {
        assert!(is_qualified("osallistujat 0 6 v"));
        assert!(is_qualified("yli 12 vuotiaat"));
        assert!(!is_qualified("osallistujat v"));
    }

    #[test]
    fn compounds_of_fees_and_goals_are_other_quantities() {
        assert!(is_qualified("osallistujamaksu"));
        assert!(is_qualified("deltagaravgift"));
        assert!(!is_qualified("osallistujamäärä"));
        assert!(!is_qualified("hinta"));
    }

    #[test]
    fn patterns_of_dates_are_units() {
        assert!(is_unit("pp kk vvvv"));
        assert!(is_unit("dd mm åååå"));
        assert!(is_unit("tt mm"));
        assert!(is_unit("1000 €"));
        assert!(!is_unit("1000"));
        assert!(!is_unit("kunta"));
    }
}
