//! The rows below the header as lines of fields: cells of a point carried down, rows that are no rows set apart.
//! Relies on merged cells having been filled down.
//! Knows nothing of projects.

use crate::field::Field;
use crate::header::Header;
use crate::mapping::Mapping;
use crate::measures;
use crate::proposal::{Note, SkippedRow};
use crate::text::{letters, plain};
use crate::values;
use crate::workbook::{Row, Sheet, same_texts};
use domain::RiskPointKind;
use edit::TakenMeasure;
use std::collections::{BTreeMap, HashSet};

/// A row of the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// As spreadsheet programs number it.
    pub(crate) number: u32,
    pub(crate) values: BTreeMap<Field, String>,
    /// Cells that say a level, with their titles.
    pub(crate) levels: Vec<(String, String)>,
    pub(crate) measures: Vec<TakenMeasure>,
    pub(crate) kind: Option<RiskPointKind>,
}

impl Line {
    /// The text of a field; empty where there is none.
    pub(crate) fn get(&self, field: Field) -> &str {
        self.values.get(&field).map_or("", String::as_str)
    }

    /// The name of the point, whichever column has it.
    pub(crate) fn name(&self) -> &str {
        let names = [Field::PointName, Field::ActivityName, Field::FacilityName, Field::WorkplaceName];
        names.into_iter().map(|field| self.get(field)).find(|text| !text.is_empty()).unwrap_or("")
    }

    fn is_of_new_point(&self) -> bool {
        !self.name().is_empty() || !self.get(Field::PointCode).is_empty()
    }
}

/// What stands below a header.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) lines: Vec<Line>,
    pub(crate) skipped: Vec<SkippedRow>,
    pub(crate) notes: Vec<Note>,
    pub(crate) kind: RiskPointKindGuess,
    pub(crate) preset: Option<String>,
    pub(crate) assessor: Option<String>,
}

/// The list family that the header or the sheet's name tells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RiskPointKindGuess(pub(crate) RiskPointKind);

impl Default for RiskPointKindGuess {
    fn default() -> Self {
        Self(RiskPointKind::Workplace)
    }
}

/// Words that a row of sums or signatures begins with.
pub(crate) const FOOTERS: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "注:",
    "注1",
    "备注:",
    "说明:",
    "填表",
    "制表",
    "编制",
    "审核",
    "审批",
    "批准",
    "单位负责人",
    "日期:",
];

pub(crate) fn read(sheet: &Sheet, header: &Header, mapping: &Mapping) -> Read {
    let mut read = Read {
        kind: RiskPointKindGuess(mapping.kind.unwrap_or_else(|| guess_kind(sheet, header))),
        preset: mapping.preset.clone(),
        assessor: mapping.assessor.clone(),
        ..Read::default()
    };
    let below = sheet.rows.get(header.first + header.span..).unwrap_or_default();
    let header_texts: HashSet<String> = sheet
        .rows
        .get(header.first..header.first + header.span)
        .unwrap_or_default()
        .iter()
        .flat_map(|row| row.cells().map(|(_, text)| text.to_owned()))
        .collect();
    let (mut hidden, mut formulas, mut errors) = (0_u32, 0_u32, 0_u32);
    let mut section = String::new();
    let mut last: Option<Line> = None;
    for row in below {
        let number = row.index + 1;
        let first = row.cells().next().map_or(String::new(), |(_, text)| text.to_owned());
        let mut skip = |reason: &str| {
            let text: String = first.chars().take(60).collect();
            read.skipped.push(SkippedRow { row: number, reason: reason.to_owned(), text });
        };
        formulas += row.formulas.iter().filter(|column| header.fields.contains_key(column)).count() as u32;
        errors += row.errors.iter().filter(|column| header.fields.contains_key(column)).count() as u32;
        if same_texts(row, &header_texts) {
            skip("repeated-header");
            continue;
        }
        let count = row.cells().count();
        let start = plain(&first);
        if count <= 6 && FOOTERS.iter().any(|word| start.starts_with(word)) && !has_content(row, header) {
            skip("footer");
            continue;
        }
        if count == 1 && is_section(sheet, row, header) {
            section.clone_from(&first);
            skip("section");
            continue;
        }
        let mut line = line(row, header);
        if line.values.keys().all(|field| matches!(field, Field::Number | Field::Ignored))
            && line.measures.is_empty()
        {
            if count > 0 {
                skip("nothing-known");
            }
            continue;
        }
        hidden += u32::from(row.hidden);
        if !line.is_of_new_point()
            && let Some(last) = &last
        {
            // Only the first row of a point names it.
            for (field, text) in last.values.iter().filter(|(field, _)| field.is_of_point()) {
                line.values.entry(*field).or_insert_with(|| text.clone());
            }
            line.kind = line.kind.or(last.kind);
        }
        if header.column(Field::Department).is_none()
            && !section.is_empty()
            && looks_like_department(&section)
        {
            line.values.insert(Field::Department, section.clone());
        }
        last = Some(line.clone());
        read.lines.push(line);
    }
    notes(sheet, header, hidden, formulas, errors, &mut read);
    read
}

/// Whether a row says more than a sum or a signature does.
fn has_content(row: &Row, header: &Header) -> bool {
    let content = [Field::Hazard, Field::Accident, Field::Step];
    content.iter().any(|field| header.column(*field).is_some_and(|column| !row.cell(column).is_empty()))
}

/// One text over several columns, or in a column that cannot stand alone.
fn is_section(sheet: &Sheet, row: &Row, header: &Header) -> bool {
    let Some((column, _)) = row.cells().next() else { return false };
    sheet.width_at(row.index, column) >= 3
        || header.fields.get(&column).is_none_or(|field| matches!(field, Field::Number | Field::Ignored))
}

fn looks_like_department(section: &str) -> bool {
    let text = plain(section);
    ["学院", "处", "科", "部", "室", "中心", "车间", "班组", "公司", "办公室"]
        .iter()
        .any(|word| text.ends_with(word))
}

fn line(row: &Row, header: &Header) -> Line {
    let mut line = Line { number: row.index + 1, ..Line::default() };
    for (column, field) in &header.fields {
        let text = row.cell(*column);
        if text.is_empty() {
            continue;
        }
        match field {
            Field::Level => line.levels.push((header.title(*column), text.to_owned())),
            Field::PointKind => line.kind = values::kind(text).or(line.kind),
            _ => {}
        }
        if let Some(found) = measures::read(*field, &header.title(*column), text) {
            line.measures.extend(found);
        }
        line.values.entry(*field).or_insert_with(|| text.to_owned());
        line.kind = line.kind.or(match field {
            Field::ActivityName => Some(RiskPointKind::Activity),
            Field::FacilityName => Some(RiskPointKind::Facility),
            Field::WorkplaceName => Some(RiskPointKind::Workplace),
            _ => None,
        });
    }
    line
}

fn guess_kind(sheet: &Sheet, header: &Header) -> RiskPointKind {
    let above = sheet.rows.get(..header.first).unwrap_or_default();
    let titles = above.iter().flat_map(|row| row.cells().map(|(_, text)| text));
    std::iter::once(sheet.name.as_str())
        .chain(titles)
        .find_map(values::kind)
        .unwrap_or(RiskPointKind::Workplace)
}

fn notes(sheet: &Sheet, header: &Header, hidden: u32, formulas: u32, errors: u32, read: &mut Read) {
    let mut note =
        |code: &str, chinese: String, english: String| read.notes.push(Note::new(code, chinese, english));
    if hidden > 0 {
        note(
            "hidden-rows",
            format!("有 {hidden} 行在表中被隐藏，同样读入。"),
            format!("{hidden} rows are hidden in the sheet; they are read like the others."),
        );
    }
    let columns: Vec<String> = sheet
        .hidden_columns
        .iter()
        .filter(|column| header.fields.contains_key(column))
        .map(|column| header.title(*column))
        .collect();
    if !columns.is_empty() {
        let names = columns.join("、");
        note(
            "hidden-columns",
            format!("隐藏的列同样读入：{names}。"),
            format!("Hidden columns are read like the others: {names}."),
        );
    }
    if formulas > 0 {
        note(
            "formulas",
            format!("有 {formulas} 个公式没有保存计算结果，按空白处理；在 Excel 中打开并保存一次即可。"),
            format!(
                "{formulas} formulas have no saved result and count as blank. Open and save the file in a spreadsheet program."
            ),
        );
    }
    if errors > 0 {
        note(
            "error-cells",
            format!("有 {errors} 个单元格是错误值（如 #REF!），按空白处理。"),
            format!("{errors} cells hold errors such as #REF! and count as blank."),
        );
    }
    let unknown: Vec<String> = header
        .titles
        .iter()
        .filter(|(column, _)| !header.fields.contains_key(column))
        .map(|(column, title)| format!("{} {}", letters(*column), title.replace('\n', "")))
        .collect();
    if !unknown.is_empty() {
        let names = unknown.join("、");
        note(
            "unknown-columns",
            format!("没有识别、不会读入的列：{names}。需要时请指明对应的内容。"),
            format!(
                "Columns that are not understood and not taken: {names}. Say what they hold if they matter."
            ),
        );
    }
}
