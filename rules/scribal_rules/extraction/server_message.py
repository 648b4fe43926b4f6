"""What a server or a program says in the place of a page."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, drop

from ._server_messages import INSIDE, MESSAGE, TRIGGERS
from ._speaks import CODE, cut, is_about, is_listing, is_quoted


class ServerMessage(Rule):
    """A page was scraped while its server was down, or had a notice of PHP or of a firewall at its head.

    Reported where the message fills a line, except in texts about programs; PHP's, which name a file and a
    line, wherever they stand.
    """

    summary = "What a server or a program says stands in the text."
    message = "“{found}” is a message of a server"
    literals = tuple(TRIGGERS)
    bad = [
        Bad(
            "⟦Warning: mysql_info(): Access denied for user in /home/w/plugin.php on line 29⟧\nDer Fluss stieg.",
            "Der Fluss stieg.",
        ),
        Bad("⟦502 Bad Gateway⟧\nnginx", "nginx"),
        Bad(
            "The river rose. ⟦Notice: Undefined index: x in /var/www/index.php on line 5⟧ It fell.",
            "The river rose. It fell.",
        ),
        Bad("⟦Error establishing a database connection⟧\n"),
    ]
    good = [
        Good("<h1>Page not found</h1>\n<p>Look for it elsewhere.</p>\n", media="text/html"),
        "Notice: the office is closed on Monday.",
        "The server said 404 Not Found, and we went home.",
        "He was told that access was denied. Access denied, he said.",
        Good("A program, a function and a script:\n\n404 Not Found\n", language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        about = is_about(INSIDE.sub("", view.text), CODE)
        for zone in view.zones_of(hits):
            titled = zone.kind == "heading" and view.about.media != "text/plain"
            if zone.kind == "cell" or titled or is_listing(view, zone):
                continue
            if not about and MESSAGE.fullmatch(view[zone]):
                fixes = [drop(zone.start, zone.end, Safety.UNSAFE)] if len(view.zones) > 1 else []
                yield self.finding(zone.start, zone.end, *fixes, found=view[zone][:60])
                continue
            for match in INSIDE.finditer(view.text, zone.start, zone.end):
                if not is_quoted(view, match.start()):
                    fix = Fix((cut(view, *match.span()),), Safety.UNSAFE)
                    yield self.finding(*match.span(), fix, found=match[0][:60])
