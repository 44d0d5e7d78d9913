"""A server as its user would start it, in a process and a folder of its own."""

import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

CLEW = [sys.executable, "-m", "clew"]
PHONE_NUMBER_ID = "106540352242922"


@dataclass(frozen=True)
class Running:
    """Where the server is and how to speak to it."""

    host: str
    port: int
    token: str
    webhook_path: str
    pid: int
    environ: dict[str, str]

    @property
    def address(self) -> str:
        """Return its address."""
        return f"http://{self.host}:{self.port}"

    def memory_mb(self) -> float:
        """Return its resident memory."""
        for row in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if row.startswith("VmRSS"):
                return int(row.split()[1]) / 1024
        return 0.0

    def audit(self) -> int:
        """Return how many violations `clew audit` finds."""
        found = subprocess.run(
            [*CLEW, "audit", "--json"],
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        return int(json.loads(found.stdout)["violations"])


def clew(environ: dict[str, str], arguments: list[str], given: str = "") -> str:
    """Run a command of the command line and return what it printed."""
    done = subprocess.run(
        [*CLEW, *arguments], env=environ, input=given, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def set_up(environ: dict[str, str], app_secret: str) -> tuple[str, str]:
    """Make a workspace with a WhatsApp inbox; return an API token and the webhook's path."""
    begin = "init --workspace Bench --admin-email bench@example.test --password-stdin"
    clew(environ, begin.split(), "a password for the bench\n")
    add = (
        f"inbox add whatsapp --name WhatsApp --set phone_number_id={PHONE_NUMBER_ID} "
        "--secret access_token=- --secret app_secret=- --secret verify_token=-"
    )
    inbox = json.loads(clew(environ, add.split(), f"token\n{app_secret}\nverify\n"))
    token = clew(environ, ["token", "create", "--email", "bench@example.test", "--name", "bench"])
    return token, inbox["webhook_path"]


def start(environ: dict[str, str], port: int) -> subprocess.Popen[bytes]:
    """Start the server."""
    return subprocess.Popen([*CLEW, "up", "--port", str(port)], env=environ)


@asynccontextmanager
async def running_server(app_secret: str, database: str = "") -> AsyncIterator[Running]:
    """Set a workspace up in a new folder and run a server on it."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "CLEW_DATA": folder, "CLEW_LOG_LEVEL": "warning"}
        if database:
            environ["CLEW_DATABASE"] = database
        token, webhook_path = set_up(environ, app_secret)
        port = random.randrange(20_000, 30_000)
        process = start(environ, port)
        try:
            server = Running("127.0.0.1", port, token, webhook_path, process.pid, environ)
            await ready(server)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)


async def ready(server: Running) -> None:
    """Return once it answers that it is ready."""
    async with aiohttp.ClientSession() as client:
        for _ in range(200):
            try:
                async with client.get(f"{server.address}/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)
    raise RuntimeError("the server did not become ready")
