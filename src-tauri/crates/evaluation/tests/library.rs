//! The scores that the risk library suggests: each has a level by every preset of its method that has its values.
//! Relies on `assets/library/` as files, so that this crate need not know the library.
//! Knows no names of kinds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::{AssessmentMethod, Factors, RiskLevel};
use evaluation::{Preset, built_in_presets, evaluate};
use serde_json::Value;

const FILES: [&str; 11] = [
    include_str!("../../../../assets/library/laboratories.json"),
    include_str!("../../../../assets/library/workshops.json"),
    include_str!("../../../../assets/library/canteen.json"),
    include_str!("../../../../assets/library/living.json"),
    include_str!("../../../../assets/library/teaching.json"),
    include_str!("../../../../assets/library/campus-activities.json"),
    include_str!("../../../../assets/library/utilities.json"),
    include_str!("../../../../assets/library/works.json"),
    include_str!("../../../../assets/library/production.json"),
    include_str!("../../../../assets/library/storage.json"),
    include_str!("../../../../assets/library/service.json"),
];

fn level(preset: &Preset, values: &Value) -> Option<RiskLevel> {
    let factors: Factors = serde_json::from_value(values.clone()).unwrap();
    evaluate(preset, &[factors]).ok().map(|(_, level, _)| level)
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

#[test]
fn every_suggested_score_has_a_level_and_methods_agree() {
    let presets = built_in_presets();
    let default = |method| presets.iter().find(|preset| preset.method() == method).unwrap();
    let mut scores = 0;
    for text in FILES {
        let file: Value = serde_json::from_str(text).unwrap();
        for entry in list(&file, "entries") {
            for accident in list(entry, "hazards").iter().flat_map(|hazard| list(hazard, "accidents")) {
                let place = format!("{} {}", entry["id"], accident["type"]);
                let of = |basis: &str, method: AssessmentMethod| {
                    let values = &accident[basis][method.as_str()];
                    values.is_array().then(|| {
                        level(default(method), values).unwrap_or_else(|| panic!("{place}: {values}"))
                    })
                };
                for basis in ["inherent", "existing"] {
                    let lec = of(basis, AssessmentMethod::Lec).unwrap();
                    let ls = of(basis, AssessmentMethod::Ls).unwrap();
                    let apart = lec.number().abs_diff(ls.number());
                    assert!(apart <= 1, "{place} {basis}: {lec} by LEC, {ls} by LS");
                    scores += 2;
                }
                for method in AssessmentMethod::ALL {
                    if let (Some(inherent), Some(existing)) =
                        (of("inherent", *method), of("existing", *method))
                    {
                        assert!(inherent >= existing, "{place} {method}: measures raise the level");
                        scores += usize::from(*method == AssessmentMethod::Mes) * 2;
                    }
                }
            }
        }
    }
    assert!(scores > 1_000, "{scores}");
}
