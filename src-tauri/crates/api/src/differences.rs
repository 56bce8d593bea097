//! The difference of two states in the words of the field.
//! Relies on the words of the operation record.
//! Knows nothing of where the states come from.

use crate::history::{in_words, shortened, title};
use crate::views::{HistoryChange, Words};
use domain::{Cell, Column, Language, RowId, Snapshot};
use merge::RowChange;

/// Rows that differ, in words; `names` gives the names of what is referred to.
pub(crate) fn difference_views(names: &Snapshot, changes: &[RowChange]) -> Vec<HistoryChange> {
    let mut views = Vec::new();
    for change in changes {
        let any = change.after.as_ref().or(change.before.as_ref());
        let noun = noun(change.row, any.map(title).unwrap_or_default());
        let operation = match (&change.before, &change.after) {
            (None, _) => "insert",
            (_, None) => "delete",
            _ => "update",
        };
        let view = |column: Option<Words>, before: String, after: String| HistoryChange {
            row: change.row,
            noun: noun.clone(),
            operation: operation.to_owned(),
            column,
            before,
            after,
        };
        if operation != "update" {
            views.push(view(None, String::new(), String::new()));
            continue;
        }
        for cell in change.cells() {
            let Some(column) = change.row.table.columns().iter().find(|own| own.name == cell.column) else {
                continue;
            };
            let words = Words { chinese: column.chinese.to_owned(), english: column.english.to_owned() };
            let (before, after) =
                (in_words(names, column, &cell.before), in_words(names, column, &cell.after));
            views.push(view(Some(words), before, after));
        }
    }
    views
}

/// What a row is called, with its kind.
pub(crate) fn noun_of(names: &Snapshot, row: RowId) -> Words {
    noun(row, names.get(row).map(|record| title(&record)).unwrap_or_default())
}

fn noun(row: RowId, title: String) -> Words {
    let words =
        |language: Language| format!("{} {}", row.table.label(language), shortened(&title)).trim().to_owned();
    Words { chinese: words(Language::Chinese), english: words(Language::English) }
}

/// A cell in words.
pub(crate) fn in_words_of(names: &Snapshot, column: &Column, cell: &Cell<'_>) -> String {
    in_words(names, column, cell)
}
