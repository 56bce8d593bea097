//! 待办: what waits for whom, and as a text to copy into a chat group.
//! Relies on rights for who may take the next step.
//! Knows nothing of screens.

use crate::machine::{DangerState, Who};
use crate::reminders::{Alarm, reminder};
use crate::rights::{entitled, is_here, school_leads};
use crate::standing::{Standing, standings};
use chrono::NaiveDate;
use domain::{
    HiddenDanger, HiddenDangerGrade, HiddenDangerId, Language, PersonId, ReportRecipient, Snapshot,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// 「待办事项」 What somebody is to do with a danger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Waiting {
    /// 「上报草稿」
    Report,
    /// 「确认」
    Confirm,
    /// 「指派」
    Assign,
    /// 「整改并提交」
    Rectify,
    /// 「审批延期」
    Decide,
    /// 「受理」
    TakeUp,
    /// 「复核挂起」
    Review,
    /// 「验收」
    Accept,
    /// 「双报告」 A major danger that was not yet reported to both.
    ReportMajor,
    /// 「督促」 Somebody below is far over a deadline.
    Urge,
}

impl Waiting {
    /// The words that tell what to do.
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Report, Language::Chinese) => "补全并上报草稿",
            (Self::Report, Language::English) => "complete the draft and report it",
            (Self::Confirm, Language::Chinese) => "请确认是否为隐患",
            (Self::Confirm, Language::English) => "please confirm whether it is one",
            (Self::Assign, Language::Chinese) => "请指派整改（五落实）",
            (Self::Assign, Language::English) => "please assign the rectification",
            (Self::Rectify, Language::Chinese) => "请整改并提交",
            (Self::Rectify, Language::English) => "please rectify and submit",
            (Self::Decide, Language::Chinese) => "请审批延期申请",
            (Self::Decide, Language::English) => "please decide on the extension",
            (Self::TakeUp, Language::Chinese) => "请受理上报的隐患",
            (Self::TakeUp, Language::English) => "please take it up",
            (Self::Review, Language::Chinese) => "请复核挂起的隐患",
            (Self::Review, Language::English) => "please review the suspension",
            (Self::Accept, Language::Chinese) => "请验收",
            (Self::Accept, Language::English) => "please inspect and accept",
            (Self::ReportMajor, Language::Chinese) => "重大隐患，请向监管部门和教代会（职代会）报告",
            (Self::ReportMajor, Language::English) => {
                "major: please report it to the authority and the staff congress"
            }
            (Self::Urge, Language::Chinese) => "超期未改，请督促",
            (Self::Urge, Language::English) => "overdue: please see that it is done",
        }
    }
}

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodoItem {
    /// The danger.
    pub danger: HiddenDangerId,
    /// What to do.
    pub what: Waiting,
    /// Until when; of a suspension the day of its review.
    pub until: Option<NaiveDate>,
    /// Days until then; negative when it is over.
    pub days_left: Option<i64>,
    /// How urgent.
    pub alarm: Option<Alarm>,
}

/// What waits for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonTodo {
    /// Who; nobody where somebody must be appointed first.
    pub person: Option<PersonId>,
    /// What, the most urgent first.
    pub items: Vec<TodoItem>,
}

/// What waits for whom today: people in the order of their lists, then what nobody can do.
pub fn todo(snapshot: &Snapshot, today: NaiveDate) -> Vec<PersonTodo> {
    let mut lists: BTreeMap<Option<PersonId>, Vec<TodoItem>> = BTreeMap::new();
    let mut reported: BTreeMap<HiddenDangerId, Vec<ReportRecipient>> = BTreeMap::new();
    for report in &snapshot.danger_reports {
        reported.entry(report.danger_id).or_default().push(report.addressee);
    }
    for (id, standing) in &standings(snapshot) {
        let Some(danger) = snapshot.dangers.get(*id) else { continue };
        let reported = reported.get(id).map_or(&[][..], Vec::as_slice);
        for (people, item) in waiting(snapshot, danger, standing, reported, today) {
            if people.is_empty() {
                lists.entry(None).or_default().push(item);
            } else {
                for person in people {
                    lists.entry(Some(person)).or_default().push(item.clone());
                }
            }
        }
    }
    let order = |person: Option<PersonId>| {
        let own = snapshot.people.find(person);
        (own.is_none(), own.map(|own| own.ordinal), person)
    };
    let mut all: Vec<PersonTodo> = lists
        .into_iter()
        .map(|(person, mut items)| {
            items.sort_by_key(|item| (item.until.is_none(), item.until, item.what, item.danger));
            PersonTodo { person, items }
        })
        .collect();
    all.sort_by_key(|own| order(own.person));
    all
}

fn waiting(
    snapshot: &Snapshot,
    danger: &HiddenDanger,
    standing: &Standing,
    reported: &[ReportRecipient],
    today: NaiveDate,
) -> Vec<(Vec<PersonId>, TodoItem)> {
    let people = |who: Who| entitled(snapshot, danger, standing, who);
    let (people, what, until) = match standing.state {
        DangerState::Draft => {
            let reporter = danger.reporter_id.filter(|own| is_here(snapshot, *own));
            // A draft without a name waits for nobody.
            match reporter {
                Some(reporter) => (vec![reporter], Waiting::Report, None),
                None => return Vec::new(),
            }
        }
        DangerState::Reported => (people(Who::SafetyLead), Waiting::Confirm, None),
        DangerState::Confirmed => (people(Who::SafetyLeadOrHead), Waiting::Assign, None),
        DangerState::Rectifying => (people(Who::Responsible), Waiting::Rectify, standing.deadline),
        DangerState::ExtensionAsked => (people(Who::DeadlineSetter), Waiting::Decide, standing.deadline),
        DangerState::HandedUp => (people(Who::SchoolSafetyLead), Waiting::TakeUp, None),
        DangerState::Suspended => (people(Who::SchoolSafetyLead), Waiting::Review, standing.review_on),
        DangerState::AwaitingAcceptance => (people(Who::Acceptor), Waiting::Accept, standing.deadline),
        DangerState::NotDanger | DangerState::Closed | DangerState::Void => return Vec::new(),
    };
    let days_left = until.map(|until| until.signed_duration_since(today).num_days());
    let alarm = days_left.and_then(Alarm::of);
    let mut all = vec![(people, TodoItem { danger: danger.id, what, until, days_left, alarm })];
    let both = [ReportRecipient::Authority, ReportRecipient::Congress];
    let major = danger.grade == Some(HiddenDangerGrade::Major) && standing.state.is_open();
    if major && both.iter().any(|to| !reported.contains(to)) {
        let what = Waiting::ReportMajor;
        let item = TodoItem { danger: danger.id, what, until: None, days_left: None, alarm: None };
        all.push((school_leads(snapshot), item));
    }
    // Those above hear of it when it is long over; the first to hear has his own item already.
    if let Some(alarm) = reminder(snapshot, danger, standing, today) {
        let above: Vec<PersonId> =
            alarm.to.into_iter().filter(|own| standing.responsible != Some(*own)).collect();
        if !above.is_empty() {
            let (until, days_left) = (standing.deadline, Some(alarm.days_left));
            let alarm = Some(alarm.alarm);
            all.push((above, TodoItem { danger: danger.id, what: Waiting::Urge, until, days_left, alarm }));
        }
    }
    all
}

/// One item in words: `YH-2026-003 砂轮机托架间隙 8 mm（机加工实训中心）：请整改并提交，期限 2026-03-20，还有 3 天`.
pub fn item_words(snapshot: &Snapshot, item: &TodoItem, language: Language) -> String {
    let Some(danger) = snapshot.dangers.get(item.danger) else { return String::new() };
    let point = snapshot.points.find(crate::point_of(snapshot, danger));
    let place = if danger.place.trim().is_empty() {
        point.map_or("", |own| own.name.as_str())
    } else {
        &danger.place
    };
    let (code, what) = (&danger.code, item.what.name(language));
    let description = danger.description.trim();
    match language {
        Language::Chinese => {
            let place = if place.is_empty() { String::new() } else { format!("（{place}）") };
            let until = match (item.until, item.days_left) {
                (Some(until), Some(days)) if days < 0 => format!("，期限 {until}，已超期 {} 天", -days),
                (Some(until), Some(0)) => format!("，期限 {until}，今天到期"),
                (Some(until), Some(days)) => format!("，期限 {until}，还有 {days} 天"),
                (Some(_), None) | (None, _) => String::new(),
            };
            format!("{code} {description}{place}：{what}{until}")
        }
        Language::English => {
            let place = if place.is_empty() { String::new() } else { format!(" ({place})") };
            let until = match (item.until, item.days_left) {
                (Some(until), Some(days)) if days < 0 => format!(", due {until}, {} days over", -days),
                (Some(until), Some(0)) => format!(", due {until}, today"),
                (Some(until), Some(days)) => format!(", due {until}, {days} days left"),
                (Some(_), None) | (None, _) => String::new(),
            };
            format!("{code} {description}{place}: {what}{until}")
        }
    }
}

/// What waits for one person, as a text to copy into a chat group.
pub fn text(snapshot: &Snapshot, own: &PersonTodo, language: Language) -> String {
    let name = snapshot.people.find(own.person).map(|person| person.name.as_str());
    let mut text = match (language, name) {
        (Language::Chinese, Some(name)) => format!("【隐患待办】{name}（{} 项）", own.items.len()),
        (Language::Chinese, None) => format!("【隐患待办】尚未指定人员（{} 项）", own.items.len()),
        (Language::English, Some(name)) => format!("[Hidden dangers] {name} ({})", own.items.len()),
        (Language::English, None) => format!("[Hidden dangers] nobody appointed yet ({})", own.items.len()),
    };
    for (index, item) in own.items.iter().enumerate() {
        text.push_str(&format!("\n{}. {}", index + 1, item_words(snapshot, item, language)));
    }
    text
}
