//! Checking a bundle without taking it in: its shape, its references, its values, and that its levels follow.
//! Relies on `bundle` for the first three and on the risk picture for the last.
//! Knows nothing of files.

use crate::error::ApiError;
use crate::levels::{bundle_levels, compare_levels};
use crate::views::Words;
use domain::{RiskBasis, Snapshot};
use evaluation::{Preset, risk_picture};
use serde::Serialize;

/// One thing that is wrong with a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BundleProblem {
    /// A short stable word.
    pub code: String,
    /// Where in the JSON.
    pub place: String,
    /// What is wrong and what to do.
    pub text: Words,
}

/// Everything that is wrong with a bundle; an empty list means that it can be taken in and says what follows.
pub fn verify_bundle(text: &[u8]) -> Vec<BundleProblem> {
    let imported = match bundle::read(text) {
        Ok(imported) => imported,
        Err(error) => {
            let place = error.place.clone();
            let ApiError { code, chinese, english, .. } = error.into();
            return vec![BundleProblem { code, place, text: Words { chinese, english } }];
        }
    };
    let mut snapshot = Snapshot::default();
    for record in imported.records {
        snapshot.put(record);
    }
    let mut problems = Vec::new();
    for (index, preset) in snapshot.presets.iter().enumerate() {
        if let Err(error) = Preset::from_record(preset) {
            let place = format!("presets[{index}].criteria");
            let ApiError { code, chinese, english, .. } = error.into();
            problems.push(BundleProblem { code, place, text: Words { chinese, english } });
        }
    }
    let picture = risk_picture(&snapshot, RiskBasis::Existing);
    for (place, sent, derived) in compare_levels(&imported.levels, &bundle_levels(&snapshot, &picture)) {
        let chinese = format!("{place} 写的是“{sent}”，按包内数据推算应为“{derived}”。请重新导出数据包。");
        let english =
            format!("{place} says {sent:?}; {derived:?} follows from the bundle. Export the bundle again.");
        problems.push(BundleProblem {
            code: "level-disagrees".to_owned(),
            place,
            text: Words { chinese, english },
        });
    }
    problems
}
