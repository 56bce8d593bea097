//! The two languages that people read in Sise, how an error speaks them, and letters as people type them between the two.
//! Relies on nothing.
//! Knows no texts of its own: each type says its own words.

use serde::{Deserialize, Serialize};

/// The language of a text for people. Chinese comes first everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The text of the two that is in this language.
    pub fn pick<'a>(self, chinese: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }
}

/// A letter of the width of Chinese as the plain one, its space as a space: input methods mix them.
pub fn half_width(letter: char) -> char {
    match letter {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

/// An error or a finding that a user can meet: what is wrong, where, and what to do about it.
pub trait Explain {
    /// A short stable word for programs, such as `code-taken`. A front end may react to it; never to the text.
    fn code(&self) -> &'static str;

    /// One or two plain sentences in `language`: what is wrong and what to do.
    fn explain(&self, language: Language) -> String;
}
