//! How projects begin: empty, from a bundle, or as the sample.
//! Relies on shipped presets and on the tiers that schools and companies usually have.
//! Knows nothing of files.

use crate::error::ApiError;
use crate::world::World;
use bundle::Imported;
use domain::{
    AccidentCatalogue, AnyRecord, Campus, ColourSet, ControlTier, CriteriaPreset, CriteriaPresetId, Floor,
    LevelSet, Organisation, OrganisationKind, Project, RiskLevel,
};
use evaluation::{Preset, built_in_presets};
use serde::{Deserialize, Serialize};

/// What a new project needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewProject {
    /// The organisation's name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
}

/// The rows of an empty project: the organisation, one campus with an empty plan, the usual tiers, the default criteria.
pub fn blank_project(new: &NewProject, world: &dyn World) -> Vec<AnyRecord> {
    let mut rows: Vec<AnyRecord> = Vec::new();
    let preset = |code: &str, rows: &mut Vec<AnyRecord>| -> CriteriaPresetId {
        let id = world.new_id().into();
        if let Some(preset) = built_in_presets().iter().find(|preset| preset.code() == code) {
            let (code, version, body) = (preset.code().to_owned(), preset.version(), preset.to_json());
            rows.push(CriteriaPreset { id, code, version, body }.into());
        }
        id
    };
    // Seed practice: activities and places by LEC; a facility may use LS, and the user can switch to it.
    let lec = preset("lec-four-colour", &mut rows);
    rows.push(
        Project {
            id: world.new_id().into(),
            colour_set: ColourSet::Print,
            activity_preset_id: lec,
            facility_preset_id: lec,
            workplace_preset_id: lec,
            prepared_by: String::new(),
            reviewed_by: String::new(),
            duty_phone: String::new(),
            report_phone: String::new(),
            assembly_point: String::new(),
            accident_catalogue: AccidentCatalogue::Gb1986,
        }
        .into(),
    );
    rows.push(
        Organisation {
            id: world.new_id().into(),
            name: new.name.trim().to_owned(),
            short_name: String::new(),
            kind: new.kind,
            credit_code: String::new(),
            school_code: String::new(),
            region_code: String::new(),
            address: String::new(),
            principal_id: None,
            safety_lead_id: None,
            staff_count: 0,
            student_count: 0,
        }
        .into(),
    );
    let school = new.kind == OrganisationKind::School;
    let campus = world.new_id().into();
    let name = if school { "主校区" } else { "主厂区" }.to_owned();
    rows.push(Campus { id: campus, name, ordinal: 1 }.into());
    rows.push(
        Floor {
            id: world.new_id().into(),
            campus_id: campus,
            building_id: None,
            name: "总平面".to_owned(),
            storey: 0,
            calibrated: true,
            north: 0,
            georeference: None,
        }
        .into(),
    );
    let tiers = if school {
        ["校级", "部门级", "组级", "岗位级"]
    } else {
        ["公司级", "车间级", "班组级", "岗位级"]
    };
    for ((rank, name), level) in (1..).zip(tiers).zip(RiskLevel::DESCENDING) {
        let (id, name) = (world.new_id().into(), name.to_owned());
        rows.push(ControlTier { id, name, rank, levels: LevelSet::new([level]) }.into());
    }
    rows
}

/// The text of the sample project's bundle.
pub fn sample_bundle() -> &'static str {
    include_str!("../../../../sample-projects/zhongzhou.bundle.json")
}

/// The sample project.
pub fn sample_project() -> Result<Imported, ApiError> {
    read_bundle(sample_bundle().as_bytes())
}

/// The rows and pictures of a bundle, checked whole; its criteria too.
pub fn read_bundle(text: &[u8]) -> Result<Imported, ApiError> {
    let imported = bundle::read(text)?;
    for record in &imported.records {
        if let AnyRecord::CriteriaPreset(preset) = record {
            Preset::from_record(preset)?;
        }
    }
    Ok(imported)
}
