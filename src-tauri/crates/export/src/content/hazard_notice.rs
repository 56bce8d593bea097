//! 「职业病危害告知卡」 of something harmful at a point: what it does to health, what it is, what to do, how to be safe.
//! Relies on words in the point's hazards for what there is, and on data for what is known of it.
//! Must not know: the size of the card.

use super::point::PointFacts;
use super::problem::{Fault, Problem};
use super::signs::Sign;
use super::source::{Masthead, Source};
use super::version::{Piece, numbered, put_version};
use domain::{ColourSet, RiskPointId};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What a card says.
#[derive(Debug, Clone, Serialize)]
pub struct HazardNotice {
    /// The point.
    pub facts: PointFacts,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// Short name of what is harmful.
    #[serde(skip)]
    pub agent: String,
    /// 「噪声」
    pub name: String,
    /// 「健康危害」
    pub health: Vec<String>,
    /// 「理化特性」
    pub nature: Vec<String>,
    /// 「应急处理」
    pub emergency: Vec<String>,
    /// 「防护措施」
    pub protection: Vec<String>,
    /// 「接触限值」 and where it is laid down.
    pub exposure: String,
    /// What the shipped data says of the limit. Whoever checked it against the standard in force writes it on the piece.
    #[serde(skip)]
    pub shipped_exposure: String,
    /// Whom to call, the site's own numbers first.
    pub calls: Vec<(String, String)>,
    /// At most three signs.
    pub signs: Vec<Sign>,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl Piece for HazardNotice {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        let mut texts = vec![("exposure".to_owned(), &mut self.exposure)];
        texts.extend(numbered("consequences", &mut self.health));
        texts.extend(numbered("text", &mut self.nature));
        texts.extend(numbered("emergency", &mut self.emergency));
        texts.extend(numbered("measures", &mut self.protection));
        texts
    }
}

#[derive(Deserialize)]
struct Agent {
    id: String,
    name: String,
    words: Vec<String>,
    health: Vec<String>,
    nature: Vec<String>,
    emergency: Vec<String>,
    protection: Vec<String>,
    limit: String,
    source: String,
    signs: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Agents {
    agents: Vec<Agent>,
}

static AGENTS: LazyLock<Agents> = LazyLock::new(|| {
    // A file that did not parse would be empty; a test sees to it that it is not.
    serde_json::from_str(include_str!("../../../../../assets/prints/occupational.json")).unwrap_or_default()
});

/// A card for each harmful thing that the hazards of `point` speak of.
pub fn hazard_notices(source: &Source<'_>, point: RiskPointId) -> Vec<HazardNotice> {
    let Some(point) = source.snapshot.points.get(point) else { return Vec::new() };
    let mut said = String::new();
    for hazard in source.hazards(point.id) {
        said.push_str(&hazard.description);
        said.push('\n');
        said.push_str(&hazard.consequence);
        said.push('\n');
    }
    let spoken_of = |agent: &&Agent| agent.words.iter().any(|word| said.contains(word.as_str()));
    AGENTS.agents.iter().filter(spoken_of).map(|agent| notice(source, point, agent)).collect()
}

fn notice(source: &Source<'_>, point: &domain::RiskPoint, agent: &Agent) -> HazardNotice {
    let masthead = source.masthead();
    let facts = source.facts(point);
    let mut calls = Vec::new();
    for (name, phone) in [("校内值班", &masthead.duty_phone), ("责任人", &facts.phone)] {
        if !phone.is_empty() {
            calls.push((name.to_owned(), phone.clone()));
        }
    }
    calls.push(("急救".to_owned(), "120".to_owned()));
    let mut problems = Vec::new();
    if masthead.duty_phone.is_empty() {
        let fault = Fault::Blank { chinese: "值班电话", english: "duty phone" };
        problems.push(Problem::new(format!("职业病危害告知卡 {} {}", facts.code, agent.name), fault));
    }
    let exposure = format!("{}（{}，以现行标准为准）", agent.limit, agent.source);
    let notice = HazardNotice {
        colours: source.colours(),
        agent: agent.id.clone(),
        name: agent.name.clone(),
        health: agent.health.clone(),
        nature: agent.nature.clone(),
        emergency: agent.emergency.clone(),
        protection: agent.protection.clone(),
        shipped_exposure: exposure.clone(),
        exposure,
        calls,
        signs: source.signs_named(&agent.signs),
        code: String::new(),
        problems,
        masthead,
        facts,
    };
    let mark = format!("H/{}", notice.facts.code);
    source.sealed(notice, |own| &mut own.code, &mark, point.id.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::all_signs;

    #[test]
    fn every_harmful_thing_is_described_and_its_signs_exist() {
        assert!(AGENTS.agents.len() >= 12);
        for agent in &AGENTS.agents {
            for list in [&agent.words, &agent.health, &agent.nature, &agent.emergency, &agent.protection] {
                assert!(!list.is_empty() && list.iter().all(|own| !own.trim().is_empty()), "{}", agent.id);
            }
            assert!((1..=4).contains(&agent.signs.len()), "{}", agent.id);
            for sign in &agent.signs {
                assert!(all_signs().iter().any(|own| own.id == *sign), "{}: {sign}", agent.id);
            }
        }
    }
}
