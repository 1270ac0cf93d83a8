"""Questions about background, as official bodies word them, and every spelling of an answer that is known."""

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, model_validator

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Identifier, Part

Spelling = Annotated[str, Field(min_length=1)]
"""Words as people write them, so "N/A" and "None" are among them."""


class Option(Part):
    """One answer. ``spellings`` are other wordings that mean the same, for matching; a bare number is never one."""

    code: Identifier
    label: Text
    short_label: Text
    spellings: tuple[Spelling, ...] = ()

    @model_validator(mode="after")
    def _numbers_are_no_spellings(self) -> Self:
        numbers = [text for text in self.spellings if text.strip().isdigit()]
        if numbers:
            raise ValueError(f"{numbers[0]!r} is a number: it means something only with the codebook it came from")
        return self


class Form(Part):
    """One way in which the question is put: the codes of the options on offer, in the order they are offered."""

    id: Identifier
    title: Text
    start: dt.date
    wording: Text | None = None
    """How this form words the question, where that differs from the question's own wording."""
    options: tuple[Identifier, ...]
    note: Text | None = None


class Question(Entry):
    """A question, its options in order, the forms it takes, and the headings under which its answers are found."""

    wording: Text
    guidance: Text | None = None
    """What is shown to the respondent beneath the question."""
    options: tuple[Option, ...]
    forms: tuple[Form, ...]
    headings: tuple[Text, ...] = ()
    """Column headings under which answers are met in the wild, for suggesting a mapping."""

    @model_validator(mode="after")
    def _forms_offer_options_that_exist(self) -> Self:
        codes = [option.code for option in self.options]
        if len(set(codes)) != len(codes):
            raise ValueError("two options have the same code")
        for form in self.forms:
            unknown = [code for code in form.options if code not in codes]
            if unknown:
                raise ValueError(f"form {form.id} offers {unknown[0]!r}, which is not an option")
        return self

    def option(self, code: str) -> Option:
        """The option with this code. Raises ``KeyError`` when the question has none."""
        for option in self.options:
            if option.code == code:
                return option
        raise KeyError(code)
