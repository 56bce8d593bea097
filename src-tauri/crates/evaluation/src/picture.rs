//! The whole risk picture: level of every accident, hazard, point, zone, floor, building and department.
//! Relies on the 就高原则: a parent has the highest level among its children; levels are compared, and scores only
//! within one method. What is not assessed neither lowers nor raises; it is counted.
//! Knows nothing of where the rows come from and stores nothing: it is worked out anew from a snapshot.

use crate::accident::{AccidentRisk, accident_risks, places};
use crate::highest::Highest;
use crate::score::Score;
use domain::{
    BuildingId, CampusId, CriteriaPresetId, DepartmentId, DirectDeterminationId, FloorId, HazardId,
    HiddenDangerId, LevelAdjustmentId, LevelReason, PossibleAccidentId, RiskBasis, RiskLevel, RiskPoint,
    RiskPointId, RiskZoneId, Snapshot,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::hash::Hash;

/// Risk of one hazard: the highest of its accidents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HazardRisk {
    /// The level; `None` when none of its accidents is assessed.
    pub level: Option<RiskLevel>,
    /// The highest level of its accidents by score alone.
    pub computed: Option<RiskLevel>,
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
    /// A leader's adjustment of the accident that decides.
    Adjusted(LevelAdjustmentId),
    /// A direct determination that asks for more than the score does.
    Direct(DirectDeterminationId),
    /// An open major hidden danger, which makes the point 重大 until it is closed; existing risk only.
    Danger(HiddenDangerId),
}

impl Reason {
    /// The word for it.
    pub fn word(self) -> LevelReason {
        match self {
            Self::Unassessed => LevelReason::Unassessed,
            Self::Scored => LevelReason::Scored,
            Self::Adjusted(_) => LevelReason::Adjusted,
            Self::Direct(_) => LevelReason::Direct,
            Self::Danger(_) => LevelReason::Danger,
        }
    }
}

/// Risk of one point: the highest of its hazards, or what was determined directly, or 重大 for an open major danger.
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
    let mut points = point_risks(snapshot, &hazards, &accidents);
    if basis == RiskBasis::Existing {
        raise_by_dangers(snapshot, &mut points);
    }
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
        computed: Option<RiskLevel>,
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
        own.computed = own.computed.max(risk.computed);
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
                computed: own.computed,
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

/// What gives a point its level by score.
#[derive(Debug, Clone, Copy)]
struct Deciding {
    hazard: HazardId,
    accident: Option<PossibleAccidentId>,
    preset: Option<CriteriaPresetId>,
    adjustment: Option<LevelAdjustmentId>,
}

/// The risk of every point, in the order of the table.
fn point_risks(snapshot: &Snapshot, hazards: &[HazardFound], accidents: &[AccidentRisk]) -> Vec<PointRisk> {
    #[derive(Default)]
    struct Children<'a> {
        highest: Highest<'a, Deciding>,
        computed: Option<RiskLevel>,
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
        own.computed = own.computed.max(found.risk.computed);
        own.spread |= found.spread;
        own.lowered |= found.lowered;
        if let Some(level) = found.risk.level {
            let deciding = found.deciding.and_then(|place| accidents.get(place));
            let what = Deciding {
                hazard: hazard.id,
                accident: found.risk.deciding,
                preset: deciding.and_then(|risk| risk.preset),
                adjustment: deciding.and_then(|risk| risk.adjustment),
            };
            // Numbers of hazards say nothing of their weight: among equals the older one wins.
            own.highest.consider(level, deciding.and_then(|risk| risk.score), "", what);
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
        let found = winner.map(|winner| winner.level);
        let direct = own.direct.filter(|(level, _)| found.is_none_or(|found| *level > found));
        let adjustment = winner.and_then(|winner| winner.what.adjustment);
        PointRisk {
            level: direct.map(|(level, _)| level).or(found),
            reason: match (direct, found, adjustment) {
                (Some((_, id)), _, _) => Reason::Direct(id),
                (None, Some(_), Some(id)) => Reason::Adjusted(id),
                (None, Some(_), None) => Reason::Scored,
                (None, None, _) => Reason::Unassessed,
            },
            computed: own.computed,
            score: winner.and_then(|winner| winner.score),
            preset: winner.and_then(|winner| winner.what.preset),
            hazard: winner.map(|winner| winner.what.hazard),
            accident: winner.and_then(|winner| winner.what.accident),
            unassessed: if own.hazards == 0 { 1 } else { own.unassessed },
            spread: own.spread,
            lowered_by_mean: own.lowered,
        }
    };
    children.into_iter().map(risk).collect()
}

/// Lets points with an open major hidden danger be 重大 for now. What is 重大 anyhow keeps its own reason.
fn raise_by_dangers(snapshot: &Snapshot, points: &mut [PointRisk]) {
    let dangers = rectification::open_major(snapshot);
    if dangers.is_empty() {
        return;
    }
    for (point, risk) in snapshot.points.iter().zip(points) {
        let first = dangers.get(&point.id).and_then(|own| own.first());
        if let Some(danger) = first.filter(|_| risk.level != Some(RiskLevel::Major)) {
            risk.level = Some(RiskLevel::Major);
            risk.reason = Reason::Danger(*danger);
        }
    }
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
