"""A LanguageTool server of our own: one a run, on the loopback address, ended with the run."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Lock, Thread

from scribal.error import Absent
from scribal.languagetool.client import Client, Refused, Unreachable
from scribal.languagetool.installation import Installation

HOST = "127.0.0.1"

GUARD = Path(__file__).with_name("guard.py")

PATIENCE = 180
"""After so many seconds a server that has not answered is given up."""

PORTS = 5
"""How many ports are tried, should others take them first."""

KILLED = 128
"""A process that a signal ended has a greater exit code."""

AGAIN = 1
"""How often a server that died is started anew."""

CONFIG = "pipelineCaching=true\nmaxPipelinePoolSize=100\npipelineExpireTimeInSeconds=86400\n"
"""Keeps what was loaded for a language, which else is loaded for every request."""


class Server:
    """The process: started by :meth:`start`, and once more where it dies before :meth:`stop`."""

    def __init__(self, installation: Installation, port: int | None = None) -> None:
        self.installation = installation
        self.port = port or free_port()
        self.deaths = 0
        self.failure = ""
        """Why there is no server any more, and will be none."""
        self.lock = Lock()
        self.room = tempfile.TemporaryDirectory(prefix="scribal-languagetool-", ignore_cleanup_errors=True)
        self.log = Path(self.room.name, "log")
        self.config = Path(self.room.name, "config")
        self.config.write_text(CONFIG, "utf-8")
        self.process: subprocess.Popen[bytes] | None = None
        self.stopping = False

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        """Start the server, if it is not; it takes seconds until it answers."""
        with self.lock:
            if self.process is None and not self.failure:
                self.run()

    def run(self) -> None:
        """Start the process, and watch over it."""
        command = [sys.executable, "-I", str(GUARD), *self.installation.command(self.port, self.config)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=log, stderr=subprocess.STDOUT
            )
        Thread(target=self.watch, args=(self.process,), daemon=True).start()

    def watch(self, process: subprocess.Popen[bytes]) -> None:
        """Wait for the end of the process, and start it anew if it came too early."""
        code = process.wait()
        with self.lock:
            if self.stopping:
                return
            if self.port_was_taken() and self.deaths < PORTS:
                self.deaths += 1
                self.port = free_port()
                self.run()
            elif (self.has_run() or code > KILLED) and self.deaths < AGAIN:
                self.deaths += 1
                self.run()
            else:
                self.failure = f"the LanguageTool server ended with code {code}: {self.last_words()}"

    def ready(self) -> None:
        """Wait until the server answers.

        Raises :class:`Absent` for one that never did, and :class:`Unreachable` for one that is lost.
        """
        self.start()
        end = time.monotonic() + PATIENCE
        while not self.failure and time.monotonic() < end:
            try:
                Client(self.url, patience=5).version()
            except (Unreachable, Refused):
                time.sleep(0.1)
            else:
                return
        why = self.failure or f"the LanguageTool server does not answer after {PATIENCE} seconds"
        raise Unreachable(why) if self.has_run() else Absent(why)

    def has_run(self) -> bool:
        """Return whether the server began to work at all."""
        return "Server started" in self.said()

    def port_was_taken(self) -> bool:
        """Return whether the server could not begin since another program listens on its port."""
        return "Address already in use" in self.said() or "BindException" in self.said()

    def said(self) -> str:
        return self.log.read_text("utf-8", "replace")

    def last_words(self) -> str:
        """Return the first line about an error that the server wrote, or its last line."""
        lines = [line.strip() for line in self.said().splitlines() if line.strip()]
        errors = [line for line in lines if "rror" in line or "Exception" in line]
        return (errors or lines[-1:] or ["it said nothing"])[0]

    def stop(self) -> None:
        """End the server."""
        with self.lock:
            self.stopping = True
            process = self.process
        if process is not None and process.stdin is not None:
            process.stdin.close()
            process.wait()
        self.room.cleanup()


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
