//! `sise export`: maps, cards and ledgers as files; exit code 1 if something could not be printed as it is written.
//! Relies on `api` for every file being whole and read back.
//! Knows nothing of what is printed.

use crate::output::Output;
use api::{
    ApiError, CardLayout, ExportArgs, ExportedFile, Ink, PrintFormat, PrintKind, PrintProblem, PrintSize,
};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The project file.
    file: PathBuf,
    /// The folder for the files.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Everything there is (also what is printed when no kind is named).
    #[arg(long, conflicts_with = "kind")]
    all: bool,
    /// What to print.
    #[arg(long, value_delimiter = ',', value_parser = kinds())]
    kind: Vec<PrintKind>,
    /// In which formats.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Pdf, Format::Xlsx, Format::Docx, Format::Csv])]
    format: Vec<Format>,
    /// Size of those kinds that have it; each of the others takes its usual one.
    #[arg(long, value_parser = sizes())]
    size: Option<PrintSize>,
    /// Colours, heads and slogan of the prints.
    #[arg(long, value_parser = themes())]
    theme: Option<String>,
    /// Cut pages larger than this into sheets of it, to be glued together.
    #[arg(long, value_parser = PossibleValuesParser::new(["a4", "a3"]))]
    tile: Option<String>,
    /// PDF for print shops: 3 mm of bleed and crop marks.
    #[arg(long)]
    crop_marks: bool,
    /// Resolution of pictures, in dots per inch.
    #[arg(long, default_value_t = 150)]
    dpi: u32,
    /// Colour space of PDF.
    #[arg(long, value_enum, default_value = "rgb")]
    ink: InkName,
    /// How cards stand on the paper.
    #[arg(long, value_enum, default_value = "one-per-page")]
    cards: Cards,
    /// Only pieces that were recorded as printed and say something else today.
    #[arg(long)]
    stale: bool,
    /// Papers of this month, as 2026-03; the latest with anything on record unless it is said.
    #[arg(long, value_name = "MONTH")]
    month: Option<String>,
    /// Notices, case files and reports of these hidden dangers only, by their codes.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    danger: Vec<String>,
    /// The day by which papers say what is due and overdue, as 2026-03-05; today unless it is said.
    #[arg(long, value_name = "DATE")]
    day: Option<String>,
    /// Maps without exits, routes, extinguishers and assembly points.
    #[arg(long)]
    no_evacuation: bool,
    /// Print personal phone numbers whole.
    #[arg(long)]
    open_phones: bool,
    /// Say what was made as JSON.
    #[arg(long)]
    json: bool,
}

/// The names of a table, each read as what it names.
pub(super) fn named<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let names = PossibleValuesParser::new(all.iter().map(|own| name(*own)));
    names.try_map(move |text| all.iter().copied().find(|own| name(*own) == text).ok_or("no such name"))
}

pub(super) fn kinds() -> impl TypedValueParser<Value = PrintKind> {
    named(PrintKind::ALL, PrintKind::name)
}

fn sizes() -> impl TypedValueParser<Value = PrintSize> {
    named(PrintSize::ALL, PrintSize::name)
}

fn themes() -> PossibleValuesParser {
    PossibleValuesParser::new(api::print_themes())
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Pdf,
    Svg,
    Png,
    Xlsx,
    Docx,
    Csv,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum InkName {
    Rgb,
    Cmyk,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Cards {
    OnePerPage,
    FourPerPage,
}

#[derive(Serialize)]
struct Report {
    files: Vec<ExportedFile>,
    problems: Vec<PrintProblem>,
}

impl Export {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let args = self.arguments();
        let mut meter = Meter::new();
        let report = api::print_file(file, &args, &mut |progress| {
            let share = u64::from(progress.done) * 100 / u64::from(progress.total.max(1));
            meter.show(share, output.words(&progress.what));
            ControlFlow::Continue(())
        });
        meter.clear();
        let report = report?;
        let defects = report.problems.iter().any(PrintProblem::is_defect);
        if self.json {
            output.json(&Report { files: report.files, problems: report.problems })?;
        } else {
            for file in &report.files {
                output.line(&file.path);
            }
            for problem in &report.problems {
                output.complaint(&format!("{}: {}", problem.piece, output.words(&problem.text)));
            }
        }
        Ok(if defects { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }

    fn arguments(&self) -> ExportArgs {
        let kinds =
            if self.all || self.kind.is_empty() { PrintKind::ALL.to_vec() } else { self.kind.clone() };
        let format = |format: &Format| match format {
            Format::Pdf => PrintFormat::Pdf,
            Format::Svg => PrintFormat::Svg,
            Format::Png => PrintFormat::Png,
            Format::Xlsx => PrintFormat::Xlsx,
            Format::Docx => PrintFormat::Docx,
            Format::Csv => PrintFormat::Csv,
        };
        ExportArgs {
            job: "export".to_owned(),
            folder: self.out.display().to_string(),
            kinds,
            formats: self.format.iter().map(format).collect(),
            floors: None,
            points: None,
            map_size: self.size,
            theme: self.theme.clone(),
            crop_marks: self.crop_marks.then_some(true),
            tile: self.tile.as_deref().map(|name| if name == "a4" { PrintSize::A4 } else { PrintSize::A3 }),
            pieces: None,
            stale: self.stale.then_some(true),
            month: self.month.clone(),
            dangers: (!self.danger.is_empty()).then(|| self.danger.clone()),
            day: self.day.clone(),
            evacuation: self.no_evacuation.then_some(false),
            card_layout: match self.cards {
                Cards::OnePerPage => CardLayout::OnePerPage,
                Cards::FourPerPage => CardLayout::FourPerPage,
            },
            dpi: self.dpi,
            ink: match self.ink {
                InkName::Rgb => Ink::Rgb,
                InkName::Cmyk => Ink::Cmyk,
            },
            open_phones: self.open_phones,
        }
    }
}

/// One line on standard error that is written over; nothing at all unless a person looks on.
struct Meter {
    visible: bool,
    shown: String,
}

impl Meter {
    fn new() -> Self {
        Self { visible: std::io::stderr().is_terminal(), shown: String::new() }
    }

    fn show(&mut self, share: u64, what: &str) {
        let line = format!("{share:>3}% {what}");
        if self.visible && line != self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K{line}");
            self.shown = line;
        }
    }

    fn clear(&mut self) {
        if !self.shown.is_empty() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
