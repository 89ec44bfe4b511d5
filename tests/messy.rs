//! What stands in the warehouse after a run over messy inboxes is what their truth says, cell by cell.
//!
//! `KOOSTE_MESSY_SEEDS=1,2,3` runs other seeds than those that every test run has.

use kooste_fixtures::{messy, truth};
use tempfile::TempDir;

use crate::kit::kooste;
use crate::measure::{Figures, measure};
use crate::trace::reproduces;
use crate::truth::agree_all;

#[test]
fn a_messy_inbox_is_read_as_it_was_meant() {
    let mut figures = Figures::default();
    let seeds = std::env::var("KOOSTE_MESSY_SEEDS").unwrap_or_else(|_| "1,4".to_owned());
    for seed in seeds.split(',').map(|seed| seed.trim().parse().unwrap()) {
        let folder = TempDir::new().unwrap();
        messy::write(seed, folder.path()).unwrap();
        let workspace = folder.path().to_str().unwrap();
        kooste(&["run", "--workspace", workspace, "--no-report"]).ends(0);
        let truth = truth::load(&folder.path().join("truth")).unwrap();
        let of_seed = measure(&truth, folder.path());
        println!("seed {seed}: {of_seed}");
        figures += of_seed;
        agree_all(&format!("seed {seed}"), &truth, folder.path());
        let (sums, formulas, _) = reproduces(folder.path(), "2018-09-01", 40);
        assert!(sums > 100 && formulas > 20, "{sums} {formulas}");
    }
    println!("all seeds: {figures}");
    assert_eq!(
        (
            figures.silent,
            figures.missing_in_silence,
            figures.lost_rows
        ),
        (0, 0, 0)
    );
    assert!(f64::from(figures.right) >= 0.995 * f64::from(figures.cells));
    assert!(f64::from(figures.false_alarms) < 0.001 * f64::from(figures.cells));
}
