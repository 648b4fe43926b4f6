"""Talk to a LanguageTool server over HTTP."""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

PATIENCE = 600
"""After so many seconds without an answer a text is given up; the first one loads a language."""


class Unreachable(Exception):
    """Nothing answers, or not to the end."""


class Refused(Exception):
    """The server answers that it will not."""


class Client:
    """One connection to a server, opened where it is needed and kept."""

    def __init__(self, url: str, patience: float = PATIENCE) -> None:
        self.url = url
        self.place = urlsplit(url if "//" in url else f"http://{url}")
        self.patience = patience
        self.connection: HTTPConnection | None = None

    def check(self, text: str, code: str, enabled: str = "") -> list[dict[str, Any]]:
        """Return what the server finds in an annotated text, sentence by sentence.

        Rules that look at more than one sentence stay off: what is said of a
        paragraph must not hang on which others were sent along.  Raises
        :class:`Unreachable` and :class:`Refused`.
        """
        form = {"language": code, "data": text, "mode": "allButTextLevelOnly"}
        if enabled:
            form["enabledRules"] = enabled
        matches: list[dict[str, Any]] = self.ask("POST", "check", urlencode(form))["matches"]
        return matches

    def version(self) -> str:
        """Return the version of LanguageTool.  Raises :class:`Refused` where it is none that answers."""
        answer = self.ask("GET", "info")
        try:
            return str(answer["software"]["version"])
        except (KeyError, TypeError):
            raise Refused(f"what answers at {self.url} is no LanguageTool") from None

    def ask(self, method: str, what: str, body: str | None = None) -> Any:
        """Return the JSON that the server answers."""
        path = f"{self.place.path.rstrip('/').removesuffix('/v2')}/v2/{what}"
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            self.connection = self.connection or self.connected()
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            data = response.read()
        except (OSError, HTTPException) as error:
            self.close()
            raise Unreachable(str(error) or type(error).__name__) from None
        if response.status != 200:
            raise Refused(data.decode("utf-8", "replace").removeprefix("Error: ").strip() or response.reason)
        try:
            return json.loads(data)
        except ValueError:
            raise Refused(f"what answers at {self.url} is no LanguageTool") from None

    def connected(self) -> HTTPConnection:
        """Return a new connection."""
        kind = HTTPSConnection if self.place.scheme == "https" else HTTPConnection
        return kind(self.place.hostname or "", self.place.port, timeout=self.patience)

    def close(self) -> None:
        """Give the connection up."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None
