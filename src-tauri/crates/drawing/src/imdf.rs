//! Indoor Mapping Data Format: venue, levels, units, openings, fixtures, as a plan of several floors.
//! Relies on `geojson` for the files in it and on `archive` to unpack them.
//! Must not know: where the files come from.

use crate::archive::unpack;
use crate::collect::{Collector, Frame, Trait};
use crate::error::DrawingError;
use crate::geojson::parse::{Object, Properties, Property, parse};
use crate::geojson::{Draw, Reference, features, name_of, words};
use crate::imported::{Imported, Level};
use crate::kind::Kind;
use crate::limits::{Quantity, within};
use crate::options::{Names, Options};
use crate::role::{Role, role_of_feature};
use crate::watch::{Stage, Watch};
use std::collections::{BTreeMap, HashMap};

/// The kinds of features that are drawn, in this order, so that outlines lie below rooms and rooms below doors.
const DRAWN: &[&str] =
    &["venue", "footprint", "level", "unit", "section", "fixture", "kiosk", "detail", "opening", "amenity"];
/// The kinds that only tell about others, or about nothing that can be drawn.
const TOLD: &[&str] =
    &["building", "anchor", "occupant", "address", "relationship", "geofence", "manifest", "facility"];

/// Reads a zipped map.
pub(crate) fn read(bytes: &[u8], options: &Options, watch: &mut Watch<'_>) -> Result<Imported, DrawingError> {
    let wanted = |name: &str| is_map_file(name);
    let files = unpack(bytes, &options.limits, &wanted, watch)?;
    read_files(&files, options, watch)
}

fn is_map_file(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let lower = file.to_ascii_lowercase();
    let is_json = lower.ends_with(".geojson") || (lower.ends_with(".json") && lower != "manifest.json");
    // What macOS adds to archives begins with a dot.
    is_json && !file.starts_with('.') && !name.starts_with("__MACOSX")
}

/// Reads the files of a map that has been unpacked, each with its name. Names only tell the kind of features that do
/// not tell it themselves.
pub fn read_files(
    files: &[(String, Vec<u8>)],
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Imported, DrawingError> {
    options.check()?;
    within(Quantity::Files, files.len() as u64, options.limits.files)?;
    let total: u64 = files.iter().map(|(_, content)| content.len() as u64).sum();
    within(Quantity::Bytes, total, options.limits.unpacked_bytes)?;
    let mut all: Vec<Object> = Vec::new();
    let mut done = 0;
    // What one file uses up is no longer there for the next.
    let mut limits = options.limits;
    for (name, content) in files.iter().filter(|(name, _)| is_map_file(name)) {
        watch.tell(Stage::Reading, done, total)?;
        done += content.len() as u64;
        let root = parse(content, &limits, Some(name))?;
        let found = match features(root) {
            Ok(found) => found,
            // An address book or a style beside the map is no reason to refuse the map.
            Err(_) => continue,
        };
        limits.entities = limits.entities.saturating_sub(found.len() as u64);
        let kind =
            name.rsplit(['/', '\\']).next().and_then(|file| file.split('.').next()).unwrap_or_default();
        all.extend(found.into_iter().map(|mut feature| {
            feature.feature_type.get_or_insert_with(|| kind.to_lowercase());
            feature
        }));
    }
    Map::new(all, options)?.draw(watch)
}

struct Map<'o> {
    features: Vec<Object>,
    reference: Reference,
    collector: Collector<'o>,
    /// Position of a level by its id.
    levels: HashMap<String, usize>,
    /// Name of an occupant by the unit that it occupies.
    occupants: HashMap<String, String>,
}

impl<'o> Map<'o> {
    fn new(features: Vec<Object>, options: &'o Options) -> Result<Self, DrawingError> {
        let mut collector = Collector::new(options);
        let reference = Reference::geographic(&features, false)?;
        let levels = levels(&features, options.names);
        collector.levels = levels.iter().map(|(_, level)| level.clone()).collect();
        let levels = levels.into_iter().enumerate().map(|(position, (id, _))| (id, position)).collect();
        let occupants = occupants(&features, options.names);
        Ok(Self { features, reference, collector, levels, occupants })
    }

    fn draw(mut self, watch: &mut Watch<'_>) -> Result<Imported, DrawingError> {
        let total = self.features.len() as u64;
        let mut done = 0_u64;
        for kind in DRAWN {
            for (index, feature) in self.features.iter().enumerate() {
                if feature.feature_type.as_deref() != Some(*kind) {
                    continue;
                }
                if done.is_multiple_of(1024) {
                    watch.tell(Stage::Drawing, done, total)?;
                }
                done += 1;
                let Some(geometry) = feature.geometry.as_deref().filter(|geometry| geometry.kind.is_some())
                else {
                    self.collector.skip(&format!("{kind} without geometry"), 1);
                    continue;
                };
                let category = text(&feature.properties, "category").unwrap_or_default();
                let layer =
                    if category.is_empty() { (*kind).to_owned() } else { format!("{kind}: {category}") };
                let role = role_of(kind, category);
                let layer = self.collector.layer(&layer)?;
                if let Some(found) = self.collector.layers.get_mut(layer) {
                    found.role = role;
                }
                let level = level_id(feature, kind).and_then(|id| self.levels.get(id).copied());
                let own = Trait { layer, level, role: Some(role), visible: true };
                if !self.collector.wants(own) {
                    continue;
                }
                let mut name = name_of(&feature.properties, self.collector.options.names);
                if name.is_empty() {
                    let other = feature
                        .properties
                        .get("alt_name")
                        .map(|value| words(value, self.collector.options.names));
                    let occupant = feature.id.as_ref().and_then(|id| self.occupants.get(id).cloned());
                    name = other.filter(|name| !name.is_empty()).or(occupant).unwrap_or_default();
                }
                if name.is_empty() && *kind == "amenity" {
                    name = category.to_owned();
                }
                let draw = Draw { own, name, number: index as u64 + 1, frame: &self.reference };
                draw.geometry(geometry, &mut self.collector)?;
            }
        }
        for feature in &self.features {
            let kind = feature.feature_type.as_deref().unwrap_or_default();
            if !DRAWN.contains(&kind) && !TOLD.contains(&kind) {
                self.collector.skip(kind, 1);
            }
        }
        let mut units = self.reference.units;
        units.millimetres_per_unit = 1000.0;
        let frame = Frame { units, y_up: true, geographic: self.reference.plane };
        self.collector.finish(Kind::Imdf, String::new(), frame, Vec::new())
    }
}

fn text<'f>(properties: &'f Properties, key: &str) -> Option<&'f str> {
    match properties.get(key) {
        Some(Property::Text(text)) => Some(text),
        _ => None,
    }
}

fn level_id<'f>(feature: &'f Object, kind: &str) -> Option<&'f str> {
    if kind == "level" { feature.id.as_deref() } else { text(&feature.properties, "level_id") }
}

fn role_of(kind: &str, category: &str) -> Role {
    match kind {
        "venue" | "footprint" | "level" => Role::Outline,
        // Every other unit is a space one can be in.
        "unit" => match role_of_feature(category) {
            Some(role @ (Role::Stair | Role::Lift | Role::Solid | Role::Column)) => role,
            _ => Role::Room,
        },
        "opening" => Role::Door,
        "fixture" => match role_of_feature(category) {
            Some(role @ (Role::Wall | Role::Column | Role::Water)) => role,
            _ => Role::Furniture,
        },
        "kiosk" => Role::Furniture,
        "amenity" => Role::Text,
        _ => Role::Other,
    }
}

/// The levels with their ids, lowest first.
fn levels(features: &[Object], names: Names) -> Vec<(String, Level)> {
    let building_names: BTreeMap<&str, String> = features
        .iter()
        .filter(|feature| feature.feature_type.as_deref() == Some("building"))
        .filter_map(|feature| Some((feature.id.as_deref()?, name_of(&feature.properties, names))))
        .collect();
    let mut levels: Vec<(String, Level)> = features
        .iter()
        .filter(|feature| feature.feature_type.as_deref() == Some("level"))
        .filter_map(|feature| {
            let ordinal = match feature.properties.get("ordinal") {
                Some(Property::Number(number)) if number.abs() < 1000.0 => number.round() as i32,
                _ => 0,
            };
            let mut name = name_of(&feature.properties, names);
            if name.is_empty() {
                name =
                    feature.properties.get("short_name").map(|value| words(value, names)).unwrap_or_default();
            }
            if name.is_empty() {
                name = ordinal.to_string();
            }
            let building = match feature.properties.get("building_ids") {
                Some(Property::List(ids)) => {
                    ids.iter().find_map(|id| building_names.get(id.as_str()).cloned()).unwrap_or_default()
                }
                _ => String::new(),
            };
            Some((feature.id.clone()?, Level { name, ordinal, building }))
        })
        .collect();
    levels.sort_by(|(_, a), (_, b)| (a.ordinal, &a.building).cmp(&(b.ordinal, &b.building)));
    levels
}

/// The name of whoever occupies a unit: an occupant names an anchor, an anchor names a unit.
fn occupants(features: &[Object], names: Names) -> HashMap<String, String> {
    let of = |kind: &'static str| {
        features.iter().filter(move |feature| feature.feature_type.as_deref() == Some(kind))
    };
    let units: HashMap<&str, &str> = of("anchor")
        .filter_map(|anchor| Some((anchor.id.as_deref()?, text(&anchor.properties, "unit_id")?)))
        .collect();
    of("occupant")
        .filter_map(|occupant| {
            let unit = units.get(text(&occupant.properties, "anchor_id")?)?;
            Some(((*unit).to_owned(), name_of(&occupant.properties, names)))
        })
        .filter(|(_, name)| !name.is_empty())
        .collect()
}
