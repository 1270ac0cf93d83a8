"""For the tests of the toolkit: its pages as they come, loaded once for all tests of a file."""

from collections.abc import Iterator

import pytest
from wagtail.models import Page

from footing_web.library.loading import Loaded, load_all
from footing_web.library.models import GlossaryTerm, LibraryHome, ResourceLink


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker) -> Iterator[Loaded]:
    """The whole toolkit, in the database until the tests of this file are over."""
    with django_db_blocker.unblock():
        told = load_all()
    yield told
    with django_db_blocker.unblock():
        for home in LibraryHome.objects.all():
            Page.objects.get(pk=home.pk).delete()
        GlossaryTerm.objects.all().delete()
        ResourceLink.objects.all().delete()


@pytest.fixture
def toolkit(loaded_once, db) -> Loaded:
    """The whole toolkit; what a test changes in it is taken back afterwards."""
    return loaded_once
