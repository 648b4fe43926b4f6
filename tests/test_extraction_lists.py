"""The lists that the rules on what scrapers leave read."""

import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "rules" / "scribal_rules" / "extraction"

LINE = re.compile(r"[a-z]{2}:(?: [^\W\d_]{2,}\??)+")


def test_the_common_words_say_their_sources_and_are_sorted_without_doubles() -> None:
    head, _, body = (
        (FOLDER / "_words.txt").read_text("utf-8").partition("\n# Made by benchmarks/build_words.py.\n")
    )
    assert all(line.startswith("# ") for line in head.splitlines())
    assert "Sources: " in head
    assert "licence: " in head
    lines = body.splitlines()
    assert lines == sorted(lines)
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    for line in lines:
        words = [word.rstrip("?") for word in line.split()[1:]]
        assert words == sorted(set(words))


def test_the_lists_stay_small() -> None:
    assert (FOLDER / "_words.txt").stat().st_size < 500_000
