//! Prints and files from a finished assessment: content -> layout -> backend.
//!
//! Relies on the shipped fonts as bytes, and on nothing else from outside.
//! Must not know: the store, files, windows, system fonts, the clock.
//!
//! | module | it is | it takes | it gives |
//! |---|---|---|---|
//! | [`layout`] | pages of placed items in millimetres, and the means to place them | words, [`layout::Fonts`] | [`layout::Document`], [`layout::Workbook`] |
//! | [`artwork`] | vector drawings (signs, emblems) as items | SVG bytes | [`artwork::Artwork`] |
//! | [`plan_files`] | plans for other programs: DXF, GeoJSON, SVG | a floor | text |
//! | [`backend`] | one writer per format | a document | bytes |
//!
//! A template cuts a page into rectangles, sets text into them and pushes items; what cannot be placed comes back
//! as a value (an overflow, missing glyphs, a typed error) and is never silently cut. The same document gives the
//! same bytes from every writer, on every run.
//!
//! ```no_run
//! use export::backend::{pdf, unwatched};
//! use export::layout::*;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let read = |name: &str| std::fs::read(name).map(std::sync::Arc::<[u8]>::from);
//! let fonts = Fonts::new(read("NotoSansSC-Regular.ttf")?, read("NotoSansSC-Bold.ttf")?)?;
//!
//! let mut document = Document::new("风险告知卡", Timestamp::date(2026, 11, 21).ok_or("no such day")?);
//! let mut page = Page::new(Size::A6);
//! let (head, body) = page.size.rect().split_top(18.0);
//!
//! let orange = Colour { rgb: [0xf3, 0x98, 0x00], cmyk: [0, 50, 100, 0] };
//! page.items.push(Item::fill(Path::rect(head), orange));
//! let title = TextRun::centred(&fonts, "普通车床(CA6140)群", &TextStyle::bold(17.0), head.centre(), Anchor::Middle);
//! page.items.push(Item::Text(title));
//!
//! let text = TextStyle::regular(8.5);
//! let paragraphs = [
//!     Paragraph::new("主要危险", TextStyle::bold(7.0).colour(Colour::GREY)),
//!     Paragraph::new("卡盘防护罩缺失；旋转部件绞入", text).align(Align::Justify).space_after(2.0),
//!     Paragraph::new("按急停，断开总电源", text).marker("1", text, 6.0),
//! ];
//! let area = body.inset(Insets::all(5.0));
//! let fitted = fit(&paragraphs, &fonts, area.size(), 0.7);
//! if let Some(rest) = &fitted.overflow {
//!     return Err(format!("does not fit: {}", rest.text()).into());
//! }
//! fitted.block.place(area.origin(), &mut page.items);
//!
//! let symbol = QrSymbol::encode("HTTPS://EXAMPLE.CN/C/JD-S-001", QrLevel::Medium)?;
//! page.items.push(Item::qr(symbol, point(80.0, 120.0), 20.0));
//! document.pages.push(page);
//!
//! for missing in document.missing_glyphs() {
//!     println!("no glyph for {} in {:?}", missing.character, missing.text);
//! }
//! let bytes = pdf::write(&document, &fonts, &pdf::Options::default(), &mut unwatched)?;
//! # drop(bytes); Ok(())
//! # }
//! ```
//!
//! Tables ([`layout::Table`]) are cut into parts per page, [`layout::Flow`] strings blocks and tables over pages,
//! [`layout::Document::decorate`] is the second pass that knows 「第 x 页 共 y 页」.

pub mod artwork;
pub mod backend;
pub mod content;
pub mod layout;
pub mod plan_files;
mod svg_input;
pub mod templates;
#[cfg(test)]
mod testing;
