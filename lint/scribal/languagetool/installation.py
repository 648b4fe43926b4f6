"""Where LanguageTool is on this machine: in a folder that was named, or in what was downloaded."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from scribal.error import Absent, wants
from scribal.settings import LanguageTool

VERSION = "6.8"
"""The version that is downloaded, and with which the tests are run."""

LEAST = (6, 0)
"""The first version whose answers are understood."""

LEAST_JAVA = 17

JAR = "languagetool-server.jar"
VARIABLE = "LTP_JAR_DIR_PATH"
"""The variable that names a folder with the jar; ``language-tool-python`` reads it too."""

CURES = f"""\
  - a server that runs: url = "http://localhost:8081" in [tool.scribal.languagetool];
  - an installation: folder = "..." there, or the variable {VARIABLE}, with the folder of {JAR};
  - a download: pip install 'scribal[grammar]', then scribal languagetool install"""

_JAVA = re.compile(r'version "(?:1\.)?(\d+)')


@dataclass(frozen=True, slots=True)
class Installation:
    """A LanguageTool that can be started."""

    java: str
    folder: Path

    def command(self, port: int, config: Path) -> list[str]:
        """Return the command that starts the server."""
        main = ["org.languagetool.server.HTTPServer", "--port", str(port), "--config", str(config)]
        return [self.java, "-cp", str(self.folder / JAR), *main]

    @property
    def stamp(self) -> str:
        """What tells this installation from another, and from itself after a change."""
        jars = sorted(self.folder.rglob("*.jar"))
        return repr([(jar.name, (status := jar.stat()).st_size, status.st_mtime_ns) for jar in jars])


def installation(asked: LanguageTool) -> Installation:
    """Return the LanguageTool of this machine, downloaded if need be.

    Raises :class:`Absent` where there is none, or no Java to run it.
    """
    folder = folder_named(asked)
    if folder is None:
        if not find_spec("language_tool_python"):
            raise Absent(f"the rules of “grammar” want LanguageTool, and there is none; cures:\n{CURES}")
        java = java_found()
        return Installation(java, downloaded() or download())
    return Installation(java_found(), folder)


def folder_named(asked: LanguageTool) -> Path | None:
    """Return the folder that the settings or the environment name.

    Raises :class:`Absent` where it does not hold what it should.
    """
    named = os.environ.get(VARIABLE)
    folder, place = asked.folder, "“languagetool”, “folder”"
    if folder is None and named:
        folder, place = Path(named), VARIABLE
    if folder is not None and not (folder / JAR).is_file():
        raise Absent(f"{place}: {folder} holds no {JAR}; cures:\n{CURES}")
    return folder


def java_found() -> str:
    """Return the program that runs Java.  Raises :class:`Absent` where it is missing or too old."""
    java = which("java")
    if java is None:
        raise Absent(
            f"LanguageTool wants Java {LEAST_JAVA} or later, and no “java” is on the PATH; without Java:\n"
            f"{CURES.splitlines()[0]}"
        )
    if (version := java_version(java)) is not None and version < LEAST_JAVA:
        raise Absent(f"LanguageTool wants Java {LEAST_JAVA} or later; {java} is Java {version}")
    return java


def java_version(java: str) -> int | None:
    """Return the version of a Java, None where it does not say one."""
    said = subprocess.run([java, "-version"], capture_output=True, encoding="utf-8", errors="replace")
    found = _JAVA.search(said.stderr + said.stdout)
    return int(found[1]) if found else None


def downloaded() -> Path | None:
    """Return the folder of the newest LanguageTool that ``language-tool-python`` has downloaded, if any."""
    if not find_spec("language_tool_python"):
        return None
    from language_tool_python.download_lt import LocalLanguageTool

    newest = LocalLanguageTool.get_latest_installed_version()
    return newest.get_jar_path().parent if newest else None


def download() -> Path:
    """Download LanguageTool as ``language-tool-python`` does, and return its folder.

    Raises :class:`Absent` where that package is missing or cannot.
    """
    if not find_spec("language_tool_python"):
        raise Absent(wants("to download LanguageTool", "grammar"))
    from language_tool_python.download_lt import LocalLanguageTool
    from language_tool_python.exceptions import LanguageToolError

    wanted = LocalLanguageTool.from_version_name(VERSION)
    try:
        wanted.download()
        return wanted.get_jar_path().parent
    except (OSError, LanguageToolError) as error:  # those of requests are OSErrors
        raise Absent(f"LanguageTool {VERSION} cannot be downloaded: {error}; cures:\n{CURES}") from None
