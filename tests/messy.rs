//! What stands in the warehouse after a run over messy inboxes is what their truth says, cell by cell.
//!
//! `KOOSTE_MESSY_SEEDS=1,2,3` runs other seeds than those that every test run has.

use kooste_fixtures::{messy, truth};
use tempfile::TempDir;

use crate::kit::kooste;
use crate::truth::agree_all;

#[test]
fn a_messy_inbox_is_read_as_it_was_meant() {
    let seeds = std::env::var("KOOSTE_MESSY_SEEDS").unwrap_or_else(|_| "1,4".to_owned());
    for seed in seeds.split(',').map(|seed| seed.trim().parse().unwrap()) {
        let folder = TempDir::new().unwrap();
        messy::write(seed, folder.path()).unwrap();
        let workspace = folder.path().to_str().unwrap();
        kooste(&["run", "--workspace", workspace, "--no-report"]).ends(0);
        let truth = truth::load(&folder.path().join("truth")).unwrap();
        agree_all(&format!("seed {seed}"), &truth, folder.path());
    }
}
