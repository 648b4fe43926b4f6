"""What servers, firewalls and programs say in the place of a page."""

import regex

from scribal import expression

MESSAGE = expression(
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
"""A line that is a message and nothing else."""

INSIDE = expression(
    r"(?:PHP )?(?:Warning|Notice|Fatal error|Parse error|Deprecated|Strict Standards): [^\n]{3,400}? in (?:/|[A-Z]:\\|\S++\.php)[^\n]{1,200}?\ on line \d++"
)
"""What PHP says, with a file and a line, wherever it stands."""

TRIGGERS = (
    "on line|fatal error|internal server error|bad gateway|service unavailable|service temporarily unavailable|gateway time-out|gateway timeout"
    "|404 not found|403 forbidden|400 bad request|401 unauthorized|410 gone|429 too many requests|request entity too large|nginx/|server at"
    "|attention required|just a moment...|one more step|checking your browser|ddos protection|ray id:|cookies and reload|please complete the security check"
    "|complete a captcha|database connection|sqlstate[|your sql syntax|ora-|ole db provider|server error in|was not found on this server"
    "|you don't have permission|access denied|the server encountered|temporarily unable to service|error occurred|resource limit|bandwidth limit"
    "|account has been suspended|account suspended|too many requests|page can't be found|sorry, the page you|page could not be found|page cannot be found"
    "|page not found|requested could not be found"
).split("|")  # fmt: skip
"""One of these stands in each such message."""
