//! Finding the sheet and the header: the rows that most known titles stand in, over one, two or three rows.
//! Relies on the synonyms of `field`.
//! Knows nothing of what stands below.

use crate::error::ListError;
use crate::field::Field;
use crate::mapping::Mapping;
use crate::text::letters;
use crate::workbook::{MOST_COLUMNS, Sheet};
use std::collections::{BTreeMap, BTreeSet};

/// A header begins within so many rows that hold something.
const SEARCHED_ROWS: usize = 40;

/// A header.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Header {
    /// Place of its first row among the rows of the sheet.
    pub(crate) first: usize,
    /// How many rows it has.
    pub(crate) span: usize,
    /// Fields by column.
    pub(crate) fields: BTreeMap<usize, Field>,
    /// Titles by column.
    pub(crate) titles: BTreeMap<usize, String>,
}

impl Header {
    /// The column of a field: the first that has it.
    pub(crate) fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().find(|(_, own)| **own == field).map(|(column, _)| *column)
    }

    pub(crate) fn title(&self, column: usize) -> String {
        self.titles.get(&column).cloned().unwrap_or_else(|| letters(column))
    }

    pub(crate) fn score(&self) -> usize {
        let distinct: BTreeSet<Field> =
            self.fields.values().copied().filter(|f| *f != Field::Ignored).collect();
        let named = distinct.iter().any(|field| {
            matches!(
                field,
                Field::PointName
                    | Field::PointCode
                    | Field::ActivityName
                    | Field::FacilityName
                    | Field::WorkplaceName
            )
        });
        if named && distinct.len() >= 2 { distinct.len() } else { 0 }
    }
}

/// The sheet to read and its header.
pub(crate) fn find<'s>(sheets: &'s [Sheet], mapping: &Mapping) -> Result<(&'s Sheet, Header), ListError> {
    let given = mapping.fields()?;
    let wanted: Vec<&Sheet> = match &mapping.sheet {
        Some(name) => {
            let by_name = sheets.iter().find(|sheet| sheet.name == *name);
            let number = name.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let found = by_name.or_else(|| sheets.get(number?));
            vec![found.ok_or_else(|| ListError::NoSuchSheet(name.clone()))?]
        }
        None => sheets.iter().filter(|sheet| !sheet.hidden).collect(),
    };
    let mut best: Option<(usize, &Sheet, Header)> = None;
    for sheet in wanted {
        let Some(header) = of_sheet(sheet, mapping, &given) else { continue };
        let score = header.score();
        // Of two that are alike the longer list is meant.
        let better = best.as_ref().is_none_or(|(other, own, _)| {
            score > *other + 1 || (score + 1 >= *other && sheet.rows.len() > own.rows.len())
        });
        if better {
            best = Some((score, sheet, header));
        }
    }
    best.map(|(_, sheet, header)| (sheet, header)).ok_or(ListError::NoHeader)
}

fn of_sheet(sheet: &Sheet, mapping: &Mapping, given: &BTreeMap<usize, Field>) -> Option<Header> {
    let firsts: Vec<usize> = match mapping.header_row {
        Some(number) => {
            vec![sheet.rows.iter().position(|row| row.index + 1 >= number)?]
        }
        None => (0..sheet.rows.len().min(SEARCHED_ROWS)).collect(),
    };
    let spans: Vec<usize> = match mapping.header_rows {
        Some(span) => vec![span.clamp(1, 4) as usize],
        None => vec![1, 2, 3],
    };
    let mut best: Option<(usize, Header)> = None;
    for first in firsts {
        for span in &spans {
            let Some(mut header) = at(sheet, first, *span) else { continue };
            header.fields.extend(given);
            let score = header.score();
            if score > 0 && best.as_ref().is_none_or(|(other, _)| score > *other) {
                best = Some((score, header));
            }
        }
    }
    best.map(|(_, header)| header)
}

/// The header that begins at a row and has so many rows.
fn at(sheet: &Sheet, first: usize, span: usize) -> Option<Header> {
    let rows = sheet.rows.get(first..first + span)?;
    // Rows of one header follow each other.
    if rows.windows(2).any(|pair| pair[1].index != pair[0].index + 1) {
        return None;
    }
    // A single cell above is the title of the sheet, not a group of columns.
    if span > 1 && rows.first().is_some_and(|row| row.cells().count() == 1) {
        return None;
    }
    let width =
        rows.iter().flat_map(|row| row.cells().map(|(column, _)| column + 1)).max()?.min(MOST_COLUMNS);
    let mut header = Header { first, span, ..Header::default() };
    let mut seen: BTreeSet<Field> = BTreeSet::new();
    for column in 0..width {
        let mut texts: Vec<String> = rows.iter().map(|row| sheet.header_cell(row, column)).collect();
        texts.dedup();
        texts.retain(|text| !text.is_empty());
        let Some(leaf) = texts.last().cloned() else { continue };
        let group = if texts.len() > 1 { texts[texts.len() - 2].clone() } else { String::new() };
        header.titles.insert(column, texts.join("/"));
        let Some(field) = Field::under(&group, &leaf) else { continue };
        // A field that may stand only once keeps its first column; measures add up.
        let repeats = matches!(
            field,
            Field::Ignored
                | Field::Number
                | Field::Engineering
                | Field::Administrative
                | Field::Training
                | Field::Protection
                | Field::Emergency
                | Field::Measures
                | Field::Proposed
                | Field::Level
        );
        if seen.insert(field) || repeats {
            header.fields.insert(column, field);
        }
    }
    Some(header)
}
