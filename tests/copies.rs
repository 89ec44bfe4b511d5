//! The same bytes under several names (READING.md R31).

use crate::kit::Workspace;

const SEPTEMBER: &str = "Organisaatio;Espoo\r\nRaportointikausi;syyskuu 2018\r\n\r\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
    5.9.2018;II;Kokous;Perhekeskustyöryhmä;12\r\n5.9.2018;II;Kokous;Perhekeskustyöryhmä;paljon\r\n";

#[test]
fn a_copy_in_another_name_than_its_content_says_is_told_and_loads_nowhere_r31() {
    // Together, the copy first, and the copy last.
    for order in [&[0, 1][..], &[1], &[0]] {
        let workspace = Workspace::of_region("paakaupunkiseutu");
        let paths = [
            "inbox/espoo_syyskuu_2018.csv",
            "inbox/Raportti Vantaa syyskuu 2018.csv",
        ];
        for at in order {
            workspace.put(paths[*at], SEPTEMBER);
        }
        workspace.kooste(&["run", "--no-report"]);
        for path in paths {
            workspace.put(path, SEPTEMBER);
        }
        workspace.kooste(&["run", "--no-report"]);
        assert_eq!(
            workspace.column(
                "SELECT report_id[:24] || ' ' || state FROM meta.report WHERE state <> 'missing' AND valid_to_run IS NULL"
            ),
            ["espoo/activities/2018-09 accepted_with_issues"],
            "{order:?}"
        );
        let told = workspace.column(
            "SELECT concat_ws(' ', path, cell, code) FROM meta.issue WHERE severity = 'error' AND resolved_run IS NULL ORDER BY ALL",
        );
        // A copy that came alone was told of then, and what it contradicted is settled now.
        let copy = "inbox/Raportti Vantaa syyskuu 2018.csv report-identical";
        let own = "inbox/espoo_syyskuu_2018.csv E6 type-error";
        let expected: &[&str] = if *order == [1] { &[own] } else { &[copy, own] };
        assert_eq!(told, expected, "{order:?}");
        workspace.kooste(&["doctor"]).ends(0);
    }
}
