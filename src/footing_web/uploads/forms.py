"""The forms of extracts. What is sent is looked at here for its size and for viruses, before anything is kept of it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import yaml
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from pydantic import ValidationError as NotValid

from footing.workforce import Fault, Mapping
from footing.workforce.mapping import Source
from footing_web.components.date_field import DateField
from footing_web.uploads.actions import Handed
from footing_web.uploads.faults import NOT_SCANNED, TOO_LARGE, VIRUS
from footing_web.uploads.limits import LIMITS
from footing_web.uploads.models import Upload
from footing_web.uploads.scanning import ScannerAway, find_virus

ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xls,.ods,.parquet"
_MEBIBYTE = 1024 * 1024
_MAPPING_BYTES = 2 * _MEBIBYTE

BESIDE: tuple[tuple[Source, str, str], ...] = (
    ("events", "Events (optional)", "Who joined, was promoted, moved or left, with dates."),
    ("applications", "Applications (optional)", "One row for each application, with the stages that it reached."),
    ("outreach", "Outreach (optional)", "One row for each person who took part in an outreach programme."),
)


class ExtractField(forms.FileField):
    """A file of people: not too large, and without a virus."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file; says what is wrong with it, with a code."""
        file = super().clean(data, initial)
        if file is not None and (fault := fault_of(file)):
            raise ValidationError(f"{fault.message} {fault.next_step} ({fault.code})", code=fault.code)
        return file


def fault_of(file: UploadedFile) -> Fault | None:  # type: ignore[type-arg]  # takes no argument at runtime
    """What is wrong with a file before it is read: it is too large, holds a virus or could not be scanned."""
    if (file.size or 0) > LIMITS.file_bytes:
        size, limit = ((each or 0) // _MEBIBYTE for each in (file.size, LIMITS.file_bytes))
        return TOO_LARGE.at(size=f"{size:,} MB", limit=f"{limit:,} MB")
    try:
        virus = find_virus(file, scanner_socket=settings.CLAMD_SOCKET)
    except ScannerAway:
        return NOT_SCANNED.at()
    return VIRUS.at(name=virus) if virus else None


class MappingFileField(forms.FileField):
    """A mapping as YAML, as ``footing check --suggest-mapping`` writes it."""

    widget = forms.FileInput(attrs={"accept": ".yaml,.yml"})

    def clean(self, data: Any, initial: Any = None) -> Mapping | None:
        """The mapping; says where it contradicts itself."""
        file = super().clean(data, initial)
        if file is None:
            return None
        if file.size > _MAPPING_BYTES:
            raise ValidationError("The mapping is larger than a mapping can be. Choose the right file.")
        return read_mapping(file.read())


def read_mapping(content: bytes) -> Mapping:
    """The mapping in a YAML text. Raises ``ValidationError`` with the place of what is wrong."""
    try:
        return Mapping.model_validate(yaml.safe_load(content.decode("utf-8-sig")))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise ValidationError(
            "The mapping is not a YAML file. Draft one with footing check --suggest-mapping."
        ) from error
    except NotValid as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = " → ".join(map(str, first["loc"])) or "the whole file"
        raise ValidationError(f"In the mapping, at {where}: {first['msg']}.") from error


class FilesForm(forms.Form):
    """The files of an extract; the staff extract is required unless it is to be corrected."""

    extract = ExtractField(label="Staff extract", help_text=f"CSV, Excel, ODS or Parquet, up to {LIMITS.file_bytes // _MEBIBYTE} MB, with one row for each person. Nothing needs to be changed in it first.")  # fmt: skip # noqa: E501

    def __init__(self, *args: Any, optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for source, label, hint in BESIDE:
            self.fields[source] = ExtractField(label=label, help_text=hint, required=False)
        self.fields["extract"].required = not optional
        self.fields["extract"].error_messages["required"] = "Choose the file of the staff extract."
        for field in self.fields.values():
            field.error_messages["empty"] = "The file is empty. Export it again and check its size."

    def handed(self) -> dict[Source, Handed]:
        """The files that were sent, by what they are."""
        sources: Iterable[Source] = ("extract", *(source for source, _, _ in BESIDE))
        return {
            source: Handed(file, file.name or "file") for source in sources if (file := self.cleaned_data.get(source))
        }


class CorrectionForm(FilesForm):
    """Corrected files of an extract that has faults; at least one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, optional=True, **kwargs)

    def clean(self) -> dict[str, Any]:
        """At least one file."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            self.add_error("extract", "Choose at least one corrected file.")
        return cleaned


CHECK, CHECK_TO_FILE, HAND_IN = "check", "check_to_file", "hand_in"


class LastDayField(DateField):
    """The last day on which an extract is kept."""

    def clean(self, value: Any) -> Any:
        """A day that is ahead, and not too far."""
        day: dt.date | None = super().clean(value)
        today = timezone.localdate()
        if day is not None and not today < day <= today + LIMITS.longest_retention:
            raise ValidationError("The last day must be after today and within six years.")
        return day


class LastDayForm(forms.Form):
    """Another last day."""

    retain_until = LastDayField(
        label="Until when shall it be kept?",
        error_messages={"required": "Enter the last day on which the extract is kept."},
    )


class HandInForm(FilesForm):
    """A new extract: its name, its files, how they are read, and for how long they are kept."""

    title = forms.CharField(
        label="What shall we call this extract?", help_text="For example, Staff in March 2026.", max_length=120
    )
    reuse = forms.ChoiceField(label="How are the columns and words read?", widget=forms.RadioSelect, required=False)
    mapping_file = MappingFileField(
        label="A mapping file (optional)",
        help_text="A YAML file that was downloaded here, or written on your own computer. It comes first.",
        required=False,
    )
    retain_until = LastDayField(label="Until when shall it be kept?")
    pseudonymise = forms.BooleanField(
        label="Replace personnel numbers by pseudonyms", required=False, initial=True,
        help_text="The same person gets the same pseudonym every year. The key to them is kept apart from the data.",
    )  # fmt: skip

    field_order = ("title", "extract", "events", "applications", "outreach", "reuse", "mapping_file")

    def __init__(self, *args: Any, earlier: Iterable[Upload] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._earlier = {str(upload.pk): upload for upload in earlier}
        choices = [("", "Suggest it from what is in the files")]
        choices += [(key, f"As “{upload.title}” was read") for key, upload in self._earlier.items()]
        self.fields["reuse"].choices = choices  # type: ignore[attr-defined]
        self.fields["title"].error_messages["required"] = "Enter a name for the extract."
        retain = self.fields["retain_until"]
        retain.initial = timezone.localdate() + LIMITS.usual_retention
        retain.help_text = "After this day it is deleted by itself, and a note of that is kept. You can withdraw it at any time before."  # fmt: skip # noqa: E501
        retain.error_messages["required"] = "Enter the last day on which the extract is kept."
        if not self._earlier:
            del self.fields["reuse"]
        self.order_fields(self.field_order)

    @property
    def earlier(self) -> Upload | None:
        """The extract whose mapping is to be used again."""
        return self._earlier.get(self.cleaned_data.get("reuse", ""))


class PersonForm(forms.Form):
    """Whose rows are meant, and what is to be done with them."""

    field = forms.ChoiceField(
        label="Which number is it?",
        widget=forms.RadioSelect,
        initial="person_key",
        choices=[
            ("person_key", "A personnel number, of the staff extract or the events"),
            ("candidate_key", "A candidate number, of the applications"),
            ("participant_key", "A participant number, of outreach"),
        ],
    )
    key = forms.CharField(
        label="The number, as it is in the extract",
        help_text="It is used to find the rows and is not stored.",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    what = forms.ChoiceField(
        label="What shall be done?",
        widget=forms.RadioSelect,
        choices=[("export", "Download everything that is kept of this person"), ("erase", "Erase all of it for good")],
    )


class SureForm(forms.Form):
    """A form with nothing to fill in, for what is asked once more."""
