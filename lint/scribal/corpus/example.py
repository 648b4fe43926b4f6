"""The examples of rules that compare: small corpora."""

from __future__ import annotations

from scribal.corpus.compare import Compared, Comparison
from scribal.corpus.notes import Notes, take
from scribal.corpus_rule import BETWEEN, CorpusRule
from scribal.document import Document
from scribal.engine import Engine
from scribal.example import configured, read, unmark
from scribal.rule import Bad, Good, Rule


def compared(rule: Rule, example: Bad | Good) -> list[tuple[Document, Compared]]:
    """Return each record of an example with what a rule finds in it.  AssertionError where it fails."""
    rule = configured(rule, example)
    assert isinstance(rule, CorpusRule)
    engine, notes = Engine([rule], preview=True), Notes()
    documents = [read(example, text) for text in unmark(example.text)[0].split(BETWEEN)]
    with Comparison([rule]) as comparison:
        for number, document in enumerate(documents):
            take(notes, [rule], engine, document, number)
        comparison.take(notes.rows)
        comparison.judge()
        failures = [*notes.failures, *comparison.failures]
        assert not failures, failures[0].message
        for number, document in enumerate(documents):
            comparison.see(number, document.place)
        found = comparison.findings(range(len(documents)))
    return [(document, found.get(number, ())) for number, document in enumerate(documents)]
