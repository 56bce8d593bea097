//! The health check as front ends show it.
//! Relies on `health` for the rules and on `edit` for what a click does.
//! Knows no rule of its own.

use crate::views::{CompletenessView, FindingView, IgnoredView, RemedyView, Words};
use chrono::NaiveDate;
use domain::{Cell, IgnoredFindingId, Language, RowId, Snapshot, Table};
use edit::{Command, MovePoint, SetField, SetTier};
use evaluation::RiskPicture;
use health::{Finding, Remedy, check};
use overview::{Overview, overview};

/// Every finding, errors first; those that somebody decided to live with last.
pub fn findings(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate) -> Vec<FindingView> {
    let ignored = |id: Option<IgnoredFindingId>| {
        let own = snapshot.ignored_findings.find(id)?;
        let by = snapshot.people.find(own.ignored_by_id).map_or_else(String::new, |own| own.name.clone());
        Some(IgnoredView { id: own.id, reason: own.reason.clone(), by, on: own.ignored_on.to_string() })
    };
    let view = |finding: Finding| FindingView {
        rule: finding.rule,
        severity: finding.rule.severity(),
        row: finding.row,
        text: Words { chinese: finding.text(Language::Chinese), english: finding.text(Language::English) },
        subject: finding.subject,
        detail: finding.detail,
        at: finding.at,
        remedy: remedy(finding.remedy),
        ignored: ignored(finding.ignored),
    };
    let mut views: Vec<FindingView> = check(snapshot, picture, today).into_iter().map(view).collect();
    views.sort_by_key(|own| own.ignored.is_some());
    views
}

/// The findings that nobody decided to live with.
fn standing(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate) -> Vec<Finding> {
    let mut findings = check(snapshot, picture, today);
    findings.retain(|own| own.ignored.is_none());
    findings
}

/// How complete the points of each department are.
pub fn completeness(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate) -> Vec<CompletenessView> {
    let view = |own: health::Completeness| CompletenessView {
        department: own.department,
        name: snapshot.departments.find(own.department).map_or(String::new(), |found| found.name.clone()),
        points: own.points,
        complete: own.complete,
        open: own.open,
        errors: own.errors,
        warnings: own.warnings,
    };
    health::completeness(snapshot, &standing(snapshot, picture, today)).into_iter().map(view).collect()
}

/// Where a project stands.
pub fn overview_of(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate) -> Overview {
    overview(snapshot, picture, &standing(snapshot, picture, today))
}

fn remedy(remedy: Remedy) -> RemedyView {
    let (chinese, english, command) = match remedy {
        Remedy::Visit(part) => return RemedyView::Visit { part },
        Remedy::Set { row, column, value, called } => {
            let known = row.table.columns().iter().find(|own| own.name == column);
            let (chinese, english) = known.map_or((column, column), |own| (own.chinese, own.english));
            (
                format!("{chinese}改为“{called}”"),
                format!("Set {english} to {called}"),
                Command::SetField(SetField { row, column: column.to_owned(), value }),
            )
        }
        Remedy::ResetTier(point) => (
            "恢复为等级要求的管控层级".to_owned(),
            "Go back to the tier that the level calls for".to_owned(),
            Command::SetTier(SetTier { point, tier: None, reason: String::new(), overriding: false }),
        ),
        Remedy::Place { point, floor, position, called } => (
            format!("放到区域“{called}”中"),
            format!("Place it in {called}"),
            Command::MovePoint(MovePoint { point, floor, position }),
        ),
        Remedy::Tier { tier, levels, called } => (
            format!("由“{called}”管控"),
            format!("Let {called} supervise it"),
            Command::SetField(SetField {
                row: RowId { table: Table::ControlTier, id: tier.into() },
                column: "levels".to_owned(),
                value: Cell::text(levels),
            }),
        ),
    };
    RemedyView::Command { label: Words { chinese, english }, command: Box::new(command) }
}
