"""A real browser that may see only this machine, and a server in a thread for it to visit."""

import shutil
import threading
from contextlib import contextmanager
from urllib.parse import urlsplit

from flask import got_request_exception
from werkzeug.serving import WSGIRequestHandler, make_server

# The first line lets it run without a screen and as root; the others keep it from calling its makers.
# No name but this machine's own is ever looked up.
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
HERE = ("127.0.0.1", "localhost", None)  # None: data: and blob: addresses have no host
REFUSED = ("Content Security Policy", "Content-Security-Policy", "Refused to")


def launch_arguments() -> dict:
    """How to launch Debian's Chromium. Raises FileNotFoundError, saying what to install."""
    path = shutil.which("chromium")
    if not path:
        raise FileNotFoundError("These tests need Chromium: apt-get install chromium (make test does it).")
    return {"executable_path": path, "args": list(ARGUMENTS)}


class Watch:
    """Remembers what no page of ours may do: ask another host, raise an error, or break its own policy."""

    def __init__(self):
        self.faults: list[str] = []

    def over(self, context):
        """Watch everything that one browser context does."""
        context.on("request", self._asked)
        context.on("weberror", lambda error: self.faults.append(f"An error in the page: {error.error}"))
        context.on("console", self._said)
        return context

    def _asked(self, request):
        if urlsplit(request.url).hostname not in HERE:
            self.faults.append(f"A page asked {request.url}")

    def _said(self, message):
        if message.type == "error" and any(words in message.text for words in REFUSED):
            self.faults.append(f"A page broke its policy: {message.text}")


class Quiet(WSGIRequestHandler):
    """Serves without a line in the log for each request."""

    def log_request(self, code="-", size="-"):
        """Say nothing."""


@contextmanager
def serving(app):
    """Serve an app in a thread on a free port of this machine; gives its address, such as http://127.0.0.1:40123.

    Whatever the app raised while it was served fails the test at the end: a page
    that apologises is not a page that works.
    """
    raised = []

    def note(sender, exception, **_):
        raised.append(exception)

    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="serving")
    thread.start()
    got_request_exception.connect(note, app)
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        got_request_exception.disconnect(note, app)
        server.shutdown()
        thread.join()
        server.server_close()
    if raised:
        raise AssertionError(f"The app raised {len(raised)} times while it was served.") from raised[0]
