"""The name of a site that its address says."""

from __future__ import annotations

from scribal.catalog import folder_of, load_from
from scribal.engine import Engine
from scribal.finding import Place
from scribal.markup import document
from scribal.text import About

TEXT = "The river rose by two metres - Turin Herald\nPeople slept."


def found(url: str | None) -> list[str]:
    every = load_from({"scribal_rules": folder_of("scribal_rules")})
    rules = [rule for rule in every if rule.id == "boilerplate/site-suffix"]
    text = document(TEXT, Place("a"), About("text/plain", url=url))
    return [TEXT[d.start : d.end] for d in Engine(rules).diagnose(text)]


def test_the_address_of_the_page_tells_the_name_of_the_site() -> None:
    assert found("https://www.turin-herald.example/a") == [" - Turin Herald"]
    assert found("https://news.example/turin-herald") == []
    assert found(None) == []
