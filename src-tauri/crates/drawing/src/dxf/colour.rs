//! AutoCAD's numbered colours.
//! Relies on the pattern of their table: 24 hues in steps of 15°, each in five strengths, full and half.
//! Must not know: layers.

use crate::imported::Rgb;

/// The colour with this number, 1 to 255; `None` for 0 and 256, which point elsewhere.
pub(crate) fn numbered(number: i64) -> Option<Rgb> {
    let colour = match number {
        1 => Rgb(255, 0, 0),
        2 => Rgb(255, 255, 0),
        3 => Rgb(0, 255, 0),
        4 => Rgb(0, 255, 255),
        5 => Rgb(0, 0, 255),
        6 => Rgb(255, 0, 255),
        // White on a dark screen, black on paper.
        7 => Rgb(0, 0, 0),
        8 => Rgb(128, 128, 128),
        9 => Rgb(192, 192, 192),
        10..=249 => hue((number / 10 - 1) as f64 * 15.0, number % 10),
        250..=255 => {
            let grey = [51, 80, 105, 130, 190, 255][(number - 250) as usize];
            Rgb(grey, grey, grey)
        }
        _ => return None,
    };
    Some(colour)
}

/// Even shades are pure, odd ones half mixed with white; each pair is darker than the one before.
fn hue(degrees: f64, shade: i64) -> Rgb {
    let strength = [1.0, 0.65, 0.5, 0.3, 0.15][(shade / 2).clamp(0, 4) as usize];
    let mix = if shade % 2 == 1 { 0.5 } else { 0.0 };
    let part = |offset: f64| {
        let distance = (degrees - offset).rem_euclid(360.0);
        let distance = distance.min(360.0 - distance);
        let pure = (2.0 - distance / 60.0).clamp(0.0, 1.0);
        (255.0 * strength * (pure + (1.0 - pure) * mix)) as u8
    };
    Rgb(part(0.0), part(120.0), part(240.0))
}

/// A colour as a number of 24 bits.
pub(crate) fn of_bits(bits: i64) -> Rgb {
    Rgb((bits >> 16) as u8, (bits >> 8) as u8, bits as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_entries_of_the_table() {
        assert_eq!(numbered(10), Some(Rgb(255, 0, 0)));
        assert_eq!(numbered(30), Some(Rgb(255, 127, 0)));
        assert_eq!(numbered(11), Some(Rgb(255, 127, 127)));
        assert_eq!(numbered(170), Some(Rgb(0, 0, 255)));
        assert_eq!(numbered(92), Some(Rgb(0, 165, 0)));
        assert_eq!(numbered(0), None);
        assert_eq!(numbered(256), None);
    }
}
