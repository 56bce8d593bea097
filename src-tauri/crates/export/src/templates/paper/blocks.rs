//! One block under another: text, fields, tables, photographs, symbols, places to sign.
//! Relies on `Flow` for pages.
//! Must not know: which paper it is.

use super::chart;
use super::{Measures, Photos};
use crate::content::{ColumnKind, PaperBlock, PaperField, PaperPhoto, PaperTable};
use crate::layout::{
    Align, Anchor, Cell, Colour, ColumnWidth, Flow, Insets, Item, Mm, Paragraph, Path, QrLevel, QrSymbol,
    Rect, Row, Size, Stroke, Table, TableError, TableLook, TextStyle, VerticalAlign, point, stack,
};
use crate::templates::look::{Look, ink};
use domain::RiskLevel;

/// Side of a symbol, in millimetres.
const SYMBOL: Mm = 18.0;
/// Height of a photograph with its caption, in millimetres.
const PHOTO: Mm = 54.0;
/// Height of a place to sign, in millimetres.
const SIGNATURE: Mm = 12.0;
/// Height of an empty line of a table, in millimetres.
const SPARE: Mm = 7.5;
/// Width of the name of a field, in millimetres.
const NAME: Mm = 27.0;

/// Sets blocks.
pub(super) struct Setter<'a> {
    pub(super) look: &'a Look<'a>,
    pub(super) measures: Measures,
    pub(super) photos: &'a Photos,
    pub(super) width: Mm,
    /// Of the usual size.
    pub(super) share: f64,
}

/// The red of what is overdue.
pub(super) fn alarm(look: &Look<'_>) -> Colour {
    ink(look.colours.of(RiskLevel::Major).fill)
}

impl Setter<'_> {
    /// Side of a symbol, in millimetres.
    pub(super) const SYMBOL_SIDE: Mm = SYMBOL;

    pub(super) fn block(
        &self,
        block: &PaperBlock,
        next: Option<&PaperBlock>,
        flow: &mut Flow,
    ) -> Result<(), TableError> {
        let fonts = self.look.fonts;
        let text = TextStyle::regular(self.measures.text).leading(1.62);
        let text_of = |words: &str, style: TextStyle, align: Align| {
            stack(&[Paragraph::new(words, style).align(align)], fonts, self.width)
        };
        match block {
            PaperBlock::Heading(words) => {
                flow.space(3.4 * self.share);
                flow.keep(22.0);
                let style = TextStyle::title(fonts, self.measures.text * 1.12)
                    .colour(self.look.theme.ink)
                    .leading(1.4);
                flow.block(text_of(words, style, Align::Left));
                flow.space(1.4);
            }
            PaperBlock::Text(words) => {
                flow.block(text_of(words, text, Align::Justify));
                flow.space(1.8 * self.share);
            }
            PaperBlock::Remark(words) => {
                flow.space(1.0);
                if matches!(next, Some(PaperBlock::Table(_))) {
                    flow.keep(22.0);
                }
                let style = TextStyle::regular(self.measures.text * 0.86).colour(Colour::GREY).leading(1.5);
                flow.block(text_of(words, style, Align::Left));
                flow.space(1.2);
            }
            PaperBlock::Fields(fields) => {
                flow.table(&self.fields(fields), fonts)?;
                flow.space(2.4 * self.share);
            }
            PaperBlock::Table(table) => {
                flow.table(&self.table(table), fonts)?;
                flow.space(2.4 * self.share);
            }
            PaperBlock::Chart(own) => {
                let (height, items) = chart::drawing(self.look, own, self.width, self.measures.text);
                flow.space(2.0);
                flow.whole(height, items);
                flow.space(2.4);
            }
            PaperBlock::Photos(photos) => {
                for (height, items) in self.photo_rows(photos) {
                    flow.whole(height, items);
                    flow.space(2.0);
                }
            }
            PaperBlock::Symbol { code, title, words } => {
                flow.space(1.6);
                flow.keep(SYMBOL + 24.0);
                flow.whole(SYMBOL + 1.0, self.symbol(code, title, words));
            }
            PaperBlock::Signatures(names) => {
                flow.space(2.0);
                flow.whole(SIGNATURE, self.signatures(names));
            }
        }
        Ok(())
    }

    fn fields(&self, fields: &[PaperField]) -> Table {
        let size = self.measures.table;
        let name = NAME * (size / 8.8);
        let fixed = ColumnWidth::Fixed(name);
        let mut table = Table::new(vec![fixed, ColumnWidth::Weight(1.0), fixed, ColumnWidth::Weight(1.0)]);
        table.look = self.grid(1.1 * self.share);
        let strong = TextStyle::bold(size * 0.96).leading(1.36);
        let text = TextStyle::regular(size).leading(1.45);
        let head = |own: &PaperField| {
            let words = Paragraph::new(own.name.clone(), strong).align(Align::Centre);
            Cell::new(words).vertical(VerticalAlign::Middle).fill(self.look.theme.ground)
        };
        let value = |own: &PaperField| {
            Cell::new(Paragraph::new(own.value.clone(), text)).vertical(VerticalAlign::Middle)
        };
        let mut rest = fields.iter().peekable();
        while let Some(own) = rest.next() {
            let pair = if own.wide { None } else { rest.next_if(|next| !next.wide) };
            let (cells, lines) = match pair {
                Some(next) => {
                    (vec![head(own), value(own), head(next), value(next)], own.lines.max(next.lines))
                }
                None => (vec![head(own), value(own).across(3)], own.lines),
            };
            let least_height = f64::from(lines) * text.line_height() + 2.2 * self.share;
            table.rows.push(Row { cells, least_height });
        }
        table
    }

    fn grid(&self, padding: Mm) -> TableLook {
        let line = Stroke::new(Colour::GREY, 0.12);
        TableLook {
            padding: Insets::symmetric(padding, 1.3),
            row_rule: Some(line.clone()),
            column_rule: Some(line),
            header_fill: Some(self.look.theme.ground),
            ..TableLook::grid()
        }
    }

    fn table(&self, own: &PaperTable) -> Table {
        // Many columns are narrow, and narrow columns need small type.
        let size = self.measures.table * if own.columns.len() > 20 { 0.76 } else { 1.0 };
        let mut table =
            Table::new(own.columns.iter().map(|column| ColumnWidth::Weight(column.weight)).collect());
        table.look = self.grid(1.05 * self.share);
        let strong = TextStyle::bold(size).leading(1.28);
        let text = TextStyle::regular(size).leading(1.4);
        let align = |kind: ColumnKind| match kind {
            ColumnKind::Words => Align::Left,
            ColumnKind::Centred | ColumnKind::Number => Align::Centre,
        };
        let tight = Insets::symmetric(1.05 * self.share, if own.columns.len() > 20 { 0.7 } else { 1.1 });
        let head = own.columns.iter().map(|column| {
            let words = Paragraph::new(column.title.as_ref(), strong).align(Align::Centre);
            Cell::new(words).vertical(VerticalAlign::Middle).padding(tight)
        });
        table.header = vec![Row::new(head.collect())];
        let red = alarm(self.look);
        for row in &own.rows {
            let cells = own.columns.iter().enumerate().map(|(at, column)| {
                let words = row.cells.get(at).map_or("", String::as_str);
                let style = if row.alarms.contains(&at) { strong.colour(red).leading(1.4) } else { text };
                let words = Paragraph::new(words, style).align(align(column.kind));
                Cell::new(words).vertical(VerticalAlign::Middle).padding(tight)
            });
            table.rows.push(Row::new(cells.collect()));
        }
        for _ in 0..own.spare {
            let cells = own.columns.iter().map(|_| Cell::empty()).collect();
            table.rows.push(Row { cells, least_height: SPARE * self.share });
        }
        table
    }

    /// How many photographs stand side by side.
    fn abreast(&self, count: usize) -> usize {
        if self.width > 250.0 { count.clamp(1, 4) } else { count.clamp(1, 2) }
    }

    /// Rows of photographs, each with its height.
    pub(super) fn photo_rows(&self, photos: &[PaperPhoto]) -> Vec<(Mm, Vec<Item>)> {
        let height = PHOTO * self.share;
        let rows = photos.chunks(self.abreast(photos.len()));
        rows.map(|row| (height, self.photos(row, photos.len(), height))).collect()
    }

    fn photos(&self, row: &[PaperPhoto], all: usize, height: Mm) -> Vec<Item> {
        let mut items = Vec::new();
        let gap = 4.0;
        let places = self.abreast(all).max(2) as f64;
        let width = (self.width - gap * (places - 1.0)) / places;
        let caption = TextStyle::regular(self.measures.table * 0.92).colour(Colour::GREY);
        for (at, photo) in row.iter().enumerate() {
            let frame = Rect::new(at as f64 * (width + gap), 0.0, width, height - 6.0);
            let line = Stroke::new(Colour::HAIRLINE, 0.2);
            match self.photos.get(&photo.asset) {
                Some(picture) => {
                    let size = Size::new(f64::from(picture.width()), f64::from(picture.height()));
                    items.push(Item::picture(picture.clone(), frame.contain(size)));
                    items.push(Item::stroke(Path::rect(frame), line));
                }
                None => items.push(Item::stroke(Path::rect(frame), line.dashed([1.2, 1.2]))),
            }
            let at = point(frame.centre().x, height - 2.8);
            self.look.squeeze(&photo.caption, &caption, at, Anchor::Middle, width, &mut items);
        }
        items
    }

    /// A symbol without words, its upper left corner at the origin.
    pub(super) fn symbol_alone(&self, code: &str) -> Vec<Item> {
        let symbol = QrSymbol::encode(code, QrLevel::Medium).ok();
        symbol.map(|own| Item::qr(own, point(0.0, 0.0), SYMBOL)).into_iter().collect()
    }

    fn symbol(&self, code: &str, title: &str, words: &str) -> Vec<Item> {
        let mut items = Vec::new();
        let right = self.width - SYMBOL;
        if let Ok(symbol) = QrSymbol::encode(code, QrLevel::Medium) {
            items.push(Item::qr(symbol, point(right, 0.0), SYMBOL));
        }
        let heading = TextStyle::bold(self.measures.text * 1.12);
        let room = right - 4.0;
        self.look.squeeze(title, &heading, point(0.0, 4.2), Anchor::Start, room, &mut items);
        let small = TextStyle::regular(self.measures.table).colour(Colour::GREY);
        self.look.squeeze(words, &small, point(0.0, 9.8), Anchor::Start, room, &mut items);
        let fine = TextStyle::regular(6.6).colour(Colour::GREY);
        self.look.squeeze(code, &fine, point(0.0, 14.6), Anchor::Start, room, &mut items);
        items
    }

    fn signatures(&self, names: &[String]) -> Vec<Item> {
        let mut items = Vec::new();
        let style = TextStyle::regular(self.measures.text);
        let width = self.width / names.len().max(1) as f64;
        for (at, name) in names.iter().enumerate() {
            let x = at as f64 * width;
            let words = format!("{name}：");
            self.look.put(&words, &style, point(x, SIGNATURE * 0.6), Anchor::Start, &mut items);
            let from = x + self.look.width(&words, &style) + 1.0;
            let y = SIGNATURE * 0.6 + 2.4;
            let line = Path::line(point(from, y), point(x + width - 6.0, y));
            items.push(Item::stroke(line, Stroke::new(Colour::GREY, 0.15)));
        }
        items
    }
}
