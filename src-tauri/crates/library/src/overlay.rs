//! The library as a user sees it: built-in entries, and over them the user's own.
//! Relies on ids: an entry with the id of a built-in one takes its place, any other stands behind.
//! Must not know where the user's file lies.

use crate::built_in::{built_in_entries, built_in_groups};
use crate::entry::{LibraryEntry, LibraryGroup};
use crate::file::LibraryFile;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Where an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Shipped with Sise.
    BuiltIn,
    /// The user's own.
    User,
    /// The user's, in the place of a built-in one.
    Changed,
}

/// An entry and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ListedEntry")]
pub struct Listed {
    /// Where it comes from.
    pub origin: Origin,
    /// The entry.
    pub entry: LibraryEntry,
}

/// All entries at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    groups: Vec<LibraryGroup>,
    entries: Vec<Listed>,
}

impl Library {
    /// The built-in entries and, over them, those of the user's files; a later file wins over an earlier one.
    pub fn new<'a>(user: impl IntoIterator<Item = &'a LibraryFile>) -> Self {
        let mut library = Self {
            groups: built_in_groups().to_vec(),
            entries: built_in_entries()
                .iter()
                .map(|entry| Listed { origin: Origin::BuiltIn, entry: entry.clone() })
                .collect(),
        };
        for file in user {
            library.lay_over(file);
        }
        library
    }

    fn lay_over(&mut self, file: &LibraryFile) {
        for group in &file.groups {
            match self.groups.iter_mut().find(|own| own.id == group.id) {
                Some(own) => own.clone_from(group),
                None => self.groups.push(group.clone()),
            }
        }
        let places: HashMap<String, usize> =
            self.entries.iter().enumerate().map(|(place, listed)| (listed.entry.id.clone(), place)).collect();
        for entry in &file.entries {
            match places.get(&entry.id).and_then(|place| self.entries.get_mut(*place)) {
                Some(listed) => {
                    if listed.origin == Origin::BuiltIn {
                        listed.origin = Origin::Changed;
                    }
                    listed.entry.clone_from(entry);
                }
                None => self.entries.push(Listed { origin: Origin::User, entry: entry.clone() }),
            }
        }
    }

    /// Every entry, built-in ones first, in their order.
    pub fn entries(&self) -> &[Listed] {
        &self.entries
    }

    /// Every group, in its order.
    pub fn groups(&self) -> &[LibraryGroup] {
        &self.groups
    }

    /// The entry with this id.
    pub fn get(&self, id: &str) -> Option<&Listed> {
        self.entries.iter().find(|listed| listed.entry.id == id)
    }
}

/// What taking an entry over would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It is new.
    Added,
    /// It takes the place of another one with its id.
    Replaced,
    /// It is there already, letter for letter.
    Same,
}

/// An entry of an incoming file and what taking it would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EntryChange {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What taking it would do.
    pub change: Change,
}

impl LibraryFile {
    /// What taking over `incoming` would do, entry by entry. Nothing is changed.
    pub fn compare(&self, incoming: &Self) -> Vec<EntryChange> {
        let own: HashMap<&str, &LibraryEntry> =
            self.entries.iter().map(|entry| (entry.id.as_str(), entry)).collect();
        let change = |entry: &LibraryEntry| match own.get(entry.id.as_str()) {
            None => Change::Added,
            Some(own) if *own == entry => Change::Same,
            Some(_) => Change::Replaced,
        };
        incoming
            .entries
            .iter()
            .map(|entry| EntryChange {
                id: entry.id.clone(),
                name: entry.name.clone(),
                change: change(entry),
            })
            .collect()
    }

    /// Takes the entries with these ids over from `incoming`, with the groups they need.
    pub fn take(&mut self, incoming: &Self, ids: &[String]) {
        let wanted: HashSet<&str> = ids.iter().map(String::as_str).collect();
        for entry in incoming.entries.iter().filter(|entry| wanted.contains(entry.id.as_str())) {
            let group = incoming.groups.iter().find(|group| group.id == entry.group);
            if let Some(group) = group
                && !self.groups.iter().any(|own| own.id == group.id)
            {
                self.groups.push(group.clone());
            }
            self.put(entry.clone());
        }
    }

    /// Puts an entry in the place of the one with its id, or behind all.
    pub fn put(&mut self, entry: LibraryEntry) {
        match self.entries.iter_mut().find(|own| own.id == entry.id) {
            Some(own) => *own = entry,
            None => self.entries.push(entry),
        }
    }

    /// Takes the entry with this id out.
    pub fn remove(&mut self, id: &str) -> Option<LibraryEntry> {
        let place = self.entries.iter().position(|entry| entry.id == id)?;
        Some(self.entries.remove(place))
    }
}
