//! What can be wrong with a library file, always with the place.
//! Relies on places being written as people read JSON: `entries[3].hazards[0].factor`.
//! Knows nothing of how errors are shown.

use domain::{AssessmentMethod, Explain, Language};

/// Why a library file is refused. Nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.explain(Language::English))]
pub struct LibraryError {
    /// What was found, in the order of the file; at least one, at most a hundred.
    pub findings: Vec<Finding>,
    /// How many more there are.
    pub more: usize,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct Finding {
    /// Where in the JSON.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The text is larger than accepted.
    #[error("the file is larger than {0} bytes")]
    TooLarge(usize),
    /// It is not JSON, ends early, or has another shape than a library.
    #[error("{0}")]
    Shape(String),
    /// It is not a library at all.
    #[error("this is not a risk library")]
    NotALibrary,
    /// It was written by a newer program.
    #[error("the library has version {0}, which is newer than this program reads")]
    Newer(String),
    /// A version that never was.
    #[error("version {0} is not known")]
    Version(String),
    /// A required text is blank.
    #[error("may not be blank")]
    Blank,
    /// A text is longer than allowed.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// More rows than allowed.
    #[error("more than {0} rows")]
    TooMany(usize),
    /// Not an id.
    #[error("{0:?} is not an id: lower-case letters, digits and single hyphens")]
    Id(String),
    /// An id is given twice.
    #[error("{0} is given twice")]
    Twice(String),
    /// A code that its catalogue does not have.
    #[error("{code:?} is not in the list of {}", list.name(Language::English))]
    Unknown {
        /// The catalogue.
        list: List,
        /// The code.
        code: String,
    },
    /// Values that the method does not have.
    #[error("{values} are not values of {method}")]
    Values {
        /// The method.
        method: AssessmentMethod,
        /// The values.
        values: String,
    },
}

/// A list that codes come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Accident types.
    AccidentTypes,
    /// Accident types of GB 6441-2025.
    AccidentTypes2025,
    /// Factors of GB/T 13861.
    HazardFactors,
    /// Conditions of direct determination.
    Conditions,
    /// Safety signs.
    Signs,
    /// Groups of the library.
    Groups,
}

impl List {
    fn name(self, language: Language) -> &'static str {
        match self {
            Self::AccidentTypes => language.pick("事故类型", "accident types"),
            Self::AccidentTypes2025 => {
                language.pick("GB 6441-2025 事故类型", "accident types of GB 6441-2025")
            }
            Self::HazardFactors => language.pick("危险有害因素", "hazard factors"),
            Self::Conditions => language.pick("直接判定条件", "conditions of direct determination"),
            Self::Signs => language.pick("安全标志", "safety signs"),
            Self::Groups => language.pick("分组", "groups"),
        }
    }
}

impl Finding {
    pub(crate) fn new(place: impl Into<String>, problem: Problem) -> Self {
        Self { place: place.into(), problem }
    }

    fn chinese(&self) -> String {
        let what = match &self.problem {
            Problem::TooLarge(limit) => format!("文件超过 {} MB", limit / 1_000_000),
            Problem::Shape(detail) => format!("内容或格式有误（{detail}）"),
            Problem::NotALibrary => "这不是风险库文件".to_owned(),
            Problem::Newer(version) => format!("风险库版本 {version} 由更新的程序写成，请先升级本程序"),
            Problem::Version(version) => format!("风险库版本 {version} 无法识别"),
            Problem::Blank => "不能为空".to_owned(),
            Problem::TooLong(longest) => format!("超过 {longest} 个字"),
            Problem::TooMany(most) => format!("超过 {most} 条"),
            Problem::Id(id) => format!("“{id}”不能作标识，只用小写字母、数字和连字符"),
            Problem::Twice(id) => format!("{id} 重复"),
            Problem::Unknown { list, code } => {
                format!("“{code}”不在{}表中", list.name(Language::Chinese))
            }
            Problem::Values { method, values } => {
                format!("{values} 不是 {} 法的取值", method.name(Language::Chinese))
            }
        };
        format!("{}：{what}", self.place)
    }
}

impl Explain for Finding {
    fn code(&self) -> &'static str {
        match self.problem {
            Problem::TooLarge(_) => "library-too-large",
            Problem::Shape(_) => "library-shape",
            Problem::NotALibrary => "not-a-library",
            Problem::Newer(_) => "library-newer",
            Problem::Version(_) => "library-version",
            Problem::Blank | Problem::TooLong(_) | Problem::TooMany(_) => "library-text",
            Problem::Id(_) => "library-id",
            Problem::Twice(_) => "library-id-twice",
            Problem::Unknown { .. } => "library-code",
            Problem::Values { .. } => "library-score",
        }
    }

    fn explain(&self, language: Language) -> String {
        match language {
            Language::Chinese => format!("风险库 {}。", self.chinese()),
            Language::English => format!("Risk library, {self}."),
        }
    }
}

impl LibraryError {
    pub(crate) fn one(place: impl Into<String>, problem: Problem) -> Self {
        Self { findings: vec![Finding::new(place, problem)], more: 0 }
    }
}

impl Explain for LibraryError {
    fn code(&self) -> &'static str {
        self.findings.first().map_or("library-shape", Explain::code)
    }

    fn explain(&self, language: Language) -> String {
        let first = self.findings.first().map(|finding| finding.explain(language)).unwrap_or_default();
        let others = self.findings.len().saturating_sub(1) + self.more;
        let rest = match (others, language) {
            (0, _) => String::new(),
            (_, Language::Chinese) => format!("另有 {others} 处问题。"),
            (_, Language::English) => format!(" There are {others} more problems."),
        };
        let advice = language.pick(
            "没有导入任何内容，请更正后重试，或向提供者重新索取。",
            " Nothing was taken. Please correct it, or ask for the file again.",
        );
        format!("{first}{rest}{advice}")
    }
}
