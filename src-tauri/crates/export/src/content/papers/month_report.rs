//! 「安全月报」: the sections of the report of a month, with its tables and charts, as one paper.
//! Relies on `statistics` for every sentence and every figure.
//! Must not know: how figures are worked out, how a chart is drawn.

use super::{
    ColumnKind, Month, Paper, PaperBlock, PaperChart, PaperColumn, PaperField, PaperForm, PaperRow,
    PaperSeries, PaperSheet, PaperTable,
};
use crate::content::Source;
use chrono::Datelike as _;
use statistics::{Chart, MonthReport, Section, Sheet};
use std::borrow::Cow;

/// Numbers of sections.
const NUMBERS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
/// Lines for a hand where the project keeps no record.
const BY_HAND: u8 = 5;
/// Words to a cell of a column that is narrow.
const SHORT: usize = 12;

/// The report of a month.
pub fn month_report(source: &Source<'_>, month: Month) -> Option<Paper> {
    let first = month.first();
    let report =
        statistics::month_report(source.snapshot, source.picture, first.year(), first.month(), source.today)?;
    let masthead = source.masthead();
    let mut blocks = vec![PaperBlock::Fields(vec![
        PaperField::new("单位", masthead.organisation.clone()),
        PaperField::new("月份", month.words()),
        PaperField::new("编制", masthead.prepared_by.clone()),
        PaperField::new("审核", masthead.reviewed_by.clone()),
    ])];
    for (at, own) in report.sections.iter().enumerate() {
        section(&mut blocks, NUMBERS.get(at).copied().unwrap_or(""), own);
    }
    blocks.push(PaperBlock::Remark(explained(&report)));
    blocks.push(PaperBlock::Signatures(vec!["编制".to_owned(), "审核".to_owned(), "主要负责人".to_owned()]));
    let title = "安全月报";
    let note = format!("{}　数据截至 {}", month.words(), report.today.format("%Y-%m-%d"));
    let sheet = PaperSheet::new(title, note, blocks);
    let mark = format!("YB/{month}");
    Some(source.paper(title, month.to_string(), PaperForm::Upright, vec![sheet], &mark, source.project()))
}

fn explained(report: &MonthReport) -> String {
    format!(
        "统计期 {} 至 {}。整改率＝待验收和已销号÷本期确认；按期整改率、超期率以期限已到的隐患为分母；百分数保留一位小数且只舍不入，\
         分子等于分母时才为 100%；分母为零时记“—”。",
        report.period.from, report.period.to
    )
}

fn section(blocks: &mut Vec<PaperBlock>, number: &str, own: &Section) {
    let title = &own.title.chinese;
    let title = if number.is_empty() { title.clone() } else { format!("{number}、{title}") };
    blocks.push(PaperBlock::Heading(title));
    if !own.recorded {
        let said: Vec<&str> = own.paragraphs.iter().map(|text| text.chinese.as_str()).collect();
        blocks.push(PaperBlock::Remark(said.join("")));
        blocks.push(PaperBlock::Fields(vec![PaperField::wide(&own.title.chinese, "", BY_HAND)]));
        return;
    }
    blocks.extend(own.paragraphs.iter().map(|text| PaperBlock::Text(text.chinese.clone())));
    for sheet in own.tables.iter().filter(|sheet| !sheet.rows.is_empty()) {
        blocks.push(PaperBlock::Remark(sheet.title.chinese.clone()));
        blocks.push(PaperBlock::Table(table(sheet)));
    }
    let said = |chart: &&Chart| chart.series.iter().flat_map(|own| &own.values).any(Option::is_some);
    blocks.extend(own.charts.iter().filter(said).map(|chart| PaperBlock::Chart(drawn(chart))));
}

fn table(sheet: &Sheet) -> PaperTable {
    let columns = sheet.columns.iter().enumerate().map(|(at, title)| {
        let cells = sheet.rows.iter().filter_map(|row| row.get(at)).map(|own| own.chinese.chars().count());
        let longest = cells.max().unwrap_or(0).max(title.chinese.chars().count());
        let kind = if at > 0 && longest <= SHORT { ColumnKind::Centred } else { ColumnKind::Words };
        let weight = longest.clamp(4, 22) as f64;
        PaperColumn { title: Cow::Owned(title.chinese.clone()), weight, kind }
    });
    let rows = sheet.rows.iter().map(|row| PaperRow::new(row.iter().map(|own| own.chinese.clone())));
    PaperTable { columns: columns.collect(), rows: rows.collect(), spare: 0 }
}

fn drawn(chart: &Chart) -> PaperChart {
    PaperChart {
        title: chart.title.chinese.clone(),
        unit: chart.unit.chinese.clone(),
        kind: chart.kind,
        labels: chart.labels.iter().map(|own| own.chinese.clone()).collect(),
        series: chart
            .series
            .iter()
            .map(|own| PaperSeries { title: own.title.chinese.clone(), values: own.values.clone() })
            .collect(),
    }
}
