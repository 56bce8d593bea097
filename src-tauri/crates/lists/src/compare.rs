//! Lines of a list against the rows of a project: what is new, what changes, what cannot be taken.
//! Relies on `known` for the project by names and on `score` for every level.
//! Knows nothing of sheets but row numbers and titles.

use crate::field::Field;
use crate::header::Header;
use crate::known::{Known, Place};
use crate::line::{Line, Read};
use crate::proposal::{ColumnFound, Disagreement, Note, Outcome, Proposal, RefusedRow, RowOutcome};
use crate::text::{letters, plain};
use crate::workbook::Sheet;
use domain::{Language, RiskLevel, RiskPoint, RiskPointKind, Snapshot};
use edit::{TakeList, TakenPoint};
use evaluation::{RiskPicture, default_tier};
use std::collections::{BTreeSet, HashMap};

mod hazard;
mod point;

/// A point of the list while its lines are read.
struct Entry<'a> {
    old: Option<&'a RiskPoint>,
    taken: TakenPoint,
    name: String,
    kind: RiskPointKind,
    /// Place of its first line among the outcomes.
    first: usize,
    /// The highest level of its lines.
    level: Option<RiskLevel>,
    /// Cells that say the level of the whole point.
    levels: Vec<(u32, String)>,
    tier: Option<(u32, String)>,
    tier_reason: String,
    /// Hazards by step and description, with their place in `taken` where the list has something to say of them.
    hazards: HashMap<(String, String), Listed>,
}

/// A hazard that the list named before.
struct Listed {
    place: Option<usize>,
    accidents: BTreeSet<String>,
}

/// A line that cannot be taken.
struct Refused(&'static str, String, String);

struct Comparison<'a, 'r> {
    known: Known<'a>,
    picture: &'r RiskPicture,
    header: &'r Header,
    read: &'r Read,
    entries: Vec<Entry<'a>>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<(String, String, String, String), usize>,
    /// Points of the project that the list has named.
    named: std::collections::HashSet<domain::RiskPointId>,
    outcomes: Vec<RowOutcome>,
    refused: Vec<RefusedRow>,
    disagreements: Vec<Disagreement>,
    guessed: u32,
}

pub(crate) fn compare(
    sheet: &Sheet,
    header: Header,
    read: Read,
    snapshot: &Snapshot,
    picture: &RiskPicture,
) -> Proposal {
    let mut comparison = Comparison {
        known: Known::new(snapshot),
        picture,
        header: &header,
        read: &read,
        entries: Vec::new(),
        by_code: HashMap::new(),
        by_name: HashMap::new(),
        named: Default::default(),
        outcomes: Vec::new(),
        refused: Vec::new(),
        disagreements: Vec::new(),
        guessed: 0,
    };
    for line in &read.lines {
        comparison.line(line);
    }
    comparison.finish_points();
    let Comparison { entries, outcomes, refused, mut disagreements, guessed, .. } = comparison;
    disagreements.sort_by_key(|own| own.row);
    let points: Vec<TakenPoint> = entries
        .into_iter()
        .filter(|entry| {
            entry.old.is_none()
                || entry.taken != TakenPoint { point: entry.taken.point, ..TakenPoint::default() }
        })
        .map(|entry| entry.taken)
        .collect();
    let count = |wanted| {
        u32::try_from(outcomes.iter().filter(|own| own.outcome == wanted).count()).unwrap_or(u32::MAX)
    };
    let mut notes = read.notes.clone();
    notes.extend(new_names(snapshot, &points));
    if guessed > 0 {
        notes.push(Note::new(
            "guessed-accidents",
            format!("有 {guessed} 行的事故类型是从句子中识别的，请复核。"),
            format!("Accident types of {guessed} rows were found in sentences. Please review them."),
        ));
    }
    let first = sheet.rows.get(header.first).map_or(0, |row| row.index + 1);
    Proposal {
        subject: crate::ListSubject::Risk,
        remembered: false,
        staff: None,
        sheet: sheet.name.clone(),
        header: (first, first + u32::try_from(header.span.saturating_sub(1)).unwrap_or(0)),
        columns: columns(sheet, &header),
        kind: read.kind.0,
        rows: u32::try_from(outcomes.len()).unwrap_or(u32::MAX),
        created: count(Outcome::Created),
        updated: count(Outcome::Updated),
        unchanged: count(Outcome::Unchanged),
        refused,
        disagreements,
        skipped: read.skipped.clone(),
        notes,
        outcomes,
        command: (!points.is_empty()).then(|| TakeList { title: sheet.name.clone(), points, remember: None }),
    }
}

fn columns(sheet: &Sheet, header: &Header) -> Vec<ColumnFound> {
    let columns: BTreeSet<usize> = header.titles.keys().chain(header.fields.keys()).copied().collect();
    let found = |column: usize| ColumnFound {
        column: letters(column),
        title: header.titles.get(&column).cloned().unwrap_or_default(),
        field: header.fields.get(&column).copied(),
        hidden: sheet.hidden_columns.contains(&column),
    };
    columns.into_iter().map(found).collect()
}

/// Departments, people and zones that accepting makes.
fn new_names(snapshot: &Snapshot, points: &[TakenPoint]) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut tell =
        |code: &str, chinese: &str, english: &str, known: BTreeSet<String>, named: BTreeSet<&str>| {
            let fresh: Vec<&str> = named.into_iter().filter(|name| !known.contains(&plain(name))).collect();
            if !fresh.is_empty() {
                let count = fresh.len();
                let shown = fresh.iter().take(20).copied().collect::<Vec<_>>().join("、");
                let more = if count > 20 { "…" } else { "" };
                notes.push(Note::new(
                    code,
                    format!("将新建{chinese} {count} 个：{shown}{more}。"),
                    format!("{count} {english} will be made: {shown}{more}."),
                ));
            }
        };
    tell(
        "new-departments",
        "部门",
        "departments",
        snapshot.departments.iter().map(|own| plain(&own.name)).collect(),
        points.iter().filter_map(|own| own.department.as_deref()).collect(),
    );
    let assessors = points.iter().flat_map(|own| &own.hazards).flat_map(|own| &own.accidents);
    let assessors = assessors.flat_map(|own| own.scores.iter().map(|score| score.assessor.as_str()));
    tell(
        "new-people",
        "人员",
        "people",
        snapshot.people.iter().map(|own| plain(&own.name)).collect(),
        points.iter().filter_map(|own| own.person.as_deref()).chain(assessors).collect(),
    );
    tell(
        "new-zones",
        "未绘制的风险区域",
        "zones without an outline",
        snapshot.zones.iter().map(|own| plain(&own.name)).collect(),
        points.iter().filter_map(|own| own.zone.as_deref()).collect(),
    );
    notes
}

impl<'a> Comparison<'a, '_> {
    fn line(&mut self, line: &Line) {
        let hazard: String = line.get(Field::Hazard).chars().take(60).collect();
        self.outcomes.push(RowOutcome {
            row: line.number,
            outcome: Outcome::Unchanged,
            point: line.name().chars().take(60).collect(),
            hazard,
        });
        let place = self.outcomes.len() - 1;
        let outcome = match self.checked(line).and_then(|()| self.take(line, place)) {
            Ok(outcome) => outcome,
            Err(Refused(code, reason, english)) => {
                self.refused.push(RefusedRow { row: line.number, code: code.to_owned(), reason, english });
                Outcome::Refused
            }
        };
        if let Some(own) = self.outcomes.get_mut(place) {
            own.outcome = outcome.max(own.outcome);
        }
    }

    /// What must be true of a line alone.
    fn checked(&self, line: &Line) -> Result<(), Refused> {
        if line.name().is_empty() && !self.known.codes.contains_key(line.get(Field::PointCode)) {
            return Err(Refused(
                "no-name",
                "没有风险点名称，无法导入，请补充名称。".to_owned(),
                "The row has no name of a point. Add one.".to_owned(),
            ));
        }
        for (field, text) in &line.values {
            let longest = match field {
                Field::Hazard
                | Field::Standard
                | Field::Consequence
                | Field::Accident
                | Field::Focus
                | Field::Note
                | Field::Direct => domain::LONGEST_TEXT,
                Field::Number
                | Field::Ignored
                | Field::Proposed
                | Field::Measures
                | Field::Engineering
                | Field::Administrative
                | Field::Training
                | Field::Protection
                | Field::Emergency => usize::MAX,
                _ => domain::LONGEST_NAME,
            };
            if text.chars().count() > longest {
                return Err(Refused(
                    "too-long",
                    format!("“{}”超过 {longest} 个字，请缩短。", self.title(*field)),
                    format!("Column {} is longer than {longest} characters. Shorten it.", self.title(*field)),
                ));
            }
        }
        if line.measures.iter().any(|own| own.content.chars().count() > domain::LONGEST_TEXT) {
            return Err(Refused(
                "too-long",
                "管控措施过长，请缩短。".to_owned(),
                "A measure is too long. Shorten it.".to_owned(),
            ));
        }
        Ok(())
    }

    fn title(&self, field: Field) -> String {
        self.header.column(field).map_or_else(|| field.code().to_owned(), |column| self.header.title(column))
    }

    fn disagree(&mut self, row: u32, column: String, sheet: &str, computed: impl Into<String>) {
        let sheet = sheet.chars().take(200).collect();
        self.disagreements.push(Disagreement { row, column, sheet, computed: computed.into() });
    }

    /// Takes a line; what is refused leaves nothing behind.
    fn take(&mut self, line: &Line, place: usize) -> Result<Outcome, Refused> {
        let index = self.entry_of(line)?;
        let is_first = index.is_none();
        if line.get(Field::Hazard).is_empty() {
            if !is_first
                && line.get(Field::Step).is_empty()
                && line.get(Field::Accident).is_empty()
                && line.measures.is_empty()
            {
                return Err(Refused(
                    "listed-twice",
                    "同一风险点在清单中重复出现，请删去一行或改号改名。".to_owned(),
                    "The point is listed twice. Delete a row or change code or name.".to_owned(),
                ));
            }
        } else if let Some(index) = index {
            self.check_twin(index, line)?;
        }
        let (index, mut outcome) = match index {
            Some(index) => (index, self.more_of_point(index, line)),
            None => self.new_entry(line, place),
        };
        if !line.get(Field::Hazard).is_empty() || !line.get(Field::Step).is_empty() {
            outcome = outcome.max(self.hazard(index, line));
        } else {
            self.point_only(index, line);
        }
        Ok(outcome)
    }

    /// The place of the point of a line among those listed before.
    fn entry_of(&self, line: &Line) -> Result<Option<usize>, Refused> {
        let code = line.get(Field::PointCode);
        if code.is_empty() {
            return Ok(self.by_name.get(&name_key(line)).copied());
        }
        if self.known.foreign.contains(code) && !self.known.codes.contains_key(code) {
            return Err(Refused(
                "code-taken",
                format!("编号 {code} 已用于区域或已停用，请换一个编号。"),
                format!("Code {code} belongs to a zone or is retired. Use another."),
            ));
        }
        let index = self.by_code.get(code).copied();
        if let Some(entry) = index.and_then(|index| self.entries.get(index))
            && !line.name().is_empty()
            && plain(&entry.name) != plain(line.name())
        {
            let other = &entry.name;
            return Err(Refused(
                "code-twice",
                format!("编号 {code} 在清单中已用于“{other}”，请改号。"),
                format!("Code {code} is used in the list for {other} already. Change one."),
            ));
        }
        Ok(index)
    }

    /// Levels and tiers of points, which can only be judged when all of their lines are known.
    fn finish_points(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        for entry in &mut entries {
            let determined = entry.taken.determinations.iter().map(|own| own.level).max();
            let before =
                entry.old.and_then(|old| self.picture.points.get(&old.id)).and_then(|risk| risk.level);
            // Of a point that was there before the other hazards count too.
            let level = entry.level.max(determined).max(before);
            let word = level.map_or("未评价", |level| level.name(Language::Chinese));
            for (row, text) in &entry.levels {
                if crate::values::level(text) != level && !text.starts_with("未评价") {
                    let title = self.title(Field::PointLevel);
                    self.disagree(*row, title, text, word);
                }
            }
            let Some((row, name)) = entry.tier.clone() else { continue };
            let wanted = tier_key(&name);
            let snapshot = self.known.snapshot;
            let tier = snapshot.tiers.iter().find(|tier| tier_key(&tier.name) == wanted);
            let called_for = default_tier(snapshot, level);
            if tier.map(|tier| tier.id) == called_for.map(|tier| tier.id)
                && tier.is_some()
                && entry.tier_reason.is_empty()
            {
                continue;
            }
            let title = self.title(Field::Tier);
            match tier {
                Some(tier) if level.is_some() => {
                    let reason =
                        if entry.tier_reason.is_empty() { "按导入的清单" } else { &entry.tier_reason };
                    let same = entry.old.is_some_and(|old| {
                        old.tier_id == Some(tier.id)
                            && (entry.tier_reason.is_empty() || old.tier_reason.trim() == reason)
                    });
                    if !same {
                        entry.taken.tier = Some(tier.name.clone());
                        entry.taken.tier_reason = Some(reason.to_owned());
                        if let Some(own) = self.outcomes.get_mut(entry.first) {
                            own.outcome = own.outcome.max(Outcome::Updated);
                        }
                    }
                    if entry.tier_reason.is_empty() {
                        self.disagree(row, title, &name, called_for.map_or("", |own| own.name.as_str()));
                    }
                }
                // Without a level nothing is called for, and an unknown tier is none.
                Some(_) | None => {
                    self.disagree(row, title, &name, called_for.map_or("", |own| own.name.as_str()));
                }
            }
        }
        self.entries = entries;
    }
}

/// What tells points without a code apart.
fn name_key(line: &Line) -> (String, String, String, String) {
    let part = |field| plain(line.get(field));
    (plain(line.name()), part(Field::Location), part(Field::Zone), part(Field::Department))
}

/// A tier's name without the words around it: 校级管控 and 校级 are one.
fn tier_key(name: &str) -> String {
    plain(name).trim_end_matches("管控").trim_end_matches('级').to_owned()
}

/// Where a line says that its point is.
fn place_of(line: &Line) -> Place<'_> {
    Place {
        location: line.get(Field::Location),
        zone: line.get(Field::Zone),
        department: line.get(Field::Department),
    }
}
