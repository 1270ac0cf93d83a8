"""Why something cannot be done, in words for the person who asked: a code, what is the matter, and the next step."""


class Refused(Exception):
    """An action that would leave an organisation in a wrong state. The message is meant for the screen."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the code beside the words."""
        super().__init__(message)
        self.code = code
        self.message = message


def last_owner() -> Refused:
    """An organisation must not be left with nobody in charge."""
    return Refused(
        "O001",
        "An organisation needs an owner, and this is the only one. Hand the organisation over to another member first.",
    )


def already_member() -> Refused:
    """Somebody cannot join twice."""
    return Refused("O002", "This person is a member already. Change the role on the page of the member.")


def other_address() -> Refused:
    """An invitation is for the person it was sent to."""
    return Refused(
        "O003",
        "This invitation was sent to another e-mail address. Sign in with the address that it was sent to, "
        "or add and confirm that address in your account.",
    )


def invitation_over() -> Refused:
    """An invitation does not last for ever."""
    return Refused("O004", "This invitation can no longer be used. Ask the person who sent it to invite you again.")


def not_your_domain() -> Refused:
    """Only people of the domain that the owner has opened the door to may ask."""
    return Refused(
        "O005", "You cannot ask to join this organisation from your e-mail address. Ask an owner to invite you."
    )


def public_domain(domain: str) -> Refused:
    """Anybody can have an address there."""
    return Refused(
        "O006",
        f"Anybody can have an address at {domain}, so it does not tell who is a colleague. Invite people by e-mail.",
    )


def not_own_domain() -> Refused:
    """A domain is shown to be the organisation's by the owner's own confirmed address."""
    return Refused("O007", "The domain must be that of your own confirmed e-mail address.")


def own_role() -> Refused:
    """Nobody changes or removes themselves from the page of members."""
    return Refused("O008", "You cannot change your own role. Hand the organisation over, or leave it.")


def unit_twice(name: str) -> Refused:
    """One name for a part of the organisation."""
    return Refused("O009", f"“{name}” is in the list twice. Give every unit its own name within the unit above it.")


def unit_without_name(line: int) -> Refused:
    """A unit needs a name."""
    return Refused("O010", f"Line {line} has a unit with no name. Write the units above it first, with > between them.")


def grade_twice(code: str) -> Refused:
    """One code for a grade."""
    return Refused("O011", f"The grade “{code}” is in the list twice. Give every grade a line of its own.")


def no_such_code() -> Refused:
    """A code that was mistyped, or has been changed since."""
    return Refused(
        "O012", "This code opens no group. Check it, or ask the organisation that leads the group for a new one."
    )


def lead_stays() -> Refused:
    """A group does not go on without its lead."""
    return Refused("O013", "The organisation that leads a group cannot leave it. Close the group instead.")


def name_not_typed() -> Refused:
    """What cannot be undone is not done by one click."""
    return Refused("O014", "This is not the name of the organisation. Type it exactly as it stands above.")
