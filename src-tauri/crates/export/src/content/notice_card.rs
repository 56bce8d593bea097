//! 「岗位安全风险告知卡」 of a risk point: what must be known where it is, in the order people need it.
//! Relies on the point's hazards, their measures in the five classes, and the sign table.
//! Must not know: the size of the card.

use super::excerpt::{PlanExcerpt, plan_excerpt};
use super::point::PointFacts;
use super::problem::{Fault, Problem};
use super::signs::Sign;
use super::source::{Masthead, Source};
use super::version::{Piece, Said, numbered, put_version};
use domain::{ColourSet, MeasureCategory, MeasureStatus, RiskPointId};
use serde::Serialize;

/// Measures of one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeasureGroup {
    /// 「工程」
    #[serde(rename = "class")]
    pub name: &'static str,
    /// What is done.
    pub measures: Vec<String>,
}

/// What a card says.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeCard<'a> {
    /// Level, owner, place and the like.
    pub facts: PointFacts,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// 「主要危险」
    pub hazards: Vec<String>,
    /// 「易发生的事故」
    pub accidents: Vec<String>,
    /// 「事故后果」
    pub consequences: Vec<String>,
    /// 「管控重点」 May be empty.
    pub focus: String,
    /// 「管控措施」 without those for emergencies.
    pub measures: Vec<MeasureGroup>,
    /// 「应急处置」 step by step.
    pub emergency: Vec<String>,
    /// 「安全标志」 at most six, warnings first.
    pub signs: Vec<Sign>,
    /// Where it is on the plan. Left out for a point without a place, so that versions of such cards stay what they were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<PlanExcerpt<'a>>,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl NoticeCard<'_> {
    /// The same for the plate of a grave risk, whose code is another one and which has no plan on it.
    #[must_use]
    pub fn for_board(mut self) -> Self {
        self.code = self.code.replacen(":N/", ":M/", 1);
        self.excerpt = None;
        let version = Said::of(&self).version();
        self.seal(&version);
        self
    }
}

impl Piece for NoticeCard<'_> {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        let mut texts =
            vec![("name".to_owned(), &mut self.facts.name), ("focus".to_owned(), &mut self.focus)];
        texts.extend(numbered("hazards", &mut self.hazards));
        texts.extend(numbered("consequences", &mut self.consequences));
        let mut at = 0;
        for text in self.measures.iter_mut().flat_map(|group| &mut group.measures) {
            at += 1;
            texts.push((format!("measures.{at}"), text));
        }
        texts.extend(numbered("emergency", &mut self.emergency));
        texts
    }
}

/// What the card of `point` says. `None` when there is no such point.
pub fn notice_card<'a>(source: &Source<'a>, point: RiskPointId) -> Option<NoticeCard<'a>> {
    let snapshot = source.snapshot;
    let point = snapshot.points.get(point)?;
    let facts = source.facts(point);
    let (mut hazards, mut accidents, mut consequences) = (Vec::new(), Vec::new(), Vec::new());
    let (mut types, mut texts): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut measures: Vec<MeasureGroup> = MeasureCategory::ALL
        .iter()
        .filter(|category| **category != MeasureCategory::Emergency)
        .map(|category| MeasureGroup { name: category.short_name(), measures: Vec::new() })
        .collect();
    let mut emergency = Vec::new();
    for hazard in source.hazards(point.id) {
        add(&mut hazards, &hazard.description);
        add(&mut consequences, &hazard.consequence);
        for accident in source.accidents(hazard.id) {
            types.push(&accident.accident_type);
            add(&mut accidents, source.accident_name(&accident.accident_type));
        }
        // What is only proposed does not protect anybody yet.
        for measure in source.measures(hazard.id).iter().filter(|own| own.status == MeasureStatus::Existing) {
            texts.push(&measure.content);
            match measures.iter_mut().find(|group| group.name == measure.category.short_name()) {
                Some(group) => add(&mut group.measures, &measure.content),
                None => measure.content.split(['；', ';', '\n']).for_each(|step| add(&mut emergency, step)),
            }
        }
    }
    measures.retain(|group| !group.measures.is_empty());
    let mut card = NoticeCard {
        masthead: source.masthead(),
        colours: snapshot.project().map_or(ColourSet::Print, |project| project.colour_set),
        hazards,
        accidents,
        consequences,
        focus: point.control_focus.trim().to_owned(),
        measures,
        emergency,
        signs: source.signs_for(&types, &texts),
        excerpt: plan_excerpt(source, point),
        code: String::new(),
        problems: Vec::new(),
        facts,
    };
    card.problems = problems(&card);
    let mark = format!("N/{}", card.facts.code);
    Some(source.sealed(card, |own| &mut own.code, &mark, point.id.into()))
}

/// Adds a text without the mark that ends it, unless it is there already.
pub(super) fn add(texts: &mut Vec<String>, text: &str) {
    let text = text.trim().trim_end_matches(['。', '；', ';', '，']).trim_end();
    if !text.is_empty() && !texts.iter().any(|own| own == text) {
        texts.push(text.to_owned());
    }
}

fn problems(card: &NoticeCard<'_>) -> Vec<Problem> {
    let piece = format!("告知卡 {}", card.facts.code);
    let mut faults = Vec::new();
    if card.facts.level.is_none() {
        faults.push(Fault::Unassessed);
    }
    for (blank, chinese, english) in [
        (card.facts.person.is_empty(), "责任人", "responsible person"),
        (card.hazards.is_empty(), "危险源", "hazards"),
        (card.measures.is_empty(), "管控措施", "control measures"),
        (card.emergency.is_empty(), "应急处置措施", "emergency measures"),
        (card.masthead.duty_phone.is_empty(), "值班电话", "duty phone"),
        (card.masthead.report_phone.is_empty(), "监督电话", "report phone"),
    ] {
        if blank {
            faults.push(Fault::Blank { chinese, english });
        }
    }
    faults.into_iter().map(|fault| Problem::new(piece.clone(), fault)).collect()
}

#[cfg(test)]
mod tests {
    use super::add;

    #[test]
    fn texts_are_said_once_and_without_a_full_stop() {
        let mut texts = Vec::new();
        for text in ["断开电源。", " 断开电源 ", "", "；", "拨打 120；"] {
            add(&mut texts, text);
        }
        assert_eq!(texts, ["断开电源", "拨打 120"]);
    }
}
