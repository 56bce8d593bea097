#!/usr/bin/env python3
"""Compares what the crate `geometry` says of random outlines with what GEOS says of them, through shapely.

A check for developers, not part of the test run. It needs `pip install shapely`:

    cargo run --release -p geometry --features plan --example agree -- 1 20000 | python3 tests/geometry/agree.py

It ends with 1 if a place well off every border is judged differently, or if an area, a length, a distance or a
validity differs by more than rounding does. Places within a micrometre of a border are counted, not compared:
there it is the rounding of the place itself that decides.
"""

import json
import sys

import shapely
from shapely.geometry import Point, Polygon

ON_BORDER = 1e-3  # mm


def differs(one, other, slack):
    return abs(one - other) > slack


def main():
    outlines = places = on_border = 0
    faults = []
    for line in sys.stdin:
        found = json.loads(line)
        rings = found["rings"]
        polygon = Polygon(rings[0], rings[1:])
        outlines += 1
        if not polygon.is_valid:
            faults.append(("validity", shapely.is_valid_reason(polygon), rings))
        if differs(polygon.area, found["area"], 1e-9 * polygon.area):
            faults.append(("area", polygon.area, found["area"]))
        if differs(polygon.length, found["perimeter"], 1e-9 * polygon.length):
            faults.append(("perimeter", polygon.length, found["perimeter"]))
        for other, common in zip(found["others"], found["common"]):
            # On a grid of a nanometre: without one GEOS takes edges for one that meet in a point and part by a hair.
            exact = shapely.intersection(polygon, Polygon(other[0], other[1:]), grid_size=1e-6).area
            if differs(exact, common, 1e-6 * polygon.area + 1e-2 * polygon.length):
                faults.append(("common area", exact, common, rings, other))
        for x, y, is_inside, apart in found["places"]:
            place = Point(x, y)
            places += 1
            exact = polygon.boundary.distance(place)
            if differs(exact, apart, 1e-6 + 1e-9 * exact):
                faults.append(("distance", exact, apart))
            if exact <= ON_BORDER:
                on_border += 1
            elif polygon.covers(place) != is_inside:
                faults.append(("inside", (x, y), is_inside, rings))
    print(f"{outlines} outlines, {places} places ({on_border} on a border): {len(faults)} differ")
    for fault in faults[:10]:
        print(*fault)
    return 1 if faults or not outlines else 0


if __name__ == "__main__":
    sys.exit(main())
