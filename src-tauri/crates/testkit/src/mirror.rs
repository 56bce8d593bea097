//! A window without a screen: it keeps what it was shown, applies what it is told changed, and must then be right.
//! Relies on `Changed` alone, as the real window does.
//! Knows nothing of how changes come about.

use api::{Changed, PointView, ProjectView, StandingView, Standings};
use domain::{AnyRecord, RowId, Table};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// What a window shows of a project.
#[derive(Debug, Clone)]
pub struct Mirror {
    rows: BTreeMap<RowId, AnyRecord>,
    points: BTreeMap<uuid::Uuid, PointView>,
    standings: Standings,
}

impl Mirror {
    /// What a window shows after opening.
    pub fn new(view: &ProjectView) -> Self {
        Self {
            rows: view.rows.iter().map(|record| (record.row_id(), record.clone())).collect(),
            points: view.points.iter().map(|point| (point.id.into(), point.clone())).collect(),
            standings: view.standings.clone(),
        }
    }

    /// Applies a change the way a window does.
    pub fn apply(&mut self, changed: &Changed) {
        fn merge<K: Ord + Copy>(into: &mut BTreeMap<K, StandingView>, from: &BTreeMap<K, StandingView>) {
            into.extend(from.iter().map(|(id, standing)| (*id, *standing)));
        }
        for record in &changed.rows {
            if !matches!(record.row_id().table, Table::PlanElement | Table::Underlay) {
                self.rows.insert(record.row_id(), record.clone());
            }
        }
        for point in &changed.points {
            self.points.insert(point.id.into(), point.clone());
        }
        merge(&mut self.standings.zones, &changed.standings.zones);
        merge(&mut self.standings.floors, &changed.standings.floors);
        merge(&mut self.standings.buildings, &changed.standings.buildings);
        merge(&mut self.standings.campuses, &changed.standings.campuses);
        merge(&mut self.standings.departments, &changed.standings.departments);
        if changed.standings.whole.is_some() {
            self.standings.whole = changed.standings.whole;
        }
        for row in &changed.removals {
            self.rows.remove(row);
            match row.table {
                Table::RiskPoint => {
                    self.points.remove(&row.id);
                }
                Table::RiskZone => {
                    self.standings.zones.remove(&row.id.into());
                }
                Table::Floor => {
                    self.standings.floors.remove(&row.id.into());
                }
                Table::Building => {
                    self.standings.buildings.remove(&row.id.into());
                }
                Table::Campus => {
                    self.standings.campuses.remove(&row.id.into());
                }
                Table::Department => {
                    self.standings.departments.remove(&row.id.into());
                }
                _ => {}
            }
        }
    }

    /// Panics where this is not what a fresh look at the project shows.
    pub fn must_equal(&self, view: &ProjectView, after: &str) {
        let fresh = Self::new(view);
        compare("row", &self.rows, &fresh.rows, after);
        compare("point", &self.points, &fresh.points, after);
        assert_eq!(self.standings, fresh.standings, "standings after {after}");
    }
}

fn compare<K: Ord + Debug, V: PartialEq + Debug>(
    what: &str,
    shown: &BTreeMap<K, V>,
    fresh: &BTreeMap<K, V>,
    after: &str,
) {
    for (id, value) in fresh {
        assert_eq!(shown.get(id), Some(value), "{what} {id:?} after {after}");
    }
    for id in shown.keys() {
        assert!(fresh.contains_key(id), "{what} {id:?} is still shown after {after}");
    }
}
