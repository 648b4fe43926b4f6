"""The JSON schema of the settings, for editors; made from the settings themselves.

``python -m scribal.schema`` prints it; ``docs/scribal.schema.json`` is what it printed.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from scribal.settings import Settings
from scribal.values import Value


def schema() -> dict[str, Any]:
    """Return the schema of ``scribal.toml``, and of ``[tool.scribal]``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "scribal",
        "type": "object",
        "properties": {
            "extend": {
                "type": "string",
                "description": "A file whose settings hold where this one says nothing.",
            },
            **{f.name.replace("_", "-"): _property(f) for f in fields(Settings) if f.metadata},
        },
        "additionalProperties": False,
    }


def _property(setting: Any) -> dict[str, Any]:
    value: Value = setting.metadata["value"]
    described = {**value.schema, "description": setting.metadata["about"]}
    if (
        setting.default is not MISSING
        and setting.default not in (None, ())
        and not isinstance(setting.default, Path)
    ):
        described["default"] = setting.default
    return described


if __name__ == "__main__":
    print(json.dumps(schema(), indent=2))
