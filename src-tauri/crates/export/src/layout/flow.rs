//! Blocks and tables one under the other over as many pages as they need.
//! Relies on text blocks and tables that can be cut.
//! Must not know: what they say, headers and footers (those come in [`super::Document::decorate`]).

use super::block::TextBlock;
use super::document::{Item, Page};
use super::fonts::Fonts;
use super::table::{Room, Table, TableError};
use super::units::{Mm, Rect, Size, point};

/// Fills the body of pages from top to bottom, adding pages when one is full.
#[derive(Debug)]
pub struct Flow {
    size: Size,
    body: Rect,
    pages: Vec<Page>,
    y: Mm,
}

impl Flow {
    /// Pages of `size` whose content stands in `body`.
    pub fn new(size: Size, body: Rect) -> Flow {
        Flow { size, body, pages: vec![Page::new(size)], y: 0.0 }
    }

    /// Index of the page under way, from zero: where a bookmark to what comes next must lead.
    pub fn page(&self) -> usize {
        self.pages.len() - 1
    }

    /// How far down the page the next block begins, in millimetres from the top of the sheet.
    pub fn y(&self) -> Mm {
        self.body.y + self.y
    }

    /// Height left on the page, in millimetres.
    pub fn left(&self) -> Mm {
        self.body.height - self.y
    }

    /// Goes on to a new page, unless nothing stands on this one yet.
    pub fn turn(&mut self) {
        if self.y > 0.0 {
            self.pages.push(Page::new(self.size));
            self.y = 0.0;
        }
    }

    /// Leaves `space` millimetres free, but not at the top of a page.
    pub fn space(&mut self, space: Mm) {
        if self.y > 0.0 {
            self.y += space;
        }
    }

    /// Goes on to a new page when less than `height` millimetres are left: keeps a heading with its text.
    pub fn keep(&mut self, height: Mm) {
        if self.left() < height {
            self.turn();
        }
    }

    /// Sets a block of text, going on over as many pages as it needs.
    pub fn block(&mut self, block: TextBlock) {
        let mut rest = Some(block);
        while let Some(block) = rest.take() {
            let lines = block.lines().len();
            let (here, after) = block.clone().split_at_height(self.left());
            // One line alone at the bottom of a page, or none: better all on the next.
            if after.is_some() && here.lines().len() < 2.min(lines) && self.y > 0.0 {
                self.turn();
                rest = Some(block);
                continue;
            }
            // A line higher than the page still has to go somewhere.
            let (here, after) = if here.is_empty() { block.split_at_line(1) } else { (here, after) };
            let height = here.height();
            let at = point(self.body.x, self.y());
            here.place(at, self.items());
            self.y += height;
            if after.is_some() {
                self.turn();
            }
            rest = after;
        }
    }

    /// Sets a table over the width of the body.
    ///
    /// # Errors
    /// See [`TableError`].
    pub fn table(&mut self, table: &Table, fonts: &Fonts) -> Result<(), TableError> {
        let room = Room { first: self.left(), others: self.body.height };
        for (i, part) in table.paginate(fonts, self.body.width, room)?.into_iter().enumerate() {
            if i > 0 {
                self.turn();
            }
            let at = point(self.body.x, self.y());
            self.y += part.height;
            part.place(at, self.items());
        }
        Ok(())
    }

    /// Sets a box that must stay whole. `items` have their upper left corner at the origin.
    pub fn whole(&mut self, height: Mm, mut items: Vec<Item>) {
        self.keep(height);
        let (x, y) = (self.body.x, self.y());
        items.iter_mut().for_each(|item| item.translate(x, y));
        self.items().append(&mut items);
        self.y += height;
    }

    /// The pages.
    pub fn finish(self) -> Vec<Page> {
        self.pages
    }

    fn items(&mut self) -> &mut Vec<Item> {
        let last = self.pages.len() - 1;
        &mut self.pages[last].items
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Cell, ColumnWidth, Paragraph, Row, TextStyle, stack};
    use crate::testing::fonts;

    fn flow() -> Flow {
        Flow::new(Size::A6, Rect::new(10.0, 10.0, 80.0, 100.0))
    }

    #[test]
    fn long_text_goes_on_and_nothing_stands_below_the_body() {
        let text = "危险源辨识与风险评价，落实分级管控措施。".repeat(60);
        let mut flow = flow();
        flow.space(50.0);
        flow.block(stack(&[Paragraph::new(text.clone(), TextStyle::default())], &fonts(), 80.0));
        let pages = flow.finish();
        assert!(pages.len() > 2);
        let mut all = String::new();
        for item in pages.iter().flat_map(|p| &p.items) {
            let Item::Text(run) = item else { panic!("only text was set") };
            assert!(run.origin.y > 10.0 && run.origin.y < 110.0);
            all.push_str(&run.original());
        }
        assert_eq!(all, text);
    }

    #[test]
    fn a_table_that_finds_no_room_begins_on_the_next_page() {
        let mut table = Table::new(vec![ColumnWidth::Weight(1.0)]);
        let row = |t: &str| Row::new(vec![Cell::new(Paragraph::new(t, TextStyle::default()))]);
        table.header = vec![row("头")];
        table.rows = vec![row("一"), row("二")];
        let mut flow = flow();
        flow.whole(95.0, Vec::new());
        flow.table(&table, &fonts()).unwrap();
        let pages = flow.finish();
        assert_eq!(pages.len(), 2);
        assert!(pages[0].items.is_empty() && !pages[1].items.is_empty());
    }
}
