"""What visitors are asked."""

from django import forms

from footing_web.enquiries.forms.fields import email_field, message_field, name_field, several_field
from footing_web.enquiries.models import Topic
from footing_web.enquiries.spam import ForPeople, PlainName

ONLY_TO_ANSWER = "We use it to answer you, and for nothing else."


def _topics() -> list[tuple[str, str]]:
    return list(Topic.choices)


class TopicsForm(forms.Form):
    """What somebody hears of."""

    topics = several_field("What would you like to hear of?", _topics, wrong="Choose at least one")


class NewsForm(ForPeople):
    """Registering for news."""

    email = email_field("We send a link to it that you open to confirm.")
    topics = several_field("What would you like to hear of?", _topics, wrong="Choose at least one")


class ConversationForm(ForPeople):
    """Asking for a conversation."""

    name = name_field()
    email = email_field(ONLY_TO_ANSWER)
    organisation_name = PlainName(label="Your organisation (optional)", max_length=120, required=False)
    message = message_field(
        "What would you like to talk about?", help_text="Please give no details about people other than yourself."
    )


class CorrectionForm(ForPeople):
    """Saying that a page is wrong."""

    message = message_field(
        "What is wrong?", help_text="Say which sentence or figure, and what it should be. A source helps."
    )
    name = name_field("Your name (optional)", required=False)
    email = email_field("If you want to hear what became of it.", required=False)


class SponsorOfferForm(ForPeople):
    """Offering to sponsor."""

    name = name_field()
    email = email_field(ONLY_TO_ANSWER)
    organisation_name = PlainName(
        label="Your organisation", max_length=120, error_messages={"required": "Enter the name of your organisation"}
    )
    message = message_field("What would you like to support?")


class EventPlaceForm(ForPeople):
    """Asking for a place at an event."""

    name = name_field()
    email = email_field("We send a link to it that you open to confirm, and write to you about this event alone.")
    needs = message_field(
        "What do you need to take part? (optional)", help_text="Such as captions or a signer.", rows=2, required=False
    )


class CommentForm(ForPeople):
    """A comment on a page."""

    name = name_field("Name to show beside the comment")
    text = message_field("Your comment", help_text="It is shown once the team has read it.", rows=5)
    email = email_field("To tell you when it is shown. It is never shown itself, and deleted then.", required=False)
