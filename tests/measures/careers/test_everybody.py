"""What is known of people, those who have left among them."""

import pytest

from footing.measures.arrow import as_arrow
from footing.measures.careers.everybody import (
    attribute_of_characteristic,
    attribute_of_question,
    know_everybody,
    known_of_everybody,
)
from footing.standards import load_catalogue
from measures.careers.small_careers import QUESTION, event, make_careers, person


def background(workforce):
    return attribute_of_question(workforce.questions[0], load_catalogue())


def known(people, events, **options) -> dict[str, str]:
    workforce = make_careers(people, events, **options)
    rows = as_arrow(know_everybody(workforce, {QUESTION: background(workforce)})).to_pylist()
    assert len(rows) == len({row["person_key"] for row in rows})
    return {row["person_key"]: row[QUESTION] for row in rows}


def left(key, background=None, date="2022-01-01"):
    return event(key, "left", date, "Grade 1", **{QUESTION: background})


def test_of_people_in_the_extract_the_extract_has_the_last_word_also_where_it_says_nothing():
    people = [person("a", background="lower"), person("b", background="not_answered")]
    assert known(people, [left("a", "professional"), left("b", "professional")]) == {"a": "lower", "b": "not_answered"}


def test_of_others_the_latest_event_that_says_something_counts():
    events = [
        left("a", "professional", "2020-01-01"),
        left("a", "lower", "2021-01-01"),
        left("a", None, "2022-01-01"),
        left("b", None),
    ]
    assert known([], events) == {"a": "lower", "b": "not_answered"}


def test_of_two_on_one_day_the_last_in_the_alphabet_counts_so_that_it_is_always_the_same():
    events = [left("a", "professional"), left("a", "lower")]
    assert known([], events) == known([], events[::-1]) == {"a": "professional"}


def test_an_answer_that_was_refused_is_an_answer():
    assert known([], [left("a", "lower", "2021-01-01"), left("a", "prefer_not_to_say")]) == {"a": "prefer_not_to_say"}


@pytest.mark.parametrize(
    ("people", "of_events", "enough"),
    [([person("a")], [QUESTION], True), ([person("a")], [], True), ([person("b")], [], False)],
    ids=["the events say it", "nobody has left the extract", "it is not known of those who left"],
)
def test_it_is_known_of_everybody_if_the_events_say_it_or_need_not(people, of_events, enough):
    workforce = make_careers(people, [event("a", "left", "2022-01-01", "Grade 1")], of_events=of_events)
    assert known_of_everybody(background(workforce), workforce) is enough


def test_a_characteristic_has_the_categories_of_the_extract_and_of_the_events():
    workforce = make_careers([person("a", sex="Male")], [], of_people=("sex",), of_events=(QUESTION,))
    found = attribute_of_characteristic("sex", workforce)
    assert [each.code for each in found.categories] == ["Male"]
    assert found.definition.codes == ("Male", "not_recorded")
    assert attribute_of_characteristic("shoe_size", workforce) is None
