"""The schema of the settings, for editors."""

from __future__ import annotations

import json
from pathlib import Path

from scribal.schema import schema, schema_text
from scribal.settings import Settings
from scribal.values import settable

ROOT = Path(__file__).parents[1]


def test_the_schema_is_current() -> None:
    committed = (ROOT / "docs" / "scribal.schema.json").read_text("utf-8")
    assert committed == schema_text(), "run: python -m scribal.schema > docs/scribal.schema.json"


def test_the_schema_says_what_a_table_is() -> None:
    properties = schema()["properties"]
    assert properties.keys() == settable(Settings).keys()
    assert properties["jobs"] == {
        "type": "integer",
        "minimum": 0,
        "description": "How many processes; 0: as many as are useful.",
        "default": 0,
    }
    assert properties["per-path"]["items"]["required"] == ["paths"]
    assert properties["allow"]["items"]["additionalProperties"] is False
    assert json.loads(schema_text()) == schema()
