//! `cargo xtask package`: the installer for this system, and a look at whether everything is in it.
//! Relies on the bundler of the Tauri CLI from the UI's packages and on `src-tauri/tauri.conf.json`.
//! It must not know what the programs do; it only sees that they are there.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::command::{self, Limit};
use crate::programs::{self, Profile};
use crate::setup::{self, Purpose};
use crate::{ui, workspace};

/// What the Debian package must contain.
const IN_THE_DEB: [&str; 13] = [
    "/usr/bin/sise-desktop",
    "/usr/bin/sise",
    "/usr/share/applications/Sise.desktop",
    "/usr/share/mime/packages/sise.xml",
    "/usr/share/icons/hicolor/scalable/mimetypes/application-x-sise.svg",
    "/usr/share/icons/hicolor/128x128/apps/sise-desktop.png",
    "/usr/share/doc/sise/copyright",
    "/usr/lib/Sise/fonts/NotoSansSC-Regular.ttf",
    "/usr/lib/Sise/fonts/NotoSansSC-Bold.ttf",
    "/usr/lib/Sise/fonts/NotoSerifSC-Regular.ttf",
    "/usr/lib/Sise/fonts/NotoSerifSC-Bold.ttf",
    "/usr/lib/Sise/fonts/OFL.txt",
    "/usr/lib/Sise/fonts/OFL-serif.txt",
];

/// What the Debian package must ask for: the engine of the window, and a font for Chinese on the screen.
const THE_DEB_DEPENDS_ON: [&str; 3] = ["libwebkit2gtk-4.1-0", "libgtk-3-0", "fonts-noto-cjk"];

/// Builds the installer and prints where it is.
pub(crate) fn package() -> Result<()> {
    setup::setup(Purpose::Package)?;
    let programs = programs::build(Profile::Release)?;
    // The bundler takes the terminal program from a place that does not move with `CARGO_TARGET_DIR`.
    let staged = workspace::output_dir().join("resources").join("bin").join(workspace::executable("sise"));
    let sise =
        std::fs::read(&programs.sise).with_context(|| format!("reading {}", programs.sise.display()))?;
    workspace::write(&staged, &sise)?;
    make_executable(&staged)?;

    let begin = SystemTime::now();
    let (kind, ending) = match std::env::consts::OS {
        "linux" => ("deb", "deb"),
        "windows" => ("nsis", "exe"),
        "macos" => ("dmg", "dmg"),
        other => bail!("there is no installer for {other}"),
    };
    let mut bundler = ui::program("tauri");
    bundler.args(["bundle", "--bundles", kind]);
    if cfg!(windows) {
        bundler.args(["--config", "src-tauri/windows/bundle.json"]);
    }
    command::run(&mut bundler, Limit::Minutes(30))?;

    let folder = workspace::target_dir().join("release").join("bundle").join(kind);
    let installer = newest(&folder, ending, begin)?;
    if kind == "deb" {
        check_deb(&installer)?;
        println!("\nchecked: programs, desktop entry, file type, icons, fonts and licences are in it");
    }
    let size = installer.metadata()?.len() as f64 / (1024.0 * 1024.0);
    println!("{} ({size:.1} MiB)", installer.display());
    Ok(())
}

/// The installer that was written just now, so that one of an older version is not taken for it.
fn newest(folder: &Path, ending: &str, begin: SystemTime) -> Result<PathBuf> {
    let files = std::fs::read_dir(folder)
        .with_context(|| format!("the bundler has not made {}", folder.display()))?;
    let written = |file: &PathBuf| file.metadata().and_then(|metadata| metadata.modified()).ok();
    files
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|found| found == ending))
        .filter(|file| written(file).is_some_and(|time| time >= begin))
        .max_by_key(written)
        .with_context(|| format!("the bundler has written no .{ending} into {}", folder.display()))
}

fn check_deb(deb: &Path) -> Result<()> {
    let mut problems = Vec::new();
    let listed = command::read(Command::new("dpkg-deb").arg("--contents").arg(deb))?;
    problems.extend(missing_files(&listed));
    let depends = command::read(Command::new("dpkg-deb").arg("--field").arg(deb).arg("Depends"))?;
    for wanted in THE_DEB_DEPENDS_ON {
        if !depends.split(',').any(|entry| entry.split_whitespace().next() == Some(wanted)) {
            problems.push(format!("it does not depend on {wanted}"));
        }
    }

    let unpacked = workspace::output_dir().join("package-check");
    workspace::fresh_folder(&unpacked)?;
    command::read(Command::new("dpkg-deb").arg("--extract").arg(deb).arg(&unpacked))?;
    let desktop = unpacked.join("usr/share/applications/Sise.desktop");
    let entry = std::fs::read_to_string(&desktop).unwrap_or_default();
    problems.extend(desktop_entry_problems(&entry));
    // It warns on stdout even when it succeeds.
    match command::read(Command::new("desktop-file-validate").arg(&desktop)) {
        Ok(remarks) if remarks.trim().is_empty() => {}
        Ok(remarks) => problems.push(remarks.trim().to_owned()),
        Err(error) => problems.push(format!("{error:#}")),
    }
    // The programs of the package, not those of the target folder: each must start.
    let version = command::read(Command::new(unpacked.join("usr/bin/sise")).arg("--version"));
    match version {
        Ok(version) if version.contains(env!("CARGO_PKG_VERSION")) => {}
        Ok(version) => {
            problems.push(format!("the terminal program in it is another version: {}", version.trim()))
        }
        Err(error) => problems.push(format!("the terminal program in it does not start: {error:#}")),
    }
    workspace::fresh_folder(&unpacked)?;
    if !problems.is_empty() {
        bail!("{} is not fit to ship:\n  {}", deb.display(), problems.join("\n  "));
    }
    Ok(())
}

/// Compares what `dpkg-deb --contents` lists with what must be there.
fn missing_files(listed: &str) -> Vec<String> {
    // Paths begin with `./` or with nothing, by the program that packed them.
    let bare = |path: &str| path.trim_start_matches(['.', '/']).to_owned();
    let contents: Vec<String> =
        listed.lines().filter_map(|line| line.split_whitespace().last()).map(bare).collect();
    let missing = IN_THE_DEB.iter().filter(|wanted| !contents.contains(&bare(wanted)));
    missing.map(|wanted| format!("{wanted} is not in it")).collect()
}

/// A double click must hand the file over, and the file manager must know the type.
fn desktop_entry_problems(entry: &str) -> Vec<String> {
    let has = |line: &str| entry.lines().any(|candidate| candidate.trim() == line);
    let mut problems = Vec::new();
    if !has("Exec=sise-desktop %F") {
        problems.push(
            "the desktop entry does not start `sise-desktop %F`, so a double click would pass no file"
                .to_owned(),
        );
    }
    if !has("MimeType=application/x-sise;") {
        problems.push("the desktop entry does not name the type of our files".to_owned());
    }
    problems
}

#[cfg(unix)]
fn make_executable(file: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755))?)
}

#[cfg(not(unix))]
fn make_executable(_file: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desktop_entry_that_passes_no_file_is_found() {
        let good = "[Desktop Entry]\nExec=sise-desktop %F\nMimeType=application/x-sise;\n";
        assert!(desktop_entry_problems(good).is_empty());
        assert_eq!(desktop_entry_problems(&good.replace(" %F", "")).len(), 1);
        assert_eq!(desktop_entry_problems("").len(), 2);
    }

    #[test]
    fn a_file_that_is_not_in_the_package_is_found() {
        let line = |path: &str| format!("-rw-r--r-- 0/0   519 2026-11-21 23:53 {path}\n");
        let all: String = IN_THE_DEB.iter().map(|path| line(path.trim_start_matches('/'))).collect();
        assert!(missing_files(&all).is_empty());
        let with_dots: String = IN_THE_DEB.iter().map(|path| line(&format!(".{path}"))).collect();
        assert!(missing_files(&with_dots).is_empty());
        assert_eq!(missing_files(&all.replace("usr/bin/sise\n", "")), ["/usr/bin/sise is not in it"]);
    }

    #[test]
    fn an_older_installer_is_not_taken_for_the_new_one() {
        let folder = workspace::output_dir().join("xtask-test-package");
        workspace::fresh_folder(&folder).unwrap();
        std::fs::write(folder.join("old.deb"), b"").unwrap();
        let later = SystemTime::now() + std::time::Duration::from_secs(60);
        assert!(newest(&folder, "deb", later).is_err());
        assert!(newest(&folder, "deb", SystemTime::UNIX_EPOCH).is_ok());
        assert!(newest(&folder, "rpm", SystemTime::UNIX_EPOCH).is_err());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
