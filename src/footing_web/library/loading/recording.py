"""What Wagtail keeps about pages, for many at once: a version of each, its place in the search, its day of publishing.

Page by page Wagtail would write each of them three times and leave seven jobs for the worker.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.utils import timezone
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page, Revision
from wagtail.search.backends import get_search_backends
from wagtail.signal_handlers import disable_reference_index_auto_update

VERSIONED = (
    "latest_revision",
    "live_revision",
    "latest_revision_created_at",
    "first_published_at",
    "last_published_at",
    "has_unpublished_changes",
)


@contextmanager
def quiet(model: Any) -> Iterator[None]:
    """No jobs for the worker while pages of this kind are saved."""
    post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        post_save.connect(post_save_signal_handler, sender=model)


def record(model: Any, pages: list[Any]) -> None:
    """Keep a version of each page, as published now, and let it be found."""
    if not pages:
        return
    now = timezone.now()
    kept = Revision.objects.bulk_create(_versions(model, pages, now))
    for page, version in zip(pages, kept, strict=True):
        page.latest_revision = page.live_revision = version
        page.first_published_at = page.first_published_at or now
        page.last_published_at = page.latest_revision_created_at = now
        page.has_unpublished_changes = False
    Page.objects.bulk_update(pages, VERSIONED)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(model, pages)


def _versions(model: Any, pages: list[Any], now: Any) -> Iterator[Revision]:
    """With these an editor's first change can be compared with what was loaded."""
    own, shared = ContentType.objects.get_for_model(model), ContentType.objects.get_for_model(Page)
    for page in pages:
        yield Revision(
            content_type=own,
            base_content_type=shared,
            object_id=str(page.pk),
            object_str=str(page),
            content=page.serializable_data(),
            created_at=now,
        )
