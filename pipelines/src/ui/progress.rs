//! Progress bars of long work on a terminal.

use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use kooste_transform::progress::Progress;

use crate::messages::Messages;

/// One bar at a time, named after the stage.
pub(super) struct Bars {
    messages: &'static Messages,
    bar: Mutex<Option<ProgressBar>>,
}

impl Bars {
    pub(super) fn new(messages: &'static Messages) -> Self {
        Bars {
            messages,
            bar: Mutex::new(None),
        }
    }

    fn with_bar(&self, act: impl FnOnce(&mut Option<ProgressBar>)) {
        // A bar that was poisoned by a panic elsewhere is not worth another one.
        if let Ok(mut bar) = self.bar.lock() {
            act(&mut bar);
        }
    }
}

impl Progress for Bars {
    fn start(&self, stage: &'static str, total: u64) {
        let style = ProgressStyle::with_template("{msg:24} {bar:40} {pos}/{len} {eta:>4}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(total).with_style(style);
        bar.set_message(self.messages.text(stage_key(stage)));
        bar.enable_steady_tick(Duration::from_millis(100));
        self.with_bar(|shown| {
            if let Some(earlier) = shown.replace(bar) {
                earlier.finish_and_clear();
            }
        });
    }

    fn advance(&self, steps: u64) {
        self.with_bar(|bar| {
            if let Some(bar) = bar {
                bar.inc(steps);
            }
        });
    }

    fn finish(&self) {
        self.with_bar(|bar| {
            if let Some(bar) = bar.take() {
                bar.finish_and_clear();
            }
        });
    }
}

/// The text of a stage; a stage without one of its own is "working".
fn stage_key(stage: &str) -> &'static str {
    match stage {
        "read" => "progress-read",
        "store" => "progress-store",
        "models" => "progress-models",
        "reports" => "progress-reports",
        _ => "progress-other",
    }
}
