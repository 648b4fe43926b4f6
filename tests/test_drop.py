"""Zones that are dropped: what is left reads as before, without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribal import Finding, Hit, Rule, View, Zone, drop
from scribal.carry import deletion
from scribal.document import Document
from scribal.engine import Engine
from scribal.finding import Repair, Safety
from scribal.fix import apply, mend
from scribal.markup import document
from scribal.text import About


def read(source: str, media: str = "markdown") -> Document:
    return document(source, about=About(f"text/{media}"))


def dropped(source: str, media: str = "markdown", word: str = "gone") -> str | None:
    """Return the source without the zone that has the word; None where that cannot be dropped."""
    text = read(source, media)
    at = text.prose.text.index(word)
    edit = deletion(text, text.prose, at, at + len(word))
    return None if edit is None else apply(source, [Repair((edit,), Safety.SAFE)])


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("a\n\ngone\n\nb\n", "a\n\nb\n"),
        ("# a\ngone\n\nb\n", "# a\n\nb\n"),
        ("- a\n- gone\n\nb\n", "- a\n\nb\n"),
        ("- a\n\t- gone\n\t- b\n", "- a\n\t- b\n"),
        ("- a\n\t- b\n\t- gone\n", "- a\n\t- b\n"),
        ("- a\r\n\t- gone\r\n\t- b\r\n", "- a\r\n\t- b\r\n"),
        ("- a\n\n\tgone\n\n\tb\n", "- a\n\n\tb\n"),
        ("a\n\ngone\n\n::: note\nb\n:::\n", "a\n\n::: note\nb\n:::\n"),
        ("gone\n\n{{< figure >}}\n\nb\n", "{{< figure >}}\n\nb\n"),
        ("1. gone\n\n:::note\nb\n:::\n", ":::note\nb\n:::\n"),
        ("- gone\n- a\n\n[b]: /c\n", "- a\n\n[b]: /c\n"),
        ("- a\n- gone\n\n[b]: /c\n", "- a\n\n[b]: /c\n"),
        ("gone\n===\n\nb\n", "b\n"),
        ("gone ![a](b)\n`c\nd`\n\ne\n", "e\n"),
        ("a \u00a0\n\ngone\n", "a \u00a0\n"),
        ("a  \n\ngone\n", "a  \n"),
        ("a\n\n> gone\n", "a\n"),
        ("> a\n>\n> gone\n>\n> b\n", "> a\n>\n> b\n"),
        ("a\n\n<p>gone</p>\n\nb\n", "a\n\nb\n"),
        ("<details>\n<summary>gone</summary>\n\n*a*\n", "<details>\n\n*a*\n"),
        ("<p>a</p> <p>gone</p> <p>b</p>\n", "<p>a</p>  <p>b</p>\n"),
    ],
)
def test_a_zone_goes_with_its_markers_and_nothing_else(source: str, want: str) -> None:
    assert dropped(source) == want


@pytest.mark.parametrize(
    "source",
    [
        "- gone\n  - a\n",
        "- gone\n\n  a\n",
        "- > gone\n\n  a\n",
        "1. gone\n   ```\n   a\n   ```\n",
        "[^1]: gone\n\na[^1]\n",
        "gone\n: a\n",
        "a\n: gone\n",
        "| a | gone |\n|---|---|\n| b | c |\n",
    ],
)
def test_what_something_hangs_on_is_not_dropped_alone(source: str) -> None:
    assert dropped(source) is None


class Dropping(Rule):
    """Drops one zone, once."""

    id = "test/dropping"
    summary = message = "Drops."

    def __init__(self, zone: Zone) -> None:
        super().__init__()
        self.zone: Zone | None = zone

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if self.zone:
            yield self.finding(
                self.zone.start, self.zone.end, drop(self.zone.start, self.zone.end, Safety.SAFE)
            )
            self.zone = None


BLOCKS = st.sampled_from(
    [
        *(
            "word",
            "two words\nand more",
            "*a* `b` [c](d)",
            "# head",
            "head\n===",
            "## head ##",
            "> quote\n> more",
        ),
        *(
            "- a\n- b",
            "- a\n\n- b",
            "- a\n  - b\n    - c",
            "- a\n\t- b\n\t- c",
            "* a\n\n  b",
            "1. a\n2. b\n\n   c",
        ),
        *(
            "> - a\n> - b",
            "- > a\n  > b",
            "```\ncode\n```",
            "    code",
            "---",
            "![i](j)",
            "| a | b |\n|---|---|\n| c | d |",
        ),
        *(
            "[^1]: note",
            "term\n: one\n: two",
            "[l]: /m",
            "see [l] and[^1]",
            "<div>\n\nin\n\n</div>",
            "<p>a</p>\n<p>b</p>",
        ),
        *(
            "<details>\n<summary>s</summary>",
            "</details>",
            "{{< x >}}",
            "::: note",
            ":::",
            "<!-- c -->",
            "- [ ] a\n- [x] b",
        ),
    ]
)
DOCUMENTS = st.lists(
    st.tuples(BLOCKS, st.sampled_from(["\n", "\n\n", "\n\n\n"])), min_size=1, max_size=8
).map(lambda parts: "".join(block + end for block, end in parts))


@settings(max_examples=300)
@given(source=DOCUMENTS, choice=st.integers(0, 99), crlf=st.booleans())
def test_a_drop_leaves_the_rest_as_it_reads_or_is_not_made(source: str, choice: int, crlf: bool) -> None:
    source = source.replace("\n", "\r\n") if crlf else source
    text = read(source)
    zones = text.prose.zones
    if not zones:
        return
    index = choice % len(zones)
    rule = Dropping(zones[index])
    left = mend(text, Engine([rule]).lint, read, Safety.SAFE)
    shown = [(zone.kind, left.document.prose[zone]) for zone in left.document.prose.zones]
    before = [(zone.kind, text.prose[zone]) for zone in zones]
    assert shown == before[:index] + before[index + 1 :] or left.document.source == source
