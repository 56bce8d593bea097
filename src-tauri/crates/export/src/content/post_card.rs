//! 「岗位应知应会卡」 and 「手指口述卡」 of a post: its risks, what the person does about them, what to check and say.
//! Relies on the points that name the post.
//! Must not know: the size of the card.

use super::notice_card::{MeasureGroup, add};
use super::point::{PointFacts, code_order, level_word};
use super::problem::{Fault, Problem};
use super::signs::Sign;
use super::source::{Masthead, Source};
use super::version::{Piece, numbered, put_version};
use domain::{ColourSet, MeasureCategory, MeasureStatus, PostId, RiskLevel, RiskPoint};
use serde::Serialize;

/// What is pointed at, and what is said aloud.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpokenCheck {
    /// 「手指」
    pub at: String,
    /// 「口述」
    pub words: String,
}

/// Steps of one point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PointSteps {
    /// The point's name.
    pub name: String,
    /// 「应急处置」
    pub steps: Vec<String>,
}

/// What the cards of a post say.
#[derive(Debug, Clone, Serialize)]
pub struct PostCard {
    /// 「岗位名称」
    pub name: String,
    /// 「部门」
    pub department: String,
    /// 「人数」
    pub headcount: i64,
    /// 「特种作业」
    pub special: bool,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// The highest level among its points.
    pub level: Option<RiskLevel>,
    /// It in words.
    pub level_word: &'static str,
    /// 「本岗位风险点」 the highest first.
    pub points: Vec<PointFacts>,
    /// 「主要危险」
    pub hazards: Vec<String>,
    /// 「管控重点」
    pub focus: Vec<String>,
    /// 「我要做到」 by class.
    pub measures: Vec<MeasureGroup>,
    /// 「班前检查」 pointed at and said aloud.
    pub checks: Vec<SpokenCheck>,
    /// 「应急处置」 point by point.
    pub emergency: Vec<PointSteps>,
    /// At most six signs.
    pub signs: Vec<Sign>,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl PostCard {
    /// The same for the card that is spoken aloud, whose code is another one.
    pub fn for_speaking(mut self) -> PostCard {
        self.code = self.code.replacen(":P/", ":S/", 1);
        self
    }
}

impl Piece for PostCard {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        let mut texts = vec![("name".to_owned(), &mut self.name)];
        texts.extend(numbered("hazards", &mut self.hazards));
        texts.extend(numbered("focus", &mut self.focus));
        let mut at = 0;
        for text in self.measures.iter_mut().flat_map(|group| &mut group.measures) {
            at += 1;
            texts.push((format!("measures.{at}"), text));
        }
        for (index, check) in self.checks.iter_mut().enumerate() {
            texts.push((format!("words.{}", index + 1), &mut check.words));
        }
        let mut at = 0;
        for text in self.emergency.iter_mut().flat_map(|own| &mut own.steps) {
            at += 1;
            texts.push((format!("emergency.{at}"), text));
        }
        texts
    }
}

/// Posts in the order of departments.
pub fn posts_in_order(source: &Source<'_>) -> Vec<PostId> {
    let snapshot = source.snapshot;
    let mut posts: Vec<_> = snapshot.posts.iter().collect();
    let rank = |id| {
        let own = snapshot.departments.get(id);
        let parent = own.and_then(|own| snapshot.departments.find(own.parent_id));
        // A part of a department comes after it, and before the next one.
        match (own, parent) {
            (Some(own), Some(parent)) => (parent.ordinal, own.ordinal + 1, own.id),
            (Some(own), None) => (own.ordinal, 0, own.id),
            (None, _) => (i64::MAX, 0, id),
        }
    };
    posts.sort_by_key(|post| (rank(post.department_id), post.ordinal, post.id));
    posts.into_iter().map(|post| post.id).collect()
}

/// The cards of `post`. `None` when there is no such post.
pub fn post_card(source: &Source<'_>, post: PostId) -> Option<PostCard> {
    let snapshot = source.snapshot;
    let post = snapshot.posts.get(post)?;
    let mut own: Vec<(&RiskPoint, PointFacts)> = snapshot
        .points
        .iter()
        .filter(|point| point.post_id == Some(post.id))
        .map(|point| (point, source.facts(point)))
        .collect();
    own.sort_by_cached_key(|(point, facts)| {
        (std::cmp::Reverse(facts.level), code_order(&facts.code), point.id)
    });
    let (mut hazards, mut focus, mut checks, mut emergency) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut measures: Vec<MeasureGroup> = MeasureCategory::ALL
        .iter()
        .filter(|category| **category != MeasureCategory::Emergency)
        .map(|category| MeasureGroup { name: category.short_name(), measures: Vec::new() })
        .collect();
    let (mut types, mut texts): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for (point, facts) in &own {
        add(&mut focus, &point.control_focus);
        let mut steps = Vec::new();
        for hazard in source.hazards(point.id) {
            add(&mut hazards, &hazard.description);
            types.extend(source.accidents(hazard.id).iter().map(|own| own.accident_type.as_str()));
            let standard = hazard.standard.trim().trim_end_matches(['。', '；', ';', '，']);
            if !standard.is_empty() {
                let at = if hazard.step.trim().is_empty() { &facts.name } else { hazard.step.trim() };
                let check = SpokenCheck { at: at.to_owned(), words: format!("{standard}，确认！") };
                if !checks.contains(&check) {
                    checks.push(check);
                }
            }
            for measure in source.measures(hazard.id) {
                if measure.status != MeasureStatus::Existing {
                    continue;
                }
                texts.push(&measure.content);
                match measures.iter_mut().find(|group| group.name == measure.category.short_name()) {
                    Some(group) => add(&mut group.measures, &measure.content),
                    None => measure.content.split(['；', ';', '\n']).for_each(|step| add(&mut steps, step)),
                }
            }
        }
        if !steps.is_empty() {
            emergency.push(PointSteps { name: facts.name.clone(), steps });
        }
    }
    measures.retain(|group| !group.measures.is_empty());
    let points: Vec<PointFacts> = own.into_iter().map(|(_, facts)| facts).collect();
    let level = points.iter().filter_map(|facts| facts.level).max();
    let masthead = source.masthead();
    let piece = format!("岗位卡 {}", post.name.trim());
    let mut problems = Vec::new();
    for (blank, chinese, english) in [
        (points.is_empty(), "岗位的风险点", "risk points of the post"),
        (masthead.duty_phone.is_empty(), "值班电话", "duty phone"),
    ] {
        if blank {
            problems.push(Problem::new(piece.clone(), Fault::Blank { chinese, english }));
        }
    }
    let card = PostCard {
        name: post.name.trim().to_owned(),
        department: snapshot
            .departments
            .get(post.department_id)
            .map_or(String::new(), |own| own.name.trim().to_owned()),
        headcount: post.headcount,
        special: post.special_operation,
        colours: source.colours(),
        level,
        level_word: level_word(level),
        points,
        hazards,
        focus,
        measures,
        checks,
        emergency,
        signs: source.signs_for(&types, &texts),
        code: String::new(),
        masthead,
        problems,
    };
    Some(source.sealed(card, |own| &mut own.code, "P/", post.id.into()))
}
