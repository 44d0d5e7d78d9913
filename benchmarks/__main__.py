"""All benchmarks, one after the other: `make bench`."""

import subprocess
import sys

BENCHMARKS = ("inbound", "list_cases", "search", "mail_reading", "mail_parse", "mail", "timeline")


def main() -> None:
    """Run each in a process of its own, so that none warms another up."""
    for name in BENCHMARKS:
        print(f"--- {name}", flush=True)
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=True)


if __name__ == "__main__":
    main()
