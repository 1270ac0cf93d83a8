"""What is done for the toolkit from time to time: publish what was scheduled, and remind reviewers once a week."""

import datetime as dt

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.mail import send_mail
from django.core.management import call_command
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.library.loading.people import REVIEWERS
from footing_web.library.queries import due_for_review

REMINDED = "toolkit:reviewers-reminded"
WEEK_SECONDS = 7 * 24 * 60 * 60
LISTED = 30
"""How many pages a letter names; the editing pages list them all."""


def look_after(*, now: dt.datetime) -> None:
    """Publish and take down what is due, and remind reviewers of pages that nobody has looked at for too long."""
    call_command("publish_scheduled", verbosity=0)
    remind_reviewers(on=timezone.localdate(now))


def remind_reviewers(*, on: dt.date) -> int:
    """A letter to every reviewer, at most one a week, while a review is due; how many were sent."""
    due = due_for_review(on)
    to = User.objects.filter(groups__in=Group.objects.filter(name=REVIEWERS), is_active=True).distinct()
    if not due or not to or not cache.add(REMINDED, on.isoformat(), WEEK_SECONDS):
        return 0
    lines = [
        f"{page.title}, since {page.review_due:%-d %B %Y}: {settings.PUBLIC_ADDRESS}{page.address}"
        for page in due[:LISTED]
    ]
    words = "Please look at these pages again, and set the day of the next review:\n\n" + "\n".join(lines)
    subject = f"Pages of the toolkit to look at again: {len(due)}"
    return sum(send_mail(subject, words, None, [user.email]) for user in to)
