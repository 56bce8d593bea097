//! 「双报告」: a major danger is reported to the authority and to the staff congress; both letters as one pair.
//! Relies on what the rules ask of such a report: state and cause, harm and difficulty, the plan of rectification.
//! Must not know: how it is laid out.

use super::facts::{Danger, day};
use super::notice::brief;
use super::{Paper, PaperBlock, PaperField, PaperForm, PaperSheet};
use crate::content::Source;
use domain::{DangerReport, HiddenDangerId, Language, ReportRecipient};
use rectification::DangerState;

/// Both reports of a major danger; nothing for any other.
pub fn double_report(source: &Source<'_>, id: HiddenDangerId) -> Option<Paper> {
    let dangers = source.dangers();
    let danger = dangers.find(id)?;
    if !danger.is_major() || danger.standing.state == DangerState::Void {
        return None;
    }
    let code = danger.row.code.trim();
    let sheets = [ReportRecipient::Authority, ReportRecipient::Congress];
    let sheets = sheets.map(|to| sheet(source, &danger, to)).to_vec();
    let subject = format!("{code} {}", brief(&danger.row.description));
    let mark = format!("SBG/{code}");
    Some(source.paper("重大事故隐患报告", subject, PaperForm::Upright, sheets, &mark, id.into()))
}

fn sheet(source: &Source<'_>, danger: &Danger<'_>, to: ReportRecipient) -> PaperSheet {
    let (row, standing) = (danger.row, danger.standing);
    let masthead = source.masthead();
    let code = row.code.trim();
    let report: Option<&DangerReport> =
        source.snapshot.danger_reports.iter().rfind(|own| own.danger_id == row.id && own.addressee == to);
    let recipient = report.map_or(String::new(), |own| own.recipient.trim().to_owned());
    let recipient = match (recipient.is_empty(), to) {
        (false, _) => recipient,
        (true, ReportRecipient::Authority) => "（监管部门）".to_owned(),
        (true, ReportRecipient::Congress) => "教代会（职代会）".to_owned(),
    };
    let (title, opening) = match to {
        ReportRecipient::Authority => (
            "重大事故隐患报告（报监管部门）",
            "依据《中华人民共和国安全生产法》第四十一条，现将我单位重大事故隐患排查治理情况报告如下。",
        ),
        ReportRecipient::Congress => (
            "重大事故隐患报告（报教代会、职代会）",
            "依据《中华人民共和国安全生产法》第四十一条，现将重大事故隐患排查治理情况向职工大会（职工代表大会）报告如下，请予监督。",
        ),
    };
    let cause = row.cause.map_or("", |own| own.name(Language::Chinese));
    let harm = match danger.accident() {
        own if own.is_empty() => String::new(),
        own => format!("可能导致{own}事故。"),
    };
    let document = standing.document.and_then(|id| source.snapshot.documents.get(id));
    let plan = document.map_or(String::new(), |own| format!("附治理方案《{}》。", own.name.trim()));
    let state = format!(
        "{}　发现于 {}，{}。目前状态：{}。",
        row.description.trim(),
        danger.found(),
        row.source.name(Language::Chinese),
        danger.state()
    );
    let time = match standing.deadline {
        Some(deadline) => format!("于 {} 前完成整改。", day(Some(deadline))),
        None => String::new(),
    };
    let funds = standing.funds.map_or(String::new(), |own| format!("安排资金 {own} 元。"));
    let people = [
        ("整改责任人", danger.responsible()),
        ("验收人", danger.by(standing.acceptor)),
        ("责任部门", danger.department()),
    ];
    let people: Vec<String> = people
        .into_iter()
        .filter(|own| !own.1.is_empty())
        .map(|(name, own)| format!("{name}：{own}"))
        .collect();
    let mut blocks = vec![
        PaperBlock::Text(format!("{recipient}：")),
        PaperBlock::Text(opening.to_owned()),
        PaperBlock::Heading("一、隐患现状及产生原因".to_owned()),
        PaperBlock::Fields(vec![
            PaperField::new("隐患编号", code),
            PaperField::new("级别", "重大事故隐患"),
            PaperField::new("地点", danger.place(source)),
            PaperField::new("关联风险点", danger.point_words()),
            PaperField::wide("现状", state, 2),
            PaperField::wide("产生原因", cause, 2),
            PaperField::wide("判定依据", row.basis.trim(), 1),
        ]),
        PaperBlock::Heading("二、危害程度和整改难易程度分析".to_owned()),
        PaperBlock::Fields(vec![
            PaperField::wide("危害程度", harm, 2),
            PaperField::wide("整改难易程度", "", 2),
        ]),
        PaperBlock::Heading("三、治理方案".to_owned()),
        PaperBlock::Fields(vec![
            PaperField::wide("目标和任务", format!("消除隐患，{}经验收合格后销号。{plan}", time), 1),
            PaperField::wide("方法和措施", standing.measures.trim(), 2),
            PaperField::wide("经费和物资", funds, 1),
            PaperField::wide("机构和人员", people.join("　"), 1),
            PaperField::wide("时限和要求", time, 1),
            PaperField::wide("安全措施和应急预案", standing.contingency.trim(), 2),
        ]),
    ];
    let sent = report.map(|own| own.sent_on);
    let receipt = report.map_or("", |own| own.receipt.trim());
    blocks.push(PaperBlock::Fields(vec![
        PaperField::new("报告单位", masthead.organisation.clone()),
        PaperField::new("报告日期", day(sent)),
        PaperField::new("主要负责人（签字）", ""),
        PaperField::new("单位（盖章）", ""),
        PaperField::new("回执", receipt),
        PaperField::new("回执日期", day(report.and_then(|own| own.received_on))),
    ]));
    PaperSheet::new(title, format!("编号：{code}"), blocks).whole()
}
