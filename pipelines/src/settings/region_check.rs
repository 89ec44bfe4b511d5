//! Checks the sense of a region file: what is named must exist, months and shares must be possible.

use kooste_transform::programme::Labels;
use kooste_transform::region::{Every, Organisation, RegionFile, Source};

use super::month;
use super::toml_fault::{Fault, Places, Step, nearest_hint};
use crate::failure::Phrase;
use crate::language::Language;

/// What a region file may name.
pub struct Known<'a> {
    /// Codes of the programme's forms.
    pub forms: Vec<&'a str>,
    /// Codes of their fields.
    pub fields: Vec<&'a str>,
    /// Tells whether a municipality with this code exists.
    pub municipality: &'a dyn Fn(&str) -> bool,
}

/// All faults, in the order of the file.
#[must_use]
pub fn faults(region: &RegionFile, places: &Places<'_>, known: &Known<'_>) -> Vec<Fault> {
    let mut check = Check {
        places,
        known,
        faults: Vec::new(),
    };
    check.head(region);
    check.numbers(region);
    for (at, organisation) in region.organisations.iter().enumerate() {
        check.organisation(at, organisation, region);
    }
    for (at, source) in region.sources.iter().enumerate() {
        check.source(at, source, region);
    }
    check.faults.sort_by_key(|fault| fault.span.start);
    check.faults
}

struct Check<'a> {
    places: &'a Places<'a>,
    known: &'a Known<'a>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn add(&mut self, way: &[Step<'_>], message: Phrase, hint: Option<Phrase>) {
        self.faults.push(Fault {
            span: self.places.find(way),
            message,
            hint,
        });
    }

    fn head(&mut self, region: &RegionFile) {
        let way = |key| [Step::Key("region"), Step::Key(key)];
        let head = &region.region;
        self.code(&way("code"), &head.code);
        self.name(&way("name"), &head.name);
        self.name(&way("project"), &head.project);
        self.month(&way("first_month"), Some(&head.first_month));
        self.month(&way("last_month"), Some(&head.last_month));
        self.months_in_order(
            &way("last_month"),
            Some(&head.first_month),
            Some(&head.last_month),
        );
        if head.languages.is_empty() {
            self.add(&way("languages"), Phrase::new("settings-no-language"), None);
        }
        for (at, language) in head.languages.iter().enumerate() {
            if Language::from_code(language).is_none() {
                let message = Phrase::new("settings-unknown-language").with("value", language);
                let hint = nearest_hint(language, &["fi", "sv", "en"]);
                let [first, second] = way("languages");
                self.add(&[first, second, Step::Index(at)], message, Some(hint));
            }
        }
    }

    fn numbers(&mut self, region: &RegionFile) {
        let reporting = |key| [Step::Key("reporting"), Step::Key(key)];
        if !(1..=31).contains(&region.reporting.due_day) {
            self.add(
                &reporting("due_day"),
                Phrase::new("settings-due-day").with("value", region.reporting.due_day.to_string()),
                None,
            );
        }
        self.forms(&reporting("forms"), &region.reporting.forms);
        let grant_share = [Step::Key("funding"), Step::Key("grant_share")];
        self.share(&grant_share, region.funding.grant_share);
        self.share(
            &reporting("max_reject_share"),
            Some(region.reporting.max_reject_share),
        );
    }

    fn share(&mut self, way: &[Step<'_>], share: Option<f64>) {
        if let Some(share) = share.filter(|share| !(0.0..=1.0).contains(share)) {
            let message = Phrase::new("settings-share").with("value", share.to_string());
            let hint = (share > 1.0 && share <= 100.0)
                .then(|| Phrase::new("hint-share").with("value", (share / 100.0).to_string()));
            self.add(way, message, hint);
        }
    }

    fn organisation(&mut self, at: usize, organisation: &Organisation, region: &RegionFile) {
        let way = |key| [Step::Key("organisation"), Step::Index(at), Step::Key(key)];
        self.code(&way("code"), &organisation.code);
        self.name(&way("name"), &organisation.name);
        let earlier = &region.organisations[..at];
        if earlier.iter().any(|other| other.code == organisation.code) {
            let message =
                Phrase::new("settings-duplicate-organisation").with("value", &organisation.code);
            self.add(&way("code"), message, None);
        }
        let same_name = |other: &&Organisation| {
            let names = [&other.name.fi, &other.name.sv, &other.name.en];
            let same = |name: &&String| {
                name.trim().to_lowercase() == organisation.name.fi.trim().to_lowercase()
            };
            !organisation.name.fi.trim().is_empty() && names.iter().any(same)
        };
        if let Some(other) = earlier.iter().find(same_name) {
            let message = Phrase::new("settings-duplicate-name")
                .with("value", &organisation.name.fi)
                .with("other", &other.code);
            self.add(&way("name"), message, None);
        }
        if let Some(code) = &organisation.municipality
            && !(self.known.municipality)(code)
        {
            let message = Phrase::new("settings-unknown-municipality").with("value", code);
            let hint = Phrase::new("hint-municipality-code");
            self.add(&way("municipality"), message, Some(hint));
        }
        self.forms(
            &way("forms"),
            organisation.forms.as_deref().unwrap_or_default(),
        );
        if let Some(Every::PerForm(forms)) = &organisation.every {
            for form in forms.keys() {
                let [first, second, third] = way("every");
                self.form(&[first, second, third, Step::Key(form)], form);
            }
        }
        self.duty(at, organisation, region);
    }

    fn duty(&mut self, at: usize, organisation: &Organisation, region: &RegionFile) {
        let way = |key| [Step::Key("organisation"), Step::Index(at), Step::Key(key)];
        let (from, until) = (organisation.from.as_deref(), organisation.until.as_deref());
        self.month(&way("from"), from);
        self.month(&way("until"), until);
        self.months_in_order(&way("until"), from, until);
        if let Some(other) = &organisation.reports_with {
            if *other == organisation.code {
                let message = Phrase::new("settings-reports-with-itself").with("value", other);
                self.add(&way("reports_with"), message, None);
            } else {
                self.named_organisation(&way("reports_with"), other, region);
            }
        }
    }

    fn source(&mut self, at: usize, source: &Source, region: &RegionFile) {
        let way = |key| [Step::Key("source"), Step::Index(at), Step::Key(key)];
        if let Some(organisation) = &source.organisation {
            self.named_organisation(&way("organisation"), organisation, region);
        }
        if let Some(form) = &source.form {
            self.form(&way("form"), form);
        }
        for (label, field) in &source.columns {
            if !self.known.fields.contains(&field.as_str()) {
                let message = Phrase::new("settings-unknown-field").with("value", field);
                let hint = nearest_hint(field, &self.known.fields);
                let [first, second, third] = way("columns");
                self.add(
                    &[first, second, third, Step::Key(label)],
                    message,
                    Some(hint),
                );
            }
        }
        if source.header_row == Some(0) {
            self.add(&way("header_row"), Phrase::new("settings-header-row"), None);
        }
    }

    fn named_organisation(&mut self, way: &[Step<'_>], code: &str, region: &RegionFile) {
        let codes: Vec<&str> = region
            .organisations
            .iter()
            .map(|organisation| organisation.code.as_str())
            .collect();
        if !codes.contains(&code) {
            let message = Phrase::new("settings-unknown-organisation").with("value", code);
            self.add(way, message, Some(nearest_hint(code, &codes)));
        }
    }

    fn forms(&mut self, way: &[Step<'_>], forms: &[String]) {
        for (at, form) in forms.iter().enumerate() {
            let mut longer = way.to_vec();
            longer.push(Step::Index(at));
            self.form(&longer, form);
        }
    }

    fn form(&mut self, way: &[Step<'_>], form: &str) {
        if !self.known.forms.contains(&form) {
            let message = Phrase::new("settings-unknown-form").with("value", form);
            let hint = nearest_hint(form, &self.known.forms);
            self.add(way, message, Some(hint));
        }
    }

    fn code(&mut self, way: &[Step<'_>], code: &str) {
        let plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
        if code.is_empty() || !code.bytes().all(plain) {
            self.add(way, Phrase::new("settings-code").with("value", code), None);
        }
    }

    fn name(&mut self, way: &[Step<'_>], name: &Labels) {
        if name.fi.trim().is_empty() {
            self.add(way, Phrase::new("settings-no-name"), None);
        }
    }

    fn month(&mut self, way: &[Step<'_>], text: Option<&str>) {
        if let Some(text) = text.filter(|text| month::parse(text).is_none()) {
            let message = Phrase::new("settings-month").with("value", text);
            self.add(way, message, Some(Phrase::new("hint-month")));
        }
    }

    fn months_in_order(&mut self, way: &[Step<'_>], from: Option<&str>, until: Option<&str>) {
        let first = from.and_then(month::parse);
        let last = until.and_then(month::parse);
        if let (Some(first), Some(last)) = (first, last)
            && last < first
        {
            let message = Phrase::new("settings-months-order")
                .with("first", month::format(first))
                .with("last", month::format(last));
            self.add(way, message, None);
        }
    }
}
