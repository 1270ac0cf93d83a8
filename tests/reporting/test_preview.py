"""The preview serves the files of one folder to this machine, and nothing else."""

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from footing.reporting.preview import report_server


@pytest.fixture
def address(tmp_path: Path) -> Iterator[tuple[str, int]]:
    folder = tmp_path / "out"
    (folder / "tables").mkdir(parents=True)
    (folder / "report.html").write_text("<h1>The report</h1>")
    (folder / "tables" / "one.csv").write_text("a,b\n")
    (folder / ".hidden").write_text("secret")
    (folder / "extract").mkdir()
    (folder / "extract" / "staff.csv").write_text("secret")
    (folder / "staff.csv").write_text("secret")
    (tmp_path / "outside.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    with report_server(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield "127.0.0.1", server.server_port
        server.shutdown()
        thread.join()


def fetch(address: tuple[str, int], path: str) -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection(*address, timeout=5)
    connection.request("GET", path)
    response = connection.getresponse()
    answer = response.status, response.read().decode(), dict(response.getheaders())
    connection.close()
    return answer


def test_the_front_page_is_the_report_with_a_strict_content_policy(address: tuple[str, int]) -> None:
    status, body, headers = fetch(address, "/")
    assert (status, body) == (200, "<h1>The report</h1>")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_table_beside_the_report_can_be_fetched(address: tuple[str, int]) -> None:
    assert fetch(address, "/tables/one.csv")[:2] == (200, "a,b\n")


@pytest.mark.parametrize(
    "path",
    [
        "/tables/",
        "/.hidden",
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/link.txt",
        "/nothing",
        "/tables",
        "/staff.csv",
        "/extract/staff.csv",
    ],
)
def test_nothing_else_is_given_away(address: tuple[str, int], path: str) -> None:
    status, body, _ = fetch(address, path)
    assert status == 404
    assert "secret" not in body
