//! What front ends see of a project: rows as they are, points and places with what was worked out for them.
//! Relies on the risk picture for everything derived.
//! Knows nothing of how it is drawn.

use crate::levels::reason_word;
use domain::{
    AnyRecord, AssessmentMethod, BuildingId, CampusId, ControlTierId, CriteriaPresetId, DepartmentId,
    FloorId, HazardId, PersonId, PlanElement, RiskBasis, RiskLevel, RiskPoint, RiskPointId, RiskPointKind,
    RiskZoneId, RowId, Snapshot, Underlay,
};
use edit::Command;
use evaluation::{Preset, RiskPicture, Standing, control_tier};
use geometry::Point;
use health::{Rule, Severity, Visit};
use rustc_hash::FxHashMap as HashMap;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Words {
    /// In Chinese.
    pub chinese: String,
    /// In English.
    pub english: String,
}

impl From<store::Label> for Words {
    fn from(label: store::Label) -> Self {
        Self { chinese: label.chinese, english: label.english }
    }
}

/// The open file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileView {
    /// Where it lies.
    pub path: String,
    /// How often it has been committed to.
    pub revision: i64,
    /// Whether there are edits that have not reached the file.
    pub unpublished: bool,
    /// Whether it is a throw-away copy that is never saved.
    pub demonstration: bool,
    /// What undo would take back.
    pub undo: Option<Words>,
    /// What redo would repeat.
    pub redo: Option<Words>,
}

/// What opening found of an earlier session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RecoveryView {
    /// Nothing.
    None,
    /// Edits that had not reached the file are there again.
    Resumed {
        /// How many.
        commits: i64,
    },
    /// Edits that had not reached the file are kept in a file of their own, since the file had changed.
    SetAside {
        /// Where.
        kept: String,
    },
}

/// A whole project as a window needs it: everything but plans and the details of points.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ProjectView {
    /// The file.
    pub file: FileView,
    /// What opening found.
    pub recovery: RecoveryView,
    /// With or without measures.
    pub basis: RiskBasis,
    /// Rows of all simple nouns, zones among them.
    pub rows: Vec<AnyRecord>,
    /// The points.
    pub points: Vec<PointView>,
    /// Where everything stands.
    pub standings: Standings,
}

/// Levels of places and departments.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Standings {
    /// Of zones.
    pub zones: BTreeMap<RiskZoneId, StandingView>,
    /// Of floors.
    pub floors: BTreeMap<FloorId, StandingView>,
    /// Of buildings.
    pub buildings: BTreeMap<BuildingId, StandingView>,
    /// Of campuses.
    pub campuses: BTreeMap<CampusId, StandingView>,
    /// Of departments.
    pub departments: BTreeMap<DepartmentId, StandingView>,
    /// Of the whole project; absent in a change that does not touch it.
    pub whole: Option<StandingView>,
}

/// Where a place or department stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct StandingView {
    /// The highest level; `null` when no point has one.
    pub level: Option<RiskLevel>,
    /// The point that gives it.
    pub deciding: Option<RiskPointId>,
    /// Points of level major.
    pub major: u32,
    /// Points of level high.
    pub high: u32,
    /// Points of level medium.
    pub medium: u32,
    /// Points of level low.
    pub low: u32,
    /// Points without a level.
    pub unassessed: u32,
}

impl From<&Standing> for StandingView {
    fn from(standing: &Standing) -> Self {
        Self {
            level: standing.level,
            deciding: standing.deciding,
            major: standing.count(RiskLevel::Major),
            high: standing.count(RiskLevel::High),
            medium: standing.count(RiskLevel::Medium),
            low: standing.count(RiskLevel::Low),
            unassessed: standing.unassessed,
        }
    }
}

/// What made the level of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonWord {
    /// Its score.
    Scored,
    /// A leader's adjustment.
    Adjusted,
    /// A direct determination.
    Direct,
    /// An open major hidden danger.
    Danger,
    /// Nothing: it has none.
    Unassessed,
}

/// A point with what was worked out for it: one row of the risk list, one pin.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PointView {
    /// Its identity.
    pub id: RiskPointId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its family.
    pub kind: RiskPointKind,
    /// The zone it belongs to.
    pub zone_id: Option<RiskZoneId>,
    /// The plan its pin stands on.
    pub floor_id: Option<FloorId>,
    /// Where.
    pub position: Option<Point>,
    /// The building it belongs to.
    pub building_id: Option<BuildingId>,
    /// In words.
    pub location: String,
    /// Who is responsible.
    pub department_id: Option<DepartmentId>,
    /// Who is responsible.
    pub person_id: Option<PersonId>,
    /// Its tier, by level or by hand.
    pub tier_id: Option<ControlTierId>,
    /// Whether the tier was set by hand.
    pub tier_by_hand: bool,
    /// Its level.
    pub level: Option<RiskLevel>,
    /// What made it.
    pub reason: ReasonWord,
    /// The level by score alone.
    pub computed: Option<RiskLevel>,
    /// The score as people read it.
    pub score: Option<String>,
    /// How it was made.
    pub method: Option<AssessmentMethod>,
    /// How many possible accidents are not assessed.
    pub unassessed: u32,
    /// Whether assessors are far apart.
    pub spread: bool,
    /// Whether a mean is lower than an assessor's own level.
    pub lowered_by_mean: bool,
    /// How many hazards it has.
    pub hazards: u32,
    /// How many measures its hazards have.
    pub measures: u32,
}

/// What is drawn on a floor.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FloorContent {
    /// The floor.
    pub floor: FloorId,
    /// Walls, doors, labels in drawing order.
    pub elements: Vec<PlanElement>,
    /// Pictures under it.
    pub underlays: Vec<Underlay>,
}

/// What a step changed: everything a window must draw anew, and nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Changed {
    /// The file.
    pub file: FileView,
    /// New rows that a user would want selected.
    pub created: Vec<RowId>,
    /// Rows of simple nouns, zones and plan parts that are new or changed.
    pub rows: Vec<AnyRecord>,
    /// Rows that are gone, points among them.
    pub removals: Vec<RowId>,
    /// Points that are new or look different.
    pub points: Vec<PointView>,
    /// Places whose standing changed.
    pub standings: Standings,
    /// Points whose hazards, scores, measures or determinations changed.
    pub details: Vec<RiskPointId>,
}

/// One finding of the health check.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FindingView {
    /// The rule.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// The row to go to.
    pub row: RowId,
    /// What it is about.
    pub subject: String,
    /// What it names besides; `ignore-finding` takes it as it is.
    pub detail: String,
    /// What is wrong and what to do.
    pub text: Words,
    /// Where on the floor.
    pub at: Option<Point>,
    /// What would mend it.
    pub remedy: RemedyView,
    /// The decision to live with it, if it holds.
    pub ignored: Option<IgnoredView>,
}

/// A decision to live with a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IgnoredView {
    /// Its row; removing it takes the decision back.
    pub id: domain::IgnoredFindingId,
    /// Why.
    pub reason: String,
    /// Who decided; empty where nobody was named.
    pub by: String,
    /// The day.
    pub on: String,
}

/// What would mend a finding.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RemedyView {
    /// One click: a command, and what the button says.
    Command {
        /// What it does.
        label: Words,
        /// The command to execute.
        command: Box<Command>,
    },
    /// A person decides: go to the row of the finding, and there to this part.
    Visit {
        /// The part.
        part: Visit,
    },
}

/// How complete the points of a department are.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CompletenessView {
    /// The department; absent for points that have none.
    pub department: Option<DepartmentId>,
    /// Its name; empty for points that have none.
    pub name: String,
    /// Its points.
    pub points: u32,
    /// Those with neither error nor warning.
    pub complete: u32,
    /// Those with an error or a warning.
    pub open: Vec<RiskPointId>,
    /// Errors of its points.
    pub errors: u32,
    /// Warnings of its points.
    pub warnings: u32,
}

/// One step of the operation record.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryView {
    /// Its place in the record.
    pub sequence: i64,
    /// When, UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// `create`, `edit`, `undo` or `redo`.
    pub kind: String,
    /// What it is called.
    pub label: Words,
    /// `done`, `undone` or `dropped`.
    pub state: String,
    /// The revision after it, in the copy in which it was made.
    pub revision: i64,
    /// Whether it came from another copy with a merge.
    pub merged: bool,
    /// What it changed.
    pub changes: Vec<HistoryChange>,
}

/// One cell that a step changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryChange {
    /// The row.
    pub row: RowId,
    /// What the row is called.
    pub noun: Words,
    /// `insert`, `update` or `delete`.
    pub operation: String,
    /// The column, for a change.
    pub column: Option<Words>,
    /// The value before, in words.
    pub before: String,
    /// The value after, in words.
    pub after: String,
}

/// Makes views of one snapshot and its picture.
pub(crate) struct Viewer<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) picture: &'a RiskPicture,
    pub(crate) presets: &'a HashMap<CriteriaPresetId, Preset>,
    /// How many hazards and measures each point has.
    counts: HashMap<RiskPointId, (u32, u32)>,
}

impl<'a> Viewer<'a> {
    /// A viewer of the points that `wanted` names; of all of them where it is `None`.
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        picture: &'a RiskPicture,
        presets: &'a HashMap<CriteriaPresetId, Preset>,
        wanted: Option<&BTreeSet<RiskPointId>>,
    ) -> Self {
        let is_wanted = |point: RiskPointId| wanted.is_none_or(|wanted| wanted.contains(&point));
        let mut points: HashMap<HazardId, RiskPointId> = HashMap::default();
        let mut counts: HashMap<RiskPointId, (u32, u32)> = HashMap::default();
        for hazard in snapshot.hazards.iter().filter(|hazard| is_wanted(hazard.point_id)) {
            points.insert(hazard.id, hazard.point_id);
            counts.entry(hazard.point_id).or_default().0 += 1;
        }
        for measure in &snapshot.measures {
            if let Some(own) = points.get(&measure.hazard_id).and_then(|point| counts.get_mut(point)) {
                own.1 += 1;
            }
        }
        Self { snapshot, picture, presets, counts }
    }

    pub(crate) fn point(&self, point: &RiskPoint) -> Option<PointView> {
        let risk = self.picture.points.get(&point.id)?;
        let (hazards, measures) = self.counts.get(&point.id).copied().unwrap_or_default();
        let preset = risk.preset.and_then(|id| self.presets.get(&id));
        let score = risk.score.map(|score| match preset {
            Some(preset) => score.shown(preset),
            None => score.rounded(2).to_string(),
        });
        Some(PointView {
            id: point.id,
            code: point.code.clone(),
            name: point.name.clone(),
            kind: point.kind,
            zone_id: point.zone_id,
            floor_id: self.snapshot.floor_of(point).map(|floor| floor.id),
            position: point.position,
            building_id: self.snapshot.building_of(point).map(|building| building.id),
            location: point.location.clone(),
            department_id: point.department_id,
            person_id: point.person_id,
            tier_id: control_tier(self.snapshot, point, risk.level).map(|tier| tier.id),
            tier_by_hand: point.tier_id.is_some(),
            level: risk.level,
            reason: reason_word(risk.reason),
            computed: risk.computed,
            score,
            method: risk.score.map(|score| score.method),
            unassessed: risk.unassessed,
            spread: risk.spread,
            lowered_by_mean: risk.lowered_by_mean,
            hazards,
            measures,
        })
    }

    pub(crate) fn points(&self) -> Vec<PointView> {
        self.snapshot.points.iter().filter_map(|point| self.point(point)).collect()
    }
}

/// Every standing of a picture.
pub(crate) fn standings(picture: &RiskPicture) -> Standings {
    fn all<K: Ord + Copy>(from: &BTreeMap<K, Standing>) -> BTreeMap<K, StandingView> {
        from.iter().map(|(id, standing)| (*id, StandingView::from(standing))).collect()
    }
    Standings {
        zones: all(&picture.zones),
        floors: all(&picture.floors),
        buildings: all(&picture.buildings),
        campuses: all(&picture.campuses),
        departments: all(&picture.departments),
        whole: Some(StandingView::from(&picture.whole)),
    }
}

/// The standings of `new` that `old` does not have in the same way.
pub(crate) fn changed_standings(old: &RiskPicture, new: &RiskPicture) -> Standings {
    fn changed<K: Ord + Copy>(
        old: &BTreeMap<K, Standing>,
        new: &BTreeMap<K, Standing>,
    ) -> BTreeMap<K, StandingView> {
        let differs = |(id, standing): &(&K, &Standing)| old.get(*id) != Some(*standing);
        new.iter().filter(differs).map(|(id, standing)| (*id, StandingView::from(standing))).collect()
    }
    Standings {
        zones: changed(&old.zones, &new.zones),
        floors: changed(&old.floors, &new.floors),
        buildings: changed(&old.buildings, &new.buildings),
        campuses: changed(&old.campuses, &new.campuses),
        departments: changed(&old.departments, &new.departments),
        whole: (old.whole != new.whole).then(|| StandingView::from(&new.whole)),
    }
}
