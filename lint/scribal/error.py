"""The user's mistakes: one exception, caught in one place, exit code 2."""

from __future__ import annotations


class UserError(Exception):
    """Something that the user can mend; the message names the file and the key."""
