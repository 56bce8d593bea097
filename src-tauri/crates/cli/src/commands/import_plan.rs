//! `sise import-plan`: a drawing onto a floor, as one step that can be undone in the window.
//! Relies on `api` refusing a drawing whole; the file stays as it was then.
//! Knows no format.

use crate::output::Output;
use api::{ApiError, DrawingOptions, Session, SystemWorld, Unit, Workspace, World};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct ImportPlan {
    /// The project file.
    file: PathBuf,
    /// The floor: its name, building and name as in `A 1F`, or its id. A name that no floor has makes a new floor.
    #[arg(long, value_name = "NAME_OR_NEW")]
    floor: String,
    /// The drawing: .dxf .geojson .json .svg .pdf .png .jpg .webp .tiff, an IMDF .zip or folder.
    drawing: PathBuf,
    /// Only these layers.
    #[arg(long, value_delimiter = ',')]
    layers: Option<Vec<String>>,
    /// The unit of its lengths.
    #[arg(long, value_enum, default_value = "auto")]
    unit: UnitName,
    /// The page of a PDF, counted from 1.
    #[arg(long)]
    page: Option<u32>,
    /// 1:N of a PDF page.
    #[arg(long)]
    scale: Option<f64>,
    /// Make zones of rooms.
    #[arg(long)]
    rooms: bool,
    /// The widest gap in walls that is bridged for rooms, in millimetres.
    #[arg(long)]
    gap: Option<f64>,
    /// Bring in layers that the drawing does not show, as hidden elements.
    #[arg(long)]
    hidden: bool,
    /// Say what was done as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UnitName {
    Auto,
    Mm,
    Cm,
    M,
    In,
    Ft,
}

#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    report: &'a api::DrawingReport,
    revision: i64,
}

impl ImportPlan {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let unit = match self.unit {
            UnitName::Auto => None,
            UnitName::Mm => Some(Unit::Millimetre),
            UnitName::Cm => Some(Unit::Centimetre),
            UnitName::M => Some(Unit::Metre),
            UnitName::In => Some(Unit::Inch),
            UnitName::Ft => Some(Unit::Foot),
        };
        let options = DrawingOptions {
            unit,
            layers: self.layers,
            page: self.page,
            scale: self.scale,
            rooms: self.rooms,
            gap: self.gap,
            hidden: self.hidden,
            ..DrawingOptions::default()
        };
        // The drawing is judged before the project is touched.
        let read =
            api::read_drawing(&self.drawing, &options, "import-plan", &mut |_| ControlFlow::Continue(()))?;
        let world: Arc<dyn World> = Arc::new(SystemWorld);
        let actor = api::Settings::load().actor_name();
        let mut session = Session::open(&Workspace::standard()?, &self.file, world, actor)?;
        let taken = api::floor_target(session.snapshot(), &self.floor)
            .and_then(|target| session.take_drawing(read, target));
        // Whatever came of it, the working copy is given up and only what was done is written.
        let closed = session.close().map_err(|back| back.1);
        let taken = taken?;
        closed?;
        let report = taken.report;
        if self.json {
            output.json(&Report { report: &report, revision: taken.changed.file.revision })?;
            return Ok(ExitCode::SUCCESS);
        }
        let counts: Vec<String> =
            report.imported.iter().filter(|(_, n)| **n > 0).map(|(k, n)| format!("{k} {n}")).collect();
        output.line(&format!("{}\t{}\trooms {}", report.floor, counts.join(" "), report.rooms_found));
        for (kind, count) in &report.skipped {
            output.line(&format!("{}\t{kind}\t{count}", output.pick("未导入", "skipped")));
        }
        for warning in &report.warnings {
            output.complaint(output.words(&warning.text));
        }
        Ok(ExitCode::SUCCESS)
    }
}
