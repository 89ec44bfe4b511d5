//! Writes the part of schema `ref` that is about Finland: municipalities by year, mergers, population.

use super::batch::Cell;
use super::batch::Kind::{Date, Int, Text};
use super::error::WarehouseError;
use super::open::Warehouse;
use super::reference_tables::anew;
use crate::reference::Reference;

/// Writes the tables anew.
pub(crate) fn write(warehouse: &Warehouse, reference: &Reference) -> Result<(), WarehouseError> {
    municipalities(warehouse, reference)?;
    mergers(warehouse, reference)?;
    population(warehouse, reference)
}

fn municipalities(warehouse: &Warehouse, reference: &Reference) -> Result<(), WarehouseError> {
    let columns = [
        ("year", Int),
        ("municipality_code", Text),
        ("name_fi", Text),
        ("name_sv", Text),
        ("region_code", Text),
        ("region_name_fi", Text),
        ("region_name_sv", Text),
    ];
    let mut batch = anew(warehouse, "municipality", &columns)?;
    for year in Reference::FIRST_YEAR..=Reference::LAST_YEAR {
        for municipality in reference.municipalities_in(year) {
            let region = reference
                .regions
                .iter()
                .find(|region| region.code == municipality.region);
            batch.push(&[
                year.into(),
                (&*municipality.code).into(),
                municipality.name_fi.as_str().into(),
                municipality.name_sv.as_str().into(),
                municipality.region.as_str().into(),
                region.map(|region| region.name_fi.as_str()).into(),
                region.map(|region| region.name_sv.as_str()).into(),
            ])?;
        }
    }
    batch.finish()
}

fn mergers(warehouse: &Warehouse, reference: &Reference) -> Result<(), WarehouseError> {
    let columns = [
        ("old_code", Text),
        ("new_code", Text),
        ("effective_on", Date),
        ("old_name_fi", Text),
        ("old_name_sv", Text),
    ];
    let mut batch = anew(warehouse, "municipality_merger", &columns)?;
    for merger in &reference.mergers {
        let Some(successor) = &merger.successor else {
            continue;
        };
        batch.push(&[
            (&*merger.code).into(),
            (&**successor).into(),
            merger.date.into(),
            merger.name_fi.as_str().into(),
            merger.name_sv.as_str().into(),
        ])?;
    }
    batch.finish()
}

fn population(warehouse: &Warehouse, reference: &Reference) -> Result<(), WarehouseError> {
    let columns = [
        ("year", Int),
        ("municipality_code", Text),
        ("population", Int),
        ("children", Int),
    ];
    let mut batch = anew(warehouse, "population", &columns)?;
    for year in reference.population_years() {
        for municipality in reference.municipalities_in(year) {
            if let Some(people) = reference.population(&municipality.code, year) {
                batch.push(&[
                    year.into(),
                    Cell::from(&*municipality.code),
                    people.total.into(),
                    Cell::Int(
                        i32::try_from(people.age_0_17)
                            .ok()
                            .filter(|known| *known > 0),
                    ),
                ])?;
            }
        }
    }
    batch.finish()
}
