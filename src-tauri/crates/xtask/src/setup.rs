//! Makes a machine ready: system packages, Node, the UI's packages. Doing it again does nothing.
//! Relies on `dpkg-query` and `apt-get` where there are any; elsewhere it says what to install and goes on if it is there.
//! It must not know what is built or tested afterwards.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{self, Limit};
use crate::{ui, workspace};

/// What the machine is made ready for. Each includes what the one before it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building the programs and showing the window.
    Run,
    /// Building an installer and checking it.
    Package,
    /// Everything the tests use.
    Test,
    /// The benches with their rivals.
    Bench,
}

impl Purpose {
    /// The purpose with the name of a command.
    pub(crate) fn named(name: &str) -> Result<Purpose> {
        Ok(match name {
            "run" => Purpose::Run,
            "package" => Purpose::Package,
            "test" => Purpose::Test,
            "bench" => Purpose::Bench,
            other => bail!("there is nothing to set up for `{other}`: say run, test, bench or package"),
        })
    }

    fn includes(self, other: Purpose) -> bool {
        self as u8 >= other as u8
    }
}

/// One thing a machine must have, and how the systems call it.
struct Need {
    purpose: Purpose,
    check: Check,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
    /// Empty: macOS has it, or does without.
    homebrew: &'static str,
}

/// How to see that it is there on a system whose package database we do not ask.
enum Check {
    Program(&'static str),
    Library(&'static str),
    ChineseFont,
    /// A module of the system's Python.
    Python(&'static str),
}

const fn need(purpose: Purpose, check: Check, [debian, fedora, arch, homebrew]: [&'static str; 4]) -> Need {
    Need { purpose, check, debian, fedora, arch, homebrew }
}

const NEEDS: &[Need] = &[
    need(Purpose::Run, Check::Program("cc"), ["build-essential", "gcc-c++", "base-devel", ""]),
    need(Purpose::Run, Check::Program("pkg-config"), ["pkg-config", "pkgconf-pkg-config", "pkgconf", ""]),
    need(
        Purpose::Run,
        Check::Library("webkit2gtk-4.1"),
        ["libwebkit2gtk-4.1-dev", "webkit2gtk4.1-devel", "webkit2gtk-4.1", ""],
    ),
    need(
        Purpose::Package,
        Check::Program("desktop-file-validate"),
        ["desktop-file-utils", "desktop-file-utils", "desktop-file-utils", ""],
    ),
    need(Purpose::Test, Check::Program("xvfb-run"), ["xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", ""]),
    need(Purpose::Test, Check::Program("xauth"), ["xauth", "xorg-x11-xauth", "xorg-xauth", ""]),
    need(
        Purpose::Test,
        Check::Program("WebKitWebDriver"),
        ["webkit2gtk-driver", "/usr/bin/WebKitWebDriver", "webkit2gtk-4.1", ""],
    ),
    need(
        Purpose::Run,
        Check::ChineseFont,
        ["fonts-noto-cjk", "google-noto-sans-cjk-fonts", "noto-fonts-cjk", ""],
    ),
    need(
        Purpose::Test,
        Check::Program("convert"),
        ["imagemagick", "ImageMagick", "imagemagick", "imagemagick"],
    ),
    need(Purpose::Test, Check::Program("xdotool"), ["xdotool", "xdotool", "xdotool", ""]),
    need(
        Purpose::Test,
        Check::Program("pdftotext"),
        ["poppler-utils", "poppler-utils", "poppler", "poppler"],
    ),
    need(
        Purpose::Test,
        Check::Python("openpyxl"),
        ["python3-openpyxl", "python3-openpyxl", "python-openpyxl", ""],
    ),
    need(
        Purpose::Test,
        Check::Python("dateutil"),
        ["python3-dateutil", "python3-dateutil", "python-dateutil", ""],
    ),
    need(Purpose::Test, Check::Program("qpdf"), ["qpdf", "qpdf", "qpdf", "qpdf"]),
    need(Purpose::Test, Check::Program("zbarimg"), ["zbar-tools", "zbar", "zbar", "zbar"]),
    need(Purpose::Bench, Check::Program("chromium"), ["chromium", "chromium", "chromium", ""]),
];

/// The systems whose package names we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Debian,
    Fedora,
    Arch,
    OtherLinux,
    MacOs,
    Windows,
}

/// Installs what is missing for a purpose, or says exactly what to install.
pub(crate) fn setup(purpose: Purpose) -> Result<()> {
    let system = this_system();
    match system {
        System::Debian => install_with_apt(purpose)?,
        System::Fedora | System::Arch | System::OtherLinux => say_what_is_missing(purpose, system),
        System::MacOs => {
            if !command::succeeds(Command::new("xcode-select").arg("-p")) {
                println!("set-up: Apple's command line tools are missing: run `xcode-select --install`.");
            }
            say_what_is_missing(purpose, system);
        }
        System::Windows => {
            if command::find("link").is_none() && command::find("cl").is_none() {
                println!(
                    "set-up: if linking fails, install the Visual Studio build tools with \"Desktop development with C++\". \
                     Windows 10 may also need the WebView2 runtime."
                );
            }
        }
    }
    check_node()?;
    ui::install_packages()
}

fn this_system() -> System {
    if cfg!(target_os = "windows") {
        return System::Windows;
    }
    if cfg!(target_os = "macos") {
        return System::MacOs;
    }
    system_of_release_file(&std::fs::read_to_string("/etc/os-release").unwrap_or_default())
}

/// Reads the family of a Linux distribution from its `os-release` file.
fn system_of_release_file(text: &str) -> System {
    let words: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches(['"', '\'']).split_whitespace())
        .collect();
    let is = |name: &str| words.contains(&name);
    if is("debian") || is("ubuntu") {
        System::Debian
    } else if is("fedora") || is("rhel") {
        System::Fedora
    } else if is("arch") {
        System::Arch
    } else {
        System::OtherLinux
    }
}

fn install_with_apt(purpose: Purpose) -> Result<()> {
    let wanted: Vec<&str> =
        NEEDS.iter().filter(|need| purpose.includes(need.purpose)).map(|need| need.debian).collect();
    // It exits with an error as soon as one package is unknown; what it prints is right all the same.
    let known = Command::new("dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(&wanted)
        .output()
        .context("cannot start dpkg-query")?;
    let missing = missing_packages(&wanted, &String::from_utf8_lossy(&known.stdout));
    if missing.is_empty() {
        return Ok(());
    }
    println!("set-up: these Debian packages are missing and will be installed: {}", missing.join(" "));
    let by_hand = format!("apt-get install --no-install-recommends {}", missing.join(" "));
    apt_get(&["update"]).with_context(|| format!("run as root: {by_hand}"))?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&missing);
    apt_get(&arguments).with_context(|| format!("run as root: {by_hand}"))
}

fn missing_packages<'a>(wanted: &[&'a str], dpkg_says: &str) -> Vec<&'a str> {
    let installed: Vec<&str> = dpkg_says.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    wanted.iter().copied().filter(|package| !installed.contains(package)).collect()
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let is_root = command::read(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root {
        if command::find("sudo").is_none() {
            bail!("installing packages needs root, and there is no sudo");
        }
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments);
    command::run(&mut command, Limit::Minutes(30))
}

fn say_what_is_missing(purpose: Purpose, system: System) {
    let missing: Vec<&Need> = NEEDS
        .iter()
        .filter(|need| purpose.includes(need.purpose) && !name_on(need, system).is_empty())
        .filter(|need| !is_there(&need.check))
        .collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<&str> = missing.iter().map(|need| name_on(need, system)).collect();
    let how = match system {
        System::Fedora => "install them with: sudo dnf install",
        System::Arch => "install them with: sudo pacman -S --needed",
        System::MacOs => "install them with: brew install",
        System::Debian => "install them with: sudo apt-get install",
        System::OtherLinux | System::Windows => "install your system's packages for (Debian's names):",
    };
    println!("set-up: some things are missing; {how} {}", names.join(" "));
    println!("set-up: going on with what is there.");
}

fn name_on(need: &Need, system: System) -> &'static str {
    match system {
        System::Debian | System::OtherLinux | System::Windows => need.debian,
        System::Fedora => need.fedora,
        System::Arch => need.arch,
        System::MacOs => need.homebrew,
    }
}

fn is_there(check: &Check) -> bool {
    match check {
        // Version 7 of ImageMagick calls itself `magick`.
        Check::Program("convert") => command::find("convert").or_else(|| command::find("magick")).is_some(),
        Check::Program(name) => command::find(name).is_some(),
        Check::Library(name) => command::succeeds(Command::new("pkg-config").args(["--exists", name])),
        Check::Python(module) => {
            let own = std::env::var("SISE_PYTHON").ok();
            let pythons = own.into_iter().chain(["python3", "/usr/bin/python3"].map(str::to_owned));
            let import = format!("import {module}");
            pythons.into_iter().any(|python| command::succeeds(Command::new(python).args(["-c", &import])))
        }
        Check::ChineseFont => command::read(Command::new("fc-list").arg(":lang=zh-cn"))
            .is_ok_and(|fonts| !fonts.trim().is_empty()),
    }
}

fn check_node() -> Result<()> {
    let advice = "install Node 22 (or 20.19 and later in the 20 series) with npm, from your system's packages, \
                  a version switcher, or the installer of the Node project; then run this again";
    let version = command::read(Command::new("node").arg("--version").current_dir(workspace::root()))
        .with_context(|| format!("the UI is built with Node, which is not there: {advice}"))?;
    if !node_is_new_enough(&version) {
        bail!("Node {} is not one the UI can be built with: {advice}", version.trim());
    }
    command::find("npm").map(|_| ()).with_context(|| format!("Node is there, but npm is not: {advice}"))
}

/// What Vite 8 asks for: ^20.19 or >=22.12.
fn node_is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(|part| part.parse::<u32>().ok());
    let (Some(Some(major)), Some(Some(minor))) = (numbers.next(), numbers.next()) else { return false };
    match major {
        20 => minor >= 19,
        22 => minor >= 12,
        other => other > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_include_the_smaller_ones() {
        assert!(Purpose::Bench.includes(Purpose::Run));
        assert!(Purpose::Test.includes(Purpose::Package));
        assert!(!Purpose::Run.includes(Purpose::Test));
        assert!(Purpose::named("everything").is_err());
    }

    #[test]
    fn distributions_are_recognised() {
        assert_eq!(system_of_release_file("NAME=\"Debian GNU/Linux\"\nID=debian\n"), System::Debian);
        assert_eq!(system_of_release_file("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), System::Debian);
        assert_eq!(system_of_release_file("ID=fedora\n"), System::Fedora);
        assert_eq!(system_of_release_file("ID=manjaro\nID_LIKE=arch\n"), System::Arch);
        assert_eq!(system_of_release_file("ID=nixos\n"), System::OtherLinux);
        assert_eq!(system_of_release_file(""), System::OtherLinux);
    }

    #[test]
    fn removed_and_unknown_packages_are_missing() {
        let says = "xvfb installed\nqpdf config-files\nxauth not-installed\n";
        assert_eq!(
            missing_packages(&["xvfb", "qpdf", "xauth", "zbar-tools"], says),
            ["qpdf", "xauth", "zbar-tools"]
        );
    }

    #[test]
    fn node_versions() {
        for good in ["v20.19.0", "v20.20.2\n", "v22.12.0", "v24.1.0", "v26.0.0"] {
            assert!(node_is_new_enough(good), "{good}");
        }
        for bad in ["v18.20.4", "v20.18.3", "v21.7.3", "v22.11.0", "", "node"] {
            assert!(!node_is_new_enough(bad), "{bad}");
        }
    }
}
