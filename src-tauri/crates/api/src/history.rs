//! The operation record in the words of the field: which cell of what went from what to what.
//! Relies on column tables for names and on the rows of today for those of what is referred to.
//! Knows nothing of how the record is kept.

use crate::error::ApiError;
use crate::views::{HistoryChange, HistoryView, Words};
use domain::{AnyRecord, Cell, Column, Language, RowId, Snapshot};
use store::{Change, HistoryEntry, Operation, ProjectFile};

/// The latest `limit` entries of a project that is only looked at, newest first.
pub fn history_of(file: &ProjectFile, limit: usize) -> Result<Vec<HistoryView>, ApiError> {
    history_views(&file.snapshot, file.history(limit)?, |sequence| Ok(file.changes(sequence)?))
}

/// Entries with their changes in words.
pub(crate) fn history_views(
    snapshot: &Snapshot,
    entries: Vec<HistoryEntry>,
    changes: impl Fn(i64) -> Result<Vec<Change>, ApiError>,
) -> Result<Vec<HistoryView>, ApiError> {
    let mut views = Vec::with_capacity(entries.len());
    for entry in entries {
        let changes = changes(entry.sequence)?;
        views.push(HistoryView {
            sequence: entry.sequence,
            at: entry.at,
            actor: entry.actor,
            kind: entry.kind.as_str().to_owned(),
            label: entry.label.into(),
            state: entry.state.as_str().to_owned(),
            revision: entry.revision,
            merged: entry.merged_by.is_some(),
            changes: changes.iter().flat_map(|change| change_views(snapshot, change)).collect(),
        });
    }
    Ok(views)
}

fn change_views(snapshot: &Snapshot, change: &Change) -> Vec<HistoryChange> {
    let table = change.row.table;
    let named = |cells: &serde_json::Map<String, serde_json::Value>| {
        let of = |column: &str| cells.get(column).and_then(|value| value.as_str()).map(str::to_owned);
        of("name").or_else(|| of("description")).or_else(|| of("content")).or_else(|| of("code"))
    };
    let title = snapshot.get(change.row).map(|record| title(&record));
    let title = title.or_else(|| named(&change.after)).or_else(|| named(&change.before)).unwrap_or_default();
    let words =
        |language: Language| format!("{} {}", table.label(language), shortened(&title)).trim().to_owned();
    let noun = Words { chinese: words(Language::Chinese), english: words(Language::English) };
    let operation = change.operation.as_str().to_owned();
    if change.operation != Operation::Update {
        let (before, after) = (String::new(), String::new());
        return vec![HistoryChange { row: change.row, noun, operation, column: None, before, after }];
    }
    let cell = |cells: &serde_json::Map<String, serde_json::Value>, column: &Column| {
        let cell = match cells.get(column.name) {
            Some(serde_json::Value::Number(number)) => number.as_i64().map_or(Cell::Null, Cell::Integer),
            Some(serde_json::Value::String(text)) => Cell::text(text.as_str()),
            _ => Cell::Null,
        };
        in_words(snapshot, column, &cell)
    };
    let changed = table.columns().iter().filter(|column| change.after.contains_key(column.name));
    changed
        .map(|column| HistoryChange {
            row: change.row,
            noun: noun.clone(),
            operation: operation.clone(),
            column: Some(Words { chinese: column.chinese.to_owned(), english: column.english.to_owned() }),
            before: cell(&change.before, column),
            after: cell(&change.after, column),
        })
        .collect()
}

/// A cell as people read it: words for words, names for references, shapes by their size.
pub(crate) fn in_words(snapshot: &Snapshot, column: &Column, cell: &Cell<'_>) -> String {
    if let Some(word) = (column.word)(cell, Language::Chinese) {
        return word.to_owned();
    }
    match (column.references, cell) {
        (Some(table), Cell::Text(id)) => {
            let row = id.parse().ok().map(|id| RowId { table, id });
            let record = row.and_then(|row| snapshot.get(row));
            record.map_or_else(|| "（已删除）".to_owned(), |record| title(&record))
        }
        (_, Cell::Text(text)) if matches!(column.name, "outline" | "line") => {
            format!("{} 个点", text.split([' ', ';']).count())
        }
        _ => shortened(&cell.to_string()),
    }
}

/// What a row is called.
pub(crate) fn title(record: &AnyRecord) -> String {
    match record {
        AnyRecord::RiskPoint(point) => format!("{} {}", point.code, point.name),
        AnyRecord::RiskZone(zone) => zone.name.clone(),
        AnyRecord::Organisation(own) => own.name.clone(),
        AnyRecord::Department(own) => own.name.clone(),
        AnyRecord::Post(own) => own.name.clone(),
        AnyRecord::Person(own) => own.name.clone(),
        AnyRecord::Campus(own) => own.name.clone(),
        AnyRecord::Building(own) => own.name.clone(),
        AnyRecord::Floor(own) => own.name.clone(),
        AnyRecord::ControlTier(own) => own.name.clone(),
        AnyRecord::CriteriaPreset(own) => own.code.clone(),
        AnyRecord::Hazard(own) => own.description.clone(),
        AnyRecord::ControlMeasure(own) => own.content.clone(),
        AnyRecord::RetiredCode(own) => own.code.clone(),
        AnyRecord::PossibleAccident(own) => domain::accident_type(&own.accident_type)
            .map_or(own.accident_type.as_str(), |found| found.name(Language::Chinese))
            .to_owned(),
        AnyRecord::PlanElement(own) => {
            format!("{} {}", own.kind.name(Language::Chinese), own.text).trim().to_owned()
        }
        AnyRecord::Assessment(own) => own.factors.to_string(),
        AnyRecord::DirectDetermination(own) => own.level.name(Language::Chinese).to_owned(),
        AnyRecord::PlanLayer(own) => own.name.clone(),
        AnyRecord::Underlay(own) => own.name.clone(),
        AnyRecord::LevelAdjustment(own) => own.level.name(Language::Chinese).to_owned(),
        AnyRecord::AssessmentRound(own) => own.name.clone(),
        AnyRecord::RoundMember(own) => own.role.clone(),
        AnyRecord::RoundResult(own) => own.code.clone(),
        AnyRecord::Document(own) => own.name.clone(),
        AnyRecord::EmergencyPlan(own) => own.name.clone(),
        AnyRecord::CheckItem(own) => own.content.clone(),
        AnyRecord::Review(own) => {
            format!("{} {}", own.subject.name(Language::Chinese), own.act.name(Language::Chinese))
        }
        AnyRecord::ReviewedPoint(own) => own.code.clone(),
        AnyRecord::ChangeRecord(own) => own.title.clone(),
        AnyRecord::ChangePoint(own) => own.note.clone(),
        AnyRecord::IgnoredFinding(own) => own.reason.clone(),
        AnyRecord::RememberedMapping(own) => own.titles.replace('\n', " "),
        AnyRecord::PrintStyle(own) => own.theme.clone(),
        AnyRecord::PrintText(own) => own.text.clone(),
        AnyRecord::PrintedPiece(own) => own.title.clone(),
        AnyRecord::OwnSign(own) => own.name.clone(),
        AnyRecord::Term(own) => own.name.clone(),
        AnyRecord::SpecialDays(own) => own.name.clone(),
        AnyRecord::Appointment(own) => own.role.name(Language::Chinese).to_owned(),
        AnyRecord::Checklist(own) => own.name.clone(),
        AnyRecord::ChecklistItem(own) => own.content.clone(),
        AnyRecord::Inspector(own) => own.topic.map_or("", |own| own.name(Language::Chinese)).to_owned(),
        AnyRecord::InspectionPlan(own) => own.name.clone(),
        AnyRecord::PlanPoint(_) => String::new(),
        AnyRecord::Inspection(own) => own.done_on.to_string(),
        AnyRecord::InspectionItem(own) => own.content.clone(),
        AnyRecord::HiddenDanger(own) => format!("{} {}", own.code, own.description),
        AnyRecord::DangerStep(own) => own.act.name(Language::Chinese).to_owned(),
        AnyRecord::DangerPhoto(own) => own.moment.name(Language::Chinese).to_owned(),
        AnyRecord::DangerReport(own) => own.recipient.clone(),
        AnyRecord::Project(_) => String::new(),
    }
}

pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(std::iter::once('…')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Table;

    #[test]
    fn long_texts_are_shortened_between_characters() {
        assert_eq!(shortened("短"), "短");
        assert_eq!(shortened(&"长".repeat(100)).chars().count(), 61);
    }

    #[test]
    fn references_read_as_names_and_gone_ones_say_so() {
        let column = Table::RiskPoint.columns().iter().find(|column| column.name == "zone_id").unwrap();
        let gone = Cell::text("00000000-0000-0000-0000-000000000001");
        assert_eq!(in_words(&Snapshot::default(), column, &gone), "（已删除）");
        assert_eq!(in_words(&Snapshot::default(), column, &Cell::Null), "");
    }
}
