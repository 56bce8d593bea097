//! How SVG is read in this crate: with the shipped fonts, and nothing fetched from anywhere.
//! Relies on usvg.
//! Must not know: who asks, and what becomes of the picture.

use crate::layout::{Face, Fonts};
use resvg::usvg::{self, fontdb};
use std::sync::Arc;

/// Font bytes shared with the font database.
struct Shared(Arc<[u8]>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Parser settings: our faces, no system fonts, no files.
pub(crate) fn options(fonts: &Fonts) -> usvg::Options<'static> {
    let mut database = fontdb::Database::new();
    for face in fonts.faces() {
        let bytes = Shared(fonts.bytes(face).clone());
        database.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    let mut options = usvg::Options { fontdb: Arc::new(database), ..usvg::Options::default() };
    options.font_family = fonts.family(Face::Regular).to_owned();
    // Pictures stand in the text itself; nothing is ever fetched from a path.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options
}
