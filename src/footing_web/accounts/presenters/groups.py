"""Words for the pages about groups of organisations."""

from typing import Any

from django import forms

from footing_web.accounts import queries
from footing_web.accounts.models import GroupPlace, Organisation, OrganisationGroup
from footing_web.accounts.presenters.asking import Context, address, asking


def groups(organisation: Organisation) -> Context:
    """The groups that an organisation is in or has asked for."""
    found = [_group(organisation, place) for place in queries.places()]
    return {"organisation": organisation, "groups": found, "back": address("settings", organisation)}


def _group(organisation: Organisation, place: GroupPlace) -> dict[str, Any]:
    """A group as its member sees it; somebody who only asked sees the name alone."""
    leads = place.group.lead_id == organisation.pk
    others = queries.places_in(place.group) if place.given_at else []
    return {
        "place": place,
        "group": place.group,
        "leads": leads,
        "waits": place.given_at is None,
        "members": [other for other in others if other.given_at],
        "asking": [other for other in others if not other.given_at] if leads else [],
    }


def starting_group(organisation: Organisation, form: forms.Form) -> Context:
    """The page on which a group is started."""
    words = "Your organisation leads it. The members see each other's names, and nothing of each other's data."
    return asking("Start a group", form, back=address("groups", organisation), button="Start the group", words=words)


def new_code(organisation: Organisation, code: str) -> Context:
    """The page that shows a code once."""
    return {
        "title": "The joining code",
        "words": "Give this code to the organisations that you want in the group. It is not stored, so it cannot be "
        "shown again; you can make a new one. You decide about each organisation that asks.",
        "label": "Joining code",
        "secret": code,
        "onwards": address("groups", organisation),
        "onwards_words": "Back to the groups",
    }


def changing_code(organisation: Organisation, group: OrganisationGroup, form: forms.Form) -> Context:
    """The page on which a new code is made."""
    words = "The code before it opens nothing any more."
    back = address("groups", organisation)
    return asking(f"Make a new joining code for {group}?", form, back=back, button="Make a new code", words=words)


def asking_group(organisation: Organisation, form: forms.Form) -> Context:
    """The page on which an organisation asks for a place."""
    words = "The organisation that leads the group will see the name of yours."
    return asking("Join a group", form, back=address("groups", organisation), button="Ask to join", words=words)


def leaving_group(place: GroupPlace, form: forms.Form) -> Context:
    """The page that asks whether a group is to be left."""
    back, words = (
        address("groups", place.organisation),
        "You can only come back if the organisation that leads it agrees.",
    )
    return asking(f"Leave {place.group}?", form, back=back, button="Leave the group", words=words, warning=True)


def closing_group(organisation: Organisation, group: OrganisationGroup, form: forms.Form) -> Context:
    """The page that asks whether a group is to be closed."""
    back, words = address("groups", organisation), "It ends for all its members. Nobody loses data of their own."
    return asking(f"Close {group}?", form, back=back, button="Close the group", words=words, warning=True)


def giving_place(lead: Organisation, place: GroupPlace, form: forms.Form) -> Context:
    """The page on which an organisation is let in."""
    back = address("groups", lead)
    return asking(f"Let {place.organisation} into {place.group}?", form, back=back, button="Let it in")


def refusing_place(lead: Organisation, place: GroupPlace, form: forms.Form) -> Context:
    """The page on which an organisation is kept or taken out."""
    back, words = address("groups", lead), "It can ask again for as long as it has the code."
    title = f"Take {place.organisation} out of {place.group}?" if place.given_at else f"Decline {place.organisation}?"
    return asking(
        title, form, back=back, button="Take it out" if place.given_at else "Decline", words=words, warning=True
    )
