"""A citation and a review: both are required of every reference file."""

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

_PLACEHOLDER = re.compile(
    r"^\W*(to ?do|tb[acd]|fix ?me|x{2,}|n/?a|none|unknown|placeholder|source|lorem.*|\?+)?\W*$", re.IGNORECASE
)


def _refuse_placeholder(text: str) -> str:
    if _PLACEHOLDER.match(text):
        raise ValueError(f"{text!r} is a placeholder: say who published it, or who checked it and how")
    return text


Text = Annotated[str, AfterValidator(_refuse_placeholder)]
"""A text that says something: blanks and placeholders such as "TBC" are refused."""


def _require_public_address(address: str) -> str:
    if not re.match(r"https?://[^\s/]", address):
        raise ValueError("an address begins with https:// or http://")
    return address


Address = Annotated[str, AfterValidator(_require_public_address)]
"""Where something can be read on the web: nothing that a browser would run."""


class Citation(BaseModel):
    """Where a fact was published."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    publisher: Text
    title: Text
    published: Text
    """As precise as the publisher is: a year, "May 2021" or a date."""
    url: Address | None = None
    licence: Text
    note: Text | None = None


class Review(BaseModel):
    """Who checked a reference file against its source, when and how far that reached."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: Text
    on: dt.date
    status: Literal["read in the source", "corroborated", "derived", "assumption"]
    note: Text
