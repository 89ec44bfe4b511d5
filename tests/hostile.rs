//! Files far beyond what people write: each is read in the time of its length, and none ends a run.

use std::time::{Duration, Instant};

use crate::kit::Workspace;

const HEAD: &str = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n";

#[test]
fn an_absurd_amount_is_said_and_the_largest_ones_stop_no_run() {
    let workspace = Workspace::of_region("uusimaa");
    let largest = "Palkat;999999999,00\r\n".repeat(200);
    workspace.put(
        "inbox/askola kulut lokakuu 2018.csv",
        format!(
            "{HEAD}Kululaji;Määrä (€)\r\n{largest}Matkat;-999999999,00\r\nMuut;100000000000,00\r\n\
             Tilat;9999999999999999999999\r\n"
        ),
    );
    workspace.put(
        "inbox/askola tunnusluvut lokakuu 2018.csv",
        format!(
            "{HEAD}Tunnusluku;Arvo\r\nLapset puheeksi -koulutetut;99999999999999999999\r\n\
             Asiakastyytyväisyys (1–5);123456789012345678\r\n"
        ),
    );
    workspace.put(
        "inbox/askola toimenpiteet lokakuu 2018.csv",
        format!(
            "{HEAD}Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Kesto (h)\r\n\
             5.10.2018;II;Kokous;Perhekeskustyöryhmä;99999999999999999\r\n"
        ),
    );
    workspace.kooste(&["run"]).ends(0);
    let issues = "SELECT form || ' ' || count(*) FROM meta.issue AS issue JOIN meta.report AS report \
        USING (report_id) WHERE code = 'constraint-error' GROUP BY form ORDER BY form";
    assert_eq!(
        workspace.column(issues),
        ["activities 1", "costs 2", "indicators 2"]
    );
    let sums = "SELECT concat_ws(' ', category, amount_eur, grant_calculated_eur) FROM mart.cost_summary \
        WHERE amount_eur <> 0 ORDER BY 1";
    assert_eq!(
        workspace.column(sums),
        [
            "salaries 199999999800.00 159999999840.00",
            "travel -999999999.00 -799999999.20"
        ]
    );
    workspace.kooste(&["doctor"]).ends(0);
}

/// What a file of this length may take; each took half a minute or more when the time grew with the square of something.
const BOUND: Duration = Duration::from_secs(10);

#[test]
fn long_cells_are_read_in_the_time_of_their_length() {
    let columns = "Päivämäärä;Kunta;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Kohderyhmä;Yhteistyökumppanit";
    let names = "Askola, ".repeat(20_000);
    let unknown = "1/".repeat(50_000);
    let groups = "lapset ja ".repeat(20_000);
    let partners: String = (0..50_000).map(|at| format!("kumppani {at}, ")).collect();
    let row = |place: &str, group: &str, partners: &str| {
        format!("5.10.2018;{place};II;Kokous;X;{group};{partners}\r\n")
    };
    let rows = [
        row(&names, "lapset", ""),
        row(&unknown, "lapset", ""),
        row("Askola", &groups, ""),
        row("Askola", &unknown, &partners),
        row("Askola", "lapset", "MLL"),
    ];
    let workspace = Workspace::of_region("uusimaa");
    workspace.put(
        "inbox/askola lokakuu 2018.csv",
        format!("{HEAD}{columns}\r\n{}", rows.concat()),
    );
    let begun = Instant::now();
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert!(begun.elapsed() < BOUND, "{:?}", begun.elapsed());
    let found = "SELECT concat_ws(' ', row_number, len(municipality_codes), target_group, len(partners)) \
        FROM core.activity ORDER BY row_number";
    assert_eq!(
        workspace.column(found),
        [
            "5 0 children",
            "6 0 children",
            "7 1",
            "8 1 50000",
            "9 1 children 1"
        ]
    );
    let issues = "SELECT DISTINCT concat_ws(' ', row_number, code) FROM meta.issue WHERE row_number IS NOT NULL ORDER BY 1";
    assert_eq!(
        workspace.column(issues),
        [
            "5 municipality-unknown",
            "6 duplicate-row",
            "6 municipality-unknown",
            "7 code-unknown",
            "8 code-unknown"
        ]
    );
}

#[test]
fn a_header_of_thousands_of_columns_is_read_in_the_time_of_its_length() {
    let months: Vec<String> = (0..5000)
        .map(|at| format!("{:02}/2018", at % 12 + 1))
        .collect();
    let values = vec!["1"; 5000].join(";");
    let workspace = Workspace::of_region("uusimaa");
    workspace.put(
        "inbox/askola lokakuu 2018.csv",
        format!(
            "{HEAD}Tunnusluku;{}\r\n{}",
            months.join(";"),
            format!("Lapset puheeksi -koulutetut;{values}\r\n").repeat(20)
        ),
    );
    let begun = Instant::now();
    workspace.kooste(&["run", "--no-report"]).ends(1);
    assert!(begun.elapsed() < BOUND, "{:?}", begun.elapsed());
    assert_eq!(
        workspace.column("SELECT count(*) FROM core.indicator_value"),
        ["0"]
    );
    assert_eq!(
        workspace.column("SELECT DISTINCT code FROM meta.issue"),
        ["duplicate-label"]
    );
}
