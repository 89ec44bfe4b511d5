//! Writes schema `ref`: anew whenever region, programme or reference data changed.

use chrono::NaiveDate;
use kooste_ingest::vocabulary::FieldKind;
use rust_decimal::Decimal;

use super::batch::Kind::{self, Bool, Date, Int, List, Text};
use super::batch::{Batch, Cell};
use super::error::WarehouseError;
use super::open::Warehouse;
use crate::programme::{Field, Labels, Programme, Storage};
use crate::region::{Frequency, OrganisationKind, RegionFile};

/// One row of `ref.duty`.
pub(crate) struct DutyRow<'a> {
    /// Organisation.
    pub(crate) organisation: &'a str,
    /// Form.
    pub(crate) form: &'a str,
    /// How often.
    pub(crate) every: Frequency,
    /// First month owed.
    pub(crate) from: NaiveDate,
    /// Last month owed.
    pub(crate) until: NaiveDate,
}

/// Everything that goes into schema `ref` besides reference data.
pub(crate) struct Setting<'a> {
    /// Programme.
    pub(crate) programme: &'a Programme,
    /// Region.
    pub(crate) region: &'a RegionFile,
    /// First and last month of the region.
    pub(crate) span: (NaiveDate, NaiveDate),
    /// What is owed.
    pub(crate) duties: Vec<DutyRow<'a>>,
    /// Months with the day on which their reports are due.
    pub(crate) calendar: Vec<(NaiveDate, NaiveDate)>,
    /// For each organisation the one under which its facts are stored.
    pub(crate) stored_under: Vec<&'a str>,
}

/// Writes the tables about region and programme.
pub(crate) fn write(warehouse: &Warehouse, setting: &Setting<'_>) -> Result<(), WarehouseError> {
    region(warehouse, setting)?;
    organisations(warehouse, setting)?;
    duties(warehouse, setting)?;
    calendar(warehouse, setting)?;
    forms(warehouse, setting.programme)?;
    fields(warehouse, setting.programme)?;
    codes(warehouse, setting.programme)
}

/// Empties a table and starts appending to it.
pub(super) fn anew<'c>(
    warehouse: &'c Warehouse,
    table: &'static str,
    columns: &[(&'static str, Kind)],
) -> Result<Batch<'c>, WarehouseError> {
    warehouse.execute(&format!("DELETE FROM ref.{table}"))?;
    Batch::new(warehouse.connection()?, "ref", table, columns)
}

fn region(warehouse: &Warehouse, setting: &Setting<'_>) -> Result<(), WarehouseError> {
    let columns = [
        ("region_code", Text),
        ("programme_code", Text),
        ("name_fi", Text),
        ("name_sv", Text),
        ("name_en", Text),
        ("project_fi", Text),
        ("project_sv", Text),
        ("project_en", Text),
        ("languages", List),
        ("first_month", Date),
        ("last_month", Date),
        ("due_day", Int),
        ("state_grant_eur", Kind::Decimal(14, 2)),
        ("grant_share", Kind::Decimal(9, 6)),
        ("min_count", Int),
    ];
    let mut batch = anew(warehouse, "region", &columns)?;
    let file = setting.region;
    let languages: Vec<&str> = file.region.languages.iter().map(String::as_str).collect();
    let share = file.funding.grant_share;
    let share = share.and_then(|share| share.to_string().parse::<Decimal>().ok());
    let [name_fi, name_sv, name_en] = texts(&file.region.name);
    let [project_fi, project_sv, project_en] = texts(&file.region.project);
    batch.push(&[
        file.region.code.as_str().into(),
        setting.programme.code.as_str().into(),
        name_fi,
        name_sv,
        name_en,
        project_fi,
        project_sv,
        project_en,
        Cell::List(&languages),
        setting.span.0.into(),
        setting.span.1.into(),
        file.reporting.due_day.into(),
        Cell::Decimal(file.funding.state_grant_eur.map(Decimal::from)),
        Cell::Decimal(share),
        file.privacy.min_count.into(),
    ])?;
    batch.finish()
}

fn organisations(warehouse: &Warehouse, setting: &Setting<'_>) -> Result<(), WarehouseError> {
    let columns = [
        ("organisation_code", Text),
        ("position", Int),
        ("kind", Text),
        ("municipality_code", Text),
        ("name_fi", Text),
        ("name_sv", Text),
        ("name_en", Text),
        ("reports_with", Text),
        ("stored_under", Text),
    ];
    let mut batch = anew(warehouse, "organisation", &columns)?;
    let organisations = setting.region.organisations.iter();
    for (at, (organisation, stored_under)) in organisations.zip(&setting.stored_under).enumerate() {
        let [fi, sv, en] = texts(&organisation.name);
        batch.push(&[
            organisation.code.as_str().into(),
            position(at),
            kind_name(organisation.kind).into(),
            organisation.municipality.as_deref().into(),
            fi,
            sv,
            en,
            organisation.reports_with.as_deref().into(),
            (*stored_under).into(),
        ])?;
    }
    batch.finish()
}

fn duties(warehouse: &Warehouse, setting: &Setting<'_>) -> Result<(), WarehouseError> {
    let columns = [
        ("organisation_code", Text),
        ("form", Text),
        ("every", Text),
        ("from_month", Date),
        ("until_month", Date),
    ];
    let mut batch = anew(warehouse, "duty", &columns)?;
    for duty in &setting.duties {
        let every = match duty.every {
            Frequency::Month => "month",
            Frequency::Quarter => "quarter",
            Frequency::HalfYear => "half_year",
        };
        batch.push(&[
            duty.organisation.into(),
            duty.form.into(),
            every.into(),
            duty.from.into(),
            duty.until.into(),
        ])?;
    }
    batch.finish()
}

fn calendar(warehouse: &Warehouse, setting: &Setting<'_>) -> Result<(), WarehouseError> {
    use chrono::Datelike;
    let columns = [
        ("period", Date),
        ("year", Int),
        ("month", Int),
        ("quarter", Int),
        ("half_year", Int),
        ("due_on", Date),
    ];
    let mut batch = anew(warehouse, "calendar", &columns)?;
    for (period, due_on) in &setting.calendar {
        batch.push(&[
            (*period).into(),
            period.year().into(),
            period.month().into(),
            (period.month0() / 3 + 1).into(),
            (period.month0() / 6 + 1).into(),
            (*due_on).into(),
        ])?;
    }
    batch.finish()
}

fn forms(warehouse: &Warehouse, programme: &Programme) -> Result<(), WarehouseError> {
    let columns = [
        ("form", Text),
        ("position", Int),
        ("label_fi", Text),
        ("label_sv", Text),
        ("label_en", Text),
        ("table_name", Text),
    ];
    let mut batch = anew(warehouse, "form", &columns)?;
    for (at, form) in programme.forms.iter().enumerate() {
        let [fi, sv, en] = texts(&form.labels);
        batch.push(&[
            (&*form.code).into(),
            position(at),
            fi,
            sv,
            en,
            form.table.as_str().into(),
        ])?;
    }
    batch.finish()
}

fn fields(warehouse: &Warehouse, programme: &Programme) -> Result<(), WarehouseError> {
    let columns = [
        ("form", Text),
        ("field", Text),
        ("position", Int),
        ("kind", Text),
        ("code_list", Text),
        ("required", Bool),
        ("unit", Text),
        ("label_fi", Text),
        ("label_sv", Text),
        ("label_en", Text),
        ("column_name", Text),
    ];
    let mut batch = anew(warehouse, "field", &columns)?;
    for form in &programme.forms {
        for (at, field) in form.fields.iter().enumerate() {
            let [fi, sv, en] = texts(&field.labels);
            let (kind, list) = field_kind(&field.kind);
            batch.push(&[
                (&*form.code).into(),
                (&*field.code).into(),
                position(at),
                kind.into(),
                list.into(),
                field.required.into(),
                field.unit.as_deref().into(),
                fi,
                sv,
                en,
                column_name(field).into(),
            ])?;
        }
    }
    batch.finish()
}

fn codes(warehouse: &Warehouse, programme: &Programme) -> Result<(), WarehouseError> {
    let columns = [
        ("list", Text),
        ("code", Text),
        ("position", Int),
        ("label_fi", Text),
        ("label_sv", Text),
        ("label_en", Text),
        ("unit", Text),
        ("time", Text),
        ("privacy", Text),
        ("attributes", Text),
    ];
    let mut batch = anew(warehouse, "code", &columns)?;
    for list in &programme.lists {
        for (at, entry) in list.entries.iter().enumerate() {
            let [fi, sv, en] = texts(&entry.labels);
            let attribute = |name: &str| entry.attributes.get(name).map(String::as_str);
            let attributes = serde_json::json!(entry.attributes).to_string();
            batch.push(&[
                list.name.as_str().into(),
                (&*entry.code).into(),
                position(at),
                fi,
                sv,
                en,
                attribute("unit").into(),
                attribute("time").into(),
                attribute("privacy").into(),
                attributes.as_str().into(),
            ])?;
        }
    }
    batch.finish()
}

/// Texts in Finnish, Swedish and English; the Finnish one where one is lacking.
fn texts(labels: &Labels) -> [Cell<'_>; 3] {
    ["fi", "sv", "en"].map(|language| labels.get(language).into())
}

fn position(at: usize) -> Cell<'static> {
    Cell::Int(i32::try_from(at + 1).ok())
}

fn column_name(field: &Field) -> Option<&str> {
    match &field.storage {
        Storage::Column(name) => Some(name),
        _ => None,
    }
}

fn field_kind(kind: &FieldKind) -> (&'static str, Option<&str>) {
    match kind {
        FieldKind::Date => ("date", None),
        FieldKind::Month => ("month", None),
        FieldKind::Organisation => ("organisation", None),
        FieldKind::OrganisationText => ("organisation_text", None),
        FieldKind::Municipality => ("municipality", None),
        FieldKind::MunicipalityList => ("municipality_list", None),
        FieldKind::Code(list) => ("code", Some(list)),
        FieldKind::CodeList(list) => ("code_list", Some(list)),
        FieldKind::Count => ("count", None),
        FieldKind::Decimal => ("decimal", None),
        FieldKind::Money => ("money", None),
        FieldKind::Text => ("text", None),
        FieldKind::TextList => ("text_list", None),
    }
}

fn kind_name(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Municipality => "municipality",
        OrganisationKind::JointAuthority => "joint_authority",
        OrganisationKind::Ngo => "ngo",
        OrganisationKind::Parish => "parish",
        OrganisationKind::University => "university",
        OrganisationKind::Company => "company",
        OrganisationKind::Coordinator => "coordinator",
    }
}
