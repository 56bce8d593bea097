//! An entry of the library as it is written in a library file.
//! Relies on the field's catalogues for codes: accident types, hazard factors, conditions, signs.
//! Must not know of a project: ids of rows, people and dates have no place here.

use domain::{AssessmentMethod, Factors, Language, MeasureCategory, RiskBasis, RiskPointKind};
use serde::{Deserialize, Serialize};

/// Where a kind is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Site {
    /// 「学校」
    School,
    /// 「企业」
    Company,
    /// 「通用」
    Both,
}

impl Site {
    /// Every word, in its usual order.
    pub const ALL: &'static [Self] = &[Self::School, Self::Company, Self::Both];

    /// What people call it.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Self::School => language.pick("学校", "school"),
            Self::Company => language.pick("企业", "company"),
            Self::Both => language.pick("通用", "schools and companies"),
        }
    }

    /// Whether a kind for `self` is of use at a site of kind `other`.
    pub fn serves(self, other: Self) -> bool {
        self == other || self == Self::Both || other == Self::Both
    }
}

/// A group of kinds, such as 实训车间.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryGroup {
    /// Its short name, such as `workshops`.
    pub id: String,
    /// What Chinese readers call it.
    pub name: String,
    /// What English readers call it; may be empty in a user's file.
    #[serde(default)]
    pub english: String,
}

impl LibraryGroup {
    /// What people call it.
    pub fn name(&self, language: Language) -> &str {
        if self.english.is_empty() { &self.name } else { language.pick(&self.name, &self.english) }
    }
}

/// 「风险库条目」 One kind of place, equipment or work: all that a new risk point of this kind needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryEntry {
    /// Stable: lower-case words with hyphens. A user's entry with the id of a built-in one takes its place.
    pub id: String,
    /// 「风险点类型」
    pub kind: RiskPointKind,
    /// Id of its group.
    pub group: String,
    /// Where it is found.
    pub applies_to: Site,
    /// 「名称」
    pub name: String,
    /// The name in English; may be empty in a user's file.
    #[serde(default)]
    pub english: String,
    /// Other words under which it is looked for.
    #[serde(default)]
    pub words: Vec<String>,
    /// First letters of the name in pinyin, such as `hxsys`.
    #[serde(default)]
    pub initials: String,
    /// 「危险源」
    pub hazards: Vec<LibraryHazard>,
    /// 「检查项」
    #[serde(default)]
    pub checks: Vec<LibraryCheck>,
    /// 「应急处置」 Short steps in their order.
    #[serde(default)]
    pub emergency: Vec<String>,
    /// Ids of fitting safety signs.
    #[serde(default)]
    pub signs: Vec<String>,
    /// 「直接判定」 Conditions that often hold for this kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub direct: Vec<DirectHint>,
}

/// 「危险源」 One thing that can go wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryHazard {
    /// 「作业步骤/检查项目」, for places the part of the place.
    #[serde(default)]
    pub step: String,
    /// 「标准」 For items of check lists.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub standard: String,
    /// 「危险源描述」
    pub description: String,
    /// 「危险有害因素」 Code by GB/T 13861; may be empty in a user's file.
    #[serde(default)]
    pub factor: String,
    /// 「可能后果」
    #[serde(default)]
    pub consequence: String,
    /// 「可能的事故类型」
    #[serde(default)]
    pub accidents: Vec<LibraryAccident>,
    /// 「管控措施」
    #[serde(default)]
    pub measures: Vec<LibraryMeasure>,
}

/// 「可能的事故类型」 with the scores to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryAccident {
    /// Code of the catalogue: 01-20, N01-N27 or X01…
    #[serde(rename = "type")]
    pub accident_type: String,
    /// Its type by GB 6441-2025, where the catalogue's own successor does not fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_2025: Option<String>,
    /// 「固有风险」 Without measures.
    #[serde(default)]
    pub inherent: SuggestedScores,
    /// 「现有风险」 With the measures of this entry.
    #[serde(default)]
    pub existing: SuggestedScores,
}

impl LibraryAccident {
    /// The suggestion for a method, without or with measures.
    pub fn score(&self, method: AssessmentMethod, basis: RiskBasis) -> Option<&Factors> {
        match basis {
            RiskBasis::Inherent => self.inherent.get(method),
            RiskBasis::Existing => self.existing.get(method),
        }
    }
}

/// Values to begin with, by method; an assessor decides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestedScores {
    /// L, E, C.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lec: Option<Factors>,
    /// L, S.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ls: Option<Factors>,
    /// M, E, S.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mes: Option<Factors>,
}

impl SuggestedScores {
    /// The values for a method.
    pub fn get(&self, method: AssessmentMethod) -> Option<&Factors> {
        self.place(method).as_ref()
    }

    /// Sets the values for a method.
    pub fn set(&mut self, method: AssessmentMethod, factors: Factors) {
        match method {
            AssessmentMethod::Lec => self.lec = Some(factors),
            AssessmentMethod::Ls => self.ls = Some(factors),
            AssessmentMethod::Mes => self.mes = Some(factors),
        }
    }

    fn place(&self, method: AssessmentMethod) -> &Option<Factors> {
        match method {
            AssessmentMethod::Lec => &self.lec,
            AssessmentMethod::Ls => &self.ls,
            AssessmentMethod::Mes => &self.mes,
        }
    }
}

/// 「管控措施」
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryMeasure {
    /// 「类别」
    pub category: MeasureCategory,
    /// 「内容」
    pub content: String,
}

/// 「检查项」 What is looked at on rounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryCheck {
    /// 「检查内容」
    pub item: String,
    /// 「检查方法」
    #[serde(default)]
    pub method: String,
    /// 「标准」
    #[serde(default)]
    pub standard: String,
    /// 「建议频次」 in words.
    #[serde(default)]
    pub frequency: String,
}

/// A condition of direct determination and when it holds here. Never applied by itself: a person decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct DirectHint {
    /// Code of the condition.
    pub condition: String,
    /// When it holds for this kind.
    pub when: String,
}

impl LibraryEntry {
    /// What people call it.
    pub fn name(&self, language: Language) -> &str {
        if self.english.is_empty() { &self.name } else { language.pick(&self.name, &self.english) }
    }

    /// Every measure of one class.
    pub fn measures(&self, category: MeasureCategory) -> impl Iterator<Item = &str> {
        self.hazards
            .iter()
            .flat_map(|hazard| &hazard.measures)
            .filter(move |measure| measure.category == category)
            .map(|measure| measure.content.as_str())
    }
}

/// Whether a text may be the id of an entry or a group: `a-z`, `0-9` and single hyphens between them.
pub fn is_entry_id(text: &str) -> bool {
    let word = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.len() <= 80 && text.split('-').all(word)
}
