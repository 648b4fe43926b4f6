"""Gates: what they say, what breaks them."""

from __future__ import annotations

from collections import Counter

import pytest

from scribal.corpus.counts import Counts
from scribal.corpus.limit import Breach, Limit, broken, grown, limits
from scribal.corpus.survey import Survey
from scribal.error import UserError

KNOWN = ("boilerplate", "boilerplate/comment-form", "translation", "translation/loop")


def limit(key: str, said: str) -> Limit:
    [found] = limits({key: said}, KNOWN, "scribal.toml")
    return found


def counts(records: int, hits: int, name: str = "boilerplate", words: int = 100) -> Counts:
    made = Counts()
    for number in range(records):
        made.take(words, Counter({name: 1, "all": 1}) if number < hits else Counter())
    return made


def test_what_a_limit_says() -> None:
    assert limit("boilerplate", "1 %") == Limit("boilerplate", 0.01, "share", said="1 %")
    assert limit("translation/loop", "0.1 per 10k words") == Limit(
        "translation/loop", 0.1, "words", 10_000, said="0.1 per 10k words"
    )
    assert limit("all", "5/1,000 records").size == 1_000
    assert limit("all", "2 per 1M words").size == 1_000_000
    assert limit("all", "0") == Limit("all", 0.0, "findings", said="0")
    assert limit("boilerplate by host", "5%").field == "host"
    group = limit("boilerplate where source = a b.jsonl", "5%")
    assert (group.field, group.value) == ("source", "a b.jsonl")


@pytest.mark.parametrize(
    ("key", "said", "message"),
    [
        ("boilerplat", "1 %", "unknown rule “boilerplat”; did you mean “boilerplate”?"),
        ("boilerplate", "few", "“few” is no limit such as “1 %”, “0.1 per 10k words” or “3”"),
        ("boilerplate", "1 per 0 words", "“1 per 0 words” is per nothing"),
        ("boilerplate in host", "1 %", "must be RULE, RULE by FIELD, or RULE where FIELD = VALUE"),
    ],
)
def test_a_mistake_names_file_and_key(key: str, said: str, message: str) -> None:
    with pytest.raises(UserError) as error:
        limit(key, said)
    assert str(error.value) == f"scribal.toml: “gate”: “{key}”: {message}"


def test_a_gate_for_the_whole_and_for_groups() -> None:
    survey = Survey(counts(100, 3), {"host": {"a": counts(50, 3), "b": counts(50, 0), "c": counts(2, 2)}})
    gates = [limit("boilerplate", "2 %"), limit("all", "3 %"), limit("boilerplate by host", "5 %")]
    gates += [limit("boilerplate where host = c", "50 %"), limit("translation", "0"), limit("all", "2")]
    assert broken(survey, gates, None) == [
        Breach("boilerplate", "", "3.0000%", "2 %"),
        Breach("boilerplate", "host = a", "6.0000%", "5 %"),
        Breach("boilerplate", "host = c", "100.0000%", "50 %"),
        Breach("all", "", "3", "2"),
    ]


def test_a_sample_breaks_a_gate_only_where_it_is_sure_to() -> None:
    for said in ("2 %", "20 per 1000 records", "2 per 10k words"):
        for gate in (limit("boilerplate", said), limit("boilerplate by host", said)):
            few, many = counts(100, 3), counts(1000, 60)
            assert broken(Survey(few, {"host": {"a": few}}), [gate], 10_000) == [], gate
            assert len(broken(Survey(few, {"host": {"a": few}}), [gate], None)) == 1, gate
            assert len(broken(Survey(many, {"host": {"a": many}}), [gate], 10_000)) == 1, gate


def test_growth_that_chance_explains_is_none() -> None:
    before = counts(1000, 20)
    assert grown(counts(1000, 28), before, 0.0) == []
    assert [breach.gate for breach in grown(counts(1000, 60), before, 0.0)] == ["all", "boilerplate"]
    assert grown(counts(1000, 60), before, 0.05) == []
    assert grown(counts(1000, 5), before, 0.0) == []
