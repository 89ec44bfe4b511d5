//! How long one value takes to read: `cargo bench -p kooste-transform --bench values`.

use std::path::Path;
use std::sync::Arc;

use divan::{Bencher, black_box};
use kooste_ingest::grid::CellValue;
use kooste_ingest::vocabulary::Lexicon;
use kooste_transform::calendar::Month;
use kooste_transform::data::Folder;
use kooste_transform::programme::Programme;
use kooste_transform::programme::lexicon::ProgrammeLexicon;
use kooste_transform::reference::Reference;
use kooste_transform::values::code::CodeIndex;
use kooste_transform::values::date::{DateBounds, DateRule, DateStyle, date};
use kooste_transform::values::municipality::MunicipalityIndex;
use kooste_transform::values::number::{NumberRule, Unit, count, number};
use kooste_transform::values::privacy::{mask_contacts, mask_identity};
use kooste_transform::values::text::clean;

fn main() {
    divan::main();
}

fn folder(path: &str) -> Folder {
    Folder::new(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../pipelines")
            .join(path),
    )
}

fn programme() -> Programme {
    Programme::load(&folder("programmes/lape")).expect("the built-in programme loads")
}

fn reference() -> Reference {
    Reference::parse(&folder("reference")).expect("the reference data loads")
}

fn october() -> Month {
    Month::new(2018, 10).expect("a month")
}

#[divan::bench(args = ["15", "1 234", "noin 15 hlö"])]
fn counts(text: &str) -> Option<i32> {
    count(
        CellValue::Text(black_box(text)),
        &NumberRule::count(Unit::Persons),
    )
    .value
}

#[divan::bench(args = ["1,5", "1 234,50 €"])]
fn decimals(text: &str) -> bool {
    number(CellValue::Text(black_box(text)), &NumberRule::money())
        .value
        .is_some()
}

#[divan::bench(args = ["5.10.2018", "2018-10-05", "pe 5.10.", "3.–4.10.2018"])]
fn dates(text: &str) -> bool {
    let rule = DateRule {
        month: Some(october()),
        bounds: DateBounds::NearMonth,
        style: DateStyle::default(),
    };
    date(CellValue::Text(black_box(text)), &rule)
        .value
        .is_some()
}

#[divan::bench(args = ["Hämeenlinna", "Hämeenlinnassa", "Inkoo ja Siuntio"])]
fn municipalities(bencher: Bencher<'_, '_>, text: &str) {
    let index = MunicipalityIndex::new(Arc::new(reference()), []);
    bencher.bench(|| index.several(CellValue::Text(black_box(text)), october()));
}

#[divan::bench(args = ["Koulutus", "koulutuksen", "Koulutsu"])]
fn codes(bencher: Bencher<'_, '_>, text: &str) {
    let programme = programme();
    let index = CodeIndex::new(programme.list("activity_type").expect("a list"));
    bencher.bench(|| index.one(CellValue::Text(black_box(text))));
}

#[divan::bench(args = ["Perhekahvilan kevätkauden suunnittelukokous 2018, Espoon keskus", "5.10.2018"])]
fn masking(text: &str) -> usize {
    mask_contacts(&mask_identity(black_box(text))).len()
}

#[divan::bench]
fn texts() -> usize {
    clean(black_box(
        "Perhekahvilan kevätkauden suunnittelukokous, Espoon keskus",
    ))
    .len()
}

#[divan::bench(args = ["5.10.2018", "Perhekahvilan suunnittelukokous", "Espoo"])]
fn naming(bencher: Bencher<'_, '_>, text: &str) {
    let region = "[region]\ncode = \"r\"\nname = { fi = \"R\" }\nproject = { fi = \"R\" }\nprogramme = \"lape\"\n\
                  languages = [\"fi\"]\nfirst_month = \"2018-01\"\nlast_month = \"2018-12\"\n";
    let region = toml::from_str(region).expect("a region");
    let lexicon = ProgrammeLexicon::new(&programme(), &region, &reference());
    bencher.bench(|| lexicon.recognise(black_box(text)));
}

#[divan::bench]
fn loading_the_programme() -> Programme {
    programme()
}

#[divan::bench]
fn loading_the_reference() -> Reference {
    reference()
}

#[divan::bench]
fn indexing_the_municipalities(bencher: Bencher<'_, '_>) {
    let reference = Arc::new(reference());
    bencher.bench(|| MunicipalityIndex::new(Arc::clone(&reference), []));
}
