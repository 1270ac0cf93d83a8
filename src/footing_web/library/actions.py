"""What is done to pages of the toolkit from outside the editing pages."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from footing_web.accounts.models import User
from footing_web.library.loading.streams import stream
from footing_web.library.models import CaseStudyPage, IndexPage, Written

LONGEST_SLUG = 80


@transaction.atomic
def publish_case_study(
    *,
    page: CaseStudyPage | None,
    title: str,
    organisation: str,
    sector: str,
    size: str,
    region: str,
    pillars: Iterable[str],
    stages: Iterable[str],
    summary: str,
    sections: Iterable[tuple[str, str]],
    outcomes: Iterable[tuple[str | None, str, str]],
    by: User | None,
) -> CaseStudyPage:
    """Publish a case study as its contributor agreed to it: as a new page, or in place of what ``page`` says.

    ``sections`` are headings with texts; ``outcomes`` are ids of measures, words and sources.
    """
    told = {
        "title": title,
        "organisation": organisation,
        "sector": sector,
        "size": size,
        "region": region,
        "pillars": list(pillars),
        "stages": list(stages),
        "summary": summary,
        "body": stream("section", ({"heading": heading, "text": text} for heading, text in sections)),
        "outcomes": stream("outcome", map(_outcome, outcomes)),
        "written": Written.CONTRIBUTED,
    }
    if page is None:
        page = CaseStudyPage(slug=_free_slug(title), owner=by, **told)
        IndexPage.objects.get(slug=CaseStudyPage.section).add_child(instance=page)
    else:
        for name, value in told.items():
            setattr(page, name, value)
    page.save_revision(user=by).publish(user=by)
    return page


def withdraw_case_study(page: CaseStudyPage, *, by: User | None) -> None:
    """Take a case study down at once, with what is kept of its earlier versions."""
    page.unpublish(user=by)
    page.revisions.all().delete()


def _outcome(told: tuple[str | None, str, str]) -> dict[str, Any]:
    measure, words, source = told
    return {"measure": measure or "", "words": words, "source": source, "url": ""}


def _free_slug(title: str) -> str:
    """An address that no page has yet."""
    wanted = slugify(title)[:LONGEST_SLUG].strip("-") or "case-study"
    taken = set(CaseStudyPage.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    tried = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 2))]
    return next(slug for slug in tried if slug not in taken)
