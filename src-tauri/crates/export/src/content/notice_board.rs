//! 「安全风险公告栏」 of the whole organisation or of a department, in the fields that must be made public.
//! Relies on [`PointFacts`] and on the same texts that the cards show.
//! Must not know: the size of the board.

use super::notice_card::notice_card;
use super::point::{PointFacts, code_order, level_word};
use super::problem::{Fault, Problem};
use super::source::{Masthead, Source};
use super::version::{Piece, put_version};
use domain::{ColourSet, DepartmentId, RiskLevel, RiskPoint};
use serde::Serialize;

/// A point on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardRow {
    /// Level, tier, owner, place.
    pub facts: PointFacts,
    /// 「主要危险因素」
    pub hazards: String,
    /// 「可能的事故类型」
    pub accidents: String,
    /// 「主要管控措施」
    pub measures: String,
    /// 「应急处置措施」
    pub emergency: String,
}

/// How many points have a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BoardCount {
    /// The level; `None` for 未评价.
    pub level: Option<RiskLevel>,
    /// It in words.
    pub word: &'static str,
    /// How many.
    pub count: usize,
}

/// What a board says.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeBoard {
    /// 「××学校安全风险公告栏」
    pub title: String,
    /// The department, or 「全校」.
    pub subject: String,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// Points of each level, the highest first.
    pub counts: Vec<BoardCount>,
    /// The points that are spelt out.
    pub rows: Vec<BoardRow>,
    /// Where the others are found; may be empty.
    pub note: String,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl Piece for NoticeBoard {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        let mut texts = vec![("title".to_owned(), &mut self.title), ("note".to_owned(), &mut self.note)];
        for row in &mut self.rows {
            let code = row.facts.code.clone();
            for (name, text) in [
                ("hazards", &mut row.hazards),
                ("measures", &mut row.measures),
                ("emergency", &mut row.emergency),
            ] {
                texts.push((format!("{name}.{code}"), text));
            }
        }
        texts
    }
}

/// Departments that are responsible for a point, in their order.
pub fn board_departments(source: &Source<'_>) -> Vec<DepartmentId> {
    let snapshot = source.snapshot;
    let mut own: Vec<_> = snapshot
        .departments
        .iter()
        .filter(|department| snapshot.points.iter().any(|point| point.department_id == Some(department.id)))
        .collect();
    own.sort_by_key(|department| (department.parent_id.is_some(), department.ordinal, department.id));
    own.into_iter().map(|department| department.id).collect()
}

/// The board of the whole organisation, or of `department` alone.
pub fn notice_board(source: &Source<'_>, department: Option<DepartmentId>) -> NoticeBoard {
    let snapshot = source.snapshot;
    let wanted =
        |point: &&RiskPoint| department.is_none_or(|department| point.department_id == Some(department));
    let mut all: Vec<(PointFacts, &RiskPoint)> =
        snapshot.points.iter().filter(wanted).map(|point| (source.facts(point), point)).collect();
    all.sort_by_cached_key(|(facts, point)| {
        (std::cmp::Reverse(facts.level), code_order(&facts.code), point.id)
    });
    let count = |level| all.iter().filter(|(facts, _)| facts.level == level).count();
    let mut counts: Vec<BoardCount> = RiskLevel::DESCENDING
        .into_iter()
        .map(|level| BoardCount {
            level: Some(level),
            word: level_word(Some(level)),
            count: count(Some(level)),
        })
        .collect();
    if count(None) > 0 {
        counts.push(BoardCount { level: None, word: level_word(None), count: count(None) });
    }
    let high = |facts: &PointFacts| facts.level.is_some_and(|level| level >= RiskLevel::High);
    // The main board is about what is grave; a department's board is about all that it has.
    let spelt = |facts: &PointFacts| department.is_some() || high(facts);
    let rows: Vec<BoardRow> = all
        .iter()
        .filter(|(facts, _)| spelt(facts))
        .filter_map(|(facts, point)| {
            let card = notice_card(source, point.id)?;
            let measures: Vec<String> = card.measures.iter().map(|group| group.measures.join("；")).collect();
            Some(BoardRow {
                facts: facts.clone(),
                hazards: card.hazards.join("；"),
                accidents: card.accidents.join("、"),
                measures: measures.join("；"),
                emergency: card.emergency.join("；"),
            })
        })
        .collect();
    let rest = all.len() - rows.len();
    let masthead = source.masthead();
    let own = department.and_then(|id| snapshot.departments.get(id));
    let subject = own.map_or("全校".to_owned(), |own| own.name.trim().to_owned());
    let title = match own {
        Some(own) => format!("{}安全风险公告栏", own.name.trim()),
        None => format!("{}安全风险公告栏", masthead.organisation),
    };
    let mut problems = Vec::new();
    let piece = format!("风险公告栏 {subject}");
    if all.is_empty() {
        problems.push(Problem::new(piece.clone(), Fault::Nothing));
    }
    if count(None) > 0 {
        problems.push(Problem::new(piece, Fault::Unassessed));
    }
    let board = NoticeBoard {
        title,
        code: String::new(),
        subject,
        colours: source.colours(),
        counts,
        rows,
        note: if rest > 0 && department.is_none() {
            format!("本栏列出重大和较大风险；其余 {rest} 个风险点见各部门公告栏和风险分级管控清单。")
        } else {
            String::new()
        },
        masthead,
        problems,
    };
    match own {
        Some(own) => source.sealed(board, |own| &mut own.code, "B/", own.id.into()),
        None => source.sealed(board, |own| &mut own.code, "BOARD", source.project()),
    }
}
