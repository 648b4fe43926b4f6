"""One text twice."""

from collections.abc import Iterable, Iterator
from itertools import islice

from scribal import Bad, CorpusRule, Group, Note, Verdict, View, mark, records


class ExactDuplicate(CorpusRule):
    """A page that was fetched twice, under two addresses or on two days, weighs twice in whatever is made of it.

    Reported of every record but the first whose words are those of another one; blanks do not count. Reports
    of two papers that differ in a word are another rule’s matter.
    """

    summary = "The text of a record is there already."
    message = "the text is that of {other}"
    supersedes = ("corpus/near-duplicate",)
    bad = [
        Bad(records("The river rose.", "Nobody slept.", "⟦The river rose.⟧", "⟦The  river rose. ⟧")),
        Bad(records("Река поднялась.", "⟦Река поднялась.⟧")),
        Bad(records("# Name\n\nThe river rose.", "⟦# Name\n\nThe river rose.⟧"), media="text/markdown"),
    ]
    good = [
        records("The river rose.", "The River rose.", "The river rose!"),
        records("", " ", ""),
    ]

    def notes(self, view: View, site: str) -> Iterator[Note]:
        if words := view.text.split():
            yield Note(mark(*words))

    def verdict(self, group: Group) -> Iterable[Verdict]:
        first = group.notes[0]
        return (Verdict(note.record, other=first.record) for note in islice(group.notes, 1, None))
