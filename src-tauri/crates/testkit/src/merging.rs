//! Pairs of copies of one project that were edited apart, from a seed, and what must hold when they are merged.
//! Relies on the commands of random plans, carried out on rows in memory.
//! Knows nothing of files.

use crate::danger::any_danger;
use crate::plan::any_command;
use crate::world::FixedWorld;
use api::{NewProject, OrganisationKind, World as _};
use domain::{AnyRecord, Cell, RowId, Snapshot};
use edit::{Command, Context, plan};
use fastrand::Rng;
use merge::{Base, Choices, Merged, Side, difference, merge};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use store::Write;

/// Two copies of one project, and the state that both were.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The common ancestor.
    pub base: Snapshot,
    /// One copy.
    pub ours: Snapshot,
    /// The other copy.
    pub theirs: Snapshot,
}

/// Carries a command out on rows in memory; `false` when it is refused.
pub fn execute_on(rows: &mut Snapshot, world: &FixedWorld, command: Command) -> bool {
    let mut new_id = || world.new_id();
    let mut context = Context { snapshot: rows, new_id: &mut new_id, today: world.today() };
    let Ok(plan) = plan(command, &mut context) else { return false };
    for write in plan.writes {
        match write {
            Write::Put(record) => rows.put(record),
            Write::Remove(row) => rows.remove(row),
        }
    }
    true
}

fn edited(rows: &Snapshot, world: &FixedWorld, random: &mut Rng, count: usize) -> Snapshot {
    let mut rows = rows.clone();
    let mut done = 0;
    for _ in 0..count * 4 {
        if done >= count {
            break;
        }
        let of_danger = random.u32(0..6) == 0;
        let command = if of_danger { any_danger(&rows, random) } else { any_command(&rows, random) };
        done += usize::from(execute_on(&mut rows, world, command));
    }
    rows
}

fn sample() -> &'static Snapshot {
    static SAMPLE: OnceLock<Snapshot> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let mut rows = Snapshot::default();
        api::sample_project().unwrap().records.into_iter().for_each(|record| rows.put(record));
        rows
    })
}

/// The pair of a seed.
pub fn random_pair(seed: u64) -> Pair {
    let mut random = Rng::with_seed(seed);
    let base = if seed.is_multiple_of(12) {
        sample().clone()
    } else {
        let world = FixedWorld::new(1);
        let new = NewProject { name: "合并学校".to_owned(), kind: OrganisationKind::School };
        let mut rows = Snapshot::default();
        api::blank_project(&new, &world).into_iter().for_each(|record| rows.put(record));
        let count = random.usize(5..60);
        edited(&rows, &world, &mut random, count)
    };
    let (here, there) = (random.usize(0..25), random.usize(0..25));
    let ours = edited(&base, &FixedWorld::new(2), &mut random, here);
    let theirs = edited(&base, &FixedWorld::new(3), &mut random, there);
    Pair { base, ours, theirs }
}

/// Panics unless the rows are a whole project: what the store and the sweep ask of one.
pub fn must_be_whole(rows: &Snapshot, what: &str) {
    assert_eq!((rows.projects.len(), rows.organisations.len()), (1, 1), "{what}");
    let mut codes = BTreeSet::new();
    for record in rows.records() {
        record.check().unwrap_or_else(|error| panic!("{what}: {error}"));
        let row = record.row_id();
        for (index, column) in row.table.columns().iter().enumerate() {
            let (Some(table), Cell::Text(id)) = (column.references, record.cell(index)) else { continue };
            let named = RowId { table, id: id.parse().unwrap() };
            assert!(rows.contains(named), "{what}: {row:?}.{} names nothing", column.name);
        }
        let code = match &record {
            AnyRecord::RiskPoint(own) => &own.code,
            AnyRecord::RiskZone(own) => &own.code,
            AnyRecord::HiddenDanger(own) => &own.code,
            _ => continue,
        };
        assert!(code.trim().is_empty() || codes.insert(code.clone()), "{what}: {code} was given twice");
    }
    for own in &rows.retired_codes {
        assert!(!codes.contains(&own.code), "{what}: {} was retired and is in use", own.code);
    }
    for department in &rows.departments {
        let line = rows.department_line(department.parent_id);
        assert!(line.iter().all(|above| above.id != department.id), "{what}: an office is part of itself");
    }
}

/// What says that two rows of different ids are the same thing.
fn key(rows: &Snapshot, record: &AnyRecord) -> Option<String> {
    Some(match record {
        AnyRecord::PossibleAccident(own) => format!("a{}{}", own.hazard_id, own.accident_type),
        AnyRecord::Assessment(own) => {
            let accident = rows.accidents.get(own.accident_id)?;
            format!("s{}{}{}{}", accident.hazard_id, accident.accident_type, own.assessor_id, own.basis)
        }
        AnyRecord::DirectDetermination(own) => format!("d{}{}", own.point_id, own.condition),
        AnyRecord::RetiredCode(own) => format!("r{}", own.code),
        AnyRecord::CriteriaPreset(own) => format!("p{}{}", own.code, own.version),
        _ => return None,
    })
}

/// Panics when something that `side` did since `base` is neither in the result nor named.
fn must_not_lose(base: &Snapshot, side: &Snapshot, result: &Snapshot, merged: &Merged, what: &str) {
    let named: BTreeSet<(RowId, &str)> =
        merged.conflicts.iter().map(|conflict| (conflict.row, conflict.field)).collect();
    let keys: BTreeMap<String, RowId> =
        result.records().filter_map(|record| Some((key(result, &record)?, record.row_id()))).collect();
    for change in difference(base, side) {
        let row = change.row;
        if named.contains(&(row, "id")) {
            continue;
        }
        let Some(after) = &change.after else {
            assert!(!result.contains(row), "{what}: the deletion of {row:?} was lost");
            continue;
        };
        let twin = || key(side, after).and_then(|key| keys.get(&key)).copied();
        let Some(at) = result.contains(row).then_some(row).or_else(twin) else {
            panic!("{what}: {row:?} was lost")
        };
        if named.contains(&(at, "id")) {
            continue;
        }
        let kept = result.get(at).unwrap();
        for (index, column) in row.table.columns().iter().enumerate().skip(1) {
            let cell = after.cell(index);
            let changed = change.before.as_ref().is_none_or(|before| before.cell(index) != cell);
            if !changed || kept.cell(index) == cell || named.contains(&(at, column.name)) {
                continue;
            }
            // A reference to a row that both sides added and that has one id now.
            let renamed = column.references.is_some_and(|table| match &cell {
                Cell::Text(id) => !result.contains(RowId { table, id: id.parse().unwrap() }),
                Cell::Null | Cell::Integer(_) => false,
            });
            let ordinal = at != row;
            assert!(renamed || ordinal, "{what}: {row:?}.{} was lost", column.name);
        }
    }
}

/// Panics where merging the pair of a seed does not hold what is promised. Gives the number of conflicts.
pub fn check_pair(seed: u64) -> usize {
    let Pair { base, ours, theirs } = random_pair(seed);
    let what = |part: &str| format!("seed {seed}: {part}");
    must_be_whole(&ours, &what("our copy"));
    must_be_whole(&theirs, &what("their copy"));
    let known = Base::from(Some(&base));
    let mut conflicts = 0;
    for side in [Side::Ours, Side::Theirs] {
        let merged = merge(known, &ours, &theirs, &Choices::all(side));
        let result = merged.result(&ours);
        must_be_whole(&result, &what("the result"));
        must_not_lose(&base, &ours, &result, &merged, &what("ours"));
        must_not_lose(&base, &theirs, &result, &merged, &what("theirs"));
        // The other way round it is the same, with the same side preferred.
        let turned = merge(known, &theirs, &ours, &Choices::all(side.other())).result(&theirs);
        let differs = difference(&result, &turned);
        assert!(differs.is_empty(), "{}: {differs:#?}", what("merged the other way round"));
        // Once more changes nothing, be it against the old ancestor or against what is known now.
        let again = merge(known, &result, &theirs, &Choices::all(Side::Ours)).result(&result);
        let differs = difference(&result, &again);
        assert!(differs.is_empty(), "{}: {differs:#?}", what("merged again"));
        let again = merge(Base::from(Some(&theirs)), &result, &theirs, &Choices::all(side));
        assert!(again.changes.is_empty() && again.conflicts.is_empty(), "{}", what("merged twice"));
        conflicts = merged.conflicts.len();
    }
    // Without an ancestor nothing is deleted and the result is still whole.
    let merged = merge(Base::default(), &ours, &theirs, &Choices::all(Side::Ours));
    let result = merged.result(&ours);
    must_be_whole(&result, &what("without an ancestor"));
    assert!(ours.records().all(|record| result.contains(record.row_id()) || key(&ours, &record).is_some()));
    conflicts
}
