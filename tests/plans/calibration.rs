//! A picture calibrated by two clicks, and rooms traced on it, have the areas that they have.

use domain::{RiskZoneKind, RowId, Scale, Table};
use edit::{AddUnderlay, Calibrate, Command, DrawZone, Overlap, Reference, fit_scale};
use geometry::Point;
use testkit::Bench;

/// Millimetres for one pixel in truth: a floor of 50 m on a picture of 2,000 pixels.
const TRUE_SCALE: f64 = 25.0;

#[test]
fn a_reference_of_twenty_metres_gives_areas_within_one_percent() {
    // Each click misses by up to half a pixel at either end, in the worst directions.
    for (miss_from, miss_to) in [(-0.5, 0.5), (0.5, -0.5), (0.4, 0.4)] {
        let mut bench = Bench::blank();
        let floor = bench.snapshot().floors.iter().next().unwrap().id;
        let guess = 11.0;
        let added = bench
            .execute(Command::AddUnderlay(AddUnderlay {
                floor,
                asset: "a".repeat(64),
                width: 2_000,
                height: 1_400,
                millimetres_per_pixel: guess.to_string().parse::<Scale>().unwrap(),
                origin: Some(Point::new(-3_000.0, 1_500.0).unwrap()),
                name: "扫描".to_owned(),
                to_scale: false,
            }))
            .unwrap();
        assert!(!bench.snapshot().floors.get(floor).unwrap().calibrated);
        let underlay = added.created[0].id.into();
        let shown = |bench: &Bench, x: f64, y: f64| {
            let own = bench.snapshot().underlays.get(underlay).unwrap();
            let scale: f64 = own.millimetres_per_pixel.to_string().parse().unwrap();
            own.origin.moved(x * scale, y * scale).unwrap()
        };
        let (from, to) = (shown(&bench, 200.0 + miss_from, 700.0), shown(&bench, 1_000.0 + miss_to, 700.0));
        let calibrate =
            Calibrate { underlay, from, to, millimetres: 20_000.0, more: Vec::new(), move_drawn: false };
        bench.execute(Command::Calibrate(calibrate)).unwrap();
        assert!(bench.snapshot().floors.get(floor).unwrap().calibrated);

        // Rooms of known areas, traced to the nearest pixel.
        for (x, y, width, height) in [
            (2_000.0, 1_000.0, 12_600.0, 8_100.0),
            (20_010.0, 3_020.0, 7_200.0, 6_400.0),
            (30_000.0, 200.0, 15_000.0, 24_000.0),
        ] {
            let pixel = |value: f64| (value / TRUE_SCALE).round();
            let corner = |x: f64, y: f64| shown(&bench, pixel(x), pixel(y));
            let ring = vec![
                corner(x, y),
                corner(x + width, y),
                corner(x + width, y + height),
                corner(x, y + height),
            ];
            let drawn = bench
                .execute(Command::DrawZone(DrawZone {
                    floor,
                    outline: vec![ring],
                    name: "房间".to_owned(),
                    kind: RiskZoneKind::Place,
                    overlap: Overlap::Allow,
                }))
                .unwrap();
            let RowId { table, id } = drawn.created[0];
            assert_eq!(table, Table::RiskZone);
            let area = bench.snapshot().zones.get(id.into()).unwrap().outline.as_ref().unwrap().area();
            let error = (area / (width * height) - 1.0).abs();
            assert!(error <= 0.01, "{error} for {width} x {height} with clicks {miss_from}, {miss_to}");
        }
    }
}

#[test]
fn a_third_length_shows_how_far_the_references_disagree() {
    let at = |x: f64, y: f64| Point::new(x, y).unwrap();
    let one = Reference { from: at(0.0, 0.0), to: at(1_000.0, 0.0), millimetres: 20_000.0 };
    let other = Reference { from: at(0.0, 0.0), to: at(0.0, 1_000.0), millimetres: 20_200.0 };
    let fit = fit_scale(&[one, other]).unwrap();
    assert!((fit.factor - 20.1).abs() < 1e-12);
    assert!((fit.residuals_mm[0] - 100.0).abs() < 1e-9 && (fit.residuals_mm[1] + 100.0).abs() < 1e-9);
    assert!((fit.worst_percent - 0.5).abs() < 0.01);
    let nowhere = Reference { from: at(0.0, 0.0), to: at(0.0, 0.0), millimetres: 20_000.0 };
    let endless = Reference { millimetres: f64::NAN, ..one };
    assert!(fit_scale(&[]).is_err() && fit_scale(&[nowhere]).is_err() && fit_scale(&[endless]).is_err());
}
