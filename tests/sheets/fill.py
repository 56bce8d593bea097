"""Fills in assessors' sheets with openpyxl, a spreadsheet library that is not ours, as three people would.

Run as `python3 fill.py FOLDER`. The files in order of their names get one pattern of values each; of each list of values
that a cell allows, the one is taken that stands at the pattern's place, consequences graver or milder from row to row.
Prints how many rows were filled in.
"""

import pathlib
import sys

import openpyxl

# Places in the lists of values, greatest first: likely, often, serious. One line for each assessor.
PATTERNS = [
    {"L": 2, "E": 1, "C": 2, "S": 1, "M": 1},
    {"L": 3, "E": 1, "C": 2, "S": 1, "M": 2},
    {"L": 2, "E": 2, "C": 3, "S": 2, "M": 1},
]


def allowed(sheet, symbol_column):
    """The values of the drop-down of a column, greatest first."""
    letter = openpyxl.utils.get_column_letter(symbol_column)
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and any(part.startswith(letter) for part in str(rule.sqref).split()):
            values = rule.formula1.strip('"').split(",")
            return sorted((float(value) for value in values), reverse=True)
    raise SystemExit(f"{sheet.title}: column {letter} has no list of values")


def fill(path, pattern):
    book = openpyxl.load_workbook(path)
    filled = 0
    for sheet in book.worksheets:
        header = next(
            (row for row in sheet.iter_rows(max_row=10) if any(cell.value == "标识" for cell in row)), None
        )
        if header is None:
            continue
        columns = {cell.value: cell.column for cell in header if cell.value}
        symbols = [symbol for symbol in pattern if symbol in columns]
        lists = {symbol: allowed(sheet, columns[symbol]) for symbol in symbols}
        for row in range(header[0].row + 1, sheet.max_row + 1):
            if not sheet.cell(row, columns["标识"]).value:
                continue
            for symbol in symbols:
                grave = row % 3 if symbol in "CS" else 0
                value = lists[symbol][min(pattern[symbol] + grave, len(lists[symbol]) - 1)]
                sheet.cell(row, columns[symbol]).value = int(value) if value == int(value) else value
            filled += 1
    book.save(path)
    return filled


if __name__ == "__main__":
    files = sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx"))
    print(sum(fill(path, pattern) for path, pattern in zip(files, PATTERNS)))
