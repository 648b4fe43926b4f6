"""One LanguageTool: a server somewhere or one of our own, and what is asked of it."""

from __future__ import annotations

import atexit
import time
from functools import cached_property
from typing import Any

from scribal.error import Absent, Unchecked
from scribal.languagetool.client import Client, Refused, Unreachable
from scribal.languagetool.installation import LEAST, installation
from scribal.languagetool.server import PATIENCE, Server
from scribal.settings import LanguageTool


class Source:
    """Where the findings come from: a server somewhere, or one of our own."""

    def __init__(self, place: LanguageTool, told: tuple[str, str] | None = None) -> None:
        self.place = place
        self.told = told
        """The address and the stamp of a server that another process of this run has started."""
        self.client: Client | None = None
        self.lost = ""
        """Why nothing is asked any more."""

    @cached_property
    def server(self) -> Server | None:
        """The server of our own; None where another one is asked.  Raises :class:`Absent`."""
        if self.told or self.place.url:
            return None
        server = Server(installation(self.place))
        atexit.register(server.stop)
        return server

    @property
    def url(self) -> str:
        """Where the server is, or will be.  Raises :class:`Absent` where there can be none."""
        if self.told:
            return self.told[0]
        return self.server.url if self.server else str(self.place.url)

    def find(self) -> None:
        """Look whether there can be a server, before anything is read.  Raises :class:`Absent`."""
        _ = self.server

    @cached_property
    def stamp(self) -> str:
        """What tells this LanguageTool from another, so that a cache does not mix them up."""
        if self.told:
            return self.told[1]
        return self.server.installation.stamp if self.server else f"{self.place.url} {self.version()}"

    def version(self) -> str:
        """Return the version of the server.

        Raises :class:`Absent` where none answers that is new enough, or none at all.
        """
        if self.server:
            self.server.ready()
        try:
            version = Client(self.url, patience=10).version()
        except Unreachable as error:
            raise Absent(f"no LanguageTool answers at {self.url}: {error}") from None
        except Refused as error:
            raise Absent(str(error)) from None
        if tuple(int(part) for part in version.split("-")[0].split(".")[:2]) < LEAST:
            least = ".".join(map(str, LEAST))
            raise Absent(f"LanguageTool at {self.url} is {version}; scribal wants {least} or later")
        return version

    def check(self, text: str, code: str, enabled: str = "") -> list[dict[str, Any]]:
        """Return what LanguageTool finds in an annotated text, also by some of its rules that are else off.

        A server that dies is waited for once.  Raises :class:`Absent` where
        none can be had, and :class:`Unchecked` where this text was not read.
        """
        if self.lost:
            raise Unchecked(self.lost)
        try:
            return self.answer(text, code, enabled)
        except Unreachable as error:
            self.lost = f"LanguageTool at {self.url} was lost: {error}"
        except Refused as error:
            raise Unchecked(f"LanguageTool at {self.url} refused the text: {error}") from None
        raise Unchecked(self.lost)

    def answer(self, text: str, code: str, enabled: str) -> list[dict[str, Any]]:
        """Ask, and if the server is gone ask once more when it is back."""
        if self.client is None:
            self.await_first()
        try:
            return self.asking.check(text, code, enabled)
        except Unreachable as error:
            self.await_again(error)
            return self.asking.check(text, code, enabled)

    @property
    def asking(self) -> Client:
        """The connection to the server as it is now."""
        if self.client is None or self.client.url != self.url:
            self.client = Client(self.url)
        return self.client

    def await_first(self) -> None:
        """Wait until the server answers for the first time."""
        if self.told:
            self.await_again(Unreachable("it does not answer"))
        else:
            self.version()

    def await_again(self, gone: Unreachable) -> None:
        """Wait until the server answers.  Raises :class:`Unreachable` if it does not."""
        if self.server:
            self.server.ready()
            return
        end = time.monotonic() + (PATIENCE if self.told else 0)
        while time.monotonic() < end:
            try:
                Client(self.url, patience=5).version()
            except (Unreachable, Refused):
                time.sleep(0.2)
            else:
                return
        raise gone
