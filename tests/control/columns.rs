//! Columns of lists: what the user said of one list is remembered for the next, templates for lists out, filters, PDF.

use crate::lists::{fixture, out, preview};
use api::{ListKind, ListMapping, ListOutArgs, ListTemplate, TemplateColumn};
use testkit::Bench;

fn list(bench: &Bench, args: &ListOutArgs) -> api::ListTable {
    let session = bench.session();
    api::list_of(session.snapshot(), session.picture(), args, session.today()).unwrap().0
}

#[test]
fn a_mapping_is_remembered_in_the_project_by_the_titles_of_the_list() {
    let mut bench = Bench::blank();
    let path = fixture("colours.xlsx");
    let mapping: ListMapping =
        serde_json::from_str(r#"{"sheet": "设备设施", "columns": {"B": "note"}}"#).unwrap();
    let proposal = preview(&bench, &path, mapping.clone()).unwrap();
    assert!(!proposal.remembered);
    let sheet = proposal.sheet.clone();
    bench.execute(api::accept_list(proposal, &mapping).unwrap()).unwrap();
    assert_eq!(bench.snapshot().mappings.len(), 1);
    // The same titles again: read the same way without being told, and nothing is new.
    let plain = ListMapping { sheet: Some(sheet), ..ListMapping::default() };
    let again = preview(&bench, &path, plain.clone()).unwrap();
    assert!(again.remembered);
    assert_eq!((again.created, again.updated), (0, 0));
    // One step: taking the list back forgets the mapping with it.
    bench.undo();
    assert!(bench.snapshot().mappings.is_empty() && bench.snapshot().points.is_empty());
    assert!(!preview(&bench, &path, plain).unwrap().remembered);
}

#[test]
fn a_template_gives_the_region_its_own_titles_and_a_filter_its_own_points() {
    let sample = Bench::sample();
    let column = |title: &str, source: &str, text: &str| TemplateColumn {
        title: title.to_owned(),
        source: source.to_owned(),
        text: text.to_owned(),
    };
    let template = ListTemplate {
        name: "金水区".to_owned(),
        kind: ListKind::Points,
        columns: vec![
            column("风险部位", "名称", ""),
            column("等级", "最高等级", ""),
            column("区县", "", "金水区"),
        ],
    };
    let session = sample.session();
    let args = out(ListKind::Points);
    let sheet = || api::list_of(session.snapshot(), session.picture(), &args, session.today()).unwrap().1;
    assert!(template.check().is_ok());
    let table = template.apply(sheet()).unwrap();
    let titles: Vec<&str> = table.columns.iter().map(|own| &*own.title).collect();
    assert_eq!(titles, ["风险部位", "等级", "区县"]);
    assert_eq!(table.rows.len(), 36);
    let told = |row: &export::content::ListRow| row.cells[2] == "金水区" && row.coloured[0].0 == 1;
    assert!(table.rows.iter().all(told));
    assert_eq!(
        ListTemplate { columns: Vec::new(), ..template.clone() }.check().unwrap_err().code,
        "bad-template"
    );
    let unknown = ListTemplate { columns: vec![column("甲", "没有这一列", "")], ..template };
    assert_eq!(unknown.apply(sheet()).unwrap_err().code, "bad-template");
    let missing = ListOutArgs { template: Some("从未保存的模板".to_owned()), ..args.clone() };
    let error = api::list_of(session.snapshot(), session.picture(), &missing, session.today()).unwrap_err();
    assert_eq!(error.code, "bad-template");

    let of =
        |filter: api::ListFilter| list(&sample, &ListOutArgs { filter, ..out(ListKind::Points) }).rows.len();
    let levels =
        |levels: &[api::RiskLevel]| api::ListFilter { levels: levels.to_vec(), ..Default::default() };
    assert_eq!((of(levels(&[api::RiskLevel::Major])), of(levels(&[api::RiskLevel::High]))), (3, 11));
    let kinds = api::ListFilter { kinds: vec![domain::RiskPointKind::Activity], ..Default::default() };
    assert_eq!(of(kinds), list(&sample, &out(ListKind::Activities)).rows.len());
    let accidents = api::ListFilter { accidents: vec!["05".to_owned()], ..Default::default() };
    assert!((1..36).contains(&of(accidents)));
    assert_eq!(list(&sample, &out(ListKind::Major)).rows.len(), 3);
}

#[test]
fn every_list_is_a_workbook_and_a_document() {
    let sample = Bench::sample();
    let session = sample.session();
    let kinds = [
        ListKind::Activities,
        ListKind::Points,
        ListKind::Control,
        ListKind::Responsibility,
        ListKind::Major,
        ListKind::Measures,
        ListKind::CheckItems,
        ListKind::Staff,
        ListKind::Findings,
        ListKind::Changes,
        ListKind::Reviews,
    ];
    for kind in kinds {
        let bytes = |name: &str| {
            let path = std::path::Path::new(name);
            api::list_bytes(session.snapshot(), session.picture(), &out(kind), session.today(), path).unwrap()
        };
        assert!(bytes("清单.xlsx").starts_with(b"PK"), "{kind:?}");
        let document = bytes("清单.PDF");
        assert!(document.starts_with(b"%PDF-"), "{kind:?}");
        assert_eq!(document, bytes("清单.pdf"), "the same rows give the same bytes");
    }
}
