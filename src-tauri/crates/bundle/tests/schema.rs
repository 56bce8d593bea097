//! The published schema of the bundle is the one that the types make.
#![allow(clippy::unwrap_used)]

use expect_test::expect_file;

#[test]
fn the_committed_schema_is_that_of_the_types() {
    expect_file!["../../../../assets/schema/dual-prevention-bundle-1.0.schema.json"]
        .assert_eq(&bundle::schema());
}

#[test]
fn the_schema_is_draft_2020_12_and_valid_itself() {
    let schema: serde_json::Value = serde_json::from_str(&bundle::schema()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
}
