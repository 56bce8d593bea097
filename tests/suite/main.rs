//! Command scripts: each file is a script, a line of dashes, and what it shows. `UPDATE_EXPECT=1` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

const RULE: &str = "\n---- shows ----\n";

#[test]
fn every_script_shows_what_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 5, "the suite is not there");
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let (script, expected) = text.split_once(RULE).unwrap_or((&text, ""));
        let shown = std::panic::catch_unwind(|| testkit::run_script(script))
            .unwrap_or_else(|_| panic!("{} failed, see above", file.display()));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&file, format!("{script}{RULE}{shown}")).unwrap();
        } else {
            assert_eq!(shown.trim_end(), expected.trim_end(), "{}", file.display());
        }
    }
}
