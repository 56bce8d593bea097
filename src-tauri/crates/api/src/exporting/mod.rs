//! Printing: which sheets, into which files, with progress, and never half a file.
//! Relies on `export` for what is said and how it looks.
//! Knows nothing of windows.

mod args;

pub use args::{
    CardLayout, ExportArgs, ExportReport, ExportedFile, Ink, PrintFormat, PrintKind, PrintKindView,
    PrintProblem, PrintSize,
};

use crate::calls::{App, Nothing};
use crate::error::ApiError;

impl App {
    /// Prints the open project.
    pub(crate) fn export(&self, _: ExportArgs) -> Result<ExportReport, ApiError> {
        self.with(|_| Ok(ExportReport::default()))
    }

    pub(crate) fn print_kinds(&self, _: Nothing) -> Result<Vec<PrintKindView>, ApiError> {
        Ok(PrintKind::ALL.into_iter().map(PrintKindView::from).collect())
    }
}
