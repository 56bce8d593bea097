//! 「风险管控责任矩阵」: every department and person with the points that they answer for, tier by tier.
//! Relies on the tiers of the project in their order, so that 横向到边、纵向到底 can be seen at a glance.
//! Must not know: spreadsheets, files.

use super::list::{ListColumn, ListRow};
use super::source::Source;
use domain::{ControlTierId, DepartmentId, PersonId, RiskPoint};
use evaluation::control_tier;
use std::collections::BTreeMap;

type Owner = (Option<DepartmentId>, Option<PersonId>);

/// Columns and rows: department, head, person, the number of points, and for each tier the codes of its points.
pub(super) fn matrix(source: &Source<'_>, points: &[&RiskPoint]) -> (Vec<ListColumn>, Vec<ListRow>) {
    let snapshot = source.snapshot;
    let mut owners: BTreeMap<Owner, BTreeMap<Option<ControlTierId>, Vec<&str>>> = BTreeMap::new();
    for point in points {
        let level = source.picture.points.get(&point.id).and_then(|risk| risk.level);
        let tier = control_tier(snapshot, point, level).map(|tier| tier.id);
        let own = owners.entry((point.department_id, point.person_id)).or_default();
        own.entry(tier).or_default().push(point.code.trim());
    }
    // A department that answers for nothing is a gap that must be seen.
    for department in &snapshot.departments {
        if !owners.keys().any(|(own, _)| *own == Some(department.id)) {
            owners.insert((Some(department.id), None), BTreeMap::new());
        }
    }
    let columns = [
        ("责任部门", 36.0),
        ("部门负责人", 22.0),
        ("责任人", 22.0),
        ("风险点数", 16.0),
        ("管控层级", 22.0),
        ("管控的风险点", 120.0),
    ];
    let columns = columns
        .into_iter()
        .map(|(title, width)| ListColumn { title: title.into(), width, number: title == "风险点数" })
        .collect();
    let mut tiers: Vec<_> = snapshot.tiers.iter().collect();
    tiers.sort_by_key(|tier| tier.rank);
    let order = tiers.iter().map(|tier| (Some(tier.id), tier.name.trim())).chain([(None, "未定")]);
    let mut rows = Vec::new();
    for ((department, person), own) in &owners {
        let department = snapshot.departments.find(*department);
        let head = department.and_then(|own| snapshot.people.find(own.head_id));
        let person = snapshot.people.find(*person);
        let row = |count: usize, tier: &str, codes: String| ListRow {
            cells: vec![
                department.map_or(String::new(), |own| own.name.trim().to_owned()),
                head.map_or(String::new(), |own| own.name.trim().to_owned()),
                person.map_or(String::new(), |own| own.name.trim().to_owned()),
                count.to_string(),
                tier.to_owned(),
                codes,
            ],
            coloured: Vec::new(),
        };
        for (tier, name) in order.clone() {
            if let Some(codes) = own.get(&tier) {
                rows.push(row(codes.len(), name, codes.join("、")));
            }
        }
        if own.is_empty() {
            rows.push(row(0, "", String::new()));
        }
    }
    (columns, rows)
}
