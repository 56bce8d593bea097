//! 「宣传海报」 in six themes: what dual prevention is, the colours, risk and hidden danger, the process, verses, six fields.
//! Relies on texts as data; only the organisation, its phones and its counts come from the project.
//! Must not know: the size of the poster.

use super::point::level_word;
use super::source::{Masthead, Source};
use super::version::{Piece, put_version};
use domain::{ColourSet, RiskLevel};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// How a part of a poster is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PosterForm {
    /// Running text.
    Text,
    /// Steps one after the other.
    Steps,
    /// Two things side by side.
    Pair,
    /// The four levels in their colours.
    Levels,
    /// Lines to be learnt by heart.
    Verses,
}

/// A part of a poster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterBlock {
    /// How it is drawn.
    #[serde(rename = "kind")]
    pub form: PosterForm,
    /// May be empty.
    pub heading: String,
    /// Name and text of each line; either may be empty.
    pub lines: Vec<(String, String)>,
}

/// What a poster says.
#[derive(Debug, Clone, Serialize)]
pub struct Poster {
    /// Short name of its theme.
    pub id: String,
    /// 「什么是双重预防机制」
    pub title: String,
    /// The sentence below the title.
    pub lead: String,
    /// Its parts.
    pub blocks: Vec<PosterBlock>,
    /// Points of each level of this organisation, the highest first.
    pub counts: Vec<(&'static str, u32)>,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
}

impl Piece for Poster {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        let mut texts = vec![("title".to_owned(), &mut self.title), ("text".to_owned(), &mut self.lead)];
        for (at, block) in self.blocks.iter_mut().enumerate() {
            let at = at + 1;
            if !block.heading.is_empty() {
                texts.push((format!("lines.{at}"), &mut block.heading));
            }
            for (index, (name, text)) in block.lines.iter_mut().enumerate() {
                let line = index + 1;
                if !name.is_empty() {
                    texts.push((format!("lines.{at}.{line}.1"), name));
                }
                if !text.is_empty() {
                    texts.push((format!("lines.{at}.{line}.2"), text));
                }
            }
        }
        texts
    }
}

#[derive(Deserialize)]
struct Draft {
    id: String,
    title: String,
    lead: String,
    blocks: Vec<PosterBlock>,
}

#[derive(Deserialize, Default)]
struct Drafts {
    posters: Vec<Draft>,
}

static DRAFTS: LazyLock<Drafts> = LazyLock::new(|| {
    // A file that did not parse would be empty; a test sees to it that it is not.
    serde_json::from_str(include_str!("../../../../../assets/prints/posters.json")).unwrap_or_default()
});

/// The themes, in their order.
pub fn poster_ids() -> impl Iterator<Item = &'static str> {
    DRAFTS.posters.iter().map(|own| own.id.as_str())
}

/// The poster of a theme. `None` when there is no such theme.
pub fn poster(source: &Source<'_>, id: &str) -> Option<Poster> {
    let draft = DRAFTS.posters.iter().find(|own| own.id == id)?;
    let masthead = source.masthead();
    let duty = if masthead.duty_phone.is_empty() { "____" } else { masthead.duty_phone.as_str() };
    let filled = |text: &str| text.replace("{duty}", duty);
    let standing = source.picture.whole;
    let levels = draft.blocks.iter().any(|block| block.form == PosterForm::Levels);
    let counts = RiskLevel::DESCENDING.into_iter().filter(|_| levels);
    let poster = Poster {
        id: draft.id.clone(),
        title: draft.title.clone(),
        lead: draft.lead.clone(),
        blocks: draft
            .blocks
            .iter()
            .map(|block| PosterBlock {
                form: block.form,
                heading: block.heading.clone(),
                lines: block.lines.iter().map(|(name, text)| (name.clone(), filled(text))).collect(),
            })
            .collect(),
        counts: counts.map(|level| (level_word(Some(level)), standing.count(level))).collect(),
        colours: source.colours(),
        masthead,
        code: String::new(),
    };
    let mark = format!("POSTER-{}", id.to_ascii_uppercase());
    Some(source.sealed(poster, |own| &mut own.code, &mark, source.project()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_themes_are_there_and_none_is_empty() {
        let ids: Vec<_> = poster_ids().collect();
        assert_eq!(ids, ["what", "colours", "difference", "process", "verses", "domains"]);
        for draft in &DRAFTS.posters {
            assert!(!draft.blocks.is_empty(), "{}", draft.id);
            assert!(draft.blocks.iter().all(|own| !own.lines.is_empty()), "{}", draft.id);
            let levels = draft.blocks.iter().find(|own| own.form == PosterForm::Levels);
            assert!(levels.is_none_or(|own| own.lines.len() == 4), "{}", draft.id);
        }
    }
}
