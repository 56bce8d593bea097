//! Is `ui/package-lock.json` good for every system, not only for the one on which it was last written?
//! Relies on the lock file's own list of packages.
//! It must not know what a package does.

use serde_json::Value;

use super::{File, Problem};

const LOCK_FILE: &str = "ui/package-lock.json";

/// Packages for other systems that npm has left out of the lock file. It does so without a word when a registry
/// does not have them yet, and then `npm ci` refuses the file.
pub(super) fn check(files: &[File]) -> Vec<Problem> {
    let Some(text) = files.iter().find(|file| file.path == LOCK_FILE).and_then(|file| file.text.as_deref())
    else {
        return Vec::new();
    };
    match serde_json::from_str(text) {
        Ok(lock) => check_lock(&lock),
        Err(error) => vec![format!("{LOCK_FILE}: {error}")],
    }
}

fn check_lock(lock: &Value) -> Vec<Problem> {
    let Some(packages) = lock["packages"].as_object() else {
        return vec![format!("{LOCK_FILE}: lists no packages")];
    };
    let mut problems = Vec::new();
    for (place, package) in packages {
        for optional in
            package["optionalDependencies"].as_object().into_iter().flatten().map(|(name, _)| name)
        {
            let beside = format!("node_modules/{optional}");
            let inside = format!("{place}/node_modules/{optional}");
            let found = [beside, inside]
                .iter()
                .any(|key| packages.get(key).is_some_and(|entry| entry["version"].is_string()));
            if !found {
                problems.push(format!(
                    "{LOCK_FILE}: {optional} is missing, so `npm ci` will fail: choose a version of the package that \
                     wants it whose packages for all systems can be had, delete the lock file and `npm install` again"
                ));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(optional: Value) -> Value {
        serde_json::json!({ "packages": {
            "": { "dependencies": { "tool": "1.0.0" } },
            "node_modules/tool": { "version": "1.0.0", "optionalDependencies": { "tool-windows": "1.0.0" } },
            "node_modules/tool-windows": optional,
        }})
    }

    #[test]
    fn a_package_for_another_system_that_was_left_out_is_found() {
        assert!(check_lock(&lock(serde_json::json!({ "version": "1.0.0", "optional": true }))).is_empty());
        // npm's two ways of leaving it out: an entry without a version, and none at all.
        assert_eq!(check_lock(&lock(serde_json::json!({ "optional": true }))).len(), 1);
        let mut without = lock(Value::Null);
        without["packages"].as_object_mut().unwrap().remove("node_modules/tool-windows");
        assert_eq!(check_lock(&without).len(), 1);
    }

    #[test]
    fn a_broken_lock_file_is_found() {
        let file = |text: &str| vec![File { path: LOCK_FILE.into(), text: Some(text.into()) }];
        assert_eq!(check(&file("{")).len(), 1);
        assert_eq!(check(&file("{}")).len(), 1);
        assert!(check(&[]).is_empty());
    }
}
