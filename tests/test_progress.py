"""How far a run is: by the bytes of the files, those that were read to their end included."""

from __future__ import annotations

from pathlib import Path

from scribal.corpus.progress import Progress


def test_a_file_that_is_done_counts_as_a_whole(tmp_path: Path) -> None:
    paths = [tmp_path / "a", tmp_path / "b"]
    for path in paths:
        path.write_bytes(b"x" * 100)
    with Progress(quiet=True) as progress:
        assert progress.of(paths, 2) == paths
        with progress.open(paths[0]) as stream:
            stream.read(30)
            assert progress.position() == 30
        assert progress.position() == 100
        with progress.open(paths[1]) as stream:
            stream.read(50)
            assert progress.position() == 150
        assert progress.position() == 200
