//! Every row exactly once, groups whole, tall rows cut.
//! Relies on the shipped fonts.
//! Must not know: backends.

use super::*;
use crate::layout::run::TextStyle;
use crate::testing::fonts;
use proptest::prelude::*;

fn cell(text: &str) -> Cell {
    Cell::new(Paragraph::new(text, TextStyle::regular(9.0).leading(1.4)))
}

fn texts(part: &TablePart) -> Vec<String> {
    part.items
        .iter()
        .filter_map(|item| match item {
            Item::Text(run) => Some(run.original()),
            _ => None,
        })
        .collect()
}

fn table(rows: Vec<Row>) -> Table {
    let mut table = Table::new(vec![ColumnWidth::Fixed(20.0), ColumnWidth::Weight(1.0)]);
    table.header = vec![Row::new(vec![cell("编号"), cell("内容")])];
    table.rows = rows;
    table
}

#[test]
fn header_is_repeated_and_rows_stay_whole() {
    let rows = (0..40)
        .map(|i| Row::new(vec![cell(&format!("R{i}")), cell("甲乙丙丁".repeat(9).as_str())]))
        .collect();
    let parts = table(rows).paginate(&fonts(), 80.0, Room { first: 40.0, others: 60.0 }).unwrap();
    assert!(parts.len() > 3);
    for part in &parts {
        let texts = texts(part);
        assert_eq!(&texts[..2], ["编号", "内容"]);
        for i in part.rows.clone() {
            assert!(texts.contains(&format!("R{i}")));
        }
    }
    assert!(parts[0].height <= 40.0 && parts[1].height <= 60.0);
}

#[test]
fn a_row_taller_than_a_page_is_cut_between_lines() {
    let long: String = "危险源辨识与风险评价".repeat(200);
    let rows = vec![
        Row::new(vec![cell("A"), cell("短")]),
        Row::new(vec![cell("B"), cell(&long)]),
        Row::new(vec![cell("C"), cell("末")]),
    ];
    let parts = table(rows).paginate(&fonts(), 80.0, Room::each(100.0)).unwrap();
    let all: String = parts
        .iter()
        .flat_map(|p| texts(p).split_off(2))
        .filter(|t| !["A", "短", "B", "C", "末"].contains(&t.as_str()))
        .collect();
    assert_eq!(all, long);
    assert!(parts.iter().all(|p| p.height <= 100.0 + 1e-6));
}

#[test]
fn joined_cells_are_shown_again_on_the_next_page() {
    let mut rows = vec![Row::new(vec![cell("机加工实训中心"), cell("0")])];
    rows.extend((1..30).map(|i| Row::new(vec![Cell::joined_to_above(), cell(&i.to_string())])));
    let parts = table(rows).paginate(&fonts(), 80.0, Room::each(60.0)).unwrap();
    assert!(parts.len() >= 3);
    for part in &parts {
        let joined: String =
            texts(part).into_iter().filter(|t| t.chars().all(|c| !c.is_ascii())).skip(2).collect();
        assert!(joined.starts_with("机加工实训中心"), "{joined}");
    }
}

#[test]
fn a_joined_cell_taller_than_its_rows_makes_the_last_one_higher() {
    let label = "设备设施与作业活动".repeat(3);
    let rows =
        vec![Row::new(vec![cell(&label), cell("1")]), Row::new(vec![Cell::joined_to_above(), cell("2")])];
    let parts = table(rows).paginate(&fonts(), 80.0, Room::each(200.0)).unwrap();
    let shown: String = texts(&parts[0]).into_iter().filter(|t| label.contains(t.as_str())).collect();
    assert_eq!(shown, label);
}

#[test]
fn what_cannot_be_laid_out_says_why() {
    let fonts = fonts();
    let none = Table::new(vec![]).paginate(&fonts, 100.0, Room::each(100.0));
    assert_eq!(none.unwrap_err(), TableError::NoColumns);
    let shape = table(vec![Row::new(vec![cell("1")])]).paginate(&fonts, 100.0, Room::each(100.0));
    assert_eq!(shape.unwrap_err(), TableError::RowShape { place: "body", row: 0, covered: 1, columns: 2 });
    let wide = table(vec![]).paginate(&fonts, 10.0, Room::each(100.0));
    assert!(matches!(wide, Err(TableError::TooWide { .. })));
    let low = table(vec![Row::new(vec![cell("1"), cell("2")])]).paginate(&fonts, 100.0, Room::each(8.0));
    assert!(matches!(low, Err(TableError::TooLow { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_row_appears_exactly_once(
        rows in prop::collection::vec((0usize..260, prop::bool::weighted(0.3)), 0..40),
        height in 30.0f64..120.0,
        first in 5.0f64..120.0,
    ) {
        let body: Vec<Row> = rows.iter().enumerate().map(|(i, (length, joins))| {
            let label = if *joins && i > 0 { Cell::joined_to_above() } else { cell(&format!("组{i}")) };
            let text: String = format!("〔{i}〕") + &"险".repeat(*length);
            Row::new(vec![label, cell(&text)])
        }).collect();
        let parts = table(body).paginate(&fonts(), 70.0, Room { first, others: height }).unwrap();
        let mut expected = 0;
        for (i, part) in parts.iter().enumerate() {
            prop_assert_eq!(part.rows.start, expected);
            expected = part.rows.end;
            let offered = if i == 0 { first } else { height };
            prop_assert!(part.height <= offered + 1e-6, "part {} is {} of {}", i, part.height, offered);
        }
        prop_assert_eq!(expected, rows.len());
        let all: String = parts.iter().flat_map(texts).collect();
        for (i, (_, joins)) in rows.iter().enumerate() {
            let body = format!("〔{i}〕");
            prop_assert_eq!(all.matches(&body).count(), 1);
            if !*joins || i == 0 {
                let label = format!("组{i}");
                prop_assert!(all.contains(&label));
            }
        }
        let inked = all.matches('险').count();
        prop_assert_eq!(inked, rows.iter().map(|(l, _)| l).sum::<usize>());
    }
}
