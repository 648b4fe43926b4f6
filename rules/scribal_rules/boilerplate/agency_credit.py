"""A photo credit, or a line that names the agencies, as text."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, drop, replace

_AGENCY = (
    r"(?:Getty(?:\s Images)?|AFP|AP(?:\s Photo)?|Reuters|REUTERS|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|LaPresse|PA(?:\s (?:Wire|Images|Media))?"
    r"|Shutterstock|iStock(?:photo)?|Alamy(?:\s Stock\s Photo)?|Bloomberg|TASS|Xinhua|Anadolu(?:\s Agency)?|NurPhoto|Imago|IMAGO|imago\s images"
    r"|picture\s alliance|Keystone|Belga|Ritzau(?:\s Scanpix)?|TT|NTB|PAP|CTK|ČTK|MTI|UNIAN|Ukrinform|Sputnik|RIA\s Novosti|Unsplash|Pixabay|Flickr)"
)
_NAMES = (
    "Getty|AFP|AP|Reuters|REUTERS|EPA|EFE|dpa|DPA|ANSA|LaPresse|PA|Shutterstock|iStock|Alamy|Bloomberg|TASS|Xinhua|Anadolu"
    "|NurPhoto|Imago|IMAGO|imago|picture|Keystone|Belga|Ritzau|TT|NTB|CTK|ČTK|MTI|UNIAN|Ukrinform|Sputnik|RIA|Unsplash"
    "|Pixabay|Flickr"
)
"""How the names of the agencies begin."""

_PERSON = r"\p{Lu}[\p{L}\p{M}.’'-]*+ (?:[ ]\p{L}[\p{L}\p{M}.’'-]*+){0,4}"
_CREDIT = regex.compile(
    rf"""
      [(\[]? (?:(?:Photo|Image|Picture|Foto|Bild|Imagen|Immagine|Фото|Credit|Photograph)s? [ ]?+ (?:by|credit|von|de|di|:)?+ [: ]*+)?+
      {_PERSON} (?:[ ] via [ ] | \s?+ [/|] \s?+ ) {_AGENCY} (?:\s?+/\s?+ {_AGENCY})*+ \.?+ [)\]]?
    | (?:With|Additional) [ ] (?:reports?|reporting|files|material|information|contributions) [ ] (?:from|by) [ ]
      (?=[^\n]*{_AGENCY}) [^\n]{{2,120}}+
    """,
    regex.VERBOSE,
)
_TAIL = regex.compile(
    rf"(?<=[.!?”’\"])\s++ (?P<credit>\( {_PERSON} \s?+/\s?+ {_AGENCY} \) ) \s*+ \Z", regex.VERBOSE
)


class AgencyCredit(Rule):
    """The credit of a picture that was not taken along, or the agencies that a report draws on, are metadata.

    Reported as a line of its own, and in parentheses at the end of a caption.
    """

    summary = "A photo credit or the names of the agencies stand as text."
    message = "“{found}” is a credit, not a part of the text"
    patterns = (
        rf"(?:[/|][\p{{Z}}\t]?| via )(?:{_NAMES})",
        r"(?:With|Additional) (?:report|files|material|information|contributions)[a-z]{0,3} (?:from|by) ",
    )
    bad = [
        Bad("The river rose.\n\n⟦Staff/Getty Images⟧\n\nIt fell.", "The river rose.\n\nIt fell."),
        Bad("The bridge of Turin in spring. ⟦(Staff/Getty Images)⟧", "The bridge of Turin in spring."),
        Bad("The river rose.\n\n⟦With reports from Reuters and dpa⟧", "The river rose."),
    ]
    good = [
        "The agencies Reuters and AFP reported it.",
        "He sold the picture to Getty Images.",
        "See the AP/AFP style guide on credits.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            if _CREDIT.fullmatch(line):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, zone.start + len(line), fix, found=line)
            elif tail := _TAIL.search(line):
                start, end = zone.start + tail.start("credit"), zone.start + tail.end("credit")
                fix = replace(zone.start + tail.start(), end, "", Safety.UNSAFE)
                yield self.finding(start, end, fix, found=tail["credit"])
