//! Rules of zones: those that cover each other, lie in each other, or hold nothing.
//! Relies on zones of a floor sorted by left edge, so that only neighbours are compared.
//! Knows nothing of points but where a pin stands.

use crate::finding::{Finding, Visit, of_zone, title};
use crate::rule::Rule;
use domain::{FloorId, RiskZone, Snapshot};
use evaluation::RiskPicture;
use geometry::{Bounds, Outline, Point};
use std::collections::{BTreeMap, HashMap};

/// Two zones that share less than this are neighbours drawn to the millimetre, not overlapping: 100 cm².
const NEGLIGIBLE_MM2: f64 = 10_000.0;

struct Drawn<'a> {
    zone: &'a RiskZone,
    outline: &'a Outline,
    bounds: Bounds,
}

/// The zones of every floor, sorted by left edge.
pub(crate) struct Plans<'a>(BTreeMap<FloorId, Vec<Drawn<'a>>>);

impl<'a> Plans<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot) -> Self {
        let mut floors: BTreeMap<FloorId, Vec<Drawn<'a>>> = BTreeMap::new();
        for zone in &snapshot.zones {
            if let (Some(floor), Some(outline)) = (zone.floor_id, &zone.outline) {
                floors.entry(floor).or_default().push(Drawn { zone, outline, bounds: outline.bounds() });
            }
        }
        for zones in floors.values_mut() {
            zones.sort_by(|a, b| a.bounds.x0.total_cmp(&b.bounds.x0));
        }
        Self(floors)
    }

    /// The smallest zone of a floor that contains a place.
    pub(crate) fn zone_at(&self, floor: FloorId, position: Point) -> Option<&'a RiskZone> {
        let zones = self.0.get(&floor)?;
        let end = zones.partition_point(|own| own.bounds.x0 <= position.x());
        let around = |own: &&Drawn<'_>| {
            position.x() <= own.bounds.x1 && own.bounds.y0 <= position.y() && position.y() <= own.bounds.y1
        };
        zones[..end]
            .iter()
            .filter(around)
            .filter(|own| own.outline.contains(position))
            .min_by(|a, b| a.outline.area().total_cmp(&b.outline.area()))
            .map(|own| own.zone)
    }
}

pub(crate) fn check(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    plans: &Plans<'_>,
    findings: &mut Vec<Finding>,
) {
    for zone in &snapshot.zones {
        if picture.zones.get(&zone.id).is_some_and(|standing| standing.points() == 0) {
            findings.push(of_zone(Rule::EmptyZone, zone, "", Visit::Plan));
        }
    }
    for zones in plans.0.values() {
        for (index, own) in zones.iter().enumerate() {
            // Sorted by left edge, a zone can only meet those that begin before it ends.
            let near = zones[index + 1..].iter().take_while(|other| other.bounds.x0 <= own.bounds.x1);
            for other in near.filter(|other| other.bounds.meets(own.bounds)) {
                findings.extend(common(own, other));
            }
        }
    }
    let mut names: HashMap<(FloorId, &str), &RiskZone> = HashMap::new();
    for zone in &snapshot.zones {
        let Some(floor) = zone.floor_id else { continue };
        if let Some(first) = names.insert((floor, zone.name.trim()), zone) {
            findings.push(of_zone(
                Rule::DuplicateZoneName,
                zone,
                title(&first.code, &first.name),
                Visit::Plan,
            ));
        }
    }
}

fn common(own: &Drawn<'_>, other: &Drawn<'_>) -> Option<Finding> {
    let common = own.outline.common_area(other.outline);
    if common <= NEGLIGIBLE_MM2 {
        return None;
    }
    let (own_area, other_area) = (own.outline.area(), other.outline.area());
    let named = |zone: &RiskZone| title(&zone.code, &zone.name);
    Some(if common >= own_area.min(other_area) - NEGLIGIBLE_MM2 {
        let (inner, outer) =
            if own_area <= other_area { (own.zone, other.zone) } else { (other.zone, own.zone) };
        of_zone(Rule::NestedZones, inner, named(outer), Visit::Plan)
    } else {
        of_zone(Rule::OverlappingZones, own.zone, named(other.zone), Visit::Plan)
    })
}
