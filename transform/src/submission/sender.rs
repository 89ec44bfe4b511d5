//! Whose file it is that nobody can read: its name and folders tell, as they do of any file (READING.md R2).

use chrono::NaiveDate;

use super::Context;
use crate::evidence::{Around, Evidence, FileEvidence, Month};

/// Who sent a file, and for which month, told by its path alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// Codes of the organisations; several where they report jointly.
    pub organisations: Vec<String>,
    /// First day of the month.
    pub month: NaiveDate,
}

impl Context {
    /// Who sent the file at `path`, told by sources and decisions, its name and its folders; none where one of the two is
    /// not told or the places contradict.
    #[must_use]
    pub fn sender(&self, path: &str) -> Option<Sender> {
        let told = FileEvidence::of_path(path, &*self.vocabulary.lexicon, &self.organisations);
        let guidance = self.guidance(path, told.organisation());
        let around = Around::of_path(told.arrival);
        let evidence = Evidence::weigh(told.claims, around, &guidance, &self.organisations);
        let (organisation, month) = (evidence.organisation?, evidence.period?);
        let contradicts = evidence
            .organisation_conflict(None, false, &self.organisations)
            .or_else(|| evidence.period_conflict(month, &[], false));
        let members = self.organisations.joint(organisation).iter();
        contradicts.is_none().then(|| Sender {
            organisations: members
                .map(|member| self.organisations.code(*member).to_string())
                .collect(),
            month: Month::first_day(month),
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::testkit::context;

    #[test]
    fn a_file_nobody_can_read_is_whose_its_name_says_r2() {
        let context = context();
        let sender = context.sender("inbox/2018-10/Espoo.xlsx").unwrap();
        assert_eq!(sender.organisations, ["espoo"]);
        assert_eq!(Some(sender.month), NaiveDate::from_ymd_opt(2018, 10, 1));
        let joint = context.sender("inbox/Siuntio lokakuu 2018.xlsx").unwrap();
        assert_eq!(joint.organisations, ["inkoo", "siuntio"]);
        assert_eq!(context.sender("inbox/2018-10/raportti.xlsx"), None);
        assert_eq!(context.sender("inbox/Espoo.xlsx"), None, "no month");
        assert_eq!(context.sender("inbox/Vantaa/2018-10/Espoo.xlsx"), None);
    }
}
