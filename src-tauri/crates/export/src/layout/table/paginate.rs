//! Which row goes on which page, where it stands, and where rows and joined cells are cut.
//! Relies on rows with known heights.
//! Must not know: lines and colours of the table, what else is on the page.

use super::rows::{LaidCell, LaidRow};
use super::{Room, TableError};
use crate::layout::block::TextBlock;
use crate::layout::units::Mm;
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
    room: Room,
) -> Result<Vec<TablePage>, TableError> {
    let mut head = Pager::new(TablePage::default(), Room::each(f64::INFINITY));
    for (i, row) in header.into_iter().enumerate() {
        head.place(i, row);
    }
    let head = head.finish().pop().unwrap_or_default();
    let head = TablePage { header_bottom: head.height, rows: 0..0, ..head };

    let line = body
        .iter()
        .flat_map(|r| &r.cells)
        .filter_map(|c| c.text.lines().iter().map(|l| l.height + c.vertical_padding()).reduce(f64::max))
        .fold(0.0, f64::max);
    let needed = head.height + line;
    if needed > room.others + EPSILON {
        return Err(TableError::TooLow { offered: room.others, needed });
    }
    release_tall_groups(&mut body, room.others - head.height, columns);
    let mut pager = Pager::new(head, room);
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
fn release_tall_groups(body: &mut [LaidRow], page: Mm, columns: usize) {
    for row in 0..body.len() {
        for column in 0..columns {
            let Some(cell) = body[row].cells.iter_mut().find(|c| c.column == column) else { continue };
            let height = cell.needs();
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

/// Whether more of a row follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Earlier,
    Last,
}

struct Pager {
    head: TablePage,
    room: Room,
    done: Vec<TablePage>,
    page: TablePage,
    /// Joined cells under way, by column.
    groups: BTreeMap<usize, Group>,
}

impl Pager {
    fn new(head: TablePage, room: Room) -> Pager {
        Pager { page: head.clone(), head, room, done: Vec::new(), groups: BTreeMap::new() }
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
        self.put(index, row, height, Piece::Last);
        self.page.rows.end = index + 1;
    }

    /// The row's height, raised when it is the last row of a joined cell whose text still lacks room.
    fn height_with_groups(&self, index: usize, height: Mm) -> Mm {
        self.groups
            .values()
            .filter(|g| g.last == index && !g.shown)
            .map(|g| g.cell.needs() - (self.page.height - g.top))
            .fold(height, f64::max)
    }

    /// Puts a row, or a piece of one, at the end of the page. Joined cells begin with the first piece of their
    /// first row and end with the last piece of their last.
    fn put(&mut self, index: usize, row: LaidRow, height: Mm, piece: Piece) {
        let (top, bottom) = (self.page.height, self.page.height + height);
        for cell in row.cells {
            match cell.rows {
                0 => {}
                1 => self.page.cells.push(PlacedCell { cell, top, bottom }),
                reach => {
                    let last = index + reach - 1;
                    self.groups.insert(cell.column, Group { cell, top, last, shown: false });
                }
            }
        }
        self.page.height = bottom;
        if piece == Piece::Earlier {
            return;
        }
        let ended: Vec<usize> =
            self.groups.iter().filter(|(_, g)| g.last == index).map(|(column, _)| *column).collect();
        for column in ended {
            if let Some(group) = self.groups.remove(&column) {
                let room = bottom - group.top - group.cell.vertical_padding();
                // Text that an earlier page has shown is only repeated here, as far as there is room.
                let (text, _) = group.cell.text.split_at_height(room);
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
                let room = bottom - group.top - group.cell.vertical_padding();
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
            let tallest = alone.map(LaidCell::needs).fold(0.0, f64::max);
            let height = self.height_with_groups(index, tallest);
            if height <= available + EPSILON {
                self.put(index, rest, height, Piece::Last);
                return;
            }
            let (here, after) = split_row(rest, available, self.fresh());
            self.put(index, here, available.max(0.0), Piece::Earlier);
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
            // A joined cell that begins in this row begins with its first piece.
            here.push(cell);
            continue;
        }
        let room = height - cell.vertical_padding() + EPSILON;
        let fits = cell.text.lines().iter().take_while(|l| l.top + l.height <= room).count();
        let width = cell.text.width();
        let LaidCell { column, end, text, fill, vertical, padding, rows, picture } = cell;
        let (first, rest) = text.split_at_line(if at_least_one { fits.max(1) } else { fits });
        let rest = rest.unwrap_or_else(|| TextBlock::from_lines(Vec::new(), width));
        let piece = |text, picture| LaidCell { column, end, text, fill, vertical, padding, rows, picture };
        here.push(piece(first, picture));
        after.push(piece(rest, None));
    }
    (LaidRow { cells: here, height: 0.0 }, LaidRow { cells: after, height: 0.0 })
}
