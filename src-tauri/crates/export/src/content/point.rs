//! What every print says about a risk point: the one place where level, score, tier and owner become words.
//! Relies on the risk picture for the level and on the tier rules of `evaluation`.
//! Must not know: which print says it.

use super::source::Source;
use domain::{Language, RiskLevel, RiskPoint, RiskPointId};
use evaluation::{Reason, Score, control_tier};
use serde::Serialize;

/// A score as people read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownScore {
    /// D or R.
    pub symbol: &'static str,
    /// Its value, rounded so that it never reads like a bound it does not reach.
    pub value: String,
}

/// As it is printed.
fn shown_score<S: serde::Serializer>(score: &Option<ShownScore>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&score.as_ref().map(ToString::to_string).unwrap_or_default())
}

impl std::fmt::Display for ShownScore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}={}", self.symbol, self.value)
    }
}

/// What is printed of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PointFacts {
    /// Its identity.
    pub id: RiskPointId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its family in words.
    pub kind: &'static str,
    /// Its level; `None` when it is not assessed.
    pub level: Option<RiskLevel>,
    /// The level in words, or 「未评价」.
    pub level_word: &'static str,
    /// The level was determined directly and stands above the score.
    pub direct: bool,
    /// An open major hidden danger raises it. Left out where there is none, so that versions of prints stay what they were.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub danger: bool,
    /// The score that gives the level by score.
    #[serde(serialize_with = "shown_score")]
    pub score: Option<ShownScore>,
    /// Name of its tier; empty without one.
    pub tier: String,
    /// Responsible department; empty without one.
    pub department: String,
    /// Responsible person; empty without one.
    pub person: String,
    /// The person's phone as it may be printed; empty without one.
    pub phone: String,
    /// Where it is, in words.
    pub location: String,
}

impl PointFacts {
    /// What raises the level above the score, as printed beside it.
    pub fn forced(&self) -> Option<&'static str> {
        if self.danger { Some("重大隐患") } else { self.direct.then_some("直接判定") }
    }
}

impl<'a> Source<'a> {
    /// What is printed of `point`.
    pub fn facts(&self, point: &RiskPoint) -> PointFacts {
        let risk = self.picture.points.get(&point.id);
        let level = risk.and_then(|risk| risk.level);
        let person = self.snapshot.people.find(point.person_id);
        PointFacts {
            id: point.id,
            code: point.code.trim().to_owned(),
            name: point.name.trim().to_owned(),
            kind: point.kind.name(Language::Chinese),
            level,
            level_word: level_word(level),
            direct: risk.is_some_and(|risk| matches!(risk.reason, Reason::Direct(_))),
            danger: risk.is_some_and(|risk| matches!(risk.reason, Reason::Danger(_))),
            score: risk.and_then(|risk| {
                let score = risk.score?;
                Some(self.shown(score, risk.preset))
            }),
            tier: control_tier(self.snapshot, point, level)
                .map_or(String::new(), |tier| tier.name.trim().to_owned()),
            department: self
                .snapshot
                .departments
                .find(point.department_id)
                .map_or(String::new(), |own| own.name.trim().to_owned()),
            person: person.map_or(String::new(), |own| own.name.trim().to_owned()),
            phone: person.map_or(String::new(), |own| self.phone(&own.phone)),
            location: self.location(point),
        }
    }

    /// A score as people read it.
    pub(crate) fn shown(&self, score: Score, preset: Option<domain::CriteriaPresetId>) -> ShownScore {
        let value = match self.preset(preset) {
            Some(preset) => score.shown(preset),
            None => score.rounded(2).to_string(),
        };
        ShownScore { symbol: score.method.score_symbol(), value }
    }

    /// The location as written, or else building, floor and zone.
    fn location(&self, point: &RiskPoint) -> String {
        if !point.location.trim().is_empty() {
            return point.location.trim().to_owned();
        }
        let floor = self.snapshot.floor_of(point);
        let parts = [
            self.snapshot.building_of(point).map(|own| own.name.trim()),
            floor.map(|own| own.name.trim()),
            self.snapshot.zones.find(point.zone_id).map(|own| own.name.trim()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A level in words.
pub(crate) fn level_word(level: Option<RiskLevel>) -> &'static str {
    level.map_or("未评价", |level| level.name(Language::Chinese))
}

/// Codes in the order people expect: runs of digits by their value.
pub(crate) fn code_order(code: &str) -> Vec<(u64, String)> {
    let mut parts: Vec<(u64, String)> = Vec::new();
    let mut rest = code;
    while !rest.is_empty() {
        let letters: String = rest.chars().take_while(|c| !c.is_ascii_digit()).collect();
        rest = rest.get(letters.len()..).unwrap_or_default();
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        rest = rest.get(digits.len()..).unwrap_or_default();
        parts.push((0, letters));
        if !digits.is_empty() {
            parts.push((digits.parse().unwrap_or(u64::MAX), digits));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::code_order;

    #[test]
    fn codes_are_ordered_as_people_count() {
        let mut codes = ["B-10", "B-9", "A-2-10", "A-2-9", "A", "10", "9", "风险点 12", "风险点 2"];
        codes.sort_by_key(|code| code_order(code));
        assert_eq!(codes, ["9", "10", "A", "A-2-9", "A-2-10", "B-9", "B-10", "风险点 2", "风险点 12"]);
    }
}
