"""Pages of manuals as text and as Markdown, for the sets of whole documents."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from render import render

PAGE = """<html><head><title>No text</title></head><body><div class="navheader">Next</div>
<h2 class="title">2. A title</h2><p>Some <em>words</em> in a
paragraph, <code>a*b</code> and <a href="x.html">a_link</a>.</p>
<ul><li><p>One.</p><p>More.</p></li><li>2 &lt; 3</li></ul>
<pre>a listing
  goes on</pre><script>not(this)</script></body></html>"""


TEXT = """2. A title
Some words in a paragraph, a*b and a_link.
One.
More.
2 < 3
a listing
  goes on
"""

MARKDOWN = r"""## 2\. A title

Some *words* in a paragraph, `a*b` and [a\_link](x.html).

- One.

More.

- 2 \< 3

```
a listing
  goes on
```
"""


@pytest.mark.parametrize(("markdown", "text"), [(False, TEXT), (True, MARKDOWN)])
def test_render(markdown, text):
    assert render(PAGE, markdown) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a <b>bold</b><i>er</i> word", "a bolder word\n"),
        ("<p>(<em>a word.</em>)", "(a word.)\n"),
        ("<p>a <em> wide </em> word", "a *wide* word\n"),
        ("<p>- no item", "\\- no item\n"),
    ],
)
def test_markdown_has_only_the_marks_that_it_means(html, text):
    assert render(html, markdown=True) == text
