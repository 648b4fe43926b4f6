"""The entries of a menu that no rule knows: what stands between those that rules do."""

from __future__ import annotations

import pytest

from test_gather import Buttons, found

PROSE = "The mayor of Turin spoke of the weather and of the harbour for an hour, and nobody slept that night."
MENU = "Login\nLive scores\nShare\nSearch\nBack office\nLogin\nShare"


def spans(source: str, media: str = "plain") -> list[str]:
    return [source[d.start : d.end] for d in found(source, Buttons(), media=media)]


@pytest.mark.parametrize("source", [f"{PROSE}\n{MENU}", f"{MENU}\n{PROSE}"])
def test_entries_between_known_ones_belong_to_the_menu(source: str) -> None:
    assert spans(source) == [MENU]


@pytest.mark.parametrize("entry", ["Harbour", "It scores.", "one two three four five six"])
def test_a_word_of_the_text_or_a_sentence_or_a_long_line_is_no_entry(entry: str) -> None:
    menu = MENU.replace("Live scores", entry)
    assert spans(f"{menu}\n{PROSE}") == ["Login", "Share\nSearch", "Login\nShare"]


def test_few_known_lines_make_no_menu() -> None:
    assert spans("Login\nLive scores\nLogin") == ["Login", "Login"]


def test_a_menu_with_entries_that_no_rule_knows_is_never_deleted_safely() -> None:
    source = f"{PROSE}\n{MENU}"
    (one,) = found(source, Buttons())
    whole, known = one.fixes
    assert (whole.safety.name, whole.label) == ("UNSAFE", "delete the 7 lines")
    assert (known.safety.name, [source[edit.start : edit.end].strip() for edit in known.edits]) == (
        "SAFE",
        ["Login", "Login\nShare"],
    )


def test_in_marked_up_text_nothing_is_known_of_entries() -> None:
    source = MENU.replace("\n", "\n\n") + f"\n\n{PROSE}\n"
    assert "Live scores" not in "".join(spans(source, "markdown"))


AGAIN = "Old harbour\nWeather of Turin\nBack office"


def test_what_stands_in_a_page_twice_with_its_neighbours_belongs_to_the_menus_that_it_stands_in() -> None:
    menu = MENU.replace("Live scores", AGAIN)
    assert spans(f"{menu}\n{PROSE}\n{menu}") == [menu, menu]
    assert spans(f"{menu}\n{PROSE}")[0] == "Login"


def test_what_stands_beside_a_menu_twice_belongs_to_it() -> None:
    assert spans(f"Harbour\n{MENU}\n{AGAIN}\n{PROSE}\n{AGAIN}") == [f"{MENU}\n{AGAIN}"]


def test_a_title_that_stands_twice_is_no_entry() -> None:
    title = "Weather of Turin"
    assert spans(f"{MENU}\n{title}\nLogin\n{title}\n{PROSE}") == [MENU, "Login"]
