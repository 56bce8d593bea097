//! What the header of a DXF says of the whole drawing: version, code page, unit.
//! Relies on the pairs that follow `HEADER`, each variable begun by a group code 9.
//! Must not know: entities.

use super::pairs::{Record, Value};
use crate::imported::Unit;

/// The variables that matter here.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Header {
    /// `$ACADVER`, such as `AC1032`; empty where the file has no header.
    pub(crate) version: String,
    /// `$DWGCODEPAGE`, such as `ANSI_936`.
    pub(crate) code_page: String,
    /// `$INSUNITS`, 0 for none.
    units: i64,
    /// `$MEASUREMENT`: 0 imperial, 1 metric.
    measurement: Option<i64>,
    /// `$LUNITS`: how lengths are written; 3 and 4 are feet and inches.
    writing: i64,
}

impl Header {
    /// Reads the record that begins the section.
    pub(crate) fn of(section: &Record<'_>) -> Self {
        let mut header = Self::default();
        let mut variable: &[u8] = &[];
        for pair in &section.pairs {
            if pair.code == 9 {
                variable = pair.value.bytes().trim_ascii();
                continue;
            }
            match variable {
                b"$ACADVER" => header.version = word(pair.value),
                b"$DWGCODEPAGE" => header.code_page = word(pair.value),
                b"$INSUNITS" => header.units = pair.value.whole(),
                b"$MEASUREMENT" => header.measurement = Some(pair.value.whole()),
                b"$LUNITS" => header.writing = pair.value.whole(),
                _ => {}
            }
        }
        header
    }

    /// The unit that the file states. Inches are what a template says whose user never looked: where the drawing is
    /// metric, and its `side` in inches makes no building, they count as not stated.
    pub(crate) fn unit(&self, side: f64) -> Option<Unit> {
        let unit = match self.units {
            1 => Unit::Inch,
            2 => Unit::Foot,
            4 => Unit::Millimetre,
            5 => Unit::Centimetre,
            6 => Unit::Metre,
            7 => Unit::Kilometre,
            10 => Unit::Yard,
            14 => Unit::Decimetre,
            // Feet and inches are only written that way when an inch is the unit.
            0 if matches!(self.writing, 3 | 4) => Unit::Inch,
            _ => return None,
        };
        let is_template = unit == Unit::Inch && self.measurement == Some(1) && side * 0.0254 > 800.0;
        (!is_template).then_some(unit)
    }

    /// The units to try when none is stated, the most usual one first.
    pub(crate) fn candidates(&self) -> &'static [Unit] {
        if self.measurement == Some(0) {
            &[Unit::Millimetre, Unit::Inch, Unit::Metre, Unit::Foot, Unit::Centimetre]
        } else {
            &[Unit::Millimetre, Unit::Metre, Unit::Centimetre, Unit::Inch, Unit::Foot]
        }
    }

    /// The version for people: `AC1032 (AutoCAD 2018)`.
    pub(crate) fn named_version(&self) -> String {
        let name = match self.version.as_str() {
            "" => return String::new(),
            "AC1006" => "R10",
            "AC1009" => "R12",
            "AC1012" => "R13",
            "AC1014" => "R14",
            "AC1015" => "2000",
            "AC1018" => "2004",
            "AC1021" => "2007",
            "AC1024" => "2010",
            "AC1027" => "2013",
            "AC1032" => "2018",
            other => return other.to_owned(),
        };
        format!("{} (AutoCAD {name})", self.version)
    }
}

fn word(value: Value<'_>) -> String {
    let text = String::from_utf8_lossy(value.bytes().trim_ascii());
    text.chars().filter(|letter| !letter.is_control()).take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::super::pairs::Records;
    use super::*;

    #[test]
    fn units_are_believed_unless_a_template_wrote_them() {
        let header =
            |text: &str| Header::of(&Records::new(text.as_bytes()).unwrap().next().unwrap().unwrap());
        let start = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$INSUNITS\n70\n";
        let stated = header(&format!("{start}     4\n0\nENDSEC\n"));
        assert_eq!(
            (stated.unit(50_000.0), stated.named_version()),
            (Some(Unit::Millimetre), "AC1015 (AutoCAD 2000)".to_owned())
        );
        let inches = header(&format!("{start}1\n9\n$MEASUREMENT\n70\n1\n0\nENDSEC\n"));
        assert_eq!((inches.unit(58_000.0), inches.unit(2_280.0)), (None, Some(Unit::Inch)));
        let feet = header(&format!("{start}0\n9\n$LUNITS\n70\n4\n0\nENDSEC\n"));
        assert_eq!(feet.unit(1.0), Some(Unit::Inch));
        assert_eq!(header("0\nSECTION\n2\nENTITIES\n").unit(1.0), None);
    }
}
