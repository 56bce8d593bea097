//! Strangers' drawings, read into a neutral plan in millimetres, y downwards: DXF, GeoJSON, IMDF, SVG, PDF, pictures.
//! Relies on `geometry` for points and outlines, and on readers of file formats; each byte of a file is doubted.
//! Must not know: the nouns of the field, the project file, where the bytes come from.

mod affine;
mod archive;
mod collect;
mod dxf;
mod error;
mod extent;
mod flatten;
mod geojson;
mod imdf;
mod imported;
mod inspect;
mod kind;
mod limits;
mod options;
mod pdf;
mod photograph;
mod picture;
mod project;
mod role;
mod rooms;
mod svg;
#[cfg(test)]
mod tests;
mod tidy;
mod units;
mod warning;
mod watch;

pub use error::{At, DrawingError, Fault};
pub use imdf::read_files;
pub use imported::{
    Across, Area, Basis, Imported, Layer, Level, Line, Picture, Placement, Rgb, Text, Unit, Units, Upright,
};
pub use inspect::{Inspection, glance, inspect};
pub use kind::{Foreign, Kind, recognise};
pub use limits::{Limits, Quantity};
pub use options::{Hidden, Names, Options};
pub use pdf::Page;
pub use photograph::{photograph, smaller};
pub use project::LocalPlane;
pub use role::{Role, role_of_block, role_of_layer};
pub use rooms::{Bridge, NoRoom, Room, RoomOptions, Rooms, Wall, all_rooms, rooms_at};
pub use warning::Warning;
pub use watch::{Progress, Stage, Watch};

use limits::within;

/// Reads a drawing of any kind that [`recognise`] knows.
pub fn read(bytes: &[u8], options: &Options, watch: &mut Watch<'_>) -> Result<Imported, DrawingError> {
    options.check()?;
    within(Quantity::Bytes, bytes.len() as u64, options.limits.bytes)?;
    match recognise(bytes)? {
        Kind::Dxf => dxf::read(bytes, options, watch),
        Kind::GeoJson => geojson::read(bytes, options, watch),
        Kind::Imdf => imdf::read(bytes, options, watch),
        Kind::Pdf => pdf::read(bytes, options, watch),
        kind @ (Kind::Png | Kind::Jpeg | Kind::WebP | Kind::Tiff) => {
            picture::read(bytes, kind, options, watch)
        }
        Kind::Svg => svg::read(bytes, options, watch),
    }
}
