//! Values that `decisions.toml` settles: what a text means in a field, for some organisations, forms and months.

use kooste_ingest::columns::normalise;
use kooste_ingest::vocabulary::FieldKind;

use super::Making;
use crate::decisions::{Decision, DecisionKind};
use crate::evidence::is_within;

/// The decisions in force for one field of one table.
#[derive(Debug, Clone, Default)]
pub(super) struct Decided {
    meanings: Vec<Meaning>,
    /// Indices of the decisions that decided something.
    used: Vec<usize>,
}

#[derive(Debug, Clone)]
struct Meaning {
    decision: usize,
    found: String,
    means: String,
}

impl Decided {
    /// The decisions about `field` that hold for the table's organisation and month.
    pub(super) fn of_field(making: Making<'_>, field: usize) -> Self {
        let decisions = making.context.decisions.decisions.iter().enumerate();
        let meanings = decisions
            .filter(|(_, decision)| decision.kind == DecisionKind::Value)
            .filter(|(_, decision)| is_about(decision, making, field) && holds(decision, making))
            .filter_map(|(at, decision)| {
                Some(Meaning {
                    decision: at,
                    found: normalise(&decision.found),
                    means: decision.means.clone()?,
                })
            })
            .collect();
        Decided {
            meanings,
            used: Vec::new(),
        }
    }

    /// What a text means, if it is decided.
    pub(super) fn meaning(&mut self, text: &str) -> Option<&str> {
        if self.meanings.is_empty() {
            return None;
        }
        let text = normalise(text);
        let meaning = self.meanings.iter().find(|meaning| meaning.found == text)?;
        self.used.push(meaning.decision);
        Some(&meaning.means)
    }

    /// Indices of the decisions that decided something, once for each text.
    pub(super) fn used(&self) -> &[usize] {
        &self.used
    }
}

/// A decision names the field itself or its code list.
fn is_about(decision: &Decision, making: Making<'_>, field: usize) -> bool {
    let words = &making.form.fields[field];
    let list = match &words.kind {
        FieldKind::Code(list) | FieldKind::CodeList(list) => Some(list.as_str()),
        _ => None,
    };
    let named = decision.field.as_deref();
    named == Some(&*words.code) || (named.is_some() && named == list)
}

fn holds(decision: &Decision, making: Making<'_>) -> bool {
    let organisations = &making.context.organisations;
    let of_organisation = decision.organisation.as_deref().is_none_or(|code| {
        let leader = organisations.find(code).map(|at| organisations.leader(at));
        leader.is_some() && leader == making.evidence.organisation
    });
    let of_form = decision
        .form
        .as_deref()
        .is_none_or(|form| *form == *making.form.code);
    let in_force = making
        .evidence
        .period
        .is_none_or(|month| is_within(decision.from.as_deref(), decision.until.as_deref(), month));
    of_organisation && of_form && in_force
}
