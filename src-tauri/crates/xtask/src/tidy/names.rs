//! Names and places of files: the fixed top level, plain file names, crate folders, nothing that must not be committed.
//! Relies on the list of committed files alone.
//! It must not know what is written in them.

use super::imports::Package;
use super::{File, Problem};

/// What may stand at the top, besides names that begin with a dot.
const TOP_LEVEL: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "src-tauri",
    "ui",
    "assets",
    "icons",
    "sample-projects",
    "tests",
    "README.md",
    "README.zh-CN.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "LICENSE",
    "LICENSE-MIT",
    "LICENSE-APACHE",
];

/// Fonts are fetched at build time, with their licence.
const FONT_ENDINGS: &[&str] = &["ttf", "otf", "ttc", "woff", "woff2", "eot"];

/// Where file names may be of any kind: what consultants bring is called as they call it.
const FREE_NAMES: &str = "sample-projects/";

/// Every file in a place or with a name it must not have.
pub(super) fn check(files: &[File], packages: &[Package]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = files.iter().flat_map(|file| check_file(&file.path)).collect();
    problems.extend(packages.iter().filter_map(check_crate_folder));
    problems.sort();
    problems.dedup();
    problems
}

fn check_file(path: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let top = path.split('/').next().unwrap_or(path);
    if !top.starts_with('.') && !TOP_LEVEL.contains(&top) {
        problems.push(format!(
            "{top}: does not belong at the top level; find its room in one of the folders there"
        ));
    }
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if FONT_ENDINGS.contains(&ending.as_str()) {
        problems.push(format!("{path}: font files are not committed, `cargo xtask fonts` fetches them"));
    }
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "._-/".contains(character);
    if !path.starts_with(FREE_NAMES) && !path.chars().all(is_plain) {
        problems.push(format!("{path}: file names consist of a-z, A-Z, 0-9, dot, underscore and hyphen"));
    }
    problems
}

fn check_crate_folder(package: &Package) -> Option<Problem> {
    let (_, folder) = package.folder.rsplit_once("src-tauri/crates/")?;
    (folder != package.name).then(|| {
        format!(
            "src-tauri/crates/{folder}: the crate in it is called `{}`; folder and crate have one name",
            package.name
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixed_top_level_is_fine() {
        for path in
            ["Cargo.toml", ".ci/run", ".gitignore", "ui/src/main.tsx", "LICENSE-MIT", "tests/suite/a.txt"]
        {
            assert!(check_file(path).is_empty(), "{path}");
        }
    }

    #[test]
    fn something_new_at_the_top_is_found() {
        assert_eq!(check_file("notes.txt").len(), 1);
        assert_eq!(check_file("scripts/build.sh").len(), 1);
    }

    #[test]
    fn fonts_are_found() {
        assert_eq!(check_file("assets/NotoSansSC-Bold.TTF").len(), 1);
        assert_eq!(check_file("ui/src/brand.woff2").len(), 1);
    }

    #[test]
    fn names_that_not_every_system_can_write_are_found() {
        assert_eq!(check_file("assets/风险库.json").len(), 1);
        assert_eq!(check_file("assets/risk library.json").len(), 1);
        assert!(check_file("sample-projects/中州/一层 平面图.png").is_empty());
    }

    #[test]
    fn a_crate_with_another_name_than_its_folder_is_found() {
        let package = |name: &str, folder: &str| Package {
            name: name.into(),
            folder: folder.into(),
            dependencies: Vec::new(),
        };
        assert!(check_crate_folder(&package("store", "/a/src-tauri/crates/store")).is_none());
        assert!(check_crate_folder(&package("sise-desktop", "/a/src-tauri")).is_none());
        assert!(check_crate_folder(&package("storage", "/a/src-tauri/crates/store")).is_some());
    }
}
