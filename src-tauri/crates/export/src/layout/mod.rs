//! Pages of placed items in millimetres, and the means to place them: type, paragraphs, tables, hatching, QR.
//! Relies on shipped font bytes only.
//! Must not know: file formats, the project model, files, the clock.

mod block;
mod breaks;
mod colour;
mod document;
mod drawing;
mod flow;
mod fonts;
mod hatch;
mod letter;
mod paragraph;
#[cfg(test)]
mod paragraph_tests;
mod path;
mod picture;
mod qr;
mod run;
mod sheet;
mod sheets;
mod spacing;
mod table;
mod units;

pub use block::{Line, TextBlock};
pub use colour::Colour;
pub use document::{
    Bookmark, Clip, Document, Item, Layer, Link, LinkTarget, MissingGlyph, Page, PageNumber, PlacedPicture,
    PlacedQr, Shape, Timestamp, visit,
};
pub(crate) use drawing::scale;
pub use drawing::{DRAWING_SIDE, Drawing, PlacedDrawing};
pub use flow::Flow;
pub use fonts::{Face, FaceMetrics, FontError, Fonts};
pub use hatch::{Hatch, HatchKind};
pub use letter::{Letter, LetterBlock, LetterCell, LetterTable, LetterWords};
pub use paragraph::{Align, Fitted, Marker, Paragraph, Span, fit, stack};
pub use path::{Blend, Cap, Fill, FillRule, Join, Path, Step, Stroke};
pub use picture::{MOST_PIXELS, MOST_SIDE_PIXELS, Picture, PictureError, PictureKind};
pub use qr::{DarkCells, QUIET_ZONE, QrError, QrLevel, QrSymbol};
pub use run::{Anchor, Gap, Halo, StandIn, TextRun, TextStyle};
pub use sheet::{Filter, Sheet, SheetAlign, SheetCell, SheetPaper, SheetValue, Workbook};
pub use sheets::Sides;
pub use table::{Cell, ColumnWidth, Room, Row, Table, TableError, TableLook, TablePart, VerticalAlign};
pub use units::{Insets, MM_PER_PT, Mm, Point, Pt, Rect, Size, point};
