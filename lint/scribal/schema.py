"""The JSON schema of the settings, for editors; made from the settings themselves.

``python -m scribal.schema > docs/scribal.schema.json`` writes it anew.
"""

from __future__ import annotations

import json
from typing import Any

from scribal.settings import Settings
from scribal.values import table_schema


def schema() -> dict[str, Any]:
    """Return the schema of ``scribal.toml``, and of ``[tool.scribal]``."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "scribal",
        "description": "Settings of scribal: scribal.toml, or [tool.scribal] of pyproject.toml.",
        **table_schema(Settings),
    }


def schema_text() -> str:
    """Return the schema as its file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
