//! 「隐患个案」: one danger on one page, from finding to closing, with photographs before and after.
//! Relies on the steps that count.
//! Must not know: how it is laid out.

use super::facts::{Danger, day};
use super::notice::{brief, photos};
use super::{
    Paper, PaperBlock, PaperColumn, PaperField, PaperForm, PaperRow, PaperSheet, PaperTable, centred, words,
};
use crate::content::Source;
use domain::{DangerStep, HiddenDangerId, Language, PhotoMoment};
use rectification::DangerState;

const STEPS: [PaperColumn; 5] = [
    centred("日期", 1.0),
    centred("动作", 1.15),
    centred("经办人", 0.8),
    centred("之后状态", 0.95),
    words("说明", 3.2),
];

/// The case file of a danger; nothing for a draft.
pub fn case_file(source: &Source<'_>, id: HiddenDangerId) -> Option<Paper> {
    let dangers = source.dangers();
    let danger = dangers.find(id)?;
    let (row, standing) = (danger.row, danger.standing);
    if standing.state == DangerState::Draft {
        return None;
    }
    let code = row.code.trim();
    let measure = source.snapshot.measures.find(row.measure_id).map_or("", |own| own.content.trim());
    let overdue = if standing.is_overdue(source.today) { "（已超期）" } else { "" };
    let mut fields = vec![
        PaperField::new("隐患编号", code),
        PaperField::new("当前状态", format!("{}{overdue}", danger.state())),
        PaperField::wide("隐患描述", row.description.trim(), 1),
        PaperField::new("地点", danger.place(source)),
        PaperField::new("关联风险点", danger.point_words()),
        PaperField::new("来源", row.source.name(Language::Chinese)),
        PaperField::new("发现", format!("{}　{}", danger.found(), danger.finder())),
        PaperField::new(
            "级别",
            match danger.grade() {
                "" => "未判定".to_owned(),
                own => format!("{own}隐患"),
            },
        ),
        PaperField::new("类别", danger.class().replace('\n', "，")),
        PaperField::new("可能的事故类型", danger.accident()),
        PaperField::new("责任部门", danger.department()),
    ];
    if !row.basis.trim().is_empty() {
        fields.push(PaperField::wide("依据", row.basis.trim(), 1));
    }
    if !measure.is_empty() {
        fields.push(PaperField::wide("失效的管控措施", measure, 1));
    }
    if standing.deadline.is_some() || standing.responsible.is_some() {
        fields.extend([
            PaperField::new("责任人（责任落实）", danger.responsible()),
            PaperField::new("整改期限（时限落实）", day(standing.deadline)),
            PaperField::new(
                "资金（资金落实）",
                match danger.funds() {
                    own if own.is_empty() => own,
                    own => format!("{own} 元"),
                },
            ),
            PaperField::new("验收人", danger.by(standing.acceptor)),
            PaperField::wide("整改措施（措施落实）", standing.measures.trim(), 1),
            PaperField::wide("应急预案或临时措施（预案落实）", standing.contingency.trim(), 1),
        ]);
    }
    if let Some(document) = standing.document.and_then(|id| source.snapshot.documents.get(id)) {
        fields.push(PaperField::wide("治理方案", document.name.trim(), 1));
    }
    let mut pictures = photos(&danger, PhotoMoment::Before);
    if standing.submitted_on.is_some() || !danger.photos(PhotoMoment::After).is_empty() {
        pictures.extend(photos(&danger, PhotoMoment::After));
    }
    let rows: Vec<PaperRow> = standing
        .steps
        .iter()
        .filter_map(|own| Some((source.snapshot.danger_steps.get(own.step)?, own.to)))
        .map(|(step, to)| {
            let at = step.done_at.map_or(String::new(), |own| format!(" {}", own.format("%H:%M")));
            PaperRow::new([
                format!("{}{at}", day(Some(step.done_on))),
                step.act.name(Language::Chinese).to_owned(),
                danger.by(step.by_id),
                to.name(Language::Chinese).to_owned(),
                said(&danger, step),
            ])
        })
        .collect();
    let title = "隐患个案";
    let blocks = vec![
        PaperBlock::Fields(fields),
        PaperBlock::Photos(pictures),
        PaperBlock::Heading("处置经过".to_owned()),
        PaperBlock::Table(PaperTable::new(&STEPS, rows)),
    ];
    let note = format!("编号：{code}　截至 {}", day(Some(source.today)));
    let sheet = PaperSheet::new(title, note, blocks).whole();
    let subject = format!("{code} {}", brief(&row.description));
    Some(source.paper(title, subject, PaperForm::Upright, vec![sheet], &format!("GA/{code}"), id.into()))
}

/// What a step says, in one text.
fn said(danger: &Danger<'_>, step: &DangerStep) -> String {
    let named = |name: &str, own: String| if own.is_empty() { None } else { Some(format!("{name} {own}")) };
    let note = step.note.trim();
    let parts = [
        (!note.is_empty()).then(|| note.to_owned()),
        named("期限", day(step.deadline)),
        named("责任人", danger.by(step.responsible_id)),
        named("批准人", danger.by(step.approver_id)),
        named("措施", step.measures.trim().to_owned()),
        named("费用（元）", step.funds.map_or(String::new(), |own| own.to_string())),
        named("临时措施", step.contingency.trim().to_owned()),
        named("复核日期", day(step.review_on)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("；")
}
