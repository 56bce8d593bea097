"""An independent recalculation of every figure of inspection and rectification, with nothing of Sise.

Reads a case: rows as they were written, the tasks of the months around as `sise plan` says them, and the figures as
`sise statistics` says them. Works the figures out anew and prints each disagreement:

    python3 tests/statistics/recalculate.py CASE.json
"""

import json
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

# Section 5.3, written down once more: (state, act) -> state.
OPEN = ["confirmed", "rectifying", "extension", "handed-up", "suspended", "awaiting"]
WAYS = {
    (None, "draft"): "draft",
    (None, "report"): "reported",
    ("draft", "report"): "reported",
    ("reported", "dismiss"): "no-danger",
    ("reported", "confirm"): "confirmed",
    ("reported", "fix-on-spot"): "closed",
    ("confirmed", "assign"): "rectifying",
    ("confirmed", "hand-up"): "handed-up",
    ("rectifying", "hand-up"): "handed-up",
    ("handed-up", "take-up"): "confirmed",
    ("rectifying", "submit"): "awaiting",
    ("rectifying", "ask-extension"): "extension",
    ("extension", "grant-extension"): "rectifying",
    ("extension", "refuse-extension"): "rectifying",
    ("rectifying", "suspend"): "suspended",
    ("suspended", "resume"): "rectifying",
    ("awaiting", "accept"): "closed",
    ("awaiting", "reject"): "rectifying",
    ("closed", "reopen"): "rectifying",
}
for own in ["draft", "reported", "no-danger", "closed", *OPEN]:
    WAYS[own, "void"] = "void"


def day(text):
    return date.fromisoformat(text) if text else None


class Danger:
    """A danger, led through its steps."""

    def __init__(self, row, steps):
        self.row = row
        self.state = None
        self.deadline = self.asked = self.confirmed = self.submitted = None
        self.rejected = 0
        self.accepted = False
        for step in sorted(steps, key=lambda step: (step["done_on"], step["ordinal"], step["id"])):
            self.take(step)

    def take(self, step):
        after = WAYS.get((self.state, step["act"]))
        if after is None:
            return
        self.state = after
        act, on, deadline = step["act"], day(step["done_on"]), day(step["deadline"])
        if act == "confirm":
            self.confirmed = on
        elif act == "fix-on-spot":
            self.confirmed = self.submitted = self.deadline = on
            self.accepted = False
        elif act == "submit":
            self.submitted = on
        elif act == "ask-extension":
            self.asked = deadline
        elif act == "grant-extension":
            self.deadline = deadline or self.asked or self.deadline
        elif act in ("assign", "resume"):
            self.deadline = deadline or self.deadline
        elif act == "accept":
            self.accepted = True
        elif act == "reject":
            self.rejected += 1
            self.submitted = None
            self.deadline = deadline or self.deadline
        elif act == "reopen":
            self.submitted = None
            self.deadline = deadline or self.deadline

    def counts(self):
        return self.confirmed is not None and (self.state in OPEN or self.state == "closed")

    def late(self):
        return self.state == "closed" and self.deadline and self.submitted and self.submitted > self.deadline

    def overdue(self, today):
        return self.state in OPEN and self.deadline is not None and self.deadline < today


def percent(part, whole):
    """One decimal, cut: 99.96 is 99.9, and 100 is all."""
    if not whole:
        return None
    return float(Fraction(len(part) * 1000 // len(whole), 10))


def rounded(number, decimals):
    """As people round: a half goes up."""
    scaled = number * 10**decimals
    return float(Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 10**decimals))


def figures(case):
    tables = defaultdict(list)
    for record in case["rows"]:
        tables[record["table"]].append(record["row"])
    first, last, today = day(case["from"]), day(case["to"]), day(case["today"])
    within = lambda on: first <= on <= last
    steps = defaultdict(list)
    for step in tables["danger_step"]:
        steps[step["danger_id"]].append(step)
    dangers = [Danger(row, steps[row["id"]]) for row in tables["hidden_danger"]]
    valid = [own for own in dangers if own.counts()]
    confirmed = [own for own in valid if within(own.confirmed)]
    rectified = [own for own in confirmed if own.state in ("awaiting", "closed")]
    closed = [own for own in confirmed if own.state == "closed"]
    due = [own for own in confirmed if own.deadline and own.deadline <= today]
    major = [own for own in confirmed if own.row["grade"] == "major"]
    accepted = [own for own in closed if own.accepted]
    submitted = [own for own in rectified if own.submitted]
    found = {}
    found["rectification_rate"] = percent(rectified, confirmed)
    found["closure_rate"] = percent(closed, confirmed)
    found["on_time_rate"] = percent([own for own in due if own.state == "closed" and not own.late()], due)
    found["overdue_rate"] = percent([own for own in due if own.overdue(today) or own.late()], due)
    found["overdue_now"] = float(len([own for own in valid if own.overdue(today)]))
    found["major_rectification_rate"] = percent([own for own in rectified if own in major], major)
    found["first_pass_rate"] = percent([own for own in accepted if own.rejected == 0], accepted)
    days = sum((own.submitted - own.confirmed).days for own in submitted)
    found["mean_rectification_days"] = rounded(Fraction(days, len(submitted)), 1) if submitted else None
    found["repeat_rate"] = percent(repeated(valid, confirmed, tables), confirmed)
    points = {row["id"]: row for row in tables["risk_point"]}
    found["density"] = rounded(Fraction(len(confirmed), len(points)), 2) if points else None
    told = [own.row for own in dangers if own.state not in (None, "draft", "void") and within(day(own.row["found_on"]))]
    reporters = {row["reporter_id"] or row["reporter"].strip() for row in told} - {""}
    staff = sum(row["staff_count"] for row in tables["organisation"])
    found["participation_rate"] = percent(reporters, range(staff))
    found.update(inspected(case, tables, points, within, today))
    return found


def repeated(valid, confirmed, tables):
    """Those that another of the same point and measure came before, at most 90 days."""
    hazards = {row["id"]: row["point_id"] for row in tables["hazard"]}
    measures = {row["id"]: hazards.get(row["hazard_id"]) for row in tables["control_measure"]}
    key = lambda own: (own.row["point_id"] or measures.get(own.row["measure_id"]), own.row["measure_id"])
    when = lambda own: (own.row["found_on"], own.row["id"])
    wanted = []
    for own in confirmed:
        if None in key(own):
            continue
        before = [other for other in valid if key(other) == key(own) and when(other) < when(own)]
        if any(day(own.row["found_on"]) - day(other.row["found_on"]) <= timedelta(days=90) for other in before):
            wanted.append(own)
    return wanted


def inspected(case, tables, points, within, today):
    plans = {row["name"]: row for row in tables["inspection_plan"] if row["issued_on"]}
    codes = {row["code"]: row["id"] for row in points.values()}
    dates = defaultdict(set)
    for task in case["tasks"]:
        dates[task["plan"]].add(day(task["date"]))
    done_on = {}
    for row in tables["inspection"]:
        if row["plan_id"]:
            done_on[row["plan_id"], row["point_id"], row["due_on"]] = day(row["done_on"])
    due, done = [], []
    for task in case["tasks"]:
        plan, on = plans.get(task["plan"]), day(task["date"])
        if plan is None or not within(on) or on > today:
            continue
        due.append(task)
        until = on + timedelta(days=plan["grace_days"])
        later = [other for other in dates[task["plan"]] if other > on]
        if later:
            until = min(until, min(later) - timedelta(days=1))
        seen = done_on.get((plan["id"], codes.get(task["point"]), task["date"]))
        if seen and seen <= until:
            done.append(task)
    first, last = case["from"], case["to"]
    in_force = {row["id"] for row in plans.values()
                if row["starts_on"] <= last and (row["ends_on"] is None or row["ends_on"] >= first)}
    covered = {row["point_id"] for row in tables["plan_point"] if row["plan_id"] in in_force}
    inspections = {row["id"]: row for row in tables["inspection"] if within(day(row["done_on"]))}
    visited = {row["point_id"] for row in inspections.values()} & covered
    items = [row for row in tables["inspection_item"]
             if row["inspection_id"] in inspections and row["result"] != "not-applicable"]
    return {
        "task_completion_rate": percent(done, due),
        "missed_rate": percent([task for task in range(len(due) - len(done))], due),
        "point_coverage_rate": percent(visited, covered),
        "measure_effectiveness_rate": percent([row for row in items if row["result"] == "normal"], items),
    }


def main(path):
    with open(path, encoding="utf-8") as file:
        case = json.load(file)
    expected = figures(case)
    wrong = [key for key in sorted(expected.keys() | case["figures"].keys())
             if expected.get(key, "absent") != case["figures"].get(key, "absent")]
    for key in wrong:
        print(f"{key}: recalculated {expected.get(key)}, found {case['figures'].get(key, 'nothing')}")
    print(f"seed {case['seed']}, {case['from']} to {case['to']}: {len(expected)} figures, {len(wrong)} disagreements")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
