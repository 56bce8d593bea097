//! The derived levels as lists: for the terminal, for bundles, for comparison.
//! Relies on the risk picture.
//! Knows nothing of windows.

use crate::views::ReasonWord;
use bundle::v1::{Level, LevelWord, Levels, PointLevel};
use domain::{RiskLevel, Snapshot};
use evaluation::{Preset, Reason, RiskPicture, Standing};
use serde::Serialize;
use std::collections::BTreeMap;

/// Levels of everything, as the terminal prints them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelsReport {
    /// Points by code.
    pub points: Vec<PointRow>,
    /// Zones.
    pub zones: Vec<PlaceRow>,
    /// Floors.
    pub floors: Vec<PlaceRow>,
    /// Buildings.
    pub buildings: Vec<PlaceRow>,
    /// Departments.
    pub departments: Vec<PlaceRow>,
}

/// Level of a point.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `major high medium low unassessed`.
    pub level: &'static str,
    /// The score as a decimal.
    pub score: Option<String>,
    /// `lec`, `ls`, `mes`.
    pub method: Option<&'static str>,
    /// What made the level.
    pub reason: ReasonWord,
}

/// Level of a place or department.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlaceRow {
    /// Its code, where it has one.
    pub code: String,
    /// Its name; a floor with its building's.
    pub name: String,
    /// `major high medium low unassessed`, or `empty` for a place without points.
    pub level: &'static str,
    /// The code of the point that gives it.
    pub deciding: Option<String>,
    /// How many points.
    pub points: u32,
    /// How many of them are not assessed.
    pub unassessed: u32,
}

pub(crate) fn reason_word(reason: Reason) -> ReasonWord {
    match reason {
        Reason::Scored => ReasonWord::Scored,
        Reason::Adjusted(_) => ReasonWord::Adjusted,
        Reason::Direct(_) => ReasonWord::Direct,
        Reason::Danger(_) => ReasonWord::Danger,
        Reason::Unassessed => ReasonWord::Unassessed,
    }
}

fn level_word(level: Option<RiskLevel>) -> &'static str {
    level.map_or("unassessed", RiskLevel::as_str)
}

/// The levels of a project.
pub fn levels(snapshot: &Snapshot, picture: &RiskPicture) -> LevelsReport {
    let mut points: Vec<PointRow> = snapshot
        .points
        .iter()
        .filter_map(|point| {
            let risk = picture.points.get(&point.id)?;
            let preset =
                snapshot.presets.find(risk.preset).and_then(|preset| Preset::from_record(preset).ok());
            let score = risk.score.map(|score| match &preset {
                Some(preset) => score.shown(preset),
                None => score.rounded(2).to_string(),
            });
            Some(PointRow {
                code: point.code.clone(),
                name: point.name.clone(),
                level: level_word(risk.level),
                score,
                method: risk.score.map(|score| score.method.as_str()),
                reason: reason_word(risk.reason),
            })
        })
        .collect();
    points.sort_by(|a, b| a.code.cmp(&b.code));
    let row = |code: String, name: String, standing: Option<&Standing>| {
        let standing = standing.copied().unwrap_or_default();
        PlaceRow {
            code,
            name,
            level: if standing.points() == 0 { "empty" } else { level_word(standing.level) },
            deciding: snapshot.points.find(standing.deciding).map(|point| point.code.clone()),
            points: standing.points(),
            unassessed: standing.unassessed,
        }
    };
    LevelsReport {
        points,
        zones: snapshot
            .zones
            .iter()
            .map(|zone| row(zone.code.clone(), zone.name.clone(), picture.zones.get(&zone.id)))
            .collect(),
        floors: snapshot
            .floors
            .iter()
            .map(|floor| {
                let building = snapshot.buildings.find(floor.building_id);
                let code = building.map_or_else(String::new, |building| building.code.clone());
                let name =
                    building.map_or_else(String::new, |building| format!("{} ", building.name)) + &floor.name;
                let code =
                    if code.is_empty() { floor.name.clone() } else { format!("{code}-{}", floor.name) };
                row(code, name, picture.floors.get(&floor.id))
            })
            .collect(),
        buildings: snapshot
            .buildings
            .iter()
            .map(|own| row(own.code.clone(), own.name.clone(), picture.buildings.get(&own.id)))
            .collect(),
        departments: snapshot
            .departments
            .iter()
            .map(|own| row(own.code.clone(), own.name.clone(), picture.departments.get(&own.id)))
            .collect(),
    }
}

/// The levels as a bundle carries them.
pub fn bundle_levels(snapshot: &Snapshot, picture: &RiskPicture) -> Levels {
    fn places<K: Ord + std::fmt::Display>(standings: &BTreeMap<K, Standing>) -> Vec<Level> {
        let level =
            |(id, standing): (&K, &Standing)| Level { id: id.to_string(), level: standing.level.into() };
        standings.iter().map(level).collect()
    }
    let point = |point: &domain::RiskPoint| {
        let risk = picture.points.get(&point.id)?;
        Some(PointLevel {
            id: point.id.to_string(),
            level: risk.level.into(),
            number: risk.level.map(RiskLevel::number),
            score: risk.score.map(|score| score.rounded(4).to_string()),
            method: risk.score.map(|score| score.method.as_str().to_owned()),
            reason: match reason_word(risk.reason) {
                ReasonWord::Scored => "scored",
                ReasonWord::Adjusted => "adjusted",
                ReasonWord::Direct => "direct",
                ReasonWord::Danger => "danger",
                ReasonWord::Unassessed => "unassessed",
            }
            .to_owned(),
        })
    };
    Levels {
        points: snapshot.points.iter().filter_map(point).collect(),
        zones: places(&picture.zones),
        floors: places(&picture.floors),
        buildings: places(&picture.buildings),
        departments: places(&picture.departments),
    }
}

/// Where the levels that a bundle was sent with are not those that follow from it: place, what it says, what follows.
pub fn compare_levels(sent: &Levels, derived: &Levels) -> Vec<(String, String, String)> {
    let word = |level: LevelWord| {
        match level {
            LevelWord::Major => "major",
            LevelWord::High => "high",
            LevelWord::Medium => "medium",
            LevelWord::Low => "low",
            LevelWord::Unassessed => "unassessed",
        }
        .to_owned()
    };
    let mut differences = Vec::new();
    let mut compare = |list: &str, sent: Vec<(&str, String)>, derived: Vec<(&str, String)>| {
        let known: BTreeMap<&str, &String> = derived.iter().map(|(id, text)| (*id, text)).collect();
        for (index, (id, text)) in sent.iter().enumerate() {
            let expected = known.get(id).map(|text| (*text).clone()).unwrap_or_default();
            if *text != expected {
                differences.push((format!("levels.{list}[{index}]"), text.clone(), expected));
            }
        }
        if sent.len() != derived.len() {
            differences.push((format!("levels.{list}"), sent.len().to_string(), derived.len().to_string()));
        }
    };
    let point = |levels: &'_ Levels| -> Vec<(String, String)> {
        let text = |own: &PointLevel| {
            let score = own.score.clone().unwrap_or_default();
            format!("{} {score} {} {}", word(own.level), own.method.clone().unwrap_or_default(), own.reason)
        };
        levels.points.iter().map(|own| (own.id.clone(), text(own))).collect()
    };
    let (sent_points, derived_points) = (point(sent), point(derived));
    fn borrowed(list: &[(String, String)]) -> Vec<(&str, String)> {
        list.iter().map(|(id, text)| (id.as_str(), text.clone())).collect()
    }
    compare("points", borrowed(&sent_points), borrowed(&derived_points));
    let place = |list: &'_ [Level]| -> Vec<(String, String)> {
        list.iter().map(|own| (own.id.clone(), word(own.level))).collect()
    };
    for (name, sent, derived) in [
        ("zones", &sent.zones, &derived.zones),
        ("floors", &sent.floors, &derived.floors),
        ("buildings", &sent.buildings, &derived.buildings),
        ("departments", &sent.departments, &derived.departments),
    ] {
        let (sent, derived) = (place(sent), place(derived));
        compare(name, borrowed(&sent), borrowed(&derived));
    }
    differences
}
