"""A citation says something: placeholders are refused."""

import datetime as dt

import pytest
from pydantic import ValidationError

from footing.provenance import Citation, Review


@pytest.mark.parametrize(
    "placeholder", ["", "  ", "TBC", "todo", "To do", "n/a", "N/A.", "xxx", "???", "Unknown", "-", "source"]
)
def test_a_placeholder_is_refused_wherever_a_text_is_required(placeholder: str) -> None:
    with pytest.raises(ValidationError, match="placeholder"):
        Citation(publisher=placeholder, title="A toolkit", published="2021", licence="OGL v3.0")
    with pytest.raises(ValidationError, match="placeholder"):
        Review(by="Footing", on=dt.date(2026, 11, 1), status="assumption", note=placeholder)


def test_a_real_citation_is_kept_as_written() -> None:
    citation = Citation(
        publisher="Office for National Statistics", title="SOC 2020", published="2020", licence="OGL v3.0"
    )
    assert citation.publisher == "Office for National Statistics"
    assert citation.url is None


def test_a_field_that_the_schema_does_not_know_is_refused() -> None:
    with pytest.raises(ValidationError, match="extra"):
        Citation.model_validate(
            {"publisher": "ONS", "title": "SOC 2020", "published": "2020", "licence": "OGL v3.0", "colour": "red"}
        )
