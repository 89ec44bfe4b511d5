//! Reads `decisions.toml` and checks its sense; a workspace without one has decided nothing yet.

use std::path::Path;

use kooste_ingest::issue::Code;
use kooste_ingest::vocabulary::FieldKind;
use kooste_transform::decisions::{Decision, DecisionKind, Decisions};
use kooste_transform::programme::{CodeList, Programme};
use kooste_transform::region::RegionFile;

use super::month;
use super::region_file::failure;
use super::toml_fault::{self, Fault, Places, Step, nearest_hint};
use crate::failure::{Failure, Phrase};
use crate::messages::Messages;

/// Name of the file in a workspace.
pub const FILE_NAME: &str = "decisions.toml";

/// Reads and checks the decisions at `path`.
///
/// # Errors
/// A file that cannot be read, is no TOML, holds unknown keys or names what does not exist.
pub fn read(
    path: &Path,
    region: &RegionFile,
    programme: &Programme,
    messages: &Messages,
) -> Result<Decisions, Failure> {
    if !path.exists() {
        return Ok(Decisions::default());
    }
    let source = super::read_text(path, "failure-settings-unreadable")?;
    let decisions = toml_fault::read::<Decisions>(&source)
        .map_err(|fault| failure(path, &source, &[fault], messages))?;
    let faults = faults(&decisions, &Places::of(&source), region, programme);
    if faults.is_empty() {
        return Ok(decisions);
    }
    Err(failure(path, &source, &faults, messages))
}

/// All faults, in the order of the file.
fn faults(
    decisions: &Decisions,
    places: &Places<'_>,
    region: &RegionFile,
    programme: &Programme,
) -> Vec<Fault> {
    let mut check = Check {
        places,
        region,
        programme,
        at: 0,
        faults: Vec::new(),
    };
    for (at, decision) in decisions.decisions.iter().enumerate() {
        check.at = at;
        check.scope(decision);
        check.meaning(decision);
    }
    check.faults.sort_by_key(|fault| fault.span.start);
    check.faults
}

struct Check<'a> {
    places: &'a Places<'a>,
    region: &'a RegionFile,
    programme: &'a Programme,
    at: usize,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn add(&mut self, key: &str, message: Phrase, hint: Option<Phrase>) {
        let way = [Step::Key("decision"), Step::Index(self.at), Step::Key(key)];
        self.faults.push(Fault {
            span: self.places.find(&way),
            message,
            hint,
        });
    }

    fn one_of(&mut self, key: &str, fault: &'static str, value: &str, allowed: &[&str]) {
        if !allowed.contains(&value) {
            let message = Phrase::new(fault).with("value", value);
            self.add(key, message, Some(nearest_hint(value, allowed)));
        }
    }

    fn scope(&mut self, decision: &Decision) {
        if let Some(organisation) = &decision.organisation {
            self.organisation("organisation", organisation);
        }
        if let Some(form) = &decision.form {
            self.form("form", form);
        }
        for (key, month) in [("from", &decision.from), ("until", &decision.until)] {
            if let Some(text) = month {
                self.month(key, text);
            }
        }
    }

    fn meaning(&mut self, decision: &Decision) {
        if decision.kind == DecisionKind::Accept {
            let codes = Code::ALL.map(Code::name);
            self.one_of("found", "settings-unknown-issue", &decision.found, &codes);
            return;
        }
        let Some(means) = decision.means.as_deref() else {
            self.add(
                "kind",
                Phrase::new("settings-missing-key").with("key", "means"),
                None,
            );
            return;
        };
        match decision.kind {
            DecisionKind::Value => self.value(decision.field.as_deref(), means),
            DecisionKind::Column => {
                let fields = self.fields();
                self.one_of("means", "settings-unknown-field", means, &fields);
            }
            DecisionKind::Sheet if means == "ignore" => {}
            DecisionKind::Sheet => self.form("means", means),
            DecisionKind::File => self.file(means),
            DecisionKind::Accept => {}
        }
    }

    fn value(&mut self, field: Option<&str>, means: &str) {
        let Some(field) = field else {
            self.add(
                "kind",
                Phrase::new("settings-missing-key").with("key", "field"),
                None,
            );
            return;
        };
        if let Some(list) = self.list_of(field) {
            let codes: Vec<&str> = list.entries.iter().map(|entry| &*entry.code).collect();
            self.one_of("means", "settings-unknown-code", means, &codes);
            return;
        }
        let mut allowed = self.fields();
        allowed.extend(self.programme.lists.iter().map(|list| list.name.as_str()));
        self.one_of("field", "settings-unknown-field", field, &allowed);
    }

    /// The code list that a field has, or that is called so itself.
    fn list_of(&self, field: &str) -> Option<&'a CodeList> {
        let programme = self.programme;
        let of_field = programme
            .forms
            .iter()
            .flat_map(|form| &form.fields)
            .filter(|candidate| &*candidate.code == field)
            .find_map(|candidate| match &candidate.kind {
                FieldKind::Code(list) | FieldKind::CodeList(list) => Some(list.as_str()),
                _ => None,
            });
        programme.list(of_field.unwrap_or(field))
    }

    /// Codes of all fields of all forms, each once.
    fn fields(&self) -> Vec<&'a str> {
        let programme = self.programme;
        let mut codes: Vec<&str> = programme
            .forms
            .iter()
            .flat_map(|form| &form.fields)
            .map(|field| &*field.code)
            .collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    fn file(&mut self, means: &str) {
        for part in means.split(',').map(str::trim) {
            match part
                .split_once('=')
                .map(|(key, value)| (key.trim(), value.trim()))
            {
                Some(("organisation", code)) => self.organisation("means", code),
                Some(("form", form)) => self.form("means", form),
                Some(("period", month)) => self.month("means", month),
                _ => {
                    let message = Phrase::new("settings-file-meaning").with("value", part);
                    self.add("means", message, Some(Phrase::new("hint-file-meaning")));
                }
            }
        }
    }

    fn organisation(&mut self, key: &str, code: &str) {
        let region = self.region;
        let codes: Vec<&str> = region
            .organisations
            .iter()
            .map(|organisation| organisation.code.as_str())
            .collect();
        self.one_of(key, "settings-unknown-organisation", code, &codes);
    }

    fn form(&mut self, key: &str, form: &str) {
        let programme = self.programme;
        let forms: Vec<&str> = programme.forms.iter().map(|form| &*form.code).collect();
        self.one_of(key, "settings-unknown-form", form, &forms);
    }

    fn month(&mut self, key: &str, text: &str) {
        if month::parse(text).is_none() {
            let message = Phrase::new("settings-month").with("value", text);
            self.add(key, message, Some(Phrase::new("hint-month")));
        }
    }
}
