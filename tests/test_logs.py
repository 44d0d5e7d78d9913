"""Log lines are JSON for machines, from the asked level on."""

from __future__ import annotations

import json
import subprocess
import sys

LOG = (
    "import structlog; from clew.logs import configure_logs; configure_logs('warning');"
    " log = structlog.get_logger(); log.info('too quiet'); log.warning('heard', inbox='WhatsApp')"
)


def test_a_line_is_json_with_its_level_and_time() -> None:
    done = subprocess.run([sys.executable, "-c", LOG], capture_output=True, text=True, check=True)

    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    said = json.loads(line)
    assert (said["event"], said["level"], said["inbox"]) == ("heard", "warning", "WhatsApp")
    assert said["timestamp"].endswith("Z")
