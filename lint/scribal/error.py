"""The user's mistakes: one exception, caught in one place, exit code 2."""

from __future__ import annotations

from collections.abc import Iterable


class UserError(Exception):
    """Something that the user can mend; the message names the file and the key."""


class Absent(UserError):
    """A program beside scribal is not there, or cannot be used."""


class Unchecked(Exception):
    """A text could not be read by a program beside scribal; the message says why, and the run goes on."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return what to add to an error about an unknown name: the name that was meant, if one is near."""
    from difflib import get_close_matches

    names = list(known)
    near = [one for one in names if one.endswith(f"/{name}")] or get_close_matches(name, names, 1)
    return f"; did you mean “{near[0]}”?" if near else ""


def wants(thing: str, extra: str) -> str:
    """Return the error about something that an optional extra of the package brings."""
    return f"{thing} wants the extra “{extra}”: pip install 'scribal[{extra}]'"
