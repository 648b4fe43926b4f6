"""A control token of a language model."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, Zone, expression, replace

from ._mentions import is_named, is_shown

_NAMES = (
    "assistant|audio|begin_of_text|begin▁of▁sentence|bos|call|channel|channel>analysis<\\|message|constrain|content"
    "|eom_id|eos|eot|eot_id|end|end_header_id|end_of_text|endofprompt|endoftext|end▁of▁sentence|fim_hole|fim_middle"
    "|fim_prefix|fim_suffix|finetune_right_pad_id|im_end|im_sep|im_start|image|image_pad|message|object_ref_end"
    "|object_ref_start|observation|pad|python_tag|return|start|start_header_id|startoftext|sysprompt|system|tool_call"
    "|tool▁call▁begin|tool▁call▁end|tool▁calls▁begin|tool▁calls▁end|unk|user|vision_end|vision_start|video_pad|user▁|assistant▁"
)
"""The control tokens of the published vocabularies of GPT, Llama 3, Qwen, Phi, ChatGLM, DeepSeek and gpt-oss."""

_TOKEN = expression(
    rf"""
    (?P<blank> [ ]?+ )
    (?: <[|｜] (?: {_NAMES} | User | Assistant ) [|｜]>
      | <(?:start|end)_of_turn> (?: user | model )?+
      | (?<!\w) \[ /?+ INST \] (?!\w)
      | <</?+SYS>>
      | <(?:bos|eos|pad|unk|sep|cls|mask)>
      | (?P<end> </s> (?= \s*+ \Z ) )
      | \[ (?:CLS|SEP|PAD|UNK) \] (?!\()
    )
    """,
    regex.VERBOSE,
)
_STOPS = ".!?。！？।؟…:”’\"'»)>]|"


class SpecialToken(Rule):
    """Models begin, end and part their turns by tokens that no reader should see; some programs let them through.

    ``</s>`` is reported at the end of a line that has no ``<s>``.  A token in quotation marks or one that is
    named is left alone, and so is a text that shows three kinds of them: it speaks of them.
    """

    summary = "A control token of a language model stands in the text."
    message = "“{found}” is a control token of a language model"
    literals = (
        "<|", "<｜", "<start_of_turn>", "<end_of_turn>", "[inst]", "[/inst]", "<<sys>>", "<</sys>>", "<bos>",
        "<eos>", "<pad>", "<unk>", "</s>", "[cls]", "[sep]", "[pad]", "[unk]", "<sep>", "<cls>", "<mask>",
    )  # fmt: skip
    bad = [
        Bad("The river rose.⟦<|endoftext|>⟧", "The river rose."),
        Bad("The river rose.⟦<|im_end|>⟧\nIt fell.", "The river rose.\nIt fell."),
        Bad("Der Fluss stieg. ⟦<|eot_id|>⟧ Er fiel.", "Der Fluss stieg. Er fiel."),
        Bad("The river rose.⟦</s>⟧\nIt fell.", "The river rose.\nIt fell."),
        Bad("⟦<bos>⟧The river rose.", "The river rose."),
        Bad("The *river* rose.⟦<|endoftext|>⟧\n", "The *river* rose.\n", media="text/markdown"),
        Bad("⟦[INST]⟧ The river rose.", "The river rose."),
    ]
    good = [
        "A text ends with the token <|endoftext|> in most of them.",
        "The marker “<|im_end|>” closes a turn.",
        "<s>The river rose.</s>",
        "The vector of [CLS] stands for the whole sentence, and [SEP] parts two of them.",
        "The end of a turn (EOS, e.g., <|im_end|>) is learnt.",
        "A pipe <|> is an operator of F#.",
        "Turns look like this: <|im_start|> hello <|im_end|> and then <|endoftext|>",
        Good("Strike <s>this</s>", media="text/markdown"),
        Good("Write `<|endoftext|>` there.", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [
            match
            for zone in view.zones_of(hits)
            for match in _TOKEN.finditer(view.text, zone.start, zone.end)
        ]
        if len({match[0].strip() for match in found}) >= 3:
            return
        for match in found:
            start, end = match.span()
            inner = start + len(match["blank"])
            if is_shown(view, inner, end) or is_named(view, inner):
                continue
            zone = view.zone_at(inner)
            if zone is None or (match["end"] and "<s>" in view[zone]) or not parts(view, zone, inner, end):
                continue
            token = view.text[inner:end]
            yield self.finding(inner, end, self.fix(view, start, inner, end), found=token)

    def fix(self, view: View, start: int, inner: int, end: int) -> Fix:
        """Return the deletion, which leaves one blank where words stand on both sides."""
        zone = view.zone_at(inner)
        if zone and inner == zone.start:
            end += view.text[end : end + 1] == " "
            return replace(inner, end, "", Safety.SAFE)
        behind = view.text[end : end + 1]
        return replace(start if behind in ("", " ", "\n") else inner, end, "", Safety.SAFE)


def parts(view: View, zone: Zone, start: int, end: int) -> bool:
    """Return whether a token stands where models put them: at an end of a line, or between sentences."""
    before, after = view.text[zone.start : start].rstrip(), view.text[end : zone.end].strip()
    return not before or not after or before[-1] in _STOPS
