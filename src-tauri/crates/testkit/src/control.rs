//! Random commands of control: tiers, responsibility, check items, reviews, changes, ignored findings, people who leave.
//! Relies on ids of the project, and now and then on some that it does not have.
//! Knows no rule.

use crate::plan::{any_id, any_text, pick};
use domain::{ChangeKind, LevelSet, ReviewAct, ReviewSubject, RiskLevel, RowId, Snapshot, Table};
use edit::*;
use fastrand::Rng;

fn rows<T: Copy + From<domain::Uuid>>(random: &mut Rng, snapshot: &Snapshot, table: Table) -> Vec<T> {
    (0..random.usize(1..4)).map(|_| any_id(random, snapshot, table)).collect()
}

fn any_row(random: &mut Rng, snapshot: &Snapshot) -> RowId {
    const TABLES: &[Table] = &[
        Table::RiskPoint,
        Table::RiskZone,
        Table::Department,
        Table::Person,
        Table::Floor,
        Table::ControlTier,
    ];
    let table = TABLES[random.usize(0..TABLES.len())];
    let id: domain::FloorId = any_id(random, snapshot, table);
    RowId { table, id: id.into() }
}

/// A command that mostly can be carried out: of what is refused most is thought over again, since a young project has
/// little to review or to change.
pub(crate) fn any_control(snapshot: &Snapshot, random: &mut Rng) -> Command {
    for _ in 0..8 {
        let command = one(snapshot, random);
        let mut new_id = domain::Uuid::nil;
        let mut context = Context { snapshot, new_id: &mut new_id, today: chrono::NaiveDate::default() };
        if random.u32(0..10) == 0 || plan(command.clone(), &mut context).is_ok() {
            return command;
        }
    }
    one(snapshot, random)
}

fn one(snapshot: &Snapshot, random: &mut Rng) -> Command {
    let person = |random: &mut Rng| any_id(random, snapshot, Table::Person);
    match random.u32(0..24) {
        0..=1 => {
            let most = random.usize(1..5);
            let mut tiers: Vec<(String, Vec<RiskLevel>)> =
                (0..most).map(|place| (format!("层级{place}"), Vec::new())).collect();
            for level in RiskLevel::DESCENDING {
                if random.u32(0..20) > 0 {
                    let at = random.usize(0..most);
                    tiers[at].1.push(level);
                }
            }
            let tier =
                |(name, levels): (String, Vec<RiskLevel>)| NewTier { name, levels: LevelSet::new(levels) };
            Command::UseTiers(UseTiers { tiers: tiers.into_iter().map(tier).collect() })
        }
        2..=4 => Command::Assign(Assign {
            points: rows(random, snapshot, Table::RiskPoint),
            department: random
                .bool()
                .then(|| Assigned { to: random.bool().then(|| any_id(random, snapshot, Table::Department)) }),
            person: random.bool().then(|| Assigned { to: random.bool().then(|| person(random)) }),
            post: None,
            heads: random.bool(),
        }),
        5..=6 => Command::MakeCheckItems(MakeCheckItems {
            measures: rows(random, snapshot, Table::ControlMeasure),
        }),
        7 => Command::ReviseCheckItem(ReviseCheckItem {
            item: any_id(random, snapshot, Table::CheckItem),
            content: any_text(random),
        }),
        8 => Command::RetireCheckItem(RetireCheckItem { item: any_id(random, snapshot, Table::CheckItem) }),
        9..=15 => {
            let subject = pick(random, ReviewSubject::ALL.iter().copied()).unwrap();
            // Half of the acts are ones that the state allows, or long reviews would never come about.
            let round =
                (subject == ReviewSubject::Round).then(|| any_id(random, snapshot, Table::AssessmentRound));
            let picture = evaluation::risk_picture(snapshot, domain::RiskBasis::Existing);
            let stands = review::standing(snapshot, &picture, subject, round, None);
            let allowed = pick(random, review::acts(stands.state)).filter(|_| random.bool());
            Command::Review(ReviewOf {
                subject,
                round,
                act: allowed.unwrap_or_else(|| pick(random, ReviewAct::ALL.iter().copied()).unwrap()),
                by: (random.u32(0..4) > 0).then(|| person(random)),
                note: any_text(random),
            })
        }
        16..=17 => Command::OpenChange(OpenChange {
            kind: pick(random, ChangeKind::ALL.iter().copied()).unwrap(),
            title: any_text(random),
            description: any_text(random),
            happened_on: None,
            raised_by: random.bool().then(|| person(random)),
            rows: (0..random.usize(0..3)).map(|_| any_row(random, snapshot)).collect(),
            open_round: random.bool(),
        }),
        18..=19 => Command::SettleChange(SettleChange {
            change: any_id(random, snapshot, Table::ChangeRecord),
            points: snapshot.change_points.iter().map(|own| own.point_id).collect(),
            by: random.bool().then(|| person(random)),
            note: any_text(random),
        }),
        20 => Command::CloseChange(CloseChange {
            change: any_id(random, snapshot, Table::ChangeRecord),
            conclusion: any_text(random),
        }),
        21..=22 => Command::IgnoreFinding(IgnoreFinding {
            rule: ["missing-hazard", "unplaced", "no-plan"][random.usize(0..3)].to_owned(),
            row: any_row(random, snapshot),
            detail: String::new(),
            reason: any_text(random),
            by: random.bool().then(|| person(random)),
        }),
        _ => Command::ReplacePerson(ReplacePerson {
            from: person(random),
            to: random.bool().then(|| person(random)),
            left: random.u32(0..4) == 0,
            left_on: None,
        }),
    }
}
