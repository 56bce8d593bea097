//! From pages to sheets of paper: small pages side by side, large pages cut into tiles, colour over the edge.
//! Relies on items being movable and on clips.
//! Must not know: what the pages say.

use super::colour::Colour;
use super::document::{Bookmark, Clip, Document, Item, Page};
use super::fonts::Fonts;
use super::path::{Path, Stroke};
use super::run::{Anchor, TextRun, TextStyle};
use super::units::{Insets, Mm, Rect, Size, point};

/// Paper that no printer reaches, along each edge of a sheet with several pages, in millimetres.
const MARGIN: Mm = 6.0;
/// Length of cut marks, in millimetres.
const MARK: Mm = 4.0;
/// Most tiles of one page.
const MOST_TILES: usize = 400;

/// Whether pages are printed on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// Each page on its own.
    One,
    /// Fronts and backs by turns: backs come on a sheet of their own, mirrored, so that both sides meet.
    Two,
}

impl Document {
    /// Puts the pages side by side on sheets of `paper`, as many as fit, with cut marks. A document whose pages
    /// differ in size, or of which not two fit, stays as it is.
    pub fn impose(&mut self, paper: Size, sides: Sides) {
        let Some(size) = self.pages.first().map(|page| page.size) else { return };
        if self.pages.iter().any(|page| page.size != size) {
            return;
        }
        let count = |w: Mm, page: Mm| ((w - 2.0 * MARGIN + 1e-6) / page).floor().max(0.0) as usize;
        let fits = |paper: Size| (count(paper.width, size.width), count(paper.height, size.height));
        let (upright, lying) =
            (Size::new(paper.width.min(paper.height), paper.width.max(paper.height)), paper.landscape());
        let (a, b) = (fits(upright), fits(lying));
        let (paper, (columns, rows)) = if a.0 * a.1 >= b.0 * b.1 { (upright, a) } else { (lying, b) };
        let per_sheet = columns * rows;
        if per_sheet < 2 {
            return;
        }
        let area = Rect::new(0.0, 0.0, paper.width, paper.height)
            .contain(Size::new(size.width * columns as f64, size.height * rows as f64));
        // `contain` enlarges, too: the pages keep their size.
        let (width, height) = (size.width * columns as f64, size.height * rows as f64);
        let area = Rect::new(area.centre().x - width / 2.0, area.centre().y - height / 2.0, width, height);
        let places = area.grid(columns, rows, 0.0);
        let pages = std::mem::take(&mut self.pages);
        let mut sheet_of = vec![0; pages.len()];
        let faces: Vec<(usize, Page)> = pages.into_iter().enumerate().collect();
        let runs: Vec<Vec<(usize, Page)>> = match sides {
            Sides::One => chunks(faces, per_sheet),
            Sides::Two => {
                let (fronts, backs): (Vec<_>, Vec<_>) =
                    faces.into_iter().partition(|(index, _)| index % 2 == 0);
                let mut runs = Vec::new();
                let mut behind = chunks(backs, per_sheet).into_iter();
                for front in chunks(fronts, per_sheet) {
                    runs.push(front);
                    runs.extend(behind.next());
                }
                runs
            }
        };
        for (number, run) in runs.into_iter().enumerate() {
            let mut sheet = Page::new(paper);
            for (slot, (index, page)) in run.into_iter().enumerate() {
                let mirrored = sides == Sides::Two && number % 2 == 1;
                let (row, column) = (slot / columns, slot % columns);
                let column = if mirrored { columns - 1 - column } else { column };
                let Some(place) = places.get(row * columns + column) else { continue };
                let mut items = page.items;
                items.iter_mut().for_each(|item| item.translate(place.x, place.y));
                // What runs over the edge of a page must not run into its neighbour.
                sheet.items.push(Item::Clip(Clip { path: Path::rect(*place), items }));
                if let Some(own) = sheet_of.get_mut(index) {
                    *own = number;
                }
            }
            sheet.items.extend(cut_marks(area, columns, rows));
            self.pages.push(sheet);
        }
        renumber(&mut self.outline, &sheet_of);
    }

    /// Cuts every page larger than `paper` into tiles with `overlap` millimetres on which they are glued, each with
    /// cut marks, its number and the title of the document. Pages that fit stay whole.
    pub fn tile(&mut self, paper: Size, overlap: Mm, fonts: &Fonts) {
        let pages = std::mem::take(&mut self.pages);
        let mut first = Vec::with_capacity(pages.len());
        for page in pages {
            first.push(self.pages.len());
            let tiles = tiles(&page, paper, overlap, fonts, &self.title);
            if tiles.is_empty() { self.pages.push(page) } else { self.pages.extend(tiles) }
        }
        renumber(&mut self.outline, &first);
    }

    /// Lets grounds that reach an edge of their page run `bleed` millimetres over it, so that a cut beside the line
    /// shows no paper.
    pub fn run_over(&mut self, bleed: Mm) {
        for page in &mut self.pages {
            let size = page.size;
            run_over(&mut page.items, size, bleed);
        }
    }
}

fn chunks<T>(items: Vec<T>, size: usize) -> Vec<Vec<T>> {
    let mut runs: Vec<Vec<T>> = Vec::new();
    for item in items {
        match runs.last_mut() {
            Some(run) if run.len() < size => run.push(item),
            _ => runs.push(vec![item]),
        }
    }
    runs
}

fn renumber(outline: &mut [Bookmark], pages: &[usize]) {
    for bookmark in outline {
        bookmark.page = pages.get(bookmark.page).copied().unwrap_or(0);
        bookmark.y = None;
        renumber(&mut bookmark.children, pages);
    }
}

/// Short lines outside the pages where the sheet is cut.
fn cut_marks(area: Rect, columns: usize, rows: usize) -> Vec<Item> {
    let mut path = Path::new();
    for column in 0..=columns {
        let x = area.x + area.width * column as f64 / columns as f64;
        path.append(&Path::line(point(x, area.y - 1.0 - MARK), point(x, area.y - 1.0)));
        path.append(&Path::line(point(x, area.bottom() + 1.0), point(x, area.bottom() + 1.0 + MARK)));
    }
    for row in 0..=rows {
        let y = area.y + area.height * row as f64 / rows as f64;
        path.append(&Path::line(point(area.x - 1.0 - MARK, y), point(area.x - 1.0, y)));
        path.append(&Path::line(point(area.right() + 1.0, y), point(area.right() + 1.0 + MARK, y)));
    }
    vec![Item::stroke(path, Stroke::hairline(Colour::INK))]
}

/// The tiles of a page; none when it fits on the paper.
fn tiles(page: &Page, paper: Size, overlap: Mm, fonts: &Fonts, title: &str) -> Vec<Page> {
    let fits = |paper: Size| page.size.width <= paper.width + 0.01 && page.size.height <= paper.height + 0.01;
    let (upright, lying) =
        (Size::new(paper.width.min(paper.height), paper.width.max(paper.height)), paper.landscape());
    if fits(upright) || fits(lying) {
        return Vec::new();
    }
    let overlap = overlap.clamp(0.0, paper.width.min(paper.height) / 4.0);
    // A strip at the foot of each tile is kept for its number.
    let room = |paper: Size| paper.rect().inset(Insets::all(MARGIN + MARK));
    let grid = |paper: Size| {
        let (step_x, step_y) = (room(paper).width - overlap, room(paper).height - overlap);
        let count = |whole: Mm, step: Mm| ((whole - overlap - 1e-6) / step).ceil().max(1.0) as usize;
        (count(page.size.width, step_x), count(page.size.height, step_y))
    };
    let (a, b) = (grid(upright), grid(lying));
    let (paper, (columns, rows)) = if a.0 * a.1 <= b.0 * b.1 { (upright, a) } else { (lying, b) };
    if columns * rows > MOST_TILES {
        return Vec::new();
    }
    let room = room(paper);
    let mut pages = Vec::with_capacity(columns * rows);
    for row in 0..rows {
        for column in 0..columns {
            let left = column as f64 * (room.width - overlap);
            let top = row as f64 * (room.height - overlap);
            let window = Rect::new(
                room.x,
                room.y,
                room.width.min(page.size.width - left),
                room.height.min(page.size.height - top),
            );
            let mut items = page.items.clone();
            items.iter_mut().for_each(|item| item.translate(room.x - left, room.y - top));
            items.retain(|item| !matches!(item, Item::Link(_)));
            let mut tile = Page::new(paper);
            tile.items.push(Item::Clip(Clip { path: Path::rect(window), items }));
            tile.items.extend(cut_marks(window, 1, 1));
            glue_marks(window, (column > 0, row > 0), overlap, &mut tile.items);
            let label = format!("{}-{}", row + 1, column + 1);
            let words =
                format!("{title}　第 {label} 张（共 {rows} 行 {columns} 列，虚线内为粘贴边 {overlap} mm）");
            let style = TextStyle::regular(7.0).colour(Colour::GREY);
            let at = point(window.x + 2.0, paper.height - MARGIN * 0.6);
            tile.items.push(Item::Text(TextRun::centred(fonts, &words, &style, at, Anchor::Start)));
            tile.label = label;
            pages.push(tile);
        }
    }
    pages
}

/// Dashed lines in the margins where the neighbour's edge comes to lie.
fn glue_marks(window: Rect, (left, above): (bool, bool), overlap: Mm, items: &mut Vec<Item>) {
    let mut path = Path::new();
    if left {
        let x = window.x + overlap;
        path.append(&Path::line(point(x, window.y - MARK), point(x, window.y - 0.6)));
        path.append(&Path::line(point(x, window.bottom() + 0.6), point(x, window.bottom() + MARK)));
    }
    if above {
        let y = window.y + overlap;
        path.append(&Path::line(point(window.x - MARK, y), point(window.x - 0.6, y)));
        path.append(&Path::line(point(window.right() + 0.6, y), point(window.right() + MARK, y)));
    }
    if !path.is_empty() {
        items.push(Item::stroke(path, Stroke::hairline(Colour::INK).dashed([0.8, 0.6])));
    }
}

fn run_over(items: &mut [Item], size: Size, bleed: Mm) {
    const NEAR: Mm = 0.01;
    for item in items {
        match item {
            Item::Shape(shape) if shape.fill.is_some() => shape.path.map(|p| {
                let over = |v: Mm, end: Mm| {
                    if v.abs() < NEAR {
                        -bleed
                    } else if (v - end).abs() < NEAR {
                        end + bleed
                    } else {
                        v
                    }
                };
                point(over(p.x, size.width), over(p.y, size.height))
            }),
            Item::Layer(layer) => run_over(&mut layer.items, size, bleed),
            Item::Shape(_)
            | Item::Text(_)
            | Item::Picture(_)
            | Item::Drawing(_)
            | Item::Qr(_)
            | Item::Clip(_)
            | Item::Link(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Timestamp;
    use crate::testing::fonts;

    fn cards(count: usize, size: Size) -> Document {
        let mut document = Document::new("卡", Timestamp::EPOCH);
        for index in 0..count {
            let mut page = Page::new(size);
            page.items.push(Item::fill(Path::rect(size.rect()), Colour::INK));
            document.pages.push(page);
            document.outline.push(Bookmark::new(index.to_string(), index));
        }
        document
    }

    #[test]
    fn small_pages_share_a_sheet_and_backs_meet_their_fronts() {
        let mut one = cards(11, Size::new(90.0, 130.0));
        one.impose(Size::A4, Sides::One);
        assert_eq!(one.pages.len(), 3, "four on each");
        assert_eq!(
            one.outline.iter().map(|own| own.page).collect::<Vec<_>>(),
            [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2]
        );
        let mut two = cards(6, Size::new(85.6, 54.0));
        two.impose(Size::A4, Sides::Two);
        assert_eq!(two.pages.len(), 2);
        let place = |page: &Page, at: usize| match &page.items[at] {
            Item::Clip(clip) => clip.path.bounds().unwrap(),
            other => panic!("{other:?}"),
        };
        let (front, back) = (place(&two.pages[0], 0), place(&two.pages[1], 0));
        assert!((front.x + back.right() - two.pages[0].size.width).abs() < 1e-6, "mirrored");
        assert!((front.y - back.y).abs() < 1e-6);
        let mut large = cards(2, Size::A4);
        large.impose(Size::A4, Sides::One);
        assert_eq!(large.pages.len(), 2, "what does not fit stays");
    }

    #[test]
    fn tiles_cover_the_page_with_their_overlap() {
        let mut map = cards(1, Size::A1.landscape());
        map.tile(Size::A3, 10.0, &fonts());
        assert_eq!(map.pages.len(), 8, "margins and overlap cost a column");
        let mut covered: Vec<(f64, f64)> = Vec::new();
        for page in &map.pages {
            let Item::Clip(clip) = &page.items[0] else { panic!() };
            let window = clip.path.bounds().unwrap();
            let Item::Shape(shape) = &clip.items[0] else { panic!() };
            let ground = shape.path.bounds().unwrap();
            covered.push((window.x - ground.x, window.x - ground.x + window.width));
        }
        assert!(covered.iter().any(|own| own.0.abs() < 1e-6));
        assert!(covered.iter().any(|own| (own.1 - 841.0).abs() < 1e-6));
        let mut small = cards(1, Size::A3.landscape());
        small.tile(Size::A3, 10.0, &fonts());
        assert_eq!(small.pages.len(), 1);
    }

    #[test]
    fn grounds_run_over_the_edge_and_nothing_else_does() {
        let mut document = cards(1, Size::A6);
        document.pages[0].items.push(Item::fill(Path::rect(Rect::new(10.0, 10.0, 5.0, 5.0)), Colour::GREY));
        document.run_over(3.0);
        let bounds = |at: usize| match &document.pages[0].items[at] {
            Item::Shape(shape) => shape.path.bounds().unwrap(),
            other => panic!("{other:?}"),
        };
        assert_eq!((bounds(0).x, bounds(0).width), (-3.0, 111.0));
        assert_eq!((bounds(1).x, bounds(1).width), (10.0, 5.0));
    }
}
