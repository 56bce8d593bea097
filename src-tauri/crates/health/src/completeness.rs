//! How complete the points of each department are: those that nothing is said against.
//! Relies on findings naming the row of the point they are about.
//! Knows no rule.

use crate::finding::Finding;
use crate::rule::Severity;
use domain::{DepartmentId, RiskPointId, Snapshot, Table};
use std::collections::{BTreeMap, HashMap};

/// How complete a department's own points are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completeness {
    /// The department; `None` for points that have none.
    pub department: Option<DepartmentId>,
    /// Its points.
    pub points: u32,
    /// Those with neither error nor warning.
    pub complete: u32,
    /// Those with an error or a warning.
    pub open: Vec<RiskPointId>,
    /// Errors of its points.
    pub errors: u32,
    /// Warnings of its points.
    pub warnings: u32,
}

/// The completeness of every department that has points, those without one last.
pub fn completeness(snapshot: &Snapshot, findings: &[Finding]) -> Vec<Completeness> {
    let mut of_points: HashMap<RiskPointId, (u32, u32)> = HashMap::new();
    for finding in findings.iter().filter(|finding| finding.row.table == Table::RiskPoint) {
        let own = of_points.entry(finding.row.id.into()).or_default();
        match finding.rule.severity() {
            Severity::Error => own.0 += 1,
            Severity::Warning => own.1 += 1,
            Severity::Notice => {}
        }
    }
    let mut departments: BTreeMap<(bool, Option<DepartmentId>), Completeness> = BTreeMap::new();
    for point in &snapshot.points {
        let department = point.department_id;
        let own = departments
            .entry((department.is_none(), department))
            .or_insert_with(|| Completeness { department, ..Completeness::default() });
        own.points += 1;
        match of_points.get(&point.id) {
            Some((errors, warnings)) if errors + warnings > 0 => {
                own.open.push(point.id);
                own.errors += errors;
                own.warnings += warnings;
            }
            Some(_) | None => own.complete += 1,
        }
    }
    departments.into_values().collect()
}
