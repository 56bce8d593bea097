//! A small school with people in every office, and dangers that are led through their steps.
//! Relies on the nouns alone.
//! Knows nothing of commands.

use chrono::NaiveDate;
use domain::*;
use uuid::Uuid;

/// People by office, numbered as their ids.
pub(crate) const PRINCIPAL: u128 = 1;
pub(crate) const LEAD: u128 = 2;
pub(crate) const SECOND_LEAD: u128 = 3;
pub(crate) const HEAD: u128 = 4;
pub(crate) const OFFICER: u128 = 5;
pub(crate) const WORKER: u128 = 6;
pub(crate) const INSPECTOR: u128 = 7;
pub(crate) const DEPUTY: u128 = 8;
pub(crate) const GONE: u128 = 9;
/// The danger of most tests.
pub(crate) const DANGER: u128 = 100;

pub(crate) fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

/// A day of March 2026.
pub(crate) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn person(number: u128, name: &str) -> Person {
    Person {
        id: id(number),
        department_id: Some(id(50)),
        post_id: None,
        name: name.to_owned(),
        title: String::new(),
        phone: String::new(),
        ordinal: i64::try_from(number).unwrap(),
        left_on: (number == GONE).then(|| day(1)),
    }
}

fn appointment(number: u128, of: u128, role: SafetyRole, department: Option<u128>) -> Appointment {
    Appointment { id: id(number), person_id: id(of), role, department_id: department.map(id) }
}

/// A school with a department, its people and one reported danger.
pub(crate) fn school() -> Snapshot {
    let mut snapshot = Snapshot::default();
    snapshot.organisations.put(Organisation {
        id: id(40),
        name: "学校".to_owned(),
        short_name: String::new(),
        kind: OrganisationKind::School,
        credit_code: String::new(),
        school_code: String::new(),
        region_code: String::new(),
        address: String::new(),
        principal_id: Some(id(PRINCIPAL)),
        safety_lead_id: Some(id(LEAD)),
        staff_count: 10,
        student_count: 100,
    });
    snapshot.departments.put(Department {
        id: id(50),
        parent_id: None,
        code: "JD".to_owned(),
        name: "机电工程学院".to_owned(),
        head_id: Some(id(HEAD)),
        phone: String::new(),
        ordinal: 1,
    });
    for (number, name) in [
        (PRINCIPAL, "校长"),
        (LEAD, "安全处长"),
        (SECOND_LEAD, "安全副处长"),
        (HEAD, "院长"),
        (OFFICER, "安全员"),
        (WORKER, "管理员"),
        (INSPECTOR, "检查人"),
        (DEPUTY, "副校长"),
        (GONE, "已离岗"),
    ] {
        snapshot.people.put(person(number, name));
    }
    snapshot.appointments.put(appointment(60, SECOND_LEAD, SafetyRole::SafetyLead, None));
    snapshot.appointments.put(appointment(61, OFFICER, SafetyRole::DepartmentSafety, Some(50)));
    snapshot.appointments.put(appointment(62, DEPUTY, SafetyRole::Deputy, None));
    snapshot.dangers.put(danger(DANGER));
    snapshot
}

/// A danger that an inspector found on 1 March.
pub(crate) fn danger(number: u128) -> HiddenDanger {
    HiddenDanger {
        id: id(number),
        code: format!("YH-2026-{number:03}"),
        description: "托架间隙过大".to_owned(),
        place: "机加工".to_owned(),
        point_id: None,
        measure_id: None,
        item_id: None,
        floor_id: None,
        position: None,
        source: InspectionKind::Daily,
        found_on: day(1),
        found_at: None,
        reporter_id: Some(id(INSPECTOR)),
        reporter: String::new(),
        department_id: Some(id(50)),
        form: Some(DangerForm::Site),
        cause: None,
        topic: None,
        accident: String::new(),
        grade: Some(HiddenDangerGrade::General),
        basis: "现场检查".to_owned(),
        note: String::new(),
    }
}

/// A step of a danger on a day of March, with everything that any step needs.
pub(crate) fn step(of: u128, ordinal: u32, act: DangerAct, by: u128, on: u32) -> DangerStep {
    let assigns = act == DangerAct::Assign;
    DangerStep {
        id: id(1_000_000 * of + u128::from(ordinal)),
        danger_id: id(of),
        act,
        by_id: Some(id(by)),
        done_on: day(on),
        done_at: None,
        note: "说明".to_owned(),
        deadline: assigns.then(|| day(10)),
        responsible_id: assigns.then(|| id(WORKER)),
        acceptor_id: None,
        approver_id: None,
        measures: "更换".to_owned(),
        funds: Some(0),
        contingency: "停用".to_owned(),
        document_id: None,
        review_on: None,
        duplicate_id: None,
        ordinal: i64::from(ordinal),
    }
}

/// The steps that lead to a state, each on its own day from 2 March on.
pub(crate) fn lead_to(snapshot: &mut Snapshot, of: u128, acts: &[(DangerAct, u128)]) {
    for (index, (act, by)) in acts.iter().enumerate() {
        let index = u32::try_from(index).unwrap();
        snapshot.danger_steps.put(step(of, index + 1, *act, *by, index + 2));
    }
}
