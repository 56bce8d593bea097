//! Damaged and foreign bundles and result files: each refused with the place, nothing taken, nothing lost, no panic.
//! (Project files: crate `store`.)
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod inbox;

use serde_json::{Value, json};

fn sample() -> Value {
    serde_json::from_str(api::sample_bundle()).unwrap()
}

/// The first problem's code, place and words.
fn problem(text: &[u8]) -> (String, String, String) {
    let problems = api::verify_bundle(text);
    let first = problems.first().unwrap_or_else(|| panic!("accepted"));
    assert!(!first.text.chinese.is_empty() && !first.text.english.is_empty());
    assert!(api::read_bundle(text).is_err() || first.code == "level-disagrees", "verify and read disagree");
    (first.code.clone(), first.place.clone(), first.text.english.clone())
}

#[test]
fn wrong_bundles_are_refused_with_the_place() {
    let somewhere = "00000000-0000-7000-8000-00000000ffff";
    type Change<'a> = (&'a str, Box<dyn Fn(&mut Value)>, &'a str, &'a str);
    let set = |pointer: &'static str, value: Value| -> Box<dyn Fn(&mut Value)> {
        Box::new(move |bundle| {
            *bundle.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value.clone()
        })
    };
    let drop_key = |pointer: &'static str, key: &'static str| -> Box<dyn Fn(&mut Value)> {
        Box::new(move |bundle| {
            bundle.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        })
    };
    let add_key = |pointer: &'static str, key: &'static str, value: Value| -> Box<dyn Fn(&mut Value)> {
        Box::new(move |bundle| {
            bundle
                .pointer_mut(pointer)
                .unwrap()
                .as_object_mut()
                .unwrap()
                .insert(key.to_owned(), value.clone());
        })
    };
    let cases: Vec<Change<'_>> = vec![
        ("other format", set("/format", json!("recipes")), "not-a-bundle", "format"),
        ("format is a number", set("/format", json!(1)), "not-a-bundle", "format"),
        ("no format", drop_key("", "format"), "not-a-bundle", "format"),
        ("newer version", set("/version", json!("2.0")), "bundle-version", "version"),
        ("unknown field", add_key("/points/2", "colour", json!("red")), "bundle-shape", "points[2].colour"),
        ("unknown top-level field", add_key("", "extra", json!(1)), "bundle-shape", "extra"),
        ("missing field", drop_key("/points/1", "name"), "bundle-shape", "points[1]"),
        ("missing organisation", drop_key("", "organisation"), "bundle-shape", "bundle"),
        ("wrong type", set("/points/0/code", json!(7)), "bundle-shape", "points[0].code"),
        ("null name", set("/points/0/name", Value::Null), "bundle-shape", "points[0].name"),
        (
            "a float for a whole number",
            set("/people/0/ordinal", json!(1.5)),
            "bundle-shape",
            "people[0].ordinal",
        ),
        (
            "a number beyond whole numbers",
            set("/people/0/ordinal", json!(1e300)),
            "bundle-shape",
            "people[0].ordinal",
        ),
        ("list for object", set("/project", json!([])), "bundle-shape", "project"),
        ("unknown kind", set("/points/5/kind", json!("castle")), "bundle-shape", "points[5].kind"),
        (
            "unknown level",
            set("/levels/points/0/level", json!("purple")),
            "bundle-shape",
            "levels.points[0].level",
        ),
        (
            "unknown category",
            set("/points/0/hazards/0/measures/0/category", json!("x")),
            "bundle-shape",
            "points[0].hazards[0].measures[0].category",
        ),
        ("broken zone", set("/points/0/zoneId", json!(somewhere)), "bundle-reference", "points[0].zoneId"),
        (
            "zone that is a person",
            Box::new(|bundle| bundle["points"][0]["zoneId"] = bundle["people"][0]["id"].clone()),
            "bundle-reference",
            "points[0].zoneId",
        ),
        (
            "broken assessor",
            set("/points/0/hazards/0/accidents/0/assessments/0/assessorId", json!(somewhere)),
            "bundle-reference",
            "points[0].hazards[0].accidents[0].assessments[0].assessorId",
        ),
        (
            "broken preset",
            set("/project/activityPresetId", json!(somewhere)),
            "bundle-reference",
            "project.activityPresetId",
        ),
        (
            "id twice",
            Box::new(|bundle| bundle["points"][1]["id"] = bundle["points"][0]["id"].clone()),
            "bundle-id-twice",
            "points[1].id",
        ),
        (
            "id in capitals",
            Box::new(|bundle| {
                let id = bundle["people"][0]["id"].as_str().unwrap().to_uppercase().replace('0', "A");
                bundle["people"][0]["id"] = id.into();
            }),
            "bundle-shape",
            "people[0].id",
        ),
        ("no id", set("/people/0/id", json!("me")), "bundle-shape", "people[0].id"),
        (
            "crossing outline",
            set("/zones/0/outline", json!("0,0 1000,1000 1000,0 0,1000")),
            "bundle-shape",
            "zones[0].outline",
        ),
        ("outline of text", set("/zones/0/outline", json!("here")), "bundle-shape", "zones[0].outline"),
        ("position nowhere", set("/points/0/position", json!("NaN,0")), "bundle-shape", "points[0].position"),
        (
            "position too far",
            set("/points/0/position", json!("1e12,0")),
            "bundle-shape",
            "points[0].position",
        ),
        (
            "values that are none",
            set("/points/0/hazards/0/accidents/0/assessments/0/factors", json!(["3", "six"])),
            "bundle-shape",
            "points[0].hazards[0].accidents[0].assessments[0].factors",
        ),
        (
            "no values",
            set("/points/0/hazards/0/accidents/0/assessments/0/factors", json!([])),
            "bundle-shape",
            "points[0].hazards[0].accidents[0].assessments[0].factors",
        ),
        (
            "a date that is none",
            set("/points/0/hazards/0/accidents/0/assessments/0/assessedOn", json!("2026-02-30")),
            "bundle-shape",
            "points[0].hazards[0].accidents[0].assessments[0].assessedOn",
        ),
        ("blank name", set("/points/0/name", json!("  ")), "bundle-value", "points[0].name"),
        (
            "name of ten thousand characters",
            set("/points/0/name", json!("长".repeat(10_000))),
            "bundle-value",
            "points[0].name",
        ),
        (
            "storeys without end",
            set("/buildings/0/storeys", json!(100_000)),
            "bundle-value",
            "buildings[0].storeys",
        ),
        (
            "preset with a gap",
            set("/presets/0/criteria/bands/1/at_least", json!("9999")),
            "bad-preset",
            "presets[0].criteria",
        ),
        (
            "preset without bands",
            set("/presets/0/criteria/bands", json!([])),
            "bad-preset",
            "presets[0].criteria",
        ),
        (
            "a level that does not follow",
            Box::new(|bundle| {
                let level = bundle.pointer_mut("/levels/points/0/level").unwrap();
                *level = if *level == "low" { "major".into() } else { "low".into() };
            }),
            "level-disagrees",
            "levels.points[0]",
        ),
        (
            "attachment that is not what it says",
            add_key("", "attachments", json!([{"sha256": "00", "mediaType": "image/png", "data": "AAAA"}])),
            "bundle-attachment",
            "attachments[0]",
        ),
        (
            "attachment that is no base64",
            add_key("", "attachments", json!([{"sha256": "00", "mediaType": "image/png", "data": "!"}])),
            "bundle-shape",
            "attachments[0].data",
        ),
    ];
    assert!(cases.len() >= 30);
    let mut wrong = Vec::new();
    for (name, change, code, place) in cases {
        let mut bundle = sample();
        change(&mut bundle);
        let (found_code, found_place, text) = problem(bundle.to_string().as_bytes());
        if (found_code.as_str(), found_place.as_str()) != (code, place) {
            wrong.push(format!("{name}: {found_code} at {found_place} instead of {code} at {place}: {text}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}",
        wrong.join(
            "
"
        )
    );
}

#[test]
fn texts_that_are_no_bundle_are_refused() {
    let whole = api::sample_bundle().as_bytes();
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let mut latin = whole.to_vec();
    latin[whole.len() / 2] = 0xff;
    let mut cases: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("blank", b"   ".to_vec()),
        ("text", "四色".as_bytes().to_vec()),
        ("a list", b"[]".to_vec()),
        ("an empty object", b"{}".to_vec()),
        ("deeply nested", nested.into_bytes()),
        ("not UTF-8", latin),
        ("a project file", b"SQLite format 3\0".to_vec()),
        ("something after the end", [whole, b"{}"].concat()),
        ("byte order mark", [b"\xef\xbb\xbf".as_slice(), whole].concat()),
    ];
    for part in 1..20 {
        cases.push(("truncated", whole[..whole.len() * part / 20].to_vec()));
    }
    for (name, text) in cases {
        let (code, place, _) = problem(&text);
        assert!(code.starts_with("bundle-") || code == "not-a-bundle", "{name}: {code} at {place}");
    }
}
