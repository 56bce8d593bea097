//! Prints what an import of a drawing would give, as JSON: `cargo run --release -p drawing --example inspect FILE`.
//! Relies on the crate alone.
//! Must not know: the project file.

use std::time::Instant;

#[expect(clippy::print_stdout, reason = "its purpose")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name a drawing")?;
    let gap: f64 = arguments.next().map_or(Ok(1_000.0), |text| text.parse())?;
    let bytes = std::fs::read(path)?;
    let start = Instant::now();
    let found = match drawing::read(&bytes, &drawing::Options::default(), &mut drawing::Watch::nobody()) {
        Ok(found) => found,
        Err(error) => {
            println!("{}\n{}\n{error}", error.code(), error.chinese());
            return Ok(());
        }
    };
    let read = start.elapsed();
    let start = Instant::now();
    let walls = found.walls();
    let options = drawing::RoomOptions { gap_mm: gap, ..drawing::RoomOptions::default() };
    let rooms = drawing::all_rooms(&walls, &options, &mut drawing::Watch::nobody());
    let (rooms, trouble) = match rooms {
        Ok(rooms) => (rooms, None),
        Err(error) => (Vec::new(), Some(error.to_string())),
    };
    let searched = start.elapsed();
    let square_metres: Vec<f64> =
        rooms.iter().map(|room| (room.outline.area() / 1e4).round() / 100.0).collect();
    let bridges: usize = rooms.iter().map(|room| room.bridges.len()).sum();
    let warnings: Vec<String> =
        found.warnings.iter().map(|warning| format!("{}: {warning}", warning.code())).collect();
    let report = serde_json::json!({
        "kind": found.kind,
        "version": found.version,
        "units": { "unit": found.units.unit, "basis": found.units.basis, "scale": found.units.millimetres_per_unit },
        "found": found.found,
        "imported": found.counts,
        "skipped": found.skipped,
        "lines": found.lines.len(),
        "texts": found.texts.len(),
        "areas": found.areas.len(),
        "bounds_mm": found.bounds_mm.map(|b| [b.x0, b.y0, b.x1, b.y1]),
        "layers": found.layers.iter().map(|layer| format!("{} ({:?}) {}", layer.name, layer.role, layer.count)).collect::<Vec<_>>(),
        "levels": found.levels,
        "pictures": found.pictures.iter().map(|p| (p.width, p.height, p.bytes.len())).collect::<Vec<_>>(),
        "warnings": warnings,
        "milliseconds": read.as_millis() as u64,
        "rooms": { "gap_mm": gap, "walls": walls.len(), "edges": walls.iter().map(|wall| wall.points.len()).sum::<usize>(), "found": rooms.len(), "square_metres": square_metres,
            "bridges": bridges, "trouble": trouble, "milliseconds": searched.as_millis() as u64 },
    });
    println!("{}", serde_json::to_string_pretty(&report)?);
    Ok(())
}
