"""A collection as PDF/UA: tagged, with bookmarks and a title. The words go in as data and are never read as code."""

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from footing.reporting.pdf.letters import FAMILY, font_folder, settable
from footing_web.library.exporting.collections import Collection
from footing_web.library.presenters.prose import ListOfLines, pieces
from footing_web.library.presenters.readings import Aside, Piece, Reading, Words

_LOOK = Path(__file__).parent / "paper.typ"


def pdf_file(collection: Collection, origin: str, *, made_on: dt.date) -> bytes:
    """The whole file; the same collection and date give the same bytes."""
    import typst

    said = {
        "title": collection.title,
        "edition": collection.edition,
        "address": origin + collection.address,
        "one_page": collection.is_one_page,
        "made_on": f"{made_on:%-d %B %Y}",
        "chapters": [
            {"title": chapter.title, "pages": [_page(each, origin) for each in chapter.readings]}
            for chapter in collection.chapters
        ],
    }
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])
    made = typst.Compiler(_LOOK.read_bytes(), font_paths=fonts).compile(
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"said": json.dumps(settable(said), ensure_ascii=False), "family": FAMILY},
        timestamp=dt.datetime.combine(made_on, dt.time(), dt.UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("The PDF was not made in one piece.")
    return made


def _page(reading: Reading, origin: str) -> dict[str, Any]:
    parts = [
        {"heading": part.heading, "pieces": [_piece(each, origin) for each in part.pieces]} for part in reading.parts
    ]
    return {**asdict(reading), "parts": parts}


def _piece(piece: Piece, origin: str) -> dict[str, Any]:
    if isinstance(piece, Words | Aside):
        return {"kind": piece.kind, "pieces": [_prose(each) for each in pieces(piece.text)]}
    said = {"kind": piece.kind, **asdict(piece)}
    for link in said["items"] if piece.kind == "links" else ():
        link["address"] = origin + link["address"] if link["address"].startswith("/") else link["address"]
    return said


def _prose(piece: Any) -> dict[str, Any]:
    return {"items": list(piece.items)} if isinstance(piece, ListOfLines) else {"text": piece.text}
