//! The operation record as a table: what was filtered, one row for each cell that changed, as xlsx or PDF.
//! Relies on the entries in words, as the window shows them.
//! Knows nothing of how the record is kept.

use crate::calls::{App, PathArgs};
use crate::error::ApiError;
use crate::lists::sheet_bytes;
use crate::past::HistoryQuery;
use crate::views::HistoryView;
use chrono::{DateTime, Local, Utc};
use domain::Snapshot;
use export::content::{ListColumn, ListRow, ListSheet};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// More entries than this are not printed at once.
const MOST: u32 = 20_000;

/// Which entries, and where to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintRecordArgs {
    /// The file: PDF where it ends so, else xlsx.
    pub path: String,
    /// Which entries; without a limit all of them, up to 20,000.
    pub query: HistoryQuery,
}

const COLUMNS: [(&str, f64); 8] = [
    ("序号", 16.0),
    ("时间", 34.0),
    ("人员", 22.0),
    ("操作", 60.0),
    ("对象", 60.0),
    ("项目", 26.0),
    ("原来", 60.0),
    ("改为", 60.0),
];

/// The record as a sheet, newest first. Times are those of this machine's place.
fn record_sheet(snapshot: &Snapshot, entries: &[HistoryView]) -> ListSheet {
    let mut rows = Vec::new();
    for entry in entries {
        let at = entry.at.parse::<DateTime<Utc>>().map_or_else(
            |_| entry.at.clone(),
            |at| at.with_timezone(&Local).format("%Y-%m-%d %H:%M:%S").to_string(),
        );
        let state = match entry.state.as_str() {
            "undone" => "（已撤销）",
            "dropped" => "（已撤销并被取代）",
            _ => "",
        };
        let first =
            [entry.sequence.to_string(), at, entry.actor.clone(), format!("{}{state}", entry.label.chinese)];
        if entry.changes.is_empty() {
            rows.push(first.into_iter().chain(std::iter::repeat_n(String::new(), 4)).collect());
            continue;
        }
        for change in &entry.changes {
            let what = match (change.operation.as_str(), &change.column) {
                (_, Some(column)) => column.chinese.clone(),
                ("insert", None) => "新建".to_owned(),
                ("delete", None) => "删除".to_owned(),
                (_, None) => String::new(),
            };
            let rest = [change.noun.chinese.clone(), what, change.before.clone(), change.after.clone()];
            rows.push(first.iter().cloned().chain(rest).collect::<Vec<String>>());
        }
    }
    let organisation = snapshot.organisation().map_or("", |own| own.name.trim());
    ListSheet {
        title: "操作记录".to_owned(),
        subtitle: format!("{organisation}　共 {} 步", entries.len()),
        colours: snapshot.project().map_or(domain::ColourSet::Print, |project| project.colour_set),
        columns: COLUMNS
            .iter()
            .map(|(title, width)| ListColumn {
                title: (*title).into(),
                width: *width,
                number: *title == "序号",
            })
            .collect(),
        rows: rows.into_iter().map(|cells| ListRow { cells, coloured: Vec::new() }).collect(),
    }
}

impl App {
    pub(crate) fn print_record(&self, args: PrintRecordArgs) -> Result<PathArgs, ApiError> {
        let bytes = self.with(|session| {
            let mut query = args.query.clone();
            query.limit = Some(query.limit.unwrap_or(MOST).min(MOST));
            let page = session.filtered_history(&query)?;
            let snapshot = session.snapshot();
            sheet_bytes(snapshot, &record_sheet(snapshot, &page.entries), Path::new(&args.path))
        })?;
        crate::files::write_whole(Path::new(&args.path), &bytes)?;
        Ok(PathArgs { path: args.path })
    }
}
