//! The board and the list of dangers: a line for each, with what was worked out for it.
//! Relies on one walk over all steps, whatever is asked for.
//! Knows no rule of its own.

use super::{name_of, words_of};
use crate::views::Words;
use chrono::NaiveDate;
use domain::{
    DepartmentId, FloorId, HiddenDanger, HiddenDangerGrade, HiddenDangerId, InspectionKind, PersonId,
    RiskPointId, Snapshot, Topic,
};
use geometry::Point;
use rectification::{Alarm, DangerState, Standing, point_of, standings};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Which dangers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DangersArgs {
    /// In these states; all when empty.
    #[serde(default)]
    pub states: Vec<DangerState>,
    /// Of this grade.
    #[serde(default)]
    pub grade: Option<HiddenDangerGrade>,
    /// At this point.
    #[serde(default)]
    pub point: Option<RiskPointId>,
    /// Of this department and those below it.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// Only overdue ones.
    #[serde(default)]
    pub overdue: bool,
}

/// The dangers that were asked for, and how many there are of each state.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DangersView {
    /// The day by which overdue was judged.
    pub today: NaiveDate,
    /// The dangers, the latest found first.
    pub dangers: Vec<DangerLine>,
    /// Every state with its words and how many of all dangers are in it.
    pub states: Vec<StateCount>,
    /// How many of all dangers are overdue.
    pub overdue: u32,
}

/// A state and how many dangers are in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StateCount {
    /// The state.
    pub state: DangerState,
    /// What people call it.
    pub name: Words,
    /// How many.
    pub count: u32,
}

/// A danger with what was worked out for it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DangerLine {
    /// The danger.
    pub id: HiddenDangerId,
    /// Its code.
    pub code: String,
    /// What it is.
    pub description: String,
    /// Where, in words.
    pub place: String,
    /// The point that it belongs to, its own or that of its measure.
    pub point: Option<RiskPointId>,
    /// The point's code.
    pub point_code: String,
    /// The point's name.
    pub point_name: String,
    /// The floor of its pin: its own place, else that of its point.
    pub floor: Option<FloorId>,
    /// The place of its pin, mm.
    pub position: Option<Point>,
    /// The department.
    pub department: Option<DepartmentId>,
    /// The department's name.
    pub department_name: String,
    /// The grade, once it is confirmed.
    pub grade: Option<HiddenDangerGrade>,
    /// What it is about.
    pub topic: Option<Topic>,
    /// How it was found.
    pub source: InspectionKind,
    /// The state.
    pub state: DangerState,
    /// When it was found.
    pub found_on: NaiveDate,
    /// Who found it; empty for anonymous.
    pub reporter: String,
    /// The deadline.
    pub deadline: Option<NaiveDate>,
    /// Days until the deadline; negative when it is over; of open ones only.
    pub days_left: Option<i64>,
    /// Whether it is open and its deadline is over.
    pub overdue: bool,
    /// How urgent it is.
    pub alarm: Option<Alarm>,
    /// Whether it was closed after its deadline.
    pub late: bool,
    /// Who rectifies.
    pub responsible: Option<PersonId>,
    /// The name.
    pub responsible_name: String,
    /// When it was confirmed.
    pub confirmed_on: Option<NaiveDate>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// How often acceptance was refused.
    pub rejections: u32,
}

/// A line for each danger, in the order of creation.
pub fn danger_lines(snapshot: &Snapshot, today: NaiveDate) -> Vec<DangerLine> {
    standings(snapshot)
        .iter()
        .filter_map(|(id, standing)| Some(line(snapshot, snapshot.dangers.get(*id)?, standing, today)))
        .collect()
}

pub(super) fn line(
    snapshot: &Snapshot,
    danger: &HiddenDanger,
    standing: &Standing,
    today: NaiveDate,
) -> DangerLine {
    let point = snapshot.points.find(point_of(snapshot, danger));
    let days_left = standing.days_left(today).filter(|_| standing.state.is_open());
    let own_pin = danger.floor_id.zip(danger.position);
    let pin = own_pin.or_else(|| point.and_then(|own| own.floor_id.zip(own.position)));
    let department = snapshot.departments.find(danger.department_id);
    let reporter = name_of(snapshot, danger.reporter_id);
    DangerLine {
        id: danger.id,
        code: danger.code.clone(),
        description: danger.description.clone(),
        place: danger.place.clone(),
        point: point.map(|own| own.id),
        point_code: point.map_or_else(String::new, |own| own.code.clone()),
        point_name: point.map_or_else(String::new, |own| own.name.clone()),
        floor: pin.as_ref().map(|(floor, _)| *floor),
        position: pin.map(|(_, position)| position),
        department: danger.department_id,
        department_name: department.map_or_else(String::new, |own| own.name.clone()),
        grade: danger.grade,
        topic: danger.topic,
        source: danger.source,
        state: standing.state,
        found_on: danger.found_on,
        reporter: if reporter.is_empty() { danger.reporter.clone() } else { reporter },
        deadline: standing.deadline,
        days_left,
        overdue: standing.is_overdue(today),
        alarm: days_left.and_then(Alarm::of),
        late: standing.closed_late(),
        responsible: standing.responsible,
        responsible_name: name_of(snapshot, standing.responsible),
        confirmed_on: standing.confirmed_on,
        closed_on: standing.closed_on,
        rejections: standing.rejections,
    }
}

/// The dangers that were asked for, the latest found first, with the counts of the board.
pub fn danger_board(snapshot: &Snapshot, args: &DangersArgs, today: NaiveDate) -> DangersView {
    let mut lines = danger_lines(snapshot, today);
    let mut counts: BTreeMap<DangerState, u32> = BTreeMap::new();
    for own in &lines {
        *counts.entry(own.state).or_default() += 1;
    }
    let overdue = lines.iter().filter(|own| own.overdue).count();
    // A department with those below it.
    let below: Option<BTreeSet<DepartmentId>> = args.department.map(|wanted| {
        let is_below =
            |own: &DepartmentId| snapshot.department_line(Some(*own)).iter().any(|above| above.id == wanted);
        snapshot.departments.iter().map(|own| own.id).filter(is_below).collect()
    });
    lines.retain(|own| {
        (args.states.is_empty() || args.states.contains(&own.state))
            && args.grade.is_none_or(|grade| own.grade == Some(grade))
            && args.point.is_none_or(|point| own.point == Some(point))
            && below.as_ref().is_none_or(|below| own.department.is_some_and(|own| below.contains(&own)))
            && (!args.overdue || own.overdue)
    });
    lines.sort_by(|a, b| (b.found_on, &b.code).cmp(&(a.found_on, &a.code)));
    let state = |state: DangerState| StateCount {
        state,
        name: words_of(|language| state.name(language).to_owned()),
        count: counts.get(&state).copied().unwrap_or(0),
    };
    DangersView {
        today,
        dangers: lines,
        states: DangerState::ALL.iter().copied().map(state).collect(),
        overdue: u32::try_from(overdue).unwrap_or(u32::MAX),
    }
}
