//! The grid (表格): lists and worksheets as cells of text, read and written one by one or as pasted blocks.
//! Relies on column tables for what a cell may hold, and on catalogues and rows for what names mean.
//! Knows nothing of windows, clipboards and spreadsheets: text comes in, text goes out.

mod block;
mod column;
mod fault;
mod names;
mod parse;
mod text;

pub use block::{Block, BlockError, MOST_CELLS};
pub use column::GridColumn;
pub use fault::CellFault;
pub(crate) use fault::{Why, cells_in_words};
pub(crate) use names::Names;
pub(crate) use parse::{Parsed, parse_cell};
pub use text::GridTexts;
