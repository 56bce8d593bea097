//! Rows of plans carried from floor to floor and from project to project, as a text.
//! Relies on pasted rows being judged like any others; a clipboard is a stranger's text.
//! Knows nothing of the system's clipboard.

use crate::calls::App;
use crate::error::ApiError;
use crate::session::Session;
use crate::views::Changed;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::{AnyRecord, FloorId, RowId};
use edit::{Command, Paste};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The mark of a clipboard of ours.
const FORMAT: &str = "sise-rows";
/// The most bytes of a clipboard.
const LARGEST: usize = 64 << 20;

/// Rows to be copied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CopyRowsArgs {
    /// Zones, points, elements, pictures.
    pub rows: Vec<RowId>,
    /// Whether the points of a zone come along.
    #[serde(default)]
    pub with_points: bool,
}

/// A text that can be pasted, also into another project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClipText {
    /// The text.
    pub text: String,
}

/// Where a clipboard goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PasteArgs {
    /// The text, as `copy-rows` gave it.
    pub text: String,
    /// The floor.
    pub floor: FloorId,
    /// Millimetres to the right of where the rows were.
    pub dx: f64,
    /// Millimetres below.
    pub dy: f64,
}

#[derive(Serialize, Deserialize)]
struct Clip {
    format: String,
    rows: Vec<AnyRecord>,
    pictures: Vec<ClipPicture>,
}

#[derive(Serialize, Deserialize)]
struct ClipPicture {
    media_type: String,
    data: String,
}

impl App {
    /// Rows as a text.
    pub(crate) fn copy_rows(&self, args: CopyRowsArgs) -> Result<ClipText, ApiError> {
        self.with(|session| session.copy_rows(&args))
    }

    /// Puts rows of a text on a floor.
    pub(crate) fn paste_rows(&self, args: PasteArgs) -> Result<Changed, ApiError> {
        self.with_mut(|session| session.paste_rows(args))
    }
}

impl Session {
    /// Rows with what belongs to them and the pictures they need, as a text.
    pub fn copy_rows(&self, args: &CopyRowsArgs) -> Result<ClipText, ApiError> {
        let mut wanted = args.rows.clone();
        if args.with_points {
            let zones = |id: Option<domain::RiskZoneId>| {
                id.is_some_and(|id| {
                    args.rows
                        .iter()
                        .any(|row| row.table == domain::Table::RiskZone && row.id == domain::Uuid::from(id))
                })
            };
            let points = self.snapshot().points.iter().filter(|point| zones(point.zone_id));
            wanted.extend(points.map(|point| AnyRecord::from(point.clone()).row_id()));
        }
        let rows = edit::gather(self.snapshot(), &wanted)?;
        let mut fingerprints: Vec<&str> = Vec::new();
        for record in &rows {
            if let AnyRecord::Underlay(underlay) = record {
                fingerprints.push(&underlay.asset);
            }
        }
        fingerprints.sort_unstable();
        fingerprints.dedup();
        let mut pictures = Vec::new();
        for sha256 in fingerprints {
            let (media_type, bytes) = self.store().asset(sha256)?;
            pictures.push(ClipPicture { media_type, data: STANDARD.encode(bytes) });
        }
        let clip = Clip { format: FORMAT.to_owned(), rows, pictures };
        let text = serde_json::to_string(&clip).map_err(|_| unreadable())?;
        if text.len() > LARGEST {
            return Err(ApiError::new(
                "too-many",
                "要复制的内容太多，请分批复制。",
                "That is too much to copy at once. Copy it in parts.",
            ));
        }
        Ok(ClipText { text })
    }

    /// Puts rows of a text on a floor, as one step.
    pub fn paste_rows(&mut self, args: PasteArgs) -> Result<Changed, ApiError> {
        if args.text.len() > LARGEST {
            return Err(unreadable());
        }
        let clip: Clip = serde_json::from_str(&args.text).map_err(|_| unreadable())?;
        if clip.format != FORMAT {
            return Err(unreadable());
        }
        for picture in &clip.pictures {
            let bytes = STANDARD.decode(&picture.data).map_err(|_| unreadable())?;
            let is_picture = matches!(
                drawing::recognise(&bytes),
                Ok(drawing::Kind::Png | drawing::Kind::Jpeg | drawing::Kind::WebP)
            );
            if !is_picture {
                return Err(unreadable());
            }
            self.store_mut().put_asset(&picture.media_type, &bytes)?;
        }
        for record in &clip.rows {
            if let AnyRecord::Underlay(underlay) = record {
                self.store().asset(&underlay.asset)?;
            }
        }
        self.execute(Command::Paste(Paste { floor: args.floor, rows: clip.rows, dx: args.dx, dy: args.dy }))
    }
}

fn unreadable() -> ApiError {
    ApiError::new(
        "bad-clipboard",
        "剪贴板里没有可粘贴的平面图内容，请先复制。",
        "The clipboard holds no parts of a plan. Copy something first.",
    )
}
