"""What the team is asked in the inbox."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from footing_web.accounts.models import Region, SizeBand, User
from footing_web.components.date_field import DateField
from footing_web.enquiries.choices import edition_choices, measure_ids, pillar_choices, stage_choices
from footing_web.enquiries.forms.fields import message_field, several_field
from footing_web.enquiries.models import EnquiryState, Topic
from footing_web.enquiries.spam import PlainName
from footing_web.enquiries.wording import Outcome, Section, Wording

HEADING = "## "
BETWEEN = "|"
OUTCOME_PARTS = 3


class OwnerForm(forms.Form):
    """Who looks after something."""

    owner = forms.ChoiceField(label="Who looks after it?", required=False)

    def __init__(self, *args: Any, team: list[User], **kwargs: Any) -> None:
        """Offer the team."""
        super().__init__(*args, **kwargs)
        self.members = {str(member.pk): member for member in team}
        choices = [("", "Nobody yet"), *((key, each.get_full_name()) for key, each in self.members.items())]
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> User | None:
        """Whoever was chosen."""
        return self.members.get(self.cleaned_data["owner"])


class StateForm(forms.Form):
    """Where an enquiry stands."""

    state = forms.ChoiceField(label="Where does it stand?", choices=EnquiryState.choices)


class NoteForm(forms.Form):
    """A note for the team."""

    text = message_field("Note for the team", rows=3)


class AnswerForm(forms.Form):
    """An answer to whoever wrote."""

    text = message_field("Your answer", help_text="Sent by e-mail, with your name under it.")


class TurnDownForm(forms.Form):
    """Not taking an offer up."""

    words = message_field(
        "Why not?", help_text="The contributor reads this. Everything they sent is then erased.", rows=4
    )


class InterviewForm(forms.Form):
    """That the interview was held."""

    notes = message_field(
        "Notes from the conversation",
        help_text="Encrypted, and erased once the case study is published. Leave out what is about other people.",
        rows=12,
        required=False,
    )


class SlotsForm(forms.Form):
    """Times at which one can hold interviews."""

    day = DateField(label="Day", help_text="For example, 27 11 2026.", error_messages={"required": "Enter the day"})
    times = forms.CharField(
        label="Times on that day",
        help_text="When an interview of 45 minutes can begin, London time, with commas between: 9:30, 11:00, 14:15",
        max_length=120,
        error_messages={"required": "Enter one or more times"},
    )
    place = forms.CharField(
        label="How to meet",
        help_text="A telephone number that you call, or the address of a video call. Only who books it sees it.",
        max_length=300,
        error_messages={"required": "Say how to meet"},
    )

    def clean_times(self) -> list[dt.time]:
        """Each time of the day."""
        found = []
        for written in self.cleaned_data["times"].split(","):
            try:
                found.append(dt.datetime.strptime(written.strip(), "%H:%M").time())  # noqa: DTZ007 - a time of day
            except ValueError as error:
                raise forms.ValidationError("Write each time as hours and minutes, such as 9:30.") from error
        return found

    @property
    def starts(self) -> list[dt.datetime]:
        """When each of the interviews would begin."""
        day = self.cleaned_data["day"]
        zone = timezone.get_current_timezone()
        return [dt.datetime.combine(day, time, tzinfo=zone) for time in self.cleaned_data["times"]]


class DraftForm(forms.Form):
    """The words of a case study."""

    title = PlainName(label="Title", max_length=120, error_messages={"required": "Enter the title"})
    organisation = PlainName(
        label="Name of the organisation, as it is published",
        max_length=120,
        help_text="“A council in the North West” where it does not want to be named.",
        error_messages={"required": "Enter the name of the organisation"},
    )
    edition = forms.ChoiceField(label="Sector", choices=edition_choices)
    size_band = forms.ChoiceField(label="How many people work there?", choices=SizeBand.choices)
    region = forms.ChoiceField(label="Where do most of the staff work?", choices=Region.choices)
    pillars = several_field("Pillars", pillar_choices, wrong="Choose at least one pillar")
    stages = several_field("Stages", stage_choices, wrong="Choose at least one stage")
    summary = message_field("Summary", help_text="Two sentences: what was done, and what came of it.", rows=3)
    text = message_field(
        "Text",
        help_text="Begin each part with a line like: ## What was done. Leave an empty line between paragraphs.",
        rows=24,
    )
    outcomes = message_field(
        "Outcomes",
        help_text="On each line: what came of it | where it is from | id of a measure. Leave out what is not there.",
        rows=4,
        required=False,
    )

    def clean_text(self) -> tuple[Section, ...]:
        """The parts with their headings."""
        before, *parts = f"\n{self.cleaned_data['text']}".replace("\r\n", "\n").split(f"\n{HEADING}")
        if before.strip() or not parts:
            raise forms.ValidationError("Begin the text with a heading: a line that starts with ## and a space.")
        sections = tuple(Section(each.partition("\n")[0].strip(), each.partition("\n")[2].strip()) for each in parts)
        for section in sections:
            if not section.heading or not section.text:
                raise forms.ValidationError("Every part needs a heading and words under it.")
        return sections

    def clean_outcomes(self) -> tuple[Outcome, ...]:
        """Each outcome, with its source and measure where they are given."""
        lines = [line for line in self.cleaned_data["outcomes"].splitlines() if line.strip()]
        return tuple(_outcome(line) for line in lines)

    @property
    def wording(self) -> Wording:
        """What was written, as one value."""
        said = self.cleaned_data
        return Wording(
            title=said["title"],
            organisation=said["organisation"],
            edition=said["edition"],
            size_band=said["size_band"],
            region=said["region"],
            pillars=tuple(said["pillars"]),
            stages=tuple(said["stages"]),
            summary=said["summary"],
            sections=said["text"],
            outcomes=said["outcomes"],
        )


def written(wording: Wording) -> dict[str, Any]:
    """A wording as it stands in the form."""
    sections = "\n\n".join(f"{HEADING}{each.heading}\n{each.text}" for each in wording.sections)
    outcomes = "\n".join(f" {BETWEEN} ".join((o.words, o.source, o.measure)).rstrip(" |") for o in wording.outcomes)
    kept = ("title", "organisation", "edition", "size_band", "region", "pillars", "stages", "summary")
    return {name: getattr(wording, name) for name in kept} | {"text": sections, "outcomes": outcomes}


def _outcome(line: str) -> Outcome:
    words, source, measure, *more = [*(part.strip() for part in line.split(BETWEEN)), "", "", ""]
    if not words or any(more):
        raise forms.ValidationError("Write each outcome as: what came of it | where it is from | id of a measure.")
    if measure and measure not in measure_ids():
        raise forms.ValidationError(
            "An outcome names a measure that is not in the catalogue. Leave it out, or correct it."
        )
    return Outcome(words=words, source=source, measure=measure)


class SponsorForm(forms.Form):
    """Thanking a sponsor."""

    name = PlainName(label="Name of the sponsor", max_length=120, error_messages={"required": "Enter the name"})
    address = forms.URLField(label="Address of their website (optional)", required=False, assume_scheme="https")
    gives = forms.CharField(label="What they give", max_length=300, error_messages={"required": "Say what they give"})
    since = DateField(label="Since", error_messages={"required": "Enter the day"})
    until = DateField(label="Until (optional)", required=False)


class BulletinForm(forms.Form):
    """A piece of news."""

    topic = forms.ChoiceField(label="What is it about?", choices=Topic.choices, widget=forms.RadioSelect)
    subject = forms.CharField(label="Subject", max_length=120, error_messages={"required": "Enter the subject"})
    text = message_field("Text", help_text="Plain words, with an empty line between paragraphs.", rows=12)
