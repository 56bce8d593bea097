//! From an entry to what a project needs for a new risk point, in the words of `domain`.
//! Relies on the mapping between the editions of GB 6441 in the catalogue.
//! Must not know of stores, row ids and presets: whoever builds the rows gives them.

use crate::entry::{DirectHint, LibraryAccident, LibraryCheck, LibraryEntry, LibraryMeasure};
use domain::{
    AccidentCatalogue, AssessmentMethod, Decimal, Factors, Language, RiskBasis, RiskPointKind,
    accident_type_in,
};
use serde::{Deserialize, Serialize};

/// A risk point to be: everything but ids, place, people and dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Template {
    /// The entry it comes from.
    pub entry_id: String,
    /// 「风险点类型」
    pub kind: RiskPointKind,
    /// 「名称」
    pub name: String,
    /// 「危险源」
    pub hazards: Vec<TemplateHazard>,
    /// 「检查项」
    pub checks: Vec<LibraryCheck>,
    /// 「应急处置」
    pub emergency: Vec<String>,
    /// Ids of fitting safety signs.
    pub signs: Vec<String>,
    /// Conditions of direct determination to think about.
    pub direct: Vec<DirectHint>,
}

/// A hazard to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TemplateHazard {
    /// 「作业步骤/检查项目」
    pub step: String,
    /// 「标准」
    pub standard: String,
    /// 「危险源描述」
    pub description: String,
    /// 「危险有害因素」
    pub factor: String,
    /// 「可能后果」
    pub consequence: String,
    /// 「可能的事故类型」 each type once.
    pub accidents: Vec<TemplateAccident>,
    /// 「管控措施」 in the order of the five classes.
    pub measures: Vec<LibraryMeasure>,
}

/// A possible accident to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TemplateAccident {
    /// Code of the catalogue that was asked for, or of the school list.
    pub accident_type: String,
    /// Whether the mapping between the editions is a guess that a person should confirm.
    pub confirm: bool,
    /// Values to begin with.
    pub scores: Vec<SuggestedScore>,
}

impl TemplateAccident {
    /// The suggestion for a method, without or with measures.
    pub fn score(&self, method: AssessmentMethod, basis: RiskBasis) -> Option<&Factors> {
        let fits = |score: &&SuggestedScore| score.method == method && score.basis == basis;
        self.scores.iter().find(fits).map(|score| &score.factors)
    }
}

/// Values to begin with, for one method and basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SuggestedScore {
    /// 「评价方法」
    pub method: AssessmentMethod,
    /// 「固有/现有」
    pub basis: RiskBasis,
    /// 「取值」
    pub factors: Factors,
}

impl LibraryEntry {
    /// The entry as a risk point to be, with accident types of `catalogue` where they have one there. School types
    /// without a counterpart keep their own code.
    pub fn template(&self, language: Language, catalogue: AccidentCatalogue) -> Template {
        let hazards = self.hazards.iter().map(|hazard| TemplateHazard {
            step: hazard.step.clone(),
            standard: hazard.standard.clone(),
            description: hazard.description.clone(),
            factor: hazard.factor.clone(),
            consequence: hazard.consequence.clone(),
            accidents: accidents(&hazard.accidents, catalogue),
            measures: {
                let mut measures = hazard.measures.clone();
                measures.sort_by_key(|measure| measure.category);
                measures
            },
        });
        Template {
            entry_id: self.id.clone(),
            kind: self.kind,
            name: self.name(language).to_owned(),
            hazards: hazards.collect(),
            checks: self.checks.clone(),
            emergency: self.emergency.clone(),
            signs: self.signs.clone(),
            direct: self.direct.clone(),
        }
    }
}

impl LibraryAccident {
    /// Its code in `catalogue`, and whether a person should confirm it.
    pub fn type_in(&self, catalogue: AccidentCatalogue) -> (&str, bool) {
        let own = self.accident_type.as_str();
        if let (AccidentCatalogue::Gb2025, Some(code)) = (catalogue, &self.type_2025) {
            return (code, false);
        }
        accident_type_in(own, catalogue)
            .map_or((own, true), |(found, confirm)| (found.code.as_str(), confirm))
    }
}

fn accidents(own: &[LibraryAccident], catalogue: AccidentCatalogue) -> Vec<TemplateAccident> {
    let mut list: Vec<TemplateAccident> = Vec::new();
    for accident in own {
        let (code, confirm) = accident.type_in(catalogue);
        let place = list.iter().position(|listed| listed.accident_type == code).unwrap_or_else(|| {
            list.push(TemplateAccident {
                accident_type: code.to_owned(),
                confirm: false,
                scores: Vec::new(),
            });
            list.len() - 1
        });
        if let Some(listed) = list.get_mut(place) {
            listed.confirm |= confirm;
            for basis in RiskBasis::ALL {
                for method in AssessmentMethod::ALL {
                    if let Some(factors) = accident.score(*method, *basis) {
                        keep_higher(&mut listed.scores, *method, *basis, factors);
                    }
                }
            }
        }
    }
    list
}

/// Two types that are one in the other edition keep the higher of their suggestions.
fn keep_higher(
    scores: &mut Vec<SuggestedScore>,
    method: AssessmentMethod,
    basis: RiskBasis,
    factors: &Factors,
) {
    match scores.iter_mut().find(|score| score.method == method && score.basis == basis) {
        None => scores.push(SuggestedScore { method, basis, factors: factors.clone() }),
        Some(score) if product(&score.factors) < product(factors) => score.factors = factors.clone(),
        Some(_) => {}
    }
}

/// The product that ranks two suggestions; values of the tables never overflow.
pub(crate) fn product(factors: &Factors) -> Decimal {
    factors
        .values()
        .iter()
        .try_fold(Decimal::ONE, |product, value| product.checked_mul(*value))
        .unwrap_or(Decimal::MAX)
}
