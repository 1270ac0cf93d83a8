"""The quick look at how deep a file of YAML may nest lets nothing through that nests deeper."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from footing.standards.yaml_files import _deepest_possible

NESTED = st.recursive(
    st.text("abc -?:[{\n", max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)


def _depth(text: str) -> int:
    depth = deepest = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        deepest = max(deepest, depth)
    return deepest


@given(NESTED, st.sampled_from([None, True, False]), st.integers(1, 4))
def test_no_text_is_deeper_than_the_quick_look_says(value, flow, indent):
    text = yaml.safe_dump(value, default_flow_style=flow, indent=indent)
    assert _depth(text) <= _deepest_possible(text)


@pytest.mark.parametrize(
    "text", ["- - - - a", "? ? ? ? a", "a:\n- b:\n  - c:\n    - d", "[[[[a]]]]", "{a: {a: {a: {}}}}"]
)
def test_nesting_written_in_any_way_is_seen_by_the_quick_look(text):
    assert _depth(text) >= 4
    assert _depth(text) <= _deepest_possible(text)
