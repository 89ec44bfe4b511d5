//! What a reporter is told, in which order and how much of it.

use crate::figures::Remark;

/// Remarks told at most.
const MOST: usize = 200;
/// Remarks of one kind on one sheet told at most; the count of the others is told.
const MOST_OF_KIND: usize = 20;

/// Remarks in the order in which they are to be corrected.
pub(crate) struct Ranked<'a> {
    /// Those told.
    pub(crate) told: Vec<&'a Remark>,
    /// How many are left out.
    pub(crate) left_out: usize,
    /// Whether faults of structure stand alone, because what lies behind them can be judged only afterwards.
    pub(crate) structure_alone: bool,
}

impl<'a> Ranked<'a> {
    /// Ranks remarks: faults of structure first and alone, then errors, warnings and notices, as they come.
    pub(crate) fn of(remarks: &[&'a Remark]) -> Self {
        let structural: Vec<&Remark> = remarks
            .iter()
            .filter(|remark| remark.is_of_structure())
            .copied()
            .collect();
        let structure_alone = !structural.is_empty();
        let candidates = if structure_alone {
            structural
        } else {
            remarks.to_vec()
        };
        let mut told: Vec<&Remark> = Vec::new();
        for remark in candidates {
            let same = told.iter().filter(|other| {
                (&other.code, &other.path, &other.sheet)
                    == (&remark.code, &remark.path, &remark.sheet)
            });
            if told.len() < MOST && same.count() < MOST_OF_KIND {
                told.push(remark);
            }
        }
        Ranked {
            left_out: remarks.len() - told.len(),
            told,
            structure_alone,
        }
    }

    /// How many of those told have this severity.
    pub(crate) fn count(&self, severity: &str) -> usize {
        self.told
            .iter()
            .filter(|remark| remark.severity == severity)
            .count()
    }
}
