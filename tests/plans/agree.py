#!/usr/bin/env python3
"""Asks ezdxf and shapely what `sise export-plan` wrote. A check for developers; needs `pip install ezdxf shapely`.

Usage: agree.py FOLDER, where `sise export-plan FILE --out FOLDER` has written.
"""

import json
import pathlib
import sys

import ezdxf
from shapely.geometry import shape

folder = pathlib.Path(sys.argv[1])
files = sorted(folder.glob("*.dxf"))
assert files, "no .dxf there"
for path in files:
    document = ezdxf.readfile(path)
    auditor = document.audit()
    assert not auditor.errors, auditor.errors
    layers = {}
    for entity in document.modelspace():
        key = (entity.dxf.layer, entity.dxftype())
        layers[key] = layers.get(key, 0) + 1
    codes = [own.dxf.text for own in document.modelspace().query('TEXT[layer=="SISE-POINT-CODE"]')]
    zones = [own for own in document.modelspace().query("POLYLINE") if own.dxf.layer.startswith("SISE-ZONE-")]
    assert all(own.is_closed for own in zones)
    print(f"{path.name}: {len(document.modelspace())} entities, {len(zones)} zone rings, points {codes[:4]}")
    data = json.loads(path.with_suffix(".geojson").read_text())
    areas = 0.0
    for feature in data["features"]:
        own = shape(feature["geometry"])
        if feature["properties"]["kind"] == "zone":
            assert own.is_valid and own.exterior.is_ccw, feature["properties"]
            areas += own.area
    inside = 0
    points = [own for own in data["features"] if own["properties"]["kind"] == "point"]
    polygons = [shape(own["geometry"]) for own in data["features"] if own["properties"]["kind"] == "zone"]
    for own in points:
        inside += any(polygon.intersects(shape(own["geometry"])) for polygon in polygons)
    print(f"  {len(data['features'])} features, zones {areas:.1f} m2, {inside} of {len(points)} points in a zone")
