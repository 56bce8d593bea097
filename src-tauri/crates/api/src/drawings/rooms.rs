//! Rooms between the walls of a floor, by a click or all of them.
//! Relies on `drawing` for the search; walls, windows and columns bound rooms, lines where there are no walls.
//! Knows nothing of zones.

use super::args::{RoomArgs, RoomView, RoomsArgs};
use crate::calls::App;
use crate::error::ApiError;
use domain::{FloorId, PlanElement, PlanElementKind, Snapshot};
use drawing::{NoRoom, Role, Room, RoomOptions, Wall, Watch};
use std::sync::Arc;

impl App {
    /// The room around a place.
    pub(crate) fn room_at(&self, args: RoomArgs) -> Result<RoomView, ApiError> {
        let snapshot = self.with(|session| Ok(Arc::clone(session.snapshot())))?;
        let walls = walls(&snapshot, args.floor);
        let room = drawing::rooms_at(&borders(&walls), args.at, &options(args.gap)?, &mut Watch::nobody());
        let room = room.map_err(|error| ApiError { place: Some(args.at), ..no_room(&error) })?;
        Ok(view(&snapshot, args.floor, room))
    }

    /// All rooms of a floor, larger ones first.
    pub(crate) fn rooms(&self, args: RoomsArgs) -> Result<Vec<RoomView>, ApiError> {
        let snapshot = self.with(|session| Ok(Arc::clone(session.snapshot())))?;
        let walls = walls(&snapshot, args.floor);
        let rooms = drawing::all_rooms(&borders(&walls), &options(args.gap)?, &mut Watch::nobody())?;
        Ok(rooms.into_iter().map(|room| view(&snapshot, args.floor, room)).collect())
    }
}

fn options(gap_mm: f64) -> Result<RoomOptions, ApiError> {
    if (0.0..=10_000.0).contains(&gap_mm) {
        Ok(RoomOptions { gap_mm, ..RoomOptions::default() })
    } else {
        Err(drawing::DrawingError::Setting { setting: "gap", value: gap_mm.to_string() }.into())
    }
}

fn no_room(error: &NoRoom) -> ApiError {
    ApiError::new(error.code(), error.chinese(), error.to_string())
}

/// What bounds rooms on a floor. A layer that is out of sight bounds nothing.
fn walls(snapshot: &Snapshot, floor: FloorId) -> Vec<&PlanElement> {
    let shown = |own: &&PlanElement| {
        let layer = snapshot.plan_layers.find(own.layer_id);
        own.floor_id == floor && !own.hidden && layer.is_none_or(|layer| layer.visible)
    };
    let role = |own: &PlanElement| {
        let layer = snapshot.plan_layers.find(own.layer_id);
        layer.map_or(Role::Other, |layer| drawing::role_of_layer(&layer.name))
    };
    let bounds = |own: &&PlanElement| match own.kind {
        PlanElementKind::Wall | PlanElementKind::Window | PlanElementKind::Column => true,
        PlanElementKind::Line => matches!(role(own), Role::Wall | Role::Window | Role::Column),
        _ => false,
    };
    let all: Vec<&PlanElement> = snapshot.plan_elements.iter().filter(shown).collect();
    let walls: Vec<&PlanElement> = all.iter().copied().filter(bounds).collect();
    if walls.iter().any(|own| own.kind == PlanElementKind::Wall || role(own) == Role::Wall) {
        return walls;
    }
    all.into_iter().filter(|own| own.kind == PlanElementKind::Line || bounds(own)).collect()
}

fn borders<'a>(walls: &[&'a PlanElement]) -> Vec<Wall<'a>> {
    let wall = |own: &&'a PlanElement| Wall {
        points: own.line.points(),
        closed: own.kind == PlanElementKind::Column,
    };
    walls.iter().map(wall).collect()
}

fn view(snapshot: &Snapshot, floor: FloorId, room: Room) -> RoomView {
    let labels = snapshot.plan_elements.iter().filter(|own| {
        let at = own.line.points().first();
        own.floor_id == floor
            && own.kind == PlanElementKind::Label
            && own.text.chars().any(char::is_alphabetic)
            && at.is_some_and(|at| room.outline.contains(*at))
    });
    let name = labels.max_by_key(|own| own.size).map_or_else(String::new, |own| own.text.clone());
    let square_metres = (room.outline.area() / 1e4).round() / 100.0;
    RoomView { outline: room.outline, bridges: room.bridges, centre: room.centre, square_metres, name }
}
