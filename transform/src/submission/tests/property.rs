//! Whatever a file holds: it is read without panic, its ledger balances, and reading it again gives the same.

use std::sync::LazyLock;

use proptest::prelude::*;

use crate::submission::Context;
use crate::testkit::{context, read};

static CONTEXT: LazyLock<Context> = LazyLock::new(context);

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
        "Haasteet",
        "Tulokset",
        "Mitä muuta?",
        "Vastaus",
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
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_is_accounted_for_and_reading_is_deterministic(text in file()) {
        let one = read("inbox/2018-10/espoo.csv", &text, &CONTEXT);
        let two = read("inbox/2018-10/espoo.csv", &text, &CONTEXT);
        prop_assert_eq!(&one.ledger, &two.ledger);
        prop_assert_eq!(&one.issues, &two.issues);
        prop_assert_eq!(&one.reports, &two.reports);
        for facts in &one.facts {
            for report in &facts.report {
                prop_assert_eq!(one.reports[*report as usize].blocked, None, "a blocked report has no facts");
            }
        }
    }
}
