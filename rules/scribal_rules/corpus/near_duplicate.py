"""One text twice, with small changes."""

from collections.abc import Iterable, Iterator

from scribal import Bad, CorpusRule, Group, Note, Noted, Verdict, View, expression, mark, records, signature

_WORD = expression(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[\p{L}\p{M}\p{N}]+")

BANDS, ROWS = 14, 8
"""Texts of which eight numbers in a row are equal, in one of fourteen places, are compared: as for FineWeb."""

SIZE = BANDS * ROWS
RUN = 5
"""How many words stand in one of the runs that texts have in common."""

LEAST = 30
"""A text of fewer words has too few runs."""

SKETCH, TEXT = SIZE // 8, 6
"""How many bytes tell how like two texts are, and whether they are equal."""

ALIKE = 0.75
"""The share of their runs that two texts must have in common, estimated from a bit of each number."""

MOST = 50
"""With how many texts of a group that are unlike one another a text is compared."""

_FLOOD = (
    "The river rose in the night, and nobody in the town slept, because the old bridge had fallen. In the "
    "morning the mayor came with two engineers, and they measured how far the water had come. It took three "
    "years until a new bridge was built, and it cost more than anybody had thought. {} "
    "The engineers had warned of it for years, and the mayor had not listened, for there was no money. When "
    "the water had gone, the people carried their tables and their beds out into the sun and let them dry."
)
_FLUT = "河水在夜里上涨镇上没有人睡觉因为旧桥已经倒塌早上市长带着两名工程师来了他们测量了水位上升了多少修建新桥花了三年时间费用比任何人想象的都要高{}"


class NearDuplicate(CorpusRule):
    """One agency’s report in five papers, each with its own first line, is one text for whoever counts words.

    Reported of every record that shares about three quarters or more of its runs of five words with an
    earlier one, by MinHash with the bands that FineWeb was made with (Penedo et al. 2024): of two texts that
    have four fifths in common nine in ten are compared. Texts that are equal are reported by
    ``corpus/exact-duplicate``. Texts of fewer than thirty words are left alone.
    """

    summary = "The text of a record is there already, almost."
    message = "the text is nearly that of {other}"
    opt_in = True
    width = SKETCH + TEXT
    bad = [
        Bad(records(_FLOOD.format("Nobody was hurt."), f"⟦{_FLOOD.format('One man was hurt.')}⟧")),
        Bad(records(_FLUT.format("没有人受伤"), f"⟦{_FLUT.format('有人受伤')}⟧")),
    ]
    good = [
        records(_FLOOD.format("Nobody slept."), _FLOOD.format("Nobody slept.")),
        records("The river rose in the night.", "The river rose in the day."),
        records(_FLOOD.format("Nobody slept."), _FLOOD.format("")[::-1]),
    ]

    def notes(self, view: View, site: str) -> Iterator[Note]:
        words = _WORD.findall(view.folded)
        if len(words) < LEAST:
            return
        runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
        numbers = signature(runs, SIZE)
        bits = sum((number & 1) << place for place, number in enumerate(numbers))
        value = bits.to_bytes(SKETCH) + mark(*view.text.split())[:TEXT]
        for band in range(BANDS):
            rows = numbers[band * ROWS : (band + 1) * ROWS]
            yield Note(mark(str(band), *map(str, rows)), value)

    def judge(self, groups: Iterable[Group]) -> Iterator[Verdict]:
        earlier: dict[int, int] = {}
        for group in groups:
            for record, other in pairs(group.notes):
                earlier[record] = min(other, earlier.get(record, other))
        return (Verdict(record, other=other) for record, other in sorted(earlier.items()))


def pairs(notes: Iterable[Noted]) -> Iterator[tuple[int, int]]:
    """Yield each record of a group that is like an earlier one, and that one."""
    apart: list[Noted] = []
    for note in notes:
        other = next((one for one in apart if alike(one.value, note.value)), None)
        if other is None:
            apart = [*apart, note][:MOST]
        elif other.value[SKETCH:] != note.value[SKETCH:]:
            yield note.record, other.record


def alike(one: bytes, other: bytes) -> bool:
    """Return whether two texts have enough in common: of bits that say nothing half are equal too."""
    unlike = (int.from_bytes(one[:SKETCH]) ^ int.from_bytes(other[:SKETCH])).bit_count()
    return 1 - 2 * unlike / SIZE >= ALIKE
