//! What the shipped library promises: enough kinds, whole entries, no boilerplate.
//! Relies on `assets/library/` as compiled in; reading it strictly is tested beside the code.
//! Knows no score's level: that is tested in `evaluation`, which owns the presets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::{
    AccidentCatalogue, AssessmentMethod, Language, MeasureCategory, RiskBasis, RiskPointKind, accident_type,
};
use library::{LibraryEntry, Site, built_in_entries, built_in_groups};
use std::collections::{BTreeMap, HashMap, HashSet};

fn is_chinese(text: &str) -> bool {
    text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character))
}

#[test]
fn there_are_enough_kinds_of_every_family() {
    let count =
        |fits: fn(&LibraryEntry) -> bool| built_in_entries().iter().filter(|entry| fits(entry)).count();
    assert!(count(|entry| entry.applies_to != Site::Company) >= 45);
    assert!(count(|entry| entry.applies_to == Site::Company) >= 15);
    for kind in [RiskPointKind::Activity, RiskPointKind::Facility, RiskPointKind::Workplace] {
        let found = built_in_entries().iter().filter(|entry| entry.kind == kind).count();
        assert!(found >= 15, "{kind}: {found}");
    }
}

#[test]
fn ids_and_names_are_given_once() {
    let mut seen = HashSet::new();
    for entry in built_in_entries() {
        for (column, text) in [("id", &entry.id), ("name", &entry.name), ("english", &entry.english)] {
            assert!(seen.insert((column, text.as_str())), "{column} {text}");
        }
        assert!(built_in_groups().iter().any(|group| group.id == entry.group), "{}", entry.id);
    }
}

#[test]
fn every_entry_is_whole() {
    for entry in built_in_entries() {
        let id = &entry.id;
        assert!(is_chinese(&entry.name) && entry.english.is_ascii() && !entry.english.is_empty(), "{id}");
        assert!(!entry.initials.is_empty() && entry.initials.is_ascii() && !entry.words.is_empty(), "{id}");
        assert!((2..=6).contains(&entry.hazards.len()), "{id}");
        assert!((3..=8).contains(&entry.checks.len()), "{id}");
        assert!((3..=6).contains(&entry.emergency.len()), "{id}");
        assert!((2..=8).contains(&entry.signs.len()), "{id}");
        for hazard in &entry.hazards {
            for text in [&hazard.step, &hazard.description, &hazard.consequence] {
                assert!(is_chinese(text), "{id}: {text}");
            }
            assert!(!hazard.factor.is_empty() && !hazard.accidents.is_empty(), "{id}: {}", hazard.step);
            assert!(hazard.measures.len() >= 3, "{id}: {}", hazard.step);
            let is_check = entry.kind == RiskPointKind::Facility;
            assert_eq!(is_check, !hazard.standard.is_empty(), "{id}: only check lists have standards");
        }
        for check in &entry.checks {
            for text in [&check.item, &check.method, &check.standard, &check.frequency] {
                assert!(is_chinese(text), "{id}: {text}");
            }
        }
    }
}

#[test]
fn all_five_classes_of_measures_are_there() {
    for entry in built_in_entries() {
        for category in MeasureCategory::ALL {
            let found = entry.measures(*category).count() > 0;
            assert!(found, "{}: {}", entry.id, category.name(Language::Chinese));
        }
    }
}

#[test]
fn no_sentence_is_boilerplate() {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for entry in built_in_entries() {
        for measure in entry.hazards.iter().flat_map(|hazard| &hazard.measures) {
            *uses.entry(&measure.content).or_default() += 1;
        }
        for step in &entry.emergency {
            *uses.entry(step).or_default() += 1;
        }
    }
    // Whom to ring is the same everywhere.
    let said_often = |(text, count): &(&&str, &usize)| {
        **count > 3 && text.chars().count() > 4 && !text.starts_with("拨打")
    };
    let often: BTreeMap<_, _> = uses.iter().filter(said_often).collect();
    assert!(often.is_empty(), "{often:?}");
    let vague = ["加强管理", "加强教育", "提高意识", "注意安全，"];
    for text in uses.keys() {
        assert!(vague.iter().all(|word| !text.contains(word)), "{text} says nothing");
    }
}

#[test]
fn every_accident_has_scores_and_a_type_in_both_editions() {
    for entry in built_in_entries() {
        for accident in entry.hazards.iter().flat_map(|hazard| &hazard.accidents) {
            let place = format!("{}: {}", entry.id, accident.accident_type);
            for basis in RiskBasis::ALL {
                for method in [AssessmentMethod::Lec, AssessmentMethod::Ls] {
                    assert!(accident.score(method, *basis).is_some(), "{place}");
                }
            }
            let (old, _) = accident.type_in(AccidentCatalogue::Gb1986);
            let (new, confirm) = accident.type_in(AccidentCatalogue::Gb2025);
            assert!(!confirm, "{place}: the mapping asks, so the entry has to say the type of 2025");
            let of = |code: &str| accident_type(code).map(|found| found.catalogue);
            assert_ne!(of(old), Some(AccidentCatalogue::Gb2025), "{place}");
            assert_ne!(of(new), Some(AccidentCatalogue::Gb1986), "{place}");
        }
    }
}
