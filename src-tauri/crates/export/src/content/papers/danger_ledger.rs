//! 「隐患排查治理台账」: a row for each danger with everything that its life put on record.
//! Relies on the columns that inspectors of the authorities ask for.
//! Must not know: whether it becomes a table on paper or a worksheet.

use super::facts::{Danger, day};
use super::{
    Paper, PaperBlock, PaperColumn, PaperForm, PaperRow, PaperSheet, PaperTable, centred, number, words,
};
use crate::content::Source;
use domain::{DangerAct, Language, PhotoMoment};
use rectification::DangerState;

/// The columns, in the order of the field.
const COLUMNS: [PaperColumn; 27] = [
    number("序号", 0.62),
    centred("隐患编号", 1.42),
    centred("发现时间", 1.1),
    centred("来源", 1.05),
    words("地点", 1.15),
    words("关联风险点", 1.3),
    words("隐患描述", 2.1),
    centred("照片", 0.7),
    centred("类别", 1.25),
    centred("级别", 0.62),
    centred("可能事故类型", 0.95),
    words("依据", 1.3),
    centred("发现人", 0.85),
    centred("责任部门", 1.15),
    centred("责任人", 0.85),
    words("整改措施", 1.9),
    number("资金（元）", 0.85),
    centred("整改期限", 1.1),
    words("应急预案、防范措施", 1.5),
    centred("完成时间", 1.1),
    centred("整改后照片", 0.8),
    centred("验收人", 0.85),
    centred("验收时间", 1.1),
    words("验收结论", 1.15),
    centred("状态", 0.95),
    centred("是否超期", 0.7),
    words("备注", 1.0),
];

/// The ledger of the whole project.
pub fn danger_ledger(source: &Source<'_>) -> Paper {
    let dangers = source.dangers();
    let listed: Vec<Danger<'_>> =
        dangers.all().filter(|own| own.standing.state != DangerState::Draft).collect();
    let rows = listed.iter().enumerate().map(|(at, own)| row(source, own, at + 1)).collect();
    let title = "隐患排查治理台账";
    let blocks = vec![PaperBlock::Table(PaperTable::new(&COLUMNS, rows))];
    let sheet = PaperSheet::new(title, summary(source, &listed), blocks);
    let subject = source.masthead().organisation;
    source.paper(title, subject, PaperForm::Wide, vec![sheet], "YH", source.project())
}

fn summary(source: &Source<'_>, listed: &[Danger<'_>]) -> String {
    let count = |wanted: &dyn Fn(&Danger<'_>) -> bool| listed.iter().filter(|own| wanted(own)).count();
    format!(
        "共 {} 条：重大 {}，治理中 {}，已销号 {}，当前超期 {}　截至 {}　保存期不少于两年",
        listed.len(),
        count(&|own| own.is_major() && own.standing.state != DangerState::Void),
        count(&|own| own.standing.state.is_open()),
        count(&|own| own.standing.state == DangerState::Closed),
        count(&|own| own.standing.is_overdue(source.today)),
        day(Some(source.today)),
    )
}

fn row(source: &Source<'_>, danger: &Danger<'_>, at: usize) -> PaperRow {
    let (row, standing) = (danger.row, danger.standing);
    let accepted = danger.last_step(|step| matches!(step.act, DangerAct::Accept | DangerAct::FixOnSpot));
    let accepted = accepted.filter(|_| standing.state == DangerState::Closed);
    let conclusion = accepted.map_or(String::new(), |step| match step.note.trim() {
        "" => step.act.name(Language::Chinese).to_owned(),
        own => own.to_owned(),
    });
    let extensions = standing
        .steps
        .iter()
        .filter_map(|own| source.snapshot.danger_steps.get(own.step))
        .filter(|step| step.act == DangerAct::GrantExtension)
        .count();
    let mut remarks: Vec<String> = Vec::new();
    if standing.rejections > 0 {
        remarks.push(format!("验收不通过 {} 次", standing.rejections));
    }
    if extensions > 0 {
        remarks.push(format!("延期 {extensions} 次"));
    }
    if let Some(other) = standing.duplicate.and_then(|id| source.snapshot.dangers.get(id)) {
        remarks.push(format!("与 {} 重复", other.code.trim()));
    }
    if !row.note.trim().is_empty() {
        remarks.push(row.note.trim().to_owned());
    }
    let overdue = danger.overdue(source.today);
    PaperRow::new([
        at.to_string(),
        row.code.trim().to_owned(),
        danger.found(),
        row.source.name(Language::Chinese).to_owned(),
        danger.place(source),
        danger.point_words(),
        row.description.trim().to_owned(),
        danger.photo_count(PhotoMoment::Before),
        danger.class(),
        danger.grade().to_owned(),
        danger.accident(),
        row.basis.trim().to_owned(),
        danger.finder(),
        danger.department(),
        danger.responsible(),
        standing.measures.trim().to_owned(),
        danger.funds(),
        day(standing.deadline),
        standing.contingency.trim().to_owned(),
        day(standing.submitted_on),
        danger.photo_count(PhotoMoment::After),
        accepted.map_or(String::new(), |step| danger.by(step.by_id)),
        day(accepted.map(|step| step.done_on)),
        conclusion,
        danger.state().to_owned(),
        overdue.to_owned(),
        remarks.join("；"),
    ])
    .alarm(9, danger.is_major())
    .alarm(25, overdue == "是")
}
