"""The pages with a form, or with one thing to be sure of."""

from django import forms

from footing.workforce import Mapping
from footing.workforce.mapping import Role
from footing_web.accounts.models import Organisation
from footing_web.uploads.models import Upload
from footing_web.uploads.presenters.addresses import Context, of_organisation, of_upload
from footing_web.uploads.presenters.understood import summary_rows


def handing_in(organisation: Organisation, form: forms.Form) -> Context:
    """The form for a new extract."""
    return {"organisation": organisation, "form": form, "back": of_organisation("extracts", organisation)}


def correcting(upload: Upload, form: forms.Form) -> Context:
    """The form for corrected files."""
    return {"upload": upload, "form": form, "back": of_upload("extract", upload)}


def confirming(upload: Upload, mapping: Mapping | None, form: forms.Form) -> Context:
    """What will be kept, before it is."""
    used = [sheet for sheet in mapping.sheets if sheet.role is not Role.IGNORED] if mapping else []
    columns = [column for sheet in used for column in sheet.columns]
    return {
        "upload": upload,
        "form": form,
        "back": of_upload("extract", upload),
        "rows": summary_rows(upload.summary),
        "kept": [column.heading for column in columns if column.field],
        "left_out": [column.heading for column in columns if column.field is None],
    }


def withdrawing(upload: Upload, form: forms.Form) -> Context:
    """Whether an extract is to be withdrawn."""
    return {
        "form": form,
        "title": f"Withdraw “{upload.title}”?",
        "words": "Everything that is kept of the people in it is deleted for good, and a note of that is kept. "
        "Results that were released stay as they are.",
        "button": "Withdraw for good",
        "button_class": "govuk-button--warning",
        "back": of_upload("extract", upload),
    }


def changing_last_day(upload: Upload, form: forms.Form) -> Context:
    """Until when an extract is kept."""
    return {
        "form": form,
        "title": f"Until when is “{upload.title}” kept?",
        "words": "After this day it is deleted by itself, and a note of that is kept.",
        "button": "Save",
        "button_class": "",
        "back": of_upload("extract", upload),
    }


def cancelling(upload: Upload, form: forms.Form) -> Context:
    """Whether what was handed in is to be thrown away."""
    return {
        "form": form,
        "title": f"Cancel “{upload.title}”?",
        "words": "The files that you handed in are deleted. A check that is under way stops.",
        "button": "Cancel and delete the files",
        "button_class": "govuk-button--warning",
        "back": of_upload("extract", upload),
    }


def asking_for_a_person(organisation: Organisation, form: forms.Form) -> Context:
    """Whose rows are meant."""
    return {"form": form, "back": of_organisation("extracts", organisation)}
