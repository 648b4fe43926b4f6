"""Run a server, and end it with the process that wants it, however that ends.

It is run as a script of its own, and imports nothing that takes time::

    python -I guard.py COMMAND...
"""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Thread


def main(command: list[str]) -> int:
    """Run a command until it ends, or until standard input does."""
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)

    def end_with_owner() -> None:
        while os.read(0, 4096):  # not sys.stdin, whose lock a thread must not hold when Python ends
            pass
        server.kill()

    Thread(target=end_with_owner, daemon=True).start()
    return server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
