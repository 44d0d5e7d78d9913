"""Put the built front end into the wheel, so that whoever installs Clew needs no Node.js.

An editable install skips it: there `make frontend` builds when it is needed.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own
    """Hatchling's entry to `scripts/frontend.py`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the front end into `clew/static` before the files of a wheel are gathered."""
        del build_data
        if version == "editable":
            return
        runpy.run_path(str(Path(self.root) / "scripts" / "frontend.py"))["build"]()
