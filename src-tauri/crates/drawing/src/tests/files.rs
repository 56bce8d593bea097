//! Small files of every format, written byte by byte.
//! Relies on nothing but the formats' own rules.
//! Must not know: what is tested with them.

use std::io::{Cursor, Write};

/// A DXF of group codes and values.
pub(super) struct Dxf(Vec<(i32, String)>);

impl Dxf {
    /// A drawing in millimetres with a header, layers as `(name, colour)`, blocks as text of pairs, and entities
    /// likewise: each pair `code value`, parted by bars.
    pub(super) fn new(
        version: &str,
        layers: &[(&str, i32)],
        blocks: &[(&str, &str)],
        entities: &str,
    ) -> Self {
        let mut dxf = Self(Vec::new());
        dxf.add("0 SECTION|2 HEADER|9 $ACADVER");
        dxf.pair(1, version);
        dxf.add("9 $DWGCODEPAGE|3 ANSI_936|9 $INSUNITS|70 4|0 ENDSEC|0 SECTION|2 TABLES|0 TABLE|2 LAYER");
        for (name, colour) in layers {
            dxf.add("0 LAYER");
            dxf.pair(2, name);
            dxf.pair(62, &colour.to_string());
            dxf.pair(70, "0");
        }
        dxf.add("0 ENDTAB|0 ENDSEC|0 SECTION|2 BLOCKS");
        for (name, contents) in blocks {
            dxf.add("0 BLOCK|8 0|70 0");
            dxf.pair(2, name);
            dxf.add("10 0|20 0");
            dxf.add(contents);
            dxf.add("0 ENDBLK");
        }
        dxf.add("0 ENDSEC|0 SECTION|2 ENTITIES");
        dxf.add(entities);
        dxf.add("0 ENDSEC|0 EOF");
        dxf
    }

    fn add(&mut self, pairs: &str) {
        for pair in pairs.split('|').filter(|pair| !pair.trim().is_empty()) {
            let (code, value) = pair.trim().split_once(' ').unwrap_or((pair.trim(), ""));
            self.pair(code.parse().unwrap(), value);
        }
    }

    fn pair(&mut self, code: i32, value: &str) {
        self.0.push((code, value.to_owned()));
    }

    /// As text in UTF-8.
    pub(super) fn text(&self) -> Vec<u8> {
        self.encoded(|text| text.as_bytes().to_vec())
    }

    /// As text in the code page of Chinese Windows.
    pub(super) fn gbk(&self) -> Vec<u8> {
        self.encoded(|text| encoding_rs::GB18030.encode(text).0.into_owned())
    }

    fn encoded(&self, encode: impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (code, value) in &self.0 {
            bytes.extend(format!("{code:3}\r\n").bytes());
            bytes.extend(encode(value));
            bytes.extend(b"\r\n");
        }
        bytes
    }

    /// As a binary file with codes of two bytes.
    pub(super) fn binary(&self) -> Vec<u8> {
        let mut bytes = crate::dxf::BINARY_MARK.to_vec();
        for (code, value) in &self.0 {
            bytes.extend((*code as i16).to_le_bytes());
            match code {
                10..=59 | 210..=239 => bytes.extend(value.parse::<f64>().unwrap().to_le_bytes()),
                60..=79 => bytes.extend(value.parse::<i16>().unwrap().to_le_bytes()),
                90..=99 => bytes.extend(value.parse::<i32>().unwrap().to_le_bytes()),
                _ => {
                    bytes.extend(value.bytes());
                    bytes.push(0);
                }
            }
        }
        bytes
    }
}

/// A drawing with a bit of everything.
pub(super) fn everything() -> Dxf {
    let door = "0 LINE|8 0|10 0|20 0|11 900|21 0|0 ARC|8 0|10 0|20 0|40 900|50 0|51 90|0 HATCH|8 0|2 SOLID";
    let entities = "0 LINE|8 墙体|10 1000|20 1000|11 9000|21 1000\
        |0 LWPOLYLINE|8 墙体|90 3|70 1|10 1000|20 1000|42 1|10 9000|20 1000|10 9000|20 7000\
        |0 POLYLINE|8 墙体|66 1|70 0|0 VERTEX|8 墙体|10 0|20 0|0 VERTEX|8 墙体|10 10000|20 0|0 SEQEND\
        |0 CIRCLE|8 柱|10 2000|20 2000|40 300\
        |0 ELLIPSE|8 家具|10 4000|20 4000|11 500|21 0|40 0.5|41 0|42 6.283185307179586\
        |0 SPLINE|8 家具|70 8|71 2|40 0|40 0|40 0|40 1|40 1|40 1|10 0|20 0|10 500|20 500|10 1000|20 0\
        |0 SOLID|8 柱|10 0|20 0|11 500|21 0|12 0|22 500|13 500|23 500\
        |0 TEXT|8 文字|10 3000|20 3000|40 250|1 办公室 %%c20\
        |0 MTEXT|8 文字|10 5000|20 3000|40 250|71 5|1 {\\fSimSun|b0;会议室}\\P二层\
        |0 INSERT|8 门|2 door|10 5000|20 1000|41 1|42 1|50 90\
        |0 HATCH|8 墙体|2 SOLID|0 DIMENSION|8 标注|1 x|0 POINT|8 0|10 1|20 1";
    // The bar parts pairs here, so the font's own bars are left out of the text.
    let layers = [("墙体", 7), ("柱", 1), ("家具", 3), ("文字", -2), ("门", 5)];
    Dxf::new("AC1015", &layers, &[("door", door)], &entities.replace("SimSun|b0;", "SimSun;"))
}

/// A map of one floor: an outline, a wall, a door, a stair, a room with a name.
pub(super) fn geojson() -> String {
    let ring = |x0: f64, y0: f64, x1: f64, y1: f64| {
        format!("[[[{x0},{y0}],[{x1},{y0}],[{x1},{y1}],[{x0},{y1}],[{x0},{y0}]]]")
    };
    let feature = |kind: &str, name: &str, ring: String| {
        format!(
            r#"{{"type":"Feature","properties":{{"type":"{kind}","name":"{name}"}},"geometry":{{"type":"Polygon","coordinates":{ring}}}}}"#
        )
    };
    let features = [
        feature("building_outline", "", ring(120.0, 30.0, 120.0005, 30.0003)),
        feature("wall", "", ring(120.0001, 30.0, 120.000_102, 30.0003)),
        feature("door", "", ring(120.0002, 30.0001, 120.000_21, 30.000_101)),
        feature("stairs", "", ring(120.0003, 30.0001, 120.000_35, 30.000_15)),
        feature("room", "一〇一", ring(120.0, 30.0, 120.0001, 30.0003)),
    ];
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

/// An archive of these files.
pub(super) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A map of two floors.
pub(super) fn imdf() -> Vec<u8> {
    let square =
        |x: f64| format!("[[[{x},30.0],[{0},30.0],[{0},30.0002],[{x},30.0002],[{x},30.0]]]", x + 0.0002);
    let feature = |kind: &str, id: &str, properties: &str, x: f64| {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":"{id}","feature_type":"{kind}","properties":{{{properties}}},"geometry":{{"type":"Polygon","coordinates":{}}}}}]}}"#,
            square(x)
        )
    };
    let two = feature("level", "L1", r#""ordinal":0,"name":{"zh":"一层"}"#, 120.0);
    let levels = two.replace(
        "}]}",
        &format!(
            r#"}},{{"type":"Feature","id":"L2","feature_type":"level","properties":{{"ordinal":1,"name":{{"zh":"二层"}}}},"geometry":{{"type":"Polygon","coordinates":{}}}}}]}}"#,
            square(120.0)
        ),
    );
    let unit = feature("unit", "U1", r#""category":"room","level_id":"L2","name":{"zh":"教室"}"#, 120.0);
    let stairs = feature("fixture", "F1", r#""category":"wall","level_id":"L1""#, 120.0);
    zip(&[
        ("manifest.json", b"{}"),
        ("level.geojson", levels.as_bytes()),
        ("unit.geojson", unit.as_bytes()),
        ("fixture.geojson", stairs.as_bytes()),
    ])
}

/// A drawing with groups, a use, a text, a script and a reference to elsewhere.
pub(super) const SVG: &str = r##"<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 300" onload="alert(1)">
 <script>alert(2)</script>
 <image xlink:href="http://example.invalid/a.png" width="10" height="10"/>
 <defs><path id="door" d="M0 0 L9 0 A9 9 0 0 1 0 9 Z"/></defs>
 <g id="墙体" transform="translate(10,20) scale(2)">
  <rect x="0" y="0" width="100" height="50"/>
  <path d="M0 25h100M50,0c10 10 10 40 0 50"/>
 </g>
 <g id="门"><use href="#door" x="50" y="60"/><circle cx="200" cy="100" r="10"/></g>
 <text x="30" y="40" font-size="20" text-anchor="middle">办公室<tspan x="30" dy="24">101</tspan></text>
 <rect style="display:none" width="9999" height="9999"/>
</svg>"##;

/// A PDF of one page, 72 by 36 points, with a black square.
pub(super) fn pdf() -> Vec<u8> {
    let drawing = "0 0 0 rg 0 0 36 36 re f";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 36] /Contents 4 0 R /Resources << >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()),
    ];
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(text.len());
        text += &format!("{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = text.len();
    text += "xref\n0 5\n0000000000 65535 f \n";
    for place in places {
        text += &format!("{place:010} 00000 n \n");
    }
    text += &format!("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    text.into_bytes()
}

/// A picture whose left upper quarter is black, in this format.
pub(super) fn picture(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(if x < width / 2 && y < height / 2 { [0, 0, 0] } else { [255, 255, 255] })
    });
    let mut bytes = Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(pixels).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG whose camera says that it lies on its side.
pub(super) fn turned_jpeg(width: u32, height: u32) -> Vec<u8> {
    let plain = picture(width, height, image::ImageFormat::Jpeg);
    // One entry: orientation, a short, 6: to be turned a quarter clockwise.
    let mut note = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1];
    bytes.extend(((note.len() + 2) as u16).to_be_bytes());
    bytes.append(&mut note);
    bytes.extend(&plain[2..]);
    bytes
}
