//! What dangers say back to the risks: points that are 重大 for now, measures that fail again and again.
//! Relies on the standing of each danger.
//! Knows nothing of levels.

use crate::machine::DangerState;
use crate::standing::standings_where;
use chrono::{Days, NaiveDate};
use domain::{ControlMeasureId, HiddenDanger, HiddenDangerGrade, HiddenDangerId, RiskPointId, Snapshot};
use std::collections::BTreeMap;

/// So many dangers of one measure propose that its risk is judged anew.
pub const REPEATED_TIMES: usize = 3;
/// Within so many days.
pub const REPEATED_DAYS: u64 = 90;

/// A measure that failed again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// The measure.
    pub measure: ControlMeasureId,
    /// The point that it is at.
    pub point: Option<RiskPointId>,
    /// The dangers, the oldest first.
    pub dangers: Vec<HiddenDangerId>,
}

/// The point that a danger belongs to: its own, or that of the measure that failed.
pub fn point_of(snapshot: &Snapshot, danger: &HiddenDanger) -> Option<RiskPointId> {
    danger.point_id.or_else(|| point_of_measure(snapshot, danger.measure_id?))
}

fn point_of_measure(snapshot: &Snapshot, measure: ControlMeasureId) -> Option<RiskPointId> {
    let measure = snapshot.measures.get(measure)?;
    snapshot.hazards.get(measure.hazard_id).map(|hazard| hazard.point_id)
}

/// Points with an open major danger, and which.
pub fn open_major(snapshot: &Snapshot) -> BTreeMap<RiskPointId, Vec<HiddenDangerId>> {
    let mut found: BTreeMap<RiskPointId, Vec<HiddenDangerId>> = BTreeMap::new();
    let is_major = |own: &HiddenDanger| own.grade == Some(HiddenDangerGrade::Major);
    for (id, standing) in standings_where(snapshot, is_major) {
        let point = snapshot.dangers.get(id).and_then(|own| point_of(snapshot, own));
        if let Some(point) = point.filter(|_| standing.state.is_open()) {
            found.entry(point).or_default().push(id);
        }
    }
    found
}

/// Measures that three confirmed dangers or more point back to, found within the 90 days that end today.
pub fn repeated(snapshot: &Snapshot, today: NaiveDate) -> Vec<Repeated> {
    let since = today.checked_sub_days(Days::new(REPEATED_DAYS)).unwrap_or(NaiveDate::MIN);
    let recent =
        |own: &HiddenDanger| own.measure_id.is_some() && own.found_on > since && own.found_on <= today;
    let mut by_measure: BTreeMap<ControlMeasureId, Vec<(NaiveDate, HiddenDangerId)>> = BTreeMap::new();
    for (id, standing) in standings_where(snapshot, recent) {
        let counts = standing.state.is_open() || standing.state == DangerState::Closed;
        let own = snapshot.dangers.get(id).filter(|_| counts);
        if let Some((measure, found_on)) = own.and_then(|own| Some((own.measure_id?, own.found_on))) {
            by_measure.entry(measure).or_default().push((found_on, id));
        }
    }
    by_measure.retain(|_, dangers| dangers.len() >= REPEATED_TIMES);
    let whole = |(measure, mut dangers): (ControlMeasureId, Vec<(NaiveDate, HiddenDangerId)>)| {
        dangers.sort_unstable();
        let dangers = dangers.into_iter().map(|(_, id)| id).collect();
        Repeated { measure, point: point_of_measure(snapshot, measure), dangers }
    };
    by_measure.into_iter().map(whole).collect()
}
