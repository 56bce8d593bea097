//! Choosing the criteria that new scores of a list family use.
//! Relies on the shipped presets, which are copied into the project when they are first used.
//! Knows nothing of old scores: they keep the criteria they were made by.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{CriteriaPreset, ProjectId, RiskPointKind, RowId, Table};
use evaluation::{Preset, built_in_presets};
use serde::{Deserialize, Serialize};
use store::Label;

/// Chooses a preset for new scores of one family.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct UsePreset {
    /// The list family.
    pub kind: RiskPointKind,
    /// Code of a preset of the project or of those that Sise ships.
    pub preset: String,
}

impl UsePreset {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let project = snapshot.project().map_or(ProjectId(uuid::Uuid::nil()), |project| project.id);
        let mut project = find(&snapshot.projects, project)?.clone();
        let shipped = built_in_presets().into_iter().find(|preset| preset.code() == self.preset);
        let newest =
            snapshot.presets.iter().filter(|own| own.code == self.preset).max_by_key(|own| own.version);
        let own = newest.and_then(|own| Preset::from_record(own).ok());
        let name = |language| {
            let named = own.as_ref().or(shipped.as_ref());
            named.map_or_else(|| self.preset.clone(), |preset| preset.name(language).to_owned())
        };
        let (chinese, english) = (name(domain::Language::Chinese), name(domain::Language::English));
        let mut plan = Plan::new(Label::new(
            format!("{}采用准则 {chinese}", self.kind.name(domain::Language::Chinese)),
            format!("Use {english} for {}", self.kind.name(domain::Language::English)),
        ));
        let id = match (newest, shipped) {
            (Some(own), Some(shipped)) if own.version >= shipped.version() => own.id,
            (Some(own), None) => own.id,
            (_, Some(shipped)) => {
                let id = context.id();
                let (code, version) = (shipped.code().to_owned(), shipped.version());
                plan.put(CriteriaPreset { id, code, version, body: shipped.to_json() });
                id
            }
            (None, None) => {
                return Err(Refusal::NoSuchRow(RowId {
                    table: Table::CriteriaPreset,
                    id: uuid::Uuid::nil(),
                }));
            }
        };
        match self.kind {
            RiskPointKind::Activity => project.activity_preset_id = id,
            RiskPointKind::Facility => project.facility_preset_id = id,
            RiskPointKind::Workplace => project.workplace_preset_id = id,
        }
        plan.put(project);
        Ok(plan)
    }
}
