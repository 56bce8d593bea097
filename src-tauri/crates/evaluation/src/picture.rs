//! The whole risk picture: level of every accident, hazard, point, zone, floor, building and department.
//! Relies on the 就高原则: a parent has the highest level among its children; levels are compared, and scores only
//! within one method. What is not assessed neither lowers nor raises; it is counted.
//! Knows nothing of where the rows come from and stores nothing: it is worked out anew from a snapshot.

use crate::highest::Highest;
use crate::preset::Preset;
use crate::score::{Score, level_of, product};
use domain::{
    AssessmentId, BuildingId, CampusId, CriteriaPresetId, Decimal, DepartmentId, DirectDeterminationId,
    FloorId, HazardId, PersonId, PossibleAccidentId, Record, RiskBasis, RiskLevel, RiskPoint, RiskPointId,
    RiskZoneId, Rows, Snapshot,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::hash::Hash;

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
    pub accidents: BTreeMap<PossibleAccidentId, AccidentRisk>,
    /// Every hazard.
    pub hazards: BTreeMap<HazardId, HazardRisk>,
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
///
/// Each table is walked once; between the walks children find their parents by place in the table, not by id.
pub fn risk_picture(snapshot: &Snapshot, basis: RiskBasis) -> RiskPicture {
    let accidents = accident_risks(snapshot, basis);
    let hazards = hazard_risks(snapshot, &accidents);
    let points = point_risks(snapshot, &hazards, &accidents);
    let hazards = hazards.into_iter().map(|own| own.risk);
    let mut picture = RiskPicture {
        basis,
        accidents: snapshot.accidents.iter().map(|accident| accident.id).zip(accidents).collect(),
        hazards: snapshot.hazards.iter().map(|hazard| hazard.id).zip(hazards).collect(),
        points: snapshot.points.iter().map(|point| point.id).zip(points).collect(),
        zones: BTreeMap::new(),
        floors: BTreeMap::new(),
        buildings: BTreeMap::new(),
        campuses: BTreeMap::new(),
        departments: BTreeMap::new(),
        whole: Standing::default(),
    };
    roll_up(snapshot, &mut picture);
    picture
}

/// The place of every row in its table.
fn places<R: Record>(rows: &Rows<R>) -> FxHashMap<R::Id, usize> {
    rows.iter().enumerate().map(|(place, row)| (row.id(), place)).collect()
}

/// An assessment that its criteria allow, with the place of its accident.
struct Judged {
    accident: usize,
    preset: CriteriaPresetId,
    score: AssessorScore,
}

/// The risk of every possible accident, in the order of the table.
fn accident_risks(snapshot: &Snapshot, basis: RiskBasis) -> Vec<AccidentRisk> {
    let presets: FxHashMap<CriteriaPresetId, Preset> = snapshot
        .presets
        .iter()
        .filter_map(|record| Some((record.id, Preset::from_record(record).ok()?)))
        .collect();
    let places = places(&snapshot.accidents);
    let mut invalid = vec![0_u32; snapshot.accidents.len()];
    let mut judged = Vec::with_capacity(snapshot.assessments.len());
    for assessment in snapshot.assessments.iter().filter(|assessment| assessment.basis == basis) {
        let Some(accident) = places.get(&assessment.accident_id).copied() else { continue };
        let preset = presets.get(&assessment.preset_id);
        match preset.and_then(|preset| product(preset, &assessment.factors).ok()) {
            Some(found) => judged.push(Judged {
                accident,
                preset: assessment.preset_id,
                score: AssessorScore {
                    assessment: assessment.id,
                    assessor: assessment.assessor_id,
                    product: found.product,
                    level: found.level,
                },
            }),
            None => invalid[accident] += 1,
        }
    }
    // Stable, so that assessors keep their order.
    judged.sort_by_key(|judged| judged.accident);
    let mut rest = judged.as_slice();
    let risk = |(accident, invalid): (usize, u32)| {
        let count = rest.iter().take_while(|judged| judged.accident == accident).count();
        let (own, others) = rest.split_at(count);
        rest = others;
        accident_risk(own, invalid, &presets)
    };
    invalid.into_iter().enumerate().map(risk).collect()
}

/// The risk of one accident: the mean under each set of criteria, and the highest of those.
fn accident_risk(
    judged: &[Judged],
    mut invalid: u32,
    presets: &FxHashMap<CriteriaPresetId, Preset>,
) -> AccidentRisk {
    let mut highest = Highest::default();
    let is_first =
        |index: &usize| judged[..*index].iter().all(|before| before.preset != judged[*index].preset);
    for id in (0..judged.len()).filter(is_first).map(|index| judged[index].preset) {
        let Some(preset) = presets.get(&id) else { continue };
        let own = judged.iter().filter(|judged| judged.preset == id);
        let count = u32::try_from(own.clone().count()).unwrap_or(u32::MAX);
        let mut products = own.map(|judged| judged.score.product);
        let sum = products.try_fold(Decimal::ZERO, |sum, product| sum.checked_add(product));
        match sum.and_then(|sum| Some((sum, level_of(preset, sum, count).ok()?))) {
            Some((sum, level)) => {
                let score = Score { method: preset.method(), sum: sum.normalize(), count };
                highest.consider(level, Some(score), preset.code(), id);
            }
            None => invalid = invalid.saturating_add(count),
        }
    }
    let Some(winner) = highest.winner() else {
        return AccidentRisk {
            level: None,
            score: None,
            preset: None,
            assessors: Vec::new(),
            invalid,
            spread: false,
            lowered_by_mean: false,
        };
    };
    let assessors: Vec<_> =
        judged.iter().filter(|judged| judged.preset == winner.what).map(|judged| judged.score).collect();
    let levels = assessors.iter().map(|score| score.level as i32);
    let (low, high) =
        levels.fold((i32::MAX, i32::MIN), |(low, high), level| (low.min(level), high.max(level)));
    AccidentRisk {
        level: Some(winner.level),
        score: winner.score,
        preset: Some(winner.what),
        assessors,
        invalid,
        spread: high - low >= 2,
        lowered_by_mean: high > winner.level as i32,
    }
}

/// A hazard's risk and what its point wants to know besides.
struct HazardFound {
    risk: HazardRisk,
    /// The place of the deciding accident.
    deciding: Option<usize>,
    spread: bool,
    lowered: bool,
}

/// The risk of every hazard, in the order of the table.
fn hazard_risks(snapshot: &Snapshot, accidents: &[AccidentRisk]) -> Vec<HazardFound> {
    #[derive(Default)]
    struct Children<'a> {
        highest: Highest<'a, (PossibleAccidentId, usize)>,
        accidents: u32,
        unassessed: u32,
        spread: bool,
        lowered: bool,
    }
    let places = places(&snapshot.hazards);
    let mut children: Vec<Children<'_>> =
        std::iter::repeat_with(Children::default).take(places.len()).collect();
    for (place, (accident, risk)) in snapshot.accidents.iter().zip(accidents).enumerate() {
        let Some(own) = places.get(&accident.hazard_id).and_then(|hazard| children.get_mut(*hazard)) else {
            continue;
        };
        own.accidents += 1;
        own.spread |= risk.spread;
        own.lowered |= risk.lowered_by_mean;
        match risk.level {
            Some(level) => {
                own.highest.consider(level, risk.score, &accident.accident_type, (accident.id, place))
            }
            None => own.unassessed += 1,
        }
    }
    let found = |own: Children<'_>| {
        let winner = own.highest.winner();
        HazardFound {
            risk: HazardRisk {
                level: winner.map(|winner| winner.level),
                deciding: winner.map(|winner| winner.what.0),
                // A hazard without any accident counts as one that is not assessed.
                unassessed: if own.accidents == 0 { 1 } else { own.unassessed },
            },
            deciding: winner.map(|winner| winner.what.1),
            spread: own.spread,
            lowered: own.lowered,
        }
    };
    children.into_iter().map(found).collect()
}

/// The risk of every point, in the order of the table.
fn point_risks(snapshot: &Snapshot, hazards: &[HazardFound], accidents: &[AccidentRisk]) -> Vec<PointRisk> {
    #[derive(Default)]
    struct Children<'a> {
        highest: Highest<'a, (HazardId, Option<PossibleAccidentId>, Option<CriteriaPresetId>)>,
        hazards: u32,
        unassessed: u32,
        direct: Option<(RiskLevel, DirectDeterminationId)>,
        spread: bool,
        lowered: bool,
    }
    let places = places(&snapshot.points);
    let mut children: Vec<Children<'_>> =
        std::iter::repeat_with(Children::default).take(places.len()).collect();
    for (hazard, found) in snapshot.hazards.iter().zip(hazards) {
        let Some(own) = places.get(&hazard.point_id).and_then(|point| children.get_mut(*point)) else {
            continue;
        };
        own.hazards += 1;
        own.unassessed += found.risk.unassessed;
        own.spread |= found.spread;
        own.lowered |= found.lowered;
        if let Some(level) = found.risk.level {
            let deciding = found.deciding.and_then(|place| accidents.get(place));
            let (score, preset) =
                (deciding.and_then(|risk| risk.score), deciding.and_then(|risk| risk.preset));
            // Hazards have no codes: among equals the older one wins.
            own.highest.consider(level, score, "", (hazard.id, found.risk.deciding, preset));
        }
    }
    for determination in &snapshot.determinations {
        let own = places.get(&determination.point_id).and_then(|point| children.get_mut(*point));
        if let Some(own) = own.filter(|own| own.direct.is_none_or(|(level, _)| determination.level > level)) {
            own.direct = Some((determination.level, determination.id));
        }
    }
    let risk = |own: Children<'_>| {
        let winner = own.highest.winner();
        let computed = winner.map(|winner| winner.level);
        let direct = own.direct.filter(|(level, _)| computed.is_none_or(|computed| *level > computed));
        PointRisk {
            level: direct.map(|(level, _)| level).or(computed),
            reason: match (direct, computed) {
                (Some((_, id)), _) => Reason::Direct(id),
                (None, Some(_)) => Reason::Scored,
                (None, None) => Reason::Unassessed,
            },
            computed,
            score: winner.and_then(|winner| winner.score),
            preset: winner.and_then(|winner| winner.what.2),
            hazard: winner.map(|winner| winner.what.0),
            accident: winner.and_then(|winner| winner.what.1),
            unassessed: if own.hazards == 0 { 1 } else { own.unassessed },
            spread: own.spread,
            lowered_by_mean: own.lowered,
        }
    };
    children.into_iter().map(risk).collect()
}

/// Standings of one kind of place while points are counted.
struct Places<'a, K>(FxHashMap<K, (Standing, Highest<'a, RiskPointId>)>);

impl<'a, K: Copy + Ord + Hash> Places<'a, K> {
    fn new(keys: impl Iterator<Item = K>) -> Self {
        Self(keys.map(|key| (key, (Standing::default(), Highest::default()))).collect())
    }

    fn count(&mut self, key: Option<K>, point: &'a RiskPoint, risk: &PointRisk) {
        if let Some((standing, highest)) = key.and_then(|key| self.0.get_mut(&key)) {
            count(standing, highest, point, risk);
        }
    }

    fn finish(self) -> BTreeMap<K, Standing> {
        self.0.into_iter().map(|(key, (standing, highest))| (key, decided(standing, &highest))).collect()
    }
}

fn count<'a>(
    standing: &mut Standing,
    highest: &mut Highest<'a, RiskPointId>,
    point: &'a RiskPoint,
    risk: &PointRisk,
) {
    match risk.level {
        Some(level) => {
            if let Some(counter) = standing.counts.get_mut(level as usize) {
                *counter += 1;
            }
            highest.consider(level, risk.score, &point.code, point.id);
        }
        None => standing.unassessed += 1,
    }
}

fn decided(standing: Standing, highest: &Highest<'_, RiskPointId>) -> Standing {
    let winner = highest.winner();
    Standing {
        level: winner.map(|winner| winner.level),
        deciding: winner.map(|winner| winner.what),
        ..standing
    }
}

fn roll_up(snapshot: &Snapshot, picture: &mut RiskPicture) {
    // What `Snapshot::floor_of` and `building_of` say, looked up once for each zone and floor instead of each point.
    let floor_of_zone: FxHashMap<RiskZoneId, FloorId> =
        snapshot.zones.iter().filter_map(|zone| Some((zone.id, zone.floor_id?))).collect();
    let of_floor: FxHashMap<FloorId, (CampusId, Option<BuildingId>)> =
        snapshot.floors.iter().map(|floor| (floor.id, (floor.campus_id, floor.building_id))).collect();
    let of_building: FxHashMap<BuildingId, CampusId> =
        snapshot.buildings.iter().map(|building| (building.id, building.campus_id)).collect();
    let lines: FxHashMap<DepartmentId, Vec<DepartmentId>> = snapshot
        .departments
        .iter()
        .map(|own| (own.id, snapshot.department_line(Some(own.id)).iter().map(|one| one.id).collect()))
        .collect();
    let mut zones = Places::new(snapshot.zones.iter().map(|zone| zone.id));
    let mut floors = Places::new(snapshot.floors.iter().map(|floor| floor.id));
    let mut buildings = Places::new(snapshot.buildings.iter().map(|building| building.id));
    let mut campuses = Places::new(snapshot.campuses.iter().map(|campus| campus.id));
    let mut departments = Places::new(snapshot.departments.iter().map(|department| department.id));
    let (mut whole, mut of_whole) = (Standing::default(), Highest::default());
    for (point, risk) in snapshot.points.iter().zip(picture.points.values()) {
        let of_zone = || point.zone_id.and_then(|zone| floor_of_zone.get(&zone)).copied();
        let floor = point.floor_id.or_else(of_zone);
        let placed = floor.and_then(|floor| of_floor.get(&floor)).copied();
        let building = placed.and_then(|(_, building)| building).or(point.building_id);
        let of_own_building = || building.and_then(|building| of_building.get(&building)).copied();
        let campus = placed.map(|(campus, _)| campus).or_else(of_own_building);
        zones.count(point.zone_id, point, risk);
        floors.count(floor, point, risk);
        buildings.count(building, point, risk);
        campuses.count(campus, point, risk);
        for department in point.department_id.and_then(|id| lines.get(&id)).into_iter().flatten() {
            departments.count(Some(*department), point, risk);
        }
        count(&mut whole, &mut of_whole, point, risk);
    }
    picture.zones = zones.finish();
    picture.floors = floors.finish();
    picture.buildings = buildings.finish();
    picture.campuses = campuses.finish();
    picture.departments = departments.finish();
    picture.whole = decided(whole, &of_whole);
}
