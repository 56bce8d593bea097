//! The four commands that the page can give: a call of `api`, the launched file, a file dialog, showing a file.
//! Relies on `api` for every answer.
//! It must not know what the calls mean.

use crate::Launched;
use crate::autosave::Idle;
use crate::picker::{Picker, Wanted};
use api::{ApiError, App};
use std::sync::{Arc, PoisonError};
use tauri::State;
use tauri::ipc::Response;
use tauri_plugin_opener::OpenerExt as _;

/// Makes a call of `api`; arguments and result are JSON texts.
#[tauri::command]
pub(crate) async fn call(
    app: State<'_, Arc<App>>,
    idle: State<'_, Idle>,
    name: String,
    args: String,
) -> Result<Response, ApiError> {
    idle.touch();
    let app = Arc::clone(&app);
    tauri::async_runtime::spawn_blocking(move || api::call(&app, &name, &args))
        .await
        .map_err(|error| {
            ApiError::new(
                "defect",
                format!("程序内部错误（{error}），请反馈给开发者。已保存的内容不受影响。"),
                format!("Internal error ({error}). Please report this. What was saved is safe."),
            )
        })?
        .map(Response::new)
}

/// The project that the program was started with; only the first call gets it.
#[tauri::command]
pub(crate) fn launched(launched: State<'_, Launched>) -> Option<String> {
    launched.0.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Asks the user for a file or folder; `None` when the dialog is given up.
#[tauri::command]
pub(crate) async fn pick(picker: State<'_, Box<dyn Picker>>, wanted: Wanted) -> Result<Option<String>, ()> {
    Ok(picker.pick(&wanted))
}

/// Shows a file in the system's file manager.
#[tauri::command]
pub(crate) fn reveal(handle: tauri::AppHandle, path: String) -> Result<(), ApiError> {
    handle.opener().reveal_item_in_dir(&path).map_err(|error| {
        ApiError::new(
            "reveal",
            format!("无法打开所在文件夹（{error}）：{path}"),
            format!("The folder could not be shown ({error}): {path}"),
        )
    })
}
