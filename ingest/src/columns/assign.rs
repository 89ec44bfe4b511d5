//! The best way to give each column at most one field and each field at most one column.

/// Finds the assignment with the greatest sum of weights (Hungarian method, rows are columns of the table).
/// `weights[column][field]` is 0 where a column cannot stand for a field. Returns the field of each column.
/// Deterministic: of equal sums always the same one is found.
pub(crate) fn best_assignment(weights: &[Vec<f64>], fields: usize) -> Vec<Option<usize>> {
    let columns = weights.len();
    // A private dummy field for every column lets it stay without one.
    let width = fields + columns;
    let cost = |column: usize, field: usize| {
        if field < fields {
            -weights[column][field]
        } else {
            0.0
        }
    };
    let mut column_potential = vec![0.0; columns + 1];
    let mut field_potential = vec![0.0; width + 1];
    let mut owner = vec![0_usize; width + 1];
    for column in 1..=columns {
        let way = shortest_path(
            column,
            width,
            &cost,
            &mut column_potential,
            &mut field_potential,
            &mut owner,
        );
        let mut field = way.end;
        while field != 0 {
            let previous = way.previous[field];
            owner[field] = owner[previous];
            field = previous;
        }
    }
    let mut assigned = vec![None; columns];
    for field in 1..=fields {
        let column = owner[field];
        if column > 0 && weights[column - 1][field - 1] > 0.0 {
            assigned[column - 1] = Some(field - 1);
        }
    }
    assigned
}

/// Where an augmenting path ends, and how it came there.
struct Way {
    end: usize,
    previous: Vec<usize>,
}

/// Finds the cheapest augmenting path from `column`, with potentials (indices from 1; 0 is the start).
fn shortest_path(
    column: usize,
    width: usize,
    cost: &impl Fn(usize, usize) -> f64,
    column_potential: &mut [f64],
    field_potential: &mut [f64],
    owner: &mut [usize],
) -> Way {
    owner[0] = column;
    let mut previous = vec![0; width + 1];
    let mut least = vec![f64::INFINITY; width + 1];
    let mut visited = vec![false; width + 1];
    let mut field = 0;
    loop {
        visited[field] = true;
        let at = owner[field];
        let mut delta = f64::INFINITY;
        let mut next = 0;
        for candidate in 1..=width {
            if visited[candidate] {
                continue;
            }
            let reduced =
                cost(at - 1, candidate - 1) - column_potential[at] - field_potential[candidate];
            if reduced < least[candidate] {
                least[candidate] = reduced;
                previous[candidate] = field;
            }
            if least[candidate] < delta {
                delta = least[candidate];
                next = candidate;
            }
        }
        for candidate in 0..=width {
            if visited[candidate] {
                column_potential[owner[candidate]] += delta;
                field_potential[candidate] -= delta;
            } else {
                least[candidate] -= delta;
            }
        }
        field = next;
        if owner[field] == 0 {
            return Way {
                end: field,
                previous,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_claimant_takes_its_other_field() {
        let weights = vec![vec![0.95, 0.0], vec![0.95, 0.88]];
        assert_eq!(best_assignment(&weights, 2), [Some(0), Some(1)]);
    }

    #[test]
    fn the_better_claimant_wins_where_there_is_no_other_field() {
        let weights = vec![vec![0.95], vec![1.0], vec![0.0]];
        assert_eq!(best_assignment(&weights, 1), [None, Some(0), None]);
    }

    #[test]
    fn columns_that_name_nothing_stay_free() {
        assert_eq!(best_assignment(&[vec![0.0, 0.0]], 2), [None]);
        assert_eq!(best_assignment(&[], 3), Vec::<Option<usize>>::new());
    }
}
