//! 隐患治理: which state a hidden danger is in, who may do what with it, what is due and for whom it waits.
//! Relies on the steps on record; states, deadlines and what is overdue follow from them.
//! Knows no command and no clock: today is a parameter.

mod feedback;
mod machine;
mod needs;
mod reminders;
mod rights;
mod rule;
mod standing;
mod todo;

pub use feedback::{REPEATED_DAYS, REPEATED_TIMES, Repeated, open_major, point_of, repeated};
pub use machine::{ACTS, ActRule, DangerState, TRANSITIONS, Transition, Who, act_rule, acts, after};
pub use needs::{LONGEST_GENERAL_DAYS, Need, USUAL_DAYS, lacking, needs, suggested_deadline};
pub use reminders::{Alarm, Reminder, reminders};
pub use rights::{Right, approvers, entitled, may, may_at, principal, rights, school_leads};
pub use rule::Rule;
pub use standing::{Standing, StepAt, standing, standings, steps_of};
pub use todo::{PersonTodo, TodoItem, Waiting, item_words, text, todo};
