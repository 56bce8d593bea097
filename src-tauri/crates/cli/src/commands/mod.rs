//! The commands, one file each: arguments in, a call of `api`, lines or JSON out.
//! Relies on `api`.
//! Knows no rule.

pub(crate) mod assess;
pub(crate) mod bundle;
pub(crate) mod check;
pub(crate) mod diff_rounds;
pub(crate) mod export;
pub(crate) mod history;
pub(crate) mod info;
pub(crate) mod levels;
pub(crate) mod library;
pub(crate) mod new;
pub(crate) mod presets;
pub(crate) mod score;
pub(crate) mod sheets;
pub(crate) mod verify;
