"""The shop's inboxes: WhatsApp, pointed at the simulation, and the chat on its site."""

from clew.demo.graph.chats import Line
from clew.demo.sample.people import ORDERS, Shop
from clew.domain.ids import InboxId
from clew.ports.channel import CHAT
from clew.services.deps import Deps
from clew.services.inbox_views import list_inboxes
from clew.services.inboxes import AddInbox, ChangeInbox, add_inbox, change_inbox

NAME = "WhatsApp (simulated)"


async def connect_inbox(shop: Shop, line: Line, api_url: str, deps: Deps) -> InboxId:
    """Have an inbox that speaks to the simulation at this address; return its id."""
    asker = shop.asker("Olga")
    settings = {
        "phone_number_id": line.phone_number_id,
        "waba_id": line.waba_id,
        "api_base_url": api_url,
    }
    secrets = {
        "access_token": line.access_token,
        "app_secret": line.app_secret,
        "verify_token": line.verify_token,
    }
    inboxes = (await list_inboxes(asker=asker, deps=deps)).value
    known = [one for one in inboxes if one.name == NAME]
    if not known:
        command = AddInbox(
            channel="whatsapp",
            name=NAME,
            team_id=shop.teams.get(ORDERS),
            settings=settings,
            secrets=secrets,
        )
        return InboxId((await add_inbox(command, asker=asker, deps=deps)).id)
    inbox_id = InboxId(known[0].id)
    found = await deps.directory.inbox(inbox_id)
    if found is None or found[1].settings != settings or found[1].secrets != secrets:
        change = ChangeInbox(inbox_id=inbox_id, settings=settings, secrets=secrets)
        await change_inbox(change, asker=asker, deps=deps)
    return inbox_id


async def connect_chat(shop: Shop, site: str, deps: Deps) -> InboxId:
    """Have an inbox of web chat that the shop's site may show; return its id."""
    asker = shop.asker("Olga")
    settings = {
        "allowed_sites": site,
        "title_en": "Jan's Shop",
        "greeting_en": "How can we help?",
        "greeting_pl": "W czym możemy pomóc?",
    }
    inboxes = (await list_inboxes(asker=asker, deps=deps)).value
    known = [one for one in inboxes if one.channel == CHAT]
    if not known:
        command = AddInbox(
            channel=CHAT,
            name="Jan's Shop",
            team_id=shop.teams.get(ORDERS),
            settings=settings,
            secrets={},
        )
        return InboxId((await add_inbox(command, asker=asker, deps=deps)).id)
    inbox_id = InboxId(known[0].id)
    # What was changed by hand since stays, as do sites that were added.
    sites = (known[0].settings.get("allowed_sites") or "").split()
    missing = [one for one in site.split() if one not in sites]
    if missing:
        changed = {**known[0].settings, "allowed_sites": "\n".join([*sites, *missing])}
        await change_inbox(ChangeInbox(inbox_id=inbox_id, settings=changed), asker=asker, deps=deps)
    return inbox_id
