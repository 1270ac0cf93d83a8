"""What the tests of enquiries share: the team, a page of the toolkit, and a case study at any step of its way."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from footing_web.accounts.models import User
from footing_web.enquiries import actions
from footing_web.enquiries.models import CaseStudy, Purpose, SignedLink, Slot
from footing_web.enquiries.queries import link_with
from footing_web.enquiries.wording import Outcome, Section, Wording
from footing_web.library.loading import people, tree
from web.conftest import person

CONTRIBUTOR = "ama.mensah@ashmoor.example"


@pytest.fixture(autouse=True)
def nothing_counted_yet(db: None) -> None:
    """Limits count in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture(autouse=True)
def people_who_are_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests fill forms in faster than people; the test of that rule puts it back."""
    monkeypatch.setattr("footing_web.enquiries.spam.QUICKEST_SECONDS", 0)


@pytest.fixture
def editor(rooms: dict[str, Page]) -> User:
    """A reviewer of the team, with a second step set up."""
    user = person("editor@footing.example", name="Edith Orr")
    user.groups.add(Group.objects.get(name=people.REVIEWERS))
    TOTP.activate(user, "A" * 32)
    return user


@pytest.fixture
def writer(rooms: dict[str, Page]) -> User:
    """Somebody of the team who may write, and not publish."""
    user = person("writer@footing.example", name="Will Ash")
    user.groups.add(Group.objects.get(name=people.EDITORS))
    TOTP.activate(user, "B" * 32)
    return user


@pytest.fixture
def editing(editor: User, signed_in: Callable[[User], Client]) -> Client:
    """The editor, signed in with the second step."""
    return with_second_step(signed_in(editor))


def with_second_step(client: Client) -> Client:
    """The same client, after the second step."""
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, User.objects.get(pk=request.session["_auth_user_id"]), method="mfa", type="totp")
    request.session.save()
    return client


@pytest.fixture
def rooms(db: None) -> dict[str, Page]:
    """The sections of the toolkit, with nothing in them."""
    sections = tree.sections(tree.home())
    people.let_in()
    return dict(sections)


@pytest.fixture
def toolkit_page(rooms: dict[str, Page]) -> Page:
    """A page that everybody can see."""
    return rooms["actions"]


def wording(**changes: Any) -> Wording:
    """The words of a made-up case study."""
    words = Wording(
        title="Travel to interviews is paid",
        organisation="Ashmoor Council",
        edition="local-government",
        size_band="1000_to_4999",
        region="north_west",
        pillars=("hiring",),
        stages=("hiring",),
        summary="The council pays for travel to interviews. More people come.",
        sections=(Section("What was done", "Travel is paid before the interview.\n\nNobody has to ask."),),
        outcomes=(Outcome("Nine in ten of those invited come.", source="The council’s own count"),),
    )
    return Wording(**{name: changes.get(name, getattr(words, name)) for name in Wording.__slots__})


def offered(**changes: Any) -> CaseStudy:
    """A case study that has just been offered."""
    about: dict[str, Any] = {
        "name": "Ama Mensah",
        "email": CONTRIBUTOR,
        "organisation_name": "Ashmoor Council",
        "edition": "local-government",
        "size_band": "1000_to_4999",
        "region": "north_west",
        "pillars": ["hiring"],
        "job": "Head of resourcing",
        "story": "We pay for travel to interviews.",
    }
    return actions.offer(**about | changes)


def secret_in(letter: Any) -> str:
    """The secret of the first signed link in a letter."""
    return re.search(r"/toolkit/review/([\w-]+)/", letter.body)[1]


def last_secret(purpose: Purpose) -> str:
    """The secret of the newest link for a purpose, as it stands in the letters that were sent."""
    for letter in reversed(mail.outbox):
        for secret in re.findall(r"/toolkit/review/([\w-]+)/", letter.body):
            link = link_with(secret)
            if link is not None and link.purpose == purpose:
                return secret
    raise LookupError(purpose)


@dataclass
class Way:
    """A case study, with what is needed to go on."""

    case_study: CaseStudy
    editor: User

    def link(self, purpose: Purpose) -> SignedLink:
        """The newest link for a purpose."""
        found = link_with(last_secret(purpose))
        assert found is not None
        return found

    def to(self, state: str) -> "Way":
        """Go on by the ordinary steps until it stands there."""
        self.case_study.refresh_from_db()
        while self.case_study.state != state:
            getattr(self, f"after_{self.case_study.state}")()
            self.case_study.refresh_from_db()
        return self

    def after_offered(self) -> None:
        actions.take_up(case_study=self.case_study, by=self.editor)

    def after_invited(self) -> None:
        start = timezone.now().replace(microsecond=0) + dt.timedelta(days=3, hours=Slot.objects.count())
        (slot,) = actions.offer_slots(starts=[start], place="We call 01632 960123", by=self.editor)
        actions.book(link=self.link(Purpose.SLOT), slot=slot)

    def after_booked(self) -> None:
        actions.hold_interview(case_study=self.case_study, notes="She said a lot.", by=self.editor)

    def after_interviewed(self) -> None:
        actions.write_draft(case_study=self.case_study, wording=wording(), by=self.editor)

    def after_drafting(self) -> None:
        actions.send_draft(case_study=self.case_study, by=self.editor)

    def after_sent(self) -> None:
        last_day = timezone.localdate() + dt.timedelta(days=365)
        actions.approve(link=self.link(Purpose.DRAFT), scope=["page"], last_day=last_day)

    def after_approved(self) -> None:
        actions.publish(case_study=self.case_study, by=self.editor)


@pytest.fixture
def way(editor: User, rooms: dict[str, Page], monkeypatch: pytest.MonkeyPatch) -> Way:
    """A case study that was offered, and the means to go on. Letters go out at once."""
    monkeypatch.setattr("footing_web.enquiries.letters.transaction.on_commit", lambda act: act())
    return Way(offered(), editor)


@pytest.fixture
def form_of() -> Callable[..., Any]:
    """Send the form of a page as a visitor does, with what the page put into it."""

    def sent(address: str, client: Client | None = None, **said: Any) -> Any:
        client = client or Client()
        page = client.get(address).content.decode()
        shown = re.search(r'name="shown_at" value="([^"]+)"', page)
        hidden = {"shown_at": shown[1], "website": ""} if shown else {}
        return client.post(address, {**hidden, **said}, follow=True)

    return sent
