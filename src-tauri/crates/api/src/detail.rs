//! Everything about one point, and the answer to "why this colour".
//! Relies on both risk pictures, so that inherent and existing risk stand side by side.
//! Knows nothing of how it is shown.

use crate::error::ApiError;
use crate::levels::reason_word;
use crate::views::{ReasonWord, Words};
use domain::{
    Assessment, AssessmentMethod, ControlMeasure, CriteriaPresetId, DirectDetermination, Hazard,
    HiddenDangerId, Language, LevelAdjustment, PossibleAccident, PossibleAccidentId, RiskBasis, RiskLevel,
    RiskPoint, RiskPointId, RowId, Snapshot, Table,
};
use evaluation::{AccidentRisk, Band, Preset, Reason, RiskPicture, Standing, default_tier, risk_picture};
use rustc_hash::FxHashMap as HashMap;
use serde::Serialize;
use ts_rs::TS;

/// Everything about one point.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PointDetail {
    /// The point.
    pub point: RiskPoint,
    /// Its hazards in order.
    pub hazards: Vec<HazardDetail>,
    /// What was determined directly.
    pub determinations: Vec<DirectDetermination>,
    /// The criteria that new scores use.
    pub preset_id: Option<CriteriaPresetId>,
    /// The tier that its level calls for.
    pub default_tier_id: Option<domain::ControlTierId>,
}

/// A hazard with what belongs to it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HazardDetail {
    /// The hazard.
    pub hazard: Hazard,
    /// Its level with the measures that exist.
    pub existing: Option<RiskLevel>,
    /// Its level as if there were none.
    pub inherent: Option<RiskLevel>,
    /// Its possible accidents in order.
    pub accidents: Vec<AccidentDetail>,
    /// Its measures by category and order.
    pub measures: Vec<ControlMeasure>,
}

/// A possible accident with its scores on both bases.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AccidentDetail {
    /// The accident.
    pub accident: PossibleAccident,
    /// Its name.
    pub name: Words,
    /// With the measures that exist.
    pub existing: AccidentView,
    /// As if there were none.
    pub inherent: AccidentView,
}

/// Scores of a possible accident on one basis.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AccidentView {
    /// The level.
    pub level: Option<RiskLevel>,
    /// The mean as people read it.
    pub score: Option<String>,
    /// How it was made.
    pub method: Option<AssessmentMethod>,
    /// The criteria that gave the level.
    pub preset_id: Option<CriteriaPresetId>,
    /// The range of the level's band: `160 ≤ D < 320`.
    pub range: Option<String>,
    /// What the criteria call the band.
    pub band: Option<String>,
    /// The level of the mean alone, before any adjustment.
    pub computed: Option<RiskLevel>,
    /// The leader's decision that counts, if there is one.
    pub adjustment: Option<AdjustmentView>,
    /// The least product among assessors.
    pub least: Option<String>,
    /// The greatest product among assessors.
    pub greatest: Option<String>,
    /// Whether two assessors are two levels apart or more.
    pub spread: bool,
    /// Whether the mean is lower than an assessor's own level.
    pub lowered_by_mean: bool,
    /// Who chose what, in order, those with wrong values among them.
    pub assessments: Vec<AssessmentView>,
}

/// A leader's adjustment with who decided it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AdjustmentView {
    /// The decision.
    pub row: LevelAdjustment,
    /// Who decided.
    pub person: Option<String>,
}

/// What one assessor chose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AssessmentView {
    /// The assessment.
    pub assessment: Assessment,
    /// The assessor's name.
    pub assessor: String,
    /// Product of the values; `null` when they are not allowed by the criteria.
    pub product: Option<String>,
    /// The level it would have alone.
    pub level: Option<RiskLevel>,
}

/// Why something has its colour, from the place down to each assessor's values.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Why {
    /// What it is about.
    pub title: String,
    /// Its level.
    pub level: Option<RiskLevel>,
    /// With or without measures.
    pub basis: RiskBasis,
    /// For a place: how many points of each level decide it, greatest first, and how many have none.
    pub counts: Option<[u32; 5]>,
    /// The point that decides.
    pub point: Option<WhyPoint>,
}

/// Why a point has its level.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WhyPoint {
    /// The point.
    pub id: RiskPointId,
    /// Its code and name.
    pub title: String,
    /// Its level.
    pub level: Option<RiskLevel>,
    /// What made it.
    pub reason: ReasonWord,
    /// The level by score alone.
    pub computed: Option<RiskLevel>,
    /// The direct determination, with the condition in words, who and when.
    pub determination: Option<WhyDetermination>,
    /// Open major hidden dangers, which make it 重大 until they are closed; none on the inherent basis.
    pub dangers: Vec<WhyDanger>,
    /// The hazard that decides.
    pub hazard: Option<String>,
    /// The accident that decides.
    pub accident: Option<AccidentDetail>,
    /// The criteria, with their version.
    pub preset: Option<Words>,
    /// The bands of the criteria, greatest first.
    pub bands: Vec<Band>,
}

/// A direct determination in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WhyDetermination {
    /// The row.
    pub row: DirectDetermination,
    /// The condition.
    pub condition: Words,
    /// Who decided.
    pub person: Option<String>,
}

/// An open major hidden danger in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WhyDanger {
    /// The danger.
    pub id: HiddenDangerId,
    /// Its code.
    pub code: String,
    /// What it is.
    pub description: String,
    /// Where it stands.
    pub state: Words,
    /// Its deadline; empty for none yet.
    pub deadline: String,
}

struct Pictures<'a> {
    snapshot: &'a Snapshot,
    presets: &'a HashMap<CriteriaPresetId, Preset>,
    existing: RiskPicture,
    inherent: RiskPicture,
}

/// Everything about one point.
pub fn point_detail(
    snapshot: &Snapshot,
    presets: &HashMap<CriteriaPresetId, Preset>,
    point: RiskPointId,
) -> Result<PointDetail, ApiError> {
    let row = find_point(snapshot, point)?;
    // Only this point's rows matter, so the pictures are made of nothing else.
    let own = excerpt(snapshot, point);
    let pictures = Pictures {
        snapshot,
        presets,
        existing: risk_picture(&own, RiskBasis::Existing),
        inherent: risk_picture(&own, RiskBasis::Inherent),
    };
    let mut hazards: Vec<_> = own.hazards.iter().collect();
    hazards.sort_by_key(|hazard| hazard.ordinal);
    let level = pictures.existing.points.get(&point).and_then(|risk| risk.level);
    Ok(PointDetail {
        point: row.clone(),
        hazards: hazards.into_iter().map(|hazard| pictures.hazard(&own, hazard)).collect(),
        determinations: own.determinations.iter().cloned().collect(),
        preset_id: snapshot.preset_for(row.kind),
        default_tier_id: default_tier(snapshot, level).map(|tier| tier.id),
    })
}

pub(crate) fn find_point(snapshot: &Snapshot, point: RiskPointId) -> Result<&RiskPoint, ApiError> {
    let row = RowId { table: Table::RiskPoint, id: point.into() };
    snapshot.points.get(point).ok_or_else(|| edit::Refusal::NoSuchRow(row).into())
}

/// The rows that a point's level follows from.
fn excerpt(snapshot: &Snapshot, point: RiskPointId) -> Snapshot {
    let mut own = Snapshot { presets: snapshot.presets.clone(), ..Snapshot::default() };
    own.points = snapshot.points.get(point).cloned().into_iter().collect();
    own.determinations =
        snapshot.determinations.iter().filter(|row| row.point_id == point).cloned().collect();
    own.hazards = snapshot.hazards.iter().filter(|row| row.point_id == point).cloned().collect();
    own.accidents =
        snapshot.accidents.iter().filter(|row| own.hazards.get(row.hazard_id).is_some()).cloned().collect();
    own.assessments = snapshot
        .assessments
        .iter()
        .filter(|row| own.accidents.get(row.accident_id).is_some())
        .cloned()
        .collect();
    own.adjustments = snapshot
        .adjustments
        .iter()
        .filter(|row| own.accidents.get(row.accident_id).is_some())
        .cloned()
        .collect();
    own.measures =
        snapshot.measures.iter().filter(|row| own.hazards.get(row.hazard_id).is_some()).cloned().collect();
    own
}

impl Pictures<'_> {
    fn hazard(&self, own: &Snapshot, hazard: &Hazard) -> HazardDetail {
        let mut accidents: Vec<_> = own.accidents.iter().filter(|row| row.hazard_id == hazard.id).collect();
        accidents.sort_by_key(|accident| accident.ordinal);
        let mut measures: Vec<_> =
            own.measures.iter().filter(|row| row.hazard_id == hazard.id).cloned().collect();
        measures.sort_by_key(|measure| (measure.category, measure.ordinal));
        let level = |picture: &RiskPicture| picture.hazards.get(&hazard.id).and_then(|risk| risk.level);
        HazardDetail {
            hazard: hazard.clone(),
            existing: level(&self.existing),
            inherent: level(&self.inherent),
            accidents: accidents.into_iter().map(|accident| self.accident(own, accident)).collect(),
            measures,
        }
    }

    fn accident(&self, own: &Snapshot, accident: &PossibleAccident) -> AccidentDetail {
        let known = domain::accident_type(&accident.accident_type);
        let name =
            |language| known.map_or(accident.accident_type.as_str(), |found| found.name(language)).to_owned();
        AccidentDetail {
            accident: accident.clone(),
            name: Words { chinese: name(Language::Chinese), english: name(Language::English) },
            existing: self.scores(own, accident.id, &self.existing),
            inherent: self.scores(own, accident.id, &self.inherent),
        }
    }

    fn scores(&self, own: &Snapshot, accident: PossibleAccidentId, picture: &RiskPicture) -> AccidentView {
        let risk = picture.accidents.get(&accident);
        let preset = risk.and_then(|risk| risk.preset).and_then(|id| self.presets.get(&id));
        let score = risk.and_then(|risk| risk.score);
        let assessments = own
            .assessments
            .iter()
            .filter(|row| row.accident_id == accident && row.basis == picture.basis)
            .map(|row| {
                let judged = risk.and_then(|risk| risk.assessors.iter().find(|one| one.assessment == row.id));
                AssessmentView {
                    assessment: row.clone(),
                    assessor: self
                        .snapshot
                        .people
                        .get(row.assessor_id)
                        .map_or_else(String::new, |p| p.name.clone()),
                    product: judged.map(|one| one.product.to_string()),
                    level: judged.map(|one| one.level),
                }
            })
            .collect();
        let products = risk.into_iter().flat_map(|risk| &risk.assessors).map(|one| one.product);
        let band = preset.zip(risk).and_then(|(preset, risk)| band_of(preset, risk));
        AccidentView {
            level: risk.and_then(|risk| risk.level),
            score: score.zip(preset).map(|(score, preset)| score.shown(preset)),
            method: score.map(|score| score.method),
            preset_id: risk.and_then(|risk| risk.preset),
            range: band.as_ref().map(|(range, _)| range.clone()),
            band: band.map(|(_, name)| name),
            computed: risk.and_then(|risk| risk.computed),
            adjustment: risk.and_then(|risk| risk.adjustment).and_then(|id| {
                let row = self.snapshot.adjustments.get(id)?.clone();
                let person = self.snapshot.people.find(row.decided_by_id).map(|own| own.name.clone());
                Some(AdjustmentView { row, person })
            }),
            least: products.clone().min().map(|product| product.to_string()),
            greatest: products.max().map(|product| product.to_string()),
            spread: risk.is_some_and(|risk| risk.spread),
            lowered_by_mean: risk.is_some_and(|risk| risk.lowered_by_mean),
            assessments,
        }
    }
}

/// The range and name of the band that a mean falls into.
fn band_of(preset: &Preset, risk: &AccidentRisk) -> Option<(String, String)> {
    let index = preset.band_of(risk.score?)?;
    let bands = preset.bands();
    let band = bands.get(index)?;
    let symbol = preset.method().score_symbol();
    let from = match (&band.at_least, &band.above) {
        (Some(score), _) => format!("{score} ≤ "),
        (None, Some(score)) => format!("{score} < "),
        (None, None) => String::new(),
    };
    // The band above begins where this one ends, on the other side of the same score.
    let upper = index.checked_sub(1).and_then(|above| bands.get(above));
    let to = match upper.map(|above| (&above.at_least, &above.above)) {
        Some((Some(score), _)) => format!(" < {score}"),
        Some((None, Some(score))) => format!(" ≤ {score}"),
        Some((None, None)) | None => String::new(),
    };
    Some((format!("{from}{symbol}{to}"), band.name.clone()))
}

/// Why a point or a place has its colour in `picture`.
pub fn why(
    snapshot: &Snapshot,
    presets: &HashMap<CriteriaPresetId, Preset>,
    picture: &RiskPicture,
    row: RowId,
) -> Result<Why, ApiError> {
    let missing = || ApiError::from(edit::Refusal::NoSuchRow(row));
    let place = |title: String, standing: Option<&Standing>| -> Result<Why, ApiError> {
        let standing = standing.ok_or_else(missing)?;
        let counts = RiskLevel::DESCENDING.map(|level| standing.count(level));
        let [major, high, medium, low] = counts;
        let point =
            standing.deciding.map(|point| why_point(snapshot, presets, picture, point)).transpose()?;
        let counts = Some([major, high, medium, low, standing.unassessed]);
        Ok(Why { title, level: standing.level, basis: picture.basis, counts, point })
    };
    match row.table {
        Table::RiskPoint => {
            let point = why_point(snapshot, presets, picture, row.id.into())?;
            let (title, level) = (point.title.clone(), point.level);
            Ok(Why { title, level, basis: picture.basis, counts: None, point: Some(point) })
        }
        Table::RiskZone => {
            let zone = snapshot.zones.get(row.id.into()).ok_or_else(missing)?;
            place(zone.name.clone(), picture.zones.get(&zone.id))
        }
        Table::Floor => {
            let floor = snapshot.floors.get(row.id.into()).ok_or_else(missing)?;
            let building = snapshot.buildings.find(floor.building_id).map_or("", |building| &building.name);
            place(format!("{building} {}", floor.name).trim().to_owned(), picture.floors.get(&floor.id))
        }
        Table::Building => {
            let building = snapshot.buildings.get(row.id.into()).ok_or_else(missing)?;
            place(building.name.clone(), picture.buildings.get(&building.id))
        }
        Table::Campus => {
            let campus = snapshot.campuses.get(row.id.into()).ok_or_else(missing)?;
            place(campus.name.clone(), picture.campuses.get(&campus.id))
        }
        Table::Department => {
            let department = snapshot.departments.get(row.id.into()).ok_or_else(missing)?;
            place(department.name.clone(), picture.departments.get(&department.id))
        }
        Table::CriteriaPreset
        | Table::Project
        | Table::Organisation
        | Table::Post
        | Table::Person
        | Table::PlanLayer
        | Table::PlanElement
        | Table::Underlay
        | Table::ControlTier
        | Table::Hazard
        | Table::PossibleAccident
        | Table::Assessment
        | Table::DirectDetermination
        | Table::LevelAdjustment
        | Table::AssessmentRound
        | Table::RoundMember
        | Table::RoundResult
        | Table::ControlMeasure
        | Table::Document
        | Table::EmergencyPlan
        | Table::CheckItem
        | Table::Review
        | Table::ReviewedPoint
        | Table::ChangeRecord
        | Table::ChangePoint
        | Table::IgnoredFinding
        | Table::RememberedMapping
        | Table::PrintStyle
        | Table::PrintText
        | Table::PrintedPiece
        | Table::OwnSign
        | Table::Term
        | Table::SpecialDays
        | Table::Appointment
        | Table::Checklist
        | Table::ChecklistItem
        | Table::Inspector
        | Table::InspectionPlan
        | Table::PlanPoint
        | Table::Inspection
        | Table::InspectionItem
        | Table::HiddenDanger
        | Table::DangerStep
        | Table::DangerPhoto
        | Table::DangerReport
        | Table::RetiredCode => Err(missing()),
    }
}

fn why_danger(snapshot: &Snapshot, id: HiddenDangerId) -> Option<WhyDanger> {
    let danger = snapshot.dangers.get(id)?;
    let standing = rectification::standing(snapshot, id);
    let state = |language| standing.state.name(language).to_owned();
    Some(WhyDanger {
        id,
        code: danger.code.clone(),
        description: danger.description.clone(),
        state: Words { chinese: state(Language::Chinese), english: state(Language::English) },
        deadline: standing.deadline.map_or_else(String::new, |deadline| deadline.to_string()),
    })
}

fn why_point(
    snapshot: &Snapshot,
    presets: &HashMap<CriteriaPresetId, Preset>,
    picture: &RiskPicture,
    id: RiskPointId,
) -> Result<WhyPoint, ApiError> {
    let point = find_point(snapshot, id)?;
    let risk = picture.points.get(&id).copied();
    let detail = point_detail(snapshot, presets, id)?;
    let hazard = risk.and_then(|risk| risk.hazard);
    let accident = risk.and_then(|risk| risk.accident);
    let mut accidents = detail.hazards.into_iter().flat_map(|hazard| hazard.accidents);
    let determination = match risk.map(|risk| risk.reason) {
        Some(Reason::Direct(id)) => snapshot.determinations.get(id),
        Some(Reason::Scored | Reason::Adjusted(_) | Reason::Danger(_) | Reason::Unassessed) | None => None,
    };
    let preset = risk.and_then(|risk| risk.preset).and_then(|id| presets.get(&id));
    let dangers = match picture.basis {
        RiskBasis::Existing => rectification::open_major(snapshot).remove(&id).unwrap_or_default(),
        RiskBasis::Inherent => Vec::new(),
    };
    Ok(WhyPoint {
        id,
        title: format!("{} {}", point.code, point.name),
        level: risk.and_then(|risk| risk.level),
        reason: risk.map_or(ReasonWord::Unassessed, |risk| reason_word(risk.reason)),
        computed: risk.and_then(|risk| risk.computed),
        determination: determination.map(|row| {
            let condition = domain::direct_condition(&row.condition);
            let words =
                |language| condition.map_or(row.condition.as_str(), |found| found.name(language)).to_owned();
            WhyDetermination {
                row: row.clone(),
                condition: Words { chinese: words(Language::Chinese), english: words(Language::English) },
                person: snapshot.people.find(row.decided_by_id).map(|person| person.name.clone()),
            }
        }),
        dangers: dangers.into_iter().filter_map(|danger| why_danger(snapshot, danger)).collect(),
        hazard: snapshot.hazards.find(hazard).map(|hazard| hazard.description.clone()),
        accident: accidents.find(|found| Some(found.accident.id) == accident),
        preset: preset.map(|preset| Words {
            chinese: format!("{} 第 {} 版", preset.name(Language::Chinese), preset.version()),
            english: format!("{}, version {}", preset.name(Language::English), preset.version()),
        }),
        bands: preset.map(|preset| preset.bands().to_vec()).unwrap_or_default(),
    })
}
