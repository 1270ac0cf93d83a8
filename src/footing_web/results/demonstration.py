"""Two fictional organisations to look around in: people of every role, extracts that were handed in, and results."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from allauth.account.models import EmailAddress
from django.utils import timezone

from footing.samples import Sample, council, firm
from footing.samples.year_before import a_year_before
from footing_web.accounts.actions.members import add_member
from footing_web.accounts.actions.organisations import create_organisation
from footing_web.accounts.models import Organisation, Role, User
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import through
from footing_web.results.actions.runs import Asked, start_run
from footing_web.results.jobs import carry_out_run
from footing_web.results.models import Run
from footing_web.uploads.actions import Handed, keep_at_once
from footing_web.uploads.models import Upload

PASSWORD = "an-equal-footing-for-everybody"  # noqa: S105 - of fictional people, on nobody's server but one's own
POLICY = "publish-10"
KEPT_DAYS = 365
SEED = 1

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Demonstration:
    """One of the organisations: how it is set up, and the sample that its extracts come from."""

    slug: str
    kind: str
    sector: str
    region: str
    size_band: str
    draw: Callable[..., Sample]
    with_the_year_before: bool


DEMONSTRATIONS = (
    Demonstration("aldermere-council", "council", "public_administration", "north_west", "1000_to_4999", council, True),
    Demonstration("larkspur-hale", "firm", "professional", "london", "250_to_999", firm, False),
)


def set_up(tell: Tell) -> None:
    """Set up what is not there yet, by the steps that anybody takes; an organisation that is there is left as it is."""
    for each in DEMONSTRATIONS:
        if not Organisation.objects.filter(slug=each.slug).exists():
            _set_up(each, tell)


def addresses(demonstration: Demonstration) -> Iterator[tuple[str, Role]]:
    """The e-mail address of each person of an organisation, and the role."""
    for role in Role:
        yield f"{role.value.replace('_', '.')}@{demonstration.slug}.example", role


def _set_up(demonstration: Demonstration, tell: Tell) -> None:
    sample = demonstration.draw(seed=SEED)
    tell(f"Setting up {sample.truth.employer.name}, which is fictional …")
    with through("command:demo_data"):
        people = {role: _person(address, role) for address, role in addresses(demonstration)}
        organisation = create_organisation(
            name=sample.truth.employer.name,
            kind=demonstration.kind,
            sector=demonstration.sector,
            region=demonstration.region,
            size_band=demonstration.size_band,
            slug=demonstration.slug,
            by=people[Role.OWNER],
        )
        with in_organisation(organisation):
            for role, user in people.items():
                if role is not Role.OWNER:
                    add_member(organisation=organisation, user=user, role=role, way="set_up", by=people[Role.OWNER])
            _assess(organisation, sample, people[Role.ANALYST], demonstration, tell)


def _person(address: str, role: Role) -> User:
    """Somebody who has confirmed their address."""
    user = User.objects.create_user(email=address, password=PASSWORD, name=f"A fictional {role.label.lower()}")
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return user


def _assess(
    organisation: Organisation, sample: Sample, analyst: User, demonstration: Demonstration, tell: Tell
) -> None:
    """Hand in this year's extract and, where there is one, last year's; assess each, the later with the earlier."""
    with TemporaryDirectory() as folder:
        files = sample.write(Path(folder), untidy=True)
        earlier = None
        if demonstration.with_the_year_before:
            year = a_year_before(sample.snapshot_date)
            earlier = _kept(organisation, f"Staff on {year:%-d %B %Y}", {"extract": files.year_before}, analyst)
            _run(earlier, Asked(POLICY), analyst, tell)
        every = {
            "extract": files.staff,
            "applications": files.applications,
            "events": files.events,
            "outreach": files.outreach,
        }
        upload = _kept(organisation, f"Staff on {sample.snapshot_date:%-d %B %Y}", every, analyst)
        _run(upload, Asked(POLICY, previous_upload=earlier), analyst, tell)


def _kept(organisation: Organisation, title: str, paths: dict[str, Path], analyst: User) -> Upload:
    with ExitStack() as stack:
        files = {source: Handed(stack.enter_context(path.open("rb")), path.name) for source, path in paths.items()}
        return keep_at_once(
            organisation=organisation,
            title=title,
            files=files,  # type: ignore[arg-type]  # the names of the sources are typed out above
            retain_until=timezone.localdate() + dt.timedelta(days=KEPT_DAYS),
            by=analyst,
        )


def _run(upload: Upload, asked: Asked, analyst: User, tell: Tell) -> None:
    tell(f"Assessing: {upload.title} …")
    run = start_run(upload=upload, asked=asked, by=analyst)
    carry_out_run.func(str(run.pk))
    ended = Run.objects.get(pk=run.pk)
    if ended.state != "done":
        tell(f"The assessment stopped: {ended.failure_code} · {ended.failure_words}")
