//! `cargo run --release -p geometry --features plan --example agree -- SEED COUNT`: random outlines with places and
//! what the crate says of each, one line of JSON per outline, for `tests/geometry/agree.py` to compare with another program.
//! Never shipped.
#![allow(clippy::print_stdout)] // a program that another reads

use geometry::{Outline, Point, plan};

fn main() {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (Some(Ok(seed)), Some(Ok(count))) = (arguments.next(), arguments.next()) else {
        println!("say: agree SEED COUNT");
        return;
    };
    for own in 0..count {
        let (outlines, places) = plan::outlines_and_places(seed.wrapping_add(own));
        let shapes: Vec<String> = outlines.iter().map(rings).collect();
        for (index, outline) in outlines.iter().enumerate() {
            let judged: Vec<String> = places.iter().map(|place| judged(outline, *place)).collect();
            let common: Vec<String> =
                outlines[..index].iter().map(|other| outline.common_area(other).to_string()).collect();
            println!(
                "{{\"rings\":{},\"area\":{},\"perimeter\":{},\"others\":[{}],\"common\":[{}],\"places\":[{}]}}",
                shapes[index],
                outline.area(),
                outline.perimeter(),
                shapes[..index].join(","),
                common.join(","),
                judged.join(","),
            );
        }
    }
}

fn rings(outline: &Outline) -> String {
    let ring = |ring: &Vec<Point>| {
        let points: Vec<String> = ring.iter().map(|point| format!("[{},{}]", point.x(), point.y())).collect();
        format!("[{}]", points.join(","))
    };
    let rings: Vec<String> = outline.rings().iter().map(ring).collect();
    format!("[{}]", rings.join(","))
}

fn judged(outline: &Outline, place: Point) -> String {
    let (x, y) = (place.x(), place.y());
    format!("[{x},{y},{},{}]", outline.contains(place), outline.border_distance(place))
}
