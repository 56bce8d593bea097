//! Which row goes on which page, where it stands, and where rows and joined cells are cut.
//! Relies on rows with known heights.
//! Must not know: lines and colours of the table, what else is on the page.

use super::rows::{LaidCell, LaidRow};
use super::{Room, TableError};
use crate::layout::block::TextBlock;
use crate::layout::units::{Insets, Mm};
use std::collections::BTreeMap;
use std::ops::Range;

/// A row taller than a page starts where it stands only when at least this much room is left, in millimetres.
const WORTH_STARTING: Mm = 25.0;
const EPSILON: Mm = 1e-6;

/// A cell (or the part of one) on a page.
#[derive(Debug, Clone)]
pub(super) struct PlacedCell {
    pub(super) cell: LaidCell,
    pub(super) top: Mm,
    pub(super) bottom: Mm,
}

/// One page's share of the table.
#[derive(Debug, Clone, Default)]
pub(super) struct TablePage {
    pub(super) cells: Vec<PlacedCell>,
    /// Bottom of the header rows.
    pub(super) header_bottom: Mm,
    pub(super) height: Mm,
    pub(super) rows: Range<usize>,
}

/// Cuts the body into pages, each with the header on top.
pub(super) fn pages(
    header: Vec<LaidRow>,
    mut body: Vec<LaidRow>,
    columns: usize,
    padding: Insets,
    room: Room,
) -> Result<Vec<TablePage>, TableError> {
    let mut head = Pager::new(TablePage::default(), Room::each(f64::INFINITY), padding);
    for (i, row) in header.into_iter().enumerate() {
        head.place(i, row);
    }
    let head = head.finish().pop().unwrap_or_default();
    let head = TablePage { header_bottom: head.height, rows: 0..0, ..head };

    let line = body
        .iter()
        .flat_map(|r| &r.cells)
        .filter_map(|c| c.text.lines().iter().map(|l| l.height).reduce(f64::max))
        .map(|height| height + padding.top + padding.bottom)
        .fold(0.0, f64::max);
    let needed = head.height + line;
    if needed > room.others + EPSILON {
        return Err(TableError::TooLow { offered: room.others, needed });
    }
    release_tall_groups(&mut body, room.others - head.height, padding, columns);
    let mut pager = Pager::new(head, room, padding);
    if pager.page.height > room.first + EPSILON {
        pager.turn_page(0);
    }
    for (i, row) in body.into_iter().enumerate() {
        pager.place(i, row);
    }
    Ok(pager.finish())
}

/// A joined cell whose text is taller than a page cannot be shown whole beside its rows: it becomes an ordinary
/// cell of its first row, which is then cut between lines like any tall row.
fn release_tall_groups(body: &mut [LaidRow], page: Mm, padding: Insets, columns: usize) {
    let vertical = padding.top + padding.bottom;
    for row in 0..body.len() {
        for column in 0..columns {
            let Some(cell) = body[row].cells.iter_mut().find(|c| c.column == column) else { continue };
            let height = cell.text.height() + vertical;
            if cell.rows <= 1 || height <= page {
                continue;
            }
            let reach = std::mem::replace(&mut cell.rows, 1);
            body[row].height = body[row].height.max(height);
            for below in &mut body[row + 1..row + reach] {
                if let Some(cell) = below.cells.iter_mut().find(|c| c.column == column) {
                    cell.rows = 1;
                }
            }
        }
    }
}

/// A joined cell whose rows are being placed.
struct Group {
    cell: LaidCell,
    /// Where it begins on this page.
    top: Mm,
    /// Its last row.
    last: usize,
    /// An earlier page has shown the whole text.
    shown: bool,
}

struct Pager {
    head: TablePage,
    room: Room,
    padding: Mm,
    done: Vec<TablePage>,
    page: TablePage,
    /// Joined cells under way, by column.
    groups: BTreeMap<usize, Group>,
}

impl Pager {
    fn new(head: TablePage, room: Room, padding: Insets) -> Pager {
        Pager {
            page: head.clone(),
            head,
            room,
            padding: padding.top + padding.bottom,
            done: Vec::new(),
            groups: BTreeMap::new(),
        }
    }

    fn limit(&self) -> Mm {
        if self.done.is_empty() { self.room.first } else { self.room.others }
    }

    /// Nothing but the header stands on the page yet.
    fn fresh(&self) -> bool {
        self.page.height <= self.head.height + EPSILON
    }

    fn place(&mut self, index: usize, row: LaidRow) {
        if row.height > self.room.others - self.head.height + EPSILON {
            self.place_in_pieces(index, row);
            return;
        }
        let height = self.height_with_groups(index, row.height);
        // The first page may offer less than the others, even when nothing stands on it yet.
        let can_turn = !self.fresh() || self.limit() < self.room.others;
        if self.page.height + height > self.limit() + EPSILON && can_turn {
            self.turn_page(index);
        }
        let height = self.height_with_groups(index, row.height);
        self.put(Some(index), row, height);
        self.page.rows.end = index + 1;
    }

    /// The row's height, raised when it is the last row of a joined cell whose text still lacks room.
    fn height_with_groups(&self, index: usize, height: Mm) -> Mm {
        self.groups
            .values()
            .filter(|g| g.last == index && !g.shown)
            .map(|g| g.cell.text.height() + self.padding - (self.page.height - g.top))
            .fold(height, f64::max)
    }

    /// Puts a row at the end of the page. `index` is `None` for a piece that is not the row's last.
    fn put(&mut self, index: Option<usize>, row: LaidRow, height: Mm) {
        let (top, bottom) = (self.page.height, self.page.height + height);
        for cell in row.cells {
            match (cell.rows, index) {
                (0, _) | (2.., None) => {}
                (1, _) => self.page.cells.push(PlacedCell { cell, top, bottom }),
                (reach, Some(index)) => {
                    let last = index + reach - 1;
                    self.groups.insert(cell.column, Group { cell, top, last, shown: false });
                }
            }
        }
        self.page.height = bottom;
        let ended: Vec<usize> =
            self.groups.iter().filter(|(_, g)| Some(g.last) == index).map(|(column, _)| *column).collect();
        for column in ended {
            if let Some(group) = self.groups.remove(&column) {
                // Text that an earlier page has shown is only repeated here, as far as there is room.
                let (text, _) = group.cell.text.split_at_height(bottom - group.top - self.padding);
                let cell = LaidCell { text, ..group.cell };
                self.page.cells.push(PlacedCell { cell, top: group.top, bottom });
            }
        }
    }

    /// Ends the page. Joined cells under way are shown as far as they fit and begin again on the next page.
    fn turn_page(&mut self, next_row: usize) {
        let bottom = self.page.height;
        for group in self.groups.values_mut() {
            if bottom - group.top > EPSILON {
                let room = bottom - group.top - self.padding;
                let (text, rest) = group.cell.text.clone().split_at_height(room);
                group.shown |= rest.is_none();
                let cell = LaidCell { text, ..group.cell.clone() };
                self.page.cells.push(PlacedCell { cell, top: group.top, bottom });
            }
            group.top = self.head.height;
        }
        // A header without a row below it would be an orphan: such a page stays empty.
        let empty = TablePage { rows: self.page.rows.clone(), ..TablePage::default() };
        let page = if self.fresh() { empty } else { std::mem::take(&mut self.page) };
        self.done.push(page);
        self.page = TablePage { rows: next_row..next_row, ..self.head.clone() };
    }

    /// A row taller than a page, cut between lines.
    fn place_in_pieces(&mut self, index: usize, row: LaidRow) {
        if self.limit() - self.page.height < WORTH_STARTING
            && (!self.fresh() || self.limit() < self.room.others)
        {
            self.turn_page(index);
        }
        self.page.rows.end = index + 1;
        let mut rest = row;
        loop {
            let available = self.limit() - self.page.height;
            let alone = rest.cells.iter().filter(|c| c.rows == 1);
            let tallest = alone.map(|c| c.text.height() + self.padding).fold(0.0, f64::max);
            let height = self.height_with_groups(index, tallest);
            if height <= available + EPSILON {
                self.put(Some(index), rest, height);
                return;
            }
            let (here, after) = split_row(rest, available - self.padding, self.fresh());
            self.put(None, here, available.max(0.0));
            self.turn_page(index + 1);
            rest = after;
        }
    }

    fn finish(mut self) -> Vec<TablePage> {
        self.done.push(self.page);
        self.done
    }
}

/// Cuts a row's cells at `height`. On a fresh page each cell gives at least one line, so that cutting always ends.
fn split_row(row: LaidRow, height: Mm, at_least_one: bool) -> (LaidRow, LaidRow) {
    let mut here = Vec::new();
    let mut after = Vec::new();
    for cell in row.cells {
        if cell.rows != 1 {
            // A joined cell that begins in this row begins on the page where the row ends.
            after.push(cell);
            continue;
        }
        let fits = cell.text.lines().iter().take_while(|l| l.top + l.height <= height + EPSILON).count();
        let width = cell.text.width();
        let (first, rest) = cell.text.split_at_line(if at_least_one { fits.max(1) } else { fits });
        let rest = rest.unwrap_or_else(|| TextBlock::from_lines(Vec::new(), width));
        let (fill, vertical) = (cell.fill, cell.vertical);
        here.push(LaidCell { column: cell.column, end: cell.end, text: first, fill, vertical, rows: 1 });
        after.push(LaidCell { column: cell.column, end: cell.end, text: rest, fill, vertical, rows: 1 });
    }
    (LaidRow { cells: here, height: 0.0 }, LaidRow { cells: after, height: 0.0 })
}
