//! The library of special check-lists: fire, gas, food, laboratories, dormitories, before term, seasons, holidays.
//! Relies on `assets/inspection/checklists.json`, compiled in.
//! Knows nothing of what a project made of them.

use domain::{InspectionKind, Topic};
use serde::{Deserialize, Serialize};

/// A check-list of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryChecklist {
    /// Its identity in the library.
    pub id: String,
    /// 「名称」
    pub name: String,
    /// 「专题」
    pub topic: Option<Topic>,
    /// What kind of inspection uses it.
    pub kind: InspectionKind,
    /// Its lines.
    pub items: Vec<LibraryLine>,
}

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryLine {
    /// 「检查内容」
    pub content: String,
    /// 「依据」 Blank where none is certain.
    pub basis: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    lists: Vec<LibraryChecklist>,
}

/// The check-lists that Sise ships.
pub fn built_in_checklists() -> Vec<LibraryChecklist> {
    // One that did not parse would be missing; a test sees to it that none is.
    serde_json::from_str::<File>(include_str!("../../../../assets/inspection/checklists.json"))
        .map(|file| file.lists)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_shipped_list_can_be_used() {
        let lists = built_in_checklists();
        assert!(lists.len() >= 11, "{}", lists.len());
        let ids: BTreeSet<_> = lists.iter().map(|own| own.id.as_str()).collect();
        assert_eq!(ids.len(), lists.len());
        for list in &lists {
            assert!((8..=15).contains(&list.items.len()), "{}: {}", list.name, list.items.len());
            let lines: BTreeSet<_> = list.items.iter().map(|own| own.content.as_str()).collect();
            assert_eq!(lines.len(), list.items.len(), "{}", list.name);
            for line in &list.items {
                assert!(line.content.chars().count() >= 8, "{}", line.content);
                assert!(!line.content.ends_with('。'), "{}", line.content);
            }
        }
        let topics = [Topic::Fire, Topic::Gas, Topic::Food, Topic::Laboratory, Topic::Dormitory];
        for topic in topics {
            assert!(lists.iter().any(|own| own.topic == Some(topic)), "{topic}");
        }
        for kind in [InspectionKind::Resumption, InspectionKind::Seasonal, InspectionKind::Holiday] {
            assert!(lists.iter().any(|own| own.kind == kind), "{kind}");
        }
    }
}
