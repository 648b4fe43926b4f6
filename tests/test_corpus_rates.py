"""Rates, their intervals, and what chance explains."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from scribal.corpus.counts import Counts, total
from scribal.corpus.rates import growth, per_records, per_words, quantile, share, wilson


def counts(records: int, hits: int, words: int = 100, each: int = 1) -> Counts:
    made = Counts()
    for number in range(records):
        made.take(words, Counter({"all": each}) if number < hits else Counter())
    return made


def test_wilson_is_that_of_the_literature() -> None:
    """Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3."""
    z = quantile(0.95)
    table = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (hits, records), interval in table.items():
        assert wilson(hits, records, z) == pytest.approx(interval, abs=5e-5)


def test_the_difference_is_that_of_the_literature() -> None:
    """Newcombe 1998, Interval estimation for the difference between proportions, table II, method 10."""
    z = quantile(0.95)
    table = {
        (56, 70, 48, 80): (0.2, 0.0524, 0.3339),
        (9, 10, 3, 10): (0.6, 0.1705, 0.8090),
        (5, 56, 0, 29): (0.0893, -0.0381, 0.1926),
        (10, 10, 0, 20): (1.0, 0.6791, 1.0),
    }
    for (hits, records, old_hits, old_records), (value, low, high) in table.items():
        rate = growth(counts(records, hits), counts(old_records, old_hits), "all", z)
        assert rate == pytest.approx((value, low, high), abs=5e-5)


def test_a_rate_of_all_records_has_no_interval() -> None:
    assert share(counts(200, 10), "all") == (0.05, 0.05, 0.05)
    assert per_words(counts(200, 10), "all", 10_000) == (5.0, 5.0, 5.0)
    assert share(counts(200, 10), "all", population=200) == (0.05, 0.05, 0.05)
    assert per_records(counts(200, 10), "all", 1000) == (50.0, 50.0, 50.0)


def test_findings_per_record_are_a_mean() -> None:
    """The standard error of the mean of ten ones and ninety noughts is 0.03015."""
    rate = per_records(counts(100, 10), "all", 1000, population=1_000_000_000)
    assert rate == pytest.approx((100.0, 100 - 1.96 * 30.151, 100 + 1.96 * 30.151), abs=0.01)


def test_a_rate_of_nothing_is_unknown() -> None:
    assert share(Counts(), "all") == (0.0, 0.0, 1.0)
    assert growth(Counts(), counts(10, 5), "all", 2.0) == (0.0, -1.0, 1.0)


def test_parts_add_up() -> None:
    whole = total([counts(10, 3), counts(5, 5, words=7, each=4)])
    assert (whole.records, whole.words) == (15, 1035)
    assert (whole.findings["all"], whole.hit["all"], whole.squared["all"]) == (23, 8, 83)
    assert Counts.from_json(whole.to_json()) == whole


def test_intervals_hold_what_they_estimate() -> None:
    """Of many samples of a corpus in which few records hold most findings, about 95 in 100 are right."""
    chance = random.Random(7)
    records = [(chance.randint(50, 500), 20 if chance.random() < 0.05 else 0) for _ in range(4_000)]
    true = sum(found for _, found in records) / sum(words for words, _ in records)
    held = {"share": 0, "words": 0}
    for _ in range(400):
        made = Counts()
        for words, found in chance.sample(records, 400):
            made.take(words, +Counter({"all": found}))
        rate = per_words(made, "all", 1, population=len(records))
        held["words"] += rate.low <= true <= rate.high
        part = share(made, "all", population=len(records))
        held["share"] += part.low <= sum(found > 0 for _, found in records) / len(records) <= part.high
    assert 0.90 <= held["words"] / 400 <= 0.99
    assert 0.90 <= held["share"] / 400 <= 0.99
