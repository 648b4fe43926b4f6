"""Rates and how sure they are.

The share of records that have a finding has Wilson's score interval (Wilson
1927), the difference of two shares Newcombe's (1998, method 10).  Findings per
word are a ratio of two sums over records (Cochran, Sampling Techniques, 1977,
section 2.11): records differ in length, and one bad record can have a hundred
findings, so no interval that takes findings for independent would hold.
"""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from scribal.corpus.counts import Counts

CONFIDENCE = 0.95
"""How often the intervals of a report hold what they estimate."""


class Rate(NamedTuple):
    """An estimate and the interval in which the true value may lie."""

    value: float
    low: float
    high: float


def quantile(confidence: float = CONFIDENCE) -> float:
    """Return how many standard errors a two-sided interval reaches to either side."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def share(counts: Counts, name: str, population: int | None = None, confidence: float = CONFIDENCE) -> Rate:
    """Return which share of the records has a finding.

    ``population`` is how many records there are if these are a sample of them;
    where all were read there is nothing to be unsure of.
    """
    hits, records = counts.hit[name], counts.records
    if not records:
        return Rate(0.0, 0.0, 1.0)
    value = hits / records
    if population is None or population <= records:
        return Rate(value, value, value)
    z = quantile(confidence) * sqrt((population - records) / max(population - 1, 1))
    return Rate(value, *wilson(hits, records, z))


def per_words(
    counts: Counts, name: str, words: int, population: int | None = None, confidence: float = CONFIDENCE
) -> Rate:
    """Return how many findings there are in so many words, as :func:`share` does."""
    if not counts.words:
        return Rate(0.0, 0.0, 0.0)
    ratio = counts.findings[name] / counts.words
    if population is None or population <= counts.records:
        return Rate(ratio * words, ratio * words, ratio * words)
    reach = quantile(confidence) * error(counts, name) * sqrt(1 - counts.records / population)
    return Rate(ratio * words, max(ratio - reach, 0.0) * words, (ratio + reach) * words)


def per_records(
    counts: Counts, name: str, records: int, population: int | None = None, confidence: float = CONFIDENCE
) -> Rate:
    """Return how many findings there are in so many records, as :func:`share` does."""
    number = counts.records
    if not number:
        return Rate(0.0, 0.0, 0.0)
    mean = counts.findings[name] / number
    if population is None or population <= number:
        return Rate(mean * records, mean * records, mean * records)
    variance = max(counts.squared[name] / number - mean**2, 0.0) / max(number - 1, 1)
    reach = quantile(confidence) * sqrt(variance * (1 - number / population))
    return Rate(mean * records, max(mean - reach, 0.0) * records, (mean + reach) * records)


def part_of(population: int | None, counts: Counts, total: Counts) -> int | None:
    """Return how many records a group is thought to have of which a sample was read, None where all were."""
    return None if population is None else round(population * counts.records / max(total.records, 1))


def error(counts: Counts, name: str) -> float:
    """Return the standard error of the number of findings per word."""
    if counts.records < 2 or not counts.words:
        return 0.0
    ratio = counts.findings[name] / counts.words
    spread = counts.squared[name] - 2 * ratio * counts.by_words[name] + ratio**2 * counts.words_squared
    return sqrt(max(spread, 0.0) * counts.records / (counts.records - 1)) / counts.words


def wilson(hits: int, records: int, z: float) -> tuple[float, float]:
    """Return the score interval of a share that is estimated from so many records."""
    value, square = hits / records, z * z
    middle = (value + square / (2 * records)) / (1 + square / records)
    reach = z * sqrt(value * (1 - value) / records + square / (4 * records**2)) / (1 + square / records)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


def growth(now: Counts, before: Counts, name: str, z: float) -> Rate:
    """Return by how much the share of records with a finding has grown, negative where it fell."""
    if not now.records or not before.records:
        return Rate(0.0, -1.0, 1.0)
    new, old = now.hit[name] / now.records, before.hit[name] / before.records
    new_low, new_high = wilson(now.hit[name], now.records, z)
    old_low, old_high = wilson(before.hit[name], before.records, z)
    value = new - old
    low = value - sqrt((new - new_low) ** 2 + (old_high - old) ** 2)
    high = value + sqrt((new_high - new) ** 2 + (old - old_low) ** 2)
    return Rate(value, low, high)
