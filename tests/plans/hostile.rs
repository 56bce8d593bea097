//! Drawings that cannot be read end with 2, one plain line, and the project as it was.

use crate::desk::Desk;

#[test]
fn broken_drawings_change_nothing_and_say_why() {
    let desk = Desk::sample();
    let before = std::fs::read(desk.at("a.sise")).unwrap();
    let pairs = |pairs: &[(u32, &str)]| {
        pairs.iter().map(|(code, value)| format!("{code}\n{value}\n")).collect::<String>()
    };
    let recursive = pairs(&[
        (0, "SECTION"),
        (2, "BLOCKS"),
        (0, "BLOCK"),
        (2, "A"),
        (10, "0"),
        (20, "0"),
        (0, "INSERT"),
        (2, "A"),
        (10, "0"),
        (20, "0"),
        (0, "ENDBLK"),
        (0, "ENDSEC"),
        (0, "SECTION"),
        (2, "ENTITIES"),
        (0, "INSERT"),
        (2, "A"),
        (10, "0"),
        (20, "0"),
        (0, "ENDSEC"),
        (0, "EOF"),
    ]);
    let nothing = pairs(&[(0, "SECTION"), (2, "ENTITIES"), (0, "ENDSEC"), (0, "EOF")]);
    let nan = pairs(&[
        (0, "SECTION"),
        (2, "ENTITIES"),
        (0, "LINE"),
        (8, "0"),
        (10, "NaN"),
        (20, "0"),
        (11, "1e999"),
        (21, "5"),
        (0, "ENDSEC"),
        (0, "EOF"),
    ]);
    // A picture that claims a hundred megapixels.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20, 8, 2, 0, 0, 0]);
    png.extend(0x6c12_d16e_u32.to_be_bytes());
    png.extend(b"\0\0\0\x10IDAT");
    png.extend([0; 60]);
    let mut points = String::new();
    for index in 0..900_000 {
        points.push_str(&format!("[{}.5,1],", index));
    }
    let million = format!(
        "{{\"type\":\"Feature\",\"properties\":{{}},\"geometry\":{{\"type\":\"LineString\",\"coordinates\":[{}[0,0]]}}}}",
        points
    );
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("empty.dxf", Vec::new()),
        ("text.dxf", b"hello".to_vec()),
        ("drawing.dwg", b"AC1032\0\0\0\0\0\0".to_vec()),
        ("half.dxf", crate::ROOMS.as_bytes()[..crate::ROOMS.len() / 2].to_vec()),
        ("recursive.dxf", recursive.into_bytes()),
        ("nothing.dxf", nothing.into_bytes()),
        ("nan.dxf", nan.into_bytes()),
        ("huge.png", png),
        ("cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec()),
        ("broken.pdf", b"%PDF-1.7\n1 0 obj\n<<".to_vec()),
        ("broken.geojson", b"{\"type\":\"FeatureCollection\",\"features\":[{".to_vec()),
        ("million.geojson", million.into_bytes()),
        ("million.dxf", million_lines().into_bytes()),
        ("locked.pdf", include_bytes!("locked.pdf").to_vec()),
        ("script.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec()),
        (
            "bomb.svg",
            b"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>".to_vec(),
        ),
        ("other.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
    ];
    for (name, bytes) in &files {
        std::fs::write(desk.at(name), bytes).unwrap();
        let output = desk.run(&["import-plan", "a.sise", "--floor", "X", name, "--json"]);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{name}: {errors}");
        assert!(output.stdout.is_empty(), "{name}");
        assert_eq!(errors.trim_end().lines().count(), 1, "{name}: {errors}");
        assert!(errors.starts_with("sise: ") && errors.contains('。'), "{name}: {errors}");
        assert_eq!(std::fs::read(desk.at("a.sise")).unwrap(), before, "{name}");
    }
    for (name, says) in [
        ("locked.pdf", "密码"),
        ("million.dxf", "500"),
        ("huge.png", "像素"),
        ("recursive.dxf", "A"),
        ("drawing.dwg", "DXF"),
    ] {
        let output = desk.run(&["import-plan", "a.sise", "--floor", "X", name]);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(errors.contains(says), "{name} does not name {says}: {errors}");
    }
    for (arguments, says) in [
        (vec!["import-plan", "a.sise", "--floor", "X", "none.dxf"], "无法读取"),
        (vec!["import-plan", "none.sise", "--floor", "X", "empty.dxf"], "空"),
        (vec!["import-plan", "a.sise", "--floor", "1F", "rooms.dxf"], "多个"),
        (vec!["export-plan", "a.sise", "--floor", "没有", "--out", "out"], "没有名为"),
    ] {
        std::fs::write(desk.at("rooms.dxf"), crate::ROOMS).unwrap();
        let output = desk.run(&arguments);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
        assert!(errors.contains(says), "{arguments:?}: {errors}");
    }
    assert_eq!(std::fs::read(desk.at("a.sise")).unwrap(), before);
}

/// One entity more than a drawing may have.
fn million_lines() -> String {
    let mut text = "0\nSECTION\n2\nENTITIES\n".to_owned();
    text.push_str(&"0\nLINE\n8\n0\n10\n0\n20\n0\n11\n9000\n21\n9\n".repeat(1_000_001));
    text.push_str("0\nENDSEC\n0\nEOF\n");
    text
}

#[test]
fn scripts_and_strangers_of_an_svg_stay_outside() {
    let desk = Desk::sample();
    std::fs::write(desk.at("secret.png"), b"secret").unwrap();
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100mm" height="50mm" viewBox="0 0 100 50">
        <script>fetch("http://127.0.0.1/")</script><style>@import url("http://127.0.0.1/a.css");</style>
        <image xlink:href="secret.png" width="9" height="9"/><use href="http://127.0.0.1/b.svg#c"/>
        <path onclick="alert(1)" d="M0 0H100V50H0Z" fill="none" stroke="black"/></svg>"#;
    std::fs::write(desk.at("foreign.svg"), svg).unwrap();
    let done = desk.json(&["import-plan", "a.sise", "--floor", "X", "foreign.svg", "--json"]);
    assert_eq!(done["underlays"].as_u64().unwrap_or(0), 0, "{done}");
    let skipped = done["skipped"].to_string();
    assert!(skipped.contains("script") && skipped.contains("image"), "{done}");
    desk.json(&["export-plan", "a.sise", "--floor", "X", "--out", "out", "--json"]);
    for file in std::fs::read_dir(desk.at("out")).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for stranger in ["script", "onclick", "127.0.0.1", "secret"] {
            assert!(!text.contains(stranger), "{stranger}");
        }
    }
}
