//! Who may import whom, and which crate alone may use a library.
//! Relies on the dependency lists that `cargo metadata` reports.
//! It must not know what lies inside a crate.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Problem;

/// The import table: each of our crates and the ones of ours it may depend on.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("geometry", &[]),
    ("drawing", &["geometry"]),
    ("domain", &["geometry"]),
    ("rectification", &["domain"]),
    ("evaluation", &["domain", "rectification"]),
    ("review", &["domain", "evaluation"]),
    ("inspection", &["domain", "evaluation"]),
    ("library", &["domain"]),
    ("inbox", &["domain", "drawing"]),
    ("health", &["domain", "evaluation", "geometry", "rectification", "review"]),
    ("merge", &["domain", "geometry"]),
    ("overview", &["domain", "evaluation", "health"]),
    ("statistics", &["domain", "evaluation", "inspection", "rectification"]),
    ("sheet", &["domain", "evaluation"]),
    ("store", &["domain", "geometry"]),
    (
        "edit",
        &["domain", "geometry", "evaluation", "inspection", "library", "rectification", "review", "store"],
    ),
    ("lists", &["domain", "evaluation", "edit"]),
    ("export", &["domain", "geometry", "evaluation"]),
    ("bundle", &["domain"]),
    (
        "api",
        &[
            "geometry",
            "drawing",
            "domain",
            "evaluation",
            "rectification",
            "review",
            "inspection",
            "library",
            "inbox",
            "merge",
            "health",
            "overview",
            "statistics",
            "sheet",
            "store",
            "edit",
            "lists",
            "export",
            "bundle",
        ],
    ),
    ("cli", &["api"]),
    ("sise-desktop", &["api"]),
];

/// Crates that are not shipped: they may use whatever they need.
const NOT_SHIPPED: &[&str] = &["testkit", "xtask", "sise-tests"];

/// What a test of any crate may use besides: it never reaches the user.
const FOR_TESTS: &[&str] = &["testkit"];

/// Libraries that belong to one crate. A name that ends in `*` stands for all that begin so.
const BELONGS_TO: &[(&str, &str)] = &[
    ("age", "store"),
    ("geo", "geometry"),
    ("rusqlite*", "store"),
    ("tauri*", "sise-desktop"),
    ("wry", "sise-desktop"),
];

/// A member of the workspace.
#[derive(Debug)]
pub(super) struct Package {
    pub(super) name: String,
    /// Folder of its manifest.
    pub(super) folder: String,
    pub(super) dependencies: Vec<Dependency>,
}

#[derive(Debug)]
pub(super) struct Dependency {
    pub(super) name: String,
    /// Is it one of our own crates?
    pub(super) ours: bool,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Normal,
    Build,
    Test,
}

/// Reads the members of the workspace from what `cargo metadata` says.
pub(super) fn packages(metadata: &Value) -> Result<Vec<Package>> {
    let list = metadata["packages"].as_array().context("`cargo metadata` names no packages")?;
    list.iter().map(package).collect()
}

fn package(value: &Value) -> Result<Package> {
    let text = |field: &str| -> Result<&str> {
        value[field].as_str().with_context(|| format!("a package of `cargo metadata` has no {field}"))
    };
    let folder = Path::new(text("manifest_path")?).parent().context("a manifest lies in a folder")?;
    let dependencies = value["dependencies"].as_array().into_iter().flatten().filter_map(|dependency| {
        Some(Dependency {
            name: dependency["name"].as_str()?.to_owned(),
            ours: dependency["path"].is_string(),
            kind: match dependency["kind"].as_str() {
                Some("dev") => Kind::Test,
                Some("build") => Kind::Build,
                _ => Kind::Normal,
            },
        })
    });
    Ok(Package {
        name: text("name")?.to_owned(),
        folder: folder.to_string_lossy().replace('\\', "/"),
        dependencies: dependencies.collect(),
    })
}

/// Every edge outside the tables.
pub(super) fn check(packages: &[Package]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for package in packages.iter().filter(|package| !NOT_SHIPPED.contains(&package.name.as_str())) {
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == package.name) else {
            problems.push(format!(
                "crate `{}` is not in the import table: add it to tidy/imports.rs with what it may use",
                package.name
            ));
            continue;
        };
        for dependency in &package.dependencies {
            problems.extend(check_edge(package, allowed, dependency));
        }
    }
    problems
}

fn check_edge(package: &Package, allowed: &[&str], dependency: &Dependency) -> Option<Problem> {
    let name = dependency.name.as_str();
    if dependency.ours {
        let for_test = dependency.kind == Kind::Test && FOR_TESTS.contains(&name);
        let fine = allowed.contains(&name) || for_test;
        return (!fine).then(|| {
            format!(
                "crate `{}` must not import `{name}`: its place in the import table does not allow it",
                package.name
            )
        });
    }
    let (_, owner) = BELONGS_TO.iter().find(|(library, _)| match library.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => *library == name,
    })?;
    (package.name != *owner)
        .then(|| format!("crate `{}` must not use `{name}`: only `{owner}` does", package.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str, dependency: &str, ours: bool, kind: Kind) -> Vec<Problem> {
        let dependency = Dependency { name: dependency.into(), ours, kind };
        check(&[Package { name: name.into(), folder: String::new(), dependencies: vec![dependency] }])
    }

    #[test]
    fn an_edge_in_the_table_is_fine() {
        assert!(one("edit", "store", true, Kind::Normal).is_empty());
        assert!(one("geometry", "geo", false, Kind::Normal).is_empty());
        assert!(one("store", "rusqlite_migration", false, Kind::Normal).is_empty());
        assert!(one("sise-desktop", "tauri-build", false, Kind::Build).is_empty());
    }

    #[test]
    fn an_edge_outside_the_table_is_found_in_every_kind() {
        for kind in [Kind::Normal, Kind::Build, Kind::Test] {
            assert_eq!(one("domain", "store", true, kind).len(), 1);
            assert_eq!(one("export", "store", true, kind).len(), 1);
            assert_eq!(one("cli", "edit", true, kind).len(), 1);
        }
    }

    #[test]
    fn a_library_of_another_crate_is_found() {
        assert_eq!(one("edit", "rusqlite", false, Kind::Normal).len(), 1);
        assert_eq!(one("evaluation", "geo", false, Kind::Normal).len(), 1);
        assert_eq!(one("api", "tauri-plugin-dialog", false, Kind::Test).len(), 1);
        // Another library whose name only begins alike.
        assert!(one("export", "geojson", false, Kind::Normal).is_empty());
    }

    #[test]
    fn tests_may_use_the_kit_but_nothing_shipped_may() {
        assert!(one("store", "testkit", true, Kind::Test).is_empty());
        assert_eq!(one("store", "testkit", true, Kind::Normal).len(), 1);
        assert!(one("sise-tests", "rusqlite", false, Kind::Test).is_empty());
    }

    #[test]
    fn a_crate_nobody_has_placed_is_found() {
        assert_eq!(one("helpers", "domain", true, Kind::Normal).len(), 1);
    }

    #[test]
    fn the_table_itself_has_no_circle() {
        // Each crate may import only crates that stand above it in the table.
        for (position, (name, allowed)) in MAY_IMPORT.iter().enumerate() {
            for import in *allowed {
                assert!(
                    MAY_IMPORT[..position].iter().any(|(above, _)| above == import),
                    "{name} -> {import}"
                );
            }
        }
    }

    #[test]
    fn metadata_is_read() {
        let metadata = serde_json::json!({ "packages": [{
            "name": "edit",
            "manifest_path": "/a/src-tauri/crates/edit/Cargo.toml",
            "dependencies": [
                { "name": "store", "path": "/a/src-tauri/crates/store", "kind": null },
                { "name": "chrono", "kind": "dev" },
            ],
        }]});
        let packages = packages(&metadata).unwrap();
        assert_eq!(packages[0].folder, "/a/src-tauri/crates/edit");
        assert!(packages[0].dependencies[0].ours);
        assert_eq!(packages[0].dependencies[1].kind, Kind::Test);
        assert!(super::packages(&serde_json::json!({})).is_err());
    }
}
