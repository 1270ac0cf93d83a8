"""A visitor finds a page by words, narrows what was found, and nothing that is typed can hurt."""

import pytest
from django.test import Client

from footing_web.library.finding.presenters import LONGEST_ASKED
from footing_web.library.models import GlossaryTerm, ResourceLink
from web.library.finding.pages import add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def toolkit():
    add_page(
        "actions", "score-alike", "Score interviews alike", what="Ask each candidate the same.", pillars=["hiring"]
    )
    add_page(
        "actions",
        "pay-ranges",
        "Show pay ranges",
        what="Say what a job pays. An interview is too late.",
        pillars=["progression"],
        roles=["hr-director"],
        level="developing",
    )
    add_page("templates", "interview-pack", "Interview pack", pillars=["hiring"])
    GlossaryTerm.objects.create(term="Main earner", meaning="Whoever earned the most in the household.")
    ResourceLink.objects.create(
        title="A guide by others",
        publisher="Somebody",
        url="https://example.org/guide",
        note="On interviews.",
        kind="Guide",
    )


def answer(**asked):
    response = Client().get("/toolkit/search/", asked)
    assert response.status_code == 200
    return response.context["found"]


def titles(**asked):
    return [item.title for item in answer(**asked).items]


def test_pages_that_have_the_words_in_their_title_come_before_those_that_have_them_in_their_text(toolkit):
    found = titles(q="interviewing")
    assert set(found[:2]) == {"Interview pack", "Score interviews alike"}
    assert "Show pay ranges" in found[2:]


def test_words_of_the_glossary_and_what_others_publish_are_found_too(toolkit):
    assert titles(q="main earner")[0] == "Main earner"
    assert "A guide by others" in titles(q="interview")


def test_a_word_that_asks_for_a_kind_of_page_puts_that_kind_first(toolkit):
    assert titles(q="interview template")[0] == "Interview pack"


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        ({"section": "templates"}, ["Interview pack"]),
        ({"pillar": "progression"}, ["Show pay ranges"]),
        ({"role": "hr-director"}, ["Show pay ranges"]),
        ({"level": "developing"}, ["Show pay ranges"]),
        ({"level": "building-blocks", "pillar": "hiring"}, ["Score interviews alike"]),
        ({"strength": "strong"}, []),
    ],
)
def test_what_was_found_can_be_narrowed(toolkit, narrowed, left):
    assert titles(q="interview", **narrowed) == left
    assert answer(q="interview", **narrowed).is_narrowed


def test_with_a_filter_and_no_words_everything_within_it_is_listed(toolkit):
    assert titles(pillar="hiring") == ["Interview pack", "Score interviews alike"]


def test_without_words_or_filters_nothing_is_listed(toolkit):
    response = Client().get("/toolkit/search/")
    assert response.context["found"].items == ()
    assert b'role="status"' not in response.content


def test_a_slip_is_put_right_and_said(toolkit):
    response = Client().get("/toolkit/search/", {"q": "intervew"})
    assert "Nothing holds “intervew”. You see what was found for “interview”." in response.content.decode()
    assert response.context["found"].items[0].title == "Interview pack"


def test_when_nothing_is_found_it_says_where_else_to_look(toolkit):
    page = Client().get("/toolkit/search/", {"q": "xylophone"}).content.decode()
    assert "Nothing found for “xylophone”" in page
    assert "/toolkit/start/" in page


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", "' OR 1=1 --", "%s%s%s", '"', "a" * 5000, "\x00", "pay:*"]
)
def test_whatever_is_typed_is_answered_and_escaped(toolkit, nasty):
    response = Client().get("/toolkit/search/", {"q": nasty})
    assert response.status_code == 200
    assert b"<script>alert" not in response.content
    assert len(response.context["found"].asked) <= LONGEST_ASKED


@pytest.mark.parametrize("asked", [{"pillar": "no-such"}, {"page": "999"}, {"page": "x"}, {"level": "' OR 1=1"}])
def test_filters_and_pages_that_there_are_not_are_passed_over(toolkit, asked):
    assert "Interview pack" in titles(q="interview", **asked)


def test_more_than_a_page_is_shown_page_by_page(toolkit):
    for number in range(45):
        add_page("evidence", f"study-{number:02}", f"Study {number:02}", population="Weavers in a town.")
    found = answer(q="weavers")
    assert (len(found.items), found.count) == (20, 45)
    second = Client().get("/toolkit/search/?q=weavers&page=3")
    assert len(second.context["found"].items) == 5
    assert 'href="?q=weavers&amp;page=2"' in second.content.decode()


def test_search_is_quick_for_the_database(toolkit, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        Client().get("/toolkit/search/", {"q": "how do we score interviews alike"})


def test_search_engines_are_asked_not_to_keep_what_was_found(toolkit):
    assert b'<meta name="robots" content="noindex">' in Client().get("/toolkit/search/?q=pay").content
