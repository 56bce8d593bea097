//! The user's file under the eyes of others: a change from outside is told at once and never overwritten.
//! Relies on `notify` for the moment, and on a slow look of its own where a network folder tells nothing; content decides.
//! Knows nothing of what a window does with it.

use crate::calls::App;
use crate::error::ApiError;
use crate::views::Words;
use notify::{RecursiveMode, Watcher as _};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::time::Duration;
use store::Outside;
use ts_rs::TS;

/// What became of the open project's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum OutsideView {
    /// It is as we left it.
    Same,
    /// It is not there: deleted, renamed, or the stick was pulled. Saving writes it again.
    Gone {
        /// What to say.
        words: Words,
    },
    /// Someone else wrote it: take theirs, keep mine, or merge.
    Changed {
        /// Stands for what was found; to be given back with the decision.
        fingerprint: String,
        /// What to say.
        words: Words,
    },
}

/// A file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FingerprintArgs {
    /// As it was given with the change.
    pub fingerprint: String,
}

impl OutsideView {
    pub(crate) fn of(outside: Outside, path: &Path) -> Self {
        let shown = path.display();
        match outside {
            Outside::Same => Self::Same,
            Outside::Gone => Self::Gone {
                words: Words {
                    chinese: format!("{shown} 已被移走或删除。您的内容还在，保存时会重新写入。"),
                    english: format!(
                        "{shown} was moved or deleted. Nothing of yours is lost; saving writes it again."
                    ),
                },
            },
            Outside::Changed { fingerprint } => Self::Changed {
                fingerprint,
                words: Words {
                    chinese: format!(
                        "{shown} 被其他程序或他人改动。请选择采用对方的、保留自己的，或合并两者。"
                    ),
                    english: format!(
                        "{shown} was changed by someone else. Take theirs, keep yours, or merge the two."
                    ),
                },
            },
        }
    }
}

/// How long things must be quiet before the file is looked at: programs write in several goes.
const QUIET: Duration = Duration::from_millis(300);
/// How often it is looked at where the system tells nothing.
const LOOK: Duration = Duration::from_secs(5);

/// Ends the watching when it is dropped.
pub struct Watch {
    stop: Sender<Message>,
}

enum Message {
    Touched,
    Stop,
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.stop.send(Message::Stop);
    }
}

/// Calls `look` shortly after something happens in `folder()`, and every few seconds besides.
pub(crate) fn watch(
    folder: impl Fn() -> Option<PathBuf> + Send + 'static,
    look: impl Fn() -> bool + Send + 'static,
) -> Watch {
    let (sender, receiver) = channel();
    let touched = sender.clone();
    std::thread::spawn(move || {
        let mut watched: Option<(PathBuf, notify::RecommendedWatcher)> = None;
        loop {
            let folder = folder();
            if folder.as_ref() != watched.as_ref().map(|(folder, _)| folder) {
                watched = folder.and_then(|folder| {
                    let touched = touched.clone();
                    let mut watcher =
                        notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                            // Reading is no change; everything else may be one.
                            if event.is_ok_and(|event| !event.kind.is_access()) {
                                let _ = touched.send(Message::Touched);
                            }
                        })
                        .ok()?;
                    watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
                    Some((folder, watcher))
                });
            }
            match receiver.recv_timeout(LOOK) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Message::Touched) => {
                    // Until nothing more comes for a moment.
                    loop {
                        match receiver.recv_timeout(QUIET) {
                            Ok(Message::Touched) => {}
                            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                            Err(RecvTimeoutError::Timeout) => break,
                        }
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            if !look() {
                return;
            }
        }
    });
    Watch { stop: sender }
}

impl App {
    /// What became of the open project's file; `None` when there is nothing to watch.
    pub fn outside_now(&self) -> Option<Result<OutsideView, ApiError>> {
        let mut found = None;
        // A project that is being worked on is looked at the next time.
        let _ = self.with(|session| {
            if !session.is_demonstration() {
                let store = session.store();
                found =
                    Some(store.outside().map(|own| OutsideView::of(own, store.path())).map_err(Into::into));
            }
            Ok(())
        });
        found
    }

    /// Watches the open project's file as long as the answer lives, whatever project that is. The listener hears of each
    /// change once.
    pub fn watch(self: &Arc<Self>) -> Watch {
        let app: Weak<Self> = Arc::downgrade(self);
        let of_path = app.clone();
        let told = std::sync::Mutex::new(OutsideView::Same);
        watch(
            move || Some(of_path.upgrade()?.path()?.parent()?.to_owned()),
            move || {
                let Some(app) = app.upgrade() else { return false };
                if let Some(Ok(now)) = app.outside_now() {
                    let mut told = told.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    if *told != now {
                        told.clone_from(&now);
                        app.listener.outside(&now);
                    }
                }
                true
            },
        )
    }
}
