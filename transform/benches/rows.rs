//! How long it takes to read a report: a text file of 2000 activities with 20 columns, from bytes to facts.

use std::path::Path;
use std::sync::Arc;

use kooste_ingest::document::Limits;
use kooste_transform::data::Folder;
use kooste_transform::decisions::Decisions;
use kooste_transform::programme::Programme;
use kooste_transform::reference::Reference;
use kooste_transform::submission::{Context, Submission, read_submission};

fn main() {
    divan::main();
}

const ROWS: u32 = 2000;

const REGION: &str = r#"
[region]
code = "koe"
name = { fi = "Koemaa" }
project = { fi = "Koe" }
programme = "lape"
languages = ["fi"]
first_month = "2017-02"
last_month = "2018-12"
[[organisation]]
code = "espoo"
kind = "municipality"
municipality = "049"
name = { fi = "Espoon kaupunki" }
aliases = ["Espoo"]
"#;

fn context() -> Context {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let programme = Folder::new(root.join("pipelines/programmes/lape"));
    let reference = Folder::new(root.join("pipelines/reference"));
    Context::new(
        Programme::load(&programme).expect("the built-in programme loads"),
        toml::from_str(REGION).expect("the region file is valid"),
        Arc::new(Reference::parse(&reference).expect("the built-in reference data is valid")),
        Decisions::default(),
        Limits::default(),
    )
}

fn report() -> String {
    let mut text = String::from(
        "Päivämäärä;Päättymispäivä;Organisaatio;Kunta;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Menetelmä;\
         Kohderyhmä;Osallistujat yhteensä;Lapset ja nuoret;Vanhemmat;Ammattilaiset;Muut osallistujat;Kertoja;\
         Kesto (h);Kieli;Yhteistyökumppanit;Tila;Kuvaus\n",
    );
    for row in 0..ROWS {
        let (day, children) = (row % 28 + 1, row % 50);
        let total = children + 12;
        text.push_str(&format!(
            "{day}.10.2018;;Espoo;Espoo;II;Koulutus;Koulutus {row};Lapset puheeksi;Lapset;{total};{children};7;5;0;\
             1;2,5;suomi;MLL, seurakunta;Toteutunut;Koulutuksen kuvaus numero {row} ja vähän tekstiä\n"
        ));
    }
    text
}

#[divan::bench]
fn a_report_of_2000_activities(bencher: divan::Bencher<'_, '_>) {
    let (context, text) = (context(), report());
    let submission = Submission {
        id: "0".repeat(64),
        path: "inbox/2018-10/espoo.csv".to_owned(),
        size_bytes: text.len() as u64,
        received_at: chrono::NaiveDateTime::default(),
    };
    bencher
        .counter(divan::counter::ItemsCount::new(ROWS))
        .bench(|| read_submission(submission.clone(), text.as_bytes(), &context));
}
