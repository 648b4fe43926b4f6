"""What a reader reads of Markdown, MDX and HTML, and what not."""

from __future__ import annotations

import pytest

from scribal.markup import document
from scribal.text import About


def shown(source: str, media: str) -> list[str]:
    """Return the text of each zone."""
    view = document(source, about=About(f"text/{media}")).prose
    return [view[zone] for zone in view.zones]


@pytest.mark.parametrize(
    ("source", "zones"),
    [
        ("Type <code>a , b</code> and <kbd>Ctrl , C</kbd>.", ["Type \ufffc and \ufffc."]),
        ("Type <code>a `b` ![c](d)\ne</code>, *then* go.", ["Type \ufffc, then go."]),
        ("<code>never *closed*.\n\nNext.", ["\ufffc", "Next."]),
        ("![a ![b](c) d](e) f", ["\ufffc f"]),
        ("[![a](b)](c) d", ["\ufffc d"]),
        ("> ![a](b)\n\nc", ["\ufffc", "c"]),
        ("a\n\n---\nsome text\n---\n\nb", ["a", "some text", "b"]),
        ("a\n\n+++\nb\n+++\n", ["a", "+++ b +++"]),
        ("> a\n> b\nc", ["a b c"]),
        ("a  \nb\\\nc<br>d", ["a b c d"]),
        ("<div>\n{{< x , y >}}\na {{ b , c }} d\n</div>\n", ["a \ufffc d"]),
        ("\\`{{ x }}\\`", ["`\ufffc`"]),
        ("a ` b\r\n\r\nc ` d {{ x }}", ["a ` b", "c ` d \ufffc"]),
    ],
)
def test_markdown(source: str, zones: list[str]) -> None:
    assert shown(source, "markdown") == zones


@pytest.mark.parametrize(
    ("source", "zones"),
    [
        ("a <kbd>Ctrl , C</kbd> <Kbd k={1} /> b", ["a \ufffc \ufffc b"]),
        ("<pre>\na , b\n\nc , d\n</pre>\n\ne", ["e"]),
        ("a <code>b\n\nc</code> d", ["a \ufffcb", "c\ufffc d"]),
        ("a \\{b\\} \\<c {d}", ["a {b} <c \ufffc"]),
        ("a \\\\{b}", ["a \\\ufffc"]),
    ],
)
def test_mdx(source: str, zones: list[str]) -> None:
    assert shown(source, "mdx") == zones


@pytest.mark.parametrize(
    ("source", "zones"),
    [
        ("<p>{% if a , b %}c{{ d , e }} f</p>", ["\ufffcc\ufffc f"]),
        ("{% for a , b %}\n<p>c</p>\n{# d , e #}\n", ["c"]),
        ('<a href="{{ b , c }}">d</a>', ["d"]),
        ("<p>a</p><!-- b , c", ["a"]),
        ("<p>a</p><!-- b --> c <!-- d -->", ["a", "c"]),
        ("a < b <c", ["a < b <c"]),
        ("<p>a < b</p> c <d", ["a < b", "c <d"]),
    ],
)
def test_html(source: str, zones: list[str]) -> None:
    assert shown(source, "html") == zones


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: a , b\n---\n",
        "---\n\n# a , b\n\ntitle: c\n\n---\n",
        "\ufeff---\r\ntitle: a , b\r\n---\r\n",
        "+++\ntitle = 'a , b'\n+++\n",
        "---\ntitle: a , b\n...\n",
        "---\ntitle: a , b\n- c , d\n\n",
        "\ufeff---\ntitle: a , b\n\n",
    ],
)
def test_nothing_in_front_matter_is_read(front: str) -> None:
    source = f"{front}\nText.\n"
    read = document(source, about=About("text/markdown"))
    assert [read.prose[zone] for zone in read.prose.zones] == ["Text."]
    at = read.source_view.zone_at(source.index("title"))
    assert at is not None and at.kind == "front-matter"
