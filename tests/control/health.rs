//! One-click remedies mend what they say they mend.

use api::RemedyView;
use std::sync::Arc;
use testkit::{Bench, FixedWorld, generate};

/// Carries the first click of each rule out; the finding is gone afterwards and undo brings it back.
fn mend(mut bench: Bench) -> usize {
    let mut mended = std::collections::BTreeSet::new();
    loop {
        let findings =
            api::findings(bench.session().snapshot(), bench.session().picture(), bench.session().today());
        let next = findings.into_iter().find_map(|own| match own.remedy.clone() {
            RemedyView::Command { command, .. } if !mended.contains(&own.rule) => Some((own, command)),
            RemedyView::Command { .. } | RemedyView::Visit { .. } => None,
        });
        let Some((finding, command)) = next else { return mended.len() };
        bench.execute(*command).unwrap();
        let after =
            api::findings(bench.session().snapshot(), bench.session().picture(), bench.session().today());
        let still = after
            .iter()
            .any(|own| own.rule == finding.rule && own.row == finding.row && own.text == finding.text);
        assert!(!still, "{} is still there", finding.text.chinese);
        mended.insert(finding.rule);
    }
}

#[test]
fn a_click_mends_the_finding() {
    let mut bench = Bench::sample();
    let (department, point) = {
        let snapshot = bench.snapshot();
        let point = snapshot.points.iter().find(|own| own.person_id.is_some() && own.department_id.is_some());
        let head = snapshot.departments.iter().find(|own| own.head_id.is_some());
        (head.unwrap().id, point.unwrap().id)
    };
    let row = domain::RowId { table: domain::Table::RiskPoint, id: point.into() };
    let mut set = |column: &str, value: domain::Cell<'static>| {
        let column = column.to_owned();
        bench.execute(edit::Command::SetField(edit::SetField { row, column, value })).unwrap();
    };
    set("department_id", domain::Cell::text(department.to_string()));
    set("person_id", domain::Cell::Null);
    set("zone_id", domain::Cell::Null);
    assert!(mend(bench) >= 1);
}

#[test]
fn completeness_counts_every_point_once() {
    let bench = Bench::of(generate(60, 12), Arc::new(FixedWorld::new(3)));
    let view =
        api::completeness(bench.session().snapshot(), bench.session().picture(), bench.session().today());
    assert_eq!(view.iter().map(|own| own.points).sum::<u32>(), 60);
    for own in view {
        assert_eq!(own.complete + own.open.len() as u32, own.points, "{}", own.name);
    }
}
