//! Which reports an organisation owes.

use super::period::Month;
use crate::programme::Programme;
use crate::region::{Every, Frequency, Organisation, RegionFile};

/// Tells whether `organisation` owes the form `form` for `month`, the region's first and last month included.
#[must_use]
pub fn owes(region: &RegionFile, organisation: &Organisation, form: &str, month: Month) -> bool {
    let asked = match &organisation.forms {
        Some(forms) => forms,
        None => &region.reporting.forms,
    };
    let form_is_owed =
        asked.iter().any(|owed| owed == form) || (asked.is_empty() && organisation.forms.is_none());
    form_is_owed
        && is_in_window(region, month)
        && is_within(
            organisation.from.as_deref(),
            organisation.until.as_deref(),
            month,
        )
        && is_turn(frequency(organisation, form), month)
}

/// The forms that `organisation` owes for `month`, by index, in the order of the programme.
#[must_use]
pub fn owed_forms(
    programme: &Programme,
    region: &RegionFile,
    organisation: &Organisation,
    month: Month,
) -> Vec<usize> {
    (0..programme.forms.len())
        .filter(|form| owes(region, organisation, &programme.forms[*form].code, month))
        .collect()
}

/// Tells whether the month lies between the region's first and last, both included.
#[must_use]
pub(crate) fn is_in_window(region: &RegionFile, month: Month) -> bool {
    let region = &region.region;
    is_within(Some(&region.first_month), Some(&region.last_month), month)
}

/// Tells whether a month lies between two others as settings write them, both included; an open end lets all pass.
#[must_use]
pub(crate) fn is_within(from: Option<&str>, until: Option<&str>, month: Month) -> bool {
    from.and_then(Month::parse).is_none_or(|from| from <= month)
        && until
            .and_then(Month::parse)
            .is_none_or(|until| month <= until)
}

fn frequency(organisation: &Organisation, form: &str) -> Frequency {
    match &organisation.every {
        None => Frequency::Month,
        Some(Every::All(frequency)) => *frequency,
        Some(Every::PerForm(forms)) => forms.get(form).copied().unwrap_or(Frequency::Month),
    }
}

fn is_turn(frequency: Frequency, month: Month) -> bool {
    match frequency {
        Frequency::Month => true,
        Frequency::Quarter => month.number().is_multiple_of(3),
        Frequency::HalfYear => month.number().is_multiple_of(6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::region;

    #[test]
    fn a_form_is_owed_in_its_months_only() {
        let region = region();
        let hus = region
            .organisations
            .iter()
            .find(|one| one.code == "hus")
            .unwrap();
        let owed = |form: &str, month: &str| owes(&region, hus, form, Month::parse(month).unwrap());
        assert!(owed("activities", "2018-10"));
        assert!(
            !owed("activities", "2019-01"),
            "after the region's last month"
        );
        assert!(owed("narrative", "2018-09"), "quarterly");
        assert!(!owed("narrative", "2018-10"), "quarterly");
        assert!(!owed("pilots", "2018-09"), "not among its forms");
    }
}
