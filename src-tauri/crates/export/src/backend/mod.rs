//! Writers of file formats: each takes a finished document and returns bytes.
//! Relies on the neutral picture in `layout`.
//! Must not know: what is said (content), files, the clock, system fonts.

mod check;
pub mod docx;
mod link;
pub mod pdf;
pub mod png;
pub mod reread;
pub mod svg;
pub mod xlsx;

use std::ops::ControlFlow;

/// How far a writer has come. Reported at least once per page; the listener may stop the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub done: usize,
    /// Steps in all.
    pub total: usize,
}

/// Listener of [`Progress`]. `Break` ends the work with [`BackendError::Cancelled`].
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// A listener that lets the work run to its end.
pub fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn report(watch: &mut Watch<'_>, done: usize, total: usize) -> Result<(), BackendError> {
    match watch(Progress { done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(BackendError::Cancelled),
    }
}

/// Why a document could not be written. Pages are counted from one.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum BackendError {
    /// The listener asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// There is nothing to write.
    #[error("the document has no pages")]
    NoPages,
    /// A page of this number does not exist.
    #[error("there is no page {page}; the document has {pages}")]
    NoSuchPage {
        /// The page asked for.
        page: usize,
        /// Pages there are.
        pages: usize,
    },
    /// A page without a sensible size.
    #[error("page {page} is {width} x {height} mm")]
    PageSize {
        /// Page, from one.
        page: usize,
        /// Width in millimetres.
        width: f64,
        /// Height in millimetres.
        height: f64,
    },
    /// A coordinate that is not a number, or far off any sheet.
    #[error("page {page} holds a {item} with a measure that is not a number or beyond 100 metres")]
    OutOfRange {
        /// Page, from one.
        page: usize,
        /// Kind of the item.
        item: &'static str,
    },
    /// A picture that cannot be decoded.
    #[error("a picture on page {page} cannot be read: {reason}")]
    Picture {
        /// Page, from one.
        page: usize,
        /// What the decoder said.
        reason: String,
    },
    /// A font that the writer cannot embed.
    #[error("the fonts cannot be embedded: {reason}")]
    Font {
        /// What went wrong.
        reason: String,
    },
    /// A raster page beyond the limit.
    #[error("page {page} at {dpi} dpi is {width} x {height} pixels; the limit is {limit} pixels")]
    TooManyPixels {
        /// Page, from one.
        page: usize,
        /// Resolution asked for.
        dpi: f64,
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
        /// Most pixels allowed.
        limit: u64,
    },
    /// The writing library failed.
    #[error("{format} could not be written: {reason}")]
    Encoding {
        /// Name of the format.
        format: &'static str,
        /// What the library said.
        reason: String,
    },
}
