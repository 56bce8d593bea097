//! Saying things: results on standard output, one plain line for each error on standard error.
//! Relies on errors explaining themselves.
//! Knows no command.

use api::{ApiError, Language, Words};
use serde::Serialize;
use std::io::Write as _;

/// Where a command says things, and in which language.
pub(crate) struct Output {
    pub(crate) language: Language,
}

/// English where the environment asks for it, Chinese otherwise.
pub(crate) fn language_of_environment() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if set.is_some_and(|set| set.starts_with("en")) { Language::English } else { Language::Chinese }
}

impl Output {
    pub(crate) fn new(language: Language) -> Self {
        Self { language }
    }

    /// A line on standard output. A reader that went away is no error of ours.
    pub(crate) fn line(&self, text: &str) {
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// A value as JSON on standard output.
    pub(crate) fn json(&self, value: &impl Serialize) -> Result<(), ApiError> {
        let text = serde_json::to_string_pretty(value).map_err(|error| {
            ApiError::new(
                "defect",
                format!("程序内部错误（{error}），请反馈。"),
                format!("Internal error ({error})."),
            )
        })?;
        self.line(&text);
        Ok(())
    }

    /// One of two texts, by language.
    pub(crate) fn pick<'a>(&self, chinese: &'a str, english: &'a str) -> &'a str {
        self.language.pick(chinese, english)
    }

    /// The text of words, by language.
    pub(crate) fn words<'a>(&self, words: &'a Words) -> &'a str {
        self.language.pick(&words.chinese, &words.english)
    }

    /// An error: one line on standard error.
    pub(crate) fn error(&self, error: &ApiError) {
        self.complaint(error.text(self.language));
    }

    /// One line on standard error.
    pub(crate) fn complaint(&self, text: &str) {
        let line = text.replace(['\n', '\r'], " ");
        let _ = writeln!(std::io::stderr(), "sise: {line}");
    }
}

/// An error in reading or writing a file named by the user.
pub(crate) fn file_error(path: &std::path::Path, error: &std::io::Error) -> ApiError {
    let shown = path.display();
    ApiError::new(
        "file",
        format!("{shown} 无法读取（{error}）。请检查路径和权限。"),
        format!("{shown} cannot be read ({error}). Check the path and the permissions."),
    )
}
