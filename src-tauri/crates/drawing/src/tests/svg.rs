//! SVG: groups, uses, texts; nothing run, nothing fetched.
//! Relies on small drawings written here.
//! Must not know: how SVG is read.

use super::files::SVG;
use super::{codes, plan, plan_with, points, refusal};
use crate::{Basis, Limits, Options, Role, Unit, Warning};

#[test]
fn shapes_groups_and_uses_come_out_in_one_scale() {
    let found = plan_with(SVG.as_bytes(), &Options { unit: Some(Unit::Decimetre), ..Options::default() });
    // The rectangle is the upper left of all but the text's place, which lies to its right.
    assert_eq!(points(&found.lines[0]), [(0.0, 0.0), (20_000.0, 0.0), (20_000.0, 10_000.0), (0.0, 10_000.0)]);
    assert!(found.lines[0].closed && found.lines[0].role == Role::Wall);
    let doors = found.lines.iter().filter(|line| line.role == Role::Door).count();
    assert_eq!(doors, 2);
    let texts: Vec<&str> = found.texts.iter().map(|text| text.text.as_str()).collect();
    assert_eq!(texts, ["办公室", "101"]);
    assert_eq!(found.texts[1].at.y() - found.texts[0].at.y(), 2400.0);
    assert!(found.warnings.contains(&Warning::Removed(3)), "{:?}", found.warnings);
    assert!(found.bounds_mm.unwrap().width() < 100_000.0, "what is hidden is not drawn");
}

#[test]
fn without_a_unit_it_has_to_be_calibrated() {
    let found = plan(SVG.as_bytes());
    assert_eq!((found.units.unit, found.units.basis), (Unit::Pixel, Basis::Unknown));
    assert!(codes(&found).contains(&"not-to-scale"));
    let large = r#"<svg xmlns="http://www.w3.org/2000/svg" width="57900mm" viewBox="0 0 579 279"><path d="M0 0H579V279"/></svg>"#;
    let found = plan(large.as_bytes());
    assert_eq!((found.units.basis, found.bounds_mm.unwrap().width()), (Basis::Stated, 57_900.0));
}

#[test]
fn hostile_trees_are_refused_or_harmless() {
    let plain = Options::default();
    let wrap = |inner: &str| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{inner}</svg>"#
        )
    };
    let deep = wrap(&("<g>".repeat(100_000) + &"</g>".repeat(100_000)));
    assert!(refusal(deep.as_bytes(), &plain).to_string().contains("nesting"));
    // Ten uses of ten uses of ten.
    let mut bomb = r#"<defs><path id="a0" d="M0 0L1 1"/>"#.to_owned();
    for level in 1..10 {
        let uses = format!("<use href=\"#a{}\"/>", level - 1).repeat(10);
        bomb += &format!("<g id=\"a{level}\">{uses}</g>");
    }
    bomb += "</defs><use href=\"#a9\"/>";
    let options = Options { limits: Limits { entities: 20_000, ..Limits::default() }, ..Options::default() };
    assert_eq!(refusal(wrap(&bomb).as_bytes(), &options).code(), "drawing-too-large");
    let itself = wrap(
        r##"<g id="a"><path d="M0 0L9 9"/><use href="#a"/></g><path d="nonsense"/><path d="M0 0L1e999 9"/>"##,
    );
    let found = plan(itself.as_bytes());
    assert_eq!(found.lines.len(), 1);
    let laughs = r#"<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "<path d='M0 0L9 9'/>"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><svg xmlns="http://www.w3.org/2000/svg">&d;&d;&d;&d;&d;&d;&d;&d;</svg>"#;
    assert_eq!(refusal(laughs.as_bytes(), &plain).code(), "drawing-damaged");
    assert_eq!(refusal(wrap("<path d='M0 0'").as_bytes(), &plain).code(), "drawing-damaged");
}
