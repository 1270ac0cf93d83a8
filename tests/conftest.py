"""For every test: what this machine lacks is named at the end, and in CI nothing may be skipped; one real browser."""

import os
import shutil
from collections import Counter
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NOTHING_MAY_BE_SKIPPED = os.environ.get("FOOTING_REQUIRE_ALL") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Generator[None, Any, Any]:
    """Where everything is required, a skipped test is a failed one."""
    report = yield
    if NOTHING_MAY_BE_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and FOOTING_REQUIRE_ALL=1 allows no skip: {_reason(report)}"
    return report


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The one browser of a process, which cannot hold two."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed, so no page is opened in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say by name what was not tested on this machine, and how often."""
    reasons = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", []))
    if reasons:
        terminalreporter.section("Not tested on this machine")
        for reason, count in sorted(reasons.items()):
            terminalreporter.write_line(f"{reason} ({count} test{'' if count == 1 else 's'})")


def _reason(report: Any) -> str:
    where_and_why = report.longrepr
    return where_and_why[2].removeprefix("Skipped: ") if isinstance(where_and_why, tuple) else str(where_and_why)
