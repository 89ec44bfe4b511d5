//! What each organisation owes, form by form and month by month.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::outcome::ConsolidateError;
use super::report::Key;
use crate::calendar::{Month, due_date};
use crate::programme::Programme;
use crate::region::{Every, Frequency, Organisation, RegionFile};

/// One duty: an organisation owes a form in some months of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Duty {
    /// Code of the organisation.
    pub(crate) organisation: String,
    /// Index of the form.
    pub(crate) form: usize,
    /// How often.
    pub(crate) every: Frequency,
    /// First month.
    pub(crate) from: Month,
    /// Last month.
    pub(crate) until: Month,
}

impl Duty {
    fn covers(&self, month: Month) -> bool {
        let in_turn = match self.every {
            Frequency::Month => true,
            Frequency::Quarter => month.number().is_multiple_of(3),
            Frequency::HalfYear => month.number().is_multiple_of(6),
        };
        in_turn && (self.from..=self.until).contains(&month)
    }
}

/// The duties of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Duties {
    /// All of them, in the order of region file and programme.
    pub(crate) duties: Vec<Duty>,
    /// First month of the region.
    pub(crate) first: Month,
    /// Last month of the region.
    pub(crate) last: Month,
    due_day: u32,
}

impl Duties {
    /// Reads the duties out of a region file.
    pub(crate) fn of(region: &RegionFile, programme: &Programme) -> Result<Self, ConsolidateError> {
        let first = month("region.first_month", &region.region.first_month)?;
        let last = month("region.last_month", &region.region.last_month)?;
        let mut duties = Vec::new();
        for organisation in &region.organisations {
            let from = optional_month("organisation.from", organisation.from.as_deref())?;
            let until = optional_month("organisation.until", organisation.until.as_deref())?;
            for form in forms_owed(organisation, region, programme)? {
                duties.push(Duty {
                    organisation: organisation.code.clone(),
                    form,
                    every: frequency(organisation, &programme.forms[form].code),
                    from: from.map_or(first, |from| from.max(first)),
                    until: until.map_or(last, |until| until.min(last)),
                });
            }
        }
        Ok(Duties {
            duties,
            first,
            last,
            due_day: region.reporting.due_day,
        })
    }

    /// Day on which reports of a month are due.
    pub(crate) fn due_on(&self, period: NaiveDate) -> NaiveDate {
        due_date(Month::of(period), self.due_day)
    }

    /// All months of the region.
    pub(crate) fn months(&self) -> impl Iterator<Item = Month> {
        let last = self.last;
        std::iter::successors(Some(self.first), |month| Some(month.next()))
            .take_while(move |month| *month <= last)
    }

    /// The last month for which reports are counted: it is due before `today` or has data.
    pub(crate) fn last_counted(
        &self,
        today: NaiveDate,
        last_with_data: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        self.months()
            .map(Month::first_day)
            .filter(|month| self.due_on(*month) < today || last_with_data >= Some(*month))
            .last()
    }

    /// Whether an organisation owes a form for a month.
    pub(crate) fn owes(&self, organisation: &str, form: usize, month: Month) -> bool {
        self.of_form(organisation, form)
            .any(|duty| duty.covers(month))
    }

    /// The first month for which an organisation may owe a form; that of the region where it owes none.
    pub(crate) fn first_owed(&self, organisation: &str, form: usize) -> Month {
        let first = self.of_form(organisation, form).map(|duty| duty.from).min();
        first.unwrap_or(self.first)
    }

    fn of_form(&self, organisation: &str, form: usize) -> impl Iterator<Item = &Duty> {
        let is_of = move |duty: &&Duty| duty.organisation == organisation && duty.form == form;
        self.duties.iter().filter(is_of)
    }

    /// Everything that is owed over all months.
    pub(crate) fn owed(&self) -> BTreeSet<Key> {
        let mut owed = BTreeSet::new();
        for duty in &self.duties {
            for month in self.months().filter(|month| duty.covers(*month)) {
                owed.insert((duty.organisation.clone(), duty.form, month.first_day()));
            }
        }
        owed
    }
}

/// What an organisation owes in a month: indexes of forms in the order of the programme.
///
/// # Errors
///
/// [`ConsolidateError::Region`] for a month or form of the region file that does not exist.
pub fn owed_in(
    region: &RegionFile,
    programme: &Programme,
    organisation: &str,
    month: NaiveDate,
) -> Result<Vec<usize>, ConsolidateError> {
    let duties = Duties::of(region, programme)?;
    let mut forms: Vec<usize> = (duties.duties.iter())
        .filter(|duty| duty.organisation == organisation && duty.covers(Month::of(month)))
        .map(|duty| duty.form)
        .collect();
    forms.sort_unstable();
    Ok(forms)
}

fn forms_owed(
    organisation: &Organisation,
    region: &RegionFile,
    programme: &Programme,
) -> Result<Vec<usize>, ConsolidateError> {
    let named = organisation
        .forms
        .as_ref()
        .unwrap_or(&region.reporting.forms);
    if named.is_empty() && organisation.forms.is_none() {
        return Ok((0..programme.forms.len()).collect());
    }
    named
        .iter()
        .map(|name| {
            programme
                .form(name)
                .ok_or_else(|| ConsolidateError::Region {
                    key: String::from("forms"),
                    detail: format!("`{}` owes the unknown form `{name}`", organisation.code),
                })
        })
        .collect()
}

fn frequency(organisation: &Organisation, form: &str) -> Frequency {
    match &organisation.every {
        None => Frequency::Month,
        Some(Every::All(frequency)) => *frequency,
        Some(Every::PerForm(forms)) => forms.get(form).copied().unwrap_or(Frequency::Month),
    }
}

fn month(key: &str, text: &str) -> Result<Month, ConsolidateError> {
    Month::parse(text).ok_or_else(|| ConsolidateError::Region {
        key: key.to_owned(),
        detail: format!("`{text}` is not a month like `2018-10`"),
    })
}

fn optional_month(key: &str, text: Option<&str>) -> Result<Option<Month>, ConsolidateError> {
    text.map(|text| month(key, text)).transpose()
}
