//! GeoJSON as objects with coordinates, read in one pass that counts before it keeps.
//! Relies on serde_json, which refuses nesting deeper than 128 and numbers beyond the range.
//! Must not know: what features stand for.

use crate::error::{At, DrawingError, Fault};
use crate::kind::Kind;
use crate::limits::{Limits, Quantity, within};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

/// The most properties of one feature that are kept.
const PROPERTIES: usize = 128;
/// The longest property that is kept, in bytes.
const LONGEST: usize = 4_000;

/// Nested lists of numbers. A list that begins with a number is a position.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Nest {
    Number(f64),
    Position([f64; 2]),
    List(Vec<Nest>),
}

/// A property, as far as it is of use.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Property {
    Text(String),
    Number(f64),
    Flag(bool),
    /// Words by language, or any other small object.
    Labels(BTreeMap<String, String>),
    /// The texts of a list.
    List(Vec<String>),
    Nothing,
}

pub(crate) type Properties = BTreeMap<String, Property>;

/// Any object of GeoJSON, with whatever members it has.
#[derive(Debug, Default)]
pub(crate) struct Object {
    pub(crate) kind: Option<String>,
    pub(crate) id: Option<String>,
    /// IMDF's kind of feature.
    pub(crate) feature_type: Option<String>,
    pub(crate) features: Option<Vec<Object>>,
    pub(crate) geometry: Option<Box<Object>>,
    pub(crate) geometries: Option<Vec<Object>>,
    pub(crate) coordinates: Option<Nest>,
    pub(crate) properties: Properties,
    /// The name of a reference system, as older files state it.
    pub(crate) reference: Option<String>,
}

/// Reads one JSON text.
pub(crate) fn parse(bytes: &[u8], limits: &Limits, file: Option<&str>) -> Result<Object, DrawingError> {
    within(Quantity::Bytes, bytes.len() as u64, limits.bytes)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let budget = Budget {
        objects: Cell::new(limits.entities),
        numbers: Cell::new(limits.vertices),
        over: Cell::new(None),
    };
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = ObjectSeed(&budget).deserialize(&mut reader).and_then(|object| reader.end().map(|()| object));
    read.map_err(|error| match budget.over.get() {
        Some(Quantity::Entities) => DrawingError::TooMuch {
            what: Quantity::Entities,
            found: limits.entities + 1,
            limit: limits.entities,
        },
        Some(what) => DrawingError::TooMuch { what, found: limits.vertices + 1, limit: limits.vertices },
        None => DrawingError::Damaged {
            kind: if file.is_some() { Kind::Imdf } else { Kind::GeoJson },
            at: match file {
                Some(name) => At::File(name.to_owned()),
                None => At::Line(error.line() as u64),
            },
            reason: if error.is_eof() { Fault::CutShort } else { Fault::Syntax(error.to_string()) },
        },
    })
}

/// What may still be kept.
struct Budget {
    objects: Cell<u64>,
    numbers: Cell<u64>,
    over: Cell<Option<Quantity>>,
}

impl Budget {
    fn take<E: Error>(&self, what: Quantity) -> Result<(), E> {
        let left = if what == Quantity::Entities { &self.objects } else { &self.numbers };
        match left.get().checked_sub(1) {
            Some(rest) => {
                left.set(rest);
                Ok(())
            }
            None => {
                self.over.set(Some(what));
                Err(E::custom("too many"))
            }
        }
    }
}

#[derive(Clone, Copy)]
struct ObjectSeed<'b>(&'b Budget);

impl<'de> DeserializeSeed<'de> for ObjectSeed<'_> {
    type Value = Object;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Object, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed<'_> {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of GeoJSON")
    }

    /// `"geometry": null` is a feature without a place.
    fn visit_unit<E>(self) -> Result<Object, E> {
        Ok(Object::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        self.0.take(Quantity::Entities)?;
        let mut object = Object::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" => object.kind = text(map.next_value_seed(PropertySeed)?),
                "id" => object.id = text(map.next_value_seed(PropertySeed)?),
                "feature_type" => object.feature_type = text(map.next_value_seed(PropertySeed)?),
                "features" => object.features = Some(map.next_value_seed(ObjectsSeed(self.0))?),
                "geometries" => object.geometries = Some(map.next_value_seed(ObjectsSeed(self.0))?),
                "geometry" => object.geometry = Some(Box::new(map.next_value_seed(self)?)),
                "coordinates" => object.coordinates = Some(map.next_value_seed(NestSeed(self.0))?),
                "properties" => object.properties = map.next_value_seed(PropertiesSeed)?,
                "crs" => object.reference = map.next_value_seed(ReferenceSeed)?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(object)
    }
}

fn text(property: Property) -> Option<String> {
    match property {
        Property::Text(text) => Some(text),
        Property::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

struct ObjectsSeed<'b>(&'b Budget);

impl<'de> DeserializeSeed<'de> for ObjectsSeed<'_> {
    type Value = Vec<Object>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Object>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for ObjectsSeed<'_> {
    type Value = Vec<Object>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Object>, A::Error> {
        let mut objects = Vec::new();
        while let Some(object) = list.next_element_seed(ObjectSeed(self.0))? {
            // A list of nulls costs as much as one of objects.
            self.0.take(Quantity::Entities)?;
            objects.push(object);
        }
        Ok(objects)
    }
}

#[derive(Clone, Copy)]
struct NestSeed<'b>(&'b Budget);

impl<'de> DeserializeSeed<'de> for NestSeed<'_> {
    type Value = Nest;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Nest, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NestSeed<'_> {
    type Value = Nest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates")
    }

    fn visit_f64<E>(self, value: f64) -> Result<Nest, E> {
        Ok(Nest::Number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Nest, E> {
        Ok(Nest::Number(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Nest, E> {
        Ok(Nest::Number(value as f64))
    }

    fn visit_unit<E>(self) -> Result<Nest, E> {
        Ok(Nest::List(Vec::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Nest, A::Error> {
        self.0.take(Quantity::Vertices)?;
        let Some(first) = list.next_element_seed(self)? else { return Ok(Nest::List(Vec::new())) };
        if let Nest::Number(x) = first {
            let y = match list.next_element_seed(self)? {
                Some(Nest::Number(y)) => y,
                _ => return Err(A::Error::custom("a position needs two numbers")),
            };
            // Height and measures are of no use on a plan.
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Nest::Position([x, y]));
        }
        let mut nests = vec![first];
        while let Some(nest) = list.next_element_seed(self)? {
            if matches!(nest, Nest::Number(_)) {
                return Err(A::Error::custom("a number among lists"));
            }
            nests.push(nest);
        }
        Ok(Nest::List(nests))
    }
}

struct PropertiesSeed;

impl<'de> DeserializeSeed<'de> for PropertiesSeed {
    type Value = Properties;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Properties, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for PropertiesSeed {
    type Value = Properties;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("properties")
    }

    fn visit_unit<E>(self) -> Result<Properties, E> {
        Ok(Properties::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Properties, A::Error> {
        let mut properties = Properties::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(PropertySeed)?;
            if properties.len() < PROPERTIES && key.len() <= LONGEST && value != Property::Nothing {
                properties.insert(key, value);
            }
        }
        Ok(properties)
    }
}

struct PropertySeed;

impl<'de> DeserializeSeed<'de> for PropertySeed {
    type Value = Property;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Property, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for PropertySeed {
    type Value = Property;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Property, E> {
        Ok(Property::Text(short(value)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Property, E> {
        Ok(Property::Number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Property, E> {
        Ok(Property::Number(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Property, E> {
        Ok(Property::Number(value as f64))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Property, E> {
        Ok(Property::Flag(value))
    }

    fn visit_unit<E>(self) -> Result<Property, E> {
        Ok(Property::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Property, A::Error> {
        let mut texts = Vec::new();
        while let Some(value) = list.next_element_seed(PropertySeed)? {
            if let Some(text) = text(value)
                && texts.len() < PROPERTIES
            {
                texts.push(text);
            }
        }
        Ok(Property::List(texts))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Property, A::Error> {
        let mut labels = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(PropertySeed)?;
            if let Some(text) = text(value)
                && labels.len() < PROPERTIES
            {
                labels.insert(key, text);
            }
        }
        Ok(Property::Labels(labels))
    }
}

/// `"crs": { "type": "name", "properties": { "name": "EPSG:4326" } }`
struct ReferenceSeed;

impl<'de> DeserializeSeed<'de> for ReferenceSeed {
    type Value = Option<String>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ReferenceSeed {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a reference system")
    }

    fn visit_unit<E>(self) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_str<E>(self, value: &str) -> Result<Option<String>, E> {
        Ok(Some(short(value)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<String>, A::Error> {
        let mut name = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == "properties" {
                let properties = map.next_value_seed(PropertiesSeed)?;
                name = properties.into_values().find_map(text);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(name)
    }
}

fn short(value: &str) -> String {
    let mut end = value.len().min(LONGEST);
    while !value.is_char_boundary(end) {
        end -= 1;
    }
    value[..end].to_owned()
}
