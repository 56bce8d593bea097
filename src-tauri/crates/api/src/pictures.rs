//! Pictures under plans, for windows: their bytes, and how well references agree on a scale.
//! Relies on the store naming pictures by the fingerprint of their bytes.
//! Knows nothing of how they are shown.

use crate::calls::App;
use crate::error::ApiError;
use base64::Engine as _;
use edit::{Reference, ScaleFit, fit_scale};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A picture of the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PictureArgs {
    /// Its fingerprint.
    pub asset: String,
}

/// A picture as a window can show it: `data:{media_type};base64,{data}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PictureView {
    /// Such as `image/png`.
    pub media_type: String,
    /// Its bytes in base64.
    pub data: String,
}

/// References to try a scale by, as they lie on the plan now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScaleArgs {
    /// The references.
    pub references: Vec<Reference>,
}

impl App {
    /// The bytes of a picture.
    pub(crate) fn picture(&self, args: PictureArgs) -> Result<PictureView, ApiError> {
        let (media_type, bytes) = self.with(|session| Ok(session.store().asset(&args.asset)?))?;
        Ok(PictureView { media_type, data: base64::engine::general_purpose::STANDARD.encode(bytes) })
    }

    /// What calibrating by these references would do. Nothing changes.
    pub(crate) fn try_scale(&self, args: ScaleArgs) -> Result<ScaleFit, ApiError> {
        Ok(fit_scale(&args.references)?)
    }
}
