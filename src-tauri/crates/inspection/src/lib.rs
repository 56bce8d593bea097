//! 隐患排查: on which days a plan asks for an inspection, who does it, what is asked, what is done and what is missed.
//! Relies on plans, terms, holidays and results being rows; today is a parameter.
//! Knows no command, and nothing of hidden dangers: here an inspection is done or it is not.

mod calendar;
mod checklists;
mod coverage;
mod duty;
mod matrix;
mod question;
mod rule;
mod task;

pub use calendar::Calendar;
pub use checklists::{LibraryChecklist, LibraryLine, built_in_checklists};
pub use coverage::{Campaign, Coverage, Covered, MeasureShare, PointCoverage, coverage, running};
pub use duty::{Duty, duties, duty_words, open_tasks};
pub use matrix::{Proposal, proposals, proposed_name};
pub use question::{Question, items_of};
pub use rule::occurrences;
pub use task::{Task, TaskState, planned, tasks, tasks_of};
