//! The commands, one file each: arguments in, a call of `api`, lines or JSON out.
//! Relies on `api`.
//! Knows no rule.

pub(crate) mod assess;
pub(crate) mod bundle;
pub(crate) mod check;
pub(crate) mod copy;
pub(crate) mod danger;
pub(crate) mod dangers;
pub(crate) mod diff;
pub(crate) mod diff_rounds;
pub(crate) mod export;
pub(crate) mod export_plan;
pub(crate) mod floors;
pub(crate) mod history;
pub(crate) mod import_list;
pub(crate) mod import_plan;
pub(crate) mod inbox;
pub(crate) mod info;
pub(crate) mod kinds;
pub(crate) mod levels;
pub(crate) mod library;
pub(crate) mod list;
pub(crate) mod mark_printed;
pub(crate) mod merge;
pub(crate) mod new;
pub(crate) mod overview;
pub(crate) mod plan;
pub(crate) mod presets;
pub(crate) mod recover;
pub(crate) mod score;
pub(crate) mod set;
pub(crate) mod sheets;
pub(crate) mod stale;
pub(crate) mod statistics;
pub(crate) mod tasks;
pub(crate) mod verify;
pub(crate) mod versions;
