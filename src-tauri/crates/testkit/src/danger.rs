//! Random commands of hidden dangers: reports, steps, photographs, reports to authority and congress.
//! Relies on ids of the project, and now and then on some that it does not have.
//! Knows no rule: half of the steps are ones that the state allows, or no danger would ever be closed.

use crate::plan::{any_id, any_text, pick};
use domain::{
    DangerAct, DangerForm, HiddenDangerGrade, HiddenDangerId, InspectionKind, PhotoMoment, ReportRecipient,
    SafetyRole, Snapshot, Table,
};
use edit::*;
use fastrand::Rng;
use rectification::{acts, standing};

fn any_day(random: &mut Rng) -> Option<chrono::NaiveDate> {
    // Mostly today; else a day around the fixed today of the kit, or one that cannot be.
    match random.u32(0..12) {
        0..=7 => None,
        8..=10 => chrono::NaiveDate::from_ymd_opt(2026, 11, random.u32(1..29)),
        _ => chrono::NaiveDate::from_ymd_opt(1970, 1, 1),
    }
}

fn any_deadline(random: &mut Rng) -> Option<chrono::NaiveDate> {
    match random.u32(0..8) {
        0..=5 => chrono::NaiveDate::from_ymd_opt(2026, 12, random.u32(1..20)),
        6 => chrono::NaiveDate::from_ymd_opt(2026, 11, random.u32(1..28)),
        _ => None,
    }
}

fn any_photo(random: &mut Rng, moment: PhotoMoment) -> PhotoGiven {
    let asset = if random.u32(0..20) == 0 { "none".to_owned() } else { "a1".repeat(32) };
    PhotoGiven { moment, asset, note: any_text(random) }
}

/// A command about dangers. Names an office now and then, since without any nothing is ever confirmed.
pub(crate) fn any_danger(snapshot: &Snapshot, random: &mut Rng) -> Command {
    let maybe_person = |random: &mut Rng| random.bool().then(|| any_id(random, snapshot, Table::Person));
    match random.u32(0..24) {
        0..=5 => Command::ReportDanger(ReportDanger {
            draft: random.u32(0..5) == 0,
            found: FoundDanger {
                description: any_text(random),
                place: any_text(random),
                point: random.bool().then(|| any_id(random, snapshot, Table::RiskPoint)),
                measure: random.bool().then(|| any_id(random, snapshot, Table::ControlMeasure)),
                item: None,
                floor: random.bool().then(|| any_id(random, snapshot, Table::Floor)),
                position: None,
                source: pick(random, InspectionKind::ALL.iter().copied()).unwrap(),
                found_on: any_day(random),
                found_at: None,
                reporter: maybe_person(random),
                reporter_name: any_text(random),
                department: None,
                topic: None,
                note: String::new(),
            },
            photos: (0..random.usize(0..2)).map(|_| any_photo(random, PhotoMoment::Before)).collect(),
        }),
        6 => {
            let organisation = snapshot.organisation().unwrap();
            let column = ["principal_id", "safety_lead_id"][random.usize(0..2)];
            let person: domain::PersonId = any_id(random, snapshot, Table::Person);
            Command::SetField(SetField {
                row: domain::RowId { table: Table::Organisation, id: organisation.id.into() },
                column: column.to_owned(),
                value: domain::Cell::text(person.to_string()),
            })
        }
        7 => {
            let person: domain::PersonId = any_id(random, snapshot, Table::Person);
            let role = pick(random, SafetyRole::ALL.iter().copied()).unwrap();
            let cells = [("person_id", person.to_string()), ("role", role.as_str().to_owned())];
            let cell = |(column, text): (&str, String)| (column.to_owned(), domain::Cell::text(text));
            Command::Add(Add { table: Table::Appointment, cells: cells.into_iter().map(cell).collect() })
        }
        8 => Command::AttachDangerPhoto(AttachDangerPhoto {
            danger: any_id(random, snapshot, Table::HiddenDanger),
            step: random.bool().then(|| any_id(random, snapshot, Table::DangerStep)),
            photo: any_photo(random, PhotoMoment::After),
        }),
        9 => Command::ReportMajor(ReportMajor {
            danger: any_id(random, snapshot, Table::HiddenDanger),
            report: None,
            to: pick(random, ReportRecipient::ALL.iter().copied()).unwrap(),
            recipient: any_text(random),
            sent_on: any_day(random),
            receipt: any_text(random),
            received_on: None,
        }),
        // Whoever took a step stays told.
        10 => {
            let people = snapshot.danger_steps.iter().filter_map(|step| step.by_id);
            let person = pick(random, people).unwrap_or_else(|| any_id(random, snapshot, Table::Person));
            Command::Remove(Remove { rows: vec![domain::RowId { table: Table::Person, id: person.into() }] })
        }
        _ => Command::DangerAct(any_act(snapshot, random)),
    }
}

fn any_act(snapshot: &Snapshot, random: &mut Rng) -> ActOnDanger {
    let danger: HiddenDangerId = any_id(random, snapshot, Table::HiddenDanger);
    let person = |random: &mut Rng| any_id(random, snapshot, Table::Person);
    let allowed = acts(Some(standing(snapshot, danger).state));
    let act = pick(random, allowed).filter(|_| random.u32(0..6) > 0);
    let act = act.unwrap_or_else(|| pick(random, DangerAct::ALL.iter().copied()).unwrap());
    // Dangers that are voided at once never become anything.
    let act = if act == DangerAct::Void && random.u32(0..4) > 0 { DangerAct::Confirm } else { act };
    let judges = matches!(act, DangerAct::Confirm | DangerAct::FixOnSpot) || random.u32(0..30) == 0;
    let major = random.u32(0..3) == 0;
    let grade = if major { HiddenDangerGrade::Major } else { HiddenDangerGrade::General };
    let most = |random: &mut Rng| random.u32(0..10) > 0;
    let mut photos = Vec::new();
    for moment in [PhotoMoment::Before, PhotoMoment::After] {
        if random.u32(0..8) > 0 {
            photos.push(any_photo(random, moment));
        }
    }
    ActOnDanger {
        danger,
        act,
        by: (random.u32(0..4) == 0).then(|| person(random)),
        on: any_day(random),
        at: most(random).then(|| chrono::NaiveTime::from_hms_opt(9, 30, 0)).flatten(),
        note: if most(random) { "说明".to_owned() } else { any_text(random) },
        deadline: any_deadline(random),
        responsible: most(random).then(|| person(random)),
        acceptor: (random.u32(0..4) == 0).then(|| person(random)),
        approver: (major && most(random)).then(|| {
            let principal = snapshot.organisation().and_then(|own| own.principal_id);
            principal.unwrap_or_else(|| person(random))
        }),
        measures: if most(random) { "更换".to_owned() } else { String::new() },
        funds: most(random).then(|| random.i64(0..5_000)),
        contingency: if most(random) { "停用".to_owned() } else { String::new() },
        document: random.bool().then(|| any_id(random, snapshot, Table::Document)).filter(|_| major),
        review_on: any_deadline(random),
        duplicate: (random.u32(0..4) == 0).then(|| any_id(random, snapshot, Table::HiddenDanger)),
        grade: judges.then_some(grade),
        form: judges.then_some(DangerForm::Site),
        cause: None,
        topic: None,
        accident: (judges && random.bool()).then(|| ["05", "08", "99"][random.usize(0..3)].to_owned()),
        basis: judges.then(|| "现场检查".to_owned()),
        point: (judges && random.bool()).then(|| any_id(random, snapshot, Table::RiskPoint)),
        measure: None,
        department: None,
        photos,
    }
}
