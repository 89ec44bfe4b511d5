//! What the region file's sources and `decisions.toml` settle for one file before it is read.

use globset::{GlobBuilder, GlobMatcher};
use kooste_ingest::table::How;
use kooste_ingest::vocabulary::{ColumnHint, Hints};

use super::organisations::Organisations;
use super::period::Month;
use crate::decisions::{Decision, DecisionKind, Decisions};
use crate::region::{Dash, Mode, RegionFile, Source};

/// Patterns of sources and of decisions about files, ready to match.
#[derive(Debug, Clone, Default)]
pub(crate) struct Patterns {
    sources: Vec<Option<GlobMatcher>>,
    decisions: Vec<Option<GlobMatcher>>,
}

impl Patterns {
    /// Prepares the patterns; one that is not valid matches nothing (checking settings is not done here).
    pub(crate) fn new(region: &RegionFile, decisions: &Decisions) -> Self {
        let of_decision = |decision: &Decision| match decision.kind {
            DecisionKind::File => matcher(&decision.found),
            _ => None,
        };
        Patterns {
            sources: region
                .sources
                .iter()
                .map(|source| matcher(&source.pattern))
                .collect(),
            decisions: decisions.decisions.iter().map(of_decision).collect(),
        }
    }
}

fn matcher(pattern: &str) -> Option<GlobMatcher> {
    let mut builder = GlobBuilder::new(pattern);
    let glob = builder
        .literal_separator(true)
        .case_insensitive(true)
        .build();
    Some(glob.ok()?.compile_matcher())
}

fn matches(matcher: Option<&GlobMatcher>, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matcher.is_some_and(|matcher| matcher.is_match(path) || matcher.is_match(name))
}

/// Whether a pattern of a source or decision matches a path.
pub(crate) fn pattern_matches(pattern: &str, path: &str) -> bool {
    matches(matcher(pattern).as_ref(), path)
}

/// What is settled for one file.
#[derive(Debug, Clone, Default)]
pub struct Guidance {
    /// Whose report it is.
    pub organisation: Option<usize>,
    /// For which month.
    pub period: Option<Month>,
    /// How its tables are to be found.
    pub hints: Hints,
    /// Whether a dash means zero.
    pub dash_is_zero: bool,
    /// Relation to earlier reports.
    pub mode: Mode,
    /// Decisions about the file, by index, that were applied.
    pub decided_by: Vec<usize>,
}

impl Guidance {
    /// Collects what is settled for the file at `path`. `told` is the organisation that the path itself names, for
    /// decisions that hold for one organisation only.
    pub(crate) fn collect(
        path: &str,
        told: Option<usize>,
        (region, decisions): (&RegionFile, &Decisions),
        patterns: &Patterns,
        organisations: &Organisations,
    ) -> Self {
        let mut guidance = Guidance::default();
        for (source, matcher) in region.sources.iter().zip(&patterns.sources) {
            if matches(matcher.as_ref(), path) {
                guidance.take_source(source, organisations);
            }
        }
        let file_decisions = decisions
            .decisions
            .iter()
            .zip(&patterns.decisions)
            .enumerate();
        for (at, (decision, matcher)) in file_decisions {
            if matches(matcher.as_ref(), path) {
                guidance.take_file_decision(decision, organisations);
                guidance.decided_by.push(at);
            }
        }
        let told = guidance.organisation.or(told);
        let told = told.map(|at| organisations.code(at).as_ref());
        for decision in &decisions.decisions {
            let elsewhere =
                decision.organisation.is_some() && decision.organisation.as_deref() != told;
            if !elsewhere {
                guidance.take_hint(decision);
            }
        }
        guidance
    }

    /// The first source that says something is heard.
    fn take_source(&mut self, source: &Source, organisations: &Organisations) {
        let named = source.organisation.as_deref();
        self.organisation = self.organisation.or_else(|| organisations.find(named?));
        let hints = &mut self.hints;
        hints.form = hints.form.take().or_else(|| source.form.clone());
        hints.sheet = hints.sheet.take().or_else(|| source.sheet.clone());
        hints.header_row = hints.header_row.or(source.header_row);
        hints
            .columns
            .extend(source.columns.iter().map(|(label, field)| ColumnHint {
                label: label.clone(),
                field: field.clone(),
                how: How::Source,
            }));
        self.dash_is_zero |= source.dash == Some(Dash::Zero);
        if self.mode == Mode::Replace {
            self.mode = source.mode;
        }
    }

    /// A decision is newer than the region file: it is heard before it.
    fn take_file_decision(&mut self, decision: &Decision, organisations: &Organisations) {
        for part in decision.means.as_deref().unwrap_or_default().split(',') {
            let Some((key, value)) = part.split_once('=') else {
                continue;
            };
            match (key.trim(), value.trim()) {
                ("organisation", code) => {
                    self.organisation = organisations.find(code).or(self.organisation)
                }
                ("form", code) => self.hints.form = Some(code.to_owned()),
                ("period", month) => self.period = Month::parse(month).or(self.period),
                _ => {}
            }
        }
    }

    fn take_hint(&mut self, decision: &Decision) {
        match (decision.kind, &decision.field, &decision.means) {
            (DecisionKind::Column, Some(field), _) | (DecisionKind::Column, None, Some(field)) => {
                let hint = ColumnHint {
                    label: decision.found.clone(),
                    field: field.clone(),
                    how: How::Decision,
                };
                self.hints.columns.insert(0, hint);
            }
            (DecisionKind::Sheet, _, Some(form)) => {
                self.hints
                    .sheets
                    .push((decision.found.clone(), form.clone()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::region;

    fn collected(region: &RegionFile, decisions: &str, path: &str) -> Guidance {
        let decisions: Decisions = toml::from_str(decisions).unwrap();
        let patterns = Patterns::new(region, &decisions);
        let organisations = Organisations::new(region);
        Guidance::collect(path, None, (region, &decisions), &patterns, &organisations)
    }

    #[test]
    fn a_source_helps_only_the_files_that_match() {
        let mut region = region();
        region.sources = toml::from_str::<toml::Table>(
            "[[source]]\nmatch = 'inbox/**/ingå*.xlsx'\norganisation = 'inkoo'\nheader_row = 4\ndash = 'zero'",
        )
        .unwrap()["source"]
            .clone()
            .try_into()
            .unwrap();
        let found = collected(&region, "", "inbox/2018-10/Ingå okt.xlsx");
        assert_eq!(
            found.organisation,
            Organisations::new(&region).find("inkoo")
        );
        assert_eq!(found.hints.header_row, Some(4));
        assert!(found.dash_is_zero);
        let other = collected(&region, "", "inbox/2018-10/espoo.xlsx");
        assert_eq!(other.organisation, None);
        assert!(!other.dash_is_zero);
    }

    #[test]
    fn a_decision_settles_whose_a_file_is_and_for_which_month() {
        let decision = "[[decision]]\nkind = 'file'\nfound = 'tiedosto*.csv'\n\
            means = 'organisation=espoo, period=2018-10'\nby = 'agent'\non = 2018-11-05\nwhy = 'asked'";
        let region = region();
        let found = collected(&region, decision, "inbox/x/tiedosto1.csv");
        assert_eq!(
            found.organisation,
            Organisations::new(&region).find("espoo")
        );
        assert_eq!(found.period, Month::new(2018, 10));
        assert_eq!(found.decided_by, [0]);
    }
}
