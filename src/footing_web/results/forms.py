"""What is asked before an assessment is run, a result is shared, or another system is told."""

from collections.abc import Sequence
from typing import Any

from django import forms

from footing.standards import load_catalogue
from footing_web.results.actions.runs import Asked
from footing_web.results.comparable import comparable_with, not_comparable
from footing_web.uploads.models import Upload

USUAL_POLICY = "publish-10"
DAYS = ((7, "7 days"), (30, "30 days"), (90, "90 days"))
MOST_CROSSED = 3


class RunForm(forms.Form):
    """Which extract, protected under which policy, compared with what."""

    upload = forms.ChoiceField(label="Which extract should be assessed?")
    previous = forms.ChoiceField(
        label="Compare with an earlier year",
        required=False,
        help_text="The report then says what has changed, and whether it may be chance.",
    )
    policy = forms.ChoiceField(
        label="How should people be protected?",
        widget=forms.RadioSelect,
        initial=USUAL_POLICY,
        help_text="What is small is withheld or rounded by the rules of the policy.",
    )
    together = forms.MultipleChoiceField(
        label="Look at characteristics together",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=f"Choose two or {MOST_CROSSED}, or none for grade with each of the others. "
        "What was released before is taken into account, so that nobody can be worked out by comparing.",
    )

    benchmarks = forms.MultipleChoiceField(
        label="Compare with benchmarks",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose none for the national ones that fit. Only those are offered that count background as your "
        "extracts do: figures of another definition are never compared.",
    )

    def __init__(self, *given: Any, uploads: Sequence[Upload], **more: Any) -> None:
        super().__init__(*given, **more)
        self.uploads = {str(each.pk): each for each in uploads}
        named = [(key, _named(each)) for key, each in self.uploads.items()]
        self._offer("upload", named)
        self._offer("previous", [("", "No earlier year"), *named])
        self.fields["previous"].initial = _year_before(uploads)
        self._offer("policy", [(each.id, each.title) for each in load_catalogue().policies])
        self._offer("together", _characteristics(uploads))
        self._offer("benchmarks", [(each.id, f"{each.title} ({each.year})") for each in comparable_with(uploads)])
        for name, least in (("previous", 3), ("together", 2), ("benchmarks", 1)):
            if len(self._offered(name)) < least:
                del self.fields[name]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _offered(self, name: str) -> list[Any]:
        return list(self.fields[name].choices)  # type: ignore[attr-defined]

    def clean_together(self) -> list[str]:
        """Two or three, or none."""
        chosen: list[str] = self.cleaned_data["together"]
        if len(chosen) == 1 or len(chosen) > MOST_CROSSED:
            raise forms.ValidationError(f"Choose two or {MOST_CROSSED} characteristics to look at together, or none.")
        return chosen

    def clean(self) -> dict[str, Any]:
        """The earlier year is another extract, of an earlier day."""
        held = super().clean() or {}
        upload, previous = (self.uploads.get(held.get(name) or "") for name in ("upload", "previous"))
        if upload and previous and not _is_earlier(previous, upload):
            self.add_error("previous", "Choose an extract of an earlier day than the one to assess.")
        for benchmark in not_comparable(upload, held.get("benchmarks") or ()) if upload else ():
            self.add_error("benchmarks", f"This extract cannot be compared with “{benchmark.title}”. Leave it out.")
        return held

    @property
    def chosen_upload(self) -> Upload:
        """The extract."""
        return self.uploads[self.cleaned_data["upload"]]

    @property
    def asked(self) -> Asked:
        """Everything else."""
        held = self.cleaned_data
        return Asked(
            policy=held["policy"],
            benchmarks=tuple(held["benchmarks"]) if held.get("benchmarks") else None,
            crossings=(tuple(held["together"]),) if held.get("together") else None,
            previous_upload=self.uploads.get(held.get("previous") or ""),
        )


def _named(upload: Upload) -> str:
    """The title, and the day that it is of where the title does not say it."""
    day = f"{upload.snapshot_date:%-d %B %Y}" if upload.snapshot_date else ""
    return upload.title if day in upload.title else f"{upload.title} ({day})"


def _year_before(uploads: Sequence[Upload]) -> str:
    """The last extract of an earlier day than the newest one; nothing where there is none."""
    first, *others = uploads or (None,)
    earlier = [each for each in others if first is not None and each is not None and _is_earlier(each, first)]
    dated = [each for each in earlier if each.snapshot_date is not None]
    return str(max(dated, key=lambda each: each.snapshot_date).pk) if dated else ""  # type: ignore[arg-type,return-value]


def _is_earlier(previous: Upload, upload: Upload) -> bool:
    if previous.snapshot_date is None or upload.snapshot_date is None:
        return previous.pk != upload.pk
    return previous.snapshot_date < upload.snapshot_date


def _characteristics(uploads: Sequence[Upload]) -> list[tuple[str, str]]:
    held = dict.fromkeys(name for upload in uploads for name in upload.summary.get("characteristics", ()))
    return [(name, name.replace("_", " ").capitalize()) for name in held]


class LinkForm(forms.Form):
    """For whom a link is, and how long it works."""

    purpose = forms.CharField(
        label="Who or what is the link for?", max_length=80, help_text="For your own list, such as “Board, June”."
    )
    days = forms.TypedChoiceField(label="How long should it work?", choices=DAYS, coerce=int, widget=forms.RadioSelect)


class WebhookForm(forms.Form):
    """Which address is told."""

    address = forms.URLField(
        label="Address of the other system", max_length=300, assume_scheme="https", help_text="It starts with https://"
    )
