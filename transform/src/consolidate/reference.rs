//! What the figures are read against, from region, programme and reference data.

use super::duties::Duties;
use crate::evidence::Organisations;
use crate::submission::Context;
use crate::warehouse::reference_tables::{self, DutyRow, Setting};
use crate::warehouse::{Warehouse, WarehouseError, geography};

/// Writes the tables of schema `ref` anew.
pub(super) fn write(
    warehouse: &Warehouse,
    context: &Context,
    told: &Duties,
) -> Result<(), WarehouseError> {
    let (programme, region) = (&context.programme, &context.region);
    let organisations = Organisations::new(region);
    let duties = told.duties.iter();
    let setting = Setting {
        programme,
        region,
        span: (told.first.first_day(), told.last.first_day()),
        duties: duties
            .map(|duty| DutyRow {
                organisation: &duty.organisation,
                form: &programme.forms[duty.form].code,
                every: duty.every,
                from: duty.from.first_day(),
                until: duty.until.first_day(),
            })
            .collect(),
        calendar: told
            .months()
            .map(|month| (month.first_day(), told.due_on(month.first_day())))
            .collect(),
        stored_under: (0..region.organisations.len())
            .map(|at| &*region.organisations[organisations.leader(at)].code)
            .collect(),
    };
    reference_tables::write(warehouse, &setting)?;
    geography::write(warehouse, &context.reference)
}
