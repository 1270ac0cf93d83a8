"""Takes the picture of the sample report that the README shows: ``make run SERVE=no``, then run this."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1200, 940


def main(report: Path, picture: Path) -> None:
    """The top of the report as a browser on a desk shows it. Needs Chromium on the path."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(report.resolve().as_uri())
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(Path("out") / "report.html", Path(__file__).parent / "images" / "report.png")
