"""Load every page from its file. What an editor has changed is never overwritten."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, Revision

from footing.standards import load_catalogue
from footing_web.library import content_files, models
from footing_web.library.documents import document_templates
from footing_web.library.loading import faults, people, recording, tree, values

Files = Iterable[tuple[str, values.Values]]


@dataclass(slots=True)
class Loaded:
    """How many pages were made, changed, left as they were, and taken down."""

    made: int = 0
    changed: int = 0
    same: int = 0
    taken_down: int = 0
    kept_back: list[str] = field(default_factory=list)
    """What an editor has changed and whose file has changed since: addresses of pages, names of words and links."""


@transaction.atomic
def load_all() -> Loaded:
    """Everything, or nothing where a file is faulty. Raises ``ReferenceFileFault`` with the place of the fault."""
    faults.require_known()
    sections = tree.sections(tree.home())
    catalogue, told = load_catalogue(), Loaded()
    edited = _edited()
    everything: list[tuple[Any, Files]] = [
        (models.StudyPage, ((each.id, values.of_study(each)) for each in catalogue.studies)),
        (models.GuidePage, ((each.id, values.of_guide(each)) for each in content_files.guides())),
        (models.TemplatePage, ((key, values.of_template(each)) for key, each in document_templates().items())),
        (models.ActionPage, ((each.id, values.of_action(each)) for each in catalogue.actions)),
        (models.CaseStudyPage, ((each.id, values.of_case_study(each)) for each in content_files.case_studies())),
        (models.NewsPage, ((each.id, values.of_news(each)) for each in content_files.news())),
    ]
    for model, files in everything:
        _load_pages(model, sections[model.section], dict(files), edited, told)
    _load_snippets(
        models.GlossaryTerm, "term", {each.term: values.of_word(each) for each in content_files.words()}, told
    )
    resources = {each.url: values.of_resource(each) for each in content_files.resources()}
    _load_snippets(models.ResourceLink, "url", resources, told)
    people.let_in()
    return told


def _load_pages(model: Any, parent: Any, files: dict[str, values.Values], edited: set[str], told: Loaded) -> None:
    held = {page.slug: page for page in model.objects.all()}
    written = []
    with recording.quiet(model):
        for slug, wanted in files.items():
            page, digest = held.get(slug), _digest(wanted)
            if page is None:
                page = model(slug=slug, loaded_digest=digest, **wanted)
                parent.add_child(instance=page)
                told.made += 1
            elif page.loaded_digest == digest:
                told.same += 1
                continue
            elif str(page.pk) in edited:
                told.kept_back.append(page.address)
                continue
            else:
                _change(page, {**wanted, "loaded_digest": digest, "live": True})
                told.changed += 1
            written.append(page)
    recording.record(model, written)
    _take_down([page for slug, page in held.items() if slug not in files], edited, told)


def _change(page: Any, wanted: values.Values) -> None:
    for name, value in wanted.items():
        setattr(page, name, value)
    page.save()


def _take_down(pages: list[Any], edited: set[str], told: Loaded) -> None:
    """Pages whose file is gone; not those that an editor made or changed."""
    for page in pages:
        if page.loaded_digest and page.live and str(page.pk) not in edited:
            page.unpublish(log_action=None)
            told.taken_down += 1


def _load_snippets(model: Any, key: str, files: dict[str, values.Values], told: Loaded) -> None:
    content_type = ContentType.objects.get_for_model(model)
    edited = set(Revision.objects.filter(base_content_type=content_type).values_list("object_id", flat=True))
    held = {getattr(each, key): each for each in model.objects.all()}
    for name, wanted in files.items():
        found, digest = held.get(name), _digest(wanted)
        if found is not None and found.loaded_digest == digest:
            told.same += 1
        elif found is not None and str(found.pk) in edited:
            told.kept_back.append(name)
        else:
            model.objects.update_or_create(**{key: name}, defaults={**wanted, "loaded_digest": digest})
            told.made, told.changed = told.made + (found is None), told.changed + (found is not None)
    gone = [each.pk for name, each in held.items() if name not in files and each.loaded_digest]
    told.taken_down += model.objects.filter(pk__in=set(gone) - {int(pk) for pk in edited}).delete()[0]


def _edited() -> set[str]:
    """The pages that a person has saved."""
    of_pages = Revision.objects.filter(base_content_type=ContentType.objects.get_for_model(Page), user__isnull=False)
    return set(of_pages.values_list("object_id", flat=True))


def _digest(wanted: values.Values) -> str:
    return hashlib.sha256(json.dumps(wanted, sort_keys=True, default=str).encode()).hexdigest()
