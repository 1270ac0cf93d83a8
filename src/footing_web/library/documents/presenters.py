"""Words for the screens of documents."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse

from footing.standards import load_catalogue
from footing_web.accounts.models import Organisation
from footing_web.library.documents.blocks import DocumentTemplate
from footing_web.library.documents.filled import FilledBlock, FilledDocument
from footing_web.library.documents.filling import fill
from footing_web.library.documents.known import Known
from footing_web.library.documents.shelf import document_templates

Context = dict[str, Any]
PILLAR_SET = "smc-six"


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a document and the name of the kind that it is, for the template that shows it."""

    kind: str
    block: FilledBlock


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document in the list: what it is, and how much of it is left to decide."""

    id: str
    title: str
    summary: str
    to_decide: int


@dataclass(frozen=True, slots=True)
class ShelfOfDocuments:
    """The documents of one pillar."""

    title: str
    documents: list[DocumentLine]


def document_list(organisation: Organisation, known: Known, *, may_change: bool) -> Context:
    """Every document by the first pillar that it is about."""
    titles = _pillar_titles()
    held = sorted(document_templates().values(), key=lambda each: list(titles).index(each.pillars[0]))
    shelves = [
        ShelfOfDocuments(titles[pillar], [_line(each, known) for each in found])
        for pillar, found in groupby(held, key=lambda each: each.pillars[0])
    ]
    return {"organisation": organisation, "shelves": shelves, "may_change": may_change, "figures": known.figures}


def filled_page(template: DocumentTemplate, known: Known, *, back: str, word: str) -> Context:
    """A document as a page, with what to do before it is used."""
    filled = fill(template, known)
    return {
        "template": template,
        "filled": filled,
        "parts": parts_of(filled),
        "back": back,
        "word": word,
        "own": known.fields.get("organisation"),
    }


def parts_of(filled: FilledDocument) -> list[Part]:
    """Every block with the name of its kind."""
    return [Part(type(block).__name__.lower(), block) for block in filled.blocks]


def addresses_of(organisation: Organisation, document: str) -> dict[str, str]:
    """Where the page of a filled document leads."""
    named = {"slug": organisation.slug, "document": document}
    return {
        "back": reverse("library:documents", kwargs={"slug": organisation.slug}),
        "word": reverse("library:document_word", kwargs=named),
    }


def _line(template: DocumentTemplate, known: Known) -> DocumentLine:
    filled = fill(template, known)
    return DocumentLine(template.id, filled.title, filled.summary, filled.to_decide)


def _pillar_titles() -> dict[str, str]:
    pillars = load_catalogue().pillar_sets.find(PILLAR_SET, None).pillars
    return {each.code: each.title for each in pillars}
