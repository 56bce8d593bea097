//! What can be wrong with a bundle, always with the place.
//! Relies on places being written as people read JSON: `points[3].hazards[0].factor`.
//! Knows nothing of how errors are shown.

use domain::{Explain, Language, RecordError};

/// A bundle that is refused. Nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct BundleError {
    /// Where in the JSON.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The text is larger than accepted.
    #[error("the text is larger than {0} bytes")]
    TooLarge(usize),
    /// It is not JSON, ends early, or has another shape than a bundle.
    #[error("{0}")]
    Shape(String),
    /// It is not a bundle at all.
    #[error("this is not a dual-prevention bundle")]
    NotABundle,
    /// A version that this program does not know.
    #[error("version {0} is not known; this program reads 1.0")]
    Version(String),
    /// A value breaks a rule of its noun.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// An id is given twice.
    #[error("id {0} is given twice")]
    Twice(String),
    /// A reference names nothing in the bundle.
    #[error("refers to {0}, which is not in the bundle")]
    Broken(String),
    /// An attachment's bytes are not those its fingerprint promises.
    #[error("the attachment's content does not fit its fingerprint")]
    Attachment,
}

impl BundleError {
    pub(crate) fn new(place: impl Into<String>, problem: Problem) -> Self {
        Self { place: place.into(), problem }
    }
}

impl Explain for BundleError {
    fn code(&self) -> &'static str {
        match self.problem {
            Problem::TooLarge(_) => "bundle-too-large",
            Problem::Shape(_) => "bundle-shape",
            Problem::NotABundle => "not-a-bundle",
            Problem::Version(_) => "bundle-version",
            Problem::Record(_) => "bundle-value",
            Problem::Twice(_) => "bundle-id-twice",
            Problem::Broken(_) => "bundle-reference",
            Problem::Attachment => "bundle-attachment",
        }
    }

    fn explain(&self, language: Language) -> String {
        let place = &self.place;
        if language == Language::English {
            return format!("{self}. Please ask for the bundle again, or correct it at this place.");
        }
        let what = match &self.problem {
            Problem::TooLarge(limit) => format!("文件超过 {} MB", limit / 1_000_000),
            Problem::Shape(detail) => format!("内容或格式有误（{detail}）"),
            Problem::NotABundle => "这不是双重预防数据包".to_owned(),
            Problem::Version(version) => format!("数据包版本 {version} 无法识别，本程序读取 1.0"),
            Problem::Record(error) => error.explain(language).trim_end_matches('。').to_owned(),
            Problem::Twice(id) => format!("标识 {id} 重复"),
            Problem::Broken(id) => format!("引用的 {id} 不在数据包内"),
            Problem::Attachment => "附件内容与指纹不符".to_owned(),
        };
        format!("数据包 {place}：{what}。请更正该处，或向提供者重新索取。")
    }
}
