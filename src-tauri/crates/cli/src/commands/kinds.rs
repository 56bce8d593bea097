//! `sise kinds`: everything that can be printed, with its sizes and formats, the usual size first.
//! Relies on the one table of kinds in `api`.
//! Knows nothing of how anything is printed.

use crate::output::Output;
use api::{ApiError, PrintFormat, PrintKindView, PrintSize};
use clap::Args;
use serde::Serialize;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Kinds {
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    kinds: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    kind: api::PrintKind,
    title: String,
    sizes: Vec<PrintSize>,
    formats: Vec<PrintFormat>,
}

impl Kinds {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let line = |own: PrintKindView| Line {
            kind: own.kind,
            title: output.words(&own.title).to_owned(),
            sizes: own.sizes,
            formats: own.formats,
        };
        let kinds: Vec<Line> = api::print_kinds().into_iter().map(line).collect();
        if self.json {
            output.json(&Report { kinds })?;
        } else {
            for own in &kinds {
                let sizes: Vec<&str> = own.sizes.iter().map(|size| size.name()).collect();
                output.line(&format!("{}\t{}\t{}", own.kind.name(), own.title, sizes.join(" ")));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
