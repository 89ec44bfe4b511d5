//! Words of the languages that belong to no programme: for sums, and for "nothing was done" (READING.md R12 and R16).

/// Words that label a sum, folded.
const TOTAL: [&str; 18] = [
    "yhteensä",
    "yht",
    "summa",
    "totalt",
    "sammanlagt",
    "total",
    "totals",
    "summa summarum",
    "loppusumma",
    "kokonaissumma",
    "välisumma",
    "slutsumma",
    "koko maa",
    "kaikkiaan",
    "totalsumma",
    "inalles",
    "tot",
    "σ",
];

/// Words that may stand beside a word for a sum.
const BESIDE_TOTAL: [&str; 30] = [
    "kaikki",
    "kunnat",
    "kunta",
    "koko",
    "alue",
    "maakunta",
    "hanke",
    "kuukausi",
    "kk",
    "vuosi",
    "kulut",
    "kustannukset",
    "menot",
    "eur",
    "euroa",
    "alla",
    "samtliga",
    "kommuner",
    "kommunerna",
    "kostnader",
    "kostnaderna",
    "hela",
    "området",
    "all",
    "grand",
    "sub",
    "costs",
    "hlö",
    "kpl",
    "i",
];

/// Phrases that say that nothing was done, folded.
const NIL: &[&str] = &[
    "ei toimintaa",
    "ei ollut toimintaa",
    "ei ole ollut toimintaa",
    "ei ole toimintaa",
    "toimintaa ei ollut",
    "toimintaa ei ole ollut",
    "toimintaa ei järjestetty",
    "ei järjestetty toimintaa",
    "ei järjestettyä toimintaa",
    "ei toteutunutta toimintaa",
    "ei raportoitavaa toimintaa",
    "ei ollut toimenpiteitä",
    "ei ollut tapahtumia",
    "ei ollut raportoitavaa",
    "ei ole raportoitavaa",
    "ei ole mitään raportoitavaa",
    "ei toimenpiteitä",
    "ei tapahtumia",
    "ei raportoitavaa",
    "ei mitään raportoitavaa",
    "ei ilmoitettavaa",
    "ei kustannuksia",
    "ei kuluja",
    "nollaraportti",
    "nolla raportti",
    "nollaraportointi",
    "ingen verksamhet",
    "ingen aktivitet",
    "ingen verksamhet har ordnats",
    "ingen verksamhet ordnades",
    "verksamhet har inte ordnats",
    "verksamhet ordnades inte",
    "inga evenemang",
    "inga aktiviteter",
    "inga åtgärder",
    "inget att rapportera",
    "ingenting att rapportera",
    "inga kostnader",
    "nollrapport",
    "noll rapport",
    "nil report",
    "no activity",
    "no activities",
    "nothing to report",
];

/// Words that may stand beside such a phrase.
const BESIDE_NIL: &[&str] = &[
    "tässä",
    "tänä",
    "tällä",
    "kuussa",
    "kuukautena",
    "kuukaudella",
    "kuun",
    "kuukauden",
    "aikana",
    "raportointikaudella",
    "kaudella",
    "i",
    "under",
    "denna",
    "månad",
    "månaden",
    "rapporteringsperioden",
    "perioden",
    "this",
    "month",
    "in",
    "for",
    "ajalta",
    "för",
    "kyseisenä",
    "vi",
    "har",
    "meillä",
    "we",
    "have",
];

/// What is left of a text (folded words) that labels a sum, without its words for it; none if it labels no sum.
#[must_use]
pub fn beside_total(words: &str) -> Option<String> {
    beside(words, &TOTAL, &BESIDE_TOTAL)
}

/// What is left of a text (folded words) that says that nothing was done; none if it does not say so.
#[must_use]
pub fn beside_nil(words: &str) -> Option<String> {
    beside(words, NIL, BESIDE_NIL)
}

/// The words around the first of `phrases` that begins or ends the text, without those of `fillers`.
fn beside(words: &str, phrases: &[&str], fillers: &[&str]) -> Option<String> {
    let rest = phrases
        .iter()
        .filter_map(|phrase| {
            if words == *phrase {
                return Some("");
            }
            let after = words
                .strip_prefix(phrase)
                .filter(|rest| rest.starts_with(' '));
            after.or_else(|| {
                words
                    .strip_suffix(phrase)
                    .filter(|rest| rest.ends_with(' '))
            })
        })
        .min_by_key(|rest| rest.len())?;
    let kept: Vec<_> = rest
        .split(' ')
        .filter(|word| !word.is_empty() && !fillers.contains(word))
        .collect();
    // Both a phrase and its repetition: `nollaraportti, ei toimintaa`.
    let kept = kept.join(" ");
    Some(if phrases.contains(&kept.as_str()) {
        String::new()
    } else {
        kept
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_known_by_their_words() {
        for words in [
            "yhteensä",
            "kaikki yhteensä",
            "yht",
            "totalt",
            "koko maa",
            "kulut yhteensä",
            "grand total",
        ] {
            assert_eq!(beside_total(words).as_deref(), Some(""), "{words}");
        }
        assert_eq!(beside_total("yhteensä lokakuu").as_deref(), Some("lokakuu"));
        assert_eq!(beside_total("espoo yhteensä").as_deref(), Some("espoo"));
        for words in ["yhteensähän", "yhteenveto", "summasta"] {
            assert_eq!(beside_total(words), None, "{words}");
        }
    }

    #[test]
    fn nothing_done_is_known_by_its_words() {
        for words in [
            "ei toimintaa",
            "ei toimintaa tässä kuussa",
            "nollaraportti ei toimintaa",
            "ingen verksamhet denna månad",
            "vi har inget att rapportera",
            "toimintaa ei järjestetty tässä kuussa",
        ] {
            assert_eq!(beside_nil(words).as_deref(), Some(""), "{words}");
        }
        assert_eq!(
            beside_nil("nollaraportti kustannukset").as_deref(),
            Some("kustannukset")
        );
        assert_eq!(
            beside_nil("ei toimintaa lokakuussa 2018").as_deref(),
            Some("lokakuussa 2018")
        );
        assert_eq!(
            beside_nil("toimintaa ei ollut juurikaan").as_deref(),
            Some("juurikaan")
        );
    }
}
