"""Build the tables of letters that the rules on scripts read.

    pip install babel confusable-homoglyphs opencc-python-reimplemented
    python benchmarks/build_script_tables.py

writes ``_look_alikes.toml`` (letters of Cyrillic and Greek that look like Latin ones, from the confusables of
Unicode Technical Standard 39, by way of confusable-homoglyphs, MIT), ``_hans_hant.toml`` (characters of one
Chinese script that the other writes otherwise, from OpenCC's tables of characters, Apache-2.0) and
``_scripts.toml`` (the scripts that each language is written in, from the likely subtags of the Unicode CLDR,
by way of Babel, BSD) into the folder of the family ``script``.  All three licences allow that.
"""

from __future__ import annotations

import importlib.util
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.core import get_global

FAMILY = Path(__file__).parent.parent / "rules" / "scribal_rules" / "script"

SOURCES = {
    "look_alikes": "confusables of UTS 39, Unicode License v3, by way of confusable-homoglyphs 3.3",
    "hans_hant": "OpenCC's tables of characters, Apache-2.0, by way of opencc-python-reimplemented 0.1.7",
    "scripts": "likely subtags of the Unicode CLDR, Unicode License v3, by way of Babel 2.18",
}

BOTH = (
    "台里后干复面系只斗范谷几向云于丑松布表板别才采厂冲出淀丁冬范丰佛弗岳郁克夸困了蒙蔑么辟千秋曲升舍"
    "沈胜术征致制志钟筑准姜咨借仇仆伙佣占卷吁吃合回奸家尸局巨帘弦御愿扎折挂挨捻据旋旌朱杆杰松栗核梁欲"
    "汇洒涂淡游熏犹玩璇症皂盘瞭秘筋签籍粽糊线缘群肮腌腊膻芸苏荐获蒌虱蜡蝎袅裙覆触谥谧谣赞踊辉迹郄郁醯"
    "里闲雇雕霉颓飓"
)
"""Characters that are right in both scripts, or in one of them as a variant: they tell nothing."""


SAME = frozenset("аеорсухѕіјһԁԛԝАВЕКМНОРСТУХЅІЈҺԚԜοΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳͿ")
"""Letters that nobody could tell from Latin ones; others, such as г and r, look alike in some fonts only."""


def main() -> None:
    """Write the tables."""
    FAMILY.mkdir(exist_ok=True)
    write("look_alikes", dict(look_alikes()))
    write("hans_hant", hans_hant())
    write("scripts", scripts())


def look_alikes() -> Iterator[tuple[str, str]]:
    """Yield each letter of Cyrillic or Greek that looks like a Latin one, and that one."""
    for letter, others in sorted(data("confusable_homoglyphs", "confusables.json").items()):
        latin = [o["c"] for o in others if len(o["c"]) == 1 and o["c"].isascii() and o["c"].isalpha()]
        if letter in SAME and latin:
            yield letter, {"l": "I"}.get(latin[0], latin[0]) if letter.isupper() else latin[0]


def hans_hant() -> dict[str, str]:
    """Return each character of one Chinese script only, and what the other writes."""
    simplified, traditional = (dict(characters(f"{way}Characters.txt")) for way in ("ST", "TS"))
    one = {a: b[0] for a, b in simplified.items() if a not in traditional and len(b) == 1 and a not in b}
    other = {a: b[0] for a, b in traditional.items() if a not in simplified and len(b) == 1 and a not in b}
    known = {a: b for a, b in one.items() if other.get(b) == a and not {a, b} & set(BOTH)}
    common = {a: b for a, b in known.items() if 0x4E00 <= ord(a) < 0xA000 and 0x4E00 <= ord(b) < 0xA000}
    return {"simplified": "".join(common), "traditional": "".join(common.values())}


def characters(name: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows of one of OpenCC's tables."""
    for line in (folder("opencc") / "dictionary" / name).read_text("utf-8").splitlines():
        if "\t" in line:
            letter, others = line.split("\t")
            yield letter, others.split()


def scripts() -> dict[str, list[str]]:
    """Return the scripts that a language is written in, the likeliest first, by primary subtag."""
    found: dict[str, list[str]] = defaultdict(list)
    tags = get_global("likely_subtags")
    for tag, likely in sorted(tags.items(), key=lambda item: item[0].count("_")):
        language, script = likely.split("_")[:2]
        if tag.split("_")[0] == language and script not in found[language]:
            found[language].append(script)
    also = {"zh": ["Hans", "Hant"], "ja": ["Jpan"], "ko": ["Kore"]}
    found.update(also)
    return {language: found[language] for language in sorted({*found, *also}) if len(language) == 2}


def script_of(letter: str) -> str:
    """Return the first word of a letter's name, which is its script."""
    return unicodedata.name(letter, "?").split()[0] if letter.isalpha() else ""


def data(package: str, name: str) -> dict[str, list[dict[str, str]]]:
    """Return a JSON file of a package."""
    found: dict[str, list[dict[str, str]]] = json.loads((folder(package) / name).read_text("utf-8"))
    return found


def folder(package: str) -> Path:
    """Return the folder of an installed package."""
    spec = importlib.util.find_spec(package)
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


def write(name: str, table: Mapping[str, object]) -> None:
    """Write a table, with its source."""
    rows = (
        f"{json.dumps(k, ensure_ascii=False)} = {json.dumps(v, ensure_ascii=False)}" for k, v in table.items()
    )
    (FAMILY / f"_{name}.toml").write_text("\n".join([f"# {SOURCES[name]}", *rows, ""]), "utf-8")


if __name__ == "__main__":
    main()
