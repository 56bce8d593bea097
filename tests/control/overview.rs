//! The overview counts what is there, and every number has its rows.

use testkit::Bench;

#[test]
fn numbers_of_the_sample_have_their_points() {
    let bench = Bench::sample();
    let overview =
        api::overview_of(bench.session().snapshot(), bench.session().picture(), bench.session().today());
    assert_eq!(overview.points.count, 36);
    assert_eq!(overview.levels.iter().map(|own| own.total).collect::<Vec<_>>(), [3, 11, 16, 6, 0]);
    for groups in [&overview.levels, &overview.kinds, &overview.departments, &overview.buildings] {
        assert_eq!(groups.iter().map(|own| own.total).sum::<u32>(), 36);
    }
    let everything = serde_json::to_value(&overview).unwrap();
    counts_match(&everything);
    assert_eq!(overview.stages.len(), 9);
    assert!(
        overview.matrices.iter().flat_map(|own| &own.cells).map(|own| own.points.count).sum::<u32>() <= 36
    );
}

#[test]
fn an_empty_project_has_begun_nothing_it_did_not() {
    let bench = Bench::blank();
    let overview =
        api::overview_of(bench.session().snapshot(), bench.session().picture(), bench.session().today());
    assert_eq!((overview.points.count, overview.weaknesses.len()), (0, 0));
    let open: Vec<_> = overview.stages.iter().map(|own| own.state).collect();
    assert!(!open.contains(&api::StageState::Done), "{open:?}");
}

/// Wherever a count and its points stand together they agree.
fn counts_match(value: &serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            if let (Some(count), Some(points)) =
                (fields.get("count"), fields.get("points").and_then(|p| p.as_array()))
            {
                assert_eq!(count.as_u64().unwrap(), points.len() as u64);
            }
            fields.values().for_each(counts_match);
        }
        serde_json::Value::Array(values) => values.iter().for_each(counts_match),
        _ => {}
    }
}
