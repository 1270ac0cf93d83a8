"""What must be there before a page can be: the root, the site, the first page and the sections."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from footing_web.library.models import IndexPage, LibraryHome

HOME = {
    "title": "The toolkit",
    "summary": "What employers can do so that class background decides less about who gets in, gets on and gets paid.",
}
SECTIONS: dict[str, tuple[str, str]] = {
    "actions": ("Actions", "What to do, how, at what cost, and how good the evidence is."),
    "guides": ("Guides", "What to know about each pillar of the work and each stage of a working life."),
    "templates": ("Templates", "Documents that fill themselves in with your organisation’s own details."),
    "case-studies": ("Case studies", "What employers did, and what came of it."),
    "evidence": ("Evidence", "The studies and figures that the actions rest on, with what each cannot show."),
    "glossary": ("Glossary", "The words of the field, what they mean and what to avoid."),
    "resources": ("Resources from others", "What other bodies publish, with a note on what each is good for."),
    "videos": ("Videos", "Short films, with captions and transcripts."),
    "events": ("Events", "Meetings to come, and how to join them."),
    "news": ("News", "What is new in Footing."),
}


def home() -> LibraryHome:
    """The first page of the toolkit, made where it is not there; the site leads to it."""
    found: LibraryHome | None = LibraryHome.objects.first()
    if found is None:
        found = LibraryHome(slug="toolkit", **HOME)
        _root().add_child(instance=found)
    address = urlsplit(settings.PUBLIC_ADDRESS)
    wanted = {"hostname": address.hostname, "port": address.port or (443 if address.scheme == "https" else 80)}
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id != found.pk or any(getattr(site, name) != value for name, value in wanted.items()):
        site.root_page, site.site_name = found, "Footing"
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
    return found


def sections(first: LibraryHome) -> dict[str, IndexPage]:
    """Every section by its slug, made where it is not there."""
    held: dict[str, IndexPage] = {page.slug: page for page in IndexPage.objects.child_of(first)}
    for slug, (title, summary) in SECTIONS.items():
        if slug not in held:
            held[slug] = IndexPage(slug=slug, title=title, summary=summary)
            first.add_child(instance=held[slug])
    return held


def _root() -> Any:
    """The root of the tree; Wagtail's migrations made it, unless the database was emptied since."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
