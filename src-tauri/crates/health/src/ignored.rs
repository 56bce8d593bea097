//! Findings that somebody decided to live with: marked as such as long as their subject is what it was.
//! Relies on fingerprints kept with the decision.
//! Knows no rule.

use crate::finding::Finding;
use domain::{IgnoredFinding, RiskPointId, RowId, Snapshot, Table};
use evaluation::RiskPicture;
use review::{existing, fingerprint_of_row, fingerprints};
use std::collections::{BTreeSet, HashMap};

pub(crate) fn mark(snapshot: &Snapshot, picture: &RiskPicture, findings: &mut [Finding]) {
    if snapshot.ignored_findings.is_empty() {
        return;
    }
    let mut decided: HashMap<(&str, &str), Vec<&IgnoredFinding>> = HashMap::new();
    for own in &snapshot.ignored_findings {
        decided.entry((&own.rule, &own.subject)).or_default().push(own);
    }
    let picture = existing(snapshot, picture);
    let is_point = |own: &&IgnoredFinding| own.subject.starts_with(Table::RiskPoint.name());
    let points: BTreeSet<&str> = snapshot
        .ignored_findings
        .iter()
        .filter(is_point)
        .filter_map(|own| own.subject.split_once('/'))
        .map(|(_, id)| id)
        .collect();
    let ids: BTreeSet<RiskPointId> =
        points.iter().filter_map(|id| Some(id.parse::<domain::Uuid>().ok()?.into())).collect();
    let content = fingerprints(snapshot, &picture, |point| ids.contains(&point.id));
    let now = |row: RowId| match row.table {
        Table::RiskPoint => content.get(&row.id.into()).cloned().unwrap_or_default(),
        _ => fingerprint_of_row(snapshot, &picture, row),
    };
    for finding in findings {
        let subject = format!("{}/{}", finding.row.table, finding.row.id);
        let own = decided.get(&(finding.rule.code(), subject.as_str())).into_iter().flatten();
        let own = own.filter(|own| own.detail == finding.detail);
        finding.ignored = own.copied().find(|own| own.fingerprint == now(finding.row)).map(|own| own.id);
    }
}
