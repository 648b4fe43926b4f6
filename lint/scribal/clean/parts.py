"""The parts of a file that is being written, kept beside it until it is whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scribal.write.whole import whole


@dataclass(slots=True)
class Done:
    """What was done with some rows of a source."""

    rows: int = 0
    """How many rows of the source they were."""
    edited: int = 0
    dropped: int = 0
    edits: int = 0
    faults: int = 0

    def add(self, other: Done) -> None:
        """Add what was done with others."""
        for name, number in asdict(other).items():
            setattr(self, name, getattr(self, name) + number)


class Room:
    """A folder beside a file to be, with what is done so far.

    A part counts from when its last file, which says what was done, is there.
    """

    def __init__(self, output: Path) -> None:
        self.folder = output.parent / f".{output.name}.parts"

    def enter(self, task: Mapping[str, Any]) -> Done:
        """Make the folder ready for a task and return what was done of it already.

        Parts of another task, or of a source that has changed since, are thrown away.
        """
        note = self.folder / "task.json"
        said = json.dumps(task, sort_keys=True)
        if not note.is_file() or note.read_text("utf-8") != said:
            self.leave()
            self.folder.mkdir(parents=True)
            note.write_text(said, "utf-8")
        done = Done()
        self.count = 0
        while (file := self.file("done")).is_file():
            done.add(Done(**json.loads(file.read_text("utf-8"))))
            self.count += 1
        return done

    def file(self, kind: str, number: int | None = None) -> Path:
        """Return the place of one of a part's files: ``part``, ``edits`` or ``done``."""
        return self.folder / f"{self.count if number is None else number:06}.{kind}"

    def add(self, part: bytes, edits: str, done: Done) -> None:
        """Keep a part."""
        contents = {"part": part, "edits": edits.encode(), "done": json.dumps(asdict(done)).encode()}
        for kind, data in contents.items():
            with whole(self.file(kind)) as file:
                file.write(data)
        self.count += 1

    def files(self, kind: str) -> Iterable[Path]:
        """Return the files of one kind, in order."""
        return [self.file(kind, number) for number in range(self.count)]

    def leave(self) -> None:
        """Throw everything away."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
