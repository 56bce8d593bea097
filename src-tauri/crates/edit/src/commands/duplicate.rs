//! Copies of rows on the same floor: one, or a whole array in rows and columns.
//! Relies on copies having codes of their own.
//! Knows nothing of the pointer that dragged them.

use crate::command::{Context, Plan};
use crate::commands::copies::{MOST_COPIES, Stamp, gather};
use crate::commands::transform::{counted, with_points};
use crate::refusal::Refusal;
use domain::RowId;
use geometry::Transform;
use serde::{Deserialize, Serialize};

/// Copies rows into an array of columns and lines, in which the rows themselves are the first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Duplicate {
    /// The rows: zones, points, elements, pictures.
    pub rows: Vec<RowId>,
    /// Millimetres from column to column.
    pub dx: f64,
    /// Millimetres from line to line; with a single line, downwards from column to column.
    pub dy: f64,
    /// How many columns, the rows themselves counted; 2 for one copy.
    #[serde(default = "two")]
    pub columns: u32,
    /// How many lines.
    #[serde(default = "one")]
    pub lines: u32,
    /// Whether the points of a zone are copied with it.
    #[serde(default)]
    pub with_points: bool,
}

fn one() -> u32 {
    1
}

fn two() -> u32 {
    2
}

impl Duplicate {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let rows = with_points(snapshot, self.rows, self.with_points);
        let records = gather(snapshot, &rows)?;
        let places = u64::from(self.columns) * u64::from(self.lines);
        if places < 2 {
            return Err(Refusal::Nothing);
        }
        if places.saturating_mul(records.len() as u64) > MOST_COPIES as u64 {
            return Err(Refusal::TooMany(MOST_COPIES));
        }
        let mut plan = Plan::new(counted(snapshot, &rows, "复制", "Duplicate")?);
        let mut stamp = Stamp::new(snapshot, &records, &plan);
        for line in 0..self.lines {
            for column in 0..self.columns {
                if (line, column) == (0, 0) {
                    continue;
                }
                let down = if self.lines == 1 { column } else { line };
                let shape = Transform::translation(f64::from(column) * self.dx, f64::from(down) * self.dy)?;
                stamp.press(context, None, &shape, &mut plan)?;
            }
        }
        Ok(plan)
    }
}
