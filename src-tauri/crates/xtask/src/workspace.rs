//! Where things lie: the repository, the target directory, and stamps that remember finished work.
//! Relies on the standard library alone.
//! It must not know what any command does.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository's top folder.
pub(crate) fn root() -> PathBuf {
    // Asked at run time first: with a shared target directory the same program may serve two clones.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let package = PathBuf::from(package);
    package.ancestors().nth(3).map(Path::to_path_buf).unwrap_or(package)
}

/// Where cargo puts what it builds.
pub(crate) fn target_dir() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Our own part of `target/`, always inside the repository: `tauri.conf.json` names paths in it.
pub(crate) fn output_dir() -> PathBuf {
    root().join("target")
}

/// The `cargo` that started us, so that a chosen tool chain stays chosen.
pub(crate) fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

/// A program's file name on this system.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// Remembers that a piece of work was done for certain inputs, so that the next run can skip it.
pub(crate) struct Stamp {
    file: PathBuf,
    value: String,
}

impl Stamp {
    /// A stamp over everything that is hashed by `feed`. The hash only has to notice change, not to resist attack.
    pub(crate) fn new(name: &str, feed: impl FnOnce(&mut DefaultHasher) -> Result<()>) -> Result<Stamp> {
        let mut hasher = DefaultHasher::new();
        feed(&mut hasher)?;
        Ok(Stamp {
            file: output_dir().join("stamps").join(name),
            value: format!("{:016x}\n", hasher.finish()),
        })
    }

    /// Was the work already done for these inputs?
    pub(crate) fn is_current(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|value| value == self.value)
    }

    /// To be called when the work has succeeded.
    pub(crate) fn set(&self) -> Result<()> {
        write(&self.file, self.value.as_bytes())
    }
}

/// Feeds the name and the content of a file, or of all files below a folder, to a hash. What is not there counts as empty.
pub(crate) fn hash_files(hasher: &mut DefaultHasher, path: &Path) -> Result<()> {
    for file in files_below(path)? {
        file.hash(hasher);
        std::fs::read(&file).with_context(|| format!("reading {}", file.display()))?.hash(hasher);
    }
    Ok(())
}

/// All files at or below `path`, sorted.
pub(crate) fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut files = Vec::new();
    if path.is_dir() {
        for entry in std::fs::read_dir(path).with_context(|| format!("listing {}", path.display()))? {
            files.extend(files_below(&entry?.path())?);
        }
    }
    files.sort();
    Ok(files)
}

/// Writes a file and the folders above it.
pub(crate) fn write(file: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    std::fs::write(file, content).with_context(|| format!("writing {}", file.display()))
}

/// Empties a folder, or makes it.
pub(crate) fn fresh_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))
}
