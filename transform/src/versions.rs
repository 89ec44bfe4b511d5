//! Which version of a report stands (READING.md R32).
//!
//! A version that can be used goes before one that cannot; then the version said by the file's name decides, then the
//! time of the file, then its path. The same set of versions gives the same answer in whatever order they came.

use chrono::NaiveDateTime;

/// What decides between versions of a report, weakest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank<'a> {
    /// Whether anything of it could be loaded, or it is a nil return.
    pub acceptable: bool,
    /// Version said by the name; 0 where it says none.
    pub stated: u32,
    /// Time of last change of the file, UTC.
    pub received_at: NaiveDateTime,
    /// Path relative to the workspace.
    pub path: &'a str,
    /// Content, which settles the rest.
    pub submission_id: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank<'a>(acceptable: bool, stated: u32, day: u32, path: &'a str) -> Rank<'a> {
        Rank {
            acceptable,
            stated,
            received_at: chrono::NaiveDate::from_ymd_opt(2018, 11, day)
                .unwrap()
                .and_hms_opt(12, 0, 0)
                .unwrap(),
            path,
            submission_id: "",
        }
    }

    #[test]
    fn a_stated_version_goes_before_the_time_of_the_file() {
        assert!(rank(true, 2, 5, "espoo v2.csv") > rank(true, 0, 9, "espoo.csv"));
    }

    #[test]
    fn the_time_of_the_file_goes_before_its_path() {
        assert!(rank(true, 0, 9, "a.csv") > rank(true, 0, 5, "b.csv"));
        assert!(rank(true, 0, 9, "b.csv") > rank(true, 0, 9, "a.csv"));
    }

    #[test]
    fn a_version_that_cannot_be_used_replaces_none_that_can() {
        assert!(rank(true, 0, 5, "espoo.csv") > rank(false, 3, 9, "espoo v3.csv"));
    }
}
