//! The words and lists of the field for windows: generated from the types, so that they are named once.
//! Relies on every closed list naming itself in both languages.
//! Knows no word of its own.

use crate::dangers::{DangerVocabulary, danger_vocabulary};
use crate::inspection_words::{InspectionVocabulary, inspection_vocabulary};
use crate::views::Words;
use domain::{
    AccidentCatalogue, ChangeKind, ChemicalCode, ColourSet, EmergencyPlanKind, Language, LevelColour,
    MeasureCategory, MeasureStatus, OrganisationKind, PlanElementKind, ReviewAct, ReviewSubject, RiskBasis,
    RiskLevel, RiskPointKind, RiskZoneKind, RoundKind, SixClass, TIER_SETS, Table, Typeface, accident_forms,
    accident_types, direct_conditions, hazard_factors, plan_symbols,
};
use edit::NewTier;
use evaluation::{Preset, built_in_presets};
use serde::Serialize;
use ts_rs::TS;

/// The words of the field.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Vocabulary {
    /// Levels, greatest first, with names and looks.
    pub levels: Vec<LevelEntry>,
    /// Point kinds.
    pub point_kinds: Vec<Entry>,
    /// Zone kinds.
    pub zone_kinds: Vec<Entry>,
    /// Kinds of organisations.
    pub organisation_kinds: Vec<Entry>,
    /// Existing and inherent.
    pub bases: Vec<Entry>,
    /// Measure categories in their fixed order, with their one-character marks.
    pub measure_categories: Vec<MarkedEntry>,
    /// The six classes of the other taxonomy.
    pub six_classes: Vec<Entry>,
    /// 字体 of the prints.
    pub typefaces: Vec<Entry>,
    /// Codes of the chemical platform.
    pub chemical_codes: Vec<Entry>,
    /// What each category is in the other two taxonomies.
    pub measure_mapping: Vec<MeasureMapping>,
    /// The usual sets of control tiers.
    pub tier_sets: Vec<TierSetEntry>,
    /// What is reviewed.
    pub review_subjects: Vec<Entry>,
    /// What is done in a review.
    pub review_acts: Vec<Entry>,
    /// Kinds of changes of the site.
    pub change_kinds: Vec<Entry>,
    /// Kinds of emergency plans.
    pub emergency_plan_kinds: Vec<Entry>,
    /// Types of assessment rounds.
    pub round_kinds: Vec<Entry>,
    /// Editions of accident types.
    pub accident_catalogues: Vec<Entry>,
    /// Measure states.
    pub measure_states: Vec<Entry>,
    /// Parts of a plan.
    pub element_kinds: Vec<Entry>,
    /// Emergency symbols, in the order of the palette.
    pub symbols: Vec<SymbolEntry>,
    /// Safety signs, warnings first.
    pub signs: Vec<SignEntry>,
    /// Colour sets.
    pub colour_sets: Vec<Entry>,
    /// Accident types of all catalogues.
    pub accident_types: Vec<CatalogueEntry>,
    /// Forms of others that print accident types in their own words.
    pub accident_forms: Vec<AccidentFormEntry>,
    /// Hazard factors.
    pub hazard_factors: Vec<Entry>,
    /// Conditions of direct determination.
    pub direct_conditions: Vec<Entry>,
    /// The criteria that Sise ships.
    pub presets: Vec<Preset>,
    /// The words of hidden dangers.
    pub dangers: DangerVocabulary,
    /// The words of inspections.
    pub inspections: InspectionVocabulary,
    /// What rows of each table are called, and their columns.
    pub tables: Vec<TableEntry>,
}

/// What a category of measures is in the other taxonomies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeasureMapping {
    /// The category of the five.
    pub category: MeasureCategory,
    /// Its usual class of the six.
    pub six_class: SixClass,
    /// The classes that it may be.
    pub six_classes: Vec<SixClass>,
    /// Its usual code of the chemical platform.
    pub chemical: ChemicalCode,
}

/// A usual set of control tiers; `use-tiers` takes its tiers as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TierSetEntry {
    /// Its name in programs.
    pub value: String,
    /// What people call it.
    pub name: Words,
    /// Its tiers, highest first.
    pub tiers: Vec<NewTier>,
}

/// A word and its names.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Entry {
    /// The stable text.
    pub value: String,
    /// Its names.
    pub name: Words,
}

/// A word with a short mark.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MarkedEntry {
    /// The stable text.
    pub value: String,
    /// Its names.
    pub name: Words,
    /// One character that stands for it.
    pub mark: String,
}

/// A safety sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SignEntry {
    /// The stable word in files.
    pub value: String,
    /// What people call it.
    pub name: Words,
    /// Its drawing.
    pub svg: String,
}

/// An emergency symbol of plans.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SymbolEntry {
    /// The stable text: the `text` of an element of kind `symbol`.
    pub value: String,
    /// Its names.
    pub name: Words,
    /// `escape`, `fire` or `facility`.
    pub family: String,
    /// What the family is called.
    pub family_name: Words,
    /// Its drawing: SVG of 100 x 100 units; its upper edge points in the direction of the symbol.
    pub svg: String,
}

/// A level with its names and looks.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LevelEntry {
    /// The level.
    pub value: RiskLevel,
    /// 重大风险.
    pub name: Words,
    /// 重大.
    pub short: Words,
    /// 红.
    pub colour: Words,
    /// How it looks in print colours.
    pub print: LevelColour,
    /// How it looks in pure colours.
    pub pure: LevelColour,
}

/// An entry of an accident catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CatalogueEntry {
    /// Its code.
    pub value: String,
    /// Its names.
    pub name: Words,
    /// The catalogue: `gb6441-1986`, `gb6441-2025`, `school`.
    pub catalogue: String,
    /// The type of 2025 that takes the place of one of 1986.
    pub successor: Option<String>,
    /// Whether the successor is a guess that a person should confirm.
    pub ask: bool,
    /// For a school type: the standard one that it is another name of.
    pub alias_of: Option<String>,
}

/// A form that prints accident types in its own words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AccidentFormEntry {
    /// Its short name.
    pub value: String,
    /// What people call it.
    pub name: Words,
    /// Its types in their order, by their codes of 1986.
    pub types: Vec<Entry>,
}

/// A table's words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TableEntry {
    /// The table.
    pub value: Table,
    /// What one of its rows is called.
    pub name: Words,
    /// Its columns.
    pub columns: Vec<Entry>,
}

fn words(name: impl Fn(Language) -> String) -> Words {
    Words { chinese: name(Language::Chinese), english: name(Language::English) }
}

macro_rules! entries {
    ($type:ty) => {
        <$type>::ALL
            .iter()
            .map(|word| Entry {
                value: word.as_str().to_owned(),
                name: words(|language| word.name(language).to_owned()),
            })
            .collect()
    };
}

/// All words.
pub(crate) fn vocabulary() -> Vocabulary {
    Vocabulary {
        levels: RiskLevel::DESCENDING
            .into_iter()
            .map(|level| LevelEntry {
                value: level,
                name: words(|language| level.name(language).to_owned()),
                short: words(|language| level.short_name(language).to_owned()),
                colour: words(|language| level.colour_name(language).to_owned()),
                print: ColourSet::Print.of(level),
                pure: ColourSet::Pure.of(level),
            })
            .collect(),
        point_kinds: entries!(RiskPointKind),
        zone_kinds: entries!(RiskZoneKind),
        organisation_kinds: entries!(OrganisationKind),
        bases: entries!(RiskBasis),
        six_classes: entries!(SixClass),
        typefaces: entries!(Typeface),
        chemical_codes: entries!(ChemicalCode),
        measure_mapping: MeasureCategory::ALL
            .iter()
            .map(|own| MeasureMapping {
                category: *own,
                six_class: own.six_class(),
                six_classes: own.six_classes().to_vec(),
                chemical: own.chemical(),
            })
            .collect(),
        tier_sets: TIER_SETS
            .iter()
            .map(|own| TierSetEntry {
                value: own.code.to_owned(),
                name: Words { chinese: own.name[0].to_owned(), english: own.name[1].to_owned() },
                tiers: own
                    .tiers
                    .iter()
                    .map(|(name, levels)| NewTier {
                        name: (*name).to_owned(),
                        levels: domain::LevelSet::new(levels.iter().copied()),
                    })
                    .collect(),
            })
            .collect(),
        review_subjects: entries!(ReviewSubject),
        review_acts: entries!(ReviewAct),
        change_kinds: entries!(ChangeKind),
        emergency_plan_kinds: entries!(EmergencyPlanKind),
        measure_categories: MeasureCategory::ALL
            .iter()
            .map(|word| MarkedEntry {
                value: word.as_str().to_owned(),
                name: words(|language| word.name(language).to_owned()),
                mark: word.letter().to_owned(),
            })
            .collect(),
        round_kinds: entries!(RoundKind),
        accident_catalogues: entries!(AccidentCatalogue),
        measure_states: entries!(MeasureStatus),
        element_kinds: entries!(PlanElementKind),
        symbols: plan_symbols()
            .iter()
            .map(|own| SymbolEntry {
                value: own.id.clone(),
                name: words(|language| own.name(language).to_owned()),
                family: own.family.as_str().to_owned(),
                family_name: words(|language| own.family.name(language).to_owned()),
                svg: own.svg().to_owned(),
            })
            .collect(),
        signs: export::content::all_signs()
            .iter()
            .map(|own| SignEntry {
                value: own.id.clone(),
                name: words(|language| language.pick(own.name(), &own.english).to_owned()),
                svg: String::from_utf8_lossy(own.svg()).into_owned(),
            })
            .collect(),
        colour_sets: entries!(ColourSet),
        accident_forms: accident_forms()
            .iter()
            .map(|own| AccidentFormEntry {
                value: own.form.clone(),
                name: words(|language| own.name(language).to_owned()),
                types: own
                    .types(Language::Chinese)
                    .zip(own.types(Language::English))
                    .map(|((code, chinese), (_, english))| Entry {
                        value: code.to_owned(),
                        name: Words { chinese: chinese.to_owned(), english: english.to_owned() },
                    })
                    .collect(),
            })
            .collect(),
        accident_types: accident_types()
            .iter()
            .map(|own| CatalogueEntry {
                value: own.code.clone(),
                name: words(|language| own.name(language).to_owned()),
                catalogue: own.catalogue.as_str().to_owned(),
                successor: own.successor.clone(),
                ask: own.ask,
                alias_of: own.alias_of.clone(),
            })
            .collect(),
        hazard_factors: hazard_factors()
            .iter()
            .map(|own| Entry {
                value: own.code.clone(),
                name: words(|language| own.name(language).to_owned()),
            })
            .collect(),
        direct_conditions: direct_conditions()
            .iter()
            .map(|own| Entry {
                value: own.code.clone(),
                name: words(|language| own.name(language).to_owned()),
            })
            .collect(),
        presets: built_in_presets(),
        dangers: danger_vocabulary(),
        inspections: inspection_vocabulary(),
        tables: Table::ALL
            .iter()
            .map(|table| TableEntry {
                value: *table,
                name: words(|language| table.label(language).to_owned()),
                columns: table
                    .columns()
                    .iter()
                    .map(|column| Entry {
                        value: column.name.to_owned(),
                        name: words(|language| language.pick(column.chinese, column.english).to_owned()),
                    })
                    .collect(),
            })
            .collect(),
    }
}
