//! Points counted by level, family, department, building and accident type.
//! Relies on one walk of the points; groups keep the ids that they count.
//! Knows no words but those of the rows and vocabularies.

use crate::Title;
use domain::{BuildingId, DepartmentId, HazardId, Language, RiskLevel, RiskPointId, RiskPointKind, Snapshot};
use evaluation::RiskPicture;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// A number and the points behind it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
#[ts(rename = "OverviewTally")]
pub struct Tally {
    /// How many.
    pub count: u32,
    /// Which.
    pub points: Vec<RiskPointId>,
}

impl Tally {
    pub(crate) fn of(points: Vec<RiskPointId>) -> Self {
        Self { count: u32::try_from(points.len()).unwrap_or(u32::MAX), points }
    }

    fn add(&mut self, point: RiskPointId) {
        self.count += 1;
        self.points.push(point);
    }
}

/// Points that have something in common, by level.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "OverviewGroup")]
pub struct Group {
    /// What they have in common: an id, a code or a word of a vocabulary; empty for none.
    pub key: String,
    /// What it is called.
    pub title: Title,
    /// How many in all.
    pub total: u32,
    /// Major ones.
    pub major: Tally,
    /// High ones.
    pub high: Tally,
    /// Medium ones.
    pub medium: Tally,
    /// Low ones.
    pub low: Tally,
    /// Those without a level.
    pub unassessed: Tally,
}

impl Group {
    fn new(key: impl Into<String>, title: Title) -> Self {
        Self {
            key: key.into(),
            title,
            total: 0,
            major: Tally::default(),
            high: Tally::default(),
            medium: Tally::default(),
            low: Tally::default(),
            unassessed: Tally::default(),
        }
    }

    fn add(&mut self, level: Option<RiskLevel>, point: RiskPointId) {
        self.total += 1;
        match level {
            Some(RiskLevel::Major) => self.major.add(point),
            Some(RiskLevel::High) => self.high.add(point),
            Some(RiskLevel::Medium) => self.medium.add(point),
            Some(RiskLevel::Low) => self.low.add(point),
            None => self.unassessed.add(point),
        }
    }
}

/// The points once, with what they are counted by.
pub(crate) struct Counts {
    points: Vec<One>,
}

struct One {
    id: RiskPointId,
    level: Option<RiskLevel>,
    kind: RiskPointKind,
    department: Option<DepartmentId>,
    building: Option<BuildingId>,
}

impl Counts {
    pub(crate) fn new(snapshot: &Snapshot, picture: &RiskPicture) -> Self {
        let one = |point: &domain::RiskPoint| One {
            id: point.id,
            level: picture.points.get(&point.id).and_then(|risk| risk.level),
            kind: point.kind,
            department: point.department_id,
            building: snapshot.building_of(point).map(|building| building.id),
        };
        Self { points: snapshot.points.iter().map(one).collect() }
    }

    pub(crate) fn levels(&self) -> Vec<Group> {
        let group = |level: Option<RiskLevel>| {
            let title = level.map_or(Title::new("未评价", "unassessed"), |level| {
                Title::new(level.name(Language::Chinese), level.name(Language::English))
            });
            let mut group = Group::new(level.map_or("", RiskLevel::as_str), title);
            for one in self.points.iter().filter(|one| one.level == level) {
                group.add(level, one.id);
            }
            group
        };
        RiskLevel::DESCENDING.into_iter().map(Some).chain([None]).map(group).collect()
    }

    pub(crate) fn kinds(&self) -> Vec<Group> {
        let group = |kind: &RiskPointKind| {
            let title = Title::new(kind.name(Language::Chinese), kind.name(Language::English));
            let mut group = Group::new(kind.as_str(), title);
            for one in self.points.iter().filter(|one| one.kind == *kind) {
                group.add(one.level, one.id);
            }
            group
        };
        RiskPointKind::ALL.iter().map(group).collect()
    }

    pub(crate) fn departments(&self, snapshot: &Snapshot) -> Vec<Group> {
        let mut groups: BTreeMap<Option<DepartmentId>, Group> = BTreeMap::new();
        for one in &self.points {
            let group = groups.entry(one.department).or_insert_with(|| {
                let found = snapshot.departments.find(one.department);
                let key = found.map_or(String::new(), |own| own.id.to_string());
                let name = found.map_or("（无部门）", |own| own.name.as_str());
                let english = found.map_or("(no department)", |own| own.name.as_str());
                Group::new(key, Title::new(name, english))
            });
            group.add(one.level, one.id);
        }
        worst_first(groups.into_values().collect())
    }

    pub(crate) fn buildings(&self, snapshot: &Snapshot) -> Vec<Group> {
        let mut groups: BTreeMap<Option<BuildingId>, Group> = BTreeMap::new();
        for one in &self.points {
            let group = groups.entry(one.building).or_insert_with(|| {
                let found = snapshot.buildings.find(one.building);
                let key = found.map_or(String::new(), |own| own.id.to_string());
                let name = found.map_or("（室外或未定）", |own| own.name.as_str());
                let english = found.map_or("(outdoors or unknown)", |own| own.name.as_str());
                Group::new(key, Title::new(name, english))
            });
            group.add(one.level, one.id);
        }
        worst_first(groups.into_values().collect())
    }
}

/// Points by accident type, each once for a type, at the highest level that this type has there.
pub(crate) fn accidents(snapshot: &Snapshot, picture: &RiskPicture) -> Vec<Group> {
    let points: FxHashMap<HazardId, RiskPointId> =
        snapshot.hazards.iter().map(|hazard| (hazard.id, hazard.point_id)).collect();
    let mut highest: BTreeMap<(&str, RiskPointId), Option<RiskLevel>> = BTreeMap::new();
    for (accident, risk) in snapshot.accidents.iter().zip(picture.accidents.values()) {
        let Some(point) = points.get(&accident.hazard_id) else { continue };
        let own = highest.entry((accident.accident_type.as_str(), *point)).or_default();
        *own = (*own).max(risk.level);
    }
    let mut groups: Vec<Group> = Vec::new();
    for ((code, point), level) in highest {
        if groups.last().is_none_or(|group| group.key != code) {
            let known = domain::accident_type(code);
            let name = |language| known.map_or(code, |own| own.name(language)).to_owned();
            groups.push(Group::new(code, Title::new(name(Language::Chinese), name(Language::English))));
        }
        if let Some(group) = groups.last_mut() {
            group.add(level, point);
        }
    }
    worst_first(groups)
}

/// The most major risks first, then the most high ones, then the most of all.
fn worst_first(mut groups: Vec<Group>) -> Vec<Group> {
    groups.sort_by_key(|own| std::cmp::Reverse((own.major.count, own.high.count, own.total)));
    groups
}
