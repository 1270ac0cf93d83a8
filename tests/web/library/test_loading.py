"""The toolkit is loaded from its files, again and again, and what an editor has changed is left alone."""

import pytest
from django.core.management import CommandError, call_command

from footing.standards import load_catalogue
from footing.standards.errors import ReferenceFileFault
from footing_web.library import content_files
from footing_web.library.documents import document_templates
from footing_web.library.loading import load, load_all
from footing_web.library.models import ActionPage, NewsPage, StudyPage, TemplatePage, ToolkitPage
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


def another(page: ActionPage, **more: object) -> ActionPage:
    left_out = {"id", "page_ptr", "toolkitpage_ptr", "path", "depth", "numchild", "slug", "loaded_digest", "url_path"}
    named = [field.name for field in ActionPage._meta.concrete_fields if field.name not in left_out]
    kept = {name: getattr(page, name) for name in named if "revision" not in name and name != "translation_key"}
    return ActionPage(**kept, **more)


def test_a_page_whose_file_is_gone_is_taken_down_and_one_that_an_editor_made_is_not(toolkit):
    page = ActionPage.objects.get(slug=SLUG)
    for slug, digest in (("gone", "loaded"), ("made-here", "")):
        page.get_parent().add_child(instance=another(page, slug=slug, loaded_digest=digest))
    assert load_all().taken_down == 1
    assert not ActionPage.objects.get(slug="gone").live
    assert ActionPage.objects.get(slug="made-here").live


def test_what_a_file_names_and_is_not_there_is_a_fault_with_its_place(db, monkeypatch):
    (first, *_) = content_files.case_studies()
    strange = first.model_copy(update={"related": ("no-such-action",)})
    monkeypatch.setattr(content_files, "case_studies", lambda: (strange,))
    with pytest.raises(ReferenceFileFault, match=f"{first.id}.yaml: at related: .*'no-such-action'"):
        load_all()


def test_a_faulty_file_is_named_with_its_place_and_nothing_is_loaded(db, tmp_path, monkeypatch):
    (tmp_path / "news.yaml").write_text("news:\n  - {id: first, title: x, date: soon, summary: s, text: t}\n")
    monkeypatch.setattr(load.content_files, "news", lambda: content_files._several(
        tmp_path / "news.yaml", content_files.NewsItems, "news"))  # fmt: skip
    with pytest.raises(CommandError, match=r"news\.yaml: at news\.0\.date"):
        call_command("load_library")
    assert not NewsPage.objects.filter(title="x").exists()


def test_a_file_is_named_by_its_id(tmp_path):
    (tmp_path / "wrong.yaml").write_text(
        "{id: right, title: T, kind: pillar, code: data, summary: S, sections: [{heading: H, text: T}],"
        " review: {by: B, on: 2026-01-01, status: derived, note: N}}"
    )
    with pytest.raises(ReferenceFileFault, match="at id"):
        list(content_files.read_folder(tmp_path, content_files.Guide))
