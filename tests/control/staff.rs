//! Staff lists made by openpyxl: every row accounted for, departments, posts and people made or changed in one step.

use crate::lists::{fixture, preview};
use api::{ListArgs, ListMapping, ListSubject};
use domain::{Cell, RowId, Table};
use edit::{Command, SetField};
use testkit::Bench;

fn take(bench: &mut Bench) -> api::ListProposal {
    let proposal = preview(bench, &fixture("staff.xlsx"), ListMapping::default()).unwrap();
    let refused = proposal.refused.len() as u32;
    assert_eq!(proposal.created + proposal.updated + proposal.unchanged + refused, proposal.rows);
    assert_eq!(proposal.outcomes.len() as u32, proposal.rows);
    proposal
}

#[test]
fn departments_posts_and_people_come_in_and_again_change_nothing() {
    let mut bench = Bench::blank();
    let proposal = take(&mut bench);
    assert_eq!(proposal.subject, ListSubject::Staff);
    assert_eq!((proposal.rows, proposal.created, proposal.command.is_none()), (7, 5, true));
    let refused: Vec<_> = proposal.refused.iter().map(|own| (own.row, own.code.as_str())).collect();
    assert_eq!(refused, [(6, "bad-number"), (8, "twice")]);
    let skipped: Vec<_> = proposal.skipped.iter().map(|own| (own.row, own.reason.as_str())).collect();
    assert_eq!(skipped, [(10, "footer")]);
    let undo = bench.session().file().unwrap().undo;
    let command = api::accept_list(proposal, &ListMapping::default()).unwrap();
    bench.execute(command).unwrap();
    let rows = bench.snapshot();
    let departments: Vec<_> = rows
        .departments
        .iter()
        .map(|own| {
            let parent = rows.departments.find(own.parent_id).map_or("", |own| &own.name);
            let head = rows.people.find(own.head_id).map_or("", |own| &own.name);
            (own.name.as_str(), parent, head)
        })
        .collect();
    assert!(departments.contains(&("焊接实训室", "机电工程学院", "赵磊")), "{departments:?}");
    assert!(
        departments.contains(&("机电工程学院", "", "陈海波")) && departments.len() == 3,
        "{departments:?}"
    );
    let people: Vec<_> = rows
        .people
        .iter()
        .map(|own| {
            let post = rows.posts.find(own.post_id).map_or("", |own| &own.name);
            (own.name.as_str(), post, own.phone.as_str())
        })
        .collect();
    assert!(people.contains(&("赵磊", "管理员", "63901002")), "a phone is no number: {people:?}");
    assert!(people.contains(&("=1+1", "指导教师", "")), "a formula is a text: {people:?}");
    assert_eq!(people.len(), 4, "{people:?}");
    let posts: Vec<_> = rows.posts.iter().map(|own| (own.name.as_str(), own.headcount)).collect();
    assert!(posts.contains(&("保洁", 6)) && posts.contains(&("指导教师", 3)), "{posts:?}");
    // The same list again changes nothing, one step takes it all back.
    let again = take(&mut bench);
    assert_eq!((again.created, again.updated, again.staff), (0, 0, None));
    bench.undo();
    assert_eq!(bench.session().file().unwrap().undo, undo);
    assert!(bench.snapshot().people.is_empty() && bench.snapshot().departments.is_empty());
}

#[test]
fn who_is_there_is_changed_and_who_left_is_another() {
    let mut bench = Bench::blank();
    let add = |bench: &mut Bench, name: &str| {
        let cells = [("name".to_owned(), Cell::text(name.to_owned()))].into_iter().collect();
        bench.execute(Command::Add(edit::Add { table: Table::Person, cells })).unwrap().created[0]
    };
    let zhao = add(&mut bench, "赵磊");
    let feng = add(&mut bench, "冯涛");
    let left = SetField { row: feng, column: "left_on".to_owned(), value: Cell::text("2026-01-01") };
    bench.execute(Command::SetField(left)).unwrap();
    let proposal = take(&mut bench);
    // A row that changes a person and makes its department counts as one that makes something new.
    assert_eq!((proposal.created, proposal.updated), (5, 0));
    let zhao_row = proposal.staff.as_ref().unwrap().people.iter().find(|own| own.name == "赵磊").unwrap();
    assert_eq!(zhao_row.person, Some(zhao.id.into()));
    bench.execute(api::accept_list(proposal, &ListMapping::default()).unwrap()).unwrap();
    let zhao = bench.snapshot().people.get(zhao.id.into()).unwrap();
    assert_eq!((zhao.title.as_str(), zhao.phone.as_str()), ("讲师", "63901002"));
    assert_eq!(bench.snapshot().people.iter().filter(|own| own.name == "冯涛").count(), 2);
    // Two of one name: without a department nobody can tell which is meant.
    let again = add(&mut bench, "赵磊");
    let moved = SetField { row: RowId { ..again }, column: "title".to_owned(), value: Cell::text("班长") };
    bench.execute(Command::SetField(moved)).unwrap();
    let proposal = take(&mut bench);
    assert!(proposal.refused.iter().all(|own| own.code != "ambiguous"), "the department tells");
}

#[test]
fn a_sheet_is_read_as_what_the_user_says() {
    let bench = Bench::blank();
    let as_risk = ListMapping { subject: Some(ListSubject::Risk), ..ListMapping::default() };
    assert_eq!(preview(&bench, &fixture("staff.xlsx"), as_risk).unwrap_err().code, "no-header");
    let as_staff = ListMapping { subject: Some(ListSubject::Staff), ..ListMapping::default() };
    assert_eq!(preview(&bench, &fixture("colours.xlsx"), as_staff).unwrap_err().code, "no-header");
    let sheets = api::list_sheets(&fixture("colours.xlsx").display().to_string()).unwrap();
    assert!(sheets.iter().any(|own| own.name == "设备设施" && own.rows > 1), "{sheets:?}");
    let args = ListArgs { path: "没有.xlsx".to_owned(), mapping: ListMapping::default() };
    assert_eq!(api::list_sheets(&args.path).unwrap_err().code, "file");
}
