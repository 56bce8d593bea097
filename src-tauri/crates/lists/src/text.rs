//! Texts made comparable: full-width letters, spaces, brackets and line breaks as people mix them.
//! Relies on `domain` for letters of other widths.
//! Knows no field words.

use domain::half_width;

/// A cell as it is kept: no invisible characters, no blank ends.
pub(crate) fn tidy(text: &str) -> String {
    let unwanted = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{feff}' | '\u{200b}' | '\u{fffe}' | '\u{ffff}')
    };
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace("_x000D_", "");
    text.replace(unwanted, "").trim_matches(|c: char| c.is_whitespace() || c == '\u{3000}').to_owned()
}

/// For comparing: half-width, lower case, without any white space.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(half_width).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// A column title for comparing: plain, without brackets and what stands in them, without marks.
pub(crate) fn title(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for c in plain(text).chars() {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            '*' | ':' | '、' | ',' | '.' | '。' | '-' | '_' | '"' | '“' | '”' | '/' | '\\' | '及' | '与'
            | '和' | '的' | '或' => {}
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    // A title that is nothing but brackets is what stands in them.
    if out.is_empty() { plain(text).replace(['(', ')', '[', ']', '【', '】'], "") } else { out }
}

/// The letters of a column: A, B, … AA.
pub(crate) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut out = Vec::new();
    while rest > 0 {
        out.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    out.iter().rev().map(|byte| char::from(*byte)).collect()
}

/// The column that letters name.
pub(crate) fn column(letters: &str) -> Option<usize> {
    let fine = (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let number = letters
        .bytes()
        .fold(0_usize, |sum, byte| sum * 26 + usize::from(byte.to_ascii_uppercase().wrapping_sub(b'A')) + 1);
    fine.then_some(number).and_then(|number| number.checked_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_comparable() {
        assert_eq!(title("风险点（区域）\n名 称*"), "风险点名称");
        assert_eq!(title("（Ｄ）"), "d");
        assert_eq!(title("可能发生的事故类型及后果"), "可能发生事故类型后果");
    }

    #[test]
    fn columns_have_letters() {
        for (index, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(index), name);
            assert_eq!(column(name), Some(index));
        }
        assert_eq!(column("A1"), None);
        assert_eq!(column(""), None);
    }
}
