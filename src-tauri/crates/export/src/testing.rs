//! What the tests of this crate share: the shipped fonts.
//! Relies on `SISE_RESOURCES`, or on `target/resources` beside the running test.
//! Must not know: anything tested here.

use crate::layout::Fonts;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The shipped fonts, read once.
pub(crate) fn fonts() -> Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| family("NotoSansSC")).clone()
}

/// The shipped serif fonts, read once.
pub(crate) fn serif() -> Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| family("NotoSerifSC")).clone()
}

fn family(name: &str) -> Fonts {
    let folder = resources().join("fonts");
    let read = |weight: &str| -> Arc<[u8]> {
        let path = folder.join(format!("{name}-{weight}.ttf"));
        std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}; run `cargo xtask`", path.display())).into()
    };
    Fonts::new(read("Regular"), read("Bold")).unwrap()
}

fn resources() -> PathBuf {
    if let Some(folder) = std::env::var_os("SISE_RESOURCES") {
        return folder.into();
    }
    let exe = std::env::current_exe().unwrap();
    exe.ancestors()
        .flat_map(|dir| [dir.join("resources"), dir.join("target/resources")])
        .find(|dir| Path::new(dir).join("fonts/NotoSansSC-Regular.ttf").is_file())
        .expect("no target/resources/fonts/NotoSansSC-Regular.ttf above the test; run `cargo xtask`, or set SISE_RESOURCES")
}
