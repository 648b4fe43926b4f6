"""Where a phrase of a pack that names media as `alone` is reported without a neighbour."""

from __future__ import annotations

import pytest

from scribal.engine import Engine
from scribal.markup import document
from scribal.pack import read_pack
from scribal.text import About

PACK = """
summary = "A link."
message = "a link"
why = "It leads away."
alone = ["text/plain"]
lines = ["see also", "read more {}"]
"""


@pytest.mark.parametrize(
    ("source", "about", "excerpts"),
    [
        ("It rose.\n\nSee also\n\nIt fell.", About("text/plain"), ["See also"]),
        ("It rose.\n\nSee also\n\nIt fell.", About("text/markdown"), []),
        ("It rose.\n\nSee also\n\nIt fell.", About("text/markdown", profile="corpus"), ["See also"]),
        ("It rose.\n\nSee also\n\nRead more\n\nIt fell.", About("text/markdown"), ["See also\n\nRead more"]),
        ("It rose.\n\n## See also\n\nRead more\n\nIt fell.", About("text/markdown"), []),
        ("<p>It rose.</p><p>See also <code>it</code></p>", About("text/html", profile="corpus"), []),
    ],
)
def test_a_phrase_needs_a_neighbour_where_people_write_it_on_purpose(
    source: str, about: About, excerpts: list[str]
) -> None:
    rule = read_pack(PACK)
    rule.id = "test/link"
    assert [d.excerpt for d in Engine([rule]).lint(document(source, about=about))] == excerpts
