//! How dangers are spread: by department, form, cause, topic, source, place, accident type and grade.
//! Relies on what was written when a danger was confirmed; what was not is a group of its own.
//! Knows no order but the most first.

use crate::Title;
use crate::facts::{Case, Facts};
use crate::period::Period;
use crate::share::percent;
use domain::{HiddenDangerId, Language, Snapshot};
use rectification::point_of;
use serde::Serialize;
use std::collections::BTreeMap;

/// What dangers are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum SortedBy {
    /// 「责任部门」
    Department,
    /// 「类别」
    Form,
    /// 「成因」
    Cause,
    /// 「专题」
    Topic,
    /// 「来源」
    Source,
    /// 「地点」 The building.
    Place,
    /// 「可能的事故类型」
    Accident,
    /// 「级别」
    Grade,
}

impl SortedBy {
    /// Every way.
    pub const ALL: [Self; 8] = [
        Self::Department,
        Self::Form,
        Self::Cause,
        Self::Topic,
        Self::Source,
        Self::Place,
        Self::Accident,
        Self::Grade,
    ];

    /// What people call it.
    pub fn title(self) -> Title {
        match self {
            Self::Department => Title::new("责任部门", "department"),
            Self::Form => Title::new("隐患类别", "form"),
            Self::Cause => Title::new("隐患成因", "cause"),
            Self::Topic => Title::new("专题", "topic"),
            Self::Source => Title::new("隐患来源", "source"),
            Self::Place => Title::new("所在建筑", "building"),
            Self::Accident => Title::new("可能的事故类型", "possible accident"),
            Self::Grade => Title::new("隐患级别", "grade"),
        }
    }
}

/// Dangers that have something in common.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "StatisticsGroup")]
pub struct Group {
    /// What they have in common: an id, a code or a word of a vocabulary; empty for none.
    pub key: String,
    /// What it is called.
    pub title: Title,
    /// Confirmed in the period.
    pub confirmed: Vec<HiddenDangerId>,
    /// Of those: waiting for acceptance, or closed.
    pub rectified: Vec<HiddenDangerId>,
    /// Of those: closed.
    pub closed: Vec<HiddenDangerId>,
    /// Of those: open and overdue.
    pub overdue: Vec<HiddenDangerId>,
    /// Of those: major.
    pub major: Vec<HiddenDangerId>,
    /// Confirmed in the period before.
    pub confirmed_before: Vec<HiddenDangerId>,
    /// Share of all that were confirmed, per cent.
    pub share: Option<f64>,
    /// 「整改率」 per cent.
    pub rectification_rate: Option<f64>,
}

/// How dangers are spread over one thing.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Distribution {
    /// Over what.
    pub by: SortedBy,
    /// What that is called.
    pub title: Title,
    /// The groups, the most first; those of the period before that have none now come last.
    pub groups: Vec<Group>,
}

pub(crate) fn distributions(facts: &Facts<'_>, period: Period) -> Vec<Distribution> {
    let (now, before) = (facts.confirmed(period), facts.confirmed(period.before()));
    SortedBy::ALL.into_iter().map(|by| distribution(facts, by, &now, &before)).collect()
}

fn distribution(facts: &Facts<'_>, by: SortedBy, now: &[Case<'_>], before: &[Case<'_>]) -> Distribution {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for case in now {
        let group = group_of(&mut groups, facts.snapshot, by, case);
        let id = case.id();
        group.confirmed.push(id);
        if case.is_rectified() {
            group.rectified.push(id);
        }
        if case.is_closed() {
            group.closed.push(id);
        }
        if facts.is_overdue(case) {
            group.overdue.push(id);
        }
        if case.is_major() {
            group.major.push(id);
        }
    }
    for case in before {
        group_of(&mut groups, facts.snapshot, by, case).confirmed_before.push(case.id());
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    for group in &mut groups {
        group.share = percent(group.confirmed.len(), now.len());
        group.rectification_rate = percent(group.rectified.len(), group.confirmed.len());
    }
    groups.sort_by_key(|group| std::cmp::Reverse((group.confirmed.len(), group.confirmed_before.len())));
    Distribution { by, title: by.title(), groups }
}

fn group_of<'g>(
    groups: &'g mut BTreeMap<String, Group>,
    snapshot: &Snapshot,
    by: SortedBy,
    case: &Case<'_>,
) -> &'g mut Group {
    let (key, title) = named(snapshot, by, case).unwrap_or_else(|| {
        let (chinese, english) = match by {
            SortedBy::Department => ("（无部门）", "(no department)"),
            SortedBy::Place => ("（室外或未定）", "(outdoors or unknown)"),
            SortedBy::Form
            | SortedBy::Cause
            | SortedBy::Topic
            | SortedBy::Source
            | SortedBy::Accident
            | SortedBy::Grade => ("（未填写）", "(not given)"),
        };
        (String::new(), Title::new(chinese, english))
    });
    groups.entry(key.clone()).or_insert_with(|| Group {
        key,
        title,
        confirmed: Vec::new(),
        rectified: Vec::new(),
        closed: Vec::new(),
        overdue: Vec::new(),
        major: Vec::new(),
        confirmed_before: Vec::new(),
        share: None,
        rectification_rate: None,
    })
}

fn named(snapshot: &Snapshot, by: SortedBy, case: &Case<'_>) -> Option<(String, Title)> {
    let danger = case.danger;
    let word = |key: &str, chinese: &str, english: &str| Some((key.to_owned(), Title::new(chinese, english)));
    macro_rules! of_vocabulary {
        ($value:expr) => {{
            let value = $value;
            word(value.as_str(), value.name(Language::Chinese), value.name(Language::English))
        }};
    }
    match by {
        SortedBy::Department => {
            let point = point_of(snapshot, danger).and_then(|id| snapshot.points.get(id));
            let id = danger.department_id.or_else(|| point.and_then(|own| own.department_id));
            let own = snapshot.departments.find(id)?;
            word(&own.id.to_string(), &own.name, &own.name)
        }
        SortedBy::Place => {
            let floor = snapshot.floors.find(danger.floor_id).and_then(|own| own.building_id);
            let point = point_of(snapshot, danger).and_then(|id| snapshot.points.get(id));
            let of_point = point.and_then(|point| snapshot.building_of(point));
            let own = of_point.or_else(|| snapshot.buildings.find(floor))?;
            word(&own.id.to_string(), &own.name, &own.name)
        }
        SortedBy::Form => of_vocabulary!(danger.form?),
        SortedBy::Cause => of_vocabulary!(danger.cause?),
        SortedBy::Topic => of_vocabulary!(danger.topic?),
        SortedBy::Source => of_vocabulary!(danger.source),
        SortedBy::Grade => of_vocabulary!(danger.grade?),
        SortedBy::Accident => {
            let code = Some(danger.accident.as_str()).filter(|code| !code.is_empty())?;
            let known = domain::accident_type(code);
            let name = |language| known.map_or(code, |own| own.name(language));
            word(code, name(Language::Chinese), name(Language::English))
        }
    }
}
