"""Prints, as JSON, the validation rules of cells as LibreOffice understands them.

usage: /usr/bin/python3 validations.py WORKBOOK  < [{"sheet": "...", "row": 1, "column": 1}, ...]
"""

import json
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connect(pipe):
    """LibreOffice is slow to start: asks until it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start within a minute")


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
    with tempfile.TemporaryDirectory() as profile:
        pipe = "scorebook" + profile.rsplit("/", 1)[-1].replace("_", "")
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
            ]
        )
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            hidden = PropertyValue(Name="Hidden", Value=True)
            document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(sys.argv[1]), "_blank", 0, (hidden,))
            print(json.dumps([rule(document, place) for place in places]))
            document.close(True)
            try:
                desktop.terminate()
            except Exception:
                pass  # It goes down before it answers.
            office.wait(30)
        finally:
            office.kill()


main()
