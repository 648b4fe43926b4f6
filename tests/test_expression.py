"""Expressions that are compiled where they are first used."""

import pytest
import regex

from scribal.expression import expression


def test_an_expression_does_what_a_compiled_one_does():
    late, early = expression(r"(?P<word>\p{L}+) x", regex.VERBOSE), regex.compile(r"\p{L}+x")
    assert [match["word"] for match in late.finditer("ax bx")] == ["a", "b"]
    assert late.sub("", "ax bx") == early.sub("", "ax bx") == " "
    assert late.pattern == r"(?P<word>\p{L}+) x"


def test_a_wrong_expression_is_seen_where_it_is_used():
    late = expression("(")
    with pytest.raises(regex.error):
        late.search("a")
