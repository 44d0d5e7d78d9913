"""The command line: parse arguments, call one thing, say how it went.

Others script it, so names, outputs and exit codes are stable: 0 fine, 1 a finding, 2 wrong
use. An error is one line that says what to do.
"""

import sys
from collections.abc import Sequence

import typer
from typer._click.exceptions import ClickException  # typer has no public name for it

from clew.cli.program import program
from clew.cli.said import Finding, WrongUse, complain
from clew.domain.errors import ClewError
from clew.settings import CannotRun


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; return its exit code."""
    try:
        result = program(list(arguments), standalone_mode=False, prog_name="clew")
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        return complain("stopped")
    except ClickException as wrong:
        return complain(f"{wrong.format_message().rstrip('.')}; see `clew --help`")
    except (CannotRun, ClewError, WrongUse) as wrong:
        return complain(str(wrong))
    except Finding as finding:
        print(f"clew: {finding}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    return result if isinstance(result, int) else 0
