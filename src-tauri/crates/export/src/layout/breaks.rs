//! Where a line may end: Unicode line breaking, tightened for Chinese print.
//! Relies on `icu_segmenter` and on the character kinds in `spacing`.
//! Must not know: widths, fonts, pages.

use super::spacing::{is_closing, is_han, is_opening, not_first, not_last};
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};

/// Tokens of ASCII up to this many characters (codes, telephone numbers, ratios) are never broken inside.
const SHORT_TOKEN: usize = 20;

/// Han characters that count something: a digit before one of them stays on its line.
const MEASURES: &str =
    "年月日时分秒度级台人次天个名元万亿吨米层楼号栋处项条件套瓦伏安批班岁倍页步只辆座間间区";

/// Latin units that stay with the number before them, even across a space.
const UNITS: [&str; 62] = [
    "m", "mm", "cm", "km", "m2", "m3", "m²", "m³", "mm²", "cm²", "km²", "㎡", "㎥", "g", "kg", "mg", "t",
    "L", "mL", "ml", "Pa", "kPa", "MPa", "bar", "N", "kN", "N·m", "J", "kJ", "W", "kW", "MW", "V", "kV", "A",
    "mA", "Ω", "MΩ", "Hz", "kHz", "dB", "dB(A)", "℃", "°C", "K", "s", "ms", "h", "min", "d", "m/s", "km/h",
    "r/min", "rpm", "mg/m³", "mg/m3", "ppm", "lx", "%", "‰", "kWh", "kVA",
];

/// For each character, whether a line may begin with it because the one before it ended a line. The first entry
/// is always `false`. `text` and `chars` are the same characters.
pub(crate) fn opportunities(text: &str, chars: &[char]) -> Vec<bool> {
    let mut allowed = vec![false; chars.len()];
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    mark(&mut allowed, chars, LineSegmenter::new_for_non_complex_scripts(options).segment_str(text));
    open_quotes(&mut allowed, chars);
    for i in 1..chars.len() {
        if forbidden(chars, i) {
            allowed[i] = false;
        }
    }
    keep_short_tokens(&mut allowed, chars);
    allowed
}

/// For each character, whether it begins a grapheme: the last resort for a word wider than the line.
pub(crate) fn graphemes(text: &str, chars: &[char]) -> Vec<bool> {
    let mut starts = vec![false; chars.len()];
    mark(&mut starts, chars, GraphemeClusterSegmenter::new().segment_str(text));
    starts
}

fn mark(flags: &mut [bool], chars: &[char], bytes: impl Iterator<Item = usize>) {
    let mut bytes = bytes.peekable();
    let mut at = 0;
    for (flag, c) in flags.iter_mut().zip(chars) {
        while bytes.next_if(|b| *b < at).is_some() {}
        *flag = at > 0 && bytes.peek() == Some(&at);
        at += c.len_utf8();
    }
}

/// The Unicode rules glue curly quotes to both neighbours, since they cannot know which side is inside. In
/// Chinese the shape tells.
fn open_quotes(allowed: &mut [bool], chars: &[char]) {
    for i in 1..chars.len() {
        let (left, right) = (chars[i - 1], chars[i]);
        let before_quote = matches!(right, '“' | '‘') && (is_han(left) || is_closing(left));
        let after_quote = matches!(left, '”' | '’') && (is_han(right) || is_opening(right));
        if before_quote || after_quote {
            allowed[i] = true;
        }
    }
}

fn forbidden(chars: &[char], i: usize) -> bool {
    let (left, right) = (chars[i - 1], chars[i]);
    not_first(right)
        || not_last(left)
        || (left == right && matches!(left, '…' | '—' | '⸺'))
        || (left.is_ascii_digit() && MEASURES.contains(right))
        || (i >= 2 && chars[i - 2].is_ascii_digit() && right.is_ascii_digit() && "～~–×".contains(left))
        || (left == ' ' && (unit_after_number(chars, i) || number_after_code(chars, i)))
}

/// `1.5 m/s`: the space does not part them.
fn unit_after_number(chars: &[char], i: usize) -> bool {
    if i < 2 || !chars[i - 2].is_ascii_digit() {
        return false;
    }
    let token: String = chars[i..].iter().take_while(|c| is_unit_part(**c)).take(8).collect();
    UNITS.contains(&token.as_str())
}

fn is_unit_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || "/·²³°℃Ω%‰㎡㎥()".contains(c)
}

/// `GB/T 33000`: the name of a standard keeps its number.
fn number_after_code(chars: &[char], i: usize) -> bool {
    let code: Vec<char> =
        chars[..i - 1].iter().rev().copied().take_while(char::is_ascii_graphic).take(9).collect();
    chars[i].is_ascii_digit()
        && (2..=8).contains(&code.len())
        && code.iter().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || *c == '/')
        && code.last().is_some_and(char::is_ascii_uppercase)
}

fn keep_short_tokens(allowed: &mut [bool], chars: &[char]) {
    let mut start = 0;
    while start < chars.len() {
        let length = chars[start..].iter().take_while(|c| c.is_ascii_graphic()).count();
        if (2..=SHORT_TOKEN).contains(&length) {
            allowed[start + 1..start + length].fill(false);
        }
        start += length.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let allowed = opportunities(text, &chars);
        chars.iter().zip(allowed).map(|(c, a)| if a { format!("|{c}") } else { c.to_string() }).collect()
    }

    #[test]
    fn rules_for_chinese_print() {
        for (text, expected) in [
            (
                "必须做到“安全第一”方针，《规程》（试行）上",
                "必|须|做|到|“安|全|第|一”|方|针，|《规|程》|（试|行）|上",
            ),
            ("拨打120，报告值班6390-0110", "拨|打|120，|报|告|值|班|6390-0110"),
            ("责任人 刘洋 13*-****-0021", "责|任|人 |刘|洋 |13*-****-0021"),
            ("编号JD-S-001，温度≤60℃以下", "编|号|JD-S-001，|温|度|≤60℃|以|下"),
            ("流速 1.5 m/s，噪声 80 dB(A)", "流|速 |1.5 m/s，|噪|声 |80 dB(A)"),
            ("师徒比不超过1:8；3～5人", "师|徒|比|不|超|过|1:8；|3～5人"),
            ("等级——重大……较大", "等|级——|重|大……|较|大"),
            ("5米以内 2026-11-21", "5米|以|内 |2026-11-21"),
            ("按GB/T 33000-2016执行", "按|GB/T 33000-2016|执|行"),
            ("车间·一层", "车|间·|一|层"),
            ("￥300/次，A/B/C", "￥300/|次，|A/B/C"),
            ("no break inside words", "no |break |inside |words"),
            ("", ""),
            ("，，，", "，，，"),
        ] {
            assert_eq!(broken(text), expected);
        }
    }

    #[test]
    fn long_addresses_may_break_at_slashes() {
        let address = "https://example.com/projects/2026/zones/17";
        assert_eq!(broken(address), "https://|example.com/|projects/2026/|zones/17");
    }
}
