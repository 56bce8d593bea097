//! What must be true of every library file: ids, codes, values and lengths.
//! Relies on the catalogues of `domain` and on the list of safety signs.
//! Must not know how a library is read or shown.

use crate::built_in::built_in_group_ids;
use crate::entry::{
    LibraryAccident, LibraryEntry, LibraryGroup, LibraryHazard, SuggestedScores, is_entry_id,
};
use crate::error::{Finding, List, Problem};
use crate::values::is_allowed;
use domain::{
    AccidentCatalogue, AssessmentMethod, LONGEST_NAME, LONGEST_TEXT, accident_type, direct_condition,
    hazard_factor,
};
use std::collections::HashSet;
use std::sync::LazyLock;

const MOST_ENTRIES: usize = 5_000;
const MOST_GROUPS: usize = 500;
const MOST_HAZARDS: usize = 200;
const MOST_ROWS: usize = 100;

static SIGNS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    #[derive(serde::Deserialize)]
    struct Sign {
        id: String,
    }
    #[derive(serde::Deserialize)]
    struct Signs {
        signs: Vec<Sign>,
    }
    // A list that did not parse would be empty, and no entry with a sign would pass its test.
    serde_json::from_str::<Signs>(include_str!("../../../../assets/signs/signs.json"))
        .map(|list| list.signs.into_iter().map(|sign| sign.id).collect())
        .unwrap_or_default()
});

/// The code itself or the longest beginning of it that GB/T 13861 as we ship it has; `None` when there is none.
pub(crate) fn known_factor(code: &str) -> Option<&str> {
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    [code.len(), 4, 2].into_iter().filter_map(|length| code.get(..length)).find(|part| {
        // Six digits at the most: two of the classes, two of the items, two of the finest layer.
        code.len() <= 6 && hazard_factor(part).is_some()
    })
}

/// Everything that is wrong with the parts of a library file. Entries come with their place in the file.
pub(crate) fn file(
    name: &str,
    english: &str,
    groups: &[LibraryGroup],
    entries: &[(usize, LibraryEntry)],
    findings: &mut Vec<Finding>,
) {
    let mut check = Check { findings, place: String::new() };
    check.name("name", name);
    check.short("english", english);
    check.count("groups", groups.len(), MOST_GROUPS);
    check.count("entries", entries.len(), MOST_ENTRIES);
    let mut own_groups = HashSet::new();
    for (index, group) in groups.iter().enumerate() {
        check.at(format!("groups[{index}]"), |check| {
            check.id("id", &group.id);
            check.name("name", &group.name);
            check.short("english", &group.english);
            if !own_groups.insert(group.id.as_str()) {
                check.found("id", Problem::Twice(shown(&group.id)));
            }
        });
    }
    let mut ids = HashSet::new();
    for (index, entry) in entries {
        check.at(format!("entries[{index}]"), |check| {
            check.entry(entry);
            if !ids.insert(entry.id.as_str()) {
                check.found("id", Problem::Twice(shown(&entry.id)));
            }
            if !own_groups.contains(entry.group.as_str())
                && !built_in_group_ids().any(|id| id == entry.group.as_str())
            {
                check.unknown("group", List::Groups, &entry.group);
            }
        });
    }
}

struct Check<'a> {
    findings: &'a mut Vec<Finding>,
    place: String,
}

impl Check<'_> {
    fn at(&mut self, part: String, inside: impl FnOnce(&mut Self)) {
        let length = self.place.len();
        if !self.place.is_empty() {
            self.place.push('.');
        }
        self.place.push_str(&part);
        inside(self);
        self.place.truncate(length);
    }

    fn found(&mut self, field: &str, problem: Problem) {
        let dot = if self.place.is_empty() { "" } else { "." };
        self.findings.push(Finding::new(format!("{}{dot}{field}", self.place), problem));
    }

    fn length(&mut self, field: &str, text: &str, longest: usize) {
        // Counting characters only where bytes leave it open.
        if text.len() > longest && text.chars().count() > longest {
            self.found(field, Problem::TooLong(longest));
        }
    }

    fn short(&mut self, field: &str, text: &str) {
        self.length(field, text, LONGEST_NAME);
    }

    fn name(&mut self, field: &str, text: &str) {
        self.given(field, text);
        self.short(field, text);
    }

    fn given(&mut self, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.found(field, Problem::Blank);
        }
    }

    fn text(&mut self, field: &str, text: &str) {
        self.given(field, text);
        self.length(field, text, LONGEST_TEXT);
    }

    fn count(&mut self, field: &str, count: usize, most: usize) {
        if count > most {
            self.found(field, Problem::TooMany(most));
        }
    }

    fn id(&mut self, field: &str, id: &str) {
        if !is_entry_id(id) {
            self.found(field, Problem::Id(shown(id)));
        }
    }

    fn unknown(&mut self, field: &str, list: List, code: &str) {
        self.found(field, Problem::Unknown { list, code: shown(code) });
    }

    fn entry(&mut self, entry: &LibraryEntry) {
        self.id("id", &entry.id);
        self.name("name", &entry.name);
        self.short("english", &entry.english);
        self.short("initials", &entry.initials);
        self.count("words", entry.words.len(), MOST_ROWS);
        for (index, word) in entry.words.iter().enumerate() {
            self.name(&format!("words[{index}]"), word);
        }
        self.count("hazards", entry.hazards.len(), MOST_HAZARDS);
        for (index, hazard) in entry.hazards.iter().enumerate() {
            self.at(format!("hazards[{index}]"), |check| check.hazard(hazard));
        }
        self.count("checks", entry.checks.len(), MOST_ROWS);
        for (index, item) in entry.checks.iter().enumerate() {
            self.at(format!("checks[{index}]"), |check| {
                check.text("item", &item.item);
                check.length("method", &item.method, LONGEST_TEXT);
                check.length("standard", &item.standard, LONGEST_TEXT);
                check.short("frequency", &item.frequency);
            });
        }
        self.count("emergency", entry.emergency.len(), MOST_ROWS);
        for (index, step) in entry.emergency.iter().enumerate() {
            self.text(&format!("emergency[{index}]"), step);
        }
        self.count("signs", entry.signs.len(), MOST_ROWS);
        for (index, sign) in entry.signs.iter().enumerate() {
            if !SIGNS.contains(sign) {
                self.unknown(&format!("signs[{index}]"), List::Signs, sign);
            }
        }
        self.count("direct", entry.direct.len(), MOST_ROWS);
        for (index, hint) in entry.direct.iter().enumerate() {
            self.at(format!("direct[{index}]"), |check| {
                check.text("when", &hint.when);
                if direct_condition(&hint.condition).is_none() {
                    check.unknown("condition", List::Conditions, &hint.condition);
                }
            });
        }
    }

    fn hazard(&mut self, hazard: &LibraryHazard) {
        self.text("description", &hazard.description);
        self.short("step", &hazard.step);
        self.length("standard", &hazard.standard, LONGEST_TEXT);
        self.length("consequence", &hazard.consequence, LONGEST_TEXT);
        if !hazard.factor.is_empty() && known_factor(&hazard.factor).is_none() {
            self.unknown("factor", List::HazardFactors, &hazard.factor);
        }
        self.count("accidents", hazard.accidents.len(), MOST_ROWS);
        let mut types = HashSet::new();
        for (index, accident) in hazard.accidents.iter().enumerate() {
            self.at(format!("accidents[{index}]"), |check| {
                check.accident(accident);
                if !types.insert((&accident.accident_type, &accident.type_2025)) {
                    check.found("type", Problem::Twice(shown(&accident.accident_type)));
                }
            });
        }
        self.count("measures", hazard.measures.len(), MOST_ROWS);
        for (index, measure) in hazard.measures.iter().enumerate() {
            self.text(&format!("measures[{index}].content"), &measure.content);
        }
    }

    fn accident(&mut self, accident: &LibraryAccident) {
        if accident_type(&accident.accident_type).is_none() {
            self.unknown("type", List::AccidentTypes, &accident.accident_type);
        }
        if let Some(code) = &accident.type_2025
            && accident_type(code).is_none_or(|found| found.catalogue != AccidentCatalogue::Gb2025)
        {
            self.unknown("type_2025", List::AccidentTypes2025, code);
        }
        self.scores("inherent", &accident.inherent);
        self.scores("existing", &accident.existing);
    }

    fn scores(&mut self, field: &str, scores: &SuggestedScores) {
        for method in AssessmentMethod::ALL {
            if let Some(factors) = scores.get(*method)
                && !is_allowed(*method, factors)
            {
                let values = factors.to_string();
                self.found(&format!("{field}.{method}"), Problem::Values { method: *method, values });
            }
        }
    }
}

/// As much of a strange text as an error message can bear.
fn shown(text: &str) -> String {
    text.chars().take(60).collect()
}
