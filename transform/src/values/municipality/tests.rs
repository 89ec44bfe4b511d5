//! Municipalities as people write them.

use std::sync::Arc;

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;

use super::*;
use crate::calendar::Month;
use crate::reference::tests::shipped;

fn index() -> MunicipalityIndex {
    MunicipalityIndex::new(Arc::new(shipped()), ["049", "149", "755", "109", "694"])
}

fn october() -> Month {
    Month::parse("2018-10").unwrap()
}

/// Codes joined by `+`, then the codes and reasons of what was noticed.
fn read(index: &MunicipalityIndex, text: &str) -> String {
    let parsed = index.several(CellValue::Text(text), october());
    let mut shown = parsed.value.unwrap_or_default().join("+");
    for finding in &parsed.findings {
        shown.push_str(format!(" {} {}", finding.code, finding.reason).trim_end());
    }
    shown
}

/// Name, genitive, a case of place, a case of direction, for each of the 311 municipalities of 2018.
const CASES: &str = include_str!("cases.txt");

#[test]
fn every_municipality_is_known_in_its_cases_r24() {
    let reference = Arc::new(shipped());
    let index = MunicipalityIndex::new(Arc::clone(&reference), []);
    let mut wrong = Vec::new();
    for (line, municipality) in CASES.lines().zip(names_in_order(&reference)) {
        for form in line.split(' ').map(|form| form.replace('_', " ")) {
            for text in [
                form.clone(),
                form.to_uppercase(),
                format!("{form} kunta"),
                form.replace('-', "–"),
            ] {
                if read(&index, &text) != municipality.1 {
                    wrong.push(format!(
                        "{text}: {} for {}",
                        read(&index, &text),
                        municipality.0
                    ));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(CASES.lines().count(), 311);
}

#[test]
fn a_short_word_is_no_misspelling_of_a_longer_name_r24() {
    let index = index();
    for text in ["Ruotsi", "Sweden"] {
        assert!(
            read(&index, text).contains("municipality-unknown"),
            "{text}: {}",
            read(&index, text)
        );
    }
}

#[test]
fn a_name_nearly_that_of_a_municipality_outside_the_region_is_no_misspelling_r24() {
    let index = index();
    let unknown = |text| read(&index, text).contains("municipality-unknown");
    for text in ["Nikkilä", "Virkkala", "Nummela", "alla kommuner"] {
        assert!(unknown(text), "{text}: {}", read(&index, text));
    }
    assert_eq!(
        read(&index, "Kirkonummi"),
        "257 value-corrected misspelt municipality-outside-region"
    );
}

#[test]
fn numbers_behind_a_name_are_no_codes_unless_they_are_its_own_r24() {
    let index = index();
    assert_eq!(read(&index, "Espoo 5.10."), "049 value-corrected remainder");
    assert_eq!(read(&index, "Espoo 049"), "049");
    assert_eq!(read(&index, "049 109"), "049+109");
    assert!(read(&index, "Espoo 109").contains("municipality-unknown"));
}

/// Finnish names and codes of 2018 in the order of the case list, which is that of the alphabet.
fn names_in_order(reference: &crate::reference::Reference) -> Vec<(String, String)> {
    let by_name = |name: &str| {
        let row = reference
            .municipalities_in(2018)
            .find(|row| row.name_fi == name);
        row.map(|row| (row.name_fi.clone(), row.code.to_string()))
    };
    CASES
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(|name| {
            by_name(&name.replace('_', " ")).unwrap_or_else(|| panic!("no municipality {name}"))
        })
        .collect()
}

#[test]
fn every_swedish_name_is_known_with_its_genitive() {
    let reference = Arc::new(shipped());
    let index = MunicipalityIndex::new(Arc::clone(&reference), []);
    for row in reference.municipalities_in(2018) {
        let name = &row.name_sv;
        for text in [
            name.clone(),
            format!("{name}s"),
            format!("i {name}"),
            format!("{name} kommun"),
            format!("{name} stad"),
        ] {
            assert_eq!(read(&index, &text), *row.code, "{text}");
        }
    }
}

#[test]
fn codes_and_names_are_read_in_all_their_shapes() {
    let index = index();
    for text in [
        "49",
        "049",
        "49.0",
        "Espoo",
        "ESPOO",
        "espoo ",
        "Espoon",
        "Espoossa",
        "i Esbo",
        "Esbo",
        "Esbos",
        "Espoon kaupunki",
        "Esbo stad",
        "049 Espoo",
        "Espoo (049)",
        "49 - Espoo",
        "Espoo/Esbo",
        "Esbo - Espoo",
        "Espoo (Esbo)",
        "Espoo Esbo",
        "Espoo:n",
        "Espoo, Espoo",
        "E\u{73}poo",
    ] {
        assert_eq!(read(&index, text), "049", "{text}");
    }
    let number = |number| index.one(CellValue::Number(number), october()).value;
    assert_eq!(number(49.0).as_deref(), Some("049"));
    assert_eq!(read(&index, "Inkoo/Ingå"), "149");
    assert_eq!(read(&index, "Ingå kommun"), "149");
    assert_eq!(read(&index, "Hämeenlinnan kaupungissa"), "109");
}

#[test]
fn several_municipalities_are_each_linked_once() {
    let index = index();
    for text in [
        "Inkoo ja Siuntio",
        "Inkoo & Siuntio",
        "Ingå, Sjundeå",
        "Inkoo/Siuntio",
        "Inkoo + Siuntio",
        "Ingå och Sjundeå",
        "Inkoo\nSiuntio",
        "149, 755",
        "149;755",
        "Inkoon ja Siuntion kunnat",
        "Inkoo–Siuntio",
        "Inkoo Siuntio",
        "Inkoo/Ingå, Siuntio/Sjundeå",
    ] {
        assert_eq!(read(&index, text), "149+755", "{text}");
    }
    let one = index.one(CellValue::Text("Inkoo, Siuntio"), october());
    assert_eq!((one.value, one.findings[0].reason), (None, "several"));
}

#[test]
fn former_municipalities_become_their_successors() {
    let index = index();
    assert_eq!(
        read(&index, "Nastola"),
        "398 value-corrected merged-municipality municipality-outside-region"
    );
    assert_eq!(
        read(&index, "Kalvolassa"),
        "109 value-corrected merged-municipality"
    );
    assert_eq!(
        read(&index, "210"),
        "109 value-corrected merged-municipality"
    );
    let later = Month::parse("2020-01").unwrap();
    let valtimo = |month| {
        index
            .several(CellValue::Text("Valtimo"), month)
            .value
            .unwrap()
            .join("")
    };
    assert_eq!(
        (valtimo(october()), valtimo(later)),
        ("911".to_owned(), "541".to_owned())
    );
    assert_eq!(read(&index, "Längelmäki"), " municipality-unknown");
}

#[test]
fn obvious_misspellings_are_put_right_and_others_are_not_guessed() {
    let index = index();
    assert_eq!(read(&index, "Espo"), "049 value-corrected misspelt");
    assert_eq!(read(&index, "Hämenlina"), "109 value-corrected misspelt");
    assert_eq!(read(&index, "Riihimaki"), "694 value-corrected misspelt");
    assert_eq!(read(&index, "Hämeenlinana"), "109 value-corrected misspelt");
    for text in [
        "Lapinlahtijärvi",
        "koko maakunta",
        "kaikki kunnat",
        "999",
        "muu",
        "1234",
        "Tukholma",
        "kunta",
    ] {
        assert_eq!(read(&index, text), " municipality-unknown", "{text}");
    }
    let parsed = index.several(CellValue::Text("Kemmi"), october());
    assert_eq!(
        parsed.value.map(|codes| codes.join("+")),
        Some("240".into())
    );
    let parsed = index.several(CellValue::Text("Lemo"), october());
    assert_eq!(parsed.findings[0].code, Code::MunicipalityUnknown);
    let parsed = index.several(CellValue::Text("Inkoo, Xyzzy"), october());
    assert_eq!(
        parsed.value.map(|codes| codes.join("+")),
        Some("149".into())
    );
    assert_eq!(parsed.findings[0].code, Code::MunicipalityUnknown);
}

#[test]
fn what_stands_in_brackets_behind_a_name_is_left_out_with_a_notice() {
    let index = index();
    assert_eq!(
        read(&index, "Inkoo (Fagervik)"),
        "149 value-corrected remainder"
    );
    assert_eq!(
        read(&index, "Espoo: Leppävaara"),
        "049 value-corrected remainder"
    );
    assert_eq!(read(&index, "Leppävaara (Espoo)"), " municipality-unknown");
}

#[test]
fn a_code_and_a_name_must_agree() {
    let index = index();
    assert_eq!(
        read(&index, "049 Inkoo"),
        " municipality-unknown code-and-name"
    );
    let parsed = index.several(CellValue::Text("049 Inkoo"), october());
    assert_eq!(parsed.findings[0].expected, "Espoo (049) / Inkoo (149)");
}

#[test]
fn a_municipality_of_another_region_is_kept_with_a_notice() {
    assert_eq!(read(&index(), "Oulu"), "564 municipality-outside-region");
}

#[test]
fn nothing_and_errors_are_states() {
    let index = index();
    let parsed = index.several(CellValue::Blank, october());
    assert_eq!(
        parsed.missing,
        Some(crate::facts::MissingReason::NotReported)
    );
    assert_eq!(read(&index, "#REF!"), " formula-error");
}
