//! Pieces that were laid out before, so that a preview, a second export or one that was broken off does not begin anew.
//! Relies on a key that names everything that the look of a piece follows from.
//! Knows nothing of files.

use super::content::{Layout, Unit};
use export::content::{Phones, Source};
use export::templates::Printed;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Pages kept at most. A card takes some tens of kilobytes.
const MOST_PAGES: usize = 1_500;

/// What a laid-out piece follows from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key(String);

impl Key {
    pub(super) fn of(unit: &Unit<'_>, layout: &Layout<'_>, source: &Source<'_>) -> Key {
        let open = source.phones == Phones::Open;
        let edition = source.edition;
        let assets: Vec<&String> = layout.assets.keys().collect();
        let look = (layout.size, layout.four, layout.layers, layout.style.theme, source.picture.basis);
        Key(format!(
            "{}/{}/{}/{open}/{}/{}/{look:?}/{assets:?}",
            unit.kind.name(),
            unit.subject.key(),
            unit.content.said().version(),
            edition.revision,
            edition.date,
        ))
    }
}

/// Laid-out pieces by their keys.
#[derive(Default)]
pub(crate) struct Kept(Mutex<(HashMap<Key, Arc<Printed>>, usize)>);

impl Kept {
    pub(super) fn get(&self, key: &Key) -> Option<Arc<Printed>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0.get(key).cloned()
    }

    pub(super) fn put(&self, key: Key, printed: Arc<Printed>) {
        let pages = printed.document.pages.len();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.1 + pages > MOST_PAGES {
            kept.0.clear();
            kept.1 = 0;
        }
        if pages <= MOST_PAGES && kept.0.insert(key, printed).is_none() {
            kept.1 += pages;
        }
    }
}
