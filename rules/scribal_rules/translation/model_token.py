"""A piece of a translation model's own alphabet that got into the text."""

from collections.abc import Iterable

import regex

from scribal import Bad, PatternRule, Safety, View


class ModelToken(PatternRule):
    """Translation models write unknown words as ``<unk>`` or ⁇, and cut words into pieces with ▁, @@ and @-@.

    What was not put together again shows that a machine translated the text, and where a word is lost. Glue
    between pieces is taken out; for a lost word only the source can help.
    """

    summary = "A token of a translation model stands in the text."
    message = "“{found}” is a token of a translation model"
    patterns = (
        r"<unk>|<UNK>|\[UNK\]|＜unk＞",
        r" ⁇ ",
        r"▁[\p{L}\p{N}]",
        r"\p{L}@@ \p{L}",
        r" @-@ | @,@ | @\.@ ",
    )
    pattern = r"""
        (?P<lost> < (?:unk|UNK) > | \[UNK\] | ＜unk＞ | (?<= [ ] ) ⁇ (?= [ ] ) )
      | (?P<start> ▁ ) (?= [\p{L}\p{N}] )
      | (?<= \p{L} ) (?P<piece> @@ [ ] ) (?= \p{L} )
      | (?<= [\p{L}\p{N}] ) [ ] @ (?P<mark> [-,.] ) @ [ ] (?= [\p{L}\p{N}] )
    """
    bad = [
        Bad("The ⟦<unk>⟧ of the bridge is old.", media="text/plain"),
        Bad("It rained in ⟦⁇⟧ for days."),
        Bad("The bri⟦@@ ⟧dge is old.", "The bridge is old."),
        Bad(
            "It is a well⟦ @-@ ⟧known town of 1⟦ @,@ ⟧200 people.", "It is a well-known town of 1,200 people."
        ),
        Bad("The⟦▁⟧bridge is old.", "The bridge is old."),
    ]
    good = ["Write to me @ home.", "The bar ▁▁▁ is full.", "Really⁇ Yes.", "He typed @@ -1,2 +1,3 @@ there."]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        if match["lost"] is None:
            yield match["mark"] or (" " if match["start"] else ""), Safety.UNSAFE
