//! Parallel work whose results come in order, with bounded memory.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Bytes of input that may be in work or waiting to be taken.
const BYTES_AHEAD: u64 = 96 << 20;
/// Results that may be in work or waiting to be taken.
const RESULTS_AHEAD: usize = 256;

struct Progress<R> {
    /// The next job to start.
    next: usize,
    /// Results not yet taken.
    done: BTreeMap<usize, R>,
    /// Bytes of the jobs that are started and not yet taken.
    bytes: u64,
    /// The next result to take.
    take: usize,
    /// Set when nobody wants results any more.
    stop: bool,
}

struct Shared<'j, J, R> {
    jobs: &'j [J],
    size: &'j (dyn Fn(&J) -> u64 + Sync),
    progress: Mutex<Progress<R>>,
    changed: Condvar,
}

impl<J, R> Shared<'_, J, R> {
    fn lock(&self) -> MutexGuard<'_, Progress<R>> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'g>(&self, guard: MutexGuard<'g, Progress<R>>) -> MutexGuard<'g, Progress<R>> {
        self.changed
            .wait(guard)
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until a job may start, and starts it; none when all are started.
    fn start(&self) -> Option<usize> {
        let mut progress = self.lock();
        loop {
            let at = progress.next;
            if progress.stop || at >= self.jobs.len() {
                return None;
            }
            let size = (self.size)(&self.jobs[at]);
            let started = at - progress.take;
            let fits = progress.bytes + size <= BYTES_AHEAD && started < RESULTS_AHEAD;
            if started == 0 || fits {
                progress.next += 1;
                progress.bytes += size;
                return Some(at);
            }
            progress = self.wait(progress);
        }
    }

    fn deliver(&self, at: usize, result: R) {
        self.lock().done.insert(at, result);
        self.changed.notify_all();
    }

    /// Waits for the next result in order; none when all are taken or no worker is left to make it.
    fn take(&self, workers_left: impl Fn() -> bool) -> Option<R> {
        let mut progress = self.lock();
        loop {
            let at = progress.take;
            if at >= self.jobs.len() {
                return None;
            }
            if let Some(result) = progress.done.remove(&at) {
                progress.take += 1;
                progress.bytes -= (self.size)(&self.jobs[at]);
                self.changed.notify_all();
                return Some(result);
            }
            if !workers_left() {
                return None;
            }
            progress = self
                .changed
                .wait_timeout(progress, std::time::Duration::from_millis(100))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }

    fn stop(&self) {
        self.lock().stop = true;
        self.changed.notify_all();
    }
}

/// Runs `work` on every job in `threads` threads and hands the results to `take` in the order of the jobs, on the
/// calling thread, together with what `begin` made there while the first jobs were running. No more work is done ahead
/// than memory allows. The first error of `begin` or `take` ends it all.
pub(super) fn in_order<J: Sync, R: Send, S, E>(
    jobs: &[J],
    threads: usize,
    size: &(dyn Fn(&J) -> u64 + Sync),
    work: &(dyn Fn(&J) -> R + Sync),
    begin: impl FnOnce() -> Result<S, E>,
    mut take: impl FnMut(&mut S, R) -> Result<(), E>,
) -> Result<S, E> {
    let shared = Shared {
        jobs,
        size,
        progress: Mutex::new(Progress {
            next: 0,
            done: BTreeMap::new(),
            bytes: 0,
            take: 0,
            stop: false,
        }),
        changed: Condvar::new(),
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.clamp(1, jobs.len().max(1)))
            .map(|_| {
                scope.spawn(|| {
                    while let Some(at) = shared.start() {
                        shared.deliver(at, work(&jobs[at]));
                    }
                })
            })
            .collect();
        let left = || workers.iter().any(|worker| !worker.is_finished());
        let mut outcome = begin();
        while let Ok(state) = &mut outcome {
            let Some(result) = shared.take(left) else {
                break;
            };
            if let Err(error) = take(state, result) {
                outcome = Err(error);
            }
        }
        if outcome.is_err() {
            shared.stop();
        }
        for worker in workers {
            if let Err(panic) = worker.join() {
                resume_unwind(panic);
            }
        }
        outcome
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        let jobs: Vec<u64> = (0..500).collect();
        for threads in [1, 2, 7] {
            let seen = in_order(
                &jobs,
                threads,
                &|_| 10 << 20,
                &|job| {
                    if job % 7 == 0 {
                        std::thread::yield_now();
                    }
                    *job * 2
                },
                || Ok::<_, ()>(Vec::new()),
                |seen, result| {
                    seen.push(result);
                    Ok(())
                },
            );
            let seen = seen.unwrap();
            assert_eq!(seen, jobs.iter().map(|job| job * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_in_taking_ends_the_work() {
        let jobs: Vec<u64> = (0..10_000).collect();
        let mut taken = 0;
        let outcome = in_order(
            &jobs,
            2,
            &|_| 1,
            &|job| *job,
            || Ok(()),
            |(), _| {
                taken += 1;
                if taken == 3 { Err("full") } else { Ok(()) }
            },
        );
        assert_eq!(outcome, Err("full"));
        assert_eq!(taken, 3);
    }

    #[test]
    fn an_error_at_the_beginning_ends_the_work() {
        let jobs: Vec<u64> = (0..10_000).collect();
        let begin = || Err::<(), _>("no warehouse");
        let outcome = in_order(&jobs, 2, &|_| 1, &|job| *job, begin, |(), _| Ok(()));
        assert_eq!(outcome, Err("no warehouse"));
    }
}
