//! Writes one person's sheet: every possible accident a row, values chosen from the criteria's lists, all else locked.
//! Relies on rust_xlsxwriter; the same project gives the same bytes on the same day.
//! Knows nothing of what comes back.

use crate::error::SheetError;
use crate::layout::{ASSESSOR, BASIS, FORMAT, ID, MARK_TAB, PRESET, PROJECT, VERSION, WORDS};
use chrono::{Datelike as _, NaiveDate};
use domain::{
    Assessment, CriteriaPresetId, Hazard, HazardId, Language, MeasureStatus, Person, PersonId,
    PossibleAccident, PossibleAccidentId, RiskBasis, RiskPoint, Snapshot, accident_type,
};
use evaluation::Preset;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Which sheet.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Whose.
    pub person: PersonId,
    /// With or without measures.
    pub basis: RiskBasis,
    /// The date in the file's properties.
    pub date: NaiveDate,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenSheet {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many rows there are to score.
    pub rows: usize,
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        Self::Unwritable(error.to_string())
    }
}

/// One row to score.
struct Line<'a> {
    point: &'a RiskPoint,
    hazard: &'a Hazard,
    accident: &'a PossibleAccident,
}

/// Writes a person's sheet, with the values that this person has given before.
pub fn write(snapshot: &Snapshot, wanted: Wanted) -> Result<WrittenSheet, SheetError> {
    let person = snapshot.people.get(wanted.person).ok_or(SheetError::Nothing)?;
    let project = snapshot.project().ok_or(SheetError::Nothing)?;
    let tabs = lines(snapshot);
    let rows: usize = tabs.values().map(|(_, lines)| lines.len()).sum();
    if rows == 0 {
        return Err(SheetError::Nothing);
    }
    let own: BTreeMap<PossibleAccidentId, &Assessment> = snapshot
        .assessments
        .iter()
        .filter(|row| row.assessor_id == wanted.person && row.basis == wanted.basis)
        .map(|row| (row.accident_id, row))
        .collect();
    let measures = measures(snapshot);
    let mut book = Workbook::new();
    let date = wanted.date;
    let (month, day) = (date.month().try_into().unwrap_or(1), date.day().try_into().unwrap_or(1));
    let created =
        ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(2000).clamp(1900, 9999), month, day)?;
    book.set_properties(&DocProperties::new().set_title("风险评价评分表").set_creation_datetime(&created));
    let mut names: Vec<String> = Vec::new();
    for (id, (preset, lines)) in &tabs {
        let sheet = book.add_worksheet();
        let name = tab_name(preset, &names);
        sheet.set_name(&name)?;
        names.push(name);
        let head = Head { person, basis: wanted.basis, preset, id: *id };
        tab(sheet, &head, lines, &own, &measures)?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(MARK_TAB)?;
    let pairs = [
        (FORMAT.0, FORMAT.1.to_owned()),
        (VERSION.0, VERSION.1.to_owned()),
        (PROJECT, project.id.to_string()),
        (ASSESSOR, person.id.to_string()),
        (BASIS, wanted.basis.to_string()),
    ];
    for (row, (key, value)) in (0..).zip(pairs) {
        sheet.write_string(row, 0, key)?;
        sheet.write_string(row, 1, value)?;
    }
    for (row, (id, (preset, _))) in (5..).zip(&tabs) {
        sheet.write_string(row, 0, format!("preset {id}"))?;
        sheet.write_string(row, 1, format!("{}@{}", preset.code(), preset.version()))?;
    }
    sheet.protect();
    sheet.set_hidden(true);
    Ok(WrittenSheet { bytes: book.save_to_buffer()?, rows })
}

/// The rows to score under each set of criteria, by code of the point and order below it.
fn lines(snapshot: &Snapshot) -> BTreeMap<CriteriaPresetId, (Preset, Vec<Line<'_>>)> {
    let mut lines: Vec<Line<'_>> = snapshot
        .accidents
        .iter()
        .filter_map(|accident| {
            let hazard = snapshot.hazards.get(accident.hazard_id)?;
            Some(Line { point: snapshot.points.get(hazard.point_id)?, hazard, accident })
        })
        .collect();
    lines.sort_by(|a, b| {
        let key = |line: &Line<'_>| {
            (line.point.id, line.hazard.ordinal, line.hazard.id, line.accident.ordinal, line.accident.id)
        };
        a.point.code.cmp(&b.point.code).then_with(|| key(a).cmp(&key(b)))
    });
    let mut tabs: BTreeMap<CriteriaPresetId, (Preset, Vec<Line<'_>>)> = BTreeMap::new();
    for line in lines {
        let Some(record) = snapshot.presets.find(snapshot.preset_for(line.point.kind)) else { continue };
        let tab = match tabs.entry(record.id) {
            Entry::Occupied(own) => own.into_mut(),
            Entry::Vacant(free) => match Preset::from_record(record) {
                Ok(preset) => free.insert((preset, Vec::new())),
                Err(_) => continue,
            },
        };
        tab.1.push(line);
    }
    tabs
}

fn measures(snapshot: &Snapshot) -> BTreeMap<HazardId, String> {
    let mut all: Vec<_> =
        snapshot.measures.iter().filter(|own| own.status == MeasureStatus::Existing).collect();
    all.sort_by_key(|own| (own.hazard_id, own.category, own.ordinal, own.id));
    let mut texts: BTreeMap<HazardId, String> = BTreeMap::new();
    for own in all {
        let text = texts.entry(own.hazard_id).or_default();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(own.category.letter());
        text.push('：');
        text.push_str(&own.content);
    }
    texts
}

fn tab_name(preset: &Preset, taken: &[String]) -> String {
    let wanted = format!("{} {}", preset.method().name(Language::Chinese), preset.code());
    let clean: String =
        wanted.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'')).collect();
    let short: String = clean.chars().take(26).collect();
    let mut name = short.clone();
    let mut number = 2;
    while name == MARK_TAB || taken.contains(&name) {
        name = format!("{short}({number})");
        number += 1;
    }
    name
}

struct Head<'a> {
    person: &'a Person,
    basis: RiskBasis,
    preset: &'a Preset,
    id: CriteriaPresetId,
}

fn tab(
    sheet: &mut Worksheet,
    head: &Head<'_>,
    lines: &[Line<'_>],
    own: &BTreeMap<PossibleAccidentId, &Assessment>,
    measures: &BTreeMap<HazardId, String>,
) -> Result<(), SheetError> {
    let base = || Format::new().set_font_name("微软雅黑").set_font_size(10.0).set_text_wrap();
    let framed = || base().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00B8_BEC4));
    let title = base().set_bold().set_font_size(14.0);
    let (header, locked) = (
        framed().set_bold().set_background_color(Color::RGB(0x00EE_F1F3)).set_align(FormatAlign::Center),
        framed().set_align(FormatAlign::Top),
    );
    let open =
        framed().set_unlocked().set_background_color(Color::RGB(0x00FF_F9E5)).set_align(FormatAlign::Center);
    let preset = head.preset;
    let name = clean(&head.person.name);
    let line = format!("风险评价评分表　评估人：{name}　{}", head.basis.name(Language::Chinese));
    sheet.write_string_with_format(0, 2, line, &title.set_text_wrap())?;
    let hint = format!(
        "评价准则：{}。只填写浅黄色单元格，从下拉列表选择；不会的项留空。",
        preset.name(Language::Chinese)
    );
    sheet.write_string(1, 2, clean(&hint))?;
    let header_row = 2;
    let headers = [ID, PRESET].into_iter().chain(WORDS.iter().map(|(word, _)| *word));
    let headers = headers.chain(preset.factors().iter().map(|factor| factor.symbol.as_str()));
    for (column, word) in (0..).zip(headers) {
        sheet.write_string_with_format(header_row, column, word, &header)?;
    }
    for (column, (_, width)) in (2..).zip(WORDS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_column_hidden(0)?;
    sheet.set_column_hidden(1)?;
    let first_factor = 2 + u16::try_from(WORDS.len()).unwrap_or(6);
    let mut row = header_row + 1;
    for line in lines {
        let accident = accident_type(&line.accident.accident_type)
            .map_or(line.accident.accident_type.as_str(), |found| found.name(Language::Chinese));
        let words = [
            line.accident.id.to_string(),
            head.id.to_string(),
            clean(&line.point.code),
            clean(&line.point.name),
            clean(&line.point.location),
            clean(&line.hazard.description),
            clean(accident),
            clean(measures.get(&line.hazard.id).map_or("", String::as_str)),
        ];
        for (column, text) in (0..).zip(words) {
            sheet.write_string_with_format(row, column, text, &locked)?;
        }
        let known = own.get(&line.accident.id).filter(|own| own.preset_id == head.id);
        let values = known.map(|own| own.factors.values()).unwrap_or_default();
        for (index, column) in (0..preset.factors().len()).zip(first_factor..) {
            match values.get(index).and_then(|value| value.to_string().parse::<f64>().ok()) {
                Some(value) => sheet.write_number_with_format(row, column, value, &open)?,
                None => sheet.write_blank(row, column, &open)?,
            };
        }
        row += 1;
    }
    for (factor, column) in preset.factors().iter().zip(first_factor..) {
        let list: Vec<&str> = factor.values.iter().map(|value| value.value.as_str()).collect();
        let least = list.last().copied().unwrap_or("0");
        let greatest = list.first().copied().unwrap_or("0");
        let number = |text: &str| text.parse::<f64>().unwrap_or(0.0);
        let rule = if preset.interpolate() || list.join(",").chars().count() > 250 {
            let between = rust_xlsxwriter::DataValidationRule::Between(number(least), number(greatest));
            DataValidation::new().allow_decimal_number(between)
        } else {
            DataValidation::new().allow_list_strings(&list)?
        };
        let rule = rule.set_error_title("不在准则中")?.set_error_message(
            format!("{} 只能取：{}", factor.symbol, list.join(" ")).chars().take(220).collect::<String>(),
        )?;
        sheet.add_data_validation(header_row + 1, column, row.saturating_sub(1), column, &rule)?;
        sheet.set_column_width(column, 8.0)?;
    }
    criteria(sheet, preset, first_factor)?;
    sheet.set_freeze_panes(header_row + 1, 4)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(header_row, header_row)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..Default::default()
    });
    Ok(())
}

/// The criterion texts beside the table, so that nobody needs another paper.
fn criteria(sheet: &mut Worksheet, preset: &Preset, first_factor: u16) -> Result<(), SheetError> {
    let beside = first_factor + u16::try_from(preset.factors().len()).unwrap_or(3) + 1;
    sheet.set_column_width(beside, 60.0)?;
    let bold = Format::new().set_bold().set_font_name("微软雅黑").set_font_size(10.0);
    let plain = Format::new().set_font_name("微软雅黑").set_font_size(9.0);
    let mut row = 3;
    for factor in preset.factors() {
        sheet.write_string_with_format(
            row,
            beside,
            clean(&format!("{}：{}", factor.symbol, factor.name)),
            &bold,
        )?;
        row += 1;
        for value in &factor.values {
            let text = format!("{}　{}", value.value, value.texts.join("；"));
            sheet.write_string_with_format(row, beside, clean(&text), &plain)?;
            row += 1;
        }
    }
    Ok(())
}

/// A text that a cell may hold: never a formula, without characters that spreadsheets refuse.
fn clean(text: &str) -> String {
    let forbidden =
        |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.replace("\r\n", "\n").replace('\r', "\n").replace(forbidden, "").chars().take(8_000).collect()
}
