"""An independent recalculation of every level, with `decimal` and nothing of Sise.

Reads the inputs of a project from its bundle, works out every level anew and compares with all outputs in a folder:
`bundle.json` (its levels too), `levels.json` (the terminal), `view.json` (what the window is shown), `ledger.xlsx`.
Prints each disagreement and ends with 1 if there is any:

    python3 tests/recalculate.py FOLDER
"""

import json
import sys
import xml.etree.ElementTree as xml
import zipfile
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path

RANK = {"unassessed": 0, "low": 1, "medium": 2, "high": 3, "major": 4}
WORD = {"重大风险": "major", "较大风险": "high", "一般风险": "medium", "低风险": "low", "未评价": "unassessed",
        "重大": "major", "较大": "high", "一般": "medium", "低": "low"}


def product(factors):
    result = Decimal(1)
    for factor in factors:
        result *= Decimal(factor)
    return result


class Preset:
    def __init__(self, criteria):
        self.method = criteria["method"]
        self.bands = criteria["bands"]
        self.tables = [{Decimal(value["value"]) for value in factor["values"]} for factor in criteria["factors"]]
        self.edges = [Decimal(band.get("at_least") or band.get("atLeast") or band.get("above"))
                      for band in self.bands if band.get("at_least") or band.get("atLeast") or band.get("above")]

    def allows(self, factors):
        return len(factors) == len(self.tables) and all(
            Decimal(factor) in table for factor, table in zip(factors, self.tables))

    def level(self, total, count):
        """Judged on the sum, without dividing."""
        for band in self.bands:
            least = band.get("at_least") or band.get("atLeast")
            above = band.get("above")
            if least is not None and total >= Decimal(least) * count:
                return band["level"]
            if above is not None and total > Decimal(above) * count:
                return band["level"]
            if least is None and above is None:
                return band["level"]
        raise ValueError("bands with a gap")

    def shown(self, total, count):
        """At most two decimals, more where two would show an edge that the mean does not have."""
        for decimals in range(2, 11):
            text = rounded(total, count, decimals)
            if decimals == 10 or not any(edge == Decimal(text) and edge * count != total for edge in self.edges):
                return text
        return None


def rounded(total, count, decimals):
    with localcontext() as context:
        context.prec = 60
        mean = (total / count).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = format(mean, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def recalculate(bundle, basis="existing"):
    presets = {row["id"]: Preset(row["criteria"]) for row in bundle["presets"]}
    points = {}
    hazards = {}
    for point in bundle["points"]:
        best = ("unassessed", None)
        computed = "unassessed"
        missing = 1 if not point["hazards"] else 0
        for hazard in point["hazards"]:
            own = ("unassessed", None)
            missing += 1 if not hazard["accidents"] else 0
            for accident in hazard["accidents"]:
                found = judge(accident, presets, basis)
                if found is None:
                    missing += 1
                    continue
                level, scored, score = found
                computed = max(computed, scored, key=RANK.get)
                own = higher(own, (level, score))
            hazards[hazard["id"]] = own
            best = higher(best, own)
        direct = max((row["level"] for row in point.get("determinations", [])), key=RANK.get, default="unassessed")
        level = max(best[0], direct, key=RANK.get)
        points[point["id"]] = {
            "code": point["code"], "level": level, "score": best[1], "computed": computed, "unassessed": missing,
            "direct": RANK[direct] > RANK[best[0]],
        }
    return points, hazards


def judge(accident, presets, basis):
    """Level, level by score alone, and (sum, count, preset) of one possible accident; None when nobody scored it."""
    by_preset = defaultdict(list)
    for row in accident["assessments"]:
        preset = presets.get(row["presetId"])
        if row["basis"] == basis and preset and preset.allows(row["factors"]):
            by_preset[row["presetId"]].append(product(row["factors"]))
    if not by_preset:
        return None
    best = ("unassessed", None)
    for key, values in by_preset.items():
        preset = presets[key]
        best = higher(best, (preset.level(sum(values), len(values)), (sum(values), len(values), preset)))
    adjusted = [row for row in accident.get("adjustments", []) if row["basis"] == basis]
    level = max(adjusted, key=lambda row: row["id"])["level"] if adjusted else best[0]
    return level, best[0], best[1]


def higher(one, other):
    """The higher level; at one level the higher mean, where the method is one."""
    if RANK[other[0]] != RANK[one[0]]:
        return other if RANK[other[0]] > RANK[one[0]] else one
    if one[1] and other[1] and one[1][2].method == other[1][2].method:
        return other if other[1][0] * one[1][1] > one[1][0] * other[1][1] else one
    return one


def shown(score):
    return score[2].shown(score[0], score[1]) if score else None


def standing(points):
    levels = [point["level"] for point in points]
    return max(levels, key=RANK.get, default="unassessed")


def places(bundle, points):
    zone_floor = {zone["id"]: zone.get("floorId") for zone in bundle["zones"]}
    floor_building = {floor["id"]: floor.get("buildingId") for floor in bundle["floors"]}
    parents = {row["id"]: row.get("parentId") for row in bundle["departments"]}
    found = {"zones": defaultdict(list), "floors": defaultdict(list), "buildings": defaultdict(list),
             "departments": defaultdict(list)}
    for row in bundle["points"]:
        point = points[row["id"]]
        floor = row.get("floorId") or zone_floor.get(row.get("zoneId"))
        building = floor_building.get(floor) or row.get("buildingId")
        found["zones"][row.get("zoneId")].append(point)
        found["floors"][floor].append(point)
        found["buildings"][building].append(point)
        department = row.get("departmentId")
        while department:
            found["departments"][department].append(point)
            department = parents.get(department)
    return found


def cells(path):
    """Rows of the first sheet of a workbook, by column letter."""
    space = {"a": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(path) as book:
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            for item in xml.fromstring(book.read("xl/sharedStrings.xml")).findall("a:si", space):
                strings.append("".join(text.text or "" for text in item.iter("{%s}t" % space["a"])))
        sheet = xml.fromstring(book.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter("{%s}row" % space["a"]):
        found = {}
        for cell in row.findall("a:c", space):
            value = cell.find("a:v", space)
            if value is not None:
                text = strings[int(value.text)] if cell.get("t") == "s" else value.text
                found["".join(c for c in cell.get("r") if c.isalpha())] = text
        yield found


class Comparison:
    def __init__(self):
        self.made = 0
        self.wrong = 0

    def equal(self, where, expected, found):
        self.made += 1
        if expected != found:
            self.wrong += 1
            if self.wrong <= 50:
                print(f"{where}: recalculated {expected!r}, found {found!r}")


def main(folder):
    read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
    bundle = read("bundle.json")
    points, hazards = recalculate(bundle)
    by_code = {point["code"]: point for point in points.values()}
    by_place = places(bundle, points)
    check = Comparison()

    for row in bundle["levels"]["points"]:
        point = points[row["id"]]
        check.equal(f"bundle {point['code']} level", point["level"], row["level"])
        score = rounded(point["score"][0], point["score"][1], 4) if point["score"] else None
        check.equal(f"bundle {point['code']} score", score, row["score"])
    check.equal("bundle points", len(points), len(bundle["levels"]["points"]))
    for kind, found in by_place.items():
        for row in bundle["levels"][kind]:
            check.equal(f"bundle {kind} {row['id']}", standing(found.get(row["id"], [])), row["level"])

    levels = read("levels.json")
    for row in levels["points"]:
        point = by_code[row["code"]]
        check.equal(f"levels {row['code']} level", point["level"], row["level"])
        check.equal(f"levels {row['code']} score", shown(point["score"]), row["score"])
    check.equal("levels points", len(points), len(levels["points"]))

    view = read("view.json")
    for row in view["points"]:
        point = points[row["id"]]
        check.equal(f"view {row['code']} level", point["level"], row["level"] or "unassessed")
        check.equal(f"view {row['code']} computed", point["computed"], row["computed"] or "unassessed")
        check.equal(f"view {row['code']} score", shown(point["score"]), row["score"])
        check.equal(f"view {row['code']} unassessed", point["unassessed"], row["unassessed"])
    for kind, found in by_place.items():
        for key, row in view["standings"][kind].items():
            own = found.get(key, [])
            check.equal(f"view {kind} {key} level", standing(own), row["level"] or "unassessed")
            for level in RANK:
                check.equal(f"view {kind} {key} {level}", sum(1 for one in own if one["level"] == level), row[level])

    rows_of = {}
    for point in bundle["points"]:
        ordered = sorted(point["hazards"], key=lambda hazard: hazard["ordinal"])
        rows_of[point["code"]] = [hazards[hazard["id"]] for hazard in ordered]
    seen = 0
    for row in cells(folder / "ledger.xlsx"):
        point = by_code.get(row.get("A"))
        if point is None:
            continue
        seen += 1
        word = row["D"].replace("（直接判定）", "")
        check.equal(f"ledger {row['A']} level", point["level"], WORD.get(word, word))
        check.equal(f"ledger {row['A']} direct", point["direct"], "直接判定" in row["D"])
        own = rows_of[row["A"]]
        number = int(Decimal(row["E"]))
        level, score = own[number - 1] if number <= len(own) else ("unassessed", None)
        check.equal(f"ledger {row['A']} row {number} level", level, WORD.get(row["K"], row["K"]))
        found = format(Decimal(row["I"]).normalize(), "f") if row.get("I") else None
        check.equal(f"ledger {row['A']} row {number} score", shown(score), found)
    check.equal("ledger rows", sum(max(len(rows), 1) for rows in rows_of.values()), seen)

    print(f"{len(points)} points, {check.made} comparisons, {check.wrong} disagreements")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
