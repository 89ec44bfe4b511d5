//! Words for the number that a form of keys and numbers is about, which the programme does not list as labels, and for
//! shares that stand beside it: `Menot €`, `Toteutuma`; `Toteuma-%`.

use super::normalise::normalise;
use super::units::{explains, is_qualified, is_running, is_unit};

/// Words that say that a column holds what was counted or spent.
const MEASURES: &[&str] = &[
    "menot",
    "meno",
    "kulut",
    "kulu",
    "kustannus",
    "kustannukset",
    "toteutuma",
    "toteuma",
    "toteutunut",
    "toteutuneet",
    "tot",
    "luku",
    "lukema",
    "lukuarvo",
    "tulos",
    "arvo",
    "summa",
    "määrä",
    "lukumäärä",
    "euromäärä",
    "utgifter",
    "utgift",
    "kostnader",
    "kostnad",
    "resultat",
    "värde",
    "belopp",
    "antal",
    "utfall",
    "expenses",
    "amount",
    "result",
    "value",
];

/// Words that make a share of a number.
const SHARES: &[&str] = &["%", "prosentti", "prosenttia", "procent", "percent"];

/// Tells whether a label says only that its column holds the number, in whatever unit.
pub(crate) fn is_measure(label: &str) -> bool {
    let normalised = normalise(label);
    let is_word = |word: &str| MEASURES.contains(&word);
    let mut words = normalised.split(' ');
    words.clone().any(|word| is_word(word) || is_unit(word))
        && words.all(|word| is_word(word) || explains(word) && !is_running(word) && !is_year(word))
        && !is_share(label)
        && !is_qualified(&normalised)
}

/// Tells whether a label says that its column holds shares of something: `%`, `Toteuma-%`, `Tot. %`; the rate of a tax makes none
/// of an amount (`Summa alv 0 %`).
pub(crate) fn is_share(label: &str) -> bool {
    const TAXES: [&str; 3] = ["alv", "moms", "vat"];
    let normalised = normalise(label);
    let words = || normalised.split(' ');
    let is_taxed =
        words().any(|word| TAXES.contains(&word)) && words().any(|word| MEASURES.contains(&word));
    !is_taxed && words().any(|word| word.ends_with('%') || SHARES.contains(&word))
}

/// A number of four digits: whose figures are of another year, nobody can tell.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word != "1000" && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_spending_and_counting_are_measures_and_other_quantities_are_not() {
        for label in [
            "Menot €",
            "Toteutuma",
            "t€",
            "Summa sis. alv",
            "Luku",
            "Kulut, euroa",
        ] {
            assert!(is_measure(label), "{label}");
        }
        for label in [
            "",
            "Tavoite",
            "Toteuma-%",
            "Vuoden alusta",
            "Budjetti €",
            "2018",
            "Menot 2017",
            "Toteuma vuoden alusta",
        ] {
            assert!(!is_measure(label), "{label}");
        }
        assert!(is_measure("Summa alv 0 %") && is_share("Alv 24 %"));
        assert!(is_share("Toteuma-%") && is_share("Loka %") && !is_share("Summa (€)"));
    }
}
