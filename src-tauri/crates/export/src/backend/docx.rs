//! DOCX: a neutral letter as a text document that people go on writing in; tables stay tables.
//! Relies on docx-rs, and on the raster writer for what is drawn.
//! Must not know: what the letter says, the clock.

use super::{BackendError, Watch, png, report, unwatched};
use crate::layout::{
    Align, Colour, Document, Face, Fonts, Letter, LetterBlock, LetterCell, LetterTable, LetterWords, Mm,
    Page, Timestamp,
};
use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, HeightRule, LineSpacing, LineSpacingType, NumPages, PageMargin,
    PageNum, PageOrientationType, Paragraph, Pic, Run, RunFonts, Shading, ShdType, Style, StyleType, Table,
    TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
};
use std::io::Cursor;

/// Present on every Chinese Windows and macOS; the shipped fonts are not, and a letter should not carry them.
const SANS: &str = "微软雅黑";
/// Its neighbour with serifs.
const SERIF: &str = "宋体";
/// Resolution of drawings, in dots per inch.
const DPI: f64 = 200.0;
/// Twentieths of a point to a millimetre: the unit of widths.
const TWENTIETHS: f64 = 1440.0 / 25.4;
/// The unit of drawings: 360,000 to a centimetre.
const EMU: f64 = 36_000.0;
/// Names of the styles of titles and headings, which reading programs know.
const HEADINGS: [&str; 2] = ["Heading1", "Heading2"];

/// Writes the letter. The same letter gives the same bytes.
///
/// # Errors
/// [`BackendError::NoPages`] for a letter that says nothing, and those of the raster writer.
pub fn write(letter: &Letter, fonts: &Fonts, watch: &mut Watch<'_>) -> Result<Vec<u8>, BackendError> {
    if letter.blocks.is_empty() {
        return Err(BackendError::NoPages);
    }
    let titles = (fonts.title_face() == Face::Title).then(|| named(fonts, Face::Title));
    let mut writer = Writer { next: 1, titles };
    let mut file = outset(letter, fonts);
    let mut headers = Vec::new();
    let total = letter.blocks.len();
    for (at, block) in letter.blocks.iter().enumerate() {
        report(watch, at, total)?;
        file = match block {
            LetterBlock::Words(words) => file.add_paragraph(writer.paragraph(words)),
            LetterBlock::Table(table) => {
                headers.push(table.header);
                // Two tables that touch become one: a small paragraph keeps them apart.
                let apart = writer.numbered(Paragraph::new()).line_spacing(exactly(6.0));
                file.add_table(writer.table(table)).add_paragraph(apart)
            }
            LetterBlock::Drawing(page) => {
                let picture = writer.drawing(page, fonts)?;
                let run = Run::new().add_image(picture);
                file.add_paragraph(writer.numbered(Paragraph::new()).add_run(run))
            }
            LetterBlock::Break => {
                let run = Run::new().add_break(BreakType::Page);
                file.add_paragraph(writer.numbered(Paragraph::new()).add_run(run))
            }
        };
    }
    file = file.footer(Footer::new().add_paragraph(writer.foot(&letter.foot)));
    let mut parts = file.build();
    parts.document = repeating(&parts.document, &headers).ok_or_else(|| failed("not text"))?;
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|error| failed(&error.to_string()))?;
    report(watch, total, total)?;
    Ok(bytes.into_inner())
}

fn failed(reason: &str) -> BackendError {
    BackendError::Encoding { format: "DOCX", reason: reason.to_owned() }
}

fn twentieths(length: Mm) -> usize {
    (length * TWENTIETHS).round().max(1.0) as usize
}

/// A face of the reader's own computer that looks like ours: the letter does not carry fonts.
fn named(fonts: &Fonts, face: Face) -> RunFonts {
    let name = if fonts.family(face).contains("Serif") { SERIF } else { SANS };
    RunFonts::new().ascii(name).hi_ansi(name).east_asia(name).cs(name)
}

fn outset(letter: &Letter, fonts: &Fonts) -> Docx {
    let (width, height) = (twentieths(letter.paper.width), twentieths(letter.paper.height));
    let margin = twentieths(letter.margin) as i32;
    let edge = margin / 2;
    let margins = PageMargin {
        top: margin,
        left: margin,
        bottom: margin,
        right: margin,
        header: edge,
        footer: edge,
        gutter: 0,
    };
    let orientation = if letter.paper.width > letter.paper.height {
        PageOrientationType::Landscape
    } else {
        PageOrientationType::Portrait
    };
    let (year, month, day, hour, minute, second) = Timestamp::fields(&letter.created);
    let created = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z");
    let mut file = Docx::new()
        .page_size(width as u32, height as u32)
        .page_margin(margins)
        .page_orient(orientation)
        .default_fonts(named(fonts, Face::Regular))
        .default_size(21)
        .created_at(&created)
        .updated_at(&created)
        // One only: the writer keeps them in no order, and the same letter is to be the same bytes.
        .custom_property("Title", clean(&format!("{} {}", letter.author, letter.title)));
    for (at, name) in HEADINGS.iter().enumerate() {
        let style =
            Style::new(*name, StyleType::Paragraph).name(format!("heading {}", at + 1)).outline_lvl(at);
        file = file.add_style(style);
    }
    file
}

/// Makes paragraphs and drawings with numbers of their own, the same on every run.
struct Writer {
    next: u32,
    /// For titles and headings, where it is not that of the text.
    titles: Option<RunFonts>,
}

impl Writer {
    fn numbered(&mut self, paragraph: Paragraph) -> Paragraph {
        let id = format!("{:08x}", self.next);
        self.next += 1;
        paragraph.id(id)
    }

    fn paragraph(&mut self, words: &LetterWords) -> Paragraph {
        let paragraph = self.plain(words);
        let paragraph = paragraph.line_spacing(LineSpacing::new().before(40).after(60).line(320));
        match words.level.checked_sub(1).and_then(|at| HEADINGS.get(usize::from(at))) {
            Some(style) => paragraph.style(style).keep_next(true),
            None => paragraph,
        }
    }

    fn plain(&mut self, words: &LetterWords) -> Paragraph {
        let align = match words.align {
            Align::Left => AlignmentType::Left,
            Align::Centre => AlignmentType::Center,
            Align::Right => AlignmentType::Right,
            Align::Justify => AlignmentType::Both,
        };
        let mut paragraph = self.numbered(Paragraph::new()).align(align);
        let mut run = Run::new().size((words.size * 2.0).round().max(2.0) as usize);
        if words.bold {
            run = run.bold();
        }
        if words.level > 0
            && let Some(titles) = &self.titles
        {
            run = run.fonts(titles.clone());
        }
        if words.colour != Colour::BLACK {
            run = run.color(hexadecimal(words.colour));
        }
        for (at, line) in clean(&words.text).split('\n').enumerate() {
            if at > 0 {
                run = run.add_break(BreakType::TextWrapping);
            }
            if !line.is_empty() {
                run = run.add_text(line);
            }
        }
        paragraph = paragraph.add_run(run);
        paragraph
    }

    fn table(&mut self, own: &LetterTable) -> Table {
        let grid: Vec<usize> = own.columns.iter().map(|width| twentieths(*width)).collect();
        let mut rows = Vec::new();
        for (at, cells) in own.rows.iter().enumerate() {
            let mut column = 0;
            let mut made = Vec::new();
            for cell in cells {
                let end = column + cell.columns.max(1);
                let width: usize = grid.iter().skip(column).take(end - column).sum();
                made.push(self.cell(cell, width));
                column = end;
            }
            let least = own.least.get(at).copied().unwrap_or(0.0);
            let row = TableRow::new(made).cant_split().row_height((least * TWENTIETHS) as f32);
            rows.push(row.height_rule(HeightRule::AtLeast));
        }
        let width = grid.iter().sum();
        Table::new(rows).set_grid(grid).width(width, WidthType::Dxa).layout(TableLayoutType::Fixed)
    }

    fn cell(&mut self, own: &LetterCell, width: usize) -> TableCell {
        let words = self.plain(&own.words).line_spacing(LineSpacing::new().before(20).after(20));
        let mut cell = TableCell::new()
            .add_paragraph(words)
            .width(width, WidthType::Dxa)
            .vertical_align(VAlignType::Center);
        if own.columns > 1 {
            cell = cell.grid_span(own.columns);
        }
        if let Some(fill) = own.fill {
            cell =
                cell.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(hexadecimal(fill)));
        }
        cell
    }

    fn drawing(&mut self, page: &Page, fonts: &Fonts) -> Result<Pic, BackendError> {
        let mut document = Document::new("", Timestamp::EPOCH);
        document.pages.push(page.clone());
        let options = png::Options { dpi: DPI, ..png::Options::default() };
        let bytes = png::page(&document, 0, fonts, &options, &mut unwatched)?;
        let id = format!("rIdDrawing{}", self.next);
        self.next += 1;
        let emu = |length: Mm| (length * EMU).round().max(1.0) as u32;
        let picture = Pic::new_with_dimensions(bytes, 1, 1);
        Ok(picture.id(id).size(emu(page.size.width), emu(page.size.height)))
    }

    fn foot(&mut self, text: &str) -> Paragraph {
        let grey = hexadecimal(Colour::GREY);
        let run = |text: String| Run::new().size(16).color(grey.clone()).add_text(text);
        self.numbered(Paragraph::new())
            .align(AlignmentType::Center)
            .add_run(run(format!("{}　第 ", clean(text))))
            .add_page_num(PageNum::new())
            .add_run(run(" 页　共 ".to_owned()))
            .add_num_pages(NumPages::new())
            .add_run(run(" 页".to_owned()))
    }
}

fn exactly(points: f64) -> LineSpacing {
    LineSpacing::new().before(0).after(0).line((points * 20.0) as i32).line_rule(LineSpacingType::Exact)
}

fn hexadecimal(colour: Colour) -> String {
    let [r, g, b] = colour.rgb;
    format!("{r:02X}{g:02X}{b:02X}")
}

/// Without the characters that XML forbids.
fn clean(text: &str) -> String {
    let forbidden =
        |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.replace("\r\n", "\n").replace('\r', "\n").replace(forbidden, "")
}

/// The document with the first rows of each table repeated on every page, which the library cannot say.
fn repeating(document: &[u8], headers: &[usize]) -> Option<Vec<u8>> {
    const ROW: &str = "<w:trPr>";
    let text = std::str::from_utf8(document).ok()?;
    let mut parts = text.split("<w:tbl>");
    let mut whole = parts.next()?.to_owned();
    for (part, count) in parts.zip(headers.iter().chain(std::iter::repeat(&0))) {
        whole.push_str("<w:tbl>");
        whole.push_str(&part.replacen(ROW, &format!("{ROW}<w:tblHeader />"), *count));
    }
    Some(whole.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::reread;
    use crate::layout::{Anchor, Item, Size, TextRun, TextStyle, point};
    use crate::testing::fonts;

    fn letter() -> Letter {
        let cell = |text: &str| LetterCell { words: LetterWords::new(text, 9.0), fill: None, columns: 1 };
        let table = LetterTable {
            columns: vec![30.0, 60.0],
            header: 1,
            rows: vec![vec![cell("序号"), cell("内容")], vec![cell("1"), cell("a<b>&\"甲\"\n乙\u{1}")]],
            least: vec![6.0, 12.0],
        };
        let mut page = Page::new(Size::new(40.0, 12.0));
        let style = TextStyle::default();
        page.items.push(Item::Text(TextRun::label(&fonts(), "图", &style, point(2.0, 8.0), Anchor::Start)));
        Letter {
            title: "通知书".to_owned(),
            author: "学校".to_owned(),
            created: Timestamp::EPOCH,
            paper: Size::A4,
            margin: 20.0,
            foot: "脚".to_owned(),
            blocks: vec![
                LetterBlock::Words(LetterWords::new("通知书", 18.0).bold().level(1)),
                LetterBlock::Table(table),
                LetterBlock::Break,
                LetterBlock::Drawing(page),
            ],
        }
    }

    #[test]
    fn a_letter_is_written_alike_each_time_and_read_back() {
        let (letter, fonts) = (letter(), fonts());
        let bytes = write(&letter, &fonts, &mut unwatched).unwrap();
        assert!(bytes == write(&letter, &fonts, &mut unwatched).unwrap(), "two runs differ");
        reread::docx(&bytes, &letter).unwrap();
        let mut other = letter.clone();
        other.blocks.push(LetterBlock::Words(LetterWords::new("more", 10.0)));
        assert!(reread::docx(&bytes, &other).is_err());
        assert!(reread::docx(&bytes[..bytes.len() / 2], &letter).is_err());
    }

    #[test]
    fn the_header_of_each_table_is_repeated_and_no_other_row() {
        let text = "<a><w:tbl><w:tr><w:trPr>1<w:tr><w:trPr>2<w:tbl><w:tr><w:trPr>3";
        let whole = String::from_utf8(repeating(text.as_bytes(), &[1, 0]).unwrap()).unwrap();
        assert_eq!(whole, "<a><w:tbl><w:tr><w:trPr><w:tblHeader />1<w:tr><w:trPr>2<w:tbl><w:tr><w:trPr>3");
    }
}
