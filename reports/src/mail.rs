//! What all that is written to reporters and about them is made from, and the page that holds it.

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;

use crate::error::ReportError;
use crate::feedback::Senders;
use crate::figures::{Correspondence, Names, Remark, RunStamp, last_run};
use crate::language::Language;
use crate::summary::page::{Page, Section};
use crate::words::Words;

/// What the letters of a month are made from.
pub(crate) struct Mail {
    /// Names of the region.
    pub(crate) names: Names,
    /// First day of the month.
    pub(crate) month: NaiveDate,
    /// What is to be told.
    pub(crate) correspondence: Correspondence,
    /// The run whose findings they are.
    pub(crate) run: Option<RunStamp>,
    /// Languages of the letters.
    pub(crate) languages: Vec<Language>,
}

impl Mail {
    /// Reads what is to be told of a month; `senders` tells whose the files are that no report came of.
    ///
    /// # Errors
    ///
    /// [`ReportError`] if the warehouse cannot be read.
    pub(crate) fn read(
        warehouse: &Warehouse,
        month: NaiveDate,
        languages: &[Language],
        senders: &Senders,
    ) -> Result<Self, ReportError> {
        let mut mail = Mail {
            names: Names::read(warehouse, month)?,
            month,
            correspondence: Correspondence::read(warehouse, month)?,
            run: last_run(warehouse)?,
            languages: languages.to_vec(),
        };
        mail.give_back_strays(senders);
        Ok(mail)
    }

    /// Tells of a stray file those who sent it by its name and still owe a report of the month (READING.md R2); others
    /// may have sent another one since.
    pub(crate) fn give_back_strays(&mut self, senders: &Senders) {
        let owes = |organisation: &String| {
            self.correspondence.reports.iter().any(|report| {
                report.organisation == *organisation
                    && report.expected
                    && matches!(report.state.as_str(), "missing" | "rejected")
            })
        };
        let mut told = Vec::new();
        let mut strays = Vec::new();
        for stray in &self.correspondence.strays {
            let sender = senders(&stray.path).filter(|sender| sender.month == self.month);
            let organisations = sender
                .map(|sender| sender.organisations)
                .unwrap_or_default();
            let told_before = told.len();
            let owing = organisations.into_iter().filter(owes);
            told.extend(owing.map(|organisation| Remark {
                organisation,
                ..stray.clone()
            }));
            if told.len() == told_before {
                strays.push(stray.clone());
            }
        }
        self.correspondence.remarks.extend(told);
        self.correspondence.strays = strays;
    }

    /// The organisations that owe or sent something, in the order of the region file.
    pub(crate) fn organisations(&self) -> Vec<&str> {
        let concerned = |code: &str| {
            let reports = &self.correspondence.reports;
            reports.iter().any(|report| {
                report.organisation == code && (report.expected || report.submission.is_some())
            })
        };
        let organisations = self.names.organisations.iter();
        let codes = organisations.map(|entry| entry.code.as_str());
        codes.filter(|code| concerned(code)).collect()
    }

    /// The remarks on what an organisation sent.
    pub(crate) fn remarks(&self, organisation: &str) -> Vec<&Remark> {
        let of = |remark: &&Remark| remark.organisation == organisation;
        self.correspondence.remarks.iter().filter(of).collect()
    }

    /// A page of these sections, numbered in their order; `file_name` gives its name in each language.
    pub(crate) fn page(
        &self,
        words: &Words,
        (subtitle, footer): (String, String),
        mut sections: Vec<Section>,
        file_name: impl Fn(Language) -> String,
    ) -> Page {
        for (number, section) in (1..).zip(&mut sections) {
            section.number = number;
        }
        let project = &self.names.region.project;
        let languages = self.languages.iter();
        Page {
            language: words.language,
            title: project.in_language(words.language).to_owned(),
            subtitle,
            facts: Vec::new(),
            languages: languages
                .map(|language| (*language, file_name(*language)))
                .collect(),
            sections,
            footer,
        }
    }
}
