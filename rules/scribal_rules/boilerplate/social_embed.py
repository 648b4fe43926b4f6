"""The frame of a post that the page shows."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, Severity, View, drop, replace

from ._dates import certainty

POSTS = (
    "view this post on instagram|view this post on threads|a post shared by {}|a photo posted by {}|a video posted by {}|see {}'s other tweets|view more on instagram|view profile : {}"
    "|sieh dir diesen beitrag auf instagram an|ein beitrag geteilt von {}|voir cette publication sur instagram|une publication partagée par {}|ver esta publicación en instagram"
    "|una publicación compartida de {}|una publicación compartida por {}|ver essa foto no instagram|ver esta publicação no instagram|uma publicação compartilhada por {}"
    "|uma publicação partilhada por {}|visualizza questo post su instagram|un post condiviso da {}|dit bericht op instagram bekijken|een bericht gedeeld door {}"
    "|wyświetl ten post na instagramie|post udostępniony przez {}|zobrazit příspěvek na instagramu|příspěvek sdílený {}|zobraziť tento príspevok na instagrame"
    "|visa detta inlägg på instagram|ett inlägg delat av {}|se dette opslag på instagram|et opslag delt af {}|vis dette innlegget på instagram|et innlegg delt av {}"
    "|näytä tämä julkaisu instagramissa|a bejegyzés megtekintése az instagramon|vezi această postare pe instagram|o postare distribuită de {}|δείτε αυτή τη δημοσίευση στο instagram"
    "|посмотреть эту публикацию в instagram|публикация от {}|переглянути цей допис в instagram|допис, поширений {}|вижте тази публикация в instagram|публикация, споделена от {}"
    "|pogledajte ovu objavu na instagramu|objavu dijeli {}|bu gönderiyi instagram'da gör|lihat postingan ini di instagram|sebuah kiriman dibagikan oleh {}|xem bài viết này trên instagram"
    "|ดูโพสต์นี้บน instagram|この投稿をinstagramで見る|instagram에서 이 게시물 보기|在 instagram 查看这篇帖子|在 instagram 查看這則貼文|عرض هذا المنشور على instagram|इस पोस्ट को instagram पर देखें"
).split("|")  # fmt: skip
"""How the frames of posts begin, in the languages that the networks speak."""

_HANDLE = r"\(@[A-Za-z0-9_.]{2,30}\)|@[A-Za-z0-9_.]{2,30}"
_AUTHOR = regex.compile(
    rf"(?P<dash>[—–-]++\s?+)?+ \S[^@\n]{{0,60}} (?:{_HANDLE}) \s*+ (?P<date>.*)", regex.VERBOSE
)
_AGE = regex.compile(r"[·•|/]\s?+(?:[0-9]{1,2}\s?[hdm]|[\p{L}. ]{3,8}[0-9]{1,2}|[0-9]{1,2} \p{L}{3,9})\.?+\Z")
_PICTURE = regex.compile(r"(?:https?://)?+pic\.(?:twitter|x)\.com/\w{6,12}+")


class SocialEmbed(Rule):
    """A page shows a post of a social network; the scraper takes its frame along.

    Reported are “View this post on Instagram” and “A post shared by …”, the line with the author’s handle and
    the date, and the address of a picture, “pic.twitter.com/…”.  What the post says stays.
    """

    summary = "The frame of a post of a social network stands in the text."
    message = "“{found}” is the frame of a post of a social network"
    severity = Severity.INFO
    lines = POSTS
    patterns = (r"[ (]@[A-Za-z0-9_.]{2,30}", r"pic\.(?:twitter|x)\.com/")
    bad = [
        Bad("The river rose.\n⟦View this post on Instagram⟧\nIt fell.", "The river rose.\nIt fell."),
        Bad(
            "Der Fluss stieg.\n⟦Ein Beitrag geteilt von Turin (@turin.example) am 4. März 2021⟧\n",
            "Der Fluss stieg.\n",
        ),
        Bad("The river rises!\n⟦— Town of Turin (@example) March 4, 2021⟧\n", "The river rises!\n"),
        Bad("The river rises! ⟦pic.twitter.com/aBcDeF1234⟧\nIt fell.", "The river rises!\nIt fell."),
        Bad("⟦Town of Turin @example · 4h⟧\nThe river rises!", "The river rises!"),
        Bad("川の水かさが増えた。\n⟦この投稿をInstagramで見る⟧", "川の水かさが増えた。"),
    ]
    good = [
        "Write to Town of Turin (@example) today.",
        "She wrote on March 4, 2021 as @example, and the town answered.",
        "Turin (@example)",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        framed = {hit.start for hit in hits if hit.trigger in POSTS}
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            end = zone.start + len(line)
            if any(zone.start <= at <= end for at in framed) or is_author(line.strip()):
                yield self.finding(zone.start, end, drop(zone.start, zone.end, Safety.UNSAFE), found=line)
            elif picture := _PICTURE.search(line):
                start, stop = zone.start + picture.start(), zone.start + picture.end()
                before = zone.start + len(line[: picture.start()].rstrip())
                fix = replace(before, stop, "", Safety.UNSAFE)
                yield self.finding(start, stop, fix, found=picture[0])


def is_author(line: str) -> bool:
    """Return whether a line is a name, a handle and a date or an age."""
    found = _AUTHOR.fullmatch(line) if len(line) < 120 else None
    return found is not None and (certainty(found["date"]) > 0 or _AGE.match(found["date"]) is not None)
