"""The page on which columns and words are mapped: every choice with what it is about and why it was suggested."""

from typing import Any
from urllib.parse import urlencode

from footing.tables.words import counted
from footing.workforce.fields import load_fields
from footing.workforce.mapping import ColumnMapping
from footing_web.accounts.models import Membership
from footing_web.accounts.permissions import role_may
from footing_web.uploads import queries
from footing_web.uploads.checking import catalogue
from footing_web.uploads.mapping_form import MappingForm
from footing_web.uploads.models import Upload
from footing_web.uploads.presenters.addresses import Context, of_organisation, of_upload

_HIDDEN = "govuk-visually-hidden"
_SURE = 0.9


def mappings(viewer: Membership) -> Context:
    """The mapping of every extract that is kept, newest first."""
    hands_in = role_may(viewer.role, "uploads.hand_in")
    return {
        "back": of_organisation("extracts", viewer.organisation),
        "mappings": [_saved(each, hands_in) for each in queries.kept_uploads()],
    }


def _saved(upload: Upload, hands_in: bool) -> Context:
    read = queries.mapping_of(upload)
    columns = [column for sheet in read.sheets for column in sheet.columns] if read else []
    used = sum(column.field is not None for column in columns)
    new = of_organisation("hand_in", upload.organisation)
    return {
        "upload": upload,
        "columns": f"{used} of {len(columns)} used",
        "address": of_upload("extract", upload),
        "use_again": f"{new}?{urlencode({'reuse': upload.pk})}" if hands_in else "",
        "download": of_upload("mapping_file", upload),
    }


def deciding(upload: Upload, form: MappingForm) -> Context:
    """Sheets with their columns, questions with their words, fields with their categories."""
    return {
        "upload": upload,
        "form": form,
        "back": of_upload("extract", upload),
        "download": of_upload("mapping_file", upload),
        "sheets": [
            {"name": sheet.sheet, "role": role, "columns": [_column(*each) for each in columns]}
            for sheet, role, columns in form.sheets()
        ],
        "questions": [_question(*each) for each in form.words()],
        "categories": [_categories(*each) for each in form.categories()],
        "new_words": [
            {"title": _title(field), "words": [_word(*each) for each in words]} for field, words in form.new_words()
        ],
        "settings": [form[name] for name in ("snapshot", "date_order", "pay_period", "full_time_hours")],
    }


def _column(column: ColumnMapping, field: Any) -> Context:
    reasons = list(column.because) or ([f"not used, as {column.ignored}"] if column.ignored else [])
    return {
        "heading": column.heading,
        "field": field,
        "label": {"text": field.label, "classes": _HIDDEN},
        "reasons": reasons,
        "unsure": column.confidence is not None and column.confidence < _SURE,
        "personal": column.personal,
    }


def _question(name: str, undecided: list[tuple[str, int, Any]], placed: list[tuple[str, int, Any]]) -> Context:
    return {
        "title": catalogue().question(name).title,
        "undecided": [_word(*each) for each in undecided],
        "placed": [_word(*each) for each in placed],
        "count": counted(len(placed), "wording", "wordings"),
    }


def _word(word: str, count: int, field: Any) -> Context:
    return {
        "word": word,
        "times": counted(count, "time", "times") if count else "",
        "field": field,
        "label": {"text": field.label, "classes": _HIDDEN},
    }


def _categories(name: str, listed: list[tuple[str, tuple[str, ...], Any, Any]]) -> Context:
    return {
        "title": _title(name),
        "ordered": any(place is not None for _, _, place, _ in listed),
        "rows": [
            {
                "category": one,
                "spellings": ", ".join(spellings),
                "place": place,
                "place_label": {"text": place.label, "classes": _HIDDEN} if place is not None else None,
                "same": same,
                "same_label": {"text": same.label, "classes": _HIDDEN},
            }
            for one, spellings, place, same in listed
        ],
    }


def _title(field: str) -> str:
    specification = load_fields().field(field)
    return specification.title if specification else field
