//! How the prints look: content in, a document of pages out, one file or folder for each print.
//! Relies on `content` for every word and on `layout` for type, tables, hatching and QR.
//! Must not know: the snapshot, file formats, files, the clock.

mod board;
mod comparison;
mod drawings;
mod emergency_card;
mod four_colour_map;
mod frame;
mod list;
mod look;
mod major_notice;
mod matrix;
mod notice_card;
mod organisation_chart;
mod paper;
mod patrol_plate;
mod post_card;
mod poster;
mod print_list;
mod risk_ledger;
mod running;
mod theme;

pub use board::notice_boards;
pub use comparison::comparison_charts;
pub use emergency_card::{emergency_cards, hazard_notices};
pub use four_colour_map::{MapLayers, four_colour_map};
pub use list::{list_document, list_worksheet};
pub use major_notice::major_notices;
pub use matrix::risk_matrices;
pub use notice_card::{CardForm, CardLayout, notice_cards};
pub use organisation_chart::organisation_chart;
pub use paper::{Photos, paper, paper_letter, paper_workbook};
pub use patrol_plate::patrol_plates;
pub use post_card::{PostCardKind, post_cards};
pub use poster::poster;
pub use print_list::{print_list, print_list_sheet};
pub use risk_ledger::{risk_ledger, risk_ledger_sheet};
pub use theme::{HeadStyle, Style, Theme};

use crate::content::{Fault, Problem};
use crate::layout::Document;
use std::collections::BTreeMap;

/// A laid-out document and what its reader should know.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The document.
    pub document: Document,
    /// Findings of the content and of the layout.
    pub problems: Vec<Problem>,
}

impl Printed {
    /// Adds what the fonts lack. `piece` names a page by its index.
    fn new(document: Document, mut problems: Vec<Problem>, piece: impl Fn(usize) -> String) -> Printed {
        let mut lines: BTreeMap<(String, String), Vec<char>> = BTreeMap::new();
        for missing in document.missing_glyphs() {
            let characters = lines.entry((piece(missing.page), missing.text)).or_default();
            if !characters.contains(&missing.character) {
                characters.push(missing.character);
            }
        }
        let faults = lines
            .into_iter()
            .map(|((piece, text), characters)| (piece, Fault::MissingGlyphs { characters, text }));
        problems.extend(faults.map(|(piece, fault)| Problem { piece, fault }));
        Printed { document, problems }
    }
}
