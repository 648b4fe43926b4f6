"""``scribal corpus`` as its users meet it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from scribal.cli import scribal

GOOD = "The river rose in the night, and nobody in the town slept."
DOUBLED = "The river rose in the the night, and nobody in the town slept."
RULE = "translation/repeated-word"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def corpus(*arguments: str) -> Result:
    return CliRunner().invoke(scribal, ["corpus", *arguments, "--select", RULE, "--language", "en"])


def measured(*arguments: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(corpus(*arguments, "--output-format", "json").stdout)
    return report


def write(name: str, records: int, bad: int, host: str = "a.example") -> None:
    rows = [
        {
            "text": DOUBLED if number < bad else GOOD,
            "id": f"{host}-{number}",
            "url": f"https://www.{host}/{number}",
        }
        for number in range(records)
    ]
    Path(name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_a_summary_for_people() -> None:
    write("a.jsonl", 40, 10)
    write("b.jsonl", 60, 0, "b.example")
    result = corpus("a.jsonl", "b.jsonl", "--by", "source,host", "--isolated")
    assert result.exit_code == 0
    assert (
        result.stdout
        == """\
100 records, 1,210 words
10 findings in 10 records (10.00% of them), 82.64 per 10,000 words

family       findings  records   share  per 10k words
translation        10       10  10.00%          82.64

rule                       findings  records   share  per 10k words
translation/repeated-word        10       10  10.00%          82.64

source   records   share  per 10k words  most of all
a.jsonl       40  25.00%         204.08  translation/repeated-word
b.jsonl       60   0.00%           0.00

host       records   share  per 10k words  most of all
a.example       40  25.00%         204.08  translation/repeated-word
b.example       60   0.00%           0.00
"""
    )


def test_a_summary_for_machines() -> None:
    write("a.jsonl", 40, 10)
    report = measured("a.jsonl", "--samples", "2", "--isolated")
    assert (report["total"]["records"], report["total"]["hit"]) == (40, 10)
    assert report["rules"][RULE] == {
        "findings": 10,
        "hit": 10,
        "share": {"value": 0.25, "low": 0.25, "high": 0.25},
        "per_10k_words": pytest.approx({"value": 204.08163, "low": 204.08163, "high": 204.08163}),
        "severity": "warning",
    }
    assert report["groups"]["language"]["en"]["rules"] == {RULE: 10}
    assert len(report["samples"][RULE]) == 2
    [sample, _] = report["samples"][RULE]
    assert (sample["before"][-8:], sample["found"]) == ("e in the", " the")


def test_a_sample_of_a_whole_text_is_its_beginning() -> None:
    Path("a.jsonl").write_text('{"text": "The river rose."}\n' * 2, "utf-8")
    [sample] = measured("a.jsonl", "--select", "corpus/exact-duplicate")["samples"]["corpus/exact-duplicate"]
    assert (sample["before"], sample["found"], sample["after"]) == ("", None, "The river rose.")


def test_no_samples_are_kept_where_none_are_wanted() -> None:
    write("a.jsonl", 40, 10)
    report = measured("a.jsonl", "--samples", "0", "--isolated")
    assert (report["total"]["hit"], report["samples"]) == (10, {RULE: []})


def test_several_processes_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scribal.pool.BATCH", 3_000)
    write("a.jsonl", 300, 70)
    assert measured("a.jsonl", "--jobs", "2", "--isolated") == measured(
        "a.jsonl", "--jobs", "1", "--isolated"
    )


def test_a_sample_is_drawn_by_its_seed_and_knows_how_unsure_it_is() -> None:
    write("a.jsonl", 400, 100)
    one, same, other = (measured("a.jsonl", "--sample", "80", "--seed", seed, "--isolated") for seed in "112")
    assert one == same
    assert one["samples"] != other["samples"]
    assert one["sample"] == {"records": 80, "of": 400, "seed": 1}
    share = one["rules"][RULE]["share"]
    assert share["low"] < share["value"] < share["high"]
    assert measured("a.jsonl", "--sample", "1000", "--isolated")["rules"][RULE]["hit"] == 100


def test_what_cannot_be_read_is_counted_and_the_rest_is_done() -> None:
    good = json.dumps({"text": DOUBLED, "id": "x"})
    Path("a.jsonl").write_text(f'{good}\n{{"text": \n{{"id": 7}}\n{good}\n', "utf-8")
    Path("b.jsonl.gz").write_bytes(gzip.compress(f"{good}\n".encode() * 50)[:-12])
    result = corpus("a.jsonl", "b.jsonl.gz", "--isolated")
    assert result.exit_code == 2
    assert "3 faults in what was to be read" in result.stdout
    assert "a.jsonl#2: not valid JSON" in result.stdout
    assert "a.jsonl#7: no field “text”" in result.stdout
    assert "b.jsonl.gz#47: the archive is damaged" in result.stdout
    assert result.stdout.startswith("48 records")


def gated(*gates: str) -> Result:
    Path(f"{len(gates)}.toml").write_text("".join(f"gate.{gate}\n" for gate in gates), "utf-8")
    return corpus("a.jsonl", "b.jsonl", "--config", f"{len(gates)}.toml")


def test_gates_break_with_a_table_and_exit_1() -> None:
    write("a.jsonl", 40, 10)
    write("b.jsonl", 60, 0, "b.example")
    result = gated(f'"{RULE}" = "5 %"', '"translation by host" = "30 %"', 'all = "20%"')
    assert result.exit_code == 1
    assert result.stdout.endswith("""
1 broken gate
gate                       group        is  may be
translation/repeated-word         10.0000%     5 %
""")
    assert corpus("a.jsonl", "b.jsonl", "--config", "3.toml", "--exit-zero").exit_code == 0
    result = gated('"translation by host" = "20 %"', '"all" = "100 %"')
    assert (result.exit_code, "host = a.example" in result.stdout) == (1, True)
    error = str(gated('translatoin = "20 %"').exception)
    assert "1.toml: “gate”: “translatoin”: unknown rule “translatoin”; did you mean “translation”?" in error


def test_worse_than_before_and_more_than_chance_explains() -> None:
    write("old.jsonl", 1000, 20)
    corpus("old.jsonl", "--output-format", "json", "--output-file", "old.json", "--isolated")
    write("new.jsonl", 1000, 25)
    assert corpus("new.jsonl", "--against", "old.json", "--isolated").exit_code == 0
    write("new.jsonl", 1000, 90)
    result = corpus("new.jsonl", "--against", "old.json", "--isolated")
    assert result.exit_code == 1
    assert "9.0000%  2.0000% before" in result.stdout
    assert corpus("new.jsonl", "--against", "old.json", "--margin", "10", "--isolated").exit_code == 0
    Path("no.json").write_text("{}", "utf-8")
    assert "no.json: is no JSON report" in str(
        corpus("new.jsonl", "--against", "no.json", "--isolated").exception
    )


def test_texts_are_a_corpus_too() -> None:
    Path("texts").mkdir()
    for number in range(3):
        Path(f"texts/{number}.txt").write_text(DOUBLED if number else GOOD, "utf-8")
    assert measured("texts", "--isolated")["total"]["hit"] == 2
