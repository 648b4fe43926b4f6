"""Texts that would hold up a rule whose patterns try too much, and a guard that ends it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from scribal.document import Document
from scribal.example import at_home, read, unmark
from scribal.rule import Bad, Rule

HANG = 60
"""After so many seconds a rule is taken to hang; on such short texts it needs milliseconds."""

REPEATS = 300
"""How often a hostile text repeats: too often for what is exponential, or cubic, to come to an end."""

HOSTILE = (
    *("a", "A", "é", "1", " ", "\t", "\u00a0", "\u200b", "\u0301", "中", "“", "”", '"', "'", "’", "(", ")"),
    *(
        "[",
        "]",
        "{",
        "<",
        "&",
        "#",
        "*",
        "_",
        "`",
        "\\",
        "/",
        "-",
        "–",
        ".",
        ",",
        ":",
        ";",
        "!",
        "…",
        "\ufffd",
    ),
    *("a ", "A ", "Aa ", "1 ", "1,", "a.", "A.", ". ", " .", " ,", ": ", "a-", "a'", "' ", '" ', "“ ", "a” "),
    *("(a", "[(", "&#", "&amp;", "\\u00", "Ã", "Â ", "http://", "www.", "a@", "a/", "中 ", "ﬁ", "e\u0301"),
)
"""What a hostile text repeats."""


def hostile(rule: Rule) -> Iterator[Document]:
    """Yield documents that repeat themselves, before and behind what the rule is after."""
    if rule.categories:  # another program reads them, whose patience is its own
        return
    example = next(iter(rule.bad), Bad(""))
    text = " ".join(unmark(example.text)[0].split())
    runs = [run * (REPEATS // len(run)) for run in HOSTILE]
    yield read(at_home(rule, example), "\n\n".join(f"{text}{run}" for run in runs))
    yield read(at_home(rule, example), "\n\n".join(f"{run}{text}" for run in runs))


@contextmanager
def hang_guard(seconds: float = HANG) -> Iterator[None]:
    """End what hangs, where the system has a timer for it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_: object) -> None:
        raise AssertionError(f"the rule hangs: it was ended after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
