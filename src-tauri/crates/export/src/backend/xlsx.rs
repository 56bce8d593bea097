//! XLSX: neutral sheets as a spreadsheet file, text always as text, ready to print.
//! Relies on rust_xlsxwriter.
//! Must not know: what the rows mean, the clock.

use super::{BackendError, Watch, report};
use crate::layout::{Colour, Face, Filter, Sheet, SheetAlign, SheetCell, SheetPaper, SheetValue, Workbook};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Image, Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// Present on every Chinese Windows and macOS; the shipped fonts are not, and a spreadsheet cannot carry them.
const FONT: &str = "微软雅黑";
/// Type size of cells, in points.
const SIZE: f64 = 10.0;
/// Longest text of a cell; the file format's own limit.
const LONGEST_TEXT: usize = 32_767;
/// Most rows of a sheet; the file format's own limit.
const MOST_ROWS: usize = 1_048_576;
/// Most columns of a sheet; the file format's own limit.
const MOST_COLUMNS: usize = 16_384;
/// Height of a row with a picture, in points.
const PICTURE_ROW: f64 = 58.0;
/// Rows between two reports of progress.
const REPORT_EVERY: usize = 500;

/// Writes the workbook. The same workbook gives the same bytes.
///
/// # Errors
/// [`BackendError::NoPages`] without a sheet, [`BackendError::Encoding`] with the sheet and cell at fault.
pub fn write(workbook: &Workbook, watch: &mut Watch<'_>) -> Result<Vec<u8>, BackendError> {
    if workbook.sheets.is_empty() {
        return Err(BackendError::NoPages);
    }
    let total: usize = workbook.sheets.iter().map(|s| s.rows.len()).sum();
    let mut done = 0;
    let mut file = rust_xlsxwriter::Workbook::new();
    file.set_properties(&properties(workbook)?);
    let names = tab_names(&workbook.sheets);
    for (sheet, name) in workbook.sheets.iter().zip(names) {
        let place = |reason: String| failed(format!("sheet {name}: {reason}"));
        limits(sheet).map_err(place)?;
        let target = file.add_worksheet();
        target.set_name(&name).map_err(|e| place(e.to_string()))?;
        fill(target, sheet, |rows| report(watch, done + rows, total)).map_err(|e| match e {
            Stop::Cancelled => BackendError::Cancelled,
            Stop::Failed(e) => place(e.to_string()),
        })?;
        done += sheet.rows.len();
    }
    report(watch, total, total)?;
    file.save_to_buffer().map_err(|e| failed(e.to_string()))
}

fn failed(reason: String) -> BackendError {
    BackendError::Encoding { format: "XLSX", reason }
}

enum Stop {
    Cancelled,
    Failed(XlsxError),
}

impl From<XlsxError> for Stop {
    fn from(error: XlsxError) -> Stop {
        Stop::Failed(error)
    }
}

fn properties(workbook: &Workbook) -> Result<DocProperties, BackendError> {
    let (year, month, day, hour, minute, second) = workbook.created.fields();
    let created = ExcelDateTime::from_ymd(year, month, day)
        .and_then(|d| d.and_hms(u16::from(hour), minute, f64::from(second)))
        .map_err(|e| failed(e.to_string()))?;
    Ok(DocProperties::new()
        .set_title(clean(&workbook.title))
        .set_author(clean(&workbook.author))
        .set_creation_datetime(&created))
}

fn limits(sheet: &Sheet) -> Result<(), String> {
    let rows = sheet.titles.len() + sheet.header.len() + sheet.rows.len();
    if rows > MOST_ROWS {
        return Err(format!("{rows} rows; at most {MOST_ROWS} are possible"));
    }
    for (i, row) in sheet.header.iter().chain(&sheet.rows).enumerate() {
        let place = i + sheet.titles.len() + 1;
        if row.len() > MOST_COLUMNS {
            return Err(format!("row {place} has {} cells; at most {MOST_COLUMNS} are possible", row.len()));
        }
        for (column, cell) in row.iter().enumerate() {
            if let SheetValue::Text(text) = &cell.value {
                let length = text.encode_utf16().count();
                if length > LONGEST_TEXT {
                    return Err(format!(
                        "row {place}, column {}: {length} characters; at most {LONGEST_TEXT} are possible",
                        column + 1
                    ));
                }
            }
        }
    }
    Ok(())
}

fn fill(
    target: &mut Worksheet,
    sheet: &Sheet,
    mut filled: impl FnMut(usize) -> Result<(), BackendError>,
) -> Result<(), Stop> {
    let columns = sheet.columns.len().max(1) as u16;
    for (i, width) in (0u16..).zip(&sheet.columns) {
        target.set_column_width_pixels(i, (width.max(1.0) / 25.4 * 96.0).round() as u32)?;
    }
    let mut row = 0u32;
    for (i, title) in sheet.titles.iter().enumerate() {
        let format = title_format(i == 0);
        // Spreadsheet programs do not fit rows to merged cells.
        target.set_row_height(row, if i == 0 { 28.0 } else { 17.0 })?;
        if columns > 1 {
            target.merge_range(row, 0, row, columns - 1, &clean(title), &format)?;
        } else {
            target.write_string_with_format(row, 0, clean(title), &format)?;
        }
        row += 1;
    }
    let header_start = row;
    let mut formats = Formats::default();
    for cells in &sheet.header {
        write_row(target, row, cells, Part::Header, &mut formats)?;
        row += 1;
    }
    let body_start = row;
    for (i, cells) in sheet.rows.iter().enumerate() {
        if i % REPORT_EVERY == 0 {
            filled(i).map_err(|_| Stop::Cancelled)?;
        }
        write_row(target, row, cells, Part::Body, &mut formats)?;
        row += 1;
    }
    target.set_freeze_panes(body_start, sheet.frozen_columns)?;
    if body_start > header_start {
        target.set_repeat_rows(header_start, body_start - 1)?;
        if sheet.filter == Filter::Buttons {
            target.autofilter(body_start - 1, 0, row.max(body_start + 1) - 1, columns - 1)?;
        }
    }
    print_setup(target, sheet.paper);
    Ok(())
}

fn print_setup(target: &mut Worksheet, paper: SheetPaper) {
    let code = match paper {
        SheetPaper::A3 => 8,
        SheetPaper::A4 => 9,
    };
    target.set_paper_size(code).set_landscape().set_print_fit_to_pages(1, 0);
    // Inches: left, right, top, bottom, header, footer.
    target.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    target.set_footer("&C&9第 &P 页　共 &N 页");
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Header,
    Body,
}

type FormatKey = (Part, Option<Colour>, Option<Colour>, Face, SheetAlign, bool);

/// Formats are made once and shared by all cells that look the same.
#[derive(Default)]
struct Formats(BTreeMap<FormatKey, Format>);

impl Formats {
    fn get(&mut self, cell: &SheetCell, part: Part, quoted: bool) -> &Format {
        let key = (part, cell.fill, cell.ink, cell.face, cell.align, quoted);
        self.0.entry(key).or_insert_with(|| format(cell, part, quoted))
    }
}

fn rgb(colour: Colour) -> Color {
    let [r, g, b] = colour.rgb;
    Color::RGB(u32::from_be_bytes([0, r, g, b]))
}

fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE).set_text_wrap()
}

fn title_format(heading: bool) -> Format {
    let format = base().set_align(FormatAlign::VerticalCenter);
    if heading { format.set_bold().set_font_size(16.0).set_align(FormatAlign::Center) } else { format }
}

fn format(cell: &SheetCell, part: Part, quoted: bool) -> Format {
    let mut format = base().set_border(FormatBorder::Thin).set_border_color(rgb(Colour::HAIRLINE));
    format = match cell.align {
        SheetAlign::Left => format.set_align(FormatAlign::Left),
        SheetAlign::Centre => format.set_align(FormatAlign::Center),
        SheetAlign::Right => format.set_align(FormatAlign::Right),
    };
    let middle = part == Part::Header || cell.align == SheetAlign::Centre;
    format = format.set_align(if middle { FormatAlign::VerticalCenter } else { FormatAlign::Top });
    if cell.face == Face::Bold || part == Part::Header {
        format = format.set_bold();
    }
    let ground = cell.fill.or((part == Part::Header).then_some(Colour::PALE));
    if let Some(fill) = ground {
        format = format.set_background_color(rgb(fill));
    }
    if let Some(ink) = cell.ink {
        format = format.set_font_color(rgb(ink));
    }
    if quoted {
        // Keeps the text a text even when someone edits the cell.
        format = format.set_quote_prefix();
    }
    format
}

fn write_row(
    target: &mut Worksheet,
    row: u32,
    cells: &[SheetCell],
    part: Part,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    if cells.iter().any(|cell| cell.picture.is_some()) {
        target.set_row_height(row, PICTURE_ROW)?;
    }
    for (column, cell) in (0u16..).zip(cells) {
        match &cell.value {
            SheetValue::Text(text) if !text.is_empty() => {
                let text = clean(text);
                let quoted = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
                target.write_string_with_format(row, column, text, formats.get(cell, part, quoted))?;
            }
            SheetValue::Number(number) if number.is_finite() => {
                target.write_number_with_format(row, column, *number, formats.get(cell, part, false))?;
            }
            SheetValue::Empty | SheetValue::Text(_) | SheetValue::Number(_) => {
                target.write_blank(row, column, formats.get(cell, part, false))?;
            }
        }
        if let Some(picture) = &cell.picture {
            let image = Image::new_from_buffer(picture.bytes())?;
            target.insert_image_fit_to_cell_centered(row, column, &image)?;
        }
    }
    Ok(())
}

/// Without the characters XML forbids; the library would show them as `_x0001_`.
fn clean(text: &str) -> String {
    let forbidden =
        |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.replace("\r\n", "\n").replace('\r', "\n").replace(forbidden, "")
}

/// Names that tabs accept: no `[]:*?/\`, no quote at an end, 31 UTF-16 units, all different.
fn tab_names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let replaced: String = clean(&sheet.name)
            .chars()
            .map(|c| match c {
                '[' => '［',
                ']' => '］',
                ':' => '：',
                '*' => '＊',
                '?' => '？',
                '/' => '／',
                '\\' => '＼',
                '\n' | '\t' => ' ',
                other => other,
            })
            .collect();
        let trimmed = replaced.trim().trim_matches('\'');
        let wanted = if trimmed.is_empty() { "Sheet" } else { trimmed };
        let taken = |name: &str| names.iter().any(|n| n.to_lowercase() == name.to_lowercase());
        let mut name = shortened(wanted, "");
        let mut number = 2;
        while taken(&name) {
            name = shortened(wanted, &format!("({number})"));
            number += 1;
        }
        names.push(name);
    }
    names
}

fn shortened(name: &str, suffix: &str) -> String {
    let room = 31 - suffix.len();
    let mut used = 0;
    let kept: String = name
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= room
        })
        .collect();
    format!("{}{suffix}", kept.trim_end_matches('\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_get_names_they_accept() {
        let sheets: Vec<Sheet> = ["风险/台账", "风险／台账", "'x'", "", &"长".repeat(40), &"长".repeat(41)]
            .into_iter()
            .map(|n| Sheet::new(n, vec![20.0]))
            .collect();
        let names = tab_names(&sheets);
        assert_eq!(names[..4], ["风险／台账", "风险／台账(2)", "x", "Sheet"]);
        assert_eq!(names[4].chars().count(), 31);
        assert_eq!(names[5], format!("{}(2)", "长".repeat(28)));
    }
}
