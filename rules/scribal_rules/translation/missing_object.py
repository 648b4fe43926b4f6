"""A verb that needs an object ends its sentence without one."""

from scribal import Bad, PatternRule

VERBS = (
    "address|allay|alleviate|allow|assure|avert|avoid|ban|condemn|contain|curb|defuse|deprive|discuss|dispel|eliminate"
    "|enable|enforce|ensure|establish|exclude|extradite|facilitate|forbid|foster|fulfil|grant|guarantee|halve"
    "|implement|impose|include|mention|mitigate|oblige|oppress|outlaw|postpone|prevent|prioritize|prohibit|quash|quell"
    "|ratify|reassure|reinstate|remove|renounce|repeal|require|rescind|restore|revoke|stabilize|supply|suppress"
    "|thwart|tighten|undermine|undertake|uphold"
)
"""Verbs that no dictionary of English knows without an object; chosen by hand."""

ASKING = (
    "urg|ask|order|press|beg|implor|advis|instruct|command|encourag|forc|compel|persuad|want|invit|oblig|call"
)


JOINING = "after|although|and|as|because|before|but|if|or|said|says|since|so|that|then|though|until|when|where|while"
"""Between such a word and the verb stands a clause of its own; behind a noun it is “the risk you want them to avoid”."""


class MissingObject(PatternRule):
    """A translation that loses the object of a verb ends where English cannot: “urged the parties to defuse.”

    Reported after verbs that ask somebody to do something, at the end of a sentence, for verbs that English
    never leaves without an object, and not where the object stands before: “what he asked them to avoid”.
    """

    summary = "A sentence ends with a verb that needs an object."
    message = "“{found}” has no object: to {found} what?"
    languages = ("en",)
    patterns = (rf" to (?:{VERBS})[.!?;]",)
    pattern = rf"""
        (?<! \b (?: what | which | whom | whose | that | how | why | whatever | where ) \b [^.!?]{{0,120}} )
        (?<! \b (?! (?:{JOINING}) \b ) \p{{Ll}}{{2,20}} [ ] (?:I|you|we|they|he|she|it) [ ] (?:[\p{{Ll}}’']{{1,12}} [ ]){{0,2}}
            (?:{ASKING}) \p{{Ll}}{{0,4}} [ ] [^.!?]{{0,80}} )
        (?<= \b (?:{ASKING}) \p{{Ll}}{{0,4}} [ ] (?:(?:on|for|upon)[ ])? (?: [\p{{L}}’'-]{{1,20}} [ ] ){{1,4}} to [ ] )
        (?: {VERBS} ) (?= [.!?;] [”"’')]? (?: \s | \Z ) )
    """
    bad = [
        Bad("He also urged the parties to ⟦defuse⟧.", language="en"),
        Bad("The court ordered the town to ⟦restore⟧. It did not.", language="en"),
        Bad("The town was calm, because they want the crowd to ⟦avoid⟧.", language="en"),
        Bad("“We ask both sides to ⟦avoid⟧.”", language="en"),
    ]
    good = [
        "He urged the parties to defuse the conflict.",
        "That is what the town asked them to avoid.",
        "These are roads which the police want drivers to avoid.",
        "It is hard to avoid.",
        "Name the risks you want the drivers to avoid.",
        "A trap that we ask all to avoid!",
    ]
