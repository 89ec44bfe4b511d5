//! Loading the reference data from its files.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Boundaries, FormerName, Landscape, Merger, Municipality, Population, Reference};
use crate::data::{DataError, Files, Record, Records, required_text};

/// Files of boundaries with the first and last year for which they hold, and whose they are.
const BOUNDARIES: [(&str, i32, i32, &str); 2] = [
    (
        "boundaries_2018.geojson",
        2017,
        2019,
        "Maanmittauslaitos / Lantmäteriverket; Lucify, MIT",
    ),
    (
        "boundaries_2026.geojson",
        2025,
        2026,
        "Maanmittauslaitos / Lantmäteriverket, CC BY 4.0",
    ),
];

impl Reference {
    /// Reads the reference data.
    ///
    /// # Errors
    /// When a file is missing or holds something that does not fit; the error names file and line.
    pub fn parse(files: &dyn Files) -> Result<Self, DataError> {
        let municipalities = municipalities(files)?;
        let mut by_code: HashMap<Arc<str>, Vec<usize>> = HashMap::new();
        for (at, municipality) in municipalities.iter().enumerate() {
            by_code
                .entry(Arc::clone(&municipality.code))
                .or_default()
                .push(at);
        }
        Ok(Reference {
            regions: regions(files)?,
            mergers: mergers(files)?,
            former_names: former_names(files)?,
            boundaries: boundaries(files)?,
            population: population(files)?,
            municipalities,
            by_code,
        })
    }
}

fn municipalities(files: &dyn Files) -> Result<Vec<Municipality>, DataError> {
    let columns = [
        "code",
        "first_year",
        "last_year",
        "name_fi",
        "name_sv",
        "language",
        "region",
    ];
    each(files, "municipalities.csv", &columns, |record| {
        Ok(Municipality {
            code: Arc::from(record.required("code")?),
            first_year: record.number("first_year")?,
            last_year: record.number("last_year")?,
            name_fi: record.required("name_fi")?.to_owned(),
            name_sv: record.required("name_sv")?.to_owned(),
            language: record.number("language")?,
            region: record.required("region")?.to_owned(),
        })
    })
}

fn regions(files: &dyn Files) -> Result<Vec<Landscape>, DataError> {
    each(
        files,
        "regions.csv",
        &["code", "name_fi", "name_sv"],
        |record| {
            Ok(Landscape {
                code: record.required("code")?.to_owned(),
                name_fi: record.required("name_fi")?.to_owned(),
                name_sv: record.required("name_sv")?.to_owned(),
            })
        },
    )
}

fn mergers(files: &dyn Files) -> Result<Vec<Merger>, DataError> {
    let columns = ["code", "name_fi", "name_sv", "date", "successor"];
    each(files, "mergers.csv", &columns, |record| {
        let successor = record.text("successor");
        Ok(Merger {
            code: Arc::from(record.required("code")?),
            name_fi: record.required("name_fi")?.to_owned(),
            name_sv: record.text("name_sv").to_owned(),
            date: date(record)?,
            successor: (!successor.is_empty()).then(|| Arc::from(successor)),
        })
    })
}

fn former_names(files: &dyn Files) -> Result<Vec<FormerName>, DataError> {
    let names = ["old_name_fi", "old_name_sv", "new_name_fi", "new_name_sv"];
    let columns = ["code", "date", names[0], names[1], names[2], names[3]];
    each(files, "name_changes.csv", &columns, |record| {
        let mut all: Vec<String> = names
            .iter()
            .map(|name| record.text(name).to_owned())
            .collect();
        all.retain(|name| !name.is_empty());
        all.sort();
        all.dedup();
        Ok(FormerName {
            code: Arc::from(record.required("code")?),
            date: date(record)?,
            names: all,
        })
    })
}

fn population(files: &dyn Files) -> Result<HashMap<(i32, Arc<str>), Population>, DataError> {
    let columns = ["year", "code", "total", "age_0_6", "age_0_17"];
    let rows = each(files, "population.csv", &columns, |record| {
        let population = Population {
            total: record.number("total")?,
            age_0_6: record.number("age_0_6")?,
            age_0_17: record.number("age_0_17")?,
        };
        Ok((
            (record.number("year")?, Arc::from(record.required("code")?)),
            population,
        ))
    })?;
    Ok(rows.into_iter().collect())
}

fn boundaries(files: &dyn Files) -> Result<Vec<Boundaries>, DataError> {
    BOUNDARIES
        .iter()
        .map(|(file, first_year, last_year, attribution)| {
            Ok(Boundaries {
                first_year: *first_year,
                last_year: *last_year,
                attribution: Arc::from(*attribution),
                geojson: Arc::from(required_text(files, file)?),
            })
        })
        .collect()
}

fn each<T>(
    files: &dyn Files,
    file: &str,
    columns: &[&str],
    read: impl Fn(&Record) -> Result<T, DataError>,
) -> Result<Vec<T>, DataError> {
    Records::read(files, file, columns)?
        .iter()
        .map(read)
        .collect()
}

fn date(record: &Record) -> Result<NaiveDate, DataError> {
    let text = record.required("date")?;
    text.parse()
        .map_err(|_| record.fault(format!("`date` is `{text}`, wanted YYYY-MM-DD")))
}
