"""What a server or a program says in the place of a page."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, drop

from ._speaks import CODE, cut, is_about, is_listing, is_quoted

_MESSAGE = regex.compile(
    r"""
      (?:PHP\ )?(?:Warning|Notice|Fatal\ error|Parse\ error|Deprecated|Strict\ Standards|Catchable\ fatal\ error) \s*+:\s .{3,400}?
          \ in\ (?:/|[A-Z]:\\|\S++\.php).{1,200}?\ on\ line\ \d++ \.?+
    | Fatal\ error:\ (?:Uncaught|Allowed\ memory|Maximum\ execution|Call\ to).{0,400}+
    | (?:500\ Internal\ Server\ Error | 502\ Bad\ Gateway | 503\ Service(?:\ Temporarily)?\ Unavailable | 504\ Gateway\ Time-?out | 404\ Not\ Found
        | 403\ Forbidden | 400\ Bad\ Request | 401\ Unauthorized | 410\ Gone | 429\ Too\ Many\ Requests | 413\ Request\ Entity\ Too\ Large)
        (?:\s++(?:nginx|cloudflare|openresty|apache|varnish|microsoft-azure).{0,30}+)?+
    | nginx/\d[\d.]++.{0,20}+ | Apache/\d[\d.]++.{0,60}?\ Server\ at\ .{3,60}+
    | (?:Attention\ Required!|Just\ a\ moment\.\.\.|One\ more\ step)(?:\ \|\ Cloudflare)? | Checking\ your\ browser\ before\ accessing.{0,80}+
    | DDoS\ protection\ by\ Cloudflare.{0,30}+ | (?:Cloudflare\ )?Ray\ ID:\ .{8,60}+ | Please\ (?:enable|allow|stand\ by).{0,40}?\ (?:we\ are\ checking\ your\ browser|cookies\ and\ reload\ the\ page).{0,40}+
    | Please\ complete\ the\ security\ check\ to\ access.{0,60}+ | Why\ do\ I\ have\ to\ complete\ a\ CAPTCHA\?
    | Error\ establishing\ a\ database\ connection | (?:SQLSTATE\[|You\ have\ an\ error\ in\ your\ SQL\ syntax|ORA-\d{5}:|Microsoft\ OLE\ DB\ Provider|Server\ Error\ in\ '/'\ Application).{0,300}+
    | The\ requested\ URL\ .{1,200}?was\ not\ found\ on\ this\ server\..{0,120}+ | You\ don't\ have\ permission\ to\ access\ .{1,120}+ | Access\ Denied
    | (?:The\ server\ encountered\ an\ (?:internal\ error|unexpected\ condition)|The\ server\ is\ temporarily\ unable\ to\ service\ your\ request).{0,250}+
    | (?:An|A\ JavaScript)\ error\ occurred\ (?:while\ processing\ (?:this\ directive|your\ request)|on\ the\ server).{0,60}+ | \[an\ error\ occurred\ while\ processing\ this\ directive\]
    | Resource\ Limit\ Is\ Reached | Bandwidth\ Limit\ Exceeded | (?:This\ Account\ has\ been\ suspended|Account\ Suspended)\.?+ | Too\ many\ requests | Bad\ gateway
    | Oops!\ That\ page\ can.t\ be\ found\. | Sorry,\ the\ page\ you\ (?:are|were)\ looking\ for.{0,80}+ | (?:The\ page|Page)\ (?:you\ requested\ )?(?:could\ not\ be\ found|cannot\ be\ found|not\ found)\.?+
    """,
    regex.VERBOSE,
)
_INSIDE = regex.compile(
    r"(?:PHP )?(?:Warning|Notice|Fatal error|Parse error|Deprecated|Strict Standards): [^\n]{3,400}? in (?:/|[A-Z]:\\|\S++\.php)[^\n]{1,200}?\ on line \d++"
)


class ServerMessage(Rule):
    """A page was scraped while its server was down, or had a notice of PHP or of a firewall at its head.

    Reported where the message fills a line, except in texts about programs; PHP's, which name a file and a
    line, wherever they stand.
    """

    summary = "What a server or a program says stands in the text."
    message = "“{found}” is a message of a server"
    literals = (
        *(
            "on line",
            "fatal error",
            "internal server error",
            "bad gateway",
            "service unavailable",
            "service temporarily unavailable",
        ),
        *(
            "gateway time-out",
            "gateway timeout",
            "404 not found",
            "403 forbidden",
            "400 bad request",
            "401 unauthorized",
            "410 gone",
        ),
        *(
            "429 too many requests",
            "request entity too large",
            "nginx/",
            "server at",
            "attention required",
            "just a moment...",
            "one more step",
        ),
        *(
            "checking your browser",
            "ddos protection",
            "ray id:",
            "cookies and reload",
            "please complete the security check",
            "complete a captcha",
        ),
        *(
            "database connection",
            "sqlstate[",
            "your sql syntax",
            "ora-",
            "ole db provider",
            "server error in",
            "was not found on this server",
        ),
        *(
            "you don't have permission",
            "access denied",
            "the server encountered",
            "temporarily unable to service",
            "error occurred",
        ),
        *(
            "resource limit",
            "bandwidth limit",
            "account has been suspended",
            "account suspended",
            "too many requests",
        ),
        *(
            "page can't be found",
            "sorry, the page you",
            "page could not be found",
            "page cannot be found",
            "page not found",
            "requested could not be found",
        ),
    )
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
        "Notice: the office is closed on Monday.",
        "The server said 404 Not Found, and we went home.",
        "He was told that access was denied. Access denied, he said.",
        Good("A program, a function and a script:\n\n404 Not Found\n", language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        about = is_about(_INSIDE.sub("", view.text), CODE)
        for zone in view.zones_of(hits):
            if zone.kind == "cell" or is_listing(view, zone):
                continue
            if not about and _MESSAGE.fullmatch(view[zone]):
                fixes = [drop(zone.start, zone.end, Safety.UNSAFE)] if len(view.zones) > 1 else []
                yield self.finding(zone.start, zone.end, *fixes, found=view[zone][:60])
                continue
            for match in _INSIDE.finditer(view.text, zone.start, zone.end):
                if not is_quoted(view, match.start()):
                    fix = Fix((cut(view, *match.span()),), Safety.UNSAFE)
                    yield self.finding(*match.span(), fix, found=match[0][:60])
