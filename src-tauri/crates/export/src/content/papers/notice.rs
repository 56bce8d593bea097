//! 「隐患整改通知书」: a copy that is kept, a copy that is handed over, and the slip that comes back.
//! Relies on the danger's steps for what was asked of whom.
//! Must not know: how it is laid out.

use super::facts::{Danger, day};
use super::{Paper, PaperBlock, PaperField, PaperForm, PaperPhoto, PaperSheet};
use crate::content::Source;
use domain::{DangerAct, HiddenDangerId, Language, PhotoMoment};
use rectification::DangerState;

/// Photographs on a notice.
const MOST_PHOTOS: usize = 2;

/// The notice of one danger, from its assignment on; nothing for one that nobody was asked to rectify.
pub fn rectification_notice(source: &Source<'_>, id: HiddenDangerId) -> Option<Paper> {
    let dangers = source.dangers();
    let danger = dangers.find(id)?;
    let assigned = danger.last_step(|step| {
        matches!(step.act, DangerAct::Assign | DangerAct::Reopen) && step.deadline.is_some()
    })?;
    if danger.standing.state == DangerState::Void {
        return None;
    }
    let number = format!("编号：{}", danger.row.code.trim());
    let title = "隐患整改通知书";
    let issued = day(Some(assigned.done_on));
    let issuer = danger.by(assigned.by_id);
    let mut kept = body(source, &danger, &issued, &issuer);
    kept.push(PaperBlock::Signatures(vec!["签发人".to_owned(), "签收人".to_owned(), "签收日期".to_owned()]));
    let mut handed = body(source, &danger, &issued, &issuer);
    handed.push(PaperBlock::Signatures(vec![
        "签发人".to_owned(),
        "签收人".to_owned(),
        "签收日期".to_owned(),
    ]));
    let mut slip = Vec::new();
    let submitted = danger.last_step(|step| step.act == DangerAct::Submit);
    let accepted = danger.last_step(|step| matches!(step.act, DangerAct::Accept | DangerAct::Reject));
    // An acceptance of an earlier rectification says nothing about the one that is under way.
    let accepted = accepted.filter(|own| submitted.is_some_and(|step| step.ordinal < own.ordinal));
    slip.push(PaperBlock::Text(format!(
        "《隐患整改通知书》（{}）所列隐患的整改情况报告如下，请复查验收。",
        danger.row.code.trim()
    )));
    slip.push(PaperBlock::Fields(vec![
        PaperField::new("隐患编号", danger.row.code.trim()),
        PaperField::new("责任部门", danger.department()),
        PaperField::wide("整改情况", submitted.map_or("", |own| own.note.trim()), 5),
        PaperField::new("完成日期", day(submitted.map(|own| own.done_on))),
        PaperField::new(
            "实际费用（元）",
            submitted.and_then(|own| own.funds).map_or(String::new(), |own| own.to_string()),
        ),
        PaperField::new("整改负责人", submitted.map_or(String::new(), |own| danger.by(own.by_id))),
        PaperField::new("部门负责人", ""),
    ]));
    slip.push(PaperBlock::Photos(photos(&danger, PhotoMoment::After)));
    let conclusion = accepted
        .map_or(String::new(), |own| format!("{}。{}", own.act.name(Language::Chinese), own.note.trim()));
    slip.push(PaperBlock::Heading("复查意见".to_owned()));
    slip.push(PaperBlock::Fields(vec![
        PaperField::wide("复查意见", conclusion, 4),
        PaperField::new("复查人", accepted.map_or(String::new(), |own| danger.by(own.by_id))),
        PaperField::new("复查日期", day(accepted.map(|own| own.done_on))),
    ]));
    let signed = ["整改部门（盖章）", "部门负责人", "送交日期"].map(str::to_owned);
    slip.push(PaperBlock::Signatures(signed.to_vec()));
    let sheet = |title: &str, blocks| PaperSheet::new(title, number.clone(), blocks).whole();
    let sheets = vec![
        sheet("隐患整改通知书（存根）", kept),
        sheet("隐患整改通知书（送达）", handed),
        sheet("隐患整改回执", slip),
    ];
    let code = danger.row.code.trim();
    let subject = format!("{code} {}", brief(&danger.row.description));
    Some(source.paper(title, subject, PaperForm::Upright, sheets, &format!("Z/{code}"), id.into()))
}

/// The beginning of a description, for names.
pub(super) fn brief(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 24 { line } else { line.chars().take(23).chain(['…']).collect() }
}

fn body(source: &Source<'_>, danger: &Danger<'_>, issued: &str, issuer: &str) -> Vec<PaperBlock> {
    let row = danger.row;
    let standing = danger.standing;
    let to = match danger.department() {
        own if own.is_empty() => "有关部门".to_owned(),
        own => own,
    };
    let deadline = day(standing.deadline);
    vec![
        PaperBlock::Text(format!(
            "{to}：经检查，你部门存在下列安全隐患。请按要求落实整改责任、措施、资金、时限和预案，于 {deadline} 前完成整改，\
             并将回执送交安全管理部门。整改期间须落实临时防范措施，不能保证安全的应停止使用。"
        )),
        PaperBlock::Fields(vec![
            PaperField::new("受检部门", danger.department()),
            PaperField::new("检查类型", row.source.name(Language::Chinese)),
            PaperField::new("检查时间", danger.found()),
            PaperField::new("检查人", danger.finder()),
            PaperField::new("隐患级别", format!("{}隐患", danger.grade())),
            PaperField::new("隐患类别", danger.class().replace('\n', "，")),
            PaperField::wide("隐患描述", row.description.trim(), 2),
            PaperField::new("地点", danger.place(source)),
            PaperField::new("关联风险点", danger.point_words()),
            PaperField::wide("依据", row.basis.trim(), 1),
            PaperField::wide("整改措施", standing.measures.trim(), 3),
            PaperField::new("整改责任人", danger.responsible()),
            PaperField::new("整改期限", deadline),
            PaperField::new("整改资金（元）", standing.funds.map_or(String::new(), |own| own.to_string())),
            PaperField::new("验收人", danger.by(standing.acceptor)),
            PaperField::wide("应急预案或临时措施", standing.contingency.trim(), 2),
            PaperField::new("签发人", issuer),
            PaperField::new("签发日期", issued),
        ]),
        PaperBlock::Photos(photos(danger, PhotoMoment::Before)),
    ]
}

/// The first photographs of a moment, or places to glue them on.
pub(super) fn photos(danger: &Danger<'_>, moment: PhotoMoment) -> Vec<PaperPhoto> {
    let name = moment.name(Language::Chinese);
    let own = danger.photos(moment);
    if own.is_empty() {
        return vec![PaperPhoto { caption: format!("{name}照片（粘贴处）"), asset: String::new() }];
    }
    let caption = |note: &str| if note.is_empty() { name.to_owned() } else { format!("{name}：{note}") };
    let photo = |own: &&domain::DangerPhoto| PaperPhoto {
        caption: caption(own.note.trim()),
        asset: own.asset.clone(),
    };
    own.iter().take(MOST_PHOTOS).map(photo).collect()
}
