//! Bringing edits into the user's file: when nothing was done for a moment, and before the window closes.
//! Relies on edits being safe in the working copy, so that nothing here is urgent.
//! It must not decide what is saved or how.

use crate::events;
use api::{ApiError, App, FileView};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager as _};

/// Edits reach the file after this long without a call.
const REST: Duration = Duration::from_secs(2);
/// After a failure the next try waits this long, so that a full disk is not reported every second.
const PATIENCE: Duration = Duration::from_secs(60);

/// When the page last called.
pub(crate) struct Idle(Mutex<Instant>);

impl Default for Idle {
    fn default() -> Self {
        Self(Mutex::new(Instant::now()))
    }
}

impl Idle {
    /// The page called just now.
    pub(crate) fn touch(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    fn rested(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).elapsed() >= REST
    }
}

/// Watches for rest in the background as long as the program runs.
pub(crate) fn start(handle: &AppHandle) {
    let handle = handle.clone();
    std::thread::spawn(move || {
        let mut not_before = Instant::now();
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let app = Arc::clone(&handle.state::<Arc<App>>());
            if Instant::now() < not_before || !handle.state::<Idle>().rested() || !app.is_unpublished() {
                continue;
            }
            match save(&app) {
                Ok(file) => events::saved(&handle, &file),
                Err(error) => {
                    not_before = Instant::now() + PATIENCE;
                    events::save_failed(&handle, &error);
                }
            }
        }
    });
}

fn save(app: &App) -> Result<FileView, ApiError> {
    app.save(api::Nothing {})
}

/// Publishes, closes the project and then the window. When that fails the page is told and the window stays.
pub(crate) fn close(handle: &AppHandle) {
    let handle = handle.clone();
    std::thread::spawn(move || {
        let app = Arc::clone(&handle.state::<Arc<App>>());
        match app.close_project(api::Nothing {}) {
            Ok(_) => {
                if let Some(window) = handle.get_webview_window("main") {
                    let _ = window.destroy();
                }
            }
            Err(error) => events::close_failed(&handle, &error),
        }
    });
}
