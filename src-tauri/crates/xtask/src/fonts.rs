//! Copies the fonts of the printed documents from their npm packages to `target/resources/fonts/`.
//! Relies on `npm ci` having fetched the packages; the digests below say which bytes are meant.
//! It must not know who draws with them.

use std::hash::Hash;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::workspace::{self, Stamp};
use crate::{setup, ui};

/// Name among the packages, name with us, SHA-256.
const FILES: [(&str, &str, &str); 6] = [
    (
        "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
        "NotoSansSC-Regular.ttf",
        "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    ),
    (
        "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
        "NotoSansSC-Bold.ttf",
        "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    ),
    (
        "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
        "NotoSerifSC-Regular.ttf",
        "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    ),
    (
        "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
        "NotoSerifSC-Bold.ttf",
        "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    ),
    (
        "noto-sans-sc/LICENSE_FONT",
        "OFL.txt",
        "1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9",
    ),
    (
        "noto-serif-sc/LICENSE_FONT",
        "OFL-serif.txt",
        "5e0da210fb04058a8c0087985d2d456b931c2579811a49655721d3cf0c36b6d6",
    ),
];

/// The command: what it takes to have the fonts, and where they are.
pub(crate) fn fonts() -> Result<()> {
    setup::setup(setup::Purpose::Run)?;
    for folder in copy()? {
        println!("{}", folder.display());
    }
    Ok(())
}

/// Puts the fonts where the programs look for them: in `target/resources/fonts`, from where the installer takes
/// them too, and beside the programs when those are built elsewhere (`CARGO_TARGET_DIR`).
pub(crate) fn copy() -> Result<Vec<PathBuf>> {
    let packages = ui::folder().join("node_modules").join("@expo-google-fonts");
    let in_repository = workspace::output_dir().join("resources").join("fonts");
    copy_to(&packages, &in_repository, &FILES, "fonts")?;
    let beside_programs = workspace::target_dir().join("resources").join("fonts");
    if beside_programs == in_repository {
        return Ok(vec![in_repository]);
    }
    copy_to(&packages, &beside_programs, &FILES, "fonts-beside-programs")?;
    Ok(vec![in_repository, beside_programs])
}

fn copy_to(packages: &Path, folder: &Path, files: &[(&str, &str, &str)], stamp: &str) -> Result<()> {
    // Digesting 50 MB takes a debug build some seconds, so it is done once per set of files.
    let stamp = Stamp::new(stamp, |hasher| {
        (folder, files).hash(hasher);
        Ok(())
    })?;
    let in_place = |(from, to, _): &(&str, &str, &str)| {
        let length = |file: PathBuf| file.metadata().map(|metadata| metadata.len()).ok();
        let there = length(folder.join(to));
        there.is_some() && there == length(packages.join(from))
    };
    if stamp.is_current() && files.iter().all(in_place) {
        return Ok(());
    }
    println!("copying the fonts to {}", folder.display());
    for (from, to, expected) in files {
        let source = packages.join(from);
        let bytes = std::fs::read(&source)
            .with_context(|| format!("the font packages have no {from}: run `cargo xtask setup` first"))?;
        let found = digest(&bytes);
        if found != *expected {
            bail!("{from} is not the file we ship: its SHA-256 is {found}, expected {expected}");
        }
        workspace::write(&folder.join(to), &bytes)?;
    }
    stamp.set()
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_written_in_hexadecimal() {
        assert_eq!(digest(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn a_file_with_other_bytes_is_refused() {
        let folder = workspace::output_dir().join("xtask-test-fonts");
        workspace::fresh_folder(&folder).unwrap();
        std::fs::write(folder.join("a.ttf"), b"other").unwrap();
        let error =
            copy_to(&folder, &folder.join("out"), &[("a.ttf", "b.ttf", "00")], "fonts-test").unwrap_err();
        assert!(error.to_string().contains("not the file we ship"), "{error}");
        assert!(!folder.join("out").join("b.ttf").exists());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
