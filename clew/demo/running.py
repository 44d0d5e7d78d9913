"""`clew demo`: the sample workspace, the simulated phones and the server, in one process."""

import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

from clew.app import serve
from clew.demo.asgi import App, Reply, Request, as_app
from clew.demo.clock import MovableClock
from clew.demo.graph.api import GraphApi
from clew.demo.graph.courier import Courier, on_the_road
from clew.demo.graph.keeping import FOLDER, Keeping
from clew.demo.graph.provider import Provider
from clew.demo.phone.api import PhoneApi
from clew.demo.sample.making import MOUNT, prepare
from clew.demo.sample.people import COLLEAGUES, WORKSPACE
from clew.demo.shop import serving_shop, shop
from clew.logs import configure_logs
from clew.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
ANYWHERE: Mapping[str, str] = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - not bound here


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """A demo that is ready to be served.

    Attributes:
        settings: With the port that is really listened on, and with leave to call it.
        mounts: The simulation, to be placed beside Clew's own addresses.
    """

    settings: Settings
    address: str
    clock: MovableClock
    provider: Provider
    courier: Courier
    mounts: Mapping[str, App]
    shop: App | None = None
    shop_address: str = ""


async def run_demo(settings: Settings) -> None:
    """Run Clew with the sample workspace and simulated phones until it is told to stop.

    Raises:
        CannotRun: Something is not as it must be; the sentence says what to do.
    """
    configure_logs(settings.log_level)
    demo = await make_demo(settings)

    def say(_: Settings) -> None:
        print(welcome(demo), flush=True)  # noqa: T201 - it speaks to who started it

    async with on_the_road(demo.courier), open_shop_of(demo):
        await serve(
            demo.settings, clock=demo.clock, is_simulated=True, mounts=demo.mounts, on_ready=say
        )


@asynccontextmanager
async def open_shop_of(demo: Demo) -> AsyncIterator[None]:
    """Serve the made-up shop beside Clew, on an origin of its own."""
    if demo.shop is None:
        yield
        return
    port = int(demo.shop_address.rpartition(":")[2])
    async with serving_shop(demo.shop, demo.settings.host, port):
        yield


async def make_demo(settings: Settings) -> Demo:
    """Prepare the sample and the simulation, and what joins them."""
    settings = replace(settings, port=settings.port or free_port(settings.host))
    address = address_of(settings)
    allowed = [settings.allow_private_hosts, address.removeprefix("http://")]
    settings = replace(settings, allow_private_hosts=",".join(filter(None, allowed)))
    shop_address = f"{address.rpartition(':')[0]}:{next_port(settings)}"
    settings.data.mkdir(parents=True, exist_ok=True)
    keeping = Keeping(settings.data / FOLDER)
    clock = MovableClock(timedelta(seconds=keeping.load().clock_offset_seconds))
    provider = Provider(keeping, clock)
    sample = await prepare(settings, provider, address, clock.now(), shop_address=shop_address)
    provider.clock = clock
    return Demo(
        settings=settings,
        address=address,
        clock=clock,
        provider=provider,
        courier=Courier(provider, f"{address}/hooks/{sample.inbox_id}"),
        mounts={MOUNT: simulation(provider, clock, address)},
        shop=shop(address, sample.chat_id),
        shop_address=shop_address,
    )


def simulation(provider: Provider, clock: MovableClock, address: str) -> App:
    """Return the phones and the provider as one application."""
    graph, phones = GraphApi(provider, f"{address}{MOUNT}"), PhoneApi(provider, clock)

    async def answer(request: Request) -> Reply:
        which = graph.answer if request.path.startswith("/graph/") else phones.answer
        return await which(request)

    return as_app(MOUNT, answer)


def address_of(settings: Settings) -> str:
    """Return how the server is reached from this machine."""
    host = ANYWHERE.get(settings.host, settings.host)
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


def free_port(host: str) -> int:
    """Return a port that nobody listens on: the simulation must know it before the server does."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def next_port(settings: Settings) -> int:
    """Return the port after Clew's, the same each time; any free one if somebody has it."""
    wanted = settings.port + 1
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, wanted))
        except (OSError, OverflowError):
            return free_port(settings.host)
    return wanted


def welcome(demo: Demo) -> str:
    """Return what to tell whoever started the demo."""
    width = max(len(one.email) for one in COLLEAGUES)
    lines = [
        "",
        f"  {WORKSPACE} is open at {demo.address}",
        f"  The simulated phone is at {demo.address}{MOUNT}",
        *([f"  The shop with the chat on it is at {demo.shop_address}"] if demo.shop else []),
        "",
        "  Sign in as",
        *(f"    {one.email:<{width}}  {one.password:<13} {one.role.value}" for one in COLLEAGUES),
        "",
        "  This is a SIMULATION: contacts, phones and the provider are made up, and nothing",
        "  leaves this machine. To work for real: clew up",
    ]
    if demo.settings.host not in LOOPBACK:
        lines += ["", "  Whoever reaches this machine can sign in with these passwords."]
    return "\n".join([*lines, ""])
