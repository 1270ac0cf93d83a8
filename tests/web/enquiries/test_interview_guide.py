"""The questions of an interview fit its 45 minutes, whatever it is about."""

from itertools import combinations

import pytest

from footing_web.enquiries.choices import pillar_choices
from footing_web.enquiries.interview_guide import guide_for
from footing_web.enquiries.models import INTERVIEW_MINUTES

CODES = [code for code, _ in pillar_choices()]
ABOUT = [chosen for several in range(1, len(CODES) + 1) for chosen in combinations(CODES, several)]


@pytest.mark.parametrize("pillars", ABOUT, ids="+".join)
def test_the_parts_take_45_minutes_and_every_pillar_is_asked_about(pillars):
    guide = guide_for(pillars)
    assert guide.minutes == INTERVIEW_MINUTES
    titles = dict(pillar_choices())
    assert [part.title for part in guide.parts[1:-2]] == [titles[code] for code in pillars]
    assert all(part.questions for part in guide.parts)


def test_more_time_for_a_pillar_brings_more_of_its_questions():
    alone = guide_for(["hiring"]).parts[1]
    shared = guide_for(CODES).parts[1 + CODES.index("hiring")]
    assert alone.minutes > shared.minutes
    assert set(shared.questions) < set(alone.questions)


def test_every_question_is_asked_once():
    asked = [question for code in CODES for part in guide_for([code]).parts[1:2] for question in part.questions]
    assert len(set(asked)) == len(asked)
