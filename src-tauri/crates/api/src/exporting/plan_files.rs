//! Plans as files for other programs: DXF, GeoJSON, SVG.
//! Relies on `export` for the texts.
//! Knows nothing of windows.

use super::naming::Names;
use crate::calls::App;
use crate::error::ApiError;
use domain::{FloorId, Georeference, Snapshot};
use drawing::LocalPlane;
use evaluation::RiskPicture;
use export::content::{Edition, Phones, Source};
use export::plan_files::{dxf, geojson, plan_file, svg};
use geometry::Point;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;
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

impl PlanFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Dxf, Self::Geojson, Self::Svg];
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
    pub(crate) fn export_plan(&self, args: PlanFilesArgs) -> Result<PlanFilesReport, ApiError> {
        let (snapshot, picture) =
            self.with(|session| Ok((Arc::clone(session.snapshot()), Arc::clone(session.picture()))))?;
        write_plans(&snapshot, &picture, &args)
    }
}

/// Writes plans of some floors. A file that is there is replaced whole.
pub fn write_plans(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    args: &PlanFilesArgs,
) -> Result<PlanFilesReport, ApiError> {
    let edition = Edition { revision: 0, date: chrono::NaiveDate::default() };
    let source = Source::new(snapshot, picture, edition, Phones::Masked);
    let mut names = Names::default();
    let mut report = PlanFilesReport::default();
    for floor in &args.floors {
        let missing = || {
            ApiError::new(
                "no-such-floor",
                "要导出的楼层不存在，请重新选择。",
                "A floor that was asked for does not exist. Choose again.",
            )
        };
        let plan = plan_file(&source, *floor).ok_or_else(missing)?;
        let stem = names.unique(&plan.name);
        let earth = snapshot.floors.get(*floor).and_then(|own| own.georeference.as_ref()).and_then(earth_of);
        for format in PlanFormat::ALL.into_iter().filter(|own| args.formats.contains(own)) {
            let mut put = |ending: &str, text: String| -> Result<(), ApiError> {
                let path = Path::new(&args.folder).join(format!("{stem}.{ending}"));
                crate::files::write_whole(&path, text.as_bytes())?;
                report.files.push(path.display().to_string());
                Ok(())
            };
            match format {
                PlanFormat::Dxf => put("dxf", dxf(&plan))?,
                PlanFormat::Svg => put("svg", svg(&plan))?,
                PlanFormat::Geojson => {
                    put("geojson", geojson(&plan, None))?;
                    if let Some(earth) = &earth {
                        put("wgs84.geojson", geojson(&plan, Some(earth)))?;
                    }
                }
            }
        }
    }
    Ok(report)
}

/// Longitude and latitude of places of a plan, from three that are known: on the plane that touches the earth there,
/// the one affine map that takes each of the three to its own.
fn earth_of(known: &Georeference) -> Option<impl Fn(Point) -> (f64, f64) + use<>> {
    let fixes = known.fixes();
    let degrees = |value: domain::Decimal| value.to_string().parse::<f64>().ok();
    let mut places = Vec::new();
    for fix in fixes {
        places.push((degrees(fix.longitude)?, degrees(fix.latitude)?));
    }
    let plane = LocalPlane::amid(places.iter().copied())?;
    let mut metres = Vec::new();
    for (longitude, latitude) in places {
        metres.push(plane.metres(longitude, latitude)?);
    }
    let [a, b, c] = fixes.map(|fix| fix.at);
    let [(ea, na), (eb, nb), (ec, nc)] = metres[..] else { return None };
    let (x1, y1, x2, y2) = (b.x() - a.x(), b.y() - a.y(), c.x() - a.x(), c.y() - a.y());
    let area = x1 * y2 - x2 * y1;
    if area == 0.0 {
        return None;
    }
    Some(move |point: Point| {
        let (x, y) = (point.x() - a.x(), point.y() - a.y());
        let (u, v) = ((x * y2 - x2 * y) / area, (x1 * y - x * y1) / area);
        plane.degrees(ea + u * (eb - ea) + v * (ec - ea), na + u * (nb - na) + v * (nc - na))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_known_places_are_met_exactly_and_a_fourth_closely() {
        let known: Georeference =
            "0,0 113.5,34.75; 100000,0 113.501092,34.75; 0,100000 113.5,34.749099".parse().unwrap();
        let earth = earth_of(&known).unwrap();
        for fix in known.fixes() {
            let (longitude, latitude) = earth(fix.at);
            let own = |value: domain::Decimal| value.to_string().parse::<f64>().unwrap();
            assert!((longitude - own(fix.longitude)).abs() < 1e-9, "{longitude}");
            assert!((latitude - own(fix.latitude)).abs() < 1e-9, "{latitude}");
        }
        let (longitude, latitude) = earth(Point::new(100_000.0, 100_000.0).unwrap());
        assert!((longitude - 113.501092).abs() < 1e-7 && (latitude - 34.749099).abs() < 1e-7);
    }
}
