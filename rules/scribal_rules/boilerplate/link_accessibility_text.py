"""What a screen reader is told of a link."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

PHRASES = (
    "opens in a new window|opens in new window|opens in a new tab|opens in new tab|opens a new window|opens new window|opens in another window|opens external link"
    "|opens external website|opens in a new browser window|external link|external site|external website|link is external|link sends e-mail|link sends email|new window|new tab"
    "|öffnet in neuem fenster|öffnet in einem neuen fenster|öffnet neues fenster|öffnet ein neues fenster|öffnet in neuem tab|öffnet in einem neuen tab|externer link"
    "|link öffnet in neuem fenster|link öffnet sich in neuem fenster|s'ouvre dans une nouvelle fenêtre|ouvre dans une nouvelle fenêtre|nouvelle fenêtre|lien externe"
    "|s'ouvre dans un nouvel onglet|nouvel onglet|se abre en una nueva ventana|se abre en una ventana nueva|abre en nueva ventana|se abre en ventana nueva|enlace externo"
    "|se abre en una pestaña nueva|se abre en una nueva pestaña|abre em uma nova janela|abre em nova janela|abre numa nova janela|abre em uma nova aba|abre em nova aba|link externo"
    "|s'obre en una finestra nova|enllaç extern|si apre in una nuova finestra|apre in una nuova finestra|si apre in una nuova scheda|link esterno|collegamento esterno"
    "|opent in een nieuw venster|opent in nieuw venster|opent in een nieuw tabblad|opent in nieuw tabblad|externe link|otwiera się w nowym oknie|otwiera się w nowej karcie"
    "|link otwiera się w nowym oknie|link zewnętrzny|otevře se v novém okně|otevře se v nové záložce|externí odkaz|otvorí sa v novom okne|externý odkaz|öppnas i nytt fönster"
    "|öppnas i ett nytt fönster|öppnas i ny flik|extern länk|länk till annan webbplats|åbner i nyt vindue|åbner i et nyt vindue|åbner i ny fane|eksternt link|åpnes i nytt vindu"
    "|åpner i nytt vindu|åpnes i ny fane|ekstern lenke|avautuu uuteen ikkunaan|avautuu uuteen välilehteen|avautuu uudessa ikkunassa|ulkoinen linkki|linkki toiselle sivustolle"
    "|új ablakban nyílik meg|új ablakban nyílik|külső hivatkozás|se deschide într-o fereastră nouă|link extern|ανοίγει σε νέο παράθυρο|ανοίγει σε νέα καρτέλα|εξωτερικός σύνδεσμος"
    "|откроется в новом окне|открывается в новом окне|откроется в новой вкладке|внешняя ссылка|відкриється в новому вікні|відкривається в новому вікні|зовнішнє посилання"
    "|отваря се в нов прозорец|външна връзка|otvara se u novom prozoru|vanjska poveznica|yeni pencerede açılır|yeni sekmede açılır|dış bağlantı|يفتح في نافذة جديدة|رابط خارجي"
    "|נפתח בחלון חדש|קישור חיצוני|नई विंडो में खुलता है|बाहरी लिंक|mở trong cửa sổ mới|liên kết ngoài|membuka di jendela baru|tautan eksternal|新しいウィンドウで開きます|新しいウィンドウで開く"
    "|新しいタブで開きます|新しいタブで開く|別ウィンドウで開きます|別ウィンドウで開く|別タブで開く|外部リンク|外部サイト|새 창으로 열림|새 창에서 열림|새 창 열림|새창|외부 링크|在新窗口打开|在新窗口中打开|在新标签页中打开"
    "|外部链接|在新視窗開啟|另開新視窗|另開視窗|外部連結"
).split("|")  # fmt: skip
"""What sites of many languages say behind a link, in brackets; the wordings are our own list."""

_OPEN = {"(": ")", "[": "]", "（": "）"}
_CLOSE = expression(r"[.!]?\s*+[)\]）]")


class LinkAccessibilityText(Rule):
    """“(opens in a new window)” is for those who hear a page and cannot see where a link leads.

    A scraper takes it into the sentence.  In a repository it is looked for in plain text alone.
    """

    summary = "What a screen reader is told of a link stands in the text."
    message = "“{found}” was said of a link"
    literals = tuple(f"{bracket}{phrase}" for phrase in PHRASES for bracket in _OPEN)
    bad = [
        Bad("The town⟦ (opens in a new window)⟧ said so.", "The town said so."),
        Bad("Die Stadt⟦ [Externer Link]⟧ sagte es.", "Die Stadt sagte es.", profile="corpus"),
        Bad("Город⟦ (откроется в новом окне)⟧ молчит.", "Город молчит."),
        Bad("市のページ⟦（新しいウィンドウで開きます）⟧を見る。", "市のページを見る。"),
    ]
    good = [
        "The door (external link to the garden) was open.",
        "The page opens in a new window.",
        Good("See [the town](https://example.org) (opens in a new tab).\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain" and view.about.profile != "corpus":
            return
        safety = Safety.SAFE if view.about.profile == "corpus" else Safety.UNSAFE
        for hit in hits:
            close = _CLOSE.match(view.text, hit.end)
            if close and close[0][-1] == _OPEN[view.text[hit.start]]:
                start = len(view.text[: hit.start].rstrip(" \u00a0"))
                fix = replace(start, close.end(), "", safety)
                yield self.finding(start, close.end(), fix, found=view.text[hit.start : close.end()])
