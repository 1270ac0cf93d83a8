"""Variables and their roll-ups."""

from footing.measures.population import Variable
from footing.tables import Hierarchy


def test_a_roll_up_is_made_of_everything_below_it_at_any_depth():
    parents = {"lower": "codable", "professional": "codable", "codable": "answered", "not_known": "answered"}
    variable = Variable(("professional", "lower", "not_known", "not_answered"), Hierarchy("background", parents))
    assert variable.members() == {
        "professional": (0,),
        "lower": (1,),
        "not_known": (2,),
        "not_answered": (3,),
        "codable": (0, 1),
        "answered": (0, 1, 2),
    }


def test_a_variable_without_roll_ups_is_made_of_its_own_codes():
    assert Variable(("Female", "Male"), Hierarchy("sex")).members() == {"Female": (0,), "Male": (1,)}
