"""Gates: how much of what a corpus may have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scribal.corpus.counts import ALL, Counts
from scribal.corpus.rates import Rate, growth, part_of, per_records, per_words, quantile, share
from scribal.corpus.survey import Survey
from scribal.error import UserError, nearest

SURE = 0.99
"""How sure it must be that a corpus has grown worse, over all names together, to say so."""

FEWEST = 20
"""A group of fewer records breaks no gate that holds for each group of a field."""

_LIMIT = re.compile(
    r"""\s* (?P<number> \d+ (?:\.\d+)? ) \s*
        (?: (?P<share> % )
          | (?: per | / ) \s* (?P<size> \d+ (?:[_,]\d{3})* \s* (?P<scale> [kM]? ) )? \s*
            (?P<unit> words? | records? )
        )? \s*""",
    re.VERBOSE,
)
_NAME = re.compile(r"(?P<name>\S+)(?:\s+by\s+(?P<by>\S+)|\s+where\s+(?P<where>[^=\s]+)\s*=\s*(?P<value>.+))?")
_SCALES = {"": 1, "k": 1_000, "M": 1_000_000}


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that there may be of a rule, a family or ``all``: in a corpus, or in groups of it."""

    name: str
    most: float
    unit: str
    """``share`` of the records, findings per ``words`` or ``records``, or ``findings``."""
    size: int = 1
    """How many words or records ``most`` is counted per."""
    field: str | None = None
    """The field by whose groups it holds; None for the whole corpus."""
    value: str | None = None
    """The one group that it holds for; None for each."""
    said: str = ""
    """The limit as the settings have it."""

    def rate(self, counts: Counts, population: int | None = None) -> Rate:
        """Return what the limit is for, in some counts."""
        if self.unit == "share":
            return share(counts, self.name, population)
        if self.unit == "words":
            return per_words(counts, self.name, self.size, population)
        if self.unit == "records":
            return per_records(counts, self.name, self.size, population)
        value = float(counts.findings[self.name])
        return Rate(value, value, value)

    def written(self, value: float) -> str:
        """Return a rate in the unit of the limit."""
        if self.unit == "share":
            return f"{value:.4%}"
        return f"{value:g}" if self.unit == "findings" else f"{value:.4g} per {self.size:,} {self.unit}"


class Breach(NamedTuple):
    """A gate that is broken."""

    gate: str
    group: str
    rate: str
    limit: str


def limits(table: Mapping[str, str], known: Iterable[str], where: str) -> list[Limit]:
    """Return the limits that a table ``gate`` sets.

    A key is a rule, a family or ``all``, alone, ``by FIELD`` for each group of a
    field, or ``where FIELD = VALUE`` for one group.  A value is ``1 %`` (of the
    records), ``0.1 per 10k words``, ``5 per 1000 records`` or a number of
    findings.  Raises :class:`UserError`, with file and key, for anything else.
    """
    names = {ALL, *known}
    return [limit(key, said, names, f"{where}: “gate”: “{key}”") for key, said in table.items()]


def limit(key: str, said: str, known: set[str], place: str) -> Limit:
    """Return one limit."""
    subject, amount = _NAME.fullmatch(key.strip()), _LIMIT.fullmatch(said)
    if subject is None:
        raise UserError(f"{place}: must be RULE, RULE by FIELD, or RULE where FIELD = VALUE")
    if subject["name"] not in known:
        raise UserError(f"{place}: unknown rule “{subject['name']}”{nearest(subject['name'], known)}")
    if amount is None:
        raise UserError(f"{place}: “{said}” is no limit such as “1 %”, “0.1 per 10k words” or “3”")
    group = (subject["by"] or subject["where"], subject["value"])
    most, name = float(amount["number"]), subject["name"]
    if amount["share"]:
        return Limit(name, most / 100, "share", 1, *group, said)
    if amount["unit"] is None:
        return Limit(name, most, "findings", 1, *group, said)
    digits = re.sub(r"\D", "", amount["size"] or "1")
    size = int(digits) * _SCALES[amount["scale"] or ""]
    if not size:
        raise UserError(f"{place}: “{said}” is per nothing")
    return Limit(name, most, amount["unit"].rstrip("s") + "s", size, *group, said)


def broken(survey: Survey, gates: Sequence[Limit], population: int | None) -> list[Breach]:
    """Return the gates that a corpus breaks; one of which a sample was read only where it is sure to."""
    return [
        Breach(gate.name, group, gate.written(rate.value), gate.said)
        for gate in gates
        for group, counts in groups_for(gate, survey)
        if (rate := gate.rate(counts, part_of(population, counts, survey.total))).low > gate.most
    ]


def groups_for(gate: Limit, survey: Survey) -> Iterator[tuple[str, Counts]]:
    """Yield the groups that a limit holds for."""
    if gate.field is None:
        yield "", survey.total
        return
    for value, counts in survey.groups.get(gate.field, {}).items():
        if value == gate.value or (gate.value is None and counts.records >= FEWEST):
            yield f"{gate.field} = {value}", counts


def grown(now: Counts, before: Counts, margin: float) -> list[Breach]:
    """Return what more records have than before, by more than a margin and than chance explains.

    ``margin`` is a share of all records.  The more names are compared the surer
    each must be (Bonferroni), so that chance breaks a gate in one run of a
    hundred.
    """
    names = sorted(now.hit)
    z = quantile(1 - (1 - SURE) / max(len(names), 1))
    found = []
    for name in names:
        rate = growth(now, before, name, z)
        if rate.low > margin:
            shares = [counts.hit[name] / counts.records for counts in (before, now)]
            found.append(Breach(name, "", f"{shares[1]:.4%}", f"{shares[0]:.4%} before"))
    return found
