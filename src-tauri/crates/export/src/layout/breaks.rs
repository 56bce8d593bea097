//! Where a line may end: Unicode line breaking, tightened for Chinese print.
//! Relies on `icu_segmenter` and on the character kinds in `spacing`.
//! Must not know: widths, fonts, pages.

use super::spacing::{is_closing, is_han, is_opening, not_first, not_last};
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};

/// Tokens of ASCII up to this many characters (codes, telephone numbers, ratios) stay whole where they can.
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

/// How willingly a line is ended before a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Opportunity {
    /// Inside a grapheme: never.
    Never,
    /// Between graphemes: only when a word is wider than the line.
    LastResort,
    /// Inside a code, or between a number and its unit: only when they are wider than the line together.
    Reluctant,
    /// As the rules of Chinese print have it.
    Good,
}

/// For each character, how willingly the line before it is ended there. The first entry is always `Never`. `text`
/// and `chars` are the same characters.
pub(crate) fn opportunities(text: &str, chars: &[char]) -> Vec<Opportunity> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let mut allowed = vec![false; chars.len()];
    mark(&mut allowed, chars, LineSegmenter::new_for_non_complex_scripts(options).segment_str(text));
    open_quotes(&mut allowed, chars);
    let mut graphemes = vec![false; chars.len()];
    mark(&mut graphemes, chars, GraphemeClusterSegmenter::new().segment_str(text));
    let tokens = inside_short_tokens(chars);
    (0..chars.len())
        .map(|i| match (allowed[i] && !forbidden(chars, i), tokens[i] || belongs(chars, i)) {
            (true, false) => Opportunity::Good,
            (true, true) => Opportunity::Reluctant,
            (false, _) if graphemes[i] => Opportunity::LastResort,
            (false, _) => Opportunity::Never,
        })
        .collect()
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

/// The marks on either side do not let a line end here.
fn forbidden(chars: &[char], i: usize) -> bool {
    let (Some(left), Some(right)) = (i.checked_sub(1).map(|l| chars[l]), chars.get(i).copied()) else {
        return true;
    };
    not_first(right) || not_last(left) || (left == right && matches!(left, '…' | '—'))
}

/// A number and what it counts, measures or numbers stand on either side.
fn belongs(chars: &[char], i: usize) -> bool {
    let (Some(left), Some(right)) = (i.checked_sub(1).map(|l| chars[l]), chars.get(i).copied()) else {
        return false;
    };
    (left.is_ascii_digit() && MEASURES.contains(right))
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

fn inside_short_tokens(chars: &[char]) -> Vec<bool> {
    let mut inside = vec![false; chars.len()];
    let mut start = 0;
    while start < chars.len() {
        let length = chars[start..].iter().take_while(|c| c.is_ascii_graphic()).count();
        if (2..=SHORT_TOKEN).contains(&length) {
            inside[start + 1..start + length].fill(true);
        }
        start += length.max(1);
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let allowed = opportunities(text, &chars);
        chars
            .iter()
            .zip(allowed)
            .map(|(c, o)| if o == Opportunity::Good { format!("|{c}") } else { c.to_string() })
            .collect()
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
