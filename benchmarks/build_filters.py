"""Build the table of thresholds by which corpora are filtered, that the family ``corpus`` reads.

    git clone https://github.com/huggingface/fineweb-2
    python benchmarks/build_filters.py fineweb-2/configs

writes ``_filters.toml`` into the family's folder. Thresholds and stop words of each language are those that
FineWeb-2 was filtered with (Penedo et al. 2025, Apache-2.0); those of English are Gopher's (Rae et al. 2021,
tables A1 and A2) and FineWeb's (Penedo et al. 2024).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import yaml

TABLE = Path(__file__).parent.parent / "rules" / "scribal_rules" / "corpus" / "_filters.toml"

CONFIGS = {
    "af": "afr_Latn", "ar": "arb_Arab", "az": "azj_Latn", "be": "bel_Cyrl", "bg": "bul_Cyrl",
    "bn": "ben_Beng", "bs": "bos_Latn", "ca": "cat_Latn", "cs": "ces_Latn", "da": "dan_Latn",
    "de": "deu_Latn", "el": "ell_Grek", "es": "spa_Latn", "et": "ekk_Latn", "eu": "eus_Latn",
    "fa": "fas_Arab", "fi": "fin_Latn", "fr": "fra_Latn", "he": "heb_Hebr", "hi": "hin_Deva",
    "hr": "hrv_Latn", "hu": "hun_Latn", "hy": "hye_Armn", "id": "ind_Latn", "is": "isl_Latn",
    "it": "ita_Latn", "ka": "kat_Geor", "kk": "kaz_Cyrl", "ko": "kor_Hang", "lt": "lit_Latn",
    "lv": "lvs_Latn", "mk": "mkd_Cyrl", "ms": "zsm_Latn", "nl": "nld_Latn", "no": "nob_Latn",
    "pl": "pol_Latn", "pt": "por_Latn", "ro": "ron_Latn", "ru": "rus_Cyrl", "sk": "slk_Latn",
    "sl": "slv_Latn", "sq": "als_Latn", "sr": "srp_Cyrl", "sv": "swe_Latn", "sw": "swh_Latn",
    "ta": "tam_Taml", "tr": "tur_Latn", "uk": "ukr_Cyrl", "ur": "urd_Arab", "vi": "vie_Latn",
}  # fmt: skip
"""The languages that write spaces between words, with their names in FineWeb-2."""

ENGLISH = {
    "dup_line_frac": 0.3,
    "top_n_grams": [[2, 0.2], [3, 0.18], [4, 0.16]],
    "dup_n_grams": [[5, 0.15], [6, 0.14], [7, 0.13], [8, 0.12], [9, 0.11], [10, 0.1]],
    "line_punct_thr": 0.12,
    "new_line_ratio": 0.3,
    "min_avg_word_length": 3,
    "max_avg_word_length": 10,
    "max_non_alpha_words_ratio": 0.8,
    "stopwords": ["the", "be", "to", "of", "and", "that", "have", "with"],
}

HEAD = """\
# The thresholds by which corpora are filtered, by language: made by benchmarks/build_filters.py.
# Source: FineWeb-2 (Apache-2.0), github.com/huggingface/fineweb-2; for English Gopher and FineWeb.
# words: the least and the greatest mean length of a word; letters: the least share of words with a letter;
# stops: words of which two must stand in a text; lines: the greatest share of lines that came before;
# frequent, repeated: the greatest share of characters in the most frequent run of so many words, and in runs
# that came before; ends: the least share of lines that end in a mark; breaks: the most lines a word.
"""


def entry(config: Mapping[str, Any]) -> str:
    """Return the lines of a language."""
    words = [config["min_avg_word_length"], config["max_avg_word_length"]]
    keys = {
        "words": words,
        "letters": config["max_non_alpha_words_ratio"],
        "stops": " ".join(sorted(config["stopwords"])),
        "lines": config["dup_line_frac"],
        "frequent": {str(size): share for size, share in config["top_n_grams"]},
        "repeated": {str(size): share for size, share in config["dup_n_grams"]},
        "ends": config["line_punct_thr"],
        "breaks": config["new_line_ratio"],
    }
    return "".join(f"{key} = {toml(value)}\n" for key, value in keys.items())


def toml(value: object) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {share}" for key, share in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


@click.command()
@click.argument("configs", type=click.Path(path_type=Path, exists=True, file_okay=False))
def build(configs: Path) -> None:
    """Write the table from the folder of FineWeb-2's configurations."""
    every = {
        tag: yaml.safe_load((configs / f"{name}.yml").read_text("utf-8")) for tag, name in CONFIGS.items()
    }
    tables = [f"\n[{tag}]\n{entry(config)}" for tag, config in sorted({**every, "en": ENGLISH}.items())]
    TABLE.write_text(HEAD + "".join(tables), "utf-8")


if __name__ == "__main__":
    build()
