"""Prints, as JSON, the validation rules of cells as LibreOffice understands them.

usage: /usr/bin/python3 validations.py WORKBOOK...  < [[{"sheet": "...", "row": 1, "column": 1}, ...], ...]

A list of cells for each workbook is read, and a list of rules for each is printed.
"""

import json
import sys

from opened import opening


def source(document, formula):
    """The cells of a list: those of the range that its formula names, such as $Lists.$A$2:$A$5."""
    sheet, cells = formula.replace("$", "").rsplit(".", 1)
    return document.Sheets.getByName(sheet.strip("'")).getCellRangeByName(cells)


def entries(document, formula):
    return [row[0] for row in source(document, formula).getDataArray()]


def shown(document, formula):
    found = source(document, formula)
    return [found.getCellByPosition(0, index).String for index in range(found.Rows.Count)]


def rule(document, place):
    cell = document.Sheets.getByName(place["sheet"]).getCellByPosition(place["column"] - 1, place["row"] - 1)
    validation = cell.Validation
    kind = validation.Type.value
    formula = validation.getFormula1()
    return {
        "type": kind,
        "operator": validation.getOperator().value,
        "formula": formula,
        "entries": entries(document, formula) if kind == "LIST" else [],
        "shown": shown(document, formula) if kind == "LIST" else [],
        "listShows": validation.ShowList != 0,
        "alert": validation.ErrorAlertStyle.value,
        "errorShows": validation.ShowErrorMessage,
        "errorTitle": validation.ErrorTitle,
        "error": validation.ErrorMessage,
        "promptShows": validation.ShowInputMessage,
        "promptTitle": validation.InputTitle,
        "prompt": validation.InputMessage,
        "blankAllowed": validation.IgnoreBlankCells,
    }


def main():
    places = json.load(sys.stdin)
    with opening() as workbook:
        found = []
        for name, cells in zip(sys.argv[1:], places, strict=True):
            document = workbook(name)
            found.append([rule(document, place) for place in cells])
            document.close(True)
        print(json.dumps(found))


main()
