//! Whatever a file holds: it is read without panic, its ledger balances, and reading it again gives the same.

use proptest::prelude::*;

use crate::testkit::{context, read};

/// Cells as they occur in reports, and some that should not.
fn cell() -> impl Strategy<Value = String> {
    let known = [
        "",
        "",
        "",
        "Päivämäärä",
        "Kunta",
        "Tyyppi",
        "Toimenpide",
        "Kehittämiskokonaisuus",
        "Tunnusluku",
        "Arvo",
        "Kustannuslaji",
        "Summa (€)",
        "Kuukausi",
        "Lokakuu",
        "Syyskuu 2018",
        "5.10.2018",
        "II",
        "Kokous",
        "Espoo",
        "Inkoo ja Siuntio",
        "Yhteensä",
        "12",
        "1.234",
        "2,5",
        "noin 5",
        "-",
        "..",
        "Palkat",
        "LAVA-arvioinnit",
        "Ei toimintaa",
        "Kysymys",
        "Vastaus",
        "Haasteet",
        "Organisaatio:",
        "#ARVO!",
        "10/2018",
    ];
    prop_oneof![
        8 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "[a-zåäö0-9 .,:/-]{0,12}",
    ]
}

fn file() -> impl Strategy<Value = String> {
    let row = proptest::collection::vec(cell(), 1..8);
    proptest::collection::vec(row, 1..14)
        .prop_map(|rows| rows.iter().map(|row| row.join(";") + "\n").collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_is_accounted_for_and_reading_is_deterministic(text in file()) {
        let context = context();
        let one = read("inbox/2018-10/espoo.csv", &text, &context);
        let two = read("inbox/2018-10/espoo.csv", &text, &context);
        prop_assert_eq!(&one.ledger, &two.ledger);
        prop_assert_eq!(&one.issues, &two.issues);
        prop_assert_eq!(&one.reports, &two.reports);
        let quarantined: u32 = one.ledger.iter().map(|table| table.rows_quarantined).sum();
        prop_assert!(one.quarantine.len() <= quarantined as usize);
        for facts in &one.facts {
            for report in &facts.report {
                prop_assert_eq!(one.reports[*report as usize].blocked, None, "a blocked report has no facts");
            }
        }
    }
}

/// Not a test but a measurement: `cargo test --release -- --ignored reading_speed --nocapture`.
#[test]
#[ignore = "a measurement"]
fn reading_speed() {
    let context = context();
    let mut text = String::from(
        "Päivämäärä;Päättymispäivä;Organisaatio;Kunta;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Menetelmä;Kohderyhmä;\
         Osallistujat yhteensä;Lapset ja nuoret;Vanhemmat;Ammattilaiset;Muut osallistujat;Kertoja;Kesto (h);Kieli;\
         Yhteistyökumppanit;Tila;Kuvaus\n",
    );
    for row in 0..2000 {
        let day = row % 28 + 1;
        text.push_str(&format!(
            "{day}.10.2018;;Espoo;Espoo;II;Koulutus;Lapset puheeksi -koulutus {row};Lapset puheeksi;Lapset;{};{};7;5;0;1;2,5;suomi;MLL, seurakunta;Toteutunut;Koulutuksen kuvaus numero {row} ja vähän tekstiä\n",
            row % 50 + 12, row % 50,
        ));
    }
    let start = std::time::Instant::now();
    for _ in 0..50 {
        kooste_ingest::format::read(text.as_bytes(), &context.limits).unwrap();
    }
    println!("{:?} decoding", start.elapsed() / 100_000);
    let document = kooste_ingest::format::read(text.as_bytes(), &context.limits).unwrap();
    let start = std::time::Instant::now();
    for _ in 0..50 {
        kooste_ingest::table::read_sheet(
            &document.sheets[0],
            &context.vocabulary,
            &Default::default(),
        );
    }
    println!("{:?} tables", start.elapsed() / 100_000);
    for _ in 0..3 {
        let start = std::time::Instant::now();
        let mut rows = 0;
        for _ in 0..50 {
            rows += read("inbox/2018-10/espoo.csv", &text, &context).reports[0].rows_loaded;
        }
        println!("{:?} per row", start.elapsed() / rows);
    }
}
