//! What a line above a table may say of the month (READING.md R2): a title does, a line of deadlines, versions, decisions or
//! starts does not, since its month is another's.

use std::borrow::Cow;

use kooste_ingest::vocabulary::Lexicon;

use crate::values::fold;
use crate::values::month_names::month_named;

/// Beginnings of words that date something else than the report: when it is due, written, decided, or what came before it.
const OTHER_BEGINNINGS: [&str; 32] = [
    "palaut",
    "eräpäiv",
    "määräai",
    "määräpäiv",
    "viimeistään",
    "päätöks",
    "dnr",
    "diaari",
    "diarie",
    "asianro",
    "hankeai",
    "hankekau",
    "projektiai",
    "projektikau",
    "edellise",
    "edelline",
    "seuraav",
    "vertailu",
    "verrat",
    "inläm",
    "lämnas",
    "senast",
    "deadline",
    "beslut",
    "projekttid",
    "projektperiod",
    "inled",
    "börja",
    "föregående",
    "jämför",
    "previous",
    "submit",
];

/// Whole words of that kind.
const OTHER_WORDS: [&str; 54] = [
    "mennessä",
    "päätös",
    "nro",
    "puh",
    "puhelin",
    "gsm",
    "tel",
    "phone",
    "viite",
    "käynnistyi",
    "käynnistyy",
    "käynnistynyt",
    "käynnistyivät",
    "alkoi",
    "alkoivat",
    "alkaa",
    "alkaen",
    "aloitettu",
    "aloitettiin",
    "perustettu",
    "perustettiin",
    "kokous",
    "kokousta",
    "kokoukseen",
    "kokoukselle",
    "kokouksessa",
    "jatkuu",
    "jatkuvat",
    "ohje",
    "ohjeet",
    "ohjeen",
    "voimassa",
    "mall",
    "mallen",
    "nästa",
    "förra",
    "möte",
    "mötet",
    "startade",
    "started",
    "start",
    "starts",
    "due",
    "template",
    "decision",
    "next",
    "meeting",
    "giltig",
    "fortsätter",
    "edelliskuu",
    "dno",
    "kutsu",
    "ref",
    "valid",
];

/// Beginnings of words behind which a line tells when something was written or sent: what stands before them may be a title.
const WRITTEN: [&str; 19] = [
    "versio",
    "päivitet",
    "muokat",
    "laadit",
    "tulostet",
    "lähetet",
    "tallenn",
    "hyväks",
    "allekirj",
    "julkais",
    "uppdater",
    "utskriv",
    "skicka",
    "godkän",
    "updated",
    "printed",
    "sent",
    "luotu",
    "viimeksi",
];

/// Ends of words of that kind: `lomakepohja`, `projektinumero`, `täyttöohje`.
const OTHER_ENDS: [&str; 6] = ["pohja", "numero", "nummer", "ohje", "ohjeet", "mall"];

/// Beginnings of words that a title of a report may hold beside its month.
const PLAIN: [&str; 37] = [
    "raport",
    "rapport",
    "report",
    "kustannu",
    "kostnad",
    "cost",
    "toteum",
    "toteutu",
    "utfall",
    "kausi",
    "kaude",
    "ajalta",
    "aika",
    "ajanjakso",
    "period",
    "seuranta",
    "tilasto",
    "kvart",
    "quarter",
    "neljänne",
    "vuosinelj",
    "lape",
    "vuosi",
    "vuode",
    "år",
    "kumulatiivi",
    "ajalla",
    "ja",
    "och",
    "sekä",
    "viikot",
    "veckor",
    "puolivuo",
    "halvår",
    "kevät",
    "syksy",
    "höst",
];

/// The parts of a line that may tell the month of the report; a part ends at a bracket or comma.
pub(super) fn speaking(line: &str) -> Cow<'_, str> {
    if !speaks_of_other(line) {
        return Cow::Borrowed(line);
    }
    let parts = line.split(['(', ')', '[', ']', ',', ';', '|', '\n']);
    let kept: Vec<&str> = parts
        .map(title_part)
        .filter(|part| !part.is_empty())
        .collect();
    Cow::Owned(kept.join(" ; "))
}

/// Tells whether a line dates something else than the report.
pub(super) fn speaks_of_other(line: &str) -> bool {
    title_part(line).len() < line.len()
}

/// What of a part of a line may be a title: nothing where it dates something else, and nothing behind a word for writing or
/// sending.
fn title_part(part: &str) -> &str {
    if part.contains('§') {
        return "";
    }
    let mut end = part.len();
    let mut at = 0;
    for word in part.split(|sign: char| !sign.is_alphanumeric()) {
        let start = at;
        at += word.len();
        at += part[at..].chars().next().map_or(0, char::len_utf8);
        if word.is_empty() {
            continue;
        }
        let word = word.to_lowercase();
        let begins = |begin: &&str| word.starts_with(*begin);
        if OTHER_WORDS.contains(&word.as_str())
            || OTHER_BEGINNINGS.iter().any(begins)
            || OTHER_ENDS
                .iter()
                .any(|end| word.len() > end.len() && word.ends_with(end))
        {
            return "";
        }
        if WRITTEN.iter().any(begins) {
            end = end.min(start);
        }
    }
    &part[..end]
}

/// Tells whether a line is nothing but months beside words of a report, a form, an organisation: only such a line tells that the
/// report is of several months.
pub(super) fn is_title_of_report(line: &str, lexicon: &dyn Lexicon) -> bool {
    let is_plain = |word: &str| {
        word.contains(|sign: char| sign.is_ascii_digit())
            || month_named(word).is_some()
            || PLAIN.iter().any(|begin| word.starts_with(begin))
            || !lexicon.recognise(word).is_empty()
    };
    fold::words(line).split(' ').all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_deadlines_versions_and_decisions_tell_no_month_r2() {
        for line in [
            "Inlämnas senast 10 november",
            "Lomakepohja 8/2018",
            "Raportin eräpäivä 11/2018",
            "Hanke käynnistyi helmikuussa 2017",
            "Palauta raportti 11.2018 mennessä",
            "Edellinen raportti Syyskuu 2018",
            "Päätös 5/2018 § 12",
            "Projektinumero 201709",
            "Puh. 09 2018 10",
            "Seuraava raportti: marraskuu 2018",
            "Päivitetty 11/2018",
        ] {
            assert_eq!(speaking(line).trim_matches([' ', ';']), "", "{line}");
        }
        for line in [
            "Kustannukset lokakuu 2018",
            "LAPE-ohjelma, Espoo, 10/2018",
            "Työryhmien kokoukset lokakuussa 2018",
            "Vertaisryhmät lokakuu 2018",
            "Seuranta 10/2018",
            "Päättyneet kokeilut lokakuu 2018",
        ] {
            assert_eq!(speaking(line), line);
        }
        assert_eq!(speaking("Lokakuu 2018 versio 2"), "Lokakuu 2018 ");
        assert_eq!(
            speaking("Kustannukset lokakuu 2018 (marraskuun kokoukseen)").trim_matches([' ', ';']),
            "Kustannukset lokakuu 2018"
        );
    }
}
