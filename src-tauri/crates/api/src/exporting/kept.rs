//! Pieces that were laid out before, so that a preview, a second export or one that was broken off does not begin anew.
//! Relies on a key that names everything that the look of a piece follows from.
//! Knows nothing of files.

use super::content::{Layout, Unit};
use export::content::{Phones, Source};
use export::layout::Picture;
use export::templates::Printed;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// Pages kept at most. A card takes some tens of kilobytes.
const MOST_PAGES: usize = 1_500;

/// Longest side of a picture under the plan on a card, in pixels: a third of it on five centimetres is finer than print.
pub(super) const UNDER_CARD: u32 = 1_600;
/// Longest side of a photograph in a list, in pixels.
pub(super) const IN_LIST: u32 = 480;

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

/// Laid-out pieces by their keys, and the small pictures that they show.
#[derive(Default)]
pub(crate) struct Kept {
    pieces: Mutex<(HashMap<Key, Arc<Printed>>, usize)>,
    pub(super) small: SmallPictures,
}

impl Kept {
    pub(super) fn get(&self, key: &Key) -> Option<Arc<Printed>> {
        self.pieces.lock().unwrap_or_else(PoisonError::into_inner).0.get(key).cloned()
    }

    pub(super) fn put(&self, key: Key, printed: Arc<Printed>) {
        let pages = printed.document.pages.len();
        let mut kept = self.pieces.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.1 + pages > MOST_PAGES {
            kept.0.clear();
            kept.1 = 0;
        }
        if pages <= MOST_PAGES && kept.0.insert(key, printed).is_none() {
            kept.1 += pages;
        }
    }
}

/// Small pictures kept at most: one for each floor of a large school.
const MOST_SMALL: usize = 60;

/// Pictures under plans and photographs as small as a card or a list needs them, each made once: a scan of fifty million pixels would otherwise be
/// carried by every card of its floor. Nothing for one that cannot be read.
#[derive(Default)]
pub(crate) struct SmallPictures(Mutex<HashMap<(String, u32), Option<Picture>>>);

impl SmallPictures {
    /// Those of `assets` that are wanted and can be read, with no side longer than `side` pixels.
    pub(super) fn of<'w>(
        &self,
        assets: &BTreeMap<String, Vec<u8>>,
        wanted: impl Iterator<Item = &'w str>,
        side: u32,
    ) -> BTreeMap<String, Picture> {
        let mut found = BTreeMap::new();
        for asset in wanted {
            if found.contains_key(asset) {
                continue;
            }
            let Some(bytes) = assets.get(asset) else { continue };
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let key = (asset.to_owned(), side);
            if !kept.contains_key(&key) && kept.len() >= MOST_SMALL {
                kept.clear();
            }
            let own = kept.entry(key).or_insert_with(|| small(bytes, side));
            found.extend(own.clone().map(|own| (asset.to_owned(), own)));
        }
        found
    }
}

fn small(bytes: &[u8], side: u32) -> Option<Picture> {
    Picture::new(drawing::smaller(bytes, side).ok()?.bytes).ok()
}
