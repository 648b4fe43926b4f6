"""What one long record may cost."""

from __future__ import annotations

import tracemalloc

from scribal.catalog import load
from scribal.engine import Engine
from scribal.markup import document
from scribal.text import About

SLIPS = "The river rose in the the night , and “he said 12 ,” and (she left . It was theA bridge. "


def test_a_long_line_is_not_kept_once_more_for_each_finding() -> None:
    engine = Engine([rule for rule in load() if not (rule.preview or rule.opt_in)])
    about = About(profile="corpus", language="en")
    engine.diagnose(document(SLIPS, about=about))  # what is read once does not count
    long = document(SLIPS * 600, about=about)
    tracemalloc.start()
    found = engine.diagnose(long)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) > 1_000
    assert most < 600 * len(
        long.source
    )  # a copy for each finding would be a thousand times the text, and more
