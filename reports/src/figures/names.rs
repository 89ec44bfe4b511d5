//! What the codes are called: the region, its organisations, forms, code lists and municipalities.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;

use super::records::{Record, ask};
use crate::error::ReportError;
use crate::language::Language;

/// A name in the three languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Finnish.
    pub fi: String,
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

impl Name {
    /// The name in a language, or the Finnish one where that is empty.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        let name = match language {
            Language::Finnish => &self.fi,
            Language::Swedish => &self.sv,
            Language::English => &self.en,
        };
        if name.is_empty() { &self.fi } else { name }
    }
}

/// The region and its settings.
#[derive(Debug, Clone)]
pub struct Region {
    /// Code.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// Name of the project.
    pub project: Name,
    /// First month owed.
    pub first_month: NaiveDate,
    /// Last month owed.
    pub last_month: NaiveDate,
    /// Share of the costs that the grant pays, 0 to 1.
    pub grant_share: Option<Decimal>,
    /// Counts of people below this are not shown.
    pub min_count: u64,
}

/// An organisation that reports.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// `municipality`, `joint_authority` and so on.
    pub kind: String,
    /// Its municipality.
    pub municipality: Option<String>,
    /// Organisation under which its facts are stored: itself or the first of a joint report.
    pub stored_under: String,
}

/// A code of a list.
#[derive(Debug, Clone)]
pub struct Code {
    /// The code.
    pub code: String,
    /// Its label.
    pub label: Name,
    /// Unit of an indicator.
    pub unit: Option<String>,
    /// Whether it counts people, so that small counts are not shown.
    pub counts_people: bool,
}

/// All names.
#[derive(Debug, Clone)]
pub struct Names {
    /// The region.
    pub region: Region,
    /// Organisations, in the order of the region file.
    pub organisations: Vec<Organisation>,
    /// Forms, in the order of the programme: code and name.
    pub forms: Vec<(String, Name)>,
    /// Code lists, each in the order of the programme.
    pub lists: BTreeMap<String, Vec<Code>>,
    /// Municipalities of the year nearest to the month, by code.
    pub municipalities: BTreeMap<String, Name>,
}

impl Names {
    /// Reads all names from the warehouse.
    ///
    /// # Errors
    ///
    /// [`ReportError::Warehouse`] and [`ReportError::Column`].
    pub fn read(warehouse: &Warehouse, month: NaiveDate) -> Result<Self, ReportError> {
        Ok(Names {
            region: region(warehouse)?,
            organisations: organisations(warehouse)?,
            forms: ask(warehouse, "ref.form", FORMS, &[], |row| {
                Ok((row.text("form")?, label(row)?))
            })?,
            lists: lists(warehouse)?,
            municipalities: municipalities(warehouse, month)?,
        })
    }

    /// The codes of a list; none for a list that the programme does not have.
    #[must_use]
    pub fn list(&self, list: &str) -> &[Code] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }

    /// The label of a code, or the code itself where the list does not hold it.
    #[must_use]
    pub fn code<'a>(&'a self, list: &str, code: &'a str, language: Language) -> &'a str {
        self.list(list)
            .iter()
            .find(|entry| entry.code == code)
            .map_or(code, |entry| entry.label.in_language(language))
    }

    /// The name of a form.
    #[must_use]
    pub fn form<'a>(&'a self, form: &'a str, language: Language) -> &'a str {
        self.forms
            .iter()
            .find(|(code, _)| code == form)
            .map_or(form, |(_, name)| name.in_language(language))
    }

    /// The name of an organisation.
    #[must_use]
    pub fn organisation<'a>(&'a self, organisation: &'a str, language: Language) -> &'a str {
        self.organisations
            .iter()
            .find(|entry| entry.code == organisation)
            .map_or(organisation, |entry| entry.name.in_language(language))
    }

    /// The name of a municipality.
    #[must_use]
    pub fn municipality<'a>(&'a self, municipality: &'a str, language: Language) -> &'a str {
        self.municipalities
            .get(municipality)
            .map_or(municipality, |name| name.in_language(language))
    }
}

const REGION: &str = "
    SELECT region_code, name_fi, name_sv, name_en, project_fi, project_sv, project_en,
        first_month, last_month, grant_share, min_count
    FROM ref.region
    ORDER BY region_code NULLS LAST";

const ORGANISATIONS: &str = "
    SELECT organisation_code, name_fi, name_sv, name_en, kind, municipality_code, stored_under
    FROM ref.organisation
    ORDER BY position NULLS LAST, organisation_code NULLS LAST";

const FORMS: &str = "
    SELECT form, label_fi, label_sv, label_en
    FROM ref.form
    ORDER BY position NULLS LAST, form NULLS LAST";

const CODES: &str = "
    SELECT list, code, label_fi, label_sv, label_en, unit, privacy
    FROM ref.code
    ORDER BY list NULLS LAST, position NULLS LAST, code NULLS LAST";

const MUNICIPALITIES: &str = "
    SELECT municipality_code, name_fi, name_sv
    FROM ref.municipality
    WHERE year = (
        SELECT year FROM ref.municipality
        GROUP BY year
        ORDER BY ABS(year - CAST(? AS INTEGER)) NULLS LAST, year NULLS LAST
        LIMIT 1
    )
    ORDER BY municipality_code NULLS LAST";

fn region(warehouse: &Warehouse) -> Result<Region, ReportError> {
    let regions = ask(warehouse, "ref.region", REGION, &[], |row| {
        Ok(Region {
            code: row.text("region_code")?,
            name: name(row)?,
            project: Name {
                fi: row.text("project_fi")?,
                sv: row.text("project_sv")?,
                en: row.text("project_en")?,
            },
            first_month: row.date("first_month")?,
            last_month: row.date("last_month")?,
            grant_share: row.number("grant_share")?,
            min_count: row.count("min_count")?,
        })
    })?;
    regions.into_iter().next().ok_or(ReportError::Column {
        mart: "ref.region",
        column: "region_code",
        expected: "one region",
    })
}

fn organisations(warehouse: &Warehouse) -> Result<Vec<Organisation>, ReportError> {
    ask(warehouse, "ref.organisation", ORGANISATIONS, &[], |row| {
        Ok(Organisation {
            code: row.text("organisation_code")?,
            name: name(row)?,
            kind: row.text("kind")?,
            municipality: row.maybe_text("municipality_code")?,
            stored_under: row.text("stored_under")?,
        })
    })
}

fn lists(warehouse: &Warehouse) -> Result<BTreeMap<String, Vec<Code>>, ReportError> {
    let codes = ask(warehouse, "ref.code", CODES, &[], |row| {
        let code = Code {
            code: row.text("code")?,
            label: label(row)?,
            unit: row.maybe_text("unit")?,
            counts_people: row.maybe_text("privacy")?.is_some(),
        };
        Ok((row.text("list")?, code))
    })?;
    let mut lists: BTreeMap<String, Vec<Code>> = BTreeMap::new();
    for (list, code) in codes {
        lists.entry(list).or_default().push(code);
    }
    Ok(lists)
}

fn municipalities(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<BTreeMap<String, Name>, ReportError> {
    let year = [Value::Int(month.year().into())];
    let found = ask(
        warehouse,
        "ref.municipality",
        MUNICIPALITIES,
        &year,
        |row| {
            let fi = row.text("name_fi")?;
            let name = Name {
                en: fi.clone(),
                sv: row.text("name_sv")?,
                fi,
            };
            Ok((row.text("municipality_code")?, name))
        },
    )?;
    Ok(found.into_iter().collect())
}

fn name(row: &Record) -> Result<Name, ReportError> {
    Ok(Name {
        fi: row.text("name_fi")?,
        sv: row.text("name_sv")?,
        en: row.text("name_en")?,
    })
}

fn label(row: &Record) -> Result<Name, ReportError> {
    Ok(Name {
        fi: row.text("label_fi")?,
        sv: row.text("label_sv")?,
        en: row.text("label_en")?,
    })
}
