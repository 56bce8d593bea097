//! The floors of a project, and which one a name means.
//! Relies on names as people write them: `1F`, `A 1F`, or an id.
//! Knows nothing of drawings.

use crate::error::ApiError;
use domain::{Building, Floor, FloorId, Snapshot};
use edit::FloorTarget;
use serde::Serialize;

/// All floors.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FloorsReport {
    /// The floors, by building and storey.
    pub floors: Vec<FloorEntry>,
}

/// A floor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FloorEntry {
    /// Its id.
    pub id: String,
    /// The name of its building; empty for a general plan.
    pub building: String,
    /// Its name.
    pub name: String,
    /// Its storey.
    pub storey: i64,
    /// Millimetres on the floor for one unit of the plan: 1, or null while the plan has no scale.
    pub millimetres_per_unit: Option<f64>,
    /// How many zones are drawn on it.
    pub zones: u64,
    /// How many points stand on it.
    pub points: u64,
    /// How many walls, doors, labels and the like it has.
    pub elements: u64,
    /// How many pictures lie under it.
    pub underlays: u64,
    /// Whether it is tied to the earth.
    pub georeferenced: bool,
}

/// All floors with what is drawn on them.
pub fn floors(snapshot: &Snapshot) -> FloorsReport {
    let mut all: Vec<&Floor> = snapshot.floors.iter().collect();
    let building = |floor: &Floor| snapshot.buildings.find(floor.building_id);
    all.sort_by_key(|floor| (building(floor).map(|own| (own.ordinal, own.id)), floor.storey, floor.id));
    let count = |number: usize| number as u64;
    let entry = |floor: &Floor| FloorEntry {
        id: floor.id.to_string(),
        building: building(floor).map_or_else(String::new, |own| own.name.clone()),
        name: floor.name.clone(),
        storey: floor.storey,
        millimetres_per_unit: floor.calibrated.then_some(1.0),
        zones: count(snapshot.zones.iter().filter(|own| own.floor_id == Some(floor.id)).count()),
        points: count(snapshot.points.iter().filter(|own| own.floor_id == Some(floor.id)).count()),
        elements: count(snapshot.plan_elements.iter().filter(|own| own.floor_id == floor.id).count()),
        underlays: count(snapshot.underlays.iter().filter(|own| own.floor_id == floor.id).count()),
        georeferenced: floor.georeference.is_some(),
    };
    FloorsReport { floors: all.into_iter().map(entry).collect() }
}

/// The floor that a name means.
pub fn floor_named(snapshot: &Snapshot, name: &str) -> Result<FloorId, ApiError> {
    let found = matching(snapshot, name);
    match found[..] {
        [floor] => Ok(floor),
        [] => Err(ApiError::new(
            "no-such-floor",
            format!("没有名为“{name}”的楼层，请用 sise floors 查看楼层。"),
            format!("There is no floor “{name}”. See the floors with sise floors."),
        )),
        [_, _, ..] => Err(ambiguous(name)),
    }
}

/// Where a drawing goes: the floor that a name means, or a new one of that name. `A 5F` makes it in building A.
pub fn floor_target(snapshot: &Snapshot, name: &str) -> Result<FloorTarget, ApiError> {
    let name = name.trim();
    match matching(snapshot, name)[..] {
        [floor] => return Ok(FloorTarget::Existing { floor }),
        [_, _, ..] => return Err(ambiguous(name)),
        [] => {}
    }
    let is_called = |own: &Building, word: &str| own.name.trim() == word || own.code.trim() == word;
    let mut split = name.split_once(char::is_whitespace).map(|(first, rest)| (first, rest.trim()));
    split = split.filter(|(_, rest)| !rest.is_empty());
    let building = split.and_then(|(word, _)| snapshot.buildings.iter().find(|own| is_called(own, word)));
    let (building, name) = match (building, split) {
        (Some(building), Some((_, rest))) => (Some(building.id), rest),
        (_, _) => (None, name),
    };
    let storey = storey_of(name);
    Ok(FloorTarget::New { name: name.to_owned(), building, campus: None, storey })
}

/// The storey that the last word of a usual name says: 3F, B1, 3层, 3楼; else 0.
fn storey_of(name: &str) -> i64 {
    let upper = name.split_whitespace().next_back().unwrap_or_default().to_ascii_uppercase();
    let number = |text: &str| text.trim().parse::<i64>().ok().filter(|own| (1..=200).contains(own));
    let below = upper.strip_prefix('B').and_then(number).filter(|own| *own <= 20);
    let above = ['F', '层', '楼'].iter().find_map(|end| upper.strip_suffix(*end).and_then(number));
    below.map(|own| -own).or(above).unwrap_or(0)
}

fn matching(snapshot: &Snapshot, name: &str) -> Vec<FloorId> {
    let name = name.trim();
    if let Ok(id) = name.parse::<domain::Uuid>()
        && snapshot.floors.get(id.into()).is_some()
    {
        return vec![id.into()];
    }
    let called = |floor: &&Floor| {
        let own = floor.name.trim();
        let building = snapshot.buildings.find(floor.building_id);
        own == name
            || building.is_some_and(|building| {
                [&building.name, &building.code].iter().any(|word| {
                    name.strip_prefix(word.trim())
                        .is_some_and(|rest| !word.trim().is_empty() && rest.trim() == own)
                })
            })
    };
    snapshot.floors.iter().filter(called).map(|floor| floor.id).collect()
}

fn ambiguous(name: &str) -> ApiError {
    ApiError::new(
        "ambiguous-floor",
        format!("有多个名为“{name}”的楼层，请写明建筑（如“A {name}”）或使用楼层 id。"),
        format!(
            "Several floors are called “{name}”. Name the building as well (“A {name}”), or use the floor's id."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_say_their_storey() {
        for (name, storey) in
            [("3F", 3), ("12层", 12), ("b2", -2), ("屋面", 0), ("B99", 0), ("F", 0), ("新楼 3F", 3)]
        {
            assert_eq!(storey_of(name), storey, "{name}");
        }
    }
}
