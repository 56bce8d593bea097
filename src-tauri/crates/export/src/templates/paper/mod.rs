//! Papers of inspection and rectification: as pages, as a letter to go on with, as a worksheet.
//! Relies on the blocks of the content; all three forms say the same in the same order.
//! Must not know: what a notice or a ledger is.

mod blocks;
mod chart;
mod letter;
mod worksheet;

pub use letter::paper_letter;
pub use worksheet::paper_workbook;

use super::Printed;
use super::frame;
use super::look::Look;
use super::theme::Style;
use crate::content::{Fault, Paper, PaperForm, PaperSheet, Problem};
use crate::layout::{
    Anchor, Bookmark, Colour, Flow, Insets, Mm, Page, Picture, Rect, Size, TableError, point,
};
use blocks::Setter;
use std::collections::BTreeMap;

/// Room above the body for the note and the number of the page, in millimetres.
const NOTE: Mm = 6.5;
/// A sheet that should stay on one page is set smaller by these, the first that fits.
const TIGHTER: [f64; 4] = [1.0, 0.94, 0.88, 0.82];

/// Photographs by their fingerprints.
pub type Photos = BTreeMap<String, Picture>;

/// Measures of a form.
#[derive(Debug, Clone, Copy)]
struct Measures {
    size: Size,
    /// Of head and foot.
    scale: f64,
    /// Type of running text, in points.
    text: f64,
    /// Type of tables, in points.
    table: f64,
}

fn measures(form: PaperForm) -> Measures {
    match form {
        PaperForm::Upright => Measures { size: Size::A4, scale: 0.78, text: 10.0, table: 8.8 },
        PaperForm::Lying => Measures { size: Size::A4.landscape(), scale: 0.74, text: 9.6, table: 8.4 },
        PaperForm::Wide => Measures { size: Size::A3.landscape(), scale: 0.9, text: 10.0, table: 9.0 },
    }
}

/// Lays a paper out, each sheet from a page of its own on.
///
/// # Errors
/// See [`TableError`]: none for tables as papers have them.
pub fn paper<'a>(paper: &Paper, style: impl Into<Style<'a>>, photos: &Photos) -> Result<Printed, TableError> {
    let style = style.into();
    let own = measures(paper.form);
    let look = Look::new(style, own.scale, paper.colours);
    let mut document = frame::document(&paper.title, &paper.subject, &paper.masthead, &paper.code);
    for sheet in &paper.sheets {
        let mut blank = Page::new(own.size);
        let body =
            frame::sheet(&look, &sheet.title, &paper.masthead, &paper.code, own.size, &mut blank.items);
        let side = if paper.form == PaperForm::Upright { 3.0 } else { 0.0 };
        let body = body.inset(Insets { top: NOTE - look.mm(2.0), right: side, bottom: 0.0, left: side });
        let first = document.pages.len();
        let pages = set(&look, own, paper, sheet, body, photos)?;
        for page in pages {
            let mut whole = blank.clone();
            whole.items.extend(page.items);
            document.pages.push(whole);
        }
        let total = document.pages.len() - first;
        for (at, page) in document.pages.iter_mut().skip(first).enumerate() {
            let grey = look.regular(10.5).colour(Colour::GREY);
            let y = body.y - NOTE * 0.55;
            let number = format!("第 {} 页　共 {total} 页", at + 1);
            let taken = look.width(&number, &grey) + 4.0;
            look.squeeze(
                &sheet.note,
                &grey,
                point(body.x, y),
                Anchor::Start,
                body.width - taken,
                &mut page.items,
            );
            look.put(&number, &grey, point(body.right(), y), Anchor::End, &mut page.items);
        }
        document.outline.push(Bookmark::new(sheet.title.clone(), first));
    }
    let piece = format!("{} {}", paper.title, paper.subject);
    let problems =
        unread(paper, photos).into_iter().map(|fault| Problem::new(piece.clone(), fault)).collect();
    Ok(Printed::new(document, problems, |_| piece.clone()))
}

fn set(
    look: &Look<'_>,
    own: Measures,
    paper: &Paper,
    sheet: &PaperSheet,
    body: Rect,
    photos: &Photos,
) -> Result<Vec<Page>, TableError> {
    let mut usual = None;
    for share in if sheet.whole { &TIGHTER[..] } else { &TIGHTER[..1] } {
        let measures = Measures { text: own.text * share, table: own.table * share, ..own };
        let mut flow = Flow::new(own.size, body);
        let setter = Setter { look, measures, photos, width: body.width, share: *share };
        for (at, block) in sheet.blocks.iter().enumerate() {
            setter.block(block, sheet.blocks.get(at + 1), &mut flow)?;
        }
        let mut pages = flow.finish();
        // A last page on which nothing came to stand is none.
        while pages.len() > 1 && pages.last().is_some_and(|page| page.items.is_empty()) {
            pages.pop();
        }
        if pages.len() == 1 {
            return Ok(pages);
        }
        usual.get_or_insert(pages);
    }
    debug_assert!(usual.is_some(), "{}", paper.title);
    Ok(usual.unwrap_or_default())
}

/// Photographs that the paper shows and nobody could read.
fn unread(paper: &Paper, photos: &Photos) -> Vec<Fault> {
    let mut found: Vec<Fault> = Vec::new();
    for asset in paper.photos().filter(|own| !photos.contains_key(*own)) {
        let fault = Fault::NoPhoto { fingerprint: asset.chars().take(8).collect() };
        if !found.contains(&fault) {
            found.push(fault);
        }
    }
    found
}
