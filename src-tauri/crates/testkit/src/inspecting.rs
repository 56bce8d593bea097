//! Random commands of inspection: terms and holidays, plans made, generated, revised, ended, issued, check-lists,
//! results.
//! Relies on ids of the project, and now and then on some that it does not have.
//! Knows no rule.

use crate::plan::{any_id, any_text, pick};
use chrono::{Days, NaiveDate};
use domain::{
    CalendarRule, Cell, CheckResult, Executor, InspectionChannel, InspectionKind, InspectionPlan, OnRestDay,
    RestDays, RiskLevel, Snapshot, Table, Topic,
};
use edit::*;
use fastrand::Rng;

fn any_day(random: &mut Rng) -> NaiveDate {
    let begin = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    if random.u32(0..40) == 0 { NaiveDate::MIN } else { begin + Days::new(random.u64(0..400)) }
}

fn any_rule(random: &mut Rng) -> CalendarRule {
    let mut days = |high: u8| (0..random.usize(0..4)).map(|_| random.u8(0..=high)).collect::<Vec<_>>();
    let (week, month) = (days(7), days(31));
    match random.u8(0..11) {
        0 => CalendarRule::Daily,
        1 => CalendarRule::Shifts { count: random.u8(0..7) },
        2 => CalendarRule::Weekly { days: week },
        3 => CalendarRule::MonthDays { days: month },
        4 => CalendarRule::NthWeekday { nth: random.u8(1..=5), day: random.u8(1..=7) },
        5 => CalendarRule::Quarterly { month: random.u8(1..=3), day: random.u8(1..=31) },
        6 => CalendarRule::TermStart { days: random.u8(0..=60) },
        7 => CalendarRule::TermEnd { days: random.u8(0..=60) },
        8 => CalendarRule::Yearly { month: random.u8(1..=12), day: random.u8(1..=29) },
        9 => CalendarRule::BeforeHoliday { days: random.u8(1..=30) },
        _ => CalendarRule::Once { date: any_day(random) },
    }
}

fn any_plan(snapshot: &Snapshot, random: &mut Rng) -> NewInspectionPlan {
    let executor = pick(random, Executor::ALL.iter().copied()).unwrap();
    NewInspectionPlan {
        name: any_text(random),
        kind: pick(random, InspectionKind::ALL.iter().copied()).unwrap(),
        topic: random.bool().then(|| pick(random, Topic::ALL.iter().copied()).unwrap()),
        scope: any_text(random),
        checklist: random.bool().then(|| any_id(random, snapshot, Table::Checklist)),
        rule: any_rule(random),
        rest_days: pick(random, RestDays::ALL.iter().copied()).unwrap(),
        on_rest: pick(random, OnRestDay::ALL.iter().copied()).unwrap(),
        grace_days: random.bool().then(|| random.i64(0..20)),
        executor,
        person: (executor == Executor::Person).then(|| any_id(random, snapshot, Table::Person)),
        tier: random.bool().then(|| any_id(random, snapshot, Table::ControlTier)),
        department: random.bool().then(|| any_id(random, snapshot, Table::Department)),
        starts_on: random.bool().then(|| any_day(random)),
        ends_on: (random.u32(0..4) == 0).then(|| any_day(random)),
        campaign: random.u32(0..5) == 0,
        note: any_text(random),
        points: (0..random.usize(0..4)).map(|_| any_id(random, snapshot, Table::RiskPoint)).collect(),
    }
}

fn any_lines(random: &mut Rng) -> Vec<NewChecklistLine> {
    let line = |random: &mut Rng| NewChecklistLine { content: any_text(random), basis: any_text(random) };
    (0..random.usize(0..4)).map(|_| line(random)).collect()
}

/// A command that mostly can be carried out: of what is refused most is thought over again.
pub(crate) fn any_inspecting(snapshot: &Snapshot, random: &mut Rng) -> Command {
    for _ in 0..8 {
        let command = one(snapshot, random);
        let mut new_id = domain::Uuid::nil;
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut context = Context { snapshot, new_id: &mut new_id, today };
        if random.u32(0..10) == 0 || plan(command.clone(), &mut context).is_ok() {
            return command;
        }
    }
    one(snapshot, random)
}

fn one(snapshot: &Snapshot, random: &mut Rng) -> Command {
    let any_own = |random: &mut Rng| any_id(random, snapshot, Table::InspectionPlan);
    match random.u32(0..28) {
        0..=2 => {
            let table = [Table::Term, Table::SpecialDays][random.usize(0..2)];
            let first = any_day(random);
            let last = first.checked_add_days(Days::new(random.u64(0..60))).unwrap_or(first);
            let mut cells: std::collections::BTreeMap<String, Cell<'static>> = [
                ("name".to_owned(), Cell::text(any_text(random))),
                ("starts_on".to_owned(), Cell::text(first.to_string())),
                ("ends_on".to_owned(), Cell::text(last.to_string())),
            ]
            .into();
            if table == Table::SpecialDays {
                let kind = ["holiday", "vacation", "workday"][random.usize(0..3)];
                cells.insert("kind".to_owned(), Cell::text(kind));
            }
            Command::Add(Add { table, cells })
        }
        3 => {
            let person: domain::PersonId = any_id(random, snapshot, Table::Person);
            let cells = [("person_id".to_owned(), Cell::text(person.to_string()))].into();
            Command::Add(Add { table: Table::Inspector, cells })
        }
        4..=7 => Command::AddPlan(AddInspectionPlan {
            plan: any_plan(snapshot, random),
            code: String::new(),
            issued_on: random.bool().then(|| any_day(random)),
        }),
        8..=9 => Command::GeneratePlans(GeneratePlans {
            plans: random.bool().then(|| {
                let one = |random: &mut Rng| {
                    let executor = pick(random, Executor::ALL.iter().copied()).unwrap();
                    ProposedPlan {
                        level: pick(random, RiskLevel::ALL.iter().copied()).unwrap(),
                        tier: any_id(random, snapshot, Table::ControlTier),
                        rule: random.bool().then(|| any_rule(random)),
                        executor: random.bool().then_some(executor),
                        person: (executor == Executor::Person)
                            .then(|| any_id(random, snapshot, Table::Person)),
                    }
                };
                (0..3).map(|_| one(random)).collect()
            }),
            starts_on: random.bool().then(|| any_day(random)),
            ends_on: None,
            issued_on: random.bool().then(|| any_day(random)),
        }),
        10..=11 => Command::RevisePlan(RevisePlan {
            plan: any_own(random),
            to: any_plan(snapshot, random),
            issued_on: None,
        }),
        12 => Command::EndPlan(EndPlan { plan: any_own(random), on: random.bool().then(|| any_day(random)) }),
        13..=14 => Command::IssuePlans(IssuePlans {
            plans: (0..random.usize(1..4)).map(|_| any_own(random)).collect(),
            on: random.bool().then(|| any_day(random)),
        }),
        15 => {
            let library = inspection::built_in_checklists();
            let own = library[random.usize(0..library.len())].id.clone();
            Command::TakeChecklists(TakeChecklists { lists: vec![own] })
        }
        16 => Command::AddChecklist(AddChecklist {
            name: any_text(random),
            topic: pick(random, Topic::ALL.iter().copied()),
            items: any_lines(random),
        }),
        17 => Command::AddChecklistItems(AddChecklistItems {
            checklist: any_id(random, snapshot, Table::Checklist),
            items: any_lines(random),
        }),
        18 => Command::ReviseChecklistItem(ReviseChecklistItem {
            item: any_id(random, snapshot, Table::ChecklistItem),
            content: any_text(random),
            basis: random.bool().then(|| any_text(random)),
        }),
        19 => Command::RetireChecklistItem(RetireChecklistItem {
            item: any_id(random, snapshot, Table::ChecklistItem),
        }),
        _ => Command::RecordInspection(any_result(snapshot, random)),
    }
}

fn any_result(snapshot: &Snapshot, random: &mut Rng) -> RecordInspection {
    let plan: Option<InspectionPlan> =
        pick(random, snapshot.inspection_plans.iter()).filter(|_| random.u32(0..5) > 0).cloned();
    let covered =
        snapshot.plan_points.iter().filter(|own| Some(own.plan_id) == plan.as_ref().map(|own| own.id));
    let point = match pick(random, covered) {
        Some(own) => Some(own.point_id),
        None => (plan.is_none() && random.bool()).then(|| any_id(random, snapshot, Table::RiskPoint)),
    };
    let results = CheckResult::ALL.iter().copied();
    let mut items: Vec<ItemResult> = inspection::items_of(snapshot, plan.as_ref(), point)
        .into_iter()
        .take(3)
        .map(|own| ItemResult {
            check_item: own.check_item,
            checklist_item: own.checklist_item,
            content: String::new(),
            result: pick(random, results.clone()).unwrap(),
            value: String::new(),
            note: any_text(random),
            photo: String::new(),
        })
        .collect();
    if items.is_empty() || random.u32(0..4) == 0 {
        items.push(ItemResult {
            check_item: None,
            checklist_item: None,
            content: any_text(random),
            result: pick(random, results).unwrap(),
            value: any_text(random),
            note: any_text(random),
            photo: if random.u32(0..6) == 0 { "ab".repeat(32) } else { String::new() },
        });
    }
    // Half of the results name a task that there is.
    let begin = any_day(random);
    let due_on = plan.as_ref().filter(|_| random.bool()).and_then(|own| {
        let end = begin.checked_add_days(Days::new(40))?;
        let tasks = inspection::tasks_of(snapshot, std::iter::once(own), begin, end);
        tasks.into_iter().find(|task| task.point == point).map(|task| task.due_on)
    });
    RecordInspection {
        plan: plan.map(|own| own.id),
        point,
        due_on,
        shift: None,
        done_on: due_on.or_else(|| Some(any_day(random))),
        done_at: None,
        inspector: random.bool().then(|| any_id(random, snapshot, Table::Person)),
        inspector_name: any_text(random),
        channel: pick(random, InspectionChannel::ALL.iter().copied()).unwrap(),
        source: if random.u32(0..5) == 0 { any_text(random) } else { String::new() },
        place: any_text(random),
        note: any_text(random),
        items,
    }
}
