//! The cells of a line that are about its hazard: accidents, scores, measures, and what the sheet claims of them.
//! Relies on the engine for level and score.
//! Knows nothing of points.

use super::{Comparison, Listed, Refused};
use crate::field::Field;
use crate::line::Line;
use crate::proposal::Outcome;
use crate::score::{self, Scored};
use crate::text::plain;
use crate::values;
use domain::{Hazard, Language, RiskLevel};
use edit::{ListedScore, TakenAccident, TakenHazard};
use std::collections::BTreeSet;

/// What tells the hazards of a point apart. A line without a description is told apart by its step.
fn key(line: &Line) -> (String, String) {
    (plain(line.get(Field::Step)), plain(line.get(Field::Hazard)))
}

/// A text for comparing whole: one hazard has one description, and lines of another accident repeat it.
fn codes(line: &Line) -> (Vec<String>, String, bool) {
    let found = values::accidents(line.get(Field::Accident));
    let given = line.get(Field::Consequence);
    let consequence = if given.is_empty() { found.consequence } else { given.to_owned() };
    (found.codes, consequence, found.guessed && !line.get(Field::Accident).is_empty())
}

impl<'a> Comparison<'a, '_> {
    /// Refuses a hazard that the list names twice with nothing new.
    pub(super) fn check_twin(&self, index: usize, line: &Line) -> Result<(), Refused> {
        let listed = self.entries.get(index).and_then(|entry| entry.hazards.get(&key(line)));
        let (codes, ..) = codes(line);
        let repeats = listed.is_some_and(|listed| {
            codes.iter().all(|code| listed.accidents.contains(code)) || listed.accidents.is_empty()
        });
        if repeats {
            return Err(Refused(
                "listed-twice",
                "同一危险源在清单中重复出现，请删去一行。".to_owned(),
                "The hazard is listed twice. Delete a row.".to_owned(),
            ));
        }
        Ok(())
    }

    /// Takes the hazard of a line.
    pub(super) fn hazard(&mut self, index: usize, line: &Line) -> Outcome {
        let Some((old_point, kind)) = self.entries.get(index).map(|entry| (entry.old, entry.kind)) else {
            return Outcome::Unchanged;
        };
        let description = if line.get(Field::Hazard).is_empty() { Field::Step } else { Field::Hazard };
        let own = old_point.and_then(|point| self.known.hazards.get(&point.id)).map(Vec::as_slice);
        let (step, text) = (plain(line.get(Field::Step)), plain(line.get(description)));
        let fits = |hazard: &&&Hazard| {
            plain(&hazard.description) == text && (step.is_empty() || plain(&hazard.step) == step)
        };
        let old: Option<&'a Hazard> = own.unwrap_or_default().iter().find(fits).copied();
        let mut taken = TakenHazard { hazard: old.map(|old| old.id), ..TakenHazard::default() };
        let changed = |field: Field, own: Option<&str>| {
            let text = line.get(field);
            (!text.is_empty() && own.is_none_or(|own| plain(own) != plain(text))).then(|| text.to_owned())
        };
        taken.step = changed(Field::Step, old.map(|old| old.step.as_str()));
        taken.standard = changed(Field::Standard, old.map(|old| old.standard.as_str()));
        taken.description = changed(description, old.map(|old| old.description.as_str()));
        taken.factor = changed(Field::Factor, old.map(|old| old.factor.as_str()));
        taken.assessed_on = self.day(line);
        let (mut listed, consequence, guessed) = codes(line);
        self.guessed += u32::from(guessed && !listed.is_empty());
        if !consequence.is_empty() && old.is_none_or(|old| plain(&old.consequence) != plain(&consequence)) {
            taken.consequence = Some(consequence.clone());
        }
        let scored = match score::read(line, kind, self.read, &self.known) {
            Ok(scored) => scored,
            Err(fault) => {
                let title = self.title(fault.field);
                self.disagree(line.number, title, &fault.text, fault.reason);
                None
            }
        };
        let known = old.and_then(|old| self.known.accidents.get(&old.id)).cloned().unwrap_or_default();
        if listed.is_empty() && scored.is_some() {
            if known.is_empty() {
                // A score needs an accident to belong to.
                listed.push("20".to_owned());
                let name = domain::accident_type("20").map_or("20", |own| own.name(Language::Chinese));
                let title = self.title(Field::Accident);
                self.disagree(line.number, title, line.get(Field::Accident), name);
            } else {
                listed = known.iter().map(|own| own.accident_type.clone()).collect();
            }
        }
        for code in &listed {
            let accident = known.iter().find(|own| own.accident_type == *code);
            let before =
                accident.and_then(|own| self.known.assessments.get(&own.id)).cloned().unwrap_or_default();
            let scores = scored.as_ref().map_or_else(Vec::new, |scored| self.fresh_scores(scored, &before));
            if accident.is_none() || !scores.is_empty() {
                taken.accidents.push(TakenAccident { accident_type: code.clone(), scores });
            }
        }
        let there = old.and_then(|old| self.known.measures.get(&old.id)).cloned().unwrap_or_default();
        let is_there = |content: &str, category| {
            there.iter().any(|own| own.category == category && plain(&own.content) == plain(content))
        };
        taken.measures = line.measures.clone();
        taken.measures.retain(|own| !is_there(&own.content, own.category));
        self.claims(line, old, scored.as_ref());
        if taken.accidents.iter().all(|own| own.scores.is_empty()) {
            taken.assessed_on = None;
        }
        self.put(index, line, taken, listed, scored.map(|scored| scored.level))
    }

    /// The day of a line; what is no day is said and left out.
    fn day(&mut self, line: &Line) -> Option<chrono::NaiveDate> {
        let text = line.get(Field::AssessedOn);
        let day = values::date(text);
        if day.is_none() && !text.is_empty() {
            let title = self.title(Field::AssessedOn);
            self.disagree(line.number, title, text, "不是日期，未采用");
        }
        day
    }

    /// Scores that the project does not have in the same way.
    fn fresh_scores(&self, scored: &Scored, before: &[crate::known::Scored<'_>]) -> Vec<ListedScore> {
        let people = &self.known.snapshot.people;
        let name = |id| people.get(id).map_or("", |own| own.name.as_str());
        let code = |id| self.known.preset_codes.get(&id).copied().unwrap_or_default();
        let mut scores = scored.scores.clone();
        if !scored.named {
            match before {
                // The list names nobody: the only score there is is the one that is meant.
                [(assessor, ..)] if scores.len() == 1 => {
                    if let Some(score) = scores.first_mut() {
                        score.assessor = name(*assessor).to_owned();
                    }
                }
                [] => {}
                // The mean of several people is not replaced by a figure that names nobody.
                _ if !before.iter().any(|(assessor, ..)| name(*assessor) == score::NOBODY) => {
                    return Vec::new();
                }
                _ => {}
            }
        }
        scores.retain(|score| {
            !before.iter().any(|(assessor, preset, factors)| {
                plain(name(*assessor)) == plain(&score.assessor)
                    && code(*preset) == score.preset
                    && **factors == score.factors
            })
        });
        scores
    }

    /// Compares what the sheet claims with what the engine says.
    fn claims(&mut self, line: &Line, old: Option<&Hazard>, scored: Option<&Scored>) {
        let before = || old.and_then(|old| self.picture.hazards.get(&old.id)).and_then(|risk| risk.level);
        let level = scored.map(|scored| scored.level).or_else(before);
        let word = level.map_or("未评价", |level| level.name(Language::Chinese));
        for (title, text) in &line.levels {
            if values::level(text) != level && text != "未评价" {
                self.disagree(line.number, title.clone(), text, word);
            }
        }
        let band = line.get(Field::Band);
        if !band.is_empty() && band != "未评价" {
            let claimed = values::level(band);
            let same_name = scored.is_some_and(|scored| plain(&scored.band) == plain(band));
            if !same_name && claimed != level {
                let title = self.title(Field::Band);
                self.disagree(line.number, title, band, word);
            }
        }
        let claimed = line.get(Field::Score);
        if !claimed.is_empty() {
            let shown = scored.map_or("", |scored| scored.shown.as_str());
            let number = |text: &str| values::numbers(text).and_then(|own| own.first()?.parse::<f64>().ok());
            let same = match (number(claimed), number(shown)) {
                (Some(a), Some(b)) => (a - b).abs() < 0.05,
                (_, _) => false,
            };
            if !same {
                let title = self.title(Field::Score);
                let computed = if shown.is_empty() { "没有取值，无法计算" } else { shown };
                self.disagree(line.number, title, claimed, computed);
            }
        }
    }

    /// Puts a hazard into its point, joined with what the list said of it before.
    fn put(
        &mut self,
        index: usize,
        line: &Line,
        taken: TakenHazard,
        listed: Vec<String>,
        level: Option<RiskLevel>,
    ) -> Outcome {
        let Some(entry) = self.entries.get_mut(index) else { return Outcome::Unchanged };
        entry.level = entry.level.max(level);
        let own = entry
            .hazards
            .entry(key(line))
            .or_insert_with(|| Listed { place: None, accidents: BTreeSet::new() });
        own.accidents.extend(listed);
        let nothing = TakenHazard { hazard: taken.hazard, ..TakenHazard::default() };
        let outcome = if taken.hazard.is_none() {
            Outcome::Created
        } else if taken != nothing {
            Outcome::Updated
        } else {
            return Outcome::Unchanged;
        };
        match own.place.and_then(|place| entry.taken.hazards.get_mut(place)) {
            Some(before) => {
                before.accidents.extend(taken.accidents);
                let fresh: Vec<_> =
                    taken.measures.into_iter().filter(|own| !before.measures.contains(own)).collect();
                before.measures.extend(fresh);
                before.consequence = before.consequence.take().or(taken.consequence);
            }
            None => {
                own.place = Some(entry.taken.hazards.len());
                entry.taken.hazards.push(taken);
            }
        }
        outcome
    }
}
