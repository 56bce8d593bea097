//! Search in the library: names, other words, pinyin initials, English, and what hazards and measures say.
//! Relies on every word of the query being found somewhere; where it is found decides the rank.
//! Must not know of windows: it gives entries and ranks.

use crate::entry::{LibraryEntry, Site};
use crate::overlay::{Library, Listed};
use domain::{Language, RiskPointKind, accident_type};
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::collections::HashMap;

/// What a search is narrowed to; nothing by default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields, default)]
#[ts(rename = "LibraryFilter")]
pub struct Filter {
    /// Only this family.
    pub kind: Option<RiskPointKind>,
    /// Only what is of use at such a site.
    pub site: Option<Site>,
    /// Only this group.
    pub group: Option<String>,
}

impl Filter {
    fn lets(&self, entry: &LibraryEntry) -> bool {
        self.kind.is_none_or(|kind| entry.kind == kind)
            && self.site.is_none_or(|site| entry.applies_to.serves(site))
            && self.group.as_ref().is_none_or(|group| entry.group == *group)
    }
}

/// An entry that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The entry.
    pub listed: &'a Listed,
    /// How well it fits; greater is better.
    pub rank: u32,
}

/// The rank of an entry whose group is called so: whoever looks for 食堂 wants all of the canteen, after what is named so.
const GROUP: u32 = 20;

/// The longest query that is looked at, in characters.
const LONGEST_QUERY: usize = 100;

impl Library {
    /// Entries that fit every word of the query, best first, in the order of the library where they fit alike.
    /// An empty query finds all.
    pub fn search(&self, query: &str, filter: &Filter) -> Vec<Hit<'_>> {
        let query = fold(&query.chars().take(LONGEST_QUERY).collect::<String>());
        let words: Vec<&str> = query.split_whitespace().collect();
        let groups: HashMap<&str, String> = self
            .groups()
            .iter()
            .map(|group| (group.id.as_str(), fold(&format!("{} {}", group.name, group.english))))
            .collect();
        let mut hits: Vec<Hit<'_>> = self
            .entries()
            .iter()
            .filter(|listed| filter.lets(&listed.entry))
            .filter_map(|listed| {
                let group = groups.get(listed.entry.group.as_str()).map_or("", String::as_str);
                Some(Hit { listed, rank: rank(&listed.entry, group, &words)? })
            })
            .collect();
        // Stable, so that equal ranks keep the library's order.
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.rank));
        hits
    }
}

fn rank(entry: &LibraryEntry, group: &str, words: &[&str]) -> Option<u32> {
    if words.is_empty() {
        return Some(0);
    }
    let texts = Texts::new(entry);
    let in_group = |word: &str| (word.chars().count() >= 2 && group.contains(word)).then_some(GROUP);
    words.iter().map(|word| texts.rank(word).max(in_group(word))).sum()
}

/// The texts of an entry, folded, by weight.
struct Texts<'a> {
    name: String,
    words: Vec<String>,
    initials: String,
    english: String,
    id: String,
    entry: &'a LibraryEntry,
    /// What hazards, measures and checks say: long, and looked at only when nothing else fits.
    body: OnceCell<String>,
}

impl<'a> Texts<'a> {
    fn new(entry: &'a LibraryEntry) -> Self {
        Self {
            name: fold(&entry.name),
            words: entry.words.iter().map(|word| fold(word)).collect(),
            initials: fold(&entry.initials),
            english: fold(&entry.english),
            id: entry.id.clone(),
            entry,
            body: OnceCell::new(),
        }
    }

    fn rank(&self, word: &str) -> Option<u32> {
        let latin = word.is_ascii();
        let ranks = [
            (self.name == word || self.id == word, 100),
            (self.name.starts_with(word), 80),
            (self.words.iter().any(|own| own == word), 75),
            (self.name.contains(word), 70),
            (latin && self.initials.starts_with(word), 65),
            (latin && word_begins(&self.english, word), 60),
            (self.words.iter().any(|own| own.contains(word)), 50),
            (latin && word.len() >= 2 && self.initials.contains(word), 40),
            (!latin && self.alike(word), 30),
        ];
        let in_body =
            || word.chars().count() >= 2 && self.body.get_or_init(|| body_of(self.entry)).contains(word);
        let in_names = ranks.into_iter().find_map(|(fits, rank)| fits.then_some(rank));
        in_names.or_else(|| in_body().then_some(10))
    }

    /// Whether all pairs of neighbouring characters but one stand in the name or the words: `实验室化学` finds
    /// 化学实验室.
    fn alike(&self, word: &str) -> bool {
        let characters: Vec<char> = word.chars().collect();
        let pairs = characters.len().saturating_sub(1);
        let found = characters
            .windows(2)
            .filter(|pair| {
                let pair: String = pair.iter().collect();
                self.name.contains(&pair) || self.words.iter().any(|own| own.contains(&pair))
            })
            .count();
        pairs >= 2 && found + 1 >= pairs
    }
}

fn body_of(entry: &LibraryEntry) -> String {
    let mut body = String::new();
    let mut say = |text: &str| {
        body.push_str(&fold(text));
        body.push('\n');
    };
    for hazard in &entry.hazards {
        for text in [&hazard.step, &hazard.description, &hazard.consequence] {
            say(text);
        }
        for accident in &hazard.accidents {
            for code in std::iter::once(&accident.accident_type).chain(&accident.type_2025) {
                if let Some(found) = accident_type(code) {
                    say(found.name(Language::Chinese));
                    say(found.name(Language::English));
                }
            }
        }
        for measure in &hazard.measures {
            say(&measure.content);
        }
    }
    for check in &entry.checks {
        say(&check.item);
    }
    body
}

fn word_begins(text: &str, word: &str) -> bool {
    text.split(|character: char| !character.is_alphanumeric()).any(|own| own.starts_with(word))
        || (word.contains('-') && text.contains(word))
}

/// Lower case, full-width letters as plain ones, brackets and commas as blanks.
fn fold(text: &str) -> String {
    text.chars()
        .map(domain::half_width)
        .map(|character| if "(),;/、".contains(character) { ' ' } else { character })
        .flat_map(char::to_lowercase)
        .collect()
}
