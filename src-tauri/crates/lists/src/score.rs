//! Scores of a line, worked out by the engine: which criteria, which assessors, which level.
//! Relies on `evaluation::evaluate` for every number.
//! Knows nothing of what the sheet claims.

use crate::field::Field;
use crate::known::Known;
use crate::line::{Line, Read};
use crate::values;
use domain::{Factors, RiskLevel, RiskPointKind};
use edit::ListedScore;
use evaluation::{Preset, evaluate};

/// The assessor of lists that name none.
pub(crate) const NOBODY: &str = "原清单评估";

/// What a line's factors come to.
#[derive(Debug, Clone)]
pub(crate) struct Scored {
    pub(crate) scores: Vec<ListedScore>,
    pub(crate) level: RiskLevel,
    /// The score as people read it.
    pub(crate) shown: String,
    /// The name of its band.
    pub(crate) band: String,
    /// Whether the list names the assessors.
    pub(crate) named: bool,
}

/// Why factors cannot be used: the field at fault, what stands there, what is wrong.
pub(crate) struct Fault {
    pub(crate) field: Field,
    pub(crate) text: String,
    pub(crate) reason: String,
}

/// The scores of a line; `None` where it has no factors.
pub(crate) fn read(
    line: &Line,
    kind: RiskPointKind,
    read: &Read,
    known: &Known<'_>,
) -> Result<Option<Scored>, Fault> {
    let has = |field: Field| !line.get(field).is_empty();
    let fields: &[Field] = if has(Field::ControlState) {
        &[Field::ControlState, Field::Exposure, Field::Severity]
    } else if has(Field::Exposure) || (has(Field::ConsequenceValue) && !has(Field::Severity)) {
        &[Field::Likelihood, Field::Exposure, Field::ConsequenceValue]
    } else if has(Field::Likelihood) || has(Field::Severity) {
        &[Field::Likelihood, Field::Severity]
    } else {
        return Ok(None);
    };
    let fault = |field: Field, reason: &str| Fault {
        field,
        text: line.get(field).to_owned(),
        reason: reason.to_owned(),
    };
    let mut columns = Vec::new();
    for field in fields {
        let text = line.get(*field);
        columns.push(values::numbers(text).ok_or_else(|| {
            fault(*field, if text.is_empty() { "缺少取值，未评价" } else { "不是数值，未评价" })
        })?);
    }
    let count = columns.iter().map(Vec::len).max().unwrap_or(0);
    if let Some(place) = columns.iter().position(|own| own.len() != count) {
        return Err(fault(fields[place], "各评估人的取值个数不一致，未评价"));
    }
    let preset = preset(line, kind, read, known, fields)
        .ok_or_else(|| fault(Field::Preset, "没有取值个数相符的评价准则，未评价"))?;
    let named = has(Field::Assessors);
    let names: Vec<&str> = line
        .get(Field::Assessors)
        .split(['、', ',', '，', ';', '；', '/', '\n', ' '])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let mut scores = Vec::new();
    for index in 0..count {
        let values: Vec<String> = columns.iter().filter_map(|own| own.get(index).cloned()).collect();
        let factors = Factors::try_from(values).map_err(|_| fault(fields[0], "不是数值，未评价"))?;
        let wrong =
            factors.values().iter().enumerate().find(|(place, value)| !preset.allows(*place, **value));
        if let Some((place, _)) = wrong {
            let field = fields.get(place).copied().unwrap_or(fields[0]);
            return Err(fault(
                field,
                &format!("不在“{}”的取值表中，未评价", preset.name(domain::Language::Chinese)),
            ));
        }
        let assessor = match names.get(index) {
            Some(name) => (*name).to_owned(),
            None => {
                let nobody = read.assessor.as_deref().unwrap_or(NOBODY);
                if index == 0 { nobody.to_owned() } else { format!("{nobody}{}", index + 1) }
            }
        };
        scores.push(ListedScore { assessor, preset: preset.code().to_owned(), factors });
    }
    let all: Vec<Factors> = scores.iter().map(|score| score.factors.clone()).collect();
    let (score, level, _) = evaluate(preset, &all).map_err(|error| fault(fields[0], &error.to_string()))?;
    let band = preset.band_of(score).and_then(|band| preset.bands().get(band));
    Ok(Some(Scored {
        scores,
        level,
        shown: score.shown(preset),
        band: band.map_or(String::new(), |band| band.name.clone()),
        named: named || read.assessor.is_some(),
    }))
}

/// The criteria of a line: those that it or the user names, else those of its family, else any of the method.
fn preset<'k>(
    line: &Line,
    kind: RiskPointKind,
    read: &Read,
    known: &'k Known<'_>,
    fields: &[Field],
) -> Option<&'k Preset> {
    let method = match fields {
        [Field::Likelihood, Field::Severity] => domain::AssessmentMethod::Ls,
        [Field::ControlState, ..] => domain::AssessmentMethod::Mes,
        _ => domain::AssessmentMethod::Lec,
    };
    let fits = |preset: &&Preset| preset.method() == method;
    let named = known.preset_named(line.get(Field::Preset)).filter(fits);
    let given = || read.preset.as_deref().and_then(|code| known.preset_named(code)).filter(fits);
    let of_family = || known.preset_of(kind).filter(fits);
    let usual = || {
        known.preset_named(match method {
            domain::AssessmentMethod::Lec => "lec-four-colour",
            domain::AssessmentMethod::Ls => "ls-1",
            domain::AssessmentMethod::Mes => "mes",
        })
    };
    named.or_else(given).or_else(of_family).or_else(|| known.preset_by_method(method)).or_else(usual)
}
