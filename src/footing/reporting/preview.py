"""A read-only view of one report folder in a browser, on this machine alone."""

import io
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from footing.reporting.file_names import HTML_NAME, file_names_of_reports, folder_names_of_reports

LOOPBACK = "127.0.0.1"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class _ReportFiles(SimpleHTTPRequestHandler):
    """The files of one report: no listings, nothing that only lies beside them, nothing outside their folder."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(f"/{HTML_NAME}" if path.split("?", maxsplit=1)[0] == "/" else path)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if not self._is_of_the_report(Path(self.translate_path(self.path)).resolve()):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def _is_of_the_report(self, asked: Path) -> bool:
        """Whether a file is one that a report consists of: an extract may lie in the same folder."""
        folder = Path(self.directory).resolve()
        if not asked.is_relative_to(folder) or not asked.is_file():
            return False
        place = asked.relative_to(folder)
        folders, files = folder_names_of_reports(), file_names_of_reports()
        return place.parts[0] in folders if len(place.parts) > 1 else place.name in files

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
