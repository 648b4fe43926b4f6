"""A drop cap glued to a rest that was capitalised, or translated, without it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._lexicon import STEM, Lexicon, lexicon_of

_TOKEN = expression(
    r"""[\s"'“”„‘’«»(¡¿]{0,3}+(?P<all>(?P<cap>\p{Lu})(?P<rest>\p{Lu}\p{M}*+(?:\p{Ll}\p{M}*+)++))(?![\p{L}\p{N}\-_@]|\.\p{L})""",
    regex.VERBOSE,
)

ALIKE = 0.5
"""How alike, by difflib's ratio, the rest must be to the rest of a name that the document has at least twice."""

NEAR = 0.75
"""How alike it must be to the rest of a common word, or of one that the document has once."""

OFTEN = 0.03
"""How much more like a word is taken to be each time that the document has it, up to five times."""

LEAST = 4
"""A rest with fewer letters is like too many words."""

ELECTRONIC = "EI"
"""The letters that are put before whole words, as in “EBook” and “IPad”."""


class DropcapMerged(Rule):
    """A page sets the first letter apart as a drop cap; what is left of the word began a sentence of its own.

    “T” + “he” came out as “THe”, and “A” + “rmenia”, which was translated, as “ARomania”: the word that the
    document itself has, or a common one, with the same first letter and a rest much like this one, is
    offered.  Names such as McDonald or iPhone and acronyms never match.
    """

    summary = "A drop cap is glued to a mistranslated or capitalised rest of its word."
    message = "“{found}” is a drop cap and the rest of “{name}”"
    patterns = (r"^[ \"'“”„‘’«»(¡¿]{0,3}\p{Lu}\p{Lu}[\p{Ll}\p{M}]",)
    bad = [
        Bad(
            "⟦BHungary⟧ opened its border on Monday. The army of Bulgaria stayed away, Bulgaria said.",
            "Bulgaria opened its border on Monday. The army of Bulgaria stayed away, Bulgaria said.",
        ),
        Bad("⟦THe⟧ river rose in the night.", "The river rose in the night.", language="en"),
        Bad("“⟦TThe⟧ river rose,” he said.", "“The river rose,” he said.", language="en"),
        Bad(
            "⟦BUlgaria⟧ opened its border. The army of Bulgaria stayed away.",
            "Bulgaria opened its border. The army of Bulgaria stayed away.",
        ),
        Bad(
            "⟦WÄhrend⟧ der Fluss stieg, schliefen wir.",
            "Während der Fluss stieg, schliefen wir.",
            language="de",
        ),
        Bad("⟦ПОсле⟧ дождя река поднялась.", "После дождя река поднялась.", language="ru"),
    ]
    good = [
        "McDonald came to Moscow. Macdonald was in Moscow, Macdonald said.",
        "FBohl wrote to Frank. Frank answered, Frank said.",
        "PDFs are files. Pages of PDFs, Pages.",
        "EUropa ist ein Wortspiel. EUropa bleibt. Europa, Europa.",
        Good("IDs are numbers, and many ids are short.", language="en"),
        Good("EBooks are cheap. Books are not, and ebooks are no books.", language="en"),
        Good("IPhone sales fell. The phone is dear, said Iphone.", language="en"),
        Good("MHz are units.", language="en"),
        Good(
            "CMake builds much. Run cmake, or make, and compile. Compilers read, and Compilers write.",
            language="en",
        ),
        Good(
            "Jupiter is one of the planets.\n\n* JQuery, a library\n* Jupiter, a planet\n",
            media="text/markdown",
            language="en",
        ),
        Good("OCaml is a language. Its files are built by ocaml.", language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            token = _TOKEN.match(view.text, zone.start, zone.end)
            if token is None or zone.kind not in ("paragraph", "quote"):
                continue
            lexicon = lexicon_of(view)
            if lexicon.times(token["all"]) == 1 and (name := meant(lexicon, token["cap"], token["rest"])):
                start, end = token.span("all")
                fix = replace(start, end, name, Safety.UNSAFE)
                yield self.finding(start, end, fix, found=token["all"], name=name)


def meant(lexicon: Lexicon, cap: str, rest: str) -> str | None:
    """Return the word that a drop cap began, None where there is none that is like the rest."""
    word, small = cap + rest.lower(), rest.lower()
    whole = lexicon.is_word(small)
    if rest[0] == cap and whole:
        return rest
    if small[1:] == "s" or (whole and cap in ELECTRONIC):
        return None
    if word.lower() in lexicon.common or lexicon.is_name(word):
        return word
    if whole or len(rest) < LEAST:
        return None
    telling = lexicon.looks_headless(small) or any(
        other in lexicon.common and other[0] == cap.lower() for other in lexicon.kin(small)
    )
    if telling and lexicon.is_known(word.lower()):
        return word
    name = alike(lexicon, cap, small)
    return word if name and name[:STEM] == word[:STEM] else name


def alike(lexicon: Lexicon, cap: str, rest: str) -> str | None:
    """Return the word that is most like a capital and a rest, the frequent names of the document first."""
    own = {form: n for form, n in lexicon.forms.items() if form[0] == cap and form[1:].islower()}
    common = {cap + word[1:]: 0 for word in lexicon.common if word[0] == cap.lower()}
    likes = {
        name: SequenceMatcher(None, rest, name[1:].lower()).ratio()
        for name in common | own
        if len(name) >= LEAST
    }
    ranked = [
        (like + OFTEN * min(own.get(name, 0), 5), name)
        for name, like in likes.items()
        if like >= (ALIKE if own.get(name, 0) > 1 else NEAR)
    ]
    return max(ranked, default=(0.0, None))[1]
