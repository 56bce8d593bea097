//! What the properties of a feature tell: its layer, its role, its name, its floor.
//! Relies on the names that properties have in common data: OpenStreetMap, IMDF, Chinese map offices.
//! Must not know: geometry.

use super::parse::{Properties, Property};
use crate::options::Names;
use crate::role::{Role, role_of_feature};
use std::collections::BTreeMap;

/// Properties whose value says what a feature is, the clearest one first.
const KINDS: &[&str] = &[
    "type",
    "Type",
    "TYPE",
    "category",
    "class",
    "kind",
    "role",
    "feature_type",
    "featureType",
    "layer",
    "Layer",
    "indoor",
    "room",
    "stairs",
    "highway",
    "barrier",
    "leisure",
    "natural",
    "landuse",
    "amenity",
    "building",
    "building:part",
    "类型",
    "类别",
    "图层",
];
/// Properties that only need to be there.
const MARKS: &[(&str, Role)] =
    &[("door", Role::Door), ("window", Role::Window), ("stairs", Role::Stair), ("elevator", Role::Lift)];
/// Properties that name a feature; a name comes before a number.
const NAMES: &[&str] = &[
    "name",
    "Name",
    "NAME",
    "label",
    "title",
    "名称",
    "房间名称",
    "房间",
    "text",
    "Text",
    "roomname",
    "room_name",
    "roomnumber",
    "room_number",
    "ref",
    "number",
    "房间号",
    "编号",
];
const CHINESE: &[&str] = &["name:zh", "name_zh", "name:zh-Hans", "name_cn", "nameZh"];
const ENGLISH: &[&str] = &["name:en", "name_en", "nameEn"];
/// Properties that name a floor.
const LEVELS: &[&str] = &["level", "Level", "floor", "Floor", "storey", "level_id", "楼层", "层"];

/// The layer that a feature belongs to, its role, and whether that role was recognised (a feature that names no type
/// at all counts as recognised: there is nothing to complain about).
pub(crate) fn role_of(
    properties: &Properties,
    feature_type: Option<&str>,
) -> (Option<String>, Option<Role>, bool) {
    let mut layer: Option<String> = None;
    for key in KINDS {
        let Some(Property::Text(value)) = properties.get(*key) else { continue };
        if value.is_empty() {
            continue;
        }
        // `room=yes` says it with its key.
        let word = if value == "yes" && *key != "building" { key } else { value.as_str() };
        if let Some(role) = role_of_feature(word) {
            return (Some(word.to_owned()), Some(role), true);
        }
        layer.get_or_insert_with(|| value.clone());
    }
    for (key, role) in MARKS {
        if matches!(properties.get(*key), Some(Property::Text(value)) if value != "no") {
            return (Some((*key).to_owned()), Some(*role), true);
        }
    }
    if let Some(kind) = feature_type {
        return (Some(layer.unwrap_or_else(|| kind.to_owned())), role_of_feature(kind), true);
    }
    let known = layer.is_none();
    (layer, None, known)
}

/// The name of a feature in the language that is wanted; empty when it has none.
pub(crate) fn name_of(properties: &Properties, wanted: Names) -> String {
    let (first, second) = match wanted {
        Names::Chinese => (CHINESE, ENGLISH),
        Names::English => (ENGLISH, CHINESE),
    };
    // A plain `name` is in the language of the place: better than the second choice.
    let keys = first.iter().chain(NAMES).chain(second);
    keys.filter_map(|key| properties.get(*key))
        .map(|value| words(value, wanted))
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// A text of a property, in the language that is wanted where it has several.
pub(crate) fn words(value: &Property, wanted: Names) -> String {
    match value {
        Property::Text(text) => crate::collect::plain(text),
        Property::Number(number) => number.to_string(),
        Property::Labels(labels) => crate::collect::plain(label(labels, wanted)),
        Property::Flag(_) | Property::List(_) | Property::Nothing => String::new(),
    }
}

fn label(labels: &BTreeMap<String, String>, wanted: Names) -> &str {
    let starts = |start: &str| {
        labels
            .iter()
            .find(|(language, text)| language.to_lowercase().starts_with(start) && !text.trim().is_empty())
    };
    let (first, second) = match wanted {
        Names::Chinese => ("zh", "en"),
        Names::English => ("en", "zh"),
    };
    let simplified =
        || if wanted == Names::Chinese { starts("zh-hans").or_else(|| starts("zh-cn")) } else { None };
    simplified()
        .or_else(|| starts(first))
        .or_else(|| starts(second))
        .or_else(|| labels.iter().find(|(_, text)| !text.trim().is_empty()))
        .map_or("", |(_, text)| text.as_str())
}

/// The value that names a feature's floor.
pub(crate) fn level_of(properties: &Properties) -> Option<String> {
    LEVELS.iter().find_map(|key| match properties.get(*key)? {
        // A feature on several floors, such as a lift, stands on the first one: `0;1;2`.
        Property::Text(text) => {
            let first = text.split(';').next().unwrap_or_default().trim();
            (!first.is_empty()).then(|| first.to_owned())
        }
        Property::Number(number) => Some(number.to_string()),
        Property::Flag(_) | Property::Labels(_) | Property::List(_) | Property::Nothing => None,
    })
}

/// The number of a floor, 0 at ground level: `2` as it is (OpenStreetMap), `F1`, `1F` and `一层` are the ground floor, `B1`
/// and `地下一层` the one below.
pub(crate) fn ordinal_of(level: &str) -> Option<i32> {
    let level = level.trim().to_uppercase();
    if let Ok(number) = level.parse::<f64>() {
        return (number.abs() < 1000.0).then_some(number.floor() as i32);
    }
    let digits: String = level.chars().filter(char::is_ascii_digit).collect();
    let number = if digits.is_empty() {
        level
            .chars()
            .find_map(|character| "一二三四五六七八九十".chars().position(|digit| digit == character))?
            as i32
            + 1
    } else {
        digits.parse::<i32>().ok().filter(|number| *number < 1000)?
    };
    let is_below =
        level.starts_with('B') || level.starts_with('-') || level.contains("地下") || level.contains('负');
    Some(if is_below { -number } else { number - 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floors_are_numbered_as_people_write_them() {
        for (text, ordinal) in [
            ("0", Some(0)),
            ("2", Some(2)),
            ("-1", Some(-1)),
            ("F1", Some(0)),
            ("3F", Some(2)),
            ("B2", Some(-2)),
            ("一层", Some(0)),
            ("地下一层", Some(-1)),
            ("二层", Some(1)),
            ("roof", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(ordinal_of(text), ordinal, "{text}");
        }
    }

    #[test]
    fn names_come_in_the_language_that_is_wanted() {
        let labels: BTreeMap<String, String> = [("en", "Room 1"), ("zh-Hans", "一号房"), ("fr", "Salle 1")]
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .into();
        let properties: Properties = [("name".to_owned(), Property::Labels(labels))].into();
        assert_eq!(name_of(&properties, Names::Chinese), "一号房");
        assert_eq!(name_of(&properties, Names::English), "Room 1");
        let only_french: Properties =
            [("name".to_owned(), Property::Labels([("fr".to_owned(), "Salle 1".to_owned())].into()))].into();
        assert_eq!(name_of(&only_french, Names::Chinese), "Salle 1");
        assert_eq!(name_of(&Properties::new(), Names::Chinese), "");
    }
}
