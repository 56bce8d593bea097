//! The whole risk picture: level of every accident, hazard, point, zone, floor, building and department.
//! Relies on the 就高原则: a parent has the highest level among its children; levels are compared, and scores only
//! within one method. What is not assessed neither lowers nor raises; it is counted.
//! Knows nothing of where the rows come from and stores nothing: it is worked out anew from a snapshot.

use crate::preset::Preset;
use crate::score::{Score, level_of, product};
use domain::{
    AssessmentId, BuildingId, CampusId, CriteriaPresetId, Decimal, DepartmentId, DirectDeterminationId,
    FloorId, Hazard, HazardId, PersonId, PossibleAccidentId, RiskBasis, RiskLevel, RiskPoint, RiskPointId,
    RiskZoneId, Snapshot,
};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// What one assessor chose and what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssessorScore {
    /// The assessment.
    pub assessment: AssessmentId,
    /// Who.
    pub assessor: PersonId,
    /// Product of the values.
    pub product: Decimal,
    /// The level it would have alone.
    pub level: RiskLevel,
}

/// Risk of one possible accident of a hazard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccidentRisk {
    /// The level; `None` when nobody has scored it.
    pub level: Option<RiskLevel>,
    /// The mean that gives the level.
    pub score: Option<Score>,
    /// The criteria that give the level.
    pub preset: Option<CriteriaPresetId>,
    /// Who chose what under these criteria, in the order of assessments.
    pub assessors: Vec<AssessorScore>,
    /// Assessments whose values their criteria do not allow: counted, never used.
    pub invalid: u32,
    /// Whether two assessors are two levels or more apart.
    pub spread: bool,
    /// Whether the mean has a lower level than one of the assessors gave.
    pub lowered_by_mean: bool,
}

/// Risk of one hazard: the highest of its accidents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HazardRisk {
    /// The level; `None` when none of its accidents is assessed.
    pub level: Option<RiskLevel>,
    /// The accident that gives the level.
    pub deciding: Option<PossibleAccidentId>,
    /// How many of its accidents are not assessed.
    pub unassessed: u32,
}

/// What made the level of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is assessed and nothing determined.
    Unassessed,
    /// The score of its highest hazard.
    Scored,
    /// A direct determination that asks for more than the score does.
    Direct(DirectDeterminationId),
}

/// Risk of one point: the highest of its hazards, or what was determined directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointRisk {
    /// The level.
    pub level: Option<RiskLevel>,
    /// What made it.
    pub reason: Reason,
    /// The level by score alone.
    pub computed: Option<RiskLevel>,
    /// The score that gives the level by score.
    pub score: Option<Score>,
    /// The criteria of that score.
    pub preset: Option<CriteriaPresetId>,
    /// The hazard that gives the level by score.
    pub hazard: Option<HazardId>,
    /// The accident that gives the level by score.
    pub accident: Option<PossibleAccidentId>,
    /// How many possible accidents are not assessed, hazards without any counting as one.
    pub unassessed: u32,
    /// Whether assessors are far apart somewhere in it.
    pub spread: bool,
    /// Whether anywhere in it the mean is lower than an assessor's own level.
    pub lowered_by_mean: bool,
}

/// Where a zone, floor, building or department stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// The highest level among its points; `None` when none has one.
    pub level: Option<RiskLevel>,
    /// The point that gives it.
    pub deciding: Option<RiskPointId>,
    /// How many points of each level: low, medium, high, major.
    pub counts: [u32; 4],
    /// How many points have no level.
    pub unassessed: u32,
}

impl Standing {
    /// How many points there are. A place with none has no colour at all.
    pub fn points(&self) -> u32 {
        self.counts.iter().sum::<u32>() + self.unassessed
    }

    /// How many points have this level.
    pub fn count(&self, level: RiskLevel) -> u32 {
        self.counts.get(level as usize).copied().unwrap_or(0)
    }
}

/// Everything that follows from a snapshot on one basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskPicture {
    /// With or without the measures.
    pub basis: RiskBasis,
    /// Every possible accident.
    pub accidents: HashMap<PossibleAccidentId, AccidentRisk>,
    /// Every hazard.
    pub hazards: HashMap<HazardId, HazardRisk>,
    /// Every point.
    pub points: BTreeMap<RiskPointId, PointRisk>,
    /// Every zone.
    pub zones: BTreeMap<RiskZoneId, Standing>,
    /// Every floor, general plans among them.
    pub floors: BTreeMap<FloorId, Standing>,
    /// Every building.
    pub buildings: BTreeMap<BuildingId, Standing>,
    /// Every campus.
    pub campuses: BTreeMap<CampusId, Standing>,
    /// Every department, with those below it.
    pub departments: BTreeMap<DepartmentId, Standing>,
    /// The whole project.
    pub whole: Standing,
}

/// Works out every level of `snapshot` on `basis`.
pub fn risk_picture(snapshot: &Snapshot, basis: RiskBasis) -> RiskPicture {
    let presets: HashMap<CriteriaPresetId, Preset> = snapshot
        .presets
        .iter()
        .filter_map(|record| Some((record.id, Preset::from_record(record).ok()?)))
        .collect();
    let accidents = accident_risks(snapshot, basis, &presets);
    let hazards = hazard_risks(snapshot, &accidents);
    let points = point_risks(snapshot, &accidents, &hazards);
    let mut picture = RiskPicture {
        basis,
        accidents,
        hazards,
        points,
        zones: snapshot.zones.iter().map(|zone| (zone.id, Standing::default())).collect(),
        floors: snapshot.floors.iter().map(|floor| (floor.id, Standing::default())).collect(),
        buildings: snapshot.buildings.iter().map(|building| (building.id, Standing::default())).collect(),
        campuses: snapshot.campuses.iter().map(|campus| (campus.id, Standing::default())).collect(),
        departments: snapshot
            .departments
            .iter()
            .map(|department| (department.id, Standing::default()))
            .collect(),
        whole: Standing::default(),
    };
    roll_up(snapshot, &mut picture);
    picture
}

fn accident_risks(
    snapshot: &Snapshot,
    basis: RiskBasis,
    presets: &HashMap<CriteriaPresetId, Preset>,
) -> HashMap<PossibleAccidentId, AccidentRisk> {
    /// Products under one set of criteria.
    struct Group {
        preset: CriteriaPresetId,
        sum: Decimal,
        assessors: Vec<AssessorScore>,
    }
    let mut groups: HashMap<PossibleAccidentId, (Vec<Group>, u32)> =
        HashMap::with_capacity(snapshot.accidents.len());
    for assessment in snapshot.assessments.iter().filter(|assessment| assessment.basis == basis) {
        let (groups, invalid) = groups.entry(assessment.accident_id).or_default();
        let found =
            presets.get(&assessment.preset_id).and_then(|preset| product(preset, &assessment.factors).ok());
        let Some(found) = found else {
            *invalid += 1;
            continue;
        };
        let score = AssessorScore {
            assessment: assessment.id,
            assessor: assessment.assessor_id,
            product: found.product,
            level: found.level,
        };
        match groups.iter_mut().find(|group| group.preset == assessment.preset_id) {
            Some(group) => match group.sum.checked_add(found.product) {
                Some(sum) => {
                    group.sum = sum;
                    group.assessors.push(score);
                }
                None => *invalid += 1,
            },
            None => groups.push(Group {
                preset: assessment.preset_id,
                sum: found.product,
                assessors: vec![score],
            }),
        }
    }
    let mut risks = HashMap::with_capacity(snapshot.accidents.len());
    for accident in &snapshot.accidents {
        let (groups, mut invalid) = groups.remove(&accident.id).unwrap_or_default();
        let judged = groups.into_iter().filter_map(|group| {
            let preset = presets.get(&group.preset)?;
            let count = u32::try_from(group.assessors.len()).ok()?;
            let Ok(level) = level_of(preset, group.sum, count) else {
                invalid = invalid.saturating_add(count);
                return None;
            };
            let score = Score { method: preset.method(), sum: group.sum.normalize(), count };
            Some(Candidate { level, score: Some(score), code: preset.code(), what: group })
        });
        let judged: Vec<_> = judged.collect();
        let risk = match highest(&judged) {
            None => AccidentRisk {
                level: None,
                score: None,
                preset: None,
                assessors: Vec::new(),
                invalid,
                spread: false,
                lowered_by_mean: false,
            },
            Some(winner) => {
                let levels = winner.what.assessors.iter().map(|score| score.level as i32);
                let (low, high) =
                    levels.fold((i32::MAX, i32::MIN), |(a, b), level| (a.min(level), b.max(level)));
                AccidentRisk {
                    level: Some(winner.level),
                    score: winner.score,
                    preset: Some(winner.what.preset),
                    assessors: winner.what.assessors.clone(),
                    invalid,
                    spread: high - low >= 2,
                    lowered_by_mean: high > winner.level as i32,
                }
            }
        };
        risks.insert(accident.id, risk);
    }
    risks
}

fn hazard_risks(
    snapshot: &Snapshot,
    accidents: &HashMap<PossibleAccidentId, AccidentRisk>,
) -> HashMap<HazardId, HazardRisk> {
    let mut children: HashMap<HazardId, (Vec<Candidate<'_, PossibleAccidentId>>, u32)> =
        HashMap::with_capacity(snapshot.hazards.len());
    for accident in &snapshot.accidents {
        let (candidates, unassessed) = children.entry(accident.hazard_id).or_default();
        match accidents.get(&accident.id).and_then(|risk| Some((risk.level?, risk.score))) {
            Some((level, score)) => {
                candidates.push(Candidate { level, score, code: &accident.accident_type, what: accident.id });
            }
            None => *unassessed += 1,
        }
    }
    let risk = |hazard: &Hazard| {
        let (candidates, unassessed) = children.remove(&hazard.id).unwrap_or((Vec::new(), 1));
        let winner = highest(&candidates);
        let (level, deciding) = (winner.map(|winner| winner.level), winner.map(|winner| winner.what));
        (hazard.id, HazardRisk { level, deciding, unassessed })
    };
    snapshot.hazards.iter().map(risk).collect()
}

fn point_risks(
    snapshot: &Snapshot,
    accidents: &HashMap<PossibleAccidentId, AccidentRisk>,
    hazards: &HashMap<HazardId, HazardRisk>,
) -> BTreeMap<RiskPointId, PointRisk> {
    #[derive(Default)]
    struct Children<'a> {
        candidates: Vec<Candidate<'a, (HazardId, Option<PossibleAccidentId>)>>,
        unassessed: u32,
        direct: Option<(RiskLevel, DirectDeterminationId)>,
        spread: bool,
        lowered: bool,
    }
    let mut children: HashMap<RiskPointId, Children<'_>> = HashMap::with_capacity(snapshot.points.len());
    // Hazards of one point are told apart by their order, then by identity.
    for hazard in &snapshot.hazards {
        let own = children.entry(hazard.point_id).or_default();
        let Some(risk) = hazards.get(&hazard.id) else { continue };
        own.unassessed += risk.unassessed;
        if let Some(level) = risk.level {
            let deciding = risk.deciding.and_then(|accident| accidents.get(&accident));
            let score = deciding.and_then(|risk| risk.score);
            own.candidates.push(Candidate { level, score, code: "", what: (hazard.id, risk.deciding) });
        }
    }
    for accident in &snapshot.accidents {
        let Some(risk) = accidents.get(&accident.id).filter(|risk| risk.spread || risk.lowered_by_mean)
        else {
            continue;
        };
        let Some(hazard) = snapshot.hazards.get(accident.hazard_id) else { continue };
        let own = children.entry(hazard.point_id).or_default();
        own.spread |= risk.spread;
        own.lowered |= risk.lowered_by_mean;
    }
    for determination in &snapshot.determinations {
        let own = children.entry(determination.point_id).or_default();
        if own.direct.is_none_or(|(level, _)| determination.level > level) {
            own.direct = Some((determination.level, determination.id));
        }
    }
    let risk = |point: &RiskPoint| {
        let own = children.remove(&point.id).unwrap_or(Children { unassessed: 1, ..Children::default() });
        let winner = highest(&own.candidates);
        let computed = winner.map(|winner| winner.level);
        let direct = own.direct.filter(|(level, _)| computed.is_none_or(|computed| *level > computed));
        let accident = winner.and_then(|winner| winner.what.1);
        let risk = PointRisk {
            level: direct.map(|(level, _)| level).or(computed),
            reason: match (direct, computed) {
                (Some((_, id)), _) => Reason::Direct(id),
                (None, Some(_)) => Reason::Scored,
                (None, None) => Reason::Unassessed,
            },
            computed,
            score: winner.and_then(|winner| winner.score),
            preset: accident.and_then(|id| accidents.get(&id)).and_then(|risk| risk.preset),
            hazard: winner.map(|winner| winner.what.0),
            accident,
            unassessed: own.unassessed,
            spread: own.spread,
            lowered_by_mean: own.lowered,
        };
        (point.id, risk)
    };
    snapshot.points.iter().map(risk).collect()
}

fn roll_up(snapshot: &Snapshot, picture: &mut RiskPicture) {
    /// What a place has seen so far, so that its deciding point can be found in one walk.
    type Seen<'a, K> = HashMap<K, Vec<Candidate<'a, RiskPointId>>>;
    fn note<'a, K: Ord + std::hash::Hash + Copy>(
        standings: &mut BTreeMap<K, Standing>,
        seen: &mut Seen<'a, K>,
        key: Option<K>,
        point: &'a RiskPoint,
        risk: &PointRisk,
    ) {
        let Some(standing) = key.and_then(|key| standings.get_mut(&key)) else { return };
        count(standing, risk);
        if let (Some(key), Some(level)) = (key, risk.level) {
            // Only those of the highest level so far can decide.
            if standing.level.is_none_or(|top| level >= top) {
                let candidates = seen.entry(key).or_default();
                if standing.level.is_some_and(|top| level > top) {
                    candidates.clear();
                }
                standing.level = Some(level);
                candidates.push(Candidate { level, score: risk.score, code: &point.code, what: point.id });
            }
        }
    }
    fn count(standing: &mut Standing, risk: &PointRisk) {
        match risk.level.and_then(|level| standing.counts.get_mut(level as usize)) {
            Some(counter) => *counter += 1,
            None => standing.unassessed += 1,
        }
    }
    fn decide<K: Ord + std::hash::Hash>(standings: &mut BTreeMap<K, Standing>, seen: &Seen<'_, K>) {
        for (key, candidates) in seen {
            if let Some(standing) = standings.get_mut(key) {
                standing.deciding = highest(candidates).map(|winner| winner.what);
            }
        }
    }

    let RiskPicture { points, zones, floors, buildings, campuses, departments, whole, .. } = picture;
    let (mut of_zone, mut of_floor, mut of_building): (Seen<'_, _>, Seen<'_, _>, Seen<'_, _>) =
        Default::default();
    let (mut of_campus, mut of_department): (Seen<'_, _>, Seen<'_, _>) = Default::default();
    let mut of_whole: Vec<Candidate<'_, RiskPointId>> = Vec::new();
    let lines: HashMap<DepartmentId, Vec<DepartmentId>> = snapshot
        .departments
        .iter()
        .map(|own| (own.id, snapshot.department_line(Some(own.id)).iter().map(|one| one.id).collect()))
        .collect();
    for point in &snapshot.points {
        let Some(risk) = points.get(&point.id) else { continue };
        let floor = snapshot.floor_of(point);
        let building = snapshot.building_of(point);
        let campus = floor.map(|floor| floor.campus_id).or(building.map(|building| building.campus_id));
        note(zones, &mut of_zone, point.zone_id, point, risk);
        note(floors, &mut of_floor, floor.map(|floor| floor.id), point, risk);
        note(buildings, &mut of_building, building.map(|building| building.id), point, risk);
        note(campuses, &mut of_campus, campus, point, risk);
        for department in point.department_id.and_then(|id| lines.get(&id)).into_iter().flatten() {
            note(departments, &mut of_department, Some(*department), point, risk);
        }
        count(whole, risk);
        if let Some(level) = risk.level {
            of_whole.push(Candidate { level, score: risk.score, code: &point.code, what: point.id });
        }
    }
    decide(zones, &of_zone);
    decide(floors, &of_floor);
    decide(buildings, &of_building);
    decide(campuses, &of_campus);
    decide(departments, &of_department);
    let winner = highest(&of_whole);
    whole.level = winner.map(|winner| winner.level);
    whole.deciding = winner.map(|winner| winner.what);
}

/// A child that may give its parent the level.
struct Candidate<'a, T> {
    level: RiskLevel,
    score: Option<Score>,
    code: &'a str,
    what: T,
}

/// The child whose level the parent takes, by the 就高原则. Among children of the highest level the first by code
/// names the method; within that method the higher score wins, and among equals the first by code.
fn highest<'a, 'b, T>(candidates: &'b [Candidate<'a, T>]) -> Option<&'b Candidate<'a, T>> {
    let top = candidates.iter().map(|candidate| candidate.level).max()?;
    let mut best: Vec<_> = candidates.iter().filter(|candidate| candidate.level == top).collect();
    best.sort_by_key(|candidate| candidate.code);
    let mut winner = *best.first()?;
    for candidate in best.into_iter().skip(1) {
        if let (Some(own), Some(other)) = (winner.score, candidate.score)
            && other.compare(own) == Some(Ordering::Greater)
        {
            winner = candidate;
        }
    }
    Some(winner)
}
