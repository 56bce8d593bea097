//! What must not be written in a file: IO in a pure crate, a machine's paths, hosts, words with a better name.
//! Relies on the text of committed files alone.
//! It must not know which rule a compiler or a linter already checks.

use super::{File, Problem};

/// Rust sources that keep clear of the outside world, and the words that would let it in.
const PURE_CRATES: &[(&str, &[&str])] = &[
    ("src-tauri/crates/geometry/src/", OUTSIDE_WORLD),
    ("src-tauri/crates/domain/src/", OUTSIDE_WORLD),
    ("src-tauri/crates/evaluation/src/", OUTSIDE_WORLD),
    ("src-tauri/crates/inspection/src/", OUTSIDE_WORLD),
    ("src-tauri/crates/export/src/", CLOCK_AND_CHANCE),
    ("src-tauri/crates/edit/src/", &["rusqlite", "SELECT ", "INSERT INTO", "DELETE FROM"]),
];

const OUTSIDE_WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "SystemTime::now",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "Uuid::now_v7",
    "Uuid::new_v4",
    "rand",
];

const CLOCK_AND_CHANCE: &[&str] =
    &["SystemTime::now", "Instant::now", "Utc::now", "Local::now", "Uuid::now_v7", "Uuid::new_v4", "rand"];

/// The one folder of the UI that talks to the shell.
const BACKEND: &str = "ui/src/backend/";

/// Words that have a better name in the glossary. Written in halves, so that this file does not break its own rule.
const SYNONYMS: &[([&str; 2], &str)] = &[
    (["danger_", "source"], "hazard"),
    (["risk_", "spot"], "risk_point"),
    (["hidden_", "trouble"], "hidden_danger"),
];

/// Hosts of package registries and their mirrors, in halves likewise: what is fetched from where is each machine's
/// own setting.
const HOSTS: &[[&str; 2]] = &[
    ["registry.npm", "js.org"],
    ["registry.npm", "mirror.com"],
    ["registry.yarn", "pkg.com"],
    ["npm.pkg.", "github.com"],
    ["static.", "crates.io"],
    ["index.", "crates.io"],
    ["py", "pi.org"],
    ["python", "hosted.org"],
    ["deb.", "debian.org"],
    ["archive.", "ubuntu.com"],
    ["mirrors.", "aliyun.com"],
    ["mirrors.tuna.", "tsinghua.edu.cn"],
    ["mirrors.", "ustc.edu.cn"],
];

/// The only source that `Cargo.lock` may name: what cargo writes for its default registry, whatever mirror is used.
const CARGO_SOURCE: [&str; 2] = ["registry+https://github.com/rust-lang/", "crates.io-index"];

/// Folders of people's home directories; a letter after one of these makes it a path of some machine.
const HOMES: &[[&str; 2]] =
    &[["/ho", "me/"], ["/Us", "ers/"], ["C:\\Us", "ers\\"], ["C:\\\\Us", "ers\\\\"], ["/ro", "ot/"]];

/// Every file with something in it that must not be there.
pub(super) fn check(files: &[File], machine: &[String]) -> Vec<Problem> {
    files
        .iter()
        .filter_map(|file| file.text.as_deref().map(|text| (file.path.as_str(), text)))
        .flat_map(|(path, text)| check_text(path, text, machine))
        .collect()
}

fn check_text(path: &str, text: &str, machine: &[String]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for fault in line_faults(path, line, machine) {
            problems.push(format!("{path}:{}: {fault}", number + 1));
        }
    }
    problems
}

fn line_faults(path: &str, line: &str, machine: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let is_comment = line.trim_start().starts_with("//");
    if let Some((_, words)) =
        PURE_CRATES.iter().find(|(folder, _)| path.starts_with(folder) && path.ends_with(".rs"))
        && !is_comment
    {
        let found = words.iter().filter(|word| contains_word(line, word));
        faults.extend(found.map(|word| format!("`{}` has no place in this crate", word.trim())));
    }
    if path.starts_with("ui/src/") && !path.starts_with(BACKEND) && line.contains("@tauri-apps/") {
        faults.push(format!("only {BACKEND} may import the Tauri packages"));
    }
    for (halves, better) in SYNONYMS {
        if line.to_lowercase().contains(&halves.concat()) {
            faults.push(format!("`{}` is called `{better}` here", halves.concat()));
        }
    }
    if HOSTS.iter().any(|halves| line.contains(&halves.concat())) {
        faults.push("names the host of a package registry".to_owned());
    }
    if path.ends_with("package-lock.json") && line.contains("\"resolved\": \"http") {
        faults.push("records where a package came from; `ui/.npmrc` switches that off".to_owned());
    }
    if path == "Cargo.lock"
        && line.starts_with("source = ")
        && line != format!("source = \"{}\"", CARGO_SOURCE.concat())
    {
        faults.push("a package that does not come from the default registry".to_owned());
    }
    if names_a_home(line) || machine.iter().any(|folder| line.contains(folder.as_str())) {
        faults.push("names a path of one machine".to_owned());
    }
    faults
}

/// Is `word` in the line, not as a part of a longer word?
fn contains_word(line: &str, word: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(position, _)| {
        let before = line[..position].chars().next_back();
        let after = line[position + word.len()..].chars().next();
        !before.is_some_and(is_part) && (word.ends_with(' ') || !after.is_some_and(is_part))
    })
}

fn names_a_home(line: &str) -> bool {
    HOMES.iter().map(|halves| halves.concat()).any(|home| {
        line.match_indices(&home).any(|(position, _)| {
            let before = line[..position].chars().next_back();
            let after = line[position + home.len()..].chars().next();
            !before.is_some_and(|character| character.is_alphanumeric())
                && after.is_some_and(|character| character.is_alphanumeric() || character == '.')
        })
    })
}

/// Of the folders of this machine those whose name tells something; `/`, `/tmp` or `/home` alone would be found in
/// innocent places.
pub(super) fn telling_paths<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<String> {
    const COMMON: &[&str] = &[
        "app",
        "bin",
        "build",
        "builds",
        "code",
        "etc",
        "home",
        "mnt",
        "opt",
        "project",
        "repo",
        "root",
        "src",
        "srv",
        "tmp",
        "Users",
        "usr",
        "var",
        "workspace",
    ];
    paths
        .map(|path| path.trim_end_matches(['/', '\\']))
        .filter(|path| {
            let parts: Vec<&str> = path.split(['/', '\\']).filter(|part| !part.is_empty()).collect();
            match parts.as_slice() {
                [] => false,
                [only] => !COMMON.contains(only) && !only.ends_with(':'),
                _ => true,
            }
        })
        .map(|path| format!("{path}/"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, line: &str) -> usize {
        line_faults(path, line, &telling_paths(["/somewhere/sise", "/somewhere", "/tmp", "/"].into_iter()))
            .len()
    }

    #[test]
    fn a_pure_crate_that_looks_outside_is_found() {
        let domain = "src-tauri/crates/domain/src/lib.rs";
        for word in OUTSIDE_WORLD {
            assert_eq!(faults(domain, &format!("    let x = {word}();")), 1, "{word}");
            assert_eq!(faults("src-tauri/crates/store/src/lib.rs", &format!("use {word};")), 0, "{word}");
        }
        assert_eq!(faults(domain, "let brand = operand;"), 0);
        assert_eq!(faults(domain, "/// The clock is outside: no `Utc::now` here."), 0);
        assert_eq!(faults("src-tauri/crates/export/src/pdf.rs", "let when = chrono::Utc::now();"), 1);
        assert_eq!(faults("src-tauri/crates/edit/src/zone.rs", "\"SELECT id FROM zone\""), 1);
        assert_eq!(faults("src-tauri/crates/edit/src/zone.rs", "Command::Select { id }"), 0);
    }

    #[test]
    fn tauri_outside_the_backend_is_found() {
        let line = "import { invoke } from '@tauri-apps/api/core';";
        assert_eq!(faults("ui/src/plan/Plan.tsx", line), 1);
        assert_eq!(faults("ui/src/backend/tauri.ts", line), 0);
        assert_eq!(faults("ui/package.json", "\"@tauri-apps/api\": \"2.12.5\","), 0);
    }

    #[test]
    fn every_synonym_is_found() {
        for (halves, _) in SYNONYMS {
            let word = halves.concat();
            assert_eq!(faults("assets/library.json", &format!("\"{word}\": 1")), 1, "{word}");
            assert_eq!(faults("ui/src/a.ts", &word.to_uppercase()), 1, "{word}");
        }
    }

    #[test]
    fn every_registry_host_is_found() {
        for halves in HOSTS {
            assert_eq!(faults("README.md", &format!("https://{}/x", halves.concat())), 1, "{halves:?}");
        }
        assert_eq!(faults("README.md", "Rust crates come from crates.io."), 0);
        assert_eq!(
            faults("ui/package-lock.json", "      \"resolved\": \"https://mirror.example/react.tgz\","),
            1
        );
        assert_eq!(faults("Cargo.lock", &format!("source = \"{}\"", CARGO_SOURCE.concat())), 0);
        assert_eq!(faults("Cargo.lock", "source = \"sparse+https://mirror.example/index/\""), 1);
        assert_eq!(faults("Cargo.lock", "source = \"git+https://git.example/fork#0123\""), 1);
    }

    #[test]
    fn paths_of_a_machine_are_found() {
        for halves in HOMES {
            assert_eq!(faults("README.md", &format!("see {}anna/notes", halves.concat())), 1, "{halves:?}");
        }
        assert_eq!(faults("README.md", "in /somewhere/sise/target"), 1);
        assert_eq!(faults("README.md", "in /somewhere/else"), 1);
        assert_eq!(faults("README.md", "in /tmp/x, usr/home/page"), 0);
        assert_eq!(faults("ui/src/router.ts", "path: 'chrome/root/'"), 0);
    }

    #[test]
    fn a_place_is_named_with_its_line() {
        let problems = check_text("assets/a.txt", &format!("fine\n{}\n", SYNONYMS[0].0.concat()), &[]);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].starts_with("assets/a.txt:2: "), "{problems:?}");
    }
}
