//! 检查频次: how often each tier inspects points of each level, and the plans that follow from it.
//! Relies on `assets/inspection/frequency.json`, and on the tiers of the project by their rank.
//! Knows nothing of what a user makes of the plans: those are rows like any other.

use crate::coverage::{not_over, tiers_of_points};
use chrono::NaiveDate;
use domain::{
    CalendarRule, ControlTier, ControlTierId, Executor, InspectionKind, Language, OnRestDay, PersonId,
    RestDays, RiskLevel, RiskPointId, SafetyRole, Snapshot,
};
use evaluation::RiskPicture;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// 「检查层级」 as the matrix has them; a project's own tiers stand for these by rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum MatrixTier {
    School,
    Department,
    Group,
    Post,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum MatrixExecutor {
    Responsible,
    DepartmentHead,
    /// Where somebody leads a group, else who answers for the point.
    GroupLeader,
    /// The safety lead, or else the pool.
    Named,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    tiers: Vec<TierRow>,
    rows: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TierRow {
    tier: MatrixTier,
    executor: MatrixExecutor,
    kind: InspectionKind,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    level: RiskLevel,
    tier: MatrixTier,
    rules: Vec<String>,
    rest_days: RestDays,
    on_rest: OnRestDay,
}

/// 「建议计划」 A plan that the matrix asks for and that nobody made yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Proposal {
    /// The level of its points.
    pub level: RiskLevel,
    /// Who inspects.
    pub tier: ControlTierId,
    /// Its name in Chinese: what the plan will be called.
    pub name: String,
    /// How often, as is usual.
    pub rule: CalendarRule,
    /// What else is usual.
    pub others: Vec<CalendarRule>,
    /// 「排查类型」
    pub kind: InspectionKind,
    /// 「避开」
    pub rest_days: RestDays,
    /// 「遇休息日」
    pub on_rest: OnRestDay,
    /// 「执行人」
    pub executor: Executor,
    /// The named person, for that executor.
    pub person: Option<PersonId>,
    /// The points of this level that no plan of this tier covers.
    pub points: Vec<RiskPointId>,
}

fn matrix() -> Option<File> {
    // A test sees to it that it parses.
    serde_json::from_str(include_str!("../../../../assets/inspection/frequency.json")).ok()
}

/// The tiers of a project, the highest first, with what each stands for: the first is the school's, the last the
/// post's, the second the department's, all between are groups.
fn standing_for(snapshot: &Snapshot) -> Vec<(&ControlTier, MatrixTier)> {
    let mut tiers: Vec<&ControlTier> = snapshot.tiers.iter().collect();
    tiers.sort_by_key(|tier| (tier.rank, tier.id));
    let last = tiers.len().saturating_sub(1);
    let stands = |index: usize| match index {
        0 => MatrixTier::School,
        _ if index == last => MatrixTier::Post,
        1 => MatrixTier::Department,
        _ => MatrixTier::Group,
    };
    tiers.into_iter().enumerate().map(|(index, tier)| (tier, stands(index))).collect()
}

/// The plans that the matrix asks for and that are not there: one for each level, tier and rhythm, of the points that no
/// plan covers at that tier that is not over on `today`, issued or not.
pub fn proposals(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate) -> Vec<Proposal> {
    let Some(matrix) = matrix() else { return Vec::new() };
    let covered = tiers_of_points(snapshot, |plan| not_over(plan, today));
    let leads_groups = |own: &domain::Appointment| own.role == SafetyRole::GroupLeader;
    let group_leaders = snapshot.appointments.iter().any(leads_groups);
    let inspectors = !snapshot.inspectors.is_empty();
    let lead = snapshot.organisation().and_then(|own| own.safety_lead_id);
    let lead = snapshot.people.find(lead).filter(|person| person.left_on.is_none_or(|left| today < left));
    let mut proposals = Vec::new();
    for level in RiskLevel::DESCENDING {
        let mut points: Vec<_> = snapshot
            .points
            .iter()
            .filter(|point| picture.points.get(&point.id).and_then(|risk| risk.level) == Some(level))
            .collect();
        points.sort_by(|one, other| one.code.cmp(&other.code));
        for (tier, stands) in standing_for(snapshot) {
            let missing: Vec<RiskPointId> = points
                .iter()
                .filter(|point| !covered.get(&point.id).is_some_and(|tiers| tiers.contains(&tier.id)))
                .map(|point| point.id)
                .collect();
            let row = matrix.rows.iter().find(|row| row.level == level && row.tier == stands);
            let by = matrix.tiers.iter().find(|row| row.tier == stands);
            let (Some(row), Some(by), false) = (row, by, missing.is_empty()) else { continue };
            let mut rules = row.rules.iter().filter_map(|rule| rule.parse::<CalendarRule>().ok());
            let Some(rule) = rules.next() else { continue };
            let (executor, person) = match (by.executor, lead) {
                (MatrixExecutor::Responsible, _) => (Executor::Responsible, None),
                (MatrixExecutor::DepartmentHead, _) => (Executor::DepartmentHead, None),
                (MatrixExecutor::GroupLeader, _) if group_leaders => (Executor::GroupLeader, None),
                (MatrixExecutor::GroupLeader, _) => (Executor::Responsible, None),
                (MatrixExecutor::Named, Some(lead)) => (Executor::Person, Some(lead.id)),
                (MatrixExecutor::Named, None) if inspectors => (Executor::Pool, None),
                (MatrixExecutor::Named, None) => (Executor::DepartmentHead, None),
            };
            proposals.push(Proposal {
                level,
                tier: tier.id,
                name: proposed_name(level, tier, &rule),
                rule,
                others: rules.collect(),
                kind: by.kind,
                rest_days: row.rest_days,
                on_rest: row.on_rest,
                executor,
                person,
                points: missing,
            });
        }
    }
    proposals
}

/// What a plan of the matrix is called.
pub fn proposed_name(level: RiskLevel, tier: &ControlTier, rule: &CalendarRule) -> String {
    format!("{}{}检查（{}）", level.name(Language::Chinese), tier.name, rule.words(Language::Chinese))
}

/// The tiers that inspect points of a level, by the matrix.
pub(crate) fn asked_of(snapshot: &Snapshot, level: RiskLevel) -> BTreeSet<ControlTierId> {
    let Some(matrix) = matrix() else { return BTreeSet::new() };
    let rows: Vec<_> = matrix.rows.iter().filter(|row| row.level == level).collect();
    standing_for(snapshot)
        .into_iter()
        .filter(|(_, stands)| rows.iter().any(|row| row.tier == *stands))
        .map(|(tier, _)| tier.id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_matrix_is_complete_and_its_rules_can_be_read() {
        let matrix = matrix().unwrap();
        for level in RiskLevel::DESCENDING {
            for tier in [MatrixTier::School, MatrixTier::Department, MatrixTier::Group, MatrixTier::Post] {
                let rows: Vec<_> =
                    matrix.rows.iter().filter(|row| row.level == level && row.tier == tier).collect();
                assert_eq!(rows.len(), 1, "{level} {tier:?}");
                assert!(!rows[0].rules.is_empty());
                for rule in &rows[0].rules {
                    rule.parse::<CalendarRule>().unwrap();
                }
                assert_eq!(matrix.tiers.iter().filter(|row| row.tier == tier).count(), 1);
            }
        }
    }
}
