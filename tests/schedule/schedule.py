"""An independent calendar of inspection plans, with `dateutil.rrule` and nothing of Sise.

Reads a file of cases, works the dates of each rule out anew and compares:

    python3 tests/schedule/schedule.py CASES.json

`{"terms": [[first, last]], "special": [[kind, first, last]], "cases": [{"rule", "rest", "on_rest", "from", "to", "dates"}]}`
Prints each disagreement and ends with 1 if there is any.
"""

import json
import sys
from datetime import date, datetime, timedelta

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

DAY = timedelta(days=1)


def parse(text):
    return date.fromisoformat(text)


def at(day):
    return datetime(day.year, day.month, day.day)


class Calendar:
    def __init__(self, given):
        self.terms = sorted((parse(first), parse(last)) for first, last in given["terms"])
        self.days = {"holiday": set(), "vacation": set(), "workday": set()}
        for kind, first, last in given["special"]:
            day = parse(first)
            while day <= parse(last):
                self.days[kind].add(day)
                day += DAY

    def rests(self, day, rest):
        if rest == "none":
            return False
        if day in self.days["vacation"]:
            return True
        free = rest in ("holidays", "all") and day in self.days["holiday"]
        if rest == "all":
            free = free or day.isoweekday() > 5
        return free and day not in self.days["workday"]


def in_month(days):
    """Days of the month as a rule each: the last day of 28 to the wanted one that the month has."""
    for day in days:
        if day <= 28:
            yield {"bymonthday": day}
        else:
            yield {"bymonthday": list(range(28, day + 1)), "bysetpos": -1}


def named(rule, calendar, first, last):
    """The days that a rule says between two days."""
    name, _, rest = rule.partition(":")
    if name == "once":
        return {parse(rest)}
    numbers = [int(part) for part in rest.split(",") if part]
    span = {"dtstart": at(first), "until": at(last)}
    if name in ("daily", "shifts"):
        rules = [rrule(DAILY, **span)]
    elif name == "weekly":
        rules = [rrule(WEEKLY, byweekday=[day - 1 for day in numbers], **span)]
    elif name == "month-days":
        rules = [rrule(MONTHLY, **days, **span) for days in in_month(numbers)]
    elif name == "nth-weekday":
        nth, day = numbers
        rules = [rrule(MONTHLY, byweekday=weekday(day - 1, -1 if nth == 5 else nth), **span)]
    elif name == "quarterly":
        within, day = numbers
        months = [within, within + 3, within + 6, within + 9]
        rules = [rrule(MONTHLY, bymonth=months, **days, **span) for days in in_month([day])]
    elif name == "yearly":
        month, day = numbers
        rules = [rrule(MONTHLY, bymonth=month, **days, **span) for days in in_month([day])]
    elif name == "term-start":
        return {min(begin + numbers[0] * DAY, end) for begin, end in calendar.terms}
    elif name == "term-end":
        return {max(end - numbers[0] * DAY, begin) for begin, end in calendar.terms}
    elif name == "before-holiday":
        free = calendar.days["holiday"] | calendar.days["vacation"]
        return {day - numbers[0] * DAY for day in free if day - DAY not in free}
    else:
        raise ValueError(rule)
    return {moment.date() for own in rules for moment in own}


def falls(day, rest, on_rest, calendar):
    if not calendar.rests(day, rest):
        return day
    if on_rest == "skip":
        return None
    while calendar.rests(day, rest):
        day += DAY if on_rest == "after" else -DAY
    return day


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    calendar = Calendar(given)
    wrong = compared = 0
    for case in given["cases"]:
        begin, end = parse(case["from"]), parse(case["to"])
        # Wide enough for whatever a vacation puts off or brings forward.
        days = named(case["rule"], calendar, begin - 200 * DAY, end + 200 * DAY)
        moved = {falls(day, case["rest"], case["on_rest"], calendar) for day in days} - {None}
        expected = sorted(day.isoformat() for day in moved if begin <= day <= end)
        compared += len(expected)
        if expected != case["dates"]:
            wrong += 1
            lost = sorted(set(expected) - set(case["dates"]))
            more = sorted(set(case["dates"]) - set(expected))
            print(f"{case['rule']} {case['rest']} {case['on_rest']} {begin} {end}: lost {lost}, too many {more}")
    print(f"{len(given['cases'])} rules, {compared} dates, {wrong} disagreements")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
