"""Groups of notes: the same in memory and on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from scribal.corpus.group import NOTE, Groups
from scribal.corpus.spill import Spill
from scribal.corpus_rule import Noted

KEYS = (b"one key here", b"another here")


@pytest.mark.parametrize("room", [10, 100, 16_000_000])
def test_a_group_is_the_same_wherever_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr("scribal.corpus.group.ROOM", room)
    spill = Spill(tmp_path, NOTE.size + 2)
    for number in reversed(range(10)):
        spill.add(NOTE.pack(KEYS[number % 2], number, 1, 2) + b"%02d" % number)
    spill.add(NOTE.pack(b"once in all.", 11, 0, 0) + b"11")
    groups = Groups(spill, least=2)
    expected = {
        key: [Noted(number, 1, 2, b"%02d" % number) for number in range(first, 10, 2)]
        for first, key in enumerate(KEYS)
    }
    assert {group.key: list(group.notes) for group in groups} == expected
    for group in groups:
        mine = expected[group.key]
        assert (group.notes[0], group.notes[-1], group.notes[1:3]) == (mine[0], mine[-1], mine[1:3])
        with pytest.raises(IndexError):
            group.notes[5]
