"""What allowances and listed names hush."""

from __future__ import annotations

from pathlib import Path

import pytest

from scribal.finding import Place
from scribal.hush import Hush, has_words
from scribal.settings import Allowance
from stage.toys import ENGINE, IDS, hush, read, said

LINES = "The tram is LOUD at night.\nThe bus is LOUD, says the NEWS.\n"


@pytest.mark.parametrize(
    ("allowance", "left"),
    [
        (Allowance(rule="toy/loud"), []),
        (Allowance(rule="toy"), []),
        (Allowance(rule="all"), []),
        (Allowance(rule="toy/digits"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(text="news"), ["LOUD"]),
        (Allowance(text="tram  is\nloud"), ["LOUD", "NEWS"]),
        (Allowance(text="“NEWS”"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(text="ram is"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(path="docs/"), []),
        (Allowance(path="*.txt"), []),
        (Allowance(path="/a.txt"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(path="*.md"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(record="r7"), []),
        (Allowance(record="7"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(path="docs/", rule="toy", text="tram", record="r7"), ["LOUD", "NEWS"]),
        (Allowance(path="docs/", rule="toy", text="boat", record="r7"), ["LOUD", "LOUD", "NEWS"]),
    ],
)
def test_an_allowance_hushes_what_all_its_keys_match(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowance: Allowance, left: list[str]
) -> None:
    (tmp_path / "docs" / "en").mkdir(parents=True)
    for folder, path in (
        ("docs/en", "a.txt"),
        (".", "docs/en/a.txt"),
        (".", str(tmp_path / "docs/en/a.txt")),
    ):
        monkeypatch.chdir(tmp_path / folder)
        text = read(LINES, "text/plain", Place(path, "r7"))
        one = Hush([allowance], [], IDS, IDS, tmp_path)
        assert [d.excerpt for d in one.said(text, ENGINE.diagnose(text))] == left
        assert one.used == ({allowance} if len(left) < 3 else set())


def test_the_words_of_an_allowance_may_stand_on_two_lines_of_a_paragraph() -> None:
    by = hush([Allowance(text="the tram is loud at night")])
    assert said("So the *tram*\nis LOUD at\nnight.\n\nLOUD.\n", by=by) == ["LOUD"]


def test_every_allowance_that_speaks_for_a_finding_is_used() -> None:
    allowances = [Allowance(rule="toy"), Allowance(text="one"), Allowance(text="two")]
    by = hush(allowances)
    assert said("ONE.\n", by=by) == []
    assert by.used == set(allowances[:2])


@pytest.mark.parametrize(
    ("text", "words", "held"),
    [
        ("On the  Quay", "on the quay", True),
        ("on the quayside", "on the quay", False),
        ("the quayside quay", "quay", True),
        ("41 euros , a third", "euros , a", True),
        ("北京很大", "北京", True),
        ("", "quay", False),
    ],
)
def test_words_are_whole_words(text: str, words: str, held: bool) -> None:
    assert has_words(text, words) is held


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["NATO"], ["UNO"]),
        (["nato", "uno"], []),
        (["NATO 2 UNO"], []),
        (["the NATO"], ["UNO"]),
        (["NAT"], ["NATO", "UNO"]),
        (["TO 2"], ["NATO", "UNO"]),
        (["the", "treaty"], ["NATO", "UNO"]),
        (["NATO 2", "2 UNO"], []),
        ([" "], ["NATO", "UNO"]),
    ],
)
def test_names_are_not_doubted_where_they_stand_as_whole_words(words: list[str], left: list[str]) -> None:
    for source in ("Of the NATO 2 UNO treaty.\n", "Of the *NATO*\n2 **UNO** treaty.\n"):
        assert [word for word in said(source, by=hush(words=words)) if word != "2"] == left


def test_a_name_in_a_script_without_spaces_is_glued_by_nature() -> None:
    assert said("这是ABC公司的产品。\n", by=hush(words=["ABC公司"])) == []


def test_a_finding_that_reaches_out_of_a_name_is_said() -> None:
    assert said("The NATOUNO treaty.\n", by=hush(words=["NATO"])) == ["NATOUNO"]
