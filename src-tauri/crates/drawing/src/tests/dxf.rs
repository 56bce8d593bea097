//! DXF: entities, blocks, planes, texts, units, limits.
//! Relies on small drawings written here.
//! Must not know: how DXF is read.

use super::files::{Dxf, everything};
use super::{codes, plan, plan_with, points, refusal};
use crate::{Basis, Kind, Limits, Options, Role, Unit};
use std::collections::BTreeSet;

fn drawing(blocks: &[(&str, &str)], entities: &str) -> Vec<u8> {
    Dxf::new("AC1032", &[], blocks, entities).text()
}

#[test]
fn everything_is_read_and_what_is_not_is_counted() {
    let found = plan(&everything().gbk());
    assert_eq!((found.kind, found.version.as_str()), (Kind::Dxf, "AC1015 (AutoCAD 2000)"));
    let count = |kind: &str| found.counts.get(kind).copied().unwrap_or_default();
    assert_eq!((count("LINE"), count("ARC"), count("INSERT"), count("TEXT")), (2, 1, 1, 1));
    let skipped: Vec<(&str, u64)> = found.skipped.iter().map(|(kind, n)| (kind.as_str(), *n)).collect();
    assert_eq!(skipped, [("DIMENSION", 1), ("HATCH", 2), ("POINT", 1)]);
    assert_eq!(found.found.get("HATCH"), Some(&1));
    let texts: Vec<&str> = found.texts.iter().map(|text| text.text.as_str()).collect();
    assert_eq!(texts, ["办公室 ⌀20", "会议室\n二层"]);
    // The layer of the texts is off.
    assert!(found.texts.iter().all(|text| !text.visible));
    let roles: BTreeSet<Role> = found.lines.iter().map(|line| line.role).collect();
    assert!([Role::Wall, Role::Column, Role::Furniture, Role::Door].iter().all(|role| roles.contains(role)));
}

#[test]
fn text_gbk_and_binary_say_the_same() {
    let drawing = everything();
    let text = plan(&drawing.text());
    assert_eq!(text, plan(&drawing.gbk()));
    assert_eq!(text, plan(&drawing.binary()));
}

#[test]
fn blocks_are_scaled_turned_mirrored_and_nested() {
    let blocks = [
        ("inner", "0 LINE|8 0|10 0|20 0|11 100|21 0"),
        ("OUTER", "0 INSERT|8 0|2 Inner|10 100|20 0|41 2|42 2|50 90"),
    ];
    // Mirrored by a negative scale, and by a plane that looks down.
    let found = plan(&drawing(
        &blocks,
        "0 LINE|8 frame|10 -1000|20 -1000|11 1000|21 1000|0 INSERT|8 A-DOOR|2 outer|10 0|20 0|41 -1|42 1|0 INSERT|8 x|2 outer|10 0|20 0|230 -1",
    ));
    assert_eq!(points(&found.lines[1]), [(900.0, 1000.0), (900.0, 800.0)]);
    assert_eq!(points(&found.lines[1]), points(&found.lines[2]));
    assert_eq!(found.lines[1].role, Role::Door, "layer 0 in a block is the layer of its insertion");
}

#[test]
fn an_array_is_laid_out_along_its_own_axes() {
    let found = plan(&drawing(
        &[("chair", "0 LINE|8 0|10 0|20 0|11 10|21 0")],
        "0 INSERT|8 0|2 chair|10 0|20 0|50 90|70 2|71 3|44 500|45 1000",
    ));
    assert_eq!(found.lines.len(), 6);
    let bounds = found.bounds_mm.unwrap();
    assert_eq!((bounds.width().round(), bounds.height().round()), (2000.0, 510.0));
}

#[test]
fn bulges_and_arcs_are_flattened_to_the_tolerance() {
    let half = "0 LWPOLYLINE|8 0|70 0|10 0|20 0|42 1|10 2000|20 0";
    for tolerance_mm in [0.1, 10.0] {
        let found = plan_with(&drawing(&[], half), &Options { tolerance_mm, ..Options::default() });
        let line = found.lines[0].points.points();
        let middle = (line[0].x() + line[line.len() - 1].x()) / 2.0;
        for pair in line.windows(2) {
            let (x, y) = ((pair[0].x() + pair[1].x()) / 2.0 - middle, (pair[0].y() + pair[1].y()) / 2.0);
            let off = 1000.0 - x.hypot(y - line[0].y());
            assert!((-1e-6..=tolerance_mm).contains(&off), "{off}");
        }
    }
    let wide = plan(&drawing(&[], "0 ARC|8 0|10 0|20 0|40 1000|50 270|51 90"));
    let bounds = wide.bounds_mm.unwrap();
    assert!((bounds.width() - 1000.0).abs() < 5.0 && (bounds.height() - 2000.0).abs() < 5.0);
}

#[test]
fn an_unfamiliar_unit_is_guessed_or_chosen() {
    let text = String::from_utf8(drawing(&[], "0 LINE|8 0|10 0|20 0|11 57.9|21 27.9")).unwrap();
    let silent = text.replace("$INSUNITS\r\n 70\r\n4", "$INSUNITS\r\n 70\r\n0");
    let found = plan(silent.as_bytes());
    assert_eq!((found.units.unit, found.units.basis), (Unit::Metre, Basis::Guessed));
    assert_eq!((found.bounds_mm.unwrap().width(), codes(&found)), (57_900.0, vec!["unit-guessed"]));
    let chosen = plan_with(silent.as_bytes(), &Options { unit: Some(Unit::Foot), ..Options::default() });
    assert!((chosen.bounds_mm.unwrap().width() - 57.9 * 304.8).abs() < 1e-6);
    assert_eq!(codes(&plan(text.as_bytes())), ["unit-doubtful"]);
}

#[test]
fn layers_can_be_chosen() {
    let options = Options { layers: Some(["墙体".to_owned()].into()), ..Options::default() };
    let found = plan_with(&everything().text(), &options);
    assert!(found.lines.iter().all(|line| found.layers[line.layer].name == "墙体"));
    assert!(found.skipped.contains_key("(layer not chosen)"));
}

#[test]
fn a_mirrored_text_still_reads_from_the_left() {
    let found = plan(&drawing(&[], "0 TEXT|8 0|10 -1000|20 0|40 200|1 门|230 -1"));
    assert_eq!((found.texts[0].rotation, found.texts[0].across), (0.0, crate::Across::Right));
}

#[test]
fn recursive_blocks_are_refused_with_their_names() {
    let blocks = [
        ("A", "0 INSERT|8 0|2 B|10 0|20 0"),
        ("B", "0 LINE|8 0|10 0|20 0|11 1|21 1|0 INSERT|8 0|2 A|10 0|20 0"),
    ];
    let error = refusal(&drawing(&blocks, "0 INSERT|8 0|2 A|10 0|20 0"), &Options::default());
    assert!(error.to_string().contains("A → B → A") && error.chinese().contains("A → B → A"), "{error}");
}

#[test]
fn limits_are_named() {
    let small = |limits: Limits| Options { limits, ..Options::default() };
    let many = "0 LINE|8 0|10 0|20 0|11 1|21 1".to_owned() + &"|0 LINE|8 0|10 0|20 0|11 9|21 9".repeat(60);
    let error = refusal(&drawing(&[], &many), &small(Limits { entities: 50, ..Limits::default() }));
    assert!(error.to_string().contains("51 entities") && error.chinese().contains("50"), "{error}");
    // Ten blocks, each with ten of the next: ten thousand million lines.
    let names: Vec<String> = (0..11).map(|level| format!("b{level}")).collect();
    let contents: Vec<String> = (0..11)
        .map(|level| match level {
            10 => "0 LINE|8 0|10 0|20 0|11 1|21 1".to_owned(),
            _ => vec![format!("0 INSERT|8 0|2 b{}|10 0|20 0", level + 1); 10].join("|"),
        })
        .collect();
    let blocks: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(contents.iter().map(String::as_str)).collect();
    let options = small(Limits { entities: 20_000, ..Limits::default() });
    assert_eq!(
        refusal(&drawing(&blocks, "0 INSERT|8 0|2 b0|10 0|20 0"), &options).code(),
        "drawing-too-large"
    );
    // An array of a thousand million chairs.
    let array = "0 INSERT|8 0|2 b10|10 0|20 0|70 32767|71 32767|44 1|45 1";
    assert_eq!(refusal(&drawing(&blocks, array), &options).code(), "drawing-too-large");
    let nested = small(Limits { nesting: 5, ..Limits::default() });
    assert!(
        refusal(&drawing(&blocks, "0 INSERT|8 0|2 b0|10 0|20 0"), &nested).to_string().contains("nesting")
    );
    let round = "0 CIRCLE|8 0|10 0|20 0|40 100000|0 CIRCLE|8 0|10 0|20 0|40 100000";
    let error = refusal(&drawing(&[], round), &small(Limits { vertices: 100, ..Limits::default() }));
    assert!(error.to_string().contains("vertices"), "{error}");
}

#[test]
fn impossible_numbers_and_far_strays_are_left_out_and_told() {
    let found = plan(&drawing(
        &[],
        "0 LINE|8 0|10 0|20 0|11 9000|21 9000|0 LINE|8 0|10 nan|20 0|11 1|21 1|0 LINE|8 0|10 1e300|20 0|11 1|21 1\
         |0 LINE|8 0|10 5e9|20 0|11 5e9|21 1|0 LINE|8 0|10 0|20 0|11 9000|21 0|0 CIRCLE|8 0|10 0|20 0|40 inf",
    ));
    assert_eq!((found.lines.len(), codes(&found)), (2, vec!["unit-doubtful", "far-off", "bad-shapes"]));
    assert_eq!(found.skipped.get("LINE"), Some(&2));
}

#[test]
fn a_drawing_cut_short_is_refused_whole() {
    let whole = everything().text();
    let error = refusal(&whole[..whole.len() - 200], &Options::default());
    assert!(error.to_string().contains("stops in the middle"), "{error}");
    // Some programs forget the last line, and that is no harm.
    assert_eq!(plan(&whole[..whole.len() - 10]).lines.len(), plan(&whole).lines.len());
}

#[test]
fn an_empty_model_space_names_what_was_there_instead() {
    let error =
        refusal(&drawing(&[], "0 HATCH|8 0|0 LINE|8 0|67 1|10 0|20 0|11 1|21 1"), &Options::default());
    assert!(error.to_string().contains("1 HATCH") && error.to_string().contains("paper space"), "{error}");
}

#[test]
fn a_binary_file_of_the_oldest_kind_is_read() {
    let mut bytes = crate::dxf::BINARY_MARK.to_vec();
    for (code, text) in [(0, "SECTION"), (2, "ENTITIES"), (0, "LINE"), (8, "WALL")] {
        bytes.push(code);
        bytes.extend(text.bytes().chain([0]));
    }
    for (code, value) in [(10, 0.0_f64), (20, 0.0), (11, 9000.0), (21, 4000.0)] {
        bytes.push(code);
        bytes.extend(value.to_le_bytes());
    }
    // A code of more than one byte: a remark of an add-on.
    bytes.extend([255, 0xe8, 0x03]);
    bytes.extend(b"remark\0\0ENDSEC\0\0EOF\0");
    let found = plan(&bytes);
    assert_eq!(
        (points(&found.lines[0]), found.lines[0].role),
        (vec![(0.0, 4000.0), (9000.0, 0.0)], Role::Wall)
    );
}

#[test]
fn multilines_and_splines_become_lines() {
    let found = plan(&drawing(
        &[],
        "0 MLINE|8 WALL|71 0|10 0|20 0|11 0|21 0|12 1|22 0|13 0|23 1|74 2|41 100|41 0|75 0|74 2|41 -100|41 0|75 0\
         |11 5000|21 0|12 1|22 0|13 0|23 1|74 2|41 100|41 0|75 0|74 2|41 -100|41 0|75 0\
         |0 SPLINE|8 x|70 8|71 3|11 0|21 0|11 1000|21 500|11 2000|21 0",
    ));
    assert_eq!(points(&found.lines[0])[0].1 - points(&found.lines[1])[0].1, -200.0);
    assert_eq!((found.lines.len(), points(&found.lines[0]).len()), (3, 2));
    assert!(found.lines[2].points.points().len() > 8);
}

#[test]
fn other_drawings_and_missing_blocks_are_named() {
    let text = String::from_utf8(drawing(
        &[("plan", "")],
        "0 INSERT|8 0|2 plan|10 0|20 0|0 INSERT|8 0|2 gone|10 0|20 0|0 LINE|8 0|10 0|20 0|11 9000|21 0",
    ));
    let text = text
        .unwrap()
        .replace("BLOCK\r\n  8\r\n0\r\n 70\r\n0", "BLOCK\r\n  8\r\n0\r\n 70\r\n4\r\n  1\r\nbase.dwg");
    let found = plan(text.as_bytes());
    assert_eq!(codes(&found), ["missing-blocks", "external-references"]);
    assert!(found.warnings.iter().any(|warning| warning.chinese().contains("base.dwg")));
}
