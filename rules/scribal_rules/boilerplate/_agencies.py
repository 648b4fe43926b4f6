"""How agencies and those who work for them are credited."""

import regex

from scribal import expression

AGENCY = (
    r"(?:Getty(?:\s Images)?|AFP|AP(?:\s Photo)?|Reuters|REUTERS|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|LaPresse|PA(?:\s (?:Wire|Images|Media))?"
    r"|Shutterstock(?:\.com)?|iStock(?:photo)?|Alamy(?:\s Stock\s Photo)?|Bloomberg|TASS|Xinhua|Anadolu(?:\s Agency)?|NurPhoto|Imago|IMAGO|imago\s images"
    r"|picture\s alliance|Keystone|Belga|Ritzau(?:\s Scanpix)?|TT|NTB|PAP|CTK|ČTK|MTI|UNIAN|Ukrinform|Sputnik|RIA\s Novosti|Unsplash|Pixabay|Flickr)"
)
NAMES = (
    "Getty|AFP|AP|Reuters|REUTERS|EPA|EFE|dpa|DPA|ANSA|LaPresse|PA|Shutterstock|iStock|Alamy|Bloomberg|TASS|Xinhua|Anadolu"
    "|NurPhoto|Imago|IMAGO|imago|picture|Keystone|Belga|Ritzau|TT|NTB|CTK|ČTK|MTI|UNIAN|Ukrinform|Sputnik|RIA|Unsplash"
    "|Pixabay|Flickr"
)
"""How the names of the agencies begin."""

WIRES = "AFP|Reuters|EFE|EPA-EFE|EPA|dpa|DPA|APA|ANSA|Ansa|Belga|PAP|ČTK|MTI|TASS|ТАСС|УНИАН|УНІАН|Xinhua|Lusa|NTB|Ritzau|TT|SDA|sda|STT|HINA|Tanjug|KCNA|PTI|ANI|IANS"
"""The agencies that send texts, as they are named in brackets behind these."""

_PERSON = r"\p{Lu}[\p{L}\p{M}.’'-]*+ (?:[ ]\p{L}[\p{L}\p{M}.’'-]*+){0,4}"
_LABEL = r"(?:(?:Photo|Image|Picture|Foto|Bild|Imagen|Immagine|Фото|Credit|Photograph)s? [ ]?+ (?:by|credit|von|de|di|:)?+ [: .]*+)?+"
_OTHER = r"(?: \s?/\s? [\p{Lu}\p{N}][^/\n]{1,40} )?"
_PICTURE = rf"{_LABEL} {_PERSON} {_OTHER} (?:[ ] via [ ] | \s?+ [/|] \s?+ ) {AGENCY} (?:\s?+/\s?+ {AGENCY})*+"

CREDIT = expression(
    rf"""
      [(\[]? {_PICTURE} \.?+ [)\]]?
    | \p{{Ll}}{{2,4}} / {AGENCY}
    | (?:With|Additional) [ ] (?:reports?|reporting|files|material|information|contributions) [ ] (?:from|by) [ ]
      (?=[^\n]*{AGENCY}) [^\n]{{2,120}}+
    | (?:(?:[\p{{Lu}}\p{{N}}][^\s.!?]*+ | \p{{Lu}}\. | and | of | the | writers? | reporters? | editors? | producers?) [ ]){{2,30}}
      contributed [ ] (?:reporting|research|to [ ] (?:this|the) [ ] (?:report|story|article))\b [^.!?\n]{{0,80}}+ \.?+
    """,
    regex.VERBOSE,
)
"""A line that is a credit and nothing else."""

TAIL = expression(
    rf"(?<=[.!?”’\"])\s*+ (?P<credit> \( {_PICTURE} \) | \( (?:{WIRES}) (?:\s?+[/,]\s?+ (?:{WIRES}|\p{{Ll}}{{2,4}}))*+ \)) \s*+ \Z",
    regex.VERBOSE,
)
"""A credit in brackets behind the last sentence of a paragraph."""
