//! A folder with a sample project, and the program `sise` in it.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// With the sample school in `a.sise`.
    pub(crate) fn sample() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
        desk
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let folder = std::env::var_os("SISE_BIN_DIR").map(PathBuf::from).unwrap_or_else(|| {
            let own = std::env::current_exe().unwrap();
            own.ancestors().nth(2).unwrap().to_owned()
        });
        let path = folder.join(if cfg!(windows) { "sise.exe" } else { "sise" });
        assert!(path.exists(), "{} is not built; run `cargo build -p cli` first", path.display());
        let mut command = Command::new(path);
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("SISE_DATA_DIR", self.at("data"))
            .env("LC_ALL", "zh_CN.UTF-8");
        command.output().unwrap()
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        let shown = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        serde_json::from_str(&shown)
            .unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{shown}\n{errors}"))
    }
}
