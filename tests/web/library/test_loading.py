"""The toolkit is loaded from its files, again and again, and what an editor has changed is left alone."""

import pytest
from django.core.management import CommandError, call_command

from footing.standards import load_catalogue
from footing.standards.errors import ReferenceFileFault
from footing_web.library import content_files
from footing_web.library.documents import document_templates
from footing_web.library.loading import load, load_all
from footing_web.library.models import ActionPage, StudyPage, TemplatePage, ToolkitPage
from web.conftest import person

pytestmark = pytest.mark.django_db

SLUG = "structured-interviews"


def test_every_action_study_and_template_has_a_page(toolkit):
    catalogue = load_catalogue()
    assert set(ActionPage.objects.live().values_list("slug", flat=True)) == {each.id for each in catalogue.actions}
    assert set(StudyPage.objects.live().values_list("slug", flat=True)) == {each.id for each in catalogue.studies}
    assert set(TemplatePage.objects.live().values_list("slug", flat=True)) == set(document_templates())


def test_loading_again_changes_nothing(toolkit):
    before = list(ToolkitPage.objects.order_by("pk").values_list("pk", "latest_revision_id", "last_published_at"))
    told = load_all()
    assert (told.made, told.changed, told.kept_back, told.taken_down) == (0, 0, [], 0)
    assert (
        list(ToolkitPage.objects.order_by("pk").values_list("pk", "latest_revision_id", "last_published_at")) == before
    )


def test_a_changed_file_changes_its_page(toolkit):
    ActionPage.objects.filter(slug=SLUG).update(loaded_digest="of an older file", title="An older title")
    assert load_all().changed == 1
    assert ActionPage.objects.get(slug=SLUG).title == load_catalogue().actions.find(SLUG).title


def test_what_an_editor_has_changed_is_never_overwritten(toolkit):
    page = ActionPage.objects.get(slug=SLUG)
    page.title = "In an editor's words"
    page.save_revision(user=person("editor@footing.example")).publish()
    ActionPage.objects.filter(slug=SLUG).update(loaded_digest="of an older file")
    told = load_all()
    assert told.kept_back == [f"/toolkit/actions/{SLUG}/"]
    assert ActionPage.objects.get(slug=SLUG).title == "In an editor's words"


def test_a_page_whose_file_is_gone_is_taken_down_and_one_that_an_editor_made_is_not(toolkit):
    page = ActionPage.objects.get(slug=SLUG)
    for slug, digest in (("gone", "loaded"), ("made-here", "")):
        values = {name: getattr(page, name) for name in ("title", "summary", "level", "what", "why", "done_by")}
        more = {"months_from": 1, "months_to": 2, "cost_band": "none", "effort_band": "small"}
        page.get_parent().add_child(instance=ActionPage(slug=slug, loaded_digest=digest, **values, **more))
    assert load_all().taken_down == 1
    assert not ActionPage.objects.get(slug="gone").live
    assert ActionPage.objects.get(slug="made-here").live


def test_a_faulty_file_is_named_with_its_place_and_nothing_is_loaded(db, tmp_path, monkeypatch):
    (tmp_path / "news.yaml").write_text("news:\n  - {id: first, title: x, date: soon, summary: s, text: t}\n")
    monkeypatch.setattr(load.content_files, "news", lambda: content_files._several(
        tmp_path / "news.yaml", content_files.NewsItems, "news"))  # fmt: skip
    with pytest.raises(CommandError, match=r"news\.yaml: at news\.0\.date"):
        call_command("load_library")
    assert not ToolkitPage.objects.exists()


def test_a_file_is_named_by_its_id(tmp_path):
    (tmp_path / "wrong.yaml").write_text(
        "{id: right, title: T, kind: pillar, code: data, summary: S, sections: [{heading: H, text: T}],"
        " review: {by: B, on: 2026-01-01, status: derived, note: N}}"
    )
    with pytest.raises(ReferenceFileFault, match="at id"):
        list(content_files.read_folder(tmp_path, content_files.Guide))
