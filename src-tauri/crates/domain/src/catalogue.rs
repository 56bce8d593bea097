//! The field's own lists: accident types, hazard factors, conditions of direct determination.
//! Relies on `assets/catalogues/`, compiled in; the numbering marked unverified there is not printed as final.
//! Knows nothing of projects.

use crate::language::Language;
use crate::level::RiskLevel;
use serde::Deserialize;
use std::sync::LazyLock;

vocabulary! {
    /// Where an accident type comes from.
    pub enum AccidentCatalogue {
        /// The 20 types that most forms still carry.
        Gb1986 = "gb6441-1986", "GB 6441-1986", "GB 6441-1986";
        /// The 27 types of the new edition.
        Gb2025 = "gb6441-2025", "GB 6441-2025", "GB 6441-2025";
        /// Types of schools, with codes of our own.
        School = "school", "学校事故类型", "school types";
    }
}

/// 「事故类型」
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccidentType {
    /// 01-20, N01-N27 or X01…
    pub code: String,
    /// The list it is from.
    pub catalogue: AccidentCatalogue,
    name: String,
    english: String,
    /// For a type of 1986: the type of 2025 that takes its place.
    #[serde(default)]
    pub successor: Option<String>,
    /// Whether the successor is a guess that a person should confirm.
    #[serde(default)]
    pub ask: bool,
    /// For a school type that is another name of a standard one.
    #[serde(default)]
    pub alias_of: Option<String>,
    /// The code printed by the standard, where it differs; uncertain, see the domain notes.
    #[serde(default)]
    pub standard_code: Option<String>,
}

/// 「危险和有害因素」 of GB/T 13861, two layers fixed and a third to be verified.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HazardFactor {
    /// 2 or 4 digits.
    pub code: String,
    name: String,
    #[serde(default)]
    english: Option<String>,
    /// Whether the number follows the 2009 edition and still has to be checked against that of 2022.
    #[serde(default)]
    pub unverified: bool,
}

/// 「直接判定条件」
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectCondition {
    /// Its short code.
    pub code: String,
    name: String,
    english: String,
    /// The level it calls for.
    pub level: RiskLevel,
}

impl AccidentType {
    /// What people call it.
    pub fn name(&self, language: Language) -> &str {
        language.pick(&self.name, &self.english)
    }
}

/// A form of somebody else that prints accident types in its own words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccidentForm {
    /// Its short name.
    pub form: String,
    name: String,
    english: String,
    differs: Vec<FormWord>,
}

/// A type that a form calls otherwise than GB 6441-1986 does.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormWord {
    code: String,
    name: String,
    english: String,
}

impl AccidentForm {
    /// What people call the form.
    pub fn name(&self, language: Language) -> &str {
        language.pick(&self.name, &self.english)
    }

    /// The types of the form in their order, with their codes of 1986 and the words that it prints.
    pub fn types(&self, language: Language) -> impl Iterator<Item = (&'static str, &str)> {
        let of_1986 = accident_types().iter().filter(|own| own.catalogue == AccidentCatalogue::Gb1986);
        of_1986.map(move |own| {
            let word = self.differs.iter().find(|word| word.code == own.code);
            let name =
                word.map_or_else(|| own.name(language), |word| language.pick(&word.name, &word.english));
            (own.code.as_str(), name)
        })
    }
}

impl HazardFactor {
    /// What people call it; the finer layers have Chinese names only.
    pub fn name(&self, language: Language) -> &str {
        language.pick(&self.name, self.english.as_deref().unwrap_or(&self.name))
    }
}

impl DirectCondition {
    /// The condition in words.
    pub fn name(&self, language: Language) -> &str {
        language.pick(&self.name, &self.english)
    }
}

macro_rules! list {
    ($file:literal) => {
        // A list that did not parse would be empty; the tests below see to it that none is.
        LazyLock::new(|| {
            serde_json::from_str(include_str!(concat!("../../../../assets/catalogues/", $file)))
                .unwrap_or_default()
        })
    };
}

static ACCIDENT_TYPES: LazyLock<Vec<AccidentType>> = list!("accident-types.json");
static ACCIDENT_FORMS: LazyLock<Vec<AccidentForm>> = list!("accident-forms.json");
static HAZARD_FACTORS: LazyLock<Vec<HazardFactor>> = list!("hazard-factors.json");
static DIRECT_CONDITIONS: LazyLock<Vec<DirectCondition>> = list!("direct-conditions.json");

/// Every accident type of every catalogue.
pub fn accident_types() -> &'static [AccidentType] {
    &ACCIDENT_TYPES
}

/// The accident type with this code.
pub fn accident_type(code: &str) -> Option<&'static AccidentType> {
    ACCIDENT_TYPES.iter().find(|accident| accident.code == code)
}

/// For types of 2025: the one of 1986 where several became one, or where the old edition had no name of its own.
const OLDER: &[(&str, &str)] = &[
    ("N03", "02"),
    ("N11", "20"),
    ("N12", "10"),
    ("N14", "17"),
    ("N15", "17"),
    // 15 瓦斯爆炸 is of mines.
    ("N16", "18"),
    ("N17", "18"),
    ("N18", "18"),
    ("N19", "14"),
    ("N20", "14"),
    ("N21", "18"),
    ("N22", "18"),
    ("N23", "19"),
    ("N24", "19"),
    ("N25", "10"),
    ("N26", "20"),
    ("N27", "20"),
];

/// The type that stands for this one in a list that carries `catalogue`, and whether that is a guess that a person
/// should confirm. School types without a counterpart keep their own code; for a school list every type does.
pub fn accident_type_in(code: &str, catalogue: AccidentCatalogue) -> Option<(&'static AccidentType, bool)> {
    let own = accident_type(code)?;
    Some(match catalogue {
        AccidentCatalogue::School => (own, false),
        AccidentCatalogue::Gb1986 => type_of_1986(own),
        AccidentCatalogue::Gb2025 => type_of_2025(own),
    })
}

fn type_of_1986(own: &'static AccidentType) -> (&'static AccidentType, bool) {
    if own.catalogue != AccidentCatalogue::Gb2025 {
        return (own, false);
    }
    if let Some((_, older)) = OLDER.iter().find(|(newer, _)| *newer == own.code) {
        return (accident_type(older).unwrap_or(own), true);
    }
    let older = accident_types().iter().find(|older| older.successor.as_deref() == Some(own.code.as_str()));
    older.map_or((own, true), |older| (older, false))
}

fn type_of_2025(own: &'static AccidentType) -> (&'static AccidentType, bool) {
    let standard = own.alias_of.as_deref().and_then(accident_type).unwrap_or(own);
    match standard.successor.as_deref().and_then(accident_type) {
        Some(successor) => (successor, standard.ask),
        None => (own, false),
    }
}

/// Forms that print accident types in their own words.
pub fn accident_forms() -> &'static [AccidentForm] {
    &ACCIDENT_FORMS
}

/// Every hazard factor.
pub fn hazard_factors() -> &'static [HazardFactor] {
    &HAZARD_FACTORS
}

/// The hazard factor with this code.
pub fn hazard_factor(code: &str) -> Option<&'static HazardFactor> {
    HAZARD_FACTORS.iter().find(|factor| factor.code == code)
}

/// Every condition of direct determination.
pub fn direct_conditions() -> &'static [DirectCondition] {
    &DIRECT_CONDITIONS
}

/// The condition with this code.
pub fn direct_condition(code: &str) -> Option<&'static DirectCondition> {
    DIRECT_CONDITIONS.iter().find(|condition| condition.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        let count =
            |catalogue| accident_types().iter().filter(|accident| accident.catalogue == catalogue).count();
        assert_eq!(count(AccidentCatalogue::Gb1986), 20);
        assert_eq!(count(AccidentCatalogue::Gb2025), 27);
        assert_eq!(count(AccidentCatalogue::School), 20);
        assert_eq!(direct_conditions().len(), 10);
        assert_eq!(accident_forms().len(), 2);
        for form in accident_forms() {
            let types: Vec<_> = form.types(Language::Chinese).collect();
            assert_eq!(types.len(), 20, "{}", form.form);
            assert_eq!((types[0], types[16]), (("01", "物体打击"), ("17", "压力容器爆炸")));
            assert_eq!(types[19], ("20", "山洪地质灾害"));
        }
        let inward =
            |code, catalogue| accident_type_in(code, catalogue).map(|(own, ask)| (own.code.as_str(), ask));
        assert_eq!(inward("03", AccidentCatalogue::Gb2025), Some(("N04", false)));
        assert_eq!(inward("19", AccidentCatalogue::Gb2025), Some(("N23", true)));
        assert_eq!(inward("X01", AccidentCatalogue::Gb2025), Some(("X01", false)));
        assert_eq!(inward("X06", AccidentCatalogue::Gb2025), Some(("N07", false)));
        assert_eq!(inward("N04", AccidentCatalogue::Gb1986), Some(("03", false)));
        assert_eq!(inward("N15", AccidentCatalogue::Gb1986), Some(("17", true)));
        assert_eq!(inward("X06", AccidentCatalogue::Gb1986), Some(("X06", false)));
        assert_eq!(inward("99", AccidentCatalogue::Gb1986), None);
        for accident in accident_types() {
            for catalogue in [AccidentCatalogue::Gb1986, AccidentCatalogue::Gb2025] {
                let found = accident_type_in(&accident.code, catalogue).unwrap().0.catalogue;
                assert!(found == catalogue || found == AccidentCatalogue::School, "{}", accident.code);
            }
        }
        assert!(hazard_factors().iter().filter(|factor| factor.code.len() == 2).count() >= 14);
        for accident in accident_types() {
            for other in accident.successor.iter().chain(&accident.alias_of) {
                assert!(accident_type(other).is_some(), "{} names {other}", accident.code);
            }
        }
    }
}
