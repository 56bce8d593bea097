//! Prepares what `tauri::generate_context!` embeds: configuration, capabilities, icons, resources.
//! Relies on `cargo xtask` having built the page and copied the fonts.
//! It must not know what the page or the fonts contain.

use std::path::Path;

fn main() -> Result<(), String> {
    // A new page makes a new program: the page is embedded.
    println!("cargo:rerun-if-changed=../ui/dist");
    for needed in [
        "../ui/dist/index.html",
        "../target/resources/fonts/NotoSansSC-Regular.ttf",
        "../target/resources/fonts/NotoSerifSC-Bold.ttf",
    ] {
        if !Path::new(needed).is_file() {
            return Err(format!(
                "{needed} is not there yet: `cargo xtask run` and `cargo xtask test` make it"
            ));
        }
    }
    tauri_build::try_build(tauri_build::Attributes::new()).map_err(|error| format!("{error:#}"))
}
