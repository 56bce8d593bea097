//! Values of plans that are one cell each: scales, crops of pictures, what a dimension measures, places on the earth.
//! Relies on each having one exact text, so that what is read is written again byte for byte.
//! Knows nothing of how they are drawn.

use crate::field::FieldError;
use crate::snapshot::{RowId, Table};
use geometry::Point;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A scale: above zero and at most a million, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Scale(Decimal);

impl Scale {
    /// A scale of this value.
    pub fn new(value: Decimal) -> Result<Self, FieldError> {
        if value > Decimal::ZERO && value <= Decimal::from(1_000_000) {
            Ok(Self(value.normalize()))
        } else {
            Err(FieldError::new("a scale lies above 0 and at most at 1000000"))
        }
    }

    /// Its value.
    pub fn value(self) -> Decimal {
        self.0
    }
}

impl std::fmt::Display for Scale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Scale {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        Self::new(text.parse().map_err(|_| FieldError::new("not a decimal number"))?)
    }
}

impl TryFrom<String> for Scale {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, FieldError> {
        text.parse()
    }
}

impl From<Scale> for String {
    fn from(scale: Scale) -> Self {
        scale.to_string()
    }
}

/// A part of a picture, in whole pixels from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Crop {
    /// Pixels cut off on the left.
    pub left: i64,
    /// Pixels cut off at the top.
    pub top: i64,
    /// Width of what is shown.
    pub width: i64,
    /// Height of what is shown.
    pub height: i64,
}

impl Crop {
    /// Whether it lies in a picture of this size and shows something.
    pub fn is_within(self, width: i64, height: i64) -> bool {
        let fits = |from: i64, length: i64, all: i64| {
            from >= 0 && length >= 1 && length <= all && from <= all - length
        };
        fits(self.left, self.width, width) && fits(self.top, self.height, height)
    }
}

impl fmt::Display for Crop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{} {},{}", self.left, self.top, self.width, self.height)
    }
}

impl FromStr for Crop {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let wrong = || FieldError::new("a crop is written left,top width,height");
        let (corner, size) = text.split_once(' ').ok_or_else(wrong)?;
        let pair = |text: &str| -> Option<(i64, i64)> {
            let (one, other) = text.split_once(',')?;
            Some((one.parse().ok()?, other.parse().ok()?))
        };
        let ((left, top), (width, height)) = pair(corner).zip(pair(size)).ok_or_else(wrong)?;
        Ok(Self { left, top, width, height })
    }
}

/// What the two ends of a dimension are held by: a zone, an element, a point; or nothing, a bare place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Anchors {
    /// What the first end is held by.
    pub from: Option<RowId>,
    /// What the second end is held by.
    pub to: Option<RowId>,
}

impl fmt::Display for Anchors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = |f: &mut fmt::Formatter<'_>, row: Option<RowId>| match row {
            Some(row) => write!(f, "{}/{}", row.table, row.id),
            None => f.write_str("-"),
        };
        one(f, self.from)?;
        f.write_str(" ")?;
        one(f, self.to)
    }
}

impl FromStr for Anchors {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let wrong = || FieldError::new("anchors are written table/id table/id, - for none");
        let one = |text: &str| -> Result<Option<RowId>, FieldError> {
            if text == "-" {
                return Ok(None);
            }
            let (table, id) = text.split_once('/').ok_or_else(wrong)?;
            let table = Table::by_name(table).ok_or_else(wrong)?;
            // One spelling, as for ids.
            let id = id.parse().ok().filter(|_| id.len() == 36).ok_or_else(wrong)?;
            Ok(Some(RowId { table, id }))
        };
        let (from, to) = text.split_once(' ').ok_or_else(wrong)?;
        Ok(Self { from: one(from)?, to: one(to)? })
    }
}

/// A place of a plan whose longitude and latitude (WGS 84) are known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Fix {
    /// The place on the plan.
    pub at: Point,
    /// Degrees east of Greenwich.
    #[ts(type = "string")]
    pub longitude: Decimal,
    /// Degrees north of the equator.
    #[ts(type = "string")]
    pub latitude: Decimal,
}

/// Three places of a plan on the earth: enough for position, direction, scale, and for telling whether they agree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "Vec<Fix>", into = "Vec<Fix>")]
#[ts(type = "Fix[]")]
pub struct Georeference([Fix; 3]);

impl Georeference {
    /// Of three places; refused where one is no place on earth or where they lie on one line.
    pub fn new(fixes: [Fix; 3]) -> Result<Self, FieldError> {
        for fix in &fixes {
            if fix.longitude.abs() > Decimal::from(180) || fix.latitude.abs() > Decimal::from(85) {
                return Err(FieldError::new("longitude lies within 180 and latitude within 85 degrees"));
            }
        }
        let [a, b, c] = fixes.map(|fix| fix.at);
        let twice_area = (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
        let longest = a.distance(b).max(b.distance(c)).max(c.distance(a));
        // Farther than a metre from one line, or nothing says on which side the plan lies.
        if twice_area.abs() < 1_000.0 * longest || longest < 1_000.0 {
            return Err(FieldError::new("the three places lie on one line or too close to each other"));
        }
        let shortened = |fix: Fix| Fix {
            longitude: fix.longitude.normalize(),
            latitude: fix.latitude.normalize(),
            ..fix
        };
        Ok(Self(fixes.map(shortened)))
    }

    /// The three places.
    pub fn fixes(&self) -> &[Fix; 3] {
        &self.0
    }
}

impl TryFrom<Vec<Fix>> for Georeference {
    type Error = FieldError;
    fn try_from(fixes: Vec<Fix>) -> Result<Self, FieldError> {
        let three = <[Fix; 3]>::try_from(fixes).map_err(|_| FieldError::new("three places are needed"))?;
        Self::new(three)
    }
}

impl From<Georeference> for Vec<Fix> {
    fn from(own: Georeference) -> Self {
        own.0.to_vec()
    }
}

impl fmt::Display for Georeference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fix) in self.0.iter().enumerate() {
            let gap = if index > 0 { "; " } else { "" };
            write!(f, "{gap}{} {},{}", fix.at, fix.longitude, fix.latitude)?;
        }
        Ok(())
    }
}

impl FromStr for Georeference {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let wrong = || FieldError::new("three places are written x,y longitude,latitude; ...");
        let one = |text: &str| -> Option<Fix> {
            let (at, earth) = text.split_once(' ')?;
            let (longitude, latitude) = earth.split_once(',')?;
            Some(Fix {
                at: at.parse().ok()?,
                longitude: longitude.parse().ok()?,
                latitude: latitude.parse().ok()?,
            })
        };
        let fixes: Option<Vec<Fix>> = text.split("; ").map(one).collect();
        Self::try_from(fixes.ok_or_else(wrong)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_read_back_from_its_text() {
        let crop = Crop { left: 3, top: 0, width: 10, height: 20 };
        assert_eq!(crop.to_string().parse::<Crop>().unwrap(), crop);
        assert!(crop.is_within(13, 20) && !crop.is_within(12, 20));
        assert!(!Crop { left: i64::MAX, ..crop }.is_within(13, 20));
        let row = RowId { table: Table::RiskZone, id: uuid::Uuid::from_u128(7) };
        let anchors = Anchors { from: Some(row), to: None };
        assert_eq!(anchors.to_string().parse::<Anchors>().unwrap(), anchors);
        let text = "0,0 113.5,34.75; 100000,0 113.501,34.75; 0,100000 113.5,34.749";
        assert_eq!(text.parse::<Georeference>().unwrap().to_string(), text);
        for wrong in ["", "0,0 1,1", "0,0 0,0; 1000,0 0,0; 2000,0 0,0", "0,0 999,0; 9000,0 0,0; 0,9000 0,0"] {
            assert!(wrong.parse::<Georeference>().is_err(), "{wrong}");
        }
    }
}
