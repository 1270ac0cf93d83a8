"""A read-only view of one report folder in a browser, on this machine alone."""

import io
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

LOOPBACK = "127.0.0.1"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class _ReportFiles(SimpleHTTPRequestHandler):
    """The files of one folder: no listings, no hidden files, nothing outside it."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/report.html" if path.split("?", maxsplit=1)[0] == "/" else path)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        asked = Path(self.translate_path(self.path)).resolve()
        inside = asked.is_relative_to(Path(self.directory).resolve())
        if not inside or not asked.is_file() or any(part.startswith(".") for part in asked.parts[-2:]):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's own name
        """Stay quiet: addresses that people ask for are nobody's business."""


def report_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of the files in ``folder``, bound to the loopback address; port 0 picks a free one.

    Raises ``OSError`` when the port is taken.
    """
    return ThreadingHTTPServer((LOOPBACK, port), partial(_ReportFiles, directory=str(folder)))
