"""Makes the sheets of this folder with openpyxl, a spreadsheet library that is not ours.

Run in a folder with a sheet of the sample school: `sise new a.sise --sample`, `sise sheets a.sise --out .
--person 陈海波`, then `python3 make.py 评分表-陈海波.xlsx`. Ids of the sample never change, so the files stay good.
"""

import datetime
import sys

import openpyxl


def opened(path):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    header = next(row for row in sheet.iter_rows(max_row=10) if any(cell.value == "标识" for cell in row))
    columns = {cell.value: cell.column for cell in header if cell.value}
    return book, sheet, header[0].row, columns


def fill(sheet, row, columns, values):
    for symbol, value in zip("LEC", values):
        sheet.cell(row, columns[symbol]).value = value


def good(path):
    book, sheet, header, columns = opened(path)
    for row in range(header + 1, header + 37):
        fill(sheet, row, columns, (3, 6, 7))
    book.save("good.xlsx")


def bad(path):
    book, sheet, header, columns = opened(path)
    first = header + 1
    for row in range(first, first + 36):
        fill(sheet, row, columns, (None, None, None))
    fill(sheet, first, columns, (3, 6, 15))
    fill(sheet, first + 1, columns, ("=1+2", 6, 15))
    fill(sheet, first + 2, columns, ("六", 6, 15))
    fill(sheet, first + 3, columns, ("6", 6, 15))
    fill(sheet, first + 4, columns, (3, 6, 8))
    fill(sheet, first + 5, columns, (3, None, 15))
    fill(sheet, first + 6, columns, (True, 6, 15))
    fill(sheet, first + 7, columns, (datetime.date(2026, 3, 1), 6, 15))
    fill(sheet, first + 8, columns, (0.5, 6, 100))
    for row in (first + 9, first + 10):
        fill(sheet, row, columns, (3, 6, 15))
    sheet.cell(first + 10, columns["标识"]).value = sheet.cell(first + 9, columns["标识"]).value
    fill(sheet, first + 11, columns, (3, 6, 15))
    sheet.cell(first + 11, columns["标识"]).value = "01930000-0000-7000-8000-ffffffffffff"
    fill(sheet, first + 12, columns, (3, 6, 15))
    sheet.cell(first + 12, columns["标识"]).value = None
    fill(sheet, first + 13, columns, (3, 6, 15))
    sheet.cell(first + 13, columns["标识"]).value = "JD-S-001"
    fill(sheet, first + 14, columns, (-3, 6, 15))
    fill(sheet, first + 15, columns, (1e300, 6, 15))
    fill(sheet, first + 16, columns, (3, 6, 15))
    sheet.cell(first + 16, columns["准则"]).value = "01930000-0000-7000-8000-ffffffffffff"
    book.save("bad.xlsx")


def headers(path):
    book, sheet, header, columns = opened(path)
    sheet.cell(header, columns["E"]).value = "频次"
    fill(sheet, header + 1, columns, (3, 6, 15))
    book.save("headers.xlsx")


def other(path):
    book, sheet, header, columns = opened(path)
    fill(sheet, header + 1, columns, (3, 6, 15))
    for row in book["sise"].iter_rows():
        if row[0].value == "project":
            row[1].value = "01930000-0000-7000-8000-ffffffffffff"
    book.save("other.xlsx")


if __name__ == "__main__":
    good(sys.argv[1])
    bad(sys.argv[1])
    headers(sys.argv[1])
    other(sys.argv[1])
