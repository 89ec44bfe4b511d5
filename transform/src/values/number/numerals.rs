//! Numerals in words: `viitisenkymmentä`, `kymmenkunta`, `ett tjugotal`, `kaksitoista` (READING.md R19).
//!
//! Finnish numerals are built from units and multipliers in any of the common cases; the approximate families
//! (-kunta, -isen, pari-, puoli-) are part of the same grammar.

use rust_decimal::Decimal;

/// A numeral in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: Decimal,
    pub(super) approximate: bool,
}

/// A part of a numeral: its text, ten times its value, whether it is approximate.
type Part = (&'static str, i64, bool);

/// Finnish units, in nominative, genitive and partitive, and their approximate forms in -isen.
const FINNISH_UNITS: [Part; 43] = [
    ("yksi", 10, false),
    ("yhden", 10, false),
    ("yhtä", 10, false),
    ("kaksi", 20, false),
    ("kahden", 20, false),
    ("kahta", 20, false),
    ("kaksisen", 20, true),
    ("kolme", 30, false),
    ("kolmen", 30, false),
    ("kolmea", 30, false),
    ("kolmisen", 30, true),
    ("neljä", 40, false),
    ("neljän", 40, false),
    ("neljää", 40, false),
    ("nelisen", 40, true),
    ("viisi", 50, false),
    ("viiden", 50, false),
    ("viittä", 50, false),
    ("viitisen", 50, true),
    ("kuusi", 60, false),
    ("kuuden", 60, false),
    ("kuutta", 60, false),
    ("kuutisen", 60, true),
    ("seitsemän", 70, false),
    ("seitsemää", 70, false),
    ("seitsemisen", 70, true),
    ("seitsisen", 70, true),
    ("kahdeksan", 80, false),
    ("kahdeksaa", 80, false),
    ("kahdeksisen", 80, true),
    ("yhdeksän", 90, false),
    ("yhdeksää", 90, false),
    ("yhdeksisen", 90, true),
    ("pari", 20, true),
    ("parin", 20, true),
    ("paria", 20, true),
    ("parisen", 20, true),
    ("puoli", 5, true),
    ("puolen", 5, true),
    ("puolta", 5, true),
    ("puolisen", 5, true),
    ("puolitoista", 15, false),
    ("puolentoista", 15, false),
];

/// Finnish multipliers, with the approximate family in -kunta.
const FINNISH_MULTIPLIERS: [Part; 22] = [
    ("kymmentä", 10, false),
    ("kymmenen", 10, false),
    ("kymmenisen", 10, true),
    ("kymmenkunta", 10, true),
    ("kymmenkunnan", 10, true),
    ("kymmenkuntaa", 10, true),
    ("tusina", 12, true),
    ("tusinan", 12, true),
    ("tusinaa", 12, true),
    ("sata", 100, false),
    ("sadan", 100, false),
    ("sataa", 100, false),
    ("satakunta", 100, true),
    ("satakunnan", 100, true),
    ("satakuntaa", 100, true),
    ("satasen", 100, true),
    ("tuhat", 1000, false),
    ("tuhannen", 1000, false),
    ("tuhatta", 1000, false),
    ("tuhatkunta", 1000, true),
    ("tuhatkunnan", 1000, true),
    ("tuhatkuntaa", 1000, true),
];

const SWEDISH_UNITS: [Part; 32] = [
    ("ett", 10, false),
    ("en", 10, false),
    ("två", 20, false),
    ("tre", 30, false),
    ("fyra", 40, false),
    ("fem", 50, false),
    ("sex", 60, false),
    ("sju", 70, false),
    ("åtta", 80, false),
    ("nio", 90, false),
    ("tio", 100, false),
    ("elva", 110, false),
    ("tolv", 120, false),
    ("tretton", 130, false),
    ("fjorton", 140, false),
    ("femton", 150, false),
    ("sexton", 160, false),
    ("sjutton", 170, false),
    ("arton", 180, false),
    ("nitton", 190, false),
    ("tjugo", 200, false),
    ("trettio", 300, false),
    ("fyrtio", 400, false),
    ("femtio", 500, false),
    ("sextio", 600, false),
    ("sjuttio", 700, false),
    ("åttio", 800, false),
    ("nittio", 900, false),
    ("ettpar", 20, true),
    ("par", 20, true),
    ("etthalvt", 5, true),
    ("halvt", 5, true),
];

const SWEDISH_MULTIPLIERS: [Part; 4] = [
    ("hundra", 100, false),
    ("tusen", 1000, false),
    ("dussin", 12, true),
    ("dussinet", 12, true),
];

/// Reads the longest numeral at the beginning of `words` (lower case); the numeral and the count of words it takes.
pub(super) fn numeral(words: &[&str]) -> Option<(Numeral, usize)> {
    let longest = words.len().min(4);
    (1..=longest).rev().find_map(|count| {
        let joined: String = words[..count].concat();
        let found = finnish(&joined).or_else(|| swedish(&joined))?;
        Some((found, count))
    })
}

fn finnish(text: &str) -> Option<Numeral> {
    compose(text, &FINNISH_UNITS, &FINNISH_MULTIPLIERS, finnish_teen)
}

/// `toista` behind a unit: eleven to nineteen, in units of a tenth.
fn finnish_teen(rest: &str) -> Option<(&str, i64)> {
    let rest = rest.strip_prefix("toista")?;
    Some((rest.strip_prefix("kymmentä").unwrap_or(rest), 100))
}

fn swedish(text: &str) -> Option<Numeral> {
    // `ett tjugotal`, `tiotalet`, `hundratal`: about as many.
    let ending = ["talet", "tal"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending));
    if let Some(number) = ending {
        let plain = ["ett", "en"]
            .iter()
            .find_map(|article| number.strip_prefix(article));
        let found = plain
            .and_then(swedish_exact)
            .or_else(|| swedish_exact(number))?;
        return Some(Numeral {
            approximate: true,
            ..found
        });
    }
    swedish_exact(text)
}

fn swedish_exact(text: &str) -> Option<Numeral> {
    compose(text, &SWEDISH_UNITS, &SWEDISH_MULTIPLIERS, |_| None)
}

/// Reads a whole text as a sum of `[unit] [multiplier]`, each term smaller than the one before.
fn compose(
    text: &str,
    units: &[Part],
    multipliers: &[Part],
    teen: fn(&str) -> Option<(&str, i64)>,
) -> Option<Numeral> {
    let mut rest = text;
    let mut tenths = 0;
    let mut approximate = false;
    let mut bound = i64::MAX;
    while !rest.is_empty() {
        let unit = longest(rest, units);
        let (mut term, mut scale) = (10, 1);
        if let Some((after, value, about)) = unit {
            (rest, term) = (after, value);
            approximate |= about;
            if let Some((after, ten)) = teen(rest) {
                (rest, term) = (after, term + ten);
            }
        }
        let multiplier = longest(rest, multipliers);
        if let Some((after, factor, about)) = multiplier {
            (rest, scale) = (after, factor);
            approximate |= about;
        }
        if (unit.is_none() && multiplier.is_none()) || term * scale >= bound {
            return None;
        }
        tenths += term * scale;
        bound = if multiplier.is_some() {
            scale * 10
        } else {
            tens_of(term)
        };
    }
    (tenths > 0).then(|| Numeral {
        value: Decimal::new(tenths, 1).normalize(),
        approximate,
    })
}

/// What a following term must stay below: `tjugo` (in tenths 200) may be followed by a unit, `fem` by nothing.
fn tens_of(term: i64) -> i64 {
    if term >= 200 { 100 } else { 0 }
}

fn longest<'a>(text: &'a str, parts: &[Part]) -> Option<(&'a str, i64, bool)> {
    parts
        .iter()
        .filter_map(|(name, value, about)| Some((text.strip_prefix(name)?, *value, *about)))
        .min_by_key(|(rest, _, _)| rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, bool, usize)> {
        let words: Vec<_> = text.split_whitespace().collect();
        numeral(&words).map(|(found, count)| (found.value.to_string(), found.approximate, count))
    }

    #[test]
    fn approximate_numerals_of_both_languages_are_read() {
        for (text, value) in [
            ("kymmenkunta", "10"),
            ("kymmenkuntaa", "10"),
            ("kymmenisen", "10"),
            ("parikymmentä", "20"),
            ("parinkymmenen", "20"),
            ("parisenkymmentä", "20"),
            ("viitisen", "5"),
            ("seitsemisen", "7"),
            ("viitisentoista", "15"),
            ("kolmisenkymmentä", "30"),
            ("kolmisen kymmentä", "30"),
            ("viitisenkymmentä", "50"),
            ("puolisensataa", "50"),
            ("puolensataa", "50"),
            ("satakunta", "100"),
            ("satakunnan", "100"),
            ("parisataa", "200"),
            ("pari sataa", "200"),
            ("tuhatkunta", "1000"),
            ("puolitusinaa", "6"),
            ("pari", "2"),
            ("tiotal", "10"),
            ("ett tiotal", "10"),
            ("tjugotal", "20"),
            ("ett tjugotal", "20"),
            ("tjugotalet", "20"),
            ("femtontal", "15"),
            ("hundratal", "100"),
            ("ett femtiotal", "50"),
            ("ett par", "2"),
            ("ett par hundra", "200"),
            ("ett dussin", "12"),
            ("ett halvt dussin", "6"),
        ] {
            let wanted = Some((value.to_owned(), true, text.split_whitespace().count()));
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn exact_numerals_are_read() {
        for (text, value) in [
            ("viisi", "5"),
            ("kaksitoista", "12"),
            ("kaksikymmentäviisi", "25"),
            ("kahdenkymmenen", "20"),
            ("sataviisikymmentä", "150"),
            ("kaksituhattaviisisataa", "2500"),
            ("kymmenen", "10"),
            ("puolitoista", "1.5"),
            ("tjugofem", "25"),
            ("tre", "3"),
            ("hundratjugo", "120"),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), false, 1)), "{text}");
        }
    }

    #[test]
    fn what_follows_a_numeral_is_left() {
        assert_eq!(read("kymmenkunta henkilöä"), Some(("10".into(), true, 1)));
        assert_eq!(read("ett tjugotal personer"), Some(("20".into(), true, 2)));
        assert_eq!(read("ryhmä"), None);
        assert_eq!(read("viisikuusi"), None);
    }
}
