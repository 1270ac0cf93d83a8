"""The gallery of charts is what the code draws of the sample now, with every kind of chart in it."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from footing.standards import load_catalogue

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    sys.path.insert(0, str(DOCS))
    try:
        return importlib.import_module("gallery")
    finally:
        sys.path.remove(str(DOCS))


@pytest.mark.xdist_group("gallery")
def test_the_page_and_every_picture_are_what_the_code_draws(gallery):
    made = gallery.gallery(load_catalogue())
    assert [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text] == []
    assert set(gallery.PICTURES.glob("*.svg")) == {path for path in made if path.suffix == ".svg"}
    page = made[gallery.PAGE]
    for kind in gallery.KINDS:
        part = page.split(f"## {kind.title}\n")[1].split("\n## ")[0]
        assert f"../images/charts/{kind.name}.svg" in part
        assert "|---|" in part, f"{kind.name} has no table beside it"
        assert "Behind it: `tables/" in part, f"{kind.name} has no CSV behind it"


@pytest.mark.parametrize(("held", "code"), [("other", 1), (None, 0)])
def test_a_page_that_is_out_of_date_is_named(gallery, monkeypatch, capsys, held, code):
    text = gallery.PAGE.read_text(encoding="utf-8")
    pictures = {path: path.read_text(encoding="utf-8") for path in gallery.PICTURES.glob("*.svg")}
    monkeypatch.setattr(gallery, "gallery", lambda _: {gallery.PAGE: held or text, **pictures})
    assert gallery.main(["--check"]) == code
    assert ("docs/explanation/charts.md" in capsys.readouterr().err) == bool(code)


def test_a_picture_that_nothing_draws_any_longer_is_named(gallery, monkeypatch, capsys):
    text = gallery.PAGE.read_text(encoding="utf-8")
    monkeypatch.setattr(gallery, "gallery", lambda _: {gallery.PAGE: text})
    assert gallery.main(["--check"]) == 1
    assert "docs/images/charts/stacked.svg" in capsys.readouterr().err
