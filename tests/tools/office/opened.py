"""Opens workbooks in LibreOffice through its own interface."""

import contextlib
import subprocess
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


@contextlib.contextmanager
def opening():
    """A LibreOffice of its own, as a function that opens the workbook of a name."""
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
            yield lambda name: desktop.loadComponentFromURL(uno.systemPathToFileUrl(name), "_blank", 0, (hidden,))
            try:
                desktop.terminate()
            except Exception:
                pass  # It goes down before it answers.
            office.wait(30)
        finally:
            office.kill()
