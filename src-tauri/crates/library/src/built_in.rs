//! The library that Sise ships.
//! Relies on `assets/library/`, compiled in; a test reads every file as strictly as a stranger's.
//! Knows nothing of users' entries.

use crate::entry::{LibraryEntry, LibraryGroup};
use crate::file::LibraryFile;
use std::sync::LazyLock;

macro_rules! texts {
    ($($file:literal),* $(,)?) => {
        &[$(($file, include_str!(concat!("../../../../assets/library/", $file, ".json")))),*]
    };
}

/// Name and text of each file, in the order in which groups are shown.
pub(crate) const TEXTS: &[(&str, &str)] = texts![
    "laboratories",
    "workshops",
    "canteen",
    "living",
    "teaching",
    "campus-activities",
    "utilities",
    "works",
    "production",
    "storage",
    "service",
];

// A file that did not parse would be left out; the tests see to it that none is.
static FILES: LazyLock<Vec<LibraryFile>> = LazyLock::new(|| {
    TEXTS.iter().filter_map(|(_, text)| serde_json::from_str::<LibraryFile>(text).ok()).collect()
});
static ENTRIES: LazyLock<Vec<LibraryEntry>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| file.entries.iter().cloned()).collect());
static GROUPS: LazyLock<Vec<LibraryGroup>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| file.groups.iter().cloned()).collect());

/// Every entry that Sise ships.
pub fn built_in_entries() -> &'static [LibraryEntry] {
    &ENTRIES
}

/// The groups of these entries, in their order.
pub fn built_in_groups() -> &'static [LibraryGroup] {
    &GROUPS
}

pub(crate) fn built_in_group_ids() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().map(|group| group.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_stands_the_judgement_of_a_strangers() {
        for (name, text) in TEXTS {
            let file = LibraryFile::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(text.len() < 80_000, "{name} is too long to be read by people");
            assert!(!file.english.is_empty(), "{name}");
        }
        assert_eq!(FILES.len(), TEXTS.len());
    }
}
