//! The shipped reference data loads and answers as Statistics Finland would.

use std::path::Path;

use chrono::NaiveDate;

use super::*;
use crate::data::Folder;

/// The reference data of the repository.
pub(crate) fn shipped() -> Reference {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pipelines/reference");
    Reference::parse(&Folder::new(folder)).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_count_of_municipalities_is_that_of_each_year() {
    let reference = shipped();
    assert_eq!(reference.municipalities_in(2018).count(), 311);
    assert_eq!(reference.municipalities_in(2019).count(), 311);
    assert_eq!(reference.municipalities_in(2023).count(), 309);
    assert_eq!(reference.municipalities_in(2026).count(), 308);
    assert_eq!(
        reference.municipality("149", 2018).unwrap().name("sv"),
        "Ingå"
    );
    assert_eq!(
        reference.municipality("081", 2018).unwrap().name("sv"),
        "Hartola"
    );
}

#[test]
fn a_former_municipality_has_its_successor_at_a_date() {
    let reference = shipped();
    let at = |code, date| reference.successor(code, day(date));
    assert_eq!(at("049", "2018-10-01"), Successor::Itself);
    // Nastola became a part of Lahti in 2016.
    assert_eq!(at("532", "2015-10-01"), Successor::Itself);
    assert_eq!(at("532", "2018-10-01"), Successor::Merged("398".into()));
    // Valtimo joined Nurmes in 2020.
    assert_eq!(at("911", "2018-10-01"), Successor::Itself);
    assert_eq!(at("911", "2020-10-01"), Successor::Merged("541".into()));
    // Nummi became Nummi-Pusula with the same code, and that a part of Lohja.
    assert_eq!(at("540", "2018-10-01"), Successor::Merged("444".into()));
    // Pattijoki went to Raahe; Längelmäki was divided.
    assert_eq!(at("443", "2018-10-01"), Successor::Divided);
    assert_eq!(at("000", "2018-10-01"), Successor::Unknown);
}

#[test]
fn people_are_counted_at_the_end_of_the_year() {
    let reference = shipped();
    let espoo = reference.population("049", 2018).unwrap();
    assert_eq!(espoo.total, 283_632);
    assert_eq!(reference.population("049", 2025), None);
    assert_eq!(reference.population_years(), [2018, 2019]);
}

#[test]
fn every_municipality_has_a_boundary() {
    let reference = shipped();
    for (year, count) in [(2018, 311), (2026, 308), (2030, 308)] {
        let geojson = &reference.boundaries_in(year).unwrap().geojson;
        let json: serde_json::Value = serde_json::from_str(geojson).unwrap();
        let features = json["features"].as_array().unwrap();
        assert_eq!(features.len(), count);
        for feature in features {
            let code = feature["properties"]["code"].as_str().unwrap();
            assert!(reference.municipality(code, year).is_some(), "{code}");
        }
    }
}
