//! Finding the table on a tidy sheet: 2 000 records of 20 columns, and a small report below a title.

use std::sync::Arc;

use kooste_ingest::document::Sheet;
use kooste_ingest::grid::{CellValue, Grid};
use kooste_ingest::table::read_sheet;
use kooste_ingest::vocabulary::{
    FieldKind, FieldWords, FormWords, Hints, Lexicon, Term, Vocabulary,
};

fn main() {
    divan::main();
}

/// Fields of the form: code, kind, whether required, label.
const FIELDS: &[(&str, FieldKind, bool, &str)] = &[
    ("start_date", FieldKind::Date, true, "Päivämäärä"),
    ("end_date", FieldKind::Date, false, "Päättymispäivä"),
    (
        "organisation",
        FieldKind::Organisation,
        false,
        "Organisaatio",
    ),
    ("municipality", FieldKind::MunicipalityList, false, "Kunta"),
    (
        "development_area",
        FieldKind::Text,
        true,
        "Kehittämiskokonaisuus",
    ),
    (
        "activity_type",
        FieldKind::Text,
        true,
        "Toimenpiteen tyyppi",
    ),
    ("title", FieldKind::Text, true, "Toimenpide"),
    ("method", FieldKind::Text, false, "Menetelmä"),
    ("target_group", FieldKind::Text, false, "Kohderyhmä"),
    (
        "participants_total",
        FieldKind::Count,
        false,
        "Osallistujat yhteensä",
    ),
    (
        "participants_children",
        FieldKind::Count,
        false,
        "Lapset ja nuoret",
    ),
    ("participants_parents", FieldKind::Count, false, "Vanhemmat"),
    (
        "participants_professionals",
        FieldKind::Count,
        false,
        "Ammattilaiset",
    ),
    (
        "participants_other",
        FieldKind::Count,
        false,
        "Muut osallistujat",
    ),
    ("sessions", FieldKind::Count, false, "Kertoja"),
    ("hours", FieldKind::Decimal, false, "Kesto (h)"),
    ("language", FieldKind::Text, false, "Kieli"),
    ("partners", FieldKind::TextList, false, "Yhteistyökumppanit"),
    ("status", FieldKind::Text, false, "Tila"),
    ("description", FieldKind::Text, false, "Kuvaus"),
];

struct Totals;

impl Lexicon for Totals {
    fn recognise(&self, text: &str) -> Vec<Term> {
        if text.eq_ignore_ascii_case("yhteensä") {
            vec![Term::Total]
        } else {
            Vec::new()
        }
    }
}

fn vocabulary() -> Vocabulary {
    let field = |(code, kind, required, label): &(&str, FieldKind, bool, &str)| FieldWords {
        code: Arc::from(*code),
        kind: kind.clone(),
        required: *required,
        labels: vec![(*label).to_owned()],
        synonyms: Vec::new(),
        sum_of: Vec::new(),
    };
    let form = FormWords {
        code: "activities".into(),
        names: Vec::new(),
        fields: FIELDS.iter().map(field).collect(),
    };
    Vocabulary::new(vec![form], Arc::new(Totals))
}

fn sheet(records: u32, header: u32) -> Sheet {
    let mut grid = Grid::default();
    if header > 1 {
        grid.start_row(1);
        grid.push(0, CellValue::Text("Toimenpideraportti lokakuu 2018"));
    }
    grid.start_row(header);
    for (column, (.., label)) in (0..).zip(FIELDS) {
        grid.push(column, CellValue::Text(label));
    }
    for record in 0..records {
        grid.start_row(header + 1 + record);
        grid.push(0, CellValue::Text("5.10.2018"));
        grid.push(3, CellValue::Text("Kirkkonummi"));
        grid.push(4, CellValue::Text("II"));
        grid.push(5, CellValue::Text("Koulutus"));
        grid.push(
            6,
            CellValue::Text(&format!("Lapset puheeksi -koulutus {record}")),
        );
        for column in 9..16 {
            grid.push(column, CellValue::Text("12"));
        }
        grid.push(18, CellValue::Text("Toteutunut"));
        grid.push(19, CellValue::Text("Perhekeskuksen verkosto kokoontui."));
    }
    Sheet {
        name: Some("Raportti".into()),
        hidden: false,
        grid,
    }
}

#[divan::bench]
fn two_thousand_records(bencher: divan::Bencher<'_, '_>) {
    let (sheet, vocabulary) = (sheet(2000, 1), vocabulary());
    bencher.bench(|| read_sheet(&sheet, &vocabulary, &Hints::default()));
}

#[divan::bench]
fn forty_records_below_a_title(bencher: divan::Bencher<'_, '_>) {
    let (sheet, vocabulary) = (sheet(40, 3), vocabulary());
    bencher.bench(|| read_sheet(&sheet, &vocabulary, &Hints::default()));
}
