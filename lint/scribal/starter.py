"""``scribal init``: a settings file to start from."""

from __future__ import annotations

from pathlib import Path

from scribal.error import UserError
from scribal.settings_file import table_of

STARTER = """\
# Settings of scribal, a linter for text that machines copied or translated.
# Take the “# ” away from what you want to set; nothing here is set yet.
# “scribal rules” lists the rules; wherever a rule can be named, so can its family, or “all”.

# Which rules run.  An id beats its family, a family beats “all”.
# extend-select = []                 # besides the default ones
# ignore = []
# preview = false                    # rules that are still being measured

# Which files are read.
# exclude = []                       # patterns as in .gitignore
# respect-gitignore = true
# front-matter = []                  # keys of front matter whose values are read, such as "title"

# Which language the texts are in, where neither they nor their markup say it.
# language = "en"
# language-from-path = "docs/{lang}/**"

# What makes a run fail: findings of this severity, or a higher one.
# fail-on = "warning"

# Names that no rule may doubt.
# words = []

# Folders with rules of your own, as FAMILY/NAME.py or FAMILY/NAME.toml.
# rule-paths = []

# [severity]
# "whitespace" = "info"

# [[per-path]]
# paths = ["CHANGELOG.md"]
# ignore = ["whitespace"]

# [[allow]]
# path = "docs/style.md"
# text = "words of the finding, or of its line"
# reason = "it is quoted as an example"
"""


def write_starter(folder: Path, force: bool = False) -> Path:
    """Write the settings file.  Raises :class:`UserError` if there are settings, unless forced."""
    file = folder / "scribal.toml"
    project = folder / "pyproject.toml"
    if not force and project.is_file() and table_of(project) is not None:
        raise UserError(f"{project}: has [tool.scribal] already, which {file.name} would hide")
    if file.exists() and not force:
        raise UserError(f"{file}: is there already; --force writes over it")
    file.write_text(STARTER, "utf-8", newline="\n")
    return file
