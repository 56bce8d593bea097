//! Choosing the control tiers of a site: how many, what they are called, which levels call for them.
//! Relies on every level having exactly one tier, so that nothing is supervised by nobody or by two.
//! Knows no usual sets: those are data of `domain`.

use crate::command::{Context, Plan};
use crate::refusal::Refusal;
use domain::{ControlTier, LevelSet, RiskLevel, RowId, Table};
use serde::{Deserialize, Serialize};
use store::Label;

/// The most tiers of a site.
const MOST: usize = 6;

/// A tier to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewTier {
    /// What the site calls it.
    pub name: String,
    /// The levels that call for it; none for one that is only chosen by hand.
    pub levels: LevelSet,
}

/// Puts these tiers in the place of those there are, highest first. A tier of the same rank stays the same row, so that
/// points that were given to it by hand stay with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UseTiers {
    /// The tiers.
    pub tiers: Vec<NewTier>,
}

impl UseTiers {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        if self.tiers.is_empty() {
            return Err(Refusal::Nothing);
        }
        if self.tiers.len() > MOST {
            return Err(Refusal::TooMany(MOST));
        }
        for level in RiskLevel::DESCENDING {
            let own = self.tiers.iter().filter(|own| own.levels.contains(level)).count();
            if own != 1 {
                return Err(Refusal::Levels { level, tiers: own });
            }
        }
        let mut plan = Plan::new(Label::new("设置管控层级", "Set the control tiers"));
        let mut there: Vec<&ControlTier> = snapshot.tiers.iter().collect();
        there.sort_by_key(|own| (own.rank, own.id));
        let mut there = there.into_iter();
        for (rank, tier) in (1..).zip(self.tiers) {
            let id = there.next().map_or_else(|| context.id(), |own| own.id);
            let levels = LevelSet::new(tier.levels.levels().iter().copied());
            plan.put(ControlTier { id, name: tier.name, rank, levels });
        }
        for gone in there {
            for point in snapshot.points.iter().filter(|own| own.tier_id == Some(gone.id)) {
                let mut point = point.clone();
                point.tier_id = None;
                point.tier_reason.clear();
                plan.put(point);
            }
            plan.remove(RowId { table: Table::ControlTier, id: gone.id.into() });
        }
        Ok(plan)
    }
}
