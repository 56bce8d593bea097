//! Asking for files and folders: by the system's dialogs, or by a script in end-to-end tests.
//! Relies on the scripted one being compiled in only with the feature `scripted-picker`.
//! It must not read or write the files it names.

use serde::Deserialize;
use tauri::AppHandle;

/// What the user is to choose.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Wanted {
    /// Title of the dialog.
    pub(crate) title: String,
    /// What is to be chosen.
    pub(crate) what: What,
    /// Name of the kind of file.
    pub(crate) filter: String,
    /// Endings of the kind of file, without the dot.
    pub(crate) endings: Vec<String>,
    /// A name to begin with.
    pub(crate) suggested: String,
}

/// What is to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum What {
    /// A file that exists.
    Open,
    /// A file to be written.
    Save,
    /// A folder.
    Folder,
}

/// Asks for a path.
pub(crate) trait Picker: Send + Sync {
    /// Waits for the choice; `None` when it is given up. Not on the main thread.
    fn pick(&self, wanted: &Wanted) -> Option<String>;
}

/// The system's dialogs, or the script that stands in for them.
pub(crate) fn system(handle: &AppHandle) -> Box<dyn Picker> {
    #[cfg(feature = "scripted-picker")]
    if let Some(script) = std::env::var_os("SISE_TEST_PICK") {
        return Box::new(scripted::Script(script.into()));
    }
    Box::new(dialogs::Dialogs(handle.clone()))
}

mod dialogs {
    use super::{Picker, Wanted, What};
    use tauri::AppHandle;
    use tauri_plugin_dialog::DialogExt as _;

    pub(super) struct Dialogs(pub(super) AppHandle);

    impl Picker for Dialogs {
        fn pick(&self, wanted: &Wanted) -> Option<String> {
            let mut dialog = self.0.dialog().file().set_title(&wanted.title);
            if !wanted.endings.is_empty() {
                let endings: Vec<&str> = wanted.endings.iter().map(String::as_str).collect();
                dialog = dialog.add_filter(&wanted.filter, &endings);
            }
            if !wanted.suggested.is_empty() {
                dialog = dialog.set_file_name(&wanted.suggested);
            }
            let chosen = match wanted.what {
                What::Open => dialog.blocking_pick_file(),
                What::Save => dialog.blocking_save_file(),
                What::Folder => dialog.blocking_pick_folder(),
            };
            let path = chosen.and_then(|chosen| chosen.into_path().ok())?;
            // Some systems leave the ending to the program.
            let path = match (wanted.what, wanted.endings.first(), path.extension()) {
                (What::Save, Some(ending), None) => path.with_extension(ending),
                _ => path,
            };
            Some(path.display().to_string())
        }
    }
}

#[cfg(feature = "scripted-picker")]
mod scripted {
    use super::{Picker, Wanted};
    use std::path::PathBuf;

    /// A file with one answer a line; each dialog takes the first line away. An empty line gives the dialog up.
    pub(super) struct Script(pub(super) PathBuf);

    impl Picker for Script {
        fn pick(&self, _: &Wanted) -> Option<String> {
            let text = std::fs::read_to_string(&self.0).ok()?;
            let (answer, rest) = text.split_once('\n').unwrap_or((&text, ""));
            let _ = std::fs::write(&self.0, rest);
            (!answer.is_empty()).then(|| answer.to_owned())
        }
    }
}
