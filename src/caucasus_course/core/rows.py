"""What a row of one of the course's tables is in Python: its cells by column, empty ones None."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
