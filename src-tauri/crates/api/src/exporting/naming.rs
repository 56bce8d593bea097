//! Names of printed files: Chinese, readable, the same every time, and allowed on every system.
//! Relies on Windows being the strictest.
//! Knows nothing of what is in the files.

use std::collections::BTreeSet;

/// Longest name without its ending, in bytes: file systems allow 255.
const LONGEST: usize = 150;

/// A name that any file system takes: forbidden characters become their full-width likenesses.
pub(super) fn safe(name: &str) -> String {
    let replaced: String = name
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .map(|c| match c {
            '\\' => '＼',
            '/' => '／',
            ':' => '：',
            '*' => '＊',
            '?' => '？',
            '"' => '＂',
            '<' => '＜',
            '>' => '＞',
            '|' => '｜',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let mut name = String::new();
    for c in replaced.trim().chars() {
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        name.push(c);
    }
    let name = name.trim_end_matches(['.', ' ']);
    if name.is_empty() { "未命名".to_owned() } else { name.to_owned() }
}

/// Marks that turn the direction of writing could make a name look like another one.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Names already given in one export.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// `stem` as a name that differs from all before, also where upper and lower case are one.
    pub(super) fn unique(&mut self, stem: &str) -> String {
        let stem = safe(stem);
        let mut name = stem.clone();
        let mut number = 2;
        while !self.0.insert(name.to_lowercase()) {
            name = format!("{stem}({number})");
            number += 1;
        }
        name
    }
}

/// `stem.ending`, or with the number of the page where there are several.
pub(super) fn of_page(stem: &str, ending: &str, page: usize, pages: usize) -> String {
    if pages <= 1 {
        return format!("{stem}.{ending}");
    }
    let digits = pages.to_string().len();
    format!("{stem}-{:0digits$}.{ending}", page + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_become_plain_ones() {
        assert_eq!(safe("四色图-A机电/实训楼:1F?"), "四色图-A机电／实训楼：1F？");
        assert_eq!(safe("x. . ."), "x");
        assert_eq!(safe("\u{202e}fdp.\n\t"), "fdp");
        assert_eq!(safe("..."), "未命名");
        assert!(safe(&"楼".repeat(200)).len() <= LONGEST);
    }

    #[test]
    fn names_differ_whatever_the_case() {
        let mut names = Names::default();
        let given = ["a", "A", "a"].map(|stem| names.unique(stem));
        assert_eq!(given, ["a", "A(2)", "a(3)"]);
        assert_eq!(of_page("卡", "png", 8, 120), "卡-009.png");
        assert_eq!(of_page("卡", "png", 0, 1), "卡.png");
    }
}
