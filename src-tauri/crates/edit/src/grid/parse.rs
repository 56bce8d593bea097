//! From the text of a cell to a value: names to rows, words to codes, lines to measures.
//! Relies on names being told apart: a name that two rows have is refused, not guessed.
//! Knows nothing of blocks.

use crate::grid::GridColumn;
use crate::grid::fault::Why;
use crate::grid::names::{Called, Names};
use crate::refusal::Refusal;
use domain::{
    AccidentCatalogue, Cell, Column, ColumnKind, Language, RiskPointKind, RiskZoneKind, Snapshot, Table,
    accident_types, hazard_factor, hazard_factors,
};

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Parsed {
    /// A value of the row's own column.
    Cell(Cell<'static>),
    /// Codes of accident types, each once.
    Accidents(Vec<String>),
    /// Measures, a text each.
    Measures(Vec<String>),
}

/// Reads the text of a cell.
pub(crate) fn parse_cell(
    names: &mut Names<'_>,
    table: Table,
    column: GridColumn,
    text: &str,
) -> Result<Parsed, Why> {
    match column {
        GridColumn::Own(column) => own(names, table, column, text).map(Parsed::Cell),
        GridColumn::Accidents => accidents(names.snapshot(), text).map(Parsed::Accidents),
        GridColumn::Measures(..) => Ok(Parsed::Measures(lines(text))),
    }
}

fn own(
    names: &mut Names<'_>,
    table: Table,
    column: &'static Column,
    text: &str,
) -> Result<Cell<'static>, Why> {
    let trimmed = text.trim();
    if let Some(target) = column.references {
        if trimmed.is_empty() && column.nullable {
            return Ok(Cell::Null);
        }
        return row_called(names, target, trimmed).map(|id| Cell::text(id.hyphenated().to_string()));
    }
    if trimmed.is_empty() && column.nullable {
        return Ok(Cell::Null);
    }
    if let Some(word) = word(table, column.name, trimmed) {
        return Ok(Cell::text(word));
    }
    match (table, column.name) {
        (Table::Hazard, "factor") => return Ok(Cell::text(factor(trimmed))),
        (Table::RiskPoint | Table::RiskZone, "code" | "name") => return Ok(Cell::text(trimmed)),
        _ => {}
    }
    let is_flag = (column.word)(&Cell::Integer(1), Language::English) == Some("yes");
    match column.kind {
        ColumnKind::Text => Ok(Cell::text(text.trim_end())),
        ColumnKind::Integer if is_flag => match trimmed {
            "是" | "√" | "✓" | "1" | "有" | "yes" | "Yes" | "YES" | "true" | "TRUE" => {
                Ok(Cell::Integer(1))
            }
            "否" | "×" | "0" | "无" | "" | "no" | "No" | "NO" | "false" | "FALSE" => Ok(Cell::Integer(0)),
            _ => Err(Why::Own("not-yes-or-no", "请填写“是”或“否”。", "Write yes or no.")),
        },
        ColumnKind::Integer => match trimmed.parse() {
            Ok(number) => Ok(Cell::Integer(number)),
            Err(_) => Err(Why::Own("not-a-number", "请填写整数。", "Write a whole number.")),
        },
    }
}

/// The stable text of a word of a closed list.
fn word(table: Table, column: &str, text: &str) -> Option<&'static str> {
    macro_rules! of {
        ($list:ty) => {
            <$list>::ALL
                .iter()
                .find(|word| {
                    text == word.as_str()
                        || text == word.name(Language::Chinese)
                        || text == word.name(Language::English)
                })
                .map(|word| word.as_str())
        };
    }
    match (table, column) {
        (Table::RiskPoint, "kind") => of!(RiskPointKind),
        (Table::RiskZone, "kind") => of!(RiskZoneKind),
        _ => None,
    }
}

/// The code that a factor begins with, or that of its name.
fn factor(text: &str) -> String {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if hazard_factor(digits.get(..2).unwrap_or_default()).is_some() {
        return digits;
    }
    let named = hazard_factors().iter().find(|factor| factor.name(Language::Chinese) == text);
    named.map_or_else(|| text.to_owned(), |factor| factor.code.clone())
}

/// The one row of a table that is called so: by code, by name, or by its id.
fn row_called(names: &mut Names<'_>, table: Table, text: &str) -> Result<uuid::Uuid, Why> {
    if let Ok(id) = text.parse::<uuid::Uuid>()
        && names.snapshot().contains(domain::RowId { table, id })
    {
        return Ok(id);
    }
    match names.called(table, text) {
        Some(Called::One(id)) => Ok(id),
        None => Err(Why::Own(
            "no-such-name",
            "没有这个名称，请先添加或从列表中选择。",
            "There is no such name. Add it first or choose from the list.",
        )),
        Some(Called::Several) => Err(Why::Own(
            "ambiguous-name",
            "有几个同名的，请从列表中选择。",
            "Several have this name. Choose from the list.",
        )),
    }
}

/// Codes of accident types from names, codes or both, with marks between them.
fn accidents(snapshot: &Snapshot, text: &str) -> Result<Vec<String>, Why> {
    let preferred =
        snapshot.project().map_or(AccidentCatalogue::Gb1986, |project| project.accident_catalogue);
    let mut codes: Vec<String> = Vec::new();
    for part in
        text.split(['、', ',', '，', ';', '；', '/', '\n']).map(str::trim).filter(|part| !part.is_empty())
    {
        let code = accident_code(part, preferred).ok_or_else(|| Refusal::NotInCatalogue {
            table: Table::PossibleAccident,
            code: part.to_owned(),
        })?;
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    Ok(codes)
}

/// The code of an accident type: of the preferred catalogue where two have the name.
fn accident_code(text: &str, preferred: AccidentCatalogue) -> Option<&'static str> {
    let by_code = |code: &str| accident_types().iter().find(|own| own.code == code);
    let leading: String = text.chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = text.get(leading.len()..).unwrap_or_default().trim();
    if let Some(found) = by_code(&leading)
        && (name.is_empty() || found.name(Language::Chinese) == name)
    {
        return Some(&found.code);
    }
    let named = |own: &&domain::AccidentType| {
        own.name(Language::Chinese) == text || own.name(Language::English) == text
    };
    let mut fitting = accident_types().iter().filter(named);
    let first = fitting.next()?;
    let better = std::iter::once(first).chain(fitting).find(|own| own.catalogue == preferred);
    Some(&better.unwrap_or(first).code)
}

/// The lines of a text, without blank ones and without the numbers people put before them.
fn lines(text: &str) -> Vec<String> {
    let all: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let bare = |line: &str| -> Option<String> {
        let inner = line.trim_start_matches(['(', '（']);
        let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
        let marked = rest.strip_prefix(['.', '、', '．', ')', '）'])?;
        let is_numbered = rest.len() < inner.len() && !marked.starts_with(|c: char| c.is_ascii_digit());
        is_numbered.then(|| marked.trim().to_owned()).filter(|rest| !rest.is_empty())
    };
    let numbered: Option<Vec<String>> = all.iter().map(|line| bare(line)).collect();
    match numbered {
        Some(bare) => bare,
        None => all.into_iter().map(str::to_owned).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_lose_their_numbers_and_keep_their_figures() {
        assert_eq!(lines("1. 设防护罩\n2. 急停"), ["设防护罩", "急停"]);
        assert_eq!(lines("（1）设防护罩\n\n（2）急停"), ["设防护罩", "急停"]);
        assert_eq!(lines("1.5 米护栏"), ["1.5 米护栏"]);
        assert_eq!(lines("1、罩\n加锁"), ["1、罩", "加锁"]);
        assert!(lines(" \n").is_empty());
    }

    #[test]
    fn accident_types_are_known_by_code_and_name() {
        let code = |text| accident_code(text, AccidentCatalogue::Gb1986);
        assert_eq!(code("08"), Some("08"));
        assert_eq!(code("08火灾"), Some("08"));
        assert_eq!(code("08 火灾"), Some("08"));
        assert_eq!(code("08触电"), None);
        assert_eq!(code("火灾"), Some("08"));
        assert_eq!(accident_code("火灾", AccidentCatalogue::Gb2025), Some("N09"));
        assert_eq!(code("X01拥挤踩踏"), Some("X01"));
        assert_eq!(code("摔跤"), None);
    }
}
