"""Prints, as JSON, the heights that LibreOffice gives to the rows of workbooks, in points, by file and sheet.

usage: /usr/bin/python3 rowHeights.py WORKBOOK...
"""

import json
import sys

from opened import opening

# LibreOffice measures in hundredths of a millimetre.
POINT = 2540 / 72


def heights(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress.EndRow
    rows = sheet.getCellRangeByPosition(0, 0, 0, last).Rows
    rows.OptimalHeight = True
    return [rows.getByIndex(index).Height / POINT for index in range(last + 1)]


def main():
    found = {}
    with opening() as workbook:
        for name in sys.argv[1:]:
            document = workbook(name)
            found[name] = {sheet.Name: heights(sheet) for sheet in document.Sheets}
            document.close(True)
    print(json.dumps(found))


main()
