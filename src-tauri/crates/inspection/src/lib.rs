//! 隐患排查: on which days a plan asks for an inspection, who does it, what is asked, what is done and what is missed.
//! Relies on plans, terms, holidays and results being rows; today is a parameter.
//! Knows no command, and nothing of hidden dangers: here an inspection is done or it is not.

mod calendar;
mod question;
mod rule;
mod task;

pub use calendar::Calendar;
pub use question::{Question, items_of};
pub use rule::occurrences;
pub use task::{Task, TaskState, planned, tasks};
