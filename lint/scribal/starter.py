"""``scribal init``: a settings file to start from."""

from __future__ import annotations

from pathlib import Path

from scribal.error import UserError

STARTER = """\
# Settings of scribal, a linter for text that machines copied or translated.
# Whatever stands behind a # is the default.  `scribal rules` lists the rules.

# extend-select = []              # rules and families to run besides the default ones
# ignore = []                     # rules and families not to run
# preview = false                 # run preview rules too
# exclude = []                    # paths to leave out, as in .gitignore
# language = "en"                 # otherwise the text, or its markup, tells
# language-from-path = "docs/{lang}/**"
# front-matter = []               # keys of front matter whose values are read, such as "title"
# words = []                      # names that no rule may doubt
# fail-on = "warning"             # the least severity that makes the exit code 1

# [severity]
# "whitespace/double-space" = "info"

# [[per-path]]
# paths = ["CHANGELOG.md"]
# ignore = ["translation"]

# [[allow]]
# path = "docs/style.md"
# rule = "translation/repeated-word"
# text = "the words of the finding or of its line"
# reason = "why it is all right"
"""


def write_starter(folder: Path, force: bool = False) -> Path:
    """Write the settings file.  Raises :class:`UserError` if there is one, unless forced."""
    file = folder / "scribal.toml"
    if file.exists() and not force:
        raise UserError(f"{file}: is there already; --force writes over it")
    file.write_text(STARTER, "utf-8")
    return file
