//! 「风险矩阵图」: values of two factors as a grid, points as numbered discs in their field, names beside it.
//! Relies on the content for the level of each field, where the method has one.
//! Must not know: how points came into their field.

use super::Printed;
use super::frame;
use super::look::Look;
use super::theme::Style;
use crate::content::RiskMatrix;
use crate::layout::{
    Align, Anchor, Bookmark, Cell, Colour, ColumnWidth, Document, Insets, Item, Page, Paragraph, Path, Rect,
    Room, Row, Size, Table, TableError, TableLook, Timestamp, VerticalAlign, fit, point,
};

/// Lays matrices out on `size`, each with a bookmark and as many further sheets as its names need.
///
/// # Errors
/// See [`TableError`]: none for the columns as they are.
pub fn risk_matrices<'a>(
    matrices: &[RiskMatrix],
    style: impl Into<Style<'a>>,
    size: Size,
) -> Result<Printed, TableError> {
    let style = style.into();
    let mut document = match matrices.first() {
        Some(first) => frame::document(&first.title, &first.title, &first.masthead, &first.code),
        None => Document::new("风险矩阵图", Timestamp::EPOCH),
    };
    let mut problems = Vec::new();
    for matrix in matrices {
        problems.extend(matrix.problems.iter().cloned());
        document
            .outline
            .push(Bookmark::new(format!("{} {}", matrix.title, matrix.method), document.pages.len()));
        let scale = (size.width / 420.0).min(size.height / 297.0);
        let look = Look::new(style, scale, matrix.colours);
        let mut page = Page::new(size);
        let blank = Page::new(size);
        let body = frame::sheet(&look, &matrix.title, &matrix.masthead, &matrix.code, size, &mut page.items);
        let (side, plot) = body.split_right(look.mm(112.0).min(body.width * 0.34));
        let plot = plot.inset(Insets { right: look.mm(8.0), ..Insets::all(0.0) });
        grid(&look, matrix, plot, &mut page.items);
        let table = names(&look, matrix);
        let mut parts = table.paginate(look.fonts, side.width, Room::each(side.height))?.into_iter();
        if let Some(first) = parts.next() {
            first.place(side.origin(), &mut page.items);
        }
        document.pages.push(page);
        // More names stand in columns on further sheets.
        let rest: Vec<_> = parts.collect();
        let columns = ((body.width + look.mm(6.0)) / (side.width + look.mm(6.0))).floor().max(1.0) as usize;
        let mut rest = rest.into_iter().peekable();
        while rest.peek().is_some() {
            let mut page = blank.clone();
            let title = format!("{}（续）", matrix.title);
            frame::sheet(&look, &title, &matrix.masthead, &matrix.code, size, &mut page.items);
            for (at, part) in rest.by_ref().take(columns).enumerate() {
                let x = body.x + (side.width + look.mm(6.0)) * at as f64;
                part.place(point(x, body.y), &mut page.items);
            }
            document.pages.push(page);
        }
    }
    Ok(Printed::new(document, problems, |_| "风险矩阵图".to_owned()))
}

fn grid(look: &Look<'_>, matrix: &RiskMatrix, area: Rect, items: &mut Vec<Item>) {
    let grey = look.regular(10.0).colour(Colour::GREY);
    let at = point(area.x, area.y + look.mm(2.5));
    look.squeeze(&format!("评价准则　{}", matrix.method), &grey, at, Anchor::Start, area.width, items);
    let (note, area) = area.split_bottom(look.mm(9.0));
    let small = look.regular(8.6).colour(Colour::GREY).leading(1.3);
    let set = fit(&[Paragraph::new(matrix.note.clone(), small)], look.fonts, note.size(), 0.6);
    set.block.place(point(note.x, note.y + look.mm(1.5)), items);
    let plot =
        area.inset(Insets { top: look.mm(16.0), right: 0.0, bottom: look.mm(22.0), left: look.mm(38.0) });
    let (rows, columns) = (matrix.rows.len().max(1), matrix.columns.len().max(1));
    let cells = plot.grid(columns, rows, 0.0);
    let value = look.bold(14.0);
    let text = look.regular(8.6).colour(Colour::GREY).leading(1.2);
    for (row, step) in matrix.rows.iter().enumerate() {
        let Some(cell) = cells.get(row * columns) else { continue };
        let middle = cell.centre().y;
        let right = cell.x - look.mm(2.5);
        look.put(&step.value, &value, point(right, middle), Anchor::End, items);
        let number = look.mm(9.0);
        let size = Size::new(look.mm(27.0), cell.height * 0.92);
        let words = Paragraph::new(step.text.clone(), text).align(Align::Right);
        let block = fit(&[words], look.fonts, size, 0.55).block;
        let top = middle - block.height() / 2.0;
        block.place(point(right - number - size.width, top), items);
    }
    for (column, step) in matrix.columns.iter().enumerate() {
        let Some(cell) = cells.get(column) else { continue };
        let top = plot.bottom() + look.mm(4.5);
        look.put(&step.value, &value, point(cell.centre().x, top), Anchor::Middle, items);
        let size = Size::new(cell.width * 0.92, look.mm(9.0));
        let words = Paragraph::new(step.text.clone(), text).align(Align::Centre);
        let block = fit(&[words], look.fonts, size, 0.55).block;
        block.place(point(cell.centre().x - size.width / 2.0, top + look.mm(3.0)), items);
    }
    let axis = look.bold(10.5);
    look.put(
        &format!("{} ↑", matrix.row_name),
        &axis,
        point(area.x, plot.y - look.mm(4.5)),
        Anchor::Start,
        items,
    );
    let at = point(plot.right(), plot.bottom() + look.mm(19.0));
    look.put(&format!("{} →", matrix.column_name), &axis, at, Anchor::End, items);
    for (row, line) in matrix.cells.iter().enumerate() {
        for (column, own) in line.iter().enumerate() {
            if let Some(frame) = cells.get(row * columns + column) {
                field(look, matrix, own, *frame, items);
            }
        }
    }
    items.push(Item::stroke(Path::rect(plot), look.line(Colour::INK, 0.4)));
}

fn field(
    look: &Look<'_>,
    matrix: &RiskMatrix,
    own: &crate::content::MatrixCell,
    frame: Rect,
    items: &mut Vec<Item>,
) {
    let ground = own.level.map_or(Colour::WHITE, |level| look.level(Some(level)).fill.tint(0.55));
    items.push(Item::shape(Path::rect(frame), ground, look.line(Colour::HAIRLINE, 0.2)));
    if !own.product.is_empty() {
        let style = look.bold(11.0).colour(Colour::INK);
        let at = point(frame.right() - look.mm(1.8), frame.bottom() - look.mm(3.4));
        look.put(&own.product, &style, at, Anchor::End, items);
    }
    let count = own.points.len();
    if count == 0 {
        return;
    }
    let room = frame.inset(Insets::all(look.mm(1.2)));
    // As many in a row as keeps the discs large, but no larger than a pin.
    let best = (1..=count)
        .map(|across| {
            let down = count.div_ceil(across);
            let pitch = (room.width / across as f64).min(room.height / down as f64);
            (across, down, pitch.min(look.mm(8.2)))
        })
        .max_by(|a, b| a.2.total_cmp(&b.2).then(a.0.cmp(&b.0)));
    let Some((across, down, pitch)) = best else { return };
    let across = across.min(((room.width / pitch).floor() as usize).max(1)).min(count);
    let down = count.div_ceil(across).max(down.min(1));
    for (index, point_at) in own.points.iter().enumerate() {
        let (row, column) = (index / across, index % across);
        let in_row = across.min(count - row * across);
        let x = frame.centre().x + (column as f64 - (in_row as f64 - 1.0) / 2.0) * pitch;
        let y = frame.centre().y + (row as f64 - (down as f64 - 1.0) / 2.0) * pitch;
        let level = matrix.points.get(*point_at).and_then(|facts| facts.level);
        look.badge(&(point_at + 1).to_string(), level, point(x, y), pitch * 0.44, items);
    }
}

fn names(look: &Look<'_>, matrix: &RiskMatrix) -> Table {
    let text = look.regular(8.2).leading(1.25);
    let strong = look.bold(8.2).leading(1.25);
    let mut table = Table::new(vec![
        ColumnWidth::Fixed(look.mm(9.0)),
        ColumnWidth::Weight(1.0),
        ColumnWidth::Fixed(look.mm(15.0)),
        ColumnWidth::Fixed(look.mm(16.0)),
    ]);
    table.look = TableLook {
        padding: Insets::symmetric(look.mm(0.55), look.mm(1.0)),
        header_fill: Some(look.theme.ground),
        ..TableLook::default()
    };
    let head = |words: &str| Cell::new(Paragraph::new(words, strong));
    table.header = vec![Row::new(vec![head("图号"), head("风险点"), head("评价值"), head("等级")])];
    table.rows = matrix
        .points
        .iter()
        .enumerate()
        .map(|(index, facts)| {
            let level = look.level(facts.level);
            let score = facts.score.as_ref().map_or(String::new(), ToString::to_string);
            let middle =
                |words: String| Cell::new(Paragraph::new(words, text)).vertical(VerticalAlign::Middle);
            Row::new(vec![
                middle((index + 1).to_string()),
                middle(format!("{} {}", facts.code, facts.name)),
                middle(score),
                Cell::new(Paragraph::new(facts.level_word, strong.colour(level.text)).align(Align::Centre))
                    .fill(level.fill)
                    .vertical(VerticalAlign::Middle)
                    .padding(Insets::symmetric(0.4, 0.2)),
            ])
        })
        .collect();
    table
}
