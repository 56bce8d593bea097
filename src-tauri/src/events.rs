//! What the shell tells the page without being asked.
//! Relies on the page listening; nothing here waits for an answer.
//! It must not know what the page does with it.

use api::{ApiError, FileView, InboxView, Listener, OutsideView, Progress};
use tauri::{AppHandle, Emitter as _};

/// Passes on to the page how far long calls are, what became of the open project's file, what waits in its inbox.
pub(crate) struct Emitter(pub(crate) AppHandle);

impl Listener for Emitter {
    fn progress(&self, progress: &Progress) {
        emit(&self.0, "progress", progress);
    }

    fn outside(&self, outside: &OutsideView) {
        emit(&self.0, "outside", outside);
    }

    fn inbox(&self, inbox: &InboxView) {
        emit(&self.0, "inbox", inbox);
    }
}

/// A project is to be opened: the user started the program again with it, or dropped it on the window.
pub(crate) fn open_file(handle: &AppHandle, path: &str) {
    emit(handle, "open-file", &path);
}

/// The project has reached its file.
pub(crate) fn saved(handle: &AppHandle, file: &FileView) {
    emit(handle, "saved", file);
}

/// The project could not be written; the edits are safe.
pub(crate) fn save_failed(handle: &AppHandle, error: &ApiError) {
    emit(handle, "save-failed", error);
}

/// The window was to be closed and the project could not be written.
pub(crate) fn close_failed(handle: &AppHandle, error: &ApiError) {
    emit(handle, "close-failed", error);
}

fn emit<T: serde::Serialize + Clone>(handle: &AppHandle, event: &str, payload: &T) {
    if let Err(error) = handle.emit(event, payload.clone()) {
        tracing::warn!(event, %error, "the page could not be told");
    }
}
