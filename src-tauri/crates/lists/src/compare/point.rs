//! The cells of a line that are about its point.
//! Relies on empty cells meaning nothing: they never erase.
//! Knows nothing of hazards.

use super::{Comparison, Entry, name_key, place_of};
use crate::field::Field;
use crate::line::Line;
use crate::proposal::Outcome;
use crate::text::plain;
use domain::{Language, direct_conditions};
use edit::{TakenDetermination, TakenPoint};
use std::collections::HashMap;

impl<'a> Comparison<'a, '_> {
    /// Begins a point of the list.
    pub(super) fn new_entry(&mut self, line: &Line, place: usize) -> (usize, Outcome) {
        let code = line.get(Field::PointCode);
        let old = self.known.point(code, line.name(), &place_of(line));
        // Two names of a list may fit one point of the project; the first has it.
        let old = old.filter(|old| self.named.insert(old.id));
        let kind = line.kind.or(old.map(|old| old.kind)).unwrap_or(self.read.kind.0);
        let mut taken = TakenPoint { point: old.map(|old| old.id), ..TakenPoint::default() };
        let outcome = match old {
            None => {
                taken.code = Some(code.to_owned()).filter(|code| !code.is_empty());
                taken.name = Some(line.name().to_owned());
                taken.kind = Some(kind);
                Outcome::Created
            }
            Some(old) => {
                let name = line.name();
                taken.name = (!name.is_empty() && plain(name) != plain(&old.name)).then(|| name.to_owned());
                taken.kind = line.kind.filter(|kind| *kind != old.kind);
                Outcome::Unchanged
            }
        };
        let name = if line.name().is_empty() { old.map_or("", |old| old.name.as_str()) } else { line.name() };
        let entry = Entry {
            old,
            taken,
            name: name.to_owned(),
            kind,
            first: place,
            level: None,
            levels: Vec::new(),
            tier: None,
            tier_reason: String::new(),
            hazards: HashMap::new(),
        };
        let index = self.entries.len();
        self.entries.push(entry);
        if code.is_empty() {
            self.by_name.insert(name_key(line), index);
        } else {
            self.by_code.insert(code.to_owned(), index);
        }
        let changed = self.more_of_point(index, line);
        (index, outcome.max(changed))
    }

    /// Takes what a line says of its point and nothing said before.
    pub(super) fn more_of_point(&mut self, index: usize, line: &Line) -> Outcome {
        let snapshot = self.known.snapshot;
        let determinations = self.determinations(index, line);
        let Some(entry) = self.entries.get_mut(index) else { return Outcome::Unchanged };
        let old = entry.old;
        let before = entry.taken.clone();
        let fresh = |field: Field, own: Option<&str>, said: &mut Option<String>| {
            let text = line.get(field);
            if said.is_none() && !text.is_empty() && own.is_none_or(|own| plain(own) != plain(text)) {
                *said = Some(text.to_owned());
            }
        };
        let department = old.and_then(|old| snapshot.departments.find(old.department_id));
        let person = old.and_then(|old| snapshot.people.find(old.person_id));
        let zone = old.and_then(|old| snapshot.zones.find(old.zone_id));
        fresh(Field::Department, department.map(|own| own.name.as_str()), &mut entry.taken.department);
        fresh(Field::Person, person.map(|own| own.name.as_str()), &mut entry.taken.person);
        fresh(Field::Zone, zone.map(|own| own.name.as_str()), &mut entry.taken.zone);
        fresh(Field::Location, old.map(|old| old.location.as_str()), &mut entry.taken.location);
        fresh(Field::Focus, old.map(|old| old.control_focus.as_str()), &mut entry.taken.control_focus);
        fresh(Field::Note, old.map(|old| old.note.as_str()), &mut entry.taken.note);
        entry.taken.determinations.extend(determinations);
        if entry.tier.is_none() && !line.get(Field::Tier).is_empty() {
            entry.tier = Some((line.number, line.get(Field::Tier).to_owned()));
            entry.tier_reason = line.get(Field::TierReason).to_owned();
        }
        let level = line.get(Field::PointLevel);
        if !level.is_empty() && entry.levels.iter().all(|(_, own)| own != level) {
            entry.levels.push((line.number, level.to_owned()));
        }
        if entry.taken == before { Outcome::Unchanged } else { Outcome::Updated }
    }

    /// Direct determinations, as our own lists write them: condition：reason, one a line.
    fn determinations(&mut self, index: usize, line: &Line) -> Vec<TakenDetermination> {
        let text = line.get(Field::Direct);
        if text.is_empty() || matches!(text, "否" | "无" | "/") {
            return Vec::new();
        }
        let mut found = Vec::new();
        for part in text.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
            let condition = direct_conditions().iter().find(|own| {
                part.starts_with(own.name(Language::Chinese)) || part.starts_with(own.code.as_str())
            });
            let Some(condition) = condition else {
                let title = self.title(Field::Direct);
                self.disagree(line.number, title, part, "不是目录中的判定条件，未采用");
                continue;
            };
            let rest = part
                .strip_prefix(condition.name(Language::Chinese))
                .or_else(|| part.strip_prefix(condition.code.as_str()))
                .unwrap_or_default();
            let (level, reason) = level_and_reason(rest.trim_start_matches(['：', ':']).trim());
            let reason = if reason.is_empty() { "按导入的清单" } else { reason };
            found.push(TakenDetermination {
                condition: condition.code.clone(),
                level: level.unwrap_or(condition.level),
                reason: reason.to_owned(),
            });
        }
        let Some(entry) = self.entries.get(index) else { return found };
        let old = entry.old.and_then(|old| self.known.determinations.get(&old.id));
        let said = |own: &TakenDetermination| {
            entry.taken.determinations.contains(own)
                || old.is_some_and(|old| {
                    old.iter().any(|old| {
                        old.condition == own.condition
                            && old.level == own.level
                            && plain(&old.reason) == plain(&own.reason)
                    })
                })
        };
        found.retain(|own| !said(own));
        found
    }

    /// A line that names a point and no hazard: only its levels can be compared.
    pub(super) fn point_only(&mut self, index: usize, line: &Line) {
        if let Some(entry) = self.entries.get_mut(index) {
            for (_, text) in &line.levels {
                entry.levels.push((line.number, text.clone()));
            }
        }
    }
}

/// A level in brackets before the reason, where it is not the condition's own.
fn level_and_reason(text: &str) -> (Option<domain::RiskLevel>, &str) {
    let inner = text.strip_prefix('（').and_then(|rest| rest.split_once('）'));
    match inner.and_then(|(word, rest)| Some((crate::values::level(word)?, rest))) {
        Some((level, rest)) => (Some(level), rest.trim()),
        None => (None, text),
    }
}
