//! A world whose clock moves only when told, and whose identities are counted.
//! Relies on nothing.
//! Knows nothing of projects.

use api::World;
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use uuid::Uuid;

/// A world in which nothing happens by itself. Each look at the clock finds it ten seconds later, so that no two steps
/// are joined by accident.
#[derive(Debug)]
pub struct FixedWorld {
    ids: AtomicU64,
    millis: AtomicI64,
}

impl FixedWorld {
    /// A world that counts its identities from `first`; worlds with different firsts never give the same one.
    pub fn new(first: u64) -> Self {
        // 2026-11-21 08:00 UTC.
        Self { ids: AtomicU64::new(first << 32), millis: AtomicI64::new(1_795_248_000_000) }
    }
}

impl World for FixedWorld {
    fn now(&self) -> DateTime<Utc> {
        let millis = self.millis.fetch_add(10_000, Ordering::Relaxed);
        DateTime::from_timestamp_millis(millis).unwrap_or_default()
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
    }

    fn new_id(&self) -> Uuid {
        let number = self.ids.fetch_add(1, Ordering::Relaxed);
        // Version 7 in form, counted in content.
        Uuid::from_u128((0x0193_0000_0000_7000_8000_u128 << 48) | u128::from(number))
    }
}

/// A world whose clock stands still, so that everything is done at once.
#[derive(Debug)]
pub struct StillWorld(FixedWorld);

impl StillWorld {
    /// A world that counts its identities from `first`.
    pub fn new(first: u64) -> Self {
        Self(FixedWorld::new(first))
    }
}

impl World for StillWorld {
    fn now(&self) -> DateTime<Utc> {
        // A day after the other worlds begin.
        DateTime::from_timestamp_millis(1_795_334_400_000).unwrap_or_default()
    }

    fn today(&self) -> NaiveDate {
        self.0.today()
    }

    fn new_id(&self) -> Uuid {
        self.0.new_id()
    }
}
