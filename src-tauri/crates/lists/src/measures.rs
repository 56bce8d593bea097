//! Measures out of cells: one class a column, or several classes in one cell, each with its name before it.
//! Relies on measures being divided by line breaks or semicolons.
//! Knows nothing of hazards.

use crate::field::Field;
use crate::text::{tidy, title};
use domain::{MeasureCategory, MeasureStatus};
use edit::TakenMeasure;

/// Marks a measure that is only proposed, as our own lists write it.
pub(crate) const PROPOSED: &str = "（建议新增）";

/// The measures of a cell; `None` where the field holds none.
pub(crate) fn read(field: Field, column: &str, text: &str) -> Option<Vec<TakenMeasure>> {
    let (category, status) = match field {
        Field::Proposed => {
            (of_title(column).unwrap_or(MeasureCategory::Administrative), MeasureStatus::Proposed)
        }
        Field::Measures => (MeasureCategory::Administrative, MeasureStatus::Existing),
        other => (category(other)?, MeasureStatus::Existing),
    };
    let mixed = matches!(field, Field::Measures | Field::Proposed);
    let mut current = category;
    let mut found = Vec::new();
    for part in text.split(['\n', '；', ';']) {
        let mut part = without_number(part.trim()).to_owned();
        if mixed
            && let Some((head, rest)) = part.split_once([':', '：'])
            && let Some(named) = of_title(head)
        {
            current = named;
            part = without_number(rest.trim()).to_owned();
        }
        let (status, content) = match part.strip_prefix(PROPOSED) {
            Some(rest) => (MeasureStatus::Proposed, rest),
            None => (status, part.as_str()),
        };
        let content = tidy(content.trim_end_matches(['。', '；', ';']));
        if content.is_empty() || matches!(content.as_str(), "/" | "-" | "—" | "无" | "——" | "\\") {
            continue;
        }
        let measure = TakenMeasure { category: current, status, content };
        if !found.contains(&measure) {
            found.push(measure);
        }
    }
    Some(found)
}

fn category(field: Field) -> Option<MeasureCategory> {
    match field {
        Field::Engineering => Some(MeasureCategory::Engineering),
        Field::Administrative => Some(MeasureCategory::Administrative),
        Field::Training => Some(MeasureCategory::Training),
        Field::Protection => Some(MeasureCategory::PersonalProtection),
        Field::Emergency => Some(MeasureCategory::Emergency),
        _ => None,
    }
}

/// The class that a title names, of a group and its column the last one.
fn of_title(text: &str) -> Option<MeasureCategory> {
    let leaf = text.rsplit('/').next().unwrap_or(text);
    if title(leaf).chars().count() > 10 {
        return None;
    }
    Field::of(leaf).and_then(category)
}

/// Without 1. or （1） or ① before it; 1.5 米 keeps its number.
fn without_number(text: &str) -> &str {
    let mut chars = text.chars();
    match chars.next() {
        Some('①'..='⑳') => chars.as_str().trim_start(),
        Some('(' | '（') => {
            let rest = chars.as_str();
            let digits = rest.chars().take_while(char::is_ascii_digit).count();
            let after = &rest[digits..];
            match after.chars().next() {
                Some(')' | '）') if (1..=2).contains(&digits) => {
                    after.trim_start_matches([')', '）', '、', '.']).trim_start()
                }
                _ => text,
            }
        }
        Some(c) if c.is_ascii_digit() => {
            let digits = text.chars().take_while(char::is_ascii_digit).count();
            let after = &text[digits..];
            let mut rest = after.chars();
            let mark = rest.next();
            let next_is_digit = rest.as_str().starts_with(|c: char| c.is_ascii_digit());
            match mark {
                Some('.' | '、' | '．' | ')' | '）') if digits <= 2 && !next_is_digit => {
                    rest.as_str().trim_start()
                }
                _ => text,
            }
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_measures() {
        let of = |field, text: &str| -> Vec<String> {
            let found = read(field, "", text).unwrap();
            found.iter().map(|m| format!("{} {} {}", m.category.letter(), m.status, m.content)).collect()
        };
        assert_eq!(
            of(Field::Engineering, "1.防护罩联锁；\n2、急停完好。"),
            ["工 existing 防护罩联锁", "工 existing 急停完好"]
        );
        assert_eq!(
            of(Field::Engineering, "1.5米护栏；（建议新增）光栅"),
            ["工 existing 1.5米护栏", "工 proposed 光栅"]
        );
        assert_eq!(
            of(Field::Measures, "工程技术：防护罩\n管理措施：上墙；断电\n应急处置:急停"),
            ["工 existing 防护罩", "管 existing 上墙", "管 existing 断电", "急 existing 急停"]
        );
        assert_eq!(of(Field::Training, "无"), Vec::<String>::new());
        assert_eq!(read(Field::Note, "", "x"), None);
    }
}
