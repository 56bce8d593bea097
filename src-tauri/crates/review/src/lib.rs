//! 审核: the state of what is reviewed, worked out from the acts on record and from what the points say today.
//! Relies on fingerprints that were kept when something was submitted.
//! Knows no command: who may do what is a table here, doing it is not.

mod fingerprint;
mod machine;
mod standing;

pub use fingerprint::{Content, fingerprint_of_row, fingerprints};
pub use machine::{ReviewState, TRANSITIONS, acts, after};
pub use standing::{ChangedHow, ChangedPoint, Standing, existing, points_of, standing, submission_of};
