//! 「巡检二维码牌」 of a risk point, and the list of what the plates' symbols and tags hold.
//! Relies on the code of the point, which stays as long as its number stands.
//! Must not know: the size of the plate.

use super::code::point_code;
use super::point::PointFacts;
use super::problem::{Fault, Problem};
use super::source::{Masthead, Source};
use super::version::{Piece, Said};
use domain::{ColourSet, RiskPointId};
use serde::Serialize;

/// What a plate says.
#[derive(Debug, Clone, Serialize)]
pub struct PatrolPlate {
    /// Level, tier, owner, place.
    pub facts: PointFacts,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// What the symbol says.
    pub code: String,
    /// The version of its content: the symbol stays as long as the number of the point stands.
    #[serde(skip)]
    pub version: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl Piece for PatrolPlate {
    fn seal(&mut self, version: &str) {
        version.clone_into(&mut self.version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        vec![("name".to_owned(), &mut self.facts.name)]
    }
}

/// The plate of `point`. `None` when there is no such point.
pub fn patrol_plate(source: &Source<'_>, point: RiskPointId) -> Option<PatrolPlate> {
    let point = source.snapshot.points.get(point)?;
    let facts = source.facts(point);
    let mut problems = Vec::new();
    let piece = format!("巡检牌 {}", facts.code);
    if facts.level.is_none() {
        problems.push(Problem::new(piece.clone(), Fault::Unassessed));
    }
    if facts.person.is_empty() {
        let fault = Fault::Blank { chinese: "责任人", english: "responsible person" };
        problems.push(Problem::new(piece, fault));
    }
    let mut plate = PatrolPlate {
        masthead: source.masthead(),
        colours: source.colours(),
        code: point_code(source.project(), &facts.code, point.id.into()),
        version: String::new(),
        facts,
        problems,
    };
    let version = Said::of(&plate).version();
    plate.seal(&version);
    Some(plate)
}

/// 「NFC 写入清单」 as CSV for tag writers and spreadsheets: one line for each plate, UTF-8 with its mark.
pub fn plate_list(plates: &[PatrolPlate]) -> String {
    let mut text = String::from("\u{feff}编号,名称,等级,位置,责任人,写入内容\r\n");
    for plate in plates {
        let facts = &plate.facts;
        let fields = [
            &facts.code,
            &facts.name,
            &facts.level_word.to_owned(),
            &facts.location,
            &facts.person,
            &plate.code,
        ];
        let line: Vec<String> = fields.into_iter().map(|field| quoted(field)).collect();
        text.push_str(&line.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A field between quotes. What a spreadsheet would take for a formula gets a mark before it.
fn quoted(field: &str) -> String {
    let plain: String = field.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mark = if plain.trim_start().starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{mark}{}\"", plain.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn no_field_is_a_formula_or_ends_its_line() {
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("a\"b\r\nc"), "\"a\"\"b  c\"");
        assert_eq!(quoted(" @x"), "\"' @x\"");
    }
}
