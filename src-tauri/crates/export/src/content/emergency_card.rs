//! 「应急处置卡」 of one kind of accident at one point: how it shows, what to do step by step, what never to do.
//! Relies on the point's own emergency measures for the steps; warnings that hold everywhere are data.
//! Must not know: the size of the card.

use super::notice_card::add;
use super::point::PointFacts;
use super::problem::{Fault, Problem};
use super::signs::{Sign, SignKind};
use super::source::{Masthead, Source};
use super::version::{Piece, numbered, put_version};
use domain::{ColourSet, Language, MeasureCategory, MeasureStatus, RiskPointId, accident_type};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What a card says.
#[derive(Debug, Clone, Serialize)]
pub struct EmergencyCard {
    /// The point.
    pub facts: PointFacts,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// 「岗位」 May be empty.
    pub post: String,
    /// 「触电」
    pub accident: String,
    /// Its code in the catalogue.
    #[serde(skip)]
    pub accident_type: String,
    /// 「险情」 What goes wrong here.
    pub hazards: Vec<String>,
    /// 「征兆」 How it shows.
    pub omens: String,
    /// 「处置步骤」
    pub steps: Vec<String>,
    /// 「禁止事项」
    pub never: Vec<String>,
    /// 「器材」 What the steps need.
    pub equipment: Vec<&'static str>,
    /// 「联系」 Whom to call, the site's own numbers first.
    pub calls: Vec<(String, String)>,
    /// 「集合点」 May be empty.
    pub assembly_point: String,
    /// At most three signs that warn.
    pub signs: Vec<Sign>,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl Piece for EmergencyCard {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        let mut texts =
            vec![("name".to_owned(), &mut self.facts.name), ("omens".to_owned(), &mut self.omens)];
        texts.extend(numbered("hazards", &mut self.hazards));
        texts.extend(numbered("steps", &mut self.steps));
        texts.extend(numbered("never", &mut self.never));
        texts
    }
}

/// What holds for a kind of accident wherever it happens.
#[derive(Deserialize)]
struct Scene {
    codes: Vec<String>,
    omens: String,
    never: Vec<String>,
    calls: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Scenes {
    scenes: Vec<Scene>,
    equipment: Vec<String>,
    numbers: Vec<(String, String)>,
}

static SCENES: LazyLock<Scenes> = LazyLock::new(|| {
    // A file that did not parse would be empty; a test sees to it that it is not.
    serde_json::from_str(include_str!("../../../../../assets/prints/scenes.json")).unwrap_or_default()
});

/// A card for each kind of accident that `point` may have, in the order of its hazards.
pub fn emergency_cards(source: &Source<'_>, point: RiskPointId) -> Vec<EmergencyCard> {
    let Some(point) = source.snapshot.points.get(point) else { return Vec::new() };
    let mut types: Vec<&str> = Vec::new();
    for hazard in source.hazards(point.id) {
        for accident in source.accidents(hazard.id) {
            if !types.contains(&accident.accident_type.as_str()) {
                types.push(&accident.accident_type);
            }
        }
    }
    types.into_iter().map(|own| card(source, point, own)).collect()
}

fn card(source: &Source<'_>, point: &domain::RiskPoint, own: &str) -> EmergencyCard {
    let (mut hazards, mut steps, mut never) = (Vec::new(), Vec::new(), Vec::new());
    let mut texts: Vec<&str> = Vec::new();
    for hazard in source.hazards(point.id) {
        if !source.accidents(hazard.id).iter().any(|accident| accident.accident_type == own) {
            continue;
        }
        add(&mut hazards, &hazard.description);
        for measure in source.measures(hazard.id).iter().filter(|own| own.status == MeasureStatus::Existing) {
            texts.push(&measure.content);
            if measure.category == MeasureCategory::Emergency {
                for step in measure.content.split(['；', ';', '\n']) {
                    let forbidden = ["禁止", "严禁", "不得", "切勿", "禁"];
                    let into = if forbidden.iter().any(|word| step.trim().starts_with(word)) {
                        &mut never
                    } else {
                        &mut steps
                    };
                    add(into, step);
                }
            }
        }
    }
    let scene = SCENES.scenes.iter().find(|scene| scene.codes.iter().any(|code| code == own));
    for text in scene.iter().flat_map(|scene| &scene.never) {
        add(&mut never, text);
    }
    let said: String = steps.iter().chain(&never).chain(&hazards).cloned().collect();
    let masthead = source.masthead();
    let facts = source.facts(point);
    let mut calls: Vec<(String, String)> = Vec::new();
    for (name, phone) in [("校内值班", &masthead.duty_phone), ("责任人", &facts.phone)] {
        if !phone.is_empty() {
            calls.push((name.to_owned(), phone.clone()));
        }
    }
    for number in scene.iter().flat_map(|scene| &scene.calls) {
        if let Some((name, number)) = SCENES.numbers.iter().find(|own| own.1 == *number) {
            calls.push((name.clone(), number.clone()));
        }
    }
    let name = accident_type(own).map_or(own, |own| own.name(Language::Chinese)).to_owned();
    let mut signs = source.signs_for(&[own], &texts);
    signs.sort_by_key(|sign| sign.kind == SignKind::Mandatory);
    signs.truncate(3);
    let mut problems = Vec::new();
    let piece = format!("应急处置卡 {} {name}", facts.code);
    for (blank, chinese, english) in [
        (steps.is_empty(), "应急处置措施", "emergency measures"),
        (masthead.duty_phone.is_empty(), "值班电话", "duty phone"),
        (masthead.assembly_point.is_empty(), "集合点", "assembly point"),
    ] {
        if blank {
            problems.push(Problem::new(piece.clone(), Fault::Blank { chinese, english }));
        }
    }
    let card = EmergencyCard {
        post: source
            .snapshot
            .posts
            .find(point.post_id)
            .map_or(String::new(), |own| own.name.trim().to_owned()),
        colours: source.colours(),
        code: String::new(),
        accident: name,
        accident_type: own.to_owned(),
        hazards,
        omens: scene.map_or(String::new(), |scene| scene.omens.clone()),
        equipment: SCENES.equipment.iter().filter(|word| said.contains(*word)).map(String::as_str).collect(),
        steps,
        never,
        calls,
        assembly_point: masthead.assembly_point.clone(),
        signs,
        masthead,
        facts,
        problems,
    };
    let mark = format!("E/{}", card.facts.code);
    source.sealed(card, |own| &mut own.code, &mark, point.id.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_accident_has_a_scene_with_numbers_to_call() {
        for own in domain::accident_types() {
            let found: Vec<&Scene> =
                SCENES.scenes.iter().filter(|scene| scene.codes.contains(&own.code)).collect();
            assert_eq!(found.len(), 1, "{}", own.code);
            assert!(!found[0].never.is_empty() && !found[0].omens.is_empty(), "{}", own.code);
            for number in &found[0].calls {
                assert!(SCENES.numbers.iter().any(|own| own.1 == *number), "{number}");
            }
        }
    }
}
