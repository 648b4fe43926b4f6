"""The list of technical terms whose words were swapped."""

import tomllib

import pytest

from scribal_rules.translation._notation import expression_of, read_phrase
from scribal_rules.translation.tortured_phrase import rule

PHRASES = tomllib.loads(rule.FILE.read_text("utf-8"))


def test_the_list_is_sorted():
    assert list(PHRASES) == sorted(PHRASES)


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_can_be_read_and_says_what_was_meant(name):
    data = PHRASES[name]
    assert read_phrase(name).triggers
    assert data.keys() <= {"instead", "with", "without"} and all(data["instead"])
    assert all(expression_of(data[key]) for key in ("with", "without") if key in data)
