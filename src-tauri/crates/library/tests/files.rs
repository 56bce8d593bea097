//! Library files of users: written, read back, laid over the built-in ones; hostile ones refused with the place.
//! Relies on texts only.
//! Knows no disk.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::{
    AccidentCatalogue, AnyRecord, Assessment, AssessmentMethod, ControlMeasure, CriteriaPreset, Explain,
    Hazard, Language, MeasureCategory, MeasureStatus, PossibleAccident, RiskBasis, RiskPoint, RiskPointKind,
    Snapshot, Uuid,
};
use library::{Change, Filter, Library, LibraryFile, Naming, Origin, Site, built_in_entries, entry_of_point};

fn own() -> LibraryFile {
    let mut file = LibraryFile::new("我的风险库");
    let mut entry = built_in_entries()[0].clone();
    entry.name = "化学实验室（高职）".to_owned();
    file.put(entry.clone());
    entry.id = "own-dye-house".to_owned();
    entry.name = "染整实训室".to_owned();
    entry.english = String::new();
    entry.words = vec!["印染".to_owned()];
    entry.initials = "rzsxs".to_owned();
    file.put(entry);
    file
}

fn place_of(text: &str) -> (String, &'static str) {
    let error = LibraryFile::parse(text.as_bytes()).expect_err("must be refused");
    for language in [Language::Chinese, Language::English] {
        assert!(error.explain(language).len() > 20);
    }
    (error.findings[0].place.clone(), error.code())
}

fn broken(from: &str, to: &str) -> (String, &'static str) {
    let text = own().to_json();
    assert!(text.contains(from), "{from}");
    place_of(&text.replacen(from, to, 1))
}

#[test]
fn what_is_written_is_read_back() {
    let file = own();
    file.check().unwrap();
    let text = file.to_json();
    assert_eq!(LibraryFile::parse(text.as_bytes()).unwrap(), file);
    assert_eq!(LibraryFile::parse(format!("\u{feff}{text}").as_bytes()).unwrap().to_json(), text);
}

#[test]
fn hostile_files_are_refused_with_the_place() {
    assert_eq!(place_of("{").1, "library-shape");
    assert_eq!(place_of("[]").1, "library-shape");
    assert_eq!(place_of("{}"), ("format".to_owned(), "not-a-library"));
    assert_eq!(place_of(&"[".repeat(100_000)).1, "library-shape");
    assert_eq!(broken("sise-risk-library", "sise-bundle"), ("format".to_owned(), "not-a-library"));
    assert_eq!(broken("\"version\": 1", "\"version\": 2"), ("version".to_owned(), "library-newer"));
    assert_eq!(broken("\"version\": 1", "\"version\": -1"), ("version".to_owned(), "library-version"));
    assert_eq!(broken("\"name\": \"我的风险库\"", "\"name\": \" \""), ("name".to_owned(), "library-text"));
    assert_eq!(broken("\"words\"", "\"wordz\""), ("entries[0].wordz".to_owned(), "library-shape"));
    assert_eq!(broken("own-dye-house", "Own House"), ("entries[1].id".to_owned(), "library-id"));
    assert_eq!(
        broken("own-dye-house", "chemistry-laboratory"),
        ("entries[1].id".to_owned(), "library-id-twice")
    );
    assert_eq!(broken("\"laboratories\"", "\"nowhere\""), ("entries[0].group".to_owned(), "library-code"));
    assert_eq!(
        broken("\"factor\": \"2109\"", "\"factor\": \"99\""),
        ("entries[0].hazards[0].factor".to_owned(), "library-code")
    );
    assert_eq!(
        broken("\"type\": \"08\"", "\"type\": \"8\""),
        ("entries[0].hazards[0].accidents[0].type".to_owned(), "library-code")
    );
    assert_eq!(
        broken("\"engineering\"", "\"magic\""),
        ("entries[0].hazards[0].measures[0].category".to_owned(), "library-shape")
    );
    assert_eq!(broken("warning-fire", "warning-dragons"), ("entries[0].signs[0]".to_owned(), "library-code"));
    assert_eq!(
        broken("\"dd-4\"", "\"dd-99\""),
        ("entries[0].direct[0].condition".to_owned(), "library-code")
    );
    let long = "长".repeat(201);
    assert_eq!(broken("染整实训室", &long), ("entries[1].name".to_owned(), "library-text"));
}

#[test]
fn values_that_no_table_has_are_refused() {
    let mut file = own();
    let accident = &mut file.entries[1].hazards[0].accidents[0];
    accident.existing.set(AssessmentMethod::Lec, "3,6,8".parse().unwrap());
    accident.existing.set(AssessmentMethod::Ls, "3,3,3".parse().unwrap());
    let error = file.check().unwrap_err();
    let places: Vec<_> = error.findings.iter().map(|finding| finding.place.as_str()).collect();
    let place = "entries[1].hazards[0].accidents[0].existing";
    assert_eq!(places, [format!("{place}.lec"), format!("{place}.ls")]);
    assert_eq!(error.code(), "library-score");
}

#[test]
fn a_flood_of_rows_is_cut_short() {
    let mut file = own();
    let mut entry = file.entries[0].clone();
    entry.hazards.clear();
    for index in 0..6_000 {
        entry.id = format!("row-{index}");
        entry.name = String::new();
        file.entries.push(entry.clone());
    }
    let error = LibraryFile::parse(file.to_json().as_bytes()).unwrap_err();
    assert_eq!(error.findings.len(), 100);
    assert!(error.more > 5_000);
}

#[test]
fn own_entries_lie_over_the_built_in_ones() {
    let file = own();
    let library = Library::new([&file]);
    assert_eq!(library.entries().len(), built_in_entries().len() + 1);
    let changed = library.get("chemistry-laboratory").unwrap();
    assert_eq!((changed.origin, changed.entry.name.as_str()), (Origin::Changed, "化学实验室（高职）"));
    assert_eq!(library.get("own-dye-house").unwrap().origin, Origin::User);
    assert_eq!(library.get("lathe").unwrap().origin, Origin::BuiltIn);
    let mut other = LibraryFile::new("同事的");
    let changes: Vec<_> = other.compare(&file).into_iter().map(|change| change.change).collect();
    assert_eq!(changes, [Change::Added, Change::Added]);
    other.take(&file, &["own-dye-house".to_owned()]);
    assert_eq!(other.entries.len(), 1);
    other.entries[0].name = "印染室".to_owned();
    let changes: Vec<_> = other.compare(&file).into_iter().map(|change| change.change).collect();
    assert_eq!(changes, [Change::Added, Change::Replaced]);
    assert!(other.remove("own-dye-house").is_some() && other.remove("own-dye-house").is_none());
}

#[test]
fn search_ranks_names_before_contents() {
    let file = own();
    let library = Library::new([&file]);
    let first = |query: &str| {
        let hits = library.search(query, &Filter::default());
        hits.first().map_or("", |hit| hit.listed.entry.id.as_str()).to_owned()
    };
    for (query, id) in [
        ("普通车床", "lathe"),
        ("车床", "lathe"),
        ("CA6140", "lathe"),
        ("ca6140", "lathe"),
        ("ｌａｔｈｅ", "lathe"),
        ("ptcc", "lathe"),
        ("实验室化学", "chemistry-laboratory"),
        ("swimming", "swimming-pool"),
        ("化粪池", "confined-space-work"),
        ("印染", "own-dye-house"),
        ("电梯 困人", "passenger-lift"),
        ("三合一", "three-in-one-premises"),
        ("校车", "school-bus"),
    ] {
        assert_eq!(first(query), id, "{query}");
    }
    assert!(library.search("没有这种东西", &Filter::default()).is_empty());
    assert_eq!(library.search("  ", &Filter::default()).len(), library.entries().len());
    // What only a measure says is found too.
    assert!(library.search("急停", &Filter::default()).len() > 5);
    let filter = Filter { kind: Some(RiskPointKind::Activity), site: Some(Site::Company), group: None };
    let hits = library.search("", &filter);
    assert!(!hits.is_empty());
    for hit in hits {
        let entry = &hit.listed.entry;
        assert!(entry.kind == RiskPointKind::Activity && entry.applies_to != Site::School, "{}", entry.id);
    }
}

#[test]
fn a_template_speaks_the_catalogue_of_the_project() {
    let library = Library::new([]);
    let entry = &library.get("gas-cylinders").unwrap().entry;
    let old = entry.template(Language::Chinese, AccidentCatalogue::Gb1986);
    let new = entry.template(Language::English, AccidentCatalogue::Gb2025);
    let types = |template: &library::Template| {
        let hazard = &template.hazards[1];
        hazard.accidents.iter().map(|accident| accident.accident_type.clone()).collect::<Vec<_>>()
    };
    assert_eq!(types(&old), ["18", "08"]);
    assert_eq!(types(&new), ["N16", "N09"]);
    assert_eq!(new.name, "gas cylinders");
    let accident = &new.hazards[1].accidents[0];
    let factors = accident.score(AssessmentMethod::Lec, RiskBasis::Existing).unwrap();
    assert_eq!(factors.values().len(), 3);
    for hazard in &old.hazards {
        assert!(hazard.measures.is_sorted_by_key(|measure| measure.category));
    }
    let mut accident = entry.hazards[1].accidents[0].clone();
    for (newer, older) in
        [("N27", "20"), ("N24", "19"), ("N16", "18"), ("N09", "08"), ("N14", "17"), ("X01", "X01")]
    {
        accident.accident_type = newer.to_owned();
        assert_eq!(accident.type_in(AccidentCatalogue::Gb1986).0, older);
    }
    // Two types that one edition holds together are one accident there, with the higher score.
    let entry = &library.get("confined-space-work").unwrap().entry;
    let old = entry.template(Language::Chinese, AccidentCatalogue::Gb1986);
    assert_eq!(types_of(&old), ["19"]);
    assert_eq!(types_of(&entry.template(Language::Chinese, AccidentCatalogue::Gb2025)), ["N23", "N24"]);
}

fn types_of(template: &library::Template) -> Vec<String> {
    template.hazards[0].accidents.iter().map(|accident| accident.accident_type.clone()).collect()
}

#[test]
fn a_point_of_a_project_becomes_an_entry() {
    let id = |number: u128| Uuid::from_u128(number);
    let mut snapshot = Snapshot::default();
    let body = r#"{"method":"lec","more":1}"#.to_owned();
    let preset = CriteriaPreset { id: id(1).into(), code: "mine".into(), version: 1, body };
    let point: RiskPoint = serde_json::from_value(serde_json::json!({
        "id": id(2), "code": "A-1", "name": "钢筋棚", "kind": "workplace", "zone_id": null, "floor_id": null,
        "position": null, "building_id": null, "location": "", "department_id": null, "person_id": null,
        "post_id": null, "tier_id": null, "tier_reason": "", "control_focus": "", "note": "", "work_content": "", "frequency": "",
        "specification": "", "equipment_number": "", "quantity": null, "special_equipment": false, "purpose": "",
        "area": "", "capacity": null, "emergency": "", "library_entry": ""
    }))
    .unwrap();
    let hazard = Hazard {
        step: "调直".into(),
        factor: "210101".into(),
        consequence: "骨折".into(),
        ..Hazard::blank(id(3).into(), point.id, "钢筋甩尾")
    };
    let accident =
        PossibleAccident { id: id(4).into(), hazard_id: hazard.id, accident_type: "01".into(), ordinal: 0 };
    let measure = ControlMeasure::new(
        id(5).into(),
        hazard.id,
        MeasureCategory::Engineering,
        "设挡板",
        MeasureStatus::Existing,
        0,
    );
    let assessment = |number: u128, factors: &str| Assessment {
        id: id(number).into(),
        accident_id: accident.id,
        assessor_id: id(9).into(),
        basis: RiskBasis::Existing,
        preset_id: preset.id,
        factors: factors.parse().unwrap(),
        assessed_on: None,
    };
    let (low, high, odd) = (assessment(6, "1,6,7"), assessment(7, "3,6,7"), assessment(8, "4,6,40"));
    let point_id = point.id;
    let records: Vec<AnyRecord> = vec![
        preset.clone().into(),
        point.into(),
        hazard.clone().into(),
        accident.clone().into(),
        measure.into(),
        low.into(),
        high.into(),
        odd.into(),
    ];
    for record in records {
        snapshot.put(record);
    }
    let naming = Naming {
        id: "own-rebar-shed".into(),
        group: "works".into(),
        applies_to: Site::Both,
        name: String::new(),
    };
    let entry = entry_of_point(&snapshot, point_id, naming.clone()).unwrap();
    assert_eq!(entry.name, "钢筋棚");
    assert_eq!(entry.hazards[0].factor, "210101");
    let accident = &entry.hazards[0].accidents[0];
    assert_eq!(accident.existing.lec.as_ref().unwrap().to_string(), "3,6,7");
    assert!(accident.inherent.lec.is_none());
    let mut file = LibraryFile::new("带走的");
    file.put(entry);
    assert_eq!(LibraryFile::parse(file.to_json().as_bytes()).unwrap(), file);
    assert!(entry_of_point(&snapshot, id(77).into(), naming).is_none());
}
