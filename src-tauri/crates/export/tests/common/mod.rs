//! Sample prints for tests, benches and for looking at: a map, notice cards, a ledger.
//! Relies on the public interface of `export` and on the shipped fonts.
//! Must not know: anything private to the crate.
#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod card;
pub mod ledger;
pub mod map;
pub mod words;

use export::layout::{Colour, Document, Fonts, Timestamp};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The shipped fonts, read once.
pub fn fonts() -> Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| family("NotoSansSC")).clone()
}

/// The shipped serif fonts, read once.
pub fn serif() -> Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| family("NotoSerifSC")).clone()
}

fn family(name: &str) -> Fonts {
    let folder = resources().join("fonts");
    let read = |weight: &str| -> Arc<[u8]> {
        let path = folder.join(format!("{name}-{weight}.ttf"));
        std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}; run `cargo xtask`", path.display())).into()
    };
    Fonts::new(read("Regular"), read("Bold")).unwrap()
}

fn resources() -> PathBuf {
    if let Some(folder) = std::env::var_os("SISE_RESOURCES") {
        return folder.into();
    }
    let exe = std::env::current_exe().unwrap();
    exe.ancestors()
        .flat_map(|dir| [dir.join("resources"), dir.join("target/resources")])
        .find(|dir| Path::new(dir).join("fonts/NotoSansSC-Regular.ttf").is_file())
        .expect("no target/resources/fonts/NotoSansSC-Regular.ttf above the program; run `cargo xtask`, or set SISE_RESOURCES")
}

/// Print red, orange, yellow, blue.
pub const LEVELS: [(Colour, &str); 4] = [
    (Colour { rgb: [0xe6, 0x00, 0x12], cmyk: [0, 100, 100, 0] }, "重大风险"),
    (Colour { rgb: [0xf3, 0x98, 0x00], cmyk: [0, 50, 100, 0] }, "较大风险"),
    (Colour { rgb: [0xff, 0xf1, 0x00], cmyk: [0, 0, 100, 0] }, "一般风险"),
    (Colour { rgb: [0x00, 0x68, 0xb7], cmyk: [100, 50, 0, 0] }, "低风险"),
];

/// An empty document of a fixed day.
pub fn document(title: &str) -> Document {
    let mut document = Document::new(title, Timestamp::date(2026, 11, 21).unwrap());
    document.author = "中州机电职业技术学院 安全保卫处".into();
    document
}

/// A page of everything that is hard to set.
pub fn type_specimen() -> Document {
    use export::layout::*;
    let fonts = fonts();
    let mut document = document("字样");
    let mut page = Page::new(Size::A4);
    let area = page.size.rect().inset(Insets::all(20.0));
    let text = "（一）总则。为贯彻“安全第一、预防为主、综合治理”方针，依据《安全生产法》、《山东省安全生产条例》（2021年修订），\
                按GB/T 33000-2016、DB37/T 2882-2016等标准，对机加工实训中心的普通车床(CA6140)群——共12台，开展危险源辨识与风险评价……\
                噪声≤85 dB(A)，温度不超过60℃，接地电阻≤4 Ω，通道宽度不小于1.2 m；师徒比不超过1:8，气瓶间距≥5 m。\
                联系人：刘洋（13*-****-0021），应急值班：6390-0110，报警110、火警119、急救120。";
    let style = TextStyle::regular(10.5).leading(1.7);
    let mut paragraphs =
        vec![Paragraph::new("文字排版样张", TextStyle::bold(22.0).leading(1.5)).space_after(4.0)];
    for (name, align) in [
        ("两端对齐", Align::Justify),
        ("左对齐", Align::Left),
        ("居中", Align::Centre),
        ("右对齐", Align::Right),
    ] {
        paragraphs.push(Paragraph::new(name, TextStyle::bold(9.0).colour(Colour::GREY)));
        paragraphs.push(Paragraph::new(text, style).align(align).space_after(4.0));
    }
    let rich = |text: &str, style: TextStyle| Span { text: text.into(), style };
    paragraphs.push(
        Paragraph::rich([
            rich("等级：", style.colour(Colour::GREY)),
            rich("重大风险", TextStyle::bold(14.0).colour(LEVELS[0].0)),
            rich("，管控层级", style),
            rich("校级", TextStyle::bold(10.5)),
            rich("，责任人赵磊。AVATAR Toyota office fluffy 0123456789 ①②⑳ ㎡ ℃ × ≤ ≥ ✓ 〇 · • 𠮷☑", style),
        ])
        .space_after(4.0),
    );
    for (number, text) in [
        ("1", "按急停，断开总电源"),
        ("2", "止血包扎，不强拉肢体；疼痛难忍时不要移动伤员，就地等待校医，并派人到校门口引导急救车"),
        ("3", "拨打120，报告值班6390-0110"),
    ] {
        paragraphs.push(Paragraph::new(text, style).marker(number, style.colour(Colour::GREY), 8.0));
    }
    let block = stack(&paragraphs, &fonts, area.width);
    block.place(area.origin(), &mut page.items);
    let mut turned = TextRun::label(
        &fonts,
        "旋转文字 Rotated 30°",
        &TextStyle::bold(14.0),
        point(120.0, 270.0),
        Anchor::Start,
    );
    turned.rotation = -30.0;
    page.items.push(Item::Text(turned));
    document.pages.push(page);
    document
}
