//! The values that the standard tables of each method allow, variants in use included.
//! Relies on the field's tables; a project's own preset may allow fewer.
//! Knows no threshold and no level.

use domain::{AssessmentMethod, Decimal, Factors};

const LEC: &[&[&str]] = &[
    &["10", "6", "3", "1", "0.5", "0.2", "0.1"],
    &["10", "6", "3", "2", "1", "0.5"],
    // Some tables say 2 where the classic one says 3.
    &["100", "40", "15", "7", "3", "2", "1"],
];
// Coal users count to 6.
const LS: &[&[&str]] = &[&["6", "5", "4", "3", "2", "1"], &["6", "5", "4", "3", "2", "1"]];
const MES: &[&[&str]] = &[&["5", "3", "1"], &["10", "6", "3", "2", "1", "0.5"], &["10", "8", "4", "2", "1"]];

/// The values of each factor of a method, greatest first.
pub fn allowed_values(method: AssessmentMethod) -> &'static [&'static [&'static str]] {
    match method {
        AssessmentMethod::Lec => LEC,
        AssessmentMethod::Ls => LS,
        AssessmentMethod::Mes => MES,
    }
}

/// Whether all values stand in the tables of the method, each in its own.
pub fn is_allowed(method: AssessmentMethod, factors: &Factors) -> bool {
    let tables = allowed_values(method);
    let stands = |(value, table): (&Decimal, &&[&str])| {
        let text = value.normalize().to_string();
        table.contains(&text.as_str())
    };
    factors.values().len() == tables.len() && factors.values().iter().zip(tables).all(stands)
}
