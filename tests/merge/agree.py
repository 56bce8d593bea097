#!/usr/bin/env python3
"""Compares `sise merge` with MerginMaps' geodiff on random pairs of copies. A check for developers; needs `pip install pygeodiff`.

Usage: agree.py PATH_OF_SISE [PAIRS] [EDITS]. Both sides of each pair change random fields of random points of the sample; what both
programs call a conflict is left out, everything else must be equal cell by cell. geodiff knows no STRICT tables, so each file
is copied into plain ones first.
"""

import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

import pygeodiff

sise, pairs, edits = sys.argv[1], int((sys.argv[2:] or ["20"])[0]), int((sys.argv[3:] or ["8"])[0])
FIELDS = ["name", "location", "control_focus", "note"]


def run(*arguments, expect=(0,)):
    done = subprocess.run([sise, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode in expect, (arguments, done.returncode, done.stderr)
    return done.stdout


def plain(source, target):
    """The rows of the project in tables that geodiff reads."""
    old, new = sqlite3.connect(source), sqlite3.connect(target)
    tables = [name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        columns = list(old.execute(f"PRAGMA table_info({table})"))
        # The record, its state and the pictures are no rows of the field.
        if table.startswith(("history_", "project_state", "asset", "sqlite_")) or columns[0][1] != "id":
            continue
        # geodiff wants a number for its key.
        names = [own[1] for own in columns]
        kinds = ", ".join(f"{name} TEXT" for name in names)
        new.execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY, {kinds})")
        for row in old.execute(f"SELECT * FROM {table} ORDER BY id"):
            key = int(row[0].replace("-", "")[-15:], 16)
            new.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * (len(row) + 1))})", (key, *map(text, row)))
    new.commit()
    old.close()
    new.close()


def text(cell):
    return None if cell is None else str(cell)


def cells(path):
    database = sqlite3.connect(path)
    found = {}
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg%'"):
        cursor = database.execute(f"SELECT * FROM {table}")
        names = [own[0] for own in cursor.description]
        for row in cursor:
            for name, cell in zip(names[2:], row[2:]):
                found[table, row[1], name] = cell
    return found


compared = conflicts = 0
for seed in range(pairs):
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        at = pathlib.Path(folder)
        base = at / "base.sise"
        run("new", base, "--sample")
        codes = [row[1] for row in json.loads(run("list", base, "--kind", "points", "--json"))["rows"]]
        for side in ["ours", "theirs"]:
            (at / f"{side}.sise").write_bytes(base.read_bytes())
            for number in range(edits):
                # Few points and words, so that both sides meet now and then.
                point, field = chance.choice(codes[:6]), chance.choice(FIELDS)
                value = chance.choice(["甲", "乙", f"{side} {number}"])
                run("set", at / f"{side}.sise", "--point", point, "--field", field, "--value", value)
        out = at / "merged.sise"
        report = json.loads(
            run("merge", at / "ours.sise", at / "theirs.sise", "--base", base, "--prefer", "ours", "--out", out, "--json")
        )
        ours = {(own["table"], own["id"], own["field"]) for own in report["conflicts"]}
        for name in ["base", "ours", "theirs", "merged"]:
            plain(at / f"{name}.sise", at / f"{name}.db")
        geodiff = pygeodiff.GeoDiff()
        geodiff.rebase(str(at / "base.db"), str(at / "theirs.db"), str(at / "ours.db"), str(at / "conflicts.json"))
        left, right = cells(at / "merged.db"), cells(at / "ours.db")
        assert left.keys() == right.keys(), left.keys() ^ right.keys()
        differ = {place for place in left if left[place] != right[place]}
        assert differ <= ours, (seed, differ - ours)
        # geodiff calls it a conflict, too, when both sides say the same; ours are never more than its own.
        named = at / "conflicts.json"
        theirs = json.loads(named.read_text())["geodiff"] if named.exists() else []
        count = sum(len(own["changes"]) for own in theirs)
        assert len(ours) <= count, (seed, len(ours), count)
        compared += len(left)
        conflicts += len(ours)
print(f"{pairs} pairs, {compared} cells equal, {conflicts} conflicts of ours all known to geodiff")
