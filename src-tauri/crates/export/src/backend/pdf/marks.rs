//! Crop marks: where the guillotine cuts.
//! Relies on layout items.
//! Must not know: PDF.

use crate::layout::{Colour, Item, Mm, Path, Size, Stroke, point};

/// Distance from the bleed to a mark, in millimetres.
const CLEARANCE: Mm = 2.0;
/// Length of a mark, in millimetres.
const LENGTH: Mm = 5.0;
/// Room that marks need outside the bleed, in millimetres.
pub(super) const ROOM: Mm = CLEARANCE + LENGTH + 1.0;

/// Black on every plate, so that all of them carry the marks.
const REGISTRATION: Colour = Colour { rgb: [0, 0, 0], cmyk: [100, 100, 100, 100] };

/// Two marks at each corner of the trimmed page.
pub(super) fn corners(size: Size, bleed: Mm) -> Vec<Item> {
    let start = bleed + CLEARANCE;
    let mut path = Path::new();
    for (x, outwards) in [(0.0, -1.0), (size.width, 1.0)] {
        for (y, downwards) in [(0.0, -1.0), (size.height, 1.0)] {
            path.move_to(point(x + outwards * start, y)).line_to(point(x + outwards * (start + LENGTH), y));
            path.move_to(point(x, y + downwards * start)).line_to(point(x, y + downwards * (start + LENGTH)));
        }
    }
    vec![Item::stroke(path, Stroke::new(REGISTRATION, 0.09))]
}
