"""What a reader reads of Markdown, MDX and HTML, and what not."""

from __future__ import annotations

import pytest

from scribal.markup import Reading, document
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
        ("The sum <math><mi>a , b</mi></math> of <svg/> *c*", ["The sum \ufffc of \ufffc c"]),
        ("![a ![b](c) d](e) f", ["\ufffc f"]),
        ("[![a](b)](c) d", ["\ufffc d"]),
        ("> ![a](b)\n\nc", ["\ufffc", "c"]),
        ("a\n\n---\nsome text\n---\n\nb", ["a", "some text", "b"]),
        ("a\n\n+++\nb\n+++\n", ["a", "+++ b +++"]),
        ("> a\n> b\nc", ["a b c"]),
        ("a  \nb\\\nc<br>d", ["a b c d"]),
        ("<div>\n{{< x , y >}}\na {{ b , c }} d\n</div>\n", ["a \ufffc d"]),
        ("\\`{{ x }}\\`", ["`\ufffc`"]),
        ("---\n\n# a\n\nb\n\n---\n", ["a", "b"]),
        ("---\n- a\n\n---\n", ["a"]),
        ("## A , b {#c , d}\n", ["A , b"]),
        ("a [b]{.c}, d {: .e} f {.g}\nh\n{: .i}\n", ["a [b], d f h"]),
        ('[a](b){ .c title="d " } e { .5 }', ["a e { .5 }"]),
        ('a <i class="b"></i>, <span style="c"><!-- d --></span>. <a id="e"></a>f', ["a \ufffc, \ufffc. f"]),
        ('<div>a <i class="b"></i>, <b id="c"></b>d</div>', ["a \ufffc, d"]),
        ("a {{ b }} {#c} d", ["a \ufffc d"]),
        ("a ` b\r\n\r\nc ` d {{ x }}", ["a ` b", "c ` d \ufffc"]),
        ("a\n\n{% highlight ruby %}\nb , c\n\nd\n{% endhighlight %}\n\ne", ["a", "e"]),
        ('a\n\n{{< highlight go "x" >}}\nb , c\n{{< / highlight >}}\n\ne', ["a", "e"]),
        ("a\n\n{% codeblock %}\nb , c\n{% endcodeblock %}\n\ne {% code %}f{% endcode %}", ["a", "e \ufffc"]),
        ("a {% highlight %} b , c", ["a \ufffc b , c"]),
        ("See [](b), then *[](c)*.\n\n[](d)", ["See \ufffc, then \ufffc.", "\ufffc"]),
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
        ("The sum <math><mi>a , b</mi></math> of <svg><text>c</text></svg>d", ["The sum \ufffc of \ufffcd"]),
        ("---\ntitle: a\n---\n<p>b</p>", ["b"]),
        ("<p>a</p>\n---\ntitle: b\n---\n", ["a", "--- title: b ---"]),
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
        "---\n# title\n---\n",
        "---\ntwo words: title\n---\n",
        "+++\n[title]\na = 1\n+++\n",
    ],
)
def test_nothing_in_front_matter_is_read(front: str) -> None:
    source = f"{front}\nText.\n"
    read = document(source, about=About("text/markdown"))
    assert [read.prose[zone] for zone in read.prose.zones] == ["Text."]
    at = read.source_view.zone_at(source.index("title"))
    assert at is not None and at.kind == "front-matter"


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<ul><li>a<li>b</ul><p>c<p>d<h2>e</h2>f", "item item paragraph paragraph heading paragraph"),
        ("<table><tr><td>a<td>b<tr><th>c</table>d", "cell cell cell paragraph"),
        ("<blockquote><p>a</p><ul><li><p>b</ul>c</blockquote>d", "quote item quote paragraph"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "term item term"),
    ],
)
def test_kinds_of_html_with_end_tags_left_out(source: str, kinds: str) -> None:
    assert " ".join(zone.kind for zone in document(source, about=About("text/html")).prose.zones) == kinds


FRONT = Reading(front_matter=("title", "summary"))


@pytest.mark.parametrize(
    ("front", "values"),
    [
        ("---\ntitle: a b\nother: c\nsummary: 'd ''e'\n---\n", ["a b", "d ''e"]),
        ('+++\ntitle = "a"\nother = "b"\n[params]\ntitle = "c"\n+++\n', ["a"]),
        ("---\ntitle: |\n  a\n  b\n---\n", []),
        ("---\ntitle: [a\n---\n", []),
        ("---\ntitle: \x01\n---\n", []),
        (f"---\ntitle: {'[' * 1000}\n---\n", []),
        (f"+++\ntitle = {'[' * 1000}\n+++\n", []),
        ("---\ntitle: a\n", []),
    ],
)
def test_values_of_front_matter_that_are_wanted(front: str, values: list[str]) -> None:
    source = f"{front}\nText.\n"
    view = document(source, about=About("text/markdown"), reading=FRONT).prose
    assert [view[zone] for zone in view.zones] == [*values, "Text."]
    assert [source[slice(*view.source_span(zone.start, zone.end))] for zone in view.zones[:-1]] == values


@pytest.mark.parametrize("media", ["plain", "markdown", "mdx", "html"])
@pytest.mark.parametrize(
    "unit",
    [
        "> ",
        "- ",
        "1. ",
        "[",
        "*",
        "{",
        "(",
        "<b>",
        "<div>",
        "<blockquote>",
        "<T a={",
        "[^1]: ",
        "![](",
        "<code>",
    ],
)
def test_what_is_nested_deeply_is_read(unit: str, media: str) -> None:
    assert document(unit * 3000 + "a", about=About(f"text/{media}")).prose.text is not None


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("a https://b.c d", "prose url prose"),
        ("a <https://b.c> <d@e.fg>", "prose url prose url"),
        ("a `b` ![c](d)", "prose code prose attribute"),
        ("a\n   b\n> c\n> d", "prose blank prose blank markup blank prose markup blank prose"),
        ("a <code>b</code> c", "prose attribute code attribute prose"),
    ],
)
def test_the_source_is_parted_by_what_is_read(source: str, kinds: str) -> None:
    zones = document(source, about=About("text/markdown")).source_view.zones
    assert " ".join(zone.kind for zone in zones) == kinds
