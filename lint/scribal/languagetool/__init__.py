"""LanguageTool, a grammar checker of its own that runs beside scribal, as the source of one family of rules.

Nothing outside of this package knows that it is written in Java, or how it is asked.
"""
