//! What long work tells while it runs; the empty default tells nobody.

/// Listens to the stages of a run.
pub trait Progress: Send + Sync {
    /// A stage of `total` steps begins; `stage` is a key of the message texts (`read`, `store`, `models`).
    fn start(&self, _stage: &'static str, _total: u64) {}
    /// `steps` more steps of the stage are done.
    fn advance(&self, _steps: u64) {}
    /// The stage is done.
    fn finish(&self) {}
}

/// Tells nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {}
