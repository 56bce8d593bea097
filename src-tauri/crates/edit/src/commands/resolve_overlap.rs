//! Two zones that overlap, made to meet at one border.
//! Relies on `geometry` for the choice.
//! Knows nothing of who is right: the user says.

use crate::command::{Context, Plan};
use crate::commands::shapes::{divide, drawn_zone};
use crate::refusal::Refusal;
use domain::{RiskZoneId, RowId, Table};
use geometry::{GeometryError, OverlapChoice, SHARED_MM};
use serde::{Deserialize, Serialize};
use store::Label;

/// Who keeps the common part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Keeper {
    /// The first zone.
    Zone,
    /// The other zone.
    Other,
    /// Each the half on its side.
    Both,
}

/// Takes the common part of two zones from one of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ResolveOverlap {
    /// One zone.
    pub zone: RiskZoneId,
    /// The other.
    pub other: RiskZoneId,
    /// Who keeps it.
    pub keeper: Keeper,
}

impl ResolveOverlap {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let (zone, floor, ours) = drawn_zone(context.snapshot, self.zone)?;
        let (other, on, theirs) = drawn_zone(context.snapshot, self.other)?;
        if on != floor || zone.id == other.id {
            return Err(Refusal::OtherFloor(RowId { table: Table::RiskZone, id: other.id.into() }));
        }
        if geometry::overlap(ours, theirs, SHARED_MM)?.is_none() {
            return Err(GeometryError::NoOverlap { at: ours.label_point() }.into());
        }
        let choice = match self.keeper {
            Keeper::Zone => OverlapChoice::OursWins,
            Keeper::Other => OverlapChoice::TheirsWins,
            Keeper::Both => OverlapChoice::Shared,
        };
        let resolved = geometry::resolve_overlap(ours, theirs, choice)?;
        let (one, two) = (&zone.name, &other.name);
        let label = Label::new(
            format!("消除 {one} 与 {two} 的重叠"),
            format!("Resolve the overlap of {one} and {two}"),
        );
        let mut plan = Plan::new(label);
        if self.keeper != Keeper::Zone {
            divide(context, zone, resolved.ours, &mut plan)?;
        }
        if self.keeper != Keeper::Other {
            divide(context, other, resolved.theirs, &mut plan)?;
        }
        Ok(plan)
    }
}
