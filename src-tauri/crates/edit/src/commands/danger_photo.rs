//! 隐患照片: photographs of a danger, before and after.
//! Relies on the picture being kept already, small and without the place where it was taken, named by its fingerprint.
//! Knows nothing of picture formats.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::danger_fault::DangerFault;
use crate::refusal::Refusal;
use domain::{DangerPhoto, DangerStepId, HiddenDangerId, PhotoMoment};
use serde::{Deserialize, Serialize};
use store::Label;

/// A photograph that comes with a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PhotoGiven {
    /// Before or after; before when left out.
    #[serde(default = "before")]
    pub moment: PhotoMoment,
    /// Its fingerprint.
    pub asset: String,
    /// What it shows.
    #[serde(default)]
    pub note: String,
}

fn before() -> PhotoMoment {
    PhotoMoment::Before
}

/// Adds a photograph to a danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AttachDangerPhoto {
    /// The danger.
    pub danger: HiddenDangerId,
    /// The step that it belongs to, if any.
    #[serde(default)]
    pub step: Option<DangerStepId>,
    /// The photograph.
    #[serde(flatten)]
    pub photo: PhotoGiven,
}

impl AttachDangerPhoto {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let danger = find(&context.snapshot.dangers, self.danger)?;
        if let Some(step) = self.step
            && find(&context.snapshot.danger_steps, step)?.danger_id != self.danger
        {
            return Err(DangerFault::OtherDanger.into());
        }
        let photos = [self.photo];
        check_photos(&photos)?;
        let code = &danger.code;
        let mut plan =
            Plan::new(Label::new(format!("添加隐患照片 {code}"), format!("Add a photograph of {code}")));
        for photo in photo_rows(context, self.danger, self.step, photos) {
            plan.create(photo);
        }
        Ok(plan)
    }
}

/// Refuses what is no fingerprint.
pub(crate) fn check_photos(photos: &[PhotoGiven]) -> Result<(), DangerFault> {
    let is_fingerprint =
        |asset: &str| asset.len() == 64 && asset.bytes().all(|byte| byte.is_ascii_hexdigit());
    if photos.iter().all(|photo| is_fingerprint(&photo.asset)) { Ok(()) } else { Err(DangerFault::NoPhoto) }
}

/// The rows of photographs.
pub(crate) fn photo_rows(
    context: &mut Context<'_>,
    danger: HiddenDangerId,
    step: Option<DangerStepId>,
    photos: impl IntoIterator<Item = PhotoGiven>,
) -> Vec<DangerPhoto> {
    let row = |photo: PhotoGiven| DangerPhoto {
        id: context.id(),
        danger_id: danger,
        step_id: step,
        moment: photo.moment,
        asset: photo.asset,
        note: photo.note,
    };
    photos.into_iter().map(row).collect()
}
