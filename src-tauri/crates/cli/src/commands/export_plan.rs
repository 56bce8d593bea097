//! `sise export-plan`: plans as DXF, GeoJSON and SVG for other programs.
//! Relies on `api` for files that are whole.
//! Knows no format.

use crate::output::Output;
use api::{ApiError, PlanFilesArgs, PlanFormat};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct ExportPlan {
    /// The project file.
    file: PathBuf,
    /// The floor: its name, building and name as in `A 1F`, or its id; every drawn floor without one.
    #[arg(long)]
    floor: Option<String>,
    /// In which formats.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Format::value_variants().to_vec())]
    format: Vec<Format>,
    /// The folder for the files.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Say what was written as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Dxf,
    Geojson,
    Svg,
}

impl ExportPlan {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, picture) = api::read_project(&self.file)?;
        let floors = match &self.floor {
            Some(name) => vec![api::floor_named(&file.snapshot, name)?],
            None => api::drawn_floors(&file.snapshot),
        };
        let format = |own: &Format| match own {
            Format::Dxf => PlanFormat::Dxf,
            Format::Geojson => PlanFormat::Geojson,
            Format::Svg => PlanFormat::Svg,
        };
        let args = PlanFilesArgs {
            folder: self.out.display().to_string(),
            floors,
            formats: self.format.iter().map(format).collect(),
        };
        let report = api::write_plans(&file.snapshot, &picture, &args)?;
        if self.json {
            output.json(&report)?;
        } else {
            report.files.iter().for_each(|path| output.line(path));
        }
        Ok(ExitCode::SUCCESS)
    }
}
