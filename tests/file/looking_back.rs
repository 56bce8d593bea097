//! The record: filtered, gone back to, brought back from.

use crate::desk::{Desk, close, name, point, set};
use api::{HistoryQuery, RestoreArgs};
use edit::{Command, Remove};

#[test]
fn any_point_in_time_can_be_looked_at_and_gone_back_to() {
    let desk = Desk::new();
    let path = desk.sample("项目.sise");
    let mut session = desk.open(&path);
    let mut states = vec![session.snapshot().as_ref().clone()];
    for number in 0..6 {
        match number {
            3 => {
                let rows = vec![point(session.snapshot(), 5)];
                session.execute(Command::Remove(Remove { rows })).unwrap();
            }
            4 => drop(session.undo().unwrap()),
            _ => set(&mut session, number, "name", &format!("第 {number} 步")),
        }
        states.push(session.snapshot().as_ref().clone());
    }
    let entries = session.store().history(100).unwrap();
    for (entry, state) in entries.iter().rev().zip(&states) {
        assert_eq!(session.past(entry.sequence).unwrap(), *state, "step {}", entry.sequence);
    }
    let view = session.past_view(entries[3].sequence).unwrap();
    assert_eq!(view.points.len(), 36);
    let timeline = session.timeline(4).unwrap();
    assert_eq!(timeline.len(), 4);
    assert!(timeline.windows(2).all(|pair| pair[0].sequence < pair[1].sequence));
    let before = session.snapshot().clone();
    session.restore_state(entries.last().unwrap().sequence).unwrap();
    assert_eq!(**session.snapshot(), states[0]);
    session.undo().unwrap();
    assert_eq!(*session.snapshot(), before);
    close(session);
}

#[test]
fn a_deleted_point_comes_back_with_all_that_belonged_to_it() {
    let desk = Desk::new();
    let path = desk.sample("项目.sise");
    let mut session = desk.open(&path);
    let before = session.snapshot().as_ref().clone();
    let row = point(session.snapshot(), 4);
    session.execute(Command::Remove(Remove { rows: vec![row] })).unwrap();
    let deleted = session.store().history(1).unwrap()[0].sequence;
    set(&mut session, 0, "name", "之后的编辑");
    let changed = session.restore(&RestoreArgs { sequence: deleted, rows: vec![row] }).unwrap();
    assert_eq!(changed.created, [row]);
    assert_eq!(name(session.snapshot(), 0), "之后的编辑");
    set(&mut session, 0, "name", &name(&before, 0));
    assert_eq!(**session.snapshot(), before);
    let again = session.restore(&RestoreArgs { sequence: deleted, rows: vec![row] });
    assert_eq!(again.unwrap_err().code, "nothing-to-restore");
    close(session);
}

#[test]
fn the_record_is_filtered_by_who_when_what_and_where() {
    let desk = Desk::new();
    let path = desk.small("项目.sise");
    let mut session = desk.open(&path);
    set(&mut session, 0, "name", "一");
    set(&mut session, 1, "name", "二");
    session.undo().unwrap();
    let count = |query: HistoryQuery| session.filtered_history(&query).unwrap().entries.len();
    let all = HistoryQuery::default();
    assert_eq!(count(all.clone()), 24);
    assert_eq!(count(HistoryQuery { kind: Some("undo".to_owned()), ..all.clone() }), 1);
    assert_eq!(count(HistoryQuery { actor: Some("乙".to_owned()), ..all.clone() }), 0);
    let row = Some(point(session.snapshot(), 0));
    assert_eq!(count(HistoryQuery { row, ..all.clone() }), 2);
    assert_eq!(count(HistoryQuery { text: Some("名称".to_owned()), ..all.clone() }), 3);
    assert_eq!(count(HistoryQuery { limit: Some(5), ..all.clone() }), 5);
    let table = Some(domain::Table::Organisation);
    assert_eq!(count(HistoryQuery { table, ..all.clone() }), 0);
    let entries = session.store().history(100).unwrap();
    assert_eq!(count(HistoryQuery { until: Some(entries[10].at.clone()), ..all.clone() }), 14);
    assert_eq!(count(HistoryQuery { before: Some(entries[10].sequence), ..all }), 13);
    close(session);
}
