"""Links to what others publish are asked whether they still answer, and never lead into our own network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from footing_web.library.link_checking import check_links, why_broken
from footing_web.library.models import ResourceLink


class Answers(BaseHTTPRequestHandler):
    """A site with a page, one that is gone, one that refuses machines and one that leads inside."""

    def do_GET(self) -> None:
        code = {"/here": 200, "/gone": 404, "/refused": 403, "/inside": 302}[self.path]
        self.send_response(code)
        if code == 302:
            self.send_header("Location", "http://10.0.0.1/secret")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def of_the_test(address: str) -> bool:
    return address.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/here", None),
        ("/gone", "answers 404"),
        ("/refused", None),
        ("/inside", "does not answer (OSError)"),
    ],
)
def test_only_what_is_gone_is_called_broken(site, path, why):
    assert why_broken(site + path, of_the_test) == why


def test_an_address_of_our_own_network_is_never_asked(db, site):
    ResourceLink.objects.create(title="Inside", publisher="P", url=f"{site}/here", note="N", kind="K")
    (broken,) = check_links()
    assert broken.why == "not a public address"


def test_it_is_kept_when_a_link_last_answered_and_the_page_says_so(db, site):
    for path in ("/here", "/gone"):
        ResourceLink.objects.create(title=path, publisher="P", url=site + path, note="N", kind="K")
    assert [each.address for each in check_links(of_the_test)] == [f"{site}/gone"]
    assert dict(ResourceLink.objects.values_list("title", "answered")) == {"/here": True, "/gone": False}
    assert not ResourceLink.objects.filter(checked_at=None).exists()
