//! The sheets of a workbook as texts: numbers as people write them, dates as 2026-11-21, merged cells filled down.
//! Relies on limits that are checked before and while reading, so that no file can fill the memory.
//! Knows no columns.

use crate::error::ListError;
use crate::layout::{Layout, Parts, Region};
use crate::text::tidy;
use calamine::{DataRef, Reader as _, Xlsx};
use std::collections::{BTreeMap, HashSet};
use std::io::Cursor;

/// Largest workbook that is read, in bytes.
pub const LARGEST_BYTES: u64 = 30 * 1024 * 1024;
/// Largest that its parts may be when unpacked.
const LARGEST_UNPACKED: u64 = 400 * 1024 * 1024;
/// Most rows of a sheet that are read at once.
pub const MOST_ROWS: u32 = 20_000;
/// Columns beyond these are not looked at.
pub const MOST_COLUMNS: usize = 256;
/// Most merged regions of a sheet.
const MOST_MERGES: usize = 100_000;
/// Most cells that merged regions are spread over.
const MOST_FILLED: usize = 2_000_000;

/// A row with something in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// Counted from 0.
    pub(crate) index: u32,
    pub(crate) hidden: bool,
    cells: BTreeMap<usize, String>,
    /// Columns with a formula that was never worked out.
    pub(crate) formulas: Vec<usize>,
    /// Columns with an error such as #REF!.
    pub(crate) errors: Vec<usize>,
}

impl Row {
    /// The text of a cell.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }

    /// Columns with a text.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().filter(|(_, text)| !text.is_empty()).map(|(column, text)| (*column, text.as_str()))
    }
}

/// A sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// Whether people see it.
    pub(crate) hidden: bool,
    pub(crate) rows: Vec<Row>,
    pub(crate) hidden_columns: Vec<usize>,
    /// Merged regions, by row of their top.
    merges: Vec<Region>,
}

impl Sheet {
    /// The text at a place of the header, where merged cells stand for all that they cover.
    pub(crate) fn header_cell(&self, row: &Row, column: usize) -> String {
        let own = row.cell(column);
        if !own.is_empty() {
            return own.to_owned();
        }
        let covers = |region: &&Region| {
            (region.top..=region.bottom).contains(&row.index)
                && (region.left..=region.right).contains(&column)
        };
        // A header is near the top, and merges are sorted by it.
        let Some(region) = self.merges.iter().take(3_000).find(covers) else { return String::new() };
        let top = self.rows.iter().find(|own| own.index == region.top);
        top.map_or(String::new(), |top| top.cell(region.left).to_owned())
    }

    /// How many columns one merged cell covers here.
    pub(crate) fn width_at(&self, row: u32, column: usize) -> usize {
        let begin = self.merges.partition_point(|region| region.top < row);
        let own = self.merges[begin..].iter().take_while(|region| region.top == row).take(MOST_COLUMNS);
        own.into_iter()
            .find(|region| (region.left..=region.right).contains(&column))
            .map_or(1, |region| region.right - region.left + 1)
    }
}

/// All sheets, in their order.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ListError> {
    let unreadable = |reason: String| ListError::NotAWorkbook(reason.chars().take(120).collect());
    let too_large = ListError::TooLarge { limit: LARGEST_BYTES / 1024 / 1024 };
    if bytes.len() as u64 > LARGEST_BYTES {
        return Err(too_large);
    }
    let mut parts = Parts::open(bytes, LARGEST_UNPACKED).map_err(unreadable)?.ok_or(too_large)?;
    let mut file: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|e: calamine::XlsxError| unreadable(e.to_string()))?;
    let named: Vec<_> = file
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != calamine::SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::new();
    for (name, hidden) in named {
        let layout = parts.layout(&name, MOST_COLUMNS);
        if layout.merges.len() > MOST_MERGES {
            return Err(ListError::TooManyMerges { sheet: name, limit: MOST_MERGES });
        }
        let mut rows = cells(&mut file, &name)?;
        formulas(&mut file, &name, &mut rows)?;
        fill(&mut rows, &layout, &name)?;
        for (index, row) in &mut rows {
            row.index = *index;
            row.hidden = layout.hidden_rows.contains(index);
        }
        let mut merges = layout.merges;
        merges.sort_by_key(|region| (region.top, region.left));
        // Only those near the top can belong to a header; the others are filled down already.
        let first = rows.keys().next().copied().unwrap_or(0);
        merges.retain(|region| region.top <= first + 200 || region.right > region.left);
        sheets.push(Sheet {
            name,
            hidden,
            rows: rows.into_values().collect(),
            hidden_columns: layout.hidden_columns.into_iter().collect(),
            merges,
        });
    }
    Ok(sheets)
}

type File<'a> = Xlsx<Cursor<&'a [u8]>>;

fn cells(file: &mut File<'_>, name: &str) -> Result<BTreeMap<u32, Row>, ListError> {
    let unreadable = |error: calamine::XlsxError| ListError::NotAWorkbook(error.to_string());
    let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
    let mut reader = file.worksheet_cells_reader(name).map_err(unreadable)?;
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let column = column as usize;
        if column >= MOST_COLUMNS {
            continue;
        }
        let (text, error) = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Error(_) => (String::new(), true),
            DataRef::String(text) => (tidy(text), false),
            DataRef::SharedString(text) => (tidy(text), false),
            DataRef::Int(number) => (number.to_string(), false),
            DataRef::Float(number) => (number_text(*number), false),
            DataRef::Bool(true) => ("是".to_owned(), false),
            DataRef::Bool(false) => ("否".to_owned(), false),
            DataRef::DateTime(time) => (date_text(time), false),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (tidy(text), false),
        };
        if text.is_empty() && !error {
            continue;
        }
        let own = rows.entry(row).or_default();
        if error {
            own.errors.push(column);
        } else {
            own.cells.insert(column, text);
        }
        if rows.len() as u64 > u64::from(MOST_ROWS) {
            return Err(ListError::TooManyRows { sheet: name.to_owned(), limit: MOST_ROWS });
        }
    }
    Ok(rows)
}

/// Notes formulas without a value, as programs write them that do not calculate.
fn formulas(file: &mut File<'_>, name: &str, rows: &mut BTreeMap<u32, Row>) -> Result<(), ListError> {
    let unreadable = |error: calamine::XlsxError| ListError::NotAWorkbook(error.to_string());
    let mut reader = file.worksheet_cells_reader(name).map_err(unreadable)?;
    while let Some(cell) = reader.next_formula().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let column = column as usize;
        if cell.get_value().is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        // A row of nothing but empty formulas is no row.
        if let Some(own) = rows.get_mut(&row)
            && own.cell(column).is_empty()
        {
            own.formulas.push(column);
        }
    }
    Ok(())
}

/// Puts the text of merged cells into the rows below, in their first column.
fn fill(rows: &mut BTreeMap<u32, Row>, layout: &Layout, name: &str) -> Result<(), ListError> {
    let mut filled = 0_usize;
    for region in layout.merges.iter().filter(|region| region.bottom > region.top) {
        let text = rows.get(&region.top).map_or("", |row| row.cell(region.left)).to_owned();
        if text.is_empty() {
            continue;
        }
        for (_, row) in rows.range_mut(region.top + 1..=region.bottom) {
            row.cells.entry(region.left).or_insert_with(|| text.clone());
            filled += 1;
            if filled > MOST_FILLED {
                return Err(ListError::TooManyMerges { sheet: name.to_owned(), limit: MOST_MERGES });
            }
        }
    }
    Ok(())
}

/// A number as people write it: 3, 0.5, 240.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    // What binary floats make of 0.1 × 3 is 0.3 to people.
    let text = format!("{number:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn date_text(time: &calamine::ExcelDateTime) -> String {
    if time.is_duration() {
        return number_text(time.as_f64());
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Rows that some columns have the same text in as the header: headers repeated on each printed page.
pub(crate) fn same_texts(row: &Row, titles: &HashSet<String>) -> bool {
    let known = row.cells().filter(|(_, text)| titles.contains(*text)).count();
    known >= 2 && known * 2 > row.cells().count()
}
