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

/// Settings under which everything is read again.
fn change_rules(workspace: &Workspace, from: &str, to: &str) {
    let region = std::fs::read_to_string(workspace.path().join("kooste.toml")).unwrap();
    assert!(region.contains(from), "{from}");
    workspace.put("kooste.toml", region.replace(from, to));
}

const STANDS: &str = "SELECT organisation_code || ' ' || state || ' ' || path FROM meta.report \
    WHERE state <> 'missing' AND valid_to_run IS NULL ORDER BY ALL";

#[test]
fn a_content_stays_what_it_was_loaded_for_when_it_is_read_again_under_all_its_names_r31() {
    let workspace = Workspace::of_region("paakaupunkiseutu");
    let silent = SEPTEMBER.replace("Organisaatio;Espoo\r\n", "");
    workspace.put("inbox/espoo_syyskuu_2018.csv", &silent);
    workspace.kooste(&["run", "--no-report"]);
    workspace.put("inbox/Raportti Vantaa syyskuu 2018.csv", &silent);
    workspace.put("inbox/Raportti Vantaa 2 syyskuu 2018.csv", &silent);
    workspace.kooste(&["run", "--no-report"]);
    let stands = workspace.column(STANDS);
    assert_eq!(
        stands,
        [
            "espoo accepted_with_issues inbox/espoo_syyskuu_2018.csv",
            "vantaa rejected inbox/Raportti Vantaa 2 syyskuu 2018.csv"
        ]
    );
    let (early, late) = ("first_month = \"2017-02\"", "first_month = \"2018-10\"");
    for (from, to) in [
        ("due_day = 10", "due_day = 11"),
        (early, late),
        (late, early),
    ] {
        change_rules(&workspace, from, to);
        workspace.kooste(&["run", "--no-report"]);
        workspace.kooste(&["doctor"]).ends(0);
    }
    assert_eq!(workspace.column(STANDS), stands);
}

#[test]
fn a_file_that_is_renamed_while_the_settings_change_is_read_by_the_new_ones() {
    let workspace = Workspace::of_region("paakaupunkiseutu");
    workspace.put("inbox/espoo.csv", SEPTEMBER);
    // Not archived, as it tells of a person.
    let private = SEPTEMBER
        .replace("Espoo", "Vantaa")
        .replace("paljon", "paljon 010190-900P");
    workspace.put("inbox/vantaa.csv", &private);
    workspace.kooste(&["run", "--no-report"]);
    let both = [
        "espoo accepted_with_issues inbox/espoo.csv",
        "vantaa accepted_with_issues inbox/vantaa.csv",
    ];
    assert_eq!(workspace.column(STANDS), both);
    std::fs::rename(
        workspace.path().join("inbox/espoo.csv"),
        workspace.path().join("inbox/espoo lopullinen.csv"),
    )
    .unwrap();
    change_rules(
        &workspace,
        "first_month = \"2017-02\"",
        "first_month = \"2018-10\"",
    );
    workspace.kooste(&["run", "--no-report"]);
    let neither = [
        "espoo rejected inbox/espoo.csv",
        "vantaa rejected inbox/vantaa.csv",
    ];
    assert_eq!(workspace.column(STANDS), neither);
    workspace.kooste(&["doctor"]).ends(0);
}
