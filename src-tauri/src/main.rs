//! The window of Sise: a thin shell around `api` and the page in `ui/`.
//! Relies on the page built into `ui/dist`, which is embedded in the program.
//! It must not know any rule of the field.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!()).context("the window could not be opened")
}
