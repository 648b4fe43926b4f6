"""A linter for text that machines copied or translated.

This door is all that a rule needs: ``from scribal import Bad, PatternRule, Safety``.
"""

from scribal.bounds import goes_on
from scribal.corpus_rule import CorpusRule, Group, Note, Noted, Verdict, mark, records
from scribal.expression import expression
from scribal.finding import Drop, Edit, Finding, Fix, Safety, Severity
from scribal.language import detect
from scribal.minhash import signature
from scribal.rule import Bad, Good, PatternRule, Rule, drop, lazily, replace
from scribal.text import About, Hit, Sees, Span, View, Zone, fold

__version__ = "0.1.0"

__all__ = [
    "About",
    "Bad",
    "CorpusRule",
    "Drop",
    "Edit",
    "Finding",
    "Fix",
    "Good",
    "Group",
    "Hit",
    "Note",
    "Noted",
    "PatternRule",
    "Rule",
    "Safety",
    "Sees",
    "Severity",
    "Span",
    "Verdict",
    "View",
    "Zone",
    "detect",
    "drop",
    "expression",
    "fold",
    "goes_on",
    "lazily",
    "mark",
    "records",
    "replace",
    "signature",
]
