//! Where the program's resources lie, and the fonts from there, read once each.
//! Relies on `SISE_RESOURCES`, or on the places that installers and builds put them.
//! Knows nothing of what is printed with them.

use crate::error::ApiError;
use domain::Typeface;
use export::layout::Fonts;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The file that tells the folder.
const REGULAR: &str = "fonts/NotoSansSC-Regular.ttf";

/// The fonts that prints of this typeface are set in.
pub(crate) fn fonts(typeface: Typeface) -> Result<Fonts, ApiError> {
    match typeface {
        Typeface::Sans => sans(),
        Typeface::Serif => serif(),
        Typeface::SerifTitles => Ok(sans()?.with_titles_of(&serif()?)),
    }
}

/// The fonts that everything is set in where nobody chooses.
pub(crate) fn sans() -> Result<Fonts, ApiError> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    read(&FONTS, "NotoSansSC")
}

fn serif() -> Result<Fonts, ApiError> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    read(&FONTS, "NotoSerifSC")
}

/// Both weights of a family, read once.
fn read(kept: &OnceLock<Fonts>, family: &str) -> Result<Fonts, ApiError> {
    if let Some(fonts) = kept.get() {
        return Ok(fonts.clone());
    }
    let folder = folder()?;
    let read = |weight: &str| -> Result<Arc<[u8]>, ApiError> {
        let path = folder.join(format!("fonts/{family}-{weight}.ttf"));
        std::fs::read(&path).map(Into::into).map_err(|error| missing(&path, &error.to_string()))
    };
    let (regular, bold) = (read("Regular")?, read("Bold")?);
    let fonts = Fonts::new(regular, bold).map_err(|error| missing(&folder, &error.to_string()))?;
    // A failure is not kept: the files may be there the next time.
    Ok(kept.get_or_init(|| fonts).clone())
}

/// The folder that holds the fonts.
fn folder() -> Result<PathBuf, ApiError> {
    if let Some(set) = std::env::var_os("SISE_RESOURCES").filter(|set| !set.is_empty()) {
        let folder = PathBuf::from(set);
        return if folder.join(REGULAR).is_file() {
            Ok(folder)
        } else {
            Err(missing(&folder.join(REGULAR), "SISE_RESOURCES"))
        };
    }
    let exe = std::env::current_exe().map_err(|error| missing(Path::new(REGULAR), &error.to_string()))?;
    // A link to the program must not hide where it really is.
    let exe = exe.canonicalize().unwrap_or(exe);
    candidates(&exe)
        .into_iter()
        .find(|folder| folder.join(REGULAR).is_file())
        .ok_or_else(|| missing(&exe.with_file_name(REGULAR), "no such file"))
}

/// Places to look at, the likeliest first: beside the program, where packages put it, where builds put it.
fn candidates(exe: &Path) -> Vec<PathBuf> {
    let beside = exe.parent().unwrap_or(Path::new("."));
    let mut folders = vec![
        beside.to_owned(),
        beside.join("resources"),
        beside.join("../lib/Sise"),
        PathBuf::from("/usr/lib/Sise"),
        beside.join("../Resources"),
    ];
    for above in exe.ancestors().skip(1) {
        folders.push(above.join("resources"));
        folders.push(above.join("target").join("resources"));
    }
    folders
}

fn missing(path: &Path, reason: &str) -> ApiError {
    let shown = path.display();
    ApiError::new(
        "fonts-missing",
        format!(
            "找不到印制用的字体 {shown}（{reason}）。请重新安装程序，或用 SISE_RESOURCES 指明资源文件夹。"
        ),
        format!(
            "The fonts for printing are not at {shown} ({reason}). Install the program again, or name the folder of \
             its resources in SISE_RESOURCES."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_and_builds_are_found() {
        let places = candidates(Path::new("/opt/sise/bin/sise"));
        for place in
            ["/opt/sise/bin", "/opt/sise/bin/resources", "/usr/lib/Sise", "/opt/sise/target/resources"]
        {
            assert!(places.iter().any(|own| own == Path::new(place)), "{place}");
        }
    }
}
