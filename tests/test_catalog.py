"""The catalog: which rules there are, and what is said of one that cannot be loaded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scribal.catalog import folder_of, load, load_from, package_of
from scribal.error import UserError
from scribal.pack import PhraseRule
from scribal.rule import Rule

ARROW = '''
"""Typed arrows."""

from __future__ import annotations

from dataclasses import dataclass

from scribal import PatternRule


class Arrow(PatternRule):
    """Arrows are typed, not drawn."""

    summary = "A typed arrow."
    message = "“{found}” is a typed arrow"
    patterns = ("->",)
    pattern = "->"

    @dataclass(frozen=True)
    class Options:
        """What counts."""

        at_most: int = 3
        shapes: tuple[str, ...] = ()

        def __post_init__(self) -> None:
            if self.at_most > 9:
                raise ValueError("“at-most” is above 9")
'''

PACK = """
summary = "Filler."
message = "“{found}” is filler"
why = "It says nothing."
phrases = ["needless to say"]
"""


def folder(root: Path, **files: str) -> Path:
    """Write files below a folder; in their names ``___`` is a slash and ``__`` a dot."""
    for name, text in files.items():
        file = root / name.replace("___", "/").replace("__", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


def own(root: Path, **options: object) -> dict[str, Rule]:
    """Return the rules in a folder by id."""
    return {rule.id: rule for rule in load_from({package_of(root): root}, options)}  # type: ignore[arg-type]


def refused(root: Path) -> str:
    """Return what is said of a folder of rules, with its place cut off."""
    with pytest.raises(UserError) as error:
        own(root)
    assert str(error.value).startswith(str(root)), "the message names no file"
    return str(error.value).replace(str(root), "").removeprefix("/")


def test_a_path_is_an_id(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        style___typed_arrow__py=ARROW,
        style___filler__toml=PACK,
        style____marks__py="1 / 0",
        style___README__md="not a rule",
        more_style___drawn_arrow___rule__py=ARROW,
        more_style___drawn_arrow___shapes__txt="data",
        more_style___big_filler___rule__toml=PACK,
        more_style___big_filler___de__toml='phrases = ["wie gesagt"]',
        more_style___big_filler____notes__toml="not = 'read'",
        _private___arrow__py="1 / 0",
        pyproject__toml="",
    )
    (root / ".hidden").mkdir()
    rules = own(root)
    assert {name: rule.file for name, rule in rules.items()} == {
        "more-style/big-filler": root / "more_style/big_filler/rule.toml",
        "more-style/drawn-arrow": root / "more_style/drawn_arrow/rule.py",
        "style/filler": root / "style/filler.toml",
        "style/typed-arrow": root / "style/typed_arrow.py",
    }
    assert list(rules) == sorted(rules)
    assert isinstance(rules["style/filler"], PhraseRule)
    assert list(rules["more-style/big-filler"].literals) == ["needless to say", "wie gesagt"]


def test_own_rules_leave_the_path_as_it_is_and_import_their_neighbours(tmp_path: Path) -> None:
    before = list(sys.path)
    shared = ARROW.replace('"->"', "ARROW").replace(
        "import PatternRule", "import PatternRule\nfrom ._marks import ARROW"
    )
    root = folder(tmp_path, style___arrow__py=shared, style____marks__py='ARROW = "=>"')
    assert own(root)["style/arrow"].patterns == ("=>",)
    assert sys.path == before


def test_folders_with_similar_names_are_kept_apart(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "a-b", x___arrow__py=ARROW), folder(tmp_path / "a_b", y___arrow__py=ARROW)
    ids = [rule.id for rule in load([one, two]) if rule.file and tmp_path in rule.file.parents]
    assert ids == ["x/arrow", "y/arrow"]
    assert package_of(one) == package_of(tmp_path / "a_b" / ".." / "a-b")


CASES = {
    "style/arrow.py: cannot be imported: ZeroDivisionError: division by zero": {"style___arrow__py": "1 / 0"},
    "style/arrow.py: cannot be imported: ModuleNotFoundError: No module named 'nowhere'": {
        "style___arrow__py": "import nowhere"
    },
    "style/arrow.py: must define one rule, not 0": {
        "style___arrow__py": "from scribal import PatternRule, Rule"
    },
    "style/arrow.py: must define one rule, not 2": {
        "style___arrow__py": ARROW + "\n\nclass Other(Arrow):\n    pass\n"
    },
    "style/arrow.py: the rule has no summary": {
        "style___arrow__py": ARROW.replace("    summary =", "    sum =")
    },
    "style/arrow.py: the rule has no message": {
        "style___arrow__py": ARROW.replace("    message =", "    mess =")
    },
    "style/arrow.py: the rule has no literals, patterns, lines or gate: it would never sleep": {
        "style___arrow__py": ARROW.replace("    patterns =", "    patt =")
    },
    "style/arrow.py: TypeError: no": {
        "style___arrow__py": ARROW + "\n    def __init__(self, **options):\n        raise TypeError('no')\n"
    },
    "style/filler.toml: the pack has the unknown key “phrase”; did you mean “phrases”?": {
        "style___filler__toml": PACK.replace("phrases", "phrase")
    },
    "style/filler.toml: the pack has no “why”": {"style___filler__toml": PACK.replace("why", "# why")},
    "style/filler.toml: Invalid value (at end of document)": {"style___filler__toml": "phrases = ["},
    "style/filler/rule.toml: de.toml has the unknown key “words”": {
        "style___filler___rule__toml": PACK,
        "style___filler___de__toml": "words = []",
    },
    "style/arrow: must hold either rule.py or rule.toml": {"style___arrow___arrow__py": ARROW},
    "style/a_b.toml: the id style/a-b is taken by style/a-b.py": {
        "style___a-b__py": ARROW,
        "style___a_b__toml": PACK,
    },
    "style/arrow.toml: the id style/arrow is taken by style/arrow.py": {
        "style___arrow__py": ARROW,
        "style___arrow__toml": PACK,
    },
    "style/Arrow.py: “style/Arrow” cannot be the id of a rule": {"style___Arrow__py": ARROW},
    "my style/arrow.py: “my style/arrow” cannot be the id of a rule": {"my style___arrow__py": ARROW},
    "all/arrow.py: “all/arrow” cannot be the id of a rule": {"all___arrow__py": ARROW},
    "scribal/arrow.py: “scribal/arrow” cannot be the id of a rule": {"scribal___arrow__py": ARROW},
    "arrow.py: a rule must lie in the folder of its family": {"arrow__py": ARROW, "style___arrow__py": ARROW},
    ": holds no rules; a rule is FAMILY/NAME.py or FAMILY/NAME.toml": {"style___README__md": ""},
}


@pytest.mark.parametrize("message", CASES)
def test_what_cannot_be_loaded_is_told_with_its_file(tmp_path: Path, message: str) -> None:
    told = refused(folder(tmp_path, **CASES[message]))
    assert told.replace("by /style", "by style") == message


def test_a_rule_that_comes_with_scribal_cannot_be_replaced_in_silence(tmp_path: Path) -> None:
    one, two = (
        folder(tmp_path / "one", style___arrow__py=ARROW),
        folder(tmp_path / "two", style___arrow__py=ARROW),
    )
    with pytest.raises(UserError) as error:
        load([one, two])
    assert str(error.value) == f"{two}/style/arrow.py: the id style/arrow is taken by {one}/style/arrow.py"


def test_a_folder_of_rules_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        load([tmp_path / "none"])
    assert str(error.value) == f"{tmp_path / 'none'}: there is no such folder of rules"


def test_a_package_must_be_there() -> None:
    assert folder_of("scribal_rules").name == "scribal_rules"
    with pytest.raises(UserError) as error:
        folder_of("nowhere_at_all", "the plug-in")
    assert str(error.value) == "the plug-in: there is no package nowhere_at_all"
    with pytest.raises(UserError) as error:
        folder_of("nowhere_at_all.rules", "the plug-in")
    assert str(error.value).startswith("the plug-in: nowhere_at_all.rules cannot be imported: ModuleNotFound")


def test_options_reach_their_rule(tmp_path: Path) -> None:
    root = folder(tmp_path, style___arrow__py=ARROW, style___filler__toml=PACK)
    rule = own(root, **{"style/arrow": {"at-most": 5, "shapes": ["=>"]}})["style/arrow"]
    assert (rule.options.at_most, rule.options.shapes) == (5, ("=>",))
    assert own(root)["style/arrow"].options.at_most == 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"style/arrow": {"at-mos": 1}},
            "“style/arrow”: unknown option “at-mos”; did you mean “at-most”?",
        ),
        ({"style/arrow": {"at-most": True}}, "“style/arrow”: “at-most” must be a whole number"),
        (
            {"style/arrow": {"shapes": [1]}},
            "“style/arrow”: “shapes” must be a list in which each is a string",
        ),
        ({"style/arrow": {"at-most": 10}}, "“style/arrow”: “at-most” is above 9"),
        ({"style/filler": {"any": 1}}, "“style/filler”: unknown option “any”; the rule has none"),
        ({"style/arow": {}}, "unknown rule “style/arow”; did you mean “style/arrow”?"),
        ({"style": {}}, "unknown rule “style”; did you mean “style/arrow”?"),
    ],
)
def test_a_wrong_option_is_a_mistake(
    tmp_path: Path, options: dict[str, dict[str, object]], message: str
) -> None:
    root = folder(tmp_path, style___arrow__py=ARROW, style___filler__toml=PACK)
    with pytest.raises(UserError) as error:
        load_from({package_of(root): root}, options, "scribal.toml")
    separator = ", " if message.startswith("“") else ": "
    assert str(error.value) == f"scribal.toml: “rules”{separator}{message}"
