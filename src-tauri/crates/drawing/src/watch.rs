//! How a long read tells how far it is, and how it is stopped.
//! Relies on a callback of the caller.
//! Must not know: threads, clocks, windows.

use crate::error::DrawingError;
use serde::Serialize;
use std::ops::ControlFlow;

/// What a read is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Taking the file apart. Counted in bytes.
    Reading,
    /// Working its shapes out: blocks, arcs, projections. Counted in shapes.
    Drawing,
    /// Decoding or drawing a picture. Counted in pictures.
    Picturing,
    /// Finding rooms. Counted in edges.
    Rooms,
}

/// How far a read has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Progress {
    /// What it is busy with.
    pub stage: Stage,
    /// How much of it is done.
    pub done: u64,
    /// How much there is; 0 when that is not known yet.
    pub total: u64,
}

/// Someone who is told about progress now and then and may stop the read by answering `Break`.
pub struct Watch<'a> {
    callback: Option<&'a mut dyn FnMut(Progress) -> ControlFlow<()>>,
}

impl<'a> Watch<'a> {
    /// Nobody watches; the read runs to its end.
    pub fn nobody() -> Self {
        Self { callback: None }
    }

    /// Tells `callback`, which answers whether to go on.
    pub fn by(callback: &'a mut dyn FnMut(Progress) -> ControlFlow<()>) -> Self {
        Self { callback: Some(callback) }
    }

    /// Tells the watcher; an error when it wants the read to stop.
    pub(crate) fn tell(&mut self, stage: Stage, done: u64, total: u64) -> Result<(), DrawingError> {
        let Some(callback) = &mut self.callback else { return Ok(()) };
        if callback(Progress { stage, done, total }).is_break() {
            Err(DrawingError::Cancelled)
        } else {
            Ok(())
        }
    }
}
