//! Which tier must supervise a point: the one its level calls for, or the one set by hand.
//! Relies on the project's own tiers, which say for which levels they stand.
//! Knows no tier names.

use domain::{ControlTier, RiskLevel, RiskPoint, Snapshot};

/// The tier that a level calls for: the highest of those that list it.
pub fn default_tier(snapshot: &Snapshot, level: Option<RiskLevel>) -> Option<&ControlTier> {
    let level = level?;
    snapshot.tiers.iter().filter(|tier| tier.levels.contains(level)).min_by_key(|tier| tier.rank)
}

/// The tier of a point: set by hand, or else called for by `level`.
pub fn control_tier<'a>(
    snapshot: &'a Snapshot,
    point: &RiskPoint,
    level: Option<RiskLevel>,
) -> Option<&'a ControlTier> {
    snapshot.tiers.find(point.tier_id).or_else(|| default_tier(snapshot, level))
}
