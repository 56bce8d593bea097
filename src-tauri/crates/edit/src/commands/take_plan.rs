//! A drawing of somebody else brought in: lines, rooms and pictures, onto floors that are there or new.
//! Relies on the drawing having been read and judged.
//! Knows no file format.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::commands::shapes::{Codes, with_puts};
use crate::numbering::zone_code;
use crate::refusal::Refusal;
use domain::{
    BuildingId, CampusId, Crop, Floor, FloorId, PlanElement, PlanElementKind, PlanLayer, PlanLayerId,
    RiskZone, RiskZoneKind, Scale, Underlay,
};
use geometry::{Outline, Point, Polyline};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Label;

/// The most elements that one drawing may bring.
pub(crate) const MOST_TAKEN: usize = 200_000;

/// Takes a drawing over in one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakePlan {
    /// What it is called, such as the name of its file.
    pub name: String,
    /// Its floors.
    pub floors: Vec<TakenFloor>,
}

/// Where a part of a drawing goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum FloorTarget {
    /// Onto a floor that is there.
    Existing {
        /// The floor.
        floor: FloorId,
    },
    /// Onto a new floor.
    New {
        /// Its name.
        name: String,
        /// Its building; without one, the site of `campus`, or of the project's first.
        #[serde(default)]
        building: Option<BuildingId>,
        /// Its campus, where it has no building.
        #[serde(default)]
        campus: Option<CampusId>,
        /// Its storey.
        #[serde(default)]
        storey: i64,
    },
}

/// One floor of a drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakenFloor {
    /// Where it goes.
    pub target: FloorTarget,
    /// Whether its lengths are true.
    pub to_scale: bool,
    /// Lines and texts.
    pub elements: Vec<TakenElement>,
    /// Rooms.
    pub zones: Vec<TakenZone>,
    /// Pictures, which are in the project already.
    pub underlays: Vec<TakenUnderlay>,
}

/// A line or text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakenElement {
    /// What it stands for.
    pub kind: PlanElementKind,
    /// Its points.
    pub line: Polyline,
    /// Thickness or height of letters.
    pub size: i64,
    /// Its words.
    pub text: String,
    /// The name of its layer; empty for the ground layer.
    pub layer: String,
    /// Whether the file shows it.
    pub visible: bool,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakenZone {
    /// Its name; empty for a numbered one.
    pub name: String,
    /// Its outline.
    pub outline: Outline,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakenUnderlay {
    /// Fingerprint of the picture.
    pub asset: String,
    /// Its name.
    pub name: String,
    /// Where its top left corner lies.
    pub origin: Point,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// Millimetres for one pixel.
    pub millimetres_per_pixel: Scale,
    /// What is shown of it.
    #[serde(default)]
    pub crop: Option<Crop>,
}

impl TakePlan {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let count: usize = self.floors.iter().map(|floor| floor.elements.len()).sum();
        if count > MOST_TAKEN {
            return Err(Refusal::TooMany(MOST_TAKEN));
        }
        let name = &self.name;
        let only_rooms = self.floors.iter().all(|own| own.elements.is_empty() && own.underlays.is_empty());
        let label = if only_rooms {
            Label::new(format!("按墙线建房间 {name}"), format!("Make rooms of walls {name}"))
        } else {
            Label::new(format!("导入图纸 {name}"), format!("Import drawing {name}"))
        };
        let mut plan = Plan::new(label);
        let mut ids = Vec::new();
        for floor in &self.floors {
            ids.push(floor.target.settled(context, floor.to_scale, &floor.underlays, &mut plan)?);
        }
        // New floors must be known where codes are made.
        let known = with_puts(context.snapshot, &plan);
        let snapshot = known.as_ref().unwrap_or(context.snapshot);
        let mut context = Context { snapshot, new_id: context.new_id, today: context.today };
        let mut layers = Layers::of(&context);
        let mut codes = Codes::default();
        for (id, floor) in ids.into_iter().zip(self.floors) {
            take_floor(&mut context, id, floor, &mut layers, &mut codes, &mut plan)?;
        }
        if plan.writes.is_empty() { Err(Refusal::Nothing) } else { Ok(plan) }
    }
}

impl FloorTarget {
    /// The floor, made if it is a new one.
    fn settled(
        &self,
        context: &mut Context<'_>,
        to_scale: bool,
        pictures: &[TakenUnderlay],
        plan: &mut Plan,
    ) -> Result<FloorId, Refusal> {
        let snapshot = context.snapshot;
        match self {
            Self::Existing { floor } => {
                let own = find(&snapshot.floors, *floor)?;
                let drawn = snapshot.plan_elements.iter().any(|element| element.floor_id == *floor);
                // A plan that was drawn to scale stays so; a picture is fitted to it.
                let untrue = own.calibrated && !drawn && !to_scale;
                let by_plan = !own.calibrated && to_scale && pictures.is_empty() && !drawn;
                if untrue || by_plan {
                    plan.put(Floor { calibrated: to_scale, ..own.clone() });
                }
                Ok(*floor)
            }
            Self::New { name, building, campus, storey } => {
                let building = building.map(|id| find(&snapshot.buildings, id)).transpose()?;
                let campus = match (building, campus) {
                    (Some(building), _) => building.campus_id,
                    (None, Some(campus)) => find(&snapshot.campuses, *campus)?.id,
                    (None, None) => {
                        snapshot.campuses.iter().next().map(|own| own.id).ok_or(Refusal::Nothing)?
                    }
                };
                let id = context.id();
                plan.create(Floor {
                    id,
                    campus_id: campus,
                    building_id: building.map(|own| own.id),
                    name: name.clone(),
                    storey: *storey,
                    calibrated: to_scale,
                    north: 0,
                    georeference: None,
                });
                Ok(id)
            }
        }
    }
}

/// Layers by name: those of the project, and new ones.
struct Layers {
    known: BTreeMap<String, PlanLayerId>,
    last: i64,
}

impl Layers {
    fn of(context: &Context<'_>) -> Self {
        let own = &context.snapshot.plan_layers;
        let known = own.iter().map(|layer| (layer.name.clone(), layer.id)).collect();
        Self { known, last: own.iter().map(|layer| layer.ordinal).max().unwrap_or(0) }
    }

    fn named(&mut self, name: &str, context: &mut Context<'_>, plan: &mut Plan) -> Option<PlanLayerId> {
        let name: String = name.trim().chars().take(domain::LONGEST_NAME).collect();
        if name.is_empty() {
            return None;
        }
        if let Some(id) = self.known.get(&name) {
            return Some(*id);
        }
        self.last = self.last.saturating_add(1);
        let id = context.id();
        let ordinal = self.last;
        plan.put(PlanLayer { id, name: name.clone(), ordinal, visible: true, locked: false, printed: true });
        self.known.insert(name, id);
        Some(id)
    }
}

fn take_floor(
    context: &mut Context<'_>,
    floor: FloorId,
    taken: TakenFloor,
    layers: &mut Layers,
    codes: &mut Codes,
    plan: &mut Plan,
) -> Result<(), Refusal> {
    let snapshot = context.snapshot;
    let own = snapshot.plan_elements.iter().filter(|element| element.floor_id == floor);
    let last = own.map(|element| element.ordinal).max().unwrap_or(0);
    for (ordinal, element) in (last.saturating_add(1)..).zip(taken.elements) {
        let layer_id = layers.named(&element.layer, context, plan);
        plan.put(PlanElement {
            id: context.id(),
            floor_id: floor,
            kind: element.kind,
            line: element.line,
            size: element.size,
            text: element.text,
            ordinal,
            layer_id,
            locked: false,
            hidden: !element.visible,
            grouping: String::new(),
            anchors: None,
        });
    }
    let known = snapshot.zones.iter().filter(|zone| zone.floor_id == Some(floor)).count();
    for (number, zone) in (known + 1..).zip(taken.zones) {
        let code = codes.fresh(|given| zone_code(snapshot, floor, given));
        let name: String = zone.name.trim().chars().take(domain::LONGEST_NAME).collect();
        plan.create(RiskZone {
            id: context.id(),
            code,
            name: if name.is_empty() { format!("区域 {number}") } else { name },
            kind: RiskZoneKind::Place,
            floor_id: Some(floor),
            outline: Some(zone.outline),
            department_id: None,
            person_id: None,
            note: String::new(),
            locked: false,
            hidden: false,
            grouping: String::new(),
        });
    }
    let own = snapshot.underlays.iter().filter(|own| own.floor_id == floor);
    let last = own.map(|own| own.ordinal).max().unwrap_or(0);
    for (ordinal, picture) in (last.saturating_add(1)..).zip(taken.underlays) {
        plan.create(Underlay {
            id: context.id(),
            floor_id: floor,
            asset: picture.asset,
            origin: picture.origin,
            width: picture.width,
            height: picture.height,
            millimetres_per_pixel: picture.millimetres_per_pixel,
            opacity: 60,
            name: picture.name.chars().take(domain::LONGEST_NAME).collect(),
            rotation: 0,
            crop: picture.crop,
            locked: false,
            hidden: false,
            ordinal,
        });
    }
    Ok(())
}
