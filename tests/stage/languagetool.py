"""A real LanguageTool for the tests: its jars from Maven Central, kept in the user's cache.

``python tests/stage/languagetool.py`` fetches them; the tests do so by themselves.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import NamedTuple

import psutil
import pytest

from scribal import cache
from scribal.languagetool.installation import JAR, VERSION
from scribal.languagetool.server import Server
from stage.cli import code_of

LANGUAGES = ("de", "en", "fr", "ru", "es", "ca", "pt")
"""Those that are tested, and two without which no server begins."""

ROOM = cache.folder().with_name("scribal-tests")
"""Where the jars are kept."""

OLD = "5.9"
"""A version that is too old."""

_POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>scribal</groupId><artifactId>languagetool</artifactId><version>1</version>
  <dependencies>{}</dependencies>
</project>
"""

_DEPENDENCY = """
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>{}</artifactId><version>{}</version>
      <exclusions>
        <exclusion><groupId>org.languagetool</groupId><artifactId>language-all</artifactId></exclusion>
      </exclusions>
    </dependency>"""


def missing() -> str:
    """Return why there can be no LanguageTool on this machine, nothing where there can."""
    return " and ".join(f"“{tool}”" for tool in ("java", "mvn") if not which(tool))


def jars(version: str = VERSION, languages: tuple[str, ...] = LANGUAGES) -> Path:
    """Return the folder of LanguageTool's jars, fetched if they are not there."""
    folder = ROOM / f"languagetool-{version}"
    if not (folder / JAR).is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as room:
            fetch(Path(room), version, languages)
            shutil.rmtree(folder, ignore_errors=True)
            Path(room, "jars").rename(folder)
    return folder


def fetch(room: Path, version: str, languages: tuple[str, ...]) -> None:
    """Fetch the server with some languages, and make the jar that names all others."""
    wanted = ["languagetool-server", *(f"language-{language}" for language in languages)]
    pom = _POM.format("".join(_DEPENDENCY.format(name, version) for name in wanted))
    (room / "pom.xml").write_text(pom, "utf-8")
    copy = ["dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=jars"]
    subprocess.run([str(which("mvn")), "-q", "-B", *copy], cwd=room, check=True)
    names = " ".join(sorted(jar.name for jar in (room / "jars").glob("*.jar")))
    line = f"Class-Path: {names}"
    lines = [line[:70], *(f" {line[at : at + 69]}" for at in range(70, len(line), 69))]
    with zipfile.ZipFile(room / "jars" / JAR, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "\r\n".join(["Manifest-Version: 1.0", *lines, "", ""]))


@contextmanager
def changed(**variables: str) -> Iterator[None]:
    """Set variables of the environment for a while."""
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def java_of(server: Server) -> psutil.Process:
    """Return the process of Java itself, which a server's guard runs."""
    assert server.process is not None
    [java] = psutil.Process(server.process.pid).children()
    return java


class Result(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    errors: str


class Check:
    """Checks a text in this folder and this process, by all rules and LanguageTool's."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.number = 0

    def __call__(self, settings: str = "", text: str = "It lies a hour away , they said.\n") -> Result:
        self.number += 1
        file = Path(f"{self.number}.toml")
        file.write_text(f'select = ["all", "grammar"]\nlanguage = "en"\n[languagetool]\n{settings}\n')
        Path("a.txt").write_text(text)
        return Result(code_of("check", "a.txt", "--config", str(file)), *self.capsys.readouterr())


if __name__ == "__main__":
    print(jars())
    print(jars(OLD, ("es", "ca", "pt")))
