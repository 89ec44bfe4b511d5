//! Reference data of Finland: municipalities by year, mergers, names, population and boundaries.
//!
//! The files are in `pipelines/reference/`; `SOURCES.md` there tells where they come from.

mod load;
mod succession;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

pub use succession::Successor;

/// A municipality over years in which nothing about it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// Three digits.
    pub code: Arc<str>,
    /// First year, from [`Reference::FIRST_YEAR`].
    pub first_year: i32,
    /// Last year, to [`Reference::LAST_YEAR`].
    pub last_year: i32,
    /// Finnish name.
    pub name_fi: String,
    /// Swedish name.
    pub name_sv: String,
    /// Languages: 0 Finnish, 1 bilingual with Finnish majority, 2 Swedish, 3 bilingual with Swedish majority.
    pub language: u8,
    /// Code of its region (maakunta), two digits.
    pub region: String,
}

impl Municipality {
    /// Whether most of its people speak Swedish.
    #[must_use]
    pub fn is_swedish(&self) -> bool {
        self.language >= 2
    }

    /// The name in Swedish for `sv`, else in Finnish.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        if language == "sv" {
            &self.name_sv
        } else {
            &self.name_fi
        }
    }
}

/// A region (maakunta, landskap).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landscape {
    /// Two digits.
    pub code: String,
    /// Finnish name.
    pub name_fi: String,
    /// Swedish name.
    pub name_sv: String,
}

/// A municipality that ceased to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merger {
    /// Its code.
    pub code: Arc<str>,
    /// Its Finnish name.
    pub name_fi: String,
    /// Its Swedish name.
    pub name_sv: String,
    /// First day without it.
    pub date: NaiveDate,
    /// Municipality that took over all or a part of it; none for ceded areas.
    pub successor: Option<Arc<str>>,
}

/// A name that a municipality had before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerName {
    /// Code of the municipality.
    pub code: Arc<str>,
    /// First day of the new name.
    pub date: NaiveDate,
    /// Old and new names, Finnish and Swedish.
    pub names: Vec<String>,
}

/// People of a municipality at the end of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Population {
    /// All ages.
    pub total: u32,
    /// Under school age.
    pub age_0_6: u32,
    /// Children and young people.
    pub age_0_17: u32,
}

/// Boundaries of all municipalities over some years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundaries {
    /// First year.
    pub first_year: i32,
    /// Last year.
    pub last_year: i32,
    /// Whose they are, as a report prints it.
    pub attribution: Arc<str>,
    /// GeoJSON: MultiPolygons with the property `code`, coordinates in ETRS-TM35FIN, whole metres.
    pub geojson: Arc<str>,
}

/// All reference data.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Municipalities, by code and year.
    pub municipalities: Vec<Municipality>,
    /// Regions, by code.
    pub regions: Vec<Landscape>,
    /// Abolished municipalities, by date.
    pub mergers: Vec<Merger>,
    /// Changes of names, by date.
    pub former_names: Vec<FormerName>,
    /// Boundaries, by year.
    pub boundaries: Vec<Boundaries>,
    population: HashMap<(i32, Arc<str>), Population>,
    by_code: HashMap<Arc<str>, Vec<usize>>,
}

impl Reference {
    /// First year of [`Municipality`].
    pub const FIRST_YEAR: i32 = 2013;
    /// Last year of [`Municipality`].
    pub const LAST_YEAR: i32 = 2026;

    /// The municipality with this code in a year; years outside the data are taken as the nearest inside.
    #[must_use]
    pub fn municipality(&self, code: &str, year: i32) -> Option<&Municipality> {
        let year = year.clamp(Self::FIRST_YEAR, Self::LAST_YEAR);
        let rows = self.by_code.get(code)?;
        rows.iter()
            .map(|row| &self.municipalities[*row])
            .find(|row| (row.first_year..=row.last_year).contains(&year))
    }

    /// The municipality with this code as it is, or was at last.
    #[must_use]
    pub fn latest_municipality(&self, code: &str) -> Option<&Municipality> {
        let rows = self.by_code.get(code)?.iter();
        rows.map(|row| &self.municipalities[*row])
            .max_by_key(|row| row.last_year)
    }

    /// The municipalities of a year, by code.
    pub fn municipalities_in(&self, year: i32) -> impl Iterator<Item = &Municipality> {
        let year = year.clamp(Self::FIRST_YEAR, Self::LAST_YEAR);
        self.municipalities
            .iter()
            .filter(move |row| (row.first_year..=row.last_year).contains(&year))
    }

    /// People of a municipality at the end of a year, where known.
    #[must_use]
    pub fn population(&self, code: &str, year: i32) -> Option<Population> {
        self.population.get(&(year, Arc::from(code))).copied()
    }

    /// The years for which the population is known, in order.
    #[must_use]
    pub fn population_years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.population.keys().map(|(year, _)| *year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The boundaries of a year; for years without any those of the nearest.
    #[must_use]
    pub fn boundaries_in(&self, year: i32) -> Option<&Boundaries> {
        let distance = |boundaries: &&Boundaries| {
            let clamped = year.clamp(boundaries.first_year, boundaries.last_year);
            (year - clamped).abs()
        };
        self.boundaries.iter().min_by_key(distance)
    }
}

#[cfg(test)]
pub(crate) mod tests;
