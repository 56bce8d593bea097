//! What calamine does not tell of a sheet: hidden rows and columns, merged regions.
//! Relies on a scan of tags and attributes alone, so that odd XML is at worst not understood.
//! Knows nothing of cells.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

/// A rectangle of merged cells, all ends included, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) top: u32,
    pub(crate) bottom: u32,
    pub(crate) left: usize,
    pub(crate) right: usize,
}

/// Rows, columns and merges of a sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: BTreeSet<usize>,
    pub(crate) merges: Vec<Region>,
}

/// The parts of a workbook as texts.
pub(crate) struct Parts<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Parts<'a> {
    /// Opens the archive and counts what it really unpacks to. `None` when that is beyond `most`.
    pub(crate) fn open(bytes: &'a [u8], most: u64) -> Result<Option<Self>, String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        let mut total = 0_u64;
        for index in 0..archive.len() {
            let entry = archive.by_index(index).map_err(|error| error.to_string())?;
            let room = most.saturating_sub(total).saturating_add(1);
            total += std::io::copy(&mut entry.take(room), &mut std::io::sink()).map_err(|e| e.to_string())?;
            if total > most {
                return Ok(None);
            }
        }
        Ok(Some(Self { archive }))
    }

    fn part(&mut self, name: &str) -> Option<String> {
        let mut text = Vec::new();
        self.archive.by_name(name).ok()?.read_to_end(&mut text).ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    }

    /// The layout of the sheet with this name; an empty one where it cannot be told.
    pub(crate) fn layout(&mut self, sheet: &str, most_columns: usize) -> Layout {
        let path = self.path_of(sheet);
        let Some(xml) = path.and_then(|path| self.part(&path)) else { return Layout::default() };
        let mut layout = Layout::default();
        for tag in tags(&xml, "col") {
            if is_set(tag, "hidden") {
                let number = |name| attribute(tag, name).and_then(|text| text.parse::<usize>().ok());
                if let (Some(low), Some(high)) = (number("min"), number("max")) {
                    layout
                        .hidden_columns
                        .extend((low..=high.min(most_columns)).filter_map(|n| n.checked_sub(1)));
                }
            }
        }
        for tag in tags(&xml, "row") {
            if is_set(tag, "hidden") {
                let number = attribute(tag, "r").and_then(|text| text.parse::<u32>().ok());
                layout.hidden_rows.extend(number.and_then(|number| number.checked_sub(1)));
            }
        }
        layout.merges = tags(&xml, "mergeCell").filter_map(|tag| region(&attribute(tag, "ref")?)).collect();
        layout
    }

    fn path_of(&mut self, sheet: &str) -> Option<String> {
        let workbook = self.part("xl/workbook.xml")?;
        let own = tags(&workbook, "sheet").find(|tag| attribute(tag, "name").as_deref() == Some(sheet))?;
        let id = attribute(own, "r:id")?;
        let relations = self.part("xl/_rels/workbook.xml.rels")?;
        let own =
            tags(&relations, "Relationship").find(|tag| attribute(tag, "Id").as_deref() == Some(&id))?;
        let target = attribute(own, "Target")?;
        Some(match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("xl/{target}"),
        })
    }
}

/// The attribute parts of all tags of this name.
fn tags<'x>(xml: &'x str, name: &str) -> impl Iterator<Item = &'x str> {
    let open = format!("<{name}");
    let length = open.len();
    let mut rest = xml;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(&open)?;
            let inside = &rest[at + length..];
            let end = inside.find('>').unwrap_or(inside.len());
            rest = &inside[end..];
            if inside.starts_with([' ', '/', '>', '\n', '\t', '\r']) {
                return Some(&inside[..end]);
            }
        }
    })
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let before = rest[..at].chars().next_back();
        let after = rest[at + name.len()..].trim_start();
        rest = &rest[at + name.len()..];
        if before.is_none_or(char::is_whitespace)
            && let Some(value) = after.strip_prefix('=').map(str::trim_start)
        {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let inner = &value[1..];
            let inner = &inner[..inner.find(quote)?];
            return Some(
                inner
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'")
                    .replace("&amp;", "&"),
            );
        }
    }
}

fn is_set(tag: &str, name: &str) -> bool {
    matches!(attribute(tag, name).as_deref(), Some("1" | "true"))
}

fn region(text: &str) -> Option<Region> {
    let (first, last) = text.split_once(':')?;
    let cell = |text: &str| {
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, number) = text.split_at(digits);
        Some((number.parse::<u32>().ok()?.checked_sub(1)?, crate::text::column(letters)?))
    };
    let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
    (top <= bottom && left <= right).then_some(Region { top, bottom, left, right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_found_and_others_left_alone() {
        let xml =
            r#"<cols><col min="2" max='3' hidden="1"/></cols><colours a="1"/><row r="5" hidden = "true" >"#;
        assert_eq!(tags(xml, "col").count(), 1);
        let tag = tags(xml, "col").next().unwrap();
        assert_eq!(
            (attribute(tag, "min").as_deref(), attribute(tag, "max").as_deref()),
            (Some("2"), Some("3"))
        );
        assert!(is_set(tag, "hidden") && is_set(tags(xml, "row").next().unwrap(), "hidden"));
        assert_eq!(attribute(r#" name="a&amp;&lt;" "#, "name").as_deref(), Some("a&<"));
        assert_eq!(attribute(" broken", "broken"), None);
        assert_eq!(region("B3:C9"), Some(Region { top: 2, bottom: 8, left: 1, right: 2 }));
        assert_eq!(region("C9:B3"), None);
        assert_eq!(region("9:B"), None);
    }
}
