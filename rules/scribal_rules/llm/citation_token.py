"""The stub of a citation that a chat assistant left."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._mentions import is_named, is_shown

_STUB = expression(
    r"""
    (?P<blank> [ ]?+ )
    (?:
      \ue200 [^\ue200\ue201\n]{1,200}+ \ue201
    | (?<![\p{L}\p{N}_]) (?P<bracket> 【 )?+ (?: cite | filecite | navlist | image_group )?+
      (?: turn\d{1,3}(?:academia|fetch|file|finance|forecast|image|maps|news|product|reddit|search|sports|view|youtube)\d{1,3} )++
      (?(bracket) 】 | (?![\p{L}\p{N}_]) )
    | :?+ contentReference \[ oaicite: \d{1,4} \] (?: \{ index= \d{1,4} \} )?+
    | \[ oai_citation: \d{1,3} [^\]\n]{0,120}+ \] (?: \( [^()\s]{1,300}+ \) )?+
    | 【 \d{1,4} (?: : \d{1,4} )?+ † [^】\n]{0,120}+ 】
    | \[ cite(?:_start|:[ ]?\d{1,3}(?:,[ ]?\d{1,3})*+) \]
    | \[ (?:web|attached_file): \d{1,3} \]
    | \( \[ (?:attached_file|web): \d{1,3} \] \)
    | grok_(?:card|render_citation_card_json=\{[^}\n]{0,200}+\})
    | <grok-card [^<>\n]{1,200}+ > (?: </grok-card> )?+
    )
    """,
    regex.VERBOSE,
)


class CitationToken(Rule):
    """Chat assistants mark their sources by stubs that the chat window turns into links; copied, they stay.

    What they pointed at is lost, so that a statement may now stand without its source.  The kinds of stubs
    are those of ChatGPT, Gemini, Grok and Perplexity, as collected by the editors of Wikipedia (“Signs of AI
    writing”) and met in public repositories.  A stub in quotation marks or one that is named is left alone.
    """

    summary = "The stub of an assistant's citation stands in the text."
    message = "“{found}” is what an assistant left of a citation"
    literals = (
        "\ue200", "contentreference[oaicite", "[oai_citation:", "†", "[cite_start]", "[cite:", "grok_card",
        "grok_render_citation", "<grok-card", "[web:", "[attached_file:", "([attached_file:",
    )  # fmt: skip
    patterns = (
        r"turn[0-9]{1,3}(?:academia|fetch|file|finance|forecast|image|maps|news|product|reddit|search|sports|view|youtube)[0-9]",
    )
    bad = [
        Bad("The bridge is old⟦ turn0search3⟧.", "The bridge is old."),
        Bad("The bridge is old⟦ turn0search3turn0search7⟧ and narrow.", "The bridge is old and narrow."),
        Bad("The bridge is old⟦ \ue200cite\ue202turn0search1\ue201⟧.", "The bridge is old."),
        Bad(
            "The bridge is old.⟦ citeturn0search0turn13view1⟧ It is narrow.",
            "The bridge is old. It is narrow.",
        ),
        Bad("橋很舊。⟦turn0search16⟧", "橋很舊。", language="zh"),
        Bad("El puente es viejo⟦ :contentReference[oaicite:4]{index=4}⟧.", "El puente es viejo."),
        Bad("Die Brücke ist alt⟦【12†source】⟧ und schmal.", "Die Brücke ist alt und schmal."),
        Bad("橋很舊⟦【3:0†來源】⟧。", "橋很舊。", language="zh"),
        Bad("The bridge is old⟦ [cite: 1, 4]⟧.", "The bridge is old."),
        Bad("- The bridge is *old*⟦ [web:3]⟧.\n", "- The bridge is *old*.\n", media="text/markdown"),
    ]
    good = [
        "The stub “turn0search3” is left when a chat is copied.",
        "Look for markers such as turn0search3 in a draft.",
        "He died in 1912 † and was buried in Turin.",
        "Turn 0, search 3.",
        Good("Look for `contentReference[oaicite:0]` in a draft.", media="text/markdown"),
        Good("See [file: 3] below.", media="text/markdown"),
        "The letters 【甲】 and 【12】 mark the versions.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            for match in _STUB.finditer(view.text, zone.start, zone.end):
                start, end = match.span()
                inner = start + len(match["blank"])
                if is_shown(view, inner, end) or is_named(view, inner):
                    continue
                if match["blank"] and start == zone.start:
                    start = inner
                found = view.text[inner:end]
                yield self.finding(start, end, replace(start, end, "", Safety.UNSAFE), found=found)
