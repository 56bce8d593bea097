//! Rooms from lines: closed loops of walls, gaps such as doors bridged and reported.
//! Relies on the graph that walls form where they meet, and on its faces.
//! Must not know: zones, files, formats.

mod arrange;
mod bridge;
mod faces;
mod pole;
#[cfg(test)]
mod tests;

use crate::affine::Xy;
use crate::error::DrawingError;
use crate::imported::Imported;
use crate::role::Role;
use crate::tidy;
use crate::watch::Watch;
use arrange::{Graph, Piece};
use faces::{Face, Loop, contains};
use geometry::{Outline, OutlineError, Point, Ring};
use serde::Serialize;

/// A line that bounds rooms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wall<'a> {
    /// Its points.
    pub points: &'a [Point],
    /// Whether the last point is joined to the first.
    pub closed: bool,
}

/// What counts as a room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoomOptions {
    /// The widest gap in walls that is bridged, in millimetres: a door. 0 bridges none.
    pub gap_mm: f64,
    /// What is smaller is no room, in square millimetres: a shaft, a column.
    pub smallest_mm2: f64,
    /// What is nowhere wider is no room, in millimetres: the body of a wall.
    pub narrowest_mm: f64,
    /// The most edges between walls that are accepted.
    pub edges: u64,
}

impl Default for RoomOptions {
    fn default() -> Self {
        Self { gap_mm: 1_200.0, smallest_mm2: 1.2e6, narrowest_mm: 850.0, edges: 300_000 }
    }
}

/// A gap that was closed with a straight line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ts_rs::TS)]
pub struct Bridge {
    /// One side of the gap.
    #[ts(type = "[number, number]")]
    pub from: Point,
    /// The other side.
    #[ts(type = "[number, number]")]
    pub to: Point,
}

impl Bridge {
    /// How wide the gap is, in millimetres.
    pub fn length_mm(&self) -> f64 {
        self.from.distance(self.to)
    }
}

/// A room: the space between the inner faces of walls.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Room {
    /// Its outline, columns that stand free in it as holes.
    pub outline: Outline,
    /// The gaps that were bridged around it.
    pub bridges: Vec<Bridge>,
    /// Its widest place: where a name stands well.
    pub centre: Point,
}

/// Why there is no room at a place.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoRoom {
    /// No closed loop of walls surrounds the place.
    #[error("{}", open_english(*closes_at_mm))]
    Open {
        /// The width of gap that would have to be bridged, in millimetres, where that was found out.
        closes_at_mm: Option<f64>,
    },
    /// The loop is no wider than a wall, or smaller than a room.
    #[error("this place lies inside a wall, a column or a shaft. Click in a room.")]
    TooSmall,
    /// The loop cannot be a shape.
    #[error("the walls around this place make no proper shape: {0}")]
    Unfit(OutlineError),
    /// The walls are too many, or the search was stopped.
    #[error(transparent)]
    Drawing(#[from] DrawingError),
}

impl NoRoom {
    /// A short stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Open { .. } => "room-open",
            Self::TooSmall => "room-too-small",
            Self::Unfit(_) => "room-unfit",
            Self::Drawing(error) => error.code(),
        }
    }

    /// The same in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::Open { closes_at_mm: None } => {
                "此处四周的墙没有闭合，请补画墙线，或多选图层后再点。".to_owned()
            }
            Self::Open { closes_at_mm: Some(gap) } => format!(
                "此处四周的墙没有闭合：有宽约 {:.1} 米的缺口。请把缺口容差调大到 {:.1} 米以上，或补画墙线。",
                gap / 1000.0,
                gap / 1000.0
            ),
            Self::TooSmall => "此处在墙体、柱子或管井内，请在房间内点击。".to_owned(),
            Self::Unfit(_) => "此处四周的墙不能构成有效形状，请检查是否有重叠或交叉的墙线。".to_owned(),
            Self::Drawing(error) => error.chinese(),
        }
    }
}

fn open_english(gap: Option<f64>) -> String {
    match gap {
        None => "the walls around this place are not closed. Draw the missing wall, or choose more layers."
            .to_owned(),
        Some(gap) => format!(
            "the walls around this place are not closed: there is a gap of about {:.1} m. Bridge gaps of that width, or \
             draw the missing wall.",
            gap / 1000.0
        ),
    }
}

/// All loops of some walls, found once, to be asked about many places.
#[derive(Debug)]
pub struct Rooms {
    faces: Vec<Face>,
    options: RoomOptions,
}

impl Rooms {
    /// Finds all closed loops. Fails when the walls are too many, or when the watcher stops it.
    pub fn find(
        walls: &[Wall<'_>],
        options: &RoomOptions,
        watch: &mut Watch<'_>,
    ) -> Result<Self, DrawingError> {
        let mut pieces: Vec<Piece> = Vec::new();
        for wall in walls {
            let closing = wall.points.first().filter(|_| wall.closed && wall.points.len() > 2);
            for (from, to) in wall.points.iter().zip(wall.points.iter().skip(1).chain(closing)) {
                pieces.push(Piece { from: xy(*from), to: xy(*to), is_bridge: false });
            }
        }
        let mut graph = Graph::of(&pieces, options.edges, watch)?;
        if options.gap_mm > 0.0 {
            let bridges = bridge::bridges(&graph, options.gap_mm, watch)?;
            if !bridges.is_empty() {
                // On the pieces as they were welded, so that nothing moves a second time.
                pieces = graph
                    .edges
                    .iter()
                    .map(|edge| Piece {
                        from: graph.place(edge.a),
                        to: graph.place(edge.b),
                        is_bridge: false,
                    })
                    .collect();
                pieces.extend(bridges);
                graph = Graph::of(&pieces, options.edges.saturating_mul(2), watch)?;
            }
        }
        Ok(Self { faces: faces::faces(graph), options: *options })
    }

    /// The room around a place.
    pub fn at(&self, place: Point) -> Result<Room, NoRoom> {
        let point = xy(place);
        let around = self.faces.iter().filter(|face| contains(&face.outer.points, point));
        let face = around.min_by(|a, b| a.outer.area.total_cmp(&b.outer.area));
        let face = face.ok_or(NoRoom::Open { closes_at_mm: None })?;
        self.room(face)
    }

    /// All rooms, larger ones first.
    pub fn all(&self) -> Vec<Room> {
        let mut faces: Vec<&Face> = self.faces.iter().collect();
        faces.sort_by(|a, b| b.outer.area.total_cmp(&a.outer.area));
        faces.into_iter().filter_map(|face| self.room(face).ok()).collect()
    }

    fn room(&self, face: &Face) -> Result<Room, NoRoom> {
        if face.outer.area < self.options.smallest_mm2 {
            return Err(NoRoom::TooSmall);
        }
        let (centre, radius) = pole::widest(face, self.options.narrowest_mm / 2.0);
        if radius < self.options.narrowest_mm / 2.0 {
            return Err(NoRoom::TooSmall);
        }
        let unfit = |error| NoRoom::Unfit(error);
        let ring = |one: &Loop| -> Result<Ring, OutlineError> {
            Ok(one.points.iter().map(|[x, y]| Point::new(*x, *y)).collect::<Result<Ring, _>>()?)
        };
        let outer = ring(&face.outer).map_err(unfit)?;
        let mut rings = vec![outer.clone()];
        // A speck on the floor is no hole: 10 cm by 10 cm.
        for hole in face.holes.iter().filter(|hole| hole.area >= 1e4) {
            rings.push(ring(hole).map_err(unfit)?);
        }
        // A hole that touches the border spoils only itself.
        let outline = tidy::outline(&rings).or_else(|_| tidy::outline(&[outer])).map_err(unfit)?;
        let pairs = face.outer.points.iter().zip(face.outer.points.iter().cycle().skip(1));
        let bridges =
            pairs.zip(&face.outer.bridged).filter(|(_, bridged)| **bridged).filter_map(|((a, b), _)| {
                Some(Bridge { from: Point::new(a[0], a[1]).ok()?, to: Point::new(b[0], b[1]).ok()? })
            });
        let bridges = bridges.collect();
        let centre = Point::new(centre[0], centre[1]).map_err(|error| NoRoom::Unfit(error.into()))?;
        Ok(Room { outline, bridges, centre })
    }
}

/// The room around a place. When the walls are not closed there, tells how wide the gap is, up to three metres.
pub fn rooms_at(
    walls: &[Wall<'_>],
    place: Point,
    options: &RoomOptions,
    watch: &mut Watch<'_>,
) -> Result<Room, NoRoom> {
    let found = Rooms::find(walls, options, watch)?.at(place);
    if !matches!(found, Err(NoRoom::Open { .. })) {
        return found;
    }
    for gap in [500.0, 1_000.0, 1_500.0, 2_000.0, 3_000.0] {
        if gap > options.gap_mm
            && let Ok(room) = Rooms::find(walls, &RoomOptions { gap_mm: gap, ..*options }, watch)?.at(place)
        {
            let widest = room.bridges.iter().map(Bridge::length_mm).fold(0.0, f64::max);
            return Err(NoRoom::Open { closes_at_mm: Some(widest) });
        }
    }
    found
}

/// All rooms between some walls, larger ones first.
pub fn all_rooms(
    walls: &[Wall<'_>],
    options: &RoomOptions,
    watch: &mut Watch<'_>,
) -> Result<Vec<Room>, DrawingError> {
    Ok(Rooms::find(walls, options, watch)?.all())
}

impl Imported {
    /// The lines that bound rooms: walls, columns and windows that show, as far as names tell them. When no line is
    /// a wall by its name, every line that is nothing else by its name.
    pub fn walls(&self) -> Vec<Wall<'_>> {
        let bounds = |role: Role| matches!(role, Role::Wall | Role::Column | Role::Window);
        let has_walls = self.lines.iter().any(|line| line.visible && line.role == Role::Wall)
            || self.areas.iter().any(|area| area.visible && area.role == Role::Wall);
        let wanted = |role: Role| bounds(role) || (!has_walls && matches!(role, Role::Other | Role::Outline));
        let lines = self.lines.iter().filter(|line| line.visible && wanted(line.role) && !is_detail(line));
        let lines = lines.map(|line| Wall { points: line.points.points(), closed: line.closed });
        let areas = self.areas.iter().filter(|area| area.visible && wanted(area.role));
        let rings = areas.flat_map(|area| area.rings.iter().map(|ring| Wall { points: ring, closed: true }));
        lines.chain(rings).collect()
    }
}

/// Whether a line is a small part of a window, such as a handle or a hinge, of which libraries of blocks are full: it
/// bounds nothing.
fn is_detail(line: &crate::imported::Line) -> bool {
    const LEAST_MM: f64 = 300.0;
    const MOST_POINTS: usize = 8;
    let size = line.points.bounds().map_or(0.0, |bounds| bounds.width().max(bounds.height()));
    line.role == Role::Window && (size < LEAST_MM || line.points.points().len() > MOST_POINTS)
}

fn xy(point: Point) -> Xy {
    [point.x(), point.y()]
}
