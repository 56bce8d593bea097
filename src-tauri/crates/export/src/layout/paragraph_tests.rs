//! Wrapping: rules of Chinese print, nothing lost, nothing too wide.
//! Relies on the shipped fonts.
//! Must not know: pages, backends.

use super::block::TextBlock;
use super::fonts::Face;
use super::spacing;
use super::units::Pt;
use super::*;
use crate::testing::fonts;
use proptest::prelude::*;

fn style() -> TextStyle {
    TextStyle::regular(10.0)
}

/// Lines of `text` in a box `ems` characters wide.
fn lines(text: &str, ems: f64) -> Vec<String> {
    let block = Paragraph::new(text, style()).wrap(&fonts(), Pt(10.0).mm() * ems);
    words(&block)
}

fn words(block: &TextBlock) -> Vec<String> {
    block.lines().iter().map(|l| l.runs.iter().map(TextRun::original).collect()).collect()
}

#[test]
fn marks_stay_with_their_words() {
    for (text, ems, expected) in [
        ("操作规程上墙，禁戴手套", 6.0, vec!["操作规程上", "墙，禁戴手套"]),
        ("依据《安全生产法》执行", 4.0, vec!["依据《安", "全生产", "法》执行"]),
        ("他说：“停机！”然后离开", 5.0, vec!["他说：“停", "机！”然后", "离开"]),
        ("（一）总则（二）范围", 4.0, vec!["（一）总", "则（二）", "范围"]),
        ("温度不超过60℃以下", 6.0, vec!["温度不超过", "60℃以下"]),
        ("噪声限值80 dB(A)", 6.0, vec!["噪声限值", "80 dB(A)"]),
        ("编号JD-S-001的卡", 4.0, vec!["编号", "JD-", "S-001", "的卡"]),
        ("编号JD-S-001的卡", 6.0, vec!["编号", "JD-S-001", "的卡"]),
        ("电话6390-0110转", 6.5, vec!["电话", "6390-0110转"]),
        ("风险点——车床", 4.0, vec!["风险", "点——车", "床"]),
        ("一\n二\r\n三", 9.0, vec!["一", "二", "三"]),
        ("上一行\n\n下一行", 9.0, vec!["上一行", "", "下一行"]),
        ("", 9.0, vec![""]),
        ("hello wide world", 5.0, vec!["hello wide", "world"]),
    ] {
        assert_eq!(lines(text, ems), expected, "{text} at {ems}");
    }
}

#[test]
fn a_single_last_character_gets_company() {
    assert_eq!(lines("定期检查设备的安全状况。", 11.0), ["定期检查设备的安全", "状况。"]);
    assert_eq!(lines("拨打急救电话120", 7.2), ["拨打急救电话", "120"]);
}

#[test]
fn a_word_wider_than_the_line_is_broken_between_graphemes() {
    let broken = lines("Supercalifragilistic", 3.0);
    assert!(broken.len() > 2);
    assert_eq!(broken.concat(), "Supercalifragilistic");
    let combining = lines("ééééé", 0.4);
    assert!(combining.iter().all(|l| !l.starts_with('\u{301}')), "{combining:?}");
    assert_eq!(lines("安全", 0.0), ["安", "全"]);
}

#[test]
fn alignment_uses_the_ink() {
    let fonts = fonts();
    let width = 40.0;
    let at = |align| {
        let block = Paragraph::new("安全第一 ", style()).align(align).wrap(&fonts, width);
        let run = &block.lines()[0].runs[0];
        (run.origin.x, run.origin.x + Pt(40.0).mm())
    };
    assert_eq!(at(Align::Left).0, 0.0);
    assert!((at(Align::Right).1 - width).abs() < 1e-9);
    let (left, right) = at(Align::Centre);
    assert!((left - (width - right)).abs() < 1e-9);
}

#[test]
fn justified_lines_are_flush_and_the_last_is_not_stretched() {
    let text = "对机加工实训中心的普通车床开展危险源辨识与风险评价，落实分级管控措施，张贴告知卡与四色图，定期公示。";
    let block = Paragraph::new(text, style()).align(Align::Justify).wrap(&fonts(), 70.0);
    let (last, others) = block.lines().split_last().unwrap();
    for line in others {
        assert!((line.ink_end() - 70.0).abs() < 0.01, "{}", line.ink_end());
    }
    assert!(last.ink_end() < 70.0 && last.runs[0].tracking == 0.0);
    assert_eq!(words(&block).concat(), text);
}

#[test]
fn styles_may_change_inside_a_line() {
    let spans = [
        Span { text: "等级".into(), style: style() },
        Span { text: "A1".into(), style: TextStyle { face: Face::Bold, ..style() } },
    ];
    let block = Paragraph::rich(spans).wrap(&fonts(), 100.0);
    let runs = &block.lines()[0].runs;
    assert_eq!(runs.len(), 2);
    let gap = runs[1].origin.x - (runs[0].origin.x + runs[0].advance);
    assert!((gap - 0.25 * Pt(10.0).mm()).abs() < 1e-9, "the quarter em between Han and Latin, {gap}");
}

#[test]
fn markers_stand_in_the_margin_of_the_first_line() {
    let paragraph = Paragraph::new("止血包扎，不强拉肢体", style()).marker("1", style(), 8.0);
    let block = paragraph.wrap(&fonts(), 8.0 + Pt(60.0).mm());
    assert_eq!(block.lines().len(), 2);
    assert_eq!((block.lines()[0].runs[0].text.as_str(), block.lines()[0].runs[0].origin.x), ("1", 0.0));
    assert!(block.lines().iter().all(|l| l.runs.last().unwrap().origin.x == 8.0));
}

#[test]
fn fitting_shrinks_and_then_says_what_is_left() {
    let fonts = fonts();
    let text = "危险源辨识与风险评价，".repeat(20);
    let paragraph = [Paragraph::new(text.clone(), style())];
    let roomy = fit(&paragraph, &fonts, Size::new(100.0, 200.0), 0.7);
    assert_eq!((roomy.scale, roomy.overflow.is_none()), (1.0, true));
    let tight = fit(&paragraph, &fonts, Size::new(60.0, 55.0), 0.7);
    assert!(tight.scale < 1.0 && tight.overflow.is_none() && tight.block.height() <= 55.0);
    let hopeless = fit(&paragraph, &fonts, Size::new(60.0, 20.0), 0.7);
    let rest = hopeless.overflow.unwrap();
    assert!(hopeless.block.height() <= 20.0 && hopeless.scale > 0.69);
    assert_eq!(hopeless.block.text().replace('\n', "") + &rest.text().replace('\n', ""), text);
    assert_eq!(rest.lines()[0].top, 0.0);
}

#[test]
fn five_thousand_characters() {
    let text = "普通车床(CA6140)群的卡盘防护罩缺失，旋转部件绞入；".repeat(180);
    assert!(text.chars().count() > 5000);
    let block = Paragraph::new(text.clone(), style()).wrap(&fonts(), 120.0);
    assert_eq!(words(&block).concat(), text);
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[一-龥]{1,6}",
        2 => "[，。、；：！？（）《》「」“”…—·～]{1,3}",
        2 => "[A-Za-z0-9/.:%-]{1,12}",
        1 => "[ \t\u{3000}\u{a0}]{1,3}",
        1 => "[\u{0}-\u{1f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{fe0f}\u{feff}]{1,2}",
        1 => "(👩‍👩‍👧‍👦|𠮷|é|ا|שלום|\u{301}|🏳️‍🌈)",
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn nothing_is_lost_and_nothing_sticks_out(text in hostile(), ems in 0.5f64..30.0) {
        let width = Pt(10.0).mm() * ems;
        let block = Paragraph::new(text.clone(), style()).wrap(&fonts(), width);
        // Blanks are dropped only at line ends; every other character is there, in order.
        let visible = |t: &str| t.chars()
            .filter(|c| !spacing::is_dropped(*c) && !spacing::is_hard_break(*c) && !spacing::is_blank(*c))
            .map(spacing::shown)
            .collect::<String>();
        prop_assert_eq!(visible(&words(&block).concat()), visible(&text));
        for line in block.lines() {
            let written: String = line.runs.iter().map(TextRun::original).collect();
            let shown: String = line.runs.iter().map(|r| r.text.as_str()).collect();
            let inked = line.runs.iter().map(|r| r.origin.x + r.advance).fold(0.0, f64::max);
            let trailing: f64 = line.runs.last().map_or(0.0, |r| {
                let blanks = r.text.chars().rev().take_while(|c| spacing::is_blank(*c));
                blanks.map(|c| fonts().advance(c, Face::Regular).unwrap() * Pt(10.0).mm()).sum()
            });
            let graphemes = |t: &str| icu_segmenter::GraphemeClusterSegmenter::new().segment_str(t.trim_end()).count() - 1;
            let single = graphemes(&written).min(graphemes(&shown)) <= 1;
            prop_assert!(inked - trailing <= width + 0.001 || single, "{:?} is {} wide in {}", written, inked, width);
        }
    }
}
