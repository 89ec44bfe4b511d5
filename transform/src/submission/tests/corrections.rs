//! Corrections: signed rows that are added to a report (READING.md R33).

use crate::testkit::{REGION, context_with, facts, issues, read};

const ACTIVITIES: &str = "Kunta;Espoo\nRaportointikausi;lokakuu 2018\n\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;-3\n";

#[test]
fn counts_of_a_correction_may_be_negative_r33() {
    let region =
        format!("{REGION}[[source]]\nmatch = \"inbox/*oikaisu*\"\nmode = \"correction\"\n");
    let context = context_with(toml::from_str(&region).unwrap(), "");
    let mut reading = read("inbox/espoo oikaisu.csv", ACTIVITIES, &context);
    assert_eq!(issues(&reading), Vec::<String>::new());
    let found = facts(&mut reading, &context, "activities");
    assert!(found[0].contains(" participants_total=-3"), "{found:?}");
}

#[test]
fn counts_of_a_report_may_not_be_negative_r18() {
    let context = context_with(toml::from_str(REGION).unwrap(), "");
    let mut reading = read("inbox/espoo.csv", ACTIVITIES, &context);
    let found = facts(&mut reading, &context, "activities");
    assert!(!found[0].contains("participants_total"), "{found:?}");
    assert!(
        issues(&reading)[0].starts_with("constraint-error"),
        "{:?}",
        issues(&reading)
    );
}
