"""Every law of :mod:`scribal.testing` over the rules that ask LanguageTool, which a real server answers."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from scribal.catalog import load
from scribal.languagetool.installation import VERSION
from scribal.languagetool.tongue import MEASURED
from scribal.testing import Law, laws

RULES = [rule for rule in load() if rule.categories]
FOLDER = Path(__file__).parents[1] / "rules" / "scribal_rules" / "grammar"

_CATEGORY = re.compile(r"<category\b[^>]*\bid\s*=\s*[\"']([^\"']+)", re.S)


@pytest.mark.parametrize("law", list(laws(RULES)), ids=str)
@pytest.mark.usefixtures("languagetool")
def test_rule(law: Law) -> None:
    law.verify()


def test_each_category_of_the_languages_that_are_tested_has_its_rule(languagetool: Path) -> None:
    known = {category for rule in RULES for category in rule.categories}
    there: set[str] = set()
    for language in (*MEASURED, "pt"):
        with zipfile.ZipFile(languagetool / f"language-{language}-{VERSION}.jar") as entries:
            names = [name for name in entries.namelist() if re.search(r"/(grammar|style)[\w-]*\.xml$", name)]
            for name in names:
                there.update(_CATEGORY.findall(entries.read(name).decode("utf-8")))
    assert len(there) > 50
    assert there - known == set()


def test_a_pack_of_the_family_lists_its_categories_in_order() -> None:
    for file in FOLDER.glob("*.toml"):
        listed = tomllib.loads(file.read_text("utf-8"))["categories"]
        assert listed == sorted(set(listed)), file.name
