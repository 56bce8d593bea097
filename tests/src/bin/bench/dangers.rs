//! The board of five thousand hidden dangers: what the call `dangers` costs, as text for the page; what an edit costs
//! beside them.
//! Relies on the layers below the window.
//! Never shipped.

use crate::{measure, report};
use api::DangersArgs;
use chrono::{Days, NaiveDate};
use domain::{AnyRecord, Uuid};
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use testkit::{FixedWorld, generate};

/// So many dangers a board has.
const DANGERS: usize = 5_000;

pub(crate) fn run(_folder: &Path) -> anyhow::Result<()> {
    println!("\nhidden dangers");
    let mut snapshot = domain::Snapshot::default();
    generate(1_000, 200).into_iter().for_each(|row| snapshot.put(row));
    dangers(&snapshot).into_iter().for_each(|row| snapshot.put(row));
    let today = api::World::today(&FixedWorld::new(1));
    let args = DangersArgs::default();
    let figures = measure(5, || {
        let board = api::danger_board(&snapshot, &args, today);
        anyhow::ensure!(board.dangers.len() == DANGERS, "{} dangers", board.dangers.len());
        black_box(serde_json::to_string(&board)?);
        Ok(())
    })?;
    report("the board opens", DANGERS, &figures, Some(Duration::from_millis(300)));
    let figures = measure(5, || {
        black_box(evaluation::risk_picture(&snapshot, domain::RiskBasis::Existing));
        Ok(())
    })?;
    report("levels of 1,000 points beside them", DANGERS, &figures, None);
    Ok(())
}

/// Dangers in many states, each with its steps.
fn dangers(snapshot: &domain::Snapshot) -> Vec<AnyRecord> {
    use domain::DangerAct as A;
    const WAY: [A; 7] = [A::Report, A::Confirm, A::Assign, A::Submit, A::Reject, A::Submit, A::Accept];
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    let people: Vec<_> = snapshot.people.iter().map(|own| own.id).collect();
    let points: Vec<_> = snapshot.points.iter().map(|own| own.id).collect();
    let any = |from: usize| people.get(from % people.len().max(1)).copied();
    let id = |number: usize| Uuid::from_u128((0x0195_0000_0000_7000_8000_u128 << 48) | number as u128);
    let mut rows: Vec<AnyRecord> = Vec::new();
    for number in 0..DANGERS {
        let found_on = first.checked_add_days(Days::new(number as u64 % 300)).unwrap_or(first);
        let danger = id(number * 100);
        let grade = if number % 20 == 0 {
            domain::HiddenDangerGrade::Major
        } else {
            domain::HiddenDangerGrade::General
        };
        rows.push(
            domain::HiddenDanger {
                id: danger.into(),
                code: format!("YH-2026-{:04}", number + 1),
                description: "防护罩缺失，联锁失效".to_owned(),
                place: "机加工实训中心".to_owned(),
                point_id: points.get(number % points.len().max(1)).copied(),
                measure_id: None,
                item_id: None,
                floor_id: None,
                position: None,
                source: domain::InspectionKind::Daily,
                found_on,
                found_at: None,
                reporter_id: any(number),
                reporter: String::new(),
                department_id: None,
                form: Some(domain::DangerForm::Site),
                cause: None,
                topic: None,
                accident: String::new(),
                grade: Some(grade),
                basis: "现场检查".to_owned(),
                note: String::new(),
            }
            .into(),
        );
        for (place, act) in WAY.iter().take(1 + number % WAY.len()).enumerate() {
            let day = found_on.checked_add_days(Days::new(place as u64)).unwrap_or(found_on);
            let assigns = *act == A::Assign;
            rows.push(
                domain::DangerStep {
                    id: id(number * 100 + place + 1).into(),
                    danger_id: danger.into(),
                    act: *act,
                    by_id: any(number + place),
                    done_on: day,
                    done_at: None,
                    note: "说明".to_owned(),
                    deadline: assigns.then(|| day.checked_add_days(Days::new(7)).unwrap_or(day)),
                    responsible_id: any(number + 3).filter(|_| assigns),
                    acceptor_id: None,
                    approver_id: None,
                    measures: "更换".to_owned(),
                    funds: Some(100),
                    contingency: "停用".to_owned(),
                    document_id: None,
                    review_on: None,
                    duplicate_id: None,
                    ordinal: place as i64 + 1,
                }
                .into(),
            );
        }
    }
    rows
}
