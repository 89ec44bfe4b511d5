//! Every row of a sheet belongs to one table: the rows between two tables go to the nearer one.

use super::RowKind;

/// How many of the rows below a header belong to its table, the others to the next one whose header follows
/// them: notes go with what they stand nearer to, titles with the table below.
pub(super) fn own_rows(kinds: &[RowKind]) -> usize {
    let trailing = |kind: &RowKind| matches!(kind, RowKind::Note | RowKind::Blank);
    let end = kinds.len() - kinds.iter().rev().take_while(|kind| trailing(kind)).count();
    let mut at = end;
    let mut own = end;
    while at < kinds.len() {
        if kinds[at] == RowKind::Blank {
            at += 1;
            continue;
        }
        let run = kinds[at..]
            .iter()
            .take_while(|kind| **kind == RowKind::Note)
            .count();
        let above = at + 1 - end;
        let below = kinds.len() + 1 - (at + run);
        if below <= above {
            break;
        }
        at += run;
        own = at;
    }
    let blanks = kinds[own..]
        .iter()
        .take_while(|kind| **kind == RowKind::Blank)
        .count();
    own + blanks
}

#[cfg(test)]
mod tests {
    use super::*;
    use RowKind::{Blank, Data, Note};

    #[test]
    fn a_footnote_stays_with_the_table_above_and_a_title_goes_with_the_one_below() {
        assert_eq!(own_rows(&[Data, Note, Blank, Blank, Note]), 4);
        assert_eq!(own_rows(&[Data, Blank, Note]), 2);
        assert_eq!(own_rows(&[Data, Data]), 2);
        assert_eq!(own_rows(&[Data, Blank]), 2);
    }
}
