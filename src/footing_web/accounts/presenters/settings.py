"""Words for the pages on which an owner says what the organisation is."""

from typing import Any

from django import forms

from footing.tables.words import counted
from footing_web.accounts import queries
from footing_web.accounts.models import ApiKey, Organisation, Role
from footing_web.accounts.presenters.asking import Context, address, asking
from footing_web.accounts.scoping import in_organisation


def settings(organisation: Organisation) -> Context:
    """Everything that can be said, and what is said now."""
    grades, units = queries.grades().count(), len(queries.unit_paths())
    working = [key for key in queries.keys().all() if key.works]
    asking_allowed = f"People with an address at {organisation.join_domain}" if organisation.join_domain else "Nobody"
    rows = [
        ("Details", f"{organisation.name} · {organisation.get_kind_display()}", "details", "Change"),
        ("Grades", counted(grades, "grade", "grades").capitalize(), "grades", "Change"),
        ("Units", counted(units, "unit", "units").capitalize(), "units", "Change"),
        ("Who may ask to join", asking_allowed, "domain", "Change"),
        ("Second step at sign-in", _second_step(organisation), "second_step", "Change"),
        ("Owner", _owners(organisation), "hand_over", "Hand over"),
        ("Keys for the API", counted(len(working), "key that works", "keys that work").capitalize(), "keys", "Manage"),
        ("Groups", counted(queries.places().count(), "group", "groups").capitalize(), "groups", "Manage"),
        ("Close the organisation", "Deletes everything of it", "close", "Close"),
    ]
    return {"organisation": organisation, "rows": [_row(organisation, *row) for row in rows]}


def _second_step(organisation: Organisation) -> str:
    asked = [role.label for role in Role if role.value in organisation.second_step_roles]
    return f"Needed by: {', '.join(asked)}" if asked else "Everybody’s own choice"


def _owners(organisation: Organisation) -> str:
    with in_organisation(organisation):
        return ", ".join(owner.user.get_full_name() for owner in queries.owners())


def _row(organisation: Organisation, what: str, now: str, page: str, verb: str) -> dict[str, Any]:
    """One line of the summary list, in the form of its component."""
    link = {"href": address(page, organisation), "text": verb, "visuallyHiddenText": what.lower()}
    return {"key": {"text": what}, "value": {"text": now}, "actions": {"items": [link]}}


def changing_details(organisation: Organisation, form: forms.Form) -> Context:
    """The page of the details."""
    return asking("Details of the organisation", form, back=address("settings", organisation))


def changing_grades(organisation: Organisation, form: forms.Form) -> Context:
    """The page of the grades."""
    return asking("Grades", form, back=address("settings", organisation))


def changing_units(organisation: Organisation, form: forms.Form) -> Context:
    """The page of the units."""
    return asking("Units", form, back=address("settings", organisation))


def opening(organisation: Organisation, form: forms.Form) -> Context:
    """The page on who may ask to join."""
    return asking("Who may ask to join", form, back=address("settings", organisation))


def asking_for_second_step(organisation: Organisation, form: forms.Form) -> Context:
    """The page on which roles need a second step."""
    return asking("Second step at sign-in", form, back=address("settings", organisation))


def closing(organisation: Organisation, form: forms.Form) -> Context:
    """The page on which an organisation is closed."""
    return asking(
        f"Close {organisation}?",
        form,
        back=address("settings", organisation),
        button="Close it and delete everything",
        words="Every extract, result, link, key and membership is deleted at once and for good. The log stays with "
        "whoever runs the service, without names. Download what you need first.",
        warning=True,
    )


def handing_over(organisation: Organisation, form: forms.Form) -> Context:
    """The page on which an organisation is handed over."""
    return asking(
        f"Hand {organisation} over",
        form,
        back=address("settings", organisation),
        button="Hand the organisation over",
        words="The new owner can do everything at once, and can change your role. Both of you get an e-mail.",
        warning=True,
    )


def grades_as_lines() -> str:
    """The grades in scope as they are typed."""
    return "\n".join(f"{grade.code} *" if grade.senior else grade.code for grade in queries.grades())


def units_as_lines() -> str:
    """The units in scope as they are typed."""
    return "\n".join(" > ".join(path) for path in queries.unit_paths())


def keys(organisation: Organisation) -> Context:
    """The keys, those that work first."""
    found = sorted(queries.keys(), key=lambda key: not key.works)
    return {"organisation": organisation, "keys": found, "back": address("settings", organisation)}


def making_key(organisation: Organisation, form: forms.Form) -> Context:
    """The page on which a key is made."""
    words = "Give it no more than it needs: whoever has the key can do what its role can."
    return asking("Make a key", form, back=address("keys", organisation), button="Make the key", words=words)


def new_key(organisation: Organisation, secret: str) -> Context:
    """The page that shows a key once."""
    return {
        "title": "Key made",
        "words": "Copy the key now. It is not stored, so it cannot be shown again.",
        "label": "Key",
        "secret": secret,
        "onwards": address("keys", organisation),
        "onwards_words": "Back to the keys",
    }


def withdrawing_key(key: ApiKey, form: forms.Form) -> Context:
    """The page that asks whether a key is to be withdrawn."""
    return asking(
        f"Withdraw the key “{key.name}”?",
        form,
        back=address("keys", key.organisation),
        button="Withdraw the key",
        words="Whatever uses it will be refused from then on. This cannot be undone.",
        warning=True,
    )
