//! The figures of a month as the marts hold them, free of language and format.

mod activities;
mod correspondence;
mod indicators;
mod money;
mod names;
mod outlines;
mod pilots;
mod records;
mod reporting;
mod revisions;
mod telling;

pub use activities::{AreaMonth, KeyFigure, MunicipalityMonth, TypeCount};
pub use correspondence::{Correspondence, OwedReport, Remark};
pub use indicators::IndicatorMonth;
pub use money::{CategoryMonth, FundingMonth};
pub use names::{Code, Name, Names, Organisation, Region};
pub use outlines::{Outlines, Ring};
pub use pilots::Pilot;
pub use reporting::{BoardEntry, Rate};
pub use revisions::Revision;
pub(crate) use telling::last_run;
pub use telling::{Answer, QualityCount, RunStamp};

use chrono::{Months, NaiveDate};
use kooste_transform::warehouse::Warehouse;

use crate::error::ReportError;

/// Months in a trend, the reported one included.
const TREND_MONTHS: u32 = 12;

/// How many of the reports owed a figure covers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Reports owed.
    pub expected: u64,
    /// Owed reports that came and could be used.
    pub received: u64,
    /// Owed reports that say that nothing was done.
    pub nil: u64,
    /// Values behind the figure that are not exact.
    pub approximate: u64,
}

/// Everything the summary of a month tells.
#[derive(Debug, Clone)]
pub struct Figures {
    /// First day of the month.
    pub month: NaiveDate,
    /// Months of the trend, up to this one; fewer where the region began later.
    pub trend: Vec<NaiveDate>,
    /// What the codes are called.
    pub names: Names,
    /// Reports of the month.
    pub board: Vec<BoardEntry>,
    /// Reporting rates at all levels over the trend.
    pub rates: Vec<Rate>,
    /// Main figures over the trend.
    pub key_figures: Vec<KeyFigure>,
    /// Development areas over the trend.
    pub areas: Vec<AreaMonth>,
    /// Types of activities over the trend.
    pub types: Vec<TypeCount>,
    /// Municipalities in the month.
    pub municipalities: Vec<MunicipalityMonth>,
    /// Municipalities in the months of the trend before.
    pub municipalities_before: Vec<MunicipalityMonth>,
    /// Indicators from the first month on.
    pub indicators: Vec<IndicatorMonth>,
    /// Costs of the month by category.
    pub categories: Vec<CategoryMonth>,
    /// Costs against funding, from the first month on.
    pub funding: Vec<FundingMonth>,
    /// Pilots as known in the month.
    pub pilots: Vec<Pilot>,
    /// What reporters wrote.
    pub answers: Vec<Answer>,
    /// Figures of earlier months that changed since they were told.
    pub revisions: Vec<Revision>,
    /// Changes of counts of people of this and earlier months since they were first told.
    pub told_before: Vec<Revision>,
    /// Values that are not exact.
    pub qualities: Vec<QualityCount>,
    /// Rows set aside in the month's reports.
    pub rows_quarantined: u64,
    /// The last run.
    pub run: Option<RunStamp>,
    /// Outlines of the municipalities, where a map is wanted.
    pub outlines: Option<Outlines>,
}

impl Figures {
    /// Reads the figures of a month.
    ///
    /// # Errors
    ///
    /// [`ReportError::Warehouse`] and [`ReportError::Column`].
    pub fn read(warehouse: &Warehouse, month: NaiveDate) -> Result<Self, ReportError> {
        let names = Names::read(warehouse, month)?;
        let trend = trend(names.region.first_month, month);
        let first = trend.first().copied().unwrap_or(month);
        let municipalities = activities::municipalities(warehouse, first, month)?;
        let (municipalities, municipalities_before) =
            (municipalities.into_iter()).partition(|entry| entry.month == month);
        Ok(Figures {
            month,
            board: reporting::board(warehouse, month)?,
            rates: reporting::rates(warehouse, first, month)?,
            key_figures: activities::key_figures(warehouse, first, month)?,
            areas: activities::areas(warehouse, first, month)?,
            types: activities::types(warehouse, first, month)?,
            municipalities,
            municipalities_before,
            indicators: indicators::indicators(warehouse, month)?,
            categories: money::categories(warehouse, month)?,
            funding: money::funding(warehouse, month)?,
            pilots: pilots::pilots(warehouse, month)?,
            answers: telling::answers(warehouse, month)?,
            revisions: revisions::revisions(warehouse, month)?,
            told_before: revisions::told(warehouse, month)?,
            qualities: telling::qualities(warehouse, month)?,
            rows_quarantined: telling::rows_quarantined(warehouse, month)?,
            run: telling::last_run(warehouse)?,
            outlines: None,
            trend,
            names,
        })
    }

    /// The indicator in the month.
    #[must_use]
    pub fn indicator(&self, indicator: &str) -> Option<&IndicatorMonth> {
        self.indicators
            .iter()
            .find(|entry| entry.indicator == indicator && entry.month == self.month)
    }

    /// A main figure of the month.
    #[must_use]
    pub fn key_figure(&self, figure: &str) -> Option<&KeyFigure> {
        self.key_figure_in(self.month, figure)
    }

    /// A main figure of a month of the trend.
    #[must_use]
    pub fn key_figure_in(&self, month: NaiveDate, figure: &str) -> Option<&KeyFigure> {
        let mut entries = self.key_figures.iter();
        entries.find(|entry| entry.month == month && entry.figure == figure)
    }
}

/// The last twelve months up to this one that the region reports.
fn trend(first_month: NaiveDate, month: NaiveDate) -> Vec<NaiveDate> {
    (0..TREND_MONTHS)
        .rev()
        .filter_map(|back| month.checked_sub_months(Months::new(back)))
        .filter(|candidate| *candidate >= first_month)
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::trend;

    fn month(year: i32, month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, 1).unwrap()
    }

    #[test]
    fn a_trend_has_twelve_months_and_starts_with_the_region() {
        assert_eq!(trend(month(2017, 2), month(2018, 10)).len(), 12);
        assert_eq!(trend(month(2017, 2), month(2018, 10))[0], month(2017, 11));
        assert_eq!(
            trend(month(2018, 9), month(2018, 10)),
            [month(2018, 9), month(2018, 10)]
        );
    }
}
