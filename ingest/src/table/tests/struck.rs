//! Rows struck through.

use super::*;

#[test]
fn rows_struck_through_are_notes_and_cells_are_said() {
    let cancelled: &[&str] = &[
        "12.10.2018",
        "Espoo",
        "II",
        "Kokous",
        "Peruttu kahvila",
        "7",
    ];
    let mut sheet = sheet(&[ACTIVITY_HEADER, ACTIVITY, cancelled, ACTIVITY]);
    (0..6).for_each(|column| sheet.grid.strike(3, column));
    sheet.grid.strike(4, 5);
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HDnD");
    let issues = table.issues.iter();
    let said: Vec<String> = issues
        .map(|issue| {
            let (row, column) = (issue.row.unwrap(), issue.column.unwrap());
            format!(
                "{} {} {row} {column} {}",
                issue.code, issue.reason, issue.found
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "row-constraint struck 3 0 12.10.2018",
            "row-constraint struck_cell 4 5 12"
        ]
    );
}
