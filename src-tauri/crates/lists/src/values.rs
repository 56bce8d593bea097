//! What cells say: levels in every spelling, numbers written as texts, dates, accident types, list families.
//! Relies on the catalogues of `domain`.
//! Knows nothing of rows.

use crate::text::plain;
use chrono::NaiveDate;
use domain::{Language, RiskLevel, RiskPointKind, accident_types};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The level that a cell says, in whatever spelling: 较大, 橙色, B/2级, Ⅱ级, 二级, high. `None` where it says none or
/// two different ones.
pub(crate) fn level(text: &str) -> Option<RiskLevel> {
    let text = plain(text);
    let mut found: Option<RiskLevel> = None;
    for part in text.split(['/', '、', ',', '，', ';', '；', '(', ')', '[', ']', '-', '|', '\\', '+']) {
        let part = part.trim_end_matches("风险").trim_end_matches("等级").trim_end_matches('级');
        let part = part.trim_end_matches('色').trim_end_matches("风险");
        if part.is_empty() {
            continue;
        }
        let one = word(part)?;
        if found.is_some_and(|other| other != one) {
            return None;
        }
        found = Some(one);
    }
    found
}

fn word(part: &str) -> Option<RiskLevel> {
    Some(match part {
        "重大" | "红" | "a" | "1" | "一" | "ⅰ" | "i" | "major" | "red" | "特大" | "极高" | "特别重大"
        | "重大红" => RiskLevel::Major,
        "较大" | "橙" | "b" | "2" | "二" | "ⅱ" | "ii" | "high" | "orange" | "高" | "较大橙" | "较高" => {
            RiskLevel::High
        }
        "一般" | "黄" | "c" | "3" | "三" | "ⅲ" | "iii" | "medium" | "moderate" | "yellow" | "中" | "中等"
        | "一般黄" => RiskLevel::Medium,
        "低" | "蓝" | "d" | "4" | "四" | "ⅳ" | "iv" | "low" | "blue" | "较低" | "轻微" | "可接受"
        | "稍有" | "低蓝" | "e" | "5" | "五" | "ⅴ" | "v" | "较小" => RiskLevel::Low,
        _ => return None,
    })
}

/// Numbers of a cell: one, or one for each assessor. `None` where something else stands there.
pub(crate) fn numbers(text: &str) -> Option<Vec<String>> {
    let text: String = text.chars().map(domain::half_width).collect();
    let parts: Vec<&str> = text
        .split(['、', ';', ',', '，', '；', '/', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let number = |part: &&str| {
        let part = part.trim_end_matches('分').trim_start_matches(['约', '=']).trim();
        // L=3, as some write it.
        let part = part.split_once('=').map_or(part, |(_, value)| value.trim());
        let plain =
            !part.is_empty() && part.len() <= 12 && part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        (plain && part.parse::<f64>().is_ok()).then(|| part.to_owned())
    };
    parts.iter().map(number).collect::<Option<Vec<_>>>().filter(|found| !found.is_empty())
}

/// The day that a text says: 2026-11-21, 2026/11/21, 2026.11.21, 2026年11月21日, 20261121.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let text: String = text.chars().map(domain::half_width).collect();
    let text = text.trim().split(['T', ' ']).next().unwrap_or_default();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    }
    let parts: Vec<&str> = text
        .split(['-', '/', '.', '年', '月', '日'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let [year, month, day] = parts.as_slice() else { return None };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        .filter(|date| chrono::Datelike::year(date) >= 1990)
}

/// The list family that a text names.
pub(crate) fn kind(text: &str) -> Option<RiskPointKind> {
    let text = plain(text);
    if text.contains("设备") || text.contains("设施") || text == "s" || text == "facility" {
        Some(RiskPointKind::Facility)
    } else if text.contains("作业活动") || text.contains("活动") || text == "z" || text == "activity" {
        Some(RiskPointKind::Activity)
    } else if text.contains("场所") || text.contains("部位") || text == "c" || text == "workplace" {
        Some(RiskPointKind::Workplace)
    } else {
        None
    }
}

/// Codes by name: the names of 1986 first, those of schools next, those of 2025 last.
static ACCIDENTS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let rank = |code: &str| match code.chars().next() {
        Some('N') => 2,
        Some('X') => 1,
        _ => 0,
    };
    let mut types: Vec<_> = accident_types().iter().collect();
    types.sort_by_key(|own| std::cmp::Reverse(rank(&own.code)));
    types.iter().map(|own| (plain(own.name(Language::Chinese)), own.code.as_str())).collect()
});

/// Accident types and consequence of a cell that may hold both.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Accidents {
    pub(crate) codes: Vec<String>,
    pub(crate) consequence: String,
    /// Whether names were only found inside a sentence.
    pub(crate) guessed: bool,
}

/// Reads a cell such as 触电、火灾 or 触电、火灾 with the consequence on the next line, or a sentence.
pub(crate) fn accidents(text: &str) -> Accidents {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(codes) = names(first) {
        return Accidents { codes, consequence: rest.trim().to_owned(), guessed: false };
    }
    if let Some(codes) = names(text) {
        return Accidents { codes, consequence: String::new(), guessed: false };
    }
    let whole = plain(text);
    let mut found: Vec<(usize, &str)> = Vec::new();
    for (name, code) in ACCIDENTS.iter().filter(|(_, code)| !code.starts_with('N')) {
        if name.chars().count() >= 2
            && let Some(at) = whole.find(name.as_str())
        {
            found.push((at, code));
        }
    }
    found.sort_unstable();
    let codes = found.into_iter().map(|(_, code)| code.to_owned()).collect();
    Accidents { codes, consequence: text.trim().to_owned(), guessed: true }
}

/// The codes of a text that is nothing but names.
fn names(text: &str) -> Option<Vec<String>> {
    let mut codes: Vec<String> = Vec::new();
    let mut add = |part: &str| -> Option<()> {
        let part = part.trim_end_matches('等').trim_end_matches("事故");
        // A number before the name, as in 1.触电.
        let name = part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '('));
        let known = code_of(part).or_else(|| code_of(name));
        if !name.is_empty() || known.is_some() {
            let code = known?.to_owned();
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        Some(())
    };
    for part in text.split(['、', ',', '，', ';', '；', '/', '\n', ' ', '\u{3000}', '。']) {
        let part = plain(part);
        // A code such as 08 is a name too, and 中毒和窒息 is one name.
        if let Some(code) = code_of(&part) {
            add(code)?;
        } else {
            part.split(['和', '及']).try_for_each(&mut add)?;
        }
    }
    (!codes.is_empty()).then_some(codes)
}

fn code_of(name: &str) -> Option<&'static str> {
    let direct = || ACCIDENTS.get(name).copied();
    let known_code = || {
        accident_types().iter().find(|own| own.code.eq_ignore_ascii_case(name)).map(|own| own.code.as_str())
    };
    let shortened = || ACCIDENTS.get(name.trim_end_matches("伤害")).copied();
    let split = || match name {
        "中毒" | "窒息" | "中毒窒息" => Some("19"),
        "坠落" | "高坠" => Some("09"),
        "踩踏" | "拥挤踩踏事故" => Some("X01"),
        "其他" | "其它" | "其它伤害" | "滑倒" | "摔伤" => Some("20"),
        _ => None,
    };
    direct().or_else(known_code).or_else(shortened).or_else(split)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_understood_in_every_spelling() {
        for (text, level_) in [
            ("重大", RiskLevel::Major),
            ("重大风险", RiskLevel::Major),
            ("红色", RiskLevel::Major),
            ("A级/1级", RiskLevel::Major),
            ("较大", RiskLevel::High),
            ("橙色", RiskLevel::High),
            ("B/2级", RiskLevel::High),
            ("Ⅱ级", RiskLevel::High),
            ("较大（橙色）", RiskLevel::High),
            ("II级", RiskLevel::High),
            ("一般风险/黄色", RiskLevel::Medium),
            ("３级", RiskLevel::Medium),
            ("三级", RiskLevel::Medium),
            ("低风险", RiskLevel::Low),
            (" 蓝 ", RiskLevel::Low),
            ("Ⅳ", RiskLevel::Low),
        ] {
            assert_eq!(level(text), Some(level_), "{text}");
        }
        for text in ["", "较大（黄色）", "待定", "A/3级", "不详"] {
            assert_eq!(level(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_from_texts() {
        assert_eq!(numbers("３"), Some(vec!["3".to_owned()]));
        assert_eq!(numbers(" 0.5分"), Some(vec!["0.5".to_owned()]));
        assert_eq!(numbers("L=6"), Some(vec!["6".to_owned()]));
        assert_eq!(numbers("1、6"), Some(vec!["1".to_owned(), "6".to_owned()]));
        for text in ["", "无", "-3", "1e3", "3..1"] {
            assert_eq!(numbers(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_read_from_texts() {
        for text in
            ["2026-11-21", "2026/11/21", "2026.11.21", "2026年11月21日", "20261121", "2026-11-21T00:00:00"]
        {
            assert_eq!(date(text), NaiveDate::from_ymd_opt(2026, 11, 21), "{text}");
        }
        for text in ["", "去年", "2026-13-01", "46000", "11-21"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn accidents_are_read_from_names_and_sentences() {
        assert_eq!(accidents("触电、火灾").codes, ["05", "08"]);
        assert_eq!(accidents("火灾、中毒和窒息").codes, ["08", "19"]);
        assert_eq!(accidents("火灾和触电").codes, ["08", "05"]);
        assert_eq!(accidents("机械伤害\n肢体伤残").consequence, "肢体伤残");
        let guessed = accidents("线路老化可能引发火灾、触电，造成人员伤亡");
        assert_eq!((guessed.codes, guessed.guessed), (vec!["08".to_owned(), "05".to_owned()], true));
        assert!(accidents("人身损害").codes.is_empty());
    }
}
