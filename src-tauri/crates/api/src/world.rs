//! The clock, and new identities: the only place where time and chance come in.
//! Relies on the machine's clock; tests bring a world of their own.
//! Knows nothing of what they are used for.

use chrono::{DateTime, Local, NaiveDate, Utc};
use uuid::Uuid;

/// Where time and new identities come from.
pub trait World: Send + Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
    /// Today where the user is.
    fn today(&self) -> NaiveDate;
    /// A new identity, greater than those given before.
    fn new_id(&self) -> Uuid;
}

/// The real clock and random identities of UUID version 7.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }

    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}
