//! One error for all front ends: a code to react to, and the words in both languages.
//! Relies on every error below explaining itself.
//! Knows no words of its own beyond a few about requests.

use domain::{Explain, Language};
use geometry::{Outline, Point};
use serde::Serialize;

/// An error as front ends get it.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS, thiserror::Error)]
#[error("{english}")]
pub struct ApiError {
    /// A short stable word, such as `code-taken`.
    pub code: String,
    /// What is wrong and what to do, in Chinese.
    pub chinese: String,
    /// The same in English.
    pub english: String,
    /// Where on the floor, for shapes.
    pub place: Option<Point>,
    /// A shape that could take the place of a refused one.
    pub repair: Option<Outline>,
}

impl ApiError {
    /// An error with these words.
    pub fn new(code: &str, chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            chinese: chinese.into(),
            english: english.into(),
            place: None,
            repair: None,
        }
    }

    /// An error that explains itself.
    pub fn of(error: &dyn Explain) -> Self {
        Self::new(error.code(), error.explain(Language::Chinese), error.explain(Language::English))
    }

    /// No project is open.
    pub(crate) fn nothing_open() -> Self {
        Self::new(
            "nothing-open",
            "没有打开的项目，请先打开或新建项目。",
            "No project is open. Open or create one first.",
        )
    }

    /// The words in a language.
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.chinese, &self.english)
    }
}

impl From<edit::Refusal> for ApiError {
    fn from(refusal: edit::Refusal) -> Self {
        Self { place: refusal.place(), repair: refusal.repair(), ..Self::of(&refusal) }
    }
}

macro_rules! explained {
    ($($error:ty),*) => {$(
        impl From<$error> for ApiError {
            fn from(error: $error) -> Self {
                Self::of(&error)
            }
        }
    )*};
}

explained!(
    lists::ListError,
    sheet::SheetError,
    store::StoreError,
    bundle::BundleError,
    evaluation::PresetError,
    evaluation::EvaluationError
);
