"""A plan is kept as plain values and comes back the same, or not at all."""

import json

import pytest

from casework.record.plan import Child, Plan
from tests.casework.content_makers import a_plan


def test_a_plan_comes_back_from_json_as_it_went():
    plan = a_plan()
    assert Plan.from_content(json.loads(json.dumps(plan.to_content()))) == plan


def test_a_plan_with_nothing_in_it_comes_back_too():
    assert Plan.from_content(Plan(Child("Sam")).to_content()) == Plan(Child("Sam"))
    assert Plan.from_content({"child": {"first_name": "Sam"}}) == Plan(Child("Sam"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"colour": "red"}, "a field nobody can read: colour"),
        ({"child": {"first_name": "Sam", "nickname": "S"}}, "a field nobody can read: nickname"),
        ({"child": "Sam"}, "kept as a mapping"),
        ({"child": {}}, "not whole without first_name"),
        ({"child": {"first_name": 7}}, "Child.first_name is str"),
        ({"needs": "N1"}, "is a list"),
        ({"needs": [{"ref": "N1"}]}, "not whole without category, section, text"),
        ({"none_because": {"C": 1}}, "mapping of words to words"),
        ({"placement": ["Elm Park"]}, "kept as a mapping"),
    ],
)
def test_what_nobody_can_read_is_refused_loudly(change, says):
    with pytest.raises(TypeError, match=says):
        Plan.from_content({"child": {"first_name": "Sam"}} | change)


def test_a_number_that_is_a_word_is_refused():
    content = a_plan().to_content()
    content["provisions"][0]["minutes"] = "30"
    with pytest.raises(TypeError, match="Provision.minutes is int"):
        Plan.from_content(content)


def test_a_truth_value_is_not_a_number():
    content = a_plan().to_content()
    content["provisions"][0]["times"] = True
    with pytest.raises(TypeError, match="Provision.times is int"):
        Plan.from_content(content)
