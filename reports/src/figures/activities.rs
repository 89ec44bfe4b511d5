//! What was done, from `mart.key_figure`, `mart.monthly_summary`, `mart.activity_type_month` and
//! `mart.municipality_summary`.

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;

use super::Coverage;
use super::records::{Record, ask};
use crate::error::ReportError;

/// A figure of the region with what it is compared with.
#[derive(Debug, Clone)]
pub struct KeyFigure {
    /// First day of the month.
    pub month: NaiveDate,
    /// `activities`, `sessions`, `participants`, `hours`, `costs_eur` or `fte_months`.
    pub figure: String,
    /// Value of the month.
    pub value: Option<Decimal>,
    /// Value of the month before.
    pub previous: Option<Decimal>,
    /// Value over the organisations that gave it in both months.
    pub comparable_value: Option<Decimal>,
    /// Their value of the month before.
    pub comparable_previous: Option<Decimal>,
    /// How many organisations that is.
    pub reporters_comparable: u64,
    /// What it covers.
    pub coverage: Coverage,
}

/// A development area in a month.
#[derive(Debug, Clone)]
pub struct AreaMonth {
    /// First day of the month.
    pub month: NaiveDate,
    /// Development area.
    pub area: String,
    /// Activities done or going on.
    pub activities: Option<Decimal>,
    /// Planned.
    pub planned: Option<Decimal>,
    /// Cancelled.
    pub cancelled: Option<Decimal>,
    /// Times held.
    pub sessions: Option<Decimal>,
    /// Participants: children, parents, professionals, others.
    pub groups: [Option<Decimal>; 4],
    /// Participants in all.
    pub participants: Option<Decimal>,
    /// Hours.
    pub hours: Option<Decimal>,
    /// Activities whose number of participants is given.
    pub with_participants: u64,
    /// What it covers.
    pub coverage: Coverage,
}

impl AreaMonth {
    /// A figure over all areas of a month; none where no area that did something gave it: the zeros of those that did
    /// nothing are no number of the others.
    pub(crate) fn sum(
        areas: &[&AreaMonth],
        figure: impl Fn(&AreaMonth) -> Option<Decimal>,
    ) -> Option<Decimal> {
        let did_something =
            |area: &&&AreaMonth| area.activities.is_some_and(|count| !count.is_zero());
        let mut active = areas.iter().filter(did_something).peekable();
        if active.peek().is_some() && active.all(|area| figure(area).is_none()) {
            return None;
        }
        let known = areas.iter().filter_map(|area| figure(area));
        known.fold(None, |sum: Option<Decimal>, value| {
            Some(sum.unwrap_or_default() + value)
        })
    }
}

/// Activities of one type in one area in a month.
#[derive(Debug, Clone)]
pub struct TypeCount {
    /// First day of the month.
    pub month: NaiveDate,
    /// Development area.
    pub area: String,
    /// Type.
    pub activity_type: String,
    /// Activities.
    pub activities: Decimal,
}

/// A municipality in a month.
#[derive(Debug, Clone)]
pub struct MunicipalityMonth {
    /// First day of the month.
    pub month: NaiveDate,
    /// Municipality.
    pub municipality: String,
    /// Whether an organisation of the region stands for it.
    pub in_region: bool,
    /// Activities done or going on there.
    pub activities: Option<Decimal>,
    /// Those that took place in other municipalities too.
    pub shared: Decimal,
    /// Times held.
    pub sessions: Option<Decimal>,
    /// Participants.
    pub participants: Option<Decimal>,
    /// Inhabitants under 18.
    pub children: Option<Decimal>,
    /// Activities per 1 000 of them.
    pub per_1000_children: Option<Decimal>,
    /// Reports owed by those who stand for it.
    pub expected: u64,
    /// Those that came and could be used.
    pub received: u64,
    /// Values that are not exact.
    pub approximate: u64,
}

const KEY_FIGURES: &str = "
    SELECT period, figure, value, previous, comparable_value, comparable_previous, reporters_comparable,
        reports_expected, reports_with_value AS reports_received, reports_nil, approximate_values
    FROM mart.key_figure
    WHERE period BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
    ORDER BY period NULLS LAST, figure NULLS LAST";

const AREAS: &str = "
    SELECT period, development_area, activities, activities_planned, activities_cancelled, sessions,
        participants_total, participants_children, participants_parents, participants_professionals,
        participants_other, hours, activities_with_participants, approximate_values,
        reports_expected, reports_received, reports_nil
    FROM mart.monthly_summary
    WHERE period BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
    ORDER BY period NULLS LAST, development_area NULLS LAST";

const TYPES: &str = "
    SELECT period, development_area, activity_type, activities
    FROM mart.activity_type_month
    WHERE period BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
    ORDER BY period NULLS LAST, development_area NULLS LAST, activity_type NULLS LAST";

const MUNICIPALITIES: &str = "
    SELECT period, municipality_code, in_region, activities, activities_shared, sessions, participants_total,
        children, activities_per_1000_children, reports_expected, reports_received, approximate_values
    FROM mart.municipality_summary
    WHERE period BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
    ORDER BY period NULLS LAST, in_region DESC NULLS LAST, municipality_code NULLS LAST";

pub(super) fn key_figures(
    warehouse: &Warehouse,
    first: NaiveDate,
    month: NaiveDate,
) -> Result<Vec<KeyFigure>, ReportError> {
    let parameters = [first, month].map(Value::Date);
    ask(
        warehouse,
        "mart.key_figure",
        KEY_FIGURES,
        &parameters,
        |row| {
            Ok(KeyFigure {
                month: row.date("period")?,
                figure: row.text("figure")?,
                value: row.number("value")?,
                previous: row.number("previous")?,
                comparable_value: row.number("comparable_value")?,
                comparable_previous: row.number("comparable_previous")?,
                reporters_comparable: row.count("reporters_comparable")?,
                coverage: coverage(row)?,
            })
        },
    )
}

pub(super) fn areas(
    warehouse: &Warehouse,
    first: NaiveDate,
    month: NaiveDate,
) -> Result<Vec<AreaMonth>, ReportError> {
    let parameters = [first, month].map(Value::Date);
    ask(
        warehouse,
        "mart.monthly_summary",
        AREAS,
        &parameters,
        |row| {
            Ok(AreaMonth {
                month: row.date("period")?,
                area: row.text("development_area")?,
                activities: row.number("activities")?,
                planned: row.number("activities_planned")?,
                cancelled: row.number("activities_cancelled")?,
                sessions: row.number("sessions")?,
                groups: [
                    row.number("participants_children")?,
                    row.number("participants_parents")?,
                    row.number("participants_professionals")?,
                    row.number("participants_other")?,
                ],
                participants: row.number("participants_total")?,
                hours: row.number("hours")?,
                with_participants: row.count("activities_with_participants")?,
                coverage: coverage(row)?,
            })
        },
    )
}

pub(super) fn types(
    warehouse: &Warehouse,
    first: NaiveDate,
    month: NaiveDate,
) -> Result<Vec<TypeCount>, ReportError> {
    let parameters = [first, month].map(Value::Date);
    ask(
        warehouse,
        "mart.activity_type_month",
        TYPES,
        &parameters,
        |row| {
            Ok(TypeCount {
                month: row.date("period")?,
                area: row.text("development_area")?,
                activity_type: row.text("activity_type")?,
                activities: row.number("activities")?.unwrap_or_default(),
            })
        },
    )
}

pub(super) fn municipalities(
    warehouse: &Warehouse,
    first: NaiveDate,
    month: NaiveDate,
) -> Result<Vec<MunicipalityMonth>, ReportError> {
    let parameters = [first, month].map(Value::Date);
    ask(
        warehouse,
        "mart.municipality_summary",
        MUNICIPALITIES,
        &parameters,
        |row| {
            Ok(MunicipalityMonth {
                month: row.date("period")?,
                municipality: row.text("municipality_code")?,
                in_region: row.count("in_region")? == 1,
                activities: row.number("activities")?,
                shared: row.number("activities_shared")?.unwrap_or_default(),
                sessions: row.number("sessions")?,
                participants: row.number("participants_total")?,
                children: row.number("children")?,
                per_1000_children: row.number("activities_per_1000_children")?,
                expected: row.count("reports_expected")?,
                received: row.count("reports_received")?,
                approximate: row.count("approximate_values")?,
            })
        },
    )
}

fn coverage(row: &Record) -> Result<Coverage, ReportError> {
    Ok(Coverage {
        expected: row.count("reports_expected")?,
        received: row.count("reports_received")?,
        nil: row.count("reports_nil")?,
        approximate: row.count("approximate_values")?,
    })
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::AreaMonth;
    use crate::testkit::october;

    #[test]
    fn zeros_of_areas_that_did_nothing_are_no_number_of_those_that_gave_none_r20() {
        let mut areas = october().areas;
        areas.truncate(2);
        let [silent, idle] = &mut areas[..] else {
            panic!("two areas")
        };
        (silent.activities, silent.sessions) = (Some(Decimal::from(3)), None);
        (idle.activities, idle.sessions) = (Some(Decimal::ZERO), Some(Decimal::ZERO));
        let sessions = |areas: &[AreaMonth]| {
            let areas: Vec<&AreaMonth> = areas.iter().collect();
            AreaMonth::sum(&areas, |area| area.sessions)
        };
        assert_eq!(sessions(&areas), None);
        assert_eq!(sessions(&areas[1..]), Some(Decimal::ZERO));
        areas[0].sessions = Some(Decimal::from(2));
        assert_eq!(sessions(&areas), Some(Decimal::from(2)));
    }
}
