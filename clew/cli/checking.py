"""Is everything in order? `doctor` looks at the machine, `audit` at every invariant."""

import asyncio
from typing import Annotated

import typer

from clew.cli.running import Data, Database
from clew.cli.said import Finding, say_json, say_rows
from clew.cli.setting_up import AsJson, run_with
from clew.services.deps import Deps
from clew.settings import read_settings


def audit(*, as_json: AsJson = False, data: Data = None, database: Database = None) -> None:
    """Count the violations of every invariant; exit 1 if there is any."""

    async def use(deps: Deps) -> dict[str, int]:
        return dict(await deps.store.audit(deps.clock.now()))

    counts = run_with(use, data, database)
    total = sum(counts.values())
    if as_json:
        say_json({"violations": total, "checks": counts})
    else:
        say_rows(
            [{"invariant": name, "violations": count} for name, count in sorted(counts.items())],
            as_json=False,
        )
        print(f"{total} violations of {len(counts)} invariants")
    if total:
        raise typer.Exit(1)


def doctor(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    data: Data = None,
    database: Database = None,
) -> None:
    """Look whether Clew can run here; exit 1 if something is amiss."""
    from clew.cli.doctor import examine

    findings = asyncio.run(examine(read_settings(data=data, database=database)))
    say_rows(
        [{"check": one.name, "ok": one.is_fine, "detail": one.detail} for one in findings],
        as_json=as_json,
    )
    amiss = [one for one in findings if not one.is_fine]
    if amiss:
        raise Finding(f"{len(amiss)} of {len(findings)} checks found something")
