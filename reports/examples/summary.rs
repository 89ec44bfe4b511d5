//! Writes the summary of a month from a warehouse: `summary WAREHOUSE YYYY-MM FOLDER`.

use std::path::Path;

use chrono::NaiveDate;
use kooste_reports::branding::Branding;
use kooste_reports::summary::Edition;
use kooste_transform::warehouse::Warehouse;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [warehouse, month, folder] = arguments.as_slice() else {
        return Err("usage: summary WAREHOUSE YYYY-MM FOLDER".into());
    };
    let month = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d")?;
    let warehouse = Warehouse::open_read(Path::new(warehouse))?;
    let languages = ["fi", "sv", "en"].map(str::to_owned);
    let edition = Edition {
        languages: &languages,
        branding: &Branding::default(),
        with_pdf: true,
    };
    kooste_reports::summary::write(&warehouse, None, month, &edition, Path::new(folder))?;
    Ok(())
}
