"""Raw mails in the intake, to cases that an agent sees: mails a second, and CPU for each.

Plain text, HTML as programs write it, files and answers mixed, from a few hundred people; every
write synchronous, as in production. First the mails are made durable, then understood.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import random
import shutil
import tempfile
import time
from pathlib import Path

import structlog

from benchmarks.databases import KINDS, an_address
from benchmarks.mail_reading import MAILS
from benchmarks.report import line
from clew.app import opened
from clew.domain.ids import InboxId, WorkspaceId
from clew.domain.people import Role
from clew.ports.store import NewEvent
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.inboxes import AddInbox, add_inbox
from clew.services.ingest import Appetite, ingest
from clew.services.passwords import Passwords
from clew.services.setting_up import begin_workspace
from clew.settings import read_settings

PEOPLE = 400
BATCH = 500
FILE = base64.encodebytes(random.Random(1).randbytes(30_000)).decode()
TEXT, HTML = MAILS["plain text beside HTML, as Outlook writes"]
PLAIN, _ = MAILS["plain text with a quotation"]


def a_mail(number: int, chance: random.Random) -> bytes:
    """Return one mail of the mixture."""
    person = chance.randrange(PEOPLE)
    head = (
        f"From: Contact {person} <contact{person}@example.com>\nTo: help@shop.example\n"
        f"Subject: About order {number}\nMessage-ID: <{number}@example.com>\n"
        "Date: Mon, 4 May 2026 10:00:00 +0200\nMIME-Version: 1.0\n"
        "Authentication-Results: mx.shop.example; dmarc=pass header.from=example.com\n"
    )
    if number > PEOPLE and number % 3 == 0:
        earlier = number - chance.randrange(1, PEOPLE)
        head += f"In-Reply-To: <{earlier}@example.com>\nReferences: <{earlier}@example.com>\n"
    kind = number % 10
    if kind < 4:
        return f"{head}Content-Type: text/plain; charset=utf-8\n\n{PLAIN}".encode()
    body = (
        '--a\nContent-Type: multipart/alternative; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{HTML}\n--b--\n"
    )
    if kind >= 8:
        body += (
            "--a\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
            f'Content-Disposition: attachment; filename="order-{number}.pdf"\n\n{FILE}\n'
        )
    return f'{head}Content-Type: multipart/mixed; boundary="a"\n\n{body}--a--\n'.encode()


async def an_inbox(deps: Deps) -> tuple[WorkspaceId, InboxId]:
    """Make a workspace with an inbox of e-mail."""
    begun = await begin_workspace(
        "Shop", "ana@shop.example", "a password long enough", deps=deps, passwords=Passwords()
    )
    assert begun.admin.role is Role.ADMIN
    command = AddInbox(
        channel="email",
        name="Help",
        team_id=begun.team.id,
        settings={
            "address": "help@shop.example",
            "smtp_host": "smtp.example.com",
            "trusted_authserv_id": "mx.shop.example",
        },
        secrets={},
    )
    asker = Asker(agent=begun.admin, workspace_id=begun.workspace.id)
    made = await add_inbox(command, asker=asker, deps=deps)
    return begun.workspace.id, InboxId(made.id)


async def measure(kind: str, url: str, folder: Path, count: int) -> None:
    """Take mails in on one kind of database, and print how it went."""
    chance = random.Random(7)
    mails = [a_mail(number, chance) for number in range(count)]
    async with opened(read_settings({}, data=folder, database=url)) as deps:
        workspace_id, inbox_id = await an_inbox(deps)
        began = time.perf_counter()
        for start in range(0, count, BATCH):
            events = [
                NewEvent(
                    workspace_id=workspace_id,
                    inbox_id=inbox_id,
                    received_at=deps.clock.now(),
                    headers={},
                    query="",
                    body=mail,
                )
                for mail in mails[start : start + BATCH]
            ]
            await asyncio.gather(*(deps.store.intake.append(event) for event in events))
        durable = time.perf_counter() - began
        began, worked = time.perf_counter(), time.process_time()
        appetite = Appetite()
        while taken := await ingest(deps, appetite.limit):
            appetite.took(taken)
        seconds = time.perf_counter() - began
        cpu = (time.process_time() - worked) / count
        counts = await deps.store.intake.counts()
        violations = sum((await deps.store.audit(deps.clock.now())).values())
    assert counts.done == count, counts
    size = sum(map(len, mails)) / count / 1000
    line(f"{kind}: durable", f"{count / durable:,.0f} mails/s of {size:.0f} kB")
    line(
        f"{kind}: visible as cases", f"{count / seconds:,.0f} mails/s, CPU {cpu * 1000:.2f} ms each"
    )
    line(f"{kind}: violations", str(violations))


def main() -> None:
    """Measure both kinds of database."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=3_000)
    parser.add_argument("--database", choices=KINDS, action="append")
    given = parser.parse_args()
    for kind in given.database or KINDS:
        folder = Path(tempfile.mkdtemp(prefix="clew-benchmark-"))
        try:
            with an_address(kind) as url:
                asyncio.run(measure(kind, url, folder, given.mails))
        finally:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
