//! Longitude and latitude as metres on a plane that touches the earth, and back.
//! Relies on the ellipsoid WGS 84.
//! Must not know: features, files.

use serde::Serialize;

/// Half the long axis of WGS 84, in metres.
const LONG: f64 = 6_378_137.0;
/// Its flattening.
const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// The square of its eccentricity.
const ECCENTRICITY: f64 = FLATTENING * (2.0 - FLATTENING);

/// A plane that touches WGS 84 at one point, with metres to the east and to the north of it.
///
/// A place becomes earth-centred `(N + h) (cos φ cos λ, cos φ sin λ), N (1 - e²) sin φ` at height 0, with
/// `N = a / √(1 - e² sin² φ)`; its difference to the touching point is turned into east, north and up, and up is
/// dropped. A length d from the touching point comes out shorter by about `d³ / 6R²`: half a micrometre at 500 m,
/// 4 mm at 10 km.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ts_rs::TS)]
pub struct LocalPlane {
    /// Degrees east of Greenwich of the touching point.
    pub longitude: f64,
    /// Degrees north of the equator of the touching point.
    pub latitude: f64,
}

impl LocalPlane {
    /// The plane that touches in the middle of these places, each longitude and latitude in degrees. `None` when there
    /// are none, or when they surround the earth.
    pub fn amid(places: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        // In space the date line is a line like any other.
        let mut sum = [0.0; 3];
        let mut count = 0.0;
        for (longitude, latitude) in places {
            let place = earth_centred(longitude, latitude);
            for axis in 0..3 {
                sum[axis] += place[axis];
            }
            count += 1.0;
        }
        let middle = sum.map(|value| value / count);
        // Places of one town have their mean just below the ground.
        if count == 0.0 || length(middle) < 0.9 * LONG {
            return None;
        }
        let (longitude, latitude, _) = geodetic(middle);
        // A short number can be written down and gives the same plane again.
        let short = |degrees: f64| (degrees * 1e6).round() / 1e6;
        Some(Self { longitude: short(longitude), latitude: short(latitude) })
    }

    /// Metres east and north of the touching point. `None` for places too far away to lie on one plan: more than about
    /// 100 km.
    pub fn metres(&self, longitude: f64, latitude: f64) -> Option<(f64, f64)> {
        let here = earth_centred(self.longitude, self.latitude);
        let place = earth_centred(longitude, latitude);
        let offset = [place[0] - here[0], place[1] - here[1], place[2] - here[2]];
        let [east, north, up] = self.axes();
        let is_near = length(offset) <= 100_000.0 && dot(offset, up).abs() <= 2_000.0;
        is_near.then(|| (dot(offset, east), dot(offset, north)))
    }

    /// Longitude and latitude in degrees of the place so many metres east and north.
    pub fn degrees(&self, east: f64, north: f64) -> (f64, f64) {
        let here = earth_centred(self.longitude, self.latitude);
        let [e, n, u] = self.axes();
        // The ground falls away under the plane; each round corrects what is left of the height.
        let mut up = -(east * east + north * north) / (2.0 * LONG);
        let mut place = (self.longitude, self.latitude);
        for _ in 0..6 {
            let point = [0, 1, 2].map(|axis| here[axis] + east * e[axis] + north * n[axis] + up * u[axis]);
            let (longitude, latitude, height) = geodetic(point);
            place = (longitude, latitude);
            up -= height;
        }
        place
    }

    /// The directions east, north and up at the touching point.
    fn axes(&self) -> [[f64; 3]; 3] {
        let (sin_l, cos_l) = self.longitude.to_radians().sin_cos();
        let (sin_p, cos_p) = self.latitude.to_radians().sin_cos();
        [[-sin_l, cos_l, 0.0], [-sin_p * cos_l, -sin_p * sin_l, cos_p], [cos_p * cos_l, cos_p * sin_l, sin_p]]
    }
}

/// Longitude and latitude in degrees of a place in Web Mercator (EPSG 3857), metres.
pub(crate) fn from_web_mercator(x: f64, y: f64) -> (f64, f64) {
    ((x / LONG).to_degrees(), (y / LONG).sinh().atan().to_degrees())
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn length(a: [f64; 3]) -> f64 {
    dot(a, a).sqrt()
}

/// The radius across the meridian at a latitude with this sine.
fn across(sine: f64) -> f64 {
    LONG / (1.0 - ECCENTRICITY * sine * sine).sqrt()
}

fn earth_centred(longitude: f64, latitude: f64) -> [f64; 3] {
    let (sin_l, cos_l) = longitude.to_radians().sin_cos();
    let (sin_p, cos_p) = latitude.to_radians().sin_cos();
    let radius = across(sin_p);
    [radius * cos_p * cos_l, radius * cos_p * sin_l, radius * (1.0 - ECCENTRICITY) * sin_p]
}

/// Longitude, latitude in degrees and height in metres of a place near the ground.
fn geodetic([x, y, z]: [f64; 3]) -> (f64, f64, f64) {
    let level = x.hypot(y);
    let mut latitude = z.atan2(level * (1.0 - ECCENTRICITY));
    for _ in 0..8 {
        let sine = latitude.sin();
        latitude = (z + ECCENTRICITY * across(sine) * sine).atan2(level);
    }
    let (sine, cosine) = latitude.sin_cos();
    let radius = across(sine);
    // Of the two formulas the one that does not divide by nearly nothing.
    let height =
        if cosine > 0.1 { level / cosine - radius } else { z / sine - radius * (1.0 - ECCENTRICITY) };
    (y.atan2(x).to_degrees(), latitude.to_degrees(), height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Length of the shortest way over the ellipsoid in metres, by Vincenty's inverse formula: an independent measure.
    fn vincenty(a: (f64, f64), b: (f64, f64)) -> f64 {
        let short = LONG * (1.0 - FLATTENING);
        let reduced = |latitude: f64| ((1.0 - FLATTENING) * latitude.to_radians().tan()).atan().sin_cos();
        let ((s1, c1), (s2, c2)) = (reduced(a.1), reduced(b.1));
        let difference = (b.0 - a.0).to_radians();
        let mut lambda = difference;
        loop {
            let (sl, cl) = lambda.sin_cos();
            let ss = (c2 * sl).hypot(c1 * s2 - s1 * c2 * cl);
            if ss == 0.0 {
                return 0.0;
            }
            let cs = s1 * s2 + c1 * c2 * cl;
            let sigma = ss.atan2(cs);
            let sa = c1 * c2 * sl / ss;
            let c2a = 1.0 - sa * sa;
            let c2sm = if c2a == 0.0 { 0.0 } else { cs - 2.0 * s1 * s2 / c2a };
            let c = FLATTENING / 16.0 * c2a * (4.0 + FLATTENING * (4.0 - 3.0 * c2a));
            let next = difference
                + (1.0 - c)
                    * FLATTENING
                    * sa
                    * (sigma + c * ss * (c2sm + c * cs * (2.0 * c2sm * c2sm - 1.0)));
            if (next - lambda).abs() < 1e-15 {
                let u2 = c2a * (LONG * LONG - short * short) / (short * short);
                let big_a = 1.0 + u2 / 16384.0 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)));
                let big_b = u2 / 1024.0 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)));
                let ds = big_b
                    * ss
                    * (c2sm
                        + big_b / 4.0
                            * (cs * (2.0 * c2sm * c2sm - 1.0)
                                - big_b / 6.0 * c2sm * (4.0 * ss * ss - 3.0) * (4.0 * c2sm * c2sm - 3.0)));
                return short * big_a * (sigma - ds);
            }
            lambda = next;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn lengths_over_a_kilometre_are_true_to_a_millimetre(
            longitude in -180.0..180.0f64, latitude in -80.0..80.0f64,
            e1 in -500.0..500.0f64, n1 in -500.0..500.0f64, e2 in -500.0..500.0f64, n2 in -500.0..500.0f64,
        ) {
            let plane = LocalPlane { longitude, latitude };
            let (a, b) = (plane.degrees(e1, n1), plane.degrees(e2, n2));
            let (drawn, true_length) = ((e2 - e1).hypot(n2 - n1), vincenty(a, b));
            prop_assert!((drawn - true_length).abs() < 0.001, "{drawn} {true_length}");
        }

        #[test]
        fn there_and_back_is_the_same_place(
            longitude in -180.0..180.0f64, latitude in -89.9..89.9f64, east in -20_000.0..20_000.0f64, north in -20_000.0..20_000.0f64,
        ) {
            let plane = LocalPlane { longitude, latitude };
            let (there_l, there_p) = plane.degrees(east, north);
            let (e, n) = plane.metres(there_l, there_p).unwrap();
            prop_assert!((e - east).hypot(n - north) < 1e-6);
        }
    }

    #[test]
    fn the_middle_of_places_at_the_date_line_is_there() {
        let plane = LocalPlane::amid([(179.9999, -17.0), (-179.9999, -17.0)]).unwrap();
        assert_eq!((plane.longitude.abs(), plane.latitude), (180.0, -17.0));
        let (east, _) = plane.metres(179.9999, -17.0).unwrap();
        assert!(east.abs() < 11.0);
        assert_eq!(LocalPlane::amid([]), None);
        assert_eq!(LocalPlane::amid([(0.0, 0.0), (180.0, 0.0)]), None);
        assert_eq!(plane.metres(120.0, 30.0), None);
    }
}
