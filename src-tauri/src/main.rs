//! The window of Sise: a thin shell around `api` and the page in `ui/`.
//! Relies on the page built into `ui/dist`, which is embedded in the program.
//! It must not know any rule of the field.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod autosave;
mod events;
mod ipc;
mod picker;
#[cfg(target_os = "linux")]
mod rendering;

use anyhow::Context as _;
use api::{App, SystemWorld};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tauri::{Manager as _, WindowEvent};

/// The project that the program was started with, until the page asks for it.
struct Launched(Mutex<Option<String>>);

/// What is watched as long as the window is there: the project's file, and its inbox.
struct Watches(
    #[expect(dead_code, reason = "ends when dropped")] api::Watch,
    #[expect(dead_code, reason = "ends when dropped")] api::Watch,
);

fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let shell = tauri::Builder::default()
        // First of all plugins: a second start only hands its file to the first one.
        .plugin(tauri_plugin_single_instance::init(|handle, arguments, folder| {
            if let Some(path) = project_argument(&arguments, &folder) {
                events::open_file(handle, &path);
            }
            if let Some(window) = handle.get_webview_window("main") {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .setup(|shell| {
            let handle = shell.handle();
            let workspace = store_workspace()?;
            let app = App::new(workspace, Arc::new(SystemWorld), Box::new(events::Emitter(handle.clone())));
            let arguments: Vec<String> =
                std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
            let folder =
                std::env::current_dir().map(|folder| folder.display().to_string()).unwrap_or_default();
            shell.manage(Launched(Mutex::new(project_argument(&arguments, &folder))));
            shell.manage(autosave::Idle::default());
            let app = Arc::new(app);
            shell.manage(Watches(app.watch(), app.watch_results()));
            shell.manage(app);
            shell.manage(picker::system(handle));
            autosave::start(handle);
            Ok(())
        })
        .on_window_event(|window, event| match event {
            WindowEvent::CloseRequested { api, .. } => {
                // Closing waits for the file to be written; the page says so when that fails.
                api.prevent_close();
                autosave::close(window.app_handle());
            }
            WindowEvent::DragDrop(tauri::DragDropEvent::Drop { paths, .. }) => {
                if let Some(path) =
                    paths.iter().find(|path| path.extension().is_some_and(|kind| kind == "sise"))
                {
                    events::open_file(window.app_handle(), &path.display().to_string());
                }
            }
            _ => {}
        })
        .invoke_handler(tauri::generate_handler![ipc::call, ipc::launched, ipc::pick, ipc::reveal])
        .build(tauri::generate_context!())
        .context("the window could not be opened")?;
    #[cfg(target_os = "linux")]
    rendering::prepare();
    shell.run(|_, _| {});
    Ok(())
}

fn store_workspace() -> anyhow::Result<api::Workspace> {
    api::Workspace::standard().context("the user's data folder could not be found")
}

/// The file among the arguments of a start in `folder`, if there is one.
fn project_argument(arguments: &[String], folder: &str) -> Option<String> {
    let argument = arguments.iter().skip(1).find(|argument| !argument.starts_with('-'))?;
    Some(PathBuf::from(folder).join(argument).display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_is_the_first_argument_that_is_no_option() {
        let arguments = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(project_argument(&arguments(&["sise"]), "/"), None);
        let found = project_argument(&arguments(&["sise", "--flag", "示例.sise"]), "/media/stick").unwrap();
        assert_eq!(PathBuf::from(found), PathBuf::from("/media/stick").join("示例.sise"));
    }
}
