"""Options of rules: how TOML becomes what the fields of a dataclass hold."""

from __future__ import annotations

import pytest

from scribal.finding import Severity
from scribal.option import fitted, read_options, spelled
from scribal.rule import Rule

HINTS = [
    (int, 3, 3, "a whole number"),
    (float, 3, 3.0, "a number"),
    (str | None, "a", "a", "a string"),
    (tuple[float, ...], [1, 0.5], (1.0, 0.5), "a list in which each is a number"),
    (frozenset[str], ["a"], frozenset("a"), "a list in which each is a string"),
    (dict[str, int], {"a": 1}, {"a": 1}, "a table"),
    (Severity, "info", Severity.INFO, "one of info, warning, error"),
    (int | str, "a", "a", "a whole number or a string"),
]


@pytest.mark.parametrize(("hint", "value", "read", "name"), HINTS)
def test_the_types_of_options(hint: object, value: object, read: object, name: str) -> None:
    assert fitted(value, hint) == read
    assert type(fitted(value, hint)) is type(read)
    assert spelled(hint) == name


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (int, 1.0),
        (int, True),
        (bool, 1),
        (str, 1),
        (float, "1"),
        (Severity, "fatal"),
        (dict[str, int], {"a": "b"}),
    ],
)
def test_a_value_of_another_type_does_not_fit(hint: object, value: object) -> None:
    with pytest.raises(ValueError):
        fitted(value, hint)


def test_no_options_need_no_look() -> None:
    assert read_options(Rule, {}, "here") == {}
