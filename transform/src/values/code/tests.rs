//! Codes of the built-in programme as people write them.

use std::path::Path;

use kooste_ingest::grid::CellValue;

use super::*;
use crate::data::Folder;
use crate::programme::Programme;

fn index(list: &str) -> CodeIndex {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pipelines/programmes/lape");
    let programme = Programme::load(&Folder::new(folder)).unwrap();
    CodeIndex::new(programme.list(list).unwrap())
}

/// The code and the reasons of what was noticed.
fn read(index: &CodeIndex, text: &str) -> String {
    let parsed = index.one(CellValue::Text(text));
    let code = parsed
        .value
        .map_or_else(|| "none".into(), |coded| coded.code.to_string());
    let reasons: Vec<_> = parsed
        .findings
        .iter()
        .map(|finding| {
            format!(" {} {}", finding.code, finding.reason)
                .trim_end()
                .to_owned()
        })
        .collect();
    format!("{code}{}", reasons.concat())
}

fn several(index: &CodeIndex, text: &str) -> String {
    let parsed = index.several(CellValue::Text(text));
    parsed.value.unwrap_or_default().join("+")
}

#[test]
fn every_label_code_and_synonym_is_its_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pipelines/programmes/lape");
    let programme = Programme::load(&Folder::new(folder)).unwrap();
    for list in &programme.lists {
        let index = CodeIndex::new(list);
        for entry in &list.entries {
            let labels = [&entry.labels.fi, &entry.labels.sv, &entry.labels.en];
            for text in labels.into_iter().chain(&entry.synonyms) {
                assert_eq!(read(&index, text), *entry.code, "{} {text}", list.name);
                assert_eq!(
                    read(&index, &format!(" {} ", text.to_uppercase())),
                    *entry.code,
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn types_are_known_in_their_inflected_forms() {
    let index = index("activity_type");
    for (text, code) in [
        ("koulutuksen", "training"),
        ("Koulutusta", "training"),
        ("työpajoja", "workshop"),
        ("Ohjausryhmän kokoukset", "steering_meeting"),
        ("luennot", "lecture"),
        ("utbildningar", "training"),
        ("seminaareja", "seminar"),
    ] {
        assert_eq!(read(&index, text), code, "{text}");
    }
}

#[test]
fn misspellings_with_a_clear_margin_are_put_right() {
    let index = index("activity_type");
    assert_eq!(
        read(&index, "Koulutsu"),
        "training value-corrected misspelt"
    );
    assert_eq!(
        read(&index, "Tutustumiskäynt"),
        "study_visit value-corrected misspelt"
    );
    assert_eq!(
        read(&index, "Oppimisverkotso"),
        "network value-corrected misspelt"
    );
    assert_eq!(
        read(&index, "Koulutus (LP)"),
        "training value-corrected remainder"
    );
    assert_eq!(
        read(&index, "Koulutus, kokous"),
        "none code-unknown several"
    );
    assert_eq!(read(&index, "jotain muuta"), "none code-unknown");
    assert_eq!(read(&index, "-"), "none");
}

#[test]
fn areas_are_known_by_code_label_and_keyword() {
    let index = index("development_area");
    for (text, code) in [
        ("II", "II"),
        ("ii", "II"),
        ("2", "II"),
        ("2.0", "II"),
        ("Ⅱ", "II"),
        ("II Perhekeskus", "II"),
        ("II. Perhekeskustoimintamalli", "II"),
        ("2. Perhekeskus", "II"),
        ("Kokonaisuus II", "II"),
        ("Perhekeskuksen kehittäminen", "II"),
        ("familjecentret", "II"),
        ("Lapsen oikeuksien vahvistaminen", "I"),
        ("Varhaiskasvatuksessa", "III"),
        ("Koulun tuki", "III"),
        ("småbarnspedagogiken", "III"),
        ("stöd i skolan", "III"),
        ("Erityispalveluiden kehittäminen", "IV"),
        ("vaativimmat palvelut", "IV"),
    ] {
        assert_eq!(read(&index, text), code, "{text}");
    }
    assert_eq!(
        read(&index, "II Erityispalvelut"),
        "none code-unknown code-and-label"
    );
    assert_eq!(read(&index, "V"), "none code-unknown");
    assert_eq!(read(&index, "Koulutus"), "none code-unknown");
}

#[test]
fn of_two_areas_the_first_is_taken_and_both_are_kept() {
    let index = index("development_area");
    for text in [
        "II, III",
        "II ja III",
        "II/III",
        "2 & 3",
        "Perhekeskus ja varhaiskasvatus",
        "perhekeskus / koulu",
    ] {
        let parsed = index.one(CellValue::Text(text));
        let coded = parsed.value.unwrap();
        assert_eq!(&*coded.code, "II", "{text}");
        assert_eq!(coded.all.join("+"), "II+III", "{text}");
        assert_eq!(parsed.findings[0].reason, "first-of-several");
    }
}

#[test]
fn lists_of_codes_are_read_each_once() {
    let groups = index("target_group");
    assert_eq!(several(&groups, "Lapset, nuoret"), "children+young");
    assert_eq!(several(&groups, "lasten ja nuorten"), "children+young");
    assert_eq!(several(&groups, "Barn och unga"), "children+young");
    assert_eq!(
        several(&groups, "Järjestöt ja seurakunnat"),
        "organisations"
    );
    assert_eq!(
        several(&groups, "Lapset ja järjestöt ja seurakunnat"),
        "children+organisations"
    );
    assert_eq!(several(&groups, "Vanhemmat / huoltajat"), "parents");
    let languages = index("language");
    assert_eq!(several(&languages, "fi/sv"), "fi+sv");
    assert_eq!(several(&languages, "suomi ja ruotsi"), "fi+sv");
    assert_eq!(several(&languages, "finska, svenska"), "fi+sv");
    let parsed = languages.several(CellValue::Text("suomi, klingon"));
    assert_eq!(parsed.value.unwrap().join("+"), "fi");
    assert_eq!(parsed.findings[0].code.name(), "code-unknown");
}

#[test]
fn similar_indicators_are_not_mixed_up() {
    let index = index("indicator");
    assert_eq!(
        read(&index, "Toiminnassa olevat perhekeskuset"),
        "FAMILY_CENTRES_OPERATING value-corrected misspelt"
    );
    assert_eq!(read(&index, "olevat perhekeskukset"), "none code-unknown");
    assert_eq!(read(&index, "Lapset puheeksi"), "none code-unknown");
}

#[test]
fn two_codes_with_a_dash_are_two_r26() {
    let areas = index("development_area");
    assert_eq!(read(&areas, "I-II"), "I value-corrected first-of-several");
    assert_eq!(read(&areas, "I–IV"), "I value-corrected first-of-several");
}

#[test]
fn a_number_or_day_behind_a_label_is_noticed_r26() {
    assert_eq!(
        read(&index("pilot_stage"), "Päättynyt 5/2018"),
        "ended value-corrected remainder"
    );
    assert_eq!(
        read(&index("activity_type"), "Kokous 3"),
        "meeting value-corrected remainder"
    );
}

#[test]
fn a_phrase_names_its_head_or_all_its_codes_and_never_a_part_in_silence_r25() {
    let groups = index("target_group");
    let read = |text: &str| {
        let parsed = groups.several(CellValue::Text(text));
        let codes = parsed.value.unwrap_or_default().join("+");
        let noticed = parsed.findings.first().map(|finding| finding.code.name());
        format!("{codes} {}", noticed.unwrap_or_default())
            .trim()
            .to_owned()
    };
    for (text, wanted) in [
        ("lasten vanhemmat", "parents"),
        ("barnens föräldrar", "parents"),
        ("lasten ja nuorten vanhemmat", "parents"),
        ("työntekijöiden lapset", "children"),
        (
            "nuorten kanssa työskentelevät ammattilaiset",
            "professionals value-corrected",
        ),
        ("nuorten ohjaajat", "code-unknown"),
        ("lasten ja nuorten parissa toimivat", "code-unknown"),
        ("ei lapset", "code-unknown"),
        ("lapset vanhempineen", "children+parents"),
        ("barn med föräldrar", "children+parents"),
        ("lapset vanhemmat", "children+parents value-corrected"),
        ("lapset - nuoret - vanhemmat", "children+young+parents"),
        ("lapset–vanhemmat", "children+parents"),
        ("1) lapset 2) nuoret", "children+young"),
        ("lasten ja nuorten", "children+young"),
        ("perheille suunnattu", "parents value-corrected"),
        ("personalen", "professionals"),
        ("vain lapset", "children"),
    ] {
        assert_eq!(read(text), wanted, "{text}");
    }
}

#[test]
fn numbering_before_a_label_falls_away_r26() {
    let categories = index("cost_category");
    for text in [
        "01 Matkakulut",
        "4.1 Matkakulut",
        "4.1. Matkakulut",
        "2) Matkakulut",
        "b) Matkakulut",
    ] {
        assert_eq!(read(&categories, text), "travel", "{text}");
    }
}
